"""A running service behind a port, with a worker of every role signed in, and what broke."""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import requests
import uvicorn
from fastapi import FastAPI

STREAMS = "/clients/{person_id}/events"
"""Goes on for a quarter of an hour; its own tests read it."""
WITHIN = 30.0
Known = Mapping[str, Collection[str]]
"""Ids that stand in the database, by the name of their column."""


@dataclass
class Target:
    """A running service, the workers who may use it, and what goes wrong there."""

    url: str
    document: dict[str, Any]
    sessions: dict[str, requests.Session]
    """By the id of the worker who is signed in."""
    known: dict[str, list[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Method, path and description of each, in the order of the document."""
        for path, operations in self.document["paths"].items():
            for method, operation in operations.items():
                if path != STREAMS:
                    yield method.upper(), path, operation

    def held(self) -> None:
        """Raises AssertionError with everything that went wrong, each once."""
        assert not self.wrong, "\n".join(dict.fromkeys(self.wrong))

    def note(self, what: str, answer: requests.Response, why: str = "") -> None:
        self.wrong.append(f"{what}: {answer.status_code} {why} {answer.text[:300]}")


@asynccontextmanager
async def serving(app: FastAPI, workers: Collection[str]) -> AsyncIterator[Target]:
    """The application, which runs already, behind a real port."""
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, access_log=False))
    running = asyncio.create_task(server.serve([listener]))
    target = Target(url, app.openapi(), await asyncio.to_thread(_signed_in, url, workers))
    yield target
    for session in target.sessions.values():
        session.close()
    server.should_exit = True
    await running


def _signed_in(url: str, workers: Collection[str]) -> dict[str, requests.Session]:
    sessions = {}
    for worker in workers:
        sessions[worker] = session = requests.Session()
        session.trust_env = False
        session.post(
            f"{url}/api/sign-in", json={"worker": worker}, timeout=WITHIN
        ).raise_for_status()
    return sessions


async def ids_in(pool: Any) -> dict[str, list[str]]:
    """The latest ids of every column that is called like one."""
    columns = await pool.fetch(
        "select table_name, column_name from information_schema.columns"
        " where table_schema = 'public' and data_type = 'uuid'"
        " and table_name not in ('events', 'disclosures', 'inbox') order by 1, 2"
    )
    found: dict[str, list[str]] = defaultdict(list)
    for table, column in columns:
        rows = await pool.fetch(f'select distinct "{column}"::text as id from "{table}" limit 20')
        found[column] += [row["id"] for row in rows if row["id"]]
    return {name: sorted(set(ids))[:20] for name, ids in found.items()}


def ids_for(name: str, known: Known) -> list[str]:
    """`case_id` and `case` are cases; a list's id may stand in a table under another name."""
    return list(known.get(name) or known.get(name.removesuffix("_id")) or ())
