"""Everything that was disclosed is in the stream, in order, whatever is killed or lost."""

from __future__ import annotations

import asyncio
import base64
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import socialwork
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.examples import example

from chassis.broker import STREAM
from chassis.disclosure import Begin
from chassis.embedded import PostgresServer
from chassis.event_log import EventLog, Unavailable
from chassis.part import Part
from chassis.testing import Broker
from tests.chassis.toy import Toy, eventually, part, rest, say, someone, without_broker
from tests.chassis.toy_part import Child

CERTIFIED = example(socialwork.CooperationCertified)
TELLING = Toy(begins={"CooperationCertified": [Begin("benefits", "case", uuid4())]})
"""Tells each certificate to benefits and, as a count, to reporting."""


@pytest.fixture
async def city(broker: Broker) -> Broker:
    await broker.admit("socialwork", "benefits")
    return broker


@pytest.fixture
async def desk(database: str) -> AsyncIterator[Part]:
    """The log of socialwork and its tables, without the loops of a running part."""
    made = await without_broker("socialwork", database, TELLING)
    yield made
    await rest(made)


Run = Callable[[], Awaitable[Part]]


@pytest.fixture
async def run(city: Broker, database: str) -> AsyncIterator[Run]:
    """Socialwork as running parts in this process."""
    made: list[Part] = []

    async def one() -> Part:
        made.append(part("socialwork", database, city.url, city.passwords["socialwork"], TELLING))
        await made[-1].start()
        return made[-1]

    yield one
    await asyncio.gather(*(each.stop() for each in made))


async def say_some(log: EventLog, count: int = 20, at_once: int = 5) -> None:
    """Certificates for new persons, several at once; asks again where the outcome is unknown."""
    keys = [str(uuid4()) for _ in range(count)]
    turns = asyncio.Semaphore(at_once)

    async def one(key: str, person: UUID) -> None:
        async with turns:
            while True:
                try:
                    await say(log, CERTIFIED, person, idempotency_key=key)
                    return
                except (Unavailable, OSError):
                    await asyncio.sleep(0.05)

    await asyncio.gather(*(one(key, someone()) for key in keys))


@asynccontextmanager
async def load(log: EventLog) -> AsyncIterator[None]:
    """Something is said all the time."""
    ending = asyncio.Event()

    async def on() -> None:
        while not ending.is_set():
            await say_some(log, count=5)
            await asyncio.sleep(0.05)  # what is said must still be sent

    saying = asyncio.create_task(on())
    try:
        yield
    finally:
        ending.set()
        await saying


async def all_relayed(speaker: Part) -> None:
    """Returns when the whole log is disclosed and sent."""

    async def done() -> bool:
        try:
            return bool(
                await speaker.pool.fetchval(
                    "select h.position = c.followed and c.disclosed = r.sent_through"
                    " from log_head h, copies c, relay r"
                )
            )
        except OSError:
            return False

    await eventually(done)


async def stream(city: Broker) -> list[tuple[str, int]]:
    """Recipient and sequence of every message in the stream, in its order."""
    state = (await city.manage(f"STREAM.INFO.{STREAM}"))["state"]
    asked = [
        city.manage(f"STREAM.MSG.GET.{STREAM}", {"seq": number}, check=False)
        for number in range(state["first_seq"], state["last_seq"] + 1)
    ]
    envelopes = [
        Envelope.from_bytes(base64.b64decode(answer["message"]["data"]))
        for answer in await asyncio.gather(*asked)
        if "message" in answer
    ]
    return [(envelope.recipient, envelope.sequence) for envelope in envelopes]


async def places(desk: Part, sent: list[tuple[str, int]]) -> list[int]:
    """The same as positions of the register: the order in which it was told."""
    rows = await desk.pool.fetch("select recipient, sequence, position from disclosures")
    known = {(row["recipient"], row["sequence"]): row["position"] for row in rows}
    return [known[place] for place in sent]


