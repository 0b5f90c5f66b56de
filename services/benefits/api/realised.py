"""What is read of realisation: payment lists, monitoring, repayments, support, fees, requests."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field, TypeAdapter

from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import EntitlementState
from services.benefits.payments import NOTHING, Payment
from services.benefits.queries.names import full_name
from services.benefits.realisation.fees import Shares, Stay, Waiting
from services.benefits.realisation.monitoring import Change, Check, Contribution
from services.benefits.realisation.obliged import Agreement, Claim, Situation, arrears_of
from services.benefits.realisation.repayment_events import GivenBack, Instalment, Receipt
from services.benefits.realisation.values import RepaymentCause
from services.benefits.values import Benefit, CooperationAssessor

_AGREEMENTS = TypeAdapter(tuple[Agreement, ...])
_RECEIVED = TypeAdapter(dict[str, Decimal])


class DayOut(BaseModel):
    """A day with payments; what still waits on it, and what was paid."""

    day: date
    waiting: int
    waiting_total: Decimal = Field(examples=["664.62"])
    paid: int
    paid_total: Decimal


class ListedPayment(BaseModel):
    """A line of the list of a day."""

    payment_id: UUID
    entitlement_id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    benefit: Benefit
    month: str = Field(examples=["2026-02"])
    amount: Decimal = Field(examples=["200.00"])
    method: str
    state: str = Field(examples=["planned"])
    paid_on: date | None
    returned_on: date | None
    return_reason: str | None
    cancelled_on: date | None
    cancelled_by: str | None
    cancel_reason: str | None
    sent_again: bool = False


class ListTotal(BaseModel):
    """Number and sum of the payments of one state."""

    count: int
    total: Decimal


class ListRun(BaseModel):
    """A list that was drawn up; without `executed_on` it broke off and can be gone on with."""

    list_id: UUID
    drawn_up_on: date
    drawn_up_by: str
    count: int
    total: Decimal
    executed_on: date | None
    paid_count: int | None
    paid_total: Decimal | None
    left_out: int | None


class ListOut(BaseModel):
    """The payments of a day. Send `totals.planned` back to execute what waits."""

    day: date
    executable_from: date
    payments: list[ListedPayment]
    totals: dict[str, ListTotal]
    runs: list[ListRun]


class UndueMonth(BaseModel):
    """A month for which more was paid than is due."""

    month: str = Field(examples=["2026-08"])
    paid: Decimal
    due: Decimal
    amount: Decimal


class BenefitOut(BaseModel):
    """A benefit as its decisions left it, on a given day or now; PLN a month."""

    entitlement_id: UUID
    case_id: UUID
    benefit: Benefit
    state: EntitlementState
    valid_from: date
    valid_to: date | None
    amount: Decimal | None = Field(examples=["364.62"])
    paid: Decimal
    undue: list[UndueMonth]
    payments: list[Payment]


class CertificateOut(BaseModel):
    """Certificate 6 of a month: expected, received or overdue.

    Where the benefits worker is the `assessor`, the judgement of that month.
    """

    entitlement_id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    month: str
    due_on: date
    standing: str
    cooperates: bool | None
    assessor: CooperationAssessor = CooperationAssessor.SOCIAL_WORKER


class MonitoringOut(BaseModel):
    """What was seen of a benefit while it was given."""

    entitlement_id: UUID
    terms_on: date | None
    certificates: list[CertificateOut]
    checks: list[Check]
    changes: list[Change]
    contributions: list[Contribution]


class InstalmentOwed(BaseModel):
    repayment_id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    number: int
    due_on: date
    rest: Decimal


class RepaymentOut(BaseModel):
    """An undue benefit, help on condition of repayment or a loan, and how it comes back.

    `to_give_back` came back and is not owed: the claim fell away, or became less.
    """

    repayment_id: UUID
    entitlement_id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    benefit: Benefit
    decision_id: UUID
    cause: RepaymentCause = RepaymentCause.UNDUE
    established_on: date
    amount: Decimal = Field(examples=["100.00"])
    received: Decimal
    waived: Decimal
    rest: Decimal
    months: list[dict[str, Any]]
    instalments: list[Instalment]
    receipts: list[Receipt]
    counted_here: Decimal = NOTHING
    counted_elsewhere: Decimal = NOTHING
    refunds: list[GivenBack] = []
    to_give_back: Decimal = NOTHING
    fell_away_on: date | None = None


class ObligedOut(BaseModel):
    """An obliged person; `arrears` are months that ended without what was agreed."""

    obliged_id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    relation: str
    situation: Situation
    agreements: list[Agreement]
    received: dict[str, Decimal]
    arrears: dict[str, Decimal]
    claims: list[Claim]


class FeePartOut(BaseModel):
    """What one payer owes of a month's fee."""

    case_id: UUID
    person_id: UUID
    name: str
    month: str
    first_day: date
    last_day: date
    order_id: UUID | None
    payer: str
    obliged_id: UUID | None
    amount: Decimal
    received: Decimal


