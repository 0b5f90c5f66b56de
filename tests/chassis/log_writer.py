"""A second process that appends: `python -m tests.chassis.log_writer DSN WRITERS EVENTS`."""

from __future__ import annotations

import asyncio
import sys

from chassis.clock import Clock
from chassis.database import make_pool
from chassis.event_log import EventLog
from tests.chassis.toy import Errand, context


async def write(dsn: str, writers: int, events: int) -> None:
    pool = make_pool(dsn)
    await pool
    log = EventLog(pool, Clock())
    await log.start()

    async def writer() -> None:
        errand = Errand(type="", data={}, person=None)
        await log.append(errand, ctx=context())
        for _ in range(events - 1):
            errand.add(1)
            await log.append(errand, ctx=context())

    await asyncio.gather(*(writer() for _ in range(writers)))
    await log.stop()
    await pool.close()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
