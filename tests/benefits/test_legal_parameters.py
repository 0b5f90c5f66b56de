"""Sets of parameters: one answer a day, proposed by one person and published by another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osnowa_contracts import benefits as facts

from chassis.event_mapper import JsonMapper
from services.benefits.calculation import ParameterSet, law_on, periodic_benefit
from services.benefits.calculation.initial import (
    EXCLUSIONS,
    HOME_CARE,
    INITIAL_SETS,
    MEALS,
    NATIONAL,
    PRACTICE,
    SPECIALIST_CARE,
)
from services.benefits.calculation.sets import CityCriteria, FeeBand, Sharing
from services.benefits.disclosures import disclose
from services.benefits.legal_parameters import LegalParameters, ProposalState
from services.benefits.refusals.parameters import (
    BelowTheAct,
    NothingChanges,
    NotProposed,
    ParametersUnknown,
    ProposalDecided,
    PublishedByProposer,
    ReceiptTwice,
    ScaleBroken,
)

D = Decimal
TODAY = date(2027, 12, 1)
RISE = replace(NATIONAL[-1], valid_from=date(2028, 1, 1), single_criterion=D(1200), source="Dz.U.")
CHANGE: dict[str, dict[str, Any]] = {
    "NATIONAL": {"hectare": D(500)},
    "PRACTICE": {"sharing": Sharing.PROPORTIONAL},
    "EXCLUSIONS": {"smallest_farm": D(2)},
    "HOME_CARE": {"cost_per_hour": D(40)},
    "SPECIALIST_CARE": {"cost_per_hour": D(60)},
    "MEAL": {"criterion_percent": D(250)},
    "TERMS": {"contact_days": 10},
}
STEFAN, HELENA = "stefan-rokita", "helena-dabrowa"


def published(*sets: ParameterSet) -> LegalParameters:
    book = LegalParameters()
    for one in sets:
        proposal = book.propose(one, by=STEFAN, on=TODAY)
        book.publish(proposal, by=HELENA, on=TODAY)
    return book


@pytest.mark.parametrize(
    ("day", "single", "family", "maximum", "hectare"),
    [
        (date(2018, 10, 1), 701, 528, 645, 308),
        (date(2021, 12, 31), 701, 528, 645, 308),
        (date(2022, 1, 1), 776, 600, 719, 345),
        (date(2023, 12, 31), 776, 600, 719, 345),
        (date(2024, 1, 1), 776, 600, 1000, 345),
        (date(2024, 12, 31), 776, 600, 1000, 345),
        (date(2025, 1, 1), 1010, 823, 1229, 459),
        (date(2026, 11, 25), 1010, 823, 1229, 459),
    ],
)
def test_the_sets_of_the_act_are_there_from_the_beginning(
    day: date, single: int, family: int, maximum: int, hectare: int
) -> None:
    found = law_on(day).national
    assert found.single_criterion == single
    assert found.family_criterion == family
    assert found.permanent_maximum == maximum
    assert found.hectare == hectare


def test_amounts_for_independence_and_language_have_their_dates_too() -> None:
    assert law_on(date(2018, 10, 1)).national.independence_base is None
    assert law_on(date(2022, 1, 1)).national.language_minimum == 721
    assert law_on(date(2025, 1, 1)).national.independence_base == 2066


def test_a_day_before_the_first_set_has_no_answer() -> None:
    with pytest.raises(ParametersUnknown):
        _ = law_on(date(2018, 9, 30)).national


def test_a_published_set_holds_from_its_first_day_and_not_before() -> None:
    book = published(RISE)
    assert book.law_on(date(2027, 12, 31)).national.single_criterion == 1010
    assert book.law_on(date(2028, 1, 1)).national.single_criterion == 1200
    found = periodic_benefit(D(1100), 1, book.law_on(date(2028, 1, 1)))
    assert found.params_date == date(2028, 1, 1)


def test_a_proposal_changes_nothing() -> None:
    book = LegalParameters()
    book.propose(RISE, by=STEFAN, on=TODAY)
    assert book.law_on(date(2028, 1, 1)).national.single_criterion == 1010


def test_who_proposed_a_set_may_not_publish_it() -> None:
    book = LegalParameters()
    proposal = book.propose(RISE, by=STEFAN, on=TODAY)
    with pytest.raises(PublishedByProposer):
        book.publish(proposal, by=STEFAN, on=TODAY)
    assert [one.proposal_id for one in book.waiting()] == [proposal]


def test_a_set_is_published_or_withdrawn_once() -> None:
    book = LegalParameters()
    proposal = book.propose(RISE, by=STEFAN, on=TODAY)
    book.withdraw(proposal, "błędna kwota", by=STEFAN, on=TODAY)
    assert book.proposals[proposal].state is ProposalState.WITHDRAWN
    with pytest.raises(ProposalDecided):
        book.publish(proposal, by=HELENA, on=TODAY)
    with pytest.raises(NotProposed):
        book.publish(uuid4(), by=HELENA, on=TODAY)


def test_a_correction_of_the_same_day_replaces_what_was_published_before() -> None:
    book = published(RISE, replace(RISE, single_criterion=D(1210)))
    assert book.law_on(date(2028, 1, 1)).national.single_criterion == 1210


def test_what_holds_already_is_not_proposed_again() -> None:
    for one in (NATIONAL[-1], PRACTICE[-1], EXCLUSIONS[-1], HOME_CARE[-1], MEALS[-1]):
        with pytest.raises(NothingChanges):
            LegalParameters().propose(replace(one, source="inne"), by=STEFAN, on=TODAY)


def test_the_council_may_raise_the_act_but_not_lower_it() -> None:
    lower = CityCriteria(date(2026, 1, 1), "uchwała", D(1000))
    with pytest.raises(BelowTheAct):
        LegalParameters().propose(lower, by=STEFAN, on=TODAY)
    raised = published(CityCriteria(date(2026, 1, 1), "uchwała", D(1515)))
    assert raised.law_on(date(2026, 1, 1)).criterion(1, raised=True).whole == 1515
    assert raised.law_on(date(2026, 1, 1)).criterion(1).whole == 1010


@pytest.mark.parametrize(
    "bands",
    [
        (),
        (FeeBand(D(100), D(0), D(0)),),
        (FeeBand(None, D(0), D(0)), FeeBand(None, D(5), D(5))),
        (FeeBand(D(150), D(0), D(0)), FeeBand(D(150), D(5), D(5)), FeeBand(None, D(9), D(9))),
        (FeeBand(D(150), D(10), D(10)), FeeBand(None, D(5), D(50))),
    ],
)
def test_a_table_of_fees_must_rise_to_the_end(bands: tuple[FeeBand, ...]) -> None:
    with pytest.raises(ScaleBroken):
        LegalParameters().propose(replace(HOME_CARE[-1], bands=bands), by=STEFAN, on=TODAY)
    with pytest.raises(ScaleBroken):
        LegalParameters().propose(replace(SPECIALIST_CARE[-1], bands=bands), by=STEFAN, on=TODAY)


def test_a_receipt_is_excluded_once() -> None:
    twice = replace(EXCLUSIONS[-1], exclusions=EXCLUSIONS[-1].exclusions[:1] * 2)
    with pytest.raises(ReceiptTwice):
        LegalParameters().propose(twice, by=STEFAN, on=TODAY)


@pytest.mark.parametrize("one", INITIAL_SETS, ids=lambda one: f"{one.kind} {one.valid_from}")
def test_every_kind_of_set_comes_back_from_the_log_as_it_was(one: ParameterSet) -> None:
    book = LegalParameters()
    proposal = book.propose(replace(one, source="inne", **CHANGE[one.kind]), by=STEFAN, on=TODAY)
    book.publish(proposal, by=HELENA, on=TODAY)
    mapper = JsonMapper()
    events: list[Any] = list(book.collect_events())
    for event in events:
        kept = mapper.to_stored_event(event)
        again = mapper.restore(
            kept.topic, event.originator_id, event.originator_version, event.timestamp,
            kept.state.decode(),
        )  # fmt: skip
        assert again == event


def test_a_publication_is_a_fact_about_nobody() -> None:
    book = published(RISE)
    events: list[Any] = list(book.collect_events())
    said = [told for event in events for told in disclose(event, book)]
    ((fact, person),) = [(one.fact, one.person) for one in said]
    assert person is None
    assert isinstance(fact, facts.LegalParametersPublished)
    assert (fact.parameters, fact.valid_from) == ("NATIONAL", date(2028, 1, 1))


@given(day=st.dates(date(2018, 10, 1), date(2099, 12, 31)), criteria=st.lists(
    st.tuples(st.dates(date(2018, 10, 1), date(2099, 12, 31)), st.integers(1, 5000)), max_size=8
))  # fmt: skip
def test_every_day_has_exactly_one_national_set_and_it_is_the_latest(
    day: date, criteria: list[tuple[date, int]]
) -> None:
    sets = tuple(
        replace(NATIONAL[-1], valid_from=start, single_criterion=D(amount))
        for start, amount in criteria
    )
    found = law_on(day, sets).national
    begun = [one.valid_from for one in (*NATIONAL, *sets) if one.valid_from <= day]
    assert found.valid_from == max(begun)
