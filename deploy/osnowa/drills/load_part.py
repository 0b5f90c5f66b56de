"""The program that the units of a drill run: says facts on request, answers some, counts all.

Its tables have no constraint that would hide an effect that came twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from fastapi import APIRouter
from osnowa_contracts.benefits import CaseAssigned
from osnowa_contracts.codes import Channel
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Publisher
from osnowa_contracts.intake import ContactRegistered
from osnowa_contracts.roles import Role
from pydantic import BaseModel

from chassis.aggregate import Aggregate, Created, DomainEvent, event
from chassis.context import Context, command
from chassis.database import Connection, Pool
from chassis.disclosure import Announcement, Begin, End
from chassis.event_log import EventLog, Receipt, Recorded
from chassis.service import Service
from chassis.web import Ctx, Running
from osnowa.drills.names import ANSWERING, LISTENING, MENDED, POISON, TELLING

KINDS = {
    TELLING: Publisher.INTAKE,
    ANSWERING: Publisher.BENEFITS,
    LISTENING: Publisher.SOCIALWORK,
}
"""As units.toml says."""

TOLD = {TELLING: (ANSWERING, LISTENING), ANSWERING: (TELLING, LISTENING)}
"""Who is involved with a person by what a unit says."""


class Notice(Aggregate):
    """Something that one unit tells about a person."""

    TOPIC = "drill.notice"

    class Given(Created):
        TOPIC = "drill.notice.given.1"
        person: UUID
        text: str

    @event(Given)
    def __init__(self, person: UUID, text: str) -> None:
        self.person, self.text = person, text


class Answer(Aggregate):
    """What a notice led to in another unit, once."""

    TOPIC = "drill.answer"

    class Made(Created):
        TOPIC = "drill.answer.made.1"
        person: UUID
        notice: UUID

    @event(Made)
    def __init__(self, person: UUID, notice: UUID) -> None:
        self.person, self.notice = person, notice


class Commands:
    def __init__(self, log: EventLog, _reading: Pool) -> None:
        self.log = log

    @command(Role.INFORMATION_WORKER)
    async def give_notice(self, person: UUID, text: str, *, ctx: Context) -> Receipt:
        return await self.log.append(Notice(person=person, text=text), ctx=ctx)

    @command(Role.SYSTEM)
    async def answer(self, person: UUID, notice: UUID, *, ctx: Context) -> Receipt:
        return await self.log.append(Answer(person=person, notice=notice), ctx=ctx)


class Reactions:
    """An answer has an id of its own each time: only the idempotency key keeps it to one."""

    def __init__(self, commands: Commands, _reading: Pool) -> None:
        self.commands = commands

    async def react(self, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        if isinstance(fact, ContactRegistered) and envelope.recipient == ANSWERING:
            assert envelope.subject is not None
            await self.commands.answer(UUID(envelope.subject), fact.contact_id, ctx=ctx)


def disclose(happened: DomainEvent, aggregate: Any) -> Iterator[Announcement]:
    match happened:
        case Notice.Given():
            yield Announcement(
                ContactRegistered(
                    contact_id=aggregate.id,
                    channel=Channel.PHONE,
                    urgent=False,
                    problem=happened.text,
                ),
                happened.person,
            )
        case Answer.Made():
            yield Announcement(
                CaseAssigned(case_id=aggregate.id, worker_id="drill"), happened.person
            )


def involve(fact: Fact, person: UUID | None, told_by: str) -> Iterator[Begin | End]:
    """Whoever says something about a person says all of it to the other units."""
    own = ANSWERING if isinstance(fact, CaseAssigned) else TELLING
    if person is not None and told_by == own:
        for unit in TOLD[own]:
            yield Begin(unit, "drill", uuid5(person, "drill"))


async def project_event(
    tx: Connection, happened: DomainEvent, _aggregate: Any, recorded: Recorded
) -> None:
    await tx.execute(
        "insert into drill_followed values ($1, $2)", recorded.position, happened.originator_id
    )


async def project_fact(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    """The fold depends on the order, so that a fact out of its order shows for ever."""
    poisoned = envelope.recipient == ANSWERING and getattr(fact, "problem", None) == POISON
    if poisoned and MENDED not in os.environ:
        raise ZeroDivisionError
    await tx.execute(
        "insert into drill_heard values ($1, $2, $3)",
        envelope.publisher, envelope.sequence, envelope.id,
    )  # fmt: skip
    await tx.execute(
        "insert into drill_state values ($1, $2, 1, md5($3::text)) on conflict (publisher, person)"
        " do update set facts = drill_state.facts + 1, fold = md5(drill_state.fold || $3::text)",
        envelope.publisher, UUID(str(envelope.subject)), str(envelope.id),
    )  # fmt: skip


router = APIRouter(prefix="/api", tags=["drill"])


class NewNotice(BaseModel):
    person: UUID
    text: str


@router.post("/notices", status_code=201)
async def give_notice(new: NewNotice, ctx: Ctx, service: Running[Commands]) -> Receipt:
    return await service.commands.give_notice(new.person, new.text, ctx=ctx)


def service(unit: str) -> Service[Commands]:
    """One program, three kinds."""
    return Service(
        kind=KINDS[unit],
        schema=Path(__file__).with_suffix(".sql"),
        aggregates=[Notice, Answer],
        commands=Commands,
        reactions=Reactions,
        disclose=disclose,
        involve=involve,
        project_event=project_event,
        project_fact=project_fact,
        routers=[router],
    )


if __name__ == "__main__":
    service(os.environ["OSNOWA_UNIT"]).run()
