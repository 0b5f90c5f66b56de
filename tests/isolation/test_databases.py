"""No unit's database role opens another unit's database, nor anything else of the server."""

import asyncio
from itertools import permutations

import asyncpg
import pytest
from osnowa.platform import Platform

SERVER_WIDE = (
    "create database more",
    "create role more",
    'set role "{other}"',
    'grant "{other}" to "{me}"',
    "alter role \"{other}\" password 'guessed-by-somebody'",
    'alter database "{other}" owner to "{me}"',
    'drop database "{other}"',
    "select * from pg_authid",
    "select pg_read_file('postgresql.conf')",
    "select pg_ls_dir('.')",
    "select pg_ls_waldir()",
    "copy (select 1) to program 'true'",
    "copy (select 1) to '/anything'",
    "alter system set log_statement = 'all'",
    "create extension dblink",
    "create extension postgres_fdw",
    "select pg_create_physical_replication_slot('copy')",
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '{other}'",
    "create subscription theirs connection 'dbname={other}' publication all_tables",
)


async def refused(address: str) -> bool:
    try:
        connection = await asyncpg.connect(address, timeout=20)
    except asyncpg.InsufficientPrivilegeError:
        return True
    await connection.close()
    return False


async def test_every_role_opens_its_own_database(city: Platform) -> None:
    for unit in city.directory.units:
        connection = await asyncpg.connect(city.database(unit))
        assert await connection.fetchval("select current_user") == unit
        assert await connection.fetchval("select current_database()") == unit
        await connection.close()


async def test_every_role_is_refused_by_every_other_database(city: Platform) -> None:
    units = city.directory.units
    tried = [*permutations(units, 2)]
    tried += [(unit, shared) for unit in units for shared in ("postgres", "template1", "template0")]
    passwords = city.credentials.database

    async def try_one(role: str, database: str) -> bool:
        try:
            return await refused(city.postgres.dsn(role, passwords[role], database))
        except asyncpg.ObjectNotInPrerequisiteStateError:
            return True  # template0 takes nobody at all

    verdicts = await asyncio.gather(*(try_one(role, database) for role, database in tried))
    assert [pair for pair, verdict in zip(tried, verdicts, strict=True) if not verdict] == []
    assert len(tried) == len(units) * (len(units) - 1) + 3 * len(units)


async def test_no_role_signs_in_with_anothers_password(city: Platform) -> None:
    for role, other in permutations(list(city.directory.units)[:4], 2):
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(
                city.postgres.dsn(role, city.credentials.database[other], role), timeout=20
            )


@pytest.mark.parametrize("statement", SERVER_WIDE)
async def test_a_role_reaches_nothing_beyond_its_database(city: Platform, statement: str) -> None:
    theirs = await asyncpg.connect(city.database("socialwork"))
    mine = await asyncpg.connect(city.database("benefits"))
    try:
        with pytest.raises(asyncpg.PostgresError) as failure:
            await mine.fetch(statement.format(me="benefits", other="socialwork"))
        assert isinstance(failure.value, asyncpg.InsufficientPrivilegeError), failure.value
        assert await theirs.fetchval("select 1") == 1
    finally:
        await mine.close()
        await theirs.close()


async def test_what_others_are_doing_is_not_seen(city: Platform) -> None:
    theirs = await asyncpg.connect(city.database("socialwork"))
    mine = await asyncpg.connect(city.database("benefits"))
    await theirs.fetchval("select 'canary-note'")
    seen = await mine.fetch("select query from pg_stat_activity where usename = 'socialwork'")
    assert seen
    assert {row["query"] for row in seen} == {"<insufficient privilege>"}
    await theirs.close()
    await mine.close()
