"""A client's timeline in this unit: one dated line a fact, newest first, live, and as it was known.

Four times stand beside each entry: *occurred* (when it happened), *recorded* (when the publisher's
log took it), *disclosed* (when the publisher told us) and *received* (when we had it). The last one
answers "what did we know on day X?".
"""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
from osnowa_contracts.fact import Form

from chassis.context import WARSAW
from chassis.copies import Turn
from chassis.database import Connection, Pool
from chassis.loops import Wake
from chassis.refusal import Refusal

if TYPE_CHECKING:
    from chassis.register import OwnFact

SCHEMA = Path(__file__).with_suffix(".sql")
MOST = 2**63 - 1
LAST_DAY = date.max - timedelta(days=2)
SHOW_OWN = "insert into timeline select * from own_entries where position = any({}::bigint[])"
SHOW_TOLD = "insert into timeline select t.* from {}, lateral told_entry(row(told.*)::inbox) t"
"""What is told stands as `told` in it, with the columns of `inbox`."""
REBUILD_WITHIN = 3600.0
POLL = 1.0
"""Seconds after which a live reader looks by itself, should a wake be lost."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline. `unit` is the unit that published it."""

    position: int
    person_id: UUID
    fact_id: UUID
    type: str
    unit: str
    form: Form
    occurred_at: datetime
    recorded_at: datetime
    disclosed_at: datetime
    received_at: datetime
    legal_basis: str
    actor_role: str | None
    data: dict[str, Any]


@dataclass(frozen=True)
class Page:
    """Entries newest first; `next` continues with older ones, None at the end."""

    entries: list[Entry]
    next: str | None


@dataclass
class CursorWrong(Refusal, ValueError):
    STATUS = 422
    PL = "Ten adres strony osi czasu jest uszkodzony. Wróć do początku osi czasu."
    EN = "This timeline address is damaged. Go back to the start of the timeline."


def everything(_: Entry) -> bool:
    return True


