"""The databases of all units, opened as their owners: what the drills wait for and count in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from chassis.database import Pool, make_pool
from osnowa.platform import Platform

LOOK_EVERY = 0.1
QUIET_LOOKS = 3
"""So many looks in a row must find everything settled: an answer may still lead to another."""


class NotSettled(TimeoutError):
    """Something has not arrived in time; the text says what."""


@dataclass(frozen=True)
class Books:
    """One pool for each unit, and its address."""

    pools: dict[str, Pool]
    urls: dict[str, str]
    http: httpx.AsyncClient

    @classmethod
    @asynccontextmanager
    async def opened(cls, platform: Platform) -> AsyncIterator[Books]:
        pools = {unit: make_pool(platform.database(unit), most=2) for unit in platform.parts}
        for pool in pools.values():
            await pool
        try:
            async with httpx.AsyncClient(timeout=10) as http:
                yield cls(pools, platform.addresses, http)
        finally:
            for pool in pools.values():
                await pool.close()

    def of(self, unit: str) -> Pool:
        return self.pools[unit]

    async def keys(self, unit: str, wanted: Collection[str]) -> set[str]:
        """Those of the idempotency keys that stand in the unit's log."""
        rows = await self.of(unit).fetch(
            "select idempotency_key from events where idempotency_key = any($1)", list(wanted)
        )
        return {row["idempotency_key"] for row in rows}

    async def left_alone(self, unit: str) -> None:
        """Returns when the database has ended what a killed process had asked of it."""
        while await self.of(unit).fetchval(  # noqa: ASYNC110  # another process ends it
            "select count(*) from pg_stat_activity where usename = current_user"
            " and pid <> pg_backend_pid() and state <> 'idle'"
        ):
            await asyncio.sleep(0.01)

    async def settled(self, within: float = 60.0) -> float:
        """Seconds until everything said is followed, sent and taken in. Raises NotSettled."""
        began = time.monotonic()
        quiet, since, before = 0, began, -1
        while quiet < QUIET_LOOKS:
            behind, heads = await self._behind()
            if behind or heads != before:
                quiet, since, before = 0, time.monotonic(), heads
            quiet += 1 if not behind else 0
            if time.monotonic() - began > within:
                raise NotSettled("; ".join(behind) or "the logs still grow")
            await asyncio.sleep(LOOK_EVERY)
        return since - began

    async def heard(self, unit: str) -> int:
        """How many facts a unit has taken in."""
        return int(await self.of(unit).fetchval("select count(*) from inbox"))

    async def sent(self, unit: str, within: float = 30.0) -> None:
        """Waits until all that a unit has disclosed is in the stream. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while await self._busy(unit):  # noqa: ASYNC110  # another process works
                await asyncio.sleep(LOOK_EVERY)

    async def _behind(self) -> tuple[list[str], int]:
        """What is not done yet, in words, and the sum of all heads."""
        units = list(self.pools)
        behind = [what for unit in units for what in await self._busy(unit)]
        told = await self._told()
        for unit in units:
            behind += await self._not_heard(unit, told)
        heads = [await self.of(unit).fetchval("select position from log_head") for unit in units]
        return behind, sum(heads) + sum(told.values())

    async def _busy(self, unit: str) -> list[str]:
        """What the unit itself says that it still has to do."""
        try:
            answer = await self.http.get(f"{self.urls[unit]}/status")
        except httpx.TransportError:
            return [f"{unit} does not answer"]
        status = answer.json() if answer.is_success else {}
        follower, relay = status.get("follower_lag"), status.get("relay_lag")
        busy = [f"{unit} has to follow {follower} events"] if follower != 0 else []
        return busy + ([f"{unit} has to send {relay} disclosures"] if relay != 0 else [])

    async def _told(self) -> dict[tuple[str, str], int]:
        """By publisher and recipient, how much was disclosed."""
        return {
            (unit, row["unit"]): row["sequence"]
            for unit, pool in self.pools.items()
            for row in await pool.fetch("select unit, sequence from recipients")
        }

    async def _not_heard(self, unit: str, told: dict[tuple[str, str], int]) -> list[str]:
        rows = await self.of(unit).fetch("select publisher, through from inbox_heads")
        through = {row["publisher"]: row["through"] for row in rows}
        return [
            f"{unit} has taken in {through.get(publisher, 0)} of {sequence} from {publisher}"
            for (publisher, recipient), sequence in told.items()
            if recipient == unit and through.get(publisher, 0) != sequence
        ]
