"""A contractor's monthly report: submitted, then accepted or returned by the coordinator."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.service_orders.refusals import ReportDecided
from services.service_orders.values import Figures


class ReportState(StrEnum):
    """Where a report stands."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class Report(Aggregate):
    """Of one order (with the person) or of all orders of a contractor (without)."""

    TOPIC = "service-orders.report"

    class Submitted(Created):
        TOPIC = "service-orders.report.submitted.1"
        report_id: UUID
        contractor: str
        month: str
        order_id: UUID | None
        person_id: UUID | None
        figures: Figures

    class Accepted(Aggregate.Event):
        TOPIC = "service-orders.report.accepted.1"
        on: date

    class Returned(Aggregate.Event):
        TOPIC = "service-orders.report.returned.1"
        reason: str
        on: date

    @staticmethod
    def create_id(report_id: UUID, **_: Any) -> UUID:
        return report_id

    @event(Submitted)
    def __init__(
        self,
        report_id: UUID,
        contractor: str,
        month: str,
        order_id: UUID | None,
        person_id: UUID | None,
        figures: Figures,
    ) -> None:
        self.report_id = report_id
        self.contractor = contractor
        self.month = month
        self.order_id = order_id
        self.person_id = person_id
        self.figures = figures
        self.state = ReportState.SUBMITTED

    def accept(self, *, on: date) -> None:
        self._undecided()
        self._accepted(on=on)

    @event(Accepted)
    def _accepted(self, on: date) -> None:
        self.state = ReportState.ACCEPTED

    def send_back(self, reason: str, *, on: date) -> None:
        """The contractor then submits a new report; this one stays as it was."""
        self._undecided()
        self._returned(reason=reason, on=on)

    @event(Returned)
    def _returned(self, reason: str, on: date) -> None:
        self.state = ReportState.RETURNED

    def _undecided(self) -> None:
        if self.state is not ReportState.SUBMITTED:
            raise ReportDecided(self.month)
