"""What has come under our name: kept as received, or rejected and kept beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from osnowa_contracts.envelope import Envelope, digest

from chassis.database import Connection

LARGEST_SEQUENCE = 2**63 - 1

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Received:
    """An envelope for us."""

    envelope: Envelope
    person_id: UUID | None
    raw: bytes


@dataclass(frozen=True)
class Rejected:
    """A message that nothing follows from."""

    subject: str
    raw: bytes
    reason: str


def sort_out(
    unit: str, messages: Iterable[tuple[str, bytes]]
) -> tuple[list[Received], list[Rejected]]:
    """Messages are (subject, bytes), under `osnowa.<publisher>.<unit>.<Fact>` as they came or under
    `refetch.<publisher>.<unit>` as they were asked for; the broker answers for the publisher in it.
    """
    received, rejected = [], []
    for subject, raw in messages:
        try:
            envelope = Envelope.from_bytes(raw)
            person_id = UUID(envelope.subject) if envelope.subject else None
        except ValueError:
            rejected.append(Rejected(subject, raw, "not an envelope"))
            continue
        _, publisher, recipient, *name = subject.split(".")
        names = (envelope.publisher, envelope.recipient, *([envelope.fact_name] if name else []))
        if recipient != unit or names != (publisher, recipient, *name):
            rejected.append(Rejected(subject, raw, "not addressed as its subject says"))
        elif envelope.sequence > LARGEST_SEQUENCE:
            rejected.append(Rejected(subject, raw, "no such sequence"))
        else:
            received.append(Received(envelope, person_id, raw))
    return received, rejected


async def keep(tx: Connection, received: list[Received], now: datetime, *, fetched: bool) -> None:
    """Stores each once; another one of the same sequence is rejected."""
    if not received:
        return
    rows = [
        (r.envelope.publisher, r.envelope.sequence, r.envelope.id, r.envelope.type,
         r.envelope.form.value, r.person_id, now, r.raw.decode(), digest(r.raw),
         r.envelope.previousdigest, fetched)
        for r in received
    ]  # fmt: skip
    done = await tx.execute(
        "with known as (insert into inbox_heads select distinct p, 0, 0, '' from unnest($1::text[])"
        "   p on conflict do nothing)"
        " insert into inbox (publisher, sequence, fact_id, type, form, person_id, received_at,"
        " envelope, digest, previous_digest, fetched)"
        " select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::text[],"
        " $6::uuid[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::boolean[])"
        " on conflict do nothing",
        *[list(column) for column in zip(*rows, strict=True)],
    )
    if done != f"INSERT 0 {len(rows)}":
        await reject(tx, await _contradicting(tx, received), now)


async def _contradicting(tx: Connection, received: list[Received]) -> list[Rejected]:
    """A publisher whose database was set back gives a number a second time, to another fact."""
    rows = await tx.fetch(
        "select n from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality"
        " as u (publisher, sequence, digest, n) join inbox i using (publisher, sequence)"
        " where i.digest <> u.digest order by n",
        [r.envelope.publisher for r in received],
        [r.envelope.sequence for r in received],
        [digest(r.raw) for r in received],
    )
    others = [received[row["n"] - 1] for row in rows]
    reason = "says something else than before under its number"
    return [Rejected(other.envelope.subject_name(), other.raw, reason) for other in others]


async def reject(tx: Connection, rejected: list[Rejected], now: datetime) -> None:
    """Keeps each once, however often it comes."""
    for one in rejected:
        log.error("message rejected", code=one.reason)
        await tx.execute(
            "insert into inbox_rejected (subject, raw, reason, received_at)"
            " values ($1, $2, $3, $4) on conflict do nothing",
            one.subject, one.raw, one.reason, now,
        )  # fmt: skip
