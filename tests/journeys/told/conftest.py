"""One platform on which every story is played; then each test of this folder looks at them."""

from collections.abc import AsyncIterator

import pytest
from osnowa.platform import Platform
from osnowa.scenarios import STORIES
from osnowa.scenarios.player import perform

from tests.journeys.played import Played


@pytest.fixture(scope="package")
async def played() -> AsyncIterator[Played]:
    async with Platform.running() as platform:
        yield Played(platform, await perform(platform, list(STORIES.values())))
