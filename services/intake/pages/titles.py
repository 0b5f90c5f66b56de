"""Pages with the titles of our codes in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from fastapi import Request
from starlette.responses import Response

from chassis.web import page, speech_of
from services.intake import person_words, words


def shown(request: Request, name: str, *, status: int, **values: Any) -> Response:
    """A page with the titles of our codes in the reader's language."""
    speech = speech_of(request)

    def titled(titles: Mapping[Any, str]) -> list[tuple[str, str]]:
        return [(code.value, speech.text(text)) for code, text in titles.items()]

    def named(codes: Iterable[Any], titles: Mapping[Any, str]) -> str:
        return ", ".join(speech.text(titles[code]) for code in codes)

    known = {"words": words, "person_words": person_words, "titled": titled, "named": named}
    return page(request, name, status=status, **known, **values)


def uuid_of(text: str) -> UUID | None:
    """An id that a form brings back; None where somebody sent something else."""
    try:
        return UUID(text)
    except ValueError:
        return None
