"""Pages with the titles of our codes in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from fastapi import Request
from starlette.responses import Response

from chassis.context import roles_of
from chassis.web import page, speech_of
from chassis.web.language import Speech
from chassis.web.signed_in import worker_of
from services.intake import person_words, words
from services.intake.commands import Commands
from services.intake.pesel import Pesel


def shown(request: Request, name: str, *, status: int, **values: Any) -> Response:
    """A page with the titles of our codes in the reader's language."""
    speech = speech_of(request)

    def titled(titles: Mapping[Any, str]) -> list[tuple[str, str]]:
        return [(code.value, speech.text(text)) for code, text in titles.items()]

    def named(codes: Iterable[Any], titles: Mapping[Any, str]) -> str:
        return ", ".join(speech.text(titles[code]) for code in codes)

    worker = worker_of(request)
    known = {
        "words": words,
        "person_words": person_words,
        "titled": titled,
        "named": named,
        "may_register": worker and worker.role in roles_of(Commands.register_person),
    }
    return page(request, name, status=status, **known, **values)


def pesel_said(pesel: Pesel, speech: Speech) -> str:
    """What a right number tells of its owner."""
    sex = speech.text(words.SEX[pesel.sex].lower())
    return speech.text(
        "PESEL jest poprawny: ur. {day}, {sex}.", day=speech.day(pesel.birth_date), sex=sex
    )


def uuid_of(text: str) -> UUID | None:
    """An id that a form brings back; None where somebody sent something else."""
    try:
        return UUID(text)
    except ValueError:
        return None
