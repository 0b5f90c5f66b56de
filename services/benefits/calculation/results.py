"""What a calculation gives: amounts, a fee, or the right to something; each with its steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.benefits.calculation.explanation import Step, step

RETURNABLE_FORMULA = "returnable-1"
LOAN_FORMULA = "loan-1"
TO_BE_PAID_BACK = frozenset({RETURNABLE_FORMULA, LOAN_FORMULA})
"""Whose help is given only if it is paid back."""


@dataclass(frozen=True)
class Range:
    """Between which amounts a month the centre may decide; equal where the law leaves no choice.

    For a benefit paid once the amounts are of the whole benefit.
    """

    formula_version: str
    params_date: date
    minimum: Decimal
    maximum: Decimal
    steps: tuple[Step, ...]

    @property
    def to_be_paid_back(self) -> bool:
        """Whether it is given only if it is paid back, in part or whole."""
        return self.formula_version in TO_BE_PAID_BACK


@dataclass(frozen=True)
class Fee:
    """What the client pays for an hour, as a share of its cost."""

    scale_id: str
    criterion_percent: Decimal
    share: Decimal
    cost_per_hour: Decimal
    fee_per_hour: Decimal
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Entitled:
    """The right to something other than money; `free` where the income lets it be."""

    formula_version: str
    params_date: date
    free: bool
    steps: tuple[Step, ...]


def income_step(income: Decimal) -> Step:
    return step("ups art. 8 ust. 3", "Dochód", "Income", income)
