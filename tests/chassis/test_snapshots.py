"""A snapshot is believed by the code that took it only, down to the values that the state holds."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chassis.snapshots import topic_of

LAMP = {
    "lamp.py": """
from chassis.aggregate import Aggregate

from .refusals import NoOil
from .rules import burns
from .wick import Wick


class Lamp(Aggregate):
    wick: Wick
""",
    "wick.py": """
from dataclasses import dataclass

from .wax import Wax


@dataclass(frozen=True)
class Wick:
    wax: Wax
""",
    "wax.py": """
from enum import StrEnum


class Wax(StrEnum):
    BEE = "bee"
""",
    "rules.py": """
def burns(hours):
    return hours - 1
""",
    "refusals.py": """
class NoOil(Exception):
    pass
""",
    "page.py": """
from .lamp import Lamp
""",
}
"""An aggregate with its values two steps away, a rule, a refusal, and a page that shows it."""

NUMBERS = itertools.count()
"""Python imports a package of one name once."""

Digest = Callable[[dict[str, str]], str]


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Digest:
    """Of the lamp written that way, in a package of its own each time."""
    monkeypatch.syspath_prepend(tmp_path)

    def of(sources: dict[str, str]) -> str:
        package = tmp_path / f"house_{next(NUMBERS)}"
        package.mkdir()
        for name, text in sources.items():
            (package / name).write_text(text, encoding="utf-8")
        lamp: Any = importlib.import_module(f"{package.name}.lamp")
        return topic_of(lamp.Lamp).partition("?")[2]

    return of


def test_the_same_code_believes_its_snapshots(digest: Digest) -> None:
    assert digest(LAMP) == digest(LAMP)


@pytest.mark.parametrize("changed", ["lamp.py", "wick.py", "wax.py", "rules.py"])
def test_another_value_or_rule_that_the_state_is_made_of_is_other_code(
    digest: Digest, changed: str
) -> None:
    assert digest(LAMP) != digest(LAMP | {changed: LAMP[changed] + "\nNEW = True\n"})


@pytest.mark.parametrize("changed", ["refusals.py", "page.py"])
def test_what_makes_no_state_throws_no_snapshot_away(digest: Digest, changed: str) -> None:
    assert digest(LAMP) == digest(LAMP | {changed: LAMP[changed] + "\nNEW = True\n"})
