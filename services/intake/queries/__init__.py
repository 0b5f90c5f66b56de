"""What first contact asks its own database, and the numbers of documents that it keeps there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from osnowa_contracts.wording import formats

from chassis.database import Connection, Reading
from chassis.web import Client, Link, Say
from services.intake.identity import normalised
from services.intake.values import IdType

MOST_SHOWN = 20


# --- numbers of documents ---------------------------------------------------


async def keep_identifier(
    tx: Connection, ref: UUID, person_id: UUID, id_type: IdType, number: str, hashed: str
) -> None:
    """Raises asyncpg.UniqueViolationError when somebody has it. An earlier one is superseded."""
    await supersede_identifiers(tx, person_id)
    await tx.execute(
        "insert into identifiers (ref, person_id, id_type, number, hash)"
        " values ($1, $2, $3, $4, $5)",
        ref,
        person_id,
        id_type.value,
        number,
        hashed,
    )


async def number_of(reading: Reading, ref: UUID) -> str | None:
    """For a rule that compares with it; never for a page."""
    number: str | None = await reading.fetchval(
        "select number from identifiers where ref = $1", ref
    )
    return number


async def end_of_number(reading: Reading, ref: UUID | None) -> str | None:
    """The last three signs: enough to tell two documents apart, too little to be one."""
    end: str | None = await reading.fetchval(
        "select right(number, 3) from identifiers where ref = $1", ref
    )
    return end


async def supersede_identifiers(tx: Connection, person_id: UUID) -> None:
    """They stay, but find nobody any more."""
    await tx.execute(
        "update identifiers set superseded = true where person_id = $1 and not superseded",
        person_id,
    )


async def owner_of_identifier(reading: Reading, id_type: IdType, hashed: str) -> UUID | None:
    owner: UUID | None = await reading.fetchval(
        "select person_id from identifiers where id_type = $1 and hash = $2 and not superseded",
        id_type.value,
        hashed,
    )
    return owner


async def pesels_of(reading: Reading, one: UUID, other: UUID) -> int:
    """How many valid PESEL numbers two entries have, with all that were merged into them."""
    count: int = await reading.fetchval(
        "select count(*) from identifiers where person_id = any(ids_of($1) || ids_of($2))"
        " and id_type = 'PESEL' and not superseded",
        one,
        other,
    )
    return count


async def next_receipt_number(reading: Reading, year: int) -> str:
    """`PK/2026/000012`. Numbers are never given twice; one that was not used is a gap."""
    number = await reading.fetchval("select nextval('receipt_numbers')")
    return f"PK/{year}/{number:06}"


# --- persons ----------------------------------------------------------------


async def find(reading: Reading, text: str) -> list[Client]:
    """Clients whose name begins like this, for the search field of the start page."""
    key = normalised(text)
    if not key:
        return []
    rows = await reading.fetch(
        "select * from persons where family_key like $1 || '%' or name_key like $1 || '%'"
        " order by family_name, given_names limit $2",
        key,
        MOST_SHOWN,
    )
    return [_client(row) for row in rows]


async def client(reading: Reading, person_id: UUID, t: Say) -> Client | None:
    """What we call a client, and where their contacts are."""
    row = await person(reading, person_id)
    if row is None or row["merged_into"] is not None:
        return _client(row) if row else None
    links = (
        Link(t("Nowy kontakt"), f"/first-contact?person_id={person_id}"),
        Link(t("Szybki kontakt"), f"/first-contact/call?person_id={person_id}"),
        Link(t("Dane osoby"), f"/persons/{person_id}"),
    )
    return replace(_client(row), links=links)


def _client(row: Any) -> Client:
    detail = ", ".join(filter(None, (formats.day(row["birth_date"], "pl"), row["city"])))
    return Client(row["person_id"], _name(row), detail)


def _name(row: Any) -> str:
    return f"{row['given_names']} {row['family_name']}"


async def person(reading: Reading, person_id: UUID) -> Any:
    return await reading.fetchrow("select * from persons where person_id = $1", person_id)


async def changes_of(reading: Reading, person_id: UUID) -> list[Any]:
    """Every correction and merge of an entry, the latest first."""
    return await reading.fetch(
        "select * from person_changes where person_id = $1 order by position desc, field", person_id
    )


async def person_of_row(reading: Reading, source: str, row: str) -> UUID | None:
    """Whom a row of another system's file stands for."""
    person_id: UUID | None = await reading.fetchval(
        "select person_id from imported_rows where source = $1 and row = $2", source, row
    )
    return person_id
