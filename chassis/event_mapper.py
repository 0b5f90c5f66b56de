"""Turns domain events into JSON and back, by the annotations of their fields.

The library's transcoder returns plain strings and dicts where an event had an enum or a value
object; pydantic returns what the annotation says, an order of magnitude faster.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import (
    JSONTranscoder,
    Mapper,
    MapperDeserialisationError,
    StoredEvent,
)
from eventsourcing.utils import get_topic, resolve_topic
from pydantic import TypeAdapter, ValidationError

from chassis.aggregate import DomainEvent

KEPT_IN_COLUMNS = {"originator_id", "originator_version", "timestamp"}
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class NotKeepable(ValueError):
    """A text in this event has the character U+0000, with which no fact of it could be told."""


@cache
def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


class JsonMapper(Mapper[UUID]):
    """The library's mapper with typed JSON; id, version and time stand in the log's columns."""

    def __init__(self) -> None:
        super().__init__(JSONTranscoder())

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Raises NotKeepable."""
        cls = type(domain_event)
        state = _adapter(cls).dump_json(domain_event, exclude=KEPT_IN_COLUMNS)
        if b"\\u0000" in state and NUL.search(state):
            raise NotKeepable(get_topic(cls))
        return StoredEvent(
            domain_event.originator_id, domain_event.originator_version, get_topic(cls), state
        )

    def restore(
        self, topic: str, stream_id: UUID, version: int, occurred_at: datetime, state: str
    ) -> DomainEvent:
        """The event as it was. Raises MapperDeserialisationError for what no class can read."""
        cls = resolve_topic(topic)
        head = (
            f'{{"originator_id":"{stream_id}","originator_version":{version},'
            f'"timestamp":"{occurred_at.isoformat()}"'
        )
        body = state if state == "{}" else f",{state[1:]}"
        try:
            event = _adapter(cls).validate_json(head + (body if body != "{}" else "}"))
        except ValidationError as error:
            # The values stay out of the message: it may be logged, and they may be personal.
            where = [".".join(map(str, e["loc"])) for e in error.errors(include_input=False)]
            raise MapperDeserialisationError(f"{topic} {stream_id}/{version}: {where}") from None
        assert isinstance(event, DomainEvent)
        return event
