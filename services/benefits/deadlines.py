"""Terms of the proceeding: working days, days, months (KPA art. 57; `domain.md` C10)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from chassis.calendar import is_working_day, next_working_day
from services.benefits.parameters import time_limits_on
from services.benefits.refusals.general import NotBeforeEarlier

SATURDAY = 6
DAY = timedelta(days=1)


class DeadlineKind(StrEnum):
    """What is due; also codes of the facts about deadlines."""

    INTERVIEW = "INTERVIEW"
    INTERVIEW_UPDATE = "INTERVIEW_UPDATE"
    DECISION = "DECISION"
    DEFECTS = "DEFECTS"
    FORWARD_APPEAL = "FORWARD_APPEAL"
    SKO_RULING = "SKO_RULING"
    REFERRAL_CONTACT = "REFERRAL_CONTACT"
    CERTIFICATE = "CERTIFICATE"
    FOLLOW_UP = "FOLLOW_UP"
    APPEAL_TERM = "APPEAL_TERM"
    REVIEW = "REVIEW"
    URGING = "URGING"
    PAYMENT = "PAYMENT"


@dataclass(frozen=True)
class Deadline:
    """Something that is due, for whoever leads the case."""

    kind: DeadlineKind
    due: date


class HaltGround(StrEnum):
    """Why the term of the decision stands still (KPA 35 § 5); DEFECTS is the call's own."""

    SUSPENSION = "SUSPENSION"
    MEDIATION = "MEDIATION"
    PARTY = "PARTY"
    INDEPENDENT = "INDEPENDENT"
    DEFECTS = "DEFECTS"


@dataclass(frozen=True)
class Halt:
    """Days that do not count: from the first to the one before the term runs on."""

    ground: HaltGround
    since: date
    until: date

    def covers(self, day: date) -> bool:
        return self.since <= day < self.until


# --- how terms are counted ----------------------------------------------------


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
    return _moved(_same_day(start, count))


def prolonged(start: date, end: date, halts: Iterable[Halt]) -> date:
    """The end of a term that began on `start` and would end on `end`, had it never stood still.

    Every day after the start on which it stood still counts for nothing, also where the term only
    reaches it because of an earlier one (KPA 35 § 5).
    """
    stood_still = tuple(halts)
    day, left = start, (end - start).days
    while left > 0:
        day += DAY
        if not any(halt.covers(day) for halt in stood_still):
            left -= 1
    return _moved(day)


def _same_day(start: date, months: int) -> date:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _moved(end: date) -> date:
    if end.isoweekday() == SATURDAY and not time_limits_on(end).saturdays_move:
        return end
    return end if is_working_day(end) else next_working_day(end)


def not_before(what_pl: str, what_en: str, earliest: date | None, on: date) -> None:
    """Raises NotBeforeEarlier where something would come before what it follows."""
    if earliest is not None and on < earliest:
        raise NotBeforeEarlier(what_pl, what_en, earliest)


# --- the terms ------------------------------------------------------------------


def interview_due(known_on: date, *, urgent: bool) -> date:
    """14 working days from learning of the need, 2 in urgent cases (ups art. 107)."""
    limits = time_limits_on(known_on)
    return after_working_days(
        known_on,
        limits.urgent_interview_working_days if urgent else limits.interview_working_days,
    )


def interview_update_due(held_on: date) -> date:
    """Six months after the last interview, for permanent forms of help (ups art. 107 (4))."""
    return after_months(held_on, time_limits_on(held_on).interview_update_months)


def decision_due(filed_on: date, *, intricate: bool = False, halts: Iterable[Halt] = ()) -> date:
    """A month from the start of the proceeding, two where it is intricate (KPA 35 § 3 and 5)."""
    return prolonged(filed_on, decision_end(filed_on, intricate=intricate), halts)


def decision_end(filed_on: date, *, intricate: bool = False) -> date:
    """The same term before it moves to a working day; what stands still is added to it."""
    limits = time_limits_on(filed_on)
    months = limits.intricate_decision_months if intricate else limits.decision_months
    return _same_day(filed_on, months)


def review_due(opened_on: date) -> date:
    """A month for a proceeding that began ex officio, like for any other (KPA 35 § 3, 61 § 1)."""
    return after_months(opened_on, time_limits_on(opened_on).decision_months)


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


def urging_by(filed_on: date) -> date:
    """Seven days to send an urging complaint on, and seven for its answer (KPA 37 § 4 and 5)."""
    return after_days(filed_on, time_limits_on(filed_on).urging_days)


def certificate_by(asked_on: date) -> date:
    """Seven days from being asked (KPA 217 § 3)."""
    return after_days(asked_on, time_limits_on(asked_on).certificate_days)


def contact_by(referred_on: date, days: int = 7) -> date:
    """By when the client should contact the social worker (`domain.md` C4)."""
    return after_days(referred_on, days)


def follow_up_by(drafted_on: date, days: int = 30) -> date:
    """By when an urgent grant must have what it left open."""
    return after_days(drafted_on, days)


PAYMENT_DAY = 25
"""Where nobody set another."""


def payment_due(month: str, day: int = PAYMENT_DAY) -> date:
    """The payment day of a month written `2026-02`."""
    return date.fromisoformat(f"{month}-01").replace(day=day)


def approaching_until(today: date, working_days: int = 3) -> date:
    """Terms that end by this day approach."""
    return after_working_days(today, working_days)
