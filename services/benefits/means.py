"""The means of a household in a case: its income, and what the formulas make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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
    Relative,
    Step,
    care_home_fees,
    help_to_be_paid_back,
    home_care_fee,
    loan,
    loss_benefit,
    meal_benefit,
    money,
    non_cash_benefit,
    periodic_benefit,
    permanent_benefit,
    special_targeted_benefit,
    specialist_care_fee,
    targeted_benefit,
)
from services.benefits.calculation.money import GROSZ
from services.benefits.means_events import MeansEvents
from services.benefits.means_income import MeansIncome
from services.benefits.refusals.calculation import (
    AboveCriterion,
    ExcludedByBenefit,
    IncomeMissing,
    NoFormula,
    NotAboveCriterion,
    NotEligible,
    OwnIncomeMissing,
)
from services.benefits.refusals.drafting import AmountOutsideRange
from services.benefits.refusals.giving import NotReturnable
from services.benefits.values import DELIVERED, LOAN, RETURNABLE, Benefit, Income

_FEES = {Benefit.HOME_CARE: home_care_fee, Benefit.SPECIALIST_CARE: specialist_care_fee}
NO_INCOMES: Mapping[str, MonthIncome] = {}


def means_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "means")


class Means(MeansIncome, Aggregate):
    """Begins with its case; the id follows from it."""

    TOPIC = "benefits.means"

    class MeansOpened(Created):
        TOPIC = "benefits.means.opened.1"
        case_id: UUID
        person_id: UUID
        benefit: Benefit

    @staticmethod
    def create_id(case_id: UUID, **_: Any) -> UUID:
        return means_id_for(case_id)

    @event(MeansOpened)
    def __init__(self, case_id: UUID, person_id: UUID, benefit: Benefit) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.income: Income | None = None
        self.previous_income: Income | None = None
        self.result: Range | None = None
        self.proposed: Decimal | None = None
        self.right: Entitled | None = None
        self.fee: Fee | None = None
        self.hours_per_day: Decimal | None = None
        self.home_fees: CareHomeFees | None = None

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

    @event(MeansEvents.EntitlementCalculated)
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

    @event(MeansEvents.RightCalculated)
    def _right_calculated(self, right: Entitled) -> None:
        self.right = right

    def calculate_fee(self, *, law: InForce, hours_per_day: Decimal | None = None) -> Fee:
        """What an hour of care at home costs this client.

        Of specialist care by the table of the ordinance, which is for people with mental disorders.
        """
        if (formula := _FEES.get(self.benefit)) is None:
            raise NoFormula(self.benefit.value)
        income = self._known_income()
        fee = formula(income.total, income.household_size, law)
        self._fee_calculated(fee=fee, hours_per_day=hours_per_day)
        return fee

    @event(MeansEvents.FeeCalculated)
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

    @event(MeansEvents.HomeFeesCalculated)
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
