"""A member of a household whose relation or first day was noted wrongly."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker
from chassis.refusal import NotFound, Refusal
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
from chassis.web.forms import filled
from services.intake import queries
from services.intake.commands import Commands
from services.intake.commands.inputs import MemberCorrection
from services.intake.household import Household
from services.intake.pages.titles import shown

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
PATH = "/households/{household_id}/members/{person_id}/correction"


@router.get(PATH, dependencies=[may(Commands.correct_household_member)])
async def member_correction_page(
    request: Request, household_id: UUID, person_id: UUID, worker: SignedIn, service: Service
) -> Response:
    household = await service.commands.log.load(Household, household_id)
    stay = household.stay_of(person_id)
    known = filled({"relation": stay.member.relation, "since": stay.since})
    form = FormErrors(values=known)
    return await _page(request, household_id, person_id, worker, service, form)


@router.post(PATH, dependencies=[may(Commands.correct_household_member)])
async def correct_member(
    request: Request, household_id: UUID, person_id: UUID, ctx: Ctx, service: Service
) -> Response:
    form, speech = await request.form(), speech_of(request)
    new = parse_form(MemberCorrection, form, speech)
    if not isinstance(new, FormErrors):
        try:
            await service.commands.correct_household_member(household_id, person_id, new, ctx=ctx)
            return RedirectResponse(f"/households/{household_id}", status_code=303)
        except Refusal as refusal:
            new = FormErrors.of(refusal, form, speech)
    return await _page(request, household_id, person_id, ctx.worker, service, new)


async def _page(
    request: Request,
    household_id: UUID,
    person_id: UUID,
    worker: Worker,
    service: Service,
    form: FormErrors,
) -> Response:
    person = await queries.person(service.reading, person_id)
    if person is None:
        raise NotFound("person")
    await record_reads(request, worker, "household", person_id)
    return shown(
        request,
        "household_correction.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        person=person,
        household_id=household_id,
    )
