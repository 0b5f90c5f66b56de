"""A child process that is ready when `start` returns and never outlives its parent."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

POLL = 0.01
PR_SET_PDEATHSIG = 1
PORTS = range(20_000, 30_000)
"""Below the ports that outgoing connections take by themselves, so that a port stays free while
its server restarts."""

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
Ready = Callable[[], Awaitable[bool]]


class StartFailed(RuntimeError):
    """The process ended or did not become ready in time; the text has the end of its log."""


def free_port() -> int:
    """A port of the loopback address that nobody listens on now."""
    for port in random.sample(PORTS, 200):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise StartFailed("No free port between 20000 and 29999. Stop what listens there.")


class Process:
    """One child in its own process group, so that Ctrl-C reaches its parent only.

    `last_will` is the signal the kernel sends when the parent dies (on Linux).
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        log: Path,
        *,
        environment: Mapping[str, str] | None = None,
        user: str | None = None,
        last_will: signal.Signals = signal.SIGKILL,
    ) -> None:
        self.name = name
        self.command = list(command)
        self.log = log
        self.environment = environment
        self.user = user
        self.last_will = last_will
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    @property
    def pid(self) -> int:
        """Raises StartFailed where nothing was started."""
        if self._child is None:
            raise StartFailed(f"{self.name} was not started")
        return self._child.pid

    @property
    def exit_code(self) -> int | None:
        return self._child.poll() if self._child else None

    async def start(self, ready: Ready, *, within: float = 30.0) -> None:
        """Starts and waits until `ready()` is true. Raises StartFailed and leaves nothing behind.

        To be called from a thread that lives as long as the child shall: it dies with that thread.
        """
        if self.running:
            raise StartFailed(f"{self.name} runs already")
        self._spawn()
        deadline = time.monotonic() + within
        try:
            while not await ready():
                if not self.running:
                    raise StartFailed(self._epitaph(f"ended with {self.exit_code}"))
                if time.monotonic() > deadline:
                    raise StartFailed(self._epitaph(f"was not ready within {within:g} s"))
                await asyncio.sleep(POLL)
        except BaseException:
            self.kill_now()
            raise

    async def stop(self, how: signal.Signals = signal.SIGTERM, *, within: float = 15.0) -> int:
        """Asks it to end, insists after `within` seconds; its exit code, 0 if it never ran."""
        if self._child is None:
            return 0
        self.signal(how)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self.running:  # noqa: ASYNC110  # the kernel sets no asyncio.Event
                    await asyncio.sleep(POLL)
        self.kill_now()
        return self._child.returncode or 0

    def kill_now(self) -> None:
        """SIGKILL to the process and to all in its group; returns when it is gone."""
        if self._child is None:
            return
        if self.running:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._child.pid, signal.SIGKILL)
        self._child.wait()

    def signal(self, which: signal.Signals) -> None:
        """To the process itself, if it runs."""
        if self._child is not None and self.running:
            self._child.send_signal(which)

    def _spawn(self) -> None:
        parent = os.getpid()

        def die_with_parent() -> None:
            if _libc is not None:
                _libc.prctl(PR_SET_PDEATHSIG, self.last_will)
                if os.getppid() != parent:
                    os._exit(1)

        with self.log.open("ab") as output:
            self._child = subprocess.Popen(  # our own command lines only
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=self.environment,
                user=self.user,
                cwd="/" if self.user else None,  # our own folder may be closed to that user
                start_new_session=True,
                preexec_fn=die_with_parent,  # one system call, loaded beforehand
            )

    def _epitaph(self, what: str) -> str:
        lines = self.log.read_text("utf-8", "replace").splitlines()[-15:]
        return "\n".join([f"{self.name} {what}. The end of {self.log}:", *lines])
