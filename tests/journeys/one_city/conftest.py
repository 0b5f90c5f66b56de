"""One running city for all tests of this folder; each of them brings people of its own."""

from collections.abc import AsyncIterator
from datetime import datetime

import httpx
import pytest
from osnowa.platform import Platform

from chassis.context import WARSAW
from tests.chassis.toy import PATIENCE
from tests.journeys.one_city.city import WORKERS, City


@pytest.fixture(scope="package")
async def city() -> AsyncIterator[City]:
    async with Platform.running() as platform:
        platform.set_clock(datetime(2026, 2, 2, 9, tzinfo=WARSAW))
        desks = {}
        for worker, unit in WORKERS.items():
            desks[worker] = httpx.AsyncClient(base_url=platform.url(unit), timeout=PATIENCE)
            answer = await desks[worker].post("/api/sign-in", json={"worker": worker})
            assert answer.status_code == 204, answer.text
        yield City(platform, desks)
        for desk in desks.values():
            await desk.aclose()
