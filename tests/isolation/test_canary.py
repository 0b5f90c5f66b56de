"""What a social worker notes for herself is held by nobody else: not kept, not sent, not logged."""

import json
from pathlib import Path

import asyncpg
import nats
from osnowa.platform import Platform
from osnowa.scenarios.k1.papers import CANARY

from chassis.broker import STEWARD, STREAM

WHERE_IT_BELONGS = "socialwork"


async def holds(address: str, text: str) -> dict[str, int]:
    """By table: how many rows of this database hold the text, in whatever column."""
    connection = await asyncpg.connect(address)
    try:
        tables = await connection.fetch(
            "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name"
            " from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
        )
        found = {
            row["name"]: await connection.fetchval(
                f"select count(*) from {row['name']} t where strpos(t::text, $1) > 0", text
            )
            for row in tables
        }
        return {name: count for name, count in found.items() if count}
    finally:
        await connection.close()


def as_stored(text: str) -> set[str]:
    """As it may stand in a file or a column: itself, and with its letters escaped as JSON does."""
    return {text, json.dumps(text)[1:-1]}


async def test_the_note_is_where_it_belongs(played: Platform) -> None:
    found = [await holds(played.database(WHERE_IT_BELONGS), form) for form in as_stored(CANARY)]
    assert any(found)


async def test_no_other_unit_has_it_in_its_database(played: Platform) -> None:
    others = played.directory.units.keys() - {WHERE_IT_BELONGS}
    for form in as_stored(CANARY):
        found = {unit: await holds(played.database(unit), form) for unit in others}
        assert {unit: tables for unit, tables in found.items() if tables} == {}


async def test_benefits_was_told_something_so_the_search_means_something(played: Platform) -> None:
    connection = await asyncpg.connect(played.database("benefits"))
    told = await connection.fetchval(
        "select count(*) from inbox where publisher = $1", WHERE_IT_BELONGS
    )
    await connection.close()
    assert told > 0


async def test_it_never_travelled(played: Platform) -> None:
    client = await nats.connect(
        played.nats.url,
        user=STEWARD,
        password=played.credentials.nats[STEWARD],
        inbox_prefix=f"_INBOX.{STEWARD}",
    )
    info = json.loads((await client.request(f"$JS.API.STREAM.INFO.{STREAM}")).data)
    assert info["state"]["messages"] > 0
    await client.close()
    assert holding(played.nats.store) == []


async def test_no_log_and_no_trace_has_it(played: Platform) -> None:
    assert any(file.stat().st_size for file in (played.data / "log").iterdir())
    assert holding(played.data / "log") == []
    assert holding(played.nats.folder) == []
    server_log = (played.postgres.folder / "postgres.log").read_bytes()
    assert not any(form.encode() in server_log for form in as_stored(CANARY))


def holding(folder: Path) -> list[str]:
    """The files below that hold the note."""
    return [
        str(file)
        for file in folder.rglob("*")
        if file.is_file() and any(form.encode() in file.read_bytes() for form in as_stored(CANARY))
    ]
