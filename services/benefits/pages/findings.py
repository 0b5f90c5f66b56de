"""What an interview found, read back under the titles under which its form asked for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from chassis.web.forms import group_of
from chassis.web.language import Speech
from services.benefits.act_words import RELATION_PL
from services.benefits.commands.inputs import InterviewHeld
from services.benefits.interviews import FIELDS, Interview
from services.benefits.pages.act_forms import labels


def findings(held: Interview, speech: Speech) -> list[tuple[str, str]]:
    """Titles and texts of its own part; what stayed empty is left out."""
    part = FIELDS[held.part]
    found, form = getattr(held, part), group_of(InterviewHeld.model_fields[part].annotation)
    if found is None or form is None:
        return []
    told = [
        (speech.text(info.title or name), _written(name, getattr(found, name), speech))
        for name, info in form.model_fields.items()
    ]
    return [(title, text) for title, text in told if text]


def _written(name: str, value: Any, speech: Speech) -> str:
    if name == "relation":
        return speech.text(RELATION_PL.get(value, value))
    match value:
        case bool():
            return speech.text("tak") if value else speech.text("nie")
        case date():
            return speech.day(value)
        case Decimal():
            return speech.money(value)
        case StrEnum():
            return dict(labels("InterviewUpdate", speech)).get(value, value)
    return str(value)
