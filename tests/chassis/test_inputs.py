"""A date that nobody can mean is refused before any rule counts days from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from osnowa_contracts.values import Month
from pydantic import TypeAdapter, ValidationError

from chassis.inputs import Input, PlausibleDay, Position


@dataclass(frozen=True)
class Span:
    first: date
    last: date | None = None


class Wanted(Input):
    on: date | None = None
    spans: tuple[Span, ...] = ()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2200-01-01", "1879-12-31"])
def test_a_date_of_another_century_is_refused_wherever_it_stands(day: str) -> None:
    for given in ({"on": day}, {"spans": [{"first": day}]}):
        with pytest.raises(ValidationError, match="1880"):
            Wanted.model_validate(given)


def test_dates_of_living_people_and_their_benefits_pass() -> None:
    wanted = Wanted.model_validate({"on": "1880-01-01", "spans": [{"first": "2199-12-31"}]})
    assert wanted.on == date(1880, 1, 1)


def test_a_month_that_calendars_cannot_count_from_is_refused() -> None:
    months = TypeAdapter(Month)
    for month in ("0000-01", "9999-12"):
        with pytest.raises(ValidationError, match="1880"):
            months.validate_python(month)
    assert months.validate_python("2026-02") == "2026-02"


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_date_in_an_address_is_refused_like_one_in_a_command(day: str) -> None:
    with pytest.raises(ValidationError, match="1880"):
        TypeAdapter(PlausibleDay).validate_python(day)


def test_a_position_fits_the_column_that_it_is_looked_for_in() -> None:
    for wrong in (-1, 2**63):
        with pytest.raises(ValidationError):
            TypeAdapter(Position).validate_python(wrong)
