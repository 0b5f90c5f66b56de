"""Benefits as they run: the real application on a real database, the workers at the door."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from osnowa_contracts.fact import Fact

from chassis.clock import Clock, set_offset
from chassis.settings import Settings
from services.benefits.main import service
from tests.benefits.given import Json, Teller

UNITS = Path(__file__).parents[2] / "deploy" / "units.toml"


@dataclass
class Town:
    """The running benefits team in the middle of the city's other units."""

    app: FastAPI
    clock_file: Path
    tellers: dict[str, Teller] = field(default_factory=dict)
    clients: dict[str, httpx.AsyncClient] = field(default_factory=dict)

    def day(self, day: date) -> None:
        """It is nine in the morning of that day."""
        set_offset(self.clock_file, datetime.combine(day, time(9), UTC))

    async def hears(
        self, unit: str, fact: Fact, person: UUID, actor: str = "somebody", role: str = "system"
    ) -> None:
        """The fact arrives, is handled, and its effects are in the read models."""
        teller = self.tellers.setdefault(unit, Teller(unit))
        teller.actor, teller.role = actor, role
        part = self.app.state.service.part
        await part.inbox.take([teller.says(fact, person)])
        part.log.appended.set()
        assert await part.follower.reached(await part.log.head())

    async def parked(self) -> list[str]:
        """Reasons of facts that could not be handled."""
        return [str(one.reason) for one in await self.app.state.service.part.inbox.parked()]

    async def client(self, worker: str) -> httpx.AsyncClient:
        if worker not in self.clients:
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(self.app), base_url="http://benefits"
            )
            answer = await client.post("/api/sign-in", json={"worker": worker})
            assert answer.status_code == 204, answer.text
            self.clients[worker] = client
        return self.clients[worker]

    async def post(self, worker: str, path: str, **body: object) -> Json:
        """What the command answers; it must succeed."""
        answer = await (await self.client(worker)).post(path, json=body)
        assert answer.is_success, answer.text
        found: Json = answer.json()
        return found

    async def refused(self, worker: str, path: str, **body: object) -> str:
        """The name of the refusal."""
        answer = await (await self.client(worker)).post(path, json=body)
        assert answer.is_client_error, answer.text
        return str(answer.json()["code"])

    async def get(self, worker: str, path: str, **query: str) -> Json:
        answer = await (await self.client(worker)).get(path, params=query)
        assert answer.is_success, answer.text
        found: Json = answer.json()
        return found

    async def listed(self, worker: str, path: str, **query: str) -> list[Json]:
        answer = await (await self.client(worker)).get(path, params=query)
        assert answer.is_success, answer.text
        found: list[Json] = answer.json()
        return found


@asynccontextmanager
async def running_town(
    database: str, folder: Path, units: Path = UNITS, **other: str
) -> AsyncIterator[Town]:
    """On 2 February 2026. The broker is away unless `other` names one."""
    clock_file = folder / "clock"
    set_offset(clock_file, datetime(2026, 2, 2, 9, tzinfo=UTC))
    broker = {"nats": "nats://127.0.0.1:1", "nats_password": "not used"}
    settings = Settings.load(
        unit="benefits", units_file=units, database=database, session_secret="s" * 32, port=0,
        clock_file=clock_file, **(broker | other),
    )  # fmt: skip
    app = service.app(settings, Clock(clock_file))
    async with app.router.lifespan_context(app):
        found = Town(app, clock_file)
        yield found
        for client in found.clients.values():
            await client.aclose()


@pytest.fixture
async def town(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The broker is away; facts of others are handed in, the clock is looked at by the test."""
    async with running_town(database, tmp_path) as found:
        for loop in found.app.state.service.part.loops:
            if loop.health.name == "clockwork":
                await loop.stop()
        yield found
