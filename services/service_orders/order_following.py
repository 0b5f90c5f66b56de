"""How an order follows the decisions of benefits: placed, changed, halted, put right, ended."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from chassis.aggregate import event
from services.service_orders import refusals
from services.service_orders.lifecycle import ACTION_PL, PERMITTED, STATE_PL, Action, State
from services.service_orders.order_events import OrderEvents
from services.service_orders.terms import Terms, Version
from services.service_orders.values import (
    GRANTING,
    Basis,
    Decided,
    DecisionKind,
    EndReason,
    Provisional,
    Scope,
    Standing,
    Undone,
)

CONFIRM_WITHIN = timedelta(days=30)
"""An urgent order must be confirmed by a decision in this time (`domain.md` E6)."""

DECISION = "DECISION"
"""The reason of a suspension that a decision ordered."""


class OrderFollowing(OrderEvents):
    """What an `Order` rests on. What has ended stays ended: the client is served by a new order."""

    contractor: str
    state: State
    scope: Scope
    terms: Terms | None
    basis: Basis | None
    placed_at: datetime | None
    confirm_by: date | None
    suspended_by_decision: bool
    suspended_from: date | None

    # --- what decisions mean for it ---------------------------------------------

    def follow(self, decided: Decided, *, at: datetime, on: date) -> None:
        """A decision was issued; nothing happens where the order stands so that it cannot."""
        match decided.kind:
            case DecisionKind.SUSPEND:
                self.halt(decided.first_day)
            case DecisionKind.REVOKE | DecisionKind.DISCONTINUE | DecisionKind.REFUSAL:
                if self.may(Action.END):
                    self._ended(reason=EndReason.REVOKED, on=decided.first_day)
            case _ if decided.basis is not None:
                changes = decided.renews or decided.kind not in GRANTING
                self._take(decided.basis, changes=changes, at=at, on=on)

    def _take(self, basis: Basis, *, changes: bool, at: datetime, on: date) -> None:
        """Places a draft, confirms an urgent order; else changes one that held another decision."""
        if self.state is State.DRAFT:
            self.place(basis, at=at)
        elif self.decision_pending:
            if self.may(Action.CONFIRM) and self.placed_terms().reached_by(basis):
                self.confirm(basis, on=on)
        elif changes and self.may(Action.AMEND):
            terms = self.placed_terms()
            if not terms.reached_by(basis):
                self.halt(on)
                return
            valid_from = max(basis.first_day, terms.first_day)
            self.amend(terms.newest.scope, valid_from=valid_from, basis=basis)
            if self.suspended_by_decision:
                self.resume(max(valid_from, on))

    def halt(self, first_day: date) -> None:
        """A running service rests, since the first day of several; one that has not begun ends."""
        if self.may(Action.SUSPEND):
            rests = self.suspended_from if self.suspended_by_decision else None
            if rests is None or first_day < rests:
                self.suspend(first_day)
        elif self.may(Action.END):
            self._ended(reason=EndReason.REVOKED, on=first_day)

    def put_right(self, undone: Undone, standing: Standing, *, at: datetime, on: date) -> None:
        """A decision holds no more, or holds again: what stands by now is followed instead."""
        if self.terms is None or self.decision_pending:
            basis = standing.to_be_ordered(on)
            if basis is not None:
                self._take(basis, changes=False, at=at, on=on)
            return
        rests_on_it, day = self.terms.rest_on(undone.decision_id), max(undone.first_day, on)
        if standing.basis is None or not self.terms.reached_by(standing.basis):
            if rests_on_it and not self.suspended_by_decision:
                self.halt(day)
            return
        if rests_on_it:
            self._go_back(undone.decision_id, standing.basis)
        if standing.stopped is None:
            if self.may(Action.RESUME) and self.suspended_by_decision:
                self.resume(max(self.suspended_from or on, on))
        elif standing.stopped != DecisionKind.SUSPEND and self.may(Action.END):
            self._ended(reason=EndReason.REVOKED, on=day)
        elif not self.suspended_by_decision:
            self.halt(day)

    def follow_admission(self, on: date) -> None:
        """Who moves into a residential home needs no service at home from that day on."""
        if self.may(Action.END):
            self._ended(reason=EndReason.DPS, on=on - timedelta(days=1))

    def _go_back(self, gone: UUID, basis: Basis) -> None:
        """To the hours and the fee that held before, since the day from which they had changed."""
        terms = self.placed_terms()
        if basis.decision_id != terms.newest.decision_id and self.may(Action.AMEND):
            valid_from = min(terms.first_day_by(gone), basis.last_day)
            self.amend(terms.newest.scope, valid_from=valid_from, basis=basis)

    # --- placed, with or before a decision --------------------------------------

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
        terms = self.placed_terms()
        held, valid_from = terms.newest, max(on, basis.first_day, terms.first_day)
        other_hours = basis.hours_per_day != held.scope.hours_per_day
        if other_hours and valid_from <= terms.last_day and self.may(Action.AMEND):
            self.amend(held.scope, valid_from=valid_from, basis=basis)

    @event(OrderEvents.Confirmed)
    def _confirmed(self, basis: Basis, on: date) -> None:
        held = self.placed_terms()
        self.basis, self.terms = basis, held.confirmed(basis)
        if self.state is State.ENDED:
            self.terms = self.terms.ended(held.last_day)

    # --- changed, halted, ended ---------------------------------------------------

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

    def suspend(self, first_day: date) -> None:
        """By a decision: no visits from that day on until the service is resumed or ended."""
        self._require(Action.SUSPEND)
        self._suspended(first_day=first_day, last_day=None, reason=DECISION, by_decision=True)

    @event(OrderEvents.Suspended)
    def _suspended(
        self, first_day: date, last_day: date | None, reason: str, by_decision: bool
    ) -> None:
        self.state, self.suspended_by_decision = State.SUSPENDED, by_decision
        self.suspended_from = first_day

    def resume(self, on: date) -> None:
        self._require(Action.RESUME)
        self._resumed(on=on)

    @event(OrderEvents.Resumed)
    def _resumed(self, on: date) -> None:
        self.state, self.suspended_by_decision = State.IN_SERVICE, False
        self.suspended_from = None

    def end(self, reason: EndReason, on: date) -> None:
        """By the organisation itself; `on` is the last day. Raises EndOutsidePeriod."""
        self._require(Action.END)
        if self.terms is not None:
            self.terms.require_to_end(on)
        self._ended(reason=reason, on=on)

    @event(OrderEvents.Ended)
    def _ended(self, reason: EndReason, on: date) -> None:
        self.state = State.ENDED
        if self.terms is not None:
            self.terms = self.terms.ended(on)

    # --- what the rules ask -------------------------------------------------------

    def may(self, action: Action) -> bool:
        """For the guard, the buttons of the page and the links of the API alike."""
        return action in PERMITTED[self.state]

    def _require(self, action: Action, by: str | None = None) -> None:
        if by is not None:
            self.require_contractor(by)
        if not self.may(action):
            raise refusals.NotNow(ACTION_PL[action], STATE_PL[self.state])

    def require_contractor(self, unit: str) -> None:
        """Raises NotYourOrder for every contractor but the order's own."""
        if unit != self.contractor:
            raise refusals.NotYourOrder(unit)

    def placed_terms(self) -> Terms:
        """Raises DecisionMissing for a draft, which has no terms yet."""
        if self.terms is None:
            raise refusals.DecisionMissing
        return self.terms
