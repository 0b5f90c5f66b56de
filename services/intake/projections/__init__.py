"""Keeps what first contact reads up with what it did, and with what came of it elsewhere.

All else that others tell is on the timeline only.
"""

from __future__ import annotations

from typing import Any

from osnowa_contracts import benefits
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.intake.appointment import Appointment
from services.intake.catalogue.entry import Entry
from services.intake.contact import Contact
from services.intake.household import Household
from services.intake.identity import normalised, normalised_address, normalised_phone
from services.intake.person import Person
from services.intake.projections import of_catalogue, of_contacts


async def project_event(
    tx: Connection, event: DomainEvent, aggregate: Any, recorded: Recorded
) -> None:
    match event:
        case (
            Person.PersonDataCorrected() | Person.IdentifierCorrected()
            | Person.IdentifierWithdrawn()
        ):  # fmt: skip
            await _person(tx, aggregate, recorded)
            await _changes(tx, aggregate, event.reason, recorded)
        case Person.PersonRegistered(imported_from=source, imported_row=row):
            await _person(tx, aggregate, recorded)
            await _imported_row(tx, source, row, aggregate)
        case Person.ImportedRowRecognised(source=source, row=row):
            await _imported_row(tx, source, row, aggregate)
        case Person.PersonAbsorbed() | Person.PersonSetApart():
            await _merged_into(tx, aggregate)
        case Person.PersonsMerged():
            await _merge(tx, event, recorded, now=str(event.absorbed_id))
        case Person.PersonMergeUndone():
            await _merge(tx, event, recorded, was=str(event.absorbed_id))
        case Household.MemberCorrected():
            await _member_corrected(tx, event, recorded)
        case _ if isinstance(aggregate, Contact):
            await of_contacts.project(tx, event, aggregate, recorded)
        case _ if isinstance(aggregate, Appointment):
            await of_contacts.project_appointment(tx, aggregate)
        case _ if isinstance(aggregate, Entry):
            await of_catalogue.project(tx, event, aggregate, recorded)


async def project_fact(tx: Connection, fact: Fact, _envelope: Envelope) -> None:
    match fact:
        case benefits.LeftWithoutProceeding(contact_id=contact_id, on=on):
            await of_contacts.keep_without_proceeding(tx, contact_id, on)


async def _person(tx: Connection, person: Person, recorded: Recorded) -> None:
    data = person.data
    address = data.address
    await tx.execute(
        "insert into persons (person_id, given_names, family_name, name_key, family_key,"
        " birth_date, sex, id_type, id_ref, teryt, street, postal_code, city, address_key, phone,"
        " phone_key, position)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        " on conflict (person_id) do update set given_names = excluded.given_names,"
        " family_name = excluded.family_name, name_key = excluded.name_key,"
        " family_key = excluded.family_key, birth_date = excluded.birth_date,"
        " sex = excluded.sex, id_type = excluded.id_type, id_ref = excluded.id_ref,"
        " teryt = excluded.teryt, street = excluded.street, postal_code = excluded.postal_code,"
        " city = excluded.city,"
        " address_key = excluded.address_key, phone = excluded.phone,"
        " phone_key = excluded.phone_key",
        person.id,
        data.given_names,
        data.family_name,
        normalised(f"{data.given_names} {data.family_name}"),
        normalised(data.family_name),
        data.birth_date,
        data.sex.value,
        person.id_type.value,
        person.id_ref,
        data.teryt,
        address.street if address else None,
        address.postal_code if address else None,
        address.city if address else None,
        normalised_address(address) if address else None,
        data.phone,
        normalised_phone(data.phone) if data.phone else None,
        recorded.position,
    )


async def _changes(tx: Connection, person: Person, reason: str, recorded: Recorded) -> None:
    """What the last correction changed."""
    await tx.executemany(
        "insert into person_changes (person_id, position, field, was, now, reason, actor_id, at)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        [
            (person.id, recorded.position, change.field, change.was, change.now, reason,
             recorded.actor_id, recorded.occurred_at)
            for change in person.changes
        ],
    )  # fmt: skip


async def _member_corrected(
    tx: Connection, event: Household.MemberCorrected, recorded: Recorded
) -> None:
    """On the page of the person, beside what else of them was corrected."""
    changed = (
        ("household_relation", event.was_relation.value, event.relation.value),
        ("household_since", event.was_since.isoformat(), event.since.isoformat()),
    )
    await tx.executemany(
        "insert into person_changes (person_id, position, field, was, now, reason, actor_id, at)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        [
            (event.person_id, recorded.position, name, was, now, event.reason, recorded.actor_id,
             recorded.occurred_at)
            for name, was, now in changed
            if was != now
        ],
    )  # fmt: skip


async def _merge(
    tx: Connection,
    event: Person.PersonsMerged | Person.PersonMergeUndone,
    recorded: Recorded,
    was: str | None = None,
    now: str | None = None,
) -> None:
    await tx.execute(
        "insert into person_changes (person_id, position, field, was, now, reason, actor_id, at)"
        " values ($1, $2, 'merge', $3, $4, $5, $6, $7) on conflict do nothing",
        event.originator_id, recorded.position, was, now, event.reason, recorded.actor_id,
        recorded.occurred_at,
    )  # fmt: skip


async def _imported_row(
    tx: Connection, source: str | None, row: str | None, person: Person
) -> None:
    if source is not None and row is not None:
        await tx.execute(
            "insert into imported_rows (source, row, person_id) values ($1, $2, $3)"
            " on conflict do nothing",
            source, row, person.id,
        )  # fmt: skip


async def _merged_into(tx: Connection, person: Person) -> None:
    await tx.execute(
        "update persons set merged_into = $2 where person_id = $1", person.id, person.survivor_id
    )
