"""Who takes part, as `deploy/units.toml` says, and how each part is started."""

from __future__ import annotations

from pathlib import Path

from chassis.security import Directory, Unit

ROOT = Path(__file__).resolve().parents[2]
UNITS_FILE = ROOT / "deploy" / "units.toml"


def load(units_file: Path = UNITS_FILE) -> Directory:
    """Raises ValueError for a file whose units cannot be started."""
    directory = Directory.load(units_file)
    for unit in directory.units.values():
        if not _fit_for_subjects(unit.name):
            raise ValueError(
                f"unit {unit.name!r}: use lower-case letters, digits and hyphens only,"
                " it becomes part of the broker's subjects"
            )
        if not unit.program:
            raise ValueError(f"unit {unit.name!r}: say which `program` it runs")
    return directory


def institutions(directory: Directory) -> list[str]:
    """In the order of the file. Parts of one institution share its sign-in."""
    return list(dict.fromkeys(unit.institution for unit in directory.units.values()))


def part_environment(
    unit: Unit,
    *,
    units_file: str,
    database: str,
    nats: str,
    nats_password: str,
    session_secret: str,
    host: str,
    port: int,
) -> dict[str, str]:
    """What a part must be told, on the embedded platform and in a container alike."""
    return {
        "OSNOWA_UNIT": unit.name,
        "OSNOWA_UNITS_FILE": units_file,
        "OSNOWA_DATABASE": database,
        "OSNOWA_NATS": nats,
        "OSNOWA_NATS_PASSWORD": nats_password,
        "OSNOWA_SESSION_SECRET": session_secret,
        "OSNOWA_HOST": host,
        "OSNOWA_PORT": str(port),
    }


def steward_environment(
    *, units_file: str, nats: str, nats_password: str, heartbeat_file: str
) -> dict[str, str]:
    """What the steward must be told."""
    return {
        "OSNOWA_UNITS_FILE": units_file,
        "OSNOWA_NATS": nats,
        "OSNOWA_NATS_PASSWORD": nats_password,
        "OSNOWA_HEARTBEAT_FILE": heartbeat_file,
    }


def _fit_for_subjects(name: str) -> bool:
    return bool(name) and all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in name)
