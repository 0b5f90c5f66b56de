"""Durable appends a second: our log, bare inserts, the library's recorder, and two peers."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Callable
from time import perf_counter
from uuid import uuid4

import asyncpg

from chassis.embedded.postgres import binaries
from osnowa.bench import peers
from osnowa.bench.ground import Ground
from osnowa.bench.measured import Row
from osnowa.bench.subject import TEXT, Certificate, context

CALLERS = 64
PGBENCH_CLIENTS = 32
BODY = "x" * 300
ROUNDS = 3
SECONDS = 4.0


async def measure(ground: Ground, say: Callable[[str], None], *, seconds: float) -> list[Row]:
    """Rounds of ours, bare and library's in turn, so that a noisy moment hits all of them."""
    ours, bare, library, ratios, library_ratios = [], [], [], [], []
    for number in range(1, ROUNDS + 1):
        say(f"appends, round {number} of {ROUNDS}")
        ours.append(await our_log(ground, seconds))
        bare.append(await pgbench_inserts(ground, seconds))
        library.append(await library_recorder(ground, seconds / 2))
        ratios.append(ours[-1] / bare[-1])
        library_ratios.append(ours[-1] / library[-1])
    mean = sum(ours) / ROUNDS
    rows = [
        Row("appends ÷ pgbench single-row inserts", mean, sum(bare) / ROUNDS, "/s", 0.75, True,
            ratios),
        Row("appends ÷ eventsourcing's PostgreSQL recorder", mean, sum(library) / ROUNDS, "/s",
            15, True, library_ratios),
    ]  # fmt: skip
    return rows + [
        Row(f"appends ÷ {name}", mean, figure, "/s", 1, True)
        for name, figure in (await peers.measure(ground, say, seconds=seconds)).items()
    ]


async def our_log(ground: Ground, seconds: float) -> float:
    """64 callers, one event of about 300 bytes each, with digest, metadata and idempotency key."""
    async with ground.log("bench_ours") as log:
        made = iter([
            Certificate(person=uuid4(), begins=False, text=TEXT)
            for _ in range(int(30_000 * seconds))
        ])  # fmt: skip

        async def caller(until: float) -> int:
            done = 0
            while perf_counter() < until:
                await log.append(next(made), ctx=context())
                done += 1
            return done

        began = perf_counter()
        done = await asyncio.gather(*(caller(began + seconds) for _ in range(CALLERS)))
        return sum(done) / (perf_counter() - began)


async def pgbench_inserts(ground: Ground, seconds: float) -> float:
    """Single-row inserts of the same size, one a transaction, 32 clients."""
    connection = await asyncpg.connect(await ground.database("bench_bare"))
    await connection.execute(
        "create table bare (id bigint generated always as identity primary key, body text not null)"
    )
    await connection.close()
    script = f"insert into bare (body) values ('{BODY}');"
    return await pgbench(ground, "bench_bare", script, seconds)


async def pgbench(ground: Ground, database: str, script: str, seconds: float) -> float:
    """Transactions a second, without the time to connect."""
    file = ground.platform.data / "pgbench.sql"
    file.write_text(script, "utf-8")
    process = await asyncio.create_subprocess_exec(
        str(binaries() / "pgbench"), "-n", "-M", "prepared", "-c", f"{PGBENCH_CLIENTS}", "-j", "1",
        "-T", f"{max(1, round(seconds))}", "-f", str(file), *ground.server_options, database,
        env=os.environ | ground.environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    found = re.search(r"tps = ([0-9.]+)", out.decode())
    if found is None:
        raise RuntimeError(f"pgbench said nothing of transactions: {err.decode()[-300:]}")
    return float(found.group(1))


async def library_recorder(ground: Ground, seconds: float) -> float:
    """`eventsourcing`'s PostgreSQL recorder with its default settings, in threads of its own."""
    await ground.database("bench_library")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "osnowa.bench.library_side", f"{seconds}",
        env=os.environ | ground.environment | {
            "POSTGRES_DBNAME": "bench_library",
            "POSTGRES_HOST": str(ground.platform.postgres.socket_folder),
            "POSTGRES_PORT": "5432", "POSTGRES_USER": "postgres",
            "POSTGRES_PASSWORD": ground.environment["PGPASSWORD"],
        },
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await process.communicate()
    return float(out.decode().split()[-1])
