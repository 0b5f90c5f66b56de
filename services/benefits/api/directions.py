"""Whom first contact sent here without an application, for programs of the head of the team."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.web import ABOUT_CLIENTS, Ctx, Running, may, record_reads
from services.benefits.commands import Commands
from services.benefits.commands.work_inputs import WithoutProceeding
from services.benefits.queries import directions as queries

router = APIRouter(prefix="/directions", tags=["directions"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


class DirectionOut(BaseModel):
    """A client for whom nothing was begun yet."""

    contact_id: UUID = Field(description="the contact at first contact")
    person_id: UUID
    outcome: str = Field(examples=["EX_OFFICIO_SIGNAL"])
    urgent: bool
    since: date
    due_on: date = Field(description="an urgent one is due the same day")


@router.get("", dependencies=[may(Commands.leave_without_proceeding)])
async def directions(request: Request, ctx: Ctx, service: Service) -> list[DirectionOut]:
    """Urgent ones first, then by their day; at most 100."""
    rows = await queries.all_waiting(service.reading, ctx.today)
    await record_reads(request, ctx.worker, "directions", *{row["person_id"] for row in rows})
    return [DirectionOut(**dict(row)) for row in rows]


@router.post("/{contact_id}/no-proceeding")
async def leave_without_proceeding(
    contact_id: UUID, new: WithoutProceeding, ctx: Ctx, service: Service
) -> Receipt:
    """Nothing is begun, for this reason."""
    return await service.commands.leave_without_proceeding(contact_id, new, ctx=ctx)
