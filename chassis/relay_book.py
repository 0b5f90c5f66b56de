"""What the relay writes down: how far it is, what it is about to send, where each batch ended.

Nothing here waits for the disk: what is lost with the power costs a repeat, never a fact, and a
repeat is harmless.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import asyncpg

from chassis.broker import KEEP
from chassis.database import Pool

SCHEMA = Path(__file__).with_name("relay.sql")
MOST_A_BATCH = 500
MOST_BYTES_A_BATCH = 4 * 1024 * 1024


@dataclass(frozen=True)
class Place:
    """Disclosures up to `sent_through` are in the stream, where our last has `last_sequence`.

    A batch up to `noted_through` was about to be sent; equal to `sent_through` where none was.
    """

    sent_through: int
    noted_through: int
    last_sequence: int

    @property
    def unsettled(self) -> bool:
        return self.noted_through > self.sent_through


class RelayBook:
    """`quick` is a pool whose commits do not wait for the disk."""

    def __init__(self, quick: Pool) -> None:
        self._quick = quick

    async def place(self) -> Place:
        row = await self._quick.fetchrow(
            "select sent_through, noted_through, last_sequence from relay"
        )
        assert row is not None
        return Place(*row)

    async def next_batch(self) -> tuple[Place, list[asyncpg.Record], bool]:
        """What is to be sent now, and whether the note of it is fresh.

        Exactly what was noted before, if that is not settled; else what is new, noted by this very
        look at it. No rows where there is nothing, or where a second relay was quicker.
        """
        rows = await self._quick.fetch(_NEXT_BATCH, MOST_A_BATCH, MOST_BYTES_A_BATCH)
        place = Place(*rows[0][:3])
        waiting = [row for row in rows if row["position"] is not None]
        if place.unsettled:
            return place, waiting, False
        noted: int | None = rows[0]["noted"]
        if noted is None:
            return place, [], False
        return replace(place, noted_through=noted), waiting, True

    async def mark(self, noted: Place, sequence: int) -> Place | None:
        """After sending: the batch is in the stream, its last message has this sequence.

        Answers where we are now; None where a second relay was quicker.
        """
        done = await self._quick.execute(
            "with marked as (update relay set sent_through = noted_through, last_sequence = $1"
            "   where sent_through = $2 and noted_through = $3 and last_sequence = $4"
            "   returning sent_through)"
            " insert into relay_batches select sent_through, $1, now() from marked"
            " on conflict (through) do update"
            " set last_sequence = excluded.last_sequence, sent_at = excluded.sent_at",
            sequence, noted.sent_through, noted.noted_through, noted.last_sequence,
        )  # fmt: skip
        through = noted.noted_through
        return Place(through, through, sequence) if done.endswith(" 1") else None

    async def take_back(self, noted: Place, actual: int) -> None:
        """Forgets the note, and fences with what the broker says from now on."""
        await self._quick.execute(
            "update relay set noted_through = sent_through, last_sequence = $1"
            " where sent_through = $2 and noted_through = $3 and last_sequence = $4",
            actual, noted.sent_through, noted.noted_through, noted.last_sequence,
        )  # fmt: skip

    async def rewind(self, place: Place, actual: int) -> int | None:
        """Goes back to the batch with which the stream ends, or to the start of its retention.

        Answers from where on it is sent again; None where a second relay was quicker.
        """
        async with self._quick.acquire() as tx, tx.transaction():
            through: int = await tx.fetchval(
                "select coalesce("
                " (select max(through) from relay_batches where last_sequence = $1 and $1 > 0),"
                " (select max(through) from relay_batches where sent_at < now() - $2::interval),"
                " 0)",
                actual, KEEP,
            )  # fmt: skip
            done = await tx.execute(
                "update relay set sent_through = $1, noted_through = $1, last_sequence = $2"
                " where sent_through = $3 and noted_through = $4 and last_sequence = $5",
                through, actual, place.sent_through, place.noted_through, place.last_sequence,
            )  # fmt: skip
            if not done.endswith(" 1"):
                return None
            await tx.execute("delete from relay_batches where through > $1", through)
        return through

    async def forget_old_batches(self) -> None:
        """Keeps the last one that the stream may have forgotten by age, and all after it."""
        await self._quick.execute(
            "delete from relay_batches where through <"
            " (select max(through) from relay_batches where sent_at < now() - $1::interval)",
            KEEP,
        )

    async def heads(self) -> list[tuple[str, int]]:
        """Each recipient and how much it was told."""
        rows = await self._quick.fetch("select unit, sequence from recipients order by unit")
        return [(row["unit"], row["sequence"]) for row in rows]

    async def lag(self) -> int:
        """How many disclosures are not in the stream yet."""
        return int(await self._quick.fetchval("select disclosed - sent_through from copies, relay"))


_NEXT_BATCH = """
with place as materialized (select sent_through, noted_through, last_sequence from relay),
waiting as materialized (
    select d.*, sum(octet_length(d.envelope)) over (order by d.position) as bytes
    from place p, lateral (
        select position, subject, envelope, traceparent from disclosures
        where position > p.sent_through
            and (p.noted_through = p.sent_through or position <= p.noted_through)
        order by position limit $1) d),
batch as materialized (
    select * from waiting
    where bytes <= $2 or position = (select min(position) from waiting)
        or (select noted_through > sent_through from place)),
noted as (
    update relay r set noted_through = (select max(position) from batch)
    from place p
    where r.noted_through = p.sent_through and r.sent_through = p.sent_through
        and r.last_sequence = p.last_sequence and exists (select from batch)
    returning r.noted_through)
select p.*, b.*, (select noted_through from noted) as noted
from place p left join batch b on true order by b.position
"""
