"""A month of visits of one order: what the carer did, when the client was away, and what it cost.

Visits stand in a stream of their own for each order and month, so that an order stays small.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.service_orders.calendar import days
from services.service_orders.refusals import (
    MonthNotOver,
    MonthSettledAlready,
    VisitDuringAbsence,
    VisitTimeImplausible,
)
from services.service_orders.settlement import Done, Settlement, settle
from services.service_orders.terms import Version

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Visit:
    """A visit made, as the carer's work card and diary tell it (annexes 4 and 5)."""

    visit_id: UUID
    on: date
    minutes: int
    activities: tuple[str, ...]
    carer_id: str | None = None
    checked_in_at: datetime | None = None
    checked_out_at: datetime | None = None


@dataclass(frozen=True)
class Absence:
    """Days on which the client is not there; `last_day` is None while nobody knows it."""

    absence_id: UUID
    first_day: date
    last_day: date | None
    reason: str


class MonthOfVisits(Aggregate):
    """`MonthOfVisits(order_id, person_id, "2026-03")`; the id follows from order and month."""

    TOPIC = "service-orders.visits"

    class MonthOpened(Created):
        TOPIC = "service-orders.visits.month-opened.1"
        order_id: UUID
        person_id: UUID
        month: str

    class VisitCompleted(Aggregate.Event):
        TOPIC = "service-orders.visits.visit-completed.1"
        visit: Visit

    class VisitMissed(Aggregate.Event):
        TOPIC = "service-orders.visits.visit-missed.1"
        visit_id: UUID
        on: date
        reason: str

    class AbsenceReported(Aggregate.Event):
        TOPIC = "service-orders.visits.absence-reported.1"
        absence: Absence

    class AbsenceEnded(Aggregate.Event):
        TOPIC = "service-orders.visits.absence-ended.1"
        absence_id: UUID
        last_day: date

    class Settled(Aggregate.Event):
        TOPIC = "service-orders.visits.settled.1"
        settlement: Settlement
        on: date

    @staticmethod
    def create_id(order_id: UUID, person_id: UUID, month: str, **_: Any) -> UUID:  # noqa: ARG004
        return uuid5(order_id, f"visits/{month}")

    @event(MonthOpened)
    def __init__(self, order_id: UUID, person_id: UUID, month: str) -> None:
        self.order_id = order_id
        self.person_id = person_id
        self.month = month
        self.visits: dict[UUID, Done] = {}
        self.missed: dict[UUID, date] = {}
        self.absences: dict[UUID, Absence] = {}
        self.settlement: Settlement | None = None

    def complete(self, visit: Visit) -> None:
        """A visit made; the same visit told again changes nothing. A client who is back is back."""
        self._open()
        if visit.visit_id in self.visits:
            return
        if not 0 < visit.minutes <= MINUTES_A_DAY:
            raise VisitTimeImplausible
        for absence in self.absences.values():
            if absence.last_day is None and absence.first_day < visit.on:
                self._absence_ended(absence.absence_id, visit.on - timedelta(days=1))
        if visit.on in self.absent_days():
            raise VisitDuringAbsence(visit.on)
        self._completed(visit=visit)

    @event(VisitCompleted)
    def _completed(self, visit: Visit) -> None:
        hours = Decimal(visit.minutes) / 60
        self.visits[visit.visit_id] = Done(visit.on, hours, visit.activities)

    @event(AbsenceEnded)
    def _absence_ended(self, absence_id: UUID, last_day: date) -> None:
        self.absences[absence_id] = replace(self.absences[absence_id], last_day=last_day)

    def miss(self, visit_id: UUID, on: date, reason: str) -> None:
        self._open()
        if visit_id not in self.missed:
            self._missed(visit_id=visit_id, on=on, reason=reason)

    @event(VisitMissed)
    def _missed(self, visit_id: UUID, on: date, reason: str) -> None:
        self.missed[visit_id] = on

    def report_absence(self, absence: Absence) -> None:
        self._open()
        if self.absences.get(absence.absence_id) != absence:
            self._absent(absence=absence)

    @event(AbsenceReported)
    def _absent(self, absence: Absence) -> None:
        self.absences[absence.absence_id] = absence

    def settle(self, plan: dict[date, Version], *, on: date, over_on: date) -> Settlement:
        """Closes the month once it is over (`over_on` is the last day on which a visit counts)."""
        self._open()
        if on <= over_on:
            raise MonthNotOver(self.month)
        figures = settle(Month.parse(self.month), plan, self.visits.values(), self.absent_days())
        self._settled(settlement=figures, on=on)
        return figures

    @event(Settled)
    def _settled(self, settlement: Settlement, on: date) -> None:
        self.settlement = settlement

    def absent_days(self) -> frozenset[date]:
        return frozenset(
            day
            for absence in self.absences.values()
            for day in days(absence.first_day, absence.last_day or Month.parse(self.month).last)
        )

    def _open(self) -> None:
        if self.settlement is not None:
            raise MonthSettledAlready(self.month)
