"""The steward keeps stream and consumers, whatever happens to them."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from nats.aio.client import Client
from nats.errors import Error as NatsError
from osnowa.steward import Steward, StewardSettings, connect
from osnowa.topology import UNITS_FILE
from pydantic import SecretStr

from chassis.broker import STEWARD, STREAM
from chassis.loops import Wake
from chassis.testing import Broker

UNITS = ("benefits", "pup")


@pytest.fixture
async def steward(broker: Broker) -> AsyncIterator[Steward]:
    await broker.admit(*UNITS)
    client = await broker.connect(STEWARD)
    steward = Steward(client, UNITS)
    loop = await steward.start()
    yield steward
    await loop.stop()


async def comes_true(ask: Callable[[], Awaitable[bool]], within: float = 5.0) -> None:
    async with asyncio.timeout(within):
        while True:
            try:
                if await ask():
                    return
            except NatsError:
                pass
            await asyncio.sleep(0.05)


async def consumer_there(broker: Broker, unit: str) -> bool:
    return "error" not in await broker.manage(f"CONSUMER.INFO.{STREAM}.{unit}", check=False)


@pytest.mark.usefixtures("steward")
async def test_a_deleted_consumer_is_made_again(broker: Broker) -> None:
    await broker.delete_consumer("pup")
    await comes_true(lambda: consumer_there(broker, "pup"))


@pytest.mark.usefixtures("steward")
async def test_a_part_that_asks_gets_its_consumer_at_once(broker: Broker) -> None:
    await asyncio.sleep(0.2)  # right after a round, so that the next is far
    pup = await broker.connect("pup")
    began = time.monotonic()
    await broker.delete_consumer("pup")
    await pup.publish("steward.wanted.pup", b"")
    await comes_true(lambda: consumer_there(broker, "pup"))
    assert time.monotonic() - began < 0.9


@pytest.mark.usefixtures("steward")
async def test_a_deleted_stream_is_made_again_with_all_consumers(broker: Broker) -> None:
    await broker.delete_stream()
    for unit in UNITS:
        await comes_true(lambda unit=unit: consumer_there(broker, unit))  # type: ignore[misc]  # the default binds it now
    benefits = await broker.connect("benefits")
    await benefits.jetstream().publish("osnowa.benefits.pup.DecisionIssued", b"{}")


async def test_settings_that_differ_are_set_right(broker: Broker, steward: Steward) -> None:
    told = (await broker.manage(f"STREAM.INFO.{STREAM}"))["config"]
    await broker.manage(f"STREAM.UPDATE.{STREAM}", told | {"max_age": 3600 * 10**9})
    await broker.delete_consumer("pup")
    other = {"durable_name": "pup", "filter_subject": "osnowa.>", "ack_policy": "none"}
    body = {"stream_name": STREAM, "config": other, "action": ""}
    await broker.manage(f"CONSUMER.CREATE.{STREAM}.pup.osnowa.>", body)
    await steward.round()
    assert (await broker.manage(f"STREAM.INFO.{STREAM}"))["config"]["max_age"] == 30 * 86400 * 10**9
    consumer = (await broker.manage(f"CONSUMER.INFO.{STREAM}.pup"))["config"]
    assert (consumer["filter_subject"], consumer["ack_policy"]) == ("osnowa.*.pup.>", "explicit")


async def test_a_round_changes_nothing_where_all_is_well(broker: Broker, steward: Steward) -> None:
    await steward.round()
    before = await broker.manage(f"CONSUMER.INFO.{STREAM}.pup")
    await steward.round()
    after = await broker.manage(f"CONSUMER.INFO.{STREAM}.pup")
    assert before["created"] == after["created"]


@pytest.mark.usefixtures("steward")
async def test_it_waits_quietly_while_the_broker_is_away(broker: Broker) -> None:
    await broker.server.kill()
    used = _processor_time()
    await asyncio.sleep(3)
    assert _processor_time() - used < 1.0
    await broker.server.start()
    await broker.delete_consumer("pup")
    await comes_true(lambda: consumer_there(broker, "pup"), within=8)


async def test_it_starts_before_the_broker(broker: Broker) -> None:
    await broker.admit(*UNITS)
    await broker.server.kill()
    password = SecretStr(broker.passwords[STEWARD])
    settings = StewardSettings(units_file=UNITS_FILE, nats=broker.url, nats_password=password)
    client = Client()
    connecting = asyncio.create_task(connect(client, settings, Wake()))
    await asyncio.sleep(0.5)
    assert not connecting.done()
    await broker.server.start()
    await asyncio.wait_for(connecting, 8)
    await client.close()


def _processor_time() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
