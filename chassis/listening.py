"""Brings the inbox what the broker holds for us, and fetches what it does not hold any more.

One standing pull request keeps messages flowing as they come; they are acknowledged after the
transaction that took them in. Publishers announce how much they have told us; what is missing is
asked of the publisher itself, by request and reply.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from time import monotonic

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error as NatsError

from chassis.broker import STREAM, WANTED
from chassis.crashpoints import crashpoint
from chassis.inbox import Gap, Inbox
from chassis.loops import Wake

MOST_A_PULL = 500
PULL_FOR = 20.0
HEARTBEAT = 5.0
MOST_A_TAKE = 200
ASK_AGAIN_AFTER = 1.0
PATIENCE = 0.3
"""Seconds that a missing fact may still be on its way before it is fetched."""

log = structlog.get_logger(__name__)


@dataclass
class Listening:
    """`take` and `mend` are the steps of two loops; `start` subscribes."""

    unit: str
    nats: Client
    inbox: Inbox
    arrived: Wake = field(default_factory=Wake)
    suspicious: Wake = field(default_factory=Wake)
    _waiting: deque[Msg] = field(default_factory=deque, init=False)
    _outstanding: int = field(default=0, init=False)
    _heard: float = field(default=0.0, init=False)
    _asked: float = field(default=0.0, init=False)
    _seen: dict[Gap, float] = field(default_factory=dict, init=False)
    _subscriptions: list[Subscription] = field(default_factory=list, init=False)

    @property
    def consumer_alive(self) -> bool:
        """Whether the broker said anything within three heartbeats."""
        return monotonic() - self._heard < 3 * HEARTBEAT

    async def start(self) -> None:
        self._deliver = f"_INBOX.{self.unit}.pull"
        self._subscriptions = [
            await self.nats.subscribe(self._deliver, cb=self._message),
            await self.nats.subscribe(f"heads.*.{self.unit}", cb=self._head),
        ]

    async def stop(self) -> None:
        for subscription in self._subscriptions:
            await subscription.unsubscribe()

    # --- from the stream ------------------------------------------------------

    async def take(self) -> bool:
        """Takes in what has arrived, then acknowledges it. Keeps the pull request standing."""
        if not self.consumer_alive:
            await self._look_for_consumer()
        await self._keep_pulling()
        messages = [self._waiting.popleft() for _ in range(min(MOST_A_TAKE, len(self._waiting)))]
        if not messages:
            return False
        try:
            await self.inbox.take((m.subject, m.data) for m in messages)
        except BaseException:
            self._waiting.extendleft(reversed(messages))
            raise
        for message in messages:
            await message.ack()
        crashpoint("inbox.after-ack")
        return bool(self._waiting)

    async def _look_for_consumer(self) -> None:
        """Asks the broker whether our consumer exists, and the steward for it if it does not."""
        answer = await self.nats.request(
            f"$JS.API.CONSUMER.INFO.{STREAM}.{self.unit}", b"", timeout=2
        )
        if "error" in json.loads(answer.data):
            await self._want_consumer()
        else:
            self._heard = monotonic()

    async def _want_consumer(self) -> None:
        log.warning("consumer is gone, asks the steward for it")
        self._heard = 0.0
        await asyncio.sleep(0.2)
        await self.nats.publish(f"{WANTED}.{self.unit}", b"")

    async def _keep_pulling(self) -> None:
        now = monotonic()
        silent = now - max(self._heard, self._asked) > 2 * HEARTBEAT
        if self._outstanding > MOST_A_PULL // 2 and not silent:
            return
        if len(self._waiting) > 4 * MOST_A_PULL:
            return
        self._outstanding = MOST_A_PULL
        self._asked = now
        request = {
            "batch": MOST_A_PULL,
            "expires": int(PULL_FOR * 1e9),
            "idle_heartbeat": int(HEARTBEAT * 1e9),
        }
        subject = f"$JS.API.CONSUMER.MSG.NEXT.{STREAM}.{self.unit}"
        await self.nats.publish(subject, json.dumps(request).encode(), reply=self._deliver)

    async def _message(self, message: Msg) -> None:
        status = (message.headers or {}).get("Status")
        if status is None:
            self._heard = monotonic()
            self._outstanding -= 1
            self._waiting.append(message)
            self.arrived.set()
            return
        await self._status(status, (message.headers or {}).get("Description", ""))

    async def _status(self, status: str, description: str) -> None:
        """100: a heartbeat. 404, 408: the pull is over. 409, 503: there may be no consumer."""
        if status == "100" or status in ("404", "408"):
            self._heard = monotonic()
        if status == "100":
            return
        self._outstanding = 0
        if status == "503" or "Deleted" in description:
            await self._want_consumer()
        self.arrived.set()

    # --- from the publisher -----------------------------------------------------

    async def _head(self, message: Msg) -> None:
        """A publisher can announce under its own name only; the broker sees to that."""
        publisher = message.subject.split(".")[1]
        try:
            sequence = int(json.loads(message.data)["sequence"])
            await self.inbox.announced(publisher, sequence)
        except (ValueError, KeyError, TypeError):
            log.error("head not understood", publisher=publisher)
        self.suspicious.set()

    async def mend(self) -> bool:
        """Fetches what has been missing for longer than the patience."""
        now = monotonic()
        gaps = await self.inbox.gaps()
        self._seen = {gap: self._seen.get(gap, now) for gap in gaps}
        mended = False
        for gap in gaps:
            if now - self._seen[gap] >= PATIENCE:
                mended |= await self._fetch(gap)
        return mended

    async def _fetch(self, gap: Gap) -> bool:
        question = json.dumps({"after": gap.after, "through": gap.through}).encode()
        subject = f"refetch.{gap.publisher}.{self.unit}"
        try:
            answer = await self.nats.request(subject, question, timeout=5)
        except (NatsError, TimeoutError) as error:
            log.warning(
                "publisher does not answer", publisher=gap.publisher, error=type(error).__name__
            )
            return False
        envelopes = json.loads(answer.data)["envelopes"]
        await self.inbox.take((e["subject"], e["envelope"].encode()) for e in envelopes)
        log.info("fetched what was missing", publisher=gap.publisher, facts=len(envelopes))
        return bool(envelopes)
