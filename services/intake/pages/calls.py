"""What comes by phone: a call in two fields, and a signal about somebody else."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker
from chassis.refusal import Refusal
from chassis.web import (
    ABOUT_CLIENTS,
    Ctx,
    FormErrors,
    Running,
    SignedIn,
    may,
    parse_form,
    record_reads,
    speech_of,
)
from services.intake import desk_words, queries
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import NewContact, NewSignal
from services.intake.pages.titles import shown, uuid_of

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/first-contact/call", dependencies=[may(Commands.register_contact)])
async def call_page(
    request: Request, worker: SignedIn, service: Service, person_id: UUID | None = None
) -> Response:
    start = {"channel": ["PHONE"]}
    if person_id is not None:
        start["person_id"] = [str(person_id)]
    return await _page(request, "call.html", worker, service, FormErrors(values=start))


@router.post("/first-contact/call", dependencies=[may(Commands.register_contact)])
async def register_call(request: Request, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    call = parse_form(NewContact, form, speech)
    if not isinstance(call, FormErrors):
        try:
            receipt = await service.commands.register_contact(call, ctx=ctx)
            return RedirectResponse(f"/contacts/{receipt.id}", status_code=303)
        except Refusal as refusal:
            if refusal.STATUS == 403:
                raise
            call = FormErrors.of(refusal, form, speech)
    return await _page(request, "call.html", ctx.worker, service, call)


@router.get("/first-contact/signal", dependencies=[may(Commands.receive_signal)])
async def signal_page(request: Request, worker: SignedIn, service: Service) -> Response:
    start = FormErrors(values={"channel": ["PHONE"], "urgent": ["true"]})
    return await _page(request, "signal.html", worker, service, start)


@router.post("/first-contact/signal", dependencies=[may(Commands.receive_signal)])
async def receive_signal(request: Request, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    signal = parse_form(NewSignal, form, speech)
    if not isinstance(signal, FormErrors):
        try:
            urgent = form.get("urgent") == "true"
            signal = signal.model_copy(update={"urgent": urgent})
            receipt = await service.commands.receive_signal(signal, ctx=ctx)
            return RedirectResponse(f"/contacts/{receipt.id}", status_code=303)
        except Refusal as refusal:
            if refusal.STATUS == 403:
                raise
            signal = FormErrors.of(refusal, form, speech)
    return await _page(request, "signal.html", ctx.worker, service, signal)


async def _page(
    request: Request, template: str, worker: Worker, service: Service, form: FormErrors
) -> Response:
    """With whom it is about, where they are known already."""
    person = None
    if known := uuid_of(form.value("person_id")):
        await record_reads(request, worker, "client", known)
        person = await queries.person(service.reading, known)
    return shown(
        request,
        template,
        status=422 if form else 200,
        form=form,
        errors=form,
        person=person,
        desk_words=desk_words,
    )
