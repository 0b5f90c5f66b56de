"""Finding out whether a person is known already, and why we think so."""

from datetime import date

import pytest

from services.intake.identity import (
    SUSPICIOUS,
    Description,
    Match,
    address_fits,
    keyed_hash,
    misread,
    normalised,
    normalised_address,
    normalised_phone,
    once_misread,
    reasons,
    similar,
    street_and_number,
)
from services.intake.values import Address, IdType

BORN = date(2184, 11, 12)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Łęcka-Żółć", "lecka zolc"),
        ("  ŚWIĄTEK   Anna ", "swiatek anna"),
        ("Gżegżółka", "gzegzolka"),
        ("Ćma Ńemen Ąbc", "cma nemen abc"),
        ("O'Neill", "o neill"),
    ],
)
def test_names_are_compared_without_polish_signs_case_and_hyphens(text: str, key: str) -> None:
    assert normalised(text) == key


def test_one_phone_number_is_written_in_many_ways() -> None:
    ways = ["+48 600 100 200", "600-100-200", "(48) 600100200", "600100200"]
    assert {normalised_phone(way) for way in ways} == {"600100200"}


def test_one_address_is_written_in_many_ways() -> None:
    one = Address("ul. Łąkowa 4 m. 7", "50-001", "Wrocław")
    other = Address("Lakowa 4/7", "50-001", "WROCLAW")
    assert normalised_address(one) == normalised_address(other)


def test_a_letter_too_many_or_swapped_words_are_still_similar() -> None:
    assert similar("jan kowalski", "kowalski jan")
    assert similar("jan kowalski", "jan kowalsky")
    assert similar("jan maria kowalski", "jan mariia kowalski")


def test_other_people_are_not_similar() -> None:
    assert not similar("jan kowalski", "anna nowak")
    assert not similar("jan kowalski", "adam kowalczyk")


def test_a_hash_says_nothing_without_its_key() -> None:
    one = keyed_hash(b"key one", IdType.PESEL, "84511200016")
    assert one == keyed_hash(b"key one", IdType.PESEL, "845112 00016")
    assert one != keyed_hash(b"key two", IdType.PESEL, "84511200016")
    assert "84511200016" not in one


def test_a_passport_and_a_pesel_with_the_same_number_are_not_the_same() -> None:
    assert keyed_hash(b"k", IdType.PASSPORT, "AB1") != keyed_hash(b"k", IdType.ID_CARD, "AB1")


KNOWN = Description("jan wzorcowy", BORN, "hash", "600100200", "lipowa 1 50 001 wroclaw")


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Description("anna nowak", identifier="hash"), Match.SAME_IDENTIFIER),
        (Description("jan wzorcowi", BORN), Match.SAME_BIRTH_DATE_SIMILAR_NAME),
        (Description("anna nowak", phone="600100200"), Match.SAME_PHONE),
        (
            Description("jan wzorcowi", address="lipowa 1 50 001 wroclaw"),
            Match.SAME_ADDRESS_SIMILAR_NAME,
        ),
        (Description("jan wzorcowy"), Match.SIMILAR_NAME),
    ],
)
def test_each_reason_stands_by_itself(wanted: Description, why: Match) -> None:
    assert why in reasons(wanted, KNOWN)


HOME = "lakowa 4 7 50 001 wroclaw"


@pytest.mark.parametrize(
    "typed",
    ["lakowa", "lakow", "lakowa 4", "lakwoa 4 7", "lokowa 4 7 wroclaw", "lakowa 50 001 wroclaw"],
)
def test_an_address_fits_with_a_typing_error_and_with_parts_left_out(typed: str) -> None:
    assert address_fits(typed, HOME)


@pytest.mark.parametrize(
    "typed",
    ["", "4 7", "lipowa 4 7", "lakowa 7 4", "lakowa 47", "lakowa 50", "lakowa 4 7 krakow",
     "lakowa 4 7 50 002"],
)  # fmt: skip
def test_another_street_number_town_or_postal_code_is_another_address(typed: str) -> None:
    assert not address_fits(typed, HOME)


def test_others_at_an_address_are_looked_up_by_street_and_last_number() -> None:
    assert street_and_number("lokowa 4 7 50 001 wroclaw") == ("lokowa", "7")
    assert street_and_number("3 maja 5 wroclaw") == ("maja wroclaw", "5")
    assert street_and_number("lakowa") == ("lakowa", "")
    assert street_and_number("") == ("", "")


def test_a_date_that_one_may_misread_is_listed_and_no_other() -> None:
    listed = set(once_misread(BORN))
    assert date(2184, 12, 11) in listed
    assert date(2194, 11, 12) in listed
    assert BORN not in listed
    assert all(misread(BORN, day) for day in listed)
    assert date(984, 12, 11) in set(once_misread(date(984, 11, 12)))


def test_the_same_birth_date_alone_is_no_reason() -> None:
    assert reasons(Description("anna nowak", BORN), KNOWN) == ()


def test_the_same_address_alone_is_no_reason_because_families_share_it() -> None:
    assert reasons(Description("ewa wzorcowa", address=KNOWN.address), KNOWN) == ()


def test_what_is_unknown_on_both_sides_is_not_the_same() -> None:
    assert reasons(Description("anna"), Description("zenon")) == ()


def test_a_similar_name_alone_does_not_hold_up_a_registration() -> None:
    assert Match.SIMILAR_NAME not in SUSPICIOUS
