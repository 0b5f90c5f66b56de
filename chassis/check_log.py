"""`python -m chassis.check_log`: walks the chain of a unit's event log and only reads.

The database is the one in `OSNOWA_DATABASE`, as every part has it. Exit code 1 where the chain does
not hold.
"""

from __future__ import annotations

import asyncio
import os
import sys

from chassis.database import make_pool
from chassis.log_chain import damages


async def check(dsn: str) -> int:
    """Prints every place of damage; answers how many there are."""
    found = 0
    async with make_pool(dsn) as pool:
        async for damage in damages(pool):
            found += 1
            print(f"position {damage.position}: {damage.what}")
        last = await pool.fetchval("select position from log_head")
    print(f"{last} events, {found} places of damage")
    return found


if __name__ == "__main__":
    sys.exit(1 if asyncio.run(check(os.environ["OSNOWA_DATABASE"])) else 0)