async def assert_whole_and_in_order(desk: Part, city: Broker) -> list[int]:
    """Nothing is missing, nothing is skipped; what repeats goes on where it began to repeat."""
    found = await places(desk, await stream(city))
    told = await desk.pool.fetchval("select disclosed from copies")
    assert set(found) == set(range(1, told + 1))
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))
    assert found[-1] == told
    return found


async def test_what_is_told_is_in_the_stream_once_and_in_order(
    run: Run, desk: Part, city: Broker
) -> None:
    running = await run()
    await say_some(running.log, 100)
    await all_relayed(running)
    found = await assert_whole_and_in_order(desk, city)
    assert found == list(range(1, 201))


@pytest.mark.parametrize(
    "crashpoint", ["relay.noted:3", "relay.half-sent:2", "relay.sent:3", "relay.marked:3"]
)
async def test_killed_while_sending_it_goes_on_without_a_hole(
    crashpoint: str, desk: Part, city: Broker, database: str, tmp_path: Path
) -> None:
    child = Child("socialwork", database, city, TELLING, tmp_path)
    await say_some(desk.log)
    await child.start(crashpoint)
    async with load(desk.log):
        await child.killed()
    async with child.running():
        await say_some(desk.log)
        await all_relayed(desk)
    found = await assert_whole_and_in_order(desk, city)
    assert len(found) == len(set(found)), "a killed relay knows what it has sent"


async def test_two_relays_of_one_publisher_never_interleave(
    run: Run, desk: Part, city: Broker
) -> None:
    one, other = await run(), await run()
    await asyncio.gather(say_some(one.log, 150), say_some(other.log, 150))
    await all_relayed(desk)
    found = await assert_whole_and_in_order(desk, city)
    assert set(found) == set(range(1, 601))


async def test_a_stream_that_was_deleted_while_running_is_filled_again(
    run: Run, desk: Part, city: Broker
) -> None:
    running = await run()
    await say_some(running.log)
    await all_relayed(desk)
    async with load(running.log):
        await city.delete_stream()
        await city.create_stream()
        await eventually(lambda: told_through(city, 40))
    await all_relayed(desk)
    await assert_whole_and_in_order(desk, city)


async def told_through(city: Broker, least: int) -> bool:
    """Whether the stream holds that many messages."""
    return bool((await city.manage(f"STREAM.INFO.{STREAM}"))["state"]["messages"] >= least)


async def test_a_stream_that_was_purged_while_nothing_happens_is_filled_again(
    run: Run, desk: Part, city: Broker
) -> None:
    running = await run()
    await say_some(running.log)
    await all_relayed(desk)
    await city.manage(f"STREAM.PURGE.{STREAM}")
    await eventually(lambda: told_through(city, 40))
    await assert_whole_and_in_order(desk, city)


async def test_a_stream_restored_from_an_old_copy_gets_what_it_lacks_and_no_more(
    run: Run, desk: Part, city: Broker, tmp_path: Path
) -> None:
    running = await run()
    await say_some(running.log)
    await all_relayed(desk)
    await city.server.stop()
    shutil.copytree(city.server.store, tmp_path / "copy")
    await city.server.start()
    await say_some(running.log)
    await all_relayed(desk)
    await city.server.stop()
    shutil.rmtree(city.server.store)
    shutil.copytree(tmp_path / "copy", city.server.store)
    await city.server.start()
    await eventually(lambda: told_through(city, 80))
    assert await assert_whole_and_in_order(desk, city) == list(range(1, 81))


async def test_it_goes_on_by_itself_after_the_broker_was_killed_and_the_database_restarted(
    run: Run, desk: Part, city: Broker, postgres: PostgresServer
) -> None:
    running = await run()
    async with load(running.log):
        await say_some(running.log)
        await city.server.kill()
        await say_some(running.log)
        await city.server.start()
        await say_some(running.log)
        await postgres.restart()
        await say_some(running.log)
    await all_relayed(desk)
    await assert_whole_and_in_order(desk, city)
