"""A form for a fact, made from its public contract: each field as its type asks for it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID, uuid4

from osnowa_contracts.fact import Fact
from osnowa_contracts.values import Known
from pydantic.fields import FieldInfo
from starlette.datastructures import FormData

from services.partner.texts import CODES, LABELS

Kind = Literal["hidden", "date", "yes-no", "number", "text", "choice", "choices"]


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
    """Whether all that the fact requires fits into a form; a weekly schedule, for one, does not."""
    return all(_kind(info) is not None for info in cls.model_fields.values() if info.is_required())


def fields_of(cls: type[Fact], given: dict[str, str]) -> list[FormField]:
    """`given` are known values, which are sent along and not asked for; ids are made anew."""
    return list(_fields(cls, given))


def _fields(cls: type[Fact], given: dict[str, str]) -> Iterator[FormField]:
    for name, info in cls.model_fields.items():
        kind = _kind(info)
        if kind is None:
            continue
        if name in given or (kind == "hidden" and info.is_required()):
            yield FormField(name, name, "hidden", True, value=given.get(name) or str(uuid4()))
        elif kind != "hidden":
            yield FormField(name, LABELS.get(name, name), kind, info.is_required(), _options(info))


def data_of(cls: type[Fact], form: FormData) -> dict[str, Any]:
    """What was filled in, as the contract reads it; an empty field is not told."""
    data: dict[str, Any] = {}
    for name, info in cls.model_fields.items():
        kind = _kind(info)
        value: Any = None
        if kind == "date":
            parts = [
                str(form.get(f"{name}-{part}") or "").strip() for part in ("year", "month", "day")
            ]
            value = (
                f"{parts[0].zfill(4)}-{parts[1].zfill(2)}-{parts[2].zfill(2)}"
                if any(parts)
                else None
            )
        elif kind == "choices":
            value = form.getlist(name) or None
        elif kind == "yes-no":
            value = {"yes": True, "no": False}.get(str(form.get(name)))
        elif kind is not None:
            value = str(form.get(name) or "").strip().replace(",", ".") or None
        if value is not None:
            data[name] = value
    return data


def _kind(info: FieldInfo) -> Kind | None:
    inner = _inner(info.annotation)
    if get_origin(inner) is tuple:
        return "choices" if _known(info) else None
    if _known(info):
        return "choice"
    kinds: dict[Any, Kind] = {
        UUID: "hidden", date: "date", bool: "yes-no", int: "number", Decimal: "number", str: "text",
    }  # fmt: skip
    return kinds.get(inner)


def _options(info: FieldInfo) -> tuple[tuple[str, str], ...]:
    known = _known(info)
    return tuple((code, CODES.get(code, code)) for code in known)


def _known(info: FieldInfo) -> list[str]:
    """The known values of a code or of the items of a list of codes."""
    marks = [*info.metadata, *_marks(info.annotation)]
    return [code.value for mark in marks if isinstance(mark, Known) for code in mark.codes]


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
