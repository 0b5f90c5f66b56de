"""One route a command, and the lists and details that go with them."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from osnowa_contracts.values import Month as MonthText

from chassis.calendar import Month
from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from services.service_orders import queries
from services.service_orders.api.shapes import (
    Amendment,
    ContractorOut,
    Ending,
    Evaluation,
    NewContractor,
    NewOrder,
    OrderDetails,
    OrderOut,
    RefusedOut,
    ReportOut,
    Resumption,
    Return,
    SettlementOut,
    Sheet,
    UrgentTerms,
    VersionOut,
)
from services.service_orders.commands import Commands
from services.service_orders.lifecycle import PERMITTED, State
from services.service_orders.settlement import Diary

router = APIRouter(prefix="/api", tags=["service orders"])

Service = Running[Commands]
OfPerson = Annotated[UUID | None, Query(description="only what belongs to this person")]
OfMonth = Annotated[MonthText, Path(description="for example 2026-03")]

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
        scope=new.scope.scope(),
        ctx=ctx,
    )


@router.get("/orders", dependencies=[ABOUT_CLIENTS])
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


@router.get("/orders/{order_id}", dependencies=[ABOUT_CLIENTS])
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
async def update_sheet(order_id: UUID, sheet: Sheet, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.update_sheet(order_id, sheet, ctx=ctx)


@router.post("/orders/{order_id}/place")
async def place_order(order_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """For a draft whose decision had come before it."""
    return await service.commands.place_order(order_id, ctx=ctx)


@router.post("/orders/{order_id}/urgent")
async def place_order_urgently(
    order_id: UUID, terms: UrgentTerms, ctx: Ctx, service: Service
) -> Receipt:
    """Before the decision, which must follow in 30 days."""
    return await service.commands.place_order_urgently(order_id, terms.provisional(), ctx=ctx)


@router.post("/orders/{order_id}/amendments")
async def amend_order(order_id: UUID, new: Amendment, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.amend_order(
        order_id, new.scope.scope(), valid_from=new.valid_from, ctx=ctx
    )


@router.post("/orders/{order_id}/resumption")
async def resume_service(order_id: UUID, new: Resumption, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.resume_service(order_id, new.on, ctx=ctx)


@router.post("/orders/{order_id}/end")
async def end_order(order_id: UUID, new: Ending, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.end_order(order_id, new.reason, new.on, ctx=ctx)


@router.get("/orders/{order_id}/months/{month}", dependencies=[ABOUT_CLIENTS])
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


@router.get("/reports", dependencies=[ABOUT_CLIENTS])
async def reports(
    request: Request,
    worker: SignedIn,
    service: Service,
    person_id: OfPerson = None,
    state: str | None = None,
) -> list[ReportOut]:
    rows = await queries.reports(service.reading, person_id=person_id, state=state)
    seen = {row["person_id"] for row in rows if row["person_id"]}
    await record_reads(request, worker, "reports", *seen)
    return [ReportOut(**dict(row)) for row in rows]


@router.post("/reports/{report_id}/acceptance")
async def accept_report(report_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.accept_report(report_id, ctx=ctx)


@router.post("/reports/{report_id}/return")
async def return_report(report_id: UUID, new: Return, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.return_report(report_id, new.reason, ctx=ctx)


def _line(row: Any) -> dict[str, Any]:
    return {**dict(row), "permitted": sorted(PERMITTED[State(row["state"])])}
