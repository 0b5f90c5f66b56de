"""Whom first contact sent here and nobody began anything for yet: for the head of the team."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Worker
from chassis.database import Reading
from chassis.web import Say, Task
from services.benefits.direction import SIGNAL
from services.benefits.queries.names import called, full_name

MOST = 100
SIGNAL_TITLE = "Sygnał do działania z urzędu: {name}"
OTHER_TITLE = "Skierowanie bez wniosku: {name}"

_ANSWERED = (
    "exists (select from cases c where c.person_id = any(ids_of(d.person_id))"
    " and c.position > d.position)"
)
_DIRECTED = (
    f"select d.*, {_ANSWERED} as has_case, p.given_names, p.family_name"
    " from directions d left join persons p using (person_id)"
)
_WAITING = f"{_DIRECTED} where d.state = 'waiting' and not {_ANSWERED}"


async def contacts_of(reading: Reading, person_id: UUID) -> list[UUID]:
    """Of this entry alone: what ends for one of two merged entries ends for that one."""
    rows = await reading.fetch(
        "select contact_id from contacts_directed where person_id = $1 order by contact_id",
        person_id,
    )
    return [row["contact_id"] for row in rows]


async def has_case(reading: Reading, contact_id: UUID) -> bool:
    """Whether a case of the person began since first contact sent them here."""
    found = await reading.fetchval(
        f"select exists (select from directions d where d.contact_id = $1 and {_ANSWERED})",
        contact_id,
    )
    return bool(found)


async def waiting_of_person(reading: Reading, person_id: UUID) -> list[Any]:
    return await reading.fetch(
        f"{_WAITING} and d.person_id = any(ids_of($1))"
        " order by d.urgent desc, d.due_on, d.position",
        person_id,
    )


async def direction(reading: Reading, contact_id: UUID) -> Any:
    """Whom it is about, its `state`, and `has_case`; None where first contact sent nobody."""
    return await reading.fetchrow(f"{_DIRECTED} where d.contact_id = $1", contact_id)


async def all_waiting(reading: Reading, today: date) -> list[Any]:
    """Urgent ones first, then by their day.

    Who was sent to apply usually does so the same day: if not, it is seen the day after.
    """
    return await reading.fetch(
        f"{_WAITING} and (d.urgent or d.outcome = $1 or d.since < $2)"
        " order by d.urgent desc, d.due_on, d.position limit $3",
        SIGNAL.value,
        today,
        MOST,
    )


async def waiting(reading: Reading, worker: Worker, today: date, t: Say) -> list[Task]:
    """For the head, who alone answers for what nobody applied for; urgent ones are an alarm."""
    if worker.role != Role.BENEFITS_HEAD:
        return []
    return [_task(row, t) for row in await all_waiting(reading, today)]


def _task(row: Any, t: Say) -> Task:
    title = SIGNAL_TITLE if row["outcome"] == SIGNAL else OTHER_TITLE
    return Task(
        t(title, name=called(full_name(row), t)),
        f"/persons/{row['person_id']}/ex-officio",
        due=row["due_on"],
        detail=t("pilne") if row["urgent"] else "",
        alarm=row["urgent"],
    )
