"""The catalogue of help: a situation answered at the desk, and entries kept by their editors."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, Worker, roles_of
from chassis.refusal import Refusal
from chassis.web import Ctx, FormErrors, Running, SignedIn, may, parse_form, speech_of
from chassis.web.signed_in import worker_of
from services.intake import desk_words
from services.intake.catalogue.content import Situation
from services.intake.catalogue.entry import Entry
from services.intake.catalogue.matching import Match, judged
from services.intake.commands import Commands
from services.intake.commands.catalogue_inputs import Publication, SituationIn, Withdrawal
from services.intake.pages.entry_form import EntryForm, entered
from services.intake.pages.titles import shown
from services.intake.queries import catalogue as asked

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


# --- a situation ------------------------------------------------------------


@router.get("/catalogue")
async def catalogue_page(request: Request, _worker: SignedIn) -> Response:
    return _answers(request, FormErrors(), None)


@router.post("/catalogue")
async def answer(request: Request, ctx: Ctx, service: Service) -> Response:
    """Posted, so that no situation stands in an address; nothing is saved."""
    form, speech = await request.form(), speech_of(request)
    situation = parse_form(SituationIn, form, speech)
    if isinstance(situation, FormErrors):
        return _answers(request, situation, None)
    try:
        matches = await service.commands.answer_situation(situation, today=ctx.today)
    except Refusal as refusal:
        return _answers(request, FormErrors.of(refusal, form, speech), None)
    return _answers(request, FormErrors(values=_kept(form)), matches)


def _kept(form: FormData) -> dict[str, list[str]]:
    return {name: [v for v in form.getlist(name) if isinstance(v, str)] for name in form}


def _answers(request: Request, form: FormErrors, matches: list[Match] | None) -> Response:
    return shown(
        request,
        "catalogue.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        matches=matches,
        may_direct=_may_direct(request),
        desk_words=desk_words,
    )


def _may_direct(request: Request) -> bool:
    """Whether the reader may go on from an answer to the form of a contact."""
    worker = worker_of(request)
    return worker is not None and worker.role in roles_of(Commands.triage_contact)


# --- entries ----------------------------------------------------------------


@router.get("/catalogue/entries")
async def entries_page(request: Request, worker: SignedIn, service: Service) -> Response:
    return shown(
        request,
        "catalogue_entries.html",
        status=200,
        entries=await asked.entries(service.reading),
        may_propose=worker.role in roles_of(Commands.propose_entry),
        desk_words=desk_words,
    )


@router.get("/catalogue/entries/new", dependencies=[may(Commands.propose_entry)])
async def new_entry_page(request: Request, _worker: SignedIn) -> Response:
    return _edit(request, FormErrors(), None)


@router.post("/catalogue/entries/new", dependencies=[may(Commands.propose_entry)])
async def propose(request: Request, ctx: Ctx, service: Service) -> Response:
    return await _written(request, ctx, service, None)


@router.get("/catalogue/entries/{entry_id}/revision", dependencies=[may(Commands.revise_entry)])
async def revision_page(
    request: Request, entry_id: UUID, _worker: SignedIn, service: Service
) -> Response:
    entry = await service.commands.log.load(Entry, entry_id)
    return _edit(request, FormErrors(values=entered(entry.content)), entry_id)


@router.post("/catalogue/entries/{entry_id}/revision", dependencies=[may(Commands.revise_entry)])
async def revise(request: Request, entry_id: UUID, ctx: Ctx, service: Service) -> Response:
    return await _written(request, ctx, service, entry_id)


@router.get("/catalogue/entries/{entry_id}")
async def entry_page(
    request: Request, entry_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _entry_page(request, entry_id, worker, service, FormErrors())


@router.post(
    "/catalogue/entries/{entry_id}/publication", dependencies=[may(Commands.publish_entry)]
)
async def publish(request: Request, entry_id: UUID, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    sent = parse_form(Publication, form, speech)
    if not isinstance(sent, FormErrors):
        try:
            await service.commands.publish_entry(entry_id, sent, ctx=ctx)
            return RedirectResponse(f"/catalogue/entries/{entry_id}", status_code=303)
        except Refusal as refusal:
            sent = FormErrors.of(refusal, form, speech)
    return await _entry_page(request, entry_id, ctx.worker, service, sent)


@router.post(
    "/catalogue/entries/{entry_id}/withdrawal", dependencies=[may(Commands.withdraw_entry)]
)
async def withdraw(request: Request, entry_id: UUID, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    sent = parse_form(Withdrawal, form, speech)
    if not isinstance(sent, FormErrors):
        try:
            await service.commands.withdraw_entry(entry_id, sent, ctx=ctx)
            return RedirectResponse(f"/catalogue/entries/{entry_id}", status_code=303)
        except Refusal as refusal:
            sent = FormErrors.of(refusal, form, speech)
    return await _entry_page(request, entry_id, ctx.worker, service, sent)


async def _written(
    request: Request, ctx: Context, service: Service, entry_id: UUID | None
) -> Response:
    form, speech = await request.form(), speech_of(request)
    written = parse_form(EntryForm, form, speech)
    if isinstance(written, FormErrors):
        return _edit(request, written, entry_id)
    try:
        if entry_id is None:
            entry_id = (await service.commands.propose_entry(written.entry(None), ctx=ctx)).id
        else:
            before = (await service.commands.log.load(Entry, entry_id)).content
            await service.commands.revise_entry(entry_id, written.entry(before), ctx=ctx)
    except Refusal as refusal:
        return _edit(request, FormErrors.of(refusal, form, speech), entry_id)
    return RedirectResponse(f"/catalogue/entries/{entry_id}", status_code=303)


def _edit(request: Request, form: FormErrors, entry_id: UUID | None) -> Response:
    return shown(
        request,
        "catalogue_edit.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        entry_id=entry_id,
        desk_words=desk_words,
    )


async def _entry_page(
    request: Request, entry_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    entry = await service.commands.log.load(Entry, entry_id)
    content = entry.content
    return shown(
        request,
        "catalogue_entry.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        entry=entry,
        conditions=[(one.condition, one.asked) for one in judged(content.conditions, Situation())],
        documents=[needed.document for needed in content.documents],
        may_propose=worker.role in roles_of(Commands.propose_entry),
        may_publish=worker.role in roles_of(Commands.publish_entry),
        own_proposal=entry.draft_by == worker.id,
        desk_words=desk_words,
    )
