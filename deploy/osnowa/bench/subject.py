"""What is measured: a part of the platform without rules of its own, in this process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Publisher
from osnowa_contracts.socialwork import CooperationCertified, UnusedResourcesCertified

from chassis.aggregate import Aggregate, Created, DomainEvent, event
from chassis.clock import Clock
from chassis.context import Context, Worker
from chassis.database import Connection
from chassis.disclosure import Announcement, Begin, End
from chassis.event_log import Recorded
from chassis.part import Address, Behaviour, Part

NEAR, FAR = "socialwork", "benefits"
WORKER = Worker("bench", "bench", "bench", NEAR)


class Certificate(Aggregate):
    """An event of about 300 bytes that becomes one public fact."""

    TOPIC = "bench.certificate"

    class Issued(Created):
        TOPIC = "bench.certificate.issued.1"
        person: UUID
        begins: bool
        text: str

    @event(Issued)
    def __init__(self, person: UUID, begins: bool, text: str) -> None:
        self.person, self.begins, self.size = person, begins, len(text)


TEXT = "x" * 210
"""Makes the stored event 300 bytes long, with its id and its other fields."""


def context(*, key: bool = True) -> Context:
    return Context(
        worker=WORKER, now=datetime.now(UTC), idempotency_key=uuid4().hex if key else None
    )


def disclose(happened: DomainEvent, certificate: Any) -> Iterator[Announcement]:
    assert isinstance(happened, Certificate.Issued)
    today = date(2026, 2, 27)
    said: Fact = CooperationCertified(
        certificate_id=certificate.id, terms_id=certificate.id, month="2026-02", cooperates=True,
        issued_on=today,
    )  # fmt: skip
    if happened.begins:
        said = UnusedResourcesCertified(
            certificate_id=certificate.id, has_unused=True, issued_on=today
        )
    yield Announcement(said, happened.person)


def involve(fact: Fact, _person: UUID | None, _by: str) -> Iterator[Begin | End]:
    if isinstance(fact, UnusedResourcesCertified):
        yield Begin(FAR, "case", fact.certificate_id)


async def _project_event(
    _tx: Connection, _event: DomainEvent, _aggregate: Any, _recorded: Recorded
) -> None:
    return


async def _project_fact(_tx: Connection, _fact: Fact, _envelope: Envelope) -> None:
    return


def part(unit: str, database: str, nats: str, password: str) -> Part:
    neighbours = {NEAR: Publisher.SOCIALWORK, FAR: Publisher.BENEFITS}
    behaviour = Behaviour(disclose, involve, _project_event, _project_fact)
    return Part(Address(unit, database, nats, password), neighbours, behaviour, Clock())
