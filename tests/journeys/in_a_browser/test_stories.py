"""K1, K3 and K6 clicked through in Chromium: everybody signed in on a screen of their own."""

from collections.abc import AsyncIterator

import pytest
from osnowa.scenarios import STORIES
from osnowa.scenarios.k1.story import CHAPTERS as OF_K1
from osnowa.scenarios.k3.story import CHAPTERS as OF_K3
from osnowa.scenarios.k6.story import CHAPTERS as OF_K6
from osnowa.scenarios.player import TOLD
from playwright.async_api import Browser

from tests.journeys.in_a_browser.clicked import Clicking, clicked_through
from tests.journeys.in_a_browser.k1 import Marek
from tests.journeys.in_a_browser.k3 import Stanislaw
from tests.journeys.in_a_browser.k6 import Maria
from tests.journeys.played import Played

BY_HAND = {
    "k1": Clicking(OF_K1, Marek),
    "k3": Clicking(OF_K3, Stanislaw),
    "k6": Clicking(OF_K6, Maria),
}
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
