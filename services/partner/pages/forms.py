"""A form for a fact, made from its public contract: each field as its type asks for it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID, uuid4

from osnowa_contracts.fact import Fact
from osnowa_contracts.orders import Slot
from osnowa_contracts.values import Known
from osnowa_contracts.wording.labels import label
from pydantic.fields import FieldInfo
from starlette.datastructures import FormData

from chassis.web.language import Speech
from services.partner.texts import LABELS, WEEKDAYS

Kind = Literal["hidden", "date", "yes-no", "number", "text", "choice", "choices", "week"]


@dataclass(frozen=True)
class FormField:
    """One field of the form; `options` are pairs of code and text."""

    name: str
    label: str
    kind: Kind
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""


def can_be_asked(cls: type[Fact]) -> bool:
    """Whether all that the fact requires fits into a form."""
    return all(_kind(info) is not None for info in cls.model_fields.values() if info.is_required())


def fields_of(cls: type[Fact], given: dict[str, str], speech: Speech) -> list[FormField]:
    """`given` are known values, which are sent along and not asked for; ids are made anew."""
    return list(_fields(cls, given, speech))


def _fields(cls: type[Fact], given: dict[str, str], speech: Speech) -> Iterator[FormField]:
    for name, info in cls.model_fields.items():
        kind = _kind(info)
        if kind is None:
            continue
        if name in given or (kind == "hidden" and info.is_required()):
            yield FormField(name, name, "hidden", True, value=given.get(name) or str(uuid4()))
        elif kind != "hidden":
            required, options = info.is_required(), _options(info, speech)
            yield FormField(name, LABELS.get(name, name), kind, required, options)


def data_of(cls: type[Fact], form: FormData) -> dict[str, Any]:
    """What was filled in, as the contract reads it; an empty field is not told."""
    read = {
        name: _value(name, kind, form)
        for name, info in cls.model_fields.items()
        if (kind := _kind(info)) is not None
    }
    return {name: value for name, value in read.items() if value is not None}


def _value(name: str, kind: Kind, form: FormData) -> Any:
    match kind:
        case "date":
            day, month, year = (_text(form, f"{name}-{part}") for part in ("day", "month", "year"))
            written = f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"
            return written if day or month or year else None
        case "choices":
            return form.getlist(name) or None
        case "yes-no":
            return {"yes": True, "no": False}.get(_text(form, name))
        case "week":
            start, end = _text(form, f"{name}-start"), _text(form, f"{name}-end")
            days = form.getlist(name)
            return [{"weekday": day, "start": start, "end": end} for day in days] or None
        case "number":
            return _text(form, name).replace(",", ".") or None
        case _:
            return _text(form, name) or None


def _text(form: FormData, name: str) -> str:
    return str(form.get(name) or "").strip()


def _kind(info: FieldInfo) -> Kind | None:
    inner = _inner(info.annotation)
    if get_origin(inner) is tuple:
        if get_args(inner)[0] is Slot:
            return "week"
        return "choices" if _known(info) else None
    if _known(info):
        return "choice"
    kinds: dict[Any, Kind] = {
        UUID: "hidden", date: "date", bool: "yes-no", int: "number", Decimal: "number", str: "text",
    }  # fmt: skip
    return kinds.get(inner)


def _options(info: FieldInfo, speech: Speech) -> tuple[tuple[str, str], ...]:
    if _kind(info) == "week":
        return tuple((str(number), speech.text(day)) for number, day in enumerate(WEEKDAYS, 1))
    return tuple(
        (code.value, label(codes.__name__, code, speech.language))
        for codes in _known(info)
        for code in codes
    )


def _known(info: FieldInfo) -> list[type[StrEnum]]:
    """The vocabulary of a code or of the items of a list of codes."""
    marks = [*info.metadata, *_marks(info.annotation)]
    return [mark.codes for mark in marks if isinstance(mark, Known)]


def _marks(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield from getattr(part, "__metadata__", ())
        yield from _marks(part)


def _inner(annotation: Any) -> Any:
    """The type behind `X | None` and `Annotated[X, ...]`."""
    if get_origin(annotation) in (Union, types.UnionType):
        some = [part for part in get_args(annotation) if part is not type(None)]
        return _inner(some[0])
    if hasattr(annotation, "__metadata__"):
        return _inner(annotation.__origin__)
    return annotation
