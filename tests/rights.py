"""Asks a running service, in the name of every role, for everything that has an address."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from osnowa_contracts.roles import Role

UNITS = Path(__file__).parents[1] / "deploy" / "units.toml"
OPEN = frozenset(
    {
        "GET /livez", "GET /readyz", "GET /status", "GET /metrics", "GET /api/openapi.json",
        "GET /api/asyncapi.json", "GET /sign-in", "POST /sign-in", "POST /api/sign-in",
        "POST /sign-out", "POST /language", "GET /accessibility", "GET /static",
    }
)  # fmt: skip
"""What is told to whoever asks, and says nothing of anybody."""

PEOPLE = [role for role in Role if role is not Role.SYSTEM]
Given = Mapping[str, str]


def everybody_at(unit: str, folder: Path) -> Path:
    """The city's units file, where somebody of every role works in that unit."""
    file = folder / f"{unit} with everybody.toml"
    more = [
        f'[[worker]]\nid = "{id_of(role)}"\nname = "{role}"\nrole = "{role}"\nunit = "{unit}"\n'
        for role in PEOPLE
    ]
    file.write_text("\n".join([UNITS.read_text("utf-8"), *more]), "utf-8")
    return file


def id_of(role: Role) -> str:
    return f"one-{role}"


def addresses_of(app: FastAPI) -> Iterator[str]:
    """`GET /cases/{case_id}`: every route, pages among them."""
    for route in iter_route_contexts(app.routes):
        methods = route.methods or {"GET"}
        for method in sorted(methods - {"HEAD", "OPTIONS"}):
            yield f"{method} {route.path}"


@asynccontextmanager
async def visiting(app: FastAPI, role: Role | None) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody of that role, or nobody."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        if role is not None:
            signed_in = await client.post("/api/sign-in", json={"worker": id_of(role)})
            assert signed_in.status_code == 204, signed_in.text
        yield client


def by_address(may: Mapping[frozenset[Role], Collection[str]]) -> dict[str, frozenset[Role]]:
    """The table turned round; an address may stand in one row only."""
    found: dict[str, frozenset[Role]] = {}
    for roles, addresses in may.items():
        for address in addresses:
            assert address not in found, f"{address} has two rows"
            found[address] = roles
    return found


def template(address: str) -> str:
    """`{step=talk}` is one of the things that `{step}` stands for, whatever may be in it."""
    return re.sub(r"[:=][\w/-]+}", "}", address)


async def ask(
    client: httpx.AsyncClient, address: str, document: dict[str, Any], given: Given
) -> httpx.Response:
    """A question or command about what is not there; `given` fills what is no id."""
    method, _, path = address.partition(" ")

    def fill(name: re.Match[str]) -> str:
        return name[2] or given.get(name[1]) or str(uuid4())

    filled = re.sub(r"{(\w+)(?::\w+)?(?:=([\w/-]+))?}", fill, path)
    if method == "GET":
        asked = {one["name"]: str(uuid4()) for one in _needed(document, path)}
        if path.endswith("/events"):
            asked["after"] = "-1"  # refused as wrong, so that no stream begins
        return await client.get(filled, params=asked)
    body = example(document, path)
    if body is None:
        return await client.request(method, filled, data={"nothing": "known"})
    return await client.request(method, filled, json=body)


def _needed(document: dict[str, Any], path: str) -> list[dict[str, Any]]:
    parameters = document["paths"].get(path, {}).get("get", {}).get("parameters", ())
    return [one for one in parameters if one["in"] == "query" and one.get("required")]


def example(document: dict[str, Any], path: str) -> Any:
    """The example of the command's body; None where it has none."""
    content = document["paths"].get(path, {}).get("post", {}).get("requestBody", {}).get("content")
    return content["application/json"]["example"] if content else None


def sample(may: Mapping[str, frozenset[Role]], address: str) -> list[str]:
    """Two workers who may, if so many roles may, and one who may not."""
    roles = sorted(may[address])
    return [id_of(role) for role in [*roles[:2], *(set(PEOPLE) - may[address])][:3]]


async def let_in(app: FastAPI, addresses: list[str], given: Given) -> dict[str, frozenset[Role]]:
    """Of every address the roles that are not told that they may not."""
    document, found = app.openapi(), {address: set[Role]() for address in addresses}
    for role in PEOPLE:
        async with visiting(app, role) as client:
            for address in addresses:
                answer = await ask(client, address, document, given)
                assert answer.status_code != 401, (address, role)
                assert answer.status_code < 500, (address, role, answer.text[:300])
                if answer.status_code != 403:
                    found[address].add(role)
    return {address: frozenset(roles) for address, roles in found.items()}


async def let_in_unknown(app: FastAPI, addresses: list[str], given: Given) -> list[str]:
    """The addresses that answer to nobody in particular."""
    document, found = app.openapi(), []
    async with visiting(app, None) as client:
        for address in addresses:
            answer = await ask(client, address, document, given)
            to_sign_in = answer.headers.get("location", "").startswith("/sign-in")
            if not (answer.status_code == 401 or (answer.status_code == 303 and to_sign_in)):
                found.append(f"{address}: {answer.status_code}")
    return found
