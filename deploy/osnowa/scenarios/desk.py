"""One worker at one unit, over its public HTTP API only: what people do, a step at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Self

import httpx
from osnowa_contracts.fact import kebab

PATIENCE = 90.0
"""Seconds that a fact may take to arrive, or a killed service to come back."""
SHORTEST_LOOK, LONGEST_LOOK = 0.02, 0.4
AWAY = {502, 503, 504}

Answer = Any
"""Whatever JSON a unit answers with."""


@dataclass
class StepFailed(Exception):
    """A unit refused what the story takes for granted."""

    who: str
    what: str
    call: str
    status: int
    answer: str

    def __str__(self) -> str:
        return f"{self.who} {self.what}: {self.call} answered {self.status}: {self.answer}"


@dataclass
class NotArrived(Exception):
    """What the story waits for did not come in time."""

    who: str
    what: str
    call: str
    seen: str

    def __str__(self) -> str:
        return (
            f"{self.who} waited {PATIENCE:.0f} s for {self.what}; {self.call} still says"
            f" {self.seen}"
        )


@dataclass
class NotRefused(Exception):
    """The story expects a refusal, and the unit did as it was told."""

    who: str
    what: str
    call: str

    def __str__(self) -> str:
        return f"{self.who} {self.what}: {self.call} should have been refused"


class Desk:
    """`post` and `refused` are steps of the story and are told to `step`; reading is not."""

    def __init__(
        self,
        worker: str,
        name: str,
        unit: str,
        url: str,
        *,
        next_key: Callable[[], str],
        step: Callable[[Desk, str], None],
        language: str = "pl",
    ) -> None:
        self.worker, self.name, self.unit = worker, name, unit
        self._next_key, self._step = next_key, step
        self._client = httpx.AsyncClient(
            base_url=url, timeout=PATIENCE, headers={"Accept-Language": language}
        )

    async def sign_in(self) -> Self:
        call = "POST /api/sign-in"
        answer = await self._sent("POST", "/api/sign-in", json={"worker": self.worker})
        if answer.status_code != httpx.codes.NO_CONTENT:
            raise self._failed("signs in", call, answer)
        return self

    async def close(self) -> None:
        await self._client.aclose()

    # --- steps --------------------------------------------------------------

    async def post(self, what: str, path: str, /, **body: Any) -> Answer:
        """Does it once, however often it must be sent. Raises StepFailed."""
        answer = await self._posted(what, path, body)
        if not answer.is_success:
            raise self._failed(what, f"POST {path}", answer)
        return answer.json() if answer.content else None

    async def refused(self, what: str, path: str, /, **body: Any) -> str:
        """Tries it and returns the name of the refusal. Raises NotRefused."""
        answer = await self._posted(what, path, body)
        if answer.is_success:
            raise NotRefused(self.name, what, f"POST {path}")
        return refusal_of(answer)

    # --- reading ------------------------------------------------------------

    async def get(self, path: str, /, **query: Any) -> Answer:
        answer = await self._sent("GET", path, params=query or None)
        if not answer.is_success:
            raise self._failed("reads", f"GET {path}", answer)
        return answer.json()

    async def text(self, path: str, /, **query: Any) -> str | None:
        """The body as it came; None where this worker may not read, or there is nothing."""
        answer = await self._sent("GET", path, params=query or None)
        return answer.text if answer.is_success else None

    async def until(
        self, what: str, path: str, holds: Callable[[Answer], bool], /, **query: Any
    ) -> Answer:
        """Looks until the answer `holds`. Raises NotArrived, naming what did not arrive."""
        deadline = time.monotonic() + PATIENCE
        pause = SHORTEST_LOOK
        while True:
            answer = await self._sent("GET", path, params=query or None)
            if answer.is_success and holds(answer.json()):
                return answer.json()
            if time.monotonic() > deadline:
                raise NotArrived(self.name, what, f"GET {path}", answer.text[-1500:])
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, LONGEST_LOOK)

    async def hears(self, fact: str, client: str, /, **data: Any) -> Answer:
        """Waits for a fact about the client on this unit's timeline; its entry.

        `fact` is a name as the contracts write it, `DecisionIssued`; `data` must be in the entry.
        """

        def found(page: Answer) -> Answer | None:
            return next((e for e in page["entries"] if tells(e, fact, data)), None)

        wanted = ", ".join(f"{name}={value}" for name, value in data.items())
        page = await self.until(
            f"{fact} ({wanted})" if wanted else fact,
            f"/api/clients/{client}/timeline",
            lambda page: found(page) is not None,
            limit=500,
        )
        return found(page) or {}

    async def indicator(self, name: str, first: str, last: str, *, counted: int) -> Answer:
        """An indicator of reporting over these months, once it counts so many."""

        def found(figures: Answer) -> Answer | None:
            return next((f for f in figures if f["name"] == name and f["counted"] >= counted), None)

        query = {"from": first, "to": last}
        figures = await self.until(
            f"{name} of {counted}", "/api/indicators", lambda f: found(f) is not None, **query
        )
        return found(figures)

    # --- inside -------------------------------------------------------------

    async def _posted(self, what: str, path: str, body: dict[str, Any]) -> httpx.Response:
        self._step(self, what)
        return await self._sent(
            "POST", path, json=body, headers={"Idempotency-Key": self._next_key()}
        )

    async def _sent(self, method: str, path: str, **rest: Any) -> httpx.Response:
        """Again while the unit is away: the idempotency key makes that harmless."""

        async def send() -> httpx.Response:
            return await self._client.request(method, path, **rest)

        return await answered(send)

    def _failed(self, what: str, call: str, answer: httpx.Response) -> StepFailed:
        return StepFailed(self.name, what, call, answer.status_code, answer.text[:1500])


async def answered(send: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
    """The first answer of a unit that is not away. Raises httpx.TransportError after PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            answer = await send()
        except httpx.TransportError:
            if time.monotonic() > deadline:
                raise
        else:
            if answer.status_code not in AWAY or time.monotonic() > deadline:
                return answer
        await asyncio.sleep(LONGEST_LOOK)


def refusal_of(answer: httpx.Response) -> str:
    """The stable name of a refusal."""
    if answer.headers.get("content-type", "").startswith("application/problem+json"):
        return str(answer.json()["code"])
    return f"http-{answer.status_code}"


def tells(entry: Answer, fact: str, data: dict[str, Any]) -> bool:
    """Whether a timeline entry is of this fact and says this."""
    return f".{kebab(fact)}." in entry["type"] and all(
        str(entry["data"].get(name)) == str(value) for name, value in data.items()
    )
