"""The event log against a real PostgreSQL: nothing lost, nothing twice, nothing changed unseen."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from eventsourcing.utils import get_topic

from chassis import group_writer
from chassis.clock import Clock
from chassis.database import make_pool, prepare_database
from chassis.event_log import (
    EventLog,
    KeyReused,
    Receipt,
    TooBusy,
    Unavailable,
    VersionConflict,
)
from chassis.event_mapper import NotKeepable
from chassis.part import SCHEMAS
from chassis.refusal import NotFound
from chassis.snapshots import Snapshots, topic_of
from chassis.testing import NewDatabase
from tests.chassis.toy import Errand, context

WRITERS, EVENTS = 8, 40


@pytest.fixture
async def log(database: str) -> AsyncIterator[EventLog]:
    made = await opened(database)
    yield made
    await made.stop()
    await made.pool.close()


async def opened(dsn: str) -> EventLog:
    pool = make_pool(dsn)
    await pool
    await prepare_database(pool, "benefits", SCHEMAS)
    made = EventLog(pool, Clock())
    await made.start()
    return made


def errand() -> Errand:
    return Errand(type="", data={}, person=None)


async def test_sixteen_writers_in_two_processes_leave_no_gap_and_a_tail_reads_each_once(
    log: EventLog, database: str
) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.chassis.log_writer",
        database,
        f"{WRITERS}",
        f"{EVENTS}",
    ]
    processes = [await asyncio.create_subprocess_exec(*command) for _ in range(2)]
    seen: list[int] = []
    async with asyncio.timeout(120):
        while len(seen) < 2 * WRITERS * EVENTS:
            batch = await log.read(seen[-1] if seen else 0, limit=37)
            seen += [recorded.position for recorded in batch]
            await asyncio.sleep(0)
    assert seen == list(range(1, 2 * WRITERS * EVENTS + 1))
    assert [await process.wait() for process in processes] == [0, 0]
    assert [damage async for damage in log.damages()] == []


async def test_a_version_conflict_answers_only_its_own_caller(log: EventLog) -> None:
    shared = errand()
    await log.append(shared, ctx=context())
    rivals = [await log.load(Errand, shared.id) for _ in range(5)]
    for rival in rivals:
        rival.add(1)
    others = [errand() for _ in range(20)]
    answers = await asyncio.gather(
        *(log.append(one, ctx=context()) for one in (*rivals, *others)), return_exceptions=True
    )
    conflicts = [isinstance(answer, VersionConflict) for answer in answers[:5]]
    assert sorted(conflicts) == [False, True, True, True, True]
    assert all(isinstance(answer, Receipt) for answer in answers[5:])


async def test_a_command_decides_again_after_a_conflict_and_none_is_lost(log: EventLog) -> None:
    shared = errand()
    await log.append(shared, ctx=context())

    async def add() -> Receipt:
        found = await log.load(Errand, shared.id)
        found.add(1)
        return await log.append(found, ctx=context())

    await asyncio.gather(*(log.once(add, ctx=context()) for _ in range(4)))
    assert (await log.load(Errand, shared.id)).count == 4


async def test_a_repeated_idempotency_key_returns_the_first_answer_and_appends_nothing(
    log: EventLog,
) -> None:
    async def command(key: str) -> Receipt:
        ctx = context(idempotency_key=key, fingerprint="the same request")
        made = errand()
        return await log.once(lambda: log.append(made, ctx=ctx, result={"number": "7"}), ctx=ctx)

    first = await command("k1")
    together = await asyncio.gather(*(command("k1") for _ in range(5)), command("k2"))
    assert {answer.id for answer in together[:5]} == {first.id}
    assert all(answer.repeated and answer.data == {"number": "7"} for answer in together[:5])
    assert not together[5].repeated
    assert await log.head() == 2


async def test_equal_keys_that_come_at_once_append_once(log: EventLog) -> None:
    answers = await asyncio.gather(
        *(log.append(errand(), ctx=context(idempotency_key="k", fingerprint="f")) for _ in range(9))
    )
    assert len({answer.id for answer in answers}) == 1
    assert sum(not answer.repeated for answer in answers) == 1
    assert await log.head() == 1


async def test_a_key_that_was_used_for_something_else_is_refused(log: EventLog) -> None:
    await log.append(errand(), ctx=context(idempotency_key="k", fingerprint="one"))
    with pytest.raises(KeyReused):
        await log.append(errand(), ctx=context(idempotency_key="k", fingerprint="another"))


async def test_several_aggregates_are_appended_all_or_none(log: EventLog) -> None:
    stale = errand()
    await log.append(stale, ctx=context())
    twin = await log.load(Errand, stale.id)
    twin.add(1)
    await log.append(twin, ctx=context())
    stale.add(1)
    fresh = errand()
    with pytest.raises(VersionConflict):
        await log.append(fresh, stale, ctx=context())
    with pytest.raises(NotFound):
        await log.load(Errand, fresh.id)


async def test_an_append_inside_a_transaction_lives_and_dies_with_it(log: EventLog) -> None:
    made = errand()
    async with log.pool.acquire() as tx:
        transaction = tx.transaction()
        await transaction.start()
        await log.append(made, ctx=context(connection=tx))
        await transaction.rollback()
    assert await log.head() == 0
    async with log.pool.acquire() as tx, tx.transaction():
        await log.append(errand(), ctx=context(connection=tx))
    assert [recorded.position for recorded in await log.read(0)] == [1]


@pytest.mark.parametrize(
    ("vandalism", "damaged"),
    [
        ("update events set actor_id = 'somebody else' where position = 5", [5]),
        ("""update events set state = '{"by":2}' where position = 7""", [7]),
        ("update events set recorded_at = recorded_at - interval '1 day' where position = 3", [3]),
        ("delete from events where position = 6", [6]),
        ("delete from events where position > 8", [9]),
        ("update events set position = -position where position in (4, 5); update events set"
         " position = 4 where position = -5; update events set position = 5 where position = -4",
         [4, 5]),
    ],
)  # fmt: skip
async def test_the_chain_finds_any_changed_removed_or_swapped_row(
    log: EventLog, vandalism: str, damaged: list[int]
) -> None:
    made = errand()
    for _ in range(10):
        made.add(1)
        await log.append(made, ctx=context(causation_id=uuid4(), idempotency_key=str(uuid4())))
    await log.pool.execute(vandalism)
    found = [damage.position async for damage in log.damages()]
    assert found[: len(damaged)] == damaged


async def test_an_aggregate_loads_the_same_from_its_snapshot_and_from_scratch(
    log: EventLog,
) -> None:
    made = errand()
    for _ in range(150):
        made.add(3)
    await log.append(made, ctx=context())
    scratch = await log.load(Errand, made.id)
    assert await log.pool.fetchval("select version from snapshots") == 151
    made.add(1)
    await log.append(made, ctx=context())
    both = await log.load(Errand, made.id)
    assert (scratch.count, both.count, both.version) == (450, 451, 152)
    await log.pool.execute("delete from snapshots")
    again = await log.load(Errand, made.id)
    assert vars(again) == vars(both)


async def test_a_snapshot_that_no_class_can_read_is_not_used(log: EventLog) -> None:
    made = errand()
    made.add(2)
    await log.append(made, ctx=context())
    await Snapshots().save(log.pool, made)
    await log.pool.execute(
        """update snapshots set state = '{"is":"enum","of":"gone.module:Gone","v":1}'"""
    )
    assert (await log.load(Errand, made.id)).count == 2


@pytest.mark.parametrize("topic", [f"{get_topic(Errand)}?other code", get_topic(Errand)])
async def test_a_snapshot_that_other_code_took_is_not_used_but_replaced(
    log: EventLog, topic: str
) -> None:
    """It may lack what today's class keeps, and a command would break on that."""
    made = errand()
    for _ in range(150):
        made.add(2)
    await log.append(made, ctx=context())
    await log.load(Errand, made.id)
    state = """'{"is":"dict","v":[["_id",null]]}'"""
    await log.pool.execute(f"update snapshots set topic = $1, state = {state}", topic)
    again = await log.load(Errand, made.id)
    again.add(1)
    assert (again.count, again.version) == (301, 152)
    assert await log.pool.fetchval("select topic from snapshots") == topic_of(Errand)


