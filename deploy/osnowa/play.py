"""`osnowa play k1 k2 k3 k6`: scenarios on a platform of their own, their measures, an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console

from osnowa.platform import Platform
from osnowa.scenarios import STORIES
from osnowa.scenarios.player import Performance, perform
from osnowa.scenarios.story import Story
from osnowa.shown import Watching, console, print_performance


def stories_called(names: Sequence[str]) -> list[Story]:
    """All where no name is given. Raises ValueError for a name that there is none of."""
    if unknown := [name for name in names if name not in STORIES]:
        raise ValueError(
            f"There is no scenario {', '.join(unknown)}. Choose from: {', '.join(STORIES)}."
        )
    return [STORIES[name] for name in names or STORIES]


@asynccontextmanager
async def performed(
    stories: Sequence[Story], shown: Console, *, data: Path | None = None, language: str = "pl"
) -> AsyncIterator[tuple[Platform, Performance]]:
    """The platform, still running, after the stories were played on it."""
    with Watching(shown, stories) as watching:
        shown.print("Starting the platform: servers, services and nodes, each its own process")
        async with Platform.running(data, progress=watching.platform) as platform:
            performance = await perform(platform, stories, watch=watching.step, language=language)
            watching.stop()
            yield platform, performance


async def play(names: Sequence[str], *, as_json: bool = False, language: str = "pl") -> int:
    """0 if every assertion holds, else 1. With `as_json` standard output is one JSON document."""
    stories = stories_called(names)
    shown = console(error=as_json)
    async with performed(stories, shown, language=language) as (platform, performance):
        if as_json:
            json.dump(performance.as_json(), sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
        else:
            print_performance(shown, performance, platform.directory)
    return 0 if performance.ok else 1
