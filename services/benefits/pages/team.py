"""The team's load: who leads how much, cases that nobody leads, hand-over, minutes of acts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from osnowa_contracts.roles import Role
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from chassis.context import Context
from chassis.refusal import Refusal
from chassis.web import (
    ABOUT_CLIENTS,
    Ctx,
    FormErrors,
    Here,
    Running,
    Site,
    may,
    only,
    page,
    parse_form,
    record_reads,
    speech_of,
)
from services.benefits import queries, words, work_words
from services.benefits.api import telling
from services.benefits.api.team import LEAD_THE_TEAM, Team, load_of_team, team_of
from services.benefits.api.views import summary
from services.benefits.commands import Commands
from services.benefits.commands.inputs import Assignment
from services.benefits.commands.work_inputs import HandOverWanted
from services.benefits.hand_over import HandOver
from services.benefits.queries import team, work
from services.benefits.values import HandOverReason

router = APIRouter(include_in_schema=False, prefix="/team", dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
BY_LOAD = "BY_LOAD"
"""The choice that leaves it to the numbers."""


class Chosen(BaseModel):
    """Which case goes to whom; the worker's id, or `BY_LOAD`."""

    case_id: UUID = Field(title="Sprawa")
    worker_id: str = Field(title="Kto poprowadzi")


@router.get("", dependencies=[Depends(only(*LEAD_THE_TEAM))])
async def team_page(
    request: Request, ctx: Ctx, site: Here, service: Service, handed: UUID | None = None
) -> Response:
    done = await service.commands.log.find(HandOver, handed) if handed else None
    return await _page(request, ctx, site, service, FormErrors(), done)


@router.post("/assignment", dependencies=[may(Commands.assign_case)])
async def assign(
    request: Request, ctx: Ctx, site: Here, members: Team, service: Service
) -> Response:
    """One case to whom the head chose, or to whoever leads the least."""
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(Chosen, form, speech)
    if isinstance(wanted, FormErrors):
        return await _page(request, ctx, site, service, wanted)
    commands = service.commands
    try:
        if wanted.worker_id == BY_LOAD:
            await commands.assign_by_load(wanted.case_id, team=members, ctx=ctx)
        else:
            chosen = Assignment(worker_id=wanted.worker_id)
            await commands.assign_case(wanted.case_id, chosen, team=members, ctx=ctx)
    except Refusal as refusal:
        return await _page(request, ctx, site, service, FormErrors.of(refusal, form, speech))
    return RedirectResponse("/team", status_code=303)


@router.post("/hand-over", dependencies=[may(Commands.hand_over_cases)])
async def hand_over(
    request: Request, ctx: Ctx, site: Here, members: Team, service: Service
) -> Response:
    """All cases of one worker to another; the page says what stayed, and why."""
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(HandOverWanted, form, speech)
    if isinstance(wanted, FormErrors):
        return await _page(request, ctx, site, service, wanted)
    try:
        receipt = await service.commands.hand_over_cases(wanted, team=members, ctx=ctx)
    except Refusal as refusal:
        return await _page(request, ctx, site, service, FormErrors.of(refusal, form, speech))
    return RedirectResponse(f"/team?handed={receipt.id}", status_code=303)


async def _page(
    request: Request,
    ctx: Context,
    site: Site,
    service: Service,
    errors: FormErrors,
    done: HandOver | None = None,
) -> Response:
    leads = ctx.worker.role == Role.BENEFITS_HEAD
    waiting = await work.work_of(service.reading, ctx.worker, ctx.today) if leads else []
    unassigned = [one for one in waiting if one.what is work.What.ASSIGN]
    stayed = [await queries.case(service.reading, one.case_id) for one in done.kept] if done else []
    seen = {one.person_id for one in unassigned} | {row["person_id"] for row in stayed}
    await record_reads(request, ctx.worker, "team", *seen)
    speech, members = speech_of(request), team_of(site)
    names = site.directory.names()
    loads = await load_of_team(service.reading, ctx.today, site)
    this_year = date(ctx.today.year, 1, 1)
    return page(
        request,
        "team.html",
        status=422 if errors else 200,
        errors=errors,
        form=errors,
        leads=leads,
        loads=loads,
        unassigned=unassigned,
        efforts=await team.effort(service.reading, this_year, ctx.today),
        done=done,
        clients={row["case_id"]: summary(row).name for row in stayed},
        names=names,
        members=[(id_, names[id_]) for id_ in members],
        leading=[(one.worker_id, one.name) for one in loads if one.cases],
        by_load=BY_LOAD,
        reasons=[(one.value, speech.text(work_words.REASON_PL[one])) for one in HandOverReason],
        act=lambda kind: telling.act(kind, speech),
        kept=work_words.KEPT_PL,
        words=words,
        today=ctx.today,
    )
