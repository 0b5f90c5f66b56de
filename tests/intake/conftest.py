"""First contact as it runs: its real application on a real database, its workers at the door."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from chassis.clock import Clock, set_offset
from chassis.settings import Settings
from services.intake.main import service

UNITS = Path(__file__).parents[2] / "deploy" / "units.toml"
INFORMATION_WORKER, INFORMATION_HEAD = "anna-wrzos", "maria-buk"
ADMINISTRATOR, MIGRATION = "stefan-rokita", "przenoszenie"
OTHER_WORKER = "jan-klon"
CRISIS_WORKER, EDITOR = "olga-wierzba", "kazimierz-bez"


@pytest.fixture
async def app(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[FastAPI]:
    """On 2 February 2026. The broker is away: first contact works without it."""
    monkeypatch.setenv("OSNOWA_INDEX_KEY", "k" * 32)
    clock_file = tmp_path / "clock"
    set_offset(clock_file, datetime(2026, 2, 2, 9, tzinfo=UTC))
    settings = Settings.load(
        unit="intake",
        units_file=UNITS,
        database=database,
        nats="nats://127.0.0.1:1",
        nats_password="not used",
        session_secret="s" * 32,
        port=0,
        clock_file=clock_file,
    )
    app = service.app(settings, Clock(clock_file))
    async with app.router.lifespan_context(app):
        yield app


@asynccontextmanager
async def signed_in(app: FastAPI, worker: str) -> AsyncIterator[httpx.AsyncClient]:
    """A program that acts as this worker."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://intake") as client:
        answer = await client.post("/api/sign-in", json={"worker": worker})
        assert answer.status_code == 204, answer.text
        yield client


@pytest.fixture
async def desk(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """The information worker's client."""
    async with signed_in(app, INFORMATION_WORKER) as client:
        yield client


@pytest.fixture
def jan() -> dict[str, Any]:
    """A person as the desk registers one."""
    return {
        "given_names": "Jan",
        "family_name": "Wzorcowy",
        "number": "84511200016",
        "teryt": "0264011",
        "street": "ul. Łąkowa 4/7",
        "postal_code": "50-001",
        "city": "Miasto Wzorcowe",
        "phone": "600 100 200",
    }
