"""The city on a server: one container per service and node, described from units.toml.

`docker-compose.yml` is written from here, and a test holds the two together. What is secret stands
in the folder that `osnowa configure` makes, never in the file.
"""

from __future__ import annotations

import json
from typing import Any

from chassis.broker import STEWARD
from chassis.security import Directory, Unit
from osnowa.topology import part_environment, steward_environment

IMAGE = "osnowa:${OSNOWA_VERSION:-latest}"
CITY = "${OSNOWA_CITY:-./var/city}"
"""The folder of `osnowa configure`."""

UNITS = "/srv/osnowa/deploy/units.toml"
PORT = 8000
FIRST_PUBLISHED_PORT = 8101
SCRATCH = ["/tmp", "/run/osnowa"]
HEARTBEAT = "/run/osnowa/heartbeat"
SECRET = ("OSNOWA_DATABASE", "OSNOWA_NATS_PASSWORD", "OSNOWA_SESSION_SECRET")
HEAD = """\
# The city on one server: PostgreSQL, NATS, the steward, and one container per service and node.
# Written by `osnowa compose` from deploy/units.toml; change that file and write this one anew.
#
#   osnowa configure --out var/city    # once, and again when a unit joins: passwords, rights, roles
#   docker compose up --build --wait
#
# Put a reverse proxy with TLS in front of the published ports; let it keep idle connections for
# less than 75 s, when the services close them.
"""


def render(directory: Directory) -> str:
    return HEAD + "\n" + "\n".join(_lines(describe(directory))) + "\n"


def describe(directory: Directory) -> dict[str, Any]:
    """The file's content, as a mapping."""
    services: dict[str, Any] = {"postgres": _postgres(), "nats": _nats(), STEWARD: _steward()}
    for number, unit in enumerate(directory.units.values()):
        services[unit.name] = _part(unit, FIRST_PUBLISHED_PORT + number)
    return {
        "name": "osnowa",
        "services": services,
        "volumes": {"postgres": {}, "nats": {}},
        "secrets": {"postgres-superuser": {"file": f"{CITY}/postgres.password"}},
    }


def secret_environment(
    database_password: str, nats_password: str, session_secret: str, unit: Unit
) -> dict[str, str]:
    """What goes into the unit's own file in the city's folder."""
    whole = _environment(unit, database_password, nats_password, session_secret)
    return {name: whole[name] for name in SECRET}


def _part(unit: Unit, published: int) -> dict[str, Any]:
    open_settings = _environment(unit, "", "", "")
    return _ours(
        program=unit.program,
        environment={name: v for name, v in open_settings.items() if name not in SECRET},
        secrets=f"{CITY}/{unit.name}.env",
        alive=f"import urllib.request as r; r.urlopen('http://127.0.0.1:{PORT}/readyz', timeout=4)",
        after=("postgres", "nats", STEWARD),
    ) | {"ports": [f"127.0.0.1:{published}:{PORT}"]}


def _steward() -> dict[str, Any]:
    environment = steward_environment(
        units_file=UNITS, nats="nats://nats:4222", nats_password="", heartbeat_file=HEARTBEAT
    )
    del environment["OSNOWA_NATS_PASSWORD"]
    return _ours(
        program="osnowa.steward",
        environment=environment,
        secrets=f"{CITY}/{STEWARD}.env",
        alive=f"import os, time; assert time.time() - os.stat('{HEARTBEAT}').st_mtime < 10",
        after=("nats",),
    )


def _ours(
    *, program: str, environment: dict[str, str], secrets: str, alive: str, after: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "image": IMAGE,
        "build": {"context": ".", "dockerfile": "deploy/images/Dockerfile"},
        "command": ["python", "-m", program],
        "environment": environment,
        "env_file": [secrets],
        "depends_on": {name: {"condition": "service_healthy"} for name in after},
        "healthcheck": _health(["CMD", "python", "-c", alive]),
        "read_only": True,
        "tmpfs": SCRATCH,
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "stop_grace_period": "20s",
        "restart": "unless-stopped",
    }


def _postgres() -> dict[str, Any]:
    return {
        "image": "postgres:18",
        "command": ["postgres", "-c", "max_connections=300", "-c", "timezone=UTC"],
        "environment": {
            "POSTGRES_PASSWORD_FILE": "/run/secrets/postgres-superuser",
            "POSTGRES_INITDB_ARGS": "--auth=scram-sha-256 --encoding=UTF8 --data-checksums"
            " --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C",
        },
        "secrets": ["postgres-superuser"],
        "volumes": [
            "postgres:/var/lib/postgresql",
            f"{CITY}/postgres.sql:/docker-entrypoint-initdb.d/units.sql:ro",
        ],
        "healthcheck": _health(["CMD", "pg_isready", "-h", "127.0.0.1", "-U", "postgres"]),
        "shm_size": "256mb",
        "stop_grace_period": "60s",
        "restart": "unless-stopped",
    }


def _nats() -> dict[str, Any]:
    return {
        "image": "nats:2.15-alpine",
        "command": ["--config", "/etc/nats/nats.conf"],
        "volumes": ["nats:/data", f"{CITY}/nats:/etc/nats:ro"],
        "healthcheck": _health(["CMD", "wget", "-qO-", "http://127.0.0.1:8222/healthz"]),
        "restart": "unless-stopped",
    }


def _health(test: list[str]) -> dict[str, Any]:
    return {
        "test": test,
        "interval": "5s",
        "timeout": "5s",
        "retries": 12,
        "start_period": "30s",
    }


def _environment(
    unit: Unit, database_password: str, nats_password: str, session_secret: str
) -> dict[str, str]:
    return part_environment(
        unit,
        units_file=UNITS,
        database=f"postgresql://{unit.name}:{database_password}@postgres/{unit.name}",
        nats="nats://nats:4222",
        nats_password=nats_password,
        session_secret=session_secret,
        host="0.0.0.0",
        port=PORT,
    )


def _lines(value: dict[str, Any], depth: int = 0) -> list[str]:
    """YAML in block style; every scalar is written as JSON, which is YAML."""
    lines = []
    for name, inner in value.items():
        start = f"{'  ' * depth}{name}:"
        if isinstance(inner, dict) and inner:
            lines += [start, *_lines(inner, depth + 1)]
        elif isinstance(inner, list) and name != "command" and name != "test":
            lines += [start, *(f"{'  ' * (depth + 1)}- {json.dumps(item)}" for item in inner)]
        else:
            lines.append(f"{start} {json.dumps(inner, ensure_ascii=False)}")
        if depth == 1 and isinstance(inner, dict) and "image" in inner:
            lines.append("")
    return lines
