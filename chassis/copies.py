"""The copies of a unit: what it derives from its log and its inbox, written by one at a time.

Timeline, register of disclosures and read models are written by the follower and by the inbox.
They take turns, so positions and sequences have no gap and commit in their order.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

from chassis.database import Connection, Pool

SCHEMA = Path(__file__).with_suffix(".sql")
TAKE = "select followed, disclosed, shown from copies for update"
SAVE = "update copies set followed = {}, disclosed = {}, shown = {}"


@dataclass
class Reached:
    """How far the copies have come."""

    followed: int
    disclosed: int
    shown: int

    @property
    def values(self) -> tuple[int, int, int]:
        return self.followed, self.disclosed, self.shown


@dataclass
class Turn:
    """A transaction that may write the copies; what it reached is stored at its end."""

    tx: Connection
    reached: Reached
    taken_with: list[asyncpg.Record] = field(default_factory=list)
    """The rows of the statement that took it."""
    repeated: set[UUID] = field(default_factory=set)
    """Facts that say what another unit has told us before: kept, and not shown again."""
    _saved: tuple[int, int, int] | None = field(default=None, init=False)

    def to_be_saved(self) -> tuple[int, int, int]:
        """For a statement of its holder that stores what was reached: see SAVE."""
        self._saved = self.reached.values
        return self._saved

    async def save(self) -> None:
        """Also where nothing was reached: who waited sees by it that somebody was here before."""
        if self._saved != self.reached.values:
            await self.tx.execute(SAVE.format("$1", "$2", "$3"), *self.to_be_saved())

    def next_shown(self, count: int) -> int:
        """The first of `count` fresh positions in the timeline."""
        first = self.reached.shown + 1
        self.reached.shown += count
        return first


@asynccontextmanager
async def turn(pool: Pool, take: str = TAKE, *args: Any) -> AsyncIterator[Turn]:
    """Waits for its turn; the turn ends with the transaction.

    `take` is TAKE or a statement that locks the row as well and starts with its columns.
    """
    async with pool.acquire() as tx, tx.transaction():
        rows = await tx.fetch(take, *args)
        taken = Turn(tx, Reached(*rows[0][:3]), rows)
        yield taken
        await taken.save()


@asynccontextmanager
async def savepoint(taken: Turn) -> AsyncIterator[None]:
    """What fails inside it leaves neither rows nor used-up positions."""
    before = replace(taken.reached)
    try:
        async with taken.tx.transaction():
            yield
    except BaseException:
        taken.reached = before
        raise
