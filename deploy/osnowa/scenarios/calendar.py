"""One business time for all stories that are told at once.

A story that wants to go on to another day waits its turn, and the earliest day comes first. So
time never goes back for the city, and what happened to several clients happens in the order of
its dates.
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections.abc import Callable
from datetime import datetime, timedelta


class Calendar:
    """`stories` will ask for turns; each of them calls `leave` at its end, whatever happened."""

    def __init__(self, set_clock: Callable[[datetime], None], stories: int) -> None:
        self._set_clock = set_clock
        self._stories = stories
        self._waiting: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._asked = 0
        self._taken = False
        self._moment: datetime | None = None
        self._since = 0.0

    async def turn(self, moment: datetime) -> None:
        """Returns when it is `moment` and no other story is at work."""
        self._asked += 1
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (moment, self._asked, mine))
        self._taken = False
        self._give_turn()
        await mine
        self._go_on_to(moment)

    def leave(self) -> None:
        """The story is over; the others need not wait for it."""
        self._stories -= 1
        self._taken = False
        self._give_turn()

    @property
    def now(self) -> datetime | None:
        """Business time, None before the first turn."""
        if self._moment is None:
            return None
        return self._moment + timedelta(seconds=time.monotonic() - self._since)

    def _give_turn(self) -> None:
        if self._waiting and not self._taken and len(self._waiting) == self._stories:
            _, _, first = heapq.heappop(self._waiting)
            self._taken = True
            first.set_result(None)

    def _go_on_to(self, moment: datetime) -> None:
        if self.now is None or moment > self.now:
            self._set_clock(moment)
            self._moment, self._since = moment, time.monotonic()
