"""What a partner announces goes to whoever ordered from it or asked it about the client."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from osnowa_contracts import benefits, service_orders
from osnowa_contracts.fact import Fact, Publisher, find

from chassis import disclosure
from chassis.aggregate import DomainEvent
from chassis.disclosure import Begin, End
from services.partner.announcement import Announcement


def said(event: Announcement.Announced) -> Fact:
    """Raises LookupError for a fact that the contracts do not know any more."""
    cls = find(event.fact_type)
    if cls is None:
        raise LookupError(f"{event.fact_type} is not in the contracts any more")
    return cls.model_validate(event.data)


def disclose(event: DomainEvent, _announcement: Announcement) -> Iterator[disclosure.Announcement]:
    match event:
        case Announcement.Announced():
            # A report on all orders names nobody; whoever orders services is told.
            to = () if event.person_id else (Publisher.SERVICE_ORDERS.value,)
            yield disclosure.Announcement(said(event), event.person_id, to)


def involve(fact: Fact, _person: UUID | None, told_by: str) -> Iterator[Begin | End]:
    """Whoever orders or asks is told what we say of this client; it does not end with the order,
    for the last visits and the last report come after it."""
    match fact:
        case service_orders.OrderPlaced():
            yield Begin(unit=told_by, reason="order", reference=fact.order_id)
        case benefits.EvidenceRequested():
            for unit in (told_by, *fact.also_for):
                yield Begin(unit=unit, reason="evidence", reference=fact.request_id)
