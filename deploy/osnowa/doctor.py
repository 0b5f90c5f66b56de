"""`osnowa doctor`: what runs, which versions, how far behind each part is, what is parked."""

from __future__ import annotations

import asyncio
import json
import platform as machine
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import httpx
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from osnowa.found import Found, find

WITHIN = 5.0
COLUMNS = {
    "log_head": "Log",
    "follower_lag": "Projections",
    "relay_lag": "Relay",
    "inbox_lag": "Inbox",
    "parked": "Parked",
    "waiting_behind_parked": "Waiting",
}


async def doctor(data: Path | None, *, as_json: bool = False) -> int:
    """0 where everything is well, else 1. Raises StartFailed where nothing runs."""
    found = find(data)
    report = await examine(found)
    if as_json:
        json.dump(report, sys.stdout, indent=1, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        _print(report)
    return 0 if report["well"] else 1


async def examine(found: Found) -> dict[str, Any]:
    """Versions, servers and every part's own report."""
    names = list(found.parts)
    reports = await asyncio.gather(*(_status(found.parts[name]) for name in names))
    servers = {"PostgreSQL": await _postgres(found), "NATS": await _nats(found)}
    parts = {
        name: report | {"url": found.parts[name]}
        for name, report in zip(names, reports, strict=True)
    }
    well = all(servers.values()) and all(_well(report) for report in reports)
    return {
        "well": well,
        "data": str(found.data),
        "versions": {"osnowa": version("osnowa"), "Python": machine.python_version(), **servers},
        "parts": parts,
    }


def _well(report: dict[str, Any]) -> bool:
    return bool(report.get("checks")) and all(report["checks"].values()) and not report["parked"]


async def _status(url: str) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(base_url=url, timeout=WITHIN) as client:
            answer = await client.get("/status")
            answer.raise_for_status()
            told: dict[str, Any] = answer.json()
            return told
    except httpx.HTTPError as error:
        return {"silent": type(error).__name__}


async def _postgres(found: Found) -> str | None:
    try:
        connection = await asyncpg.connect(found.superuser, timeout=WITHIN)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return None
    try:
        return str(await connection.fetchval("show server_version"))
    finally:
        await connection.close()


async def _nats(found: Found) -> str | None:
    address = urlsplit(found.nats)
    try:
        async with asyncio.timeout(WITHIN):
            reader, writer = await asyncio.open_connection(address.hostname, address.port)
            line = await reader.readline()
            writer.close()
    except (OSError, TimeoutError):
        return None
    return str(json.loads(line.removeprefix(b"INFO "))["version"])


def _print(report: dict[str, Any]) -> None:
    console = Console(highlight=False)
    versions = (
        f"{name} {number or 'does not answer'}" for name, number in report["versions"].items()
    )
    console.print(", ".join(versions))
    console.print(f"Data: {report['data']}", soft_wrap=True)
    table = Table(
        caption="Projections, relay and inbox: how far behind",
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    for heading in ("Unit", "Port", "State", *COLUMNS.values()):
        table.add_column(heading, no_wrap=heading != "State", min_width=5)
    for name, part in report["parts"].items():
        figures = ("-" if part.get(key) is None else str(part[key]) for key in COLUMNS)
        table.add_row(name, str(urlsplit(part["url"]).port), _state(part), *figures)
    console.print(table)
    console.print("All is well." if report["well"] else "Not all is well.")


def _state(part: dict[str, Any]) -> str:
    if "silent" in part:
        return f"silent ({part['silent']})"
    failing = [name for name, fine in part["checks"].items() if not fine]
    failing += [name for name, loop in part["loops"].items() if not loop["ok"]]
    return f"failing: {', '.join(dict.fromkeys(failing))}" if failing else "ready"
