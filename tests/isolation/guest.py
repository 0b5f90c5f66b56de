"""A user of the broker, and what the broker refused it."""

import asyncio
import dataclasses
import json
from itertools import count

from nats.aio.client import Client

from tests.chassis.toy import PATIENCE


@dataclasses.dataclass
class Guest:
    """`note` is to be the client's `error_cb`."""

    name: str
    client: Client
    _refused: list[str] = dataclasses.field(default_factory=list)
    _news: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    _numbers: "count[int]" = dataclasses.field(default_factory=count)

    async def note(self, error: Exception) -> None:
        self._refused.append(str(error).lower())
        self._news.set()

    async def refusals(self) -> list[str]:
        """Those since the last question, in lower case.

        The broker judges in order, so when the last thing, forbidden on purpose, has been refused,
        all before it has been judged.
        """
        last = f'"refused.on.purpose.{next(self._numbers)}"'
        await self.client.publish(last.strip('"'))
        async with asyncio.timeout(PATIENCE):
            while not any(last in text for text in self._refused):
                self._news.clear()
                await self._news.wait()
        told, self._refused = self._refused[:-1], []
        return told

    async def stored(self, subject: str, payload: bytes) -> int:
        """Publishes into the stream; its sequence there."""
        reply = await self.client.request(subject, payload, timeout=PATIENCE)
        return int(json.loads(reply.data)["seq"])
