"""An order: the city asks a contractor to serve one client, by a decision, until it ends."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.service_orders import refusals
from services.service_orders.lifecycle import ACTION_PL, PERMITTED, STATE_PL, Action, State
from services.service_orders.order_events import OrderEvents
from services.service_orders.terms import Terms, Version
from services.service_orders.values import (
    Basis,
    ClientSheet,
    Draft,
    EndReason,
    Provisional,
    Result,
    Schedule,
    Scope,
    order_id,
)

CONFIRM_WITHIN = timedelta(days=30)
"""An urgent order must be confirmed by a decision in this time (`domain.md` E6)."""

DECISION = "DECISION"
"""The reason of a suspension that a decision ordered."""


class Order(OrderEvents, Aggregate):
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

    def place(self, basis: Basis, *, at: datetime) -> None:
        """The decision is there: the order goes out."""
        self._require(Action.PLACE)
        self._placed(basis=basis, at=at)

    @event(OrderEvents.Placed)
    def _placed(self, basis: Basis, at: datetime) -> None:
        self.state, self.placed_at = State.PLACED, at
        self.basis, self.terms = basis, Terms.by_decision(basis, self.scope)

    def place_urgently(self, basis: Provisional, *, at: datetime, on: date) -> None:
        """Before the decision, in the scope of the draft and at a provisional fee."""
        self._require(Action.PLACE_URGENTLY)
        if basis.last_day < basis.first_day:
            raise refusals.PeriodReversed
        self._placed_urgently(basis=basis, confirm_by=on + CONFIRM_WITHIN, at=at)

    @event(OrderEvents.PlacedUrgently)
    def _placed_urgently(self, basis: Provisional, confirm_by: date, at: datetime) -> None:
        self.state, self.placed_at = State.PLACED, at
        self.confirm_by, self.terms = confirm_by, Terms.provisional(basis, self.scope)

    @property
    def decision_pending(self) -> bool:
        return self.confirm_by is not None and self.basis is None

    def confirm(self, basis: Basis, *, on: date) -> None:
        """The decision on an urgent order: its fee holds from the first day, its hours from now."""
        self._require(Action.CONFIRM)
        if not self.decision_pending:
            raise refusals.NotNow(ACTION_PL[Action.CONFIRM], STATE_PL[self.state])
        self._confirmed(basis=basis, on=on)
        held = self.placed_terms().newest
        if basis.hours_per_day != held.scope.hours_per_day and self.may(Action.AMEND):
            self.amend(held.scope, valid_from=max(on, basis.first_day), basis=basis)

    @event(OrderEvents.Confirmed)
    def _confirmed(self, basis: Basis, on: date) -> None:
        self.basis, self.terms = basis, self.placed_terms().confirmed(basis)

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
            if self.suspended_by_decision:
                raise refusals.NotNow(ACTION_PL[Action.RECORD_VISIT], STATE_PL[self.state])
            self._resumed(on=on)

    @event(OrderEvents.FirstVisitMade)
    def _first_visit_made(self, on: date) -> None:
        self.state = State.IN_SERVICE

    @event(OrderEvents.Resumed)
    def _resumed(self, on: date) -> None:
        self.state, self.suspended_by_decision = State.IN_SERVICE, False

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

    def suspend(self, first_day: date) -> None:
        """By a decision: no visits until the service is resumed or ended."""
        self._require(Action.SUSPEND)
        self._suspended(first_day=first_day, last_day=None, reason=DECISION, by_decision=True)

    @event(OrderEvents.Suspended)
    def _suspended(
        self, first_day: date, last_day: date | None, reason: str, by_decision: bool
    ) -> None:
        self.state, self.suspended_by_decision = State.SUSPENDED, by_decision

    def resume(self, on: date) -> None:
        self._require(Action.RESUME)
        self._resumed(on=on)

    def amend(self, scope: Scope, *, valid_from: date, basis: Basis | None = None) -> None:
        """A new version; hours and fee change by a decision only. Must be acknowledged."""
        self._require(Action.AMEND)
        version = self.placed_terms().next_version(scope, valid_from, basis)
        last_day = basis.last_day if basis else self.placed_terms().last_day
        self._amended(version=version, last_day=last_day)

    @event(OrderEvents.Amended)
    def _amended(self, version: Version, last_day: date) -> None:
        self.terms = self.placed_terms().amended(version, last_day)

    def acknowledge(self, version: int, *, by: str, on: date) -> None:
        """The contractor has read version n (and with it all before)."""
        self._require(Action.ACKNOWLEDGE, by)
        self.placed_terms().require_unread(version)
        self._acknowledged(version=version, on=on)

    @event(OrderEvents.AmendmentAcknowledged)
    def _acknowledged(self, version: int, on: date) -> None:
        self.terms = replace(self.placed_terms(), acknowledged=version)

    def end(self, reason: EndReason, on: date) -> None:
        self._require(Action.END)
        self._ended(reason=reason, on=on)

    @event(OrderEvents.Ended)
    def _ended(self, reason: EndReason, on: date) -> None:
        self.state = State.ENDED
        if self.terms is not None:
            self.terms = self.terms.ended(on)

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

    # --- what the rules ask -------------------------------------------------

    def may(self, action: Action) -> bool:
        """For the guard, the buttons of the page and the links of the API alike."""
        return action in PERMITTED[self.state]

    def require_contractor(self, unit: str) -> None:
        """Raises NotYourOrder for every contractor but the order's own."""
        if unit != self.contractor:
            raise refusals.NotYourOrder(unit)

    def _require(self, action: Action, by: str | None = None) -> None:
        if by is not None:
            self.require_contractor(by)
        if not self.may(action):
            raise refusals.NotNow(ACTION_PL[action], STATE_PL[self.state])

    def _within(self, on: date) -> None:
        terms = self.placed_terms()
        if on < terms.first_day and self.started_on is None:
            raise refusals.StartBeforeOrder(terms.first_day)
        if not terms.first_day <= on <= terms.last_day:
            raise refusals.OutsidePeriod(terms.first_day, terms.last_day)

    def placed_terms(self) -> Terms:
        """Raises DecisionMissing for a draft, which has no terms yet."""
        if self.terms is None:
            raise refusals.DecisionMissing
        return self.terms
