"""Takes in what others tell us: once, in order, with its effects, and nothing is ever dropped.

A fact is stored as received and handled in the order of its publisher's sequence; fact, effects and
checkpoint commit together. Each envelope names the digest of the one before, so that a removed,
swapped or changed one shows; what is missing is fetched again from the publisher's register.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

import asyncpg
from osnowa_contracts.envelope import Envelope

from chassis.arrivals import Received, Rejected, keep, reject, sort_out
from chassis.clock import Clock
from chassis.copies import SAVE, Turn, turn
from chassis.crashpoints import crashpoint
from chassis.database import Connection, Pool
from chassis.event_log import appended_here
from chassis.handling import HANDLED, Handling, passing, places
from chassis.in_order import TAKE_AND_LOOK, comes_next, store
from chassis.loops import Wake
from chassis.telemetry import metrics, span

SCHEMA = Path(__file__).with_suffix(".sql")
MOST_A_TRANSACTION = 200

_PASS = (
    f"with {HANDLED}, saved as ({SAVE.format('$7', '$8', '$9')})"
    " update inbox_heads h set through = u.through, digest = u.digest,"
    " announced = greatest(h.announced, u.through)"
    " from unnest($4::text[], $5::bigint[], $6::text[]) as u (publisher, through, digest)"
    " where h.publisher = u.publisher"
)


@dataclass(frozen=True)
class Gap:
    """Facts that a publisher says it has told us, and that we do not have."""

    publisher: str
    after: int
    through: int


@dataclass(frozen=True)
class Parked:
    """A fact that waits for somebody, or behind one that does."""

    publisher: str
    sequence: int
    type: str
    person_id: UUID | None
    state: str
    reason: str | None
    attempts: int
    received_at: datetime


@dataclass
class _Round:
    """What one transaction takes in, and what it finds ready to be handled."""

    received: list[Received]
    rejected: list[Rejected]
    fetched: bool = False
    carefully: bool = False
    handled: int = 0
    moved: bool = False

    @property
    def usual(self) -> bool:
        """Facts as they come, not yet known to be anybody's trouble."""
        return bool(self.received) and not (self.rejected or self.fetched or self.carefully)


