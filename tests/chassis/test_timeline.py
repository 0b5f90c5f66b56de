"""A client's timeline: four times, pages, what was known when, live, and rebuilt."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from osnowa_contracts import benefits, socialwork
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Form

from chassis import timeline
from chassis.clock import Clock
from chassis.part import Part
from chassis.timeline import CursorWrong, Entry
from tests.chassis.teller import Teller
from tests.chassis.toy import PATIENCE, Toy, follow, rest, say, someone, without_broker

ASSIGNED = example(benefits.CaseAssigned)
CERTIFIED = example(socialwork.CooperationCertified)
TERMS = example(socialwork.CooperationTermsSet)
DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


class SetClock(Clock):
    """Tells what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.at = DAY

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
async def desk(database: str, clock: SetClock) -> AsyncIterator[Part]:
    """Benefits, to whose inbox the test brings the messages itself."""
    made = await without_broker("benefits", database, Toy(), clock)
    yield made
    await rest(made)


@pytest.fixture
def sw() -> Teller:
    return Teller("socialwork", "benefits")


async def fill(desk: Part, sw: Teller, person: UUID, count: int, seed: int = 1) -> None:
    """Own and others' facts, which did not happen in the order in which they came."""
    chance = random.Random(seed)
    for _ in range(count):
        happened = DAY - timedelta(days=chance.randint(0, 5))
        if chance.random() < 0.5:
            await say(desk, ASSIGNED, person, now=happened)
            await follow(desk)
        else:
            await desk.inbox.take([sw.tell(CERTIFIED, person, time=happened)])


async def test_beside_each_entry_stand_four_times(desk: Part, sw: Teller, clock: SetClock) -> None:
    person = someone()
    times = [DAY - timedelta(days=days) for days in (4, 3, 2)]
    occurred, recorded, disclosed = times
    await desk.inbox.take(
        [sw.tell(CERTIFIED, person, time=occurred, recordedtime=recorded, disclosedtime=disclosed)]
    )
    await say(desk, ASSIGNED, person, now=DAY - timedelta(hours=1))
    await follow(desk)
    own, others = (await desk.timeline.page(person)).entries
    assert (others.occurred_at, others.recorded_at, others.disclosed_at) == (*times,)
    assert others.received_at == clock.now()
    assert (others.unit, others.form) == ("socialwork", Form.FULL)
    assert own.occurred_at == DAY - timedelta(hours=1)
    assert own.recorded_at == own.disclosed_at == own.received_at == clock.now()
    assert own.unit == "benefits"


async def test_paging_shows_every_entry_once_although_others_come_in_between(
    desk: Part, sw: Teller
) -> None:
    person = someone()
    await fill(desk, sw, person, 40)
    before = {entry.position for entry in await desk.timeline.after(person, 0)}
    shown: list[Entry] = []
    cursor: str | None = None
    while True:
        page = await desk.timeline.page(person, before=cursor, limit=7)
        shown += page.entries
        cursor = page.next
        if cursor is None:
            break
        await fill(desk, sw, person, 3, seed=len(shown))
    places = [(entry.occurred_at, entry.position) for entry in shown]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == len(places)
    assert before <= {entry.position for entry in shown}


async def test_a_page_may_be_of_one_unit_and_one_kind(desk: Part, sw: Teller) -> None:
    person = someone()
    await desk.inbox.take([sw.tell(CERTIFIED, person), sw.tell(TERMS, person)])
    await say(desk, ASSIGNED, person)
    await say(desk, ASSIGNED, someone())
    await follow(desk)
    page = await desk.timeline.page(person, unit="socialwork")
    assert {entry.type for entry in page.entries} == {CERTIFIED.type(), TERMS.type()}
    page = await desk.timeline.page(person, kind=TERMS.type())
    assert [entry.type for entry in page.entries] == [TERMS.type()]
    assert await desk.timeline.units_and_kinds(person) == (
        ["benefits", "socialwork"],
        sorted([ASSIGNED.type(), CERTIFIED.type(), TERMS.type()]),
    )
    assert await desk.timeline.units_and_kinds(someone()) == ([], [])
    assert not await desk.timeline.knows(someone())
    assert await desk.timeline.knows(person)


