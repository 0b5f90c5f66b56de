"""What a partner's node asks its own database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role
from osnowa_contracts.wording.labels import label

from chassis.context import Worker
from chassis.database import Pool, Reading
from chassis.web import Client, Link, Say, Task

PAGE = 200


async def person(reading: Reading, person_id: UUID) -> Any:
    return await reading.fetchrow("select * from persons where person_id = $1", person_id)


async def persons(reading: Reading) -> list[Any]:
    """Everybody this node was told about, by name."""
    return await reading.fetch("select * from persons order by name, person_id limit $1", PAGE)


async def order(reading: Reading, order_id: UUID) -> Any:
    return await reading.fetchrow("select * from orders where order_id = $1", order_id)


async def orders(reading: Reading, person_id: UUID | None = None) -> list[Any]:
    """Orders with the client's name, the newest first."""
    return await reading.fetch(
        "select o.*, p.name from orders o join persons p using (person_id)"
        " where $1::uuid is null or o.person_id = any(ids_of($1))"
        " order by o.placed_at desc limit $2",
        person_id,
        PAGE,
    )


async def amendments(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from amendments where order_id = $1 order by version", order_id
    )


async def requests(reading: Reading, person_id: UUID | None = None) -> list[Any]:
    """What others asked us, unanswered first."""
    return await reading.fetch(
        "select r.*, p.name from requests r join persons p using (person_id)"
        " where $1::uuid is null or r.person_id = any(ids_of($1))"
        " order by r.answered, r.answer_by nulls last limit $2",
        person_id,
        PAGE,
    )


async def announcements(reading: Reading, person_id: UUID | None = None) -> list[Any]:
    """What this node said, the newest first."""
    return await reading.fetch(
        "select * from announcements where $1::uuid is null or person_id = any(ids_of($1))"
        " order by position desc limit $2",
        person_id,
        PAGE,
    )


async def client(reading: Pool, person_id: UUID, t: Say) -> Client | None:
    row = await person(reading, person_id)
    if row is None:
        return None
    links = [
        Link(
            t("Zlecenie: {service}", service=t(label("Benefit", order_["service"], "pl"))),
            f"/orders/{order_['order_id']}",
        )
        for order_ in await orders(reading, person_id)
    ]
    return Client(
        person_id, row["name"] or t("Klient {id}", id=str(person_id)[:8]), links=tuple(links)
    )


async def waiting(reading: Pool, worker: Worker, _today: date, t: Say) -> Sequence[Task]:
    """Orders to answer, amendments to acknowledge, evidence to give; each names its client."""
    if worker.role == Role.ADMINISTRATOR:
        return []
    tasks = [
        Task(
            t(_what_waits(row)),
            f"/orders/{row['order_id']}",
            due=row["first_day"],
            detail=row["name"],
        )
        for row in await reading.fetch(
            "select o.*, p.name from orders o join persons p using (person_id)"
            " where o.state in ('placed', 'queued', 'accepted')"
            " or (o.acknowledged < o.version and o.state not in ('rejected', 'ended'))"
            " order by o.first_day limit $1",
            PAGE,
        )
    ]
    tasks += [
        Task(
            t("Odpowiedz na pytanie o klienta"),
            f"/clients/{row['person_id']}",
            due=row["answer_by"],
            detail=row["name"],
        )
        for row in await requests(reading)
        if not row["answered"]
    ]
    return tasks


def _what_waits(row: Any) -> str:
    if row["state"] in ("placed", "queued"):
        return "Odpowiedz na zlecenie"
    if row["acknowledged"] < row["version"]:
        return "Potwierdź zmianę zlecenia"
    return "Ustal harmonogram"
