"""The log of what this unit did: appended in groups, gap-free, chained, with who and why.

A version conflict or a repeated idempotency key is answered to its own caller. Positions are
assigned under a transaction-scoped advisory lock, so commit order equals position order: a reader
that asks for `position > n` never misses and never repeats.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar
from uuid import UUID

import asyncpg
from pydantic import BaseModel, Field

from chassis import log_chain
from chassis.aggregate import Aggregate, DomainEvent
from chassis.clock import Clock
from chassis.context import CONFLICT_RETRIES, Context
from chassis.database import Pool
from chassis.event_mapper import JsonMapper
from chassis.group_writer import GroupWriter, NewEvent, TooBusy, Unavailable
from chassis.log_chain import Damage
from chassis.refusal import NotFound, Refusal
from chassis.snapshots import Snapshots
from chassis.telemetry import current_traceparent, metrics, span

__all__ = [
    "Damage",
    "EventLog",
    "KeyReused",
    "Receipt",
    "Recorded",
    "TooBusy",
    "Unavailable",
    "VersionConflict",
]

A = TypeVar("A", bound=Aggregate)

SCHEMA = Path(__file__).with_suffix(".sql")

appended_here: ContextVar[int] = ContextVar("appended_here", default=0)
"""The position of the last event appended in this request; its answer waits for the copies."""


class VersionConflict(Exception):
    """Somebody else appended to the same aggregate first; load and decide again."""


@dataclass
class KeyReused(Refusal):
    key: str
    STATUS = 422
    PL = "Klucz idempotencji „{key}” był już użyty do innej czynności. Użyj nowego klucza."
    EN = "The idempotency key “{key}” was already used for something else. Use a new key."


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


class EventLog:
    """One unit's log. `start()` before the first append, `stop()` writes what still waits."""

    def __init__(self, pool: Pool, clock: Clock) -> None:
        self.pool = pool
        self._writer = GroupWriter(pool, clock)
        self._mapper = JsonMapper()
        self._snapshots = Snapshots()
        self.appended = self._writer.appended
        """Set after every commit of this process; other processes are found by polling."""

    async def start(self) -> None:
        await self._writer.start()

    async def stop(self) -> None:
        await self._writer.stop()

    # --- writing ------------------------------------------------------------

    async def append(
        self, *aggregates: Aggregate, ctx: Context, result: dict[str, Any] | None = None
    ) -> Receipt:
        """Appends the pending events of one or several aggregates, all or nothing.

        Raises VersionConflict, KeyReused, TooBusy, or Unavailable when the outcome is not known.
        """
        id_, data = aggregates[0].id, result or {}
        began = perf_counter()
        with span("append"):
            events = self._new_events(aggregates, ctx, data)
            if not events:
                return Receipt(id=id_, position=0, data=data)
            if ctx.connection is not None:
                row = await self._writer.append_in(ctx.connection, events)
            else:
                row = await self._writer.append(events, ctx)
        metrics.append_seconds.record(perf_counter() - began)
        if row["outcome"] == "conflict":
            raise VersionConflict
        if row["outcome"] == "repeated":
            return _repeated(row, ctx, row["first_result"], row["first_fingerprint"])
        appended_here.set(row["last_position"])
        return Receipt(id=id_, position=row["last_position"], data=data)

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

    def _new_events(
        self, aggregates: tuple[Aggregate, ...], ctx: Context, data: dict[str, Any]
    ) -> list[NewEvent]:
        """The result stands on the first event, where there is a key to ask for it again."""
        traceparent = current_traceparent()
        result = None
        if ctx.idempotency_key is not None:
            kept = json.dumps(data, default=str) if data else "{}"
            result = f'{{"id":"{aggregates[0].id}","data":{kept}}}'
        events = []
        for aggregate in aggregates:
            for event in aggregate.collect_events():
                stored = self._mapper.to_stored_event(event)
                about = log_chain.about(ctx, stored.topic, traceparent, result)
                state = stored.state.decode()
                events.append(NewEvent(aggregate.id, stored.originator_version, state, about))
                result = None
        return events

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
        # Not in a reaction: its transaction may never commit.
        if to_version is None and aggregate is not None and source is self.pool:
            await self._snapshots.save_if_long(self.pool, aggregate, read=len(rows))
        if aggregate is not None and not isinstance(aggregate, cls):
            return None
        return aggregate

    async def read(self, after: int, limit: int = 500) -> list[Recorded]:
        """The events behind a position, in order, without a gap."""
        rows = await self.pool.fetch(
            "select * from events where position > $1 order by position limit $2", after, limit
        )
        return [self.recorded(row) for row in rows]

    async def history(self, stream_id: UUID) -> list[Recorded]:
        """Everything that happened to one aggregate."""
        rows = await self.pool.fetch(
            "select * from events where stream_id = $1 order by version", stream_id
        )
        return [self.recorded(row) for row in rows]

    async def head(self) -> int:
        return int(await self.pool.fetchval("select position from log_head"))

    def recorded(self, row: asyncpg.Record) -> Recorded:
        """A row of `events`."""
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

    def damages(self) -> AsyncIterator[Damage]:
        """Every place where a row was changed, removed or moved since it was appended."""
        return log_chain.damages(self.pool)


def _repeated(row: asyncpg.Record, ctx: Context, result: str, fingerprint: str | None) -> Receipt:
    if fingerprint != ctx.fingerprint:
        raise KeyReused(str(ctx.idempotency_key))
    kept = json.loads(result)
    appended_here.set(row["last_position"])
    return Receipt(id=kept["id"], position=row["last_position"], data=kept["data"], repeated=True)
