"""How the amount was reached, as a letter shows it: line by line, with numbers and provisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.benefits.calculation import Step, Unit, amount_text
from services.benefits.calculation.explanation import numbers_text, provision
from services.benefits.polish import day, money

SOURCES = {
    "NATIONAL": "kwoty i kryteria ustawowe",
    "CITY": "kryteria podwyższone przez radę",
    "PRACTICE": "praktyka ośrodka",
    "EXCLUSIONS": "lista wyłączeń z dochodu",
    "HOME_CARE": "tabela odpłatności rady",
    "SPECIALIST_CARE": "tabela odpłatności rozporządzenia i cena ośrodka",
    "MEAL": "program posiłków",
}
"""By the kind of the set that a line took its numbers from."""


@dataclass(frozen=True)
class Line:
    """One line of the calculation, as a step of it says; letters of old know only the first three.

    `worked` are the numbers with signs, `valid_from` is the first day of the set of parameters.
    """

    basis: str
    text: str
    amount: Decimal
    worked: str = ""
    unit: str = ""
    parameters: str = ""
    valid_from: date | None = None

    @classmethod
    def of(cls, step: Step) -> Line:
        return cls(
            step.basis, step.pl, step.amount, step.worked, step.unit.value, step.parameters,
            step.valid_from,
        )  # fmt: skip

    @property
    def result(self) -> str:
        """`400,00 zł`; without a unit where nobody noted it."""
        if self.unit:
            return amount_text(self.amount, Unit(self.unit))
        return money(self.amount).removesuffix("zł").strip()

    @property
    def numbers(self) -> str:
        """`1 010,00 − 610,00`."""
        return numbers_text(self.worked)

    @property
    def provision(self) -> str:
        """Written out."""
        return provision(self.basis)

    @property
    def source(self) -> str:
        """`kwoty i kryteria ustawowe od 1 stycznia 2025 r.`"""
        if self.valid_from is None:
            return ""
        return f"{SOURCES.get(self.parameters, 'parametry')} od {day(self.valid_from)}"
