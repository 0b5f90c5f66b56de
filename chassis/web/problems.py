"""Everything that goes wrong, said once: problem+json for programs, a page for readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import asyncpg
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from nats.errors import Error as NatsError
from opentelemetry import trace
from pydantic_core import to_jsonable_python
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis.refusal import Refusal
from chassis.security import NotSignedIn
from chassis.web import language
from chassis.web.messages import FieldError, field_errors
from chassis.web.render import Pages, page
from chassis.web.site import site_of

log = structlog.get_logger(__name__)

PROBLEM = "application/problem+json"
RETRY_AFTER = "10"
"""Seconds after which a reader or program may try again when the database or NATS is away."""

AWAY: tuple[type[Exception], ...] = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    NatsError,
    ConnectionError,
    TimeoutError,
)

TITLES = {
    400: "Nieprawidłowe żądanie",
    401: "Zaloguj się",
    403: "Brak dostępu",
    404: "Nie znaleziono strony",
    405: "Tak nie można użyć tego adresu",
    409: "Tej czynności nie można teraz wykonać",
    413: "Za dużo danych",
    422: "Popraw dane",
    500: "Coś poszło nie tak",
    503: "Usługa jest chwilowo niedostępna",
}
DETAILS = {
    400: "Wróć do poprzedniej strony i spróbuj ponownie.",
    401: "Zaloguj się i spróbuj ponownie.",
    403: "Nie masz uprawnień do tej strony. Jeśli są Ci potrzebne, powiedz o tym przełożonemu.",
    404: "Sprawdź, czy adres jest wpisany poprawnie, albo przejdź do strony „Co na mnie czeka”.",
    405: "Wróć do poprzedniej strony i użyj przycisku albo linku na niej.",
    422: "Popraw wskazane pola i wyślij ponownie.",
    500: (
        "Spróbuj ponownie. Jeśli błąd się powtórzy, podaj administratorowi numer zdarzenia: "
        "{trace_id}."
    ),
    503: "Twoje dane nie zostały zmienione. Spróbuj ponownie za chwilę.",
}


@dataclass(frozen=True)
class Problem:
    """RFC 9457: `type` is a stable name, `title` the kind, `detail` what to do now."""

    status: int
    code: str
    title: str
    detail: str
    fields: tuple[FieldError, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "type": f"urn:osnowa:problem:{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            "fields": [error.as_json() for error in self.fields],
            **self.more,
        }


def is_program(request: Request) -> bool:
    """Programs ask `/api/`; a script of a page, which must not be answered with a page, says so."""
    return request.url.path.startswith("/api/") or "hx-request" in request.headers


def answer(request: Request, error: Problem) -> Response:
    """The problem as this request can read it."""
    headers = {"Retry-After": RETRY_AFTER} if error.status == 503 else {}
    if is_program(request):
        response: Response = JSONResponse(error.as_json(), error.status, media_type=PROBLEM)
    else:
        response = page(request, "kit/problem.html", status=error.status, problem=error)
    response.headers.update(headers)
    return response


def refused(request: Request, refusal: Refusal) -> Response:
    """A refusal of a rule, or of the sign-in guard."""
    if isinstance(refusal, NotSignedIn) and not is_program(request):
        return RedirectResponse(f"/sign-in?return={quote(_address(request))}", status_code=303)
    spoken = _language(request)
    sentence = refusal.sentence(spoken, site_of(request).directory.role_title)
    fields = (FieldError(refusal.FIELD, sentence, refusal.code),) if refusal.FIELD else ()
    title = _said(request, TITLES.get(refusal.STATUS, TITLES[409]))
    more = {"told": to_jsonable_python(refusal.told())} if refusal.TELLS else {}
    return answer(request, Problem(refusal.STATUS, refusal.code, title, sentence, fields, more))


def plain(request: Request, status: int, **values: str) -> Response:
    """A problem of which nothing is known but its HTTP status."""
    known = status if status in DETAILS else (500 if status >= 500 else 400)
    title, detail = _said(request, TITLES[known]), _said(request, DETAILS[known], **values)
    return answer(request, Problem(status, f"http-{status}", title, detail, more=dict(values)))


def install(app: FastAPI) -> None:
    """One place for all services: what a route raises becomes one of the answers above."""
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    for error in AWAY:
        app.add_exception_handler(error, _on_away)


def _on_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return refused(request, error)


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    fields = tuple(field_errors(error.errors(), _speech(request)))
    title, detail = _said(request, TITLES[422]), _said(request, DETAILS[422])
    return answer(request, Problem(422, "invalid", title, detail, fields))


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = plain(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


def _on_away(request: Request, error: Exception) -> Response:
    log.warning("a part we need is away", error=type(error).__name__)
    return plain(request, 503)


class Unexpected:
    """Turns what nobody foresaw into a page with a number that leads to the log.

    The log keeps the kind of error and where it came from, never its text: that may name a person.
    """

    def __init__(self, app: ASGIApp, on_error: Callable[[Request, str], Response]) -> None:
        self._app, self._on_error = app, on_error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            if scope["type"] != "http":
                raise
            trace_id = current_trace_id()
            log.error("unexpected error", trace_id=trace_id, exc_info=error)
            if not started:
                await self._on_error(Request(scope, receive), trace_id)(scope, receive, send)


def unexpected(request: Request, trace_id: str) -> Response:
    return plain(request, 500, trace_id=trace_id)


def current_trace_id() -> str:
    """The trace this request belongs to, or a new number where nothing traces."""
    traced = trace.get_current_span().get_span_context().trace_id
    return f"{traced:032x}" if traced else uuid4().hex


def _language(request: Request) -> language.Language:
    return language.of_api(request) if is_program(request) else language.of_page(request)


def _speech(request: Request) -> language.Speech:
    pages: Pages = request.app.state.pages
    return pages.speech(_language(request))


def _said(request: Request, polish: str, **values: str) -> str:
    return _speech(request).text(polish, **values)


def _address(request: Request) -> str:
    """Where a reader wanted to go; a form that was sent is not sent again after sign-in."""
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
