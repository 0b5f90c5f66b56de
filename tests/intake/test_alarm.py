"""An alarm that nobody takes is known to the head of the desk, who never learns whose it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from chassis.context import Context, Worker
from services.intake.alarm import WAITS, longest_wait_on
from services.intake.commands import clockwork
from services.intake.contact import Contact
from tests.intake.conftest import (
    CRISIS_WORKER,
    INFORMATION_HEAD,
    OTHER_WORKER,
    signed_in,
)
from tests.intake.test_desk import crisis, person, sent

__all__ = ["person"]

NINE = datetime(2026, 2, 2, 9, tzinfo=UTC)
TITLE = "Alarm czeka na pracownika interwencji kryzysowej"


@pytest.fixture
async def head(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with signed_in(app, INFORMATION_HEAD) as client:
        yield client


async def clock_at(app: FastAPI, minutes: int) -> int:
    """What the clock says so many minutes after nine; how many alarms it told of."""
    service = app.state.service
    now = NINE + timedelta(minutes=minutes)
    ctx = Context(Worker.system("intake"), now, idempotency_key="clock")
    told = await clockwork.act(service.commands, service.reading, ctx)
    assert await service.part.follower.reached(await service.part.log.head())
    return told


async def alarms(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    return [one for one in (await client.get("/api/tasks")).json() if one["alarm"]]


def test_the_wait_is_a_dated_parameter() -> None:
    assert longest_wait_on(date(2026, 2, 2)) == timedelta(hours=1)
    assert longest_wait_on(date(1999, 1, 1)) == WAITS[0].longest


async def test_after_an_hour_the_head_is_told_without_name_or_reason(
    app: FastAPI, desk: httpx.AsyncClient, head: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    assert await clock_at(app, 59) == 0
    assert await alarms(head) == []
    assert await clock_at(app, 65) == 1
    assert await clock_at(app, 70) == 0, "once"
    (task,) = await alarms(head)
    assert (task["title"], task["due"], task["link"]) == (TITLE, "2026-02-02", "/alarms")
    assert task["detail"].startswith("czeka od 2 lutego 2026, 10:0")
    page = (await head.get("/alarms")).text
    assert "Olga Wierzba" in page
    assert "czeka od 2 lutego 2026" in page
    for hidden in ("Wzorcowy", contact_id, person, "przemoc", "stracił"):
        assert hidden not in page
        assert hidden not in str(task)
    assert (await head.get(f"/api/contacts/{contact_id}")).status_code == 403


async def test_two_processes_at_once_tell_of_it_once(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    await crisis(desk, person)
    service, worker = app.state.service, Worker.system("intake")
    hours = [Context(worker, NINE + timedelta(minutes=65 + one)) for one in range(4)]
    acts = (clockwork.act(service.commands, service.reading, ctx) for ctx in hours)
    await asyncio.gather(*acts)
    topic = Contact.AlarmEscalated.TOPIC
    told = await service.reading.fetchval("select count(*) from events where topic = $1", topic)
    assert told == 1


async def test_an_alarm_that_is_raised_again_is_told_of_again(
    app: FastAPI, desk: httpx.AsyncClient, head: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    assert await clock_at(app, 65) == 1
    async with signed_in(app, CRISIS_WORKER) as olga:
        for outcome in ("SOCIAL_WORK", "CRISIS_VIOLENCE"):
            correction = f"/api/contacts/{contact_id}/triage/corrections"
            await sent(olga, correction, outcome=outcome, reason="po rozmowie")
    assert await alarms(head) == []
    assert await clock_at(app, 130) == 1
    assert len(await alarms(head)) == 1


async def test_it_goes_when_the_crisis_worker_takes_the_alarm(
    app: FastAPI, desk: httpx.AsyncClient, head: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    await clock_at(app, 65)
    async with signed_in(app, CRISIS_WORKER) as olga:
        await sent(olga, f"/api/contacts/{contact_id}/crisis")
    assert await alarms(head) == []
    assert "Żaden alarm nie czeka" in (await head.get("/alarms")).text
    assert await clock_at(app, 180) == 0


async def test_one_that_is_taken_in_time_is_never_told_of(
    app: FastAPI, desk: httpx.AsyncClient, head: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    async with signed_in(app, CRISIS_WORKER) as olga:
        await sent(olga, f"/api/contacts/{contact_id}/crisis")
    assert await clock_at(app, 65) == 0
    assert await alarms(head) == []


async def test_several_are_one_task_by_the_oldest(
    app: FastAPI, desk: httpx.AsyncClient, head: httpx.AsyncClient, person: str
) -> None:
    await crisis(desk, person)
    await crisis(desk, person)
    assert await clock_at(app, 65) == 2
    (task,) = await alarms(head)
    assert task["title"] == TITLE
    assert (await head.get("/alarms")).text.count("czeka od") == 2


async def test_other_workers_are_not_told_and_the_registrar_sees_the_alarm_as_before(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    await crisis(desk, person)
    await clock_at(app, 65)
    async with signed_in(app, OTHER_WORKER) as other:
        assert await alarms(other) == []
        assert (await other.get("/alarms")).status_code == 403
    (task,) = await alarms(desk)
    assert task["title"].startswith("Alarm: kryzys lub przemoc")


async def test_who_raised_it_and_heads_the_desk_sees_it_by_name_only(
    app: FastAPI, head: httpx.AsyncClient, person: str
) -> None:
    await crisis(head, person)
    await clock_at(app, 65)
    (task,) = await alarms(head)
    assert task["title"].startswith("Alarm: kryzys lub przemoc")
