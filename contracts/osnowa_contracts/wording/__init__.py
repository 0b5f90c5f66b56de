"""One sentence for every fact, in Polish and in English, however little of the fact was told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from osnowa_contracts.fact import Form
from osnowa_contracts.wording.english import ENGLISH
from osnowa_contracts.wording.polish import POLISH
from osnowa_contracts.wording.template import render

WORDS = {"pl": POLISH, "en": ENGLISH}
"""By language and name of the fact: its title and the template of its sentence."""

EXISTENCE = {
    "pl": "Wpis istnieje. Nie masz do niego dostępu.",
    "en": "An entry exists. You do not have access to it.",
}
_UNKNOWN = {"pl": "Nowy rodzaj wpisu: {}", "en": "New kind of entry: {}"}


def sentence(type_: str, form: Form, data: Mapping[str, Any], language: str) -> str:
    """What the timeline says of a fact; `language` is `pl` or `en`, anything else reads as `pl`."""
    language = language if language in WORDS else "pl"
    name = _name(type_)
    if form is Form.EXISTENCE or name == "EntryExists":
        return EXISTENCE[language]
    words = WORDS[language].get(name)
    if words is None:
        return title(type_, language) + "."
    said = render(words[1], data, language) if form in (Form.FULL, Form.SUMMARY) else None
    return said.replace("..", ".") if said else words[0] + "."  # "godz." may end a sentence


def title(type_: str, language: str) -> str:
    """The short name of a kind of fact, for filters and headings."""
    language = language if language in WORDS else "pl"
    name = _name(type_)
    words = WORDS[language].get(name)
    if words is None:
        return _UNKNOWN[language].format(re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower())
    return words[0]


def _name(type_: str) -> str:
    """`DecisionIssued` from `osnowa.benefits.decision-issued.v1`."""
    parts = type_.split(".")
    kebab = parts[2] if len(parts) == 4 else type_
    return "".join(word.capitalize() for word in re.split(r"[^A-Za-z0-9]+", kebab))
