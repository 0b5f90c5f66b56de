"""The copies of a unit: what it derives from its log and its inbox, written by one at a time.

Timeline, register of disclosures and read models are written by the follower and by the inbox.
They take turns under one lock, so positions and sequences have no gap and commit in their order.
"""

from __future__ import annotations

from pathlib import Path

from chassis.database import Connection

SCHEMA = Path(__file__).with_suffix(".sql")


async def take_copies_lock(tx: Connection) -> None:
    """Waits for the turn of this transaction; the turn ends with it."""
    await tx.execute("select pg_advisory_xact_lock(hashtextextended('osnowa.copies', 0))")


async def next_numbers(tx: Connection, counter: str, count: int) -> int:
    """The first of `count` fresh numbers, under the lock."""
    return int(
        await tx.fetchval(
            "update counters set value = value + $2 where name = $1 returning value - $2 + 1",
            counter, count,
        )
    )  # fmt: skip