class FeesOut(BaseModel):
    """The fee account of a case: who pays how much since when, the wait, the stay, what is due."""

    case_id: UUID
    shares: list[Shares]
    waiting: Waiting | None = None
    stays: list[Stay]
    parts: list[FeePartOut]


class RequestOut(BaseModel):
    """What a social worker asked for out of a social contract."""

    request_id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    contract_id: UUID
    benefit: Benefit
    amount: Decimal
    provisions: list[str]
    received_on: date
    answered_on: date | None
    result: str | None
    decision_id: UUID | None


class ExpectedOut(BaseModel):
    """What is awaited, the late first: `overdue` counts what should have come by today."""

    overdue: int
    certificates: list[CertificateOut]
    instalments: list[InstalmentOwed]
    to_give_back: list[RepaymentOut]
    returned_payments: list[ListedPayment]
    support: list[ObligedOut]
    fees: list[FeePartOut]
    contract_requests: list[RequestOut]


def benefit_out(entitlement: Entitlement) -> BenefitOut:
    undue = [
        UndueMonth(month=one.month, paid=one.paid, due=one.due, amount=one.amount)
        for one in entitlement.plan.undue()
    ]
    return BenefitOut(
        entitlement_id=entitlement.id,
        case_id=entitlement.case_id,
        benefit=entitlement.benefit,
        state=entitlement.state,
        valid_from=entitlement.valid_from,
        valid_to=entitlement.valid_to,
        amount=entitlement.versions[-1].amount,
        paid=entitlement.paid,
        undue=undue,
        payments=list(entitlement.plan.payments),
    )


def named(row: Any) -> dict[str, Any]:
    """A row with the client's name in one field."""
    return {**dict(row), "name": full_name(row)}


def totals(payments: list[ListedPayment]) -> dict[str, ListTotal]:
    """By state."""
    found: dict[str, ListTotal] = {}
    for payment in payments:
        before = found.get(payment.state, ListTotal(count=0, total=Decimal(0)))
        found[payment.state] = ListTotal(
            count=before.count + 1, total=before.total + payment.amount
        )
    return found


def repayment_out(row: Any) -> RepaymentOut:
    return RepaymentOut(**{**named(row), **json.loads(row["view"])})


def obliged_of_row(row: Any) -> ObligedOut:
    """Without what is missing; that depends on the day."""
    return ObligedOut(**{**dict(row), **json.loads(row["view"]), "arrears": {}})


def obliged_out(row: Any, today: date) -> ObligedOut:
    """With what is missing by today; unpaid fees of a home stand with the fees."""
    view = json.loads(row["view"])
    agreements = _AGREEMENTS.validate_python(view["agreements"])
    received = _RECEIVED.validate_python(view["received"])
    missing = arrears_of(agreements, received, today)
    return obliged_of_row(row).model_copy(update={"arrears": missing})
