"""`osnowa parked`: facts that a part could not handle, and handling them again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

from osnowa.found import find, sign_in

WITHIN = 60.0
COLUMNS = ("publisher", "sequence", "type", "person_id", "state", "reason", "attempts")


async def show(unit: str, data: Path | None, *, as_json: bool = False) -> int:
    """0 where nothing is parked, else 1."""
    found = find(data)
    async with httpx.AsyncClient(base_url=found.part(unit), timeout=WITHIN) as client:
        await sign_in(client, found, unit)
        facts = await _parked(client)
    if as_json:
        json.dump(facts, sys.stdout, indent=1)
        sys.stdout.write("\n")
    elif facts:
        table = Table(*COLUMNS)
        for fact in facts:
            table.add_row(*(str(fact[name] if fact[name] is not None else "") for name in COLUMNS))
        Console().print(table)
    else:
        Console().print(f"Nothing is parked at {unit}.")
    return 1 if facts else 0


async def retry(unit: str, fact: str | None, data: Path | None) -> int:
    """0 where what was tried is handled now, else 1. Raises ValueError for a strange `fact`."""
    found = find(data)
    async with httpx.AsyncClient(base_url=found.part(unit), timeout=WITHIN) as client:
        await sign_in(client, found, unit)
        chosen = [_address(fact)] if fact else await _all_parked(client)
        handled = [await _retry(client, *one) for one in chosen]
    for (publisher, sequence), fine in zip(chosen, handled, strict=True):
        state = "handled" if fine else "still parked"
        Console(highlight=False).print(f"{publisher}/{sequence}: {state}")
    return 0 if all(handled) else 1


async def _parked(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    answer = await client.get("/api/parked")
    answer.raise_for_status()
    facts: list[dict[str, Any]] = answer.json()
    return facts


async def _all_parked(client: httpx.AsyncClient) -> list[tuple[str, int]]:
    facts = await _parked(client)
    return [(f["publisher"], f["sequence"]) for f in facts if f["state"] == "parked"]


async def _retry(client: httpx.AsyncClient, publisher: str, sequence: int) -> bool:
    answer = await client.post(f"/api/parked/{publisher}/{sequence}/retry")
    answer.raise_for_status()
    return bool(answer.json()["handled"])


def _address(fact: str) -> tuple[str, int]:
    publisher, _, sequence = fact.rpartition("/")
    if not publisher or not sequence.isdigit():
        raise ValueError(f"{fact!r}: write it as `osnowa parked list` shows it, benefits/12.")
    return publisher, int(sequence)
