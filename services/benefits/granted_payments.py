"""The payments that a grant begins with; what comes later is for the plan."""

from __future__ import annotations

from uuid import UUID

from chassis.calendar import Month
from services.benefits.deadlines import PAYMENT_DAY, payment_due
from services.benefits.payments import Due, Payment, Span, later, new_payment
from services.benefits.values import VALUED, Benefit, PaymentMethod, Terms

MOST_MONTHS = 24
"""How far ahead a benefit without an end is planned at first."""


def granted_payments(
    entitlement_id: UUID,
    decision_id: UUID,
    benefit: Benefit,
    terms: Terms,
    method: PaymentMethod,
    payment_day: int,
) -> tuple[Payment, ...]:
    """What a decision grants in money; services and help in kind have none."""
    if terms.amount is None or terms.valid_from is None or benefit in VALUED:
        return ()
    granted = Span(terms.valid_from, terms.amount, decision_id)
    due = Due.of_benefit(benefit, (granted,), terms.valid_from, terms.valid_to)
    return payment_plan(entitlement_id, due, method, payment_day)


def payment_plan(
    entitlement_id: UUID, due: Due, method: PaymentMethod, payment_day: int = PAYMENT_DAY
) -> tuple[Payment, ...]:
    """One payment for each month that the period touches."""
    until = later(str(Month.of(due.valid_from)), MOST_MONTHS - 1)
    if due.valid_to is not None:
        until = str(Month.of(due.valid_to))
    return tuple(
        new_payment(
            entitlement_id, month, 1, due.of(month), payment_due(month, payment_day), method
        )
        for month in due.months(until)
    )
