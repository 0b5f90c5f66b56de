"""What-if calculations: each with what it takes, by itself; nothing is kept, nobody is named."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from decimal import Decimal

from osnowa_contracts.values import Code, Month
from pydantic import Field

from chassis.inputs import Input
from services.benefits.calculation import (
    CareHomeFees,
    Continuation,
    Entitled,
    Fee,
    IncomeChange,
    InForce,
    MonthIncome,
    NonCash,
    Purpose,
    Range,
    Repayment,
    Sharing,
    Undue,
    care_home_fees,
    contract_continuation,
    fees_of_month,
    home_care_fee,
    income_change,
    loss_benefit,
    meal_benefit,
    month_income,
    non_cash_benefit,
    periodic_benefit,
    permanent_benefit,
    returnable_benefit,
    special_targeted_benefit,
    targeted_benefit,
    undue_benefit,
)
from services.benefits.commands.means_inputs import (
    NONE,
    AboveZero,
    Component,
    HouseholdSize,
    NotNegative,
    RelativeFound,
    UpTo100,
)
from services.benefits.refusals.calculation import DayMissing

INCOME = "Dochód rodziny w miesiącu"
SIZE = "Ile osób żyje z tego dochodu"

Result = (
    Range | Fee | Entitled | MonthIncome | CareHomeFees | IncomeChange | Undue | Repayment
    | Continuation
)  # fmt: skip


class WhatIf(Input):
    """A calculation by the parameters of a day."""

    on: date | None = Field(
        default=None, title="Według parametrów z dnia", description="today unless told"
    )

    @abstractmethod
    def calculate(self, law: InForce) -> Result:
        """Refuses as the rules do; every result has its steps."""


class Household(WhatIf):
    """Income of the whole household in PLN a month, and how many persons live on it."""

    income: NotNegative = Field(examples=["610.00"], title=INCOME)
    household_size: HouseholdSize = Field(default=1, title=SIZE)


class PeriodicWhatIf(Household):
    """Periodic benefit (ups art. 38)."""

    def calculate(self, law: InForce) -> Range:
        return periodic_benefit(self.income, self.household_size, law)


class PermanentWhatIf(Household):
    """Permanent benefit (ups art. 37)."""

    own_income: NotNegative | None = Field(
        default=None, title="Dochód własny osoby, jeśli w rodzinie"
    )
    receives: tuple[Code, ...] = Field(
        default=(), max_length=20, title="Co osoba pobiera", examples=[["NURSING_ALLOWANCE"]]
    )

    def calculate(self, law: InForce) -> Range:
        return permanent_benefit(
            self.income,
            self.household_size,
            law,
            own_income=self.own_income,
            receives=self.receives,
        )


class TargetedWhatIf(Household):
    """Targeted benefit for a named need (ups art. 39)."""

    need: AboveZero = Field(examples=["450.00"], title="Koszt potrzeby")

    def calculate(self, law: InForce) -> Range:
        return targeted_benefit(self.income, self.household_size, self.need, law)


class LossWhatIf(WhatIf):
    """Benefit for a loss from a random event or disaster (ups art. 40)."""

    loss: AboveZero = Field(examples=["3200.00"], title="Strata")

    def calculate(self, law: InForce) -> Range:
        return loss_benefit(self.loss, law)


class SpecialTargetedWhatIf(Household):
    """Special targeted benefit, for an income above the criterion (ups art. 41 pkt 1)."""

    income: NotNegative = Field(examples=["1400.00"], title=INCOME)

    def calculate(self, law: InForce) -> Range:
        return special_targeted_benefit(self.income, self.household_size, law)


class ReturnableWhatIf(WhatIf):
    """A benefit that is paid back in part or whole (ups art. 41 pkt 2)."""

    amount: AboveZero = Field(examples=["900.00"], title="Kwota świadczenia")
    percent: UpTo100 = Field(default=Decimal("100"), title="Ile procent do zwrotu")
    instalments: int = Field(default=1, ge=1, le=120, title="Liczba rat")

    def calculate(self, law: InForce) -> Repayment:  # noqa: ARG002 - no parameter takes part
        return returnable_benefit(self.amount, self.percent, self.instalments)


class ContractWhatIf(WhatIf):
    """How long a benefit under a social contract goes on after work was found (ups art. 39a)."""

    work_since: date = Field(examples=["2026-03-16"], title="Praca od dnia")
    decision_ends: date = Field(examples=["2026-07-31"], title="Decyzja przyznaje do dnia")

    def calculate(self, law: InForce) -> Continuation:
        return contract_continuation(self.work_since, self.decision_ends, law)


class MealWhatIf(Household):
    """A meal or money for food by the government's programme."""

    def calculate(self, law: InForce) -> Entitled:
        return meal_benefit(self.income, self.household_size, law)


class NonCashWhatIf(Household):
    """A benefit in kind or a service without a table of fees (ups art. 36 pkt 2)."""

    benefit: NonCash = Field(examples=["SHELTER"], title="Świadczenie")

    def calculate(self, law: InForce) -> Entitled:
        return non_cash_benefit(self.benefit, self.income, self.household_size, law)


