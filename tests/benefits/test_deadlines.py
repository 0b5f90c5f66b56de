"""The terms of `domain.md` C10 and of the scenarios K1 and K2."""

from datetime import date

import pytest

from chassis.calendar import is_working_day, last_working_day_until, next_working_day
from services.benefits.deadlines import (
    after_days,
    after_months,
    appeal_until,
    contact_by,
    decision_due,
    forward_by,
    interview_due,
    payment_due,
)


@pytest.mark.parametrize(
    ("known_on", "urgent", "due"),
    [
        (date(2026, 4, 1), False, date(2026, 4, 22)),
        (date(2026, 6, 1), False, date(2026, 6, 22)),
        (date(2026, 2, 2), False, date(2026, 2, 20)),
        (date(2026, 3, 2), True, date(2026, 3, 4)),
        (date(2026, 3, 6), True, date(2026, 3, 10)),
    ],
    ids=["over Easter Monday", "over Corpus Christi", "K1", "K2 urgent", "urgent over a weekend"],
)
def test_the_interview_is_due_after_working_days(known_on: date, urgent: bool, due: date) -> None:
    assert interview_due(known_on, urgent=urgent) == due


def test_the_decision_is_due_after_a_month_k1() -> None:
    assert decision_due(date(2026, 2, 2)) == date(2026, 3, 2)


def test_a_month_from_the_31st_ends_on_the_last_of_a_shorter_month() -> None:
    assert after_months(date(2026, 3, 31), 1) == date(2026, 4, 30)
    assert after_months(date(2025, 12, 31), 2) == date(2026, 3, 2)  # 28.02.2026 is a Saturday


def test_the_term_of_appeal_of_k1_ends_on_the_third_of_june() -> None:
    assert appeal_until(date(2026, 5, 20)) == date(2026, 6, 3)


@pytest.mark.parametrize(
    ("delivered", "until"),
    [
        (date(2026, 2, 14), date(2026, 3, 2)),  # 28.02 is a Saturday
        (date(2026, 4, 17), date(2026, 5, 4)),  # 1.05 a holiday, then the weekend with 3.05
        (date(2026, 5, 21), date(2026, 6, 5)),  # 4.06 is Corpus Christi
    ],
)
def test_a_term_that_ends_on_a_free_day_ends_on_the_next_working_day(
    delivered: date, until: date
) -> None:
    assert appeal_until(delivered) == until


def test_an_appeal_is_forwarded_within_seven_days_k1() -> None:
    assert forward_by(date(2026, 6, 1)) == date(2026, 6, 8)


def test_the_client_contacts_the_social_worker_within_seven_days() -> None:
    assert contact_by(date(2026, 2, 4)) == date(2026, 2, 11)


def test_christmas_eve_is_free_since_2025() -> None:
    assert is_working_day(date(2024, 12, 24))
    assert not is_working_day(date(2025, 12, 24))


def test_after_the_thirtieth_of_april_comes_the_fourth_of_may() -> None:
    assert next_working_day(date(2026, 4, 30)) == date(2026, 5, 4)


def test_payment_day_and_the_working_day_before_it() -> None:
    assert payment_due("2026-04") == date(2026, 4, 25)
    assert last_working_day_until(payment_due("2026-04")) == date(2026, 4, 24)


def test_days_count_from_the_day_after() -> None:
    assert after_days(date(2026, 6, 1), 1) == date(2026, 6, 2)
