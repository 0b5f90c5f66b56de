"""A benefit in realisation with its payments, as programs and pages read it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from services.benefits.api.links import ActionLink, entitlement_links
from services.benefits.calculation import Continuation, IncomeChange
from services.benefits.entitlement_events import Handed, Version
from services.benefits.lifecycle import EntitlementState
from services.benefits.payments import Overpaid, PaymentState
from services.benefits.values import Benefit


class PaymentOut(BaseModel):
    """One payment of a benefit, PLN: planned, made, come back or cancelled."""

    payment_id: UUID
    entitlement_id: UUID
    case_id: UUID
    month: str = Field(examples=["2026-02"])
    due_on: date
    amount: Decimal = Field(examples=["200.00"])
    method: str
    state: str = Field(examples=["planned"])
    paid_on: date | None
    nth: int = Field(default=1, description="its place among the payments of its month")
    list_id: UUID | None = None
    returned_on: date | None = None
    return_reason: str | None = None
    cancelled_on: date | None = None
    cancelled_by: str | None = None
    cancel_reason: str | None = None
    cancel_text: str | None = None
    sent_again: bool = Field(default=False, description="another was made in its place")


class EntitlementOut(BaseModel):
    """What a decision granted, and what became of it; amounts in PLN.

    `paid` is all that reached the client and did not come back.
    """

    id: UUID
    state: EntitlementState
    benefit: Benefit
    decision_id: UUID
    valid_from: date
    valid_to: date | None
    versions: list[Version] = Field(description="what was granted from when on, the latest last")
    suspended_from: date | None
    review: dict[str, Any] | None
    paid: Decimal
    undue: list[Overpaid] = Field(
        default=[], description="paid beyond what is due, and not claimed back by a decision yet"
    )
    deliveries: list[Handed] = Field(default=[], description="what was given instead of money")
    continuation: Continuation | None = Field(
        default=None, description="until when it goes on after work was found (ups art. 39a)"
    )
    income_change: IncomeChange | None = Field(
        default=None, description="calculated in the review that is open (ups art. 106(3b))"
    )
    payments: list[PaymentOut] = []
    actions: list[ActionLink] = []


def entitlement_out(view: dict[str, Any], payments: list[Any], role: str) -> EntitlementOut:
    found = EntitlementOut(**view)
    own = [PaymentOut(**dict(p)) for p in payments if p["entitlement_id"] == found.id]
    payable = any(payment.state == PaymentState.PLANNED for payment in own)
    links = entitlement_links(
        found.id, found.state, payable=payable, role=role, benefit=found.benefit
    )
    return found.model_copy(update={"payments": own, "actions": links})
