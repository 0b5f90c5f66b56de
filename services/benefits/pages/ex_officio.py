"""Somebody for whom nobody applied: a proceeding is started (ups art. 102 ust. 2), or why not.

It is started on the client's own page; whom first contact sent here, the head of the team answers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from osnowa_contracts.roles import Role
from pydantic import BaseModel
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
from chassis.web.forms import filled
from services.benefits import queries, words
from services.benefits.commands import Commands
from services.benefits.commands.inputs import ExOfficioStart
from services.benefits.commands.work_inputs import WithoutProceeding
from services.benefits.direction import SIGNAL, DirectionState
from services.benefits.pages.act_forms import called
from services.benefits.queries import directions
from services.benefits.refusals.direction import CaseIsOpen, DirectionOver

router = APIRouter(include_in_schema=False)

Service = Running[Commands]
START = "/persons/{person_id}/ex-officio"
MAY_START = [may(Commands.start_ex_officio)]
LEAVE = "/directions/{contact_id}/no-proceeding"
MAY_LEAVE = [may(Commands.leave_without_proceeding)]

Send = Callable[[Any], Awaitable[str]]
"""Does what was asked for; answers the page that shows it."""
Show = Callable[[FormErrors], Awaitable[Response]]


# --- a proceeding is started ------------------------------------------------


@router.get(START, dependencies=MAY_START)
async def ex_officio_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    waiting = await directions.waiting_of_person(service.reading, person_id)
    urgent = any(one["urgent"] for one in waiting)
    start = FormErrors(values=filled({"urgent": True}) if urgent else {})
    return await _start_page(request, person_id, worker, service, start)


@router.post(START, dependencies=MAY_START)
async def start_ex_officio(
    request: Request, person_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """To the new case."""

    async def send(wanted: ExOfficioStart) -> str:
        asked = wanted.model_copy(update={"person_id": person_id})
        receipt = await service.commands.start_ex_officio(asked, ctx=ctx)
        return f"/cases/{receipt.id}?done=start_ex_officio"

    async def again(form: FormErrors) -> Response:
        return await _start_page(request, person_id, ctx.worker, service, form)

    return await _taken(request, ExOfficioStart, send, again)


async def _start_page(
    request: Request, person_id: UUID, worker: Worker, service: Any, form: FormErrors
) -> Response:
    person = await queries.person(service.reading, person_id)
    if person is None:
        raise NotFound("person")
    await record_reads(request, worker, "person", person_id)
    speech = speech_of(request)
    values = {**form.values, "person_id": [str(person_id)]}
    return _drawn(
        request,
        "ex_officio.html",
        ExOfficioStart,
        FormErrors(form.errors, values, form.dates),
        Drawing(speech, {"benefit": called(words.BENEFIT_PL, speech)}, hidden={"person_id"}),
        person=person,
        directions=await directions.waiting_of_person(service.reading, person_id),
        signal=SIGNAL,
        leads=worker.role != Role.BENEFITS_HEAD,
    )


# --- none is started --------------------------------------------------------


@router.get(LEAVE, dependencies=MAY_LEAVE)
async def no_proceeding_page(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _leave_page(request, contact_id, worker, service, FormErrors())


@router.post(LEAVE, dependencies=MAY_LEAVE)
async def leave_without_proceeding(
    request: Request, contact_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """Back to what waits."""

    async def send(wanted: WithoutProceeding) -> str:
        await service.commands.leave_without_proceeding(contact_id, wanted, ctx=ctx)
        return "/work?done=leave_without_proceeding"

    async def again(form: FormErrors) -> Response:
        return await _leave_page(request, contact_id, ctx.worker, service, form)

    return await _taken(request, WithoutProceeding, send, again)


async def _leave_page(
    request: Request, contact_id: UUID, worker: Worker, service: Any, form: FormErrors
) -> Response:
    """Of what waits no more there is no form: neither an empty one nor one to correct."""
    direction = await directions.direction(service.reading, contact_id)
    if direction is None:
        raise NotFound("direction")
    if direction["has_case"]:
        raise CaseIsOpen
    if direction["state"] != DirectionState.WAITING:
        raise DirectionOver
    await record_reads(request, worker, "direction", direction["person_id"])
    drawing = Drawing(speech_of(request))
    return _drawn(
        request, "no_proceeding.html", WithoutProceeding, form, drawing, direction=direction
    )


# --- what both do -----------------------------------------------------------


async def _taken(request: Request, model: type[BaseModel], send: Send, again: Show) -> Response:
    """What was refused comes back with what was typed and what to do."""
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(model, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            return RedirectResponse(await send(wanted), status_code=303)
        except Refusal as refusal:
            if refusal.STATUS in {403, 404}:
                raise
            wanted = FormErrors.of(refusal, form, speech)
    return await again(wanted)


def _drawn(
    request: Request,
    template: str,
    model: type[BaseModel],
    form: FormErrors,
    drawing: Drawing,
    **shown: Any,
) -> Response:
    form, fields = drawing.of(model, form)
    status = 422 if form else 200
    return page(request, template, status=status, fields=fields, form=form, errors=form, **shown)
