"""The means of a household in a case: its income, and what the formulas make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.calculation import (
    CareHomeFees,
    Entitled,
    Fee,
    InForce,
    MonthIncome,
    NonCash,
    Range,
    Receipt,
    Relative,
    Step,
    care_home_fees,
    help_to_be_paid_back,
    home_care_fee,
    loan,
    loss_benefit,
    meal_benefit,
    money,
    month_income,
    non_cash_benefit,
    periodic_benefit,
    permanent_benefit,
    special_targeted_benefit,
    targeted_benefit,
)
from services.benefits.calculation.money import GROSZ
from services.benefits.refusals.calculation import (
    AboveCriterion,
    ExcludedByBenefit,
    IncomeMissing,
    NoFormula,
    NotAboveCriterion,
    NotEligible,
    OwnIncomeMissing,
    PreviousIncomeMissing,
)
from services.benefits.refusals.drafting import AmountOutsideRange
from services.benefits.refusals.giving import NotReturnable
from services.benefits.values import (
    DELIVERED,
    LOAN,
    RETURNABLE,
    Benefit,
    Income,
    IncomeComponent,
    purpose_of,
)

NO_INCOMES: Mapping[str, MonthIncome] = {}


def means_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "means")


class Means(Aggregate):
    """Begins with its case; the id follows from it."""

    TOPIC = "benefits.means"
    previous_income: Income | None = None
    """What the amount was last calculated from before the present income."""

    class MeansOpened(Created):
        TOPIC = "benefits.means.opened.1"
        case_id: UUID
        person_id: UUID
        benefit: Benefit

    class IncomeEstablished(Aggregate.Event):
        TOPIC = "benefits.means.income-established.1"
        income: Income

    class EntitlementCalculated(Aggregate.Event):
        TOPIC = "benefits.means.entitlement-calculated.1"
        result: Range
        proposed: Decimal

    class RightCalculated(Aggregate.Event):
        TOPIC = "benefits.means.right-calculated.1"
        right: Entitled

    class FeeCalculated(Aggregate.Event):
        TOPIC = "benefits.means.fee-calculated.1"
        fee: Fee
        hours_per_day: Decimal | None

    class HomeFeesCalculated(Aggregate.Event):
        TOPIC = "benefits.means.home-fees-calculated.1"
        fees: CareHomeFees

    @staticmethod
    def create_id(case_id: UUID, **_: Any) -> UUID:
        return means_id_for(case_id)

    @event(MeansOpened)
    def __init__(self, case_id: UUID, person_id: UUID, benefit: Benefit) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.income: Income | None = None
        self.result: Range | None = None
        self.proposed: Decimal | None = None
        self.right: Entitled | None = None
        self.fee: Fee | None = None
        self.hours_per_day: Decimal | None = None
        self.home_fees: CareHomeFees | None = None

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

    @event(IncomeEstablished)
    def _income_established(self, income: Income) -> None:
        """Whatever was calculated from an earlier income counts no more.

        That income is remembered: a change is measured from it (ups art. 106(3b)).
        """
        if self.result is not None:
            self.previous_income = self.income
        self.income = income
        self.result = self.proposed = self.right = None
        self.fee = self.hours_per_day = self.home_fees = None

    def calculate_entitlement(
        self,
        proposed: Decimal,
        *,
        law: InForce,
        own_income: Decimal | None = None,
        need: Decimal | None = None,
        to_be_paid_back: bool = False,
    ) -> Range:
        """By the formula of the benefit and the law of that day.

        `own_income` of a permanent benefit is the client's share of the income unless told; `need`
        is the cost of what a targeted benefit is for. Raises NotReturnable where a benefit cannot
        be given to be paid back.
        """
        cost = proposed if need is None else need
        if to_be_paid_back:
            found = self._returnable_range(law, cost)
        else:
            found = self._range(law, own_income, cost)
        if not found.minimum <= proposed <= found.maximum:
            raise AmountOutsideRange(proposed, found.minimum, found.maximum)
        self._entitlement_calculated(result=found, proposed=money(proposed))
        return found

    def _range(self, law: InForce, own_income: Decimal | None, need: Decimal) -> Range:
        if self.benefit is Benefit.LOSS:  # whatever the income is
            return loss_benefit(need, law)
        income = self._known_income()
        match self.benefit:
            case Benefit.PERIODIC:
                return periodic_benefit(income.total, income.household_size, law)
            case Benefit.PERMANENT:
                own = income.own if own_income is None else own_income
                receives = {c.kind for c in income.components if c.own}
                return permanent_benefit(
                    income.total, income.household_size, law, own_income=own, receives=receives
                )
            case Benefit.TARGETED | Benefit.CONTRACT_TARGETED | Benefit.ECONOMIC_INDEPENDENCE:
                return targeted_benefit(income.total, income.household_size, need, law)
            case Benefit.SPECIAL_TARGETED:
                return special_targeted_benefit(income.total, income.household_size, law)
        raise NoFormula(self.benefit.value)

    def _returnable_range(self, law: InForce, need: Decimal) -> Range:
        """Above the criterion, or as a loan (ups art. 41 pkt 2, art. 43 ust. 1)."""
        if self.benefit not in RETURNABLE - DELIVERED | {LOAN}:
            raise NotReturnable(self.benefit.value)
        income = self._known_income()
        formula = loan if self.benefit is LOAN else help_to_be_paid_back
        return formula(income.total, income.household_size, need, law)

    @event(EntitlementCalculated)
    def _entitlement_calculated(self, result: Range, proposed: Decimal) -> None:
        self.result, self.proposed = result, proposed

    def calculate_right(self, *, law: InForce) -> Entitled:
        """Whether help in kind or a service is given, and without payment (ups art. 8, 36, 41).

        Raises NoFormula, IncomeMissing, and AboveCriterion of the meal programme.
        """
        if self.benefit not in DELIVERED:
            raise NoFormula(self.benefit.value)
        right = self._right(law)
        self._right_calculated(right=right)
        return right

    def _right(self, law: InForce) -> Entitled:
        income = self._known_income()
        if self.benefit is Benefit.MEAL:
            return meal_benefit(income.total, income.household_size, law)
        kind = NonCash(self.benefit.value)
        return non_cash_benefit(kind, income.total, income.household_size, law)

    @event(RightCalculated)
    def _right_calculated(self, right: Entitled) -> None:
        self.right = right

    def calculate_fee(self, *, law: InForce, hours_per_day: Decimal | None = None) -> Fee:
        """What an hour of home care costs this client."""
        if self.benefit is not Benefit.HOME_CARE:
            raise NoFormula(self.benefit.value)
        income = self._known_income()
        fee = home_care_fee(income.total, income.household_size, law)
        self._fee_calculated(fee=fee, hours_per_day=hours_per_day)
        return fee

    @event(FeeCalculated)
    def _fee_calculated(self, fee: Fee, hours_per_day: Decimal | None) -> None:
        self.fee, self.hours_per_day = fee, hours_per_day

    def calculate_home_fees(
        self,
        cost: Decimal,
        relatives: tuple[Relative, ...],
        *,
        law: InForce,
        incomes: Mapping[str, MonthIncome] = NO_INCOMES,
    ) -> CareHomeFees:
        """Who bears the average monthly cost of the care home (ups art. 61).

        `incomes` of relatives that were calculated come first in the steps, by their name.
        """
        if self.benefit is not Benefit.RESIDENTIAL_HOME:
            raise NoFormula(self.benefit.value)
        income = self._known_income()
        own = income.total if income.own is None else income.own
        fees = care_home_fees(cost, own, relatives, law)
        found = tuple(
            replace(step, pl=f"{who}: {step.pl}", en=f"{who}: {step.en}")
            for who, one in incomes.items()
            for step in one.steps
        )
        fees = replace(fees, steps=(*found, *fees.steps))
        self._home_fees_calculated(fees=fees)
        return fees

    @event(HomeFeesCalculated)
    def _home_fees_calculated(self, fees: CareHomeFees) -> None:
        self.home_fees = fees

    def why_not(self, law: InForce) -> tuple[Step, ...]:
        """The steps that show that the income gives no right to it; none where it does."""
        try:
            if self.benefit in DELIVERED:
                right = self._right(law)
                return () if right.free else right.steps
            self._range(law, None, GROSZ)
        except (NotEligible, AboveCriterion, NotAboveCriterion) as refusal:
            return refusal.steps
        except (IncomeMissing, NoFormula, OwnIncomeMissing, ExcludedByBenefit):
            return ()  # the letter says what is known of the income, and no more
        return ()

    def require_criterion(self, law: InForce) -> None:
        """Raises IncomeMissing, or that the income is above what a benefit in money allows."""
        self._range(law, None, GROSZ)

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
