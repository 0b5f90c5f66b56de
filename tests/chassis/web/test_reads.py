"""The register of who looked at whom, in a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio

from chassis.context import Worker
from chassis.web import ReadsTable
from chassis.web.reads import SCHEMA, ReadNotRecorded
from chassis.web.site import Read

ADA = Worker("ada", "Ada Brzoza", "clerk", "north")
AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


@pytest_asyncio.fixture(loop_scope="session")
async def pool(database: str) -> AsyncIterator[asyncpg.Pool[asyncpg.Record]]:
    async with asyncpg.create_pool(database, min_size=1, max_size=2) as pool:
        await pool.execute(SCHEMA.read_text("utf-8"))
        await pool.execute(SCHEMA.read_text("utf-8"))  # a part that starts again
        yield pool


def read(person: UUID, what: str = "timeline", worker: Worker = ADA) -> Read:
    return Read(worker, person, what, "case-work", AT)


async def test_a_look_is_kept_with_who_whom_what_why_and_when(
    pool: asyncpg.Pool[asyncpg.Record],
) -> None:
    person = uuid4()
    await ReadsTable(pool).record([read(person)])
    row = await pool.fetchrow("SELECT * FROM reads")
    assert row is not None
    kept = {key: row[key] for key in ("worker", "role", "unit", "person", "what", "purpose", "at")}
    assert kept == {
        "worker": "ada",
        "role": "clerk",
        "unit": "north",
        "person": person,
        "what": "timeline",
        "purpose": "case-work",
        "at": AT,
    }


async def test_the_clients_seen_last_come_first_and_once(
    pool: asyncpg.Pool[asyncpg.Record],
) -> None:
    first, second, third, found_only = (uuid4() for _ in range(4))
    table = ReadsTable(pool)
    other = Worker("jan", "Jan Sosna", "clerk", "north")
    for seen in (first, second, third, first):
        await table.record([read(seen)])
    await table.record([read(found_only, "search"), read(found_only, worker=other)])
    assert await table.recent("ada", 2) == [first, third]
    assert await table.recent("ada", 10) == [first, third, second]


async def test_nothing_to_note_writes_nothing(pool: asyncpg.Pool[asyncpg.Record]) -> None:
    await ReadsTable(pool).record([])
    assert await pool.fetchval("SELECT count(*) FROM reads") == 0


async def test_a_look_that_cannot_be_written_is_refused(
    pool: asyncpg.Pool[asyncpg.Record],
) -> None:
    table = ReadsTable(pool)
    await pool.execute("DROP TABLE reads")
    with pytest.raises(ReadNotRecorded):
        await table.record([read(uuid4())])
    await pool.close()
    with pytest.raises(ReadNotRecorded):
        await table.record([read(uuid4())])
