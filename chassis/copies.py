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
SAVE = "update copies set followed = {}, disclosed = {}, shown = {}"


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

    def __post_init__(self) -> None:
        self._saved = astuple(self.reached)

    def to_be_saved(self) -> tuple[int, int, int]:
        """For a statement of its holder that stores what was reached: see SAVE."""
        self._saved = astuple(self.reached)
        return self.reached.followed, self.reached.disclosed, self.reached.shown

    async def save(self) -> None:
        if self._saved != astuple(self.reached):
            await self.tx.execute(SAVE.format("$1", "$2", "$3"), *self.to_be_saved())

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
        await taken.save()


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
