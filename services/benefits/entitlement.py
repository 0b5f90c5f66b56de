"""A benefit in realisation: its payments month by month, its reviews, its changes and its end.

Nothing here is cut but by a decision: a negative certificate opens a review, and payments go on.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.benefits.calculation import Continuation, IncomeChange
from services.benefits.deadlines import PAYMENT_DAY, Deadline, DeadlineKind, review_due
from services.benefits.decision import entitlement_id_for
from services.benefits.entitlement_events import (
    End,
    Ending,
    EntitlementEvents,
    Handed,
    Review,
    Version,
)
from services.benefits.entitlement_giving import EntitlementGiving
from services.benefits.entitlement_income import EntitlementIncome
from services.benefits.entitlement_review import EntitlementReview
from services.benefits.granted_payments import granted_payments
from services.benefits.lifecycle import Action, EntitlementState, require
from services.benefits.payments import NOTHING, Due, Payment, Span
from services.benefits.plan import Plan
from services.benefits.refusals.giving import DeliveryOpen
from services.benefits.refusals.payments import PaymentsOpen
from services.benefits.values import Benefit, PaymentMethod, ReviewResult, ServiceScope, Terms


class Entitlement(EntitlementReview, EntitlementIncome, EntitlementGiving, Aggregate):
    """Begins when a granting decision can be carried out; the id follows from the decision."""

    TOPIC = "benefits.entitlement"

    class RealisationStarted(Created):
        TOPIC = "benefits.entitlement.realisation-started.1"
        decision_id: UUID
        case_id: UUID
        person_id: UUID
        benefit: Benefit
        valid_from: date
        valid_to: date | None
        amount: Decimal | None
        service: ServiceScope | None
        payments: tuple[Payment, ...]
        on: date

    @staticmethod
    def create_id(decision_id: UUID, **_: Any) -> UUID:
        return entitlement_id_for(decision_id)

    @classmethod
    def start(
        cls,
        *,
        decision_id: UUID,
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        terms: Terms,
        method: PaymentMethod,
        on: date,
        payment_day: int = PAYMENT_DAY,
    ) -> Entitlement:
        """Money gets its plan of payments; a service is ordered by others."""
        assert terms.valid_from is not None
        payments = granted_payments(
            entitlement_id_for(decision_id), decision_id, benefit, terms, method, payment_day
        )
        return cls(
            decision_id=decision_id, case_id=case_id, person_id=person_id, benefit=benefit,
            valid_from=terms.valid_from, valid_to=terms.valid_to, amount=terms.amount,
            service=terms.service, payments=payments, on=on,
        )  # fmt: skip

    @event(RealisationStarted)
    def __init__(
        self,
        decision_id: UUID,
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        valid_from: date,
        valid_to: date | None,
        amount: Decimal | None,
        service: ServiceScope | None,
        payments: tuple[Payment, ...],
        on: date,
    ) -> None:
        self.decision_id = decision_id
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.started_on = on
        self.valid_from, self.valid_to = valid_from, valid_to
        granted = Version(valid_from, amount, service, decision_id, valid_to)
        self.versions: tuple[Version, ...] = (granted,)
        spans = () if amount is None else (Span(valid_from, amount, decision_id),)
        due = Due.of_benefit(benefit, spans, valid_from, valid_to)
        self.plan = Plan.of(self.id, due, payments)
        self.state = EntitlementState.ACTIVE
        self.suspended_from: date | None = None
        self.suspended_by: UUID | None = None
        self.ended_on: date | None = None
        self.ended_by: UUID | None = None
        self.end_reason: End | None = None
        self.lifted: Ending | None = None
        self.review: Review | None = None
        self.reviews = 0
        self.deliveries: tuple[Handed, ...] = ()
        self.continuation: Continuation | None = None
        self.work_since: date | None = None
        self.income_changed: IncomeChange | None = None
        self.income_changed_in: UUID | None = None

    @property
    def amount(self) -> Decimal | None:
        """What is granted a month now, PLN."""
        return self.versions[-1].amount

    @property
    def last_decision_id(self) -> UUID:
        return self.suspended_by or self.versions[-1].decision_id

    # --- what decisions do to it ----------------------------------------------

    def suspend(
        self, decision_id: UUID, valid_from: date, *, on: date, reviewed: bool = True
    ) -> None:
        """Payments of the months from that day on stop; earlier ones stay due.

        `reviewed`: by the decision that ends the review; another leaves an open one to its worker.
        """
        self._suspended(decision_id=decision_id, valid_from=valid_from, on=on)
        if reviewed:
            self._close_review(ReviewResult.SUSPENDED, decision_id, on)

    @event(EntitlementEvents.BenefitSuspended)
    def _suspended(self, decision_id: UUID, valid_from: date, on: date) -> None:
        self.suspended_from = valid_from
        self.suspended_by = decision_id
        self.plan = self.plan.decided(Span(valid_from, NOTHING, decision_id), self.valid_to, on)
        self.state = self._as_it_stands

    def change(
        self,
        decision_id: UUID,
        terms: Terms,
        *,
        on: date,
        limited: bool = False,
        granted: bool = False,
        reviewed: bool = True,
    ) -> None:
        """Another amount or scope from a day on; the earlier one holds until then.

        `granted`: in the place of the grant itself, so it runs again if it had ended.
        """
        assert terms.valid_from is not None
        valid_to = terms.valid_to or self.valid_to
        version = Version(terms.valid_from, terms.amount, terms.service, decision_id, valid_to)
        resumes = granted and self._runs_again(version, on)
        self._changed(version=version, valid_to=valid_to, on=on, limited=limited, resumes=resumes)
        if reviewed:
            result = ReviewResult.LIMITED if limited else ReviewResult.CHANGED
            self._close_review(result, decision_id, on)

    def _runs_again(self, version: Version, on: date) -> bool:
        """It is over, and something is left to be paid or given; never beside a home."""
        if self.ended_on is None or self.end_reason is End.DPS:
            return False
        if self.plan.payments:
            return bool(self._plan_with(version, version.valid_to, on).waiting)
        return version.valid_to is None or version.valid_to > self.ended_on

    def _plan_with(self, version: Version, valid_to: date | None, on: date) -> Plan:
        if version.amount is None:
            return self.plan
        span = Span(version.valid_from, version.amount, version.decision_id)
        return self.plan.decided(span, valid_to, on)

    @event(EntitlementEvents.BenefitChanged)
    def _changed(
        self,
        version: Version,
        valid_to: date | None,
        on: date,
        limited: bool = False,
        resumes: bool = False,
    ) -> None:
        self.versions += (version,)
        self.valid_to = valid_to
        self.suspended_from = self.suspended_by = None
        self.plan = self._plan_with(version, valid_to, on)
        if resumes and self.ended_on is not None and self.end_reason is not None:
            by = version.decision_id
            self.lifted = Ending(self.ended_on, self.ended_by, self.end_reason, lifted_by=by)
            self.ended_on = self.ended_by = self.end_reason = None
        self.state = self._as_it_stands

    def revoke(self, decision_id: UUID, valid_from: date, *, on: date) -> None:
        """The benefit is taken away from a day on."""
        self._close_review(ReviewResult.REVOKED, decision_id, on)
        self._ended(reason=End.REVOKED, valid_from=valid_from, on=on, decision_id=decision_id)

    def undo(self, decision_id: UUID, *, on: date) -> None:
        """A decision that had already taken effect was overturned, or another took its place."""
        if decision_id == self.decision_id:
            self._close_review(ReviewResult.ENDED, decision_id, on)
            self._ended(
                reason=End.OVERTURNED, valid_from=self.valid_from, on=on, decision_id=decision_id
            )
        else:
            held_from = self._held_from(decision_id)
            self._change_undone(decision_id=decision_id, on=on, valid_from=held_from)

    def _held_from(self, decision_id: UUID) -> date | None:
        """The first day of what that decision did to the benefit; None: nothing."""
        days = {self.suspended_by: self.suspended_from, self.ended_by: self.ended_on}
        days |= {span.decision_id: span.valid_from for span in self.plan.due.spans}
        days |= {version.decision_id: version.valid_from for version in self.versions}
        return days.get(decision_id)

    @event(EntitlementEvents.ChangeUndone)
    def _change_undone(self, decision_id: UUID, on: date, valid_from: date | None = None) -> None:
        self.versions = tuple(v for v in self.versions if v.decision_id != decision_id)
        valid_to, self.valid_to = self.valid_to, self.versions[-1].valid_to
        if self.lifted is not None and self.lifted.lifted_by == decision_id:
            was = self.lifted
            self.ended_on, self.ended_by, self.end_reason = was.on, was.by, was.reason
        elif not self._stays_ended(decision_id, same_period=valid_to == self.valid_to):
            self.ended_on = self.ended_by = self.end_reason = None
        self.plan = self.plan.undone(decision_id, self.valid_to, on)
        if self.suspended_by in (None, decision_id):
            held = self.plan.suspension
            self.suspended_from = held.valid_from if held else None
            self.suspended_by = held.decision_id if held else None
        self.state = self._as_it_stands

    def _stays_ended(self, without: UUID, *, same_period: bool) -> bool:
        """What was undone is not what had ended it: another decision, a home, its last day."""
        if self.end_reason is End.PERIOD:
            return same_period
        return self.end_reason is not None and self.ended_by != without

    def end(self, *, on: date) -> None:
        """Its period is over and everything that was due is paid."""
        require(Action.END_BENEFIT, self.state)
        if self.delivery_open:
            raise DeliveryOpen
        if self.plan.waiting:
            raise PaymentsOpen(tuple(p.month for p in self.plan.waiting))
        self._close_review(ReviewResult.ENDED, None, on)
        self._ended(reason=End.PERIOD, valid_from=self.valid_to or on, on=on, decision_id=None)

    def end_by_admission(self, admitted_on: date, *, on: date) -> None:
        """Care at home ends the day before the client moves into a home; no decision is needed."""
        require(Action.END_BENEFIT, self.state)
        last_day = max(self.valid_from, admitted_on - timedelta(days=1))
        self._close_review(ReviewResult.ENDED, None, on)
        self._ended(reason=End.DPS, valid_from=last_day, on=on, decision_id=None)

    @event(EntitlementEvents.BenefitEnded)
    def _ended(
        self, reason: End, valid_from: date, on: date, decision_id: UUID | None = None
    ) -> None:
        self.state = EntitlementState.ENDED
        self.ended_on, self.ended_by, self.end_reason = valid_from, decision_id, reason
        if reason in {End.REVOKED, End.OVERTURNED}:
            span = Span(valid_from, NOTHING, decision_id or self.decision_id)
            self.plan = self.plan.decided(span, self.valid_to, on)

    def deadlines(self) -> tuple[Deadline, ...]:
        """The next payment; by when a review is taken up, and then decided."""
        due = [payment.due_on for payment in self.plan.waiting]
        found = [Deadline(DeadlineKind.PAYMENT, min(due))] if due else []
        if (review := self.review) is not None:
            decide_by = review.decide_by or review_due(review.opened_on)
            due_on = review.take_up_by if review.taken_up_by is None else decide_by
            found.append(Deadline(DeadlineKind.REVIEW, due_on))
        return tuple(found)
