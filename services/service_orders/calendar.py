"""Working days in Poland and the days on which a service is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month, written `2026-03`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Raises ValueError for anything that is not `YYYY-MM`."""
        first = date.fromisoformat(f"{text}-01")
        return cls.of(first)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def next(self) -> Month:
        return Month.of(self.last + timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@cache
def _holidays(year: int) -> frozenset[date]:
    """Days free from work by the act of 18.01.1951; 24 December is one since 2025."""
    return frozenset(holidays.country_holidays("PL", years=year))


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def is_working_day(day: date) -> bool:
    """Monday to Friday, unless a holiday."""
    return day.isoweekday() <= 5 and day not in _holidays(day.year)


def months(first: date, last: date) -> list[Month]:
    """The months that the days from `first` to `last` touch."""
    found, month = [], Month.of(first)
    while month <= Month.of(last):
        found.append(month)
        month = month.next()
    return found
