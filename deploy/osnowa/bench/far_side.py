"""The other end of a round trip, as a process of its own: `python -m osnowa.bench.far_side`.

Prints one line an arrival: `ours <fact id> <monotonic seconds>` when the timeline row is committed,
`bare <number> <monotonic seconds>` when the bare insert is.
"""

from __future__ import annotations

import json
import os
import sys
from time import monotonic

import asyncpg
import nats
import uvloop
from nats.errors import TimeoutError as NothingCame

from osnowa.bench.subject import FAR, part


async def ours(database: str, server: str, password: str) -> None:
    running = part(FAR, database, server, password)
    await running.start()
    print("ready", flush=True)
    last = 0
    while True:
        await running.inbox.handled.wait()
        now = monotonic()
        rows = await running.pool.fetch(
            "select position, data->>'certificate_id' as id from timeline"
            " where position > $1 order by position",
            last,
        )
        for row in rows:
            print("ours", row["id"], now, flush=True)
            last = row["position"]


async def bare(database: str, server: str, password: str) -> None:
    """One pull, one insert committed, one acknowledgement; again."""
    connection = await asyncpg.connect(database)
    client = await nats.connect(server, user="bare", password=password, inbox_prefix="_INBOX.bare")
    subscription = await client.jetstream().pull_subscribe_bind("bare", "BARE")
    insert = await connection.prepare("insert into arrived (number, body) values ($1, $2)")
    print("ready", flush=True)
    while True:
        try:
            messages = await subscription.fetch(1, timeout=5)
        except NothingCame:
            continue
        for message in messages:
            number = int(json.loads(message.data)["number"])
            await insert.fetch(number, message.data.decode())
            print("bare", number, monotonic(), flush=True)
            await message.ack()


if __name__ == "__main__":
    side = {"ours": ours, "bare": bare}[sys.argv[1]]
    uvloop.run(
        side(os.environ["BENCH_DATABASE"], os.environ["BENCH_NATS"], os.environ["BENCH_PASSWORD"])
    )
