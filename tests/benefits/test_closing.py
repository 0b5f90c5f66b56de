"""A case is closed and its benefit begins in the same moment: one of them is refused."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chassis.event_log import EventLog
from tests.benefits.conftest import Town
from tests.benefits.realised import EWA, MAREK, applied, decided, earned, interviewed

FEBRUARY = date(2026, 2, 2)
NOT_CLOSED = {"NotRealised", "BenefitRunning"}


async def unrealised(town: Town, person: UUID) -> tuple[str, str]:
    """A final grant that nobody carries out yet: the case, the decision."""
    case = await applied(town, person, "TARGETED", FEBRUARY)
    await interviewed(town, case, FEBRUARY)
    await earned(town, case)
    draft = {"valid_from": "2026-02-01", "valid_to": "2026-02-28", "amount": "100.00"}
    return case, await decided(town, f"/api/cases/{case}", kind="GRANT", **draft)


class Interrupted:
    """The log, in which something else happens before the so-many-th read."""

    def __init__(self, log: EventLog, at: int, other: Callable[[], Awaitable[None]]) -> None:
        self._log, self._left, self._other = log, at, other
        self.happened = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)

    async def _read(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.happened = True
            await self._other()

    async def load(self, *args: Any, **options: Any) -> Any:
        await self._read()
        return await self._log.load(*args, **options)

    async def find(self, *args: Any, **options: Any) -> Any:
        await self._read()
        return await self._log.find(*args, **options)


async def refusal(town: Town, worker: str, path: str, **body: str) -> str:
    """The code of the refusal, empty where it was done."""
    answer = await (await town.client(worker)).post(path, json=body)
    return "" if answer.is_success else str(answer.json()["code"])


async def both(town: Town, case: str, decision: str, *, first: str, at: int) -> tuple[str, str]:
    """How the closing and the realisation ended; the other begins within the `first`."""
    ended = {"closing": "", "realisation": ""}

    async def close() -> None:
        path = f"/api/cases/{case}/closure"
        ended["closing"] = await refusal(town, EWA, path, reason="COMPLETED")

    async def realise() -> None:
        path = f"/api/decisions/{decision}/realisation"
        ended["realisation"] = await refusal(town, MAREK, path)

    outer, inner = (close, realise) if first == "closing" else (realise, close)
    commands = town.app.state.service.commands
    log = commands.log
    commands.log = interrupted = Interrupted(log, at, inner)
    try:
        await outer()
    finally:
        commands.log = log
    assert interrupted.happened, "the first has so many reads"
    return ended["closing"], ended["realisation"]


@pytest.mark.parametrize(
    ("first", "reads"), [("closing", 3), ("realisation", 3)], ids=["closing", "realisation"]
)
async def test_a_grant_is_realised_and_its_case_not_closed_whatever_the_first_has_read(
    town: Town, first: str, reads: int
) -> None:
    for at in range(1, reads + 1):
        case, decision = await unrealised(town, UUID(int=100 + at))
        closing, realisation = await both(town, case, decision, first=first, at=at)
        assert closing in NOT_CLOSED
        assert realisation == ""
        assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "decision"


async def test_of_closing_and_realising_at_once_only_the_realisation_succeeds(town: Town) -> None:
    for place in range(3):
        case, decision = await unrealised(town, UUID(int=200 + place))
        closing, realisation = await asyncio.gather(
            (await town.client(EWA)).post(
                f"/api/cases/{case}/closure", json={"reason": "COMPLETED"}
            ),
            (await town.client(MAREK)).post(f"/api/decisions/{decision}/realisation", json={}),
        )
        assert closing.json()["code"] in NOT_CLOSED
        assert realisation.is_success
        assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "decision"