class HomeCareWhatIf(Household):
    """What an hour of home care costs (ups art. 50(6), the council's table)."""

    income: NotNegative = Field(examples=["1400.00"], title=INCOME)

    def calculate(self, law: InForce) -> Fee:
        return home_care_fee(self.income, self.household_size, law)


class CareHomeWhatIf(WhatIf):
    """Who bears the cost of a residential care home (ups art. 61)."""

    cost: AboveZero = Field(examples=["7200.00"], title="Średni miesięczny koszt w domu")
    resident_income: NotNegative = Field(examples=["2400.00"], title="Dochód mieszkańca")
    relatives: tuple[RelativeFound, ...] = Field(
        default=(),
        max_length=20,
        title="Rodzina",
        examples=[[{"reference": "córka", "relation": "DESCENDANT", "income": "5000.00"}]],
    )
    sharing: Sharing | None = Field(
        default=None, title="Podział między krewnych", description="the city's practice unless told"
    )
    first_day: date | None = Field(default=None, title="Tylko dni od")
    last_day: date | None = Field(default=None, title="Tylko dni do")

    def calculate(self, law: InForce) -> CareHomeFees:
        fees = care_home_fees(
            self.cost,
            self.resident_income,
            tuple(one.relative() for one in self.relatives),
            law,
            sharing=self.sharing,
        )
        if self.first_day is None and self.last_day is None:
            return fees
        if self.first_day is None or self.last_day is None:
            raise DayMissing("first_day" if self.first_day is None else "last_day")
        return fees_of_month(fees, self.first_day, self.last_day, law)


class IncomeWhatIf(WhatIf):
    """The income of a month from its receipts (ups art. 8)."""

    month: Month = Field(examples=["2026-01"], title="Miesiąc, który się liczy")
    household_size: HouseholdSize = Field(default=1, title=SIZE)
    purpose: Purpose = Field(default=Purpose.CASH, title="Do czego liczymy dochód")
    components: tuple[Component, ...] = Field(
        max_length=40,
        title="Przychody",
        examples=[
            [{"kind": "WAGE", "amount": "1600.00"}, {"kind": "CHILD_BENEFIT", "amount": "800.00"}]
        ],
    )
    maintenance_paid: NotNegative = Field(default=NONE, title="Alimenty płacone innym osobom")

    def calculate(self, law: InForce) -> MonthIncome:
        return month_income(
            tuple(one.receipt() for one in self.components),
            self.household_size,
            self.month,
            law,
            purpose=self.purpose,
            maintenance_paid=self.maintenance_paid,
        )


class ChangeWhatIf(WhatIf):
    """Whether a change of income alters the benefit, and from when (ups art. 106(3b))."""

    income_before: NotNegative = Field(
        examples=["1815.84"], title="Dochód, z którego wyliczono świadczenie"
    )
    income_now: NotNegative = Field(examples=["2115.84"], title="Dochód po zmianie")
    household_size: HouseholdSize = Field(default=1, examples=[3], title=SIZE)
    changed_in: Month = Field(examples=["2026-07"], title="Miesiąc zmiany")

    def calculate(self, law: InForce) -> IncomeChange:
        return income_change(
            self.income_before, self.income_now, self.household_size, self.changed_in, law
        )


class MonthPaid(Input):
    """What was paid for a month, and what the changed decision makes due."""

    month: Month = Field(examples=["2026-08"], title="Miesiąc")
    paid: NotNegative = Field(examples=["464.62"], title="Wypłacono")
    due: NotNegative = Field(default=NONE, examples=["364.62"], title="Należało się")


class UndueWhatIf(WhatIf):
    """What was received unduly and is to be repaid (ups art. 98)."""

    months: tuple[MonthPaid, ...] = Field(
        min_length=1,
        max_length=60,
        title="Wypłaty",
        examples=[[{"month": "2026-08", "paid": "464.62", "due": "364.62"}]],
    )

    def calculate(self, law: InForce) -> Undue:  # noqa: ARG002 - no parameter takes part
        paid, due = dict[str, Decimal](), dict[str, Decimal]()
        for one in self.months:
            paid[one.month] = paid.get(one.month, NONE) + one.paid
            due[one.month] = due.get(one.month, NONE) + one.due
        return undue_benefit(paid, due)


KINDS: dict[str, type[WhatIf]] = {
    "periodic": PeriodicWhatIf,
    "permanent": PermanentWhatIf,
    "targeted": TargetedWhatIf,
    "special-targeted": SpecialTargetedWhatIf,
    "loss": LossWhatIf,
    "returnable": ReturnableWhatIf,
    "contract": ContractWhatIf,
    "meal": MealWhatIf,
    "non-cash": NonCashWhatIf,
    "home-care-fee": HomeCareWhatIf,
    "care-home-fees": CareHomeWhatIf,
    "income": IncomeWhatIf,
    "income-change": ChangeWhatIf,
    "undue": UndueWhatIf,
}
"""By the name in the address."""
