"""The clock of a part: what falls due without anybody's doing is done once its hour has come."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog

from chassis.clock import Clock
from chassis.context import Context, Worker
from chassis.event_log import EventLog, Receipt
from chassis.follower import Follower
from chassis.refusal import Refusal

log = structlog.get_logger(__name__)

Act = Callable[[Context], Awaitable[object]]
"""Does what is due by `ctx.now`. It is called again after a failure, a restart and every hour, and
by each process of the part: it gives every command a key of its own, `ctx.step(what, since when)`.
"""

HOUR = timedelta(hours=1)
_START = datetime(2000, 1, 1, tzinfo=UTC)


class Clockwork:
    """Acts when the business hour has moved, and not before the copies show the whole log.

    `every`: where an hour is too long, the part of it after which it acts.
    """

    def __init__(
        self,
        unit: str,
        clock: Clock,
        log: EventLog,
        follower: Follower,
        act: Act,
        every: timedelta = HOUR,
    ) -> None:
        self._worker, self._every = Worker.system(unit), every
        self._clock, self._log, self._follower, self._act = clock, log, follower, act
        self.acted: datetime | None = None
        """The beginning of the last business hour, or part of it, whose work is done."""

    async def step(self) -> None:
        now = self._clock.now()
        hour = now - (now - _START) % self._every
        if hour == self.acted or not await self._follower.reached(await self._log.head()):
            return
        await self._act(Context(self._worker, now, idempotency_key="clock"))
        self.acted = hour


async def done(command: Awaitable[Receipt]) -> bool:
    """Whether the command did something new. What the rules refuse holds up nothing else."""
    try:
        receipt = await command
    except Refusal as refusal:
        log.info("not due after all", refusal=refusal.code)
        return False
    return receipt.position > 0 and not receipt.repeated
