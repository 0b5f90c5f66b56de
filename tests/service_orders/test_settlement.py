"""Planned and done units and the fee: the figures of K2, and the diary against the scope."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from chassis.calendar import Month, is_working_day
from services.service_orders.calendar import days
from services.service_orders.order import Order
from services.service_orders.refusals import (
    MonthNotOver,
    MonthSettledAlready,
    VisitDuringAbsence,
    VisitTimeImplausible,
)
from services.service_orders.settlement import Deviation, deviations, planned
from services.service_orders.visits import Absence, MonthOfVisits, Visit
from tests.service_orders.given import CHANGED, NGO, PERSON, in_service

MARCH, APRIL = Month(2026, 3), Month(2026, 4)
HOSPITAL = Absence(uuid4(), date(2026, 3, 17), date(2026, 3, 18), "HOSPITAL")


def month_of(order: Order, month: Month) -> MonthOfVisits:
    return MonthOfVisits(order.id, PERSON, str(month))


def visit(on: date, minutes: int = 120, *activities: str) -> Visit:
    return Visit(uuid4(), on, minutes, activities or ("HYGIENE",))


def serve(
    order: Order, month: Month, minutes: int, absence: Absence | None = None
) -> MonthOfVisits:
    """The carer comes on every planned day on which the client is there."""
    visits = month_of(order, month)
    if absence:
        visits.report_absence(absence)
    for day in planned(month, order.placed_terms()):
        if day not in visits.absent_days():
            visits.complete(visit(day, minutes))
    return visits


def settle(order: Order, visits: MonthOfVisits, on: date) -> None:
    month = Month.parse(visits.month)
    plan = planned(month, order.placed_terms())
    visits.settle(plan, on=on, over_on=min(month.last, order.placed_terms().last_day))


def amended() -> Order:
    order = in_service()
    order.amend(order.placed_terms().newest.scope, valid_from=date(2026, 4, 1), basis=CHANGED)
    order.acknowledge(2, by=NGO, on=date(2026, 3, 25))
    return order


def test_march_has_eighteen_days_of_which_two_in_hospital_and_costs_112() -> None:
    order = in_service()
    visits = serve(order, MARCH, 120, HOSPITAL)
    settle(order, visits, date(2026, 4, 1))
    figures = visits.settlement
    assert figures is not None
    assert figures.planned_days == 18
    assert [figures.planned, figures.excused, figures.done] == [36, 4, 32]
    assert figures.fee == Decimal("112.00")


def test_april_has_21_days_without_easter_monday_and_costs_220_50() -> None:
    order = amended()
    visits = serve(order, APRIL, 180)
    settle(order, visits, date(2026, 5, 4))
    figures = visits.settlement
    assert figures is not None
    assert not is_working_day(date(2026, 4, 6))
    assert figures.planned_days == 21
    assert [figures.planned, figures.done] == [63, 63]
    assert figures.fee == Decimal("220.50")


def test_an_hour_that_no_decision_covers_is_not_charged_but_shown() -> None:
    order = in_service()
    visits = month_of(order, MARCH)
    visits.complete(visit(date(2026, 3, 6), 180, "HYGIENE", "SHOPPING"))
    settle(order, visits, date(2026, 4, 1))
    assert visits.settlement is not None
    assert visits.settlement.done == 3
    assert visits.settlement.fee == Decimal("7.00")
    plan = planned(MARCH, order.placed_terms())
    found = deviations(plan, visits.visits.values(), frozenset(), until=date(2026, 3, 6))
    assert found == [
        Deviation(date(2026, 3, 6), "activity", "SHOPPING"),
        Deviation(date(2026, 3, 6), "hours", "3 / 2"),
    ]


def test_a_diary_that_matches_the_scope_has_no_deviations() -> None:
    order = in_service()
    visits = serve(order, MARCH, 120, HOSPITAL)
    plan = planned(MARCH, order.placed_terms())
    assert deviations(plan, visits.visits.values(), visits.absent_days(), MARCH.last) == []


def test_a_planned_day_without_visit_and_without_absence_is_a_deviation() -> None:
    order = in_service()
    plan = planned(MARCH, order.placed_terms())
    found = deviations(plan, [], frozenset(), until=date(2026, 3, 6))
    assert found == [Deviation(date(2026, 3, 6), "no-visit", "0 / 2")]


def test_nobody_visits_a_client_who_is_in_hospital() -> None:
    visits = month_of(in_service(), MARCH)
    visits.report_absence(HOSPITAL)
    with pytest.raises(VisitDuringAbsence):
        visits.complete(visit(date(2026, 3, 17)))


def test_an_open_absence_ends_with_the_next_visit() -> None:
    visits = month_of(in_service(), MARCH)
    visits.report_absence(Absence(uuid4(), date(2026, 3, 17), None, "HOSPITAL"))
    assert len(visits.absent_days()) == 15
    visits.complete(visit(date(2026, 3, 19)))
    assert visits.absent_days() == frozenset({date(2026, 3, 17), date(2026, 3, 18)})


def test_the_same_visit_told_twice_counts_once() -> None:
    visits = month_of(in_service(), MARCH)
    made = visit(date(2026, 3, 6))
    visits.complete(made)
    visits.complete(made)
    assert len(visits.visits) == 1


@pytest.mark.parametrize("minutes", [0, -30, 1441])
def test_a_visit_has_a_plausible_length(minutes: int) -> None:
    with pytest.raises(VisitTimeImplausible):
        month_of(in_service(), MARCH).complete(visit(date(2026, 3, 6), minutes))


def test_a_month_is_settled_once_and_not_before_it_is_over() -> None:
    order = in_service()
    visits = month_of(order, MARCH)
    with pytest.raises(MonthNotOver):
        settle(order, visits, date(2026, 3, 31))
    settle(order, visits, date(2026, 4, 1))
    with pytest.raises(MonthSettledAlready):
        settle(order, visits, date(2026, 4, 2))
    with pytest.raises(MonthSettledAlready):
        visits.complete(visit(date(2026, 3, 30)))


def test_a_month_knows_its_days() -> None:
    assert (Month(2026, 2).last, Month(2024, 2).last) == (date(2026, 2, 28), date(2024, 2, 29))
    assert str(Month(2026, 12).next()) == "2027-01"
    assert len(list(days(MARCH.first, MARCH.last))) == 31
