"""The register: what this unit has said, and who was told what, when, in which form and why.

A row of `disclosures` is both the entry that the law asks for and the message that the relay
sends: recipient, sequence without a gap, envelope exactly as sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from osnowa_contracts.envelope import Envelope, digest
from osnowa_contracts.fact import Fact, Form, find

from chassis.copies import SAVE, Turn
from chassis.database import Connection, Pool
from chassis.involvement import Involved
from chassis.timeline import SHOW_OWN

SCHEMA = Path(__file__).with_suffix(".sql")


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
    only_to: tuple[str, ...] = ()
    restated_from: str | None = None
    timeline_position: int | None = None


@dataclass(frozen=True)
class RegisterEntry:
    """Who was told what about a person, when, in which form and on which legal basis.

    In the form *count* the recipient was not told who the person is.
    """

    recipient: str
    sequence: int
    fact_id: UUID
    type: str
    form: Form
    legal_basis: str
    disclosed_at: datetime


async def register(reading: Pool | Connection, person_id: UUID) -> list[RegisterEntry]:
    """Everything that anybody was told about a person, in the order in which it was told."""
    rows = await reading.fetch(
        "select d.recipient, d.sequence, d.fact_id, f.type, d.form, d.legal_basis, d.disclosed_at"
        " from facts f join disclosures d using (fact_id) where f.person_id = $1"
        " order by d.position",
        person_id,
    )
    return [RegisterEntry(**{**row, "form": Form(row["form"])}) for row in rows]


@dataclass
class Telling:
    """What is told in one transaction: gathered row by row, written at its end."""

    turn: Turn
    sequences: dict[str, tuple[int, str]]
    """By recipient: the last sequence and the digest of its envelope."""
    involved: dict[UUID, Involved]
    """Of the persons whom the facts are about."""
    _rows: list[tuple[Any, ...]] = field(default_factory=list)
    _told: set[tuple[UUID, str]] = field(default_factory=set)

    @classmethod
    async def start(cls, turn: Turn, facts: list[OwnFact] | None = None) -> Telling:
        """Stores own facts; finds out what everybody was told last, and who has to do with whom."""
        facts = facts or []
        persons = [fact.person_id for fact in facts if fact.person_id is not None]
        rows = await turn.tx.fetch(_STORE_AND_START, *_columns_of(facts), persons)
        telling = cls(turn, {}, {person: {} for person in persons})
        for row in rows:
            if row["person_id"] is None:
                telling.sequences[row["unit"]] = (row["sequence"], row["digest"])
            else:
                telling.involved[row["person_id"]][row["unit"]] = set(row["refs"])
        return telling

    @property
    def tx(self) -> Connection:
        return self.turn.tx

    def add(
        self, own: OwnFact, recipient: str, now: datetime, envelope: Callable[[int, str], Envelope]
    ) -> None:
        """One disclosure; `envelope` is asked with its sequence and the digest before it."""
        if (own.fact_id, recipient) in self._told:
            return
        sequence, previous = self.sequences.get(recipient, (0, ""))
        sent = envelope(sequence + 1, previous)
        raw = sent.to_bytes()
        self.turn.reached.disclosed += 1
        self.sequences[recipient] = (sequence + 1, digest(raw))
        self._told.add((own.fact_id, recipient))
        self._rows.append(
            (self.turn.reached.disclosed, recipient, sequence + 1, own.fact_id,
             UUID(sent.subject) if sent.subject else None, sent.subject_name(), sent.form.value,
             own.fact.LEGAL_BASIS, now, sent.traceparent, raw.decode())
        )  # fmt: skip

    async def write(self, shown: Sequence[int | None] = ()) -> None:
        """What was told, where each recipient is now, the own entries `shown`, and the turn."""
        last = self.sequences
        await self.tx.execute(
            _WRITE,
            *_columns(self._rows, 11),
            list(last),
            [sequence for sequence, _ in last.values()],
            [digest_ for _, digest_ in last.values()],
            [position for position in shown if position is not None],
            *self.turn.to_be_saved(),
        )


_WRITE = (
    "with told as (insert into recipients"
    "   select * from unnest($12::text[], $13::bigint[], $14::text[])"
    "   on conflict (unit) do update set sequence = excluded.sequence, digest = excluded.digest),"
    f" shown as ({SHOW_OWN.format('$15')}),"
    f" saved as ({SAVE.format('$16', '$17', '$18')})"
    " insert into disclosures (position, recipient, sequence, fact_id, person_id, subject,"
    " form, legal_basis, disclosed_at, traceparent, envelope)"
    " select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::uuid[],"
    " $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::text[])"
)


async def store_facts(tx: Connection, facts: list[OwnFact]) -> None:
    await tx.execute(_STORE, *_columns_of(facts))


_STORE = (
    "insert into facts (fact_id, event_position, ordinal, type, person_id, occurred_at,"
    " recorded_at, actor_id, actor_role, actor_unit, correlation_id, causation_id,"
    " traceparent, legal_basis, data, only_to, restated_from, timeline_position)"
    " select f, p, o, t, pe, oc, re, ai, ar, au, co, ca, tr, lb, d,"
    " (select array_agg(x) from json_array_elements_text(ot) x), rf, tp"
    " from unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::uuid[],"
    " $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[], $10::text[],"
    " $11::uuid[], $12::uuid[], $13::text[], $14::text[], $15::json[], $16::json[],"
    " $17::text[], $18::bigint[])"
    " as u (f, p, o, t, pe, oc, re, ai, ar, au, co, ca, tr, lb, d, ot, rf, tp)"
)
_STORE_AND_START = (
    f"with stored as ({_STORE})"
    " select unit, sequence, digest, null::uuid as person_id, null::uuid[] as refs from recipients"
    " union all select unit, null, null, person_id, array_agg(reference) from involvements"
    "   where person_id = any($19::uuid[]) and until is null group by unit, person_id order by unit"
)


def _columns_of(facts: list[OwnFact]) -> list[list[Any]]:
    rows = [
        (f.fact_id, f.event_position, f.ordinal, f.fact.type(), f.person_id, f.occurred_at,
         f.recorded_at, f.actor_id, f.actor_role, f.actor_unit, f.correlation_id,
         f.causation_id, f.traceparent, f.fact.LEGAL_BASIS, json.dumps(f.data),
         json.dumps(f.only_to) if f.only_to else None, f.restated_from, f.timeline_position)
        for f in facts
    ]  # fmt: skip
    return _columns(rows, 18)


async def not_told_yet(tx: Connection, unit: str, person_id: UUID, before: UUID) -> list[OwnFact]:
    """The history of a person that a unit has not been told, up to the fact `before`, in order.

    A fact of others stands behind all our own.
    """
    rows = await tx.fetch(
        "select f.* from facts f where f.person_id = $1 and f.only_to is null"
        " and (f.event_position, f.ordinal) < coalesce((select (u.event_position, u.ordinal)"
        "      from facts u where u.fact_id = $3), (9223372036854775807, 0))"
        " and not exists (select from disclosures d"
        "      where d.recipient = $2 and d.fact_id = f.fact_id)"
        " order by f.event_position, f.ordinal",
        person_id, unit, before,
    )  # fmt: skip
    return [_own_fact(row) for row in rows]


async def next_ordinal_of_our_own(tx: Connection) -> int:
    """The place of a fact that no event stands behind."""
    return int(
        await tx.fetchval(
            "select coalesce(max(ordinal) + 1, 0) from facts where event_position = 0"
        )
    )


def _own_fact(row: asyncpg.Record) -> OwnFact:
    cls = find(row["type"])
    if cls is None:
        raise LookupError(f"{row['type']} is not in the contracts any more")
    data = json.loads(row["data"])
    kept = {name: row[name] for name in OwnFact.__dataclass_fields__ if name in row}
    return OwnFact(
        **{
            **kept,
            "fact": cls.model_validate(data),
            "data": data,
            "only_to": tuple(row["only_to"] or ()),
        }
    )


def _columns(rows: list[tuple[Any, ...]], count: int) -> list[list[Any]]:
    """The rows as `count` array parameters."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(count)]
