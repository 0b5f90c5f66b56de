"""The plan of payments: one a month, a part of a month for a part of the amount."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid5

from services.benefits.calculation import partial_month
from services.benefits.deadlines import payment_due
from services.benefits.values import PaymentMethod

MOST_MONTHS = 24
"""How far ahead a benefit without an end is planned."""


class PaymentState(StrEnum):
    PLANNED = "planned"
    PAID = "paid"
    STOPPED = "stopped"


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


def payment_plan(
    entitlement_id: UUID,
    amount: Decimal,
    valid_from: date,
    valid_to: date | None,
    method: PaymentMethod,
) -> tuple[Payment, ...]:
    """One payment for each month that the period touches."""
    plan: list[Payment] = []
    first = valid_from
    while (valid_to is None or first <= valid_to) and len(plan) < MOST_MONTHS:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        until = last if valid_to is None else min(last, valid_to)
        month = f"{first.year:04}-{first.month:02}"
        plan.append(
            Payment(
                payment_id=uuid5(entitlement_id, f"payment/{month}"),
                month=month,
                due_on=payment_due(month),
                amount=partial_month(amount, first, until),
                method=method,
            )
        )
        first = last + timedelta(days=1)
    return tuple(plan)
