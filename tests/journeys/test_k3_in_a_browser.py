"""K3 clicked through in Chromium: ten workers, each signed in on a screen of their own."""

from collections.abc import AsyncIterator

import pytest
from osnowa.scenarios.k3 import STORY
from osnowa.scenarios.k3.story import CHAPTERS
from osnowa.scenarios.player import TOLD
from playwright.async_api import Browser

from tests.browser import chromium
from tests.journeys.in_a_browser.clicked import clicked_through
from tests.journeys.in_a_browser.k3 import Stanislaw
from tests.journeys.played import Played

__all__ = ["chromium"]

NAMES = [TOLD, *(expectation.name for expectation in STORY.expectations)]


@pytest.fixture(scope="module")
async def clicked(chromium: Browser) -> AsyncIterator[Played]:
    async with clicked_through(STORY, CHAPTERS, Stanislaw, chromium) as played:
        yield played


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_k3_show(clicked: Played, name: str) -> None:
    outcome = clicked.outcome("k3", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"
