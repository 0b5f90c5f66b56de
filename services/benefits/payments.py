"""What is due for each month by all decisions, and a payment that brings it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import NAMESPACE_OID, UUID, uuid5

from osnowa_contracts import codes

from chassis.calendar import Month
from services.benefits.calculation import partial_month
from services.benefits.calculation.money import money
from services.benefits.deadlines import PAYMENT_DAY, payment_due
from services.benefits.values import (
    PAID_ONCE,
    WHOLE_MONTHS,
    Benefit,
    PaymentMethod,
    Terms,
    given_once,
)

NOTHING = Decimal(0)


class PaymentState(StrEnum):
    PLANNED = "planned"
    PAID = "paid"
    RETURNED = "returned"
    STOPPED = "stopped"
    CANCELLED = "cancelled"


ReturnReason = codes.ReturnReason
CancelReason = codes.CancelReason


@dataclass(frozen=True)
class Cancellation:
    """Why a planned payment is not made; `text` stays in the file."""

    reason: CancelReason
    text: str
    by: str
    on: date
    decision_id: UUID
    """What was decided of its month then; another decision about it plans it anew."""


@dataclass(frozen=True)
class Payment:
    """What is paid for a month; `month` is written `2026-02`."""

    payment_id: UUID
    month: str
    due_on: date
    amount: Decimal
    method: PaymentMethod
    state: PaymentState = PaymentState.PLANNED
    paid_on: date | None = None
    nth: int = 1
    """Its place among the payments of its month; a second one where the first came back."""
    list_id: UUID | None = None
    """The payment list that made it, if it was not made by itself."""
    returned_on: date | None = None
    return_reason: ReturnReason | None = None
    instead_of: UUID | None = None
    """The payment that came back, or was cancelled, and is made after all by this one."""
    cancelled: Cancellation | None = None

    @property
    def key(self) -> str:
        """`2026-02` for the first payment of a month, `2026-02/2` for the second."""
        return self.month if self.nth == 1 else f"{self.month}/{self.nth}"


@dataclass(frozen=True)
class Span:
    """What is due a month from a day on, and by which decision; a later one goes before."""

    valid_from: date
    amount: Decimal
    decision_id: UUID


@dataclass(frozen=True)
class Overpaid:
    """A month for which more was paid than is due now."""

    month: str
    paid: Decimal
    due: Decimal

    @property
    def amount(self) -> Decimal:
        return self.paid - self.due

    @property
    def first_day(self) -> date:
        return Month.parse(self.month).first

    @property
    def last_day(self) -> date:
        return Month.parse(self.month).last


def at_most(
    months: tuple[Overpaid, ...], amount: Decimal, only: tuple[str, ...]
) -> tuple[Overpaid, ...]:
    """The months that a decision names, up to its amount: the last ones count in part or not."""
    found, left = [], amount
    for one in months:
        counted = min(one.amount, left)
        if counted > 0 and (not only or one.month in only):
            found.append(replace(one, due=one.paid - counted))
            left -= counted
    return tuple(found)


@dataclass(frozen=True)
class Due:
    """What decisions grant, day by day; PLN a month, in part for a part of one."""

    spans: tuple[Span, ...]
    valid_from: date
    valid_to: date | None
    whole: bool = False
    """For a need and not for days: each month of the period is due in full."""
    once: bool = False
    """The whole amount is due in the first month and nothing after it."""

    @classmethod
    def of_benefit(
        cls, benefit: Benefit, spans: tuple[Span, ...], valid_from: date, valid_to: date | None
    ) -> Due:
        """As the benefit is paid: by its days, for whole months, or once."""
        return cls(
            spans, valid_from, valid_to, whole=benefit in WHOLE_MONTHS, once=benefit in PAID_ONCE
        )

    @property
    def last_decision_id(self) -> UUID:
        """The decision that last said what is due."""
        return self.spans[-1].decision_id

    def decided_by(self, month: str) -> UUID:
        """The decision that says what is due at the end of the month."""
        last = Month.parse(month).last
        begun = (one for one in reversed(self.spans) if self.once or one.valid_from <= last)
        return next(begun, self.spans[0]).decision_id

    def of(self, month: str) -> Decimal:
        """For the days of the month in the period, each stretch of one amount by itself.

        What is for a need is due as it stands at the end of the month.
        """
        whole = Month.parse(month)
        if self.once:
            now = bool(self.spans) and whole == Month.of(self.valid_from)
            return self.spans[-1].amount if now else NOTHING
        first = max(whole.first, self.valid_from)
        last = whole.last if self.valid_to is None else min(whole.last, self.valid_to)
        if first > last:
            return NOTHING
        if self.whole:
            return money(self._on(last))
        starts = {s.valid_from for s in self.spans if first < s.valid_from <= last}
        new = (day for day in starts if self._on(day) != self._on(day - timedelta(days=1)))
        begins = sorted({first, *new})
        ends = [*(day - timedelta(days=1) for day in begins[1:]), last]
        parts = zip(begins, ends, strict=True)
        return sum((partial_month(self._on(a), a, b) for a, b in parts), NOTHING)

    def _on(self, day: date) -> Decimal:
        for span in reversed(self.spans):
            if span.valid_from <= day:
                return span.amount
        return NOTHING

    def months(self, until: str) -> Iterator[str]:
        """Of the period, up to that month."""
        month, last = Month.of(self.valid_from), Month.parse(until)
        if self.once:
            last = min(last, month)
        if self.valid_to is not None:
            last = min(last, Month.of(self.valid_to))
        while month <= last:
            yield str(month)
            month = month.next()


def granted_in_all(benefit: Benefit, terms: Terms) -> Decimal:
    """What a decision gives over its whole period, PLN; of help in kind its value."""
    if terms.amount is None or terms.valid_from is None or terms.valid_to is None:
        return terms.amount or NOTHING
    if given_once(benefit, terms):
        return terms.amount
    granted = Span(terms.valid_from, terms.amount, NAMESPACE_OID)
    due = Due.of_benefit(benefit, (granted,), terms.valid_from, terms.valid_to)
    return sum((due.of(month) for month in due.months(str(Month.of(terms.valid_to)))), NOTHING)


def new_payment(
    entitlement_id: UUID, month: str, nth: int, amount: Decimal, due_on: date, method: PaymentMethod
) -> Payment:
    """Its id follows from the month and its place in it."""
    name = f"payment/{month}" if nth == 1 else f"payment/{month}/{nth}"
    return Payment(uuid5(entitlement_id, name), month, due_on, amount, method, nth=nth)


def later(month: str, count: int) -> str:
    """So many months after that month."""
    found = Month.parse(month)
    for _ in range(count):
        found = found.next()
    return str(found)


def term_of(due_on: date, started_on: date) -> date:
    """By when it is to be made; what was in arrears at the start, by the payment day after it."""
    return due_on if due_on >= started_on else next_payment_day(started_on, due_on.day)


def next_payment_day(on: date, payment_day: int = PAYMENT_DAY) -> date:
    """The first payment day from that day on."""
    month = Month.of(on)
    day = payment_due(str(month), payment_day)
    return day if day >= on else payment_due(str(month.next()), payment_day)


def waits_to_be_sent(payment: Payment, of_its_month: Sequence[Payment]) -> bool:
    """It came back or was cancelled, and no other payment was made to take its place."""
    again = (other.instead_of for other in of_its_month)
    taken_back = payment.state in {PaymentState.RETURNED, PaymentState.CANCELLED}
    return taken_back and payment.payment_id not in again


def ended_by_death(payment: Payment, of_its_month: Sequence[Payment]) -> bool:
    """No decision plans it again; a worker may, if that was a mistake."""
    why = payment.cancelled
    died = why is not None and why.reason is CancelReason.DECEASED
    return died and waits_to_be_sent(payment, of_its_month)


def payments_of(payments: Iterable[Payment], month: str) -> list[Payment]:
    """In the order in which they were planned."""
    return sorted((p for p in payments if p.month == month), key=lambda p: p.nth)
