"""What falls due by itself: once an hour of business time, once however often it is asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from osnowa_contracts import benefits
from osnowa_contracts.examples import EXAMPLES

from chassis.clock import Clock, set_offset
from chassis.clockwork import Clockwork, done
from chassis.context import Context
from chassis.event_log import Receipt
from chassis.part import Part
from chassis.refusal import NotFound
from tests.chassis import toy
from tests.chassis.toy import Errand, someone

MORNING = datetime(2026, 2, 27, 9, 30, tzinfo=UTC)


@pytest.fixture
async def part(database: str) -> AsyncIterator[Part]:
    made = await toy.without_broker("benefits", database)
    await toy.follow(made)
    yield made
    await toy.rest(made)


def clockwork(part: Part, clock: Clock, asked: list[Context]) -> Clockwork:
    async def act(ctx: Context) -> None:
        asked.append(ctx)

    return Clockwork("benefits", clock, part.log, part.follower, act)


async def test_it_acts_when_the_hour_moved_and_then_rests(part: Part, tmp_path: Path) -> None:
    file, asked = tmp_path / "clock", list[Context]()
    works = clockwork(part, Clock(file), asked)
    for moment in (MORNING, MORNING, MORNING + timedelta(hours=1), MORNING + timedelta(days=40)):
        set_offset(file, moment)
        await works.step()
    assert [ctx.now.hour for ctx in asked] == [9, 10, 9]
    assert {(ctx.worker.id, ctx.idempotency_key) for ctx in asked} == {("system:benefits", "clock")}


async def test_where_an_hour_is_too_long_it_acts_by_parts_of_it(part: Part, tmp_path: Path) -> None:
    file, asked = tmp_path / "clock", list[Context]()

    async def act(ctx: Context) -> None:
        asked.append(ctx)

    works = Clockwork(
        "benefits", Clock(file), part.log, part.follower, act, every=timedelta(minutes=5)
    )
    for minutes in (1, 3, 5, 9, 61):
        set_offset(file, MORNING + timedelta(minutes=minutes))
        await works.step()
    assert [ctx.now.minute for ctx in asked] == [31, 35, 31]
    assert works.acted == MORNING + timedelta(minutes=60)


async def test_what_failed_is_tried_again_in_the_same_hour(part: Part, tmp_path: Path) -> None:
    set_offset(tmp_path / "clock", MORNING)
    tried = 0

    async def act(_ctx: Context) -> None:
        nonlocal tried
        tried += 1
        if tried == 1:
            raise ConnectionError

    works = Clockwork("benefits", Clock(tmp_path / "clock"), part.log, part.follower, act)
    with pytest.raises(ConnectionError):
        await works.step()
    await works.step()
    await works.step()
    assert tried == 2


async def test_a_command_of_the_clock_is_done_once_after_a_restart_too(
    part: Part, tmp_path: Path
) -> None:
    set_offset(tmp_path / "clock", MORNING)
    person, new = someone(), list[bool]()

    async def act(ctx: Context) -> None:
        new.append(await done(write(part, person, ctx.step("letter/2026-02-27"))))

    for _ in range(2):  # the second one knows nothing of the first
        works = Clockwork("benefits", Clock(tmp_path / "clock"), part.log, part.follower, act)
        await works.step()
        await toy.follow(part)
    assert new == [True, False]
    assert await part.log.head() == 1


async def test_a_refusal_holds_up_nothing_else() -> None:
    async def refused() -> Receipt:
        raise NotFound("letter")

    assert not await done(refused())


async def write(part: Part, person: UUID, ctx: Context) -> Receipt:
    letter = EXAMPLES[benefits.DeadlineMissed]
    errand = Errand(type=letter.type(), data=letter.model_dump(mode="json"), person=person)
    return await part.log.once(lambda: part.log.append(errand, ctx=ctx), ctx=ctx)
