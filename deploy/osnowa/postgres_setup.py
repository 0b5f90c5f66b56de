"""One database and one login role per unit; nobody can open another's.

The same statements make the embedded server and, as a script for psql, the city's server.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import asyncpg

SHARED = ("postgres", "template1")
"""Databases that every server has; closed to all but the superuser."""

MOST_CONNECTIONS = 40
"""Of one unit, so that none can keep the others out."""

_PASSWORD = re.compile(r"[A-Za-z0-9_-]{16,}")


async def set_up(address: str, passwords: Mapping[str, str]) -> None:
    """Makes what is missing, sets the passwords, closes what is open. May be run again.

    `address` is the superuser's; `passwords` are by unit.
    """
    connection = await asyncpg.connect(address)
    try:
        roles = {row[0] for row in await connection.fetch("select rolname from pg_roles")}
        databases = {row[0] for row in await connection.fetch("select datname from pg_database")}
        for unit, password in passwords.items():
            if unit not in roles:
                await connection.execute(create_role(unit))
            await connection.execute(set_password(unit, password))
            if unit not in databases:
                await connection.execute(create_database(unit))
        for statement in close(passwords):
            await connection.execute(statement)
    finally:
        await connection.close()


def script(passwords: Mapping[str, str]) -> str:
    """The same for `psql` as superuser; may be run again when a unit joins."""
    lines = ["-- Written by `osnowa configure`; holds passwords. Run by psql as superuser."]
    for unit, password in passwords.items():
        lines += [
            _unless(f"select from pg_roles where rolname = '{unit}'", create_role(unit)),
            set_password(unit, password) + ";",
            _unless(f"select from pg_database where datname = '{unit}'", create_database(unit)),
        ]
    lines += [f"{statement};" for statement in close(passwords)]
    return "\n".join(lines) + "\n"


def create_role(unit: str) -> str:
    return (
        f'create role "{unit}" login nosuperuser nocreatedb nocreaterole noreplication'
        f" nobypassrls connection limit {MOST_CONNECTIONS}"
    )


def set_password(unit: str, password: str) -> str:
    """Raises ValueError for a password that would have to be quoted."""
    if not _PASSWORD.fullmatch(password):
        raise ValueError(f"the password of {unit} must be 16 or more letters, digits, - and _")
    return f"alter role \"{unit}\" password '{password}'"


def create_database(unit: str) -> str:
    return f'create database "{unit}" owner "{unit}" template template0'


def close(units: Mapping[str, str]) -> Iterator[str]:
    """Without this, PostgreSQL lets every role connect to every database."""
    for database in (*SHARED, *units):
        yield f'revoke all on database "{database}" from public'


def _unless(exists: str, statement: str) -> str:
    return f"select $${statement}$$ where not exists ({exists}) \\gexec"
