"""Everything that one unit answers, read through its own OpenAPI description, to search in it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from osnowa.scenarios.desk import Desk

PARAMETER = re.compile(r"{(\w+)}")
LIVE = "/events"
"""Streams that do not end by themselves; they carry positions only."""


async def whole_surface(
    desk: Desk, known: Mapping[str, Iterable[str]], more: Iterable[str] = ()
) -> dict[str, str]:
    """Address and answer of every GET of the unit's API, and of `more`, that the worker may read.

    `known` has the ids by the names of the parameters they belong to.
    """
    description = await desk.get("/api/openapi.json")
    addresses = [*more]
    for path, operations in description["paths"].items():
        if "get" in operations and not path.endswith(LIVE):
            addresses += _addresses(path, operations["get"], known)
    answers = {address: await desk.text(address) for address in addresses}
    return {address: answer for address, answer in answers.items() if answer is not None}


def _addresses(
    path: str, operation: dict[str, Any], known: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """One address for each combination of ids that the path and its required query take."""
    parameters = operation.get("parameters", [])
    asked = [p["name"] for p in parameters if p["in"] == "query" and p["name"] in known]
    names = [*PARAMETER.findall(path), *asked]
    for values in product(*(tuple(known.get(name, ())) for name in names)):
        chosen = dict(zip(names, values, strict=True))
        query = "&".join(f"{name}={chosen[name]}" for name in asked)
        address = path.format_map(chosen)
        yield f"{address}?{query}" if query else address


def answers_with(text: str, surface: Mapping[str, str]) -> int:
    """How many answers hold it, also as JSON or HTML write it."""
    written = {text, json.dumps(text)[1:-1], html.escape(text)}
    return sum(any(form in answer for form in written) for answer in surface.values())
