"""A small city for the tests of the web layer: two units, four workers, one client's timeline."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from osnowa_contracts.fact import Form

from chassis.context import WARSAW, Worker
from chassis.security import DemoSignIn, Directory
from chassis.timeline import CursorWrong, Entry, Page, everything
from chassis.web import Client, Link, Say, Site, Task, install
from chassis.web.language import Speech
from chassis.web.reads import ReadNotRecorded
from chassis.web.site import Read

CITY = {
    "city": {"name": "Wzorów"},
    "unit": [
        {
            "name": "north",
            "kind": "benefits",
            "institution": "Ośrodek",
            "title_pl": "Zespół północny",
            "title_en": "Northern team",
        },
        {
            "name": "south",
            "kind": "socialwork",
            "institution": "Ośrodek",
            "title_pl": "Zespół południowy",
            "title_en": "Southern team",
        },
    ],
    "role": [
        {"name": "clerk", "title_pl": "referent", "title_en": "clerk"},
        {"name": "head", "title_pl": "kierownik zespołu", "title_en": "head of team"},
    ],
    "worker": [
        {"id": "ada", "name": "Ada Brzoza", "role": "clerk", "unit": "north"},
        {"id": "jan", "name": "Jan Sosna", "role": "clerk", "unit": "north"},
        {"id": "ola", "name": "Ola Lipa", "role": "head", "unit": "south", "units": ["north"]},
        {"id": "iza", "name": "Iza Klon", "role": "clerk", "unit": "south"},
    ],
}
SECRET = "a secret of the tests, long enough"
NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
MARIA = UUID("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")
STRANGER = UUID("00000000-0000-4000-8000-00000000dead")

DECISION = "osnowa.benefits.decision-issued.v1"
PAYMENT = "osnowa.benefits.payment-executed.v1"
HIDDEN = "osnowa.socialwork.entry-exists.v1"


@dataclass
class MemoryTimeline:
    """A timeline that lives as long as its test."""

    entries: list[Entry] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.changed.set()
        self.changed = asyncio.Event()

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
        found = sorted(self._of(person_id), key=lambda e: (e.occurred_at, e.position), reverse=True)
        found = [e for e in found if unit in (None, e.unit) and kind in (None, e.type)]
        found = [e for e in found if sees(e)]
        if known_on is not None:
            found = [e for e in found if e.received_at.astimezone(WARSAW).date() <= known_on]
        start = _opened(before) if before else 0
        rest = found[start:]
        more = _closed(start + limit) if len(rest) > limit else None
        return Page(rest[:limit], more)

    async def survivor(self, person_id: UUID) -> UUID:
        return person_id

    async def survivors(self, persons: Iterable[UUID]) -> dict[UUID, UUID]:
        return {person: person for person in persons}

    async def entries_of(self, person_id: UUID) -> list[UUID]:
        return [person_id]

    async def units_and_kinds(self, person_id: UUID) -> tuple[list[str], list[str]]:
        own = self._of(person_id)
        return sorted({e.unit for e in own}), sorted({e.type for e in own})

    async def head(self, person_id: UUID) -> int:
        return max((e.position for e in self._of(person_id)), default=0)

    async def live(self, person_id: UUID, after: int) -> AsyncIterator[Entry]:
        while True:
            changed = self.changed
            for entry in [e for e in self._of(person_id) if e.position > after]:
                yield entry
                after = entry.position
            await changed.wait()

    def _of(self, person_id: UUID) -> list[Entry]:
        return [e for e in self.entries if e.person_id == person_id]


def _closed(start: int) -> str:
    return base64.urlsafe_b64encode(str(start).encode()).decode()


def _opened(cursor: str) -> int:
    try:
        return int(base64.urlsafe_b64decode(cursor))
    except ValueError:
        raise CursorWrong from None


def entry(position: int, **other: Any) -> Entry:
    """An entry of Maria's; each position one day after the one before."""
    at = datetime(2026, 9, 1, 8, 15, tzinfo=UTC) + timedelta(days=position)
    given: dict[str, Any] = {
        "position": position,
        "person_id": MARIA,
        "fact_id": uuid5(MARIA, str(position)),
        "type": DECISION,
        "unit": "north",
        "form": Form.SUMMARY,
        "occurred_at": at,
        "recorded_at": at + timedelta(minutes=2),
        "disclosed_at": at + timedelta(minutes=3),
        "received_at": at + timedelta(minutes=4),
        "legal_basis": "art. 1 ustawy przykładowej",
        "actor_role": "clerk",
        "data": {},
    }
    return Entry(**{**given, **other})


