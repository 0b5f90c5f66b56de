"""Real servers for tests: fixtures that `tests/conftest.py` hands to every test.

The servers are started once a session without fsync; every test gets a database and a broker as
fresh as on the first day.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import nats
import pytest
from nats.aio.client import Client
from nats.errors import NoRespondersError

from chassis.broker import (
    STEWARD,
    STREAM,
    STREAM_SETTINGS,
    Rights,
    consumer_settings,
    users_config,
)
from chassis.embedded import NatsServer, PostgresServer

__all__ = [
    "Broker",
    "broker",
    "database",
    "nats_server",
    "new_database",
    "postgres",
    "server_folder",
]

OWNER = "tester"
ANSWER_WITHIN = 30.0
"""Seconds; a machine that runs many tests at once is slow."""
NewDatabase = Callable[[], Awaitable[str]]


class Broker:
    """The broker as a test sees it: who is admitted, what the steward would do, who was refused."""

    def __init__(self, server: NatsServer) -> None:
        self.server = server
        self.passwords: dict[str, str] = {}
        self.errors: dict[str, list[str]] = {}
        """By user: what the server reported asynchronously, refusals among it."""
        self._extra: dict[str, Rights] = {}
        self._clients: list[Client] = []
        self._managing: Client | None = None

    @property
    def url(self) -> str:
        return self.server.url

    async def admit(self, *units: str, **extra: Rights) -> None:
        """Users with the rights of parts, the stream, and a consumer for each of them.

        Keywords admit a user with other rights, without a consumer.
        """
        self._extra |= extra
        for name in (STEWARD, *units, *extra):
            self.passwords.setdefault(name, f"{name}-{secrets.token_hex(8)}")
        await self.server.use(users_config(self.passwords, self._extra))
        await self.create_stream()
        for unit in units:
            await self.create_consumer(unit)

    async def connect(self, user: str, **options: Any) -> Client:
        """A client that is closed after the test. It reconnects for ever, as parts do."""
        errors = self.errors.setdefault(user, [])

        async def note(error: Exception) -> None:
            errors.append(str(error))

        given: dict[str, Any] = {
            "inbox_prefix": f"_INBOX.{user}",
            "max_reconnect_attempts": -1,
            "reconnect_time_wait": 0.1,
            "error_cb": note,
        } | options
        client = await nats.connect(
            self.url, user=user, password=self.passwords[user], name=user, **given
        )
        self._clients.append(client)
        return client

    async def create_stream(self) -> None:
        await self.manage(f"STREAM.CREATE.{STREAM}", dict(STREAM_SETTINGS))

    async def delete_stream(self) -> None:
        await self.manage(f"STREAM.DELETE.{STREAM}")

    async def create_consumer(self, unit: str) -> None:
        wanted = {"stream_name": STREAM, "config": consumer_settings(unit), "action": ""}
        subject = f"CONSUMER.CREATE.{STREAM}.{unit}.{consumer_settings(unit)['filter_subject']}"
        await self.manage(subject, wanted)

    async def delete_consumer(self, unit: str) -> None:
        await self.manage(f"CONSUMER.DELETE.{STREAM}.{unit}")

    async def subjects(self) -> list[str]:
        """Of all messages in the stream, in its order."""
        last = (await self.manage(f"STREAM.INFO.{STREAM}"))["state"]["last_seq"]
        found = []
        for sequence in range(1, last + 1):
            told = await self.manage(f"STREAM.MSG.GET.{STREAM}", {"seq": sequence}, check=False)
            if "message" in told:
                found.append(told["message"]["subject"])
        return found

    async def manage(self, call: str, body: Any = None, *, check: bool = True) -> dict[str, Any]:
        """A JetStream management call as the steward; its answer."""
        if STEWARD not in self.passwords:
            await self.admit()
        client = self._managing = self._managing or await self._manager()
        payload = b"" if body is None else json.dumps(body).encode()
        reply = await client.request(f"$JS.API.{call}", payload, timeout=ANSWER_WITHIN)
        answer: dict[str, Any] = json.loads(reply.data)
        assert not (check and "error" in answer), answer
        return answer

    async def close(self) -> None:
        """Nothing of this test is left at the server."""
        if not self.server.running:
            await self.server.start()
        if self.passwords:
            await self.manage(f"STREAM.DELETE.{STREAM}", check=False)
        await asyncio.gather(*(client.close() for client in self._clients))

    async def _manager(self) -> Client:
        client = await self.connect(STEWARD)
        for _ in range(100):
            try:
                await client.request("$JS.API.INFO", timeout=1)
                break
            except NoRespondersError:
                await asyncio.sleep(0.02)
        return client


@pytest.fixture(scope="session")
def server_folder() -> Iterator[Path]:
    """For the servers' data; its way is open to the user as whom root starts PostgreSQL."""
    folder = Path(tempfile.mkdtemp(prefix="osnowa-test-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
async def postgres(server_folder: Path) -> AsyncIterator[PostgresServer]:
    """The server, without fsync; a test that stops or kills it starts it again."""
    server = PostgresServer(server_folder / "postgres", fsync=False)
    await server.start()
    connection = await asyncpg.connect(server.dsn())
    await connection.execute(f"create role {OWNER} login password '{OWNER}'")
    await connection.close()
    yield server
    await server.stop(keep=False)


@pytest.fixture
async def new_database(postgres: PostgresServer) -> AsyncIterator[NewDatabase]:
    """Makes a fresh empty database at each call and tells its address; all dropped afterwards."""
    if not postgres.running:
        await postgres.start()
    connection = await asyncpg.connect(postgres.dsn())
    made: list[str] = []

    async def make() -> str:
        name = f"test_{secrets.token_hex(6)}"
        await connection.execute(f"create database {name} owner {OWNER} template template0")
        made.append(name)
        return postgres.dsn(OWNER, OWNER, name)

    yield make
    await connection.close()
    if not postgres.running:
        await postgres.start()
    connection = await asyncpg.connect(postgres.dsn())
    for name in made:
        await connection.execute(f"drop database {name} with (force)")
    await connection.close()


@pytest.fixture
async def database(new_database: NewDatabase) -> str:
    """The address of a fresh empty database; its role owns it and is nothing else."""
    return await new_database()


@pytest.fixture(scope="session")
async def nats_server(server_folder: Path) -> AsyncIterator[NatsServer]:
    """The server, with fsync as in a city; a test that stops or kills it starts it again."""
    server = NatsServer(server_folder / "nats")
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def broker(nats_server: NatsServer) -> AsyncIterator[Broker]:
    """`await broker.admit("sender", "receiver")` first; then connect as these."""
    if not nats_server.running:
        await nats_server.start()
    helper = Broker(nats_server)
    yield helper
    await helper.close()
