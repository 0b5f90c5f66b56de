"""An entry of the catalogue of help: proposed by one, published by another, for a period."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from services.intake.catalogue.content import Conditions, Content, Group, Place
from services.intake.catalogue.entry import Entry, EntryState
from services.intake.catalogue.refusals import (
    EntryWithdrawn,
    GroupOrProblemMissing,
    NothingPublished,
    NothingToPublish,
    OwnProposal,
    PeriodInverted,
    PlaceMissing,
    TitleMissing,
    ValidInPast,
    WithdrawalReasonMissing,
)
from services.intake.values import Outcome, Reason

TODAY = date(2026, 2, 2)
DAY = timedelta(days=1)
ADVICE = Content(
    title="Poradnictwo prawne",
    description="",
    groups=(Group.FAMILIES,),
    problems=((Reason.CRISIS,),),
    conditions=Conditions(),
    places=(Place("Punkt poradnictwa"),),
    provider="MOPS",
    fee="bezpłatnie",
    outcome=Outcome.SPECIALIST,
)


def proposed(content: Content = ADVICE) -> Entry:
    return Entry.propose(content, by="anna-wrzos")


def published(valid_from: date = TODAY, valid_to: date | None = None) -> Entry:
    entry = proposed()
    entry.publish(valid_from, valid_to, by="kazimierz-bez", today=TODAY)
    return entry


def periods(entry: Entry) -> list[tuple[int, date, date | None]]:
    return [(one.number, one.valid_from, one.valid_to) for one in entry.versions]


def test_an_entry_says_what_for_whom_and_where() -> None:
    with pytest.raises(TitleMissing):
        proposed(replace(ADVICE, title=" "))
    with pytest.raises(GroupOrProblemMissing):
        proposed(replace(ADVICE, groups=(), problems=((),)))
    with pytest.raises(PlaceMissing):
        proposed(replace(ADVICE, places=()))


def test_nobody_publishes_what_they_proposed() -> None:
    entry = proposed()
    with pytest.raises(OwnProposal):
        entry.publish(TODAY, None, by="anna-wrzos", today=TODAY)
    entry.publish(TODAY, None, by="kazimierz-bez", today=TODAY)
    assert (entry.state, entry.draft) == (EntryState.PUBLISHED, None)


def test_a_period_begins_today_at_the_earliest_and_ends_after_it_begins() -> None:
    with pytest.raises(ValidInPast):
        published(TODAY - DAY)
    with pytest.raises(PeriodInverted):
        published(TODAY + DAY, TODAY)


def test_without_a_proposal_there_is_nothing_to_publish() -> None:
    with pytest.raises(NothingToPublish):
        published().publish(TODAY, None, by="maria-buk", today=TODAY)


def test_a_new_version_ends_the_one_before_the_day_before_it_begins() -> None:
    entry = published()
    entry.revise(replace(ADVICE, fee="10 zł"), by="kazimierz-bez")
    assert entry.versions[0].content.fee == "bezpłatnie"
    entry.publish(TODAY + 10 * DAY, None, by="maria-buk", today=TODAY)
    assert periods(entry) == [(1, TODAY, TODAY + 9 * DAY), (2, TODAY + 10 * DAY, None)]


def test_a_version_that_would_begin_later_than_its_successor_never_does() -> None:
    entry = published(TODAY + 10 * DAY)
    entry.revise(ADVICE, by="anna-wrzos")
    entry.publish(TODAY, TODAY + 3 * DAY, by="maria-buk", today=TODAY)
    assert periods(entry) == [(2, TODAY, TODAY + 3 * DAY)]


def test_a_version_that_ended_before_keeps_its_end() -> None:
    entry = published(TODAY, TODAY + DAY)
    entry.revise(ADVICE, by="anna-wrzos")
    entry.publish(TODAY + 5 * DAY, None, by="maria-buk", today=TODAY)
    assert periods(entry)[0] == (1, TODAY, TODAY + DAY)


def test_a_withdrawn_entry_holds_until_the_day_before_and_is_not_revised() -> None:
    entry = published()
    with pytest.raises(WithdrawalReasonMissing):
        entry.withdraw(TODAY + 2 * DAY, reason=" ", today=TODAY)
    with pytest.raises(ValidInPast):
        entry.withdraw(TODAY - DAY, reason="koniec umowy", today=TODAY)
    entry.withdraw(TODAY + 2 * DAY, reason="koniec umowy", today=TODAY)
    assert periods(entry) == [(1, TODAY, TODAY + DAY)]
    with pytest.raises(EntryWithdrawn):
        entry.revise(ADVICE, by="anna-wrzos")


def test_only_what_was_published_is_withdrawn() -> None:
    with pytest.raises(NothingPublished):
        proposed().withdraw(TODAY, reason="pomyłka", today=TODAY)
