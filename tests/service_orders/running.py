"""Runs a program's real application on a real database, and tells it facts of others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
from fastapi import FastAPI
from osnowa_contracts.envelope import digest
from osnowa_contracts.examples import envelope_for
from osnowa_contracts.fact import Fact, Form

from chassis.clock import Clock, set_offset
from chassis.service import Service
from chassis.settings import Settings

UNITS = Path(__file__).parents[2] / "deploy" / "units.toml"
WARSAW = ZoneInfo("Europe/Warsaw")


@dataclass
class Office:
    """One running program, its clock, and what each publisher has told it so far."""

    app: FastAPI
    unit: str
    clock_file: Path
    told: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def part(self) -> Any:
        return self.app.state.service.part

    @property
    def commands(self) -> Any:
        return self.app.state.service.commands

    def at(self, *when: int) -> None:
        """Makes it that moment in Warsaw: `office.at(2026, 3, 5, 12)`."""
        set_offset(self.clock_file, datetime(*when, tzinfo=WARSAW))  # type: ignore[misc,arg-type]

    async def hears(
        self,
        fact: Fact,
        person: UUID | None = None,
        *,
        by: str | None = None,
        form: Form = Form.FULL,
        at: datetime | None = None,
    ) -> None:
        """Takes in a fact as its publisher would send it, and catches up with its own events."""
        source = by or fact.PUBLISHER.value
        sequence, previous = self.told.get(source, (0, ""))
        given: dict[str, Any] = {"person": person} if person else {}
        envelope = envelope_for(
            fact,
            recipient=self.unit,
            source=source,
            form=form,
            sequence=sequence + 1,
            previous=previous,
            at=at or self.part.clock.now(),
            **given,
        )
        raw = envelope.to_bytes()
        self.told[source] = (sequence + 1, digest(raw))
        await self.part.inbox.take([(envelope.subject_name(), raw)])
        await self.catch_up()

    async def catch_up(self) -> None:
        """Waits until the read models show what the log holds."""
        self.part.log.appended.set()
        assert await self.part.follower.reached(await self.part.log.head())

    async def facts(self) -> list[str]:
        """The names of the facts that this program has made, in order."""
        rows = await self.part.pool.fetch("select type from facts order by event_position, ordinal")
        return [row["type"].split(".")[2] for row in rows]

    async def told_to(self, unit: str) -> list[str]:
        """`type form` of everything disclosed to a unit, in order."""
        rows = await self.part.pool.fetch(
            "select subject, form from disclosures where recipient = $1 order by sequence", unit
        )
        return [f"{row['subject'].rsplit('.', 1)[1]} {row['form']}" for row in rows]

    @asynccontextmanager
    async def worker(self, id_: str) -> AsyncIterator[httpx.AsyncClient]:
        """A program that acts as this worker."""
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.unit}") as http:
            answer = await http.post("/api/sign-in", json={"worker": id_})
            assert answer.status_code == 204, answer.text
            yield http


@asynccontextmanager
async def running(
    service: Service[Any],
    unit: str,
    database: str,
    folder: Path,
    nats: str = "nats://127.0.0.1:1",
    password: str = "not used",
) -> AsyncIterator[Office]:
    """On 4 March 2026. Without an address the broker is away: a program works without it."""
    clock_file = folder / f"clock-{unit}"
    settings = Settings.load(
        unit=unit,
        units_file=UNITS,
        database=database,
        nats=nats,
        nats_password=password,
        session_secret="s" * 32,
        port=0,
        clock_file=clock_file,
    )
    set_offset(clock_file, datetime(2026, 3, 4, 9, tzinfo=WARSAW))
    app = service.app(settings, Clock(clock_file))
    async with app.router.lifespan_context(app):
        yield Office(app, unit, clock_file)
