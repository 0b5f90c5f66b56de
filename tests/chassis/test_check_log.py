"""The check of a log that runs every night, as its own program."""

from __future__ import annotations

import asyncio
import os
import sys

import asyncpg

from chassis.clock import Clock
from chassis.database import make_pool, prepare_database
from chassis.event_log import EventLog
from chassis.part import SCHEMAS
from tests.chassis.toy import Errand, context


async def test_the_nightly_check_passes_a_sound_log_and_names_a_changed_row(database: str) -> None:
    async with make_pool(database) as pool:
        await prepare_database(pool, "benefits", SCHEMAS)
        log = EventLog(pool, Clock())
        await log.start()
        for _ in range(3):
            await log.append(Errand(type="", data={}, person=None), ctx=context())
        await log.stop()
    assert await check(database) == (0, "3 events, 0 places of damage\n")
    vandal = await asyncpg.connect(database)
    await vandal.execute("update events set actor_id = 'somebody else' where position = 2")
    await vandal.close()
    code, said = await check(database)
    assert (code, said.splitlines()[0]) == (1, "position 2: changed")


async def check(database: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "chassis.check_log",
        env=os.environ | {"OSNOWA_DATABASE": database},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()
