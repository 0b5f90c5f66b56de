"""The time of a case: halts and extensions of its term, urging complaints."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import Ctx, Running, SignedIn, record_reads
from services.benefits import queries
from services.benefits.commands import Commands
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.work_inputs import (
    Extension,
    HaltWanted,
    UrgingAnswer,
    UrgingReceived,
)
from services.benefits.deadlines import HaltGround
from services.benefits.queries.terms import timekeeping_of
from services.benefits.timekeeping_events import UrgingGround

router = APIRouter(prefix="/cases/{case_id}", tags=["terms"])

Service = Running[Commands]


class HaltOut(BaseModel):
    """Days that do not count, until the day before the term ran on."""

    ground: HaltGround
    since: date
    until: date | None


class UrgingOut(BaseModel):
    """An urging complaint that waits for its answer."""

    ground: UrgingGround
    filed_on: date
    forward_by: date
    forwarded_on: date | None
    answer_by: date | None


class TermOut(BaseModel):
    """How the term of the decision really runs. `halts` are those of its present run."""

    due: date | None = Field(description="none while it stands still")
    stands_still_since: date | None = None
    halts: list[HaltOut] = []
    extensions: int = 0
    urging: UrgingOut | None = None


@router.get("/term")
async def term(request: Request, case_id: UUID, worker: SignedIn, service: Service) -> TermOut:
    """By when the decision is due, with everything that moved its term."""
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, worker, "case", row["person_id"])
    view = await timekeeping_of(service.reading, case_id)
    if view is None:
        return TermOut(due=json.loads(row["view"])["decision_due"])
    standing = view.pop("standing")
    due = None if standing else view.pop("due")
    return TermOut(**{**view, "due": due}, stands_still_since=standing[1] if standing else None)


@router.post("/term/halt")
async def halt_term(case_id: UUID, new: HaltWanted, ctx: Ctx, service: Service) -> Receipt:
    """Days of suspension, of mediation, or of a delay that is not the office's do not count."""
    return await service.commands.halt_term(case_id, new, ctx=ctx)


@router.post("/term/resumption")
async def resume_term(case_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The term runs on; `data.decision_due` is its new end."""
    return await service.commands.resume_term(case_id, new, ctx=ctx)


@router.post("/term/extension")
async def extend_deadline(case_id: UUID, new: Extension, ctx: Ctx, service: Service) -> Receipt:
    """With notice to the party: why, by when now, and that it may urge (KPA 36)."""
    return await service.commands.extend_deadline(case_id, new, ctx=ctx)


@router.post("/urging", status_code=201)
async def file_urging(case_id: UUID, new: UrgingReceived, ctx: Ctx, service: Service) -> Receipt:
    """An urging complaint came; `data.forward_by` is the day by which the board must have it."""
    return await service.commands.file_urging(case_id, new, ctx=ctx)


@router.post("/urging/forwarding")
async def forward_urging(case_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The complaint was sent to the board, with the file and the office's position."""
    return await service.commands.forward_urging(case_id, new, ctx=ctx)


@router.post("/urging/answer")
async def answer_urging(case_id: UUID, new: UrgingAnswer, ctx: Ctx, service: Service) -> Receipt:
    """What the board found; `data.decision_due` is the office's last day."""
    return await service.commands.answer_urging(case_id, new, ctx=ctx)
