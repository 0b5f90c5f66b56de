"""`osnowa up`: the whole city in the foreground."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from rich.console import Console
from rich.table import Table

from chassis.security import Directory
from osnowa.platform import Platform


async def up(data: Path | None) -> int:
    """Until Ctrl-C or SIGTERM; 0 when it ended as it was told to."""
    console = Console(highlight=False)
    stop = asyncio.Event()
    with console.status("Starting the city") as status:
        async with Platform.running(data, progress=lambda what: _tell(console, what)) as platform:
            status.stop()
            for which in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(which, stop.set)
            console.print(addresses(platform.addresses, platform.directory))
            console.print(f"Data and logs: {platform.data}    Ctrl-C ends it.", soft_wrap=True)
            await stop.wait()
            status.update("Stopping the city")
            status.start()
    return 0


def addresses(parts: dict[str, str], directory: Directory) -> Table:
    """Where each part is, and as whom one may sign in there."""
    table = Table("Jednostka", "Adres", "Osoby")
    for name, url in parts.items():
        people = ", ".join(f"{w.name} ({w.role})" for w in directory.workers_at(name))
        table.add_row(directory.unit_title(name), url, people)
    return table


def _tell(console: Console, what: str) -> None:
    console.print(what, style="dim", soft_wrap=True)
