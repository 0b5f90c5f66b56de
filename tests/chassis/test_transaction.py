"""Own rows and their event are written together, or neither is."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest

from chassis.clock import Clock
from chassis.database import make_pool, prepare_database
from chassis.event_log import EventLog, appended_here
from chassis.part import SCHEMAS
from chassis.transaction import transaction
from tests.chassis.toy import Errand, context


@pytest.fixture
async def log(database: str) -> AsyncIterator[EventLog]:
    pool = make_pool(database)
    await pool
    await prepare_database(pool, "benefits", SCHEMAS)
    await pool.execute("create table notes (about uuid primary key)")
    made = EventLog(pool, Clock())
    await made.start()
    yield made
    await made.stop()
    await pool.close()


def errand() -> Errand:
    return Errand(type="", data={}, person=None)


async def notes(log: EventLog) -> int:
    return int(await log.pool.fetchval("select count(*) from notes"))


async def test_the_row_and_its_event_are_there_together_and_followers_are_woken(
    log: EventLog,
) -> None:
    about = errand()
    async with transaction(log, context()) as (ctx, tx):
        await log.append(about, ctx=ctx)
        await tx.execute("insert into notes values ($1)", about.id)
        await log.appended.wait(0)
        assert await log.head() == 0
    assert (await log.head(), await notes(log)) == (1, 1)
    assert await log.appended.wait(0.1)


async def test_a_row_that_cannot_be_written_takes_its_event_with_it(log: EventLog) -> None:
    about = errand()

    async def write_the_same_row_twice() -> None:
        async with transaction(log, context()) as (ctx, tx):
            await log.append(about, ctx=ctx)
            for _ in range(2):
                await tx.execute("insert into notes values ($1)", about.id)

    appended_here.set(0)
    with pytest.raises(asyncpg.UniqueViolationError):
        await write_the_same_row_twice()
    assert (await log.head(), await notes(log)) == (0, 0)
    assert appended_here.get() == 0, "no answer waits for what was rolled back"


async def test_in_a_reaction_both_join_the_transaction_of_the_fact(log: EventLog) -> None:
    async with log.pool.acquire() as outer:
        of_the_fact = outer.transaction()
        await of_the_fact.start()
        async with transaction(log, context(connection=outer)) as (ctx, tx):
            assert tx is outer
            await log.append(errand(), ctx=ctx)
        await of_the_fact.rollback()
    assert await log.head() == 0
