"""One line, as it is typed, tells names, numbers, dates and addresses apart."""

from datetime import date

import pytest

from services.intake.wanted import Wanted, read

IN_84 = frozenset({date(1984, 11, 12), date(2084, 11, 12), date(2184, 11, 12)})


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
        ("kowalska 1984", Wanted(name="kowalska", birth_year=1984)),
        ("1984 r. kowalska", Wanted(name="kowalska", birth_year=1984)),
        ("1984", Wanted()),
        ("kowalska 12.11.1984 r.", Wanted(name="kowalska", birth_date=date(1984, 11, 12))),
        ("12.11.84", Wanted(or_born=IN_84)),
        ("kowalska 12/11/84 r.", Wanted(name="kowalska", or_born=IN_84)),
        ("29.02.00", Wanted(or_born=frozenset({date(2000, 2, 29)}))),
        ("31.02.84", Wanted()),
        ("lakwoa 4 7", Wanted(address="lakwoa 4 7")),
        ("lokowa 4 7 wroclaw", Wanted(address="lokowa 4 7 wroclaw")),
        ("Łąkowa 4 m. 7, 50-001 Wrocław", Wanted(address="Łąkowa 4 m. 7, 50-001 Wrocław")),
        ("wzorcowy lakowa 4a/7", Wanted(name="wzorcowy", address="lakowa 4a/7")),
        ("ul. Łąkowa", Wanted(address="Łąkowa")),
        ("ul. Długa 1984", Wanted(address="Długa 1984")),
        ("ABC123456", Wanted(document="ABC123456")),
        ("", Wanted()),
    ],
)
def test_each_part_is_told_by_how_it_looks(line: str, wanted: Wanted) -> None:
    assert read(line) == wanted


def test_whoever_has_typed_nothing_yet_looks_for_nobody() -> None:
    assert read(" ").nothing
    assert not read("wz").nothing
