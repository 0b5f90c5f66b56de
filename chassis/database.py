"""A part's own database: how it connects, and how its tables come to be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg
import asyncpg.pool

if TYPE_CHECKING:
    Pool: TypeAlias = asyncpg.Pool[asyncpg.Record]
    Connection: TypeAlias = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]
else:
    Pool = asyncpg.Pool
    Connection = asyncpg.pool.PoolConnectionProxy
"""A connection of the pool; in projections and reactions with a transaction open."""


async def open_pool(dsn: str, most: int = 10) -> Pool:
    """No session state is ever set, so the costly reset on release is left out."""
    return await asyncpg.create_pool(
        dsn, min_size=2, max_size=most, reset=_nothing_to_reset, command_timeout=15, timeout=5
    )


async def _nothing_to_reset(_connection: Any) -> None:
    return


async def prepare_database(pool: Pool, unit: str, schemas: tuple[Path, ...]) -> None:
    """Creates what is missing. Raises ValueError for a database that belongs to another unit."""
    async with pool.acquire() as tx, tx.transaction():
        await tx.execute("select pg_advisory_xact_lock(hashtextextended('osnowa.schema', 0))")
        for schema in schemas:
            await tx.execute(schema.read_text("utf-8"))
        await tx.execute("insert into this_unit (name) values ($1) on conflict do nothing", unit)
        owner = await tx.fetchval("select name from this_unit")
        if owner != unit:
            raise ValueError(f"this database belongs to {owner}, not to {unit}")
