"""A form drawn from the model that it fills: one component a field, by the field's type.

Titles (`Field(title=...)`) are the labels; what a code is called comes with the call. The template
draws it with `drawnForm(form, fields)`.
"""

from __future__ import annotations

import types
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from chassis.web.forms import FormErrors, filled, group_of, number_of_rows, rows_of
from chassis.web.language import Speech

Options = Mapping[str, Sequence[tuple[str, str]]]
"""Values and texts of the fields that are chosen, by the name of the field."""


@dataclass(frozen=True)
class Drawn:
    """A field as a template draws it; `rows` are those of a list of models, each with its fields.

    `kind` is one of text, long, month, money, number, date, flag, choice, radios, many, rows,
    group, hidden. A group is a model in the model, with `fields` of its own.
    """

    name: str
    title: str
    kind: str
    optional: bool = False
    options: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[Drawn, ...], ...] = ()
    folded: bool = False
    """Shown on demand: most people leave it empty."""
    hint: str = ""
    fields: tuple[Drawn, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """What a model does not say: options, hints, folded fields, where one more row is wanted.

    Fields of the model in `left_out` are not drawn, those in `hidden` keep the value they have,
    those in `needed` may not stay empty although the model itself would let them. A hint is for the
    whole name: that of `amount` does not stand at the amounts of rows and groups.
    """

    speech: Speech
    options: Options = field(default_factory=dict)
    folded: Collection[str] = ()
    one_more: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    radios: Collection[str] = ()
    hidden: Collection[str] = ()
    left_out: Collection[str] = ()
    needed: Collection[str] = ()

    def of(self, model: type[BaseModel], form: FormErrors) -> tuple[FormErrors, tuple[Drawn, ...]]:
        """The fields of the model in its order, and the form with what new rows begin with."""
        values = dict(form.values)
        fields = self._fields(model, values, "")
        drawn = tuple(one for one in fields if one.name not in self.left_out)
        return replace(form, values=values), drawn

    def _fields(
        self, model: type[BaseModel], values: dict[str, list[str]], at: str
    ) -> tuple[Drawn, ...]:
        fields = model.model_fields.items()
        drawn = (self._field(name, info, values, at) for name, info in fields)
        return tuple(one for one in drawn if not self._has_nothing_to_choose(one))

    def _has_nothing_to_choose(self, one: Drawn) -> bool:
        """Boxes of which the call said that there are none."""
        return one.kind == "many" and not self.options.get(one.name, ("some",))

    def _field(self, name: str, info: FieldInfo, values: dict[str, list[str]], at: str) -> Drawn:
        kind = _kind(info)
        options = tuple(self.options.get(name, ()))
        if kind in {"text", "month"} and options:
            kind = "choice"
        if kind == "choice" and not options:
            options = (("true", self.speech.text("tak")), ("false", self.speech.text("nie")))
        if kind == "choice" and name in self.radios:
            kind = "radios"
        group = group_of(info.annotation)
        return Drawn(
            at + name,
            self.speech.text(info.title or name),
            "hidden" if name in self.hidden else kind,
            not info.is_required() and info.default in (None, "") and name not in self.needed,
            options,
            self._rows(name, info, values, at),
            folded=name in self.folded,
            hint=self.speech.text(self.hints[at + name]) if at + name in self.hints else "",
            fields=self._fields(group, values, f"{at}{name}.") if group else (),
        )

    def _rows(
        self, name: str, info: FieldInfo, values: dict[str, list[str]], at: str
    ) -> tuple[tuple[Drawn, ...], ...]:
        row = rows_of(info.annotation)
        if row is None:
            return ()
        sent = number_of_rows(values, at + name)
        count = sent + (self.one_more == name or sent == 0)
        for index in range(sent, count):
            start = {key: v for key, v in defaults(row).items() if key not in self.folded}
            values.update({f"{at}{name}.{index}.{key}": value for key, value in start.items()})
        return tuple(self._fields(row, values, f"{at}{name}.{index}.") for index in range(count))


def defaults(model: type[BaseModel]) -> dict[str, list[str]]:
    """What a form that nobody has filled in begins with; no amount begins with zero."""
    usual = {name: info.default for name, info in model.model_fields.items()}
    found = filled({name: value for name, value in usual.items() if value})
    for name, info in model.model_fields.items():
        if (group := group_of(info.annotation)) is not None:
            found |= {f"{name}.{key}": value for key, value in defaults(group).items()}
    return found


def _kind(info: FieldInfo) -> str:
    annotation = _bare(info.annotation)
    if get_origin(annotation) is Literal:
        return "hidden"
    if get_origin(annotation) in (tuple, list):
        return "rows" if rows_of(annotation) else "many"
    if group_of(annotation) is not None:
        return "group"
    if annotation is bool:
        asked = info.is_required() or info.annotation is not bool
        return "choice" if asked else "flag"
    if annotation is Decimal:
        limits = _limits(info)
        money = (limits.get("max_digits"), limits.get("decimal_places")) == MONEY
        return "money" if money and _pattern(info).endswith(GROSZE) else "number"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "choice"
    if str(_limits(info).get("pattern", "")).startswith(MONTH):
        return "month"
    if annotation is str and _limits(info).get("max_length", 0) >= LONG:
        return "long"
    return {date: "date", int: "number"}.get(annotation, "text")


def _inner(annotation: Any) -> Any:
    """The type behind `X | None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _bare(annotation: Any) -> Any:
    inner = _inner(annotation)
    return inner.__origin__ if hasattr(inner, "__metadata__") else inner


def _limits(info: FieldInfo) -> dict[str, Any]:
    """What the annotations of the field say of its digits and its form."""
    told = [*info.metadata, *getattr(_inner(info.annotation), "__metadata__", ())]
    rules = [rule for one in told for rule in getattr(one, "metadata", None) or [one]]
    return {
        name: value
        for rule in rules
        for name in ("max_digits", "decimal_places", "pattern", "max_length")
        if (value := getattr(rule, name, None)) is not None
    }


def _pattern(info: FieldInfo) -> str:
    """How the number is written in JSON, where the field says it."""
    for one in (info, *getattr(_inner(info.annotation), "__metadata__", ())):
        told = getattr(one, "json_schema_extra", None)
        if isinstance(told, dict) and "pattern" in told:
            return str(told["pattern"])
    return GROSZE


LONG = 1000
"""A text that may have so many characters gets several lines."""

MONEY = (12, 2)
"""An amount of money is a decimal of this many digits, two of them grosze."""

GROSZE = "[0-9]{2}$"
"""How the pattern of money ends; hours and percentages may have fewer places."""

MONTH = "^[0-9]{4}-(0"
"""How the pattern of a month begins."""
