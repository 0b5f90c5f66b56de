"""Whatever is tried in whatever order: some things never happen."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.calendar import Month
from chassis.refusal import Refusal
from services.service_orders.lifecycle import ACTION_PL, PERMITTED, STATE_PL, Action, State
from services.service_orders.order import Order
from services.service_orders.values import (
    Basis,
    Decided,
    DecisionKind,
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
    ISSUED_AT,
    NGO,
    PERSON,
    SCOPE,
    draft,
    schedule,
)

STEPS = list(Action)
DAYS = st.dates(date(2026, 3, 1), date(2026, 9, 10))


def act(order: Order, action: Action, day: date) -> None:
    match action:
        case Action.UPDATE_SHEET:
            order.update_sheet(order.sheet)
        case Action.PLACE:
            order.place(BASIS, at=ISSUED_AT)
        case Action.PLACE_URGENTLY:
            basis = Provisional(BASIS.first_day, BASIS.last_day, Decimal(0))
            order.place_urgently(basis, at=ISSUED_AT, on=date(2026, 3, 5))
        case Action.CONFIRM:
            order.confirm(BASIS, on=day)
        case Action.ACCEPT:
            order.accept(by=NGO, on=day)
        case Action.REJECT:
            order.reject("NO_CAPACITY", by=NGO, on=day)
        case Action.QUEUE:
            order.queue(None, by=NGO, on=day)
        case Action.SCHEDULE:
            order.set_schedule(schedule(), by=NGO)
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
            order.acknowledge(len(order.terms.versions) if order.terms else 1, by=NGO, on=day)
        case Action.REPORT_INCIDENT | Action.SURVEY:
            order.supervise(action, by=NGO)
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
        permitted = order.may(action)
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
    versions = order.terms.versions if order.terms else ()
    numbers = [version.number for version in versions]
    assert numbers == list(range(1, len(numbers) + 1))
    if order.terms:
        assert order.terms.acknowledged <= len(numbers)


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


KINDS = [kind for kind in DecisionKind if kind not in {DecisionKind.REFERRAL, DecisionKind.UNDUE}]
IDS = [UUID(int=number) for number in range(1, 5)]


@st.composite
def told(draw: st.DrawFn) -> Decided | tuple[Undone, Standing]:
    """What benefits tells of a decision, whatever came before."""
    first_day, length = draw(DAYS), draw(st.integers(0, 90))
    id_, hours = draw(st.sampled_from(IDS)), Decimal(draw(st.integers(1, 4)))
    last_day = first_day + timedelta(days=length)
    basis = Basis(id_, ISSUED_AT, first_day, last_day, hours, Decimal("3.50"))
    holds = basis if draw(st.booleans()) else None
    if draw(st.booleans()):
        kind, renews = draw(st.sampled_from(KINDS)), draw(st.booleans())
        return Decided(id_, CASE, PERSON, "HOME_CARE", kind, first_day, holds, renews)
    gone = Undone(draw(st.sampled_from(IDS)), CASE, PERSON, "HOME_CARE", first_day)
    return gone, Standing(holds, draw(st.sampled_from([None, "SUSPEND", "REVOKE"])))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.one_of(told(), st.sampled_from(STEPS)), DAYS), max_size=40))
def test_whatever_benefits_tells_an_order_follows_or_stays_and_never_refuses(
    steps: list[tuple[Any, date]],
) -> None:
    """A fact that was refused would hold up everything else about the client."""
    order = draft()
    for step, day in steps:
        if isinstance(step, Decided):
            order.follow(step, at=ISSUED_AT, on=day)
        elif isinstance(step, tuple):
            order.put_right(*step, at=ISSUED_AT, on=day)
        else:
            with contextlib.suppress(Refusal):
                act(order, step, day)
    terms = order.terms
    assert terms is None or [v.number for v in terms.versions] == list(
        range(1, len(terms.versions) + 1)
    )


def test_every_state_has_its_actions_and_every_word_its_polish() -> None:
    assert set(PERMITTED) == set(State) == set(STATE_PL)
    assert set(ACTION_PL) == set(Action)
    assert Action.START not in PERMITTED[State.DRAFT]
