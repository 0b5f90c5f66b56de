"""Reporting as it runs."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.reporting.main import service
from tests.service_orders.running import Office, running


@pytest.fixture
async def office(database: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with running(service, "reporting", database, tmp_path) as office:
        yield office