@dataclass
class Inbox:
    """Stores and orders; `chassis.listening` brings the messages, `chassis.handling` acts."""

    unit: str
    pool: Pool
    clock: Clock
    handling: Handling
    handled: Wake = field(default_factory=Wake)
    """Set after each commit."""
    moved: Wake = field(default_factory=Wake)
    """Set after a commit in which we appended to our own log, or told somebody something."""

    async def take(self, messages: Iterable[tuple[str, bytes]], *, fetched: bool = False) -> None:
        """Stores messages (subject, bytes) and handles what is next in order, in one transaction.

        `fetched` says that the publisher itself answered with them. After it returns, the messages
        may be acknowledged. Raises what is of the moment only.
        """
        crashpoint("inbox.before-transaction")
        more = await self._transaction(_Round(*sort_out(self.unit, messages), fetched))
        while more:  # a gap was closed, and much was waiting behind it
            more = await self._transaction(_Round([], []))

    async def retry(self, publisher: str, sequence: int) -> bool:
        """Handles a parked fact again, and what waits behind it. False if it stays parked."""
        async with turn(self.pool) as taken:
            row = await taken.tx.fetchrow(
                "select * from inbox where publisher = $1 and sequence = $2 and state = 'parked'",
                publisher, sequence,
            )  # fmt: skip
            done = row is not None and await self.handling.again(taken, row)
        self._tell_others()
        return done

    # --- taking in ------------------------------------------------------------

    async def _transaction(self, round_: _Round) -> bool:
        """True if a full round was handled and more may be ready."""
        try:
            await self._attempt(round_)
        except Exception as error:
            if passing(error):
                raise
            round_.carefully = True  # one of them fails: found one by one, parked with its reason
            await self._attempt(round_)
        if round_.handled:
            self._tell_others(moved=round_.moved)
        return round_.handled == MOST_A_TRANSACTION

    async def _attempt(self, round_: _Round) -> None:
        traces = [r.envelope.traceparent for r in round_.received if r.envelope.traceparent]
        first = traces[0] if traces else None
        appended_here.set(0)
        publishers = {r.envelope.publisher for r in round_.received}
        persons = {r.person_id for r in round_.received} - {None}
        async with turn(self.pool, TAKE_AND_LOOK, list(publishers), list(persons)) as taken:
            told = taken.reached.disclosed
            with span("receive", traceparent=first, links=traces[1:], facts=len(round_.received)):
                if round_.usual and comes_next(taken.taken_with, round_.received):
                    round_.handled = await self._in_order(taken, round_)
                else:
                    round_.handled = await self._sorted(taken, round_)
            crashpoint("inbox.inside-transaction")
        crashpoint("inbox.before-ack")
        round_.moved = appended_here.get() > 0 or taken.reached.disclosed > told

    async def _in_order(self, taken: Turn, round_: _Round) -> int:
        for one in round_.received:
            await self.handling.effects(taken, one.envelope, one.person_id)
        with span("timeline", entries=len(round_.received)):
            await store(taken, round_.received, self.clock.now())
        return len(round_.received)

    async def _sorted(self, taken: Turn, round_: _Round) -> int:
        """Keeps what came, and handles what has become next in order by it."""
        tx = taken.tx
        await keep(tx, round_.received, self.clock.now(), fetched=round_.fetched)
        await reject(tx, round_.rejected, self.clock.now())
        found = await self._ready(tx)
        ready, doubtful = await self._in_chain(tx, found)
        if not ready:
            return 0
        handled: list[asyncpg.Record] = []
        if round_.carefully or doubtful:
            await self.handling.one_by_one(taken, ready, doubtful)
        else:
            handled = await self.handling.all_at_once(taken, ready)
        await self._pass(taken, handled, ready)
        return len(found)

    def _tell_others(self, *, moved: bool = True) -> None:
        self.handled.set()
        if moved:
            self.moved.set()
        self.handling.timeline.changed.set()

    # --- what is next -----------------------------------------------------------

    async def _ready(self, tx: Connection) -> list[asyncpg.Record]:
        """What is next in each publisher's sequence, without a gap, in the order it became so."""
        return await tx.fetch(
            "select i.*, h.digest as digest_before, exists (select from inbox w"
            "   where w.person_id = any(ids_of(i.person_id))"
            "   and w.state in ('parked', 'waiting')) as held"
            " from inbox_heads h"
            " cross join lateral ("
            "   select i.*, i.sequence - row_number() over told as island,"
            "     max(i.arrival) over told as complete"
            "   from inbox i where i.publisher = h.publisher and i.sequence > h.through"
            "   window told as (order by i.sequence) order by i.sequence limit $1) i"
            " where i.island = h.through order by i.complete, i.publisher, i.sequence limit $1",
            MOST_A_TRANSACTION,
        )

    async def _in_chain(
        self, tx: Connection, found: list[asyncpg.Record]
    ) -> tuple[list[asyncpg.Record], set[tuple[str, int]]]:
        """Of each publisher's facts those up to the first that does not continue the chain.

        That one is rejected and asked for anew. What the publisher itself says again stays, and is
        doubtful: either it or the one before it is not what the publisher meant to tell us.
        """
        last = {row["publisher"]: row["digest_before"] for row in found}
        ready, doubtful, broken = [], set(), set()
        for row in found:
            publisher = row["publisher"]
            if publisher in broken:
                continue
            if row["previous_digest"] != last[publisher]:
                if not row["fetched"]:
                    broken.add(publisher)
                    await self._take_back(tx, row)
                    continue
                doubtful.add((publisher, row["sequence"]))
            last[publisher] = row["digest"]
            ready.append(row)
        return ready, doubtful

    async def _take_back(self, tx: Connection, row: asyncpg.Record) -> None:
        raw = row["envelope"].encode()
        subject = Envelope.from_bytes(raw).subject_name()
        refused = Rejected(subject, raw, "does not continue what we were told")
        await reject(tx, [refused], self.clock.now())
        await tx.execute(
            "delete from inbox where publisher = $1 and sequence = $2",
            row["publisher"], row["sequence"],
        )  # fmt: skip

    async def _pass(
        self, taken: Turn, handled: list[asyncpg.Record], ready: list[asyncpg.Record]
    ) -> None:
        """Shows what was handled, and moves each publisher's checkpoint behind what is done with:
        handled, parked or made to wait.
        """
        last = {row["publisher"]: row for row in ready}
        with span("timeline", entries=len(handled)):
            await taken.tx.execute(
                _PASS,
                *places(taken, handled),
                list(last),
                [row["sequence"] for row in last.values()],
                [row["digest"] for row in last.values()],
                *taken.to_be_saved(),
            )

    # --- what is missing ----------------------------------------------------------

    async def announced(self, publisher: str, sequence: int) -> None:
        """A publisher says how much it has told us."""
        await self.pool.execute(
            "insert into inbox_heads values ($1, 0, $2, '') on conflict (publisher) do update"
            " set announced = excluded.announced"
            " where inbox_heads.announced < excluded.announced",
            publisher, sequence,
        )  # fmt: skip

    async def gaps(self) -> list[Gap]:
        """What we know to be missing: the hole in front of each publisher's next stored fact."""
        rows = await self.pool.fetch(
            "select h.publisher, h.through, coalesce((select min(i.sequence) - 1 from inbox i"
            "   where i.publisher = h.publisher and i.sequence > h.through), h.announced) as until"
            " from inbox_heads h"
        )
        return [
            Gap(row["publisher"], row["through"], row["until"])
            for row in rows
            if row["until"] > row["through"]
        ]

    async def parked(self) -> list[Parked]:
        """Everything that is parked or waits behind it, oldest first."""
        rows = await self.pool.fetch(
            "select publisher, sequence, type, person_id, state, reason, attempts, received_at"
            " from inbox where state in ('parked', 'waiting') order by arrival"
        )
        metrics.parked.set(sum(row["state"] == "parked" for row in rows))
        return [Parked(**dict(row)) for row in rows]

    async def lag(self) -> int:
        """Facts that we know of and have not passed yet."""
        lag = await self.pool.fetchval(
            "select coalesce(sum(greatest(h.announced, coalesce((select max(sequence) from inbox i"
            " where i.publisher = h.publisher), 0)) - h.through), 0) from inbox_heads h"
        )
        metrics.inbox_lag.set(int(lag))
        return int(lag)

    async def rejected(self) -> int:
        """How many messages were no envelope for us or did not fit."""
        return int(await self.pool.fetchval("select count(*) from inbox_rejected"))
