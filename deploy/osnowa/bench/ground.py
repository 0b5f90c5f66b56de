"""The servers that everything is measured on: one PostgreSQL and one NATS, durable, local."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import asyncpg

from chassis.broker import STEWARD, Rights, users_config
from chassis.clock import Clock
from chassis.database import make_pool, prepare_database
from chassis.event_log import EventLog
from chassis.part import SCHEMAS
from osnowa.platform import Platform

BARE = "bare"
BARE_RIGHTS = Rights(publish=("bare.>", "$JS.>"), subscribe=("_INBOX.bare.>",))
BARE_PASSWORD = "bare"  # of a server that ends with the measurement


@dataclass
class Ground:
    """Fresh databases by name, on the servers of one platform without parts."""

    platform: Platform

    async def database(self, name: str) -> str:
        """The address of a fresh empty database, for the superuser."""
        connection = await asyncpg.connect(self.platform.postgres.dsn())
        await connection.execute(f"drop database if exists {name} with (force)")
        await connection.execute(f"create database {name}")
        await connection.close()
        return self.platform.postgres.dsn(database=name)

    @asynccontextmanager
    async def log(self, name: str) -> AsyncIterator[EventLog]:
        """A started event log in a fresh database with all tables of a part."""
        pool = make_pool(await self.database(name))
        await pool
        await prepare_database(pool, name, SCHEMAS)
        log = EventLog(pool, Clock())
        await log.start()
        yield log
        await log.stop()
        await pool.close()

    @property
    def server_options(self) -> list[str]:
        """For PostgreSQL's own programs."""
        return ["-h", str(self.platform.postgres.socket_folder), "-U", "postgres"]

    @property
    def environment(self) -> dict[str, str]:
        return {"PGPASSWORD": urlsplit(self.platform.postgres.dsn()).password or ""}


@asynccontextmanager
async def ground() -> AsyncIterator[Ground]:
    async with Platform.running(parts=()) as platform:
        passwords = platform.credentials.nats
        names = (STEWARD, *platform.directory.units)
        await platform.nats.use(
            users_config(
                {name: passwords[name] for name in names} | {BARE: BARE_PASSWORD},
                {BARE: BARE_RIGHTS},
            )
        )
        yield Ground(platform)
