"""The income of a household in a case: established for a month, and the one that it replaced."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from chassis.aggregate import event
from services.benefits.calculation import (
    CareHomeFees,
    Entitled,
    Fee,
    InForce,
    Range,
    Receipt,
    month_income,
)
from services.benefits.means_events import MeansEvents
from services.benefits.refusals.calculation import IncomeMissing, PreviousIncomeMissing
from services.benefits.values import Benefit, Income, IncomeComponent, purpose_of


class MeansIncome(MeansEvents):
    """What the formulas of `Means` begin from."""

    benefit: Benefit
    income: Income | None
    previous_income: Income | None
    """What the amount was last calculated from before the present income."""
    result: Range | None
    proposed: Decimal | None
    right: Entitled | None
    fee: Fee | None
    hours_per_day: Decimal | None
    home_fees: CareHomeFees | None

    def establish_income(
        self,
        month: str,
        household_size: int,
        receipts: tuple[Receipt, ...],
        *,
        law: InForce,
        maintenance_paid: Decimal = Decimal(0),
        by_law_of: date | None = None,
    ) -> Income:
        """The income of the month that counts; what art. 8(4) leaves out is kept but not added.

        `by_law_of` is the day of the law where it was told and is not simply today.
        """
        found = month_income(
            receipts,
            household_size,
            month,
            law,
            purpose=purpose_of(self.benefit),
            maintenance_paid=maintenance_paid,
        )
        income = Income(
            month,
            household_size,
            tuple(IncomeComponent(r.kind, r.amount, r.counted, r.own) for r in found.receipts),
            found.total,
            found.per_capita,
            found.own,
            found.steps,
            by_law_of,
        )
        self._income_established(income=income)
        return income

    @event(MeansEvents.IncomeEstablished)
    def _income_established(self, income: Income) -> None:
        """Whatever was calculated from an earlier income counts no more.

        That income is remembered: a change is measured from it (ups art. 106(3b)).
        """
        if self.result is not None:
            self.previous_income = self.income
        self.income = income
        self.result = self.proposed = self.right = None
        self.fee = self.hours_per_day = self.home_fees = None

    def compared(self, told: Decimal | None) -> tuple[Income | Decimal, Income]:
        """The income before a change, as told or as the amount was calculated from, and after it.

        Raises IncomeMissing, PreviousIncomeMissing.
        """
        now = self._known_income()
        before = self.previous_income if told is None else told
        if before is None:
            raise PreviousIncomeMissing
        return before, now

    @property
    def month(self) -> str:
        """Whose income counts. Raises IncomeMissing."""
        return self._known_income().month

    @property
    def by_law_of(self) -> date | None:
        """The day whose law the income was established by, where it was told."""
        return self.income.by_law_of if self.income else None

    def _known_income(self) -> Income:
        if self.income is None:
            raise IncomeMissing
        return self.income
