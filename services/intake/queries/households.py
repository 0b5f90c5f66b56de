"""Who belongs to which household on which day: one answer.

The rows of a household are written in the transaction of its events, while the log is locked: so
no two commands can put a person into two households on one day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from chassis.database import Connection, Reading
from services.intake.composition import Stay

_OVERLAP = "a.since < coalesce(b.until, 'infinity') and b.since < coalesce(a.until, 'infinity')"


async def keep_stays(tx: Connection, household_id: UUID, stays: Iterable[Stay]) -> None:
    """Writes the household anew."""
    await tx.execute("delete from household_members where household_id = $1", household_id)
    await tx.executemany(
        "insert into household_members (household_id, person_id, relation, since, until)"
        " values ($1, $2, $3, $4, $5)",
        [
            (household_id, s.member.person_id, s.member.relation.value, s.since, s.until)
            for s in stays
        ],
    )


async def elsewhere(reading: Reading, household_id: UUID) -> Any:
    """A member who belongs to another household on the same day, and that day; else None."""
    return await reading.fetchrow(
        "select a.person_id, greatest(a.since, b.since) as day"
        " from household_members a join household_members b using (person_id)"
        f" where a.household_id = $1 and b.household_id <> $1 and {_OVERLAP}"
        " order by day limit 1",
        household_id,
    )


async def already_elsewhere(
    reading: Reading, persons: Collection[UUID], since: date, until: date | None
) -> Any:
    """Who of them belongs to a household in this time, and from which day; else None."""
    return await reading.fetchrow(
        "select a.person_id, greatest(a.since, $2::date) as day from household_members a"
        " where a.person_id = any($1::uuid[])"
        " and a.since < coalesce($3::date, 'infinity')"
        " and $2::date < coalesce(a.until, 'infinity')"
        " order by day limit 1",
        list(persons),
        since,
        until,
    )


async def both_on_one_day(reading: Reading, one: UUID, other: UUID) -> date | None:
    """A day on which each of two entries belongs to a household, be it the same."""
    day: date | None = await reading.fetchval(
        "select greatest(a.since, b.since) as day from household_members a, household_members b"
        f" where a.person_id = any(ids_of($1)) and b.person_id = any(ids_of($2))"
        f" and {_OVERLAP} order by day limit 1",
        one,
        other,
    )
    return day


async def on_day(reading: Reading, person_id: UUID, day: date) -> UUID | None:
    """The household to which a person belongs on this day, whichever entry was noted there."""
    household_id: UUID | None = await reading.fetchval(
        "select household_id from household_members where person_id = any(ids_of($1))"
        " and since <= $2 and (until is null or until > $2)",
        person_id,
        day,
    )
    return household_id


async def stays_in(reading: Reading, household_id: UUID) -> list[Any]:
    """Everybody who belongs or belonged to it, those who came first at the top."""
    return await reading.fetch(
        "select m.*, p.given_names, p.family_name, p.birth_date from household_members m"
        " left join persons p using (person_id) where m.household_id = $1"
        " order by m.until is not null, m.since, m.relation <> 'SELF', p.birth_date",
        household_id,
    )


async def members_on(reading: Reading, household_id: UUID, day: date) -> list[UUID]:
    rows = await reading.fetch(
        "select person_id from household_members where household_id = $1"
        " and since <= $2 and (until is null or until > $2) order by person_id",
        household_id,
        day,
    )
    return [row["person_id"] for row in rows]


async def of_person(reading: Reading, person_id: UUID) -> list[Any]:
    """One row a household that a person belongs to or belonged to, the present one first."""
    return await reading.fetch(
        "select household_id, min(since) as since, max(coalesce(until, 'infinity')) as until"
        " from household_members where person_id = any(ids_of($1))"
        " group by household_id order by until desc, since desc",
        person_id,
    )


async def known_persons(reading: Reading, persons: Collection[UUID]) -> dict[UUID, Any]:
    rows = await reading.fetch(
        "select * from persons where person_id = any($1::uuid[])", list(persons)
    )
    return {row["person_id"]: row for row in rows}
