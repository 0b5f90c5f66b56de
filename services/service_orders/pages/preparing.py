"""Decisions that wait for an order, and the order prepared for one, with the client sheet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from osnowa_contracts.codes import Reporter
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, Worker, roles_of
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    Ctx,
    Drawing,
    FormErrors,
    Running,
    may,
    page,
    parse_form,
    record_reads,
    speech_of,
)
from chassis.web.forms import entered, filled, without_empty_rows
from services.service_orders import queries
from services.service_orders.commands import Commands
from services.service_orders.order import Order
from services.service_orders.pages.forms import OrderPrepared, as_ordered_before, labels
from services.service_orders.queries import decided
from services.service_orders.refusals import DecisionNotWaiting
from services.service_orders.texts import SERVICES

router = APIRouter(include_in_schema=False, dependencies=[may(Commands.prepare_order)])

Service = Running[Commands]
ADDRESS = "/decisions/{decision_id}/order"
CODES = {
    "activities": "CareActivity",
    "relation": "Reporter",
    "health_needs": "HealthNeed",
    "risks": "Risk",
}
"""Fields that are chosen, and the vocabulary of the contracts."""
THE_CLIENT = Reporter.SELF
"""Among those who report a need; nobody calls the client when the client does not open."""
HINTS = {
    "address.postal_code": "Na przykład 50-001",
    "health_needs": "Zaznacz „brak”, jeśli zapytano i ich nie ma",
    "risks": "Zaznacz „brak”, jeśli zapytano i ich nie ma",
    "access": "Na przykład kod do domofonu, kto ma klucz",
}


@router.get("/decisions")
async def decisions_page(request: Request, ctx: Ctx, service: Service) -> Response:
    """Those without an order."""
    rows = await decided.waiting_for_order(service.reading, ctx.today)
    await record_reads(request, ctx.worker, "decisions", *{row["person_id"] for row in rows})
    return page(request, "decisions.html", decisions=rows, services=SERVICES)


@router.get(ADDRESS)
async def order_form_page(
    request: Request, decision_id: UUID, ctx: Ctx, service: Service
) -> Response:
    reading = service.reading
    decision = await decided.one_waiting(reading, decision_id, ctx.today)
    if decision is None:
        raise await _why_not(reading, decision_id)
    start = {}
    if decision["last_order"] is not None:
        last = await service.commands.log.load(Order, decision["last_order"])
        start = filled(as_ordered_before(last))
    return await _shown(request, decision, ctx.worker, service, FormErrors(values=start))


@router.post(ADDRESS)
async def prepare_order(
    request: Request, decision_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """To the order, which is placed: its decision is there.

    Where that was changed while somebody wrote, the order is placed on the change.
    """
    decision = await decided.one_current(service.reading, decision_id, ctx.today)
    if decision is None:
        raise await _why_not(service.reading, decision_id)
    form, speech = await request.form(), speech_of(request)
    if one_more := str(form.get("one_more") or ""):
        return await _shown(request, decision, ctx.worker, service, _kept(form), one_more)
    wanted = parse_form(OrderPrepared, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            order_id = await _prepared(service, decision, wanted, ctx)
            return RedirectResponse(f"/orders/{order_id}?done=prepare_order", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _shown(request, decision, ctx.worker, service, wanted)


async def _why_not(reading: Any, decision_id: UUID) -> Refusal:
    if await decided.service_of(reading, decision_id) is None:
        return NotFound("decision")
    return DecisionNotWaiting()


async def _prepared(service: Any, decision: Any, wanted: OrderPrepared, ctx: Context) -> UUID:
    receipt = await service.commands.prepare_order(
        person_id=decision["person_id"],
        case_id=decision["case_id"],
        service=decision["service"],
        contractor=wanted.contractor,
        sheet=wanted.sheet(),
        scope=wanted.scope(decision["hours_per_day"], decision["days"]),
        ctx=ctx,
    )
    order_id: UUID = receipt.id
    return order_id


def _kept(form: FormData) -> FormErrors:
    return FormErrors(values=entered(without_empty_rows(OrderPrepared, form)))


async def _shown(
    request: Request,
    decision: Any,
    worker: Worker,
    service: Any,
    form: FormErrors,
    one_more: str = "",
) -> Response:
    await record_reads(request, worker, "client sheet", decision["person_id"])
    offering = [
        (row["unit"], row["full_name"])
        for row in await queries.contractors(service.reading)
        if decision["service"] in row["services"]
    ]
    speech = speech_of(request)
    options = {name: labels(vocabulary, speech) for name, vocabulary in CODES.items()}
    options["relation"] = [one for one in options["relation"] if one[0] != THE_CLIENT]
    options["contractor"] = offering
    drawing = Drawing(speech, options, one_more=one_more, hints=HINTS)
    form, fields = drawing.of(OrderPrepared, form)
    return page(
        request,
        "order_prepared.html",
        status=422 if form else 200,
        decision=decision,
        services=SERVICES,
        days=dict(labels("Days", speech)),
        offering=offering,
        may_register=worker.role in roles_of(Commands.register_contractor),
        fields=fields,
        form=form,
        errors=form,
    )
