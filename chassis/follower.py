"""Follows the own log: events become read models, own timeline entries and disclosures.

One transaction does all of it for many events and moves the checkpoint, so a killed process leaves
nothing half done.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, DomainEvent
from chassis.clock import Clock
from chassis.copies import Reached, Turn
from chassis.crashpoints import crashpoint
from chassis.database import Connection
from chassis.disclosure import Announcement, Disclose, Disclosure, own_facts
from chassis.event_log import EventLog, Recorded
from chassis.loops import Wake
from chassis.register import OwnFact
from chassis.telemetry import metrics, span
from chassis.timeline import Timeline

MOST_EVENTS_A_COMMIT = 300
MOST_AGGREGATES_KEPT = 5_000
SHOWN_WITHIN = 5.0
"""Seconds that an answer to a command waits for the copies to show what it did."""

_TAKE_TURN = (
    "with taken as materialized ("
    "   select followed, disclosed, shown from copies"
    "   where exists (select from events where position > followed) for update)"
    " select * from taken left join lateral ("
    "   select * from events where position > taken.followed order by position limit $1) e on true"
    " order by e.position"
)
"""Where another process of this unit is quicker it may find nothing, although something is left:
PostgreSQL then looks again at the one event that it found before it waited for the lock."""

ProjectEvent = Callable[[Connection, DomainEvent, Any, Recorded], Awaitable[None]]


@dataclass
class Follower:
    """`step()` handles what waits and says whether there may be more."""

    log: EventLog
    clock: Clock
    disclosure: Disclosure
    timeline: Timeline
    disclose: Disclose
    project: ProjectEvent
    disclosed: Wake = field(default_factory=Wake)
    """Set when there is something new for the relay."""

    def __post_init__(self) -> None:
        self._kept: OrderedDict[UUID, Aggregate] = OrderedDict()
        self._reached = 0
        self._moved = asyncio.Condition()

    async def step(self) -> bool:
        """One transaction over the events behind the checkpoint. True if there may be more."""
        try:
            events = await self._commit()
        except BaseException:
            self._kept.clear()  # what was applied ahead of a rollback is not true any more
            self.disclosure.handover.forget()
            raise
        if not events:
            return await self._look_again()
        crashpoint("follower.after-commit")
        self.disclosure.handover.committed()
        metrics.projection_delay.record(
            max(0.0, (self.clock.now() - events[-1].recorded_at).total_seconds())
        )
        self.disclosed.set()
        self.timeline.changed.set()
        await self._show(events[-1].position)
        return len(events) == MOST_EVENTS_A_COMMIT

    async def reached(self, position: int) -> bool:
        """Waits until our copies show the log up to `position`; False after SHOWN_WITHIN."""
        if position <= self._reached:
            return True
        try:
            async with asyncio.timeout(SHOWN_WITHIN), self._moved:
                await self._moved.wait_for(lambda: position <= self._reached)
        except TimeoutError:
            return False
        return True

    async def position(self) -> int:
        """Up to where in the log the copies are."""
        return int(await self.log.pool.fetchval("select followed from copies"))

    async def _look_again(self) -> bool:
        """Whether another process of this unit was quicker and yet left something behind."""
        row = await self.log.pool.fetchrow(
            "select followed, exists (select from events where position > followed) as more"
            " from copies"
        )
        assert row is not None
        await self._show(row["followed"])
        return bool(row["more"])

    async def _show(self, position: int) -> None:
        """Lets those go on who wait for it. Copies that were taken back show less than before."""
        if position != self._reached:
            async with self._moved:
                self._reached = position
                self._moved.notify_all()

    async def _commit(self) -> list[Recorded]:
        """Takes the turn if there is something behind the checkpoint, and the events with it."""
        async with self.log.pool.acquire() as tx, tx.transaction():
            rows = await tx.fetch(_TAKE_TURN, MOST_EVENTS_A_COMMIT)
            events = [self.log.recorded(row) for row in rows if row["position"] is not None]
            if not events:
                return []
            taken = Turn(tx, Reached(*rows[0][:3]))
            taken.reached.followed = events[-1].position
            traces = [e.traceparent for e in events if e.traceparent]
            latest = traces[-1] if traces else None
            with span("disclose", traceparent=latest, links=traces[:-1], events=len(events)):
                await self._follow(taken, events)
            await taken.save()
            crashpoint("follower.before-commit")
        return events

    async def _follow(self, taken: Turn, events: list[Recorded]) -> None:
        facts = await self._restated(taken.tx, await self._facts(taken.tx, events))
        shown = self.timeline.number(taken, facts)
        await self.disclosure.tell(taken, shown, self.clock.now())

    async def _facts(self, tx: Connection, events: list[Recorded]) -> list[OwnFact]:
        facts: list[OwnFact] = []
        for recorded in events:
            aggregate = await self._as_after(recorded)
            await self.project(tx, recorded.event, aggregate, recorded)
            said: list[Announcement] = list(self.disclose(recorded.event, aggregate))
            facts += own_facts(recorded, said, self.disclosure.unit)
        return facts

    async def _as_after(self, recorded: Recorded) -> Aggregate:
        """The aggregate as it was right after the event; kept, so that the next event is cheap."""
        event = recorded.event
        kept = self._kept.pop(event.originator_id, None)
        aggregate: Any = None
        if event.originator_version == 1:
            aggregate = event.mutate(None)
        elif kept is not None and kept.version == event.originator_version - 1:
            aggregate = event.mutate(kept)
        else:
            aggregate = await self.log.find(
                Aggregate, event.originator_id, to_version=event.originator_version
            )
        self._kept[event.originator_id] = aggregate
        if len(self._kept) > MOST_AGGREGATES_KEPT:
            self._kept.popitem(last=False)
        return aggregate  # type: ignore[no-any-return]  # the library's mutate is untyped

    async def _restated(self, tx: Connection, facts: list[OwnFact]) -> list[OwnFact]:
        """Marks the facts that only pass on what another unit told us under the same name."""
        causes = [f.causation_id for f in facts if f.causation_id is not None]
        if not causes:
            return facts
        rows = await tx.fetch(
            "select fact_id, publisher, type from inbox where fact_id = any($1::uuid[])", causes
        )
        told = {row["fact_id"]: row for row in rows}

        def mark(fact: OwnFact) -> OwnFact:
            cause = told.get(fact.causation_id) if fact.causation_id else None
            if cause is None or _name(cause["type"]) != _name(fact.fact.type()):
                return fact
            return replace(fact, restated_from=cause["publisher"])

        return [mark(fact) for fact in facts]


def _name(type_: str) -> str:
    return type_.split(".")[2]
