"""The background work of a part: loops that survive their failures, say how they are, and stop."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

log = structlog.get_logger(__name__)

Step = Callable[[], Awaitable[bool | None]]
"""One round of work. True: there is more, go on at once. Anything else: wait `idle`."""

FIRST_BACKOFF = 0.1


class Wake:
    """Wakes one waiter. Calls before it waits are kept; several calls count as one."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        """From the event loop's own thread only."""
        self._event.set()

    async def wait(self, at_most: float | None = None) -> bool:
        """Returns after `set()` (True) or after `at_most` seconds (False)."""
        try:
            async with asyncio.timeout(at_most):
                await self._event.wait()
        except TimeoutError:
            return False
        self._event.clear()
        return True


@dataclass
class Health:
    """How a loop is, for /readyz."""

    name: str
    running: bool = False
    last_ok: datetime | None = None
    """Real time of the last round that did not fail."""
    consecutive_failures: int = 0
    last_error: str | None = None
    """Type of the last failure; never its message, which may name a person."""

    @property
    def ok(self) -> bool:
        """Runs, and the last round did not fail."""
        return self.running and self.consecutive_failures == 0


class Loop:
    """Repeats one step until it is stopped. Made by `keep_running`."""

    def __init__(
        self, name: str, step: Step, *, idle: float, wake: Wake, backoff_max: float, drain: float
    ) -> None:
        self.health = Health(name)
        self.wake = wake
        self._step = step
        self._idle = idle
        self._backoff_max = backoff_max
        self._drain = drain
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.health.running = True
        self._task = asyncio.create_task(self._run(), name=self.health.name)
        self._task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Lets the running step end within `drain` seconds, then cancels it."""
        self._stopping.set()
        self.wake.set()
        if self._task is None or self._task.done():
            return
        done, _ = await asyncio.wait({self._task}, timeout=self._drain)
        if not done:
            await cancel(self._task)

    async def wait(self) -> None:
        """Returns when the loop has stopped; raises what ended it, if something did."""
        if self._task is not None:
            await asyncio.shield(self._task)

    async def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                more = await self._step()
            except Exception as error:  # noqa: BLE001  # logged, counted, shown by /readyz
                self._failed(error)
                await self._pause(self._backoff())
                continue
            self.health.last_ok = datetime.now(UTC)
            self.health.consecutive_failures = 0
            if more:
                await asyncio.sleep(0)
            elif not self._stopping.is_set():
                await self.wake.wait(self._idle)

    def _failed(self, error: Exception) -> None:
        self.health.consecutive_failures += 1
        self.health.last_error = type(error).__name__
        log.error(
            "loop failed, tries again",
            loop=self.health.name,
            attempt=self.health.consecutive_failures,
            exc_info=error,
        )

    def _backoff(self) -> float:
        """Doubles with each failure in a row up to the most, less up to half by chance."""
        doubled = FIRST_BACKOFF * 2.0 ** min(self.health.consecutive_failures - 1, 16)
        return min(doubled, self._backoff_max) * random.uniform(0.5, 1.0)

    async def _pause(self, seconds: float) -> None:
        """Not cut short by a wake: what failed is not tried more often because more waits."""
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.health.running = False
        if not task.cancelled() and (error := task.exception()) is not None:
            self.health.last_error = type(error).__name__
            log.error("loop ended", loop=self.health.name, exc_info=error)


async def cancel(task: asyncio.Task[None]) -> None:
    """Returns when the task has ended, however; asks again, as a library may swallow it.

    (`asyncio.wait_for` of Python 3.11 does, where what it waited for fails in the same moment.)
    """
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=1)
    if not task.cancelled():
        task.exception()


def keep_running(
    name: str,
    step: Step,
    *,
    idle: float,
    wake: Wake | None = None,
    backoff_max: float = 5.0,
    drain: float = 1.0,
) -> Loop:
    """Starts a loop on `step` and returns its handle; end it with `await loop.stop()`.

    Between rounds it waits `idle` seconds, or until `wake` is set; a step that answers True is
    repeated at once. A failure is logged without its message and tried again after a growing pause.
    """
    if idle <= 0:
        raise ValueError("idle must be positive, or the loop would burn the processor")
    loop = Loop(name, step, idle=idle, wake=wake or Wake(), backoff_max=backoff_max, drain=drain)
    loop.start()
    return loop
