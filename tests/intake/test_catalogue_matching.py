"""In situation S one may get services U under conditions W in places M, best first ([000])."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.catalogue.content import (
    Condition,
    Conditions,
    Content,
    Group,
    Place,
    Situation,
    Version,
)
from services.intake.catalogue.matching import Match, answer
from services.intake.catalogue.refusals import SituationEmpty
from services.intake.documents import Document, Needed
from services.intake.values import Outcome, Reason

ON = date(2026, 2, 2)
NAMES = UUID("3f2c8a52-5b1e-4c6e-9d43-2f6b8c1d0e4a")

HOMELESS, ADDICTED, POOR, ILL = (
    Reason.HOMELESSNESS,
    Reason.ADDICTION,
    Reason.POVERTY,
    Reason.ILLNESS,
)


def content(title: str = "usługa", **more: Any) -> Content:
    plain = Content(
        title=title,
        description="",
        groups=(),
        problems=(),
        conditions=Conditions(),
        places=(Place("Miejsce"),),
        provider="",
        fee="",
        outcome=Outcome.SOCIAL_WORK,
    )
    return replace(plain, **more)


def entry(
    made: Content, valid_from: date = ON, valid_to: date | None = None
) -> tuple[UUID, Version]:
    return uuid5(NAMES, made.title), Version(1, made, valid_from, valid_to)


def titles(found: list[Match]) -> list[str]:
    return [match.content.title for match in found]


SHELTER = content("schronisko", groups=(Group.HOMELESS,), problems=((HOMELESS,),))
SOBER_SHELTER = content(
    "schronisko z terapią", groups=(Group.HOMELESS,), problems=((HOMELESS, ADDICTED),)
)
THERAPY = content("terapia", problems=((ADDICTED,),))
CARE = content(
    "usługi opiekuńcze",
    groups=(Group.OLDER,),
    problems=((ILL,),),
    conditions=Conditions(min_age=60, alone=True),
)
ADVICE = content("poradnictwo", groups=(Group.ANYONE,))
CATALOGUE = [entry(one) for one in (SHELTER, SOBER_SHELTER, THERAPY, CARE, ADVICE)]


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        (
            Situation(groups=(Group.HOMELESS,), problems=(HOMELESS,)),
            ["schronisko", "poradnictwo"],
        ),
        (
            Situation(groups=(Group.HOMELESS,), problems=(HOMELESS, ADDICTED)),
            ["schronisko z terapią", "schronisko", "terapia", "poradnictwo"],
        ),
        (Situation(problems=(ADDICTED,)), ["terapia", "poradnictwo"]),
        (
            Situation(groups=(Group.HOMELESS,)),
            ["schronisko", "schronisko z terapią", "poradnictwo"],
        ),
        (
            Situation(groups=(Group.OLDER,), problems=(ILL,), age=84, alone=True),
            ["usługi opiekuńcze", "poradnictwo"],
        ),
        (
            Situation(groups=(Group.OLDER,), problems=(ILL,), age=40, alone=True),
            ["poradnictwo", "usługi opiekuńcze"],
        ),
        (Situation(groups=(Group.FOREIGNERS,), problems=(POOR,)), ["poradnictwo"]),
    ],
)
def test_who_is_in_which_situation_may_get_what(situation: Situation, expected: list[str]) -> None:
    assert titles(answer(situation, CATALOGUE, on=ON)) == expected


def test_a_combination_of_problems_is_answered_only_where_all_are_there() -> None:
    found = answer(Situation(problems=(HOMELESS,)), CATALOGUE, on=ON)
    assert "schronisko z terapią" not in titles(found)


def test_an_answer_explains_what_holds_what_does_not_and_what_must_be_asked() -> None:
    conditions = Conditions(
        min_age=60, max_income=Decimal("1010.00"), lives_here=True, other=("zgoda lekarza",)
    )
    strict = content("dom dzienny", groups=(Group.OLDER,), conditions=conditions)
    (match,) = answer(
        Situation(groups=(Group.OLDER,), age=59, income=Decimal("900")), [entry(strict)], on=ON
    )
    assert [one.condition for one in match.met] == [Condition.INCOME]
    assert [(one.condition, one.asked) for one in match.unmet] == [(Condition.MIN_AGE, "60")]
    assert [one.condition for one in match.unknown] == [Condition.LIVES_HERE, Condition.OTHER]
    assert match.groups == (Group.OLDER,)


@pytest.mark.parametrize(
    ("conditions", "situation", "holds"),
    [
        (Conditions(min_age=60), {"age": 60}, True),
        (Conditions(min_age=60), {"age": 59}, False),
        (Conditions(max_age=18), {"age": 18}, True),
        (Conditions(max_age=18), {"age": 19}, False),
        (Conditions(max_income=Decimal("1010.00")), {"income": Decimal("1010.00")}, True),
        (Conditions(max_income=Decimal("1010.00")), {"income": Decimal("1010.01")}, False),
        (Conditions(disability=True), {"disability": True}, True),
        (Conditions(unemployed=True), {"unemployed": False}, False),
        (Conditions(children=True), {}, None),
    ],
)
def test_each_condition_is_held_against_what_is_known(
    conditions: Conditions, situation: dict[str, Any], holds: bool | None
) -> None:
    made = content(groups=(Group.FAMILIES,), conditions=conditions)
    (match,) = answer(Situation(groups=(Group.FAMILIES,), **situation), [entry(made)], on=ON)
    assert [one.holds for one in match.judged] == [holds]


def test_documents_that_the_client_has_along_are_not_missing() -> None:
    made = content(
        problems=((ILL,),),
        documents=(
            Needed(Document.IDENTITY),
            Needed(Document.MEDICAL, (ILL,)),
            Needed(Document.RENT, (POOR,)),
        ),
    )
    situation = Situation(problems=(ILL,), shown=(Document.IDENTITY,))
    (match,) = answer(situation, [entry(made)], on=ON)
    assert match.documents_missing == (Document.MEDICAL,)


def test_a_situation_says_who_or_what() -> None:
    with pytest.raises(SituationEmpty):
        answer(Situation(age=84), CATALOGUE, on=ON)


# --- properties -------------------------------------------------------------

GROUPS = st.lists(st.sampled_from(Group), max_size=3, unique=True).map(tuple)
REASONS = st.lists(st.sampled_from([HOMELESS, ADDICTED, POOR, ILL]), max_size=3, unique=True).map(
    tuple
)
MAYBE = st.none() | st.booleans()
SITUATIONS = st.builds(
    Situation,
    groups=GROUPS,
    problems=REASONS,
    age=st.none() | st.integers(0, 100),
    lives_here=MAYBE,
    disability=MAYBE,
    alone=MAYBE,
).filter(lambda s: s.groups or s.problems)
CONDITIONS = st.builds(
    Conditions,
    min_age=st.none() | st.integers(0, 100),
    lives_here=st.booleans(),
    disability=st.booleans(),
    alone=st.booleans(),
)
CONTENTS = st.builds(
    lambda number, groups, problems, conditions: content(
        f"usługa {number:03}",
        groups=groups,
        problems=tuple(problems),
        conditions=conditions,
    ),
    st.integers(0, 999),
    GROUPS,
    st.lists(REASONS.filter(bool), max_size=2),
    CONDITIONS,
)
DAYS = st.integers(-40, 40).map(lambda days: ON + timedelta(days=days))


@st.composite
def catalogues(draw: st.DrawFn) -> list[tuple[UUID, Version]]:
    contents = draw(st.lists(CONTENTS, max_size=8, unique_by=lambda made: made.title))
    return [entry(made, draw(DAYS), draw(st.none() | DAYS)) for made in contents]


def degraded(conditions: Conditions, situation: Situation) -> Iterator[Conditions]:
    """The same service with one condition more that this person does not meet, or may not."""
    if conditions.min_age is None or (situation.age or 0) >= conditions.min_age:
        yield replace(conditions, min_age=(situation.age or 0) + 1)
    for name in ("lives_here", "disability", "alone"):
        if not getattr(conditions, name) and not getattr(situation, name):
            changed: dict[str, Any] = {name: True}
            yield replace(conditions, **changed)
    yield replace(conditions, other=(*conditions.other, "inny warunek"))


@given(SITUATIONS, catalogues())
def test_an_entry_never_ranks_higher_by_meeting_fewer_conditions(
    situation: Situation, entries: list[tuple[UUID, Version]]
) -> None:
    order = [match.entry_id for match in answer(situation, entries, on=ON)]
    for index, (entry_id, version) in enumerate(entries):
        if entry_id not in order:
            continue
        for worse in degraded(version.content.conditions, situation):
            harder = replace(version, content=replace(version.content, conditions=worse))
            changed = [*entries[:index], (entry_id, harder), *entries[index + 1 :]]
            now = [match.entry_id for match in answer(situation, changed, on=ON)]
            assert now.index(entry_id) >= order.index(entry_id)


@given(SITUATIONS, catalogues(), DAYS)
def test_what_does_not_hold_on_the_day_never_appears(
    situation: Situation, entries: list[tuple[UUID, Version]], on: date
) -> None:
    periods = dict(entries)
    for match in answer(situation, entries, on=on):
        version = periods[match.entry_id]
        assert version.valid_from <= on
        assert version.valid_to is None or on <= version.valid_to


@given(SITUATIONS, catalogues(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_change_the_answer(
    situation: Situation, entries: list[tuple[UUID, Version]], random: Any
) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert answer(situation, shuffled, on=ON) == answer(situation, entries, on=ON)


@given(SITUATIONS, catalogues())
def test_whoever_names_more_problems_loses_no_help_for_those_they_had(
    situation: Situation, entries: list[tuple[UUID, Version]]
) -> None:
    if not situation.problems:
        return
    before = {match.entry_id for match in answer(situation, entries, on=ON)}
    more = replace(situation, problems=(*situation.problems, Reason.DISASTER))
    after = {match.entry_id for match in answer(more, entries, on=ON)}
    assert before <= after
