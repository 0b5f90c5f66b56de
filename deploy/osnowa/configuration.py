"""Writes what a city's server needs from units.toml: passwords, the broker's rights, the roles.

The folder is for the server's own eyes; nothing of it belongs into a repository.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from chassis.broker import STEWARD
from chassis.security import Directory
from osnowa import compose, nats_config, postgres_setup
from osnowa.credentials import Credentials, write_secret

CONTAINER_READS = 0o644
"""Of the two files that other users than root read inside their containers."""


def configure(folder: Path, directory: Directory) -> list[Path]:
    """The files written. Passwords that are there stay; a unit that joined gets its own."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    credentials = Credentials.keep(folder, directory)
    files = {
        folder / "postgres.sql": postgres_setup.script(
            {unit: credentials.database[unit] for unit in directory.units}
        ),
        folder / "nats" / "nats.conf": nats_config.CITY_SERVER,
        folder / "nats" / "users.conf": nats_config.users(directory, credentials.nats),
        folder / f"{STEWARD}.env": _env({"OSNOWA_NATS_PASSWORD": credentials.nats[STEWARD]}),
    }
    superuser = folder / "postgres.password"
    if not superuser.exists():
        files[superuser] = secrets.token_urlsafe(32)
    for unit in directory.units.values():
        files[folder / f"{unit.name}.env"] = _env(
            compose.secret_environment(
                credentials.database[unit.name],
                credentials.nats[unit.name],
                credentials.session[unit.institution],
                unit,
            )
        )
    for file, text in files.items():
        file.parent.mkdir(exist_ok=True)
        write_secret(file, text)
    for read_inside in (folder / "postgres.sql", folder / "postgres.password"):
        read_inside.chmod(CONTAINER_READS)  # behind the folder's own 0700
    return sorted(files)


def _env(settings: dict[str, str]) -> str:
    return "".join(f"{name}={value}\n" for name, value in settings.items())
