"""From an append in one unit to the timeline of another, over real servers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from osnowa.steward import Steward
from osnowa_contracts import socialwork
from osnowa_contracts.examples import example

from chassis.broker import STEWARD, STREAM
from chassis.disclosure import Begin
from chassis.part import Part
from chassis.testing import Broker, NewDatabase
from tests.chassis.toy import Toy, eventually, part, say, someone

CERTIFIED = example(socialwork.CooperationCertified)


@dataclass
class Pair:
    """Socialwork tells each certificate to benefits, which reacts."""

    speaker: Part
    hearer: Part
    toy: Toy

    async def heard(self) -> list[int]:
        """Sequences of what had its effect, in the order of the effects."""
        rows = await self.hearer.pool.fetch("select sequence from heard order by turn")
        return [row["sequence"] for row in rows]

    async def everything_heard(self, count: int) -> None:
        async def all_in_order() -> bool:
            return await self.heard() == list(range(1, count + 1))

        await eventually(all_in_order)


@pytest.fixture
async def pair(new_database: NewDatabase, broker: Broker) -> AsyncIterator[Pair]:
    await broker.admit("socialwork", "benefits")
    begins = {"CooperationCertified": [Begin("benefits", "case", uuid4())]}
    hearing = Toy(reacts=True)
    parts = [
        part(unit, await new_database(), broker.url, broker.passwords[unit], toy)
        for unit, toy in (("socialwork", Toy(begins=begins)), ("benefits", hearing))
    ]
    await asyncio.gather(*(one.start() for one in parts))
    yield Pair(parts[0], parts[1], hearing)
    await asyncio.gather(*(one.stop() for one in parts))


async def test_a_fact_reaches_the_timeline_of_an_involved_unit(pair: Pair) -> None:
    person = someone()
    await say(pair.speaker, CERTIFIED, person)
    page = await eventually(lambda: pair.hearer.timeline.after(person, 0))
    assert [entry.unit for entry in page] == ["socialwork"]
    own = await eventually(lambda: pair.speaker.timeline.after(person, 0))
    assert own[0].data["month"] == CERTIFIED.month
    assert [fact.name() for fact in pair.toy.heard] == ["CooperationCertified"]


async def test_without_any_stream_facts_still_arrive_because_the_recipient_asks(
    pair: Pair, broker: Broker
) -> None:
    await broker.delete_stream()
    for _ in range(5):
        await say(pair.speaker, CERTIFIED, someone())
    await pair.everything_heard(5)


async def consumer_gone(broker: Broker) -> bool:
    """Deletes it, as soon as the steward has made it again."""
    call = f"CONSUMER.DELETE.{STREAM}.benefits"
    return bool((await broker.manage(call, check=False)).get("success"))


async def test_everything_is_heard_once_and_in_order_whatever_the_broker_loses(
    pair: Pair, broker: Broker
) -> None:
    steward = Steward(await broker.connect(STEWARD), ["socialwork", "benefits"])
    loop = await steward.start()
    said = 0

    async def say_some() -> None:
        nonlocal said
        for _ in range(20):
            await say(pair.speaker, CERTIFIED, someone())
            said += 1

    await say_some()
    await broker.delete_stream()
    await say_some()
    await broker.server.kill()
    await say_some()
    await broker.server.start()
    await say_some()
    await eventually(lambda: consumer_gone(broker))
    await say_some()
    await pair.everything_heard(said)
    assert await pair.hearer.log.head() == said, "each reaction was done once"
    await loop.stop()
