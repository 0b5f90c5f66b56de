"""What the API of service orders takes and gives."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi.exceptions import RequestValidationError
from osnowa_contracts import service_orders as facts
from osnowa_contracts.values import Code, Hours, Money, Unit
from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, ValidationError

from chassis.inputs import Input
from services.service_orders.lifecycle import Action, State
from services.service_orders.values import (
    ClientSheet,
    Days,
    EndReason,
    Provisional,
    Result,
    Scope,
)


def _as_told(sheet: ClientSheet) -> ClientSheet:
    """The sheet, if the public fact can tell it; else every field that is wrong.

    What is empty passes here: the rules name what is missing before an order is placed.
    """
    try:
        TOLD.validate_python(asdict(sheet))
    except ValidationError as wrong:
        errors = wrong.errors(include_input=False, include_url=False)
        kept = [error for error in errors if value_at(sheet, error["loc"])]
        if kept:
            raise RequestValidationError(
                [{**error, "loc": ("body", "sheet", *error["loc"])} for error in kept]
            ) from None
    return sheet


def value_at(sheet: ClientSheet, place: tuple[int | str, ...]) -> Any:
    found: Any = sheet
    for name in place:
        found = found[name] if isinstance(name, int) else getattr(found, name)
    return found


TOLD = TypeAdapter(facts.ClientSheet)
SHEET = {
    "given_names": "Helena",
    "family_name": "Przykładowa",
    "birth_date": "1948-05-17",
    "address": {"street": "ul. Łąkowa 4/7", "postal_code": "50-001", "city": "Miasto Wzorcowe"},
    "contacts": [{"name": "Anna Przykładowa", "relation": "DAUGHTER", "phone": "600100200"}],
    "health_needs": ["LIMITED_MOBILITY"],
    "risks": ["FALL"],
    "access": "Domofon 7, klucz u sąsiadki",
}
Sheet = Annotated[ClientSheet, AfterValidator(_as_told), Field(examples=[SHEET])]


class OrderedScope(Input):
    """Hours on each service day, and what is done in them (annex 2)."""

    hours_per_day: Hours = Field(examples=["2"])
    activities: tuple[Code, ...] = Field(max_length=40, examples=[["HYGIENE", "SHOPPING"]])
    days: Days = Days.WORKING
    goals: tuple[Annotated[str, Field(max_length=200)], ...] = Field(default=(), max_length=40)

    def scope(self) -> Scope:
        return Scope(self.hours_per_day, self.activities, self.days, self.goals)


class UrgentTerms(Input):
    """The terms of an urgent order, until a decision confirms it; its scope is the draft's."""

    first_day: date
    last_day: date
    fee_per_hour: Annotated[Money, Field(ge=0)]

    def provisional(self) -> Provisional:
        return Provisional(self.first_day, self.last_day, self.fee_per_hour)


class NewContractor(Input):
    """The limits are those of the public fact, so that what was accepted can be told."""

    unit: Unit = Field(description="name of its node", examples=["ngo-opiekun"], title="Jednostka")
    full_name: str = Field(min_length=2, max_length=160, title="Pełna nazwa")
    nip: str = Field(examples=["1220781342"], title="NIP")
    regon: str = Field(examples=["730295378"], title="REGON")
    krs: str | None = Field(default=None, pattern=r"^[0-9]{10}$", title="KRS")
    services: tuple[Code, ...] = Field(
        min_length=1, max_length=40, examples=[["HOME_CARE"]], title="Jakie usługi świadczy"
    )


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
    service: Code = Field(examples=["HOME_CARE"])
    contractor: Unit = Field(examples=["ngo-opiekun"])
    sheet: Sheet
    scope: OrderedScope


class Amendment(Input):
    """Other activities or days; hours and fee change by a decision only."""

    scope: OrderedScope
    valid_from: date


class Resumption(Input):
    on: date


class Ending(Input):
    reason: EndReason = Field(title="Dlaczego usługa się kończy")
    on: date = Field(title="Ostatni dzień usługi")


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
