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


@asynccontextmanager
async def first_contact(
    database: str, folder: Path, units: Path = UNITS, **other: str
) -> AsyncIterator[FastAPI]:
    """On 2 February 2026. The broker is away unless `other` names one."""
    clock_file = folder / "clock"
    set_offset(clock_file, datetime(2026, 2, 2, 9, tzinfo=UTC))
    broker = {"nats": "nats://127.0.0.1:1", "nats_password": "not used"}
    settings = Settings.load(
        unit="intake", units_file=units, database=database, session_secret="s" * 32,
        index_key="k" * 32, port=0, clock_file=clock_file, **(broker | other),
    )  # fmt: skip
    app = service.app(settings, Clock(clock_file))
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def app(database: str, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """First contact works without the broker."""
    async with first_contact(database, tmp_path) as running:
        yield running


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
