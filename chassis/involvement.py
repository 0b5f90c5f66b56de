"""Who has to do with which client, since when, until when and because of what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.database import Connection


@dataclass(frozen=True)
class Begin:
    """From now on `unit` has to do with the person, because of `reference` (a case, an order)."""

    unit: str
    reason: str
    reference: UUID


@dataclass(frozen=True)
class End:
    """What `reference` stands for is over; the unit may keep what it has for `keep_days`."""

    reference: UUID
    keep_days: int = 30


@dataclass(frozen=True)
class Cause:
    """The fact about a person that begins or ends something, and when we learned it."""

    fact_id: UUID
    person_id: UUID
    now: datetime


async def begin(tx: Connection, change: Begin, cause: Cause) -> bool:
    """With every entry of the person. False if the unit is involved for this reference already."""
    done = await tx.execute(
        "insert into involvements"
        " (unit, person_id, reference, reason, since, begun_by, stands_for)"
        " select $1, id, $3, $4, $5, $6, nullif($2, id) from unnest(ids_of($2)) id"
        " on conflict (person_id, unit, reference) where until is null do nothing",
        change.unit, cause.person_id, change.reference, change.reason, cause.now, cause.fact_id,
    )  # fmt: skip
    return not done.endswith(" 0")


async def end(tx: Connection, change: End, cause: Cause) -> list[str]:
    """Ends every involvement for a reference; answers the units that have no other one left."""
    rows = await tx.fetch(
        "with ended as ("
        "   update involvements set until = $3, ended_by = $4, keep_days = $5"
        "   where person_id = any(ids_of($1)) and reference = $2 and until is null returning unit)"
        " select distinct unit from ended where not exists ("
        "   select from involvements i where i.unit = ended.unit"
        "   and i.person_id = any(ids_of($1)) and i.reference <> $2 and i.until is null)"
        " order by unit",
        cause.person_id, change.reference, cause.now, cause.fact_id, change.keep_days,
    )  # fmt: skip
    return [row["unit"] for row in rows]


Involved = dict[str, set[UUID]]
"""Units that have to do with a person now, each with its references."""


async def involved(tx: Connection, *persons: UUID) -> dict[UUID, Involved]:
    """Of each of their entries; one with whom nobody has to do has no units."""
    rows = await tx.fetch(
        "select entry.id as person_id, i.unit, array_agg(i.reference) as refs"
        " from unnest($1::uuid[]) p (id), unnest(ids_of(p.id)) entry (id)"
        " left join involvements i on i.person_id = entry.id and i.until is null"
        " group by entry.id, i.unit order by i.unit",
        list(persons),
    )
    found: dict[UUID, Involved] = {row["person_id"]: {} for row in rows}
    for row in rows:
        if row["unit"] is not None:
            found[row["person_id"]][row["unit"]] = set(row["refs"])
    return found
