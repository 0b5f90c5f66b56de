"""A social worker's own note and a client's PESEL stay home: not kept, sent or logged elsewhere."""

import json
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import nats
import pytest
from osnowa.platform import Platform
from osnowa.scenarios.k1.papers import CANARY, CLIENT

from chassis.broker import STEWARD, STREAM


@dataclass(frozen=True)
class Secret:
    """What must not leave home, and the unit that may hold it."""

    text: str
    home: str

    @property
    def forms(self) -> set[str]:
        """As it may stand in a file or a column: itself, and with its letters escaped as JSON."""
        return {self.text, json.dumps(self.text)[1:-1]}


NOTE, NUMBER = Secret(CANARY, "socialwork"), Secret(CLIENT["number"], "intake")


@pytest.fixture(params=[NOTE, NUMBER], ids=["note", "number"])
def secret(request: pytest.FixtureRequest) -> Secret:
    kept: Secret = request.param
    return kept


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


async def test_it_is_where_it_belongs(played: Platform, secret: Secret) -> None:
    found = [await holds(played.database(secret.home), form) for form in secret.forms]
    assert any(found)


async def test_at_home_the_number_stands_in_one_deletable_row(played: Platform) -> None:
    found = await holds(played.database(NUMBER.home), NUMBER.text)
    assert found == {"public.identifiers": 1}


async def test_no_other_unit_has_it_in_its_database(played: Platform, secret: Secret) -> None:
    others = played.directory.units.keys() - {secret.home}
    for form in secret.forms:
        found = {unit: await holds(played.database(unit), form) for unit in others}
        assert {unit: tables for unit, tables in found.items() if tables} == {}


async def test_benefits_was_told_something_so_the_search_means_something(
    played: Platform, secret: Secret
) -> None:
    connection = await asyncpg.connect(played.database("benefits"))
    told = await connection.fetchval("select count(*) from inbox where publisher = $1", secret.home)
    await connection.close()
    assert told > 0


async def test_it_never_travelled(played: Platform, secret: Secret) -> None:
    client = await nats.connect(
        played.nats.url,
        user=STEWARD,
        password=played.credentials.nats[STEWARD],
        inbox_prefix=f"_INBOX.{STEWARD}",
    )
    info = json.loads((await client.request(f"$JS.API.STREAM.INFO.{STREAM}")).data)
    assert info["state"]["messages"] > 0
    await client.close()
    assert holding(played.nats.store, secret) == []


async def test_no_log_and_no_trace_has_it(played: Platform, secret: Secret) -> None:
    assert any(file.stat().st_size for file in (played.data / "log").iterdir())
    assert holding(played.data / "log", secret) == []
    assert holding(played.nats.folder, secret) == []
    server_log = (played.postgres.folder / "postgres.log").read_bytes()
    assert not any(form.encode() in server_log for form in secret.forms)


def holding(folder: Path, secret: Secret) -> list[str]:
    """The files below that hold it."""
    return [
        str(file)
        for file in folder.rglob("*")
        if file.is_file() and any(form.encode() in file.read_bytes() for form in secret.forms)
    ]
