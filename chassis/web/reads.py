"""Every look at a client is written down before anything is shown; else nothing is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

import asyncpg
from fastapi import Depends, Request
from osnowa_contracts.roles import Role

from chassis.refusal import Refusal
from chassis.security import SAFE_METHODS
from chassis.web.signed_in import SignedIn
from chassis.web.site import Read, site_of

SCHEMA = Path(__file__).with_name("reads.sql")
PURPOSE = "case-work"
"""What a worker looks for unless the request says otherwise in `X-Purpose`."""
MAX_PURPOSE = 200
SEE_NOBODY = frozenset({Role.ADMINISTRATOR, Role.MIGRATION})
TIMEOUT = 5.0

_INSERT = """
INSERT INTO reads (worker, role, unit, person, what, purpose, at)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                     $7::timestamptz[])
"""
_RECENT = """
SELECT person FROM reads WHERE worker = $1 AND what = ANY($2)
GROUP BY person ORDER BY max(id) DESC LIMIT $3
"""
_OPENED = ("client", "timeline")
"""What counts as having seen a client, rather than having found a name."""


@dataclass
class ReadNotRecorded(Refusal):
    STATUS = 503
    PL = (
        "Nie udało się odnotować tego wglądu, więc nie pokazujemy danych. "
        "Spróbuj ponownie za kilka minut."
    )
    EN = "This look could not be recorded, so no data is shown. Try again in a few minutes."


@dataclass
class NotForAdministrators(Refusal):
    """Who keeps the platform running needs no client for it (`safety.md` T1, `domain.md` H)."""

    STATUS = 403
    PL = (
        "Administrator nie ma wglądu w dane klientów. "
        "Jeśli są potrzebne, poproś osobę, która prowadzi sprawę."
    )
    EN = "Administrators do not see clients' data. If it is needed, ask whoever leads the case."


def sees_clients(worker: SignedIn) -> None:
    """Dependency of a route about clients. Raises NotForAdministrators before any is sought."""
    if worker.role in SEE_NOBODY:
        raise NotForAdministrators


def asks_about_clients(request: Request, worker: SignedIn) -> None:
    """The same for a router: a command says by itself who may issue it."""
    if request.method in SAFE_METHODS:
        sees_clients(worker)


ABOUT_CLIENTS = Depends(asks_about_clients)
"""`APIRouter(dependencies=[ABOUT_CLIENTS])`: also of what is not there they learn nothing."""


class Database(Protocol):
    """The part of an asyncpg pool that the register needs."""

    async def execute(self, query: str, *args: Any, timeout: float | None = None) -> str: ...  # noqa: ASYNC109
    async def fetch(self, query: str, *args: Any, timeout: float | None = None) -> list[Any]: ...  # noqa: ASYNC109


class ReadsTable:
    """The register in this part's own database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, reads: Sequence[Read]) -> None:
        rows = [
            (r.worker.id, r.worker.role, r.worker.unit, r.person_id, r.what, r.purpose, r.at)
            for r in reads
        ]
        if not rows:
            return
        try:
            await self._database.execute(
                _INSERT, *map(list, zip(*rows, strict=True)), timeout=TIMEOUT
            )
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError) as error:
            raise ReadNotRecorded from error

    async def recent(self, worker_id: str, limit: int) -> list[UUID]:
        rows = await self._database.fetch(_RECENT, worker_id, list(_OPENED), limit, timeout=TIMEOUT)
        return [row["person"] for row in rows]


async def record_reads(request: Request, worker: SignedIn, what: str, *persons: UUID) -> None:
    """For a route that learns only while it runs whose data it is about to show.

    Raises NotForAdministrators, also where nobody would be shown.
    """
    sees_clients(worker)
    site = site_of(request)
    purpose = request.headers.get("x-purpose", PURPOSE)[:MAX_PURPOSE]
    now = site.clock.now()
    await site.reads.record([Read(worker, person, what, purpose, now) for person in persons])


class records_read:  # used like a function: Depends(records_read("timeline"))
    """Dependency of a route with `person_id` in its path: writes the read, or answers 503."""

    def __init__(self, what: str) -> None:
        self._what = what

    async def __call__(self, request: Request, person_id: UUID, worker: SignedIn) -> None:
        await record_reads(request, worker, self._what, person_id)
