"""The two benefits that a formula measures: periodic and permanent (ups art. 37, 38; C8).

Amounts are rounded half up to the grosz.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from services.benefits.calculation.explanation import Step, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import HUNDRED, money, with_comma
from services.benefits.calculation.results import Range, income_step
from services.benefits.calculation.sets import Boundary, CityCriteria, NationalAmounts
from services.benefits.refusals.calculation import ExcludedByBenefit, NotEligible, OwnIncomeMissing

PERIODIC_FORMULA = "periodic-1"
PERMANENT_FORMULA = "permanent-1"


def periodic_benefit(income: Decimal, household_size: int, law: InForce) -> Range:
    """Between the minimum and the whole difference to the criterion (ups art. 38).

    `income` is the household's, PLN a month. Raises NotEligible unless it is below the criterion,
    or not above it where the city reads the act so (`domain.md` M12).
    """
    criterion = law.criterion(household_size, raised=True)
    limit = criterion.whole
    measured = (criterion.as_step(), income_step(money(income)))
    strict = law.practice.periodic_boundary is Boundary.BELOW
    if income > limit or (strict and income == limit):
        raise NotEligible(money(income), money(limit), measured)
    gap = money(limit - income)
    share, used = _periodic_share(law)
    floor = law.national.periodic_minimum
    least = money(max(floor, share * gap))
    most = max(floor, gap)
    percent = _percent(share)
    steps = (
        *measured,
        step(
            "ups art. 38 ust. 2",
            "Różnica kryterium i dochodu",
            "Criterion less income",
            gap,
            f"{limit:.2f} − {income:.2f}",
        ),
        step(
            "ups art. 38 ust. 3 i 4",
            f"Najmniej: {percent.replace('.', ',')}% różnicy, nie mniej niż {with_comma(floor)} zł",
            f"At least {percent}% of it and PLN {floor}",
            least,
            f"{gap:.2f} × {percent}%" if share * gap >= floor else "",
            used=used,
        ),
        step(
            "ups art. 38 ust. 2",
            f"Najwięcej: cała różnica, nie mniej niż {with_comma(floor)} zł",
            f"At most the whole of it, and at least PLN {floor}",
            most,
            used=law.national,
        ),
    )
    return Range(PERIODIC_FORMULA, law.national.valid_from, least, most, steps)


def _periodic_share(law: InForce) -> tuple[Decimal, NationalAmounts | CityCriteria]:
    """The council may raise the share, never lower it (ups art. 38(6))."""
    national, city = law.national, law.city
    if city is not None and (raised := city.periodic_share) and raised > national.periodic_share:
        return raised, city
    return national.periodic_share, national


def permanent_benefit(
    income: Decimal,
    household_size: int,
    law: InForce,
    *,
    own_income: Decimal | None = None,
    receives: Collection[str] = (),
) -> Range:
    """The supplement to 130 % of the criterion, for one person (ups art. 37).

    `own_income` is the person's own, needed in a family; `income` is the household's. Raises
    NotEligible unless both are below the criterion, ExcludedByBenefit, OwnIncomeMissing.
    """
    national = law.national
    for benefit in receives:
        if benefit in national.permanent_excluded_by:
            raise ExcludedByBenefit(benefit)
    single = household_size == 1
    if not single and own_income is None:
        raise OwnIncomeMissing
    limit = national.single_criterion if single else national.family_criterion
    each = money(income / household_size)
    measured = _measured(law, income, household_size, own_income)
    if income >= limit * household_size:
        raise NotEligible(each, limit, measured)
    if own_income is not None and own_income >= limit:
        raise NotEligible(money(own_income), limit, measured)
    amount, counted = _supplement(law, limit, each)
    capped = single or law.practice.permanent_cap_in_family
    amount, bounded = _bounded(amount, national, capped=capped)
    steps = (*measured, *counted, *bounded)
    return Range(PERMANENT_FORMULA, national.valid_from, amount, amount, steps)


def _measured(
    law: InForce, income: Decimal, size: int, own_income: Decimal | None
) -> tuple[Step, ...]:
    if size == 1:
        return (law.criterion(1).as_step(), income_step(money(income)))
    national = law.national
    found = [
        step(
            "ups art. 8 ust. 1 pkt 2",
            "Kryterium dochodowe na osobę w rodzinie",
            "Income criterion per person in the family",
            national.family_criterion,
            used=national,
        ),
        step(
            "ups art. 6 pkt 4",
            "Dochód na osobę w rodzinie",
            "Income per person in the family",
            money(income / size),
            f"{income:.2f} ÷ {size}",
        ),
    ]
    if own_income is not None:
        found.append(
            step(
                "ups art. 37 ust. 1 pkt 2",
                "Dochód własny osoby",
                "The person's own income",
                money(own_income),
            )
        )
    return tuple(found)


def _supplement(law: InForce, limit: Decimal, each: Decimal) -> tuple[Decimal, list[Step]]:
    national = law.national
    percent = _percent(national.permanent_base)
    base = money(national.permanent_base * limit)
    amount = base - each
    return amount, [
        step(
            "ups art. 37 ust. 2",
            f"{percent.replace('.', ',')}% kryterium",
            f"{percent}% of the criterion",
            base,
            f"{limit:.2f} × {percent}%",
            used=national,
        ),
        step(
            "ups art. 37 ust. 2",
            "Różnica tej kwoty i dochodu",
            "That amount less the income",
            amount,
            f"{base:.2f} − {each:.2f}",
        ),
    ]


def _bounded(
    amount: Decimal, national: NationalAmounts, *, capped: bool
) -> tuple[Decimal, list[Step]]:
    """Not above the maximum, which is written for single persons only, nor below the minimum."""
    if capped and amount > national.permanent_maximum:
        most = money(national.permanent_maximum)
        return most, [
            step("ups art. 37 ust. 2", "Nie więcej niż", "Not more than", most, used=national)
        ]
    if amount < national.permanent_minimum:
        least = money(national.permanent_minimum)
        return least, [
            step("ups art. 37 ust. 3", "Nie mniej niż", "Not less than", least, used=national)
        ]
    return amount, []


def _percent(share: Decimal) -> str:
    """`50`, `12.5`."""
    return f"{(share * HUNDRED).normalize():f}"
