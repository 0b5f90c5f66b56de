"""An announcement: something this institution says of a client, once and for good."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event


class Announcement(Aggregate):
    """`data` is the public fact as it is told; a mistake is mended by another announcement."""

    TOPIC = "partner.announcement"

    class Announced(Created):
        TOPIC = "partner.announcement.announced.1"
        fact_type: str
        data: dict[str, Any]
        person_id: UUID | None

    @event(Announced)
    def __init__(self, fact_type: str, data: dict[str, Any], person_id: UUID | None) -> None:
        self.fact_type = fact_type
        self.data = data
        self.person_id = person_id
