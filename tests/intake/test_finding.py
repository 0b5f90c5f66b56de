"""Finding a person among a hundred thousand: by index, with typing errors, with the reasons why."""

import re
from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from chassis.database import Pool, make_pool, prepare_database
from chassis.part import SCHEMAS
from services.intake.identity import Candidate, Description, Match
from services.intake.main import service
from services.intake.queries import finding

PERSONS = 100_000
BORN = date(2184, 11, 12)
FILL = """
insert into persons (person_id, given_names, family_name, name_key, family_key, birth_date, sex,
    id_type, teryt, street, city, address_key, phone_key, position)
select gen_random_uuid(), g, f, g || ' ' || f, f, date '2100-01-01' + (n * 7919) % 36000, 'F',
    'NONE', '0264011', s, 'wroclaw', s || ' 50 001 wroclaw',
    lpad((500000000 + n)::text, 9, '0'), n
from (select n, (array['anna','ewa','maria','jan','piotr','pawel'])[1 + n % 6] as g,
        (array['kowal','nowak','wisn','lewan','zielin','wojcik','kaczmar','mazur','krawc','piotr',
            'grab','pawl','michal','adam','dud','zaj','wiecz','jabl','krol','majew'])[1 + n % 20]
        || (array['ski','ska','czyk','ewicz','owska','ak','ek','iak'])[1 + (n / 20) % 8]
        || chr(97 + (n / 160) % 26) as f,
        (array['lakowa','lipowa','dluga','krotka'])[1 + n % 4] || ' ' || (n / 4) % 400 as s
    from generate_series(1, $1) n) made
"""
JAN = UUID("3f2c8a52-5b1e-4c6e-9d43-2f6b8c1d0e4a")


@pytest.fixture
async def register(database: str) -> AsyncIterator[Pool]:
    """A hundred thousand people, and Jan Wzorcowy."""
    pool = make_pool(database)
    await pool
    assert service.schema is not None
    await prepare_database(pool, "intake", (*SCHEMAS, service.schema))
    await pool.execute(FILL, PERSONS, timeout=120)
    await pool.execute(
        "insert into persons (person_id, given_names, family_name, name_key, family_key,"
        " birth_date, sex, id_type, id_ref, teryt, street, city, address_key, phone_key, position)"
        " values ($1, 'Jan Krzysztof', 'Wzorcowy', 'jan krzysztof wzorcowy', 'wzorcowy', $2, 'M',"
        " 'PESEL', $1, '0264011', 'Łąkowa 4/7', 'Wrocław', 'lakowa 4 7 50 001 wroclaw',"
        " '600100200', 0)",
        JAN,
        BORN,
    )
    await pool.execute(
        "insert into identifiers (ref, person_id, id_type, number, hash)"
        " values ($1, $1, 'PESEL', '84511200016', 'hash of jan')",
        JAN,
    )
    await pool.execute(
        "insert into identifiers (ref, person_id, id_type, number, hash)"
        " select person_id, person_id, 'PESEL', 'n', 'hash ' || position from persons"
        " where position > 0"
    )
    for table in ("persons", "identifiers"):
        await pool.execute(f"analyze {table}")
    yield pool
    await pool.close()


async def found(pool: Pool, wanted: Description) -> list[Candidate]:
    return await finding.search(pool, wanted)


