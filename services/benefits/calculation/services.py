"""Benefits that are no money: what care costs an hour, and who gets what without paying.

Ups art. 36 pkt 2, 44 to 53; `domain.md` C8, C9.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.benefits.calculation.explanation import Step, Unit, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import HUNDRED, money
from services.benefits.calculation.results import Entitled, Fee, income_step
from services.benefits.calculation.sets import FeeScale, SpecialistScale
from services.benefits.refusals.calculation import AboveCriterion, SpecialistPriceMissing

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
    criterion = step(
        f"ups art. 8 ust. 1 pkt {1 if single else 2}",
        "Kryterium dochodowe na osobę",
        "Income criterion per person",
        limit,
        used=national,
    )
    rule = _Table("ups art. 50 ust. 6", scale, scale.cost_per_hour, criterion)
    return _fee_for_an_hour(income, household_size, rule)


def specialist_care_fee(income: Decimal, household_size: int, law: InForce) -> Fee:
    """The share of the price of an hour that the ordinance's table gives; for people with mental
    disorders. Raises SpecialistPriceMissing until the centre published its price."""
    scale, national = law.specialist_scale, law.national
    if scale.cost_per_hour is None:
        raise SpecialistPriceMissing(law.day)
    criterion = step(
        f"{_ordinance('2')} w zw. z art. 8 ust. 1 pkt 1 ustawy o pomocy społecznej",
        "Kryterium dochodowe osoby samotnie gospodarującej, także dla osoby w rodzinie",
        "Income criterion of a single-person household, also for a person in a family",
        national.single_criterion,
        used=national,
    )
    rule = _Table(_ordinance("3 i 4"), scale, scale.cost_per_hour, criterion)
    return _fee_for_an_hour(income, household_size, rule)


def _ordinance(parts: str) -> str:
    return f"§ 4 ust. {parts} rozporządzenia w sprawie specjalistycznych usług opiekuńczych"


@dataclass(frozen=True)
class _Table:
    """A table of fees, what an hour costs, and the criterion that its percentages are of."""

    basis: str
    scale: FeeScale | SpecialistScale
    cost_per_hour: Decimal
    criterion: Step


def _fee_for_an_hour(income: Decimal, household_size: int, table: _Table) -> Fee:
    scale, limit, cost = table.scale, table.criterion.amount, table.cost_per_hour
    single = household_size == 1
    each = income / household_size
    percents = income * HUNDRED
    band = next(
        b for b in scale.bands if b.up_to is None or percents <= b.up_to * limit * household_size
    )
    share = band.single if single else band.family
    percent = money(each * HUNDRED / limit)
    fee = money(cost * share / HUNDRED)
    steps = (
        table.criterion,
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
            table.basis,
            "Udział w koszcie według tabeli odpłatności",
            "Share of the cost by the table of fees",
            share,
            unit=Unit.PERCENT,
            used=scale,
        ),
        step(table.basis, "Koszt godziny", "Cost of an hour", cost, used=scale),
        step(
            table.basis,
            "Odpłatność za godzinę",
            "Fee for an hour",
            fee,
            f"{cost:.2f} × {share:f}%",
        ),
    )
    return Fee(scale.scale_id, percent, share, cost, fee, steps)


def month_fee(fee_per_hour: Decimal, hours: Decimal) -> Decimal:
    """What the client pays for the hours of a month, PLN."""
    return money(fee_per_hour * hours)
