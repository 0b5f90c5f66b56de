"""What every refusal of a service must say: what to do, in two languages, with no gap in it.

@pytest.mark.parametrize("refusal", refusals_of(services.intake), ids=lambda one: one.__name__)
def test_every_refusal_says_what_to_do(refusal: type[Refusal]) -> None:
    assert unsaid(refusal) == []
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import fields
from datetime import date
from decimal import Decimal
from string import Formatter
from types import ModuleType
from typing import Any, get_origin, get_type_hints
from uuid import UUID, uuid4

from chassis.refusal import Refusal

SAMPLES: dict[Any, Any] = {
    UUID: uuid4(),
    Decimal: Decimal("12.50"),
    date: date(2026, 2, 2),
    int: 3,
    tuple: ("jedno", "drugie"),
    list: [],
    dict: {},
}
DO = {
    "pl": (
        "Dodaj Napisz Nazwij Opisz Oznacz Podaj Podziel Popraw Potwierdź Poproś Sprawdź Ustal"
        " Uzupełnij Wpisz Wróć Wskaż Wybierz Zaznacz Zawiadom Zmień Złóż Najpierw"
    ),
    "en": (
        "Add Ask Check Choose Complete Confirm Correct Describe Enter Establish Give Go Mark Name"
        " Say Tell Write First"
    ),
}
"""With which words a sentence begins that says what to do."""


def refusals_of(package: ModuleType) -> list[type[Refusal]]:
    """All of them, also those that derive from one another."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith(".main"):
            importlib.import_module(found.name)
    own = [one for one in _below(Refusal) if one.__module__.startswith(f"{package.__name__}.")]
    return sorted(set(own), key=lambda one: one.__name__)


def _below(refusal: type[Refusal]) -> list[type[Refusal]]:
    return [below for one in refusal.__subclasses__() for below in (one, *_below(one))]


def unsaid(refusal: type[Refusal]) -> list[str]:
    """What is wrong with the sentences; nothing where somebody knows what to do."""
    hints = get_type_hints(refusal)
    made = refusal(**{one.name: _sample(hints[one.name]) for one in fields(refusal)})
    wrong = []
    for language, text in (("pl", refusal.PL), ("en", refusal.EN)):
        asked = {name.split(".")[0] for _, name, _, _ in Formatter().parse(text) if name}
        if missing := asked - made.details().keys():
            wrong.append(f"{language}: nothing fills {sorted(missing)}")
            continue
        said = made.sentence(language)
        if not said.endswith("."):
            wrong.append(f"{language}: no end: {said}")
        if not _says_what_to_do(said, language):
            wrong.append(f"{language}: what to do is missing: {said}")
    return wrong


def _says_what_to_do(said: str, language: str) -> bool:
    """What is wrong and then what to do, or what to do at once."""
    sentences = re.findall(r"[.;:!] [\"„“]?\w", said)
    return bool(sentences) or said.split(" ", 1)[0].rstrip(",") in DO[language].split()


def _sample(hint: Any) -> Any:
    return SAMPLES.get(get_origin(hint) or hint, "coś")
