"""Terms and events in the reader's words, for pages and programs alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from osnowa_contracts import codes
from osnowa_contracts.wording.labels import LABELS

from chassis.refusal import MONTH
from chassis.web.language import Speech
from services.benefits import history_words, work_words
from services.benefits.history_words import DETAILS, HAPPENED
from services.benefits.norms import ActKind

_SHOWN = (
    codes.ExtensionReason, codes.AppealResult, codes.ReviewResult, codes.FinalityBasis,
    codes.ReviewTrigger, codes.PaymentMethod, codes.Delivery, codes.Question, codes.Answer,
    codes.EvidenceKind, codes.InterviewPart, codes.Place, codes.Deadline, codes.DecisionKind,
    codes.Benefit,
)  # fmt: skip
_CODES: dict[str, tuple[str, str]] = {
    code: label for known in _SHOWN for code, label in LABELS[known.__name__].items()
} | history_words.CODES


def term(due: date, today: date, speech: Speech) -> str:
    """`2 dni po terminie`, `dziś`, `jutro`, `za 5 dni`."""
    days = (due - today).days
    if days < 0:
        return speech.text("{days} po terminie", days=speech.count(-days, "dzień|dni|dni"))
    if days == 0:
        return speech.text("dziś")
    if days == 1:
        return speech.text("jutro")
    return speech.text("za {days}", days=speech.count(days, "dzień|dni|dni"))


def act(kind: str, speech: Speech) -> str:
    """A kind of act, as table 27 calls it."""
    return speech.text(work_words.ACT_PL[ActKind(kind)])


def what(topic: str, speech: Speech) -> str:
    """The event of that stored name, in words."""
    polish, english = HAPPENED[topic]
    return polish if speech.language == "pl" else english


def details(values: dict[str, Any], speech: Speech, names: Mapping[str, str]) -> str:
    """`wywiad: część I, dnia: 4 lutego 2026`: what of an event may be shown, in its own order.

    `names` are those of the workers, by their ids.
    """
    place = 0 if speech.language == "pl" else 1
    told = dict.fromkeys(
        f"{DETAILS[name][place]}: {names.get(value) or _shown(value, speech)}"
        for name, value in _flat(values)
    )
    return ", ".join(told)


def _flat(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is known by name. A reason is shown where it is a code, not where it is a text."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value)
        elif name in DETAILS and value not in (None, "") and (name != "reason" or value in _CODES):
            yield name, value


def _shown(value: Any, speech: Speech) -> str:
    text = str(value)
    if text in _CODES:
        return _CODES[text][0 if speech.language == "pl" else 1]
    if MONTH.fullmatch(text):
        return speech.month(text)
    try:
        return speech.day(date.fromisoformat(text))
    except ValueError:
        return text
