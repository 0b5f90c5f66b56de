"""An order: the city asks a contractor to serve one client, by a decision, until it ends."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.service_orders import refusals
from services.service_orders.lifecycle import ACTION_PL, STATE_PL, Action, State
from services.service_orders.order_events import OrderEvents
from services.service_orders.order_following import OrderFollowing
from services.service_orders.terms import Terms
from services.service_orders.values import (
    Basis,
    ClientSheet,
    Draft,
    Result,
    Schedule,
    order_id,
)


class Order(OrderFollowing, Aggregate):
    """`Order.prepare(draft, on=...)`; the id follows from case, service and attempt."""

    TOPIC = "service-orders.order"

    class DraftPrepared(Created):
        TOPIC = "service-orders.order.draft-prepared.1"
        draft: Draft
        on: date

    @staticmethod
    def create_id(draft: Draft, **_: Any) -> UUID:
        return order_id(draft.case_id, draft.service, draft.attempt)

    @classmethod
    def prepare(cls, draft: Draft, *, on: date) -> Order:
        """With the full client sheet, so that a decision can place it at once."""
        draft.require_complete()
        return cls(draft=draft, on=on)

    @event(DraftPrepared)
    def __init__(self, draft: Draft, on: date) -> None:
        self.person_id = draft.person_id
        self.case_id = draft.case_id
        self.service = draft.service
        self.attempt = draft.attempt
        self.contractor = draft.contractor
        self.sheet = draft.sheet
        self.sheet_version = 1
        self.scope = draft.scope
        self.state = State.DRAFT
        self.terms: Terms | None = None
        self.basis: Basis | None = None
        self.placed_at: datetime | None = None
        self.confirm_by: date | None = None
        self.started_on: date | None = None
        self.suspended_by_decision = False
        self.suspended_from: date | None = None
        self.settled: frozenset[str] = frozenset()
        self.result: Result | None = None

    def update_sheet(self, sheet: ClientSheet) -> None:
        self._require(Action.UPDATE_SHEET)
        sheet.require_full()
        if sheet != self.sheet:
            self._sheet_updated(sheet=sheet)

    @event(OrderEvents.ClientSheetUpdated)
    def _sheet_updated(self, sheet: ClientSheet) -> None:
        self.sheet = sheet
        self.sheet_version += 1

    def accept(self, *, by: str, on: date, starts_on: date | None = None) -> None:
        self._require(Action.ACCEPT, by)
        self._accepted(on=on, starts_on=starts_on)

    @event(OrderEvents.Accepted)
    def _accepted(self, on: date, starts_on: date | None) -> None:
        self.state = State.ACCEPTED

    def reject(self, reason: str, *, by: str, on: date) -> None:
        self._require(Action.REJECT, by)
        self._rejected(reason=reason, on=on)

    @event(OrderEvents.Rejected)
    def _rejected(self, reason: str, on: date) -> None:
        self.state = State.REJECTED

    def queue(self, expected_on: date | None, *, by: str, on: date) -> None:
        self._require(Action.QUEUE, by)
        self._queued(expected_on=expected_on, on=on)

    @event(OrderEvents.Queued)
    def _queued(self, expected_on: date | None, on: date) -> None:
        self.state = State.QUEUED

    def set_schedule(self, schedule: Schedule, *, by: str) -> None:
        self._require(Action.SCHEDULE, by)
        self._scheduled(schedule=schedule)

    @event(OrderEvents.Scheduled)
    def _scheduled(self, schedule: Schedule) -> None:
        if self.state is State.ACCEPTED:
            self.state = State.SCHEDULED

    def start(self, on: date, *, by: str) -> None:
        """Never before the order is placed, nor before the day from which it holds."""
        self._require(Action.START, by)
        self._within(on)
        if self.confirm_by is not None and self.decision_pending and on > self.confirm_by:
            raise refusals.UrgentOrderExpired(self.confirm_by)
        self._started(on=on)

    @event(OrderEvents.Started)
    def _started(self, on: date) -> None:
        self.started_on = on
        self.state = State.STARTED

    def visit(self, on: date, *, by: str) -> None:
        """A visit was made that day: the first one begins the service, a later one resumes it."""
        self._require(Action.RECORD_VISIT, by)
        self._within(on)
        if self.state is State.STARTED:
            self._first_visit_made(on=on)
        elif self.state is State.SUSPENDED:
            if not self.suspended_by_decision:
                self._resumed(on=on)
            elif self.suspended_from is not None and on >= self.suspended_from:
                raise refusals.NotNow(ACTION_PL[Action.RECORD_VISIT], STATE_PL[self.state])

    @event(OrderEvents.FirstVisitMade)
    def _first_visit_made(self, on: date) -> None:
        self.state = State.IN_SERVICE

    def miss_visit(self, on: date, *, by: str) -> None:
        """Nothing changes for the order; the month notes it."""
        self._require(Action.RECORD_VISIT, by)
        self._within(on)

    def supervise(self, action: Action, *, by: str) -> None:
        """May this contractor tell that of the order now? `supervision.py` keeps what it tells."""
        self._require(action, by)

    def report_absence(
        self, first_day: date, last_day: date | None, reason: str, *, by: str
    ) -> None:
        """The client is in hospital or away; the service rests until the next visit."""
        self._require(Action.REPORT_ABSENCE, by)
        self._within(first_day)
        if last_day is not None and last_day < first_day:
            raise refusals.PeriodReversed
        if self.state in (State.STARTED, State.IN_SERVICE):
            self._suspended(
                first_day=first_day, last_day=last_day, reason=reason, by_decision=False
            )

    def settle_month(self, month: Month) -> None:
        """Closes a month; an ended order whose months are all closed is settled.

        The figures are computed and kept by the month itself (`visits.py`).
        """
        self._require(Action.SETTLE_MONTH)
        if self.decision_pending:
            raise refusals.DecisionMissing
        terms = self.placed_terms()
        if month not in terms.months():
            raise refusals.NothingToSettle(str(month))
        terms.require_acknowledged(until=month.last)
        left = {str(each) for each in terms.months()} - self.settled - {str(month)}
        self._month_settled(month=str(month), all_settled=self.state is State.ENDED and not left)

    @event(OrderEvents.MonthSettled)
    def _month_settled(self, month: str, all_settled: bool) -> None:
        self.settled |= {month}
        if all_settled:
            self.state = State.SETTLED

    def evaluate(self, result: Result, effects: str, *, on: date) -> None:
        """Annex 6. A running service may be evaluated many times, a settled one is closed by it."""
        self._require(Action.EVALUATE)
        self._evaluated(result=result, effects=effects, on=on)

    @event(OrderEvents.Evaluated)
    def _evaluated(self, result: Result, effects: str, on: date) -> None:
        self.result = result
        if self.state is State.SETTLED:
            self.state = State.EVALUATED

    def _within(self, on: date) -> None:
        terms = self.placed_terms()
        if on < terms.first_day and self.started_on is None:
            raise refusals.StartBeforeOrder(terms.first_day)
        if not terms.first_day <= on <= terms.last_day:
            raise refusals.OutsidePeriod(terms.first_day, terms.last_day)
