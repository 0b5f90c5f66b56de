"""K6 clicked through in Chromium: ten workers, each signed in on a screen of their own."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from osnowa.platform import Platform
from osnowa.scenarios.desk import NotArrived
from osnowa.scenarios.k6 import STORY
from osnowa.scenarios.player import TOLD, perform
from osnowa.scenarios.story import Stage
from playwright.async_api import Browser

from tests.browser import chromium
from tests.hands import NotOnScreen
from tests.journeys.in_a_browser import k6
from tests.journeys.played import Played

__all__ = ["chromium"]

NAMES = [TOLD, *(expectation.name for expectation in STORY.expectations)]


@pytest.fixture(scope="module")
async def clicked(chromium: Browser) -> AsyncIterator[Played]:
    async def tell(stage: Stage) -> str:
        try:
            return await k6.tell(stage, chromium)
        except NotOnScreen as error:
            raise NotArrived(error.who, error.what, error.address, error.shown) from error

    async with Platform.running() as platform:
        yield Played(platform, await perform(platform, [replace(STORY, tell=tell)]))


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_k6_show(clicked: Played, name: str) -> None:
    outcome = clicked.outcome("k6", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"
