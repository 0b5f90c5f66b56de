"""Appointments with the units that take a client over: booked, moved, cancelled, missed, kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.context import WARSAW, Context, Worker, command
from chassis.event_log import Receipt
from chassis.transaction import transaction
from services.intake.appointment import Appointment, AppointmentState
from services.intake.commands.contact_inputs import (
    AppointmentCancellation,
    AppointmentMove,
    AppointmentResult,
    NewAppointment,
)
from services.intake.commands.contacts import WITH_CRISIS, Contacts
from services.intake.contact_refusals import PersonUnknown, WorkerBusy
from services.intake.queries import appointments as asked


class Appointments(Contacts):
    """Who may not see the contact may not see its appointments."""

    @command(*WITH_CRISIS)
    async def book_appointment(
        self, contact_id: UUID, new: NewAppointment, *, ctx: Context
    ) -> Receipt:
        """`data` has the appointment_id. Raises WorkerBusy."""
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        meeting = new.meeting
        contact.require_meeting(meeting.units)
        if contact.person_id is None:
            raise PersonUnknown
        booked = Appointment.book(
            contact_id, contact.person_id, meeting, protected=contact.protected, now=ctx.now
        )
        result = {"appointment_id": booked.id}
        return await self._at_a_free_time(booked, ctx, result)

    @command(*WITH_CRISIS)
    async def move_appointment(
        self, appointment_id: UUID, new: AppointmentMove, *, ctx: Context
    ) -> Receipt:
        appointment = await self.appointment_for(appointment_id, ctx.worker, ctx)
        appointment.move(
            new.at, worker=new.worker, reason=new.reason, now=ctx.now, minutes=new.minutes
        )
        return await self._at_a_free_time(appointment, ctx)

    @command(*WITH_CRISIS)
    async def cancel_appointment(
        self, appointment_id: UUID, new: AppointmentCancellation, *, ctx: Context
    ) -> Receipt:
        appointment = await self.appointment_for(appointment_id, ctx.worker, ctx)
        appointment.cancel(by=new.by, reason=new.reason)
        return await self._at_a_free_time(appointment, ctx)

    @command(*WITH_CRISIS)
    async def close_appointment(
        self, appointment_id: UUID, result: AppointmentResult, *, ctx: Context
    ) -> Receipt:
        """Whether the client came; not before the appointment began."""
        appointment = await self.appointment_for(appointment_id, ctx.worker, ctx)
        appointment.close(kept=result.kept, now=ctx.now)
        return await self.log.append(appointment, ctx=ctx)

    async def _at_a_free_time(
        self, appointment: Appointment, ctx: Context, result: dict[str, Any] | None = None
    ) -> Receipt:
        """The event and the worker's time commit together, or neither does. Raises WorkerBusy."""
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(appointment, ctx=ctx, result=result)
            if receipt.repeated:
                return receipt
            await asked.free_time(tx, appointment.id)
            meeting = appointment.meeting
            if appointment.state is not AppointmentState.BOOKED or meeting.worker is None:
                return receipt
            taken = await asked.taken(tx, meeting.worker, meeting.at, meeting.ends)
            if taken is not None:
                begins, ends = (taken[name].astimezone(WARSAW) for name in ("at", "until"))
                raise WorkerBusy(begins.date(), f"{begins:%H:%M}", f"{ends:%H:%M}")
            await asked.take_time(tx, appointment.id, meeting.worker, meeting.at, meeting.ends)
        return receipt

    async def appointment_for(
        self, appointment_id: UUID, worker: Worker, ctx: Context | None = None
    ) -> Appointment:
        """Raises ContactProtected."""
        appointment = await self.log.load(Appointment, appointment_id, ctx=ctx)
        await self.contact_for(appointment.contact_id, worker, ctx)
        return appointment
