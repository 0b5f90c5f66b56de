"""What an operator asks of a running part: is it alive, is it ready, how far is it behind."""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import asyncpg
from fastapi import APIRouter, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis.crashpoints import crashpoint
from chassis.database import Pool
from chassis.event_log import appended_here
from chassis.security import SAFE_METHODS
from chassis.telemetry import metrics_page

if TYPE_CHECKING:
    from chassis.service import Running

WITHIN = 2.0


def shell_routes(running: Running[Any]) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/livez", include_in_schema=False)
    async def livez() -> dict[str, str]:
        """The event loop turns."""
        return {"unit": running.unit.name, "state": "alive"}

    @router.get("/readyz", include_in_schema=False)
    async def readyz(response: Response) -> dict[str, Any]:
        """200 when the database answers, the broker is there and our consumer lives; else 503."""
        found = await checks(running)
        response.status_code = 200 if all(found.values()) else 503
        return {"unit": running.unit.name, "checks": found}

    @router.get("/status", include_in_schema=False)
    async def status() -> dict[str, Any]:
        """Counts and positions only; `osnowa doctor` prints them."""
        return await report(running)

    router.add_route("/metrics", metrics_page, include_in_schema=False)
    return router


async def checks(running: Running[Any]) -> dict[str, bool]:
    part = running.part
    broker = part.relay is not None and part.relay.nats.is_connected
    return {
        "database": await _database_answers(part.pool),
        "broker": broker,
        "consumer": broker and part.listening is not None and part.listening.consumer_alive,
        "loops": all(loop.health.running for loop in part.loops),
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
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
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
                await self._running.part.follower.reached(appended_here.get())
                crashpoint("web.before-reply")
            await send(message)

        await self._app(scope, receive, when_shown)
