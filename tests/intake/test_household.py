"""Who keeps house together, from which day, and who has left."""

from datetime import date
from uuid import uuid4

import pytest

from services.intake.household import Household
from services.intake.refusals import ChangeBeforeHousehold, HouseholdIncomplete
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


def test_a_change_is_not_earlier_than_the_state_it_changes() -> None:
    household = Household.define((ONE,), since=SINCE)
    with pytest.raises(ChangeBeforeHousehold):
        household.change((ONE, OTHER), since=date(2026, 2, 1))
