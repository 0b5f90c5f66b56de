"""What first contact asks about contacts, alarms, applications and appointments."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import WARSAW, Worker
from chassis.database import Connection, Reading
from chassis.web import Say, Task
from services.intake.signal import Caller

PAGE = 50
ALARM = "Alarm: kryzys lub przemoc, {name}"
ESCALATED = "Alarm czeka na pracownika interwencji kryzysowej"
URGENT, USUAL = "Pilny kontakt do skierowania: {name}", "Kontakt do skierowania: {name}"
RESULT = "Odnotuj, czy klient przyszedł: {name}"
PROPOSAL = "Propozycja do katalogu pomocy: {title}"
UNKNOWN = "osoba nieustalona"

_MAY_SEE = "(not c.protected or c.registered_by = ${worker} or ${role} = 'crisis-worker')"
"""Of a protected contact only who took it in and who acts on it may know."""


async def contacts_of(reading: Reading, person_id: UUID, worker: Worker) -> list[Any]:
    """Newest first; a protected one is not there for whoever may not see it."""
    return await reading.fetch(
        "select c.* from contacts c where c.person_id = any(ids_of($1))"
        f" and {_MAY_SEE.format(worker=2, role=3)} order by c.position desc limit $4",
        person_id,
        worker.id,
        worker.role,
        PAGE,
    )


async def without_proceeding(reading: Reading, contact_id: UUID) -> date | None:
    """The day on which benefits said that it starts nothing for whom this contact sent there."""
    on: date | None = await reading.fetchval(
        "select said_on from without_proceeding where contact_id = $1", contact_id
    )
    return on


async def who_registered(reading: Reading, contact_id: UUID) -> str | None:
    """From the log: whoever has just taken it in goes on before any list shows it."""
    found: str | None = await reading.fetchval(
        "select actor_id from events where stream_id = $1 and version = 1", contact_id
    )
    return found


async def applications_of(reading: Reading, person_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from applications where person_id = any(ids_of($1))"
        " order by position desc limit $2",
        person_id,
        PAGE,
    )


async def application(reading: Reading, application_id: UUID) -> Any:
    return await reading.fetchrow(
        "select * from applications where application_id = $1", application_id
    )


# --- who called -------------------------------------------------------------


async def keep_caller(tx: Connection, ref: UUID, contact_id: UUID, caller: Caller) -> None:
    await tx.execute(
        "insert into callers (ref, contact_id, name, phone, institution)"
        " values ($1, $2, $3, $4, $5)",
        ref,
        contact_id,
        caller.name,
        caller.phone,
        caller.institution,
    )


async def caller(reading: Reading, ref: UUID) -> Caller | None:
    row = await reading.fetchrow("select * from callers where ref = $1", ref)
    return Caller(row["name"], row["phone"], row["institution"]) if row else None


# --- appointments -----------------------------------------------------------

_APPOINTMENTS = (
    "select a.*, a.at + make_interval(mins => a.minutes) as until, c.registered_by,"
    " p.given_names, p.family_name from appointments a"
    " join contacts c using (contact_id) left join persons p on p.person_id = a.person_id"
)


async def appointments_of(reading: Reading, contact_id: UUID) -> list[Any]:
    return await reading.fetch(f"{_APPOINTMENTS} where a.contact_id = $1 order by a.at", contact_id)


async def appointments_between(
    reading: Reading, since: datetime, until: datetime, worker: Worker
) -> list[Any]:
    """In the order of the day; protected ones only for whoever may see their contact."""
    return await reading.fetch(
        f"{_APPOINTMENTS} where a.at >= $1 and a.at < $2"
        f" and {_MAY_SEE.format(worker=3, role=4)} order by a.at, a.appointment_id limit 500",
        since,
        until,
        worker.id,
        worker.role,
    )


# --- what waits -------------------------------------------------------------


async def waiting(reading: Reading, worker: Worker, today: date, t: Say) -> list[Task]:
    """Alarms first, then what is to be directed, published or recorded, by role."""
    if worker.role == Role.CATALOGUE_EDITOR:
        return await _proposals(reading, worker, t)
    alarms = [_alarm(row, t) for row in await _alarms(reading, worker)]
    if worker.role not in (Role.INFORMATION_WORKER, Role.INFORMATION_HEAD):
        return alarms  # others take in what they meet; where a client goes is for the desk to say
    if worker.role == Role.INFORMATION_HEAD:
        alarms += await _escalated(reading, worker, t)
    return [
        *alarms,
        *(_undirected(row, t) for row in await _without_direction(reading, worker)),
        *(_result(row, t) for row in await _without_result(reading, worker, today)),
    ]


async def _alarms(reading: Reading, worker: Worker) -> list[Any]:
    return await reading.fetch(
        "select c.*, p.given_names, p.family_name from contacts c left join persons p"
        " using (person_id) where c.alarm_since is not null"
        f" and {_MAY_SEE.format(worker=1, role=2)} order by c.alarm_since",
        worker.id,
        worker.role,
    )


async def alarms_not_taken(reading: Reading, before: datetime) -> list[UUID]:
    """Raised until then, not taken, and the head of the desk was not told yet."""
    rows = await reading.fetch(
        "select contact_id from contacts where alarm_since <= $1 and alarm_escalated is null"
        " order by alarm_since, contact_id",
        before,
    )
    return [row["contact_id"] for row in rows]


async def alarms_escalated(reading: Reading, worker_id: str) -> list[datetime]:
    """Since when each waits, the oldest first; those that the worker raised they see by name."""
    rows = await reading.fetch(
        "select alarm_since from contacts where alarm_escalated is not null"
        " and registered_by <> $1 order by alarm_since",
        worker_id,
    )
    return [row["alarm_since"] for row in rows]


async def _escalated(reading: Reading, worker: Worker, t: Say) -> list[Task]:
    """Neither whom nor what it is about: only that somebody must take it."""
    found = await alarms_escalated(reading, worker.id)
    if not found:
        return []
    detail = t("czeka od {since}", since=found[0])
    due = found[0].astimezone(WARSAW).date()
    return [Task(t(ESCALATED), "/alarms", due=due, detail=detail, alarm=True)]


async def _without_direction(reading: Reading, worker: Worker) -> list[Any]:
    return await reading.fetch(
        "select c.*, p.given_names, p.family_name from contacts c"
        " left join persons p using (person_id) where c.state = 'registered'"
        f" and {_MAY_SEE.format(worker=1, role=2)}"
        " order by c.urgent desc, c.position limit $3",
        worker.id,
        worker.role,
        PAGE,
    )


async def _without_result(reading: Reading, worker: Worker, today: date) -> list[Any]:
    """Appointments of earlier days of which nobody said how they went."""
    began = datetime.combine(today, datetime.min.time(), WARSAW)
    return await reading.fetch(
        f"{_APPOINTMENTS} where a.state = 'booked' and a.at < $1 and a.at > $2"
        f" and {_MAY_SEE.format(worker=3, role=4)} order by a.at limit $5",
        began,
        began - timedelta(days=60),
        worker.id,
        worker.role,
        PAGE,
    )


async def _proposals(reading: Reading, worker: Worker, t: Say) -> list[Task]:
    rows = await reading.fetch(
        "select * from catalogue_entries where has_draft and state <> 'withdrawn'"
        " and drafted_by <> $1 order by position limit $2",
        worker.id,
        PAGE,
    )
    return [
        Task(t(PROPOSAL, title=row["title"]), f"/catalogue/entries/{row['entry_id']}")
        for row in rows
    ]


def _alarm(row: Any, t: Say) -> Task:
    return Task(
        t(ALARM, name=_named(row, t)),
        f"/contacts/{row['contact_id']}",
        due=row["alarm_since"].astimezone(WARSAW).date(),
        alarm=True,
    )


def _undirected(row: Any, t: Say) -> Task:
    return Task(
        t(URGENT if row["urgent"] else USUAL, name=_named(row, t)),
        f"/contacts/{row['contact_id']}",
        due=row["registered_at"].astimezone(WARSAW).date() if row["urgent"] else None,
    )


def _result(row: Any, t: Say) -> Task:
    return Task(
        t(RESULT, name=_named(row, t)),
        f"/contacts/{row['contact_id']}",
        due=row["at"].astimezone(WARSAW).date(),
    )


def _named(row: Any, t: Say) -> str:
    if row["family_name"] is None:
        return t(UNKNOWN)
    return f"{row['given_names']} {row['family_name']}"
