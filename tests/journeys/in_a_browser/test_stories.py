"""K1, K3 and K6 clicked through in Chromium: everybody signed in on a screen of their own."""

from collections.abc import AsyncIterator

import pytest
from osnowa.scenarios import STORIES
from osnowa.scenarios.player import TOLD
from playwright.async_api import Browser

from tests.journeys.in_a_browser import k1, k3, k6
from tests.journeys.in_a_browser.clicked import clicked_through
from tests.journeys.played import Played

BY_HAND = {"k1": k1.tell, "k3": k3.tell, "k6": k6.tell}
NAMES = [
    (story, name)
    for story in BY_HAND
    for name in (TOLD, *(expectation.name for expectation in STORIES[story].expectations))
]


@pytest.fixture(scope="module")
async def clicked(chromium: Browser) -> AsyncIterator[Played]:
    async with clicked_through(BY_HAND, chromium) as played:
        yield played


@pytest.mark.parametrize(("story", "name"), NAMES)
def test_the_pages_show(clicked: Played, story: str, name: str) -> None:
    outcome = clicked.outcome(story, name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"