def marias_entries(count: int = 6) -> list[Entry]:
    """Decisions and payments of north, and what south lets us know only the existence of."""
    kinds: list[dict[str, Any]] = [
        {"type": DECISION},
        {"type": PAYMENT},
        {"type": HIDDEN, "unit": "south", "form": Form.EXISTENCE, "actor_role": None},
    ]
    return [entry(n, **kinds[n % 3]) for n in range(1, count + 1)]


@dataclass
class MemoryReads:
    """The register of looks; `broken` makes it one that cannot be written."""

    rows: list[Read] = field(default_factory=list)
    broken: bool = False

    async def record(self, reads: Sequence[Read]) -> None:
        if self.broken:
            raise ReadNotRecorded
        self.rows.extend(reads)

    async def recent(self, worker_id: str, limit: int) -> list[UUID]:
        own = [r.person_id for r in reversed(self.rows) if r.worker.id == worker_id]
        return list(dict.fromkeys(own))[:limit]


@dataclass
class FixedClock:
    """Stands still until a test moves it."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@dataclass
class City:
    """One unit's site with everything around it that a test may want to move or look at."""

    app: FastAPI
    site: Site
    timeline: MemoryTimeline
    reads: MemoryReads
    clock: FixedClock
    wall: FixedClock
    """Real time, by which sessions end."""


async def _waiting(_worker: Worker, _today: date, t: Say) -> list[Task]:
    return [
        Task(t("Odpowiedz na pismo"), "/letters/7", date(2026, 11, 20), detail="Maria Wrzos"),
        Task("Wydaj decyzję", "/cases/12", date(2026, 10, 31), overdue=True, detail="sprawa 12"),
        Task("Przygotuj plan", "/plans/3", date(2026, 11, 3)),
        Task("Uzupełnij notatkę", "/notes/1"),
    ]


async def _client(person_id: UUID, _t: Say) -> Client | None:
    if person_id != MARIA:
        return None
    return Client(MARIA, "Maria Wrzos", "ur. 7 marca 1961", (Link("Sprawa 12", "/cases/12"),))


async def _find(text: str) -> list[Client]:
    found = await _client(MARIA, Speech("pl", {}).text)
    return [found] if found and found.name.split()[1].lower().startswith(text.lower()) else []


@contextlib.asynccontextmanager
async def visiting(city: City, worker_id: str | None = None) -> AsyncIterator[AsyncClient]:
    """A program or reader without a browser, signed in as `worker_id` if one is given."""
    transport = ASGITransport(city.app)
    async with AsyncClient(transport=transport, base_url="http://north.test") as visitor:
        if worker_id:
            signed_in = await visitor.post("/api/sign-in", json={"worker": worker_id})
            assert signed_in.status_code == 204
        yield visitor


def small_city(unit: str = "north", entries: Sequence[Entry] = ()) -> City:
    directory = Directory.parse(CITY)
    timeline, reads, clock, wall = (
        MemoryTimeline(list(entries)),
        MemoryReads(),
        FixedClock(),
        FixedClock(datetime.now(UTC)),
    )
    site = Site(
        unit=directory.units[unit],
        directory=directory,
        identity=DemoSignIn(SECRET, directory.units[unit].institution, wall.now),
        timeline=timeline,
        reads=reads,
        clock=clock,
        waiting=_waiting,
        client=_client,
        find=_find,
        navigation=(Link("Sprawy", "/cases"),),
        english={"Sprawy": "Cases", "Odpowiedz na pismo": "Answer the letter"},
    )
    app = FastAPI(docs_url=None, redoc_url=None)
    install(app, site)
    return City(app, site, timeline, reads, clock, wall)
