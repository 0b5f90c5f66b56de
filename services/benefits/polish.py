"""Days, months and money as a Polish letter writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from osnowa_contracts.wording import formats

_OF_MONTH = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
    "września", "października", "listopada", "grudnia",
)  # fmt: skip


def day(value: date) -> str:
    """`12 lutego 2026 r.`"""
    fixed = formats.NBSP
    return f"{value.day}{fixed}{_OF_MONTH[value.month - 1]} {value.year}{fixed}r."


def month(value: str) -> str:
    """`luty 2026` from `2026-02`."""
    return formats.month(value, "pl")


def money(amount: Decimal) -> str:
    """`1 234,50 zł`; its parts do not break at the end of a line."""
    return formats.money(amount, "pl")


def number(value: Decimal) -> str:
    """`2` or `2,5`."""
    return formats.number(value, "pl")


def period(first: date | None, last: date | None) -> str:
    """` od dnia 1 lutego 2026 r. do dnia 31 maja 2026 r.`, with as much of it as is known."""
    since = f" od dnia {day(first)}" if first else ""
    until = f" do dnia {day(last)}" if last else ""
    return since + until


def listed(parts: Sequence[str]) -> str:
    """`a, b i c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} i {parts[-1]}"


def sentence(text: str) -> str:
    """With one full stop at its end, also after `r.`"""
    return text[:-1] if text.endswith("..") else text
