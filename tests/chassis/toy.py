"""A part without rules of its own: it says the facts that a test gives it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Publisher, find

from chassis.aggregate import Aggregate, Created, DomainEvent, event
from chassis.clock import Clock
from chassis.context import Context, Worker
from chassis.database import Connection, prepare_database
from chassis.disclosure import Announcement, Begin, End
from chassis.event_log import EventLog, Receipt
from chassis.part import SCHEMAS, Address, Behaviour, Part

SCHEMA = Path(__file__).with_suffix(".sql")
NEIGHBOURS = {
    "intake": Publisher.INTAKE,
    "benefits": Publisher.BENEFITS,
    "socialwork": Publisher.SOCIALWORK,
    "service-orders": Publisher.SERVICE_ORDERS,
    "ngo": Publisher.CONTRACTOR,
    "other-ngo": Publisher.CONTRACTOR,
    "pup": Publisher.PUP,
    "reporting": Publisher.REPORTING,
}

Begins = Mapping[str, Sequence[Begin | End]]
T = TypeVar("T")


class Errand(Aggregate):
    """Says facts, and counts what is added; a reaction makes one too, and it says nothing."""

    TOPIC = "toy.errand"

    class Said(Created):
        TOPIC = "toy.errand.said.1"
        type: str
        data: dict[str, Any]
        person: UUID | None
        to: tuple[str, ...]

    class Counted(Aggregate.Event):
        TOPIC = "toy.errand.counted.1"
        by: int

    @event(Said)
    def __init__(
        self, type: str, data: dict[str, Any], person: UUID | None, to: tuple[str, ...] = ()
    ) -> None:
        self.said = (type, data, person, to)
        self.count = 0

    def add(self, by: int) -> None:
        self._counted(by=by)

    @event(Counted)
    def _counted(self, by: int) -> None:
        self.count += by


def disclose(happened: DomainEvent, _errand: Errand) -> Iterator[Announcement]:
    if isinstance(happened, Errand.Said) and (cls := find(happened.type)):
        yield Announcement(cls.model_validate(happened.data), happened.person, to=happened.to)


@dataclass
class Toy:
    """What the part does when it hears something; a test sets and reads it."""

    begins: Begins = field(default_factory=dict)
    """By the name of a fact, own or received: who becomes or ceases to be involved."""
    heard: list[Fact] = field(default_factory=list)
    fails_on: str | None = None
    """The name of a fact that it cannot handle."""
    reacts: bool = False
    """Whether each received fact makes an errand."""
    restates: bool = False
    """Whether it passes on what it hears, to all who are involved."""

    def involve(self, fact: Fact, _person: UUID | None, _by: str) -> Iterator[Begin | End]:
        yield from self.begins.get(fact.name(), ())

    async def project_event(self, tx: Connection, happened: DomainEvent, *_: object) -> None:
        await tx.execute("insert into seen values ($1)", happened.originator_id)

    async def project_fact(self, tx: Connection, fact: Fact, envelope: Envelope) -> None:
        if fact.name() == self.fails_on:
            raise RuntimeError("this fact cannot be handled")
        await tx.execute(
            "insert into heard (fact, publisher, sequence) values ($1, $2, $3)",
            envelope.id, envelope.publisher, envelope.sequence,
        )  # fmt: skip

    async def react(self, log: EventLog, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        self.heard.append(fact)
        if self.restates and envelope.subject:
            data = fact.model_dump(mode="json")
            errand = Errand(type=_own_type(fact), data=data, person=UUID(envelope.subject))
            await log.append(errand, ctx=ctx)
        elif self.reacts:
            errand = Errand(type="", data={}, person=None)
            await log.once(lambda: log.append(errand, ctx=ctx), ctx=ctx)

    def behaviour(self) -> Behaviour:
        return Behaviour(
            disclose=disclose,
            involve=self.involve,
            project_event=self.project_event,
            project_fact=self.project_fact,
        )

    def to_json(self) -> str:
        """For a toy in a process of its own."""
        changes = {
            name: [[type(c).__name__, {k: str(v) for k, v in vars(c).items()}] for c in changes]
            for name, changes in self.begins.items()
        }
        return json.dumps({"begins": changes, "reacts": self.reacts})

    @classmethod
    def from_json(cls, text: str) -> Toy:
        told = json.loads(text)
        return cls(
            begins={n: [_change(*c) for c in changes] for n, changes in told["begins"].items()},
            reacts=told["reacts"],
        )


def _change(kind: str, values: dict[str, str]) -> Begin | End:
    if kind == "Begin":
        return Begin(values["unit"], values["reason"], UUID(values["reference"]))
    return End(UUID(values["reference"]), int(values["keep_days"]))


def _own_type(fact: Fact) -> str:
    """The fact of the same name that service-orders says."""
    return fact.type().replace("osnowa.contractor.", "osnowa.service-orders.")


def part(
    unit: str, database: str, nats: str, password: str, toy: Toy, clock: Clock | None = None
) -> Part:
    address = Address(unit, database, nats, password)
    made = Part(address, NEIGHBOURS, toy.behaviour(), clock or Clock(), (SCHEMA,))
    made.reacts(lambda fact, envelope, ctx: toy.react(made.log, fact, envelope, ctx))
    return made


async def without_broker(
    unit: str, database: str, toy: Toy | None = None, clock: Clock | None = None
) -> Part:
    """A part whose steps the test takes itself. To be ended with `rest`."""
    made = part(unit, database, "nats://nowhere", "", toy or Toy(), clock)
    await made.pool
    await prepare_database(made.pool, unit, (*SCHEMAS, SCHEMA))
    await made.log.start()
    return made


async def rest(*parts: Part) -> None:
    for one in parts:
        await one.log.stop()
        await one.pool.close()


def context(unit: str = "benefits", **more: Any) -> Context:
    return Context(worker=Worker("w1", "W", "tester", unit), **{"now": datetime.now(UTC), **more})


async def say(
    speaker: Part | EventLog, fact: Fact, person: UUID | None = None, *,
    to: tuple[str, ...] = (), **more: Any,
) -> Receipt:  # fmt: skip
    log = speaker if isinstance(speaker, EventLog) else speaker.log
    errand = Errand(type=fact.type(), data=fact.model_dump(mode="json"), person=person, to=to)
    return await log.append(errand, ctx=context(fact.PUBLISHER.value, **more))


async def follow(*parts: Part) -> None:
    """Until everything in the log is disclosed."""
    for one in parts:
        while await one.follower.step():
            pass


async def somebody_waits(part: Part) -> bool:
    """Whether a transaction of this part's database has to wait for its turn."""
    return bool(
        await part.pool.fetchval(
            "select exists (select from pg_stat_activity"
            " where wait_event_type = 'Lock' and datname = current_database())"
        )
    )


async def sent_to(speaker: Part, recipient: str) -> list[Envelope]:
    """What the register has for a recipient, in the order of its sequence."""
    return [Envelope.from_bytes(raw) for _, raw in await messages_to(speaker, recipient)]


async def messages_to(speaker: Part, recipient: str) -> list[tuple[str, bytes]]:
    """The same as the broker would bring it: subject and bytes."""
    rows = await speaker.pool.fetch(
        "select subject, envelope from disclosures where recipient = $1 order by sequence",
        recipient,
    )
    return [(row["subject"], row["envelope"].encode()) for row in rows]


PATIENCE = 90.0
"""Seconds that a test waits for what must come; a machine that does much else is slow."""


async def eventually(check: Callable[[], Awaitable[T]]) -> T:
    """Waits until an async check answers something true."""
    async with asyncio.timeout(PATIENCE):
        while not (found := await check()):  # noqa: ASYNC110  # another process changes it
            await asyncio.sleep(0.02)
    return found


def someone() -> UUID:
    return uuid4()
