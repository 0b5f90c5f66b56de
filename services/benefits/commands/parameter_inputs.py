"""Sets of parameters as they are proposed: each kind with its fields, checked once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from osnowa_contracts.values import Code, Money
from pydantic import Field

from chassis.inputs import Input
from services.benefits.calculation.sets import (
    Boundary,
    CentreTerms,
    ChangeBase,
    ChangeEffect,
    CityCriteria,
    CityPractice,
    Exclusion,
    FeeBand,
    FeeScale,
    FirstMonth,
    IncomeExclusions,
    MealProgramme,
    NationalAmounts,
    ParameterSet,
    Purpose,
    Sharing,
    SpecialistScale,
)

Amount = Annotated[Money, Field(gt=0)]
Share = Annotated[Decimal, Field(gt=0, le=1, max_digits=5, decimal_places=4)]
Multiple = Annotated[Decimal, Field(gt=0, le=20, max_digits=6, decimal_places=4)]
Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]
CriterionPercent = Annotated[Decimal, Field(gt=0, le=10_000, max_digits=7, decimal_places=2)]
Hectares = Annotated[Decimal, Field(ge=0, le=100, max_digits=6, decimal_places=4)]
Name = Annotated[str, Field(min_length=3, max_length=200)]


class Dated(Input):
    """From when the set holds, and where it stands."""

    valid_from: date = Field(examples=["2028-01-01"], title="Obowiązuje od")
    source: Name = Field(examples=["Dz.U. 2027 poz. 1"], title="Źródło")


class NationalProposed(Dated):
    """Amounts and shares of the act; the 2025 ones are the example."""

    kind: Literal["NATIONAL"]
    single_criterion: Amount = Field(
        examples=["1010.00"], title="Kryterium osoby samotnie gospodarującej"
    )
    family_criterion: Amount = Field(examples=["823.00"], title="Kryterium na osobę w rodzinie")
    permanent_maximum: Amount = Field(examples=["1229.00"], title="Zasiłek stały: najwięcej")
    permanent_minimum: Amount = Field(examples=["100.00"], title="Zasiłek stały: najmniej")
    permanent_base: Multiple = Field(examples=["1.30"], title="Zasiłek stały: podstawa")
    hectare: Amount = Field(examples=["459.00"], title="Dochód z hektara przeliczeniowego")
    periodic_share: Share = Field(examples=["0.50"], title="Zasiłek okresowy: część różnicy")
    periodic_minimum: Amount = Field(examples=["20.00"], title="Zasiłek okresowy: najmniej")
    one_off_multiple: Multiple = Field(
        default=Decimal("5"), title="Dochód jednorazowy: wielokrotność kryterium"
    )
    one_off_months: int = Field(default=12, ge=1, le=60, title="Dochód jednorazowy: miesiące")
    change_share: Share = Field(default=Decimal("0.10"), title="Próg zmiany dochodu")
    contract_months: int = Field(default=2, ge=0, le=24, title="Kontrakt socjalny: miesiące")
    resident_share: Share = Field(default=Decimal("0.70"), title="Mieszkaniec DPS: część dochodu")
    relative_keeps: Multiple = Field(
        default=Decimal("3.00"), title="Rodzina mieszkańca: wielokrotność kryterium"
    )
    independence_base: Amount | None = Field(
        default=None, title="Pomoc na usamodzielnienie: podstawa"
    )
    language_minimum: Amount | None = Field(
        default=None, title="Świadczenie na naukę języka: najmniej"
    )
    permanent_excluded_by: tuple[Code, ...] = Field(
        default=NationalAmounts.permanent_excluded_by,
        max_length=20,
        title="Świadczenia, z którymi zasiłek stały nie przysługuje",
    )

    def made(self) -> ParameterSet:
        return NationalAmounts(**self.model_dump())


class CityProposed(Dated):
    """What the council raised; an empty field leaves what the act says."""

    kind: Literal["CITY"]
    single_criterion: Amount | None = Field(
        default=None, examples=["1515.00"], title="Kryterium osoby samotnie gospodarującej"
    )
    family_criterion: Amount | None = Field(
        default=None, examples=["1234.50"], title="Kryterium na osobę w rodzinie"
    )
    periodic_share: Share | None = Field(default=None, title="Zasiłek okresowy: część różnicy")

    def made(self) -> ParameterSet:
        return CityCriteria(**self.model_dump())


class PracticeProposed(Dated):
    """Where the law can be read in two ways (`domain.md` M12 to M14)."""

    kind: Literal["PRACTICE"]
    periodic_boundary: Boundary = Field(
        default=Boundary.BELOW, title="Zasiłek okresowy przy dochodzie równym kryterium"
    )
    permanent_cap_in_family: bool = Field(
        default=False, title="Kwota najwyższa zasiłku stałego także w rodzinie"
    )
    change_base: ChangeBase = Field(default=ChangeBase.FAMILY, title="Próg zmiany liczony od")
    change_effect: ChangeEffect = Field(
        default=ChangeEffect.NEXT_MONTH, title="Zmiana dochodu działa od"
    )
    sharing: Sharing = Field(default=Sharing.SEQUENTIAL, title="Podział opłaty za DPS")
    first_month: FirstMonth = Field(default=FirstMonth.PRORATED, title="Miesiąc niepełny w DPS")

    def made(self) -> ParameterSet:
        return CityPractice(**self.model_dump())


class ExclusionProposed(Input):
    receipt: Code = Field(examples=["CHILD_BENEFIT"], title="Przychód")
    basis: Name = Field(examples=["ups art. 8 ust. 4"], title="Podstawa")
    pl: Name = Field(examples=["świadczenie wychowawcze (800+)"], title="Nazwa po polsku")
    en: Name = Field(examples=["child benefit (800+)"], title="Nazwa po angielsku")
    purposes: tuple[Purpose, ...] = Field(
        min_length=1, max_length=3, examples=[["CASH"]], title="Do jakich świadczeń"
    )


class ExclusionsProposed(Dated):
    """The whole list of what is not income (ups art. 8(4)), by purpose."""

    kind: Literal["EXCLUSIONS"]
    exclusions: tuple[ExclusionProposed, ...] = Field(max_length=60, title="Wyłączenia")
    smallest_farm: Hectares = Field(default=Decimal("1"), title="Najmniejsze gospodarstwo, hektary")

    def made(self) -> ParameterSet:
        return IncomeExclusions(
            self.valid_from,
            self.source,
            tuple(Exclusion(**one.model_dump()) for one in self.exclusions),
            self.smallest_farm,
        )


class BandProposed(Input):
    """Percentages; the last band has no `up_to`."""

    up_to: CriterionPercent | None = Field(
        default=None, examples=["150"], title="Do ilu procent kryterium"
    )
    single: Percent = Field(examples=["10"], title="Osoba samotna płaci procent")
    family: Percent = Field(examples=["10"], title="Osoba w rodzinie płaci procent")


class TableProposed(Dated):
    """A table of fees: what an hour costs, and who pays which part of it."""

    scale_id: Code = Field(examples=["home-care-2028"], title="Nazwa tabeli")
    cost_per_hour: Amount = Field(examples=["38.00"], title="Koszt godziny")
    bands: tuple[BandProposed, ...] = Field(
        min_length=1,
        max_length=30,
        title="Progi",
        examples=[
            [
                {"up_to": "150", "single": "0", "family": "0"},
                {"single": "100", "family": "100"},
            ]
        ],
    )

    def fee_bands(self) -> tuple[FeeBand, ...]:
        return tuple(FeeBand(**band.model_dump()) for band in self.bands)


class FeeScaleProposed(TableProposed):
    """The council's table of fees for home care (ups art. 50(6))."""

    kind: Literal["HOME_CARE"]

    def made(self) -> ParameterSet:
        return FeeScale(
            self.valid_from, self.source, self.scale_id, self.cost_per_hour, self.fee_bands()
        )


