"""How much the income changed while a benefit is paid, and whether that alters it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from chassis.aggregate import event
from services.benefits.calculation import IncomeChange, InForce, Step, income_change
from services.benefits.calculation.explanation import step
from services.benefits.entitlement_events import EntitlementEvents, Review
from services.benefits.lifecycle import Action, EntitlementState, require
from services.benefits.polish import month as named
from services.benefits.refusals.calculation import NoFormula
from services.benefits.values import MONTHLY_MONEY, Benefit, Income


class EntitlementIncome:
    """The rule of 10 per cent in a review of an `Entitlement`."""

    benefit: Benefit
    state: EntitlementState
    review: Review | None
    income_changed: IncomeChange | None
    income_changed_in: UUID | None
    """The review in which that was calculated."""

    @property
    def income_change(self) -> IncomeChange | None:
        """As calculated in the review that is open."""
        now = self.review is not None and self.review.review_id == self.income_changed_in
        return self.income_changed if now else None

    def calculate_income_change(
        self, before: Income | Decimal, now: Income, changed_in: str, *, law: InForce
    ) -> IncomeChange:
        """Whether it alters the benefit, and from when (ups art. 106(3b)). Raises NoFormula.

        `before` is what the amount was calculated from; `changed_in` is the month of the change.
        """
        require(Action.CALCULATE_INCOME_CHANGE, self.state)
        if self.benefit not in MONTHLY_MONEY or self.review is None:
            raise NoFormula(self.benefit.value)
        total = before.total if isinstance(before, Income) else before
        found = income_change(total, now.total, now.household_size, changed_in, law)
        found = replace(found, steps=(_before(before), *found.steps))
        self._income_change_calculated(review_id=self.review.review_id, change=found)
        return found

    @event(EntitlementEvents.IncomeChangeCalculated)
    def _income_change_calculated(self, review_id: UUID, change: IncomeChange) -> None:
        self.income_changed_in, self.income_changed = review_id, change


def _before(income: Income | Decimal) -> Step:
    pl, en = "Dochód, z którego wyliczono świadczenie", "Income that the benefit is calculated from"
    if isinstance(income, Income):
        pl, en = f"{pl} ({named(income.month)})", f"{en} ({income.month})"
        income = income.total
    return step("ups art. 106 ust. 3b", pl, en, income)
