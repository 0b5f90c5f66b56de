"""The chain of digests that shows any row of a log that was changed, removed or moved.

Each row's digest covers its content, its position and the digest before it; the head is kept apart,
so that a log that was cut short shows too. `append_events` computes the same in the database.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import asyncpg

from chassis.context import Context
from chassis.database import Pool

_DIVIDER, _NULL = "\x1f", "\x1e"
_FIELDS = 11
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Damage:
    """A place where the chain does not hold."""

    position: int
    what: str


def about(ctx: Context, topic: str, traceparent: str | None, result: str | None) -> str:
    """What the log knows of an event beside its state, as one text for `append_events`.

    `result` is None for all but the first event of a command. Raises ValueError for control
    characters, which divide the columns.
    """
    first = result is not None
    worker = ctx.worker
    text = _divided(
        ctx.idempotency_key if first else None,
        topic,
        ctx.now.astimezone(UTC).isoformat(),
        worker.id,
        worker.role,
        worker.unit,
        str(ctx.correlation_id),
        str(ctx.causation_id) if ctx.causation_id else None,
        ctx.fingerprint if first else None,
        result,
        traceparent,
    )
    if text.count(_DIVIDER) != _FIELDS - 1:
        raise ValueError("no column of an event holds control characters")
    return text


async def damages(pool: Pool) -> AsyncIterator[Damage]:
    """Walks the whole chain of a log and tells every place where it does not hold."""
    async with pool.acquire() as connection, connection.transaction():
        last, digest = 0, b""
        async for row in connection.cursor("select * from events order by position"):
            if row["position"] != last + 1:
                yield Damage(last + 1, "removed")
            elif row["digest"] != _digest_of(row, digest):
                yield Damage(row["position"], "changed")
            last, digest = row["position"], row["digest"]
        head = await connection.fetchrow("select position, digest from log_head")
        if head is None or (head["position"], head["digest"]) != (last, digest):
            yield Damage(last + 1, "removed")


def _digest_of(row: asyncpg.Record, before: bytes) -> bytes:
    """The digest that this row must have."""
    text = _divided(
        row["idempotency_key"], row["topic"], row["occurred_at"].astimezone(UTC).isoformat(),
        row["actor_id"], row["actor_role"], row["actor_unit"], str(row["correlation_id"]),
        str(row["causation_id"]) if row["causation_id"] else None, row["fingerprint"],
        row["result"], row["traceparent"],
    )  # fmt: skip
    recorded = (row["recorded_at"] - _EPOCH) // _MICROSECOND
    return _sha256(
        before
        + struct.pack(">qq", row["position"], recorded)
        + row["stream_id"].bytes
        + struct.pack(">i", row["version"])
        + _sha256(text.encode())
        + _sha256(row["state"].encode())
    )


def _divided(*parts: str | None) -> str:
    return _DIVIDER.join([_NULL if part is None else part for part in parts])


def _sha256(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()
