"""The life of an order, and what its rules refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from chassis.calendar import Month
from services.service_orders.lifecycle import Action, State
from services.service_orders.order import Order
from services.service_orders.refusals import (
    AmendmentNotAcknowledged,
    ClientSheetIncomplete,
    DecisionMissing,
    EndOutsidePeriod,
    HoursNeedDecision,
    NothingToAcknowledge,
    NothingToSettle,
    NotNow,
    NotYourOrder,
    OutsidePeriod,
    StartBeforeOrder,
    UrgentOrderExpired,
)
from services.service_orders.values import (
    Basis,
    Decided,
    EndReason,
    Provisional,
    Result,
    Standing,
    Undone,
)
from tests.service_orders.given import (
    BASIS,
    CASE,
    CHANGED,
    DECISION,
    ISSUED_AT,
    NGO,
    PERSON,
    SCOPE,
    SHEET,
    WARSAW,
    draft,
    in_service,
    placed,
    schedule,
)

MARCH = Month(2026, 3)
GONE = Undone(DECISION, CASE, PERSON, "HOME_CARE", date(2026, 3, 20))


def urgent() -> Order:
    order = draft()
    order.place_urgently(
        Provisional(date(2026, 3, 6), date(2026, 8, 31), Decimal("5.00")),
        at=datetime(2026, 3, 5, 8, tzinfo=WARSAW),
        on=date(2026, 3, 5),
    )
    return order


def in_urgent_service() -> Order:
    order = urgent()
    order.accept(by=NGO, on=date(2026, 3, 5))
    order.set_schedule(schedule(), by=NGO)
    order.start(date(2026, 3, 6), by=NGO)
    return order


def decided(basis: Basis) -> Decided:
    return Decided(
        basis.decision_id, CASE, PERSON, "HOME_CARE", "GRANT", basis.first_day, basis=basis
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [("family_name", ""), ("contacts", ()), ("health_needs", ()), ("risks", ()), ("access", "")],
)
def test_a_draft_needs_the_full_client_sheet(field: str, value: object) -> None:
    order = draft()
    with pytest.raises(ClientSheetIncomplete) as refused:
        order.update_sheet(replace(SHEET, **{field: value}))  # type: ignore[arg-type]
    assert refused.value.missing == (field,)


def test_the_decision_places_the_draft_with_its_hours_and_fee() -> None:
    order = placed()
    assert order.state is State.PLACED
    assert order.placed_at == ISSUED_AT
    [version] = order.placed_terms().versions
    assert version.scope.hours_per_day == 2
    assert version.fee_per_hour == Decimal("3.50")
    assert version.scope.activities == SCOPE.activities


def test_service_cannot_start_on_a_draft() -> None:
    with pytest.raises(NotNow):
        draft().start(date(2026, 3, 6), by=NGO)


def test_service_cannot_start_before_the_first_day_of_the_order() -> None:
    order = placed()
    order.accept(by=NGO, on=date(2026, 3, 5))
    order.set_schedule(schedule(), by=NGO)
    with pytest.raises(StartBeforeOrder):
        order.start(date(2026, 3, 5), by=NGO)


def test_another_contractor_cannot_act_on_the_order() -> None:
    order, other = in_service(), "ngo-inny"
    acts: list[Callable[[], object]] = [
        lambda: order.accept(by=other, on=date(2026, 3, 5)),
        lambda: order.reject("NO_CAPACITY", by=other, on=date(2026, 3, 5)),
        lambda: order.start(date(2026, 3, 6), by=other),
        lambda: order.visit(date(2026, 3, 9), by=other),
        lambda: order.miss_visit(date(2026, 3, 9), by=other),
        lambda: order.report_absence(date(2026, 3, 9), None, "FAMILY", by=other),
        lambda: order.acknowledge(2, by=other, on=date(2026, 3, 9)),
        lambda: order.supervise(Action.SURVEY, by=other),
        lambda: order.supervise(Action.REPORT_INCIDENT, by=other),
    ]
    for act in acts:
        with pytest.raises(NotYourOrder):
            act()


def test_an_urgent_order_waits_thirty_days_for_its_decision() -> None:
    order = urgent()
    assert order.decision_pending
    assert order.confirm_by == date(2026, 4, 4)
    order.accept(by=NGO, on=date(2026, 3, 5))
    order.set_schedule(schedule(), by=NGO)
    with pytest.raises(UrgentOrderExpired):
        order.start(date(2026, 4, 5), by=NGO)


def test_a_decision_confirms_an_urgent_order_and_corrects_its_fee() -> None:
    order = urgent()
    order.confirm(BASIS, on=date(2026, 3, 10))
    assert not order.decision_pending
    assert [version.fee_per_hour for version in order.placed_terms().versions] == [Decimal("3.50")]


def test_a_decision_with_other_hours_amends_the_urgent_order_it_confirms() -> None:
    order = urgent()
    order.confirm(replace(BASIS, hours_per_day=Decimal(4)), on=date(2026, 3, 10))
    assert [v.scope.hours_per_day for v in order.placed_terms().versions] == [2, 4]
    assert order.placed_terms().versions[-1].valid_from == date(2026, 3, 10)


def test_an_unconfirmed_order_is_not_settled() -> None:
    order = in_urgent_service()
    with pytest.raises(DecisionMissing):
        order.settle_month(MARCH)


def test_hospital_suspends_the_service_and_the_next_visit_resumes_it() -> None:
    order = in_service()
    order.report_absence(date(2026, 3, 17), date(2026, 3, 18), "HOSPITAL", by=NGO)
    states = [order.state]
    order.visit(date(2026, 3, 19), by=NGO)
    assert [*states, order.state] == [State.SUSPENDED, State.IN_SERVICE]


def test_no_visits_while_a_decision_suspends_the_service() -> None:
    order = in_service()
    order.suspend(date(2026, 3, 10))
    with pytest.raises(NotNow):
        order.visit(date(2026, 3, 11), by=NGO)
    order.resume(date(2026, 3, 12))
    order.visit(date(2026, 3, 12), by=NGO)


def test_a_change_decision_makes_version_two_which_must_be_acknowledged() -> None:
    order = in_service()
    order.amend(order.placed_terms().versions[-1].scope, valid_from=date(2026, 4, 1), basis=CHANGED)
    assert order.placed_terms().versions[-1].number == 2
    assert order.placed_terms().versions[-1].scope.hours_per_day == 3
    with pytest.raises(AmendmentNotAcknowledged):
        order.settle_month(Month(2026, 4))
    order.settle_month(MARCH)
    order.acknowledge(2, by=NGO, on=date(2026, 3, 25))
    order.settle_month(Month(2026, 4))
    with pytest.raises(NothingToAcknowledge):
        order.acknowledge(2, by=NGO, on=date(2026, 3, 25))


def test_only_a_decision_changes_the_hours() -> None:
    order = in_service()
    more = replace(SCOPE, hours_per_day=Decimal(3))
    with pytest.raises(HoursNeedDecision):
        order.amend(more, valid_from=date(2026, 4, 1))
    order.amend(replace(SCOPE, activities=("SHOPPING",)), valid_from=date(2026, 4, 1))
    assert order.placed_terms().versions[-1].scope.activities == ("SHOPPING",)


def test_visits_after_the_end_are_refused_and_earlier_ones_still_taken() -> None:
    order = in_service()
    order.end(EndReason.DPS, date(2026, 3, 20))
    order.visit(date(2026, 3, 20), by=NGO)
    with pytest.raises(OutsidePeriod):
        order.visit(date(2026, 3, 21), by=NGO)


def test_an_ended_order_is_settled_with_its_last_month_and_then_evaluated() -> None:
    order = in_service()
    order.end(EndReason.RESIGNATION, date(2026, 4, 10))
    order.settle_month(MARCH)
    states = [order.state]
    order.settle_month(Month(2026, 4))
    states.append(order.state)
    with pytest.raises(NotNow):
        order.settle_month(MARCH)
    order.evaluate(Result.END, "cele osiągnięte", on=date(2026, 5, 4))
    assert [*states, order.state] == [State.ENDED, State.SETTLED, State.EVALUATED]


def test_a_month_without_the_order_is_not_settled() -> None:
    with pytest.raises(NothingToSettle):
        in_service().settle_month(Month(2026, 2))


def test_a_running_service_is_evaluated_and_goes_on() -> None:
    order = in_service()
    order.evaluate(Result.CONTINUE, "samodzielność większa", on=date(2026, 5, 4))
    assert (order.state, order.result) == (State.IN_SERVICE, Result.CONTINUE)


def test_the_id_of_an_order_follows_from_case_service_and_attempt() -> None:
    assert draft().id == draft().id


def test_a_decision_whose_period_is_over_confirms_the_urgent_order_all_the_same() -> None:
    order = in_urgent_service()
    over = replace(BASIS, last_day=date(2026, 3, 31), hours_per_day=Decimal(4))
    order.confirm(over, on=date(2026, 4, 2))
    [version] = order.placed_terms().versions
    assert version.scope.hours_per_day == 2, "they were given before anybody knew of others"
    assert version.fee_per_hour == Decimal("3.50")
    assert order.placed_terms().last_day == date(2026, 3, 31)


def test_hours_decided_for_days_before_an_urgent_order_hold_from_its_first_day() -> None:
    order = urgent()
    early = replace(BASIS, first_day=date(2026, 3, 1), hours_per_day=Decimal(4))
    order.confirm(early, on=date(2026, 3, 5))
    assert order.placed_terms().newest.valid_from == date(2026, 3, 6)


def test_a_decision_on_other_days_leaves_an_urgent_order_waiting() -> None:
    order = urgent()
    before = replace(BASIS, first_day=date(2026, 2, 1), last_day=date(2026, 2, 28))
    order.follow(decided(before), at=ISSUED_AT, on=date(2026, 3, 6))
    assert order.decision_pending
    assert order.placed_terms().last_day == date(2026, 8, 31)


def test_an_urgent_order_that_ended_ends_on_the_same_day_once_it_is_confirmed() -> None:
    order = in_urgent_service()
    order.end(EndReason.DEATH, date(2026, 3, 12))
    order.confirm(BASIS, on=date(2026, 3, 20))
    assert order.placed_terms().last_day == date(2026, 3, 12)
    order.settle_month(MARCH)
    assert order.state is State.SETTLED


def test_a_revocation_of_what_was_before_does_not_end_an_urgent_order() -> None:
    order = in_urgent_service()
    order.put_right(GONE, Standing(BASIS, "REVOKE"), at=ISSUED_AT, on=date(2026, 3, 20))
    assert order.state is State.STARTED
    order.put_right(GONE, Standing(BASIS), at=ISSUED_AT, on=date(2026, 3, 20))
    assert not order.decision_pending, "the decision that holds again confirms it"


def test_of_two_suspensions_that_of_the_earlier_day_counts() -> None:
    order = in_service()
    order.halt(date(2026, 3, 10))
    order.halt(date(2026, 3, 16))
    with pytest.raises(NotNow):
        order.visit(date(2026, 3, 12), by=NGO)
    order.halt(date(2026, 3, 9))
    with pytest.raises(NotNow):
        order.visit(date(2026, 3, 9), by=NGO)


@pytest.mark.parametrize("day", [date(2025, 3, 20), date(2026, 3, 4), date(2026, 9, 1)])
def test_an_order_is_ended_within_its_period(day: date) -> None:
    order = in_service()
    with pytest.raises(EndOutsidePeriod):
        order.end(EndReason.RESIGNATION, day)
    assert order.state is State.IN_SERVICE


def test_an_order_that_never_begins_ends_the_day_before() -> None:
    order = placed()
    order.end(EndReason.RESIGNATION, date(2026, 3, 5))
    assert order.placed_terms().last_day == date(2026, 3, 5)


def test_a_suspension_that_was_taken_back_after_the_end_changes_nothing() -> None:
    order = in_service()
    order.halt(date(2026, 3, 10))
    order.end(EndReason.RESIGNATION, date(2026, 3, 20))
    order.put_right(GONE, Standing(BASIS), at=ISSUED_AT, on=date(2026, 3, 21))
    assert order.state is State.ENDED
