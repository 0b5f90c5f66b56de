"""The first-contact form: who the client is, the talk, the application; checked, then saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

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
from services.intake import desk_words, queries
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import (
    Information,
    NewApplication,
    NewContact,
    Triage,
)
from services.intake.commands.inputs import NewPerson
from services.intake.contact import Contact
from services.intake.identity import Candidate, Match
from services.intake.pages.titles import pesel_said, shown, uuid_of
from services.intake.pesel import Pesel
from services.intake.refusals import (
    BenefitTypesMissing,
    DuplicateSuspected,
    IdentifierTaken,
    PeselInvalid,
)
from services.intake.values import (
    BenefitType,
    Channel,
    IdType,
    Outcome,
    Reason,
    Reporter,
    Target,
    Topic,
)

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
NONE_OF_THESE = "none"
"""The choice that creates a new person although similar ones are registered."""

CHOOSE = "Wybierz osobę albo „Żadna z nich”."


class Talk(BaseModel):
    """Contact, information and triage: what the desk fills in of one talk."""

    channel: Channel = Field(title="Droga kontaktu")
    reported_by: Reporter | None = Field(default=None, title="Kto zgłasza")
    problem: str = Field(max_length=2000, title="Z czym zgłasza się klient")
    urgent: bool = Field(default=False, title="Pilne")
    reasons: list[Reason] = Field(default=[], title="Wstępne powody")
    topics: list[Topic] = Field(default=[], title="O czym poinformowano")
    outcome: Outcome = Field(title="Dokąd kierowany jest klient")
    also: list[Target] = Field(default=[], title="Także do")


@dataclass(frozen=True)
class Filled:
    """The form as it was filled in: somebody known, or somebody new; an application, or none."""

    known: UUID | None
    new: NewPerson | None
    talk: Talk
    application: NewApplication | None


# --- the form ---------------------------------------------------------------


@router.get("/first-contact", dependencies=[may(Commands.triage_contact)])
async def form_page(
    request: Request,
    worker: SignedIn,
    service: Service,
    site: Here,
    person_id: UUID | None = None,
    outcome: Outcome | None = None,
    benefit: BenefitType | None = None,
) -> Response:
    """`outcome` and `benefit`: what the catalogue of help answered."""
    start = {"teryt": [site.directory.terc], "id_type": [IdType.PESEL.value]}
    if person_id is not None:
        start["person_id"] = [str(person_id)]
    if outcome is not None:
        start["outcome"] = [outcome.value]
    if benefit is not None:
        start["benefit_types"] = [benefit.value]
    return await _form_page(request, service, worker, FormErrors(values=start))


@router.post("/first-contact/edit", dependencies=[may(Commands.triage_contact)])
async def edit(request: Request, worker: SignedIn, service: Service) -> Response:
    """Back from the answers to the form; what was typed is kept."""
    form = await request.form()
    kept = {name: [v for v in form.getlist(name) if isinstance(v, str)] for name in form}
    if kept.get("person_id") == [NONE_OF_THESE] or kept.get("family_name"):
        kept.pop("person_id", None)
    return await _form_page(request, service, worker, FormErrors(values=kept))


@router.post("/first-contact/number", dependencies=[may(Commands.triage_contact)])
async def check_number(request: Request, _worker: SignedIn) -> HTMLResponse:
    """Tells at once whether a PESEL is right. A part of the page, in plain text."""
    form, speech = await request.form(), speech_of(request)
    number = str(form.get("number") or "")
    if form.get("id_type") != IdType.PESEL or not number:
        return HTMLResponse("")
    try:
        pesel = Pesel.parse(number)
    except PeselInvalid as refusal:
        return HTMLResponse(refusal.sentence(speech.language))
    return HTMLResponse(pesel_said(pesel, speech))


@router.post("/first-contact/check", dependencies=[may(Commands.triage_contact)])
async def check(request: Request, ctx: Ctx, service: Service) -> Response:
    """The answers once more, with whoever may be meant, before anything is saved."""
    form = await request.form()
    filled = _read(request, form)
    if isinstance(filled, FormErrors):
        return await _form_page(request, service, ctx.worker, filled)
    try:
        candidates = await _rehearse(filled, service, ctx)
    except Refusal as refusal:
        wrong = FormErrors.of(refusal, form, speech_of(request))
        return await _form_page(request, service, ctx.worker, wrong)
    return await _check_page(request, service, ctx, form, filled, candidates)


@router.post("/first-contact", dependencies=[may(Commands.triage_contact)])
async def save(request: Request, ctx: Ctx, service: Service) -> Response:
    """Saves person, contact, direction and application; each once, however often it is sent."""
    form = await request.form()
    filled = _read(request, form)
    if isinstance(filled, FormErrors):
        return await _form_page(request, service, ctx.worker, filled)
    try:
        await _rehearse(filled, service, ctx)  # nothing is half done when a later step is refused
        contact_id = await _saved(filled, service.commands, ctx)
    except (DuplicateSuspected, IdentifierTaken):
        candidates = await _rehearse(filled, service, ctx)
        error = FieldError("person_id", speech_of(request).text(CHOOSE), "DuplicateSuspected")
        return await _check_page(request, service, ctx, form, filled, candidates, error)
    except Refusal as refusal:
        wrong = FormErrors.of(refusal, form, speech_of(request))
        return await _form_page(request, service, ctx.worker, wrong)
    return RedirectResponse(f"/contacts/{contact_id}", status_code=303)


async def _saved(filled: Filled, commands: Commands, ctx: Context) -> UUID:
    talk = filled.talk
    person_id = filled.known
    if person_id is None:
        assert filled.new is not None
        person_id = (await commands.register_person(filled.new, ctx=ctx.step("person"))).id
    contact = NewContact(
        person_id=person_id,
        channel=talk.channel,
        problem=talk.problem,
        urgent=talk.urgent,
        reasons=talk.reasons,
        reported_by=talk.reported_by,
    )
    contact_id = (await commands.register_contact(contact, ctx=ctx.step("contact"))).id
    if talk.topics:
        told = Information(topics=talk.topics)
        await commands.provide_information(contact_id, told, ctx=ctx.step("information"))
    triage = Triage(outcome=talk.outcome, also=talk.also)
    await commands.triage_contact(contact_id, triage, ctx=ctx.step("triage"))
    if (application := filled.application) is not None:
        await commands.register_application(contact_id, application, ctx=ctx.step("application"))
    return contact_id


async def _rehearse(filled: Filled, service: Service, ctx: Context) -> list[Candidate]:
    """Asks the rules what they would refuse, and who may be meant; saves nothing."""
    talk, application = filled.talk, filled.application
    contact = Contact.register(
        ctx.correlation_id,
        talk.channel,
        talk.problem,
        urgent=talk.urgent,
        reported_by=talk.reported_by,
    )
    contact.triage(talk.outcome, also=tuple(talk.also))
    if application is not None:
        if not application.benefit_types:
            raise BenefitTypesMissing
        contact.register_application(
            tuple(application.benefit_types),
            filed_on=application.filed_on or ctx.today,
            channel=talk.channel,
            receipt_number="-",
            today=ctx.today,
            by=application.by,
            born=await _born(filled, service, ctx),
        )
    if filled.new is None:
        return []
    return await service.commands.suspected(filled.new, ctx=ctx)


async def _born(filled: Filled, service: Service, ctx: Context) -> date | None:
    """The client's birth date: what is registered, or what the form says."""
    if filled.known is not None:
        person = await queries.person(service.reading, filled.known)
        return person["birth_date"] if person else None
    assert filled.new is not None
    return await service.commands.birth_date(filled.new, ctx=ctx)


