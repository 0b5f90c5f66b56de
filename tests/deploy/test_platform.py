"""The embedded platform, with two small parts in place of the services."""

import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import httpx
import pytest
from osnowa.platform import STATE_FILE, Platform

from chassis.clock import Clock
from chassis.embedded import StartFailed


async def told(platform: Platform, name: str) -> dict[str, str]:
    async with httpx.AsyncClient() as client:
        answer: dict[str, str] = (await client.get(f"{platform.url(name)}/status")).json()
        return answer


async def test_every_part_is_a_process_with_its_own_settings(platform: Platform) -> None:
    benefits, ngo = await told(platform, "benefits"), await told(platform, "ngo-opiekun")
    assert benefits["pid"] != ngo["pid"]
    assert (benefits["OSNOWA_UNIT"], ngo["OSNOWA_UNIT"]) == ("benefits", "ngo-opiekun")
    for secret in ("OSNOWA_DATABASE", "OSNOWA_NATS_PASSWORD", "OSNOWA_SESSION_SECRET"):
        assert benefits[secret] != ngo[secret]


async def test_a_part_opens_its_own_database_as_its_owner(platform: Platform) -> None:
    connection = await asyncpg.connect((await told(platform, "ngo-opiekun"))["OSNOWA_DATABASE"])
    await connection.execute("create table mine (a int)")
    assert await connection.fetchval("select current_user") == "ngo-opiekun"
    await connection.close()


async def test_a_killed_part_comes_back_under_its_address(platform: Platform) -> None:
    before, url = await told(platform, "benefits"), platform.url("benefits")
    platform.kill_part("benefits")
    assert not platform.parts["benefits"].running
    await platform.start_part("benefits")
    after = await told(platform, "benefits")
    assert platform.url("benefits") == url
    assert before["pid"] != after["pid"]


async def test_a_part_that_dies_at_its_start_is_reported_with_its_log(platform: Platform) -> None:
    await platform.stop_part("benefits")
    with pytest.raises(StartFailed, match="crashed on purpose"):
        await platform.start_part("benefits", {"OSNOWA_CRASHPOINT": "relay.sent:1"})
    assert await platform.parts["benefits"].ended() == 1
    await platform.start_part("benefits")


async def test_the_clock_is_set_for_all_parts_and_goes_on(platform: Platform) -> None:
    platform.set_clock(datetime(2026, 2, 2, 8, tzinfo=UTC))
    file = (await told(platform, "benefits"))["OSNOWA_CLOCK_FILE"]
    now = Clock(Path(file)).now()
    assert timedelta() <= now - datetime(2026, 2, 2, 8, tzinfo=UTC) < timedelta(seconds=10)


async def test_servers_come_back_under_their_addresses(platform: Platform) -> None:
    nats, database = platform.nats.url, platform.database("benefits")
    await platform.nats.kill()
    await platform.postgres.kill()
    await platform.nats.start()
    await platform.postgres.start()
    assert (platform.nats.url, platform.database("benefits")) == (nats, database)
    await (await asyncpg.connect(database)).close()


async def test_secrets_are_closed_to_others(platform: Platform) -> None:
    for name in ("credentials.json", "nats/users.conf", "postgres/superuser.password"):
        assert stat.S_IMODE((platform.data / name).stat().st_mode) == 0o600
    assert stat.S_IMODE((platform.data / "log").stat().st_mode) == 0o700


async def test_a_second_platform_in_the_same_folder_is_refused(
    platform: Platform, units_file: Path
) -> None:
    with pytest.raises(StartFailed, match="already"):
        await Platform(platform.data, units_file=units_file).start()


async def test_the_state_file_tells_where_everything_is(platform: Platform) -> None:
    state = json.loads((platform.data / STATE_FILE).read_text())
    assert state["parts"] == platform.addresses
    assert state["pid"] == os.getpid()


async def test_a_folder_used_again_has_its_data(units_file: Path, server_folder: Path) -> None:
    folder = server_folder / "kept"
    async with Platform.running(folder, units_file=units_file, parts=[], fsync=False) as first:
        connection = await asyncpg.connect(first.database("benefits"))
        await connection.execute("create table kept (a int); insert into kept values (7)")
        await connection.close()
    async with Platform.running(folder, units_file=units_file, parts=[], fsync=False) as second:
        connection = await asyncpg.connect(second.database("benefits"))
        assert await connection.fetchval("select a from kept") == 7
        await connection.close()
