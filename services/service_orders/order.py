"""An order: the city asks a contractor to serve one client, by a decision, until it ends."""

# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.service_orders.calendar import Month, months
from services.service_orders.lifecycle import ACTION_PL, PERMITTED, STATE_PL, Action, State
from services.service_orders.refusals import (
    AmendmentNotAcknowledged,
    ClientSheetIncomplete,
    DecisionMissing,
    HoursNeedDecision,
    NothingToAcknowledge,
    NothingToSettle,
    NotNow,
    NotYourOrder,
    OutsidePeriod,
    PeriodReversed,
    ScoreImplausible,
    StartBeforeOrder,
    UrgentOrderExpired,
)
from services.service_orders.values import (
    Basis,
    ClientSheet,
    EndReason,
    Result,
    Scope,
    Slot,
    Version,
)

CONFIRM_WITHIN = timedelta(days=30)
"""An urgent order must be confirmed by a decision in this time (`domain.md` E6)."""

DECISION = "DECISION"
"""The reason of a suspension that a decision ordered."""


class Order(Aggregate):
    """`Order(person_id, case_id, attempt, ...)`; the id follows from case, service and attempt."""

    TOPIC = "service-orders.order"

    class DraftPrepared(Created):
        TOPIC = "service-orders.order.draft-prepared.1"
        person_id: UUID
        case_id: UUID
        service: str
        attempt: int
        contractor: str
        sheet: ClientSheet
        scope: Scope
        on: date

    class ClientSheetUpdated(Aggregate.Event):
        TOPIC = "service-orders.order.client-sheet-updated.1"
        sheet: ClientSheet

    class Placed(Aggregate.Event):
        TOPIC = "service-orders.order.placed.1"
        basis: Basis
        at: datetime

    class PlacedUrgently(Aggregate.Event):
        TOPIC = "service-orders.order.placed-urgently.1"
        first_day: date
        last_day: date
        fee_per_hour: Decimal
        confirm_by: date
        at: datetime

    class Confirmed(Aggregate.Event):
        TOPIC = "service-orders.order.confirmed.1"
        basis: Basis
        on: date

    class Accepted(Aggregate.Event):
        TOPIC = "service-orders.order.accepted.1"
        on: date
        starts_on: date | None

    class Rejected(Aggregate.Event):
        TOPIC = "service-orders.order.rejected.1"
        reason: str
        on: date

    class Queued(Aggregate.Event):
        TOPIC = "service-orders.order.queued.1"
        expected_on: date | None
        on: date

    class Scheduled(Aggregate.Event):
        TOPIC = "service-orders.order.scheduled.1"
        order_version: int
        valid_from: date
        slots: tuple[Slot, ...]
        carer_id: str | None

    class Started(Aggregate.Event):
        TOPIC = "service-orders.order.started.1"
        on: date

    class FirstVisitMade(Aggregate.Event):
        TOPIC = "service-orders.order.first-visit-made.1"
        on: date

    class Suspended(Aggregate.Event):
        TOPIC = "service-orders.order.suspended.1"
        first_day: date
        last_day: date | None
        reason: str
        by_decision: bool

    class Resumed(Aggregate.Event):
        TOPIC = "service-orders.order.resumed.1"
        on: date

    class Amended(Aggregate.Event):
        TOPIC = "service-orders.order.amended.1"
        version: Version
        last_day: date

    class AmendmentAcknowledged(Aggregate.Event):
        TOPIC = "service-orders.order.amendment-acknowledged.1"
        version: int
        on: date

    class MonthSettled(Aggregate.Event):
        TOPIC = "service-orders.order.month-settled.1"
        month: str
        all_settled: bool

    class SurveyAnswered(Aggregate.Event):
        TOPIC = "service-orders.order.survey-answered.1"
        survey_id: UUID
        score: Decimal
        on: date

    class IncidentReported(Aggregate.Event):
        TOPIC = "service-orders.order.incident-reported.1"
        incident_id: UUID
        severity: str
        kind: str
        on: date

    class Ended(Aggregate.Event):
        TOPIC = "service-orders.order.ended.1"
        reason: EndReason
        on: date

    class Evaluated(Aggregate.Event):
        TOPIC = "service-orders.order.evaluated.1"
        result: Result
        effects: str
        on: date

    class AnnouncementRefused(Aggregate.Event):
        TOPIC = "service-orders.order.announcement-refused.1"
        fact: str
        fact_id: UUID
        told_by: str
        reason: str
        on: date

    @staticmethod
    def create_id(case_id: UUID, service: str, attempt: int = 1, **_: Any) -> UUID:
        return uuid5(case_id, f"order/{service}/{attempt}")

    # --- before the contractor knows ----------------------------------------

    @classmethod
    def prepare(
        cls,
        *,
        person_id: UUID,
        case_id: UUID,
        service: str,
        attempt: int,
        contractor: str,
        sheet: ClientSheet,
        scope: Scope,
        on: date,
    ) -> Order:
        """A draft with the full client sheet, so that a decision can place it at once."""
        _require_full(sheet)
        return cls(person_id, case_id, service, attempt, contractor, sheet, scope, on)

    @event(DraftPrepared)
    def __init__(
        self,
        person_id: UUID,
        case_id: UUID,
        service: str,
        attempt: int,
        contractor: str,
        sheet: ClientSheet,
        scope: Scope,
        on: date,
    ) -> None:
        self.person_id = person_id
        self.case_id = case_id
        self.service = service
        self.attempt = attempt
        self.contractor = contractor
        self.sheet = sheet
        self.scope = scope
        self.prepared_on = on
        self.sheet_version = 1
        self.state = State.DRAFT
        self.versions: tuple[Version, ...] = ()
        self.acknowledged = 0
        self.basis: Basis | None = None
        self.placed_at: datetime | None = None
        self.confirm_by: date | None = None
        self.first_day: date | None = None
        self.last_day: date | None = None
        self.carer_id: str | None = None
        self.schedule: tuple[Slot, ...] = ()
        self.started_on: date | None = None
        self.end_reason: EndReason | None = None
        self.suspended_until: date | None = None
        self.suspended_by_decision = False
        self.ended_on: date | None = None
        self.settled: frozenset[str] = frozenset()
        self.scores: tuple[Decimal, ...] = ()
        self.incidents = 0
        self.result: Result | None = None

    def update_sheet(self, sheet: ClientSheet) -> None:
        self._require(Action.UPDATE_SHEET)
        _require_full(sheet)
        if sheet != self.sheet:
            self._sheet_updated(sheet=sheet)

    @event(ClientSheetUpdated)
    def _sheet_updated(self, sheet: ClientSheet) -> None:
        self.sheet = sheet
        self.sheet_version += 1

    def place(self, basis: Basis, *, at: datetime) -> None:
        """The decision is there: the order goes out."""
        self._require(Action.PLACE)
        self._placed(basis=basis, at=at)

    @event(Placed)
    def _placed(self, basis: Basis, at: datetime) -> None:
        self.basis = basis
        self._place(basis.first_day, basis.last_day, at)
        self._add(basis.hours_per_day, basis.first_day, basis.fee_per_hour, basis.decision_id)

    def place_urgently(
        self, *, first_day: date, last_day: date, fee_per_hour: Decimal, at: datetime, on: date
    ) -> None:
        """Before the decision, in the scope of the draft and at a provisional fee."""
        self._require(Action.PLACE_URGENTLY)
        if last_day < first_day:
            raise PeriodReversed
        self._placed_urgently(
            first_day=first_day,
            last_day=last_day,
            fee_per_hour=fee_per_hour,
            confirm_by=on + CONFIRM_WITHIN,
            at=at,
        )

    @event(PlacedUrgently)
    def _placed_urgently(
        self,
        first_day: date,
        last_day: date,
        fee_per_hour: Decimal,
        confirm_by: date,
        at: datetime,
    ) -> None:
        self.confirm_by = confirm_by
        self._place(first_day, last_day, at)
        self._add(self.scope.hours_per_day, first_day, fee_per_hour, None)

    def _place(self, first_day: date, last_day: date, at: datetime) -> None:
        self.first_day, self.last_day, self.placed_at = first_day, last_day, at
        self.state = State.PLACED
        self.acknowledged = 1

    def _add(self, hours: Decimal, valid_from: date, fee: Decimal, by: UUID | None) -> None:
        scope = replace(self.scope, hours_per_day=hours)
        self.versions += (Version(len(self.versions) + 1, valid_from, scope, fee, by),)

    @property
    def decision_pending(self) -> bool:
        return self.confirm_by is not None and self.basis is None

    def confirm(self, basis: Basis, *, on: date) -> None:
        """The decision on an urgent order: its fee holds from the first day, its hours from now."""
        self._require(Action.CONFIRM)
        if not self.decision_pending:
            raise NotNow(ACTION_PL[Action.CONFIRM], STATE_PL[self.state])
        self._confirmed(basis=basis, on=on)
        if basis.hours_per_day != self.versions[-1].scope.hours_per_day and self._may(Action.AMEND):
            self._new_version(self.versions[-1].scope, basis, valid_from=max(on, basis.first_day))

    @event(Confirmed)
    def _confirmed(self, basis: Basis, on: date) -> None:
        self.basis = basis
        self.last_day = basis.last_day
        self.versions = tuple(
            replace(version, fee_per_hour=basis.fee_per_hour, decision_id=basis.decision_id)
            for version in self.versions
        )

    # --- the contractor answers ---------------------------------------------

    def accept(self, *, by: str, on: date, starts_on: date | None = None) -> None:
        self._require(Action.ACCEPT, by)
        self._accepted(on=on, starts_on=starts_on)

    @event(Accepted)
    def _accepted(self, on: date, starts_on: date | None) -> None:
        self.state = State.ACCEPTED

    def reject(self, reason: str, *, by: str, on: date) -> None:
        self._require(Action.REJECT, by)
        self._rejected(reason=reason, on=on)

    @event(Rejected)
    def _rejected(self, reason: str, on: date) -> None:
        self.state = State.REJECTED

    def queue(self, expected_on: date | None, *, by: str, on: date) -> None:
        self._require(Action.QUEUE, by)
        self._queued(expected_on=expected_on, on=on)

    @event(Queued)
    def _queued(self, expected_on: date | None, on: date) -> None:
        self.state = State.QUEUED

    def set_schedule(
        self,
        slots: tuple[Slot, ...],
        *,
        valid_from: date,
        order_version: int,
        carer_id: str | None,
        by: str,
    ) -> None:
        """Who comes when, under which version of the order."""
        self._require(Action.SCHEDULE, by)
        self._scheduled(
            order_version=order_version, valid_from=valid_from, slots=slots, carer_id=carer_id
        )

    @event(Scheduled)
    def _scheduled(
        self, order_version: int, valid_from: date, slots: tuple[Slot, ...], carer_id: str | None
    ) -> None:
        self.carer_id, self.schedule = carer_id, slots
        if self.state is State.ACCEPTED:
            self.state = State.SCHEDULED

    def start(self, on: date, *, by: str) -> None:
        """Never before the order is placed, nor before the day from which it holds."""
        self._require(Action.START, by)
        self._within(on)
        if self.confirm_by is not None and self.decision_pending and on > self.confirm_by:
            raise UrgentOrderExpired(self.confirm_by)
        self._started(on=on)

    @event(Started)
    def _started(self, on: date) -> None:
        self.started_on = on
        self.state = State.STARTED

    # --- service and its interruptions --------------------------------------

    def visit(self, on: date, *, by: str) -> None:
        """A visit was made that day: the first one begins the service, a later one resumes it."""
        self._require(Action.RECORD_VISIT, by)
        self._within(on)
        if self.state is State.STARTED:
            self._first_visit_made(on=on)
        elif self.state is State.SUSPENDED:
            if self.suspended_by_decision:
                raise NotNow(ACTION_PL[Action.RECORD_VISIT], STATE_PL[self.state])
            self._resumed(on=on)

    @event(FirstVisitMade)
    def _first_visit_made(self, on: date) -> None:
        self.state = State.IN_SERVICE

    @event(Resumed)
    def _resumed(self, on: date) -> None:
        self.state, self.suspended_until = State.IN_SERVICE, None
        self.suspended_by_decision = False

    def miss_visit(self, on: date, *, by: str) -> None:
        self._require(Action.RECORD_VISIT, by)
        self._within(on)

    def report_absence(
        self, first_day: date, last_day: date | None, reason: str, *, by: str
    ) -> None:
        """The client is in hospital or away; the service rests until the next visit."""
        self._require(Action.REPORT_ABSENCE, by)
        self._within(first_day)
        if last_day is not None and last_day < first_day:
            raise PeriodReversed
        if self.state in (State.STARTED, State.IN_SERVICE):
            self._suspended(
                first_day=first_day, last_day=last_day, reason=reason, by_decision=False
            )

    def suspend(self, first_day: date) -> None:
        """By a decision: no visits until the service is resumed or ended."""
        self._require(Action.SUSPEND)
        self._suspended(first_day=first_day, last_day=None, reason=DECISION, by_decision=True)

    @event(Suspended)
    def _suspended(
        self, first_day: date, last_day: date | None, reason: str, by_decision: bool
    ) -> None:
        self.state, self.suspended_until = State.SUSPENDED, last_day
        self.suspended_by_decision = by_decision

    def resume(self, on: date) -> None:
        self._require(Action.RESUME)
        self._resumed(on=on)

    # --- new terms ----------------------------------------------------------

    def amend(
        self,
        scope: Scope,
        *,
        valid_from: date,
        basis: Basis | None = None,
    ) -> None:
        """A new version; hours and fee change by a decision only. Must be acknowledged."""
        self._require(Action.AMEND)
        if basis is None and scope.hours_per_day != self.versions[-1].scope.hours_per_day:
            raise HoursNeedDecision
        self._new_version(scope, basis, valid_from=valid_from)

    def _new_version(self, scope: Scope, basis: Basis | None, *, valid_from: date) -> None:
        held = self.versions[-1]
        last_day = basis.last_day if basis else self.period[1]
        if not self.period[0] <= valid_from <= last_day:
            raise OutsidePeriod(self.period[0], last_day)
        version = Version(
            number=held.number + 1,
            valid_from=valid_from,
            scope=replace(scope, hours_per_day=basis.hours_per_day) if basis else scope,
            fee_per_hour=basis.fee_per_hour if basis else held.fee_per_hour,
            decision_id=basis.decision_id if basis else held.decision_id,
        )
        self._amended(version=version, last_day=last_day)

    @event(Amended)
    def _amended(self, version: Version, last_day: date) -> None:
        self.versions += (version,)
        self.last_day = last_day

    def acknowledge(self, version: int, *, by: str, on: date) -> None:
        """The contractor has read version n (and with it all before)."""
        self._require(Action.ACKNOWLEDGE, by)
        if not self.acknowledged < version <= len(self.versions):
            raise NothingToAcknowledge(version)
        self._acknowledged(version=version, on=on)

    @event(AmendmentAcknowledged)
    def _acknowledged(self, version: int, on: date) -> None:
        self.acknowledged = version

    # --- the end, settlement and evaluation ---------------------------------

    def end(self, reason: EndReason, on: date) -> None:
        self._require(Action.END)
        self._ended(reason=reason, on=on)

    @event(Ended)
    def _ended(self, reason: EndReason, on: date) -> None:
        self.state, self.ended_on, self.end_reason = State.ENDED, on, reason

    def settle_month(self, month: Month) -> None:
        """Closes a month; an ended order whose months are all closed is settled.

        The figures are computed and kept by the month itself (`visits.py`).
        """
        self._require(Action.SETTLE_MONTH)
        if self.decision_pending:
            raise DecisionMissing
        if month not in self.months():
            raise NothingToSettle(str(month))
        late = [
            version.number
            for version in self.versions
            if version.number > self.acknowledged and version.valid_from <= month.last
        ]
        if late:
            raise AmendmentNotAcknowledged(late[0])
        left = {str(each) for each in self.months()} - self.settled - {str(month)}
        self._month_settled(month=str(month), all_settled=self.state is State.ENDED and not left)

    @event(MonthSettled)
    def _month_settled(self, month: str, all_settled: bool) -> None:
        self.settled |= {month}
        if all_settled:
            self.state = State.SETTLED

    def answer_survey(self, survey_id: UUID, score: Decimal, *, by: str, on: date) -> None:
        """The client's answer to the monitoring survey (annex 7), on a scale of 1 to 5."""
        self._require(Action.SURVEY, by)
        if not 1 <= score <= 5:
            raise ScoreImplausible
        self._survey_answered(survey_id=survey_id, score=score, on=on)

    @event(SurveyAnswered)
    def _survey_answered(self, survey_id: UUID, score: Decimal, on: date) -> None:
        self.scores += (score,)

    def report_incident(
        self, incident_id: UUID, severity: str, kind: str, *, by: str, on: date
    ) -> None:
        self._require(Action.REPORT_INCIDENT, by)
        self._incident(incident_id=incident_id, severity=severity, kind=kind, on=on)

    @event(IncidentReported)
    def _incident(self, incident_id: UUID, severity: str, kind: str, on: date) -> None:
        self.incidents += 1

    def evaluate(self, result: Result, effects: str, *, on: date) -> None:
        """Annex 6. A running service may be evaluated many times, a settled one is closed by it."""
        self._require(Action.EVALUATE)
        self._evaluated(result=result, effects=effects, on=on)

    @event(Evaluated)
    def _evaluated(self, result: Result, effects: str, on: date) -> None:
        self.result = result
        if self.state is State.SETTLED:
            self.state = State.EVALUATED

    def refuse(self, fact: str, fact_id: UUID, told_by: str, reason: str, *, on: date) -> None:
        """Notes what somebody announced and the rules refused, for the coordinator to clear up."""
        self._refused(fact=fact, fact_id=fact_id, told_by=told_by, reason=reason, on=on)

    @event(AnnouncementRefused)
    def _refused(self, fact: str, fact_id: UUID, told_by: str, reason: str, on: date) -> None:
        pass

    # --- what the rules ask -------------------------------------------------

    @property
    def period(self) -> tuple[date, date]:
        """First and last day of service; an order that was never placed has none."""
        if self.first_day is None or self.last_day is None:
            raise DecisionMissing
        return self.first_day, min(self.last_day, self.ended_on or self.last_day)

    def months(self) -> list[Month]:
        return months(*self.period)

    def permitted(self) -> frozenset[Action]:
        return PERMITTED[self.state]

    def _may(self, action: Action) -> bool:
        return action in PERMITTED[self.state]

    def belongs_to(self, unit: str) -> None:
        """Raises NotYourOrder for every contractor but the order's own."""
        if unit != self.contractor:
            raise NotYourOrder(unit)

    def _require(self, action: Action, by: str | None = None) -> None:
        if by is not None:
            self.belongs_to(by)
        if not self._may(action):
            raise NotNow(ACTION_PL[action], STATE_PL[self.state])

    def _within(self, on: date) -> None:
        first_day, last_day = self.period
        if on < first_day and self.started_on is None:
            raise StartBeforeOrder(first_day)
        if not first_day <= on <= last_day:
            raise OutsidePeriod(first_day, last_day)


def _require_full(sheet: ClientSheet) -> None:
    if missing := sheet.missing():
        raise ClientSheetIncomplete(missing)