def _read(request: Request, form: FormData) -> Filled | FormErrors:
    speech = speech_of(request)
    chosen = str(form.get("person_id") or "")
    known = None if chosen in ("", NONE_OF_THESE) else uuid_of(chosen)
    if known is None and chosen not in ("", NONE_OF_THESE):
        raise NotFound("person")
    new = None if known else parse_form(NewPerson, form, speech)
    talk, application = parse_form(Talk, form, speech), parse_form(NewApplication, form, speech)
    if (
        isinstance(new, FormErrors)
        or isinstance(talk, FormErrors)
        or isinstance(application, FormErrors)
    ):
        return _together(new, talk, application)
    if new is not None and chosen == NONE_OF_THESE:
        new = new.model_copy(update={"none_of_these": True})
    return Filled(known, new, talk, application if application.says_anything else None)


def _together(*parts: BaseModel | FormErrors | None) -> FormErrors:
    """The errors of all parts of the form, each field's once, in the order of the page."""
    wrong = [part for part in parts if isinstance(part, FormErrors)]
    errors = {error.field: error for part in reversed(wrong) for error in reversed(part.errors)}
    dates = frozenset(name for part in wrong for name in part.dates)
    return FormErrors(tuple(reversed(errors.values())), wrong[0].values, dates)


async def _form_page(
    request: Request, service: Service, worker: Worker, form: FormErrors
) -> Response:
    known = uuid_of(form.value("person_id"))
    if known is not None:
        await record_reads(request, worker, "client", known)
    person = await queries.person(service.reading, known) if known else None
    status = 422 if form else 200
    return shown(
        request,
        "first_contact.html",
        status=status,
        form=form,
        errors=form,
        person=person,
        desk_words=desk_words,
    )


async def _check_page(
    request: Request,
    service: Service,
    ctx: Context,
    form: FormData,
    filled: Filled,
    candidates: list[Candidate],
    error: FieldError | None = None,
) -> Response:
    await record_reads(request, ctx.worker, "search", *(c.person_id for c in candidates))
    if filled.known is not None:
        await record_reads(request, ctx.worker, "client", filled.known)
    person = await queries.person(service.reading, filled.known) if filled.known else None
    kept = [
        (name, value)
        for name, value in form.multi_items()
        if name not in ("person_id", "idempotency_key") and isinstance(value, str) and value
    ]
    errors = FormErrors((error,)) if error else FormErrors()
    return shown(
        request,
        "check.html",
        status=422 if error else 200,
        kept=kept,
        filled=filled,
        person=person,
        candidates=candidates,
        taken=any(Match.SAME_IDENTIFIER in c.reasons for c in candidates),
        errors=errors,
        today=ctx.today,
        desk_words=desk_words,
    )
