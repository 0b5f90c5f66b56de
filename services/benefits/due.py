"""What is due in a case now, from all of its parts; the view `open_deadlines` says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.benefits.assessment import Assessment
from services.benefits.case import Case
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import DecisionState, EntitlementState
from services.benefits.payments import term_of
from services.benefits.timekeeping import Timekeeping
from services.benefits.timekeeping_events import Said

Holder = Case | Assessment | Decision | Entitlement | Timekeeping
UNISSUED = frozenset({DecisionState.DRAFTED, DecisionState.RETURNED, DecisionState.WITHDRAWN})
NOBODY_IS_WARNED = frozenset({DeadlineKind.PAYMENT})
"""Each month has its payment day, and the list of that day waits for whoever pays it."""
ENDS_BY_ITSELF = frozenset({DeadlineKind.APPEAL_TERM})
"""The party's right and nobody's duty: nothing is missed, the decision becomes final."""


@dataclass(frozen=True)
class Parts:
    """A case with everything that may hold a term of it."""

    case: Case
    assessment: Assessment
    decisions: Sequence[Decision]
    entitlements: Sequence[Entitlement]
    timekeeping: Timekeeping | None

    def open(self) -> frozenset[Said]:
        """Every term that runs now. One that stands still has no end and is not among them."""
        return frozenset(self._open())

    def _open(self) -> Iterator[Said]:
        for deadline in self.case.deadlines():
            if self._runs(deadline):
                yield self._said(self.case, self._as_it_runs(deadline))
        holders: list[Holder] = [self.assessment, *self.decisions, *self.entitlements]
        if self.timekeeping is not None:
            holders.append(self.timekeeping)
        for holder in holders:
            for deadline in holder.deadlines():
                if deadline.kind is not DeadlineKind.PAYMENT and not self._done(holder, deadline):
                    yield self._said(holder, deadline)
        for entitlement in self.entitlements:
            for payment in entitlement.plan.waiting:
                term = term_of(payment.due_on, entitlement.started_on)
                yield Said(entitlement.id, DeadlineKind.PAYMENT, term)

    def _done(self, holder: Holder, deadline: Deadline) -> bool:
        """A review whose decision is signed waits for others only."""
        of_review = deadline.kind is DeadlineKind.REVIEW
        decided = [d.entitlement_id for d in self.decisions if d.review_decided]
        return of_review and holder.id in decided

    def _runs(self, deadline: Deadline) -> bool:
        match deadline.kind:
            case DeadlineKind.DECISION:
                return self.decision_awaited and not self._stands_still
            case DeadlineKind.FOLLOW_UP:
                return bool(self.assessment.missing())
            case DeadlineKind.INTERVIEW_UPDATE:
                return any(e.state is not EntitlementState.ENDED for e in self.entitlements)
        return True

    @property
    def decision_awaited(self) -> bool:
        """None was issued; or one was sent back or reopened, and nothing was decided since.

        Another decision of the case that stands, a fee beside a referral, is no answer to that.
        """
        issued = [d for d in self.decisions if d.state not in UNISSUED]
        answered = {d.examines for d in issued if d.state is not DecisionState.OVERTURNED}
        reopened = {d.id for d in issued if d.state is DecisionState.REOPENED}
        last = {d.matter: d for d in issued if d.examines is None}
        sent_back = any(d.sent_back for matter, d in last.items() if matter)
        return not issued or sent_back or bool(reopened - answered)

    @property
    def _stands_still(self) -> bool:
        return self.timekeeping is not None and self.timekeeping.standing is not None

    def _as_it_runs(self, deadline: Deadline) -> Deadline:
        if deadline.kind is DeadlineKind.DECISION and self.timekeeping is not None:
            return Deadline(deadline.kind, self.timekeeping.due)
        return deadline

    @staticmethod
    def _said(holder: Holder, deadline: Deadline) -> Said:
        return Said(holder.id, deadline.kind, deadline.due)
