"""A sent form becomes a model, or the same form again with what to correct and what was entered."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from starlette.datastructures import FormData

from chassis.refusal import Refusal, RoleMissing
from chassis.web.language import Speech
from chassis.web.messages import FieldError, field_errors

M = TypeVar("M", bound=BaseModel)

DATE_PARTS = ("day", "month", "year")
"""A date is asked for in three fields: `filed_on-day`, `filed_on-month`, `filed_on-year`."""


ON_TOP = "main-content"
"""Where an error stands that is about no field."""

_LISTS = (list, tuple)


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

    def message(self, name: str, lead: str = "Błąd") -> dict[str, str] | None:
        """The `errorMessage` of a component, if this field is wrong; `lead` is read out first."""
        found = next((error for error in self.errors if error.field == name), None)
        return {"text": found.message, "visuallyHiddenText": lead} if found else None

    def value(self, name: str) -> str:
        """What was entered, to be kept."""
        return self.values.get(name, [""])[0]

    def chosen(self, name: str) -> list[str]:
        """Which boxes were ticked."""
        return self.values.get(name, [])

    @property
    def in_fields(self) -> bool:
        """Whether something that was typed can be corrected."""
        return any(error.field != ON_TOP for error in self.errors)

    def _id(self, name: str) -> str:
        return f"{name}-day" if name in self.dates else name

    @classmethod
    def of(cls, refusal: Refusal, form: FormData, speech: Speech) -> FormErrors:
        """The form again, with a rule's refusal beside its field or on top.

        Raises the refusal again where nothing in the form could be corrected: the role may not,
        or the database is away.
        """
        if isinstance(refusal, RoleMissing) or refusal.STATUS >= 500:
            raise refusal
        sentence = refusal.sentence(speech.language)
        error = FieldError(refusal.FIELD or ON_TOP, sentence, refusal.code)
        return cls((error,), entered(form))


def parse_form(model: type[M], form: FormData, speech: Speech) -> M | FormErrors:
    """The model, or every field that is wrong. Field titles (`Field(title=...)`) name the fields.

    Empty fields count as not sent. Dates come from three fields, numbers may be written with
    spaces and a comma, list fields take every value of their name. A list of models takes rows,
    `receipts.0.amount`; rows in which nothing is written count as not sent.
    """
    form = without_empty_rows(model, form)
    try:
        return model.model_validate(_gather(model, form))
    except ValidationError as wrong:
        labels = dict(_labels(model, form, speech))
        errors = field_errors(wrong.errors(include_input=False), speech, labels)
        dates = frozenset(name for name, kind in _kinds(model).items() if kind is date)
        return FormErrors(tuple(errors), entered(form), dates)


def _kinds(model: type[BaseModel]) -> dict[str, Any]:
    return {name: _kind(info.annotation) for name, info in model.model_fields.items()}


def rows_of(annotation: Any) -> type[BaseModel] | None:
    """The model of the rows, where a field is a list of models."""
    if get_origin(annotation) in _LISTS:
        inner = get_args(annotation)[0]
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return inner
    return None


def group_of(annotation: Any) -> type[BaseModel] | None:
    """The model in the model, where a field is one."""
    kind = _kind(annotation)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _gather(model: type[BaseModel], form: FormData, at: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, kind in _kinds(model).items():
        info = model.model_fields[name]
        field, row, group = at + name, rows_of(info.annotation), group_of(info.annotation)
        if group is not None:
            found[name] = _gather_group(group, info, form, f"{field}.")
        elif row is not None:
            count = number_of_rows(form, field)
            found[name] = [_gather(row, form, f"{field}.{index}.") for index in range(count)]
        elif kind in _LISTS:
            found[name] = [value for value in form.getlist(field) if value != ""]
        elif kind is date and field not in form:
            found[name] = _date(field, form)
        elif (value := form.get(field)) not in (None, ""):
            found[name] = _number(value) if kind in (int, float, Decimal) else _stripped(value)
        elif at and kind is bool and info.annotation is bool:
            found[name] = False  # a box of a row that was not ticked
    return {name: value for name, value in found.items() if value is not None}


def _gather_group(
    group: type[BaseModel], info: FieldInfo, form: FormData, at: str
) -> dict[str, Any] | None:
    """One that may be left out counts as not sent while nothing else than usual is written."""
    found = _gather(group, form, at)
    usual = {name: typed(one.default) for name, one in group.model_fields.items()}
    written = {name for name, value in found.items() if value and str(value) != usual[name]}
    return found if written or info.is_required() else None


def typed(value: Any) -> str:
    """A value as somebody would type it."""
    match value:
        case bool():
            return "true" if value else ""
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case int() | str() | UUID():
            return str(value)
    return ""


def filled(values: Mapping[str, Any], at: str = "") -> dict[str, list[str]]:
    """Values by the names of their fields, as the form that they came from holds them."""
    found: dict[str, list[str]] = {}
    for name, value in values.items():
        found |= _filled(at + name, value)
    return found


def _filled(name: str, value: Any) -> dict[str, list[str]]:
    if isinstance(value, date):
        parts = zip(DATE_PARTS, (value.day, value.month, value.year), strict=True)
        return {name: [value.isoformat()]} | {f"{name}-{part}": [str(n)] for part, n in parts}
    if isinstance(value, Mapping | BaseModel) or is_dataclass(value):
        return filled(value if isinstance(value, Mapping) else vars(value), f"{name}.")
    if isinstance(value, _LISTS):
        if all(isinstance(one, str | int | UUID) for one in value):
            return {name: [str(one) for one in value]} if value else {}
        rows = (_filled(f"{name}.{index}", row) for index, row in enumerate(value))
        return {key: one for row in rows for key, one in row.items()}
    return {name: [text]} if (text := typed(value)) else {}


def number_of_rows(form: Mapping[str, Any], name: str) -> int:
    """How many rows of that name were sent, numbered from 0."""
    return 1 + max(_row_numbers(form, name), default=-1)


def _row_numbers(form: Iterable[str], name: str) -> set[int]:
    """Nobody sends a number of more than three figures."""
    numbered = (re.match(rf"{re.escape(name)}\.([0-9]{{1,3}})\.", key) for key in form)
    return {int(found[1]) for found in numbered if found}


def without_empty_rows(model: type[BaseModel], form: FormData) -> FormData:
    """The form as if rows in which nothing is written had not been there."""
    items = form.multi_items()
    for name, info in model.model_fields.items():
        if (row := rows_of(info.annotation)) is None:
            continue
        usual = {n: typed(i.default) for n, i in row.model_fields.items()}
        boxes = {n for n, i in row.model_fields.items() if i.annotation is bool}
        filled = sorted(
            number
            for number in _row_numbers(form, name)
            if any(
                value not in ("", usual.get(inner))
                and key.startswith(f"{name}.{number}.")
                and inner not in boxes
                for key, value in items
                for inner in [key.split(".")[-1]]
            )
        )
        items = [kept for item in items if (kept := _renumbered(item, name, filled))]
    return FormData(items)


def _renumbered(item: tuple[str, Any], name: str, filled: list[int]) -> tuple[str, Any] | None:
    key, value = item
    found = re.match(rf"{re.escape(name)}\.([0-9]{{1,3}})\.(.+)", key)
    if found is None:
        return item
    number = int(found[1])
    return (f"{name}.{filled.index(number)}.{found[2]}", value) if number in filled else None


def _labels(model: type[BaseModel], form: FormData, speech: Speech) -> Iterator[tuple[str, str]]:
    for name, info in model.model_fields.items():
        yield name, info.title or name
        if (group := group_of(info.annotation)) is not None:
            for inner, title in _labels(group, form, speech):
                yield f"{name}.{inner}", title
        row = rows_of(info.annotation)
        for index in range(number_of_rows(form, name) if row is not None else 0):
            for inner, told in (row.model_fields if row else {}).items():
                yield f"{name}.{index}.{inner}", f"{speech.text(told.title or inner)}, {index + 1}"


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


def entered(form: FormData) -> dict[str, list[str]]:
    """The texts that were entered; files must be chosen again."""
    return {name: [v for v in form.getlist(name) if isinstance(v, str)] for name in form}


def _kind(annotation: Any) -> Any:
    """The type behind `X | None`, `Annotated[X, ...]` and `list[X]`."""
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        return _kind(inner[0]) if len(inner) == 1 else annotation
    if hasattr(annotation, "__metadata__"):
        return _kind(annotation.__origin__)
    return get_origin(annotation) or annotation
