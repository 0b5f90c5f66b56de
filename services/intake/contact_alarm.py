"""An alarm of crisis or violence: who takes it, and that nobody did in time."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import datetime

from chassis.aggregate import event
from services.intake.contact_events import ContactEvents
from services.intake.contact_refusals import NoCrisis
from services.intake.values import Outcome


class ContactAlarm(ContactEvents):
    """A stage of a `Contact`."""

    outcome: Outcome | None
    crisis_taken_by: str
    alarm_escalated_at: datetime | None

    @property
    def alarm(self) -> bool:
        """Whether a crisis waits for somebody to act on it."""
        return self.outcome is Outcome.CRISIS_VIOLENCE and not self.crisis_taken_by

    def take_crisis(self, *, by: str, at: datetime) -> None:
        """Whoever acts on the alarm says so; it waits no longer. Raises NoCrisis."""
        if not self.alarm:
            raise NoCrisis
        self._crisis_taken(by=by, at=at)

    @event(ContactEvents.CrisisTaken)
    def _crisis_taken(self, by: str, at: datetime) -> None:
        self.crisis_taken_by = by

    def escalate_alarm(self, *, at: datetime) -> None:
        """Nobody took it in time: the head of the desk is told that it waits. Raises NoCrisis."""
        if not self.alarm:
            raise NoCrisis
        if self.alarm_escalated_at is None:
            self._alarm_escalated(at=at)

    @event(ContactEvents.AlarmEscalated)
    def _alarm_escalated(self, at: datetime) -> None:
        self.alarm_escalated_at = at
