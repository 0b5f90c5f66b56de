"""Why nothing is begun for somebody whom first contact sent here: the head of the team says it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker
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
from services.benefits.commands import Commands
from services.benefits.commands.work_inputs import WithoutProceeding
from services.benefits.queries import directions
from services.benefits.refusals.direction import DirectionOver

router = APIRouter(include_in_schema=False)

Service = Running[Commands]
ADDRESS = "/directions/{contact_id}/no-proceeding"
MAY = [may(Commands.leave_without_proceeding)]


@router.get(ADDRESS, dependencies=MAY)
async def no_proceeding_page(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _shown(request, contact_id, worker, service, FormErrors())


@router.post(ADDRESS, dependencies=MAY)
async def leave_without_proceeding(
    request: Request, contact_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """Back to what waits."""
    wanted = parse_form(WithoutProceeding, await request.form(), speech_of(request))
    if isinstance(wanted, FormErrors):
        return await _shown(request, contact_id, ctx.worker, service, wanted)
    await service.commands.leave_without_proceeding(contact_id, wanted, ctx=ctx)
    return RedirectResponse("/work?done=leave_without_proceeding", status_code=303)


async def _shown(
    request: Request, contact_id: UUID, worker: Worker, service: Any, form: FormErrors
) -> Response:
    direction = await directions.waiting_one(service.reading, contact_id)
    if direction is None:
        raise DirectionOver
    await record_reads(request, worker, "direction", direction["person_id"])
    form, fields = Drawing(speech_of(request)).of(WithoutProceeding, form)
    return page(
        request,
        "no_proceeding.html",
        status=422 if form else 200,
        direction=direction,
        fields=fields,
        form=form,
        errors=form,
    )
