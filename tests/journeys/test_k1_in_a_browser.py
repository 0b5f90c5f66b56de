"""K1 clicked through in Chromium: nine workers, each signed in on a screen of their own."""

from collections.abc import AsyncIterator

import pytest
from osnowa.scenarios.k1 import STORY
from osnowa.scenarios.player import TOLD
from playwright.async_api import Browser

from tests.journeys.in_a_browser import k1
from tests.journeys.in_a_browser.clicked import clicked_through
from tests.journeys.played import Played

NAMES = [TOLD, *(expectation.name for expectation in STORY.expectations)]


@pytest.fixture(scope="module")
async def clicked(chromium: Browser) -> AsyncIterator[Played]:
    async with clicked_through(STORY, k1.tell, chromium) as played:
        yield played


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_k1_show(clicked: Played, name: str) -> None:
    outcome = clicked.outcome("k1", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"
