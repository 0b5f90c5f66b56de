"""docker-compose.yml describes the same city as units.toml and the embedded platform."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from osnowa import compose
from osnowa.configuration import configure
from osnowa.credentials import Credentials
from osnowa.nats_config import users
from osnowa.platform import Platform
from osnowa.topology import ROOT, load

from chassis.broker import STEWARD, STREAM_SETTINGS
from chassis.embedded import NatsServer, PostgresServer
from chassis.embedded.nats import binary
from chassis.embedded.postgres import binaries

FILE = ROOT / "docker-compose.yml"
SERVERS = {"postgres", "nats"}
EMBEDDED_ONLY = {"OSNOWA_CLOCK_FILE"}


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return compose.describe(load())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `osnowa configure` writes for the city."""
    folder = tmp_path_factory.mktemp("city") / "var"
    configure(folder, load())
    return folder


def names_in(env_file: Path) -> set[str]:
    return {line.split("=", 1)[0] for line in env_file.read_text().splitlines()}


def test_the_file_is_what_units_toml_says() -> None:
    assert FILE.read_text("utf-8") == compose.render(load()), "run `osnowa compose`"


def test_there_is_a_container_for_every_unit_and_no_other(described: dict[str, Any]) -> None:
    assert described["services"].keys() == SERVERS | {STEWARD} | load().units.keys()


async def test_a_container_runs_what_the_embedded_platform_starts(
    described: dict[str, Any], written: Path, server_folder: Path
) -> None:
    platform = Platform(server_folder / "compared")
    platform.credentials = Credentials.keep(written, platform.directory)
    platform.data.mkdir()
    platform.prepare_parts()
    assert platform.parts.keys() == described["services"].keys() - SERVERS - {STEWARD}
    for name, part in platform.parts.items():
        container = described["services"][name]
        told = container["environment"].keys() | names_in(written / f"{name}.env")
        assert told == part.environment.keys() - EMBEDDED_ONLY | {"OSNOWA_PORT"}
        assert container["command"] == ["python", "-m", part.program]
        assert container["environment"]["OSNOWA_UNIT"] == part.environment["OSNOWA_UNIT"] == name


def test_the_steward_is_told_the_same(described: dict[str, Any], written: Path) -> None:
    container = described["services"][STEWARD]
    told = container["environment"].keys() | names_in(written / f"{STEWARD}.env")
    platform = Platform(Path("unused"))
    platform.credentials = Credentials.keep(written, platform.directory)
    command, environment = platform.steward_command()
    assert told == environment.keys()
    assert container["command"][1:] == command[1:]


def test_both_admit_the_same_users_to_the_broker(written: Path) -> None:
    directory = load()
    credentials = Credentials.keep(written, directory)
    config = (written / "nats" / "users.conf").read_text()
    assert config == users(directory, credentials.nats)
    admitted = re.findall(r'user: "([^"]+)"', config)
    assert admitted == [STEWARD, *directory.units]


def test_secrets_stand_in_the_citys_folder_only(described: dict[str, Any], written: Path) -> None:
    text, image = FILE.read_text(), (ROOT / "deploy" / "images" / "Dockerfile").read_text()
    kept = json.loads((written / "credentials.json").read_text())
    for password in (password for group in kept.values() for password in group.values()):
        assert password not in text + image
    for container in described["services"].values():
        secret = {n for n in container.get("environment", {}) if n.endswith(("PASSWORD", "SECRET"))}
        assert not secret | (container.get("environment", {}).keys() & set(compose.SECRET))
    assert written.stat().st_mode & 0o077 == 0


def test_a_unit_is_told_its_own_secrets_only(written: Path) -> None:
    directory = load()
    kept = Credentials.keep(written, directory)
    for unit in directory.units:
        text = (written / f"{unit}.env").read_text()
        assert kept.database[unit] in text
        for other in directory.units.keys() - {unit}:
            assert kept.database[other] not in text
            assert kept.nats[other] not in text


def test_every_container_says_whether_it_is_well(described: dict[str, Any]) -> None:
    assert all(container["healthcheck"]["test"] for container in described["services"].values())
    ports = [p for c in described["services"].values() for p in c.get("ports", ())]
    assert len(ports) == len(set(ports)) == len(load().units)
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_passwords_stay_when_a_unit_joins(tmp_path: Path) -> None:
    folder, directory = tmp_path / "var", load()
    configure(folder, directory)
    before = Credentials.keep(folder, directory)
    superuser = (folder / "postgres.password").read_text()
    configure(folder, directory)
    assert Credentials.keep(folder, directory) == before
    assert (folder / "postgres.password").read_text() == superuser


async def test_psql_runs_the_script_twice_and_every_role_is_alone(
    written: Path, server_folder: Path
) -> None:
    server = PostgresServer(server_folder / "scripted", fsync=False)
    await server.start()
    for _ in range(2):
        done = subprocess.run(  # noqa: ASYNC221  # a second at most
            [binaries() / "psql", server.dsn(), "-v", "ON_ERROR_STOP=1", "--no-psqlrc", "--quiet",
             "-f", written / "postgres.sql"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    passwords = Credentials.keep(written, load()).database
    connection = await asyncpg.connect(server.dsn("pup", passwords["pup"], "pup"))
    await connection.close()
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await asyncpg.connect(server.dsn("pup", passwords["pup"], "benefits"))
    await server.stop()


def test_the_broker_accepts_the_configuration(written: Path) -> None:
    done = subprocess.run(
        [binary(), "-t", "-c", written / "nats" / "nats.conf"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


async def test_both_brokers_write_to_disk_at_once(written: Path, nats_server: NatsServer) -> None:
    setting = "sync_interval: always"
    assert setting in (written / "nats" / "nats.conf").read_text()
    assert setting in (nats_server.folder / "nats.conf").read_text()
    assert STREAM_SETTINGS["storage"] == "file"
