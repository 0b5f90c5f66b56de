"""`osnowa`: the operator's command."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from chassis.embedded import StartFailed
from osnowa import bench, drill
from osnowa import compose as compose_file
from osnowa import doctor as examination
from osnowa import parked as parked_facts
from osnowa.configuration import configure as write_configuration
from osnowa.topology import ROOT, UNITS_FILE, load

COMPOSE_FILE = ROOT / "docker-compose.yml"

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
parked_app = typer.Typer(no_args_is_help=True, help="Facts that could not be handled.")
app.add_typer(parked_app, name="parked")
app.add_typer(bench.app, name="bench")
app.add_typer(drill.app, name="drill")

Data = Annotated[
    Path | None, typer.Option("--data", help="The data folder; without it, a temporary one.")
]
Running = Annotated[
    Path | None,
    typer.Option("--data", help="Of the platform to ask; not needed where only one runs."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Language = Annotated[Literal["pl", "en"], typer.Option("--language")]
UnitName = Annotated[str, typer.Argument(metavar="UNIT", help="As in deploy/units.toml.")]
Units = Annotated[Path, typer.Option("--units", help="Who takes part.")]


@app.command()
def up(data: Data = None) -> None:
    """Run the whole city in the foreground, until Ctrl-C."""
    from osnowa.up import up

    _run(up(data))


@app.command()
def demo(
    leave: Annotated[bool, typer.Option("--exit", help="Leave with the result.")] = False,
    data: Data = None,
    language: Language = "pl",
) -> None:
    """Play two clients' stories, show what each institution knows, stay up for browsing."""
    from osnowa.demo import demo

    _run(demo(leave=leave, data=data, language=language))


@app.command()
def play(
    names: Annotated[list[str] | None, typer.Argument(metavar="[k1] [k2] [k3] [k6]")] = None,
    as_json: Json = False,
    language: Language = "pl",
) -> None:
    """Play stories on a platform of their own; the exit code says whether all checks hold."""
    from osnowa.play import play

    _run(play(names or [], as_json=as_json, language=language))


@app.command()
def doctor(data: Running = None, as_json: Json = False) -> None:
    """What runs, which versions, how far behind each inbox is, what is parked."""
    _run(examination.doctor(data, as_json=as_json))


@parked_app.command("list")
def parked_list(unit: UnitName, data: Running = None, as_json: Json = False) -> None:
    """What is parked at a unit, what waits behind it, and why."""
    _run(parked_facts.show(unit, data, as_json=as_json))


@parked_app.command("retry")
def parked_retry(
    unit: UnitName,
    fact: Annotated[
        str | None, typer.Argument(metavar="[PUBLISHER/SEQUENCE]", help="Without it, all.")
    ] = None,
    data: Running = None,
) -> None:
    """Handle parked facts again, and what waits behind them."""
    _run(parked_facts.retry(unit, fact, data))


@app.command("import")
def import_(
    kind: Annotated[Literal["persons", "households", "cases"], typer.Argument()],
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
    source: Annotated[str, typer.Option("--source", help="The system that wrote it: POMOST.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say of each row what would become of it.")
    ] = False,
    data: Running = None,
) -> None:
    """Take over what another system kept; the format is in docs/import.md. May be run again."""
    from osnowa.importing import run

    _run(run(kind, file, source, data, dry_run=dry_run))


@app.command()
def asyncapi(
    unit: Annotated[
        str | None, typer.Argument(metavar="[UNIT]", help="Without it, what all units publish.")
    ] = None,
    units: Units = UNITS_FILE,
) -> None:
    """Print the AsyncAPI 3 document of the facts that a unit publishes and hears."""
    from chassis.asyncapi import document

    directory = load(units)
    if unit is not None and unit not in directory.units:
        raise typer.BadParameter(f"{units} names no unit {unit!r}")
    typer.echo(json.dumps(document(directory, unit), ensure_ascii=False, indent=1))


@app.command()
def steward() -> None:
    """Keep the stream and its consumers; settings come from the environment."""
    from osnowa.steward import main

    main()


@app.command()
def configure(
    out: Annotated[Path, typer.Option("--out", help="A folder outside the repository's files.")],
    units: Units = UNITS_FILE,
) -> None:
    """Write passwords, broker rights and database roles for docker-compose.yml."""
    for file in write_configuration(out, load(units)):
        Console().print(str(file), highlight=False)


@app.command()
def compose(
    out: Annotated[Path, typer.Option("--out")] = COMPOSE_FILE, units: Units = UNITS_FILE
) -> None:
    """Write docker-compose.yml anew, after a change of units.toml."""
    out.write_text(compose_file.render(load(units)), "utf-8")


def _run(work: Coroutine[Any, Any, int]) -> None:
    """Its answer becomes the exit code; what could not start is said in plain words."""
    complaints = Console(stderr=True, highlight=False)
    try:
        code = asyncio.run(work)
    except (StartFailed, ValueError) as failure:
        complaints.print(str(failure), markup=False)
        code = 2
    except KeyboardInterrupt:
        code = 130
    raise typer.Exit(code)


if __name__ == "__main__":
    app()
