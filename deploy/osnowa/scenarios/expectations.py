"""What a story must show: each expectation has a name, and is held against a measured value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from re import fullmatch
from typing import Any

NOT_MEASURED = "not measured"


@dataclass(frozen=True)
class Expectation:
    """`expected` is for people; `holds` decides."""

    name: str
    expected: str
    holds: Callable[[Any], bool]


@dataclass(frozen=True)
class Outcome:
    """One expectation and what was measured."""

    story: str
    name: str
    expected: str
    measured: str
    ok: bool

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def equal(name: str, value: object) -> Expectation:
    """Values are compared as they are written, `600.00` with two places."""
    return Expectation(name, str(value), lambda measured: str(measured) == str(value))


def below(name: str, limit: str, unit: str) -> Expectation:
    """A number under a limit; `None`, nothing was measured, is not."""
    return Expectation(
        name,
        f"below {limit} {unit}",
        lambda measured: measured is not None and Decimal(str(measured)) < Decimal(limit),
    )


def matching(name: str, pattern: str, expected: str) -> Expectation:
    """A value in the form of a regular expression; `expected` says it for people."""
    return Expectation(name, expected, lambda measured: bool(fullmatch(pattern, str(measured))))


def hold(
    story: str, expectations: Iterable[Expectation], measured: Mapping[str, Any]
) -> list[Outcome]:
    """Every expectation with its measure; one that nobody measured does not hold."""
    return [
        Outcome(
            story,
            expectation.name,
            expectation.expected,
            str(measured.get(expectation.name, NOT_MEASURED)),
            expectation.name in measured and expectation.holds(measured[expectation.name]),
        )
        for expectation in expectations
    ]
