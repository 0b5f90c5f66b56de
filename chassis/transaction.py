"""A command's own rows and the event that refers to them: written together, or neither is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from chassis.context import Context
from chassis.database import Connection
from chassis.event_log import EventLog, appended_here


@asynccontextmanager
async def transaction(log: EventLog, ctx: Context) -> AsyncIterator[tuple[Context, Connection]]:
    """Whatever is appended with this context, or written by this connection, commits at the end.

    In a reaction both join the transaction in which the fact is taken in.
    """
    if ctx.connection is not None:
        yield ctx, ctx.connection
        return
    before = appended_here.get()
    try:
        async with log.pool.acquire() as tx, tx.transaction():
            yield replace(ctx, connection=tx), tx
    except BaseException:
        appended_here.set(before)  # what was rolled back will never show
        raise
    log.appended.set()
