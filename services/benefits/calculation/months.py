"""Months written `2026-02`: counting them, and the part of one that some days are."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal

from osnowa_contracts.wording import formats

from services.benefits.calculation.money import money


def in_english(month: str) -> str:
    """`February 2026`."""
    return formats.month(month, "en")


def month_of(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def months_from(first: str, later: str) -> int:
    """How many months `later` comes after `first`; negative where it comes before."""
    return _index(later) - _index(first)


def month_after(month: str, count: int = 1) -> str:
    year, index = divmod(_index(month) + count, 12)
    return f"{year:04}-{index + 1:02}"


def first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def month_that_counts(filed_on: date, *, income_lost: bool = False) -> str:
    """The month before the application, or its own where income was lost (ups art. 8(3))."""
    filed = month_of(filed_on)
    return filed if income_lost else month_after(filed, -1)


def days_of(first: date, last: date) -> tuple[int, int]:
    """The days from `first` to `last` of one month, both included, and the days of the month."""
    return (last - first).days + 1, calendar.monthrange(first.year, first.month)[1]


def partial_month(amount: Decimal, first: date, last: date) -> Decimal:
    """The part of a month's amount for the days `first` to `last` of one month (ups art. 106(3)).

    Amount ÷ calendar days of the month × days.
    """
    days, in_month = days_of(first, last)
    return money(amount * days / in_month)


def _index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def last_day_after(start: date, months: int) -> date:
    """The day that corresponds to the first, or the last of its month (KPA 57 § 3)."""
    year, index = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, index + 1)[1]
    return date(year, index + 1, min(start.day, last))
