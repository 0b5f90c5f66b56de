"""An appointment of a client with a unit: booked, then moved, cancelled, missed or kept."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.intake.contact_refusals import AppointmentNotYet, AppointmentOver, JointWithItself
from services.intake.refusals import AppointmentInPast
from services.intake.values import Target

USUAL_MINUTES = 30
"""Where nobody says how long it takes; also of appointments booked before that was asked."""


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CANCELLED = "cancelled"
    MISSED = "missed"
    KEPT = "kept"


class CancelledBy(StrEnum):
    CLIENT = "CLIENT"
    UNIT = "UNIT"


@dataclass(frozen=True)
class Meeting:
    """Whom the client meets, when, for how long and where.

    `joint_with`: units that come along (A4 SEP-6).
    """

    unit: Target
    at: datetime
    worker: str | None = None
    joint_with: tuple[Target, ...] = ()
    place: str = ""
    minutes: int = USUAL_MINUTES

    @property
    def ends(self) -> datetime:
        return self.at + timedelta(minutes=self.minutes)

    @property
    def units(self) -> tuple[Target, ...]:
        return (self.unit, *self.joint_with)


class Appointment(Aggregate):
    """`Appointment.book(...)`; only one that is booked can be moved, cancelled or closed."""

    TOPIC = "intake.appointment"

    class AppointmentBooked(Created):
        TOPIC = "intake.appointment.booked.1"
        contact_id: UUID
        person_id: UUID
        meeting: Meeting
        protected: bool

    class AppointmentMoved(Aggregate.Event):
        TOPIC = "intake.appointment.moved.1"
        meeting: Meeting
        reason: str

    class AppointmentCancelled(Aggregate.Event):
        TOPIC = "intake.appointment.cancelled.1"
        by: CancelledBy
        reason: str

    class AppointmentMissed(Aggregate.Event):
        TOPIC = "intake.appointment.missed.1"
        noted_at: datetime

    class AppointmentKept(Aggregate.Event):
        TOPIC = "intake.appointment.kept.1"
        noted_at: datetime

    @classmethod
    def book(
        cls, contact_id: UUID, person_id: UUID, meeting: Meeting, *, protected: bool, now: datetime
    ) -> Appointment:
        """Raises AppointmentInPast, JointWithItself."""
        _require_possible(meeting, now)
        return cls(contact_id, person_id, meeting, protected)

    @event(AppointmentBooked)
    def __init__(
        self, contact_id: UUID, person_id: UUID, meeting: Meeting, protected: bool
    ) -> None:
        self.contact_id = contact_id
        self.person_id = person_id
        self.meeting = meeting
        self.protected = protected
        self.state = AppointmentState.BOOKED
        self.cancelled_by: CancelledBy | None = None

    def move(
        self,
        at: datetime,
        *,
        worker: str | None,
        reason: str,
        now: datetime,
        minutes: int | None = None,
    ) -> None:
        """Raises AppointmentOver, AppointmentInPast. Without a worker it stays with who it was,
        without minutes it takes as long as before.
        """
        self._require_open()
        meeting = replace(
            self.meeting,
            at=at,
            worker=worker or self.meeting.worker,
            minutes=minutes or self.meeting.minutes,
        )
        _require_possible(meeting, now)
        self._moved(meeting=meeting, reason=reason.strip())

    @event(AppointmentMoved)
    def _moved(self, meeting: Meeting, reason: str) -> None:
        self.meeting = meeting

    def cancel(self, *, by: CancelledBy, reason: str) -> None:
        """Raises AppointmentOver."""
        self._require_open()
        self._cancelled(by=by, reason=reason.strip())

    @event(AppointmentCancelled)
    def _cancelled(self, by: CancelledBy, reason: str) -> None:
        self.state = AppointmentState.CANCELLED
        self.cancelled_by = by

    def close(self, *, kept: bool, now: datetime) -> None:
        """Whether the client came. Raises AppointmentOver, AppointmentNotYet."""
        self._require_open()
        if now < self.meeting.at:
            raise AppointmentNotYet
        if kept:
            self._kept(noted_at=now)
        else:
            self._missed(noted_at=now)

    @event(AppointmentMissed)
    def _missed(self, noted_at: datetime) -> None:
        self.state = AppointmentState.MISSED

    @event(AppointmentKept)
    def _kept(self, noted_at: datetime) -> None:
        self.state = AppointmentState.KEPT

    def _require_open(self) -> None:
        if self.state is not AppointmentState.BOOKED:
            raise AppointmentOver(self.state)


def _require_possible(meeting: Meeting, now: datetime) -> None:
    if meeting.at <= now:
        raise AppointmentInPast
    if meeting.unit in meeting.joint_with:
        raise JointWithItself
