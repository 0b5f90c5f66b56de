"""What one part's web site is made of, and what it asks of the rest of the part."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Protocol
from uuid import UUID

from fastapi import Depends, Request

from chassis.context import Worker
from chassis.security import DemoSignIn, Directory, Unit
from chassis.timeline import Entry, Page, everything


class Clock(Protocol):
    """Business time."""

    def now(self) -> datetime:
        """The moment, aware."""
        ...


class Timeline(Protocol):
    """What the pages read of `chassis.timeline.Timeline`."""

    async def page(
        self,
        person_id: UUID,
        *,
        unit: str | None = None,
        kind: str | None = None,
        known_on: date | None = None,
        before: str | None = None,
        limit: int = 50,
        sees: Callable[[Entry], bool] = everything,
    ) -> Page:
        """Raises CursorWrong for a `before` that no earlier page gave out."""
        ...

    async def units_and_kinds(self, person_id: UUID) -> tuple[Sequence[str], Sequence[str]]:
        """The units and the kinds of fact on this client's timeline, for the filter."""
        ...

    async def head(self, person_id: UUID) -> int:
        """The position of the newest entry; 0 where there is none."""
        ...

    async def survivor(self, person_id: UUID) -> UUID:
        """The entry that goes on where this one was merged into another; else the same."""
        ...

    async def survivors(self, persons: Iterable[UUID]) -> Mapping[UUID, UUID]:
        """Of each entry the one that goes on."""
        ...

    async def entries_of(self, person_id: UUID) -> Sequence[UUID]:
        """Every entry of the person, this one among them."""
        ...

    def live(self, person_id: UUID, after: int) -> AsyncIterator[Entry]:
        """Every entry after that position, as it comes; does not end by itself."""
        ...


@dataclass(frozen=True)
class Read:
    """One look at a client's data, as it is written down before the data is shown."""

    worker: Worker
    person_id: UUID
    what: str
    purpose: str
    at: datetime


class Reads(Protocol):
    """The register of who looked at whom."""

    async def record(self, reads: Sequence[Read]) -> None:
        """Raises ReadNotRecorded when it cannot be written; then nothing may be shown."""
        ...

    async def recent(self, worker_id: str, limit: int) -> Sequence[UUID]:
        """The clients this worker looked at last, the latest first."""
        ...


class Say(Protocol):
    """A Polish text of ours in the reader's language, its `{values}` filled in."""

    def __call__(self, polish: str, /, **values: Any) -> str: ...


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    only_for: tuple[str, ...] = ()
    """In a service's navigation: the kinds of unit that it is shown to; empty: to all."""
    roles: tuple[str, ...] = ()
    """The roles that it is shown to; empty: to all."""


@dataclass(frozen=True)
class Task:
    """Something that waits for a worker."""

    title: str
    link: str
    due: date | None = None
    overdue: bool = False
    detail: str = ""
    """One short line under the title: whose, or which number."""
    alarm: bool = False
    """Somebody may be in danger: stands before everything else, however late that is."""


@dataclass(frozen=True)
class Client:
    """What this unit calls a client by; `links` lead to its own cases and orders."""

    person_id: UUID
    name: str
    detail: str = ""
    links: tuple[Link, ...] = ()


async def _nothing_waits(_worker: Worker, _today: date, _t: Say) -> Sequence[Task]:
    return ()


def everybody_sees(_worker: Worker, _entry: Entry) -> bool:
    """Whoever works in the unit sees what the unit may know."""
    return True


async def _unnamed(_person_id: UUID, _t: Say) -> Client | None:
    return None


@dataclass(frozen=True)
class Site:
    """Everything the pages of one part need. The optional parts are what a service offers."""

    unit: Unit
    directory: Directory
    identity: DemoSignIn
    timeline: Timeline
    reads: Reads
    clock: Clock
    waiting: Callable[[Worker, date, Say], Awaitable[Sequence[Task]]] = _nothing_waits
    client: Callable[[UUID, Say], Awaitable[Client | None]] = _unnamed
    find: Callable[[str], Awaitable[Sequence[Client]]] | None = None
    """Clients whose name begins like this; without it the start page offers no search."""
    may_see: Callable[[Worker, Entry], bool] = everybody_sees
    """Which entries of a timeline a worker is shown; others are not there for them."""
    navigation: tuple[Link, ...] = ()
    templates: tuple[Path, ...] = ()
    english: Mapping[str, str] = field(default_factory=dict)
    """What the service's own Polish texts are in English."""


def site_of(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


Here = Annotated[Site, Depends(site_of)]
"""The site, in a route."""
