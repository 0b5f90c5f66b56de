"""K6 clicked through in Chromium: ten workers, each signed in on a screen of their own."""

from collections.abc import AsyncIterator

import pytest
from osnowa.scenarios.k6 import STORY
from osnowa.scenarios.k6.story import CHAPTERS
from osnowa.scenarios.player import TOLD
from playwright.async_api import Browser

from tests.browser import chromium
from tests.journeys.in_a_browser.clicked import clicked_through
from tests.journeys.in_a_browser.k6 import Maria
from tests.journeys.played import Played

__all__ = ["chromium"]

NAMES = [TOLD, *(expectation.name for expectation in STORY.expectations)]


@pytest.fixture(scope="module")
async def clicked(chromium: Browser) -> AsyncIterator[Played]:
    async with clicked_through(STORY, CHAPTERS, Maria, chromium) as played:
        yield played


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_k6_show(clicked: Played, name: str) -> None:
    outcome = clicked.outcome("k6", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"
