"""The appointments of a week, and one of them: moved, cancelled, kept or missed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from chassis.context import WARSAW, Worker
from chassis.event_log import Receipt
from chassis.inputs import ClockTime, PlausibleDay
from chassis.refusal import Refusal
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
from services.intake import desk_words, queries
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import (
    AppointmentCancellation,
    AppointmentMove,
    AppointmentResult,
    Minutes,
    Why,
    WorkerId,
)
from services.intake.pages.titles import shown
from services.intake.queries import contacts as asked

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
WEEK = timedelta(days=7)


class MoveForm(BaseModel):
    on: PlausibleDay = Field(title="Nowy dzień")
    at: ClockTime = Field(title="Nowa godzina")
    minutes: Minutes | None = Field(default=None, title="Ile minut potrwa")
    worker: WorkerId | None = Field(default=None, title="Pracownik")
    reason: Why = Field(default="", title="Powód zmiany")

    @property
    def move(self) -> AppointmentMove:
        at = datetime.combine(self.on, self.at, WARSAW)
        return AppointmentMove(at=at, worker=self.worker, minutes=self.minutes, reason=self.reason)


@router.get("/appointments")
async def appointments_page(
    request: Request, ctx: Ctx, service: Service, since: PlausibleDay | None = None
) -> Response:
    begins = since or ctx.today
    first = datetime.combine(begins, time(), WARSAW)
    rows = await asked.appointments_between(service.reading, first, first + WEEK, ctx.worker)
    await record_reads(request, ctx.worker, "appointments", *{row["person_id"] for row in rows})
    return shown(
        request,
        "appointments.html",
        status=200,
        days=[(on, list(of_day)) for on, of_day in groupby(rows, key=_day)],
        earlier=begins - WEEK,
        later=begins + WEEK,
        desk_words=desk_words,
    )


@router.get("/appointments/{appointment_id}")
async def appointment_page(
    request: Request, appointment_id: UUID, worker: SignedIn, service: Service
) -> Response:
    return await _page(request, appointment_id, worker, service, FormErrors())


@router.post("/appointments/{appointment_id}/time", dependencies=[may(Commands.move_appointment)])
async def move(request: Request, appointment_id: UUID, ctx: Ctx, service: Service) -> Response:
    async def send(sent: MoveForm) -> Receipt:
        return await service.commands.move_appointment(appointment_id, sent.move, ctx=ctx)

    return await _taken(request, appointment_id, ctx.worker, service, MoveForm, send)


@router.post(
    "/appointments/{appointment_id}/cancellation", dependencies=[may(Commands.cancel_appointment)]
)
async def cancel(request: Request, appointment_id: UUID, ctx: Ctx, service: Service) -> Response:
    async def send(sent: AppointmentCancellation) -> Receipt:
        return await service.commands.cancel_appointment(appointment_id, sent, ctx=ctx)

    return await _taken(request, appointment_id, ctx.worker, service, AppointmentCancellation, send)


@router.post(
    "/appointments/{appointment_id}/result", dependencies=[may(Commands.close_appointment)]
)
async def close(request: Request, appointment_id: UUID, ctx: Ctx, service: Service) -> Response:
    async def send(sent: AppointmentResult) -> Receipt:
        return await service.commands.close_appointment(appointment_id, sent, ctx=ctx)

    return await _taken(request, appointment_id, ctx.worker, service, AppointmentResult, send)


async def _taken(
    request: Request,
    appointment_id: UUID,
    worker: Worker,
    service: Service,
    model: type[BaseModel],
    send: Callable[[Any], Awaitable[Receipt]],
) -> Response:
    form, speech = await request.form(), speech_of(request)
    sent = parse_form(model, form, speech)
    if not isinstance(sent, FormErrors):
        try:
            await send(sent)
            return RedirectResponse(f"/appointments/{appointment_id}", status_code=303)
        except Refusal as refusal:
            if refusal.STATUS == 403:
                raise
            sent = FormErrors.of(refusal, form, speech)
    return await _page(request, appointment_id, worker, service, sent)


async def _page(
    request: Request, appointment_id: UUID, worker: Worker, service: Service, form: FormErrors
) -> Response:
    appointment = await service.commands.appointment_for(appointment_id, worker)
    await record_reads(request, worker, "appointment", appointment.person_id)
    return shown(
        request,
        "appointment.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        appointment=appointment,
        person=await queries.person(service.reading, appointment.person_id),
        desk_words=desk_words,
    )


def _day(row: Any) -> date:
    day: date = row["at"].astimezone(WARSAW).date()
    return day
