"""What a benefit comes to and what an hour of home care costs the client, step by step.

Every result carries its explanation: which provision, what was counted, what came out
(`domain.md` C8, C9). Amounts are rounded half up to the grosz.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from services.benefits.parameters import Parameters, fee_scale_on, parameters_on
from services.benefits.refusals import NotEligible

PERIODIC_FORMULA = "periodic-1"
PERMANENT_FORMULA = "permanent-1"
GROSZ = Decimal("0.01")
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Step:
    """One line of the explanation."""

    basis: str
    pl: str
    en: str
    amount: Decimal


@dataclass(frozen=True)
class Range:
    """Between which amounts a month the centre may decide; equal where the law leaves no choice."""

    formula_version: str
    params_date: date
    minimum: Decimal
    maximum: Decimal
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Fee:
    """What the client pays for an hour, as a share of its cost."""

    scale_id: str
    criterion_percent: Decimal
    share: Decimal
    cost_per_hour: Decimal
    fee_per_hour: Decimal
    steps: tuple[Step, ...]


def money(amount: Decimal) -> Decimal:
    """Rounded half up to the grosz."""
    return amount.quantize(GROSZ, rounding=ROUND_HALF_UP)


def criterion(parameters: Parameters, household_size: int) -> Decimal:
    """The income criterion of the household, PLN a month (ups art. 8(1))."""
    if household_size == 1:
        return parameters.single_criterion
    return parameters.family_criterion * household_size


def periodic_benefit(income: Decimal, household_size: int, on: date) -> Range:
    """Between the minimum and the whole difference to the criterion (ups art. 38).

    Raises NotEligible unless the income is below the criterion.
    """
    parameters = parameters_on(on)
    limit = criterion(parameters, household_size)
    if income >= limit:
        raise NotEligible(money(income), money(limit))
    gap = limit - income
    least = money(max(parameters.periodic_minimum, parameters.periodic_share * gap))
    most = money(max(parameters.periodic_minimum, gap))
    percent = money(parameters.periodic_share * HUNDRED)
    steps = (
        *_measured(limit, income, household_size),
        Step("ups art. 38 ust. 2", "Różnica kryterium i dochodu", "Criterion less income", gap),
        Step(
            "ups art. 38 ust. 3 i 4",
            f"Najmniej: {percent} % różnicy, nie mniej niż {parameters.periodic_minimum} zł",
            f"At least {percent} % of it and PLN {parameters.periodic_minimum}",
            least,
        ),
        Step("ups art. 38 ust. 2", "Najwięcej: cała różnica", "At most the whole of it", most),
    )
    return Range(PERIODIC_FORMULA, parameters.valid_from, least, most, steps)


def permanent_benefit(
    income: Decimal, household_size: int, on: date, *, own_income: Decimal | None = None
) -> Range:
    """The supplement to 130 % of the criterion, for one person (ups art. 37).

    `own_income` is the person's own, needed in a family; `income` is the household's. Raises
    NotEligible unless both are below the criterion.
    """
    parameters = parameters_on(on)
    if household_size == 1:
        limit, base_income, cap = parameters.single_criterion, income, parameters.permanent_maximum
    else:
        limit, base_income, cap = parameters.family_criterion, income / household_size, None
    for tested in (base_income, own_income):
        if tested is not None and tested >= limit:
            raise NotEligible(money(tested), money(limit))
    base = parameters.permanent_base * limit
    amount = base - base_income
    steps = [
        *_measured(limit, base_income, 1),
        Step(
            "ups art. 37 ust. 2",
            f"{money(parameters.permanent_base * HUNDRED)} % kryterium",
            f"{money(parameters.permanent_base * HUNDRED)} % of the criterion",
            money(base),
        ),
        Step("ups art. 37 ust. 2", "Różnica", "The difference", money(amount)),
    ]
    if cap is not None and amount > cap:
        amount = cap
        steps.append(Step("ups art. 37 ust. 2", "Kwota najwyższa", "The maximum", cap))
    if amount < parameters.permanent_minimum:
        amount = parameters.permanent_minimum
        steps.append(Step("ups art. 37 ust. 3", "Kwota najniższa", "The minimum", amount))
    amount = money(amount)
    return Range(PERMANENT_FORMULA, parameters.valid_from, amount, amount, tuple(steps))


def _measured(limit: Decimal, income: Decimal, household_size: int) -> tuple[Step, Step]:
    return (
        Step(
            "ups art. 8 ust. 1",
            f"Kryterium dochodowe, osób: {household_size}",
            f"Income criterion, persons: {household_size}",
            money(limit),
        ),
        Step("ups art. 8 ust. 3", "Dochód", "Income", money(income)),
    )


def home_care_fee(income: Decimal, household_size: int, on: date) -> Fee:
    """The share of an hour's cost that the council's table gives (ups art. 50(6))."""
    scale, parameters = fee_scale_on(on), parameters_on(on)
    single = household_size == 1
    limit = parameters.single_criterion if single else parameters.family_criterion
    each = income / household_size
    percents = income * HUNDRED
    band = next(
        b for b in scale.bands if b.up_to is None or percents <= b.up_to * limit * household_size
    )
    share = band.single if single else band.family
    percent = money(each * HUNDRED / limit)
    fee = money(scale.cost_per_hour * share / HUNDRED)
    steps = (
        *_measured(limit, each, 1),
        Step("ups art. 8 ust. 1", "Dochód w % kryterium", "Income in % of criterion", percent),
        Step("ups art. 50 ust. 6", f"Udział według tabeli {scale.scale_id}, %", "Share, %", share),
        Step("ups art. 50 ust. 6", "Koszt godziny", "Cost of an hour", scale.cost_per_hour),
        Step("ups art. 50 ust. 6", "Odpłatność za godzinę", "Fee for an hour", fee),
    )
    return Fee(scale.scale_id, percent, share, scale.cost_per_hour, fee, steps)


def partial_month(amount: Decimal, first: date, last: date) -> Decimal:
    """The part of a month's amount for the days `first` to `last` of one month (ups art. 106(3)).

    Amount ÷ calendar days of the month × days.
    """
    in_month = calendar.monthrange(first.year, first.month)[1]
    return money(amount * ((last - first).days + 1) / in_month)
