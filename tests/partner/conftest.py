"""A contractor's node and the labour office's node as they run."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.partner.main import service
from tests.service_orders.running import Office, running


@pytest.fixture
async def ngo(database: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with running(service, "ngo-opiekun", database, tmp_path) as office:
        yield office


@pytest.fixture
async def pup(database: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with running(service, "pup", database, tmp_path) as office:
        yield office
