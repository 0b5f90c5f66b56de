"""Plays stories on a running city, all in one calendar, and says what came out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx

from osnowa.scenarios.calendar import Calendar
from osnowa.scenarios.city import City
from osnowa.scenarios.desk import Desk, NotArrived, NotRefused, StepFailed
from osnowa.scenarios.expectations import Outcome, hold
from osnowa.scenarios.story import Stage, Step, Story, nothing
from osnowa.scenarios.timelines import SideBySide, side_by_side, units_with_timelines

TOLD = "the story was told to its end"


@dataclass(frozen=True)
class Performance:
    """What each institution shows of each client, and every expectation with its measure."""

    outcomes: tuple[Outcome, ...]
    timelines: tuple[SideBySide, ...]

    @property
    def ok(self) -> bool:
        return all(outcome.ok for outcome in self.outcomes)

    def as_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "assertions": [outcome.as_json() for outcome in self.outcomes],
            "timelines": [timeline.as_json() for timeline in self.timelines],
        }


def _unwatched(_step: Step) -> None:
    """Nobody watches."""


async def perform(
    city: City,
    stories: Sequence[Story],
    *,
    watch: Callable[[Step], None] = _unwatched,
    language: str = "pl",
    before_day: Callable[[datetime], Awaitable[None]] = nothing,
) -> Performance:
    """A story that stops before its end fails its last expectation with the reason.

    `before_day` is awaited as each day of a story begins, while no other story is at work: faults
    may be put there.
    """
    calendar = Calendar(city.set_clock, len(stories))
    stages = [Stage(story.name, city, calendar, watch, language, before_day) for story in stories]
    told = await asyncio.gather(
        *(_told(story, stage) for story, stage in zip(stories, stages, strict=True))
    )
    clients = [(story, client) for story, (client, _) in zip(stories, told, strict=True) if client]
    return Performance(
        tuple(outcome for _, outcomes in told for outcome in outcomes),
        tuple(await _timelines(city, clients, language)),
    )


async def _told(story: Story, stage: Stage) -> tuple[str | None, list[Outcome]]:
    client, stopped = None, None
    try:
        client = await story.tell(stage)
    except (StepFailed, NotArrived, NotRefused, httpx.TransportError) as error:
        stopped = f"{stage.today}: {error}"
    finally:
        stage.calendar.leave()
        await stage.close()
    end = Outcome(story.name, TOLD, "yes", stopped or "yes", stopped is None)
    return client, [*hold(story.name, story.expectations, stage.measured), end]


async def _timelines(
    city: City, clients: list[tuple[Story, str]], language: str
) -> list[SideBySide]:
    desks: dict[str, Desk] = {}
    stage = Stage("reader", city, Calendar(city.set_clock, 0), _unwatched, language)
    try:
        for unit in units_with_timelines(city):
            desks[unit] = await stage.at(unit, city.directory.workers_at(unit)[0].id)
        return [
            await side_by_side(story.name, story.title, client, desks) for story, client in clients
        ]
    finally:
        await stage.close()
