"""A partner's pages: its clients, its orders, what it is asked, a form for each announcement."""

from __future__ import annotations

import json
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse
from osnowa_contracts.fact import Fact
from osnowa_contracts.wording.labels import label
from pydantic import ValidationError
from starlette.responses import Response

from chassis.context import Worker
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    Ctx,
    FormErrors,
    Here,
    Running,
    SignedIn,
    Site,
    page,
    record_reads,
    speech_of,
)
from chassis.web.messages import field_errors
from services.partner import queries
from services.partner.commands import ROLES, Commands, fact_named
from services.partner.pages.forms import can_be_asked, data_of, fields_of
from services.partner.texts import LABELS, STATES, TITLES

router = APIRouter(include_in_schema=False)

Service = Running[Commands]
Given = Annotated[UUID | None, Query()]


@router.get("/persons")
async def persons_page(request: Request, worker: SignedIn, service: Service) -> Response:
    rows = await queries.persons(service.reading)
    await record_reads(request, worker, "persons", *(row["person_id"] for row in rows))
    return page(request, "persons.html", persons=rows)


@router.get("/orders")
async def orders_page(request: Request, worker: SignedIn, service: Service) -> Response:
    rows = await queries.orders(service.reading)
    await record_reads(request, worker, "orders", *{row["person_id"] for row in rows})
    return page(request, "partner_orders.html", orders=rows, states=STATES)


@router.get("/orders/{order_id}")
async def order_page(
    request: Request, order_id: UUID, worker: SignedIn, site: Here, service: Service
) -> Response:
    row = await queries.order(service.reading, order_id)
    if row is None:
        raise NotFound(str(order_id))
    await record_reads(request, worker, "order", row["person_id"])
    person = await queries.person(service.reading, row["person_id"])
    return page(
        request,
        "partner_order.html",
        order=row,
        person=person,
        sheet=json.loads(row["sheet"] or "{}"),
        amendments=await queries.amendments(service.reading, order_id),
        states=STATES,
        label=partial(label, language=speech_of(request).language),
        acts=[
            (name, TITLES.get(name, name))
            for name in askable(site, worker.role)
            if _fits(name, row)
        ],
    )


@router.get("/requests")
async def requests_page(
    request: Request, worker: SignedIn, site: Here, service: Service
) -> Response:
    rows = await queries.requests(service.reading)
    await record_reads(request, worker, "requests", *{row["person_id"] for row in rows})
    acts = [(name, TITLES.get(name, name)) for name in askable(site, worker.role)]
    return page(request, "requests.html", requests=rows, acts=acts)


@router.get("/announce/{fact_name}")
async def announcement_form(
    request: Request,
    fact_name: str,
    person_id: UUID,
    worker: SignedIn,
    site: Here,
    service: Service,
    order_id: Given = None,
    request_id: Given = None,
    version: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    told = {"order_id": order_id, "request_id": request_id, "version": version}
    given = {name: str(value) for name, value in told.items() if value is not None}
    given |= {"contractor": site.unit.name}
    cls = fact_named(fact_name, site.unit)
    return await _form(request, service, worker, cls, person_id, given, FormErrors())


@router.post("/announce/{fact_name}")
async def announce(
    request: Request, fact_name: str, person_id: UUID, ctx: Ctx, site: Here, service: Service
) -> Response:
    cls, form = fact_named(fact_name, site.unit), await request.form()
    data = data_of(cls, form)
    hidden = [n for n in data if n.endswith("_id") or n in ("contractor", "version")]
    given = {name: str(data[name]) for name in hidden}
    try:
        await service.commands.announce(cls.model_validate(data), person_id, ctx=ctx)
    except ValidationError as wrong:
        errors = field_errors(wrong.errors(include_input=False), speech_of(request), LABELS)
        entered = {name: [str(v) for v in form.getlist(name)] for name in form}
        shown = FormErrors(tuple(errors), entered)
        return await _form(request, service, ctx.worker, cls, person_id, given, shown)
    except Refusal as refusal:
        shown = FormErrors.of(refusal, form, speech_of(request))
        return await _form(request, service, ctx.worker, cls, person_id, given, shown)
    return RedirectResponse(f"/clients/{person_id}", status_code=303)


async def _form(
    request: Request,
    service: Service,
    worker: Worker,
    cls: type[Fact],
    person_id: UUID,
    given: dict[str, str],
    errors: FormErrors,
) -> Response:
    await record_reads(request, worker, "announcement", person_id)
    person = await queries.person(service.reading, person_id)
    if person is None or not can_be_asked(cls):
        raise NotFound(str(person_id))
    return page(
        request,
        "announce.html",
        status=422 if errors else 200,
        title=TITLES.get(cls.name(), cls.name()),
        person=person,
        fields=fields_of(cls, given, speech_of(request)),
        labels=LABELS,
        form=errors,
        errors=errors,
        address=f"/announce/{cls.name()}?person_id={person_id}",
    )


NEW, RUNNING = ("placed", "queued"), ("started", "suspended")
FITS: dict[str, tuple[str, ...]] = {
    "OrderAccepted": NEW,
    "OrderRejected": NEW,
    "OrderQueued": NEW[:1],
    "ScheduleSet": ("accepted", "scheduled", *RUNNING),
    "ServiceStarted": ("scheduled",),
    "VisitCompleted": (*RUNNING, "ended"),
    "VisitMissed": (*RUNNING, "ended"),
    "AbsenceReported": RUNNING,
    "IncidentReported": RUNNING,
    "MonthlyReportSubmitted": (*RUNNING, "ended"),
    "SurveyAnswered": (*RUNNING, "ended"),
}
"""In which states of an order a form is offered; whether it holds, the order's owner decides."""


def _fits(name: str, order: Any) -> bool:
    if name == "AmendmentAcknowledged":
        return bool(order["acknowledged"] < order["version"])
    return order["state"] in FITS.get(name, ())


def askable(site: Site, role: str) -> list[str]:
    """The facts that this role may announce by a form."""
    classes = [(name, fact_named(name, site.unit)) for name in site.unit.announces]
    return [name for name, cls in classes if role in ROLES[cls] and can_be_asked(cls)]
