"""Two entries that turn out to be one person, what speaks against it, and how it is undone."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from services.intake.person import Person
from services.intake.person_refusals import (
    DifferentPesels,
    MergeReasonMissing,
    MotherAndChild,
    NotMerged,
    PersonAbsorbed,
    SamePerson,
)
from services.intake.values import Correction, IdType, PersonData, Sex

WHY = "dowód osobisty"


def person(pesel: bool = False, mother: UUID | None = None) -> Person:
    data = PersonData(
        "Jan", "Wzorcowy", date(1984, 11, 12), Sex.MALE, "0264011", mother_id=mother
    )  # fmt: skip
    kind = IdType.PESEL if pesel else IdType.NONE
    ref = uuid4() if pesel else None
    return Person.register(uuid4(), data, id_type=kind, id_ref=ref, no_id_reason="brak")


def test_a_merge_is_an_event_of_both_entries_with_one_id() -> None:
    one, other = person(pesel=True), person()
    one.absorb(other, reason=WHY)
    (_, merged), (_, absorbed) = one.pending_events, other.pending_events
    assert isinstance(merged, Person.PersonsMerged)
    assert isinstance(absorbed, Person.PersonAbsorbed)
    assert merged.merge_id == absorbed.merge_id
    assert (one.absorbed, other.survivor_id) == ((other.id,), one.id)


def test_two_valid_pesels_are_two_persons_until_one_is_marked_as_wrong() -> None:
    one, other = person(pesel=True), person(pesel=True)
    with pytest.raises(DifferentPesels):
        one.absorb(other, reason=WHY)
    other.withdraw_identifier(reason="numer brata")
    one.absorb(other, reason=WHY)
    assert one.absorbed == (other.id,)


def test_nobody_is_merged_with_themselves_nor_without_a_ground() -> None:
    one = person()
    with pytest.raises(SamePerson):
        one.absorb(one, reason=WHY)
    with pytest.raises(MergeReasonMissing):
        one.absorb(person(), reason=" ")


def test_a_mother_is_not_her_child() -> None:
    mother = person()
    child = person(mother=mother.id)
    for one, other in ((mother, child), (child, mother)):
        with pytest.raises(MotherAndChild):
            one.absorb(other, reason=WHY)


def test_what_was_absorbed_takes_nothing_new() -> None:
    one, other = person(), person()
    one.absorb(other, reason=WHY)
    with pytest.raises(PersonAbsorbed):
        other.correct(Correction(family_name="Inny"), reason=WHY)
    with pytest.raises(PersonAbsorbed):
        other.withdraw_identifier(reason=WHY)
    with pytest.raises(PersonAbsorbed):
        person().absorb(other, reason=WHY)


def test_a_merge_is_undone_once_and_both_are_what_they_were() -> None:
    one, other = person(), person()
    before = (one.data, one.id_type, other.data, other.id_type)
    one.absorb(other, reason=WHY)
    one.set_apart(other, reason="bliźnięta")
    assert (one.data, one.id_type, other.data, other.id_type) == before
    assert (one.absorbed, other.survivor_id) == ((), None)
    with pytest.raises(NotMerged):
        one.set_apart(other, reason="bliźnięta")


def test_a_second_merge_of_the_same_two_has_an_id_of_its_own() -> None:
    one, other = person(), person()
    ids = []
    for _ in range(2):
        one.absorb(other, reason=WHY)
        ids.append(other.merge_id)
        one.set_apart(other, reason="bliźnięta")
    assert len(set(ids)) == 2


def test_whoever_absorbed_may_be_absorbed_and_the_first_merge_still_be_undone() -> None:
    one, other, third = person(), person(), person()
    one.absorb(other, reason=WHY)
    third.absorb(one, reason=WHY)
    one.set_apart(other, reason="bliźnięta")
    assert other.survivor_id is None
    assert one.survivor_id == third.id
