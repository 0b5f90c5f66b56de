"""The dated sets of parameters: what the act, the government or the council may change.

Each set is whole: from its first day it replaces the earlier set of its kind (`domain.md` C6).
Amounts in PLN, net; shares as fractions of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D
from enum import StrEnum
from typing import Literal


class Purpose(StrEnum):
    """What an income is established for; what is left out of it depends on that (ups art. 8)."""

    CASH = "CASH"
    SERVICES = "SERVICES"
    RELATIVE_FEE = "RELATIVE_FEE"


@dataclass(frozen=True)
class NationalAmounts:
    """Criteria, amounts and shares of the act (ups art. 8, 9, 37, 38, 41, 61, 106)."""

    valid_from: date
    source: str
    single_criterion: D
    family_criterion: D
    permanent_maximum: D
    permanent_minimum: D
    permanent_base: D
    hectare: D
    periodic_share: D
    periodic_minimum: D
    one_off_multiple: D = D("5")
    one_off_months: int = 12
    change_share: D = D("0.10")
    contract_months: int = 2
    resident_share: D = D("0.70")
    relative_keeps: D = D("3.00")
    independence_base: D | None = None
    language_minimum: D | None = None
    permanent_excluded_by: tuple[str, ...] = (
        "SOCIAL_PENSION",
        "NURSING_BENEFIT",
        "SPECIAL_CARE_ALLOWANCE",
    )
    kind: Literal["NATIONAL"] = "NATIONAL"


@dataclass(frozen=True)
class CityCriteria:
    """What the council raised (ups art. 8(2), 38(6)); None leaves what the act says."""

    valid_from: date
    source: str
    single_criterion: D | None = None
    family_criterion: D | None = None
    periodic_share: D | None = None
    kind: Literal["CITY"] = "CITY"


class Boundary(StrEnum):
    """Whether an income equal to the criterion still gives the benefit (`domain.md` M12)."""

    BELOW = "BELOW"
    NOT_ABOVE = "NOT_ABOVE"


class ChangeBase(StrEnum):
    """Of what the 10 % is taken in a family (`domain.md` M13)."""

    FAMILY = "FAMILY"
    PERSON = "PERSON"


class ChangeEffect(StrEnum):
    """From when a change of income works (`domain.md` M13)."""

    NEXT_MONTH = "NEXT_MONTH"
    SAME_MONTH = "SAME_MONTH"


class Sharing(StrEnum):
    """How relatives of one degree share a fee (`domain.md` C9, M14)."""

    SEQUENTIAL = "SEQUENTIAL"
    PROPORTIONAL = "PROPORTIONAL"


class FirstMonth(StrEnum):
    """What is paid for a month that a resident did not spend whole in the home (M14)."""

    PRORATED = "PRORATED"
    WHOLE = "WHOLE"


@dataclass(frozen=True)
class CityPractice:
    """Where the law can be read in two ways, the way that this city goes (`domain.md` M12-M14)."""

    valid_from: date
    source: str
    periodic_boundary: Boundary = Boundary.BELOW
    permanent_cap_in_family: bool = False
    change_base: ChangeBase = ChangeBase.FAMILY
    change_effect: ChangeEffect = ChangeEffect.NEXT_MONTH
    sharing: Sharing = Sharing.SEQUENTIAL
    first_month: FirstMonth = FirstMonth.PRORATED
    kind: Literal["PRACTICE"] = "PRACTICE"


@dataclass(frozen=True)
class Exclusion:
    """A receipt that is not income, and for which purposes it is left out."""

    receipt: str
    basis: str
    pl: str
    en: str
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True)
class IncomeExclusions:
    """What is left out of income (ups art. 8(4)); land below `smallest_farm` gives none."""

    valid_from: date
    source: str
    exclusions: tuple[Exclusion, ...]
    smallest_farm: D = D("1")
    kind: Literal["EXCLUSIONS"] = "EXCLUSIONS"

    def of(self, receipt: str, purpose: Purpose) -> Exclusion | None:
        """Why this receipt does not count for this purpose, if it does not."""
        found = (e for e in self.exclusions if e.receipt == receipt and purpose in e.purposes)
        return next(found, None)


@dataclass(frozen=True)
class FeeBand:
    """Up to this percentage of the criterion the client pays this share of an hour's cost."""

    up_to: D | None
    single: D
    family: D


@dataclass(frozen=True)
class FeeScale:
    """The council's table of fees for home care (ups art. 50(6)); percentages."""

    valid_from: date
    source: str
    scale_id: str
    cost_per_hour: D
    bands: tuple[FeeBand, ...]
    kind: Literal["HOME_CARE"] = "HOME_CARE"


@dataclass(frozen=True)
class SpecialistScale:
    """The ordinance's table of fees for specialist care of people with mental disorders.

    Percentages as in the council's table, but always of the criterion of a single person. The price
    of an hour is the centre's (§ 4 ust. 4 of the ordinance); None until it is published.
    """

    valid_from: date
    source: str
    scale_id: str
    bands: tuple[FeeBand, ...]
    cost_per_hour: D | None = None
    kind: Literal["SPECIALIST_CARE"] = "SPECIALIST_CARE"


@dataclass(frozen=True)
class MealProgramme:
    """The government's programme of meals, until its last day."""

    valid_from: date
    source: str
    criterion_percent: D
    valid_to: date
    kind: Literal["MEAL"] = "MEAL"


@dataclass(frozen=True)
class CentreTerms:
    """The terms that the centre sets itself; those of the acts stand in `parameters`."""

    valid_from: date
    source: str
    contact_days: int = 7
    """By when a client should see the social worker to whom he was referred (`domain.md` C4)."""
    follow_up_days: int = 30
    """For what an urgent grant left open; the law is silent (`domain.md` M20)."""
    approaching_working_days: int = 3
    """How long before its end a term is said to approach."""
    payment_day: int = 25
    """Of the month; benefits whose realisation begins then are paid on it."""
    kind: Literal["TERMS"] = "TERMS"


ParameterSet = (
    NationalAmounts
    | CityCriteria
    | CityPractice
    | IncomeExclusions
    | FeeScale
    | SpecialistScale
    | MealProgramme
    | CentreTerms
)
