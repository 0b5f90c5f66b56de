"""What every aggregate of the house starts from.

Public methods decide and refuse; private `@event` methods apply and never refuse. Event classes are
nested in their aggregate and carry an explicit stored name, `TOPIC = "unit.thing.opened.1"`;
the first event of an aggregate derives from `Created`, every other from `Aggregate.Event`.

An aggregate of several stages may take each from a plain class beside it, with the stage's public
methods and apply steps; it names them as its bases, before `Aggregate`.
"""

from typing import Any
from uuid import UUID, uuid4

from eventsourcing.domain import (
    AggregateCreated,
    AggregateEvent,
    BaseAggregate,
    CommandMethodDecorator,
    event,
)

__all__ = ["Aggregate", "Created", "DomainEvent", "event"]

DomainEvent = AggregateEvent
Created = AggregateCreated


class Aggregate(BaseAggregate[UUID]):
    """The library's aggregate without its ready-made `Created`: each names its own birth."""

    class Event(AggregateEvent):
        """Base of the aggregate's events."""

    def __init_subclass__(cls, **options: Any) -> None:
        """Takes the apply steps of its stages over; the library looks for them in `cls` only."""
        for stage in reversed(cls.__mro__[1:]):
            if issubclass(stage, BaseAggregate):
                continue
            for name, member in vars(stage).items():
                if isinstance(member, CommandMethodDecorator) and name not in vars(cls):
                    setattr(cls, name, member)
        super().__init_subclass__(**options)

    @staticmethod
    def create_id(*_: Any, **__: Any) -> UUID:
        return uuid4()
