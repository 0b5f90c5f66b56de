"""A proceeding that nobody applied for: started on the client's own page (ups art. 102 ust. 2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from osnowa_contracts.roles import Role
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
from chassis.web.forms import entered, filled
from services.benefits import queries, words
from services.benefits.commands import Commands
from services.benefits.commands.inputs import ExOfficioStart
from services.benefits.direction import SIGNAL
from services.benefits.pages.act_forms import called
from services.benefits.queries import directions

router = APIRouter(include_in_schema=False)

Service = Running[Commands]
ADDRESS = "/persons/{person_id}/ex-officio"
MAY = [may(Commands.start_ex_officio)]


@router.get(ADDRESS, dependencies=MAY)
async def ex_officio_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    waiting = await directions.waiting_of_person(service.reading, person_id)
    urgent = any(one["urgent"] for one in waiting)
    start = FormErrors(values=filled({"urgent": True}) if urgent else {})
    return await _shown(request, person_id, worker, service, start)


@router.post(ADDRESS, dependencies=MAY)
async def start_ex_officio(
    request: Request, person_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """To the new case."""
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(ExOfficioStart, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            receipt = await service.commands.start_ex_officio(wanted, ctx=ctx)
            return RedirectResponse(f"/cases/{receipt.id}?done=start_ex_officio", status_code=303)
        except Refusal as refusal:
            if refusal.STATUS == 403:
                raise
            wanted = FormErrors.of(refusal, form, speech)
    kept = FormErrors(wanted.errors, entered(form), wanted.dates)
    return await _shown(request, person_id, ctx.worker, service, kept)


async def _shown(
    request: Request, person_id: UUID, worker: Worker, service: Any, form: FormErrors
) -> Response:
    person = await queries.person(service.reading, person_id)
    if person is None:
        raise NotFound("person")
    await record_reads(request, worker, "person", person_id)
    speech = speech_of(request)
    values = {**form.values, "person_id": [str(person_id)]}
    drawing = Drawing(speech, {"benefit": called(words.BENEFIT_PL, speech)}, hidden={"person_id"})
    form, fields = drawing.of(ExOfficioStart, FormErrors(form.errors, values, form.dates))
    return page(
        request,
        "ex_officio.html",
        status=422 if form else 200,
        person=person,
        directions=await directions.waiting_of_person(service.reading, person_id),
        signal=SIGNAL,
        leads=worker.role != Role.BENEFITS_HEAD,
        fields=fields,
        form=form,
        errors=form,
    )
