"""The dated numbers of the law: criteria, maxima, terms, fees (`domain.md` C6, C9, C10).

A number that the act, the government or the council can change stands here with its first day, and
nowhere else; a decision notes the day whose parameters it used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D
from typing import Protocol, TypeVar

from services.benefits.refusals import ParametersUnknown


@dataclass(frozen=True)
class Parameters:
    """Amounts in PLN; shares as fractions of one (`domain.md` C6 with its sources)."""

    valid_from: date
    single_criterion: D
    family_criterion: D
    permanent_maximum: D
    permanent_minimum: D
    permanent_base: D
    hectare: D
    periodic_share: D
    periodic_minimum: D


PARAMETERS = (
    Parameters(
        date(2018, 10, 1), D("701"), D("528"), D("645"), D("30"), D("1.00"), D("308"),
        D("0.50"), D("20"),
    ),
    Parameters(
        date(2022, 1, 1), D("776"), D("600"), D("719"), D("30"), D("1.00"), D("345"),
        D("0.50"), D("20"),
    ),
    Parameters(
        date(2024, 1, 1), D("776"), D("600"), D("1000"), D("100"), D("1.30"), D("345"),
        D("0.50"), D("20"),
    ),
    Parameters(
        date(2025, 1, 1), D("1010"), D("823"), D("1229"), D("100"), D("1.30"), D("459"),
        D("0.50"), D("20"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class FeeBand:
    """Up to this percentage of the criterion the client pays this share of an hour's cost."""

    up_to: D | None
    single: D
    family: D


@dataclass(frozen=True)
class FeeScale:
    """The council's table of fees for home care (ups art. 50(6))."""

    valid_from: date
    scale_id: str
    cost_per_hour: D
    bands: tuple[FeeBand, ...]


HOME_CARE_FEES = (
    # A sample shaped like real resolutions, not law (`domain.md` C9). The criterion that the
    # percentages refer to changed on 1.01.2025, and so the scale begins there.
    FeeScale(
        date(2025, 1, 1),
        "home-care-2025",
        D("35.00"),
        (
            FeeBand(D("100"), D("0"), D("0")),
            FeeBand(D("120"), D("5"), D("5")),
            FeeBand(D("150"), D("10"), D("10")),
            FeeBand(D("180"), D("15"), D("15")),
            FeeBand(D("220"), D("20"), D("20")),
            FeeBand(D("260"), D("25"), D("30")),
            FeeBand(D("300"), D("40"), D("50")),
            FeeBand(None, D("100"), D("100")),
        ),
    ),
)


@dataclass(frozen=True)
class TimeLimits:
    """Terms of the proceeding, in the unit that each name says."""

    valid_from: date
    interview_working_days: int = 14
    urgent_interview_working_days: int = 2
    decision_months: int = 1
    defects_days: int = 7
    appeal_days: int = 14
    forward_days: int = 7
    ruling_months: int = 1
    storage_days: int = 14
    """Of a letter that nobody took, noticed twice (KPA 44 § 1)."""
    contact_days: int = 7
    follow_up_days: int = 30
    """For what an urgent grant left open; a proposal, the law is silent (`domain.md` M20)."""
    payment_day: int = 25


TIME_LIMITS = (TimeLimits(date(2018, 10, 1)),)


class Dated(Protocol):
    @property
    def valid_from(self) -> date: ...


T = TypeVar("T", bound=Dated)


def parameters_on(day: date) -> Parameters:
    """Raises ParametersUnknown for a day before the first set."""
    return _on(PARAMETERS, day)


def fee_scale_on(day: date) -> FeeScale:
    """Raises ParametersUnknown for a day before the first scale."""
    return _on(HOME_CARE_FEES, day)


def time_limits_on(day: date) -> TimeLimits:
    """Raises ParametersUnknown for a day before the first set."""
    return _on(TIME_LIMITS, day)


def _on(sets: tuple[T, ...], day: date) -> T:
    for one in reversed(sets):
        if one.valid_from <= day:
            return one
    raise ParametersUnknown(day)
