"""Two entries that are one person: merged by the head of first contact, and set apart again."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, Worker
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
from chassis.web.messages import FieldError
from services.intake.commands import Commands
from services.intake.commands.inputs import Merge, MergeUndoing
from services.intake.pages.titles import shown, uuid_of
from services.intake.person import Person
from services.intake.queries import households

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
CHOOSE = "Najpierw znajdź i wybierz osobę."


@router.get("/persons/{person_id}/merge", dependencies=[may(Commands.merge_persons)])
async def merge_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _merge_page(request, person_id, worker, service, FormErrors())


@router.post("/persons/{person_id}/merge", dependencies=[may(Commands.merge_persons)])
async def merge(request: Request, person_id: UUID, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    if not form.get("person_id"):
        error = FieldError("text", speech.text(CHOOSE), "missing")
        kept = {name: [str(value)] for name, value in form.items()}
        wrong = FormErrors((error,), kept)
        return await _merge_page(request, person_id, ctx.worker, service, wrong)
    given = FormData([*form.multi_items(), ("absorbed_id", form["person_id"])])
    new = parse_form(Merge, given, speech)
    if not isinstance(new, FormErrors):
        try:
            await service.commands.merge_persons(person_id, new, ctx=ctx)
            return RedirectResponse(f"/persons/{person_id}", status_code=303)
        except Refusal as refusal:
            new = FormErrors.of(refusal, form, speech)
    return await _merge_page(request, person_id, ctx.worker, service, new)


async def _merge_page(
    request: Request, person_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    person = await service.commands.log.load(Person, person_id)
    person.require_own()
    await record_reads(request, worker, "client", person_id)
    picked = None
    if chosen := uuid_of(form.value("person_id")):
        picked = await households.known_persons(service.reading, [chosen])
        await record_reads(request, worker, "client", *picked)
    return shown(
        request, "person_merge.html", status=422 if form else 200, form=form, errors=form,
        person=person, picked=picked,
    )  # fmt: skip


@router.get(
    "/persons/{person_id}/merge/{absorbed_id}/undoing",
    dependencies=[may(Commands.undo_person_merge)],
)
async def undoing_page(
    request: Request, person_id: UUID, absorbed_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _undoing_page(request, person_id, absorbed_id, worker, service, FormErrors())


@router.post(
    "/persons/{person_id}/merge/{absorbed_id}/undoing",
    dependencies=[may(Commands.undo_person_merge)],
)
async def undo(
    request: Request, person_id: UUID, absorbed_id: UUID, ctx: Ctx, service: Service
) -> Response:
    form = await request.form()
    given = FormData([*form.multi_items(), ("absorbed_id", str(absorbed_id))])
    wrong = await _undone(given, person_id, service.commands, ctx, request)
    if wrong:
        return await _undoing_page(request, person_id, absorbed_id, ctx.worker, service, wrong)
    return RedirectResponse(f"/persons/{person_id}", status_code=303)


async def _undone(
    form: FormData, person_id: UUID, commands: Commands, ctx: Context, request: Request
) -> FormErrors | None:
    new = parse_form(MergeUndoing, form, speech_of(request))
    if isinstance(new, FormErrors):
        return new
    try:
        await commands.undo_person_merge(person_id, new, ctx=ctx)
    except Refusal as refusal:
        return FormErrors.of(refusal, form, speech_of(request))
    return None


async def _undoing_page(
    request: Request,
    person_id: UUID,
    absorbed_id: UUID,
    worker: Worker,
    service: Service,
    form: FormErrors,
) -> Response:
    names = await households.known_persons(service.reading, [person_id, absorbed_id])
    await record_reads(request, worker, "client", *names)
    return shown(
        request, "person_merge_undoing.html", status=422 if form else 200, form=form, errors=form,
        person_id=person_id, absorbed_id=absorbed_id, names=names,
    )  # fmt: skip
