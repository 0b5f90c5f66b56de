"""What a command takes, checked before anybody decides."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator

FIRST_YEAR, LAST_YEAR = 1880, 2199
"""Nobody in the files was born before; nothing is granted or due after."""


def plausible(day: date) -> date:
    """Of a year that somebody can mean. Raises ValueError."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("W polu „{label}” wpisz datę z lat 1880–2199.")
    return day


PlausibleDay = Annotated[date, AfterValidator(plausible)]
"""A day that is asked for in an address."""


def as_a_clock_shows(typed: Any) -> Any:
    """`9:00`, `9.00` and `9` as `09:00`; anything else as it is."""
    found = re.fullmatch(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?", str(typed).strip())
    return f"{found[1]:>02}:{found[2] or '00'}" if found else typed


ClockTime = Annotated[time, BeforeValidator(as_a_clock_shows)]
"""An hour as people write it."""


class Input(BaseModel):
    """Base of what is sent to a command: unknown fields are refused, and nothing changes later.

    A date of a century that nobody can mean is refused here, so that no rule counts days from it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*")
    @classmethod
    def _has_plausible_dates(cls, value: Any) -> Any:
        for day in _dates(value):
            plausible(day)
        return value


LAST = 2**63 - 1
"""No position is higher."""
Position = Annotated[int, Field(ge=0, le=LAST)]
"""A place in a log or on a timeline, as an address names it."""


def _dates(value: Any) -> list[date]:
    """The dates in a value, also in those that are made of others; a moment is a date too."""
    if isinstance(value, date):
        return [value]
    if isinstance(value, list | tuple):
        return [day for item in value for day in _dates(item)]
    if is_dataclass(value):
        return [day for item in vars(value).values() for day in _dates(item)]
    return []
