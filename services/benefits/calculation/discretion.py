"""Benefits whose size the centre decides: for a need, for a loss, special, under a contract.

Ups art. 39, 39a, 40, 41; `domain.md` C4, C8. The calculation says who may get one and what is the
most; the rest is discretion.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from osnowa_contracts.wording import formats

from services.benefits.calculation.explanation import Step, Unit, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import GROSZ, HUNDRED, money, shared_out
from services.benefits.calculation.months import last_day_after
from services.benefits.calculation.results import (
    LOAN_FORMULA,
    RETURNABLE_FORMULA,
    Range,
    income_step,
)
from services.benefits.polish import day
from services.benefits.refusals.calculation import (
    AboveCriterion,
    NotAboveCriterion,
    NothingToCalculate,
)

TARGETED_FORMULA = "targeted-1"
LOSS_FORMULA = "loss-1"
SPECIAL_FORMULA = "special-targeted-1"


def targeted_benefit(income: Decimal, household_size: int, need: Decimal, law: InForce) -> Range:
    """For a named need that costs `need`, PLN (ups art. 39). Raises AboveCriterion."""
    _above_zero(need)
    criterion = law.criterion(household_size, raised=True)
    measured = (criterion.as_step(), income_step(money(income)))
    if income > criterion.whole:
        raise AboveCriterion(money(income), criterion.whole, measured)
    most = money(need)
    steps = (
        *measured,
        step(
            "ups art. 39 ust. 1",
            "Najwięcej: koszt potrzeby, w całości lub w części",
            "At most the cost of the need, whole or in part",
            most,
        ),
    )
    return Range(TARGETED_FORMULA, law.national.valid_from, GROSZ, most, steps)


def loss_benefit(loss: Decimal, law: InForce) -> Range:
    """After a random event or disaster, whatever the income is (ups art. 40).

    Not more than the loss; the act sets no amount.
    """
    _above_zero(loss)
    most = money(loss)
    steps = (
        step(
            "ups art. 40 ust. 1–3",
            "Najwięcej: strata, niezależnie od dochodu",
            "At most the loss, whatever the income is",
            most,
        ),
    )
    return Range(LOSS_FORMULA, law.national.valid_from, GROSZ, most, steps)


def special_targeted_benefit(income: Decimal, household_size: int, law: InForce) -> Range:
    """For an income above the criterion, in a specially justified case (ups art. 41 pkt 1).

    Not more than the criterion; not repaid. Raises NotAboveCriterion.
    """
    criterion = law.criterion(household_size)
    measured = (criterion.as_step(), income_step(money(income)))
    if income <= criterion.whole:
        raise NotAboveCriterion(money(income), criterion.whole, measured)
    most = money(criterion.whole)
    steps = (
        *measured,
        step(
            "ups art. 41 pkt 1",
            "Najwięcej: odpowiednie kryterium dochodowe",
            "At most the criterion",
            most,
        ),
    )
    return Range(SPECIAL_FORMULA, law.national.valid_from, GROSZ, most, steps)


def help_to_be_paid_back(
    income: Decimal, household_size: int, need: Decimal, law: InForce
) -> Range:
    """A periodic or targeted benefit above the criterion, on condition that it is paid back.

    At most what is needed, PLN (ups art. 41 pkt 2). Raises NotAboveCriterion.
    """
    _above_zero(need)
    criterion = law.criterion(household_size, raised=True)
    measured = (criterion.as_step(), income_step(money(income)))
    if income <= criterion.whole:
        raise NotAboveCriterion(money(income), criterion.whole, measured)
    most = money(need)
    steps = (
        *measured,
        step(
            "ups art. 41 pkt 2",
            "Dochód powyżej kryterium: tylko pod warunkiem zwrotu, najwięcej koszt potrzeby",
            "Income above the criterion: only to be paid back, at most what is needed",
            most,
        ),
    )
    return Range(RETURNABLE_FORMULA, law.national.valid_from, GROSZ, most, steps)


def loan(income: Decimal, household_size: int, need: Decimal, law: InForce) -> Range:
    """For economic independence, without interest (ups art. 43 ust. 1 pkt 2).

    Raises AboveCriterion.
    """
    found = targeted_benefit(income, household_size, need, law)
    *measured, _ = found.steps
    steps = (
        *measured,
        step(
            "ups art. 43 ust. 1 pkt 2",
            "Najwięcej: koszt usamodzielnienia, jako pożyczka bez odsetek",
            "At most the cost of becoming independent, as a loan without interest",
            found.maximum,
        ),
    )
    return Range(LOAN_FORMULA, found.params_date, found.minimum, found.maximum, steps)


@dataclass(frozen=True)
class Repayment:
    """What is paid back of a benefit, and in which instalments."""

    whole: Decimal
    instalments: tuple[Decimal, ...]
    steps: tuple[Step, ...]


def paid_back(amount: Decimal, instalments: int, *, basis: str) -> tuple[Step, ...]:
    """What a decision says of it: the sum, and what an instalment comes to."""
    return (
        step(basis, "Do zwrotu", "To be paid back", money(amount)),
        step(
            basis, f"Rata, rat: {instalments}", f"Instalment, of {instalments}",
            instalments_of(money(amount), instalments)[-1],
            f"{amount:.2f} ÷ {instalments}",
        ),
    )  # fmt: skip


def returnable_benefit(amount: Decimal, percent: Decimal, instalments: int) -> Repayment:
    """A periodic, targeted or in-kind benefit that is paid back (ups art. 41 pkt 2).

    `percent` of the amount, from 0 to 100.
    """
    _above_zero(amount)
    whole = money(amount * percent / HUNDRED)
    parts = instalments_of(whole, instalments)
    steps = (
        step(
            "ups art. 41 pkt 2",
            "Część do zwrotu",
            "The part that is paid back",
            whole,
            f"{amount:.2f} × {percent:.2f}%",
        ),
        step(
            "ups art. 41 pkt 2", f"Rata, rat: {instalments}", f"Instalment, of {instalments}",
            parts[-1],
            f"{whole:.2f} ÷ {instalments}",
        ),
    )  # fmt: skip
    return Repayment(whole, parts, steps)


def instalments_of(whole: Decimal, count: int) -> tuple[Decimal, ...]:
    """Equal to the grosz and together the whole; what is left over is in the first ones."""
    return tuple(shared_out(whole, [Decimal(1)] * count))


@dataclass(frozen=True)
class Continuation:
    """Until when a benefit under a social contract goes on after work was found."""

    until: date
    steps: tuple[Step, ...]


def contract_continuation(work_since: date, decision_ends: date, law: InForce) -> Continuation:
    """Whatever the new income: to the end of the decision, two months at most (ups art. 39a(2))."""
    months = law.national.contract_months
    until = min(decision_ends, last_day_after(work_since, months))
    steps = (
        step(
            "ups art. 39a ust. 2",
            f"Wypłata trwa niezależnie od dochodu do {day(until)}: do końca decyzji,"
            f" najdłużej miesięcy od {day(work_since)}",
            f"Paid whatever the income until {formats.day(until, 'en')}: to the end of the"
            f" decision, at most so many months from {formats.day(work_since, 'en')}",
            Decimal(months),
            unit=Unit.MONTHS,
            used=law.national,
        ),
    )
    return Continuation(until, steps)


def _above_zero(amount: Decimal) -> None:
    if amount <= 0:
        raise NothingToCalculate
