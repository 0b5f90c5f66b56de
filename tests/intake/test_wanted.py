"""One line, as it is typed, tells names, numbers, dates and addresses apart."""

from datetime import date

import pytest

from services.intake.wanted import Wanted, read


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Wzorcowy Jan", Wanted(name="Wzorcowy Jan")),
        ("wzor", Wanted(name="wzor")),
        ("w", Wanted()),
        ("84511200016", Wanted(pesel="84511200016")),
        ("845112-00016", Wanted(pesel="845112-00016")),
        ("wzorcowy 12.11.2184", Wanted(name="wzorcowy", birth_date=date(2184, 11, 12))),
        ("2184-11-12", Wanted(birth_date=date(2184, 11, 12))),
        ("12 11 2184", Wanted(birth_date=date(2184, 11, 12))),
        ("31.02.2184", Wanted()),
        ("600 100 200", Wanted(phone="600 100 200")),
        ("+48 600-100-200 jan", Wanted(name="jan", phone="+48 600-100-200")),
        ("ul. Łąkowa 4/7", Wanted(address="Łąkowa 4/7")),
        ("Łąkowa 4", Wanted(address="Łąkowa 4")),
        ("wzorcowy ul. Łąkowa 4", Wanted(name="wzorcowy", address="Łąkowa 4")),
        ("ABC123456", Wanted(document="ABC123456")),
        ("", Wanted()),
    ],
)
def test_each_part_is_told_by_how_it_looks(line: str, wanted: Wanted) -> None:
    assert read(line) == wanted


def test_whoever_has_typed_nothing_yet_looks_for_nobody() -> None:
    assert read(" ").nothing
    assert not read("wz").nothing
