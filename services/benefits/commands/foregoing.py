"""Which decisions a new one comes after: what it changes, examines anew, or takes back."""

from __future__ import annotations

from collections.abc import Iterable

from chassis.context import Context
from chassis.refusal import NotFound
from services.benefits.case import Case
from services.benefits.commands.completing import Completing
from services.benefits.commands.decision_inputs import Draft
from services.benefits.commands.reasoning import Follows
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.kinds import matter_of
from services.benefits.lifecycle import DecisionState
from services.benefits.refusals.drafting import EarlierDecisionMissing
from services.benefits.values import GRANTING, AppealResult, DecisionKind

ENDINGS = frozenset({DecisionKind.CONFIRM, DecisionKind.REFUSAL, DecisionKind.DISCONTINUE})
"""They answer whatever was reopened."""


class Foregoing(Completing):
    """Found when a draft is begun; what is decided stays as it was then."""

    async def _before(self, case: Case, new: Draft, ctx: Context) -> Follows:
        """Of a draft on the application. Raises EarlierDecisionMissing."""
        previous = await self._previous(case, new, ctx)
        examined = await self._examined(new.kind, previous, ctx)
        if new.kind is DecisionKind.CONFIRM and examined is None:
            raise EarlierDecisionMissing(new.kind.value)
        return Follows(previous, examined, await self._corrected(case, new.kind, None, ctx))

    async def _previous(self, case: Case, new: Draft, ctx: Context) -> Decision | None:
        """The decision that the board or a reopening sent back, the referral of a placement."""
        if new.previous_decision_id is not None:
            if new.previous_decision_id not in case.decisions:
                raise NotFound("decision")
            return await self.log.load(Decision, new.previous_decision_id, ctx=ctx)
        issued = [d for d in await self._decisions(case, ctx) if d.issued_on is not None]
        reopened = (d for d in issued if d.state is DecisionState.REOPENED)
        if (examined := _last(d for d in reopened if _answers(new.kind, d))) is not None:
            return examined
        if new.kind is DecisionKind.PLACEMENT:
            return _last(d for d in issued if d.kind is DecisionKind.REFERRAL)
        last = _last(d for d in issued if d.matter == matter_of(new.kind))
        return last if last is not None and last.state is DecisionState.OVERTURNED else None

    async def _examined(
        self, kind: DecisionKind, previous: Decision | None, ctx: Context
    ) -> Decision | None:
        """The reopened decision that one of this kind would keep or take the place of.

        Where the board overturned an answer to the reopening, the next one is about the same.
        """
        if previous is not None and previous.state is DecisionState.OVERTURNED:
            examines = previous.examines
            previous = await self.log.load(Decision, examines, ctx=ctx) if examines else None
        if previous is None or previous.state is not DecisionState.REOPENED:
            return None
        return previous if _answers(kind, previous) else None

    async def _granted(self, examined: Decision, ctx: Context) -> Entitlement | None:
        """The benefit that it granted, or had changed."""
        entitlement_id = examined.entitlement_id or examined.granted
        return await self.log.find(Entitlement, entitlement_id, ctx=ctx)

    async def _corrected(
        self, case: Case, kind: DecisionKind, entitlement: Entitlement | None, ctx: Context
    ) -> Decision | None:
        """The last decision on the same matter, where the office took it back itself (KPA 132).

        `entitlement` is the benefit that a review or a claim is about.
        """
        issued = [d for d in await self._decisions(case, ctx) if d.issued_on is not None]
        last = _last(d for d in issued if _same_matter(kind, entitlement, d))
        by_office = last is not None and last.appeal_result is AppealResult.SELF_CORRECTED
        return last if by_office else None


def _last(decisions: Iterable[Decision]) -> Decision | None:
    return next(reversed([*decisions]), None)


def _answers(kind: DecisionKind, reopened: Decision) -> bool:
    """What was granted or had changed a benefit, a grant answers; a fee, another fee."""
    if kind in ENDINGS:
        return True
    if reopened.matter is None:
        return kind in GRANTING
    return reopened.matter == matter_of(kind)


def _same_matter(kind: DecisionKind, entitlement: Entitlement | None, other: Decision) -> bool:
    if entitlement is None:
        return other.matter == matter_of(kind)
    same_kind = (kind is DecisionKind.UNDUE) == (other.kind is DecisionKind.UNDUE)
    return same_kind and other.matter is None and other.entitlement_id == entitlement.id
