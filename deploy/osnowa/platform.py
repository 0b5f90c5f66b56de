"""The whole city on one machine: servers, steward, and every service and node as its own process.

For trying out, developing and testing. Everything listens on the loopback address or on a socket,
lives in one data folder, and dies with the process that started it.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from chassis import clock
from chassis.broker import STEWARD
from chassis.embedded import NatsServer, PostgresServer, Process, StartFailed
from osnowa import nats_config, postgres_setup
from osnowa.credentials import Credentials
from osnowa.parts import RunningPart, bare_environment
from osnowa.topology import UNITS_FILE, load, part_environment, steward_environment

STATE_FILE = "platform.json"
"""Tells `osnowa doctor` where everything is; there while the platform runs."""

Progress = Callable[[str], None]


def _silent(_what: str) -> None:
    """Nobody watches."""


class Platform:
    """`parts` limits which units are started; `environment` goes to every part."""

    def __init__(
        self,
        data: Path,
        *,
        units_file: Path = UNITS_FILE,
        parts: Collection[str] | None = None,
        environment: Mapping[str, str] | None = None,
        fsync: bool = True,
        traces: bool = False,
        progress: Progress = _silent,
    ) -> None:
        self.data = data.absolute()
        self.units_file = units_file.absolute()
        self.directory = load(units_file)
        self.postgres = PostgresServer(self.data / "postgres", fsync=fsync)
        self.nats = NatsServer(self.data / "nats")
        self.parts: dict[str, RunningPart] = {}
        self._wanted = self.directory.units.keys() if parts is None else parts
        self._environment = dict(environment or {})
        self._traces = traces
        self._progress = progress
        self._steward: Process | None = None
        self._lock = -1

    # --- as a whole -------------------------------------------------------------

    async def start(self) -> None:
        """Everything answers when this returns. Raises StartFailed and leaves nothing running."""
        self._prepare_folder()
        try:
            await self._start_servers()
            await self.start_steward()
            self.prepare_parts()
            started = await asyncio.gather(
                *(self.start_part(name) for name in self.parts), return_exceptions=True
            )
            for failure in started:
                if failure is not None:
                    raise failure
            self._write_state()
        except BaseException:
            await self.stop()
            raise

    async def stop(self, *, keep: bool = True) -> None:
        """Parts first, then the servers. Without `keep`, the data need not be whole afterwards."""
        (self.data / STATE_FILE).unlink(missing_ok=True)
        await asyncio.gather(*(part.stop() for part in self.parts.values()))
        if self._steward is not None:
            await self._steward.stop()
        await self.nats.stop()
        await self.postgres.stop(keep=keep)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    @classmethod
    @asynccontextmanager
    async def running(cls, data: Path | None = None, **options: object) -> AsyncIterator[Platform]:
        """A started platform; without `data`, in a folder that is gone afterwards."""
        folder = data or Path(tempfile.mkdtemp(prefix="osnowa-"))
        platform = cls(folder, **options)  # type: ignore[arg-type]  # as __init__ takes them
        try:
            await platform.start()
            yield platform
        finally:
            await platform.stop(keep=data is not None)
            if data is None:
                shutil.rmtree(folder, ignore_errors=True)

    # --- one part ----------------------------------------------------------------

    def url(self, name: str) -> str:
        """Where the part answers HTTP."""
        return self.parts[name].url

    @property
    def addresses(self) -> dict[str, str]:
        return {name: part.url for name, part in self.parts.items()}

    def database(self, name: str) -> str:
        """The address of a unit's own database, under its own role."""
        return self.postgres.dsn(name, self.credentials.database[name], name)

    def logs(self, name: str) -> Path:
        return self.data / "log" / f"{name}.log"

    def trace_file(self, name: str) -> Path:
        """Spans as JSON lines, where the platform was started with `traces`."""
        return self.data / "log" / f"{name}.spans"

    async def start_part(self, name: str, environment: Mapping[str, str] | None = None) -> None:
        """`environment` is for this run only, `{"OSNOWA_CRASHPOINT": "relay.sent:1"}` for one."""
        began = time.monotonic()
        await self.parts[name].start(environment)
        self._progress(f"{name} answers at {self.url(name)} ({time.monotonic() - began:.1f} s)")

    async def stop_part(self, name: str) -> int:
        """A clean end; its exit code."""
        return await self.parts[name].stop()

    def kill_part(self, name: str) -> None:
        """SIGKILL; returns when it is gone."""
        self.parts[name].process.kill_now()

    async def restart_part(
        self, name: str, environment: Mapping[str, str] | None = None, *, kill: bool = False
    ) -> None:
        """Under the same address, after a clean end or a kill."""
        if kill:
            self.kill_part(name)
        else:
            await self.stop_part(name)
        await self.start_part(name, environment)

    # --- the clock and the steward -------------------------------------------------

    def set_clock(self, business: datetime) -> None:
        """From now on every part takes it to be `business` (aware), and its time goes on."""
        clock.set_offset(self.clock_file, business)

    @property
    def clock_file(self) -> Path:
        return self.data / "clock"

    @property
    def steward(self) -> Process:
        """Raises StartFailed where it was never started."""
        if self._steward is None:
            raise StartFailed("the steward was not started")
        return self._steward

    async def start_steward(self) -> None:
        """Returns when stream and consumers are there."""
        self._heartbeat.unlink(missing_ok=True)
        command, environment = self.steward_command()
        self._steward = Process(
            STEWARD, command, self.logs(STEWARD), environment=bare_environment() | environment
        )

        async def first_round_done() -> bool:
            return self._heartbeat.exists()

        await self._steward.start(first_round_done)
        self._progress("the steward keeps the stream and its consumers")

    def steward_command(self) -> tuple[list[str], dict[str, str]]:
        """How it is started, and what it is told."""
        return [sys.executable, "-m", "osnowa.steward"], steward_environment(
            units_file=str(self.units_file),
            nats=self.nats.url,
            nats_password=self.credentials.nats[STEWARD],
            heartbeat_file=str(self._heartbeat),
        )

    @property
    def _heartbeat(self) -> Path:
        return self.data / "steward.heartbeat"

    # --- inside ---------------------------------------------------------------------

    def _prepare_folder(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        self.data.chmod(0o711)  # the way to PostgreSQL's folder; what is secret is closed by itself
        (self.data / "log").mkdir(mode=0o700, exist_ok=True)
        self._lock = os.open(self.data / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._lock)
            self._lock = -1
            raise StartFailed(
                f"A platform runs in {self.data} already. Stop it, or choose another folder"
                " with --data."
            ) from None
        self.credentials = Credentials.keep(self.data, self.directory)

    async def _start_servers(self) -> None:
        await self.nats.use(nats_config.users(self.directory, self.credentials.nats))
        await asyncio.gather(self.postgres.start(), self.nats.start())
        self._progress("PostgreSQL and NATS run")
        passwords = {unit: self.credentials.database[unit] for unit in self.directory.units}
        await postgres_setup.set_up(self.postgres.dsn(), passwords)
        self._progress(f"{len(passwords)} databases, each with a role of its own")

    def prepare_parts(self) -> None:
        """Decides how each part will be started; starts none."""
        for name in self._wanted:
            unit = self.directory.units[name]
            environment = part_environment(
                unit,
                units_file=str(self.units_file),
                database=self.database(name),
                nats=self.nats.url,
                nats_password=self.credentials.nats[name],
                session_secret=self.credentials.session[unit.institution],
                host="127.0.0.1",
                port=0,
            ) | {"OSNOWA_CLOCK_FILE": str(self.clock_file)}
            if self._traces:
                environment["OSNOWA_TRACE_FILE"] = str(self.trace_file(name))
            self.parts[name] = RunningPart(
                name, unit.program, environment | self._environment, self.logs(name)
            )
        ports = [part.port for part in self.parts.values()]
        if len(set(ports)) < len(ports):
            self.prepare_parts()

    def _write_state(self) -> None:
        state = {
            "pid": os.getpid(),
            "units_file": str(self.units_file),
            "nats": self.nats.url,
            "postgres": str(self.postgres.socket_folder),
            "parts": self.addresses,
        }
        (self.data / STATE_FILE).write_text(json.dumps(state, indent=1))
