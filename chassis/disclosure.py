"""Tells each unit what it may know: an event becomes public facts, facts become disclosures.

The visibility matrix of the contracts and the involvement of the client decide who is told and in
which form; `chassis.register` keeps what was told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from osnowa_contracts.access import (
    ENTRY_EXISTS,
    PERSON_MERGE_UNDONE,
    PERSONS_MERGED,
    PersonsMerged,
    access_ended,
)
from osnowa_contracts.envelope import Envelope, existence_type
from osnowa_contracts.fact import OUTSIDE, Fact, Form, Publisher, reduced
from osnowa_contracts.visibility import form_for, only_by

from chassis import involvement, merges
from chassis.aggregate import Aggregate, DomainEvent
from chassis.context import WARSAW, Worker
from chassis.copies import Turn
from chassis.event_log import Recorded
from chassis.handover import Handover
from chassis.involvement import Begin, Cause, End
from chassis.register import OwnFact, Telling, next_ordinal_of_our_own, not_told_yet, store_facts

__all__ = [
    "Announcement",
    "Begin",
    "Disclose",
    "Disclosure",
    "End",
    "Involve",
    "nobody_involved",
    "nothing_disclosed",
    "own_facts",
]


@dataclass(frozen=True)
class Announcement:
    """A public fact about a person (or about nobody), as `disclosures.py` yields it.

    `to` names the units that are told, whoever else is involved; empty means: all who may know.
    """

    fact: Fact
    person: UUID | None
    to: tuple[str, ...] = ()


Change = Begin | End | merges.Join | merges.Part

Disclose = Callable[[DomainEvent, Any], Iterable[Announcement]]
Involve = Callable[[Fact, UUID | None, str], Iterable[Begin | End]]


class Disclosure:
    """Decides who is told, in the turn of its caller."""

    def __init__(self, unit: str, neighbours: dict[str, Publisher], involve: Involve) -> None:
        self.unit = unit
        self.kind = neighbours[unit]
        self.handover = Handover()
        self._involve = involve
        self._neighbours = {u: k for u, k in neighbours.items() if u != unit}
        self._statistics = [u for u, k in self._neighbours.items() if k is Publisher.REPORTING]

    async def tell(self, turn: Turn, facts: list[OwnFact], now: datetime) -> None:
        """Stores and shows own facts, and discloses each to those who may know it at that moment.

        Who becomes involved by a fact is told it, and so is whose involvement ends by it.
        """
        if not facts:
            return
        telling = await Telling.start(turn, self.handover, facts)
        known = telling.involved
        for own in facts:
            changes = self._changes(own.fact, own.person_id, self.unit)
            cause = Cause(own.fact_id, own.person_id, now) if own.person_id else None
            if cause is not None and changes:
                await self._begin(telling, changes, cause)
                known |= await involvement.involved(turn.tx, *_persons(changes, cause))
            for unit, references in self._recipients(own, known):
                self._disclose(telling, own, unit, references, now)
            if cause is not None and changes:
                await self._end(telling, changes, cause)
                known |= await involvement.involved(turn.tx, *_persons(changes, cause))
        await telling.write([own.timeline_position for own in facts])

    async def received(
        self, turn: Turn, fact: Fact, person: UUID | None, fact_id: UUID, by: str, now: datetime
    ) -> None:
        """A fact of others may begin or end an involvement with us, and so a back-fill."""
        changes = self._changes(fact, person, by)
        if changes and person is not None:
            telling = await Telling.start(turn, Handover())
            cause = Cause(fact_id, person, now)
            await self._begin(telling, changes, cause)
            if merges.change_of(fact) in changes and fact_id not in turn.repeated:
                await self._pass_on(telling, fact, by, cause)
            await self._end(telling, changes, cause)
            await telling.write()

    # --- who ----------------------------------------------------------------

    def _changes(self, fact: Fact, person: UUID | None, by: str) -> list[Change]:
        if person is None:
            return []
        merge = merges.change_of(fact)
        if merge is None:
            return list(self._involve(fact, person, by))
        teller = self.kind if by == self.unit else self._neighbours.get(by)
        believed = teller is fact.PUBLISHER and teller not in OUTSIDE
        return [merge] if believed else []

    def _recipients(
        self, own: OwnFact, known: dict[UUID, involvement.Involved]
    ) -> list[tuple[str, set[UUID]]]:
        """Units, each with the references by which it is involved with the person now."""
        if own.only_to:
            return [(unit, set()) for unit in own.only_to if unit in self._neighbours]
        found = known[own.person_id] if own.person_id else {}
        involved = [(u, references) for u, references in found.items() if u in self._neighbours]
        return [*involved, *((unit, set()) for unit in self._statistics if unit not in found)]

    async def _begin(self, telling: Telling, changes: list[Change], cause: Cause) -> None:
        """Tells a newly involved unit what it is now entitled to from history, in order."""
        for change in changes:
            match change:
                case Begin(unit=unit) if unit in self._neighbours:
                    if await involvement.begin(telling.tx, change, cause):
                        await self._tell_history(telling, cause, unit)
                case merges.Join():
                    if await merges.join(telling.tx, change, cause):
                        await self._tell_history(telling, cause)
                    else:
                        telling.turn.repeated.add(cause.fact_id)
                case merges.Part():
                    if not await merges.undo(telling.tx, change, cause):
                        telling.turn.repeated.add(cause.fact_id)

    async def _tell_history(self, telling: Telling, cause: Cause, only: str = "") -> None:
        """What those who have to do with the person were not told yet, or one of them."""
        found = await involvement.involved(telling.tx, cause.person_id)
        for unit, references in found[cause.person_id].items():
            if unit not in self._neighbours or only not in ("", unit):
                continue
            for own in await not_told_yet(telling.tx, unit, cause.person_id, cause.fact_id):
                self._disclose(telling, own, unit, references, cause.now)

    async def _end(self, telling: Telling, changes: list[Change], cause: Cause) -> None:
        """Tells AccessEnded to those whose last involvement ends; they hear no more."""
        for change in changes:
            match change:
                case End(keep_days=days):
                    for unit in await involvement.end(telling.tx, change, cause):
                        await self._say_access_ended(telling, unit, days, cause)
                case merges.Part():
                    for unit, person in await merges.stand_down(telling.tx, change, cause):
                        of_entry = replace(cause, person_id=person)
                        await self._say_access_ended(telling, unit, 0, of_entry)

    async def _say_access_ended(self, telling: Telling, unit: str, days: int, cause: Cause) -> None:
        if unit not in self._neighbours:
            return
        keep_until = (cause.now + timedelta(days=days)).astimezone(WARSAW).date()
        fact = access_ended(self.kind)(keep_until=keep_until)
        own = await self._said_by_us(telling, fact, f"access-ended/{unit}", cause)
        own = replace(own, only_to=(unit,))
        await store_facts(telling.tx, [own])
        self._disclose(telling, own, unit, set(), cause.now)

    async def _pass_on(self, telling: Telling, fact: Fact, by: str, cause: Cause) -> None:
        """Says again, to those who have to do with the person through us, what `by` told us."""
        if self.kind in OUTSIDE:
            return
        kinds = PERSONS_MERGED if isinstance(fact, PersonsMerged) else PERSON_MERGE_UNDONE
        said = kinds[self.kind](**fact.model_dump())
        own = await self._said_by_us(telling, said, "passed-on", cause)
        own = replace(own, restated_from=by)
        await store_facts(telling.tx, [own])
        known = await involvement.involved(telling.tx, cause.person_id)
        for unit, references in self._recipients(own, known):
            self._disclose(telling, own, unit, references, cause.now)

    async def _said_by_us(self, telling: Telling, fact: Fact, name: str, cause: Cause) -> OwnFact:
        """A fact that no event stands behind; it is not on our own timeline."""
        system = Worker.system(self.unit)
        return OwnFact(
            fact_id=uuid5(cause.fact_id, f"{name}/{cause.person_id}"), event_position=0,
            ordinal=await next_ordinal_of_our_own(telling.tx), fact=fact,
            data=fact.model_dump(mode="json"), person_id=cause.person_id, occurred_at=cause.now,
            recorded_at=cause.now, actor_id=system.id, actor_role=system.role,
            actor_unit=system.unit, correlation_id=cause.fact_id, causation_id=cause.fact_id,
            traceparent=None,
        )  # fmt: skip

    # --- what ---------------------------------------------------------------

    def _disclose(
        self, telling: Telling, own: OwnFact, unit: str, references: set[UUID], now: datetime
    ) -> None:
        """One row of the register, unless the matrix, the references or its origin say no."""
        form = form_for(own.fact, self._neighbours[unit])
        only = None if own.only_to else only_by(own.fact, self._neighbours[unit])
        if form is Form.NOTHING or unit == own.restated_from:
            return
        if only is None or only in references:
            telling.add(own, unit, now, lambda *place: self._envelope(own, unit, form, now, *place))

    def _envelope(
        self, own: OwnFact, unit: str, form: Form, now: datetime, sequence: int, previous: str
    ) -> Envelope:
        """Less than full hides the worker; count hides the person; existence hides what it is.

        What links the facts of one piece of work would say more than the last two forms may.
        """
        hidden = form is Form.EXISTENCE
        linked = form in (Form.FULL, Form.SUMMARY)
        shown = ENTRY_EXISTS[self.kind] if hidden else own.fact
        return Envelope(
            id=own.fact_id,
            source=f"/osnowa/{self.unit}",
            type=existence_type(self.kind) if hidden else own.fact.type(),
            subject=str(own.person_id) if own.person_id and form is not Form.COUNT else None,
            time=own.occurred_at,
            recipient=unit,
            form=form,
            legalbasis=shown.LEGAL_BASIS,
            confidentiality=shown.CONFIDENTIALITY,
            recordedtime=own.recorded_at,
            disclosedtime=now,
            actorid=own.actor_id if form is Form.FULL else None,
            actorrole=own.actor_role if form is Form.FULL else None,
            actorunit=own.actor_unit,
            correlationid=own.correlation_id if linked else None,
            causationid=own.causation_id if linked else None,
            traceparent=own.traceparent if linked else None,
            sequence=sequence,
            previousdigest=previous,
            data=reduced(own.data, type(own.fact), form),
        )


def _persons(changes: list[Change], cause: Cause) -> set[UUID]:
    """Whose involvements the changes may have changed."""
    merged = {c.fact.absorbed_id for c in changes if isinstance(c, merges.Join | merges.Part)}
    return {cause.person_id} | merged


def own_facts(
    recorded: Recorded, announcements: Iterable[Announcement], unit: str
) -> list[OwnFact]:
    """The facts of one event. Ids follow from its place in the log, so a second run agrees."""
    return [
        OwnFact(
            fact_id=uuid5(recorded.event.originator_id, f"{unit}/{recorded.position}/{ordinal}"),
            event_position=recorded.position,
            ordinal=ordinal,
            fact=said.fact,
            data=said.fact.model_dump(mode="json"),
            person_id=said.person,
            occurred_at=recorded.occurred_at,
            recorded_at=recorded.recorded_at,
            actor_id=recorded.actor_id,
            actor_role=recorded.actor_role,
            actor_unit=recorded.actor_unit,
            correlation_id=recorded.correlation_id,
            causation_id=recorded.causation_id,
            traceparent=recorded.traceparent,
            only_to=said.to,
        )
        for ordinal, said in enumerate(announcements)
    ]


def nothing_disclosed(_event: DomainEvent, _aggregate: Aggregate) -> Iterator[Announcement]:
    """For a part that only listens."""
    return iter(())


def nobody_involved(_fact: Fact, _person: UUID | None, _by: str) -> Iterator[Begin | End]:
    """For a part that tells nobody because of what it hears."""
    return iter(())
