"""Terms of the proceeding: working days, days, months (KPA art. 57; `domain.md` C10)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from chassis.calendar import is_working_day, next_working_day
from services.benefits.parameters import time_limits_on


class DeadlineKind(StrEnum):
    """What is due; the first five are the codes of `DeadlineMissed`."""

    INTERVIEW = "INTERVIEW"
    INTERVIEW_UPDATE = "INTERVIEW_UPDATE"
    DECISION = "DECISION"
    DEFECTS = "DEFECTS"
    FORWARD_APPEAL = "FORWARD_APPEAL"
    SKO_RULING = "SKO_RULING"
    REFERRAL_CONTACT = "REFERRAL_CONTACT"
    FOLLOW_UP = "FOLLOW_UP"
    APPEAL_TERM = "APPEAL_TERM"
    REVIEW = "REVIEW"
    PAYMENT = "PAYMENT"


@dataclass(frozen=True)
class Deadline:
    """Something that is due, for whoever leads the case."""

    kind: DeadlineKind
    due: date


def after_working_days(start: date, count: int) -> date:
    """The end of a term in working days; the day of the event does not count (KPA 57 § 1)."""
    for _ in range(count):
        start = next_working_day(start)
    return start


def after_days(start: date, count: int) -> date:
    """The end of a term in days; on a Saturday or holiday it moves on (KPA 57 § 1 and 4)."""
    return _moved(start + timedelta(days=count))


def after_months(start: date, count: int) -> date:
    """The day that corresponds to the first, or the last of the month (KPA 57 § 3 and 4)."""
    index = start.year * 12 + start.month - 1 + count
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return _moved(date(year, month + 1, min(start.day, last)))


def _moved(end: date) -> date:
    return end if is_working_day(end) else next_working_day(end)


def interview_due(known_on: date, *, urgent: bool) -> date:
    """14 working days from learning of the need, 2 in urgent cases (ups art. 107)."""
    limits = time_limits_on(known_on)
    return after_working_days(
        known_on,
        limits.urgent_interview_working_days if urgent else limits.interview_working_days,
    )


def decision_due(filed_on: date) -> date:
    """One month from the start of the proceeding (KPA 35 § 3)."""
    return after_months(filed_on, time_limits_on(filed_on).decision_months)


def defects_by(called_on: date) -> date:
    """Not less than seven days from delivery of the call to complete (KPA 64 § 2)."""
    return after_days(called_on, time_limits_on(called_on).defects_days)


def deemed_delivered_on(first_notice: date) -> date:
    """The last of the 14 days for which a letter waits, noticed twice (KPA 44 § 4)."""
    return after_days(first_notice, time_limits_on(first_notice).storage_days)


def appeal_until(delivered_on: date) -> date:
    """14 days from delivery (KPA 129 § 2)."""
    return after_days(delivered_on, time_limits_on(delivered_on).appeal_days)


def forward_by(appealed_on: date) -> date:
    """Seven days to give way or to send the appeal to the board (KPA 132, 133)."""
    return after_days(appealed_on, time_limits_on(appealed_on).forward_days)


def ruling_by(received_on: date) -> date:
    """A month for the appeal board, from the day on which it has the appeal (KPA 35 § 3)."""
    return after_months(received_on, time_limits_on(received_on).ruling_months)


def contact_by(referred_on: date) -> date:
    """By when the client should contact the social worker (`domain.md` C4)."""
    return after_days(referred_on, time_limits_on(referred_on).contact_days)


def follow_up_by(drafted_on: date) -> date:
    """By when an urgent grant must have what it left open."""
    return after_days(drafted_on, time_limits_on(drafted_on).follow_up_days)


def payment_due(month: str) -> date:
    """The payment day of a month written `2026-02`."""
    first = date.fromisoformat(f"{month}-01")
    return first.replace(day=time_limits_on(first).payment_day)
