"""The payments of a benefit: made, cancelled, come back, sent again, and what was not due."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from chassis.aggregate import event
from services.benefits.entitlement_events import EntitlementEvents
from services.benefits.lifecycle import Action, EntitlementState, require
from services.benefits.payments import CancelReason, Overpaid, Payment, ReturnReason, at_most
from services.benefits.plan import Plan
from services.benefits.values import PaymentMethod, Terms


class EntitlementPayments(EntitlementEvents):
    """What happens to the plan of an `Entitlement` month by month."""

    plan: Plan
    state: EntitlementState

    @property
    def payments(self) -> dict[str, Payment]:
        """By month, the further ones of a month as `2026-02/2`."""
        return {payment.key: payment for payment in self.plan.payments}

    @property
    def paid(self) -> Decimal:
        return self.plan.paid

    @property
    def undue(self) -> tuple[Overpaid, ...]:
        """What was paid beyond what is due now, and no decision has claimed back yet."""
        return self.plan.undue()

    def execute_payment(
        self, which: str | UUID, *, on: date, list_id: UUID | None = None
    ) -> Payment:
        """Once. Raises AlreadyPaid, PaymentStopped, PaymentCancelled, TooEarlyToPay,
        NoSuchPayment."""
        require(Action.EXECUTE_PAYMENT, self.state)
        paid = self.plan.executed(which, list_id, on)
        self._payment_executed(payment=paid)
        return paid

    @event(EntitlementEvents.PaymentExecuted)
    def _payment_executed(self, payment: Payment) -> None:
        self.plan = self.plan.put(payment)

    def cancel_payment(
        self,
        payment_id: UUID,
        reason: CancelReason,
        text: str,
        *,
        and_later: bool = False,
        by: str,
        on: date,
    ) -> tuple[Payment, ...]:
        """It is not made, nor those after it if `and_later`; what is due stays as decided.

        Raises AlreadyPaid, PaymentStopped, PaymentCancelled, NoSuchPayment.
        """
        require(Action.CANCEL_PAYMENT, self.state)
        found = self.plan.to_cancel(payment_id, and_later=and_later)
        cancelled = tuple(self.plan.cancelled(one, reason, text, by, on) for one in found)
        for payment in cancelled:
            self._payment_cancelled(payment=payment)
        return cancelled

    @event(EntitlementEvents.PaymentCancelled)
    def _payment_cancelled(self, payment: Payment) -> None:
        self.plan = self.plan.put(payment)

    def return_payment(self, payment_id: UUID, reason: ReturnReason, *, on: date) -> Payment:
        """The money came back; it is owed again, once somebody sends it anew. Raises NotPaid."""
        back = self.plan.returned(payment_id, reason, on)
        self._payment_returned(payment=back)
        return back

    @event(EntitlementEvents.PaymentReturned)
    def _payment_returned(self, payment: Payment) -> None:
        self.plan = self.plan.put(payment)

    def reissue_payment(self, payment_id: UUID, due_on: date, method: PaymentMethod) -> Payment:
        """Also of a cancelled one. Raises NotReturned, or PaymentStopped where nothing of it is
        due any more."""
        again = self.plan.reissued(payment_id, due_on, method)
        self._payment_reissued(payment=again)
        return again

    @event(EntitlementEvents.PaymentReissued)
    def _payment_reissued(self, payment: Payment) -> None:
        self.plan = self.plan.put(payment)

    def extend_plan(self, *, on: date) -> None:
        """A benefit without an end always has its next months planned. Raises PlanLongEnough."""
        require(Action.END_BENEFIT, self.state)
        self._plan_extended(before=self.plan.until, until=self.plan.longer(on), on=on)

    @event(EntitlementEvents.PlanExtended)
    def _plan_extended(self, before: str, until: str, on: date) -> None:
        self.plan = self.plan.extended(until, on)

    def establish_undue(
        self, decision_id: UUID, terms: Terms | None = None, *, on: date
    ) -> tuple[Overpaid, ...]:
        """What was paid and is not due, by a decision of its own (ups art. 98).

        Never more than the decision says, nor for another month.
        """
        months = self.plan.undue()
        if terms is not None and terms.amount is not None:
            months = at_most(months, terms.amount, terms.months)
        if months:
            self._undue_established(decision_id=decision_id, months=months, on=on)
        return months

    @event(EntitlementEvents.UndueBenefitEstablished)
    def _undue_established(self, decision_id: UUID, months: tuple[Overpaid, ...], on: date) -> None:
        self.plan = replace(self.plan, established=self.plan.established + months)

    def set_undue_again(self, decision_id: UUID, months: tuple[Overpaid, ...], *, on: date) -> None:
        """The decision that had established them holds after all."""
        self._undue_established(decision_id=decision_id, months=months, on=on)

    def set_undue_aside(self, decision_id: UUID, months: tuple[Overpaid, ...], *, on: date) -> None:
        """The decision that had established them was overturned, or another took its place."""
        self._undue_set_aside(decision_id=decision_id, months=months, on=on)

    @event(EntitlementEvents.UndueSetAside)
    def _undue_set_aside(self, decision_id: UUID, months: tuple[Overpaid, ...], on: date) -> None:
        left = tuple(one for one in self.plan.established if one not in months)
        self.plan = replace(self.plan, established=left)
