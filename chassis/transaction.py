"""A command's own rows and the event that refers to them: written together, or neither is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from chassis.context import Context
from chassis.database import Connection
from chassis.event_log import EventLog


@asynccontextmanager
async def transaction(log: EventLog, ctx: Context) -> AsyncIterator[tuple[Context, Connection]]:
    """Whatever is appended with this context, or written by this connection, commits at the end.

    In a reaction both join the transaction in which the fact is taken in.
    """
    if ctx.connection is not None:
        yield ctx, ctx.connection
        return
    async with log.pool.acquire() as tx, tx.transaction():
        yield replace(ctx, connection=tx), tx
    log.appended.set()
