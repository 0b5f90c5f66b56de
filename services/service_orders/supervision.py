"""What is heard of an order beside its course: surveys, incidents, announcements that were refused.

The coordinator supervises by it and evaluates with it (`domain.md` E1, stages 6 and 7).
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.service_orders.refusals import ScoreImplausible


class Supervision(Aggregate):
    """`Supervision(order_id, person_id)`; the id follows from the order."""

    TOPIC = "service-orders.supervision"

    class Opened(Created):
        TOPIC = "service-orders.supervision.opened.1"
        order_id: UUID
        person_id: UUID

    class SurveyAnswered(Aggregate.Event):
        TOPIC = "service-orders.supervision.survey-answered.1"
        survey_id: UUID
        score: Decimal
        on: date

    class IncidentReported(Aggregate.Event):
        TOPIC = "service-orders.supervision.incident-reported.1"
        incident_id: UUID
        severity: str
        kind: str
        on: date

    class AnnouncementRefused(Aggregate.Event):
        TOPIC = "service-orders.supervision.announcement-refused.1"
        fact: str
        fact_id: UUID
        told_by: str
        reason: str
        on: date

    @staticmethod
    def create_id(order_id: UUID, **_: Any) -> UUID:
        return supervision_id(order_id)

    @event(Opened)
    def __init__(self, order_id: UUID, person_id: UUID) -> None:
        self.order_id = order_id
        self.person_id = person_id
        self.scores: dict[UUID, Decimal] = {}
        self.incidents: frozenset[UUID] = frozenset()
        self.refused = 0

    def answer_survey(self, survey_id: UUID, score: Decimal, *, on: date) -> None:
        """The client's answer to the monitoring survey (annex 7), on a scale of 1 to 5."""
        if not 1 <= score <= 5:
            raise ScoreImplausible
        if survey_id not in self.scores:
            self._survey_answered(survey_id=survey_id, score=score, on=on)

    @event(SurveyAnswered)
    def _survey_answered(self, survey_id: UUID, score: Decimal, on: date) -> None:
        self.scores[survey_id] = score

    def report_incident(self, incident_id: UUID, severity: str, kind: str, *, on: date) -> None:
        if incident_id not in self.incidents:
            self._incident(incident_id=incident_id, severity=severity, kind=kind, on=on)

    @event(IncidentReported)
    def _incident(self, incident_id: UUID, severity: str, kind: str, on: date) -> None:
        self.incidents |= {incident_id}

    def refuse(self, fact: str, fact_id: UUID, told_by: str, reason: str, *, on: date) -> None:
        """Keeps what somebody announced and the rules refused, to be cleared up."""
        self._refused(fact=fact, fact_id=fact_id, told_by=told_by, reason=reason, on=on)

    @event(AnnouncementRefused)
    def _refused(self, fact: str, fact_id: UUID, told_by: str, reason: str, on: date) -> None:
        self.refused += 1


def supervision_id(order_id: UUID) -> UUID:
    return uuid5(order_id, "supervision")
