"""Service orders for programs: contractors, orders, months, reports as JSON."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from osnowa_contracts.values import Month as MonthText
from pydantic import BaseModel, Field

from chassis.calendar import Month
from chassis.event_log import Receipt
from chassis.inputs import Input
from chassis.refusal import NotFound
from chassis.web import Ctx, Running, SignedIn, record_reads
from services.service_orders import queries
from services.service_orders.commands import Commands
from services.service_orders.lifecycle import PERMITTED, Action, State
from services.service_orders.settlement import Diary
from services.service_orders.values import (
    ClientSheet,
    EndReason,
    Provisional,
    Result,
    Scope,
)

router = APIRouter(prefix="/api", tags=["service orders"])

Service = Running[Commands]
OfPerson = Annotated[UUID | None, Query(description="only what belongs to this person")]
OfMonth = Annotated[MonthText, Path(description="for example 2026-03")]


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


# --- contractors --------------------------------------------------------------


@router.post("/contractors", status_code=201)
async def register_contractor(new: NewContractor, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.register_contractor(
        unit=new.unit,
        name=new.full_name,
        nip=new.nip,
        regon=new.regon,
        krs=new.krs,
        services=new.services,
        ctx=ctx,
    )


@router.get("/contractors")
async def contractors(_worker: SignedIn, service: Service) -> list[ContractorOut]:
    return [ContractorOut(**dict(row)) for row in await queries.contractors(service.reading)]


# --- orders ---------------------------------------------------------------------


@router.post("/orders", status_code=201)
async def prepare_order(new: NewOrder, ctx: Ctx, service: Service) -> Receipt:
    """The draft waits for the decision of benefits, which places it; `data.state` says which."""
    return await service.commands.prepare_order(
        person_id=new.person_id,
        case_id=new.case_id,
        service=new.service,
        contractor=new.contractor,
        sheet=new.sheet,
        scope=new.scope,
        ctx=ctx,
    )


@router.get("/orders")
async def orders(
    request: Request,
    worker: SignedIn,
    service: Service,
    person_id: OfPerson = None,
    state: State | None = None,
) -> list[OrderOut]:
    """The board, newest first."""
    rows = await queries.orders(service.reading, person_id=person_id, state=state)
    await record_reads(request, worker, "orders", *{row["person_id"] for row in rows})
    return [OrderOut(**_line(row)) for row in rows]


@router.get("/orders/{order_id}")
async def order(
    request: Request, order_id: UUID, worker: SignedIn, service: Service
) -> OrderDetails:
    reading = service.reading
    row = await queries.order(reading, order_id)
    if row is None:
        raise NotFound(str(order_id))
    await record_reads(request, worker, "order", row["person_id"])
    survey = await queries.survey_mean(reading, order_id)
    return OrderDetails(
        **_line(row),
        versions=[VersionOut(**dict(v)) for v in await queries.versions(reading, order_id)],
        settlements=[
            SettlementOut(**dict(s)) for s in await queries.settlements(reading, order_id)
        ],
        refused=[RefusedOut(**dict(r)) for r in await queries.refused(reading, order_id)],
        survey_mean=survey["mean"],
        surveys=survey["answers"],
    )


@router.post("/orders/{order_id}/sheet")
async def update_sheet(order_id: UUID, sheet: ClientSheet, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.update_sheet(order_id, sheet, ctx=ctx)


@router.post("/orders/{order_id}/place")
async def place_order(order_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """For a draft whose decision had come before it."""
    return await service.commands.place_order(order_id, ctx=ctx)


@router.post("/orders/{order_id}/urgent")
async def place_order_urgently(
    order_id: UUID, basis: Provisional, ctx: Ctx, service: Service
) -> Receipt:
    """Before the decision, which must follow in 30 days."""
    return await service.commands.place_order_urgently(order_id, basis, ctx=ctx)


@router.post("/orders/{order_id}/amendments")
async def amend_order(order_id: UUID, new: Amendment, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.amend_order(
        order_id, new.scope, valid_from=new.valid_from, ctx=ctx
    )


@router.post("/orders/{order_id}/resumption")
async def resume_service(order_id: UUID, new: Resumption, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.resume_service(order_id, new.on, ctx=ctx)


@router.post("/orders/{order_id}/end")
async def end_order(order_id: UUID, new: Ending, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.end_order(order_id, new.reason, new.on, ctx=ctx)


@router.get("/orders/{order_id}/months/{month}")
async def diary(
    request: Request, order_id: UUID, month: OfMonth, worker: SignedIn, ctx: Ctx, service: Service
) -> Diary:
    """Planned and done so far, and each difference between the diary and the ordered scope."""
    row = await queries.order(service.reading, order_id)
    if row is None:
        raise NotFound(str(order_id))
    await record_reads(request, worker, "diary", row["person_id"])
    return await service.commands.diary(order_id, Month.parse(month), ctx=ctx)


@router.post("/orders/{order_id}/months/{month}/settlement")
async def settle_month(order_id: UUID, month: OfMonth, ctx: Ctx, service: Service) -> Receipt:
    """`data`: planned and done hours and the fee in PLN."""
    return await service.commands.settle_month(order_id, Month.parse(month), ctx=ctx)


@router.post("/orders/{order_id}/evaluation")
async def evaluate_service(order_id: UUID, new: Evaluation, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.evaluate_service(order_id, new.result, new.effects, ctx=ctx)


# --- monthly reports --------------------------------------------------------------


@router.get("/reports")
async def reports(
    _worker: SignedIn, service: Service, person_id: OfPerson = None, state: str | None = None
) -> list[ReportOut]:
    rows = await queries.reports(service.reading, person_id=person_id, state=state)
    return [ReportOut(**dict(row)) for row in rows]


@router.post("/reports/{report_id}/acceptance")
async def accept_report(report_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.accept_report(report_id, ctx=ctx)


@router.post("/reports/{report_id}/return")
async def return_report(report_id: UUID, new: Return, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.return_report(report_id, new.reason, ctx=ctx)


def _line(row: Any) -> dict[str, Any]:
    return {**dict(row), "permitted": sorted(PERMITTED[State(row["state"])])}
