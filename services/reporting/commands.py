"""Reporting decides nothing and so has no command yet: it counts what others did."""

from __future__ import annotations

from chassis.database import Pool
from chassis.event_log import EventLog


class Commands:
    def __init__(self, log: EventLog, reading: Pool) -> None:
        self.log = log
        self.reading = reading
