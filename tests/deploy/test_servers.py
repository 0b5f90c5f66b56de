"""The servers that tests and the embedded platform start."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from chassis.embedded import NatsServer, PostgresServer, Process, StartFailed
from chassis.embedded.postgres import binaries
from chassis.testing import Broker
from tests.chassis.toy import PATIENCE, eventually

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root starts as another user")


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """Its owner alone may enter it."""
    tmp_path.chmod(0o700)
    return tmp_path


async def test_a_database_is_fresh_and_owned_by_a_plain_role(database: str) -> None:
    connection = await asyncpg.connect(database)
    assert (
        await connection.fetchval("select count(*) from pg_tables where schemaname='public'") == 0
    )
    assert not await connection.fetchval(
        "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user"
    )
    await connection.execute("create table t (a int)")
    await connection.close()


async def test_postgres_keeps_what_was_committed_when_it_is_killed(
    postgres: PostgresServer, database: str
) -> None:
    connection = await asyncpg.connect(database)
    await connection.execute("create table kept (a int); insert into kept values (1)")
    await postgres.kill()
    assert not postgres.running
    await postgres.start()
    connection.terminate()
    again = await asyncpg.connect(database)
    assert await again.fetchval("select a from kept") == 1
    await again.close()


async def test_a_wrong_password_is_refused_on_the_socket(postgres: PostgresServer) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(postgres.dsn("postgres", "guessed"))


@as_root
async def test_root_may_have_its_packages_in_a_closed_folder(
    closed_folder: Path, server_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = binaries().parents[1]
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, closed_folder / folder.name, symlinks=True)
    closed = closed_folder / package.name / "pginstall" / "bin"
    monkeypatch.setattr("chassis.embedded.postgres.binaries", lambda: closed)
    server = PostgresServer(server_folder / "closed", fsync=False)
    await server.start()
    await (await asyncpg.connect(server.dsn())).close()
    await server.stop()


@as_root
async def test_a_data_folder_without_a_way_to_it_says_what_to_do(closed_folder: Path) -> None:
    with pytest.raises(StartFailed, match="--data"):
        await PostgresServer(closed_folder / "city", fsync=False).start()


async def test_a_long_path_still_has_a_socket(server_folder: Path) -> None:
    server = PostgresServer(server_folder / ("long-" * 20), fsync=False)
    await server.start()
    await (await asyncpg.connect(server.dsn())).close()
    await server.stop()


async def test_a_unit_gets_what_another_told_it(broker: Broker) -> None:
    await broker.admit("benefits", "pup")
    benefits, pup = await broker.connect("benefits"), await broker.connect("pup")
    await benefits.jetstream().publish("osnowa.benefits.pup.DecisionIssued", b"{}")
    consumer = await pup.jetstream().pull_subscribe_bind("pup", stream="OSNOWA")
    (message,) = await consumer.fetch(1, timeout=PATIENCE)
    await message.ack()
    assert await broker.subjects() == ["osnowa.benefits.pup.DecisionIssued"]


async def test_every_test_has_an_empty_stream(broker: Broker) -> None:
    await broker.admit("benefits")
    assert await broker.subjects() == []


async def test_nats_keeps_its_port_and_its_stream_when_it_is_killed(broker: Broker) -> None:
    await broker.admit("benefits", "pup")
    benefits = await broker.connect("benefits")
    await benefits.jetstream().publish("osnowa.benefits.pup.DecisionIssued", b"{}")
    url = broker.url
    await broker.server.kill()
    await broker.server.start()
    assert broker.url == url
    assert await broker.subjects() == ["osnowa.benefits.pup.DecisionIssued"]


async def test_users_that_are_not_named_any_more_are_put_out(nats_server: NatsServer) -> None:
    await nats_server.use('authorization { users: [ { user: "a", password: "b" } ] }')
    assert (await nats_server.info())["auth_required"]
    with pytest.raises(StartFailed, match="error"):
        await nats_server.use("authorization { users: [ { user: ")


async def test_what_does_not_start_says_why(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "print('no such luck'); raise SystemExit(3)"]
    process = Process("broken", program, tmp_path / "log")

    async def never() -> bool:
        return False

    with pytest.raises(StartFailed, match="no such luck"):
        await process.start(never)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's last will is Linux only")
async def test_a_server_dies_with_the_process_that_started_it(tmp_path: Path) -> None:
    program = """
import asyncio, sys, time
from pathlib import Path
from chassis.embedded import NatsServer
server = NatsServer(Path(sys.argv[1]))
asyncio.run(server.start())
print(server.pid, flush=True)
time.sleep(60)
"""
    parent = subprocess.Popen(  # noqa: ASYNC220  # it starts in a millisecond
        [sys.executable, "-c", program, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with parent:
        assert parent.stdout is not None
        server = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)

    async def gone() -> bool:
        return not _alive(server)

    await eventually(gone)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
