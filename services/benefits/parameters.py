"""The dated terms of the acts (`domain.md` C10); amounts, and what the centre sets itself, are in
`calculation.sets`.

A term that the act can change stands here with its first day, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from services.benefits.refusals.parameters import ParametersUnknown


@dataclass(frozen=True)
class TimeLimits:
    """Terms of the proceeding, in the unit that each name says."""

    valid_from: date
    interview_working_days: int = 14
    urgent_interview_working_days: int = 2
    interview_update_months: int = 6
    decision_months: int = 1
    intricate_decision_months: int = 2
    defects_days: int = 7
    appeal_days: int = 14
    forward_days: int = 7
    ruling_months: int = 1
    urging_days: int = 7
    certificate_days: int = 7
    storage_days: int = 14
    """Of a letter that nobody took, noticed twice (KPA 44 § 1)."""
    saturdays_move: bool = True
    """Whether a term that ends on a Saturday ends later, as on a holiday (`domain.md` M16)."""


TIME_LIMITS = (TimeLimits(date(2018, 10, 1)),)


class Dated(Protocol):
    """Holds from a day on, until the next of its kind does."""

    @property
    def valid_from(self) -> date: ...


T = TypeVar("T", bound=Dated)


def time_limits_on(day: date) -> TimeLimits:
    """Raises ParametersUnknown for a day before the first set."""
    return in_force(TIME_LIMITS, day)


def in_force(sets: tuple[T, ...], day: date) -> T:
    """The latest that has begun by that day; they stand in the order of their first days."""
    for one in reversed(sets):
        if one.valid_from <= day:
            return one
    raise ParametersUnknown(day)
