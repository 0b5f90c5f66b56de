"""How long an alarm of crisis or violence may wait for somebody to take it.

No law gives the hour: help in a crisis is due the same day (`domain.md` B), and the centre says
after how long its head is told that nobody has begun.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class AlarmWait:
    """Valid from a day on."""

    valid_from: date
    longest: timedelta


WAITS = (AlarmWait(date(2018, 10, 1), timedelta(hours=1)),)
"""The latest last."""


def longest_wait_on(day: date) -> timedelta:
    """For a day before the first set that set holds as well: an alarm never waits for ever."""
    in_force = next((wait for wait in reversed(WAITS) if wait.valid_from <= day), WAITS[0])
    return in_force.longest
