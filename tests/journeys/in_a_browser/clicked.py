"""Stories of the city, played by hand in Chromium on a platform of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from osnowa.platform import Platform
from osnowa.scenarios import STORIES
from osnowa.scenarios.desk import NotArrived
from osnowa.scenarios.player import perform
from osnowa.scenarios.story import Stage
from playwright.async_api import Browser

from tests.hands import NotOnScreen
from tests.journeys.played import Played

Clicking: TypeAlias = Callable[[Stage, Browser], Awaitable[str]]
"""Clicks through a story; answers the client's id."""


@asynccontextmanager
async def clicked_through(
    stories: Mapping[str, Clicking], chromium: Browser
) -> AsyncIterator[Played]:
    """What does not come to a screen ends its story; its last expectation says what it was."""
    by_hand = [
        replace(STORIES[name], tell=partial(_by_hand, tell, chromium))
        for name, tell in stories.items()
    ]
    async with Platform.running() as platform:
        yield Played(platform, await perform(platform, by_hand))


async def _by_hand(tell: Clicking, chromium: Browser, stage: Stage) -> str:
    try:
        return await tell(stage, chromium)
    except NotOnScreen as error:
        raise NotArrived(error.who, error.what, error.address, error.shown) from error
