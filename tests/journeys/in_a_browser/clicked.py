"""A story of the city, played by hand in Chromium on a platform of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Protocol

from osnowa.platform import Platform
from osnowa.scenarios.desk import NotArrived
from osnowa.scenarios.player import perform
from osnowa.scenarios.story import Stage, Story, Told, in_order
from playwright.async_api import Browser

from tests.hands import NotOnScreen
from tests.journeys.in_a_browser.people import Screens, screens
from tests.journeys.played import Played


class ByHand(Protocol):
    """Who opens which page, what they fill in, and what the pages then show."""

    async def at_their_screens(self, stage: Stage, at: Screens) -> Told: ...


@asynccontextmanager
async def clicked_through(
    story: Story, chapters: tuple[str, ...], people: ByHand, chromium: Browser
) -> AsyncIterator[Played]:
    """What does not come to a screen ends the story; its last expectation says what it was."""

    async def by_hand(stage: Stage) -> str:
        try:
            await stage.day(story.begins)
            async with screens(stage, chromium) as at:
                return await in_order(await people.at_their_screens(stage, at), chapters)
        except NotOnScreen as error:
            raise NotArrived(error.who, error.what, error.address, error.shown) from error

    async with Platform.running() as platform:
        yield Played(platform, await perform(platform, [replace(story, tell=by_hand)]))
