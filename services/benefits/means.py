"""The means of a household in a case: its income, and what the formulas make of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.calculation import (
    Fee,
    Range,
    home_care_fee,
    money,
    periodic_benefit,
    permanent_benefit,
)
from services.benefits.refusals import AmountOutsideRange, IncomeMissing, NoFormula
from services.benefits.values import Benefit, Income, IncomeComponent


def means_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "means")


class Means(Aggregate):
    """Begins with its case; the id follows from it."""

    TOPIC = "benefits.means"

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

    class FeeCalculated(Aggregate.Event):
        TOPIC = "benefits.means.fee-calculated.1"
        fee: Fee
        hours_per_day: Decimal | None

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
        self.fee: Fee | None = None
        self.hours_per_day: Decimal | None = None

    def establish_income(
        self, month: str, household_size: int, components: tuple[IncomeComponent, ...]
    ) -> Income:
        """The income of the month that counts; what art. 8(4) leaves out is kept but not added."""
        total = money(sum((c.amount for c in components if c.counted), Decimal(0)))
        income = Income(month, household_size, components, total, money(total / household_size))
        self._income_established(income=income)
        return income

    @event(IncomeEstablished)
    def _income_established(self, income: Income) -> None:
        self.income = income

    def calculate_entitlement(
        self, proposed: Decimal, *, on: date, own_income: Decimal | None = None
    ) -> Range:
        """By the formula of the benefit and the parameters of that day."""
        income = self._known_income()
        match self.benefit:
            case Benefit.PERIODIC:
                found = periodic_benefit(income.total, income.household_size, on)
            case Benefit.PERMANENT:
                found = permanent_benefit(
                    income.total, income.household_size, on, own_income=own_income
                )
            case _:
                raise NoFormula(self.benefit.value)
        if not found.minimum <= proposed <= found.maximum:
            raise AmountOutsideRange(proposed, found.minimum, found.maximum)
        self._entitlement_calculated(result=found, proposed=money(proposed))
        return found

    @event(EntitlementCalculated)
    def _entitlement_calculated(self, result: Range, proposed: Decimal) -> None:
        self.result, self.proposed = result, proposed

    def calculate_fee(self, *, on: date, hours_per_day: Decimal | None = None) -> Fee:
        """What an hour of home care costs this client."""
        if self.benefit is not Benefit.HOME_CARE:
            raise NoFormula(self.benefit.value)
        income = self._known_income()
        fee = home_care_fee(income.total, income.household_size, on)
        self._fee_calculated(fee=fee, hours_per_day=hours_per_day)
        return fee

    @event(FeeCalculated)
    def _fee_calculated(self, fee: Fee, hours_per_day: Decimal | None) -> None:
        self.fee, self.hours_per_day = fee, hours_per_day

    def _known_income(self) -> Income:
        if self.income is None:
            raise IncomeMissing
        return self.income
