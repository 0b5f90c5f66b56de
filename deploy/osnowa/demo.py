"""`osnowa demo`: two scenarios, then the platform stays up for browsing until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from rich.console import Console

from osnowa.catalogue_of_help import publish
from osnowa.platform import Platform
from osnowa.play import performed, stories_called
from osnowa.scenarios import DEMONSTRATED
from osnowa.scenarios.player import Performance
from osnowa.shown import addresses_table, console, print_performance


async def demo(*, leave: bool = False, data: Path | None = None, language: str = "pl") -> int:
    """0 if every assertion holds, else 1. With `leave` it does not stay for browsing."""
    shown = console()
    async with performed(stories_called(DEMONSTRATED), shown, data=data, language=language) as (
        platform,
        performance,
    ):
        print_performance(shown, performance, platform.directory)
        shown.print(f"Entries of the catalogue of help: {await publish(platform)}")
        if not leave:
            _invite(shown, platform, performance)
            await _interrupted()
            shown.print("Stopping the platform")
    return 0 if performance.ok else 1


def _invite(shown: Console, platform: Platform, performance: Performance) -> None:
    shown.print()
    shown.print(addresses_table(platform.addresses, platform.directory))
    for timeline in performance.timelines:
        shown.print(f"{timeline.title}: /clients/{timeline.person_id} at any of these addresses")
    shown.print("Ctrl-C ends the demonstration")


async def _interrupted() -> None:
    """Returns when somebody presses Ctrl-C or the process is told to end."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked.set)
    await asked.wait()
