"""Which set was in force on a day: a question with one answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from services.benefits.calculation.explanation import Step, step
from services.benefits.calculation.initial import INITIAL_SETS
from services.benefits.calculation.sets import (
    CentreTerms,
    CityCriteria,
    CityPractice,
    FeeScale,
    IncomeExclusions,
    MealProgramme,
    NationalAmounts,
    ParameterSet,
    SpecialistScale,
)
from services.benefits.refusals.parameters import ParametersUnknown

S = TypeVar(
    "S",
    NationalAmounts,
    CityCriteria,
    CityPractice,
    IncomeExclusions,
    FeeScale,
    SpecialistScale,
    MealProgramme,
    CentreTerms,
)


@dataclass(frozen=True)
class Criterion:
    """The income criterion of a household: PLN a month for a person and for all of them."""

    size: int
    each: Decimal
    used: NationalAmounts | CityCriteria

    @property
    def whole(self) -> Decimal:
        return self.each * self.size

    def as_step(self) -> Step:
        point = 1 if self.size == 1 else 2
        raised = " i ust. 2" if isinstance(self.used, CityCriteria) else ""
        return step(
            f"ups art. 8 ust. 1 pkt {point}{raised}",
            "Kryterium dochodowe osoby samotnie gospodarującej"
            if self.size == 1
            else f"Kryterium dochodowe rodziny, osób: {self.size}",
            "Income criterion of a single-person household"
            if self.size == 1
            else f"Income criterion of the family, persons: {self.size}",
            self.whole,
            "" if self.size == 1 else f"{self.size} × {self.each:.2f}",
            used=self.used,
        )


@dataclass(frozen=True)
class InForce:
    """What holds on one day. Raises ParametersUnknown where nothing was in force yet."""

    day: date
    sets: tuple[ParameterSet, ...]

    @property
    def national(self) -> NationalAmounts:
        return self._needed(NationalAmounts)

    @property
    def practice(self) -> CityPractice:
        return self._needed(CityPractice)

    @property
    def exclusions(self) -> IncomeExclusions:
        return self._needed(IncomeExclusions)

    @property
    def fee_scale(self) -> FeeScale:
        return self._needed(FeeScale)

    @property
    def specialist_scale(self) -> SpecialistScale:
        return self._needed(SpecialistScale)

    @property
    def meals(self) -> MealProgramme:
        """Raises ParametersUnknown after the last day of the programme, too."""
        found = self._needed(MealProgramme)
        if self.day > found.valid_to:
            raise ParametersUnknown(self.day)
        return found

    @property
    def terms(self) -> CentreTerms:
        """What the centre set itself."""
        return self._needed(CentreTerms)

    @property
    def city(self) -> CityCriteria | None:
        """What the council raised, if it did."""
        return self._latest(CityCriteria)

    def all_sets(self) -> tuple[ParameterSet, ...]:
        """One of each kind that is in force, in the order of the kinds."""
        found = (
            self._latest(NationalAmounts),
            self._latest(CityCriteria),
            self._latest(CityPractice),
            self._latest(IncomeExclusions),
            self._latest(FeeScale),
            self._latest(SpecialistScale),
            self._latest(MealProgramme),
            self._latest(CentreTerms),
        )
        return tuple(one for one in found if one is not None)

    def criterion(self, household_size: int, *, raised: bool = False) -> Criterion:
        """`raised` by the council, for periodic and targeted benefits (ups art. 8(2))."""
        single = household_size == 1
        national, city = self.national, self.city if raised else None
        each = national.single_criterion if single else national.family_criterion
        if city is not None:
            own = city.single_criterion if single else city.family_criterion
            if own is not None and own > each:
                return Criterion(household_size, own, city)
        return Criterion(household_size, each, national)

    def _needed(self, kind: type[S]) -> S:
        found = self._latest(kind)
        if found is None:
            raise ParametersUnknown(self.day)
        return found

    def _latest(self, kind: type[S]) -> S | None:
        """Of two that begin on one day, the one that was published last."""
        found: S | None = None
        for one in self.sets:
            if not isinstance(one, kind) or one.valid_from > self.day:
                continue
            if found is None or one.valid_from >= found.valid_from:
                found = one
        return found


def law_on(day: date, published: tuple[ParameterSet, ...] = ()) -> InForce:
    """The initial sets and what was published since, in the order of publication."""
    return InForce(day, (*INITIAL_SETS, *published))