class SpecialistScaleProposed(TableProposed):
    """The ordinance's table for specialist care, and the price that the centre set an hour at."""

    kind: Literal["SPECIALIST_CARE"]

    def made(self) -> ParameterSet:
        return SpecialistScale(
            self.valid_from, self.source, self.scale_id, self.fee_bands(), self.cost_per_hour
        )


class MealProposed(Dated):
    """The government's programme of meals."""

    kind: Literal["MEAL"]
    criterion_percent: CriterionPercent = Field(examples=["200"], title="Procent kryterium")
    valid_to: date = Field(examples=["2033-12-31"], title="Obowiązuje do")

    def made(self) -> ParameterSet:
        return MealProgramme(self.valid_from, self.source, self.criterion_percent, self.valid_to)


Day = Annotated[int, Field(ge=1, le=90)]


class TermsProposed(Dated):
    """The terms that the centre sets itself; those of the acts change with the acts."""

    kind: Literal["TERMS"]
    contact_days: Day = Field(default=7, title="Dni na kontakt z pracownikiem socjalnym")
    follow_up_days: Day = Field(default=30, title="Dni na uzupełnienie oceny po decyzji pilnej")
    approaching_working_days: int = Field(
        default=3, ge=1, le=20, title="Ile dni roboczych wcześniej termin się zbliża"
    )
    payment_day: int = Field(default=25, ge=1, le=28, title="Dzień wypłat w miesiącu")

    def made(self) -> ParameterSet:
        return CentreTerms(**self.model_dump())


ProposedSet = Annotated[
    NationalProposed
    | CityProposed
    | PracticeProposed
    | ExclusionsProposed
    | FeeScaleProposed
    | SpecialistScaleProposed
    | MealProposed
    | TermsProposed,
    Field(discriminator="kind"),
]
"""A set of any kind; `kind` says which."""


class ProposalWithdrawal(Input):
    reason: Annotated[str, Field(min_length=3, max_length=400)] = Field(
        examples=["Błędna kwota"], title="Powód"
    )