class Timeline:
    """Reads by any connection of the pool; writes only in the transactions of the copies."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.changed = Changed()

    # --- writing, under the copies' lock -------------------------------------

    def number(self, taken: Turn, facts: list[OwnFact]) -> list[OwnFact]:
        """Gives own facts their positions; a restated fact gets none, its cause is shown."""
        shown = [f for f in facts if f.restated_from is None]
        position = taken.next_shown(len(shown))
        numbered = {f.fact_id: position + n for n, f in enumerate(shown)}
        return [replace(f, timeline_position=numbered.get(f.fact_id)) for f in facts]

    async def rebuild(self, tx: Connection) -> int:
        """Writes the whole timeline anew from the inbox and the own facts. Returns its rows."""
        await tx.execute("truncate timeline")
        done = [
            await tx.execute(statement, timeout=REBUILD_WITHIN)
            for statement in (
                SHOW_TOLD.format("inbox told"),
                "insert into timeline select * from own_entries",
            )
        ]
        return sum(int(one.rsplit(" ", 1)[1]) for one in done)

    # --- reading ------------------------------------------------------------

    async def page(
        self, person_id: UUID, *, unit: str | None = None, kind: str | None = None,
        known_on: date | None = None, before: str | None = None, limit: int = 50,
        sees: Callable[[Entry], bool] = everything,
    ) -> Page:  # fmt: skip
        """Newest first, of every entry of the person. `kind` is a fact's type; `known_on` hides
        what came after that day ended, and joins only whom we knew to be one person then.

        What the reader does not see leaves no gap: the page is as long, and as complete, as if it
        were not there. `before` is the `next` of the page before. Raises CursorWrong.
        """
        found: list[Entry] = []
        more = True
        while more and len(found) <= limit:
            entries = await self._older(person_id, unit, kind, known_on, before, limit + 1)
            found += [entry for entry in entries if sees(entry)]
            more = len(entries) > limit
            before = _closed(entries[-1]) if entries else None
        return Page(found[:limit], _closed(found[limit - 1]) if len(found) > limit else None)

    async def _older(
        self, person_id: UUID, unit: str | None, kind: str | None, known_on: date | None,
        before: str | None, limit: int,
    ) -> list[Entry]:  # fmt: skip
        where, values = ["person_id = entry.id"], [person_id]  # type: tuple[list[str], list[Any]]
        entries_of = "ids_of($1)"

        def also(condition: str, *given: Any) -> None:
            numbers = [f"${len(values) + n + 1}" for n in range(len(given))]
            where.append(condition.format(*numbers))
            values.extend(given)

        if unit:
            also("unit = {}", unit)
        if kind:
            also("type = {}", kind)
        if known_on:
            also("received_at < {}", _end_of(known_on))
            entries_of = f"ids_of($1, ${len(values)})"
        if before:
            also("(occurred_at, position) < ({}, {})", *_opened(before))
        newest = f"order by occurred_at desc, position desc limit {int(limit)}"
        rows = await self.pool.fetch(
            f"select t.* from unnest({entries_of}) entry (id) cross join lateral"
            f" (select * from timeline where {' and '.join(where)} {newest}) t {newest}",
            *values,
        )
        return [_entry(row) for row in rows]

    async def units_and_kinds(self, person_id: UUID) -> tuple[list[str], list[str]]:
        """The units and types that this client's entries have, for the filters."""
        row = await self.pool.fetchrow(
            "select array_agg(distinct unit order by unit) as units,"
            " array_agg(distinct type order by type) as kinds from timeline"
            " where person_id = any(ids_of($1))",
            person_id,
        )
        assert row is not None
        return row["units"] or [], row["kinds"] or []

    async def after(self, person_id: UUID, position: int, limit: int = 500) -> list[Entry]:
        """What came to us behind a position, in the order in which it came."""
        rows = await self.pool.fetch(
            "select t.* from unnest(ids_of($1)) entry (id) cross join lateral (select *"
            "   from timeline where person_id = entry.id and position > $2"
            "   order by position limit $3) t order by position limit $3",
            person_id,
            position,
            limit,
        )
        return [_entry(row) for row in rows]

    async def head(self, person_id: UUID) -> int:
        """The position of the latest entry, 0 where there is none."""
        return int(
            await self.pool.fetchval(
                "select coalesce(max(latest), 0) from unnest(ids_of($1)) entry (id), lateral"
                " (select max(position) as latest from timeline where person_id = entry.id) t",
                person_id,
            )
        )

    async def knows(self, person_id: UUID) -> bool:
        """Whether this unit has anything about the client."""
        return bool(
            await self.pool.fetchval(
                "select exists (select from timeline where person_id = any(ids_of($1)))", person_id
            )
        )

    async def survivor(self, person_id: UUID) -> UUID:
        """The entry that goes on where this one was merged into another; else the same."""
        survivor: UUID = await self.pool.fetchval("select survivor_of($1)", person_id)
        return survivor

    async def survivors(self, persons: Iterable[UUID]) -> dict[UUID, UUID]:
        """Of each entry the one that goes on."""
        rows = await self.pool.fetch(
            "select id, survivor_of(id) as survivor from unnest($1::uuid[]) id", list(persons)
        )
        return {row["id"]: row["survivor"] for row in rows}

    async def entries_of(self, person_id: UUID) -> list[UUID]:
        """Every entry of the person, this one among them."""
        ids: list[UUID] = await self.pool.fetchval("select ids_of($1)", person_id)
        return ids

    async def live(self, person_id: UUID, after: int) -> AsyncIterator[Entry]:
        """Entries as they come, for as long as the reader listens."""
        with self.changed.listener() as wake:
            while True:
                entries = await self.after(person_id, after)
                for entry in entries:
                    yield entry
                    after = entry.position
                if not entries:
                    await wake.wait(POLL)


class Changed:
    """Wakes every live reader of this process."""

    def __init__(self) -> None:
        self._listeners: set[Wake] = set()

    def set(self) -> None:
        for wake in self._listeners:
            wake.set()

    def listener(self) -> _Listening:
        return _Listening(self._listeners)


class _Listening:
    def __init__(self, listeners: set[Wake]) -> None:
        self._listeners, self._wake = listeners, Wake()

    def __enter__(self) -> Wake:
        self._listeners.add(self._wake)
        return self._wake

    def __exit__(self, *_: object) -> None:
        self._listeners.discard(self._wake)


def _entry(row: asyncpg.Record) -> Entry:
    fields = dict(row)
    fields["form"] = Form(fields["form"])
    fields["data"] = json.loads(fields["data"])
    return Entry(**fields)


def _end_of(day: date) -> datetime:
    """The last day that has a next one stands for those after it."""
    return datetime.combine(min(day, LAST_DAY) + timedelta(days=1), time(), WARSAW)


def _closed(entry: Entry) -> str:
    text = f"{entry.occurred_at.astimezone(UTC).isoformat()}|{entry.position}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _opened(cursor: str) -> tuple[datetime, int]:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        moment, _, position = text.partition("|")
        opened = datetime.fromisoformat(moment).astimezone(UTC), int(position)
    except (ValueError, OverflowError):
        raise CursorWrong from None
    if not 0 <= opened[1] <= MOST:
        raise CursorWrong
    return opened
