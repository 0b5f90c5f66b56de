"""Passwords of all parts: made once per data folder, readable by its owner only."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path

from chassis.broker import STEWARD
from chassis.security import Directory
from osnowa.topology import institutions

FILE = "credentials.json"


@dataclass
class Credentials:
    """Database passwords by unit, broker passwords by user, session secrets by institution."""

    database: dict[str, str] = field(default_factory=dict, repr=False)
    nats: dict[str, str] = field(default_factory=dict, repr=False)
    session: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def keep(cls, folder: Path, directory: Directory) -> Credentials:
        """Those of the folder; whoever is new in the directory gets new ones, written at once."""
        file = folder / FILE
        found = cls(**json.loads(file.read_text("utf-8"))) if file.exists() else cls()
        for unit in directory.units:
            found.database.setdefault(unit, secrets.token_urlsafe(24))
        for user in (STEWARD, *directory.units):
            found.nats.setdefault(user, secrets.token_urlsafe(24))
        for institution in institutions(directory):
            found.session.setdefault(institution, secrets.token_urlsafe(32))
        write_secret(file, json.dumps(asdict(found), indent=1, ensure_ascii=False))
        return found


def write_secret(file: Path, text: str) -> None:
    """Replaces the file as a whole; only its owner can read it, from its first moment."""
    draft = file.with_name(f".{file.name}.draft")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
    os.replace(draft, file)
