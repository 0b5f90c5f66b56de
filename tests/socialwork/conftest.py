"""Social work as it runs: its real application on a real database, its workers at the door."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from chassis.clock import Clock, set_offset
from chassis.settings import Settings
from services.socialwork.main import service

UNITS = Path(__file__).parents[2] / "deploy" / "units.toml"
JOANNA, PAWEL = "joanna-brzoza", "pawel-swierk"
HEAD, SPECIALIST, ADMINISTRATOR = "irena-sosna", "adam-glog", "stefan-rokita"


@pytest.fixture
async def app(database: str, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """On 2 February 2026. The broker is away: social work goes on without it."""
    clock_file = tmp_path / "clock"
    set_offset(clock_file, datetime(2026, 2, 2, 9, tzinfo=UTC))
    settings = Settings.load(
        unit="socialwork",
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
    async with httpx.AsyncClient(transport=transport, base_url="http://socialwork") as client:
        answer = await client.post("/api/sign-in", json={"worker": worker})
        assert answer.status_code == 204, answer.text
        yield client
