"""A bounded load of commands over the public HTTP API, sent again until each one is answered."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

import httpx

from osnowa.drills.journal import Call, Journal

PERSONS = 40
PAUSE = 0.03
"""Seconds between the commands of one caller, where they go on without an end."""
AGAIN_AFTER = 0.05
GIVE_UP_AFTER = 60.0
ACCEPTED = 201
UNCERTAIN = range(500, 600)
"""Answers after which nobody knows whether it was done."""

Caller = Callable[[httpx.AsyncClient], Coroutine[Any, Any, None]]


def person(number: int) -> UUID:
    return uuid5(NAMESPACE_DNS, f"person {number} of the drills")


@dataclass
class Load:
    """Commands to one unit, as one of its workers."""

    url: str
    worker: str
    journal: Journal
    text: str = "notice"
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def send(self, count: int, *, callers: int = 8) -> list[Call]:
        """So many commands; returns when all are answered."""
        numbers = itertools.islice(self._numbers, count)
        calls: list[Call] = []

        async def caller(client: httpx.AsyncClient) -> None:
            for number in numbers:
                calls.append(await self._give_notice(client, number))

        await self._together(caller, callers)
        return calls

    async def say(self, text: str, about: UUID) -> Call:
        """One command of its own wording."""
        async with self._client() as client:
            return await self._post(client, f"said-{next(self._numbers)}", about, text)

    @asynccontextmanager
    async def running(self, *, callers: int = 8) -> AsyncIterator[None]:
        """Commands one after another, until the block ends; then all of them are answered."""
        stopped = asyncio.Event()

        async def caller(client: httpx.AsyncClient) -> None:
            while not stopped.is_set():
                await self._give_notice(client, next(self._numbers))
                await asyncio.sleep(PAUSE)

        async with asyncio.TaskGroup() as group:
            group.create_task(self._together(caller, callers))
            yield
            stopped.set()

    # --- inside -------------------------------------------------------------

    async def _together(self, caller: Caller, callers: int) -> None:
        async with self._client() as client, asyncio.TaskGroup() as group:
            for _ in range(callers):
                group.create_task(caller(client))

    @asynccontextmanager
    async def _client(self) -> AsyncIterator[httpx.AsyncClient]:
        """Somebody who is signed in."""
        async with httpx.AsyncClient(base_url=self.url, timeout=15) as client:
            async with asyncio.timeout(GIVE_UP_AFTER):
                while not await self._signed_in(client):  # noqa: ASYNC110  # a process starts
                    await asyncio.sleep(AGAIN_AFTER)
            yield client

    async def _signed_in(self, client: httpx.AsyncClient) -> bool:
        try:
            answer = await client.post("/api/sign-in", json={"worker": self.worker})
        except httpx.TransportError:
            return False
        return answer.is_success

    async def _give_notice(self, client: httpx.AsyncClient, number: int) -> Call:
        return await self._post(client, f"notice-{number}", person(number % PERSONS), self.text)

    async def _post(self, client: httpx.AsyncClient, key: str, about: UUID, text: str) -> Call:
        """Sent again under the same key until it is answered. Raises TimeoutError."""
        call = self.journal.begin(key)
        body = {"person": str(about), "text": text}
        async with asyncio.timeout(GIVE_UP_AFTER):
            while call.accepted is None and call.refused is None:
                call.sent += 1
                try:
                    answer = await client.post(
                        "/api/notices", json=body, headers={"Idempotency-Key": key}
                    )
                except httpx.TransportError:
                    await asyncio.sleep(AGAIN_AFTER)
                    continue
                if answer.status_code == ACCEPTED:
                    call.accepted = answer.json()
                elif answer.status_code in UNCERTAIN:
                    await asyncio.sleep(AGAIN_AFTER)
                else:
                    call.refused = answer.text[:200]
        return call
