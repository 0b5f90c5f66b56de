"""Whom first contact sent here without an application, as the head of the team reads it."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts import intake

from chassis.database import Connection
from services.benefits.direction import Direction, DirectionState


async def note_contact(
    tx: Connection,
    fact: intake.ContactTriaged | intake.TriageCorrected,
    person_id: UUID,
    here: str,
) -> None:
    """`here` is our own name among the units that the client was sent to."""
    if here in fact.target_units:
        await tx.execute(
            "insert into contacts_directed (contact_id, person_id) values ($1, $2)"
            " on conflict do nothing",
            fact.contact_id,
            person_id,
        )


async def project(tx: Connection, direction: Direction, position: int) -> None:
    """What waits already keeps its place: a case that was opened meanwhile answers it."""
    await tx.execute(
        "insert into directions (contact_id, person_id, outcome, urgent, since, due_on, state,"
        " position) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (contact_id) do update"
        " set outcome = excluded.outcome, urgent = excluded.urgent, since = excluded.since,"
        " due_on = excluded.due_on, state = excluded.state,"
        " position = case when directions.state = $9 then directions.position"
        "            else excluded.position end",
        direction.contact_id,
        direction.person_id,
        direction.outcome,
        direction.urgent,
        direction.since,
        direction.due_on,
        direction.state.value,
        position,
        DirectionState.WAITING.value,
    )
