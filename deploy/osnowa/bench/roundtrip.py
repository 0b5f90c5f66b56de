"""From a command in one unit to the timeline row of another, beside a bare round trip.

Both go to a second process, 50 a second. The bare one is: an insert committed, a JetStream publish
acknowledged with `sync_interval: always`, a pull, an insert committed. Ours runs from before the
append until the row of the other unit's timeline is committed.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from time import monotonic
from uuid import uuid4

import nats

from chassis.database import make_pool
from osnowa.bench.ground import BARE, BARE_PASSWORD, Ground
from osnowa.bench.measured import Row, percentile
from osnowa.bench.subject import FAR, NEAR, TEXT, Certificate, context, part

A_SECOND = 50
ROUNDS = 4
PERSONS = 40
Send = Callable[[int], Awaitable[str]]
"""Sends number n; answers by what name its arrival is known."""


async def measure(ground: Ground, say: Callable[[str], None], *, seconds: float) -> list[Row]:
    rounds: dict[str, list[list[float]]] = {"ours": [], "bare": []}
    async with _ours(ground) as ours, _bare(ground) as bare:
        for number in range(1, ROUNDS + 1):
            say(f"round trips, round {number} of {ROUNDS}")
            rounds["ours"].append(await ours(seconds))
            rounds["bare"].append(await bare(seconds))
    return [
        _row("command to timeline row, p50", rounds, 50, 3),
        _row("command to timeline row, p99 at 50/s", rounds, 99, 5),
    ]


def _row(name: str, rounds: dict[str, list[list[float]]], percent: float, goal: float) -> Row:
    """Percentiles over all rounds together: a p99 of one short round would be its worst."""
    ours = percentile([t for times in rounds["ours"] for t in times], percent) * 1000
    bare = percentile([t for times in rounds["bare"] for t in times], percent) * 1000
    return Row(name, ours, bare, "ms", goal, at_least=False)


Round = Callable[[float], Awaitable[list[float]]]


@asynccontextmanager
async def _ours(ground: Ground) -> AsyncIterator[Round]:
    near_database = await ground.database("bench_near")
    passwords = ground.platform.credentials.nats
    near = part(NEAR, near_database, ground.platform.nats.url, passwords[NEAR])
    await near.start()
    persons = [uuid4() for _ in range(PERSONS)]

    async def send(number: int, *, begins: bool = False) -> str:
        made = Certificate(person=persons[number % PERSONS], begins=begins, text=TEXT)
        await near.log.append(made, ctx=context())
        return str(made.id)

    async with _FarSide.started(
        "ours", await ground.database("bench_far"), ground.platform.nats.url, passwords[FAR]
    ) as far:
        for number in range(PERSONS):
            await far.arrival(await send(number, begins=True))
        yield lambda seconds: _round(send, far, seconds)
    await near.stop()


@asynccontextmanager
async def _bare(ground: Ground) -> AsyncIterator[Round]:
    database = await ground.database("bench_bare_trip")
    pool = make_pool(database)
    await pool
    await pool.execute("create table sent (number bigint, body text)")
    await pool.execute("create table arrived (number bigint, body text)")
    client = await nats.connect(
        ground.platform.nats.url, user=BARE, password=BARE_PASSWORD, inbox_prefix="_INBOX.bare"
    )
    stream = client.jetstream()
    await stream.add_stream(name="BARE", subjects=["bare.>"])
    await stream.add_consumer("BARE", durable_name="bare", ack_policy="explicit")

    async def send(number: int) -> str:
        body = json.dumps({"number": number, "text": TEXT})
        await pool.execute("insert into sent values ($1, $2)", number, body)
        await stream.publish("bare.fact", body.encode())
        return str(number)

    async with _FarSide.started("bare", database, ground.platform.nats.url, BARE_PASSWORD) as far:
        yield lambda seconds: _round(send, far, seconds)
    await client.close()
    await pool.close()


async def _round(send: Send, far: _FarSide, seconds: float) -> list[float]:
    """Sends at a steady pace, whatever the answers do; the times from start to arrival."""
    began = monotonic()
    trips = []

    async def trip(number: int) -> float:
        start = monotonic()
        name = await send(number)
        return await far.arrival(name) - start

    for number in range(int(seconds * A_SECOND)):
        await asyncio.sleep(max(0.0, began + number / A_SECOND - monotonic()))
        trips.append(asyncio.create_task(trip(far.next_number())))
    return list(await asyncio.gather(*trips))


class _FarSide:
    """The other process and what it has said to have arrived."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._arrived: dict[str, asyncio.Future[float]] = {}
        self._number = 0

    def next_number(self) -> int:
        self._number += 1
        return self._number

    async def arrival(self, name: str) -> float:
        async with asyncio.timeout(30):
            return await self._future(name)

    def _future(self, name: str) -> asyncio.Future[float]:
        if name not in self._arrived:
            self._arrived[name] = asyncio.get_running_loop().create_future()
        return self._arrived[name]

    async def _listen(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            words = line.decode().split()
            if len(words) == 3 and not self._future(words[1]).done():
                self._future(words[1]).set_result(float(words[2]))

    @classmethod
    @asynccontextmanager
    async def started(
        cls, which: str, database: str, server: str, password: str
    ) -> AsyncIterator[_FarSide]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "osnowa.bench.far_side", which,
            env=os.environ
            | {"BENCH_DATABASE": database, "BENCH_NATS": server, "BENCH_PASSWORD": password},
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        while (await process.stdout.readline()).strip() != b"ready":
            pass
        far = cls(process)
        listening = asyncio.create_task(far._listen())
        try:
            yield far
        finally:
            process.terminate()
            await process.wait()
            listening.cancel()
