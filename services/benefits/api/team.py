"""The team's work: what waits, who leads how much, hand-over, minutes, the history of a case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from osnowa_contracts.fact import Publisher
from osnowa_contracts.roles import Role
from pydantic import BaseModel, Field

from chassis.database import Reading
from chassis.event_log import Receipt
from chassis.inputs import PlausibleDay, Position
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, SignedIn, Site, only, record_reads
from chassis.web.language import of_api
from chassis.web.render import Pages
from services.benefits import queries
from services.benefits.api import telling
from services.benefits.commands import Commands
from services.benefits.commands.inputs import Assignment
from services.benefits.commands.leading import WORKERS
from services.benefits.commands.work_inputs import EffortGiven, HandOverWanted
from services.benefits.norms import norms_on
from services.benefits.queries import history as history_queries
from services.benefits.queries import team as team_queries
from services.benefits.queries import work as work_queries
from services.benefits.values import Benefit

router = APIRouter(tags=["team"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]

HAVE_WORK = (*WORKERS, Role.BENEFITS_HEAD, Role.DIRECTOR, Role.REALISATION_WORKER)
LEAD_THE_TEAM = (Role.BENEFITS_HEAD, Role.DIRECTOR)
SEE_HISTORY = (Role.AUDITOR, Role.BENEFITS_HEAD, Role.DIRECTOR)
SEE_EFFORT = (*LEAD_THE_TEAM, Role.AUDITOR)


class WorkOut(BaseModel):
    """Something that waits.

    `what` is TERM, EVIDENCE, SETTLE, DELIVER, CORRECT, SIGN, REALISE, PAY or ASSIGN.
    """

    what: str = Field(examples=["TERM"])
    kind: str | None = Field(examples=["INTERVIEW"])
    title: str = Field(examples=["Wywiad środowiskowy"])
    term: str | None = Field(examples=["2 dni po terminie"])
    due_on: date | None
    overdue: bool
    case_id: UUID
    person_id: UUID
    name: str
    benefit: Benefit
    urgent: bool


class LoadOut(BaseModel):
    """What somebody leads; `over_norm` warns and blocks nothing ([002] table 34)."""

    worker_id: str = Field(examples=["ewa-jarzebina"])
    name: str
    role: str
    environments: int = Field(examples=[62], description="households with an open case")
    cases: int
    urgent: int
    overdue: int = Field(description="terms of their cases that passed")
    norm: int = Field(examples=[80])
    over_norm: bool


class EffortOut(BaseModel):
    """Minutes of one kind of act ([002] table 27) beside what its norms come to."""

    worker_id: str = Field(examples=["ewa-jarzebina"])
    kind: str = Field(examples=["INTERVIEW_I"])
    acts: int
    minutes: int = Field(examples=[390])
    norm: int = Field(examples=[360])


class HappenedOut(BaseModel):
    """One event of a case: who, when, what."""

    position: int
    occurred_at: datetime = Field(description="time of the office")
    recorded_at: datetime = Field(description="when the log took it")
    actor_id: str
    actor_role: str
    what: str = Field(examples=["Przydzielono sprawę"])
    details: str = Field(examples=["pracownik: Ewa Jarzębina"])


def team_of(site: Here) -> dict[str, str]:
    """Who may lead cases here, with their roles."""
    workers = site.directory.workers_at(site.unit.name)
    return {worker.id: worker.role for worker in workers if worker.role in WORKERS}


def social_work_of(site: Here) -> dict[str, frozenset[str]]:
    """Where a client may be referred to: the social-work teams, each with its social workers."""
    of, units = site.directory.ids_at, site.directory.units.values()
    teams = [unit.name for unit in units if unit.kind == Publisher.SOCIALWORK]
    return {team: of(team, Role.SOCIAL_WORKER) for team in teams}


Team = Annotated[dict[str, str], Depends(team_of)]
SocialWorkTeams = Annotated[dict[str, frozenset[str]], Depends(social_work_of)]
After = Annotated[Position, Query(description="position of the last one that you have")]


# --- what waits -----------------------------------------------------------------


@router.get("/work", dependencies=[Depends(only(*HAVE_WORK))])
async def work(request: Request, ctx: Ctx, service: Service) -> list[WorkOut]:
    """What waits for the signed-in worker: overdue first, then by day; at most 200."""
    waiting = await work_queries.work_of(service.reading, ctx.worker, ctx.today)
    await record_reads(request, ctx.worker, "work", *{one.person_id for one in waiting})
    pages: Pages = request.app.state.pages
    speech = pages.speech(of_api(request))
    return [
        WorkOut(
            **vars(one),
            title=one.title(speech.text),
            term=telling.term(one.due_on, ctx.today, speech) if one.due_on else None,
            overdue=one.due_on is not None and one.due_on < ctx.today,
        )
        for one in waiting
    ]


# --- who leads what -------------------------------------------------------------


@router.get("/team", dependencies=[Depends(only(*LEAD_THE_TEAM))])
async def team(ctx: Ctx, site: Here, service: Service) -> list[LoadOut]:
    """Everybody who may lead cases, and who still does; the fullest first."""
    return await load_of_team(service.reading, ctx.today, site)


async def load_of_team(reading: Reading, today: date, site: Site) -> list[LoadOut]:
    """The same for the page. The norm is that of the day."""
    norm, members = norms_on(today).environments, team_of(site)
    rows = {row["worker"]: row for row in await team_queries.loads(reading, today)}
    found = [
        _load(id_, members.get(id_, ""), rows.get(id_), norm, site) for id_ in {*members, *rows}
    ]
    return sorted(found, key=lambda one: (-one.environments, one.worker_id))


def _load(worker_id: str, role: str, row: Any, norm: int, site: Site) -> LoadOut:
    member = site.directory.members.get(worker_id)
    counted = {
        name: row[name] if row else 0 for name in ("environments", "cases", "urgent", "overdue")
    }
    return LoadOut(
        worker_id=worker_id,
        name=member.worker.name if member else worker_id,
        role=role,
        norm=norm,
        over_norm=counted["environments"] > norm,
        **counted,
    )


@router.post("/cases/{case_id}/worker", tags=["cases"])
async def assign_case(
    case_id: UUID, new: Assignment, team: Team, ctx: Ctx, service: Service
) -> Receipt:
    """The head of the team names who leads; `data.over_norm` warns of table 34."""
    return await service.commands.assign_case(case_id, new, team=team, ctx=ctx)


@router.post("/cases/{case_id}/worker/by-load", tags=["cases"])
async def assign_by_load(case_id: UUID, team: Team, ctx: Ctx, service: Service) -> Receipt:
    """To whoever leads the fewest households among those who may; `data.worker_id` says who."""
    return await service.commands.assign_by_load(case_id, team=team, ctx=ctx)


@router.post("/team/hand-over", status_code=201)
async def hand_over_cases(new: HandOverWanted, team: Team, ctx: Ctx, service: Service) -> Receipt:
    """All open cases of one worker to another; `data.kept` names what may not go, and why."""
    return await service.commands.hand_over_cases(new, team=team, ctx=ctx)


# --- minutes --------------------------------------------------------------------


@router.post("/decisions/{decision_id}/effort", status_code=201, tags=["decisions"])
async def record_effort(decision_id: UUID, new: EffortGiven, ctx: Ctx, service: Service) -> Receipt:
    """How long a refusal took; `data.norm` is what table 27 gives for it."""
    return await service.commands.record_effort(decision_id, new, ctx=ctx)


@router.get("/team/effort", dependencies=[Depends(only(*SEE_EFFORT))])
async def effort(
    ctx: Ctx,
    service: Service,
    since: Annotated[
        PlausibleDay | None, Query(description="this year unless told otherwise")
    ] = None,
    until: Annotated[PlausibleDay | None, Query(description="today unless told otherwise")] = None,
) -> list[EffortOut]:
    """Minutes of each worker by kind of act, beside the norms."""
    first, last = since or date(ctx.today.year, 1, 1), until or ctx.today
    rows = await team_queries.effort(service.reading, first, last)
    return [EffortOut(worker_id=row["worker"], **dict(row)) for row in rows]


# --- history ---------------------------------------------------------------------


@router.get("/cases/{case_id}/history", dependencies=[Depends(only(*SEE_HISTORY))])
async def history(
    request: Request,
    case_id: UUID,
    worker: SignedIn,
    site: Here,
    service: Service,
    after: After = 0,
) -> list[HappenedOut]:
    """Every event of a case, from the first on; at most 200 behind `after`."""
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, worker, "history", row["person_id"])
    pages: Pages = request.app.state.pages
    speech = pages.speech(of_api(request))
    return [
        HappenedOut(
            **{name: getattr(one, name) for name in HappenedOut.model_fields if hasattr(one, name)},
            what=telling.what(one.topic, speech),
            details=telling.details(one.values, speech, site.directory.names()),
        )
        for one in await history_queries.history(service.reading, case_id, after)
    ]
