"""The terms of `domain.md` C10 and of the scenarios K1, K2, K3 and K6."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.calendar import is_working_day, last_working_day_until, next_working_day
from services.benefits import parameters
from services.benefits.deadlines import (
    Halt,
    HaltGround,
    after_days,
    after_months,
    after_working_days,
    appeal_until,
    approaching_until,
    certificate_by,
    contact_by,
    decision_due,
    deemed_delivered_on,
    defects_by,
    follow_up_by,
    forward_by,
    interview_due,
    interview_update_due,
    payment_due,
    prolonged,
    ruling_by,
    urging_by,
)


@pytest.mark.parametrize(
    ("known_on", "urgent", "due"),
    [
        (date(2026, 4, 1), False, date(2026, 4, 22)),
        (date(2026, 6, 1), False, date(2026, 6, 22)),
        (date(2026, 2, 2), False, date(2026, 2, 20)),
        (date(2026, 3, 2), True, date(2026, 3, 4)),
        (date(2026, 3, 6), True, date(2026, 3, 10)),
        (date(2026, 12, 22), True, date(2026, 12, 28)),
    ],
    ids=[
        "K3, over Easter Monday",
        "over Corpus Christi",
        "K1",
        "K2 urgent",
        "urgent over a weekend",
        "urgent over Christmas",
    ],
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


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (date(2026, 2, 10), date(2026, 8, 10)),
        (date(2026, 8, 27), date(2027, 3, 1)),  # 27.02.2027 is a Saturday
        (date(2026, 4, 14), date(2026, 10, 14)),
        (date(2026, 8, 31), date(2027, 3, 1)),  # 28.02.2027 is a Sunday
    ],
    ids=["K6", "K6, the next one", "K3", "no 31 February"],
)
def test_an_interview_is_updated_every_six_months(held: date, due: date) -> None:
    assert interview_update_due(held) == due


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        (decision_due, date(2026, 3, 2), date(2026, 4, 2)),
        (decision_due, date(2026, 4, 1), date(2026, 5, 4)),
        (decision_due, date(2026, 1, 31), date(2026, 3, 2)),
        (forward_by, date(2026, 6, 1), date(2026, 6, 8)),
        (forward_by, date(2026, 5, 28), date(2026, 6, 5)),
        (ruling_by, date(2026, 6, 8), date(2026, 7, 8)),
        (certificate_by, date(2026, 2, 4), date(2026, 2, 11)),
        (defects_by, date(2026, 4, 24), date(2026, 5, 4)),
        (urging_by, date(2026, 3, 5), date(2026, 3, 12)),
        (deemed_delivered_on, date(2026, 5, 21), date(2026, 6, 5)),
        (follow_up_by, date(2026, 3, 5), date(2026, 4, 7)),
        (appeal_until, date(2026, 9, 3), date(2026, 9, 17)),
    ],
    ids=[
        "K2 decision", "K3 decision, over 1 to 3 May", "decision from the 31st", "K1 forward",
        "forward over Corpus Christi", "K1 ruling", "K1 certificate", "defects over May",
        "urging", "deemed delivery", "follow-up over Easter Monday", "K6 appeal",
    ],
)  # fmt: skip
def test_the_terms_of_the_table_end_on_their_days(term: object, start: date, end: date) -> None:
    assert callable(term)
    assert term(start) == end


def test_an_intricate_case_has_two_months() -> None:
    assert decision_due(date(2026, 2, 2), intricate=True) == date(2026, 4, 2)


# --- days that do not count ---------------------------------------------------


@pytest.mark.parametrize(
    ("halts", "due"),
    [
        ([], date(2026, 3, 2)),
        ([(date(2026, 2, 10), date(2026, 2, 20))], date(2026, 3, 12)),
        ([(date(2026, 2, 10), date(2026, 2, 10))], date(2026, 3, 2)),
        ([(date(2026, 2, 2), date(2026, 2, 3))], date(2026, 3, 2)),
        ([(date(2026, 2, 27), date(2026, 3, 6))], date(2026, 3, 9)),
        ([(date(2026, 2, 10), date(2026, 2, 20)), (date(2026, 3, 5), date(2026, 3, 10))],
         date(2026, 3, 17)),
        ([(date(2026, 2, 10), date(2026, 2, 20)), (date(2026, 2, 15), date(2026, 2, 25))],
         date(2026, 3, 17)),
        ([(date(2026, 4, 1), date(2026, 4, 10))], date(2026, 3, 2)),
    ],
    ids=[
        "none", "ten days", "none on the same day", "the first day does not count anyway",
        "over the end", "the second in what the first added", "overlapping days count once",
        "after the end",
    ],
)  # fmt: skip
def test_days_on_which_the_term_stood_still_do_not_count(
    halts: list[tuple[date, date]], due: date
) -> None:
    assert decision_due(date(2026, 2, 2), halts=[halt(*days) for days in halts]) == due


def halt(since: date, until: date) -> Halt:
    return Halt(HaltGround.SUSPENSION, since, until)


# --- what may be changed ------------------------------------------------------


def test_a_saturday_ends_a_term_where_the_parameter_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    still = (replace(parameters.TIME_LIMITS[0], saturdays_move=False),)
    monkeypatch.setattr(parameters, "TIME_LIMITS", still)
    assert appeal_until(date(2026, 2, 14)) == date(2026, 2, 28)
    assert appeal_until(date(2026, 2, 15)) == date(2026, 3, 2), "a Sunday never does"


def test_how_early_a_term_approaches_is_told() -> None:
    assert approaching_until(date(2026, 4, 2)) == date(2026, 4, 8), "over Easter"
    assert approaching_until(date(2026, 4, 2), 1) == date(2026, 4, 3)


# --- for every day --------------------------------------------------------------

DAYS = st.dates(date(2019, 1, 1), date(2040, 12, 31))
TERMS = st.sampled_from(
    [
        decision_due, forward_by, ruling_by, certificate_by, defects_by, urging_by, contact_by,
        deemed_delivered_on, follow_up_by, appeal_until, interview_update_due,
        lambda day: interview_due(day, urgent=False), lambda day: interview_due(day, urgent=True),
        lambda day: decision_due(day, intricate=True),
    ]
)  # fmt: skip
HALTS = st.lists(
    st.tuples(st.integers(-5, 60), st.integers(0, 40)), max_size=4
)  # since the start, length


def halts_from(start: date, lengths: list[tuple[int, int]]) -> list[Halt]:
    return [
        halt(since, since + timedelta(length))
        for offset, length in lengths
        for since in [start + timedelta(offset)]
    ]


@given(TERMS, DAYS)
def test_no_term_ends_on_a_day_off_nor_before_it_began(term: object, day: date) -> None:
    assert callable(term)
    end = term(day)
    assert is_working_day(end)
    assert end > day


@given(TERMS, DAYS)
def test_what_begins_later_never_ends_earlier(term: object, day: date) -> None:
    assert callable(term)
    assert term(day) <= term(day + timedelta(1))


@given(DAYS, HALTS, st.tuples(st.integers(-5, 60), st.integers(0, 40)))
def test_standing_still_longer_never_ends_earlier(
    start: date, lengths: list[tuple[int, int]], further: tuple[int, int]
) -> None:
    shorter = decision_due(start, halts=halts_from(start, lengths))
    longer = decision_due(start, halts=halts_from(start, [*lengths, further]))
    assert decision_due(start) <= shorter <= longer
    assert is_working_day(longer)


@given(DAYS, HALTS)
def test_as_many_days_count_as_without_a_halt(start: date, lengths: list[tuple[int, int]]) -> None:
    halts = halts_from(start, lengths)
    end = start + timedelta(28)
    last = prolonged(start, end, halts)
    days = [start + timedelta(n) for n in range(1, (last - start).days + 1)]
    counted = [day for day in days if not any(one.covers(day) for one in halts)]
    assert len(counted) >= 28
    assert len([day for day in counted if day < last]) >= 28 or counted[27] == last


@given(DAYS, st.integers(0, 60))
def test_so_many_working_days_lie_in_a_term_of_working_days(day: date, count: int) -> None:
    end = after_working_days(day, count)
    passed = [day + timedelta(n) for n in range(1, (end - day).days + 1)]
    assert sum(map(is_working_day, passed)) == count


@given(DAYS, st.integers(1, 24))
def test_a_term_in_months_ends_on_the_same_number_or_the_last_of_the_month(
    day: date, months: int
) -> None:
    end = after_months(day, months)
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    same = first.replace(day=min(day.day, last.day))
    assert end >= same
    assert not any(is_working_day(same + timedelta(n)) for n in range((end - same).days))
