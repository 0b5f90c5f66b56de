"""`osnowa bench [--json]`: every measure of speed, as a ratio in one run."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Annotated

import typer
import uvloop
from rich.console import Console
from rich.table import Table

from osnowa.bench.measured import Row

app = typer.Typer(help="Our speed beside bare PostgreSQL and NATS, and beside two peers.")
PARTS = ("appends", "roundtrip", "timelines")


@app.callback(invoke_without_command=True)
def bench(
    only: Annotated[
        list[str] | None, typer.Option("--only", help="appends, roundtrip or timelines.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    seconds: Annotated[float, typer.Option(help="Of each round.")] = 5.0,
) -> None:
    """Starts servers of its own, measures, stops. Exit code 1 where a ratio is not reached."""
    if unknown := set(only or ()) - set(PARTS):
        raise typer.BadParameter(f"there is no {', '.join(sorted(unknown))}; choose {PARTS}")
    watched = Console(stderr=True)
    with (
        watched.status("starting the servers") as status,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        rows = runner.run(_measure(only or PARTS, status.update, seconds))
    if as_json:
        print(json.dumps([asdict(r) | {"ratio": r.ratio, "reached": r.reached} for r in rows]))
    else:
        Console().print(_table(rows))
    raise typer.Exit(0 if all(row.reached for row in rows) else 1)


async def _measure(
    parts: tuple[str, ...] | list[str], say: Callable[[str], None], seconds: float
) -> list[Row]:
    """The parts are imported here, so that `osnowa` itself starts without them."""
    from osnowa.bench import appends, roundtrip, timelines
    from osnowa.bench.ground import ground

    async with ground() as servers:
        measures: dict[str, Callable[[], Awaitable[list[Row]]]] = {
            "appends": lambda: appends.measure(servers, say, seconds=seconds),
            "roundtrip": lambda: roundtrip.measure(servers, say, seconds=seconds),
            "timelines": lambda: timelines.measure(servers, say),
        }
        return [row for part in parts for row in await measures[part]()]


def _table(rows: list[Row]) -> Table:
    table = Table("measure", "ours", "beside", "unit", "ratio", "goal", "")
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        table.add_row(
            row.name, f"{row.ours:,.1f}", f"{row.bare:,.1f}", row.unit, f"{row.ratio:.2f}",
            f"{sign} {row.goal:g}", "reached" if row.reached else "NOT REACHED",
        )  # fmt: skip
    return table
