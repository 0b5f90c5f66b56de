"""One person: what is known, what was corrected and why, the household, and corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from chassis.context import WARSAW, Context, Worker, roles_of
from chassis.refusal import NotFound, Refusal
from chassis.security import Directory
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
from chassis.web.forms import entered
from chassis.web.language import Speech
from services.intake import person_words, queries, words
from services.intake.commands import Commands
from services.intake.commands.inputs import (
    IdentifierCorrection,
    IdentifierWithdrawal,
    PersonCorrection,
)
from services.intake.pages import person_form
from services.intake.pages.titles import pesel_said, shown
from services.intake.person import Person
from services.intake.pesel import Pesel
from services.intake.queries import contacts, households
from services.intake.refusals import PeselInvalid
from services.intake.values import IdType

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/persons/{person_id}")
async def person_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service, site: Here
) -> Response:
    """An entry that was merged leads to the one that goes on."""
    person = await service.commands.log.load(Person, person_id)
    if person.survivor_id is not None:
        return RedirectResponse(f"/persons/{person.survivor_id}", status_code=303)
    reading = service.reading
    today = site.clock.now().astimezone(WARSAW).date()
    household_id = await households.on_day(reading, person_id, today)
    present = await households.stays_in(reading, household_id) if household_id else []
    members = [row for row in present if _on(row, today)]
    others = {row["person_id"] for row in members} | {*person.absorbed}
    if person.data.mother_id:
        others.add(person.data.mother_id)
    names = await households.known_persons(reading, others)
    await record_reads(request, worker, "client", person_id, *(others - {person_id}))
    return shown(
        request,
        "person.html",
        status=200,
        person=person,
        number_end=await queries.end_of_number(reading, person.id_ref),
        changes=await queries.changes_of(reading, person_id),
        household_id=household_id,
        members=members,
        names=names,
        earlier=[
            row
            for row in await households.of_person(reading, person_id)
            if row["household_id"] != household_id
        ],
        contacts=await contacts.contacts_of(reading, person_id, worker),
        spoken=_spoken(speech_of(request)),
        worker_name=_worker_name(site.directory),
        may_merge=worker.role in roles_of(Commands.merge_persons),
        may_correct=worker.role in roles_of(Commands.correct_person),
        may_call=worker.role in roles_of(Commands.register_contact),
    )


CODES: dict[str, Mapping[Any, str]] = {
    "sex": words.SEX,
    "identifier": words.ID_TYPE,
    "residence_title": person_words.RESIDENCE_TITLE,
    "household_relation": person_words.RELATION,
}
DAYS = {"birth_date", "household_since"}


def _spoken(speech: Speech) -> Callable[[str, str | None], str]:
    """A value of the history in the reader's words."""

    def spoken(field: str, value: str | None) -> str:
        if value is None:
            return speech.text("brak")
        if field in CODES:
            return speech.text(CODES[field][value])
        return speech.day(date.fromisoformat(value)) if field in DAYS else value

    return spoken


def _worker_name(directory: Directory) -> Callable[[str], str]:
    def name(worker_id: str) -> str:
        member = directory.members.get(worker_id)
        return member.worker.name if member else worker_id

    return name


def _on(row: Any, day: date) -> bool:
    return row["since"] <= day and (row["until"] is None or row["until"] > day)


# --- corrections ------------------------------------------------------------


@router.get("/persons/{person_id}/correction", dependencies=[may(Commands.correct_person)])
async def correction_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _correction_page(request, person_id, worker, service)


@router.post("/persons/{person_id}/correction", dependencies=[may(Commands.correct_person)])
async def correct(request: Request, person_id: UUID, ctx: Ctx, service: Service) -> Response:
    """Fields that were not changed correct nothing, whoever corrected them meanwhile."""
    form, speech = await request.form(), speech_of(request)
    new = parse_form(PersonCorrection, person_form.changed(form), speech)
    if isinstance(new, FormErrors):
        new = FormErrors(new.errors, entered(form), new.dates)
    else:
        try:
            await service.commands.correct_person(person_id, new, ctx=ctx)
            return RedirectResponse(f"/persons/{person_id}", status_code=303)
        except Refusal as refusal:
            new = FormErrors.of(refusal, form, speech)
    return await _correction_page(request, person_id, ctx.worker, service, new)


async def _correction_page(
    request: Request,
    person_id: UUID,
    worker: Worker,
    service: Service,
    form: FormErrors | None = None,
) -> Response:
    person = await service.commands.log.load(Person, person_id)
    await record_reads(request, worker, "client", person_id)
    return shown(
        request,
        "person_correction.html",
        status=422 if form else 200,
        form=form or FormErrors(values=person_form.as_shown(person)),
        errors=form,
        person=person,
        fields=person_form.FIELDS,
    )


@router.get("/persons/{person_id}/identifier", dependencies=[may(Commands.correct_identifier)])
async def identifier_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _identifier_page(request, person_id, worker, service, FormErrors())


@router.post("/persons/{person_id}/identifier", dependencies=[may(Commands.correct_identifier)])
async def correct_identifier(
    request: Request, person_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """A right number in place of the wrong one, or only that the number is wrong."""
    try:
        wrong = await _identifier_corrected(request, person_id, ctx, service.commands)
    except Refusal as refusal:
        wrong = FormErrors.of(refusal, await request.form(), speech_of(request))
    if wrong:
        return await _identifier_page(request, person_id, ctx.worker, service, wrong)
    return RedirectResponse(f"/persons/{person_id}", status_code=303)


@router.post(
    "/persons/{person_id}/identifier/number", dependencies=[may(Commands.correct_identifier)]
)
async def check_number(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> HTMLResponse:
    """Says before anything is saved what else a PESEL corrects. A part of the page, plain text."""
    form, speech = await request.form(), speech_of(request)
    number = str(form.get("number") or "")
    if form.get("id_type") != IdType.PESEL or not number:
        return HTMLResponse("")
    person = await service.commands.log.load(Person, person_id)
    await record_reads(request, worker, "client", person_id)
    try:
        pesel = Pesel.parse(number)
    except PeselInvalid as refusal:
        return HTMLResponse(refusal.sentence(speech.language))
    said = [pesel_said(pesel, speech)]
    if named := person.told_otherwise_by(pesel).named:
        said.append(speech.text("Zapisano inaczej. Razem z numerem zmieni się:"))
        said.append(", ".join(speech.text(person_words.FIELD[one]).lower() for one in named) + ".")
    return HTMLResponse(" ".join(said))


async def _identifier_corrected(
    request: Request, person_id: UUID, ctx: Context, commands: Commands
) -> FormErrors | None:
    form, speech = await request.form(), speech_of(request)
    if form.get("unknown"):
        withdrawal = parse_form(IdentifierWithdrawal, form, speech)
        if isinstance(withdrawal, FormErrors):
            return withdrawal
        await commands.withdraw_identifier(person_id, withdrawal, ctx=ctx)
        return None
    correction = parse_form(IdentifierCorrection, form, speech)
    if isinstance(correction, FormErrors):
        return correction
    await commands.correct_identifier(person_id, correction, ctx=ctx)
    return None


async def _identifier_page(
    request: Request, person_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    person = await service.commands.log.load(Person, person_id)
    if person.survivor_id is not None:
        raise NotFound("person")
    await record_reads(request, worker, "client", person_id)
    status = 422 if form else 200
    end = await queries.end_of_number(service.reading, person.id_ref)
    return shown(
        request, "person_identifier.html", status=status, form=form, errors=form, person=person,
        number_end=end,
    )  # fmt: skip
