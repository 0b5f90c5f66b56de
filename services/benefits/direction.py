"""Whom first contact sent here though nobody applied: a signal, or a client without an application.

Help that nobody asks for is begun by the centre itself (ups art. 102 ust. 2), so each of these
waits for the head of the team until a case opens, until first contact takes it back, or until the
head says why there will be none.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from osnowa_contracts.codes import TriageOutcome

from chassis.aggregate import Aggregate, Created, event
from services.benefits import deadlines
from services.benefits.refusals.direction import CaseIsOpen, DirectionOver

SIGNAL = TriageOutcome.EX_OFFICIO_SIGNAL


class DirectionState(StrEnum):
    WAITING = "waiting"
    BEGUN = "begun"
    TAKEN_BACK = "taken-back"
    WITHOUT_PROCEEDING = "without-proceeding"


def direction_id_for(contact_id: UUID) -> UUID:
    """One for each contact, however often it is corrected."""
    return uuid5(contact_id, "benefits/direction")


class Direction(Aggregate):
    """`since` is the day on which first contact decided so; it starts the days by which to act."""

    TOPIC = "benefits.direction"

    class ClientDirected(Created):
        TOPIC = "benefits.direction.client-directed.1"
        contact_id: UUID
        person_id: UUID
        outcome: str
        urgent: bool
        since: date

    class ClientDirectedAnew(Aggregate.Event):
        TOPIC = "benefits.direction.client-directed-anew.1"
        outcome: str
        urgent: bool
        since: date

    class ProceedingBegun(Aggregate.Event):
        TOPIC = "benefits.direction.proceeding-begun.1"
        case_id: UUID

    class DirectionTakenBack(Aggregate.Event):
        TOPIC = "benefits.direction.taken-back.1"

    class LeftWithoutProceeding(Aggregate.Event):
        TOPIC = "benefits.direction.left-without-proceeding.1"
        reason: str
        by: str
        on: date

    @staticmethod
    def create_id(contact_id: UUID, **_: Any) -> UUID:
        return direction_id_for(contact_id)

    @event(ClientDirected)
    def __init__(
        self, contact_id: UUID, person_id: UUID, outcome: str, urgent: bool, since: date
    ) -> None:
        self.contact_id = contact_id
        self.person_id = person_id
        self.reason = ""
        self.left_by = ""
        self.left_on: date | None = None
        self._wait(outcome, urgent, since)

    def _wait(self, outcome: str, urgent: bool, since: date) -> None:
        self.state = DirectionState.WAITING
        self.outcome, self.urgent, self.since = outcome, urgent, since

    @property
    def is_waiting(self) -> bool:
        return self.state is DirectionState.WAITING

    @property
    def due_on(self) -> date:
        """An urgent one the same day, others while the interview can be in time (ups art. 107)."""
        if self.urgent:
            return self.since
        return deadlines.interview_due(self.since, urgent=False)

    def direct_anew(self, outcome: str, *, urgent: bool, on: date) -> None:
        """First contact corrected itself and still sends the client here.

        What waits goes on waiting since its first day; what was answered waits again only if it is
        something else now, and never what a proceeding was begun for.
        """
        if self.state is DirectionState.BEGUN:
            return
        same = (self.outcome, self.urgent) == (outcome, urgent)
        if same and self.state is not DirectionState.TAKEN_BACK:
            return
        since = self.since if self.is_waiting else on
        self._directed_anew(outcome=outcome, urgent=urgent, since=since)

    @event(ClientDirectedAnew)
    def _directed_anew(self, outcome: str, urgent: bool, since: date) -> None:
        self._wait(outcome, urgent, since)

    def begin_proceeding(self, case_id: UUID) -> None:
        """Somebody started it ex officio. Raises DirectionOver."""
        if not self.is_waiting:
            raise DirectionOver
        self._begun(case_id=case_id)

    @event(ProceedingBegun)
    def _begun(self, case_id: UUID) -> None:
        self.state = DirectionState.BEGUN

    def take_back(self) -> None:
        """First contact directed the client elsewhere; what was answered stays as it was."""
        if self.is_waiting:
            self._taken_back()

    @event(DirectionTakenBack)
    def _taken_back(self) -> None:
        self.state = DirectionState.TAKEN_BACK

    def leave_without_proceeding(self, reason: str, *, by: str, on: date) -> None:
        """Raises CaseIsOpen, DirectionOver."""
        if self.state is DirectionState.BEGUN:
            raise CaseIsOpen
        if not self.is_waiting:
            raise DirectionOver
        self._left(reason=reason, by=by, on=on)

    @event(LeftWithoutProceeding)
    def _left(self, reason: str, by: str, on: date) -> None:
        self.state = DirectionState.WITHOUT_PROCEEDING
        self.reason, self.left_by, self.left_on = reason, by, on
