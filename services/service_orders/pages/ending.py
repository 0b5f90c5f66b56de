"""An order is ended: why, and on which day the service is given for the last time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    Ctx,
    Drawing,
    FormErrors,
    Running,
    SignedIn,
    may,
    page,
    parse_form,
    record_reads,
    speech_of,
)
from services.service_orders import queries
from services.service_orders.api.shapes import Ending
from services.service_orders.commands import Commands
from services.service_orders.lifecycle import ACTION_PL, PERMITTED, STATE_PL, Action, State
from services.service_orders.pages.forms import labels
from services.service_orders.refusals import NotNow

router = APIRouter(include_in_schema=False, dependencies=[may(Commands.end_order)])

Service = Running[Commands]
ADDRESS = "/orders/{order_id}/end"


@router.get(ADDRESS)
async def ending_page(
    request: Request, order_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _shown(request, order_id, worker, service, FormErrors())


@router.post(ADDRESS)
async def end_order(request: Request, order_id: UUID, ctx: Ctx, service: Service) -> Response:
    """Back to the order."""
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(Ending, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await service.commands.end_order(order_id, wanted.reason, wanted.on, ctx=ctx)
            return RedirectResponse(f"/orders/{order_id}?done=end_order", status_code=303)
        except NotFound:
            raise
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _shown(request, order_id, ctx.worker, service, wanted)


async def _shown(
    request: Request, order_id: UUID, worker: Worker, service: Any, form: FormErrors
) -> Response:
    """Raises NotNow for whoever followed an old link to an order that is over."""
    order = await queries.order(service.reading, order_id)
    if order is None:
        raise NotFound(str(order_id))
    await record_reads(request, worker, "order", order["person_id"])
    state = State(order["state"])
    if not form and Action.END not in PERMITTED[state]:
        raise NotNow(ACTION_PL[Action.END], STATE_PL[state])
    speech = speech_of(request)
    drawing = Drawing(speech, {"reason": labels("OrderEnd", speech)}, radios={"reason"})
    form, fields = drawing.of(Ending, form)
    return page(
        request,
        "order_end.html",
        status=422 if form else 200,
        order=order,
        fields=fields,
        form=form,
        errors=form,
    )
