"""Stories of the city, played by hand in Chromium on a platform of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from osnowa.platform import Platform
from osnowa.scenarios import STORIES
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


@dataclass(frozen=True)
class Clicking:
    """The chapters of a story, and the people who click through them."""

    chapters: tuple[str, ...]
    people: ByHand


@asynccontextmanager
async def clicked_through(
    stories: Mapping[str, Clicking], chromium: Browser
) -> AsyncIterator[Played]:
    """What does not come to a screen ends its story; its last expectation says what it was."""

    def by_hand(name: str, clicking: Clicking) -> Story:
        story = STORIES[name]

        async def tell(stage: Stage) -> str:
            try:
                await stage.day(story.begins)
                async with screens(stage, chromium) as at:
                    people = await clicking.people.at_their_screens(stage, at)
                    return await in_order(people, clicking.chapters)
            except NotOnScreen as error:
                raise NotArrived(error.who, error.what, error.address, error.shown) from error

        return replace(story, tell=tell)

    played = [by_hand(name, clicking) for name, clicking in stories.items()]
    async with Platform.running() as platform:
        yield Played(platform, await perform(platform, played))
