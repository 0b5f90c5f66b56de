"""A part's own database: how it connects, and how its tables come to be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import asyncpg
import asyncpg.pool

if TYPE_CHECKING:
    Pool: TypeAlias = asyncpg.Pool[asyncpg.Record]
    Connection: TypeAlias = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]
else:
    Pool = asyncpg.Pool
    Connection = asyncpg.pool.PoolConnectionProxy
"""A connection of the pool; in projections and reactions with a transaction open."""


class Reading(Protocol):
    """What queries ask: the pool, or a connection with its transaction."""

    async def fetch(self, query: str, *args: Any) -> list[Any]: ...
    async def fetchrow(self, query: str, *args: Any) -> Any: ...
    async def fetchval(self, query: str, *args: Any) -> Any: ...


class WrongDatabase(Exception):
    """This database is another unit's; trying again would not help."""


def make_pool(dsn: str, most: int = 10, *, wait_for_disk: bool = True) -> Pool:
    """A pool that connects when it is first asked, so that a part starts before its database.

    To be awaited once. No session state is ever set, so the reset on release is left out.
    """
    return asyncpg.create_pool(
        dsn, min_size=0, max_size=most, reset=_nothing_to_reset, command_timeout=15, timeout=5,
        server_settings={
            "synchronous_commit": "on" if wait_for_disk else "off",
            # Our statements look up by index; planning them anew costs more than it can win.
            "plan_cache_mode": "force_generic_plan",
            "jit": "off",
        },
    )  # fmt: skip


async def _nothing_to_reset(_connection: Any) -> None:
    return


async def prepare_database(pool: Pool, unit: str, schemas: tuple[Path, ...]) -> None:
    """Creates what is missing. Raises WrongDatabase."""
    async with pool.acquire() as tx, tx.transaction():
        await tx.execute("select pg_advisory_xact_lock(hashtextextended('osnowa.schema', 0))")
        for schema in schemas:
            await tx.execute(schema.read_text("utf-8"))
        await tx.execute("insert into this_unit (name) values ($1) on conflict do nothing", unit)
        owner = await tx.fetchval("select name from this_unit")
        if owner != unit:
            raise WrongDatabase(f"this database belongs to {owner}, not to {unit}")


def as_json(rows: list[dict[str, Any]]) -> str:
    """Rows as one parameter of a statement, for `json_populate_recordset`.

    A dozen array parameters, one a column, take longer to encode than the statement takes.
    """
    return json.dumps(rows, default=str)
