"""K1 clicked through in Chromium: nine workers, each signed in on a screen of their own."""

from collections.abc import AsyncIterator

import pytest
from osnowa.scenarios.k1 import STORY
from osnowa.scenarios.k1.story import CHAPTERS
from osnowa.scenarios.player import TOLD
from playwright.async_api import Browser

from tests.browser import chromium
from tests.journeys.in_a_browser.clicked import clicked_through
from tests.journeys.in_a_browser.k1 import Marek
from tests.journeys.played import Played

__all__ = ["chromium"]

NAMES = [TOLD, *(expectation.name for expectation in STORY.expectations)]


@pytest.fixture(scope="module")
async def clicked(chromium: Browser) -> AsyncIterator[Played]:
    async with clicked_through(STORY, CHAPTERS, Marek, chromium) as played:
        yield played


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_k1_show(clicked: Played, name: str) -> None:
    outcome = clicked.outcome("k1", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"
