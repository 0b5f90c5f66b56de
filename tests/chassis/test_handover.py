"""What the follower notes for the relay is sent once and in order, whatever happens after the note.

The test takes the steps of follower and relay itself, against real servers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest

from chassis import crashpoints
from chassis.part import Part
from chassis.relay import Relay
from chassis.relay_book import MOST_BYTES_A_BATCH, RelayBook
from chassis.testing import Broker
from tests.chassis.test_relay import (
    CERTIFIED,
    TELLING,
    assert_whole_and_in_order,
    city,
    desk,
    say_some,
)
from tests.chassis.toy import follow, rest, say, someone, without_broker

__all__ = ["city", "desk"]


@pytest.fixture
async def relay(desk: Part, city: Broker) -> Relay:
    """It has sent what there was, and found nothing more: the next is handed to it."""
    await tell_some(desk)
    made = await relay_of(desk, city)
    await send(made)
    return made


@pytest.fixture(autouse=True)
def _disarmed() -> Iterator[None]:
    yield
    crashpoints.disarm()


async def relay_of(part: Part, city: Broker) -> Relay:
    nats = await city.connect("socialwork")
    return Relay("socialwork", RelayBook(part.pool), nats, part.disclosure.handover)


async def send(relay: Relay) -> None:
    """Until everything is sent, and once more, so that the relay knows."""
    while await relay.step() or await relay.lag():
        pass
    await relay.step()


async def tell_some(part: Part, count: int = 3) -> None:
    await say_some(part.log, count)
    await follow(part)


async def noted(relay: Relay) -> bool:
    """Whether a note waits to be settled."""
    return (await relay.book.place()).unsettled


async def assert_sent_once_and_in_order(desk: Part, city: Broker) -> None:
    found = await assert_whole_and_in_order(desk, city)
    assert len(found) == len(set(found))


async def test_what_is_handed_over_one_after_the_other_is_sent_once_and_in_order(
    desk: Part, relay: Relay, city: Broker
) -> None:
    for _ in range(3):
        await tell_some(desk)
        assert await noted(relay)
        await relay.step()
        assert not await noted(relay)
    await assert_sent_once_and_in_order(desk, city)


async def test_a_note_of_one_process_that_another_settles_is_not_sent_again(
    desk: Part, relay: Relay, city: Broker, database: str
) -> None:
    other = await without_broker("socialwork", database, TELLING)
    of_the_other = await relay_of(other, city)
    await tell_some(desk)
    assert await noted(relay)
    await send(of_the_other)
    await tell_some(other)
    await send(relay)
    await send(of_the_other)
    await assert_sent_once_and_in_order(desk, city)
    await rest(other)


async def test_a_transaction_that_fails_takes_its_note_with_it(
    desk: Part, relay: Relay, city: Broker
) -> None:
    def fail(_: str) -> None:
        raise ConnectionResetError

    crashpoints.arm("follower.before-commit", 1, fail)
    await say(desk, CERTIFIED, someone())
    with pytest.raises(ConnectionResetError):
        await desk.follower.step()
    assert not await noted(relay)
    await relay.step()
    await follow(desk)
    await send(relay)
    await assert_sent_once_and_in_order(desk, city)


async def test_a_note_whose_commit_was_not_answered_is_settled(
    desk: Part, relay: Relay, city: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = asyncpg.transaction.Transaction._Transaction__commit  # type: ignore[attr-defined]

    async def lose_the_answer(transaction: Any) -> None:
        await commit(transaction)
        raise ConnectionResetError

    await say(desk, CERTIFIED, someone())
    with monkeypatch.context() as lossy:
        lossy.setattr(asyncpg.transaction.Transaction, "_Transaction__commit", lose_the_answer)
        with pytest.raises(ConnectionResetError):
            await desk.follower.step()
    assert await noted(relay)
    await tell_some(desk)
    await send(relay)
    await assert_sent_once_and_in_order(desk, city)


async def test_a_stream_that_is_deleted_while_a_handover_waits_is_filled_again(
    desk: Part, relay: Relay, city: Broker
) -> None:
    await tell_some(desk)
    assert await noted(relay)
    await city.delete_stream()
    await city.create_stream()
    await tell_some(desk)
    await send(relay)
    await assert_sent_once_and_in_order(desk, city)


async def test_what_is_too_much_for_a_batch_is_not_noted(relay: Relay) -> None:
    place = await relay.book.place()
    large = {"subject": "s", "envelope": "ż" * 100_000, "traceparent": None}
    fitting = MOST_BYTES_A_BATCH // 200_000
    before = place.sent_through
    assert relay.handover.note(before, [large] * fitting)[0] == before + fitting
    assert relay.handover.note(before, [large] * (fitting + 1)) == (None, None, 0)
