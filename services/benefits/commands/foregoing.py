"""Which decisions a new one comes after: what it changes, examines anew, or takes back."""

from __future__ import annotations

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
from services.benefits.values import AppealResult, DecisionKind

EXAMINED_ANEW = frozenset({DecisionState.OVERTURNED, DecisionState.REOPENED})


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
        for decision_id in reversed(case.decisions):
            decision = await self.log.load(Decision, decision_id, ctx=ctx)
            if new.kind is DecisionKind.PLACEMENT:
                if decision.kind is DecisionKind.REFERRAL and decision.issued_on is not None:
                    return decision
            elif decision.state in EXAMINED_ANEW:
                return decision
        return None

    async def _examined(
        self, kind: DecisionKind, previous: Decision | None, ctx: Context
    ) -> Decision | None:
        """The reopened decision that one of this kind would keep or take the place of.

        Where the board overturned an answer to the reopening, the next one is about the same. A
        fee or a placement answers its own kind only: beside a referral it is a further decision.
        """
        if previous is not None and previous.state is DecisionState.OVERTURNED:
            examines = previous.examines
            previous = await self.log.load(Decision, examines, ctx=ctx) if examines else None
        if previous is None or previous.state is not DecisionState.REOPENED:
            return None
        further = matter_of(kind) == kind
        return previous if not further or previous.kind is kind else None

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
        for decision_id in reversed(case.decisions):
            other = await self.log.load(Decision, decision_id, ctx=ctx)
            if other.issued_on is not None and _same_matter(kind, entitlement, other):
                by_office = other.appeal_result is AppealResult.SELF_CORRECTED
                return other if by_office else None
        return None


def _same_matter(kind: DecisionKind, entitlement: Entitlement | None, other: Decision) -> bool:
    if entitlement is None:
        return other.matter == matter_of(kind)
    same_kind = (kind is DecisionKind.UNDUE) == (other.kind is DecisionKind.UNDUE)
    return same_kind and other.matter is None and other.entitlement_id == entitlement.id
