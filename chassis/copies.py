"""The copies of a unit: what it derives from its log and its inbox, written by one at a time.

Timeline, register of disclosures and read models are written by the follower and by the inbox.
They take turns, so positions and sequences have no gap and commit in their order.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from chassis.database import Connection, Pool

SCHEMA = Path(__file__).with_suffix(".sql")


@dataclass
class Reached:
    """How far the copies have come."""

    followed: int
    disclosed: int
    shown: int


@dataclass
class Turn:
    """A transaction that may write the copies; what it reached is stored at its end."""

    tx: Connection
    reached: Reached

    def next_shown(self, count: int) -> int:
        """The first of `count` fresh positions in the timeline."""
        first = self.reached.shown + 1
        self.reached.shown += count
        return first


@asynccontextmanager
async def turn(pool: Pool) -> AsyncIterator[Turn]:
    """Waits for its turn; the turn ends with the transaction."""
    async with pool.acquire() as tx, tx.transaction():
        row = await tx.fetchrow("select followed, disclosed, shown from copies for update")
        assert row is not None
        taken = Turn(tx, Reached(*row))
        yield taken
        if astuple(taken.reached) != tuple(row):
            await tx.execute(
                "update copies set followed = $1, disclosed = $2, shown = $3",
                *astuple(taken.reached),
            )


@asynccontextmanager
async def savepoint(taken: Turn) -> AsyncIterator[None]:
    """What fails inside it leaves neither rows nor used-up positions."""
    before = Reached(*astuple(taken.reached))
    try:
        async with taken.tx.transaction():
            yield
    except BaseException:
        taken.reached = before
        raise
