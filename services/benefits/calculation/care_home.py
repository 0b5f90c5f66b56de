"""Who pays for a residential care home: resident, spouse, descendants, ascendants, the gmina.

Ups art. 60, 61, 64, 64a, 103; `domain.md` C9, M14. Nobody after the resident pays if the resident
covers all; a relative keeps 300 % of the criterion.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from services.benefits.calculation.explanation import Step, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import HUNDRED, ZERO, money, shared_out, total
from services.benefits.calculation.months import days_of
from services.benefits.calculation.sets import FirstMonth, Sharing
from services.benefits.refusals.calculation import AgreedAboveMeans, TwoMonths


class Relation(StrEnum):
    """In the order in which they pay (ups art. 61(1))."""

    SPOUSE = "SPOUSE"
    DESCENDANT = "DESCENDANT"
    ASCENDANT = "ASCENDANT"


ORDER = tuple(Relation)
NAMES = {
    Relation.SPOUSE: ("małżonek", "spouse"),
    Relation.DESCENDANT: ("zstępny", "descendant"),
    Relation.ASCENDANT: ("wstępny", "ascendant"),
}


@dataclass(frozen=True)
class Relative:
    """Somebody who may have to pay; `income` is of the whole household of `household_size`.

    `degree` 1 are children and parents, 2 grandchildren and grandparents. `exempt_percent` is what
    a decision under art. 64 or 64a lets them off. `agreed` is what an agreement says (art. 103(2)).
    `obliged_id` names the person in the register of who is obliged to support the client.
    """

    reference: str
    relation: Relation
    income: Decimal
    household_size: int = 1
    degree: int = 1
    exempt_percent: Decimal = ZERO
    agreed: Decimal | None = None
    obliged_id: UUID | None = None


@dataclass(frozen=True)
class Payer:
    """What a relative can pay and pays, PLN a month."""

    reference: str
    relation: Relation
    means: Decimal
    pays: Decimal
    obliged_id: UUID | None = None


@dataclass(frozen=True)
class CareHomeFees:
    """The month's cost and who bears it; the shares add up to the cost."""

    params_date: date
    cost: Decimal
    resident: Decimal
    relatives: tuple[Payer, ...]
    gmina: Decimal
    steps: tuple[Step, ...]


def care_home_fees(
    cost: Decimal,
    resident_income: Decimal,
    relatives: tuple[Relative, ...],
    law: InForce,
    *,
    sharing: Sharing | None = None,
) -> CareHomeFees:
    """The shares in the average monthly cost of the home, PLN.

    `sharing` among relatives of one degree is the city's practice unless told. Raises
    AgreedAboveMeans where an agreement would leave a relative less than the act protects.
    """
    resident, steps = _resident(cost, resident_income, law)
    left = money(cost) - resident
    payers: list[Payer] = []
    for _, group in groupby(sorted(relatives, key=_turn), key=_turn):
        able = [(one, *_means(one, law)) for one in group]
        steps += [line for *_, line in able]
        shares = _shares([means for _, means, _ in able], left, sharing or law.practice.sharing)
        for (one, means, _), pays in zip(able, shares, strict=True):
            payers.append(Payer(one.reference, one.relation, means, pays, one.obliged_id))
            steps.append(_paid(one, pays))
            left -= pays
    steps.append(_rest(left))
    return CareHomeFees(
        law.national.valid_from, money(cost), resident, tuple(payers), left, tuple(steps)
    )


def _turn(one: Relative) -> tuple[int, int]:
    return ORDER.index(one.relation), one.degree


def _resident(cost: Decimal, income: Decimal, law: InForce) -> tuple[Decimal, list[Step]]:
    national = law.national
    percent = f"{national.resident_share * HUNDRED:.0f}%"
    most = money(national.resident_share * income)
    pays = min(most, money(cost))
    return pays, [
        step(
            "ups art. 60 ust. 2",
            "Średni miesięczny koszt utrzymania w domu",
            "Average monthly cost of the home",
            money(cost),
        ),
        step(
            "ups art. 61 ust. 2 pkt 1",
            f"Mieszkaniec: najwyżej {percent} dochodu",
            f"Resident: at most {percent} of the income",
            most,
            f"{income:.2f} × {percent}",
            used=national,
        ),
        step("ups art. 61 ust. 1 pkt 1", "Mieszkaniec płaci", "The resident pays", pays),
    ]


