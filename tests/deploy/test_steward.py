"""The steward keeps stream and consumers, whatever happens to them."""

import asyncio
import contextlib
import resource
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from nats.aio.client import Client
from nats.errors import Error as NatsError
from osnowa import steward as stewarding
from osnowa.steward import Steward, StewardSettings, connect
from osnowa.topology import UNITS_FILE
from pydantic import SecretStr

from chassis.broker import STEWARD, STREAM
from chassis.loops import Wake
from chassis.testing import Broker
from tests.chassis.toy import PATIENCE, eventually

UNITS = ("benefits", "pup")


@pytest.fixture
async def steward(broker: Broker) -> AsyncIterator[Steward]:
    await broker.admit(*UNITS)
    client = await broker.connect(STEWARD)
    steward = Steward(client, UNITS)
    loop = await steward.start()
    yield steward
    await loop.stop()


async def comes_true(ask: Callable[[], Awaitable[bool]]) -> None:
    async def asked() -> bool:
        with contextlib.suppress(NatsError):
            return await ask()
        return False

    await eventually(asked)


async def consumer_there(broker: Broker, unit: str) -> bool:
    return "error" not in await broker.manage(f"CONSUMER.INFO.{STREAM}.{unit}", check=False)


@pytest.mark.usefixtures("steward")
async def test_a_deleted_consumer_is_made_again(broker: Broker) -> None:
    await broker.delete_consumer("pup")
    await comes_true(lambda: consumer_there(broker, "pup"))


async def test_a_part_that_asks_gets_its_consumer_without_waiting_for_the_next_round(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stewarding, "EVERY", 3600.0)
    await broker.admit(*UNITS)
    steward = Steward(await broker.connect(STEWARD), UNITS)
    loop = await steward.start()

    async def first_round_over() -> bool:
        return loop.health.last_ok is not None

    await eventually(first_round_over)
    pup = await broker.connect("pup")
    await broker.delete_consumer("pup")
    await pup.publish("steward.wanted.pup", b"")
    await comes_true(lambda: consumer_there(broker, "pup"))
    await loop.stop()


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
    await comes_true(lambda: consumer_there(broker, "pup"))


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
    await asyncio.wait_for(connecting, PATIENCE)
    await client.close()


def _processor_time() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
