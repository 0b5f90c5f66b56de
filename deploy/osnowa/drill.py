"""`osnowa drill`: breaks real processes on purpose and counts whether anything was lost."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from osnowa.drills.catalogue import DRILLS
from osnowa.drills.running import Result, run
from osnowa.shown import console

app = typer.Typer(no_args_is_help=True, help=__doc__)

Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Seconds = Annotated[
    float,
    typer.Option("--seconds", help="Go on with rounds of crashes for so long, in each drill."),
]


async def drill(names: Sequence[str], *, as_json: bool = False, seconds: float = 0.0) -> int:
    """0 if every check of every drill holds, else 1."""
    shown = console(error=as_json)
    results = []
    for name in names:
        shown.print(Text(f"{name}  {DRILLS[name].title}", style="bold"))
        results.append(result := await run(name, DRILLS[name], seconds, _saying(shown)))
        _print_end(shown, result)
    ok = all(result.ok for result in results)
    if as_json:
        told = {"ok": ok, "drills": [result.as_json() for result in results]}
        json.dump(told, sys.stdout, indent=1)
        sys.stdout.write("\n")
    else:
        shown.print(_table(results))
    return 0 if ok else 1


def _saying(shown: Console) -> Callable[[str], None]:
    return lambda what: shown.print(Text(f"  {what}", style="dim"))


def _print_end(shown: Console, result: Result) -> None:
    for check in result.checks:
        if not check.ok:
            shown.print(Text(f"  ✗ {check.name}: {check.measured}", style="red"))
    shown.print(Text(f"  {_verdict(result)} in {result.seconds:.1f} s", style="dim"))


def _verdict(result: Result) -> str:
    failed = sum(not check.ok for check in result.checks)
    return f"{failed} of {len(result.checks)} checks fail" if failed else "all checks hold"


def _table(results: Sequence[Result]) -> Table:
    table = Table(title="Drills", title_style="bold")
    for title in ("", "what was done, and what was checked", "counted", "s"):
        table.add_column(title, overflow="fold")
    for result in results:
        seconds = f"{result.seconds:.1f}"
        table.add_row(_mark(result.ok), Text(f"{result.name}: {result.title}", "bold"), "", seconds)
        for what in result.did:
            table.add_row("", Text(what, "dim"))
        for check in result.checks:
            table.add_row(_mark(check.ok), check.name, check.measured)
        table.add_section()
    return table


def _mark(ok: bool) -> Text:
    return Text("✓", style="green") if ok else Text("✗", style="bold red")


def _command(names: Sequence[str]) -> Callable[[bool, float], None]:
    def command(as_json: Json = False, seconds: Seconds = 0.0) -> None:
        raise typer.Exit(asyncio.run(drill(names, as_json=as_json, seconds=seconds)))

    return command


app.command("all", help="All drills, one after another.")(_command(list(DRILLS)))
for _name, _drill in DRILLS.items():
    app.command(_name, help=f"{_drill.title[0].upper()}{_drill.title[1:]}.")(_command([_name]))
