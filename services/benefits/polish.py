"""Days, months and money as a Polish letter writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

_OF_MONTH = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
    "września", "października", "listopada", "grudnia",
)  # fmt: skip
_MONTH = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień",
    "wrzesień", "październik", "listopad", "grudzień",
)  # fmt: skip
FIXED = "\N{NO-BREAK SPACE}"
_BOUND = re.compile(r"(?<!\S)(\(?(?:art\.|ust\.|pkt|nr|§|[aiouwzAIOUWZ])) ")


def day(value: date) -> str:
    """`12 lutego 2026 r.`"""
    return f"{value.day}{FIXED}{_OF_MONTH[value.month - 1]} {value.year}{FIXED}r."


def month(value: str) -> str:
    """`luty 2026` from `2026-02`."""
    year, number = value.split("-")
    return f"{_MONTH[int(number) - 1]} {year}"


def money(amount: Decimal) -> str:
    """`1 234,50 zł`; its parts do not break at the end of a line."""
    whole, _, grosze = f"{amount:,.2f}".partition(".")
    return f"{whole.replace(',', FIXED)},{grosze}{FIXED}zł"


def number(value: Decimal) -> str:
    """`2` or `2,5`."""
    return f"{value:f}".rstrip("0").rstrip(".").replace(".", ",") if value % 1 else f"{value:.0f}"


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


def bound(text: str) -> str:
    """Articles and numbers stay together on a line, and no word of one letter ends it."""
    return _BOUND.sub(rf"\1{FIXED}", text)


def sentence(text: str) -> str:
    """With one full stop at its end, also after `r.`"""
    return text[:-1] if text.endswith("..") else text
