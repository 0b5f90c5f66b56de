"""A form drawn from its model: a component a field, rows for lists, nothing typed lost."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, Field
from starlette.datastructures import FormData

from chassis.web import Drawing, FormErrors, defaults, parse_form
from chassis.web.forms import entered, filled, without_empty_rows
from chassis.web.language import Speech
from chassis.web.texts import ENGLISH

POLISH, IN_ENGLISH = Speech("pl", ENGLISH), Speech("en", {**ENGLISH, "Kwota": "Amount"})
Amount = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
Hours = Annotated[
    Decimal,
    Field(
        max_digits=12,
        decimal_places=2,
        json_schema_extra={"pattern": r"^[0-9]{1,10}(\.[0-9]{1,2})?$"},
    ),
]


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Line(BaseModel):
    """A row."""

    what: str = Field(title="Co")
    amount: Amount = Field(default=Decimal("0.00"), title="Kwota")
    pieces: int = Field(default=1, title="Sztuki")
    new: bool = Field(default=True, title="Nowe")


class Order(BaseModel):
    """A form with a field of each kind."""

    kind: Literal["ORDER"]
    on: date = Field(title="Dzień")
    total: Amount | None = Field(default=None, title="Kwota")
    share: Decimal = Field(default=Decimal("0.5"), max_digits=5, title="Część")
    month: str = Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", title="Miesiąc")
    colour: Colour = Field(default=Colour.RED, title="Kolor")
    sure: bool | None = Field(default=None, title="Na pewno")
    urgent: bool = Field(default=False, title="Pilne")
    marks: tuple[Colour, ...] = Field(default=(), title="Znaki")
    lines: tuple[Line, ...] = Field(min_length=1, title="Wiersze")


GOOD = {
    "kind": "ORDER", "on-day": "3", "on-month": "7", "on-year": "2026", "month": "2026-07",
    "lines.0.what": "cegły", "lines.0.amount": "1 200,50", "lines.0.pieces": "3",
}  # fmt: skip


def test_every_type_has_its_component() -> None:
    _, fields = Drawing(POLISH, {"colour": [("red", "czerwony")]}).of(Order, FormErrors())
    assert [(field.name, field.kind, field.optional) for field in fields] == [
        ("kind", "hidden", False),
        ("on", "date", False),
        ("total", "money", True),
        ("share", "number", False),
        ("month", "month", False),
        ("colour", "choice", False),
        ("sure", "choice", True),
        ("urgent", "flag", False),
        ("marks", "many", False),
        ("lines", "rows", False),
    ]
    assert dict(fields[6].options) == {"true": "tak", "false": "nie"}


def test_a_form_begins_with_what_is_usual() -> None:
    assert defaults(Order) == {"share": ["0,5"], "colour": ["red"]}
    form, fields = Drawing(POLISH).of(Order, FormErrors())
    (row,) = fields[-1].rows
    assert [field.name for field in row] == [
        "lines.0.what", "lines.0.amount", "lines.0.pieces", "lines.0.new"
    ]  # fmt: skip
    assert form.value("lines.0.pieces") == "1"
    assert form.value("lines.0.new") == "true"
    assert form.value("lines.0.amount") == ""


def test_rows_become_a_list_of_models() -> None:
    found = parse_form(Order, FormData(GOOD), POLISH)
    assert isinstance(found, Order)
    assert found.lines == (Line(what="cegły", amount=Decimal("1200.50"), pieces=3, new=False),)


def test_a_row_in_which_only_the_usual_stands_was_not_filled_in() -> None:
    more = {**GOOD, "lines.1.what": "", "lines.1.pieces": "1", "lines.1.new": "true"}
    later = {**more, "lines.7.what": "piasek", "lines.7.pieces": "2"}
    found = parse_form(Order, FormData(later), POLISH)
    assert isinstance(found, Order)
    assert [line.what for line in found.lines] == ["cegły", "piasek"]
    kept = entered(without_empty_rows(Order, FormData(later)))
    assert kept["lines.1.what"] == ["piasek"]


def test_a_wrong_row_is_named_with_its_number_and_keeps_what_was_typed() -> None:
    wrong = parse_form(
        Order, FormData({**GOOD, "lines.1.what": "piasek", "lines.1.amount": "dużo"}), IN_ENGLISH
    )
    assert isinstance(wrong, FormErrors)
    (error,) = wrong.errors
    assert error.field == "lines.1.amount"
    assert "Amount, 2" in error.message
    assert wrong.value("lines.1.amount") == "dużo"
    assert wrong.summary[0]["href"] == "#lines.1.amount"


def test_one_more_row_comes_after_those_that_were_filled_in() -> None:
    form = FormErrors(values=entered(FormData(GOOD)))
    drawn, fields = Drawing(POLISH, one_more="lines").of(Order, form)
    assert len(fields[-1].rows) == 2
    assert drawn.value("lines.0.what") == "cegły"
    assert drawn.value("lines.1.pieces") == "1"
    assert "lines.1.pieces" not in form.values


def test_a_list_that_needs_a_row_says_so() -> None:
    empty = {name: value for name, value in GOOD.items() if not name.startswith("lines")}
    wrong = parse_form(Order, FormData(empty), POLISH)
    assert isinstance(wrong, FormErrors)
    assert [error.field for error in wrong.errors] == ["lines"]


class Place(BaseModel):
    """A model in the model."""

    street: str = Field(title="Ulica")
    flat: int = Field(default=1, title="Lokal")
    lift: bool = Field(default=False, title="Winda")


class Visit(BaseModel):
    note: str = Field(default="", max_length=4000, title="Notatka")
    sure: bool = Field(title="Na pewno")
    cost: Amount | None = Field(default=None, title="Koszt")
    place: Place | None = Field(default=None, title="Miejsce")
    days: tuple[date, ...] = Field(default=(), title="Dni")


def test_a_model_in_the_model_is_a_group_with_fields_of_its_own() -> None:
    drawing = Drawing(
        POLISH, {"days": []}, hints={"note": "Krótko"}, needed={"note"}, left_out={"cost"}
    )
    _, fields = drawing.of(Visit, FormErrors())
    assert [(one.name, one.kind, one.optional, one.hint) for one in fields] == [
        ("note", "long", False, "Krótko"),
        ("sure", "choice", False, ""),
        ("place", "group", True, ""),
    ]
    assert [one.name for one in fields[2].fields] == ["place.street", "place.flat", "place.lift"]


def test_a_hint_stands_at_its_own_field_only() -> None:
    drawing = Drawing(POLISH, hints={"amount": "Za wszystko"})
    _, fields = drawing.of(Order, FormErrors())
    assert [one.hint for one in fields[-1].rows[0]] == [""] * 4


class Care(BaseModel):
    daily: Hours = Field(title="Godzin dziennie")
    weekly: Annotated[Hours, Field(gt=0)] | None = Field(default=None, title="Godzin w tygodniu")


def test_a_number_that_may_have_fewer_than_two_places_is_no_money() -> None:
    _, fields = Drawing(POLISH).of(Care, FormErrors())
    assert [one.kind for one in fields] == ["number", "number"]


def test_a_group_begins_with_what_is_usual_too() -> None:
    assert defaults(Visit) == {"place.flat": ["1"]}


def test_a_group_in_which_only_the_usual_is_written_counts_as_not_sent() -> None:
    sent = {"sure": "true", "cost": "1 200,50", "place.flat": "1", "place.street": ""}
    found = parse_form(Visit, FormData(sent), POLISH)
    assert isinstance(found, Visit)
    assert (found.place, found.cost) == (None, Decimal("1200.50"))


def test_a_group_that_somebody_began_is_asked_for_whole() -> None:
    found = parse_form(Visit, FormData({"sure": "true", "place.lift": "true"}), POLISH)
    assert isinstance(found, FormErrors)
    assert found.message("place.street") == {
        "text": "Uzupełnij pole „Ulica”.", "visuallyHiddenText": "Błąd",
    }  # fmt: skip


def test_values_stand_in_the_form_as_they_came_from_it() -> None:
    visit = Visit(note="Co nowego", sure=True, cost=Decimal("3.50"), place=Place(street="Prosta"))
    values = filled({**vars(visit), "on": date(2026, 7, 3)})
    assert values["cost"] == ["3,50"]
    assert values["place.street"] == ["Prosta"]
    assert (values["on-day"], values["on-month"], values["on-year"]) == (["3"], ["7"], ["2026"])
    again = parse_form(Visit, FormData([(k, v) for k, vs in values.items() for v in vs]), POLISH)
    assert again == visit
