"""What to do about a field that does not hold, for each way in which pydantic finds it wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic_core.core_schema import ErrorType

from chassis.web.language import Speech

MESSAGES: dict[str, str] = {
    "missing": "Uzupełnij pole „{label}”.",
    "string_type": "W polu „{label}” wpisz tekst.",
    "string_too_short": "W polu „{label}” wpisz dłuższy tekst; najmniej znaków: {min_length}.",
    "string_too_long": "W polu „{label}” skróć tekst; najwięcej znaków: {max_length}.",
    "string_pattern_mismatch": "Wpisz „{label}” w takiej postaci, jak w podpowiedzi.",
    "string_unicode": "W polu „{label}” są znaki, których nie da się zapisać. Wpisz je ponownie.",
    "int_type": "W polu „{label}” wpisz liczbę całkowitą.",
    "int_parsing": "W polu „{label}” wpisz liczbę całkowitą, na przykład 3.",
    "int_from_float": "W polu „{label}” wpisz liczbę bez części ułamkowej.",
    "int_parsing_size": "Liczba w polu „{label}” jest za duża. Wpisz mniejszą.",
    "float_type": "W polu „{label}” wpisz liczbę.",
    "float_parsing": "W polu „{label}” wpisz liczbę, na przykład 2,5.",
    "finite_number": "W polu „{label}” wpisz zwykłą liczbę.",
    "decimal_type": "W polu „{label}” wpisz kwotę albo liczbę.",
    "decimal_parsing": "W polu „{label}” wpisz liczbę albo kwotę, na przykład 1234,50.",
    "decimal_max_digits": "Liczba w polu „{label}” może mieć najwyżej {max_digits} cyfr.",
    "decimal_max_places": "W polu „{label}” podaj najwyżej {decimal_places} cyfry po przecinku.",
    "decimal_whole_digits": "W polu „{label}” podaj najwyżej {whole_digits} cyfr całości.",
    "greater_than": "W polu „{label}” wpisz wartość większą niż {gt}.",
    "greater_than_equal": "W polu „{label}” wpisz wartość nie mniejszą niż {ge}.",
    "less_than": "W polu „{label}” wpisz wartość mniejszą niż {lt}.",
    "less_than_equal": "W polu „{label}” wpisz wartość nie większą niż {le}.",
    "multiple_of": "W polu „{label}” wpisz wielokrotność {multiple_of}.",
    "bool_type": "W polu „{label}” wybierz tak albo nie.",
    "bool_parsing": "W polu „{label}” wybierz tak albo nie.",
    "date_type": "W polu „{label}” wpisz datę.",
    "date_parsing": "W polu „{label}” wpisz prawdziwą datę, na przykład 27 3 2026.",
    "date_from_datetime_parsing": "W polu „{label}” wpisz prawdziwą datę, na przykład 27 3 2026.",
    "date_from_datetime_inexact": "W polu „{label}” wpisz samą datę, bez godziny.",
    "date_past": "W polu „{label}” wpisz datę z przeszłości.",
    "date_future": "W polu „{label}” wpisz datę z przyszłości.",
    "datetime_type": "W polu „{label}” wpisz datę i godzinę.",
    "datetime_parsing": "W polu „{label}” wpisz datę i godzinę, na przykład 2026-03-27 14:05.",
    "datetime_from_date_parsing": "W polu „{label}” wpisz datę i godzinę.",
    "timezone_aware": "W polu „{label}” podaj godzinę ze strefą czasową.",
    "time_parsing": "W polu „{label}” wpisz godzinę, na przykład 14:05.",
    "time_delta_parsing": "W polu „{label}” wpisz czas trwania, na przykład 1:30.",
    "uuid_type": "Wartość „{label}” nie jest identyfikatorem. Wróć i wybierz pozycję z listy.",
    "uuid_parsing": "Wartość „{label}” nie jest identyfikatorem. Wróć i wybierz pozycję z listy.",
    "enum": "W polu „{label}” wybierz jedną z podanych możliwości.",
    "literal_error": "W polu „{label}” wybierz jedną z podanych możliwości.",
    "list_type": "W polu „{label}” podaj listę wartości.",
    "too_short": "W polu „{label}” dodaj, czego brakuje; najmniej pozycji: {min_length}.",
    "too_long": "W polu „{label}” usuń, czego jest za dużo; najwięcej pozycji: {max_length}.",
    "extra_forbidden": "Usuń pole „{label}”, którego tu nie ma.",
    "json_invalid": "Treść nie jest poprawnym dokumentem JSON. Popraw ją i wyślij ponownie.",
    "model_attributes_type": "W polu „{label}” podaj obiekt JSON.",
    "dict_type": "W polu „{label}” podaj obiekt JSON.",
}
"""By pydantic's type of error; `{label}` is the field's title."""

AT_LEAST_ONE = "W polu „{label}” zaznacz albo dodaj co najmniej jedną pozycję."
OTHERWISE = "Popraw pole „{label}”."


@dataclass(frozen=True)
class FieldError:
    """One field, what to do about it, and a stable name of what is wrong."""

    field: str
    message: str
    code: str

    def as_json(self) -> dict[str, str]:
        return {"field": self.field, "message": self.message, "code": self.code}


def field_errors(
    errors: Iterable[Mapping[str, Any]],
    speech: Speech,
    labels: Mapping[str, str] | None = None,
) -> Iterator[FieldError]:
    """pydantic's errors as sentences, without the values that were entered.

    A list lacks nothing while a row of it is to be corrected: pydantic counts right rows only.
    """
    found = list(errors)
    wrong = {tuple(error["loc"][:end]) for error in found for end in range(1, len(error["loc"]))}
    for error in found:
        if error["type"] == "too_short" and tuple(error["loc"]) in wrong:
            continue
        name = ".".join(str(part) for part in error["loc"] if part not in _PLACES) or "body"
        label = speech.text((labels or {}).get(name, name))
        yield FieldError(name, message(error, label, speech), error["type"])


_PYDANTIC_TYPES = frozenset(get_args(ErrorType))
_PLACES = ("body", "query", "path", "header", "cookie")
"""Where FastAPI found the field; it says nothing to a reader."""


def message(error: Mapping[str, Any], label: str, speech: Speech) -> str:
    """Our sentence for this kind of error; a rule's own sentence where it has one."""
    context = {**error.get("ctx", {}), "label": label}
    if error["type"] == "value_error":
        return speech.text(str(context["error"]), label=label)
    if error["type"] == "too_short" and context.get("min_length") == 1:
        return speech.text(AT_LEAST_ONE, label=label)
    if known := MESSAGES.get(error["type"]):
        return speech.text(known, **context)
    if error["type"] in _PYDANTIC_TYPES:
        return speech.text(OTHERWISE, label=label)
    return speech.text(error["msg"])
