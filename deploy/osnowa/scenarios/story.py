"""A story: what happens to one client, told by the people who work for them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Protocol

from chassis.context import WARSAW
from osnowa.scenarios.calendar import Calendar
from osnowa.scenarios.city import City
from osnowa.scenarios.clocks import Clocks
from osnowa.scenarios.desk import Desk
from osnowa.scenarios.expectations import Expectation


@dataclass(frozen=True)
class Step:
    """Something that a worker does, as it begins."""

    story: str
    at: datetime
    worker: str
    unit: str
    what: str


@dataclass(frozen=True)
class Story:
    """`tell` plays it and returns the client's person id."""

    name: str
    title: str
    begins: date
    ends: date
    tell: Callable[[Stage], Awaitable[str]]
    expectations: tuple[Expectation, ...]


class Told(Protocol):
    """A story by those who tell it, with a method for each of its chapters."""

    client: str


async def in_order(told: Told, chapters: tuple[str, ...]) -> str:
    """Every chapter by its name; the client's person id. One that nobody tells stops it at once."""
    for chapter in [getattr(told, name) for name in chapters]:
        await chapter()
    return told.client


async def nothing(_moment: datetime) -> None:
    """No day is disturbed."""


@dataclass
class Stage:
    """What a story has in its hands: the calendar, the people, and what was measured."""

    story: str
    city: City
    calendar: Calendar
    watch: Callable[[Step], None]
    language: str = "pl"
    before_day: Callable[[datetime], Awaitable[None]] = nothing
    measured: dict[str, Any] = field(default_factory=dict)
    today: date = field(default_factory=lambda: date(2026, 1, 1))
    _desks: list[Desk] = field(default_factory=list)
    _keys: int = 0

    def __post_init__(self) -> None:
        self._clocks = Clocks(self.city.url(unit) for unit in self.city.directory.units)

    async def day(self, on: str | date, at: str = "09:00") -> None:
        """It is that day and hour in Warsaw, or later; what fell due by then by itself is done."""
        self.today = date.fromisoformat(on) if isinstance(on, str) else on
        moment = datetime.combine(self.today, time.fromisoformat(at), WARSAW)
        await self.calendar.turn(moment)
        await self._clocks.caught_up(moment)
        await self.before_day(moment)

    async def at(self, unit: str, worker: str) -> Desk:
        """The worker, signed in at that unit."""
        name = self.city.directory.members[worker].worker.name
        desk = Desk(
            worker,
            name,
            unit,
            self.city.url(unit),
            next_key=self._next_key,
            step=self._step,
            language=self.language,
        )
        self._desks.append(desk)
        return await desk.sign_in()

    def measure(self, name: str, value: Any) -> None:
        """What an expectation of this name is held against."""
        self.measured[name] = value

    async def close(self) -> None:
        await asyncio.gather(self._clocks.close(), *(desk.close() for desk in self._desks))

    def _next_key(self) -> str:
        self._keys += 1
        return f"{self.story}-{self._keys:04}"

    def _step(self, desk: Desk, what: str) -> None:
        now = self.calendar.now
        assert now is not None
        self.watch(Step(self.story, now.astimezone(WARSAW), desk.name, desk.unit, what))
