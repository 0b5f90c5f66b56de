"""Two peers on the same database: message-db and Emmett's PostgreSQL store, installed by npm."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import asyncpg

if TYPE_CHECKING:
    from osnowa.bench.ground import Ground

HERE = Path(__file__).with_name("npm")
MODULES = HERE / "node_modules"
CALLERS = 64
MESSAGE_DB_PARTS = ("schema", "tables", "types", "functions", "indexes")
WRITE_MESSAGE = """\
select message_store.write_message(gen_random_uuid()::varchar,
    ('certificate-' || gen_random_uuid())::varchar, 'CertificateIssued'::varchar,
    '{"text": "TEXT"}'::jsonb, '{"correlation": "1"}'::jsonb, -1);
"""


async def measure(
    ground: Ground, say: Callable[[str], None], *, seconds: float
) -> dict[str, float]:
    """Appends a second of each peer. Raises RuntimeError with what npm said where it fails."""
    from osnowa.bench.appends import pgbench

    say("peers: message-db, Emmett")
    await _install()
    await _install_message_db(await ground.database("bench_message_db"))
    script = WRITE_MESSAGE.replace("TEXT", "x" * 210)
    return {
        "message-db (write_message, 32 clients)": await pgbench(
            ground, "bench_message_db", script, seconds
        ),
        "Emmett (appendToStream, 64 callers)": await _emmett(ground, seconds),
    }


async def _install() -> None:
    if MODULES.exists():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is missing; install Node 20 or newer, or leave the peers out")
    await _run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")


async def _install_message_db(dsn: str) -> None:
    """Its own scripts but for pgcrypto: `gen_random_uuid()` is built into PostgreSQL."""
    connection = await asyncpg.connect(dsn)
    folder = MODULES / "@eventide" / "message-db" / "database"
    try:
        name = await connection.fetchval("select current_database()")
        await connection.execute(f"alter database {name} set search_path = message_store, public")
        await connection.execute("set search_path = message_store, public")
        for part in MESSAGE_DB_PARTS:
            for file in sorted((folder / part).glob("*.sql"), key=_functions_first_used):
                await connection.execute(file.read_text("utf-8"))
    finally:
        await connection.close()


def _functions_first_used(file: Path) -> tuple[bool, str]:
    """`category` is used by other functions and by an index."""
    return file.stem not in ("hash-64", "cardinal-id", "id", "category"), file.stem


async def _emmett(ground: Ground, seconds: float) -> float:
    await ground.database("bench_emmett")
    postgres = ground.platform.postgres
    address = (
        f"postgresql://postgres:{quote(postgres.password)}@{quote(str(postgres.socket_folder), '')}"
        "/bench_emmett"
    )
    out = await _run("node", "emmett.mjs", address, f"{CALLERS}", f"{seconds}")
    return float(out.split()[-1])


async def _run(*command: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *command, cwd=HERE, env=dict(os.environ),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {err.decode()[-400:]}")
    return out.decode()