WAYS: dict[str, tuple[Description, Match]] = {
    "name as it is typed": (Description("jan wzor", typed=True), Match.SIMILAR_NAME),
    "letters exchanged": (Description("wzrocowy jan", typed=True), Match.SIMILAR_NAME),
    "a letter missing": (Description("wzocowy", typed=True), Match.SIMILAR_NAME),
    "the beginning, misspelt": (Description("wzrocow", typed=True), Match.SIMILAR_NAME),
    "PESEL": (Description("", identifier="hash of jan", typed=True), Match.SAME_IDENTIFIER),
    "PESEL misread": (
        Description("", near=frozenset({"hash of jan", "other"}), typed=True),
        Match.SIMILAR_PESEL,
    ),
    "birth date": (Description("", BORN, typed=True), Match.SAME_BIRTH_DATE),
    "address": (Description("", address="lakowa 4 7", typed=True), Match.SIMILAR_ADDRESS),
    "address misspelt": (Description("", address="lakwoa 4 7", typed=True), Match.SIMILAR_ADDRESS),
    "address misspelt, with the town": (
        Description("", address="lokowa 4 7 wroclaw", typed=True),
        Match.SIMILAR_ADDRESS,
    ),
    "given name misspelt": (Description("kryzsztof", typed=True), Match.SIMILAR_NAME),
    "given name with a letter missing": (Description("krzystof", typed=True), Match.SIMILAR_NAME),
    "name and birth year": (
        Description("krzystof", typed=True, birth_year=2184),
        Match.SAME_BIRTH_YEAR_SIMILAR_NAME,
    ),
    "a year of two figures": (
        Description("", typed=True, or_born=frozenset({BORN, BORN.replace(year=2084)})),
        Match.SAME_BIRTH_DATE,
    ),
    "phone": (Description("", phone="600100200", typed=True), Match.SAME_PHONE),
    "day and month exchanged": (
        Description("jan wzorcowy", date(2184, 12, 11), typed=True),
        Match.SIMILAR_BIRTH_DATE_SIMILAR_NAME,
    ),
}


async def test_jan_is_found_among_many_whatever_is_known_of_him(register: Pool) -> None:
    for way, (wanted, why) in WAYS.items():
        candidates = await found(register, wanted)
        jan = next((one for one in candidates if one.person_id == JAN), None)
        assert jan is not None, way
        assert why in jan.reasons, way
        assert candidates[0].person_id == JAN or BORN in wanted.birth_dates, way


async def test_no_search_reads_the_register_from_end_to_end(register: Pool) -> None:
    street = Description("", address="lakowa", typed=True)
    searches = {way: wanted for way, (wanted, _) in WAYS.items()} | {"a street alone": street}
    for way, wanted in searches.items():
        plan = await explained(register, *finding.statement(wanted, wanted.name.split()))
        whole = re.findall(r"(?:Seq Scan|Index Only Scan.*) on (?:persons|identifiers)\b", plan)
        assert whole == [], f"{way}:\n{plan}"
        conditions = re.findall(r"Scan (?:using|on) (\w+)[^\n]*\n\s*Index Cond", plan)
        assert {"persons_family_alike", "persons_birth", "identifiers_by_hash"} <= {*conditions}


async def explained(pool: Pool, statement: str, *values: Any) -> str:
    """The generic plan: the one that a prepared statement of the pool has."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(finding.BY_INDEX)
        types = ["text", "text[]", "date[]", "text", "text", "text[]", "text"]
        types += [type_of(value) for value in values[len(types) :]]
        given = (f"{literal(value)}::{name}" for value, name in zip(values, types, strict=True))
        await connection.execute(f"prepare searched ({', '.join(types)}) as {statement}")
        rows = await connection.fetch(f"explain execute searched ({', '.join(given)})")
        await connection.execute("deallocate searched")
    return "\n".join(row[0] for row in rows)


def type_of(value: Any) -> str:
    if isinstance(value, list):
        return "text[]"
    return "date" if isinstance(value, date) else "text"


def literal(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return "array[" + ",".join(literal(one) for one in value) + "]"
    return f"'{value}'"


async def test_the_extension_of_trigrams_is_made_by_the_services_own_role(database: str) -> None:
    pool = make_pool(database)
    await pool
    assert service.schema is not None
    await prepare_database(pool, "intake", (*SCHEMAS, service.schema))
    role = await pool.fetchrow("select rolsuper from pg_roles where rolname = current_user")
    assert role is not None
    assert not role["rolsuper"]
    names = await pool.fetch("select extname from pg_extension")
    assert "pg_trgm" in {row["extname"] for row in names}
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.execute("create extension pageinspect")
    await pool.close()
