"""What a `main.py` lists, and how it becomes a running program.

service = Service(kind=Publisher.REPORTING, aggregates=[Count], commands=Commands, ...)
if __name__ == "__main__":
    service.run()
"""

from __future__ import annotations

import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

import uvicorn
import uvloop
from fastapi import APIRouter, FastAPI
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import OUTSIDE, Fact, Publisher

from chassis import telemetry
from chassis.aggregate import Aggregate, DomainEvent
from chassis.clock import Clock
from chassis.clockwork import HOUR
from chassis.context import Context, Worker
from chassis.database import Connection, Pool
from chassis.disclosure import Disclose, Involve, nobody_involved, nothing_disclosed
from chassis.event_log import Recorded
from chassis.follower import ProjectEvent
from chassis.handling import ProjectFact
from chassis.openapi import describe
from chassis.parked import parked_routes
from chassis.part import Address, Behaviour, Part
from chassis.security import DemoSignIn, Directory
from chassis.settings import Settings
from chassis.shell import WaitForOwnCopies, answer_what_is_not_known, shell_routes, started
from chassis.timeline import Entry
from chassis.web import add_routes, install, reads
from chassis.web.site import Client, Link, Say, Site, Task, everybody_sees

C = TypeVar("C")

ABOUT = (
    "{title}. Commands are POST requests; send each with an `Idempotency-Key` of its own, and send"
    " it again with the same key where the answer was lost. What the rules refuse is answered as"
    " `application/problem+json` with a stable `code`. Sign in with `POST /api/sign-in`."
)

IDLE_SECONDS = 75
"""How long a connection is kept on which nothing is asked. Clients and proxies should give theirs
up earlier (httpx after 5, nginx after 60): who sends on one that we close just then gets no answer.
"""


class Reacting(Protocol):
    """A service's reactions."""

    async def react(self, fact: Fact, envelope: Envelope, ctx: Context) -> None: ...


async def _projects_no_event(
    _tx: Connection, _event: DomainEvent, _aggregate: Any, _recorded: Recorded
) -> None:
    return


async def _projects_no_fact(_tx: Connection, _fact: Fact, _envelope: Envelope) -> None:
    return


def _nothing_more(_settings: Settings) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Service(Generic[C]):
    """One program. What is left out, it does not do."""

    kind: Publisher
    commands: Callable[..., C]
    """Called with (log, reading), and by keyword with what `commands_know` takes from settings."""
    commands_know: Callable[[Settings], Mapping[str, Any]] = _nothing_more
    aggregates: Sequence[type[Aggregate]] = ()
    schema: Path | None = None
    disclose: Disclose = nothing_disclosed
    involve: Involve = nobody_involved
    reactions: Callable[[C, Pool], Reacting] | None = None
    project_event: ProjectEvent = _projects_no_event
    project_fact: ProjectFact = _projects_no_fact
    clockwork: Callable[[C, Pool, Context], Awaitable[object]] | None = None
    """What falls due by itself, asked each business hour; see `chassis.clockwork.Act`."""
    clockwork_every: timedelta = HOUR
    """Where an hour is too long."""
    routers: Sequence[APIRouter] = ()
    waiting: Callable[[Pool, Worker, date, Say], Awaitable[Sequence[Task]]] | None = None
    client: Callable[[Pool, UUID, Say], Awaitable[Client | None]] | None = None
    find: Callable[[Pool, str], Awaitable[Sequence[Client]]] | None = None
    may_see: Callable[[Worker, Entry], bool] = everybody_sees
    """Which entries of the shared timeline a worker is shown."""
    navigation: tuple[Link, ...] = ()
    templates: Path | None = None
    english: Mapping[str, str] = field(default_factory=dict)

    def run(self) -> None:
        """Runs until it is told to stop; settings come from the environment."""
        settings = Settings.load()
        telemetry.configure(settings)
        signal.signal(signal.SIGTERM, _end)
        uvloop.run(self._serve(settings))

    async def _serve(self, settings: Settings) -> None:
        config = uvicorn.Config(
            self.app(settings),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=5,
        )
        await uvicorn.Server(config).serve()

    def app(self, settings: Settings, clock: Clock | None = None) -> FastAPI:
        """The ASGI application; the part starts and stops with its lifespan."""
        running = Running(self, settings, clock or Clock(settings.clock_file))

        @asynccontextmanager
        async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
            async with started(running.part):
                yield
            telemetry.shutdown()

        app = FastAPI(
            title=f"Osnowa: {running.unit.name}",
            version=version("osnowa"),
            lifespan=lifespan,
            telemetry=telemetry.fastapi_telemetry(),
            docs_url=None,
            redoc_url=None,
            openapi_url="/api/openapi.json",
        )
        describe(app, ABOUT.format(title=running.unit.title("en")))
        app.state.service = running
        install(app, running.site)
        answer_what_is_not_known(app)
        app.add_middleware(WaitForOwnCopies, running=running)
        add_routes(app, *self.routers, shell_routes(running), parked_routes(running))
        return app


