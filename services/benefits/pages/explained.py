"""How a result came about, as a page shows it: one line a step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from services.benefits.calculation.explanation import Unit, amount_text, numbers_text, provision


class Shown(Protocol):
    """A step of a calculation, or what the API makes of it."""

    @property
    def basis(self) -> str: ...
    @property
    def pl(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def amount(self) -> Decimal: ...
    @property
    def worked(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...


@dataclass(frozen=True)
class Line:
    """What was done, with which numbers, what came out, by which provision and parameters."""

    text: str
    worked: str
    result: str
    ground: str
    valid_from: date | None


def explained(steps: Iterable[Shown], language: str) -> tuple[Line, ...]:
    return tuple(
        Line(
            text=step.pl if language == "pl" else step.en,
            worked=numbers_text(step.worked, language),
            result=amount_text(step.amount, Unit(step.unit), language),
            ground=provision(step.basis, language),
            valid_from=step.valid_from,
        )
        for step in steps
    )
