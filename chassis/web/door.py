"""What comes in at all: no more than a megabyte, and no character that no database can keep."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis.refusal import Refusal

MOST_BYTES = 1_000_000
"""Of a body. Nothing that a worker sends comes near it; files will need a door of their own."""

FORM = "application/x-www-form-urlencoded"
NUL_IN_FORM = re.compile(rb"\x00|%00")
NUL_IN_JSON = re.compile(rb"\x00|(?<!\\)(?:\\\\)*\\u0000")
"""As a byte, or as JSON writes it; `\\\\u0000` is a backslash and five letters."""


@dataclass
class TooLarge(Refusal):
    STATUS = 413
    PL = "To, co wysyłasz, jest za duże. Skróć tekst (najwyżej 1 MB) i wyślij ponownie."
    EN = "What you send is too large. Shorten the text (at most 1 MB) and send it again."


@dataclass
class CharacterNotKept(Refusal):
    STATUS = 422
    PL = "W danych jest znak U+0000, którego nie da się zapisać. Usuń go i wyślij ponownie."
    EN = "The data has the character U+0000, which cannot be kept. Remove it and send it again."


class Door:
    """Turns away before any route, so that no route and no table needs to think of it."""

    def __init__(self, app: ASGIApp, refuse: Callable[[Request, Refusal], Response]) -> None:
        self._app, self._refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            _require_keepable("\x00" in scope["path"] or b"%00" in scope["query_string"])
            coming = await _checked(request, receive)
        except Refusal as refusal:
            await self._refuse(request, refusal)(scope, receive, send)
            return
        await self._app(scope, coming, send)


async def _checked(request: Request, receive: Receive) -> Receive:
    """The body, read and found good, to be received again. Raises TooLarge, CharacterNotKept."""
    length = request.headers.get("content-length")
    if length is None and "transfer-encoding" not in request.headers:
        return receive
    if length is not None and int(length) > MOST_BYTES:
        raise TooLarge
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return _first(message, receive)
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            raise TooLarge
        if not message.get("more_body", False):
            break
    form = request.headers.get("content-type", "").startswith(FORM)
    _require_keepable((NUL_IN_FORM if form else NUL_IN_JSON).search(body) is not None)
    return _first({"type": "http.request", "body": bytes(body), "more_body": False}, receive)


def _require_keepable(found: bool) -> None:
    if found:
        raise CharacterNotKept


def _first(message: Message, then: Receive) -> Receive:
    waiting = [message]

    async def receive() -> Message:
        return waiting.pop() if waiting else await then()

    return receive
