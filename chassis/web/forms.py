"""A sent form becomes a model, or the same form again with what to correct and what was entered."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData

from chassis.refusal import Refusal
from chassis.web.language import Speech
from chassis.web.messages import FieldError, field_errors

M = TypeVar("M", bound=BaseModel)

DATE_PARTS = ("day", "month", "year")
"""A date is asked for in three fields: `filed_on-day`, `filed_on-month`, `filed_on-year`."""


@dataclass(frozen=True)
class FormErrors:
    """What the form's template shows; `FormErrors()` is a form that nobody has filled in yet."""

    errors: tuple[FieldError, ...] = ()
    values: Mapping[str, list[str]] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.errors)

    @property
    def summary(self) -> list[dict[str, str]]:
        """The items of the error summary, each leading to its field."""
        return [{"text": e.message, "href": f"#{self._id(e.field)}"} for e in self.errors]

    def message(self, name: str) -> dict[str, str] | None:
        """The `errorMessage` of a component, if this field is wrong."""
        found = next((error for error in self.errors if error.field == name), None)
        return {"text": found.message} if found else None

    def value(self, name: str) -> str:
        """What was entered, to be kept."""
        return self.values.get(name, [""])[0]

    def chosen(self, name: str) -> list[str]:
        """Which boxes were ticked."""
        return self.values.get(name, [])

    def _id(self, name: str) -> str:
        return f"{name}-day" if name in self.dates else name

    @classmethod
    def of(cls, refusal: Refusal, form: FormData, speech: Speech) -> FormErrors:
        """The form again, with a rule's refusal beside its field or on top."""
        sentence = refusal.sentence(speech.language)
        error = FieldError(refusal.FIELD or "main-content", sentence, refusal.code)
        return cls((error,), _entered(form))


def parse_form(model: type[M], form: FormData, speech: Speech) -> M | FormErrors:
    """The model, or every field that is wrong. Field titles (`Field(title=...)`) name the fields.

    Empty fields count as not sent. Dates come from three fields, numbers may be written with
    spaces and a comma, list fields take every value of their name.
    """
    kinds = {name: _kind(info.annotation) for name, info in model.model_fields.items()}
    try:
        return model.model_validate(_gather(kinds, form))
    except ValidationError as wrong:
        labels = {name: info.title or name for name, info in model.model_fields.items()}
        errors = field_errors(wrong.errors(include_input=False), speech, labels)
        dates = frozenset(name for name, kind in kinds.items() if kind is date)
        return FormErrors(tuple(errors), _entered(form), dates)


def _gather(kinds: Mapping[str, Any], form: FormData) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, kind in kinds.items():
        if kind is list:
            found[name] = [value for value in form.getlist(name) if value != ""]
        elif kind is date and name not in form:
            found[name] = _date(name, form)
        elif (value := form.get(name)) not in (None, ""):
            found[name] = _number(value) if kind in (int, float, Decimal) else _stripped(value)
    return {name: value for name, value in found.items() if value is not None}


def _date(name: str, form: FormData) -> str | None:
    """`2026-3-7` becomes `2026-03-07`; what is no date stays as it is and is refused as one."""
    day, month, year = (str(form.get(f"{name}-{part}") or "").strip() for part in DATE_PARTS)
    if not (day or month or year):
        return None
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "".join(value.split()).replace(",", ".")


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _entered(form: FormData) -> dict[str, list[str]]:
    """The texts that were entered; files must be chosen again."""
    return {name: [v for v in form.getlist(name) if isinstance(v, str)] for name in form}


def _kind(annotation: Any) -> Any:
    """The type behind `X | None` and `list[X]`."""
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        return _kind(inner[0]) if len(inner) == 1 else annotation
    return get_origin(annotation) or annotation
