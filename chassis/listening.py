"""Brings the inbox what the broker holds for us.

One standing pull request keeps messages flowing as they come; they are acknowledged after the
transaction that took them in. A consumer that is gone is asked for at the platform's steward.
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

from chassis.broker import STREAM, WANTED
from chassis.crashpoints import crashpoint
from chassis.inbox import Inbox
from chassis.loops import Wake

MOST_A_PULL = 500
MOST_WAITING = 2000
PULL_FOR = 20.0
HEARTBEAT = 5.0
MOST_A_TAKE = 200
ANSWER_WITHIN = 2.0
NEVER = float("-inf")

log = structlog.get_logger(__name__)


@dataclass
class Listening:
    """`take` is the step of a loop; `start` subscribes."""

    unit: str
    nats: Client
    inbox: Inbox
    arrived: Wake = field(default_factory=Wake)
    _waiting: deque[Msg] = field(default_factory=deque, init=False)
    _outstanding: int = field(default=0, init=False)
    _heard: float = field(default=NEVER, init=False)
    _asked: float = field(default=NEVER, init=False)
    _connection: int = field(default=0, init=False)
    _deliver: str = field(default="", init=False)
    _subscription: Subscription | None = field(default=None, init=False)

    @property
    def consumer_alive(self) -> bool:
        """Whether the broker said anything about it within three heartbeats."""
        return monotonic() - self._heard < 3 * HEARTBEAT

    async def start(self) -> None:
        self._deliver = f"_INBOX.{self.unit}.pull"
        self._subscription = await self.nats.subscribe(self._deliver, cb=self._message)

    async def take(self) -> bool:
        """Takes in what has arrived, then acknowledges it. Keeps a pull request standing."""
        self._notice_reconnection()
        if self.consumer_alive or await self._find_consumer():
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

    # --- the consumer -----------------------------------------------------------

    def _notice_reconnection(self) -> None:
        """A pull request does not outlive the connection over which it was made."""
        connection = self.nats.stats["reconnects"]
        if connection != self._connection:
            self._connection = connection
            self._outstanding = 0
            self._heard = NEVER

    async def _find_consumer(self) -> bool:
        """Asks the broker whether our consumer is there, and the steward for it if it is not."""
        answer = await self.nats.request(
            f"$JS.API.CONSUMER.INFO.{STREAM}.{self.unit}", timeout=ANSWER_WITHIN
        )
        if "error" not in json.loads(answer.data):
            self._heard, self._outstanding = monotonic(), 0
            return True
        log.warning("consumer is gone, asks the steward for it")
        await self.nats.publish(f"{WANTED}.{self.unit}")
        return False

    async def _keep_pulling(self) -> None:
        now = monotonic()
        silent = now - max(self._heard, self._asked) > 2 * HEARTBEAT
        if self._outstanding > MOST_A_PULL // 2 and not silent:
            return
        if len(self._waiting) > MOST_WAITING:
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

    # --- what the broker says -----------------------------------------------------

    async def _message(self, message: Msg) -> None:
        status = (message.headers or {}).get("Status")
        if status is None:
            self._heard = monotonic()
            self._outstanding -= 1
            self._waiting.append(message)
            self.arrived.set()
        else:
            await self._status(status, (message.headers or {}).get("Description", ""))

    async def _status(self, status: str, description: str) -> None:
        """100: a heartbeat. 404, 408: the pull is over. 409, 503: there may be no consumer."""
        if status in ("100", "404", "408"):
            self._heard = monotonic()
        if status == "100":
            return
        self._outstanding = 0
        if status == "503" or "Deleted" in description:
            self._heard = NEVER
            await asyncio.sleep(0.1)  # a broker that refuses at once is not asked at once
        self.arrived.set()
