"""The days and months over which a service runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from chassis.calendar import Month


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def months(first: date, last: date) -> list[Month]:
    """The months that the days from `first` to `last` touch."""
    found, month = [], Month.of(first)
    while month <= Month.of(last):
        found.append(month)
        month = month.next()
    return found
