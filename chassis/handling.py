"""What a received fact does here: its effects, or the place where it waits for somebody.

What cannot be handled is parked with its reason; later facts about the same client, whoever told
them, wait behind it, all others flow. A parked fact that is handled at last lets them go, in order.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import structlog
from osnowa_contracts.access import PersonMergeUndone, PersonsMerged
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Form
from osnowa_contracts.reading import UnknownFact, parse

from chassis.clock import Clock
from chassis.context import Context, Worker, reaction_key
from chassis.copies import Turn, savepoint
from chassis.database import Connection
from chassis.disclosure import Disclosure
from chassis.event_log import TooBusy, Unavailable, VersionConflict
from chassis.refusal import Refusal
from chassis.telemetry import span
from chassis.timeline import SHOW_TOLD, Timeline

React = Callable[[Fact, Envelope, Context], Awaitable[None]]
ProjectFact = Callable[[Connection, Fact, Envelope], Awaitable[None]]

log = structlog.get_logger(__name__)


async def reacts_to_nothing(_fact: Fact, _envelope: Envelope, _ctx: Context) -> None:
    """For a part that only listens."""


PLATFORMS = (PersonsMerged, PersonMergeUndone)
"""Facts of the platform itself: nothing of a service's own follows from them.

That a unit hears no more is not among them: what waited for what it would hear next ends there.
"""

PASSING = (
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.TransactionRollbackError,
    asyncpg.InterfaceError,
    ConnectionError,
    TimeoutError,
    TooBusy,
    Unavailable,
    VersionConflict,
)

HANDLED = (
    "told as (update inbox i set state = 'handled', reason = null, timeline_position = u.position"
    "   from unnest($1::text[], $2::bigint[], $3::bigint[]) as u (publisher, sequence, position)"
    "   where i.publisher = u.publisher and i.sequence = u.sequence returning i.*),"
    f" shown as ({SHOW_TOLD.format('told')})"
)
"""Part of a statement: marks facts and writes their timeline rows; `places` are its parameters."""


Places = tuple[list[Any], list[Any], list[int | None]]


def places(turn: Turn, rows: list[asyncpg.Record]) -> Places:
    """Publishers, sequences and fresh timeline positions of facts."""
    first = turn.next_shown(len(rows))
    return (
        [row["publisher"] for row in rows],
        [row["sequence"] for row in rows],
        [None if r["fact_id"] in turn.repeated else first + n for n, r in enumerate(rows)],
    )


def passing(error: Exception) -> bool:
    """A failure of the moment: the whole transaction is tried again, no fact is to blame.

    The driver calls a value that fits no column an error of its interface; that is the fact's.
    """
    return isinstance(error, PASSING) and not isinstance(error, ValueError)


@dataclass
class Handling:
    """Acts in the turn of the inbox."""

    unit: str
    clock: Clock
    timeline: Timeline
    disclosure: Disclosure
    project: ProjectFact
    react: React = reacts_to_nothing

    async def all_at_once(self, turn: Turn, ready: list[asyncpg.Record]) -> list[asyncpg.Record]:
        """Handles facts in order; answers those whose rows are to be HANDLED.

        `held` says of each that something was parked for its client before. Raises what one of
        them raises.
        """
        flowing = [row for row in ready if not row["held"]]
        for row in flowing:
            await self._handle(turn, row)
        await self._wait(turn.tx, [row for row in ready if row["held"]])
        return flowing

    async def one_by_one(
        self, turn: Turn, ready: list[asyncpg.Record], doubtful: set[tuple[str, int]]
    ) -> None:
        """Handles facts in order; what fails, and what is doubtful, is parked."""
        for row in ready:
            if await self._held(turn.tx, [row]):
                await self._wait(turn.tx, [row])
            elif (row["publisher"], row["sequence"]) in doubtful:
                await self._park(turn.tx, row, "does not continue what we were told before")
            else:
                await self._carefully(turn, row)

    async def again(self, turn: Turn, row: asyncpg.Record) -> bool:
        """A parked fact, and what waits behind it. False if it stays parked."""
        if not await self._carefully(turn, row):
            return False
        if row["person_id"] is not None:
            await self._release(turn, row["person_id"])
        return True

    # --- one fact -------------------------------------------------------------

    async def _carefully(self, turn: Turn, row: asyncpg.Record) -> bool:
        """Handles one fact inside a savepoint; what fails is parked."""
        try:
            async with savepoint(turn):
                await self._handle(turn, row)
                await self._handled(turn, [row])
        except Exception as error:
            if passing(error):
                raise
            await self._park(turn.tx, row, _reason(error))
            return False
        return True

    async def _handle(self, turn: Turn, row: asyncpg.Record) -> None:
        await self.effects(turn, Envelope.model_validate_json(row["envelope"]), row["person_id"])

    async def effects(self, turn: Turn, envelope: Envelope, person_id: UUID | None) -> None:
        """What one fact does. Of an entry of which we may only know that it exists, nothing."""
        if envelope.form is Form.EXISTENCE:
            return
        fact = parse(envelope)
        with span("handle", traceparent=envelope.traceparent, type=envelope.type):
            now = self.clock.now()
            await self.disclosure.received(
                turn, fact, person_id, envelope.id, envelope.publisher, now
            )
            await self.project(turn.tx, fact, envelope)
            if not isinstance(fact, PLATFORMS):
                await self.react(fact, envelope, self._context(turn.tx, envelope))

    def _context(self, tx: Connection, envelope: Envelope) -> Context:
        more: dict[str, Any] = {}
        if envelope.correlationid is not None:
            more["correlation_id"] = envelope.correlationid
        return Context(
            worker=Worker.system(self.unit),
            now=self.clock.now(),
            idempotency_key=reaction_key(envelope.id),
            causation_id=envelope.id,
            connection=tx,
            **more,
        )

    async def _handled(self, turn: Turn, rows: list[asyncpg.Record]) -> None:
        await turn.tx.execute(f"with {HANDLED} select", *places(turn, rows))

    # --- those that wait --------------------------------------------------------

    async def _park(self, tx: Connection, row: asyncpg.Record, reason: str) -> None:
        log.error("fact parked", type=row["type"], code=reason, attempt=row["attempts"] + 1)
        await tx.execute(
            "update inbox set state = 'parked', reason = $3, attempts = attempts + 1"
            " where publisher = $1 and sequence = $2",
            row["publisher"], row["sequence"], reason,
        )  # fmt: skip

    async def _held(self, tx: Connection, rows: list[asyncpg.Record]) -> set[UUID]:
        """The clients of these facts for whom something is parked already."""
        found = await tx.fetch(
            "select distinct p as person_id from inbox i, unnest($1::uuid[]) p"
            " where i.state in ('parked', 'waiting') and i.person_id = any(ids_of(p))",
            list({row["person_id"] for row in rows if row["person_id"] is not None}),
        )
        return {row["person_id"] for row in found}

    async def _wait(self, tx: Connection, rows: list[asyncpg.Record]) -> None:
        if rows:
            await tx.execute(
                "update inbox i set state = 'waiting' from unnest($1::text[], $2::bigint[])"
                " as u (publisher, sequence)"
                " where i.publisher = u.publisher and i.sequence = u.sequence",
                [row["publisher"] for row in rows],
                [row["sequence"] for row in rows],
            )

    async def _release(self, turn: Turn, person_id: UUID) -> None:
        """Handles what waited for this client, in order, until one is parked again.

        Where a merge is undone among them, what is parked for one holds up the other no more.
        """
        rows = await turn.tx.fetch(
            "select * from (select i.*, max(arrival) over (partition by publisher"
            "   order by sequence) as complete from inbox i"
            "   where person_id = any(ids_of($1)) and state in ('parked', 'waiting')) i"
            " order by complete, publisher, sequence",
            person_id,
        )
        stuck: set[UUID] = set()
        for row in rows:
            one = set(await turn.tx.fetchval("select ids_of($1)", row["person_id"]))
            if stuck & one:
                continue
            if row["state"] == "parked" or not await self._carefully(turn, row):
                stuck |= one


def _reason(error: Exception) -> str:
    """For the list of parked facts: what failed, never whom it was about."""
    if isinstance(error, Refusal):
        return f"refused: {error.code}"
    if isinstance(error, UnknownFact):
        return f"unknown fact or version: {error}"
    return f"failed: {type(error).__name__}"
