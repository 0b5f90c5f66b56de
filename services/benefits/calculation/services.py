"""Benefits that are no money: what home care costs an hour, and who gets what without paying.

Ups art. 36 pkt 2, 44 to 53; `domain.md` C8, C9.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from services.benefits.calculation.explanation import Step, Unit, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import HUNDRED, money
from services.benefits.calculation.results import Entitled, Fee, income_step
from services.benefits.refusals.calculation import AboveCriterion

MEAL_FORMULA = "meal-1"
NON_CASH_FORMULA = "non-cash-1"


class NonCash(StrEnum):
    """Benefits without money that no fee table measures (ups art. 36 pkt 2)."""

    SOCIAL_WORK = "SOCIAL_WORK"
    COUNSELLING = "COUNSELLING"
    CRISIS_INTERVENTION = "CRISIS_INTERVENTION"
    CREDITED_TICKET = "CREDITED_TICKET"
    HEALTH_CONTRIBUTIONS = "HEALTH_CONTRIBUTIONS"
    SOCIAL_CONTRIBUTIONS = "SOCIAL_CONTRIBUTIONS"
    IN_KIND = "IN_KIND"
    BURIAL = "BURIAL"
    SHELTER = "SHELTER"
    CLOTHING = "CLOTHING"
    TRAINING_FLAT = "TRAINING_FLAT"


WITHOUT_TEST: dict[NonCash, str] = {
    NonCash.SOCIAL_WORK: "ups art. 45 ust. 4",
    NonCash.COUNSELLING: "ups art. 46 ust. 1",
    NonCash.CRISIS_INTERVENTION: "ups art. 47 ust. 2",
    NonCash.BURIAL: "ups art. 44",
    NonCash.CREDITED_TICKET: "ups art. 36 pkt 2 lit. b",
}
"""Given whatever the income is, with the provision."""


def non_cash_benefit(
    benefit: NonCash, income: Decimal, household_size: int, law: InForce
) -> Entitled:
    """Whether the benefit is given without a fee.

    Some know no test of income; the others are free up to the criterion, and above it may be given
    against payment (ups art. 8(1), 41 pkt 2, 97).
    """
    valid_from = law.national.valid_from
    if (basis := WITHOUT_TEST.get(benefit)) is not None:
        steps = (
            step(
                basis,
                "Przysługuje niezależnie od dochodu",
                "Given whatever the income is",
                money(income),
            ),
        )
        return Entitled(NON_CASH_FORMULA, valid_from, True, steps)
    criterion = law.criterion(household_size)
    free = income <= criterion.whole
    measured = (criterion.as_step(), income_step(money(income)))
    return Entitled(
        NON_CASH_FORMULA, valid_from, free, (*measured, _freedom(free, criterion.whole))
    )


def _freedom(free: bool, limit: Decimal) -> Step:
    if free:
        return step(
            "ups art. 8 ust. 1",
            "Bez odpłatności: dochód nie przekracza kryterium",
            "Free: the income is not above the criterion",
            limit,
        )
    return step(
        "ups art. 41 pkt 2",
        "Tylko pod warunkiem zwrotu: dochód przekracza kryterium",
        "Only to be paid back: the income is above the criterion",
        limit,
    )


def meal_benefit(income: Decimal, household_size: int, law: InForce) -> Entitled:
    """A meal, or money for food, up to 200 % of the criterion. Raises AboveCriterion."""
    programme = law.meals
    criterion = law.criterion(household_size)
    percent = programme.criterion_percent
    limit = money(criterion.whole * percent / HUNDRED)
    steps = (
        criterion.as_step(),
        step(
            programme.source,
            f"Kryterium programu: {percent:f}% kryterium",
            f"Criterion of the programme: {percent:f}% of the criterion",
            limit,
            f"{criterion.whole:.2f} × {percent:f}%",
            used=programme,
        ),
        income_step(money(income)),
    )
    if income > limit:
        raise AboveCriterion(money(income), limit, steps)
    return Entitled(MEAL_FORMULA, programme.valid_from, True, steps)


def home_care_fee(income: Decimal, household_size: int, law: InForce) -> Fee:
    """The share of an hour's cost that the council's table gives (ups art. 50(6))."""
    scale, national = law.fee_scale, law.national
    single = household_size == 1
    limit = national.single_criterion if single else national.family_criterion
    each = income / household_size
    percents = income * HUNDRED
    band = next(
        b for b in scale.bands if b.up_to is None or percents <= b.up_to * limit * household_size
    )
    share = band.single if single else band.family
    percent = money(each * HUNDRED / limit)
    fee = money(scale.cost_per_hour * share / HUNDRED)
    steps = (
        step(
            f"ups art. 8 ust. 1 pkt {1 if single else 2}",
            "Kryterium dochodowe na osobę",
            "Income criterion per person",
            limit,
            used=national,
        ),
        step(
            "ups art. 8 ust. 3",
            "Dochód na osobę",
            "Income per person",
            money(each),
            "" if single else f"{income:.2f} ÷ {household_size}",
        ),
        step(
            "ups art. 8 ust. 1",
            "Dochód w procentach kryterium",
            "Income in per cent of the criterion",
            percent,
            f"{each:.2f} ÷ {limit:.2f}",
            unit=Unit.PERCENT,
        ),
        step(
            "ups art. 50 ust. 6",
            "Udział w koszcie według tabeli odpłatności",
            "Share of the cost by the table of fees",
            share,
            unit=Unit.PERCENT,
            used=scale,
        ),
        step(
            "ups art. 50 ust. 6",
            "Koszt godziny",
            "Cost of an hour",
            scale.cost_per_hour,
            used=scale,
        ),
        step(
            "ups art. 50 ust. 6",
            "Odpłatność za godzinę",
            "Fee for an hour",
            fee,
            f"{scale.cost_per_hour:.2f} × {share:f}%",
        ),
    )
    return Fee(scale.scale_id, percent, share, scale.cost_per_hour, fee, steps)


def month_fee(fee_per_hour: Decimal, hours: Decimal) -> Decimal:
    """What the client pays for the hours of a month, PLN."""
    return money(fee_per_hour * hours)
