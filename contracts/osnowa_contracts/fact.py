"""A public fact: the smallest thing that one institution tells another about a client.

A fact is a frozen model of ids, codes, dates and `Decimal` money in PLN. Its fields carry marks:

- `Personal()`: tells who the person is or how they live; never logged, never sent where the form
  is less than *full*.
- `InSummary()`: still told where the recipient may see a *summary* only.
- `Counted()`: still told to statistics, where the person is not named at all.

A field without a mark travels in the *full* form only. Fields are added with a default, never
changed or removed; a required addition is a new major version of the fact.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict


class Form(StrEnum):
    """How much of a fact its recipient may see (`domain.md` H; `safety.md` 4)."""

    FULL = "full"
    SUMMARY = "summary"  # type, date, unit, and the fields marked InSummary
    EXISTENCE = "existence"  # that there is an entry on that day, and nothing else
    COUNT = "count"  # for statistics: no person, only the fields marked Counted
    NOTHING = "nothing"


class Confidentiality(StrEnum):
    """How far a fact may travel at all."""

    PUBLIC = "public"
    CASE = "case"
    SENSITIVE = "sensitive"
    BLUE_CARD = "blue-card"


class Publisher(StrEnum):
    """The kinds of institution that publish facts; several contractors are of one kind."""

    INTAKE = "intake"
    BENEFITS = "benefits"
    SOCIALWORK = "socialwork"
    SERVICE_ORDERS = "service-orders"
    CONTRACTOR = "contractor"
    PUP = "pup"
    REPORTING = "reporting"


OUTSIDE = frozenset({Publisher.CONTRACTOR, Publisher.PUP})
"""One program runs every outside institution; the units file tells which kind each one is."""


@dataclass(frozen=True)
class Personal:
    """Marks a field that identifies or describes a person."""


@dataclass(frozen=True)
class InSummary:
    """Marks a field that the summary form still carries."""


@dataclass(frozen=True)
class Counted:
    """Marks a field that the de-identified form for statistics still carries."""


class Fact(BaseModel):
    """Base of all public facts. Unknown fields of a later minor version are kept as received."""

    model_config = ConfigDict(frozen=True, extra="allow")

    PUBLISHER: ClassVar[Publisher]
    MAJOR: ClassVar[int] = 1
    CONFIDENTIALITY: ClassVar[Confidentiality]
    LEGAL_BASIS: ClassVar[str]

    @classmethod
    def name(cls) -> str:
        """`DecisionIssued`: the last token of a subject."""
        return cls.__name__

    @classmethod
    def type(cls) -> str:
        """`osnowa.benefits.decision-issued.v1`: the CloudEvents type."""
        return f"osnowa.{cls.PUBLISHER}.{kebab(cls.__name__)}.v{cls.MAJOR}"

    @classmethod
    def fields_marked(cls, mark: builtins.type) -> frozenset[str]:
        return _fields_marked(cls, mark)


@cache
def _fields_marked(cls: type[Fact], mark: type) -> frozenset[str]:
    return frozenset(
        name
        for name, field in cls.model_fields.items()
        if any(isinstance(m, mark) for m in field.metadata)
    )


class EntryExists(Fact):
    """What an *existence* disclosure says: that there is an entry, and no more."""


_registry: dict[str, type[Fact]] = {}

F = TypeVar("F", bound=Fact)


def fact(
    publisher: Publisher, confidentiality: Confidentiality, basis: str, major: int = 1
) -> Callable[[type[F]], type[F]]:
    """Registers a fact under its type.

    `basis` is the provision that lets it leave its owner, as cited in `domain.md` (`ups art. 8`).
    Raises ValueError for a fact without a docstring or with a type that another class has.
    """

    def register(cls: type[F]) -> type[F]:
        cls.PUBLISHER, cls.CONFIDENTIALITY = publisher, confidentiality
        cls.LEGAL_BASIS, cls.MAJOR = basis, major
        if not cls.__doc__ or cls.__doc__ == Fact.__doc__:
            raise ValueError(f"{cls.__name__} needs a docstring")
        if _registry.setdefault(cls.type(), cls) is not cls:
            raise ValueError(f"{cls.type()} is registered twice")
        return cls

    return register


def all_facts() -> dict[str, type[Fact]]:
    """Every fact by its CloudEvents type."""
    _register_every()
    return dict(_registry)


def find(type_: str) -> type[Fact] | None:
    """The fact of that exact type and major version, or None."""
    _register_every()
    return _registry.get(type_)


@cache
def _register_every() -> None:
    import_module("osnowa_contracts.every")


@cache
def kebab(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def reduced(data: dict[str, Any], cls: type[Fact], form: Form) -> dict[str, Any]:
    """The part of a fact's data that the form tells.

    Writers are closed: what the class does not name leaves the house in no form, so that nothing
    slips into a fact beside its schema (`safety.md` T2).
    """
    keep: Collection[str] = ()
    if form is Form.FULL:
        keep = cls.model_fields
    elif form is Form.SUMMARY:
        keep = cls.fields_marked(InSummary) - cls.fields_marked(Personal)
    elif form is Form.COUNT:
        keep = cls.fields_marked(Counted) - cls.fields_marked(Personal)
    return {name: value for name, value in data.items() if name in keep}
