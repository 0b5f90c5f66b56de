"""How a result came about, step by step: for the file, for programs, for the reasons of a decision.

A step names what was done in words, the numbers, what came out, the provision, and the dated set of
parameters it took its numbers from (KPA art. 107 § 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

NBSP = "\N{NO-BREAK SPACE}"

_ACT = {"pl": "{} ustawy o pomocy społecznej", "en": "Social Assistance Act, {}"}
_SINCE = {"pl": "parametry obowiązujące od {}", "en": "parameters in force since {}"}
_UNITS = {
    "pl": {"PLN": f"{NBSP}zł", "%": "%", "ha": f"{NBSP}ha", "month": f"{NBSP}mies."},
    "en": {"PLN": "", "%": "%", "ha": f"{NBSP}ha", "month": f"{NBSP}months"},
}


class Unit(StrEnum):
    """What a step's result is counted in."""

    PLN = "PLN"
    PERCENT = "%"
    HECTARES = "ha"
    MONTHS = "month"


class Used(Protocol):
    """A dated set that a step took its numbers from."""

    @property
    def kind(self) -> str: ...
    @property
    def valid_from(self) -> date: ...


@dataclass(frozen=True)
class Step:
    """One line of the explanation. `worked` are the numbers with signs, as `1010.00 − 610.00`."""

    basis: str
    pl: str
    en: str
    amount: Decimal
    worked: str = ""
    unit: Unit = Unit.PLN
    parameters: str = ""
    valid_from: date | None = None


def step(
    basis: str,
    pl: str,
    en: str,
    amount: Decimal,
    worked: str = "",
    *,
    unit: Unit = Unit.PLN,
    used: Used | None = None,
) -> Step:
    """A step that notes which set it used."""
    if used is None:
        return Step(basis, pl, en, amount, worked, unit)
    return Step(basis, pl, en, amount, worked, unit, used.kind, used.valid_from)


def sentence(one: Step, language: str = "pl") -> str:
    """The step as it stands in the reasons of a decision."""
    words = one.pl if language == "pl" else one.en
    result = amount_text(one.amount, one.unit, language)
    numbers = f"{numbers_text(one.worked, language)} = {result}" if one.worked else result
    ground = provision(one.basis, language)
    if one.valid_from is not None:
        ground += "; " + _SINCE[language].format(_day(one.valid_from, language))
    return f"{words}: {numbers} ({ground})."


def reasons(steps: Iterable[Step], language: str = "pl") -> str:
    """All steps, one numbered sentence a line; plain text."""
    said = (f"{number}. {sentence(one, language)}" for number, one in enumerate(steps, 1))
    return "\n".join(said)


def provision(basis: str, language: str = "pl") -> str:
    """`ups art. 38 ust. 2` written out."""
    if basis.startswith("ups "):
        return _ACT[language].format(basis.removeprefix("ups "))
    return basis


def amount_text(amount: Decimal, unit: Unit = Unit.PLN, language: str = "pl") -> str:
    """`12 345,60 zł`, `PLN 12,345.60`, `138,61%`, `2,5 ha`."""
    written = f"{amount:,.2f}" if unit in (Unit.PLN, Unit.PERCENT) else f"{amount.normalize():f}"
    if language == "pl":
        written = written.replace(",", NBSP).replace(".", ",")
    sign = f"PLN{NBSP}" if language == "en" and unit is Unit.PLN else ""
    return f"{sign}{written}{_UNITS[language][unit.value]}"


def numbers_text(worked: str, language: str = "pl") -> str:
    """The numbers of a step as the language writes them."""

    def written(found: re.Match[str]) -> str:
        number = f"{Decimal(found[0]):,f}"
        if language == "pl":
            number = number.replace(",", NBSP).replace(".", ",")
        return number

    return re.sub(r"[0-9]+(\.[0-9]+)?", written, worked)


def _day(on: date, language: str) -> str:
    return f"{on.day}.{on.month:02}.{on.year}{NBSP}r." if language == "pl" else on.isoformat()