def relative_means(one: Relative, law: InForce) -> Decimal:
    """What is above 300 % of the criterion of the relative's household, PLN; never negative."""
    keeps = law.national.relative_keeps * law.criterion(one.household_size).whole
    return max(ZERO, money(one.income - keeps))


def _means(one: Relative, law: InForce) -> tuple[Decimal, Step]:
    """What this relative can be asked for, after exemption and agreement."""
    above = relative_means(one, law)
    means = money(above * (HUNDRED - one.exempt_percent) / HUNDRED)
    if one.agreed is not None:
        if one.agreed > above:
            raise AgreedAboveMeans(one.reference, one.agreed, above)
        means = min(means, one.agreed)
    keeps = law.national.relative_keeps * law.criterion(one.household_size).whole
    pl, en = NAMES[one.relation]
    basis, why_pl, why_en = _why(one)
    return means, step(
        basis,
        f"{pl.capitalize()} {one.reference}: dochód ponad"
        f" {law.national.relative_keeps * HUNDRED:.0f}% kryterium{why_pl}",
        f"{en.capitalize()} {one.reference}: income above"
        f" {law.national.relative_keeps * HUNDRED:.0f}% of the criterion{why_en}",
        means,
        f"{one.income:.2f} − {keeps:.2f}" if means == above > 0 else "",
        used=law.national,
    )


def _why(one: Relative) -> tuple[str, str, str]:
    if one.exempt_percent:
        off = f"{one.exempt_percent.normalize():f}%"
        return "ups art. 64 i 64a", f", zwolnienie {off}", f", exempt {off}"
    if one.agreed is not None:
        return "ups art. 103 ust. 2", ", według umowy", ", by agreement"
    return "ups art. 61 ust. 2 pkt 2", "", ""


def _shares(means: list[Decimal], left: Decimal, sharing: Sharing) -> list[Decimal]:
    if total(means) <= left:
        return means
    if sharing is Sharing.PROPORTIONAL:
        return shared_out(left, means)
    shares = []
    for able in means:
        shares.append(min(able, left))
        left -= shares[-1]
    return shares


def _paid(one: Relative, pays: Decimal) -> Step:
    pl, en = NAMES[one.relation]
    return step(
        "ups art. 61 ust. 1 pkt 2",
        f"{pl.capitalize()} {one.reference} płaci",
        f"{en.capitalize()} {one.reference} pays",
        pays,
    )


def _rest(left: Decimal) -> Step:
    return step("ups art. 61 ust. 1 pkt 3", "Gmina dopłaca", "The gmina pays the rest", left)


def fees_of_month(fees: CareHomeFees, first: date, last: date, law: InForce) -> CareHomeFees:
    """The shares for the days `first` to `last` of one month, in the proportion of the days.

    Where the city's practice is whole months, nothing changes. Raises TwoMonths.
    """
    if (first.year, first.month) != (last.year, last.month) or last < first:
        raise TwoMonths
    days, in_month = days_of(first, last)
    if law.practice.first_month is FirstMonth.WHOLE or days == in_month:
        return fees
    cost = money(fees.cost * days / in_month)
    shares = (fees.resident, *(payer.pays for payer in fees.relatives), fees.gmina)
    resident, *others, gmina = shared_out(cost, shares)
    return CareHomeFees(
        fees.params_date,
        cost,
        resident,
        tuple(replace(p, pays=pays) for p, pays in zip(fees.relatives, others, strict=True)),
        gmina,
        (*fees.steps, _prorated(fees.cost, cost, days, in_month)),
    )


def _prorated(whole: Decimal, cost: Decimal, days: int, in_month: int) -> Step:
    return step(
        "ups art. 60 ust. 1",
        f"Miesiąc niepełny, dni {days} z {in_month}: koszt i udziały w tej części",
        f"A part of a month, {days} of {in_month} days: cost and shares in that part",
        cost,
        f"{whole:.2f} × {days} ÷ {in_month}",
    )
