"""Figures from counted facts: medians, shares and means, each with what it was computed from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

SHARE = Decimal("0.0001")
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Source:
    """The facts of one publisher that went into a figure, by their sequence: `3-7, 12`."""

    publisher: str
    facts: int
    sequences: str


@dataclass(frozen=True)
class Figure:
    """One indicator. `value` is None where nothing was counted yet."""

    name: str
    title: str
    unit: str
    value: Decimal | None
    counted: int
    """How many cases, months, orders or answers the figure rests on."""
    of: int | None
    """For a share: how many there should have been."""
    computed_from: tuple[Source, ...]


@dataclass(frozen=True)
class Families:
    """How many families a row of the report counts, each once; `persons` live in them.

    Exact, as the statutory report needs them (MRiPS-03). Before a figure under 5 leaves the city's
    reporting it is suppressed (`safety.md` T15).
    """

    code: str
    families: int
    persons: int
    decisions: int


@dataclass(frozen=True)
class Item:
    """One case, order or answer, and the facts that tell of it as `publisher/sequence`."""

    value: Decimal
    told_by: tuple[str, ...]


def middle(items: Sequence[Item]) -> Decimal | None:
    """The median, to two places."""
    if not items:
        return None
    return Decimal(median(item.value for item in items)).quantize(HUNDREDTH, ROUND_HALF_UP)


def mean(items: Sequence[Item]) -> Decimal | None:
    if not items:
        return None
    total = sum((item.value for item in items), Decimal(0))
    return (total / len(items)).quantize(HUNDREDTH, ROUND_HALF_UP)


def share(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """Between 0 and 1, to four places; None of nothing."""
    if not whole:
        return None
    return (Decimal(part) / Decimal(whole)).quantize(SHARE, ROUND_HALF_UP)


def sources(items: Iterable[Item]) -> tuple[Source, ...]:
    """All facts behind these items, each once, by publisher."""
    found: dict[str, set[int]] = {}
    for item in items:
        for told in item.told_by:
            publisher, _, sequence = told.rpartition("/")
            found.setdefault(publisher, set()).add(int(sequence))
    return tuple(
        Source(publisher, len(sequences), ranges(sequences))
        for publisher, sequences in sorted(found.items())
    )


def ranges(numbers: Iterable[int]) -> str:
    """`3-7, 12` from 3, 4, 5, 6, 7, 12."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
