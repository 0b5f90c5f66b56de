"""Several stories in one calendar: the earliest day first, and time never goes back."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from osnowa.scenarios.calendar import Calendar

from chassis.context import WARSAW


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=WARSAW)


async def played(*stories: Sequence[str]) -> tuple[list[str], list[datetime]]:
    """What happened, as `story day`, and the moments to which the clock was set."""
    happened: list[str] = []
    clock: list[datetime] = []
    calendar = Calendar(clock.append, len(stories))

    async def tell(number: int, days: Sequence[str]) -> None:
        try:
            for day in days:
                await calendar.turn(at(day))
                happened.append(f"{number} {day}")
                await asyncio.sleep(0)
                happened.append(f"{number} {day}")
        finally:
            calendar.leave()

    await asyncio.gather(*(tell(number, days) for number, days in enumerate(stories)))
    return happened, clock


async def test_the_earliest_day_comes_first_whoever_asks() -> None:
    happened, _ = await played(["2026-02-02", "2026-03-10"], ["2026-03-02", "2026-03-03"])
    assert happened[::2] == ["0 2026-02-02", "1 2026-03-02", "1 2026-03-03", "0 2026-03-10"]


async def test_only_one_story_is_at_work_at_a_time() -> None:
    happened, _ = await played(["2026-02-02"], ["2026-02-02"], ["2026-02-02"])
    assert happened[::2] == happened[1::2]


async def test_the_clock_never_goes_back() -> None:
    _, clock = await played(["2026-02-02", "2026-02-03"], ["2026-02-02", "2026-02-03"])
    assert clock == [at("2026-02-02"), at("2026-02-03")]


async def test_a_story_that_ended_holds_up_nobody() -> None:
    happened, _ = await played([], ["2026-02-02"])
    assert happened[::2] == ["1 2026-02-02"]
