"""A toy as a process of its own, so that a test can kill it: `python -m tests.chassis.toy_part`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from chassis.crashpoints import VARIABLE
from chassis.embedded import Process
from chassis.testing import Broker
from tests.chassis.toy import PATIENCE, Toy, eventually, part

ROOT = Path(__file__).parents[2]


class Child:
    """One unit in a process of its own, as often as it is started."""

    def __init__(self, unit: str, database: str, broker: Broker, toy: Toy, folder: Path) -> None:
        self.unit, self.log = unit, folder / f"{unit}.log"
        self.environment = os.environ | {
            "TOY_UNIT": unit,
            "TOY_DATABASE": database,
            "TOY_NATS": broker.url,
            "TOY_PASSWORD": broker.passwords[unit],
            "TOY": toy.to_json(),
            "PYTHONPATH": str(ROOT),
        }
        self.process = self._process()

    async def start(self, crashpoint: str = "") -> None:
        """Returns when the part works; with a crash point, it may be dead by then."""
        self.process = self._process(crashpoint)
        already = self.log.read_text().count("works") if self.log.exists() else 0

        async def works() -> bool:
            return self.log.exists() and self.log.read_text().count("works") > already

        await self.process.start(works)

    async def killed(self) -> None:
        """Returns when the crash point has killed it."""

        async def dead() -> bool:
            return not self.process.running

        await eventually(dead)
        assert self.process.exit_code == -signal.SIGKILL, self.log.read_text()[-2000:]

    async def stop(self) -> int:
        return await self.process.stop(within=PATIENCE)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Process]:
        await self.start()
        try:
            yield self.process
        finally:
            await self.stop()

    def _process(self, crashpoint: str = "") -> Process:
        return Process(
            self.unit,
            [sys.executable, "-m", "tests.chassis.toy_part"],
            self.log,
            environment={**self.environment, VARIABLE: crashpoint},
        )


async def main() -> None:
    told = os.environ
    toy = Toy.from_json(told["TOY"])
    one = part(told["TOY_UNIT"], told["TOY_DATABASE"], told["TOY_NATS"], told["TOY_PASSWORD"], toy)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    starting = asyncio.create_task(one.start())
    print("works", flush=True)
    await stop.wait()
    await starting
    await one.stop()


if __name__ == "__main__":
    asyncio.run(main())
