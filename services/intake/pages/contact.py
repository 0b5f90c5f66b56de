"""One contact: the receipt of its application, what was said, and what is still to be done."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker
from chassis.refusal import Refusal
from chassis.web import Ctx, FormErrors, Running, SignedIn, parse_form, record_reads, speech_of
from services.intake import queries
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import NewApplication, Triage
from services.intake.contact import Contact
from services.intake.contact_steps import Action
from services.intake.pages.titles import shown

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


@router.get("/contacts/{contact_id}")
async def contact_page(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _contact_page(request, contact_id, worker, service, FormErrors())


@router.post("/contacts/{contact_id}/triage")
async def triage(request: Request, contact_id: UUID, ctx: Ctx, service: Service) -> Response:
    wanted = parse_form(Triage, await request.form(), speech_of(request))
    if isinstance(wanted, FormErrors):
        return await _contact_page(request, contact_id, ctx.worker, service, wanted)
    await service.commands.triage_contact(contact_id, wanted, ctx=ctx)
    return RedirectResponse(f"/contacts/{contact_id}", status_code=303)


@router.post("/contacts/{contact_id}/applications")
async def register_application(
    request: Request, contact_id: UUID, ctx: Ctx, service: Service
) -> Response:
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(NewApplication, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await service.commands.register_application(contact_id, wanted, ctx=ctx)
            return RedirectResponse(f"/contacts/{contact_id}", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _contact_page(request, contact_id, ctx.worker, service, wanted)


async def _contact_page(
    request: Request, contact_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    contact = await service.commands.log.load(Contact, contact_id)
    await record_reads(request, worker, "contact", contact.person_id)
    return shown(
        request,
        "contact.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        contact=contact,
        person=await queries.person(service.reading, contact.person_id),
        may_triage=Action.TRIAGE in contact.permitted and contact.outcome is None,
        may_register=Action.REGISTER_APPLICATION in contact.permitted,
    )
