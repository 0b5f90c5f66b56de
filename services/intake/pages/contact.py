"""One contact: what was said, what is still to be done, and each step on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker, roles_of
from chassis.refusal import NotFound, Refusal, RoleMissing
from chassis.web import (
    ABOUT_CLIENTS,
    Ctx,
    FormErrors,
    Here,
    Running,
    SignedIn,
    Site,
    may,
    parse_form,
    record_reads,
    speech_of,
)
from services.intake import desk_words, queries
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import Triage
from services.intake.contact import Contact
from services.intake.contact_steps import Action
from services.intake.pages.steps import STEPS, Step, whom_clients_meet
from services.intake.pages.titles import shown
from services.intake.queries import contacts as asked

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@dataclass(frozen=True)
class Seen:
    """A contact as its pages show it to one worker."""

    contact: Contact
    person: Any
    caller: Any


@router.get("/contacts/{contact_id}")
async def contact_page(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _contact_page(request, contact_id, worker, service, FormErrors())


@router.post("/contacts/{contact_id}/triage", dependencies=[may(Commands.triage_contact)])
async def triage(request: Request, contact_id: UUID, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(Triage, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await service.commands.triage_contact(contact_id, wanted, ctx=ctx)
            return RedirectResponse(f"/contacts/{contact_id}", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _contact_page(request, contact_id, ctx.worker, service, wanted)


@router.post("/contacts/{contact_id}/crisis")
async def take_crisis(request: Request, contact_id: UUID, ctx: Ctx, service: Service) -> Response:
    try:
        await service.commands.take_crisis(contact_id, ctx=ctx)
    except Refusal as refusal:
        if refusal.STATUS in {403, 404}:
            raise
        wrong = FormErrors.of(refusal, await request.form(), speech_of(request))
        return await _contact_page(request, contact_id, ctx.worker, service, wrong)
    return RedirectResponse(f"/contacts/{contact_id}", status_code=303)


@router.get("/contacts/{contact_id}/{step}")
async def step_page(
    request: Request, contact_id: UUID, step: str, worker: SignedIn, service: Service, site: Here
) -> Response:
    return await _step_page(request, contact_id, _known(step, worker), worker, service, site, None)


@router.post("/contacts/{contact_id}/{step}")
async def take_step(
    request: Request, contact_id: UUID, step: str, ctx: Ctx, service: Service, site: Here
) -> Response:
    """What was typed comes back with what to correct; when it is done, back to the contact."""
    known, form, speech = _known(step, ctx.worker), await request.form(), speech_of(request)
    wanted = parse_form(known.model, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await known.send(service.commands, contact_id, wanted, ctx, site)
            return RedirectResponse(f"/contacts/{contact_id}", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _step_page(request, contact_id, known, ctx.worker, service, site, wanted)


def _known(name: str, worker: Worker) -> Step:
    """Raises NotFound, and RoleMissing before anything of the contact is read."""
    if name not in STEPS:
        raise NotFound("step")
    step = STEPS[name]
    if worker.role not in roles_of(step.command):
        raise RoleMissing(name, worker.role, roles_of(step.command))
    return step


async def _seen(request: Request, contact_id: UUID, worker: Worker, service: Service) -> Seen:
    """Raises ContactProtected before anything is shown."""
    contact = await service.commands.contact_for(contact_id, worker)
    person = None
    if contact.person_id is not None:
        await record_reads(request, worker, "contact", contact.person_id)
        person = await queries.person(service.reading, contact.person_id)
    return Seen(contact, person, await service.commands.caller_of(contact, worker))


async def _contact_page(
    request: Request, contact_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    seen = await _seen(request, contact_id, worker, service)
    contact = seen.contact
    checklist = await service.commands.documents_of(contact_id, worker)
    return shown(
        request,
        "contact.html",
        area="/first-contact",
        status=422 if form else 200,
        form=form,
        errors=form,
        contact=contact,
        person=seen.person,
        caller=seen.caller,
        documents=checklist.checked if checklist else None,
        without_proceeding=await asked.without_proceeding(service.reading, contact_id),
        appointments=await asked.appointments_of(service.reading, contact_id),
        desk_words=desk_words,
        steps=[
            (name, step)
            for name, step in STEPS.items()
            if step.action in contact.permitted and worker.role in roles_of(step.command)
        ],
        may_triage=Action.TRIAGE in contact.permitted,
        may_take=contact.alarm and worker.role in roles_of(Commands.take_crisis),
    )


async def _step_page(
    request: Request,
    contact_id: UUID,
    step: Step,
    worker: Worker,
    service: Service,
    site: Site,
    form: FormErrors | None,
) -> Response:
    seen = await _seen(request, contact_id, worker, service)
    status = 422 if form else 200
    if form is None:
        form = FormErrors(values=step.start(seen.contact))
    return shown(
        request,
        "contact_step.html",
        area="/first-contact",
        status=status,
        form=form,
        errors=form,
        contact=seen.contact,
        person=seen.person,
        caller=seen.caller,
        step=step,
        whom=whom_clients_meet(site),
        desk_words=desk_words,
    )