async def test_as_known_on_a_day_leaves_out_what_came_after_that_day_ended_in_warsaw(
    desk: Part, sw: Teller, clock: SetClock
) -> None:
    person = someone()
    just_before_midnight = datetime(2026, 3, 10, 22, 59, 59, tzinfo=UTC)
    for clock.at in (just_before_midnight, just_before_midnight + timedelta(seconds=2)):
        await desk.inbox.take([sw.tell(CERTIFIED, person, time=DAY - timedelta(days=30))])
    await say(desk, ASSIGNED, person, now=DAY)
    await follow(desk)

    async def known(day: date) -> int:
        return len((await desk.timeline.page(person, known_on=day)).entries)

    assert await known(date(2026, 3, 9)) == 0
    assert await known(date(2026, 3, 10)) == 1
    assert await known(date(2026, 3, 11)) == 3
    assert (await known(date.min), await known(date.max)) == (0, 3)


@pytest.mark.parametrize(
    "cursor", ["x", "é", "MjAyNg", "MjAyNi0wMS0wMXw5OTk5OTk5OTk5OTk5OTk5OTk5OQ"]
)
async def test_a_damaged_page_address_is_refused(cursor: str, desk: Part) -> None:
    with pytest.raises(CursorWrong):
        await desk.timeline.page(someone(), before=cursor)


async def test_rebuilt_it_is_byte_for_byte_what_it_was(desk: Part, sw: Teller) -> None:
    for seed in range(4):
        await fill(desk, sw, someone(), 25, seed)
    odd = {"month": "2026-02", "later": 'Zażółć "gęślą" jaźń\n', "n": 1.50, "none": None}
    await desk.inbox.take([sw.tell(TERMS, someone(), Form.SUMMARY)])
    await desk.inbox.take(
        [sw.tell(CERTIFIED, someone(), data=CERTIFIED.model_dump(mode="json") | odd)]
    )
    live = await whole(desk)
    await desk.pool.execute("update timeline set data = '{}', unit = 'nobody'")
    async with desk.pool.acquire() as tx, tx.transaction():
        assert await desk.timeline.rebuild(tx) == len(live) == 102
    assert await whole(desk) == live
    await fill(desk, sw, someone(), 5, seed=9)
    assert len(await whole(desk)) == 107


async def whole(desk: Part) -> list[str]:
    rows = await desk.pool.fetch("select timeline::text as line from timeline order by position")
    return [row["line"] for row in rows]


async def test_live_reading_resumes_behind_a_position_without_loss_or_repeat(
    desk: Part, sw: Teller
) -> None:
    person = someone()
    ending = asyncio.Event()

    async def own_facts() -> None:
        for _ in range(30):
            await say(desk, ASSIGNED, person)
            await follow(desk)

    async def others_facts() -> None:
        for _ in range(30):
            await desk.inbox.take([sw.tell(CERTIFIED, person), sw.tell(CERTIFIED, someone())])

    async def reader() -> list[int]:
        """Leaves and comes back again and again, as a browser does."""
        read: list[int] = []
        while len(read) < 60:
            live = desk.timeline.live(person, read[-1] if read else 0)
            async for entry in live:
                read.append(entry.position)
                if len(read) % 7 == 0:
                    break
                if len(read) == 60:
                    break
            await live.aclose()  # type: ignore[attr-defined]  # an async generator
        ending.set()
        return read

    async with asyncio.timeout(PATIENCE):
        read, *_ = await asyncio.gather(reader(), own_facts(), others_facts())
    assert read == [entry.position for entry in await desk.timeline.after(person, 0)]
    assert len(set(read)) == 60


async def test_a_reader_who_waits_is_woken_by_the_next_entry(
    desk: Part, sw: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "POLL", 3600.0)
    person = someone()
    live = desk.timeline.live(person, 0)
    next_one = asyncio.ensure_future(anext(live))
    await asyncio.sleep(0.05)
    await desk.inbox.take([sw.tell(CERTIFIED, person)])
    async with asyncio.timeout(PATIENCE):
        assert (await next_one).type == CERTIFIED.type()
    await live.aclose()  # type: ignore[attr-defined]  # an async generator
