"""Certificates 4, 5 and 6 in their order (`domain.md` C4; scenario K1's dates)."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from chassis.calendar import Month
from services.socialwork.cooperation import Cooperation, Grounds
from services.socialwork.refusals import (
    AlreadyCertified,
    CertificateMissing,
    DayOutOfOrder,
    MonthOutOfTerms,
    NothingUnused,
    NotOverdue,
    TermsAlreadySet,
    TermsMissing,
)
from services.socialwork.values import Known

PERSON = UUID("5b0f1f0a-0d5e-4f0e-9c39-0a4a1ce5f001")
BEGUN, FOURTH, TERMS = date(2026, 2, 2), date(2026, 2, 6), date(2026, 2, 10)
GROUNDS = Grounds((PERSON,), Known.AT_CLIENTS_WISH, uuid4(), uuid4())
WISH = Known.AT_CLIENTS_WISH
FEBRUARY, MARCH, APRIL = Month(2026, 2), Month(2026, 3), Month(2026, 4)


def recognised(has_unused: bool = True) -> Cooperation:
    made = Cooperation(PERSON, BEGUN)
    made.certify_unused_resources(has_unused, GROUNDS, on=FOURTH, today=FOURTH)
    return made


def cooperating() -> Cooperation:
    made = recognised()
    made.set_terms(Grounds((PERSON,), WISH), on=TERMS, today=TERMS)
    return made


def certified(made: Cooperation, month: Month, on: date, cooperates: bool = True) -> None:
    made.certify_cooperation(month, cooperates, known=WISH, on=on)


def test_terms_need_certificate_four_first() -> None:
    with pytest.raises(CertificateMissing) as refused:
        Cooperation(PERSON, BEGUN).set_terms(GROUNDS, on=TERMS, today=TERMS)
    assert refused.value.kind == 4


def test_where_nothing_is_unused_no_terms_are_set() -> None:
    with pytest.raises(NothingUnused):
        recognised(has_unused=False).set_terms(GROUNDS, on=TERMS, today=TERMS)


def test_a_new_certificate_four_may_say_otherwise() -> None:
    made = recognised(has_unused=False)
    made.certify_unused_resources(True, GROUNDS, on=TERMS, today=TERMS)
    assert made.set_terms(GROUNDS, on=TERMS, today=TERMS).on == TERMS


def test_certificate_five_keeps_referral_and_case_of_certificate_four() -> None:
    terms = cooperating().terms
    assert terms is not None
    assert (terms.referral_id, terms.case_id) == (GROUNDS.referral_id, GROUNDS.case_id)


def test_terms_are_set_once_and_then_updated() -> None:
    made = cooperating()
    with pytest.raises(TermsAlreadySet):
        made.set_terms(GROUNDS, on=TERMS, today=TERMS)
    before = made.terms
    after = made.update_terms(GROUNDS, on=date(2026, 3, 2), today=date(2026, 3, 2))
    assert before is not None
    assert (after.terms_id, after.set_on) == (before.terms_id, TERMS)
    assert after.certificate_id != before.certificate_id


def test_terms_are_not_updated_before_they_are_set() -> None:
    with pytest.raises(TermsMissing):
        recognised().update_terms(GROUNDS, on=TERMS, today=TERMS)


@pytest.mark.parametrize("on", [date(2026, 2, 5), date(2026, 2, 11)])
def test_terms_are_dated_between_certificate_four_and_today(on: date) -> None:
    with pytest.raises(DayOutOfOrder):
        recognised().set_terms(GROUNDS, on=on, today=TERMS)


def test_certificate_six_needs_terms() -> None:
    with pytest.raises(CertificateMissing):
        certified(Cooperation(PERSON, BEGUN), FEBRUARY, date(2026, 2, 27))
    with pytest.raises(TermsMissing):
        certified(recognised(), FEBRUARY, date(2026, 2, 27))


def test_certificate_six_is_issued_once_a_month() -> None:
    made = cooperating()
    certified(made, FEBRUARY, date(2026, 2, 27))
    with pytest.raises(AlreadyCertified):
        certified(made, FEBRUARY, date(2026, 2, 28), cooperates=False)
    certified(made, MARCH, date(2026, 3, 31))
    certified(made, APRIL, date(2026, 4, 30), cooperates=False)
    assert made.told.certified == {FEBRUARY: True, MARCH: True, APRIL: False}


@pytest.mark.parametrize("month", [Month(2026, 1), MARCH])
def test_certificate_six_is_for_a_month_of_the_terms_that_has_begun(month: Month) -> None:
    with pytest.raises(MonthOutOfTerms):
        certified(cooperating(), month, date(2026, 2, 27))


def test_every_certificate_has_its_own_number_and_how_the_client_stands_to_it() -> None:
    made = cooperating()
    certified(made, FEBRUARY, date(2026, 2, 27))
    _, four, five, six = made.pending_events
    assert isinstance(four, Cooperation.UnusedResourcesCertified)
    assert isinstance(five, Cooperation.CooperationTermsSet)
    assert isinstance(six, Cooperation.CooperationCertified)
    ids = {
        four.certificate.certificate_id,
        five.terms.certificate_id,
        six.certificate.certificate_id,
    }
    assert len(ids) == 3
    assert {four.certificate.known, five.terms.known, six.certificate.known} == {WISH}


def test_months_without_a_certificate_are_expected() -> None:
    made = cooperating()
    certified(made, FEBRUARY, date(2026, 2, 27))
    assert made.expected(today=date(2026, 4, 1)) == [MARCH, APRIL]
    assert recognised().expected(today=date(2026, 4, 1)) == []


@pytest.mark.parametrize(
    ("month", "due"),
    [
        (FEBRUARY, date(2026, 2, 27)),
        (Month(2026, 5), date(2026, 5, 29)),
        (Month(2026, 12), date(2026, 12, 31)),
        (Month(2025, 8), date(2025, 8, 29)),
    ],
)
def test_a_certificate_is_expected_by_the_last_working_day(month: Month, due: date) -> None:
    assert month.last_working_day == due


def test_a_holiday_at_the_end_of_a_month_is_no_working_day() -> None:
    """31.05.2029 is Corpus Christi."""
    assert Month(2029, 5).last_working_day == date(2029, 5, 30)


def test_months_follow_one_another_across_years() -> None:
    assert Month(2026, 12).next() == Month(2027, 1)
    assert Month(2027, 1).previous() == Month(2026, 12)


def test_a_certificate_is_overdue_after_that_day_and_it_is_said_once() -> None:
    made = cooperating()
    with pytest.raises(NotOverdue):
        made.report_overdue(FEBRUARY, today=date(2026, 2, 27))
    made.report_overdue(FEBRUARY, today=date(2026, 2, 28))
    made.report_overdue(FEBRUARY, today=date(2026, 3, 2))
    overdue = [
        event
        for event in made.pending_events
        if isinstance(event, Cooperation.CooperationCertificateOverdue)
    ]
    assert [(str(e.month), e.due) for e in overdue] == [("2026-02", date(2026, 2, 27))]


def test_what_is_certified_is_not_overdue() -> None:
    made = cooperating()
    certified(made, FEBRUARY, date(2026, 2, 27))
    with pytest.raises(NotOverdue):
        made.report_overdue(FEBRUARY, today=date(2026, 3, 2))


def test_after_the_end_of_social_work_nothing_is_expected() -> None:
    made = cooperating()
    made.end(on=date(2026, 3, 2))
    assert made.expected(today=date(2026, 4, 1)) == []
    with pytest.raises(TermsMissing):
        certified(made, MARCH, date(2026, 3, 31))


def test_later_terms_are_others_with_months_of_their_own() -> None:
    made = cooperating()
    certified(made, FEBRUARY, date(2026, 2, 27))
    first = made.terms
    made.end(on=date(2026, 2, 28))
    second = made.set_terms(GROUNDS, on=date(2026, 2, 28), today=date(2026, 2, 28))
    assert first is not None
    assert second.terms_id != first.terms_id
    assert made.expected(today=date(2026, 2, 28)) == [FEBRUARY]
