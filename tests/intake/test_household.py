"""Who keeps house together, from which day, and who has left."""

from datetime import date
from uuid import uuid4

import pytest

from services.intake.composition import Stay
from services.intake.household import Household
from services.intake.person_refusals import NobodyInBetween, NotMember
from services.intake.refusals import (
    ChangeBeforeHousehold,
    CorrectionReasonMissing,
    HouseholdIncomplete,
    NothingToCorrect,
)
from services.intake.values import Member, Relation

SINCE = date(2026, 2, 2)
ONE, OTHER = Member(uuid4(), Relation.SELF), Member(uuid4(), Relation.SPOUSE)


def test_a_household_has_at_least_one_member_and_each_once() -> None:
    with pytest.raises(HouseholdIncomplete):
        Household.define((), since=SINCE)
    with pytest.raises(HouseholdIncomplete):
        Household.define((ONE, ONE), since=SINCE)


def test_whoever_left_is_remembered_until_the_next_change() -> None:
    household = Household.define((ONE, OTHER), since=SINCE)
    household.change((ONE,), since=date(2026, 3, 1))
    assert list(household.left) == [OTHER.person_id]
    household.change((ONE, OTHER), since=date(2026, 4, 1))
    assert not household.left


CHILD = Member(uuid4(), Relation.CHILD)
LATER, LAST = date(2026, 3, 1), date(2026, 4, 1)


def family() -> Household:
    """Two from the beginning, a child that came later, one that came and left."""
    household = Household.define((ONE, OTHER), since=SINCE)
    household.add(CHILD, since=LATER)
    household.remove(OTHER.person_id, since=LAST)
    return household


def test_a_wrong_relation_is_corrected_for_the_whole_stay_and_the_original_kept() -> None:
    household = family()
    told = {"relation": Relation.GRANDCHILD, "since": LATER, "reason": "akt urodzenia"}
    household.correct_member(CHILD.person_id, **told)  # type: ignore[arg-type]  # a table of keywords
    right = Member(CHILD.person_id, Relation.GRANDCHILD)
    assert household.members_on(LATER) == (ONE, OTHER, right)
    assert household.members == (ONE, right)
    event = household.pending_events[-1]
    assert isinstance(event, Household.MemberCorrected)
    assert (event.was_relation, event.was_since) == (Relation.CHILD, LATER)
    assert not household.left
    with pytest.raises(NothingToCorrect):
        household.correct_member(CHILD.person_id, **told)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(
    "since", [date(2026, 1, 1), SINCE, date(2026, 2, 20), date(2026, 3, 20), LAST, date(2026, 5, 1)]
)
def test_a_wrong_first_day_is_corrected_and_nobody_else_moves(since: date) -> None:
    household = family()
    before = [stay for stay in household.stays() if stay.member != CHILD]
    household.correct_member(CHILD.person_id, relation=Relation.CHILD, since=since, reason="x")
    after = household.stays()
    assert [stay for stay in after if stay.member != CHILD] == before
    assert [stay for stay in after if stay.member == CHILD] == [Stay(CHILD, since, None)]


def test_a_household_may_have_begun_on_another_day_but_never_is_without_anybody() -> None:
    alone = Household.define((ONE,), since=LATER)
    for since in (SINCE, LAST):
        alone.correct_member(ONE.person_id, relation=Relation.SELF, since=since, reason="meldunek")
        assert (alone.since, alone.members) == (since, (ONE,))
    alone.add(OTHER, since=date(2026, 5, 1))
    alone.remove(ONE.person_id, since=date(2026, 5, 1))
    with pytest.raises(NobodyInBetween):
        alone.correct_member(
            OTHER.person_id, relation=Relation.SPOUSE, since=date(2026, 6, 1), reason="x"
        )


def test_what_is_not_so_is_not_corrected() -> None:
    household = family()
    household.add(OTHER, since=date(2026, 5, 1))
    for person_id, since, reason, refusal in (
        (OTHER.person_id, date(2026, 3, 20), "x", ChangeBeforeHousehold),
        (uuid4(), SINCE, "x", NotMember),
        (ONE.person_id, LATER, " ", CorrectionReasonMissing),
    ):
        with pytest.raises(refusal):
            household.correct_member(
                person_id, relation=Relation.SPOUSE, since=since, reason=reason
            )


def test_a_change_is_not_earlier_than_the_state_it_changes() -> None:
    household = Household.define((ONE,), since=SINCE)
    with pytest.raises(ChangeBeforeHousehold):
        household.change((ONE, OTHER), since=date(2026, 2, 1))
