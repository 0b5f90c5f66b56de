"""Shapes of what happens with an order: a contractor says it, service-orders states it anew.

Both publish a fact of the same name and the same fields, each under its own type.
"""

from __future__ import annotations

from datetime import date, time
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from osnowa_contracts.codes import Absence, CareActivity, OrderRefusal, Severity
from osnowa_contracts.fact import Counted, Fact, InSummary, Personal
from osnowa_contracts.values import Code, Hours, Known, Minutes, Month, Score, Unit


class Slot(BaseModel):
    """A visit that comes again every week."""

    model_config = ConfigDict(frozen=True)

    weekday: int = Field(ge=1, le=7, description="1 is Monday")
    start: time
    end: time


class Acceptance(Fact):
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    starts_on: Annotated[date | None, Counted()] = None


class Rejection(Fact):
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Known(OrderRefusal), Counted()]


class Queueing(Fact):
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    expected_on: Annotated[date | None, InSummary(), Counted()] = None


class Schedule(Fact):
    order_id: Annotated[UUID, InSummary(), Counted()]
    order_version: Annotated[int, Counted()] = Field(default=1, ge=1)
    valid_from: Annotated[date, InSummary(), Counted()]
    slots: Annotated[tuple[Slot, ...], Personal()]
    carer_id: Code | None = None


class Start(Fact):
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


class Visit(Fact):
    visit_id: Annotated[UUID, InSummary(), Counted()]
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    minutes: Annotated[Minutes, InSummary(), Counted()]
    checked_in_at: AwareDatetime | None = None
    checked_out_at: AwareDatetime | None = None
    activities: Annotated[tuple[Annotated[Code, Known(CareActivity)], ...], Personal()] = ()
    carer_id: Code | None = None


class MissedVisit(Fact):
    visit_id: Annotated[UUID, InSummary(), Counted()]
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Known(Absence), Counted()]


class ClientAbsence(Fact):
    absence_id: Annotated[UUID, InSummary(), Counted()]
    order_id: Annotated[UUID, InSummary(), Counted()]
    absent_from: Annotated[date, InSummary(), Counted()]
    absent_to: Annotated[date | None, InSummary(), Counted()] = None
    reason: Annotated[Code, Known(Absence), Personal()]


class Acknowledgement(Fact):
    order_id: Annotated[UUID, InSummary(), Counted()]
    version: Annotated[int, InSummary(), Counted()] = Field(ge=1)
    on: Annotated[date, InSummary(), Counted()]


class MonthlyReport(Fact):
    report_id: Annotated[UUID, InSummary(), Counted()]
    contractor: Annotated[Unit, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    order_id: Annotated[UUID | None, InSummary(), Counted()] = None
    planned_units: Annotated[Hours, Counted()]
    done_units: Annotated[Hours, Counted()]
    orders_active: Annotated[int, Counted()] = Field(default=1, ge=0)
    refusals: Annotated[int, Counted()] = Field(default=0, ge=0)
    incidents: Annotated[int, Counted()] = Field(default=0, ge=0)
    complaints: Annotated[int, Counted()] = Field(default=0, ge=0)


class Survey(Fact):
    survey_id: Annotated[UUID, InSummary(), Counted()]
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    score: Annotated[Score, Counted()]


class Incident(Fact):
    incident_id: Annotated[UUID, InSummary(), Counted()]
    order_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    severity: Annotated[Code, Known(Severity), Counted()]
    kind: Annotated[Code, Personal()] = Field(examples=["FALL", "NO_ANSWER"])