def _end(*_: object) -> None:
    """The server catches the signal, ends in order, and then raises it again."""
    sys.exit(0)


class Running(Generic[C]):
    """A started service: what routes get as `service`."""

    def __init__(self, service: Service[C], settings: Settings, clock: Clock) -> None:
        self.service = service
        self.settings = settings
        self.clock = clock
        self.directory = Directory.load(settings.units_file)
        self.unit = self.directory.units[settings.unit]
        outside = service.kind in OUTSIDE and self.unit.kind in OUTSIDE
        if self.unit.kind != service.kind and not outside:
            raise ValueError(f"{self.unit.name} is of kind {self.unit.kind}, not {service.kind}")
        schemas = (reads.SCHEMA, *((service.schema,) if service.schema else ()))
        self.part = Part(
            Address(
                settings.unit,
                settings.database,
                settings.nats,
                settings.nats_password.get_secret_value(),
            ),
            {name: Publisher(unit.kind) for name, unit in self.directory.units.items()},
            Behaviour(
                disclose=service.disclose,
                involve=service.involve,
                project_event=service.project_event,
                project_fact=service.project_fact,
                on_the_hour=self._on_the_hour if service.clockwork else None,
                every=service.clockwork_every,
            ),
            clock,
            schemas,
        )
        told = service.commands_know(settings)
        self.commands = service.commands(self.part.log, self.part.pool, **told)
        if service.reactions is not None:
            self.part.reacts(service.reactions(self.commands, self.part.pool).react)
        self.site = self._site()

    @property
    def reading(self) -> Pool:
        return self.part.pool

    async def _on_the_hour(self, ctx: Context) -> None:
        assert self.service.clockwork is not None
        await self.service.clockwork(self.commands, self.reading, ctx)

    def _site(self) -> Site:
        service, pool = self.service, self.part.pool
        offered: dict[str, Any] = {}
        if service.waiting is not None:
            waiting = service.waiting
            offered["waiting"] = lambda worker, today, t: waiting(pool, worker, today, t)
        if service.client is not None:
            client = service.client
            offered["client"] = lambda person_id, t: client(pool, person_id, t)
        if service.find is not None:
            find = service.find
            offered["find"] = lambda text: find(pool, text)
        return Site(
            unit=self.unit,
            directory=self.directory,
            identity=DemoSignIn(
                self.settings.session_secret.get_secret_value(), self.unit.institution
            ),
            timeline=self.part.timeline,
            reads=reads.ReadsTable(pool),
            clock=self.clock,
            navigation=tuple(
                link
                for link in service.navigation
                if not link.only_for or self.unit.kind in link.only_for
            ),
            templates=(service.templates,) if service.templates else (),
            english=service.english,
            may_see=service.may_see,
            **offered,
        )
