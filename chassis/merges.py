"""Entries that turned out to be one person, as this unit was told, and how that is undone.

Nothing is moved: each entry keeps its facts. What a merge adds are involvements that stand for
those of the other entries, so that whoever has to do with one of them is told of all; when it is
undone they end, and everything is again as it was. Both are kept in the turn of the fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from osnowa_contracts.access import PersonMergeUndone, PersonsMerged
from osnowa_contracts.fact import Fact

from chassis.database import Connection, Reading
from chassis.involvement import Cause

SCHEMA = Path(__file__).with_suffix(".sql")


@dataclass(frozen=True)
class Join:
    """Two entries are one person from now on."""

    fact: PersonsMerged


@dataclass(frozen=True)
class Part:
    """They are two persons after all."""

    fact: PersonMergeUndone


def change_of(fact: Fact) -> Join | Part | None:
    """What a fact says about entries, told in full; of everything else None."""
    match fact:
        case PersonsMerged(absorbed_id=UUID()):
            return Join(fact)
        case PersonMergeUndone(absorbed_id=UUID()):
            return Part(fact)
    return None


async def entries_of(reading: Reading, person_id: UUID) -> list[UUID]:
    """Every entry of the person, this one among them, for what looks up by person."""
    found: list[UUID] = await reading.fetchval("select ids_of($1)", person_id)
    return found


async def join(tx: Connection, change: Join, cause: Cause) -> bool:
    """False if this unit knew. Whoever has to do with one entry has to do with all from now on."""
    fact = change.fact
    done = await tx.execute(
        "insert into merges values ($1, $2, $3, $4, null) on conflict do nothing",
        fact.merge_id, fact.survivor_id, fact.absorbed_id, cause.now,
    )  # fmt: skip
    if done.endswith(" 0"):
        return False
    await tx.execute(
        "insert into involvements (unit, person_id, reference, reason, since, begun_by, stands_for)"
        " select i.unit, entry.id, i.reference, i.reason, $2, $3, i.person_id"
        " from unnest(ids_of($1)) entry (id), involvements i"
        " where i.person_id = any(ids_of($1)) and i.person_id <> entry.id"
        " and i.stands_for is null and i.until is null"
        " on conflict (person_id, unit, reference) where until is null do nothing",
        fact.survivor_id, cause.now, cause.fact_id,
    )  # fmt: skip
    return True


async def undo(tx: Connection, change: Part, cause: Cause) -> bool:
    """False if this unit knew. What stands for the other person's is ended by `stand_down`."""
    fact = change.fact
    done = await tx.execute(
        "insert into merges values ($1, $2, $3, $4, $4) on conflict (merge_id) do update"
        " set undone_at = excluded.undone_at where merges.undone_at is null",
        fact.merge_id, fact.survivor_id, fact.absorbed_id, cause.now,
    )  # fmt: skip
    return not done.endswith(" 0")


async def stand_down(tx: Connection, change: Part, cause: Cause) -> list[tuple[str, UUID]]:
    """Ends what stood for an entry of somebody else.

    Answers each unit that was told of an entry with which it has nothing to do any more.
    """
    fact = change.fact
    rows = await tx.fetch(
        "with ended as (update involvements i set until = $3, ended_by = $4, keep_days = 0"
        "   where i.person_id = any(ids_of($1) || ids_of($2)) and i.until is null"
        "   and i.stands_for is not null and i.stands_for <> all (ids_of(i.person_id))"
        "   returning i.id, i.unit, i.person_id)"
        " select distinct e.unit, e.person_id from ended e where not exists ("
        "   select from involvements i where i.unit = e.unit and i.person_id = e.person_id"
        "   and i.until is null and i.id not in (select id from ended))"
        " and exists (select from facts f join disclosures d using (fact_id)"
        "   where f.person_id = e.person_id and d.recipient = e.unit)"
        " order by e.unit, e.person_id",
        fact.survivor_id, fact.absorbed_id, cause.now, cause.fact_id,
    )  # fmt: skip
    return [(row["unit"], row["person_id"]) for row in rows]
