"""The log of what this unit did: appended in groups, gap-free, chained, with who and why.

Concurrent appends wait in a queue; one writer takes what has gathered and commits it with one
statement; every caller is answered by itself. A version conflict or a repeated idempotency key of
one caller never touches its neighbours. Positions are assigned under a transaction-scoped advisory
lock, so commit order equals position order and a reader that asks for `position > n` never misses
and never repeats.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import struct
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar
from uuid import UUID

import asyncpg
import structlog
from pydantic import BaseModel, Field

from chassis.aggregate import Aggregate, DomainEvent
from chassis.clock import Clock
from chassis.context import CONFLICT_RETRIES, Context
from chassis.crashpoints import crashpoint
from chassis.database import Connection, Pool
from chassis.event_mapper import JsonMapper
from chassis.loops import Wake
from chassis.refusal import NotFound, Refusal
from chassis.snapshots import Snapshots
from chassis.telemetry import current_traceparent, metrics

A = TypeVar("A", bound=Aggregate)

SCHEMA = Path(__file__).with_suffix(".sql")
MOST_ROWS_A_COMMIT = 1000

log = structlog.get_logger(__name__)
MOST_WAITING = 10_000

appended_here: ContextVar[int] = ContextVar("appended_here", default=0)
"""The position of the last event appended in this request; its answer waits for the copies."""


class VersionConflict(Exception):
    """Somebody else appended to the same aggregate first; load and decide again."""


class Unavailable(Exception):
    """The log cannot say whether the events are in. Ask again with the same idempotency key."""


@dataclass
class KeyReused(Refusal):
    key: str
    STATUS = 422
    PL = "Klucz idempotencji „{key}” był już użyty do innej czynności. Użyj nowego klucza."
    EN = "The idempotency key “{key}” was already used for something else. Use a new key."


@dataclass
class TooBusy(Refusal):
    STATUS = 503
    PL = (
        "Zbyt wiele czynności czeka na zapis. Spróbuj ponownie za chwilę; nic nie zostało zapisane."
    )
    EN = "Too many commands wait to be written. Try again in a moment; nothing was written."


class Receipt(BaseModel):
    """What a command answers: the aggregate, the position of its last event, and its result."""

    id: UUID
    position: int = Field(description="0 where the command had nothing to change")
    data: dict[str, Any] = {}
    repeated: bool = Field(default=False, description="the answer to an earlier, equal request")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with what the log knows of it."""

    position: int
    event: DomainEvent
    topic: str
    occurred_at: datetime
    recorded_at: datetime
    actor_id: str
    actor_role: str
    actor_unit: str
    correlation_id: UUID
    causation_id: UUID | None
    traceparent: str | None


@dataclass(frozen=True)
class Damage:
    """A place where the chain does not hold."""

    position: int
    what: str


@dataclass(slots=True)
class _Call:
    """The events of one append, and the future that its caller waits for."""

    ctx: Context
    events: list[tuple[UUID, int, str, str]]
    result: str | None
    traceparent: str | None
    answer: asyncio.Future[asyncpg.Record] | None = field(default=None)


