"""Contacts, their alarms and applications, and appointments, as the desk reads them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.intake.appointment import Appointment
from services.intake.contact import Contact


async def project(tx: Connection, event: DomainEvent, contact: Contact, recorded: Recorded) -> None:
    match event:
        case Contact.ContactRegistered():
            await _registered(tx, contact, recorded)
        case Contact.ApplicationRegistered():
            await _application(tx, contact, event, recorded)
        case Contact.ContactTriaged() | Contact.TriageCorrected() if contact.alarm:
            await _state(tx, contact, alarm_since=recorded.occurred_at)
        case _:
            await _state(tx, contact)


async def project_appointment(tx: Connection, appointment: Appointment) -> None:
    meeting = appointment.meeting
    await tx.execute(
        "insert into appointments (appointment_id, contact_id, person_id, unit, at, worker,"
        " joint_with, place, state, protected, minutes)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " on conflict (appointment_id) do update set at = excluded.at, worker = excluded.worker,"
        " state = excluded.state, minutes = excluded.minutes",
        appointment.id,
        appointment.contact_id,
        appointment.person_id,
        meeting.unit.value,
        meeting.at,
        meeting.worker,
        [unit.value for unit in meeting.joint_with],
        meeting.place,
        appointment.state.value,
        appointment.protected,
        meeting.minutes,
    )


async def keep_without_proceeding(tx: Connection, contact_id: UUID, on: date) -> None:
    """The last answer of benefits; the contact itself may not be there yet."""
    await tx.execute(
        "insert into without_proceeding (contact_id, said_on) values ($1, $2)"
        " on conflict (contact_id) do update set said_on = excluded.said_on",
        contact_id,
        on,
    )


async def _registered(tx: Connection, contact: Contact, recorded: Recorded) -> None:
    await tx.execute(
        "insert into contacts (contact_id, person_id, channel, urgent, protected, state,"
        " target_units, registered_at, registered_by, position)"
        " values ($1, $2, $3, $4, $5, $6, '{}', $7, $8, $9) on conflict do nothing",
        contact.id,
        contact.person_id,
        contact.channel.value,
        contact.urgent,
        contact.protected,
        contact.state.value,
        recorded.occurred_at,
        recorded.actor_id,
        recorded.position,
    )


async def _state(tx: Connection, contact: Contact, *, alarm_since: datetime | None = None) -> None:
    """An alarm keeps the hour at which it was raised until somebody takes it."""
    await tx.execute(
        "update contacts set person_id = $2, source = $3, urgent = $4, protected = $5, state = $6,"
        " outcome = $7, target_units = $8,"
        " alarm_since = case when $9 then coalesce(alarm_since, $10) end, alarm_escalated = $11"
        " where contact_id = $1",
        contact.id,
        contact.person_id,
        contact.signal.source.value if contact.signal else None,
        contact.urgent,
        contact.protected,
        contact.state.value,
        contact.outcome.value if contact.outcome else None,
        [target.value for target in contact.targets],
        contact.alarm,
        alarm_since,
        contact.alarm_escalated_at if contact.alarm else None,
    )


async def _application(
    tx: Connection, contact: Contact, event: Contact.ApplicationRegistered, recorded: Recorded
) -> None:
    filed = event.filed
    await tx.execute(
        "insert into applications (application_id, contact_id, person_id, benefit_types, filed_on,"
        " channel, receipt_number, position) values ($1, $2, $3, $4, $5, $6, $7, $8)"
        " on conflict do nothing",
        filed.application_id,
        contact.id,
        contact.person_id,
        [benefit.value for benefit in filed.benefit_types],
        filed.filed_on,
        filed.channel.value,
        filed.receipt_number,
        recorded.position,
    )
