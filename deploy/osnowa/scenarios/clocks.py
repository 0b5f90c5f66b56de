"""Waiting until the city's own clocks have done what fell due by an hour.

What a clock does by itself depends on when it looks. A story leaps over days, so on each of its
days it waits until every unit with a clock has looked: then the same story leaves the same events,
however fast it is told and whoever was killed meanwhile.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from datetime import datetime

import httpx

from osnowa.scenarios.desk import PATIENCE, NotArrived

LOOK_AGAIN = 0.05


class Clocks:
    """Of the units that answer at these addresses."""

    def __init__(self, addresses: Iterable[str]) -> None:
        self._client = httpx.AsyncClient(timeout=PATIENCE)
        self._calls = [f"{address}/livez" for address in addresses]

    async def caught_up(self, moment: datetime) -> None:
        """Returns when the hour of `moment` (aware) is done everywhere. Raises NotArrived."""
        hour = moment.replace(minute=0, second=0, microsecond=0)
        await asyncio.gather(*(self._caught_up(call, hour) for call in self._calls))

    async def close(self) -> None:
        await self._client.aclose()

    async def _caught_up(self, call: str, hour: datetime) -> None:
        deadline = time.monotonic() + PATIENCE
        while not await self._is_done(call, hour):
            if time.monotonic() > deadline:
                raise NotArrived("The city", f"the clock at {hour}", f"GET {call}", "earlier")
            await asyncio.sleep(LOOK_AGAIN)

    async def _is_done(self, call: str, hour: datetime) -> bool:
        """A unit without a clock never holds anybody up; one that is away does."""
        try:
            told = (await self._client.get(call)).json()
        except httpx.TransportError:
            return False
        if "clock" not in told:
            return True
        return told["clock"] is not None and datetime.fromisoformat(told["clock"]) >= hour
