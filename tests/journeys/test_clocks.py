"""On each of its days a story waits until the city's clocks have done what fell due."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI
from osnowa.scenarios.clocks import Clocks

from chassis.context import WARSAW
from tests.browser import serving
from tests.chassis.toy import eventually

NINE = datetime(2026, 2, 25, 9, 12, tzinfo=WARSAW)


async def test_who_waits_goes_on_when_every_clock_has_done_the_hour() -> None:
    asked: list[str] = []
    done: dict[str, Any] = {"state": "alive", "clock": None}
    units = FastAPI()

    @units.get("/team/livez")
    async def with_a_clock() -> dict[str, Any]:
        asked.append(str(done["clock"]))
        return done

    @units.get("/desk/livez")
    async def without_one() -> dict[str, Any]:
        return {"state": "alive"}

    async with serving(units) as city:
        clocks = Clocks([f"{city}/team", f"{city}/desk"])
        waiting = asyncio.create_task(clocks.caught_up(NINE))
        for hour in (None, datetime(2026, 2, 25, 7, tzinfo=UTC)):  # eight o'clock in Warsaw
            done["clock"] = hour and hour.isoformat()
            asked.clear()
            await eventually(lambda: _twice(asked))
            assert not waiting.done()
        done["clock"] = datetime(2026, 2, 25, 8, tzinfo=UTC).isoformat()
        await waiting
        await clocks.close()


async def _twice(asked: list[str]) -> bool:
    return len(asked) >= 2
