"""The plan of payments: which bring what is due, which were made, and which came back.

A month has one payment as a rule. It has another where one came back, or where a decision raised
what was already paid; what was paid is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from chassis.calendar import Month, last_working_day_until
from services.benefits.deadlines import PAYMENT_DAY, not_before, payment_due
from services.benefits.payments import (
    NOTHING,
    Cancellation,
    CancelReason,
    Due,
    Overpaid,
    Payment,
    PaymentState,
    ReturnReason,
    Span,
    ended_by_death,
    later,
    new_payment,
    next_payment_day,
    payments_of,
    waits_to_be_sent,
)
from services.benefits.refusals.payments import (
    AlreadyPaid,
    NoSuchPayment,
    NotPaid,
    NotReturned,
    PaymentCancelled,
    PaymentStopped,
    PlanLongEnough,
    TooEarlyToPay,
)
from services.benefits.values import PaymentMethod

PLAN_AHEAD = 6
"""How many months of it are always planned, and how many are added then."""


@dataclass(frozen=True)
class Plan:
    """Of one benefit; a service has none, and so no payments. `until` is its last month."""

    entitlement_id: UUID
    due: Due
    payments: tuple[Payment, ...] = ()
    until: str = ""
    payment_day: int = PAYMENT_DAY
    established: tuple[Overpaid, ...] = ()
    """What decisions already set as undue."""

    @classmethod
    def of(cls, entitlement_id: UUID, due: Due, payments: tuple[Payment, ...]) -> Plan:
        """The plan with which realisation started."""
        if not payments:
            return cls(entitlement_id, due)
        day = payments[0].due_on.day
        return cls(entitlement_id, due, payments, payments[-1].month, day)

    # --- one payment ----------------------------------------------------------

    def find(self, which: str | UUID) -> Payment:
        """By its id; or of a month the one that waits, else its last. Raises NoSuchPayment."""
        found = [p for p in self.payments if which in (p.payment_id, p.month)]
        if not found:
            raise NoSuchPayment(str(which))
        return [*found, *(p for p in found if p.state is PaymentState.PLANNED)][-1]

    def _still_planned(self, which: str | UUID) -> Payment:
        """Raises AlreadyPaid, PaymentStopped, PaymentCancelled, NoSuchPayment."""
        found = self.find(which)
        match found.state:
            case PaymentState.PAID | PaymentState.RETURNED:
                raise AlreadyPaid(found.month)
            case PaymentState.STOPPED:
                raise PaymentStopped(found.month)
            case PaymentState.CANCELLED:
                raise PaymentCancelled(found.month)
        return found

    def executed(self, which: str | UUID, list_id: UUID | None, on: date) -> Payment:
        """From the payment day on, or the last working day before it; once."""
        planned = self._still_planned(which)
        earliest = last_working_day_until(planned.due_on)
        if on < earliest:
            raise TooEarlyToPay(planned.month, earliest)
        return replace(planned, state=PaymentState.PAID, paid_on=on, list_id=list_id)

    def returned(self, payment_id: UUID, reason: ReturnReason, on: date) -> Payment:
        """Raises NotPaid, NotBeforeEarlier."""
        paid = self.find(payment_id)
        if paid.state is not PaymentState.PAID:
            raise NotPaid(paid.month)
        not_before("wypłata", "the payment", paid.paid_on, on)
        return replace(paid, state=PaymentState.RETURNED, returned_on=on, return_reason=reason)

    def to_cancel(self, payment_id: UUID, *, and_later: bool) -> tuple[Payment, ...]:
        """It, and if so wished the planned ones of later months.

        Raises AlreadyPaid, PaymentStopped, PaymentCancelled.
        """
        first = self._still_planned(payment_id)
        later_ones = (p for p in self.waiting if and_later and p.month > first.month)
        return (first, *later_ones)

    def cancelled(
        self, payment: Payment, reason: CancelReason, text: str, by: str, on: date
    ) -> Payment:
        """Neither a list nor anybody by hand makes it any more."""
        why = Cancellation(reason, text, by, on, self.due.decided_by(payment.month))
        return replace(payment, state=PaymentState.CANCELLED, cancelled=why)

    @property
    def cut_short(self) -> bool:
        """Whether somebody cancelled a payment, and nothing took its place: neither another payment
        nor another decision about its month."""
        cancelled = (p for p in self.payments if p.state is PaymentState.CANCELLED)
        beside = ((p, payments_of(self.payments, p.month)) for p in cancelled)
        return any(self._is_spoken_for(p, some) or ended_by_death(p, some) for p, some in beside)

    def reissued(self, payment_id: UUID, due_on: date, method: PaymentMethod) -> Payment:
        """What is due of a returned or cancelled payment now, once more.

        Raises NotReturned, PaymentStopped, NotBeforeEarlier.
        """
        back = self.find(payment_id)
        of_month = payments_of(self.payments, back.month)
        if not waits_to_be_sent(back, of_month):
            raise NotReturned(back.month)
        not_before("zwrot wypłaty", "the return", back.returned_on, due_on)
        waiting = _sum(p for p in of_month if p.state is PaymentState.PLANNED)
        rest = self.owed_for(back.month) - self.paid_for(back.month) - waiting
        if rest <= 0:
            raise PaymentStopped(back.month)
        nth = of_month[-1].nth + 1
        again = new_payment(self.entitlement_id, back.month, nth, rest, due_on, method)
        return replace(again, instead_of=back.payment_id)

    def put(self, payment: Payment) -> Plan:
        """With this payment, in the place of what it was before."""
        others = [p for p in self.payments if p.payment_id != payment.payment_id]
        return replace(self, payments=_sorted([*others, payment]))

    # --- sums -----------------------------------------------------------------

    @property
    def paid(self) -> Decimal:
        return _sum(p for p in self.payments if p.state is PaymentState.PAID)

    def paid_for(self, month: str) -> Decimal:
        return _sum(p for p in payments_of(self.payments, month) if p.state is PaymentState.PAID)

    @property
    def waiting(self) -> tuple[Payment, ...]:
        """Planned and not made yet."""
        return tuple(p for p in self.payments if p.state is PaymentState.PLANNED)

    @property
    def given(self) -> Decimal:
        """What the client has or will have of the benefit, without what is undue."""
        months = dict.fromkeys(p.month for p in self.payments)
        sums = ((m, self.paid_for(m) + _sum(payments_of(self.waiting, m))) for m in months)
        return _sum_of(min(sum_, self.due.of(month)) for month, sum_ in sums)

    def owed_for(self, month: str) -> Decimal:
        """What the client may keep of the month: what is due, and what is claimed back apart."""
        claimed = _sum_of(o.amount for o in self.established if o.month == month)
        return self.due.of(month) + claimed

    def undue(self) -> tuple[Overpaid, ...]:
        """Months paid beyond what is due now, less what was established before (ups art. 98)."""
        found = []
        for month in dict.fromkeys(p.month for p in self.payments):
            owed, paid = self.owed_for(month), self.paid_for(month)
            if paid > owed:
                found.append(Overpaid(month, paid, owed))
        return tuple(found)

    @property
    def suspension(self) -> Span | None:
        """The last word of the decisions, where it says that nothing is due."""
        last = self.due.spans[-1] if self.payments and self.due.spans else None
        return last if last is not None and last.amount == NOTHING else None

    # --- what decisions do to it ----------------------------------------------

    def decided(self, span: Span, valid_to: date | None, on: date) -> Plan:
        """Another amount from a day on, or nothing; also another end of the period."""
        due = replace(self.due, spans=(*self.due.spans, span), valid_to=valid_to)
        until = self.until
        if until and valid_to is not None:
            until = max(until, str(Month.of(valid_to)))
        return replace(self, due=due, until=until)._replanned(on)

    def undone(self, decision_id: UUID, valid_to: date | None, on: date) -> Plan:
        """Without what that decision did."""
        spans = tuple(s for s in self.due.spans if s.decision_id != decision_id)
        return replace(self, due=replace(self.due, spans=spans, valid_to=valid_to))._replanned(on)

    def longer(self, on: date) -> str:
        """Until which month to plan a benefit without an end. Raises PlanLongEnough."""
        wanted = later(str(Month.of(on)), PLAN_AHEAD)
        if self.due.valid_to is not None or not self.payments or self.until >= wanted:
            raise PlanLongEnough(self.until)
        return later(wanted, PLAN_AHEAD)

    def extended(self, until: str, on: date) -> Plan:
        return replace(self, until=until)._replanned(on)

    def _replanned(self, on: date) -> Plan:
        """What was paid stays, the rest of what is due is planned.

        A payment that came back counts as paid here; a worker sends it again. So does a cancelled
        one, until another decision is made about its month.
        """
        if not self.payments:
            return self
        found: list[Payment] = []
        for month in sorted({*self.due.months(self.until), *(p.month for p in self.payments)}):
            found += self._month_replanned(month, on)
        return replace(self, payments=tuple(found))

    def _is_spoken_for(self, payment: Payment, of_its_month: Sequence[Payment]) -> bool:
        """Paid, or it came back or was cancelled and is not made anew yet."""
        why = payment.cancelled
        if why is not None and why.decision_id != self.due.decided_by(payment.month):
            return False
        waits = waits_to_be_sent(payment, of_its_month)
        return payment.state is PaymentState.PAID or waits

    def _died_before(self, month: str) -> bool:
        """A longer plan, or a longer period, gives nobody money who is dead."""
        earlier = (p for p in self.payments if p.month < month)
        return any(ended_by_death(p, payments_of(self.payments, p.month)) for p in earlier)

    def _month_replanned(self, month: str, on: date) -> list[Payment]:
        old = payments_of(self.payments, month)
        rest = self.owed_for(month) - _sum(p for p in old if self._is_spoken_for(p, old))
        if any(ended_by_death(p, old) for p in old) or (not old and self._died_before(month)):
            rest = NOTHING
        new = [_stopped(payment) for payment in old]
        if rest > 0 and new and new[-1].state is PaymentState.STOPPED:
            new[-1] = replace(new[-1], state=PaymentState.PLANNED, amount=rest)
        elif rest > 0:
            day = payment_due(month, self.payment_day)
            if old:
                day = max(day, next_payment_day(on, self.payment_day))
            method = self.payments[-1].method
            new.append(new_payment(self.entitlement_id, month, len(new) + 1, rest, day, method))
        return new


def _stopped(payment: Payment) -> Payment:
    if payment.state is PaymentState.PLANNED:
        return replace(payment, state=PaymentState.STOPPED)
    return payment


def _sorted(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    return tuple(sorted(payments, key=lambda p: (p.month, p.nth)))


def _sum(payments: Iterable[Payment]) -> Decimal:
    return _sum_of(payment.amount for payment in payments)


def _sum_of(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)
