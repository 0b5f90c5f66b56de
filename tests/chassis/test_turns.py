"""Who waited for its turn does not act on what it saw before: two inboxes of one unit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from osnowa_contracts import pup, socialwork
from osnowa_contracts.examples import example

from chassis.arrivals import sort_out
from chassis.copies import turn
from chassis.inbox import _Round
from chassis.part import Part
from tests.chassis.teller import Message, Teller
from tests.chassis.toy import Toy, eventually, rest, somebody_waits, someone, without_broker

CERTIFIED = example(socialwork.CooperationCertified)
TERMS = example(socialwork.CooperationTermsSet)
STATUS = example(pup.LabourStatusReported)


@pytest.fixture
async def quicker(database: str) -> AsyncIterator[Part]:
    """Benefits, which cannot handle certificates."""
    made = await without_broker("benefits", database, Toy(fails_on="CooperationCertified"))
    yield made
    await rest(made)


@pytest.fixture
async def slower(database: str) -> AsyncIterator[Part]:
    """Benefits in a second process."""
    made = await without_broker("benefits", database, Toy())
    yield made
    await rest(made)


@pytest.fixture
def sw() -> Teller:
    return Teller("socialwork", "benefits")


@pytest.fixture
def labour_office() -> Teller:
    return Teller("pup", "benefits")


async def take_both(
    quicker: Part, messages: list[Message], slower: Part, later: list[Message]
) -> list[tuple[str, int, str]]:
    """`slower` asks for its turn before `quicker` has taken in anything. Answers all states."""
    async with turn(quicker.pool) as taken:
        waiting = asyncio.create_task(slower.inbox.take(later))
        await eventually(lambda: somebody_waits(quicker))
        round_ = _Round(*sort_out("benefits", messages), carefully=True)
        await quicker.inbox._sorted(taken, round_)
    await waiting
    rows = await quicker.pool.fetch("select publisher, sequence, state from inbox order by 1, 2")
    return [(row["publisher"], row["sequence"], row["state"]) for row in rows]


async def effects(desk: Part) -> list[tuple[str, int]]:
    rows = await desk.pool.fetch("select publisher, sequence from heard order by turn")
    return [(row["publisher"], row["sequence"]) for row in rows]


async def test_a_fact_of_a_client_for_whom_something_was_parked_meanwhile_waits_behind_it(
    quicker: Part, slower: Part, sw: Teller, labour_office: Teller
) -> None:
    client = someone()
    assert await take_both(
        quicker, [sw.tell(CERTIFIED, client)], slower, [labour_office.tell(STATUS, client)]
    ) == [("pup", 1, "waiting"), ("socialwork", 1, "parked")]
    assert await effects(slower) == []


async def test_a_fact_whose_turn_came_meanwhile_is_handled(
    quicker: Part, slower: Part, sw: Teller, labour_office: Teller
) -> None:
    first, second = sw.tell(TERMS, someone()), sw.tell(TERMS, someone())
    later = [second, labour_office.tell(STATUS, someone())]
    await take_both(quicker, [first], slower, later)
    assert await effects(slower) == [("socialwork", 1), ("socialwork", 2), ("pup", 1)]


async def test_a_fact_that_both_got_has_its_effect_once(
    quicker: Part, slower: Part, sw: Teller
) -> None:
    first = sw.tell(TERMS, someone())
    await take_both(quicker, [first], slower, [first, sw.tell(TERMS, someone())])
    assert await effects(slower) == [("socialwork", 1), ("socialwork", 2)]


async def test_what_was_stored_ahead_meanwhile_is_handled_with_what_it_waited_for(
    quicker: Part, slower: Part, sw: Teller
) -> None:
    first, second = sw.tell(TERMS, someone()), sw.tell(TERMS, someone())
    await take_both(quicker, [second], slower, [first])
    assert await effects(slower) == [("socialwork", 1), ("socialwork", 2)]