async def test_what_cannot_be_written_is_said_and_can_be_sent_again(
    new_database: NewDatabase,
) -> None:
    log = await opened(await new_database())
    await log.pool.execute("alter table events rename to gone")
    ctx = context(idempotency_key="k", fingerprint="f")
    with pytest.raises(Unavailable):
        await log.append(errand(), ctx=ctx)
    await log.pool.execute("alter table gone rename to events")
    assert not (await log.append(errand(), ctx=ctx)).repeated
    await log.stop()
    await log.pool.close()


async def test_too_many_waiting_commands_are_turned_away(
    log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_writer, "MOST_WAITING", 3)
    answers = await asyncio.gather(
        *(log.append(errand(), ctx=context()) for _ in range(6)), return_exceptions=True
    )
    assert sum(isinstance(answer, TooBusy) for answer in answers) == 3
    assert await log.head() == 3


async def test_stopping_writes_what_waits(log: EventLog) -> None:
    waiting = asyncio.gather(*(log.append(errand(), ctx=context()) for _ in range(100)))
    await asyncio.sleep(0)
    await log.stop()
    assert len(await waiting) == 100
    await log.start()


async def test_an_event_holds_no_control_characters_in_its_columns(log: EventLog) -> None:
    with pytest.raises(ValueError, match="control characters"):
        await log.append(errand(), ctx=context(idempotency_key="a\x1fb"))


async def test_a_text_that_could_not_be_told_is_refused_before_it_is_kept(log: EventLog) -> None:
    with pytest.raises(NotKeepable):
        await log.append(Errand(type="", data={"text": "a\x00b"}, person=None), ctx=context())
    assert await log.head() == 0
    await log.append(Errand(type="", data={"text": "a\\u0000b"}, person=None), ctx=context())
    assert await log.head() == 1
