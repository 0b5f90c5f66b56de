"""The income of the month that counts: what is added, left out, spread over months, deducted.

Ups art. 8(3) to (12), `domain.md` C7. What is left out depends on what the income is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from services.benefits.calculation.explanation import Step, step
from services.benefits.calculation.law import InForce
from services.benefits.calculation.money import ZERO, money, total, with_comma
from services.benefits.calculation.months import in_english, months_from
from services.benefits.calculation.receipts import FARM, receipt_name
from services.benefits.calculation.sets import Purpose
from services.benefits.polish import month as named
from services.benefits.refusals.calculation import ReceiptIncomplete


@dataclass(frozen=True)
class Receipt:
    """Something that somebody in the household received; PLN, before what is taken off.

    `paid_in` marks income received once: the month of payout. `due_from` and `due_to` mark arrears:
    the months that they are for. `own` is the applicant's. `counted` overrules the list of
    exclusions.
    """

    kind: str
    amount: Decimal = ZERO
    tax: Decimal = ZERO
    contributions: Decimal = ZERO
    hectares: Decimal | None = None
    paid_in: str | None = None
    due_from: str | None = None
    due_to: str | None = None
    own: bool = True
    counted: bool | None = None

    @property
    def net(self) -> Decimal:
        """Without income tax, costs and contributions; never below zero."""
        return max(ZERO, self.amount - self.tax - self.contributions)


@dataclass(frozen=True)
class CountedReceipt:
    """What a receipt adds to the income of the month."""

    kind: str
    amount: Decimal
    counted: bool
    own: bool


@dataclass(frozen=True)
class MonthIncome:
    """Income of the household in one month, and of the applicant alone."""

    month: str
    household_size: int
    purpose: Purpose
    receipts: tuple[CountedReceipt, ...]
    total: Decimal
    per_capita: Decimal
    own: Decimal
    steps: tuple[Step, ...]


def month_income(
    receipts: tuple[Receipt, ...],
    household_size: int,
    month: str,
    law: InForce,
    *,
    purpose: Purpose = Purpose.CASH,
    maintenance_paid: Decimal = ZERO,
) -> MonthIncome:
    """What the household had to live on in that month, for that purpose.

    `maintenance_paid` to persons outside the household is taken off. Raises ReceiptIncomplete.
    """
    counted: list[CountedReceipt] = []
    steps: list[Step] = []
    for receipt in receipts:
        line = _counted(receipt, household_size, month, law, purpose)
        is_income = not _left_out(receipt, law, purpose)
        counted.append(CountedReceipt(receipt.kind, line.amount, is_income, receipt.own))
        steps.append(line)
    received = total([one.amount for one in counted if one.counted])
    if maintenance_paid:
        steps.append(_deducted(maintenance_paid))
    whole = max(ZERO, received - maintenance_paid)
    each = money(whole / household_size)
    steps += _summed(whole, each, household_size)
    own = total([one.amount for one in counted if one.counted and one.own])
    return MonthIncome(
        month, household_size, purpose, tuple(counted), whole, each, min(own, whole), tuple(steps)
    )


def _left_out(receipt: Receipt, law: InForce, purpose: Purpose) -> bool:
    if receipt.counted is not None:
        return not receipt.counted
    if law.exclusions.of(receipt.kind, purpose) is not None:
        return True
    return receipt.hectares is not None and receipt.hectares < law.exclusions.smallest_farm


def _counted(receipt: Receipt, size: int, month: str, law: InForce, purpose: Purpose) -> Step:
    if receipt.kind == FARM and receipt.hectares is None:
        raise ReceiptIncomplete("hectares")
    if (receipt.due_from is None) != (receipt.due_to is None):
        raise ReceiptIncomplete("due_from" if receipt.due_from is None else "due_to")
    if _left_out(receipt, law, purpose):
        return _not_counted(receipt, law, purpose)
    if receipt.hectares is not None:
        return _farm(receipt.hectares, law)
    if receipt.due_from is not None and receipt.due_to is not None:
        return _arrears(receipt, receipt.due_from, receipt.due_to, month)
    if receipt.paid_in is not None:
        return _one_off(receipt, receipt.paid_in, size, month, law)
    return _monthly(receipt)


def _monthly(receipt: Receipt) -> Step:
    taken_off = [one for one in (receipt.tax, receipt.contributions) if one]
    worked = " − ".join(f"{one:.2f}" for one in (receipt.amount, *taken_off)) if taken_off else ""
    pl, en = _names(receipt)
    return step(
        "ups art. 8 ust. 3",
        f"Przychód „{pl}” po podatku, kosztach i składkach",
        f"Receipt “{en}” after tax, costs and contributions",
        money(receipt.net),
        worked,
    )


def _not_counted(receipt: Receipt, law: InForce, purpose: Purpose) -> Step:
    """The step keeps the amount; it is not added."""
    why = law.exclusions.of(receipt.kind, purpose)
    pl, en = (why.pl, why.en) if why is not None else _names(receipt)
    return step(
        why.basis if why is not None else "ups art. 8 ust. 4",
        f"Nie wlicza się: {pl}",
        f"Not counted: {en}",
        money(receipt.net),
        used=law.exclusions,
    )


def _farm(hectares: Decimal, law: InForce) -> Step:
    each = law.national.hectare
    return step(
        "ups art. 8 ust. 9",
        "Gospodarstwo rolne: hektary przeliczeniowe razy dochód z hektara",
        "Farm: conversion hectares times the income of a hectare",
        money(hectares * each),
        f"{hectares.normalize():f} × {each:.2f}",
        used=law.national,
    )


def _arrears(receipt: Receipt, first: str, last: str, month: str) -> Step:
    """Income due for a period belongs to its months in equal parts (ups art. 8(12))."""
    months = months_from(first, last) + 1
    if months < 1:
        raise ReceiptIncomplete("due_to")
    belongs = first <= month <= last
    pl, en = _names(receipt)
    return step(
        "ups art. 8 ust. 12",
        f"Wyrównanie „{pl}” za okres {named(first)} – {named(last)}, część na {named(month)}",
        f"Arrears “{en}” for {in_english(first)} to {in_english(last)},"
        f" the part of {in_english(month)}",
        money(receipt.net / months) if belongs else ZERO,
        f"{receipt.net:.2f} ÷ {months}" if belongs else "",
    )


def _one_off(receipt: Receipt, paid_in: str, size: int, month: str, law: InForce) -> Step:
    """Above five times the criterion it is spread over twelve months (ups art. 8(11))."""
    limit = one_off_limit(size, law)
    since = months_from(paid_in, month)
    pl, en = _names(receipt)
    if receipt.net > limit:
        return _spread(receipt, paid_in, since, limit, law)
    return step(
        "ups art. 8 ust. 3",
        f"Dochód jednorazowy „{pl}” do {with_comma(limit)} zł, w miesiącu wypłaty:"
        f" {named(paid_in)}",
        f"One-off income “{en}” up to PLN {limit:.2f}, in its month, {in_english(paid_in)}",
        money(receipt.net) if since == 0 else ZERO,
        used=law.national,
    )


def _spread(receipt: Receipt, paid_in: str, since: int, limit: Decimal, law: InForce) -> Step:
    months = law.national.one_off_months
    counts = 0 <= since < months
    pl, en = _names(receipt)
    return step(
        "ups art. 8 ust. 11",
        f"Dochód jednorazowy „{pl}” ponad {with_comma(limit)} zł: część na miesiąc,"
        f" miesięcy: {months}, pierwszy to {named(paid_in)}",
        f"One-off income “{en}” above PLN {limit:.2f}: the part of a month,"
        f" {months} months from {in_english(paid_in)}",
        money(receipt.net / months) if counts else ZERO,
        f"{receipt.net:.2f} ÷ {months}" if counts else "",
        used=law.national,
    )


def _names(receipt: Receipt) -> tuple[str, str]:
    return receipt_name(receipt.kind), receipt_name(receipt.kind, "en")


def one_off_limit(household_size: int, law: InForce) -> Decimal:
    """Five times the criterion of the household, PLN (ups art. 8(11))."""
    return money(law.national.one_off_multiple * law.criterion(household_size).whole)


def _deducted(maintenance: Decimal) -> Step:
    return step(
        "ups art. 8 ust. 3 pkt 3",
        "Odlicza się alimenty świadczone na rzecz innych osób",
        "Maintenance paid to others is taken off",
        money(maintenance),
    )


def _summed(whole: Decimal, each: Decimal, size: int) -> list[Step]:
    if size == 1:
        return [step("ups art. 8 ust. 3", "Dochód", "Income", whole)]
    return [
        step("ups art. 8 ust. 3", "Dochód rodziny", "Income of the family", whole),
        step(
            "ups art. 6 pkt 4",
            "Dochód na osobę w rodzinie",
            "Income per person in the family",
            each,
            f"{whole:.2f} ÷ {size}",
        ),
    ]
