"""Takes in what others tell us: once, in order, with its effects, and nothing is ever dropped.

A fact is stored as received, handled in the order of its publisher's sequence, and its effects
(timeline row, read models, reaction, involvement) commit together with the checkpoint. What is
missing is fetched again from the publisher's register. What cannot be handled is parked with its
reason; later facts about the same client wait behind it, all others flow.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import structlog
from osnowa_contracts.access import AccessEnded
from osnowa_contracts.envelope import Envelope, digest
from osnowa_contracts.fact import Fact, Form, find
from osnowa_contracts.reading import parse

from chassis.clock import Clock
from chassis.context import Context, Worker
from chassis.crashpoints import crashpoint
from chassis.database import Connection, Pool
from chassis.disclosure import Disclosure
from chassis.event_log import TooBusy, Unavailable, VersionConflict
from chassis.follower import take_copies_lock
from chassis.loops import Wake
from chassis.refusal import Refusal
from chassis.telemetry import current_traceparent, metrics, span
from chassis.timeline import Timeline

SCHEMA = Path(__file__).with_suffix(".sql")
MOST_A_TRANSACTION = 200

React = Callable[[Fact, Envelope, Context], Awaitable[None]]
ProjectFact = Callable[[Connection, Fact, Envelope], Awaitable[None]]

log = structlog.get_logger(__name__)

PASSING = (
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.TransactionRollbackError,
    asyncpg.InterfaceError,
    OSError,
    TimeoutError,
    TooBusy,
    Unavailable,
    VersionConflict,
)
"""Failures of the moment: the whole transaction is tried again, no fact is to blame."""


class CannotHandle(Exception):
    """A fact that this version of the program does not understand. The text names no person."""


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


@dataclass(frozen=True)
class _Received:
    envelope: Envelope
    raw: str
    digest: str


@dataclass
class Inbox:
    """Stores and handles; where the messages come from is `chassis.listening`'s matter."""

    unit: str
    pool: Pool
    clock: Clock
    timeline: Timeline
    disclosure: Disclosure
    react: React
    project: ProjectFact
    handled: Wake = field(default_factory=Wake)
    """Set after each commit: reactions may have appended to the own log."""

    async def take(self, messages: Iterable[tuple[str, bytes]]) -> None:
        """Stores messages (subject, bytes) and handles what is next in order, in one transaction.

        After it returns, the messages may be acknowledged. Raises what is of the moment only.
        """
        received, rejected = self._sorted_out(messages)
        crashpoint("inbox.before-transaction")
        await self._transaction(received, rejected)
        while await self._transaction([], []):
            pass  # more was waiting behind a gap that is closed now

    async def retry(self, publisher: str, sequence: int) -> bool:
        """Handles a parked fact again, and what waits behind it. False if it stays parked."""
        async with self.pool.acquire() as tx, tx.transaction():
            await take_copies_lock(tx)
            row = await tx.fetchrow(
                "select * from inbox where publisher = $1 and sequence = $2 and state = 'parked'",
                publisher, sequence,
            )  # fmt: skip
            if row is None or not await self._carefully(tx, row, again=True):
                return False
            if row["person_id"] is not None:
                await self._release(tx, row["person_id"])
        self._tell_others()
        return True

    # --- taking in ------------------------------------------------------------

    def _sorted_out(
        self, messages: Iterable[tuple[str, bytes]]
    ) -> tuple[list[_Received], list[tuple[str, bytes, str]]]:
        received, rejected = [], []
        for subject, raw in messages:
            try:
                envelope = Envelope.from_bytes(raw)
            except ValueError:
                rejected.append((subject, raw, "not an envelope"))
                continue
            if envelope.recipient != self.unit or envelope.subject_name() != subject:
                rejected.append((subject, raw, "not addressed as its subject says"))
                continue
            received.append(_Received(envelope, raw.decode(), digest(raw)))
        return received, rejected

    async def _transaction(
        self, received: list[_Received], rejected: list[tuple[str, bytes, str]]
    ) -> bool:
        """True if a full round was handled and more may be ready."""
        try:
            return await self._attempt(received, rejected, self._all_at_once)
        except PASSING:
            raise
        except Exception:  # noqa: BLE001  # found one by one, parked with its reason
            return await self._attempt(received, rejected, self._one_by_one)

    async def _attempt(
        self,
        received: list[_Received],
        rejected: list[tuple[str, bytes, str]],
        handle: Callable[[Connection, list[asyncpg.Record]], Awaitable[None]],
    ) -> bool:
        now = self.clock.now()
        trace = received[0].envelope.traceparent if received else None
        async with self.pool.acquire() as tx, tx.transaction():
            await take_copies_lock(tx)
            with span("receive", traceparent=trace, facts=len(received)):
                await self._store(tx, received, now)
                await self._reject(tx, rejected, now)
                ready = await self._ready(tx)
                if ready:
                    await handle(tx, ready)
                    await self._pass(tx, ready)
            crashpoint("inbox.inside-transaction")
        crashpoint("inbox.before-ack")
        if ready:
            self._tell_others()
        return len(ready) == MOST_A_TRANSACTION

    def _tell_others(self) -> None:
        self.handled.set()
        self.timeline.changed.set()

    async def _store(self, tx: Connection, received: list[_Received], now: datetime) -> None:
        if not received:
            return
        rows = [
            (r.envelope.publisher, r.envelope.sequence, r.envelope.id, r.envelope.type,
             r.envelope.form.value, _person(r.envelope), now, r.raw, r.digest)
            for r in received
        ]  # fmt: skip
        await tx.execute(
            "insert into inbox (publisher, sequence, fact_id, type, form, person_id, received_at,"
            " envelope, digest) select * from unnest($1::text[], $2::bigint[], $3::uuid[],"
            " $4::text[], $5::text[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[])"
            " on conflict do nothing",
            *[list(column) for column in zip(*rows, strict=True)],
        )
        await tx.execute(
            "insert into inbox_heads select p, 0, 0, '' from unnest($1::text[]) p"
            " on conflict do nothing",
            sorted({r.envelope.publisher for r in received}),
        )

    async def _reject(
        self, tx: Connection, rejected: list[tuple[str, bytes, str]], now: datetime
    ) -> None:
        for subject, raw, reason in rejected:
            log.error("message rejected", code=reason)
            await tx.execute(
                "insert into inbox_rejected (subject, raw, reason, received_at)"
                " values ($1, $2, $3, $4)",
                subject, raw, reason, now,
            )  # fmt: skip

    async def _ready(self, tx: Connection) -> list[asyncpg.Record]:
        """What is next in each publisher's sequence, without a gap, in the order of arrival."""
        return await tx.fetch(
            "select i.*, h.digest as digest_before from inbox_heads h"
            " cross join lateral ("
            "   select i.*, i.sequence - row_number() over (order by i.sequence) as island"
            "   from inbox i where i.publisher = h.publisher and i.sequence > h.through"
            "   order by i.sequence limit $1) i"
            " where i.island = h.through order by i.arrival, i.sequence limit $1",
            MOST_A_TRANSACTION,
        )

    async def _pass(self, tx: Connection, ready: list[asyncpg.Record]) -> None:
        """Moves each publisher's checkpoint behind what was handled, parked or made to wait."""
        last: dict[str, asyncpg.Record] = {}
        for row in ready:
            known = last.get(row["publisher"])
            if known is None or known["sequence"] < row["sequence"]:
                last[row["publisher"]] = row
        await tx.execute(
            "update inbox_heads h set through = u.through, digest = u.digest,"
            " announced = greatest(h.announced, u.through)"
            " from unnest($1::text[], $2::bigint[], $3::text[]) as u (publisher, through, digest)"
            " where h.publisher = u.publisher",
            list(last),
            [row["sequence"] for row in last.values()],
            [row["digest"] for row in last.values()],
        )

    # --- handling ---------------------------------------------------------------

    async def _all_at_once(self, tx: Connection, ready: list[asyncpg.Record]) -> None:
        held = await self._held(tx, ready)
        flowing = [row for row in ready if row["person_id"] not in held]
        for row in flowing:
            await self._handle(tx, row)
        await self._handled(tx, flowing)
        await self._wait(tx, [row for row in ready if row["person_id"] in held])

    async def _one_by_one(self, tx: Connection, ready: list[asyncpg.Record]) -> None:
        for row in ready:
            if await self._held(tx, [row]):
                await self._wait(tx, [row])
            else:
                await self._carefully(tx, row)

    async def _carefully(self, tx: Connection, row: asyncpg.Record, *, again: bool = False) -> bool:
        """Handles one fact inside a savepoint; what fails is parked."""
        try:
            async with tx.transaction():
                await self._handle(tx, row)
                await self._handled(tx, [row])
        except PASSING:
            raise
        except Exception as error:  # noqa: BLE001  # its reason is kept with it and shown
            log.error("fact parked", type=row["type"], error=type(error).__name__, again=again)
            await tx.execute(
                "update inbox set state = 'parked', reason = $3, attempts = attempts + 1"
                " where publisher = $1 and sequence = $2",
                row["publisher"], row["sequence"], _reason(error),
            )  # fmt: skip
            return False
        return True

    async def _handle(self, tx: Connection, row: asyncpg.Record) -> None:
        envelope = Envelope.model_validate_json(row["envelope"])
        if envelope.form is Form.EXISTENCE:
            return
        cls = find(envelope.type)
        if cls is None:
            raise CannotHandle(f"unknown fact or version: {envelope.type}")
        fact = parse(envelope)
        with span("handle", traceparent=envelope.traceparent, type=envelope.type):
            now = self.clock.now()
            await self.disclosure.received(
                tx, fact, row["person_id"], envelope.id, envelope.publisher, now
            )
            await self.project(tx, fact, envelope)
            if not isinstance(fact, AccessEnded):
                await self.react(fact, envelope, self._context(tx, envelope, now))

    def _context(self, tx: Connection, envelope: Envelope, now: datetime) -> Context:
        more: dict[str, Any] = {}
        if envelope.correlationid is not None:
            more["correlation_id"] = envelope.correlationid
        return Context(
            worker=Worker.system(self.unit),
            now=now,
            idempotency_key=str(envelope.id),
            causation_id=envelope.id,
            connection=tx,
            **more,
        )

    async def _handled(self, tx: Connection, rows: list[asyncpg.Record]) -> None:
        """Gives positions and writes the timeline rows."""
        if not rows:
            return
        first = await self.timeline.next_positions(tx, len(rows))
        positions = [first + n for n in range(len(rows))]
        await tx.execute(
            "update inbox i set state = 'handled', reason = null, timeline_position = u.position"
            " from unnest($1::text[], $2::bigint[], $3::bigint[]) as u (publisher, sequence,"
            " position) where i.publisher = u.publisher and i.sequence = u.sequence",
            [row["publisher"] for row in rows],
            [row["sequence"] for row in rows],
            positions,
        )
        with span("timeline", traceparent=current_traceparent(), entries=len(rows)):
            await self.timeline.show(tx, list(positions))

    async def _held(self, tx: Connection, rows: list[asyncpg.Record]) -> set[UUID]:
        """The clients of these facts for whom something is parked already."""
        found = await tx.fetch(
            "select distinct person_id from inbox"
            " where state in ('parked', 'waiting') and person_id = any($1::uuid[])",
            list({row["person_id"] for row in rows if row["person_id"] is not None}),
        )
        return {row["person_id"] for row in found}

    async def _wait(self, tx: Connection, rows: list[asyncpg.Record]) -> None:
        if rows:
            await tx.execute(
                "update inbox i set state = 'waiting' from unnest($1::text[], $2::bigint[])"
                " as u (publisher, sequence)"
                " where i.publisher = u.publisher and i.sequence = u.sequence",
                [row["publisher"] for row in rows],
                [row["sequence"] for row in rows],
            )

    async def _release(self, tx: Connection, person_id: UUID) -> None:
        """Handles what waited for this client, in order, until one is parked again."""
        rows = await tx.fetch(
            "select * from inbox where person_id = $1 and state in ('parked', 'waiting')"
            " order by arrival",
            person_id,
        )
        for row in rows:
            if row["state"] == "parked" or not await self._carefully(tx, row):
                return

    # --- what is missing ----------------------------------------------------------

    async def announced(self, publisher: str, sequence: int) -> None:
        """A publisher says how much it has told us."""
        await self.pool.execute(
            "insert into inbox_heads values ($1, 0, $2, '') on conflict (publisher) do update"
            " set announced = greatest(inbox_heads.announced, excluded.announced)",
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


def _person(envelope: Envelope) -> UUID | None:
    return UUID(envelope.subject) if envelope.subject else None


def _reason(error: Exception) -> str:
    """For the list of parked facts: what failed, never whom it was about."""
    if isinstance(error, Refusal):
        return f"refused: {error.code}"
    if isinstance(error, CannotHandle):
        return str(error)
    return json.dumps({"failed": type(error).__name__})
