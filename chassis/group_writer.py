"""The one writer of a log: takes what has gathered, commits it at once, answers each caller.

A caller's mistake is answered to that caller; its neighbours in the same commit never notice.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import structlog

from chassis.clock import Clock
from chassis.context import Context
from chassis.crashpoints import crashpoint
from chassis.database import Connection, Pool
from chassis.loops import Wake
from chassis.refusal import Refusal
from chassis.telemetry import metrics

MOST_ROWS_A_COMMIT = 1000
LEAST_HALVED = 32
MOST_WAITING = 10_000

log = structlog.get_logger(__name__)


class Unavailable(Exception):
    """The log cannot say whether the events are in. Ask again with the same idempotency key."""


@dataclass
class TooBusy(Refusal):
    STATUS = 503
    PL = (
        "Zbyt wiele czynności czeka na zapis. Spróbuj ponownie za chwilę; nic nie zostało zapisane."
    )
    EN = "Too many commands wait to be written. Try again in a moment; nothing was written."


@dataclass(frozen=True, slots=True)
class NewEvent:
    """One row to be: `about` holds its other columns, as `append_events` wants them."""

    stream_id: UUID
    version: int
    state: str
    about: str


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """The events of one append, and the future that its caller waits for."""

    events: list[NewEvent]
    key: str | None
    answer: asyncio.Future[asyncpg.Record]


class GroupWriter:
    """Writes for all callers of this process; other processes take turns by the log's lock."""

    def __init__(self, pool: Pool, clock: Clock) -> None:
        self.appended = Wake()
        self._pool = pool
        self._clock = clock
        self._waiting: deque[Call] = deque()
        self._work = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    async def start(self) -> None:
        self._stopping = False
        self._task = asyncio.create_task(self._run(), name="event log writer")

    async def stop(self) -> None:
        """Returns when what waited is written."""
        if self._task is not None:
            self._stopping = True
            self._work.set()
            await self._task
            self._task = None

    async def append(self, events: list[NewEvent], ctx: Context) -> asyncpg.Record:
        """The row of `append_events` for this caller. Raises TooBusy, Unavailable."""
        if len(self._waiting) >= MOST_WAITING:
            raise TooBusy
        answer: asyncio.Future[asyncpg.Record] = asyncio.get_running_loop().create_future()
        self._waiting.append(Call(events, ctx.idempotency_key, answer))
        self._work.set()
        return await answer

    async def append_in(self, tx: Connection, events: list[NewEvent]) -> asyncpg.Record:
        """The same inside the caller's own transaction."""
        return (await self._commit(tx, [events]))[0]

    async def _run(self) -> None:
        while not self._stopping:
            await self._work.wait()
            self._work.clear()
            while self._waiting:
                await self._write(self._gather())

    def _gather(self) -> list[Call]:
        """Half of what has gathered: while it commits, the callers of the other half decide.

        Never two calls that could collide with each other; the second waits for the next commit.
        """
        most = min(MOST_ROWS_A_COMMIT, max(LEAST_HALVED, len(self._waiting) // 2))
        calls: list[Call] = []
        later: list[Call] = []
        taken: set[UUID | str | None] = set()
        rows = 0
        while self._waiting and rows < most:
            call = self._waiting.popleft()
            if call.answer.cancelled():
                continue
            touches: set[UUID | str | None] = {event.stream_id for event in call.events}
            if call.key is not None:
                touches.add(call.key)
            if touches & taken:
                later.append(call)
                continue
            taken |= touches
            calls.append(call)
            rows += len(call.events)
        self._waiting.extendleft(reversed(later))
        return calls

    async def _write(self, calls: list[Call]) -> None:
        if not calls:
            return
        try:
            async with self._pool.acquire(timeout=5) as connection:
                rows = await self._commit(connection, [call.events for call in calls])
            crashpoint("event_log.after-commit")
        except (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError) as error:
            await self._write_singly(calls, error)
        except Exception as error:  # noqa: BLE001  # every caller is told; the writer goes on
            self._fail(calls, error)
        else:
            metrics.appended.add(sum(len(call.events) for call in calls))
            self.appended.set()
            for call, row in zip(calls, rows, strict=True):
                if not call.answer.done():
                    call.answer.set_result(row)

    async def _write_singly(self, calls: list[Call], error: Exception) -> None:
        """Somebody's values were refused by the database: each alone, so that it is only theirs."""
        if len(calls) == 1:
            self._fail(calls, error)
            return
        for call in calls:
            await self._write([call])

    def _fail(self, calls: list[Call], error: Exception) -> None:
        log.error("log not written", error=type(error).__name__, calls=len(calls))
        for call in calls:
            if not call.answer.done():
                call.answer.set_exception(Unavailable(type(error).__name__))

    async def _commit(
        self, connection: Connection, calls: list[list[NewEvent]]
    ) -> list[asyncpg.Record]:
        """One statement. Answers in the order of the calls."""
        columns = _columns(calls)
        crashpoint("event_log.before-commit")
        rows = await connection.fetch(
            "select * from append_events($1, $2, $3, $4, $5, $6)", *columns, self._clock.now()
        )
        answers = {row["call"]: row for row in rows}
        return [answers[number] for number in range(len(calls))]


def _columns(calls: list[list[NewEvent]]) -> tuple[list[Any], ...]:
    """The calls' events as the array parameters of `append_events`."""
    rows = [(number, event) for number, events in enumerate(calls) for event in events]
    return (
        [number for number, _ in rows],
        [event.stream_id for _, event in rows],
        [event.version for _, event in rows],
        [event.state for _, event in rows],
        [event.about for _, event in rows],
    )
