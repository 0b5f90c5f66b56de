"""One running service or node: its database, its log, its copies, its line to the broker.

Everything here survives the database and the broker going away: each loop tries again by itself,
with growing pauses, and `/readyz` says what is missing.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import structlog
from faststream.nats import NatsBroker
from nats.errors import Error as NatsError
from osnowa_contracts.fact import Publisher

from chassis import copies, event_log, inbox, merges, register, relay_book, timeline
from chassis.clock import Clock
from chassis.clockwork import HOUR, Act, Clockwork
from chassis.database import WrongDatabase, make_pool, prepare_database
from chassis.disclosure import Disclose, Disclosure, Involve
from chassis.event_log import EventLog
from chassis.follower import Follower, ProjectEvent
from chassis.handling import Handling, ProjectFact, React
from chassis.inbox import Inbox
from chassis.listening import Listening
from chassis.loops import Loop, cancel, keep_running
from chassis.mending import Mending
from chassis.refetch import answer_refetches
from chassis.relay import Relay
from chassis.relay_book import RelayBook
from chassis.timeline import Timeline

log = structlog.get_logger(__name__)

T = TypeVar("T")

SCHEMAS = (
    event_log.SCHEMA,
    copies.SCHEMA,
    register.SCHEMA,
    merges.SCHEMA,
    inbox.SCHEMA,
    timeline.SCHEMA,
    relay_book.SCHEMA,
)


@dataclass(frozen=True)
class Address:
    """Where a part finds its database and its broker, and who it is there."""

    unit: str
    database: str
    nats: str
    nats_password: str = field(repr=False)


@dataclass(frozen=True)
class Behaviour:
    """What makes a part this service and no other."""

    disclose: Disclose
    involve: Involve
    project_event: ProjectEvent
    project_fact: ProjectFact
    on_the_hour: Act | None = None
    every: timedelta = HOUR


class Part:
    """Made inside a running event loop; `start()` returns when the database is there.

    The broker may come later, and both may go and come again.
    """

    def __init__(
        self,
        address: Address,
        neighbours: dict[str, Publisher],
        behaviour: Behaviour,
        clock: Clock,
        schemas: tuple[Path, ...] = (),
    ) -> None:
        unit = address.unit
        self.address = address
        self.clock = clock
        self._schemas = (*SCHEMAS, *schemas)
        self.pool = pool = make_pool(address.database)
        self._quick = make_pool(address.database, most=2, wait_for_disk=False)
        self.log = EventLog(pool, clock)
        self.timeline = Timeline(pool)
        self.disclosure = Disclosure(unit, neighbours, behaviour.involve)
        self.follower = Follower(
            self.log, clock, self.disclosure, self.timeline,
            behaviour.disclose, behaviour.project_event,
        )  # fmt: skip
        self._handling = Handling(
            unit, clock, self.timeline, self.disclosure, behaviour.project_fact
        )
        self.inbox = Inbox(unit, pool, clock, self._handling)
        self.clockwork: Clockwork | None = None
        if behaviour.on_the_hour is not None:
            self.clockwork = Clockwork(
                unit, clock, self.log, self.follower, behaviour.on_the_hour, behaviour.every
            )
        self.loops: list[Loop] = []
        self._joining: asyncio.Task[None] | None = None
        self.broker: NatsBroker | None = None
        self.listening: Listening | None = None
        self.relay: Relay | None = None

    def reacts(self, react: React) -> None:
        """What received facts make it do; said before it starts."""
        self._handling.react = react

    async def start(self) -> None:
        await self.pool
        await self._quick
        await _keep_trying(
            lambda: prepare_database(self.pool, self.address.unit, self._schemas),
            gives_up_on=WrongDatabase,
        )
        await self.log.start()
        self.loops.append(
            keep_running("follower", self.follower.step, idle=0.5, wake=self.log.appended)
        )
        if self.clockwork is not None:
            self.loops.append(keep_running("clockwork", self.clockwork.step, idle=0.25))
        self._joining = asyncio.create_task(self._join_broker(), name="join broker")

    async def stop(self) -> None:
        """Lets running transactions end, writes what waits in the log, leaves the broker."""
        if self._joining is not None:
            await cancel(self._joining)
        await asyncio.gather(*(loop.stop() for loop in reversed(self.loops)))
        await self.log.stop()
        if self.broker is not None:
            await _leave(self.broker)
        for pool in (self._quick, self.pool):
            try:
                async with asyncio.timeout(5):
                    await pool.close()
            except TimeoutError:
                pool.terminate()

    async def _join_broker(self) -> None:
        """Connects, answers questions, then starts the relay and the inbox."""
        unit = self.address.unit
        broker = await _keep_trying(self._connected_broker)
        nats = broker.config.connection_state.connection
        self.broker = broker
        self.relay = Relay(unit, RelayBook(self._quick), nats, self.disclosure.handover)
        self.listening = Listening(unit, nats, self.inbox)
        mending = Mending(unit, nats, self.inbox)
        await self.listening.start()
        await mending.start()
        self.loops += [
            keep_running("relay", self.relay.step, idle=1.0, wake=self.follower.disclosed),
            keep_running("inbox", self.listening.take, idle=1.0, wake=self.listening.arrived),
            keep_running("gaps", mending.mend, idle=0.5, wake=mending.suspicious),
            keep_running("nudge", self._nudge, idle=5.0, wake=self.inbox.moved),
        ]

    async def _nudge(self) -> None:
        """What the inbox committed became events, or disclosures by back-fill."""
        self.log.appended.set()
        self.follower.disclosed.set()

    async def _connected_broker(self) -> NatsBroker:
        """FastStream carries the connection; it must never give up, or its loops would spin."""
        unit = self.address.unit
        broker = NatsBroker(
            _with_credentials(self.address),
            name=unit,
            inbox_prefix=f"_INBOX.{unit}",
            max_reconnect_attempts=-1,
            reconnect_time_wait=1,
            connect_timeout=3,
            error_cb=_broker_error,
            logger=logging.getLogger("faststream"),
        )
        answer_refetches(broker, unit, self.pool)
        try:
            await broker.start()
        except BaseException:
            await broker.stop()
            raise
        return broker


async def _leave(broker: NatsBroker) -> None:
    """Ends what runs; a broker that is away is not waited for."""
    nats = broker.config.connection_state.connection
    with contextlib.suppress(NatsError, TimeoutError):
        async with asyncio.timeout(3):
            await broker.stop()
    await nats.close()


def _with_credentials(address: Address) -> str:
    scheme, _, rest = address.nats.partition("://")
    return f"{scheme}://{address.unit}:{quote(address.nats_password, safe='')}@{rest}"


async def _broker_error(error: Exception) -> None:
    """A refused subject shows here and nowhere else."""
    log.error("broker", error=type(error).__name__, broker_said=str(error)[:200])


async def _keep_trying(
    make: Callable[[], Awaitable[T]], gives_up_on: type[Exception] | tuple[()] = ()
) -> T:
    pause = 0.1
    while True:
        try:
            return await make()
        except gives_up_on:
            raise
        except Exception as error:  # noqa: BLE001  # logged; a part waits for what it needs
            log.warning("cannot connect yet", error=type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(5.0, pause * 2)