class EventLog:
    """One unit's log. `start()` before the first append, `stop()` writes what still waits."""

    def __init__(self, pool: Pool, clock: Clock) -> None:
        self.pool = pool
        self.clock = clock
        self.appended = Wake()
        """Set after every commit of this process; other processes are found by polling."""
        self._mapper = JsonMapper()
        self._snapshots = Snapshots()
        self._waiting: deque[_Call] = deque()
        self._work = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None
        self._stopping = False

    async def start(self) -> None:
        self._writer = asyncio.create_task(self._write_forever(), name="event log writer")

    async def stop(self) -> None:
        if self._writer is None:
            return
        self._stopping = True
        self._work.set()
        await self._writer
        self._writer = None

    # --- writing ------------------------------------------------------------

    async def append(
        self, *aggregates: Aggregate, ctx: Context, result: dict[str, Any] | None = None
    ) -> Receipt:
        """Appends the pending events of one or several aggregates, all or nothing.

        Raises VersionConflict, KeyReused, TooBusy, or Unavailable when the outcome is not known.
        """
        call = self._call(aggregates, ctx, result or {})
        if not call.events:
            return Receipt(id=aggregates[0].id, position=0, data=result or {})
        began = perf_counter()
        if ctx.connection is not None:
            row = (await self._commit(ctx.connection, [call]))[0]
        else:
            row = await self._queue(call)
        metrics.append_seconds.record(perf_counter() - began)
        return self._receipt(row, ctx, aggregates[0].id, result or {})

    async def once(self, run: Callable[[], Awaitable[Receipt]], *, ctx: Context) -> Receipt:
        """Runs a command once per idempotency key, again after a version conflict."""
        if ctx.idempotency_key is not None and (first := await self._first(ctx)) is not None:
            return first
        for _ in range(CONFLICT_RETRIES):
            try:
                return await run()
            except VersionConflict:
                continue
        return await run()

    def _call(self, aggregates: Iterable[Aggregate], ctx: Context, result: dict[str, Any]) -> _Call:
        events, first_id = [], None
        for aggregate in aggregates:
            first_id = first_id or aggregate.id
            for event in aggregate.collect_events():
                stored = self._mapper.to_stored_event(event)
                events.append(
                    (
                        aggregate.id,
                        stored.originator_version,
                        stored.topic,
                        stored.state.decode(),
                    )
                )
        kept = None
        if ctx.idempotency_key is not None:
            kept = json.dumps({"id": str(first_id), "data": result}, default=str)
        return _Call(ctx, events, kept, current_traceparent())

    async def _queue(self, call: _Call) -> asyncpg.Record:
        if len(self._waiting) >= MOST_WAITING:
            raise TooBusy
        call.answer = asyncio.get_running_loop().create_future()
        self._waiting.append(call)
        self._work.set()
        return await call.answer

    async def _write_forever(self) -> None:
        while not self._stopping:
            await self._work.wait()
            self._work.clear()
            while self._waiting:
                await self._write(self._gather())

    def _gather(self) -> list[_Call]:
        """What has gathered, up to a limit; never two calls that could collide with each other."""
        calls: list[_Call] = []
        later: list[_Call] = []
        streams: set[UUID] = set()
        keys: set[str] = set()
        rows = 0
        while self._waiting and rows < MOST_ROWS_A_COMMIT:
            call = self._waiting.popleft()
            if call.answer is not None and call.answer.cancelled():
                continue
            ids = {event[0] for event in call.events}
            if ids & streams or call.ctx.idempotency_key in keys:
                later.append(call)
                continue
            streams |= ids
            if call.ctx.idempotency_key is not None:
                keys.add(call.ctx.idempotency_key)
            calls.append(call)
            rows += len(call.events)
        self._waiting.extendleft(reversed(later))
        return calls

    async def _write(self, calls: list[_Call]) -> None:
        try:
            async with self.pool.acquire(timeout=5) as connection:
                rows = await self._commit(connection, calls)
        except Exception as error:  # noqa: BLE001  # every caller is told; the writer goes on
            log.error("log not written", error=type(error).__name__, calls=len(calls))
            for call in calls:
                if call.answer is not None and not call.answer.done():
                    call.answer.set_exception(Unavailable(type(error).__name__))
            return
        for call, row in zip(calls, rows, strict=True):
            if call.answer is not None and not call.answer.done():
                call.answer.set_result(row)

    async def _commit(self, connection: Connection, calls: list[_Call]) -> list[asyncpg.Record]:
        """One statement, one commit. Answers in the order of the calls."""
        recorded_at = self.clock.now()
        columns = _columns(calls, recorded_at)
        crashpoint("event_log.before-commit")
        rows = await connection.fetch(_APPEND, *columns[:6], recorded_at, *columns[6:])
        crashpoint("event_log.after-commit")
        metrics.appended.add(len(columns[0]))
        self.appended.set()
        answers = {row["call"]: row for row in rows}
        return [answers[number] for number in range(len(calls))]

    def _receipt(
        self, row: asyncpg.Record, ctx: Context, id_: UUID, data: dict[str, Any]
    ) -> Receipt:
        if row["outcome"] == "conflict":
            raise VersionConflict
        if row["outcome"] == "repeated":
            return _repeated(row, ctx, row["first_result"], row["first_fingerprint"])
        appended_here.set(row["last_position"])
        return Receipt(id=id_, position=row["last_position"], data=data)

    async def _first(self, ctx: Context) -> Receipt | None:
        row = await (ctx.connection or self.pool).fetchrow(
            "select position as last_position, result, fingerprint from events"
            " where idempotency_key = $1",
            ctx.idempotency_key,
        )
        return _repeated(row, ctx, row["result"], row["fingerprint"]) if row else None

    # --- reading ------------------------------------------------------------

    async def load(self, cls: type[A], id_: UUID, *, ctx: Context | None = None) -> A:
        """The aggregate as it is now. Raises NotFound."""
        found = await self.find(cls, id_, ctx=ctx)
        if found is None:
            raise NotFound(cls.__name__)
        return found

    async def find(
        self, cls: type[A], id_: UUID, *, ctx: Context | None = None, to_version: int | None = None
    ) -> A | None:
        """The aggregate, or None; with `to_version` as it was right after that event."""
        source = (ctx and ctx.connection) or self.pool
        aggregate: Any = None
        if to_version is None:
            aggregate = await self._snapshots.load(source, cls, id_)
        rows = await source.fetch(
            "select version, topic, occurred_at, state from events"
            " where stream_id = $1 and version > $2 and version <= $3 order by version",
            id_,
            aggregate.version if aggregate else 0,
            to_version or 2**31 - 1,
        )
        for row in rows:
            aggregate = self._mapper.restore(
                row["topic"], id_, row["version"], row["occurred_at"], row["state"]
            ).mutate(aggregate)
        if to_version is None and aggregate is not None:
            await self._snapshots.save_if_long(self.pool, aggregate, read=len(rows))
        if aggregate is not None and not isinstance(aggregate, cls):
            return None
        return aggregate

    async def read(self, after: int, limit: int = 500) -> list[Recorded]:
        """The events behind a position, in order, without a gap."""
        rows = await self.pool.fetch(
            "select * from events where position > $1 order by position limit $2", after, limit
        )
        return [self._recorded(row) for row in rows]

    async def history(self, stream_id: UUID) -> list[Recorded]:
        """Everything that happened to one aggregate."""
        rows = await self.pool.fetch(
            "select * from events where stream_id = $1 order by version", stream_id
        )
        return [self._recorded(row) for row in rows]

    async def head(self) -> int:
        return int(await self.pool.fetchval("select position from log_head"))

    def _recorded(self, row: asyncpg.Record) -> Recorded:
        event = self._mapper.restore(
            row["topic"], row["stream_id"], row["version"], row["occurred_at"], row["state"]
        )
        return Recorded(
            position=row["position"],
            event=event,
            topic=row["topic"],
            occurred_at=row["occurred_at"],
            recorded_at=row["recorded_at"],
            actor_id=row["actor_id"],
            actor_role=row["actor_role"],
            actor_unit=row["actor_unit"],
            correlation_id=row["correlation_id"],
            causation_id=row["causation_id"],
            traceparent=row["traceparent"],
        )

    # --- proving ------------------------------------------------------------

    async def damages(self) -> AsyncIterator[Damage]:
        """Walks the whole chain and tells every place where a row was changed, removed or moved."""
        async with self.pool.acquire() as connection, connection.transaction():
            last, digest = 0, b""
            async for row in connection.cursor("select * from events order by position"):
                if row["position"] != last + 1:
                    yield Damage(last + 1, "removed")
                expected = _chained(digest, _content_of_row(row), row["position"])
                if row["digest"] != expected and row["position"] == last + 1:
                    yield Damage(row["position"], "changed")
                last, digest = row["position"], row["digest"]
            head = await connection.fetchrow("select position, digest from log_head")
            if head is None or (head["position"], head["digest"]) != (last, digest):
                yield Damage(last + 1, "removed")


