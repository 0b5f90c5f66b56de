"""How numbers, money and dates are written in Polish and in English."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")
NBSP = "\N{NO-BREAK SPACE}"

Format = Callable[[Any, str], str]
"""Writes a value in a language."""

_POLISH_MONTHS = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
    "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _month_name(number_: int, language: str) -> str:
    return (_ENGLISH_MONTHS if language == "en" else _POLISH_MONTHS)[number_ - 1]


def money(value: Any, language: str) -> str:
    """`12 345,60 zł`, `PLN 12,345.60`."""
    text = f"{Decimal(str(value)):,.2f}"
    if language == "en":
        return f"PLN{NBSP}{text}"
    return text.replace(",", NBSP).replace(".", ",") + f"{NBSP}zł"


def number(value: Any, language: str) -> str:
    """`4,6`, `4.6`: without needless zeros."""
    text = f"{Decimal(str(value)):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if language == "en" else text.replace(".", ",")


def hours(value: Any, language: str) -> str:
    return number(value, language) + NBSP + ("h" if language == "en" else "godz.")


def minutes(value: Any, _language: str) -> str:
    return f"{int(value)}{NBSP}min"


def percent(value: Any, language: str) -> str:
    return number(value, language) + "%"


def day(value: Any, language: str) -> str:
    """`5.03.2026`, `5 March 2026`."""
    on = value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
    if language == "en":
        return f"{on.day} {_month_name(on.month, language)} {on.year}"
    return f"{on.day}.{on.month:02}.{on.year}"


def moment(value: Any, language: str) -> str:
    """A day and an hour on Warsaw's clock."""
    at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    local = at.astimezone(WARSAW)
    return f"{day(local.date(), language)}, {local:%H:%M}"


def month(value: Any, language: str) -> str:
    """`luty 2026`, `February 2026`, from `2026-02`."""
    year, number_ = str(value).split("-")
    return f"{_month_name(int(number_), language)} {year}"


def plain(value: Any, _language: str) -> str:
    return str(value)


FORMATS: dict[str, Format] = {
    "money": money,
    "number": number,
    "hours": hours,
    "minutes": minutes,
    "percent": percent,
    "date": day,
    "moment": moment,
    "month": month,
    "plain": plain,
}
