"""A story of the city, played by hand in Chromium on a platform of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from osnowa.platform import Platform
from osnowa.scenarios.desk import NotArrived
from osnowa.scenarios.player import perform
from osnowa.scenarios.story import Stage, Story
from playwright.async_api import Browser

from tests.hands import NotOnScreen
from tests.journeys.played import Played


@asynccontextmanager
async def clicked_through(
    story: Story, tell: Callable[[Stage, Browser], Awaitable[str]], chromium: Browser
) -> AsyncIterator[Played]:
    """What does not come to a screen ends the story; its last expectation says what it was."""

    async def by_hand(stage: Stage) -> str:
        try:
            return await tell(stage, chromium)
        except NotOnScreen as error:
            raise NotArrived(error.who, error.what, error.address, error.shown) from error

    async with Platform.running() as platform:
        yield Played(platform, await perform(platform, [replace(story, tell=by_hand)]))
