"""What the API of service orders takes and gives."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.inputs import Input
from services.service_orders.lifecycle import Action, State
from services.service_orders.values import (
    ClientSheet,
    EndReason,
    Result,
    Scope,
)


class NewContractor(Input):
    unit: str = Field(description="name of its node", examples=["ngo-opiekun"])
    full_name: str = Field(max_length=160)
    nip: str = Field(examples=["1220781342"])
    regon: str = Field(examples=["730295378"])
    krs: str | None = Field(default=None, pattern=r"^[0-9]{10}$")
    services: tuple[str, ...] = Field(min_length=1, examples=[["HOME_CARE"]])


class ContractorOut(BaseModel):
    unit: str
    full_name: str
    nip: str
    regon: str
    krs: str | None
    services: list[str]


class NewOrder(Input):
    """A draft with the full client sheet; it is placed when the decision is there."""

    person_id: UUID
    case_id: UUID = Field(description="of the benefits proceeding")
    service: str = Field(examples=["HOME_CARE"])
    contractor: str = Field(examples=["ngo-opiekun"])
    sheet: ClientSheet
    scope: Scope


class Amendment(Input):
    """Other activities or days; hours and fee change by a decision only."""

    scope: Scope
    valid_from: date


class Resumption(Input):
    on: date


class Ending(Input):
    reason: EndReason
    on: date


class Evaluation(Input):
    result: Result
    effects: str = Field(default="", max_length=2000)


class Return(Input):
    reason: str = Field(min_length=1, max_length=2000)


class OrderOut(BaseModel):
    """A line of the board. Amounts in PLN an hour."""

    order_id: UUID
    person_id: UUID
    case_id: UUID
    service: str
    contractor: str
    client_name: str
    state: State
    placed_at: datetime | None
    decision_id: UUID | None
    decision_issued_at: datetime | None
    decision_pending: bool
    confirm_by: date | None
    first_day: date | None
    last_day: date | None
    version: int
    acknowledged: int
    hours_per_day: Decimal
    days: str
    fee_per_hour: Decimal | None
    started_on: date | None
    result: str | None
    permitted: list[Action]


class VersionOut(BaseModel):
    version: int
    valid_from: date
    hours_per_day: Decimal
    fee_per_hour: Decimal
    decision_id: UUID | None


class SettlementOut(BaseModel):
    """Hours; the fee in PLN."""

    month: str
    planned_days: int
    planned: Decimal
    excused: Decimal
    done: Decimal
    fee_per_hour: Decimal
    fee: Decimal


class RefusedOut(BaseModel):
    """An announcement against the rules, to be cleared up with who made it."""

    fact: str
    told_by: str
    reason: str
    refused_on: date


class OrderDetails(OrderOut):
    versions: list[VersionOut]
    settlements: list[SettlementOut]
    refused: list[RefusedOut]
    survey_mean: Decimal | None
    surveys: int


class ReportOut(BaseModel):
    report_id: UUID
    contractor: str
    month: str
    order_id: UUID | None
    planned_units: Decimal
    done_units: Decimal
    state: str
