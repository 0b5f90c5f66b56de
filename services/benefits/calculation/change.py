"""A change while the benefit is paid: does it matter, from when, and what was paid unduly.

Ups art. 98, 104, 106; `domain.md` C5, C7, M13.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from services.benefits.calculation.discretion import instalments_of
from services.benefits.calculation.explanation import Step, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import HUNDRED, ZERO, money, total
from services.benefits.calculation.months import in_english, month_after
from services.benefits.calculation.sets import ChangeBase, ChangeEffect
from services.benefits.polish import month as named
from services.benefits.refusals.calculation import NothingToCalculate


@dataclass(frozen=True)
class IncomeChange:
    """Whether a change of income alters the benefit; `effective_from` is a month or None."""

    difference: Decimal
    threshold: Decimal
    matters: bool
    effective_from: str | None
    steps: tuple[Step, ...]


def change_threshold(household_size: int, law: InForce) -> Decimal:
    """10 % of the criterion, PLN: of the family's or of one person's (`domain.md` M13)."""
    return money(law.national.change_share * _measured_by(household_size, law))


def _measured_by(household_size: int, law: InForce) -> Decimal:
    criterion = law.criterion(household_size)
    family = law.practice.change_base is ChangeBase.FAMILY
    return criterion.whole if family else criterion.each


def income_change(
    income_before: Decimal,
    income_now: Decimal,
    household_size: int,
    changed_in: str,
    law: InForce,
) -> IncomeChange:
    """A rise or fall not above the threshold alters nothing (ups art. 106(3b)).

    `income_before` is the household's income that the amount was computed from; a greater change
    works from the month after `changed_in`.
    """
    difference = money(income_now - income_before)
    threshold = change_threshold(household_size, law)
    matters = abs(difference) > threshold
    effective = None
    if matters:
        same = law.practice.change_effect is ChangeEffect.SAME_MONTH
        effective = changed_in if same else month_after(changed_in)
    percent = f"{law.national.change_share * HUNDRED:.0f}%"
    steps = (
        law.criterion(household_size).as_step(),
        step(
            "ups art. 106 ust. 3b",
            f"Próg zmiany: {percent} kryterium",
            f"Threshold of a change: {percent} of the criterion",
            threshold,
            f"{_measured_by(household_size, law):.2f} × {percent}",
            used=law.national,
        ),
        step(
            "ups art. 106 ust. 3b",
            _told_pl(effective),
            _told_en(effective),
            difference,
            f"{income_now:.2f} − {income_before:.2f}",
        ),
    )
    return IncomeChange(difference, threshold, matters, effective, steps)


def _told_pl(effective: str | None) -> str:
    if effective is None:
        return "Zmiana dochodu nie przekracza progu i nie wpływa na wysokość świadczenia"
    return f"Zmiana dochodu przekracza próg i działa od miesiąca: {named(effective)}"


def _told_en(effective: str | None) -> str:
    if effective is None:
        return "The change of income is within the threshold and does not alter the benefit"
    return f"The change of income is above the threshold and works from {in_english(effective)}"


@dataclass(frozen=True)
class Undue:
    """Money that was not due, by month and together; repayable whatever the income (ups 98)."""

    months: tuple[tuple[str, Decimal], ...]
    whole: Decimal
    steps: tuple[Step, ...]


def undue_benefit(paid: Mapping[str, Decimal], due: Mapping[str, Decimal]) -> Undue:
    """What was paid above what the changed decision makes due, month by month, PLN.

    A month that `due` does not name was not due at all. A month paid too little gives nothing back
    and is not set off.
    """
    months = tuple(
        (month, money(amount - due.get(month, ZERO)))
        for month, amount in sorted(paid.items())
        if amount > due.get(month, ZERO)
    )
    whole = total([amount for _, amount in months])
    lines = [
        step(
            "ups art. 6 pkt 16",
            f"Nienależnie pobrane za {named(month)}: wypłacono mniej należne",
            f"Unduly received for {in_english(month)}: paid less what was due",
            amount,
            f"{paid[month]:.2f} − {due.get(month, ZERO):.2f}",
        )
        for month, amount in months
    ]
    lines.append(
        step(
            "ups art. 98",
            "Do zwrotu niezależnie od dochodu",
            "To be repaid whatever the income is",
            whole,
        )
    )
    return Undue(months, whole, tuple(lines))


def repayment_plan(whole: Decimal, count: int) -> tuple[Decimal, ...]:
    """Instalments of an undue benefit (ups art. 104(4)). Raises NothingToCalculate for zero."""
    if whole <= 0 or count < 1:
        raise NothingToCalculate
    return instalments_of(whole, count)
