"""One running part of the embedded platform: a process of its own, its address and its log."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGTERM

import httpx

from chassis.embedded import Process, StartFailed, free_port

PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "SYSTEMROOT")
"""Of the operator's own environment; nothing else reaches a part."""

ATTEMPTS = 3
READY_WITHIN = 90.0


def bare_environment() -> dict[str, str]:
    """What a Python process needs to find its modules, and nothing secret."""
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    here = os.pathsep.join(path for path in sys.path if path)
    return passed | {"PYTHONPATH": here, "PYTHONUNBUFFERED": "1"}


@dataclass
class RunningPart:
    """Keeps its port over restarts. `environment` is without OSNOWA_PORT."""

    name: str
    program: str
    environment: Mapping[str, str]
    log: Path
    port: int = field(default_factory=free_port)
    _process: Process | None = field(default=None, init=False, repr=False)
    _answered: bool = field(default=False, init=False, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.running

    @property
    def process(self) -> Process:
        """Raises StartFailed where it was never started."""
        if self._process is None:
            raise StartFailed(f"{self.name} was not started")
        return self._process

    async def start(self, more: Mapping[str, str] | None = None) -> None:
        """Returns when /readyz says so. `more` is for this run only, a crash point for example."""
        for attempt in range(1, ATTEMPTS + 1):
            environment = bare_environment() | dict(self.environment) | dict(more or {})
            self._process = Process(
                self.name,
                [sys.executable, "-m", self.program],
                self.log,
                environment=environment | {"OSNOWA_PORT": str(self.port)},
            )
            try:
                await self._process.start(self._ready, within=READY_WITHIN)
            except StartFailed:
                if attempt == ATTEMPTS or self._answered or _free(self.port):
                    raise
                self.port = free_port()  # somebody took it before our first start
            else:
                self._answered = True
                return

    async def stop(self) -> int:
        """A clean end; its exit code."""
        return await self._process.stop(SIGTERM) if self._process else 0

    async def ended(self, *, within: float = 30.0) -> int:
        """Waits until it ended by itself, at a crash point for example. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while self.running:  # noqa: ASYNC110  # the kernel sets no asyncio.Event
                await asyncio.sleep(0.01)
        return self.process.exit_code or 0

    async def _ready(self) -> bool:
        with contextlib.suppress(httpx.HTTPError):
            async with httpx.AsyncClient(timeout=5) as client:
                return (await client.get(f"{self.url}/readyz")).status_code == httpx.codes.OK
        await asyncio.sleep(0.05)
        return False


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
