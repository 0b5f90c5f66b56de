"""How a part runs under an operator: it starts without its servers, says how it is, and ends."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import asyncpg
import structlog
from fastapi import APIRouter, FastAPI, Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis import asyncapi
from chassis.crashpoints import crashpoint
from chassis.database import Pool
from chassis.event_log import Unavailable, appended_here
from chassis.loops import cancel
from chassis.refusal import Refusal
from chassis.security import SAFE_METHODS
from chassis.telemetry import metrics_page
from chassis.web import AWAY, refused
from chassis.web.problems import plain

if TYPE_CHECKING:
    from chassis.part import Part
    from chassis.service import Running

WITHIN = 2.0
STUCK = 5
"""So many failures in a row of the loop that follows the log: an event it cannot tell or show."""

STARTS_WITHIN = 5.0
"""Seconds after which a part answers, though its database is not there yet."""

ALSO_AWAY: tuple[type[Exception], ...] = (asyncpg.InterfaceError, FileNotFoundError)
"""A connection that is gone, and a server on this machine that has not made its socket."""

log = structlog.get_logger(__name__)


@asynccontextmanager
async def started(part: Part) -> AsyncIterator[None]:
    """The part runs meanwhile. Without its database it answers that it is not ready.

    Raises WrongDatabase; where that shows later only, the process ends.
    """
    starting = asyncio.create_task(part.start(), name="start")
    await asyncio.wait({starting}, timeout=STARTS_WITHIN)
    if starting.done():
        starting.result()
    starting.add_done_callback(_end_if_it_failed)
    try:
        yield
    finally:
        await cancel(starting)
        await part.stop()


def _end_if_it_failed(starting: asyncio.Task[None]) -> None:
    if not starting.cancelled() and (error := starting.exception()) is not None:
        log.error("cannot start", error=type(error).__name__)
        signal.raise_signal(signal.SIGTERM)


@dataclass
class OutcomeUnknown(Refusal):
    STATUS = 503
    PL = (
        "Nie wiadomo, czy ta czynność została zapisana. Wyślij ją za chwilę jeszcze raz, "
        "z tym samym kluczem idempotencji: nie zostanie wykonana dwa razy."
    )
    EN = (
        "It is not known whether this was saved. Send it again in a moment, "
        "with the same idempotency key: it will not be done twice."
    )


def answer_what_is_not_known(app: FastAPI) -> None:
    """Says 503 where the database went away, and what to do where it may have written."""

    async def unknown(request: Request, _error: Exception) -> Response:
        return refused(request, OutcomeUnknown())

    async def away(request: Request, error: Exception) -> Response:
        if isinstance(error, ValueError):
            raise error  # the driver's word for a value that fits no column
        return plain(request, 503)

    app.add_exception_handler(Unavailable, unknown)
    for error in ALSO_AWAY:
        app.add_exception_handler(error, away)


def shell_routes(running: Running[Any]) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/livez", include_in_schema=False)
    async def livez() -> dict[str, Any]:
        """The event loop turns. `clock`: the last business hour whose work is done."""
        told: dict[str, Any] = {"unit": running.unit.name, "state": "alive"}
        if (clockwork := running.part.clockwork) is not None:
            told["clock"] = clockwork.acted
        return told

    @router.get("/readyz", include_in_schema=False)
    async def readyz(response: Response) -> dict[str, Any]:
        """200 when database, broker and consumer are there and the copies move on; else 503."""
        found = await checks(running)
        response.status_code = 200 if all(found.values()) else 503
        return {"unit": running.unit.name, "checks": found}

    @router.get("/status", include_in_schema=False)
    async def status() -> dict[str, Any]:
        """Counts and positions only; `osnowa doctor` prints them."""
        return await report(running)

    @cache
    def facts() -> dict[str, Any]:
        return asyncapi.document(running.directory, running.unit.name)

    @router.get("/api/asyncapi.json", include_in_schema=False)
    def asyncapi_document() -> dict[str, Any]:
        """Every fact that we publish or hear, as AsyncAPI 3; made when first asked for."""
        return facts()

    router.add_route("/metrics", metrics_page, include_in_schema=False)
    return router


async def checks(running: Running[Any]) -> dict[str, bool]:
    part = running.part
    broker = part.relay is not None and part.relay.nats.is_connected
    return {
        "database": await _database_answers(part.pool),
        "broker": broker,
        "consumer": broker and part.listening is not None and part.listening.consumer_alive,
        "loops": bool(part.loops) and all(loop.health.running for loop in part.loops),
        "copies": all(
            loop.health.consecutive_failures < STUCK
            for loop in part.loops
            if loop.health.name == "follower"
        ),
    }


async def report(running: Running[Any]) -> dict[str, Any]:
    part = running.part
    parked = await part.inbox.parked()
    head = await part.log.head()
    return {
        "unit": running.unit.name,
        "version": version("osnowa"),
        "checks": await checks(running),
        "log_head": head,
        "follower_lag": head - await part.follower.position(),
        "relay_lag": await part.relay.lag() if part.relay else None,
        "inbox_lag": await part.inbox.lag(),
        "rejected": await part.inbox.rejected(),
        "parked": sum(fact.state == "parked" for fact in parked),
        "waiting_behind_parked": sum(fact.state == "waiting" for fact in parked),
        "loops": {
            loop.health.name: {
                "ok": loop.health.ok,
                "failures": loop.health.consecutive_failures,
                "last_error": loop.health.last_error,
            }
            for loop in part.loops
        },
    }


async def _database_answers(pool: Pool) -> bool:
    try:
        async with asyncio.timeout(WITHIN):
            return bool(await pool.fetchval("select true"))
    except AWAY + ALSO_AWAY:
        return False


class WaitForOwnCopies:
    """An answer to a command goes out when our own read models show what the command did."""

    def __init__(self, app: ASGIApp, running: Running[Any]) -> None:
        self._app, self._running = app, running

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
            return
        appended_here.set(0)

        async def when_shown(message: Message) -> None:
            if message["type"] == "http.response.start" and appended_here.get():
                if not await self._running.part.follower.reached(appended_here.get()):
                    log.warning("answered before our own copies show it")
                crashpoint("web.before-reply")
            await send(message)

        await self._app(scope, receive, when_shown)
