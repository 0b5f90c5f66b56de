"""Whatever is tried in whatever order: some things never happen."""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.refusal import Refusal
from services.service_orders.calendar import Month
from services.service_orders.lifecycle import ACTION_PL, PERMITTED, STATE_PL, Action, State
from services.service_orders.order import Order
from services.service_orders.values import EndReason, Result
from tests.service_orders.given import BASIS, CHANGED, ISSUED_AT, NGO, SCOPE, draft

STEPS = list(Action)
DAYS = st.dates(date(2026, 3, 1), date(2026, 9, 10))


def act(order: Order, action: Action, day: date) -> None:
    match action:
        case Action.UPDATE_SHEET:
            order.update_sheet(order.sheet)
        case Action.PLACE:
            order.place(BASIS, at=ISSUED_AT)
        case Action.PLACE_URGENTLY:
            order.place_urgently(
                first_day=BASIS.first_day, last_day=BASIS.last_day,
                fee_per_hour=Decimal(0), at=ISSUED_AT, on=date(2026, 3, 5),
            )  # fmt: skip
        case Action.CONFIRM:
            order.confirm(BASIS, on=day)
        case Action.ACCEPT:
            order.accept(by=NGO, on=day)
        case Action.REJECT:
            order.reject("NO_CAPACITY", by=NGO, on=day)
        case Action.QUEUE:
            order.queue(None, by=NGO, on=day)
        case Action.SCHEDULE:
            order.set_schedule((), valid_from=day, order_version=1, carer_id=None, by=NGO)
        case Action.START:
            order.start(day, by=NGO)
        case Action.RECORD_VISIT:
            order.visit(day, by=NGO)
        case Action.REPORT_ABSENCE:
            order.report_absence(day, None, "HOSPITAL", by=NGO)
        case Action.SUSPEND:
            order.suspend(day)
        case Action.RESUME:
            order.resume(day)
        case Action.AMEND:
            order.amend(SCOPE, valid_from=day, basis=CHANGED)
        case Action.ACKNOWLEDGE:
            order.acknowledge(len(order.versions), by=NGO, on=day)
        case Action.REPORT_INCIDENT:
            order.report_incident(uuid4(), "LOW", "FALL", by=NGO, on=day)
        case Action.SURVEY:
            order.answer_survey(uuid4(), Decimal(4), by=NGO, on=day)
        case Action.END:
            order.end(EndReason.PERIOD, day)
        case Action.SETTLE_MONTH:
            order.settle_month(Month.of(day))
        case Action.EVALUATE:
            order.evaluate(Result.CONTINUE, "", on=day)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), DAYS), max_size=40))
def test_nothing_starts_that_was_not_placed(tries: list[tuple[Action, date]]) -> None:
    order = draft()
    for action, day in tries:
        permitted = action in order.permitted()
        try:
            act(order, action, day)
        except Refusal:
            continue
        assert permitted
    seen = [type(event) for event in order.pending_events]
    if Order.Started in seen:
        started = seen.index(Order.Started)
        placings = {Order.Placed, Order.PlacedUrgently} & set(seen[:started])
        assert len(placings) == 1
        assert Order.Accepted in seen[:started]
        assert order.started_on is not None
        assert order.started_on >= BASIS.first_day
    assert seen.count(Order.Placed) + seen.count(Order.PlacedUrgently) <= 1
    numbers = [version.number for version in order.versions]
    assert numbers == list(range(1, len(numbers) + 1))
    assert order.acknowledged <= len(numbers)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), DAYS), max_size=30))
def test_a_history_loads_to_the_same_order(tries: list[tuple[Action, date]]) -> None:
    order = draft()
    for action, day in tries:
        with contextlib.suppress(Refusal):
            act(order, action, day)
    events = order.collect_events()
    loaded = None
    for event in events:
        loaded = event.mutate(loaded)
    assert isinstance(loaded, Order)
    assert vars(loaded) == vars(order)


def test_every_state_has_its_actions_and_every_word_its_polish() -> None:
    assert set(PERMITTED) == set(State) == set(STATE_PL)
    assert set(ACTION_PL) == set(Action)
    assert Action.START not in PERMITTED[State.DRAFT]
