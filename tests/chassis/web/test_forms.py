"""A sent form becomes a model, or comes back with what to correct and what was entered."""

import string
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, get_args

import pytest
from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ErrorType
from starlette.datastructures import FormData

from chassis.refusal import NotFound, RoleMissing
from chassis.web import FormErrors, parse_form
from chassis.web.language import Speech
from chassis.web.messages import AT_LEAST_ONE, MESSAGES, OTHERWISE, message
from chassis.web.texts import ENGLISH

POLISH, IN_ENGLISH = Speech("pl", ENGLISH), Speech("en", ENGLISH)


class Way(StrEnum):
    DESK = "desk"
    PHONE = "phone"


def _even(value: int) -> int:
    if value % 2:
        raise ValueError("Wpisz liczbę parzystą.")
    return value


def _known(value: str) -> str:
    if value != "znak":
        raise PydanticCustomError("mark_unknown", "Nie znamy takiego znaku.")
    return value


class Letter(BaseModel):
    title: str = Field(title="Tytuł", min_length=3, max_length=20)
    filed_on: date = Field(title="Data wpływu")
    amount: Decimal | None = Field(default=None, title="Kwota", decimal_places=2)
    pages: Annotated[int, AfterValidator(_even)] = Field(default=2, title="Strony")
    way: Way = Field(default=Way.DESK, title="Droga")
    marks: list[str] = Field(default=[], title="Znaki")
    mark: Annotated[str, AfterValidator(_known)] = Field(default="znak", title="Znak")


GOOD = {
    "title": " Pismo ",
    "filed_on-day": "3",
    "filed_on-month": "7",
    "filed_on-year": "2026",
}


def sent(**fields: str) -> FormData:
    return FormData({**GOOD, **fields})


def test_a_complete_form_becomes_its_model() -> None:
    letter = parse_form(Letter, sent(amount="1 234,50", pages="4", way="phone"), POLISH)
    assert letter == Letter(
        title="Pismo", filed_on=date(2026, 7, 3), amount=Decimal("1234.50"), pages=4, way=Way.PHONE
    )


def test_empty_fields_count_as_not_sent() -> None:
    letter = parse_form(Letter, sent(amount="", pages="", way=""), POLISH)
    assert isinstance(letter, Letter)
    assert letter.amount is None


def test_every_ticked_box_is_taken() -> None:
    form = FormData([*GOOD.items(), ("marks", "a"), ("marks", "b")])
    letter = parse_form(Letter, form, POLISH)
    assert isinstance(letter, Letter)
    assert letter.marks == ["a", "b"]


def test_every_wrong_field_is_named_with_what_to_do_and_keeps_what_was_entered() -> None:
    form = FormData({"title": "ab", "filed_on-day": "31", "filed_on-month": "2",
                     "filed_on-year": "2026", "amount": "dużo", "way": "osłem"})  # fmt: skip
    wrong = parse_form(Letter, form, POLISH)
    assert isinstance(wrong, FormErrors)
    assert wrong.summary == [
        {"text": "W polu „Tytuł” wpisz dłuższy tekst; najmniej znaków: 3.", "href": "#title"},
        {
            "text": "W polu „Data wpływu” wpisz prawdziwą datę, na przykład 27 3 2026.",
            "href": "#filed_on-day",
        },
        {
            "text": "W polu „Kwota” wpisz liczbę albo kwotę, na przykład 1234,50.",
            "href": "#amount",
        },
        {"text": "W polu „Droga” wybierz jedną z podanych możliwości.", "href": "#way"},
    ]
    assert wrong.value("filed_on-day") == "31"
    assert wrong.value("amount") == "dużo"
    said = {
        "text": "W polu „Tytuł” wpisz dłuższy tekst; najmniej znaków: 3.",
        "visuallyHiddenText": "Błąd",
    }
    assert wrong.message("title") == said
    assert wrong.message("pages") is None


def test_a_form_that_lacks_a_date_asks_for_it() -> None:
    wrong = parse_form(Letter, FormData({"title": "Pismo"}), POLISH)
    assert isinstance(wrong, FormErrors)
    assert wrong.summary == [{"text": "Uzupełnij pole „Data wpływu”.", "href": "#filed_on-day"}]


def test_where_nothing_is_ticked_it_says_to_tick_something() -> None:
    error = {"type": "too_short", "ctx": {"min_length": 1}}
    said = message(error, "Powody", POLISH)
    assert said == "W polu „Powody” zaznacz albo dodaj co najmniej jedną pozycję."
    error = {"type": "too_short", "ctx": {"min_length": 2}}
    assert message(error, "Powody", POLISH).endswith("najmniej pozycji: 2.")


def test_a_rules_own_sentence_is_shown_as_it_is() -> None:
    wrong = parse_form(Letter, sent(pages="3", mark="inny"), POLISH)
    assert isinstance(wrong, FormErrors)
    said = [error["text"] for error in wrong.summary]
    assert said == ["Wpisz liczbę parzystą.", "Nie znamy takiego znaku."]


def test_messages_are_told_in_english_too() -> None:
    wrong = parse_form(Letter, FormData({"title": "ab"}), IN_ENGLISH)
    assert isinstance(wrong, FormErrors)
    assert wrong.summary[0]["text"] == "“Tytuł” must have at least 3 characters."


def test_a_refusal_of_a_rule_brings_the_form_back_as_it_was() -> None:
    wrong = FormErrors.of(NotFound("12"), sent(), POLISH)
    assert wrong.summary[0]["href"] == "#main-content"
    assert wrong.value("title") == " Pismo "


@pytest.mark.parametrize("polish", [*MESSAGES.values(), AT_LEAST_ONE, OTHERWISE])
def test_every_message_has_an_english_twin_with_the_same_values(polish: str) -> None:
    def values(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert values(ENGLISH[polish]) == values(polish)


def test_messages_are_of_kinds_that_pydantic_has() -> None:
    assert set(MESSAGES) <= set(get_args(ErrorType))
    assert len(MESSAGES) >= 30


def test_a_form_is_no_answer_to_whoever_may_not_send_it() -> None:
    with pytest.raises(RoleMissing):
        FormErrors.of(RoleMissing("write", "clerk", ("head",)), sent(), POLISH)