_APPEND = (
    "select * from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
    " $15, $16, $17)"
)


def _repeated(row: asyncpg.Record, ctx: Context, result: str, fingerprint: str | None) -> Receipt:
    if fingerprint != ctx.fingerprint:
        raise KeyReused(str(ctx.idempotency_key))
    kept = json.loads(result)
    appended_here.set(row["last_position"])
    return Receipt(id=kept["id"], position=row["last_position"], data=kept["data"], repeated=True)


def _columns(calls: list[_Call], recorded_at: datetime) -> list[list[Any]]:
    """The calls' events as the array parameters of `append_events`, without p_recorded."""
    rows = []
    recorded = recorded_at.astimezone(UTC).isoformat()
    for number, call in enumerate(calls):
        ctx, worker = call.ctx, call.ctx.worker
        occurred = ctx.now.astimezone(UTC).isoformat()
        key, fingerprint, result = ctx.idempotency_key, ctx.fingerprint, call.result
        for stream, version, topic, state in call.events:
            content = _content(
                stream, version, topic, state, occurred, recorded, worker.id, worker.role,
                worker.unit, ctx.correlation_id, ctx.causation_id, key, fingerprint, result,
                call.traceparent,
            )  # fmt: skip
            rows.append(
                (number, stream, version, topic, state, ctx.now, worker.id, worker.role,
                 worker.unit, ctx.correlation_id, ctx.causation_id, key, fingerprint, result,
                 call.traceparent, content)
            )  # fmt: skip
            key = fingerprint = result = None
    return [list(column) for column in zip(*rows, strict=True)]


def _content(*parts: object) -> bytes:
    """The digest of one row's content; lengths keep two fields from being read as one."""
    texts = ["\x00" if part is None else str(part) for part in parts]
    return hashlib.sha256("\x1f".join(f"{len(t)}:{t}" for t in texts).encode()).digest()


def _content_of_row(row: asyncpg.Record) -> bytes:
    return _content(
        row["stream_id"], row["version"], row["topic"], row["state"],
        row["occurred_at"].isoformat(), row["recorded_at"].isoformat(), row["actor_id"],
        row["actor_role"], row["actor_unit"], row["correlation_id"], row["causation_id"],
        row["idempotency_key"], row["fingerprint"], row["result"], row["traceparent"],
    )  # fmt: skip


def _chained(before: bytes, content: bytes, position: int) -> bytes:
    return hashlib.sha256(before + content + struct.pack(">q", position)).digest()
