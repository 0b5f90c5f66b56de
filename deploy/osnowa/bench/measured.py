"""What a measurement returns, and the few sums it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the report: our figure, the bare one, and the ratio to reach."""

    name: str
    ours: float
    bare: float
    unit: str
    goal: float
    at_least: bool
    """True: the ratio is to be at least the goal; False: at most."""
    rounds: list[float] = field(default_factory=list)
    """The ratio of each round; the report takes their median."""

    @property
    def ratio(self) -> float:
        return median(self.rounds) if self.rounds else self.ours / self.bare

    @property
    def reached(self) -> bool:
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal


def percentile(values: Sequence[float], percent: float) -> float:
    """Nearest rank; raises IndexError for no values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
