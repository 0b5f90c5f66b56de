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
from chassis.database import Connection, Pool, as_json
from chassis.handover import NOTE, Handover
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
    handover: Handover
    _before: int
    _rows: list[dict[str, Any]] = field(default_factory=list)
    _told: set[tuple[UUID, str]] = field(default_factory=set)

    @classmethod
    async def start(
        cls, turn: Turn, handover: Handover, facts: list[OwnFact] | None = None
    ) -> Telling:
        """Stores own facts; finds out what everybody was told last, and who has to do with whom."""
        facts = facts or []
        persons = [fact.person_id for fact in facts if fact.person_id is not None]
        rows = await turn.tx.fetch(_STORE_AND_START, _rows_of(facts), persons)
        involved: dict[UUID, Involved] = {person: {} for person in persons}
        telling = cls(turn, {}, involved, handover, turn.reached.disclosed)
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
            {"position": self.turn.reached.disclosed, "recipient": recipient,
             "sequence": sequence + 1, "fact_id": own.fact_id, "person_id": sent.subject,
             "subject": sent.subject_name(), "form": sent.form, "legal_basis": own.fact.LEGAL_BASIS,
             "disclosed_at": now, "traceparent": sent.traceparent, "envelope": raw.decode()}
        )  # fmt: skip

    async def write(self, shown: Sequence[int | None] = ()) -> None:
        """What was told, where each recipient is now, the own entries `shown`, and the turn."""
        heads = [
            {"unit": unit, "sequence": sequence, "digest": digest_}
            for unit, (sequence, digest_) in self.sequences.items()
        ]
        noted = await self.tx.fetchval(
            _WRITE,
            as_json(self._rows),
            as_json(heads),
            [position for position in shown if position is not None],
            *self.turn.to_be_saved(),
            *self.handover.note(self._before, self._rows),
        )
        if not noted:
            self.handover.refused()


_WRITE = (
    "with told as (insert into recipients select * from json_populate_recordset("
    "   null::recipients, $2) on conflict (unit)"
    "   do update set sequence = excluded.sequence, digest = excluded.digest),"
    f" shown as ({SHOW_OWN.format('$3')}),"
    f" saved as ({SAVE.format('$4', '$5', '$6')}),"
    f" noted as ({NOTE.format('$7::bigint', '$8::bigint', '$9::bigint')} returning true),"
    " disclosed as (insert into disclosures"
    "   select * from json_populate_recordset(null::disclosures, $1))"
    " select exists (select from noted)"
)


async def store_facts(tx: Connection, facts: list[OwnFact]) -> None:
    await tx.execute(_STORE, _rows_of(facts))


_STORE = "insert into facts select * from json_populate_recordset(null::facts, $1)"
_STORE_AND_START = (
    f"with stored as ({_STORE})"
    " select unit, sequence, digest, null::uuid as person_id, null::uuid[] as refs from recipients"
    " union all select unit, null, null, person_id, array_agg(reference) from involvements"
    "   where person_id = any($2::uuid[]) and until is null group by unit, person_id order by unit"
)


def _rows_of(facts: list[OwnFact]) -> str:
    return as_json(
        [
            {name: getattr(own, name) for name in _STORED}
            | {
                "type": own.fact.type(),
                "legal_basis": own.fact.LEGAL_BASIS,
                "only_to": own.only_to or None,
            }
            for own in facts
        ]
    )


_STORED = tuple(name for name in OwnFact.__dataclass_fields__ if name not in ("fact", "only_to"))


async def not_told_yet(tx: Connection, unit: str, person_id: UUID, before: UUID) -> list[OwnFact]:
    """The history of a person, under whatever entry, that a unit has not been told, up to the fact
    `before`, in order.

    A fact of others stands behind all our own.
    """
    rows = await tx.fetch(
        "select f.* from facts f where f.person_id = any(ids_of($1)) and f.only_to is null"
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
