"""Finds what is missing of what others told us, and fetches it from them.

Publishers announce how much they have told us. What stays missing for a moment is asked of the
publisher itself, by request and reply, from its register.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from time import monotonic

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error as NatsError

from chassis.inbox import Gap, Inbox
from chassis.loops import Wake

PATIENCE = 0.3
"""Seconds that a missing fact may still be on its way before it is fetched."""

LONGEST_PAUSE = 8.0
"""Seconds after which a publisher is asked again, at the latest."""

ANSWER_WITHIN = 5.0

log = structlog.get_logger(__name__)


@dataclass
class _Asking:
    """What a publisher is asked for, from when on, and how long it is left alone after that."""

    after: int
    at: float
    pause: float = PATIENCE
    answered: bool = False


@dataclass
class Mending:
    """`mend` is the step of a loop; `start` subscribes."""

    unit: str
    nats: Client
    inbox: Inbox
    suspicious: Wake = field(default_factory=Wake)
    _asking: dict[str, _Asking] = field(default_factory=dict, init=False)

    async def start(self) -> None:
        await self.nats.subscribe(f"heads.*.{self.unit}", cb=self._head)

    async def mend(self) -> bool:
        """Fetches what has been missing for longer than the patience. True if more may be had."""
        gaps = await self.inbox.gaps()
        due = self._due(gaps)
        return any(await asyncio.gather(*(self._fetch(gap) for gap in due)))

    async def _head(self, message: Msg) -> None:
        """A publisher can announce under its own name only; the broker sees to that."""
        publisher = message.subject.split(".")[1]
        try:
            sequence = int(json.loads(message.data)["sequence"])
            await self.inbox.announced(publisher, sequence)
        except (ValueError, KeyError, TypeError):
            log.error("head not understood", publisher=publisher)
        self.suspicious.set()

    def _due(self, gaps: list[Gap]) -> list[Gap]:
        """Each publisher is asked after a moment, then more and more seldom.

        One whose answer brought us on is asked for the rest at once.
        """
        now = monotonic()
        self._asking = {gap.publisher: self._asking_for(gap, now) for gap in gaps}
        due = [gap for gap in gaps if now >= self._asking[gap.publisher].at]
        for gap in due:
            asking = self._asking[gap.publisher]
            asking.pause = min(2 * asking.pause, LONGEST_PAUSE)
            asking.at = now + asking.pause
        return due

    def _asking_for(self, gap: Gap, now: float) -> _Asking:
        known = self._asking.get(gap.publisher)
        if known is None:
            return _Asking(gap.after, now + PATIENCE)
        if known.after == gap.after:
            return known
        return _Asking(gap.after, now if known.answered else now + PATIENCE)

    async def _fetch(self, gap: Gap) -> bool:
        subject = f"refetch.{gap.publisher}.{self.unit}"
        question = json.dumps({"after": gap.after, "through": gap.through}).encode()
        try:
            answer = await self.nats.request(subject, question, timeout=ANSWER_WITHIN)
            envelopes = [text.encode() for text in json.loads(answer.data)["envelopes"]]
        except (NatsError, TimeoutError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning(
                "publisher does not answer", publisher=gap.publisher, error=type(error).__name__
            )
            return False
        await self.inbox.take(((subject, raw) for raw in envelopes), fetched=True)
        log.info("fetched what was missing", publisher=gap.publisher, facts=len(envelopes))
        self._asking[gap.publisher].answered = bool(envelopes)
        return bool(envelopes)
