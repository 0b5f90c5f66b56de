"""An appointment is booked, moved, cancelled, missed or kept; what is over stays as it was."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from services.intake.appointment import Appointment, AppointmentState, CancelledBy, Meeting
from services.intake.contact_refusals import (
    AppointmentNotYet,
    AppointmentOver,
    JointWithItself,
)
from services.intake.refusals import AppointmentInPast
from services.intake.values import Target

NOW = datetime(2026, 2, 2, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=2)


def booked(meeting: Meeting | None = None) -> Appointment:
    meeting = meeting or Meeting(Target.BENEFITS, LATER, "ewa-jarzebina")
    return Appointment.book(uuid4(), uuid4(), meeting, protected=False, now=NOW)


def test_an_appointment_lies_ahead() -> None:
    with pytest.raises(AppointmentInPast):
        booked(Meeting(Target.BENEFITS, NOW))
    with pytest.raises(AppointmentInPast):
        booked().move(NOW - timedelta(hours=1), worker=None, reason="", now=NOW)


def test_a_joint_visit_is_with_another_unit() -> None:
    both = booked(Meeting(Target.BENEFITS, LATER, joint_with=(Target.SOCIAL_WORK,)))
    assert both.meeting.units == (Target.BENEFITS, Target.SOCIAL_WORK)
    with pytest.raises(JointWithItself):
        booked(Meeting(Target.BENEFITS, LATER, joint_with=(Target.BENEFITS,)))


def test_a_moved_appointment_keeps_its_worker_unless_another_is_named() -> None:
    made = booked()
    made.move(LATER + timedelta(hours=1), worker=None, reason="lekarz", now=NOW)
    assert (made.meeting.at, made.meeting.worker) == (
        LATER + timedelta(hours=1),
        "ewa-jarzebina",
    )
    made.move(LATER, worker="tomasz-modrzew", reason="urlop", now=NOW)
    assert made.meeting.worker == "tomasz-modrzew"


def test_a_moved_appointment_takes_as_long_as_before_unless_it_is_said() -> None:
    made = booked(Meeting(Target.BENEFITS, LATER, minutes=90))
    assert made.meeting.ends == LATER + timedelta(minutes=90)
    made.move(LATER + timedelta(hours=1), worker=None, reason="", now=NOW)
    assert made.meeting.minutes == 90
    made.move(LATER, worker=None, reason="", now=NOW, minutes=45)
    assert made.meeting.ends == LATER + timedelta(minutes=45)


def test_whether_the_client_came_is_known_only_afterwards() -> None:
    made = booked()
    with pytest.raises(AppointmentNotYet):
        made.close(kept=False, now=NOW)
    made.close(kept=False, now=LATER + timedelta(hours=1))
    assert made.state is AppointmentState.MISSED


def test_what_is_over_is_not_changed() -> None:
    cancelled, kept = booked(), booked()
    cancelled.cancel(by=CancelledBy.CLIENT, reason="choroba")
    kept.close(kept=True, now=LATER)
    assert (cancelled.state, kept.state) == (AppointmentState.CANCELLED, AppointmentState.KEPT)
    for made in (cancelled, kept):
        with pytest.raises(AppointmentOver):
            made.move(LATER, worker=None, reason="", now=NOW)
        with pytest.raises(AppointmentOver):
            made.cancel(by=CancelledBy.UNIT, reason="")
        with pytest.raises(AppointmentOver):
            made.close(kept=True, now=LATER)
