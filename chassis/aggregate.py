"""What every aggregate of the house starts from.

Public methods decide and refuse; private `@event` methods apply and never refuse. Event classes are
nested in their aggregate and carry an explicit stored name, `TOPIC = "unit.thing.opened.1"`;
the first event of an aggregate derives from `Created`, every other from `Aggregate.Event`.
"""

from typing import Any
from uuid import UUID, uuid4

from eventsourcing.domain import AggregateCreated, AggregateEvent, BaseAggregate, event

__all__ = ["Aggregate", "Created", "DomainEvent", "event"]

DomainEvent = AggregateEvent
Created = AggregateCreated


class Aggregate(BaseAggregate[UUID]):
    """The library's aggregate without its ready-made `Created`: each names its own birth."""

    class Event(AggregateEvent):
        """Base of the aggregate's events."""

    @staticmethod
    def create_id(*_: Any, **__: Any) -> UUID:
        return uuid4()
