"""A part without rules of its own: it says the facts that a test gives it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Publisher, find

from chassis.aggregate import Aggregate, Created, DomainEvent, event
from chassis.clock import Clock
from chassis.context import Context, Worker
from chassis.database import Connection
from chassis.disclosure import Announcement, Begin, End
from chassis.event_log import EventLog, Receipt, Recorded
from chassis.part import Address, Behaviour, Part

NEIGHBOURS = {
    "intake": Publisher.INTAKE,
    "benefits": Publisher.BENEFITS,
    "socialwork": Publisher.SOCIALWORK,
    "service-orders": Publisher.SERVICE_ORDERS,
    "ngo": Publisher.CONTRACTOR,
    "pup": Publisher.PUP,
    "reporting": Publisher.REPORTING,
}


class Errand(Aggregate):
    """Says facts, and counts how often it was told to do something."""

    TOPIC = "toy.errand"

    class Said(Created):
        TOPIC = "toy.errand.said.1"
        type: str
        data: dict[str, Any]
        person: UUID | None

    class Counted(Aggregate.Event):
        TOPIC = "toy.errand.counted.1"
        by: int

    @event(Said)
    def __init__(self, type: str, data: dict[str, Any], person: UUID | None) -> None:
        self.person = person
        self.count = 0

    def add(self, by: int) -> None:
        self._counted(by=by)

    @event(Counted)
    def _counted(self, by: int) -> None:
        self.count += by


def disclose(happened: DomainEvent, errand: Errand) -> Iterator[Announcement]:
    if isinstance(happened, Errand.Said) and (cls := find(happened.type)):
        yield Announcement(cls.model_validate(happened.data), errand.person)


@dataclass
class Toy:
    """What the part does when it hears something; a test sets and reads it."""

    begins: dict[str, list[Begin | End]] = field(default_factory=dict)
    """By the name of a fact, own or received: who becomes or ceases to be involved."""
    heard: list[Fact] = field(default_factory=list)
    fails_on: str | None = None
    reacts: bool = False

    def involve(self, fact: Fact, _person: UUID | None, _by: str) -> Iterator[Begin | End]:
        yield from self.begins.get(fact.name(), ())

    async def project_event(self, tx: Connection, happened: DomainEvent, *_: object) -> None:
        await tx.execute("create table if not exists seen (event text)")
        await tx.execute("insert into seen values ($1)", str(happened.originator_id))

    async def project_fact(self, tx: Connection, fact: Fact, envelope: Envelope) -> None:
        if fact.name() == self.fails_on:
            raise RuntimeError("this fact cannot be handled")
        await tx.execute("create table if not exists heard (fact uuid)")
        await tx.execute("insert into heard values ($1)", envelope.id)

    async def react(self, log: EventLog, fact: Fact, ctx: Context) -> None:
        self.heard.append(fact)
        if self.reacts:
            errand = Errand(type="", data={}, person=None)
            await log.once(lambda: log.append(errand, ctx=ctx), ctx=ctx)

    def behaviour(self) -> Behaviour:
        return Behaviour(
            disclose=disclose,
            involve=self.involve,
            project_event=self.project_event,
            project_fact=self.project_fact,
            make_react=lambda log, _reading: (
                lambda fact, _envelope, ctx: self.react(log, fact, ctx)
            ),
        )


def part(
    unit: str, database: str, nats: str, password: str, toy: Toy, clock: Clock | None = None
) -> Part:
    return Part(
        Address(unit, database, nats, password), NEIGHBOURS, toy.behaviour(), clock or Clock()
    )


def context(unit: str = "benefits", **more: Any) -> Context:
    return Context(worker=Worker("w1", "W", "tester", unit), now=datetime.now(UTC), **more)


async def say(part_: Part, fact: Fact, person: UUID | None = None, **more: Any) -> Receipt:
    errand = Errand(type=fact.type(), data=fact.model_dump(mode="json"), person=person)
    return await part_.log.append(errand, ctx=context(part_.address.unit, **more))


async def eventually(check: Any, within: float = 10.0) -> Any:
    """Waits until an async check answers something true."""
    async with asyncio.timeout(within):
        while not (found := await check()):  # noqa: ASYNC110  # another process changes it
            await asyncio.sleep(0.02)
    return found


def someone() -> UUID:
    return uuid4()


__all__ = ["Errand", "Recorded", "Toy", "context", "eventually", "part", "say", "someone"]
