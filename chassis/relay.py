"""Publishes the disclosures to JetStream: in order, fenced, and again when the broker lost them.

Every batch is atomic and fenced with the stream sequence of our own last message, so nobody's batch
can land twice or between another's. The range of a batch is noted in the database before it is
sent; whoever finds a note (after a crash, or beside a second relay) sends exactly that range with
exactly that fence, and learns either way whether it is in the stream. When the broker knows less
than we sent, its stream was deleted or restored from an old copy: the relay goes back to where the
stream ends and sends the rest again.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from uuid import uuid4

import asyncpg
import structlog
from nats.aio.client import Client

from chassis.broker import KEEP
from chassis.crashpoints import crashpoint
from chassis.database import Pool
from chassis.telemetry import metrics, span

SCHEMA = Path(__file__).with_suffix(".sql")
MOST_A_BATCH = 500
MOST_BYTES_A_BATCH = 4 * 1024 * 1024
ANNOUNCE_EVERY = 2.0
ACK_WITHIN = 10.0
WRONG_LAST_SEQUENCE = 10071
IMPOSSIBLE = 2**53

log = structlog.get_logger(__name__)


class StreamAway(Exception):
    """The broker did not take the batch; nothing is known to be lost, it is tried again."""


@dataclass(frozen=True)
class _Fenced(Exception):
    """The broker refused the fence; our own last message has this sequence."""

    actual: int


@dataclass(frozen=True)
class _State:
    sent_through: int
    noted_through: int
    last_sequence: int


@dataclass
class Relay:
    """`step()` sends what waits and says whether there may be more."""

    unit: str
    pool: Pool
    nats: Client
    _announced: float = field(default=float("-inf"), init=False)

    @property
    def _own(self) -> str:
        return f"osnowa.{self.unit}.>"

    async def step(self) -> bool:
        """Sends one batch. Now and then it announces heads and asks how far the stream is."""
        if not self.nats.is_connected:
            raise StreamAway("not connected")
        if monotonic() - self._announced >= ANNOUNCE_EVERY:
            self._announced = monotonic()
            await self._announce_heads()
            await self._check()
            await self._forget_old_batches()
        state = await self._state()
        if state.noted_through > state.sent_through:
            await self._resolve(state)
            return True
        rows = await self._rows(state.sent_through)
        if rows:
            await self._send(state, rows)
        return bool(rows)

    async def lag(self) -> int:
        """How many disclosures are not in the stream yet."""
        lag = await self.pool.fetchval("select disclosed - sent_through from copies, relay")
        metrics.relay_lag.set(lag)
        return int(lag)

    # --- sending ------------------------------------------------------------

    async def _send(self, state: _State, rows: list[asyncpg.Record]) -> None:
        """A fresh batch: noted, sent, marked."""
        noted = replace(state, noted_through=rows[-1]["position"])
        if not await self._note(state, noted):
            return  # a second relay was quicker
        crashpoint("relay.noted")
        try:
            sequence = await self._publish(rows, state.last_sequence)
        except _Fenced as fenced:
            # Our note is new, so what stands there is not ours: a note that PostgreSQL lost, a
            # second relay, or an older stream. Sending again can only repeat; that is harmless.
            await self._forget(noted, fenced.actual)
            return
        crashpoint("relay.sent")
        await self._mark(noted, sequence)
        crashpoint("relay.marked")

    async def _resolve(self, state: _State) -> None:
        """A note was left: send that range again. Refused means it is in the stream already."""
        rows = await self._rows(state.sent_through, state.noted_through)
        try:
            sequence = await self._publish(rows, state.last_sequence)
        except _Fenced as fenced:
            if fenced.actual < state.last_sequence:
                await self._rewind(state, fenced.actual)
                return
            sequence = fenced.actual
        await self._mark(state, sequence)

    async def _publish(self, rows: list[asyncpg.Record], last_sequence: int) -> int:
        """One atomic batch. Answers its last message's sequence; raises _Fenced, StreamAway."""
        batch = uuid4().hex
        fence = {
            "Nats-Expected-Last-Subject-Sequence": str(last_sequence),
            "Nats-Expected-Last-Subject-Sequence-Subject": self._own,
        }
        single = len(rows) == 1
        for number, row in enumerate(rows, start=1):
            with span("publish", traceparent=row["traceparent"], subject=row["subject"]):
                headers = dict(fence) if number == 1 else {}
                if row["traceparent"]:
                    headers["traceparent"] = row["traceparent"]
                if not single:
                    headers |= {"Nats-Batch-Id": batch, "Nats-Batch-Sequence": str(number)}
                if not single and number == len(rows):
                    headers["Nats-Batch-Commit"] = "1"
                payload = row["envelope"].encode()
                if number in (1, len(rows)):
                    answer = await self._request(row["subject"], payload, headers)
                else:
                    await self.nats.publish(row["subject"], payload, headers=headers)
            if number == len(rows) // 2:
                crashpoint("relay.half-sent")
        return int(answer["seq"])

    async def _request(
        self, subject: str, payload: bytes, headers: dict[str, str]
    ) -> dict[str, int]:
        try:
            message = await self.nats.request(subject, payload, timeout=ACK_WITHIN, headers=headers)
        except Exception as error:
            raise StreamAway(type(error).__name__) from error
        answer = json.loads(message.data) if message.data else {}
        if "error" not in answer:
            return dict(answer)
        if answer["error"].get("err_code") == WRONG_LAST_SEQUENCE:
            raise _Fenced(_sequence_in(answer["error"]["description"]))
        raise StreamAway(answer["error"].get("description", "refused"))

    # --- what the broker lost -------------------------------------------------

    async def _check(self) -> None:
        """Asks where the stream ends, by a message whose impossible fence is never met."""
        state = await self._state()
        probe = {
            "Nats-Expected-Last-Subject-Sequence": str(IMPOSSIBLE),
            "Nats-Expected-Last-Subject-Sequence-Subject": self._own,
        }
        try:
            await self._request(f"osnowa.{self.unit}.{self.unit}.Probe", b"", probe)
        except _Fenced as fenced:
            if fenced.actual < state.last_sequence:
                await self._rewind(state, fenced.actual)

    async def _rewind(self, state: _State, actual: int) -> None:
        """Goes back to the batch with which the stream ends, or to the start of the retention."""
        async with self.pool.acquire() as tx, tx.transaction():
            through = await tx.fetchval(
                "select coalesce("
                " (select max(through) from relay_batches where last_sequence = $1 and $1 > 0),"
                " (select max(through) from relay_batches where sent_at < now() - $2::interval),"
                " 0)",
                actual, KEEP,
            )  # fmt: skip
            done = await tx.execute(
                "update relay set sent_through = $1, noted_through = $1, last_sequence = $2"
                " where sent_through = $3 and noted_through = $4 and last_sequence = $5",
                through, actual, state.sent_through, state.noted_through, state.last_sequence,
            )  # fmt: skip
            if done.endswith(" 1"):
                await tx.execute("delete from relay_batches where through > $1", through)
                log.warning("stream lost messages, sends them again", position=through)

    async def _forget_old_batches(self) -> None:
        """Keeps the last one that the stream may have forgotten by age, and all after it."""
        await self.pool.execute(
            "delete from relay_batches where through <"
            " (select max(through) from relay_batches where sent_at < now() - $1::interval)",
            KEEP,
        )

    # --- what others must notice ----------------------------------------------

    async def _announce_heads(self) -> None:
        """Tells each recipient how much we have told it, so that a lost tail shows."""
        for row in await self.pool.fetch("select unit, sequence from recipients"):
            subject = f"heads.{self.unit}.{row['unit']}"
            await self.nats.publish(subject, json.dumps({"sequence": row["sequence"]}).encode())

    # --- the tables -----------------------------------------------------------

    async def _state(self) -> _State:
        row = await self.pool.fetchrow(
            "select sent_through, noted_through, last_sequence from relay"
        )
        assert row is not None
        return _State(*row)

    async def _rows(self, after: int, through: int | None = None) -> list[asyncpg.Record]:
        rows = await self.pool.fetch(
            "select position, subject, envelope, traceparent, disclosed_at from disclosures"
            " where position > $1 and position <= $2 order by position limit $3",
            after, through or IMPOSSIBLE, MOST_A_BATCH,
        )  # fmt: skip
        size = 0
        for number, row in enumerate(rows):
            size += len(row["envelope"])
            if through is None and number and size > MOST_BYTES_A_BATCH:
                return rows[:number]
        return list(rows)

    async def _note(self, before: _State, after: _State) -> bool:
        """Not waiting for the disk: a note that is lost with the power costs a repeat, no fact."""
        async with self.pool.acquire() as tx, tx.transaction():
            await tx.execute("set local synchronous_commit = off")
            done = await tx.execute(
                "update relay set noted_through = $1 where sent_through = $2"
                " and noted_through = $2 and last_sequence = $3",
                after.noted_through, before.sent_through, before.last_sequence,
            )  # fmt: skip
        return bool(done.endswith(" 1"))

    async def _mark(self, noted: _State, sequence: int) -> None:
        async with self.pool.acquire() as tx, tx.transaction():
            await tx.execute("set local synchronous_commit = off")
            done = await tx.execute(
                "update relay set sent_through = noted_through, last_sequence = $1"
                " where sent_through = $2 and noted_through = $3 and last_sequence = $4",
                sequence, noted.sent_through, noted.noted_through, noted.last_sequence,
            )  # fmt: skip
            if done.endswith(" 1"):
                await tx.execute(
                    "insert into relay_batches values ($1, $2, now())"
                    " on conflict (through) do update set last_sequence = excluded.last_sequence,"
                    " sent_at = excluded.sent_at",
                    noted.noted_through, sequence,
                )  # fmt: skip

    async def _forget(self, noted: _State, actual: int) -> None:
        """Takes the note back and fences with what the broker says, unless it knows less."""
        if actual < noted.last_sequence:
            await self._rewind(noted, actual)
            return
        await self.pool.execute(
            "update relay set noted_through = sent_through, last_sequence = $1"
            " where sent_through = $2 and noted_through = $3 and last_sequence = $4",
            actual, noted.sent_through, noted.noted_through, noted.last_sequence,
        )  # fmt: skip


def _sequence_in(description: str) -> int:
    """`wrong last sequence: 57` → 57."""
    found = re.search(r"(\d+)\s*$", description)
    if found is None:
        raise StreamAway(description)
    return int(found.group(1))
