"""Appointments for programs: booked with a unit, moved, cancelled, kept or missed."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from chassis.context import WARSAW
from chassis.event_log import Receipt
from chassis.inputs import PlausibleDay
from chassis.web import ABOUT_CLIENTS, Ctx, Running, record_reads
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import (
    AppointmentCancellation,
    AppointmentMove,
    AppointmentResult,
    NewAppointment,
)
from services.intake.queries import contacts as asked

router = APIRouter(dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
MOST_DAYS = 31


class AppointmentOut(BaseModel):
    appointment_id: UUID
    contact_id: UUID
    person_id: UUID
    unit: str
    at: datetime
    minutes: int
    worker: str | None
    joint_with: list[str]
    place: str
    state: str


@router.get("/appointments")
async def appointments(
    request: Request,
    ctx: Ctx,
    service: Service,
    since: Annotated[PlausibleDay | None, Query(description="today if left out")] = None,
    days: Annotated[int, Query(ge=1, le=MOST_DAYS)] = 7,
) -> list[AppointmentOut]:
    """In the order of the day."""
    begins = datetime.combine(since or ctx.today, time(), WARSAW)
    ends = begins + timedelta(days=days)
    rows = await asked.appointments_between(service.reading, begins, ends, ctx.worker)
    await record_reads(request, ctx.worker, "appointments", *{row["person_id"] for row in rows})
    return [AppointmentOut(**dict(row)) for row in rows]


@router.post("/contacts/{contact_id}/appointments", status_code=201)
async def book_appointment(
    contact_id: UUID, new: NewAppointment, ctx: Ctx, service: Service
) -> Receipt:
    """With a unit that the client was directed to; `joint_with` for a joint visit."""
    return await service.commands.book_appointment(contact_id, new, ctx=ctx)


@router.post("/appointments/{appointment_id}/time")
async def move_appointment(
    appointment_id: UUID, new: AppointmentMove, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.move_appointment(appointment_id, new, ctx=ctx)


@router.post("/appointments/{appointment_id}/cancellation")
async def cancel_appointment(
    appointment_id: UUID, new: AppointmentCancellation, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.cancel_appointment(appointment_id, new, ctx=ctx)


@router.post("/appointments/{appointment_id}/result")
async def close_appointment(
    appointment_id: UUID, result: AppointmentResult, ctx: Ctx, service: Service
) -> Receipt:
    """Whether the client came."""
    return await service.commands.close_appointment(appointment_id, result, ctx=ctx)
