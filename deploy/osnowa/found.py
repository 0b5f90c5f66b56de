"""A platform that runs already, as another process finds it by its data folder."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from osnowa_contracts.roles import Role

from chassis.embedded import StartFailed
from chassis.security import Directory
from osnowa.platform import STATE_FILE
from osnowa.topology import load


@dataclass(frozen=True)
class Found:
    """What the platform says of itself in its state file."""

    data: Path
    pid: int
    nats: str
    postgres: str
    parts: dict[str, str]
    directory: Directory

    def part(self, unit: str) -> str:
        """Its address. Raises ValueError for a unit that does not run here."""
        if unit not in self.parts:
            raise ValueError(f"There is no unit {unit!r}. Choose from: {', '.join(self.parts)}.")
        return self.parts[unit]

    @property
    def superuser(self) -> str:
        """The address of the database server."""
        password = (self.data / "postgres" / "superuser.password").read_text("ascii").strip()
        return f"postgresql://postgres:{quote(password, safe='')}@/postgres?host={self.postgres}"


def find(data: Path | None) -> Found:
    """The platform in this folder; without one, the only temporary one of this user.

    Raises StartFailed where there is none, ValueError where there are several.
    """
    folders = [data.absolute()] if data else _temporary()
    found = [platform for folder in folders if (platform := _read(folder))]
    if not found:
        raise StartFailed(
            "No platform runs there. Start one with `osnowa up`, or say where it keeps its data"
            " with --data."
        )
    if len(found) > 1:
        places = ", ".join(str(platform.data) for platform in found)
        raise ValueError(f"Several platforms run. Say which one with --data: {places}.")
    return found[0]


async def sign_in(client: httpx.AsyncClient, platform: Found, unit: str) -> None:
    """As an administrator of the unit. Raises ValueError where there is none."""
    for worker in platform.directory.workers_at(unit):
        if worker.role == Role.ADMINISTRATOR:
            answer = await client.post("/api/sign-in", json={"worker": worker.id})
            answer.raise_for_status()
            return
    raise ValueError(f"{unit} has no administrator. Add one to the units file.")


def _temporary() -> list[Path]:
    mine = os.geteuid()
    return [
        folder
        for folder in Path(tempfile.gettempdir()).glob("osnowa-*")
        if folder.is_dir() and folder.stat().st_uid == mine
    ]


def _read(folder: Path) -> Found | None:
    try:
        told: dict[str, Any] = json.loads((folder / STATE_FILE).read_text("utf-8"))
        os.kill(told["pid"], 0)
    except (FileNotFoundError, ProcessLookupError):
        return None
    return Found(
        data=folder,
        pid=told["pid"],
        nats=told["nats"],
        postgres=told["postgres"],
        parts=told["parts"],
        directory=load(Path(told["units_file"])),
    )
