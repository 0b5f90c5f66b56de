"""What the calculations take: receipts, proposals, relatives; for cases and for what-if alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Hours, Money, Month
from pydantic import Field

from chassis.inputs import Input
from services.benefits.calculation import (
    InForce,
    MonthIncome,
    Purpose,
    Receipt,
    Relation,
    Relative,
    month_income,
)
from services.benefits.refusals.calculation import ReceiptOfNobody, RelativeIncomeUnclear

NotNegative = Annotated[Money, Field(ge=0)]
AboveZero = Annotated[Money, Field(gt=0)]
HouseholdSize = Annotated[int, Field(ge=1, le=40)]
Hectares = Annotated[Decimal, Field(ge=0, le=100_000, max_digits=10, decimal_places=4)]
UpTo100 = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]

Reference = Annotated[str, Field(min_length=1, max_length=60)]

NONE = Decimal("0.00")


class ByLawOf(Input):
    """A calculation of a case; for months of the past by the law of a day of that time."""

    on: date | None = Field(
        default=None,
        examples=["2024-06-01"],
        title="Stan prawny na dzień",
        description="today unless told; never in the future",
    )


class Received(Input):
    """Something that was received; what is left out follows the list in force unless told.

    Income received once names its month, arrears the months that they are for, a farm its
    conversion hectares.
    """

    kind: Code = Field(examples=["CASUAL_WORK"], title="Rodzaj")
    amount: NotNegative = Field(default=NONE, examples=["610.00"], title="Kwota")
    tax: NotNegative = Field(
        default=NONE, description="income tax and costs", title="Podatek i koszty"
    )
    contributions: NotNegative = Field(
        default=NONE, description="health and social insurance", title="Składki"
    )
    hectares: Hectares | None = Field(
        default=None, description="of a farm: conversion hectares", title="Hektary przeliczeniowe"
    )
    paid_in: Month | None = Field(
        default=None,
        description="received once: the month of payout",
        title="Jednorazowy, wypłacony w",
    )
    due_from: Month | None = Field(
        default=None,
        description="arrears: first month they are for",
        title="Wyrównanie za okres od",
    )
    due_to: Month | None = Field(
        default=None, description="arrears: last month they are for", title="Wyrównanie za okres do"
    )
    counted: bool | None = Field(
        default=None,
        description="overrules the list of what is not income (ups art. 8(4))",
        title="Czy wliczać wbrew liście",
    )

    def receipt(self) -> Receipt:
        return Receipt(
            kind=self.kind,
            amount=self.amount,
            tax=self.tax,
            contributions=self.contributions,
            hectares=self.hectares,
            paid_in=self.paid_in,
            due_from=self.due_from,
            due_to=self.due_to,
            counted=self.counted,
        )


class Component(Received):
    """Something the household of the client received."""

    own: bool = Field(
        default=True,
        description="the client's own, not another member's",
        title="Dochód tej osoby, nie innego członka rodziny",
    )

    def receipt(self) -> Receipt:
        return replace(super().receipt(), own=self.own)


class IncomeFound(ByLawOf):
    """Income of the month that counts, of everybody in the household."""

    month: Month = Field(examples=["2026-01"], title="Miesiąc, za który liczy się dochód")
    household_size: HouseholdSize = Field(default=1, title="Ile osób żyje z tego dochodu")
    components: tuple[Component, ...] = Field(max_length=40, title="Przychody")
    maintenance_paid: NotNegative = Field(
        default=NONE, description="to persons outside", title="Alimenty płacone innym osobom"
    )


class EntitlementProposal(ByLawOf):
    """The amount that the worker proposes, within what the formula allows."""

    proposed: NotNegative = Field(examples=["200.00"], title="Proponowana kwota")
    own_income: NotNegative | None = Field(
        default=None,
        description="of the person alone; for a permanent benefit in a family",
        title="Dochód własny osoby, jeśli żyje w rodzinie",
    )
    need: AboveZero | None = Field(
        default=None,
        description="what the need of a targeted benefit costs; else as proposed",
        title="Koszt potrzeby",
    )
    to_be_paid_back: bool = Field(
        default=False,
        description="above the criterion (ups art. 41 pkt 2), or as a loan (art. 43 ust. 1)",
        title="Pod warunkiem zwrotu (art. 41 pkt 2) albo jako pożyczka (art. 43)",
    )


class IncomeChanged(ByLawOf):
    """The income of the case is the one after the change; its month, and what was before."""

    changed_in: Month = Field(examples=["2026-07"], title="Miesiąc zmiany")
    income_before: NotNegative | None = Field(
        default=None,
        examples=["1815.84"],
        title="Dochód, z którego wyliczono świadczenie",
        description="of the household; as the case knows it unless told",
    )


class FeeWanted(ByLawOf):
    hours_per_day: Hours | None = Field(default=None, examples=["2"], title="Godzin dziennie")


class RelativeFound(Input):
    """A spouse, descendant or ascendant; `income` is of the whole household they live in."""

    reference: Reference = Field(examples=["córka"], title="Kto, na przykład córka")
    relation: Relation = Field(examples=["DESCENDANT"], title="Pokrewieństwo")
    income: NotNegative | None = Field(
        default=None,
        examples=["5000.00"],
        title="Dochód rodziny tej osoby",
        description="unless its receipts are told",
    )
    household_size: HouseholdSize = Field(default=1, title="Ile osób żyje z tego dochodu")
    degree: int = Field(
        default=1, ge=1, le=4, description="1 children, parents; 2 grandchildren", title="Stopień"
    )
    exempt_percent: UpTo100 = Field(
        default=NONE, description="by decision (ups art. 64, 64a)", title="Zwolnienie w procentach"
    )
    agreed: NotNegative | None = Field(
        default=None, description="by agreement (ups art. 103(2))", title="Kwota z umowy"
    )
    obliged_id: UUID | None = Field(
        default=None, title="Osoba zobowiązana",
        description="in the register of the case; the agreement is then read from there",
    )  # fmt: skip

    def relative(self, counted: Decimal | None = None) -> Relative:
        """`counted` from receipts. Raises RelativeIncomeUnclear for none, and for both."""
        income = self.income if counted is None else counted
        if income is None or None not in (self.income, counted):
            raise RelativeIncomeUnclear(self.reference)
        return Relative(
            reference=self.reference,
            relation=self.relation,
            income=income,
            household_size=self.household_size,
            degree=self.degree,
            exempt_percent=self.exempt_percent,
            agreed=self.agreed,
            obliged_id=self.obliged_id,
        )


class RelativeReceipt(Received):
    """What a relative's household received; `of` is the relative's `reference`."""

    of: Reference = Field(examples=["córka"], title="Czyj przychód, jak wyżej")


class HomeFeesWanted(ByLawOf):
    """The average monthly cost of the home as announced, and who may have to pay."""

    cost: AboveZero = Field(examples=["7200.00"], title="Średni miesięczny koszt w domu")
    relatives: tuple[RelativeFound, ...] = Field(
        default=(),
        max_length=20,
        examples=[[{"reference": "córka", "relation": "DESCENDANT", "income": "5000.00"}]],
        title="Rodzina",
    )
    receipts: tuple[RelativeReceipt, ...] = Field(
        default=(),
        max_length=80,
        title="Przychody rodziny, gdy jej dochód trzeba wyliczyć",
        description="of relatives whose income is not told as one amount",
    )

    def incomes(self, month: str, law: InForce) -> dict[str, MonthIncome]:
        """Of relatives whose receipts are told; what does not count for a fee is left out.

        Raises ReceiptOfNobody, ReceiptIncomplete.
        """
        sizes = {one.reference: one.household_size for one in self.relatives}
        told: dict[str, tuple[Receipt, ...]] = {}
        for one in self.receipts:
            if one.of not in sizes:
                raise ReceiptOfNobody(one.of)
            told[one.of] = (*told.get(one.of, ()), one.receipt())
        return {
            who: month_income(receipts, sizes[who], month, law, purpose=Purpose.RELATIVE_FEE)
            for who, receipts in told.items()
        }
