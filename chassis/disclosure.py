"""Tells each unit what it may know: an event becomes public facts, facts become disclosures.

The visibility matrix of the contracts and the involvement of the client decide who is told and in
which form. A row of `disclosures` is both the entry in the register (who was told what, when, on
which basis) and the message that the relay sends: recipient, sequence without a gap, envelope.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from osnowa_contracts.access import access_ended
from osnowa_contracts.envelope import Envelope, digest, existence_type
from osnowa_contracts.fact import Fact, Form, Publisher, find, reduced
from osnowa_contracts.visibility import form_for, only_by

from chassis.aggregate import Aggregate, DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded

SCHEMA = Path(__file__).with_suffix(".sql")


@dataclass(frozen=True)
class Announcement:
    """A public fact about a person (or about nobody), as `disclosures.py` yields it.

    `to` names the units that are told, whoever else is involved; empty means: all who may know.
    """

    fact: Fact
    person: UUID | None
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Begin:
    """From now on `unit` has to do with the person, because of `reference` (a case, an order)."""

    unit: str
    reason: str
    reference: UUID


@dataclass(frozen=True)
class End:
    """What `reference` stands for is over; the unit may keep what it has for `keep_days`."""

    reference: UUID
    keep_days: int = 30


Disclose = Callable[[DomainEvent, Any], Iterable[Announcement]]
Involve = Callable[[Fact, UUID | None, str], Iterable[Begin | End]]


@dataclass(frozen=True)
class OwnFact:
    """A row of `facts`."""

    fact_id: UUID
    event_position: int
    ordinal: int
    fact: Fact
    data: dict[str, Any]
    person_id: UUID | None
    occurred_at: datetime
    recorded_at: datetime
    actor_id: str
    actor_role: str
    actor_unit: str
    correlation_id: UUID
    causation_id: UUID | None
    traceparent: str | None
    only_to: tuple[str, ...]
    restated_from: str | None
    timeline_position: int | None = None


@dataclass
class _Telling:
    """The state of one transaction of telling."""

    sequences: dict[str, tuple[int, str]]
    position: int
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    told: set[tuple[str, UUID]] = field(default_factory=set)


class Disclosure:
    """Writes the register, in the caller's transaction, under the copies' lock."""

    def __init__(self, unit: str, neighbours: dict[str, Publisher], involve: Involve) -> None:
        self.unit = unit
        self.kind = neighbours[unit]
        self._involve = involve
        self._neighbours = {u: k for u, k in neighbours.items() if u != unit}
        self._statistics = [u for u, k in self._neighbours.items() if k is Publisher.REPORTING]

    async def tell(self, tx: Connection, facts: list[OwnFact], now: datetime) -> None:
        """Stores own facts and discloses each to those who may know it at that moment."""
        if not facts:
            return
        await self._store(tx, facts)
        telling = await self._start(tx)
        for fact in facts:
            await self._change_involvement(
                tx, telling, fact.fact, fact.person_id, fact.fact_id, self.unit, now
            )
            for unit, references in await self._recipients(tx, fact):
                self._disclose(telling, fact, unit, references, now)
        await self._finish(tx, telling)

    async def received(
        self, tx: Connection, fact: Fact, person: UUID | None, fact_id: UUID, by: str, now: datetime
    ) -> None:
        """A fact of others may begin or end an involvement with us, and so a back-fill."""
        changes = list(self._involve(fact, person, by))
        if changes and person is not None:
            telling = await self._start(tx)
            await self._apply(tx, telling, changes, person, fact_id, now)
            await self._finish(tx, telling)

    # --- who ----------------------------------------------------------------

    async def _recipients(self, tx: Connection, fact: OwnFact) -> list[tuple[str, set[UUID]]]:
        """Units, each with the references by which it is involved with the person now."""
        if fact.only_to:
            return [(unit, set()) for unit in fact.only_to if unit in self._neighbours]
        involved: dict[str, set[UUID]] = {}
        if fact.person_id is not None:
            rows = await tx.fetch(
                "select unit, reference from involvements"
                " where person_id = $1 and until is null order by unit",
                fact.person_id,
            )
            for row in rows:
                involved.setdefault(row["unit"], set()).add(row["reference"])
        return [*involved.items(), *((u, set()) for u in self._statistics if u not in involved)]

    async def _change_involvement(
        self, tx: Connection, telling: _Telling, fact: Fact, person: UUID | None, fact_id: UUID,
        by: str, now: datetime,
    ) -> None:  # fmt: skip
        changes = list(self._involve(fact, person, by))
        if changes and person is not None:
            await self._apply(tx, telling, changes, person, fact_id, now)

    async def _apply(
        self, tx: Connection, telling: _Telling, changes: list[Begin | End], person: UUID,
        fact_id: UUID, now: datetime,
    ) -> None:  # fmt: skip
        for change in changes:
            if isinstance(change, End):
                await self._end(tx, telling, change, person, fact_id, now)
            elif change.unit in self._neighbours:
                begun = await tx.execute(
                    "insert into involvements (unit, person_id, reference, reason, since, begun_by)"
                    " values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                    change.unit, person, change.reference, change.reason, now, fact_id,
                )  # fmt: skip
                if begun.endswith(" 1"):
                    await self._back_fill(tx, telling, change.unit, person, fact_id, now)

    async def _back_fill(
        self, tx: Connection, telling: _Telling, unit: str, person: UUID, until: UUID, now: datetime
    ) -> None:
        """Tells a newly involved unit what it is now entitled to from history, in order."""
        rows = await tx.fetch(
            "select f.* from facts f where f.person_id = $1 and f.only_to is null"
            " and (f.event_position, f.ordinal) < coalesce((select (u.event_position, u.ordinal)"
            "      from facts u where u.fact_id = $3), (9223372036854775807, 0))"
            " and not exists (select from disclosures d"
            "      where d.recipient = $2 and d.fact_id = f.fact_id)"
            " order by f.event_position, f.ordinal",
            person, unit, until,
        )  # fmt: skip
        references = await tx.fetch(
            "select reference from involvements where unit = $1 and person_id = $2"
            " and until is null",
            unit, person,
        )  # fmt: skip
        for row in rows:
            self._disclose(telling, _own_fact(row), unit, {r["reference"] for r in references}, now)

    async def _end(
        self, tx: Connection, telling: _Telling, change: End, person: UUID, fact_id: UUID,
        now: datetime,
    ) -> None:  # fmt: skip
        """Closes the involvements of a reference; whose last one it was is told AccessEnded."""
        rows = await tx.fetch(
            "update involvements set until = $3, ended_by = $4, keep_days = $5"
            " where person_id = $1 and reference = $2 and until is null returning unit",
            person, change.reference, now, fact_id, change.keep_days,
        )  # fmt: skip
        for unit in sorted(row["unit"] for row in rows):
            still = await tx.fetchval(
                "select true from involvements where unit = $1 and person_id = $2"
                " and until is null limit 1",
                unit, person,
            )  # fmt: skip
            if not still:
                keep_until = (now + timedelta(days=change.keep_days)).date()
                await self._say_access_ended(tx, telling, unit, person, fact_id, keep_until, now)

    async def _say_access_ended(
        self, tx: Connection, telling: _Telling, unit: str, person: UUID, cause: UUID,
        keep_until: date, now: datetime,
    ) -> None:  # fmt: skip
        fact = access_ended(self.kind)(keep_until=keep_until)
        ordinal = int(await tx.fetchval("select count(*) from facts where event_position = 0"))
        own = OwnFact(
            fact_id=uuid5(cause, f"access-ended/{unit}"), event_position=0, ordinal=ordinal,
            fact=fact, data=fact.model_dump(mode="json"), person_id=person, occurred_at=now,
            recorded_at=now, actor_id=f"system:{self.unit}", actor_role="system",
            actor_unit=self.unit, correlation_id=cause, causation_id=cause, traceparent=None,
            only_to=(unit,), restated_from=None,
        )  # fmt: skip
        await self._store(tx, [own])
        self._disclose(telling, own, unit, set(), now)

    # --- what ---------------------------------------------------------------

    def _disclose(
        self, telling: _Telling, own: OwnFact, unit: str, references: set[UUID], now: datetime
    ) -> None:
        """One row of the register, unless the matrix, the references or an earlier row say no."""
        form = form_for(own.fact, self._neighbours[unit])
        only = None if own.only_to else only_by(own.fact, self._neighbours[unit])
        if form is Form.NOTHING or (only is not None and only not in references):
            return
        if unit == own.restated_from or (unit, own.fact_id) in telling.told:
            return
        sequence, previous = telling.sequences.get(unit, (0, ""))
        envelope = self._envelope(own, unit, form, now, sequence + 1, previous)
        raw = envelope.to_bytes()
        telling.position += 1
        telling.sequences[unit] = (sequence + 1, digest(raw))
        telling.told.add((unit, own.fact_id))
        telling.rows.append(
            (telling.position, unit, sequence + 1, own.fact_id,
             own.person_id if form is not Form.COUNT else None, envelope.subject_name(), form.value,
             own.fact.LEGAL_BASIS, now, own.traceparent, raw.decode())
        )  # fmt: skip

    def _envelope(
        self, own: OwnFact, unit: str, form: Form, now: datetime, sequence: int, previous: str
    ) -> Envelope:
        full, named = form is Form.FULL, form is not Form.COUNT
        hidden = form is Form.EXISTENCE
        return Envelope(
            id=own.fact_id,
            source=f"/osnowa/{self.unit}",
            type=existence_type(self.kind) if hidden else own.fact.type(),
            subject=str(own.person_id) if named and own.person_id else None,
            time=own.occurred_at,
            recipient=unit,
            form=form,
            legalbasis=own.fact.LEGAL_BASIS,
            confidentiality=own.fact.CONFIDENTIALITY,
            recordedtime=own.recorded_at,
            disclosedtime=now,
            actorid=own.actor_id if full else None,
            actorrole=own.actor_role if full else None,
            actorunit=own.actor_unit,
            correlationid=own.correlation_id if named and not hidden else None,
            causationid=own.causation_id if named and not hidden else None,
            traceparent=own.traceparent,
            sequence=sequence,
            previousdigest=previous,
            data=reduced(own.data, type(own.fact), form),
        )

    # --- the tables ---------------------------------------------------------

    async def _start(self, tx: Connection) -> _Telling:
        rows = await tx.fetch("select unit, sequence, digest from recipients")
        position = await tx.fetchval("select value from counters where name = 'disclosures'")
        return _Telling({r["unit"]: (r["sequence"], r["digest"]) for r in rows}, position)

    async def _finish(self, tx: Connection, telling: _Telling) -> None:
        if not telling.rows:
            return
        await tx.execute(
            "insert into disclosures (position, recipient, sequence, fact_id, person_id, subject,"
            " form, legal_basis, disclosed_at, traceparent, envelope)"
            " select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::uuid[],"
            " $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::text[])",
            *[list(column) for column in zip(*telling.rows, strict=True)],
        )
        await tx.execute(
            "insert into recipients select * from unnest($1::text[], $2::bigint[], $3::text[])"
            " on conflict (unit) do update set sequence = excluded.sequence,"
            " digest = excluded.digest",
            list(telling.sequences),
            [s for s, _ in telling.sequences.values()],
            [d for _, d in telling.sequences.values()],
        )
        await tx.execute(
            "update counters set value = $1 where name = 'disclosures'", telling.position
        )

    async def _store(self, tx: Connection, facts: list[OwnFact]) -> None:
        rows = [
            (f.fact_id, f.event_position, f.ordinal, f.fact.type(), f.person_id, f.occurred_at,
             f.recorded_at, f.actor_id, f.actor_role, f.actor_unit, f.correlation_id,
             f.causation_id, f.traceparent, f.fact.LEGAL_BASIS, json.dumps(f.data),
             json.dumps(f.only_to) if f.only_to else None, f.restated_from, f.timeline_position)
            for f in facts
        ]  # fmt: skip
        await tx.execute(
            "insert into facts (fact_id, event_position, ordinal, type, person_id, occurred_at,"
            " recorded_at, actor_id, actor_role, actor_unit, correlation_id, causation_id,"
            " traceparent, legal_basis, data, only_to, restated_from, timeline_position)"
            " select f, p, o, t, pe, oc, re, ai, ar, au, co, ca, tr, lb, d,"
            " (select array_agg(x) from json_array_elements_text(ot) x), rf, tp"
            " from unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::uuid[],"
            " $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[], $10::text[],"
            " $11::uuid[], $12::uuid[], $13::text[], $14::text[], $15::json[], $16::json[],"
            " $17::text[], $18::bigint[])"
            " as u (f, p, o, t, pe, oc, re, ai, ar, au, co, ca, tr, lb, d, ot, rf, tp)",
            *[list(column) for column in zip(*rows, strict=True)],
        )


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
            restated_from=None,
        )
        for ordinal, said in enumerate(announcements)
    ]


def _own_fact(row: Any) -> OwnFact:
    cls = find(row["type"])
    if cls is None:
        raise LookupError(f"{row['type']} is not in the contracts any more")
    data = json.loads(row["data"])
    return OwnFact(
        fact_id=row["fact_id"], event_position=row["event_position"], ordinal=row["ordinal"],
        fact=cls.model_validate(data), data=data, person_id=row["person_id"],
        occurred_at=row["occurred_at"], recorded_at=row["recorded_at"], actor_id=row["actor_id"],
        actor_role=row["actor_role"], actor_unit=row["actor_unit"],
        correlation_id=row["correlation_id"], causation_id=row["causation_id"],
        traceparent=row["traceparent"], only_to=tuple(row["only_to"] or ()),
        restated_from=row["restated_from"], timeline_position=row["timeline_position"],
    )  # fmt: skip


def nothing_disclosed(_event: DomainEvent, _aggregate: Aggregate) -> Iterator[Announcement]:
    """For a part that only listens."""
    return iter(())


def nobody_involved(_fact: Fact, _person: UUID | None, _by: str) -> Iterator[Begin | End]:
    """For a part that tells nobody because of what it hears."""
    return iter(())
