"""What a month of service comes to: planned units, done units, and the client's fee.

Planned: the hours of the terms in force, for each service day of the month in the period. Done:
the hours of the visits made. The fee is done hours times the fee of the day's terms; what exceeds
the ordered hours of a day is shown as a deviation and not charged, for no decision covers it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from chassis.calendar import Month, is_working_day
from services.service_orders.calendar import days
from services.service_orders.terms import Terms, Version
from services.service_orders.values import Days

GROSZ = Decimal("0.01")
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Done:
    """A visit as settlement sees it."""

    on: date
    hours: Decimal
    activities: tuple[str, ...]


@dataclass(frozen=True)
class Settlement:
    """Hours planned, excused by a reported absence, done; the fee in PLN.

    `fee_per_hour` is the one in force at the end of the month; days before a change count theirs.
    """

    month: str
    planned_days: int
    planned: Decimal
    excused: Decimal
    done: Decimal
    fee_per_hour: Decimal
    fee: Decimal


@dataclass(frozen=True)
class Deviation:
    """Where the diary differs from the ordered scope (`domain.md` E7: 5 against 2)."""

    on: date
    kind: str
    """`hours`, `activity` or `no-visit`."""
    what: str


@dataclass(frozen=True)
class Diary:
    """A month as it stands today: its figures, and where the diary differs from the scope."""

    figures: Settlement
    settled: bool
    deviations: tuple[Deviation, ...]


def planned(month: Month, terms: Terms) -> dict[date, Version]:
    """The service days of the month, each with the version that holds on it."""
    plan = {}
    for day in days(month.first, month.last):
        version = terms.in_force(day)
        if version and (version.scope.days is Days.ALL or is_working_day(day)):
            plan[day] = version
    return plan


def settle(
    month: Month, plan: dict[date, Version], visits: Iterable[Done], absent: frozenset[date]
) -> Settlement:
    """The figures of one month."""
    done = _hours_by_day(visits)
    fee = sum(
        (
            min(hours, plan[day].scope.hours_per_day) * plan[day].fee_per_hour
            for day, hours in done.items()
            if day in plan
        ),
        NOTHING,
    )
    return Settlement(
        month=str(month),
        planned_days=len(plan),
        planned=_hours(plan),
        excused=_hours({day: version for day, version in plan.items() if day in absent}),
        done=sum(done.values(), NOTHING),
        fee_per_hour=plan[max(plan)].fee_per_hour if plan else NOTHING,
        fee=fee.quantize(GROSZ, ROUND_HALF_UP),
    )


def deviations(
    plan: dict[date, Version], visits: Iterable[Done], absent: frozenset[date], until: date
) -> list[Deviation]:
    """Every difference between diary and scope up to that day; none means that they match."""
    visits = list(visits)
    done = _hours_by_day(visits)
    found = [
        Deviation(visit.on, "activity", activity)
        for visit in visits
        if visit.on in plan
        for activity in visit.activities
        if activity not in plan[visit.on].scope.activities
    ]
    for day in sorted(set(plan) | set(done)):
        ordered = plan[day].scope.hours_per_day if day in plan else NOTHING
        if day in done and done[day] != ordered:
            found.append(Deviation(day, "hours", f"{done[day]} / {ordered}"))
        if day in plan and day not in done and day not in absent and day <= until:
            found.append(Deviation(day, "no-visit", f"0 / {ordered}"))
    return found


def _hours_by_day(visits: Iterable[Done]) -> dict[date, Decimal]:
    hours: dict[date, Decimal] = defaultdict(Decimal)
    for visit in visits:
        hours[visit.on] += visit.hours
    return dict(hours)


def _hours(plan: dict[date, Version]) -> Decimal:
    return sum((version.scope.hours_per_day for version in plan.values()), NOTHING)
