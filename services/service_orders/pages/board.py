"""The board of orders, an order, and the monthly reports, as pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from chassis.context import Worker, roles_of
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, page, record_reads
from services.service_orders import queries
from services.service_orders.commands import Commands
from services.service_orders.lifecycle import PERMITTED, STATE_PL, Action, State

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
DONE = {
    "prepare_order": "Zlecenie z kartą klienta jest u wykonawcy.",
    "end_order": "Zlecenie jest zakończone.",
}


@router.get("/orders")
async def orders_page(
    request: Request, worker: SignedIn, service: Service, state: State | None = None
) -> Response:
    rows = await queries.orders(service.reading, state=state)
    await record_reads(request, worker, "orders", *{row["person_id"] for row in rows})
    return page(
        request, "orders.html", orders=rows, state_titles=STATE_PL, chosen=state, states=list(State)
    )


@router.get("/orders/{order_id}")
async def order_page(
    request: Request, order_id: UUID, worker: SignedIn, service: Service, done: str = ""
) -> Response:
    """`done` names the act that led here."""
    reading = service.reading
    row = await queries.order(reading, order_id)
    if row is None:
        raise NotFound(str(order_id))
    await record_reads(request, worker, "order", row["person_id"])
    return page(
        request,
        "order.html",
        order=row,
        done=DONE.get(done, "") if row["placed_at"] else "",
        state_titles=STATE_PL,
        versions=await queries.versions(reading, order_id),
        months=await queries.done_hours(reading, order_id),
        settlements=await queries.settlements(reading, order_id),
        refused=await queries.refused(reading, order_id),
        survey=await queries.survey_mean(reading, order_id),
        may_place=_may(worker, Commands.place_order, Action.PLACE, row),
        may_end=_may(worker, Commands.end_order, Action.END, row),
    )


def _may(worker: Worker, command: Any, action: Action, row: Any) -> bool:
    """Whether this worker can do it now; the guard of the command asks the same table."""
    return worker.role in roles_of(command) and action in PERMITTED[State(row["state"])]


@router.post("/orders/{order_id}/place")
async def place_order(order_id: UUID, ctx: Ctx, service: Service) -> Response:
    await service.commands.place_order(order_id, ctx=ctx)
    return RedirectResponse(f"/orders/{order_id}", status_code=303)


@router.get("/reports")
async def reports_page(request: Request, worker: SignedIn, service: Service) -> Response:
    rows = await queries.reports(service.reading)
    seen = {row["person_id"] for row in rows if row["person_id"]}
    await record_reads(request, worker, "reports", *seen)
    return page(request, "reports.html", reports=rows)


@router.post("/reports/{report_id}/acceptance")
async def accept_report(report_id: UUID, ctx: Ctx, service: Service) -> Response:
    await service.commands.accept_report(report_id, ctx=ctx)
    return RedirectResponse("/reports", status_code=303)
