"""Facts of an order as its owner states them: placed, amended, ended, settled (`domain.md` E6)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from osnowa_contracts.codes import (
    Absence,
    Benefit,
    CareActivity,
    Days,
    Evaluation,
    HealthNeed,
    OrderEnd,
    Risk,
)
from osnowa_contracts.fact import (
    Confidentiality,
    Counted,
    Fact,
    InSummary,
    Personal,
    Publisher,
    fact,
)
from osnowa_contracts.intake import Address
from osnowa_contracts.values import Code, Hours, Known, Money, Month, Unit

_ORDER = "ups art. 17 ust. 1 pkt 11, art. 50; art. 25 ust. 7"


class ContactPerson(BaseModel):
    """Somebody to call."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(max_length=120)
    relation: Code
    phone: str = Field(max_length=20)


class ClientSheet(BaseModel):
    """What a carer must know before the first visit: the needed minimum, not the file."""

    model_config = ConfigDict(frozen=True)

    given_names: str = Field(max_length=80)
    family_name: str = Field(max_length=80)
    birth_date: date
    address: Address
    phone: str | None = Field(default=None, max_length=20)
    contacts: tuple[ContactPerson, ...] = ()
    activities: tuple[Annotated[Code, Known(CareActivity)], ...] = ()
    health_needs: tuple[Annotated[Code, Known(HealthNeed)], ...] = ()
    risks: tuple[Annotated[Code, Known(Risk)], ...] = ()
    access: str | None = Field(default=None, max_length=200, description="how to get in")


@fact(Publisher.SERVICE_ORDERS, Confidentiality.PUBLIC, basis="ups art. 25")
class ContractorRegistered(Fact):
    """A contractor may take orders."""

    contractor: Annotated[Unit, InSummary(), Counted()]
    full_name: Annotated[str, InSummary(), Counted()] = Field(max_length=160)
    nip: Annotated[str, InSummary()] = Field(pattern=r"^[0-9]{10}$")
    regon: str | None = Field(default=None, pattern=r"^([0-9]{9}|[0-9]{14})$")
    krs: str | None = Field(default=None, pattern=r"^[0-9]{10}$")
    services: Annotated[tuple[Annotated[Code, Known(Benefit)], ...], InSummary(), Counted()] = ()


@fact(Publisher.SERVICE_ORDERS, Confidentiality.SENSITIVE, basis=_ORDER)
class OrderPlaced(Fact):
    """A service is ordered; urgent ones before the decision, flagged `decision_pending`."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID | None, InSummary(), Counted()] = None
    decision_id: Annotated[UUID | None, InSummary(), Counted()] = None
    decision_pending: Annotated[bool, InSummary(), Counted()] = False
    decision_issued_at: Annotated[AwareDatetime | None, Counted()] = None
    confirm_by: Annotated[date | None, Counted()] = None
    contractor: Annotated[Unit, InSummary(), Counted()]
    service: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    hours_per_day: Annotated[Hours, InSummary(), Counted()]
    days: Annotated[Code, Known(Days), InSummary(), Counted()] = Days.WORKING.value
    period_from: Annotated[date, InSummary(), Counted()]
    period_to: Annotated[date | None, InSummary(), Counted()] = None
    fee_per_hour: Annotated[Money, Counted()]
    version: Annotated[int, InSummary(), Counted()] = Field(default=1, ge=1)
    client_sheet: Annotated[ClientSheet, Personal()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class OrderConfirmed(Fact):
    """The decision came: an urgent order stands on it now."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.SENSITIVE, basis=_ORDER)
class ServiceSuspended(Fact):
    """There are no visits from this day on."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Known(Absence), Personal()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class ServiceResumed(Fact):
    """Visits take place again from this day on."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class OrderAmended(Fact):
    """The order has a new version, which the contractor must acknowledge."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    version: Annotated[int, InSummary(), Counted()] = Field(ge=2)
    valid_from: Annotated[date, InSummary(), Counted()]
    hours_per_day: Annotated[Hours, InSummary(), Counted()]
    days: Annotated[Code, Known(Days), InSummary(), Counted()] = Days.WORKING.value
    period_to: Annotated[date | None, InSummary(), Counted()] = None
    fee_per_hour: Annotated[Money, Counted()]
    decision_id: Annotated[UUID | None, InSummary(), Counted()] = None


@fact(Publisher.SERVICE_ORDERS, Confidentiality.SENSITIVE, basis=_ORDER)
class ClientSheetUpdated(Fact):
    """What a carer must know changed."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    sheet_version: Annotated[int, InSummary(), Counted()] = Field(ge=2)
    client_sheet: Annotated[ClientSheet, Personal()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class OrderEnded(Fact):
    """The service ended."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Known(OrderEnd), Counted()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=f"{_ORDER}; ups art. 50 ust. 6")
class OrderSettled(Fact):
    """A month of the order is settled: units done and the client's fee."""

    order_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    planned_units: Annotated[Hours, Counted()]
    done_units: Annotated[Hours, Counted()]
    fee_per_hour: Annotated[Money, Counted()]
    fee_total: Annotated[Money, Counted()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis="[002] tab. 7, 16")
class MonthlyReportAccepted(Fact):
    """The coordinator accepted a contractor's monthly report."""

    report_id: Annotated[UUID, InSummary(), Counted()]
    contractor: Annotated[Unit, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis="[002] tab. 16, annex 6")
class ServiceEvaluated(Fact):
    """The coordinator evaluated the service for this client."""

    evaluation_id: Annotated[UUID, InSummary(), Counted()]
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    result: Annotated[Code, Known(Evaluation), InSummary(), Counted()]
