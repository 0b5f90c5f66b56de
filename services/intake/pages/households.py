"""A household: who belongs to it on a day, who came and who left."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import WARSAW, Context, Worker, roles_of
from chassis.inputs import PlausibleDay
from chassis.refusal import NotFound, Refusal
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
from chassis.web.forms import DATE_PARTS
from chassis.web.messages import FieldError
from services.intake import queries
from services.intake.commands import Commands
from services.intake.commands.inputs import (
    HouseholdEnd,
    HouseholdMember,
    HouseholdState,
    MemberGone,
    NewMember,
)
from services.intake.household import Household
from services.intake.pages.merging import CHOOSE
from services.intake.pages.titles import shown, uuid_of
from services.intake.queries import households as asked
from services.intake.values import Relation

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


class Since(BaseModel):
    """From which day somebody keeps house alone."""

    since: PlausibleDay = Field(title="Od dnia")


class OnDay(BaseModel):
    """For whom the household is shown as it was."""

    on: PlausibleDay | None = Field(default=None, title="Skład na dzień")


@router.get("/households/new", dependencies=[may(Commands.define_household)])
async def new_household_page(
    request: Request, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _new_page(request, person_id, worker, service, FormErrors())


@router.post("/households/new", dependencies=[may(Commands.define_household)])
async def define(request: Request, person_id: UUID, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    start = parse_form(Since, form, speech)
    if isinstance(start, FormErrors):
        return await _new_page(request, person_id, ctx.worker, service, start)
    alone = [HouseholdMember(person_id=person_id, relation=Relation.SELF)]
    state = HouseholdState(members=alone, since=start.since)
    try:
        receipt = await service.commands.define_household(state, ctx=ctx)
    except Refusal as refusal:
        wrong = FormErrors.of(refusal, form, speech)
        return await _new_page(request, person_id, ctx.worker, service, wrong)
    return RedirectResponse(f"/households/{receipt.id}", status_code=303)


async def _new_page(
    request: Request, person_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    person = await queries.person(service.reading, person_id)
    if person is None:
        raise NotFound("person")
    await record_reads(request, worker, "client", person_id)
    status = 422 if form else 200
    return shown(
        request, "household_new.html", status=status, form=form, errors=form, person=person
    )


@router.get("/households/{household_id}")
async def household_page(
    request: Request, household_id: UUID, worker: SignedIn, service: Service, site: Here
) -> Response:
    form = FormData(list(request.query_params.multi_items()))
    day = parse_form(OnDay, form, speech_of(request))
    if isinstance(day, FormErrors):
        return await _page(request, household_id, worker, service, site, wrong=day)
    return await _page(request, household_id, worker, service, site, on=day.on)


@router.post(
    "/households/{household_id}/members", dependencies=[may(Commands.add_household_member)]
)
async def add(
    request: Request, household_id: UUID, ctx: Ctx, service: Service, site: Here
) -> Response:
    form = await request.form()
    wrong = await _added(request, form, household_id, service.commands, ctx)
    return await _answer(request, household_id, ctx, service, site, wrong)


async def _added(
    request: Request, form: FormData, household_id: UUID, commands: Commands, ctx: Context
) -> FormErrors | None:
    speech = speech_of(request)
    if not form.get("person_id"):
        kept = {name: [str(value)] for name, value in form.items()}
        return FormErrors((FieldError("text", speech.text(CHOOSE), "missing"),), kept)
    new = parse_form(NewMember, form, speech)
    if isinstance(new, FormErrors):
        return new
    try:
        await commands.add_household_member(household_id, new, ctx=ctx)
    except Refusal as refusal:
        return FormErrors.of(refusal, form, speech)
    return None


@router.post(
    "/households/{household_id}/departures", dependencies=[may(Commands.remove_household_member)]
)
async def remove(
    request: Request, household_id: UUID, ctx: Ctx, service: Service, site: Here
) -> Response:
    form, speech = await request.form(), speech_of(request)
    wrong: FormErrors | None = None
    gone = parse_form(MemberGone, _under(form, "gone", "since"), speech)
    if isinstance(gone, FormErrors):
        wrong = _back(gone, form, "gone", "since")
    else:
        try:
            await service.commands.remove_household_member(household_id, gone, ctx=ctx)
        except Refusal as refusal:
            wrong = _back(FormErrors.of(refusal, form, speech), form, "gone", "since")
    return await _answer(request, household_id, ctx, service, site, wrong)


@router.post("/households/{household_id}/end", dependencies=[may(Commands.end_household)])
async def end(
    request: Request, household_id: UUID, ctx: Ctx, service: Service, site: Here
) -> Response:
    form, speech = await request.form(), speech_of(request)
    wrong: FormErrors | None = None
    ended = parse_form(HouseholdEnd, _under(form, "ended", "on"), speech)
    if isinstance(ended, FormErrors):
        wrong = _back(ended, form, "ended", "on")
    else:
        try:
            await service.commands.end_household(household_id, ended, ctx=ctx)
        except Refusal as refusal:
            wrong = _back(FormErrors.of(refusal, form, speech), form, "ended", "on")
    return await _answer(request, household_id, ctx, service, site, wrong)


def _under(form: FormData, asked: str, meant: str) -> FormData:
    """The page has several days; each has a name of its own, the command knows one."""
    items = [
        (f"{meant}-{part}", value)
        for part in DATE_PARTS
        if (value := form.get(f"{asked}-{part}")) is not None
    ]
    return FormData([*form.multi_items(), *items])


def _back(wrong: FormErrors, form: FormData, asked: str, meant: str) -> FormErrors:
    names = {meant: asked, "since": asked, "person_id": "gone_id"}
    errors = tuple(FieldError(names.get(e.field, e.field), e.message, e.code) for e in wrong.errors)
    values = {name: [str(value)] for name, value in form.items()}
    return FormErrors(errors, values, frozenset({asked}))


async def _answer(
    request: Request,
    household_id: UUID,
    ctx: Context,
    service: Service,
    site: Site,
    wrong: FormErrors | None,
) -> Response:
    if wrong:
        return await _page(request, household_id, ctx.worker, service, site, wrong=wrong)
    return RedirectResponse(f"/households/{household_id}", status_code=303)


async def _page(
    request: Request,
    household_id: UUID,
    worker: Worker,
    service: Service,
    site: Site,
    *,
    on: date | None = None,
    wrong: FormErrors | None = None,
) -> Response:
    household = await service.commands.log.load(Household, household_id)
    day = on or site.clock.now().astimezone(WARSAW).date()
    stays = await asked.stays_in(service.reading, household_id)
    await record_reads(request, worker, "household", *{row["person_id"] for row in stays})
    names = {row["person_id"]: row for row in stays}
    client = next((row for row in stays if row["relation"] == Relation.SELF), stays[0])
    picked = await _picked(request, worker, service, wrong)
    asked_day = {f"on-{part}": [str(getattr(day, part))] for part in DATE_PARTS}
    return shown(
        request,
        "household.html",
        status=422 if wrong else 200,
        household=household,
        members=household.members_on(day),
        now=household.members,
        stays=stays,
        names=names,
        client=client,
        shown_day=day,
        form=wrong or FormErrors(values=asked_day),
        errors=wrong,
        picked=picked,
        last_day=_last_day,
        may_change=worker.role in roles_of(Commands.change_household),
    )


async def _picked(
    request: Request, worker: Worker, service: Service, form: FormErrors | None
) -> dict[UUID, Any]:
    """Who was chosen to be added, so that the choice is kept."""
    chosen = uuid_of(form.value("person_id")) if form is not None else None
    if form is None or "text" not in form.values or chosen is None:
        return {}
    picked = await asked.known_persons(service.reading, [chosen])
    await record_reads(request, worker, "client", *picked)
    return picked


def _last_day(until: date) -> date:
    return until - timedelta(days=1)
