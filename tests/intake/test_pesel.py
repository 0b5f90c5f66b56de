"""The numbers of `domain.md` B: which are PESEL numbers, and what a slip away from one means."""

import pytest

from services.intake.pesel import Pesel, one_slip_away
from services.intake.refusals import PeselInvalid

VALID = (
    "440514 01359", "020708 03628", "420315 12347", "550720 23455", "851111 34567",
    "900408 45671", "84511200016", "90481500029", "42431500030",
)  # fmt: skip
"""The first six may belong to somebody: they stand here as strings to be checked, and nowhere else
as a person's number."""


@pytest.mark.parametrize("number", VALID)
def test_a_pesel_of_the_field_is_valid(number: str) -> None:
    assert Pesel.parse(number).digits == number.replace(" ", "")


def test_a_wrong_check_digit_is_refused() -> None:
    with pytest.raises(PeselInvalid):
        Pesel.parse("440514 01358")


def test_a_misread_digit_is_one_slip_away() -> None:
    assert "84511200016" in one_slip_away("84511300016")
    assert "84511200016" in one_slip_away("84511200017")
    assert "84511200016" in one_slip_away("84511200116")


def test_two_neighbours_exchanged_are_one_slip_away() -> None:
    assert "84511200016" in one_slip_away("84152100016") or "84511200016" in one_slip_away(
        "48511200016"
    )
    assert "84511200016" in one_slip_away("84511020016")


def test_a_valid_number_whose_owner_was_misread_is_near_whatever_its_check_digit() -> None:
    assert all(Pesel.parse(near) for near in one_slip_away("84511200016"))
    assert "84511200016" not in one_slip_away("84511200016")


@pytest.mark.parametrize("text", ["", "8451120001", "845112000166", "8451120001X", "٨٤٥١١٢٠٠٠١٦"])
def test_what_is_no_number_of_eleven_digits_is_near_to_nothing(text: str) -> None:
    assert one_slip_away(text) == frozenset()


def test_two_slips_are_too_many() -> None:
    assert "84511200016" not in one_slip_away("84522200016")
