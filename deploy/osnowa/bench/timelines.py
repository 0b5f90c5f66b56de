"""The timeline: how quickly it is rebuilt, and how a page of it feels the number of entries."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from uuid import UUID, uuid4

from chassis.database import Pool, make_pool, prepare_database
from chassis.part import SCHEMAS
from chassis.timeline import Timeline
from osnowa.bench.ground import Ground
from osnowa.bench.measured import Row, percentile
from osnowa.bench.subject import FAR, NEAR

REBUILT = 100_000
SMALL, LARGE = 10_000, 1_000_000
CLIENTS = 200
"""So many clients share the entries; a page is read of each in turn."""
PAGES = 1_500
ROUNDS = 3

FILL_INBOX = """
insert into inbox (publisher, sequence, fact_id, type, form, person_id, received_at, envelope,
    digest, previous_digest, fetched, state, timeline_position)
select $1, n, gen_random_uuid(), $4, 'full', ($2::uuid[])[1 + n % cardinality($2::uuid[])], now(),
    json_build_object('specversion', '1.0', 'id', gen_random_uuid(), 'source', '/osnowa/' || $1,
        'type', $4::text, 'time', '2026-01-01T08:00:00Z'::timestamptz + n * interval '1 minute',
        'recipient', 'benefits', 'form', 'full', 'legalbasis', 'ups art. 11 ust. 2',
        'confidentiality', 'case',
        'recordedtime', '2026-01-01T08:00:01Z'::timestamptz + n * interval '1 minute',
        'disclosedtime', '2026-01-01T08:00:02Z'::timestamptz + n * interval '1 minute',
        'actorid', 'worker', 'actorrole', 'social-worker', 'actorunit', $1, 'sequence', n,
        'previousdigest', repeat('0', 64),
        'data', json_build_object('certificate_id', gen_random_uuid(), 'terms_id',
            gen_random_uuid(), 'month', '2026-02', 'cooperates', true,
            'issued_on', '2026-02-27'))::text,
    repeat('0', 64), repeat('0', 64), false, 'handled', n
from generate_series(1, $3::bigint) n
"""
FILL_TIMELINE = """
insert into timeline (position, person_id, fact_id, type, unit, form, occurred_at, recorded_at,
    disclosed_at, received_at, legal_basis, actor_role, data)
select n, ($2::uuid[])[1 + n % cardinality($2::uuid[])], gen_random_uuid(), $4, $1, 'full', t, t,
    t, t, 'ups art. 11 ust. 2', 'social-worker', json_build_object('month', '2026-02',
        'certificate_id', gen_random_uuid(), 'terms_id', gen_random_uuid(), 'cooperates', true,
        'issued_on', '2026-02-27')
from generate_series(1, $3::bigint) n,
    lateral (select '2026-01-01T08:00:00Z'::timestamptz + n * interval '1 minute' as t) o
"""
TYPE = "osnowa.socialwork.cooperation-certified.v1"


async def measure(ground: Ground, say: Callable[[str], None]) -> list[Row]:
    say(f"rebuild of a timeline of {REBUILT:,} rows")
    rebuild = await _rebuild(ground)
    say(f"timeline pages at {SMALL:,} and {LARGE:,} entries")
    return [rebuild, await _pages(ground)]


async def _rebuild(ground: Ground) -> Row:
    clients = [uuid4() for _ in range(CLIENTS)]
    pool = await _filled(ground, "bench_rebuild", FILL_INBOX, REBUILT, clients)
    timeline = Timeline(pool)
    ours, bare, ratios = [], [], []
    for _ in range(ROUNDS):
        async with pool.acquire() as tx, tx.transaction():
            began = perf_counter()
            await timeline.rebuild(tx)
            ours.append(REBUILT / (perf_counter() - began))
        bare.append(await _bare_insert(pool))
        ratios.append(ours[-1] / bare[-1])
    await pool.close()
    return Row("timeline rebuild ÷ bare multi-row insert", sum(ours) / ROUNDS, sum(bare) / ROUNDS,
               "rows/s", 0.3, True, ratios)  # fmt: skip


async def _bare_insert(pool: Pool) -> float:
    """The same rows into a table of the same shape and indexes, from where they stand ready."""
    async with pool.acquire() as tx, tx.transaction():
        await tx.execute("create table bare (like timeline including all)")
        began = perf_counter()
        await tx.execute("insert into bare select * from timeline")
        elapsed = perf_counter() - began
        await tx.execute("drop table bare")
    return REBUILT / elapsed


async def _pages(ground: Ground) -> Row:
    small, small_clients = await _timeline(ground, "bench_small", SMALL)
    large, large_clients = await _timeline(ground, "bench_large", LARGE)
    times: dict[str, list[float]] = {"small": [], "large": []}
    for number in range(PAGES):
        for name, timeline, clients in (
            ("small", small, small_clients), ("large", large, large_clients),
        ):  # fmt: skip
            began = perf_counter()
            await timeline.page(clients[number % CLIENTS])
            times[name].append((perf_counter() - began) * 1000)
    await small.pool.close()
    await large.pool.close()
    warm = {name: found[CLIENTS:] for name, found in times.items()}
    name = f"timeline page at {LARGE:,} ÷ {SMALL:,} entries, p99"
    p99 = {size: percentile(found, 99) for size, found in warm.items()}
    return Row(name, p99["large"], p99["small"], "ms", 1.5, at_least=False)


async def _timeline(ground: Ground, name: str, entries: int) -> tuple[Timeline, list[UUID]]:
    clients = [uuid4() for _ in range(CLIENTS)]
    pool = await _filled(ground, name, FILL_TIMELINE, entries, clients)
    await pool.execute("vacuum analyze timeline", timeout=60)
    return Timeline(pool), clients


async def _filled(ground: Ground, name: str, fill: str, entries: int, clients: list[UUID]) -> Pool:
    pool = make_pool(await ground.database(name))
    await pool
    await prepare_database(pool, FAR, SCHEMAS)
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute("set local synchronous_commit = off")
        await connection.execute(fill, NEAR, clients, entries, TYPE, timeout=300)
    return pool
