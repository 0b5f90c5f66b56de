"""Finding a person while their name is typed, and registering one who is not there."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, Worker
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    ABOUT_CLIENTS,
    Ctx,
    FormErrors,
    Here,
    Running,
    SignedIn,
    may,
    parse_form,
    record_reads,
    speech_of,
)
from chassis.web.messages import FieldError
from services.intake import queries, wanted
from services.intake.commands import Commands
from services.intake.commands.inputs import NewPerson, Search
from services.intake.identity import Candidate, Match
from services.intake.pages.first_contact import CHOOSE, NONE_OF_THESE
from services.intake.pages.titles import shown, uuid_of
from services.intake.pesel import Pesel
from services.intake.refusals import DuplicateSuspected, IdentifierTaken, PeselInvalid
from services.intake.values import IdType, WithoutDocument

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
PAGE = "persons.html"


# --- finding ----------------------------------------------------------------


@router.get("/persons")
async def search_page(request: Request, _worker: SignedIn) -> Response:
    return shown(request, PAGE, status=200, form=FormErrors(), line=None, errors=None)


@router.post("/persons")
async def search(request: Request, worker: SignedIn, service: Service) -> Response:
    """The whole page, for a reader whose browser runs no scripts."""
    return await _found(request, worker, service, PAGE)


@router.post("/persons/found")
async def found(request: Request, worker: SignedIn, service: Service) -> Response:
    """The part of the page below the field."""
    return await _found(request, worker, service, "persons_found.html")


@router.post("/persons/choices")
async def choices(request: Request, worker: SignedIn, service: Service) -> Response:
    """The same as choices of a form that needs a person."""
    return await _found(request, worker, service, "persons_choices.html")


async def _found(request: Request, worker: Worker, service: Service, template: str) -> Response:
    form, speech = await request.form(), speech_of(request)
    asked = parse_form(Search, _text_of(form), speech)
    if isinstance(asked, FormErrors):
        return shown(request, template, status=422, form=asked, errors=asked, line=None)
    line = wanted.read(asked.text)
    candidates = [] if line.nothing else await service.commands.search(asked)
    await record_reads(request, worker, "search", *(one.person_id for one in candidates))
    kept = FormErrors(values={"text": [asked.text]})
    return shown(
        request, template, status=200, form=kept, errors=None, line=line, candidates=candidates,
        misread=bool(line.pesel) and not is_pesel(line.pesel), part=template != PAGE,
    )  # fmt: skip


def _text_of(form: FormData) -> FormData:
    return FormData([("text", form.get("text") or "")])


def is_pesel(number: str) -> bool:
    try:
        Pesel.parse(number)
    except PeselInvalid:
        return False
    return True


# --- somebody new -----------------------------------------------------------


@router.get("/persons/new", dependencies=[may(Commands.register_person)])
async def new_person_page(
    request: Request,
    worker: SignedIn,
    service: Service,
    site: Here,
    mother_id: UUID | None = None,
) -> Response:
    start = {"teryt": [site.directory.terc], "id_type": [IdType.PESEL.value]}
    if mother_id is not None:
        start["mother_id"] = [str(mother_id)]
        start["without_document"] = [WithoutDocument.NEWBORN.value]
        start["id_type"] = [IdType.NONE.value]
    return await _form_page(request, worker, service, FormErrors(values=start))


@router.post("/persons/new", dependencies=[may(Commands.register_person)])
async def register(request: Request, ctx: Ctx, service: Service) -> Response:
    """Once more with whoever may be meant, until it is one of them or none of them."""
    form, speech = await request.form(), speech_of(request)
    chosen = str(form.get("person_id") or "")
    if chosen not in ("", NONE_OF_THESE):
        if uuid_of(chosen) is None:
            raise NotFound("person")
        return RedirectResponse(f"/persons/{uuid_of(chosen)}", status_code=303)
    new = parse_form(NewPerson, form, speech)
    if isinstance(new, FormErrors):
        return await _form_page(request, ctx.worker, service, new)
    new = new.model_copy(update={"none_of_these": chosen == NONE_OF_THESE})
    try:
        receipt = await service.commands.register_person(new, ctx=ctx)
    except (DuplicateSuspected, IdentifierTaken):
        candidates = await service.commands.suspected(new, ctx=ctx)
        return await _candidates_page(request, ctx, form, candidates)
    except Refusal as refusal:
        wrong = FormErrors.of(refusal, form, speech)
        return await _form_page(request, ctx.worker, service, wrong)
    return RedirectResponse(f"/persons/{receipt.id}", status_code=303)


async def _form_page(
    request: Request, worker: Worker, service: Service, form: FormErrors
) -> Response:
    mother = None
    if known := uuid_of(form.value("mother_id")):
        mother = await queries.person(service.reading, known)
    if mother is not None:
        await record_reads(request, worker, "client", mother["person_id"])
    status = 422 if form else 200
    return shown(request, "person_new.html", status=status, form=form, errors=form, mother=mother)


async def _candidates_page(
    request: Request, ctx: Context, form: FormData, candidates: list[Candidate]
) -> Response:
    await record_reads(request, ctx.worker, "search", *(one.person_id for one in candidates))
    error = FieldError("person_id", speech_of(request).text(CHOOSE), "DuplicateSuspected")
    kept = [
        (name, value)
        for name, value in form.multi_items()
        if name != "person_id" and isinstance(value, str) and value
    ]
    return shown(
        request,
        "person_candidates.html",
        status=422,
        errors=FormErrors((error,)),
        candidates=candidates,
        kept=kept,
        taken=any(Match.SAME_IDENTIFIER in one.reasons for one in candidates),
    )
