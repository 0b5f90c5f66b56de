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
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic
from uuid import uuid4

import structlog
from nats.aio.client import Client

from chassis.crashpoints import crashpoint
from chassis.handover import Handover, Message
from chassis.relay_book import Place, RelayBook
from chassis.telemetry import metrics, span

ANNOUNCE_EVERY = 2.0
ACK_WITHIN = 10.0
MOST_ALONE = 10
"""A batch up to this size was probably all there was; the next commit wakes the relay anyway."""

WRONG_LAST_SEQUENCE = 10071
IMPOSSIBLE = 2**53

log = structlog.get_logger(__name__)


class StreamAway(Exception):
    """The broker did not take the batch; nothing is known to be lost, it is tried again."""


class _Fenced(Exception):
    """The broker refused the fence; our own last message has the sequence `actual`."""

    def __init__(self, actual: int) -> None:
        super().__init__(actual)
        self.actual = actual


@dataclass
class Relay:
    """`step()` sends what waits and says whether there may be more."""

    unit: str
    book: RelayBook
    nats: Client
    handover: Handover = field(default_factory=Handover)
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
            await self.book.forget_old_batches()
        if (handed := self.handover.take()) is not None:
            await self._send(*handed)
            return False
        self.handover.settled(None)
        noted, rows, fresh = await self.book.next_batch()
        if not rows:
            self.handover.settled(None if noted.unsettled else noted)
            return False
        if not fresh:
            await self._settle(noted, rows)
            return True
        await self._send(noted, rows)
        return len(rows) > MOST_ALONE

    async def lag(self) -> int:
        """How many disclosures are not in the stream yet."""
        lag = await self.book.lag()
        metrics.relay_lag.set(lag)
        return lag

    # --- sending ------------------------------------------------------------

    async def _send(self, noted: Place, rows: Sequence[Message]) -> None:
        """A fresh batch: noted, sent, marked."""
        crashpoint("relay.noted")
        try:
            sequence = await self._publish(rows, noted.last_sequence)
        except _Fenced as fenced:
            # Our note is new, so what stands there is not ours: a note that PostgreSQL lost, a
            # second relay, or an older stream. Sending again can only repeat; that is harmless.
            if fenced.actual < noted.last_sequence:
                await self._rewind(noted, fenced.actual)
            else:
                await self.book.take_back(noted, fenced.actual)
            return
        crashpoint("relay.sent")
        self.handover.settled(await self.book.mark(noted, sequence))
        crashpoint("relay.marked")

    async def _settle(self, noted: Place, rows: Sequence[Message]) -> None:
        """A note was left: send that range again. Refused means it is in the stream already."""
        try:
            sequence = await self._publish(rows, noted.last_sequence)
        except _Fenced as fenced:
            if fenced.actual < noted.last_sequence:
                await self._rewind(noted, fenced.actual)
                return
            sequence = fenced.actual
        await self.book.mark(noted, sequence)

    async def _publish(self, rows: Sequence[Message], last_sequence: int) -> int:
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

    # --- what the broker lost, and what others must notice ------------------------

    async def _check(self) -> None:
        """Asks where the stream ends, by a message whose impossible fence is never met."""
        place = await self.book.place()
        probe = {
            "Nats-Expected-Last-Subject-Sequence": str(IMPOSSIBLE),
            "Nats-Expected-Last-Subject-Sequence-Subject": self._own,
        }
        try:
            await self._request(f"osnowa.{self.unit}.{self.unit}.Probe", b"", probe)
        except _Fenced as fenced:
            if fenced.actual < place.last_sequence:
                await self._rewind(place, fenced.actual)

    async def _rewind(self, place: Place, actual: int) -> None:
        through = await self.book.rewind(place, actual)
        if through is not None:
            log.warning("stream lost messages, sends them again", position=through)

    async def _announce_heads(self) -> None:
        """Tells each recipient how much we have told it, so that a lost tail shows."""
        for unit, sequence in await self.book.heads():
            said = json.dumps({"sequence": sequence}).encode()
            await self.nats.publish(f"heads.{self.unit}.{unit}", said)


def _sequence_in(description: str) -> int:
    """`wrong last sequence: 57` → 57."""
    found = re.search(r"(\d+)\s*$", description)
    if found is None:
        raise StreamAway(description)
    return int(found.group(1))
