"""The clock of the real program: killed where it hurts, started again, run twice at once.

Whatever happens to it, each missed term is said once.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts import intake

from chassis.clock import set_offset
from chassis.crashpoints import VARIABLE
from chassis.embedded import Process
from tests.benefits.conftest import UNITS, Town
from tests.benefits.given import APPLICATION
from tests.chassis.toy import eventually

ROOT = Path(__file__).parents[2]
CLIENTS = [UUID(int=1000 + number) for number in range(8)]
LATER = UUID(int=2000)
TERMS = ("INTERVIEW", "DECISION")
"""Both are over on 10 March, for everybody who applied on 2 February."""


class Program:
    """`services.benefits.main` as processes of their own, on the database of the town."""

    def __init__(self, database: str, folder: Path) -> None:
        self.folder, self.clock_file = folder, folder / "in-march"
        set_offset(self.clock_file, datetime(2026, 3, 10, 9, tzinfo=UTC))
        self.environment = os.environ | {
            "OSNOWA_UNIT": "benefits",
            "OSNOWA_UNITS_FILE": str(UNITS),
            "OSNOWA_DATABASE": database,
            "OSNOWA_NATS": "nats://127.0.0.1:1",
            "OSNOWA_NATS_PASSWORD": "not used",
            "OSNOWA_SESSION_SECRET": "s" * 32,
            "OSNOWA_PORT": "0",
            "OSNOWA_CLOCK_FILE": str(self.clock_file),
            "PYTHONPATH": str(ROOT),
        }
        self.started: list[Process] = []

    async def start(self, crashpoint: str = "") -> Process:
        process = Process(
            "benefits",
            [sys.executable, "-m", "services.benefits.main"],
            self.folder / f"{len(self.started)}.log",
            environment=self.environment | ({VARIABLE: crashpoint} if crashpoint else {}),
        )
        self.started.append(process)

        async def spawned() -> bool:
            return True

        await process.start(spawned)
        return process

    async def crashed(self, process: Process) -> None:
        async def dead() -> bool:
            return not process.running

        await eventually(dead)
        assert process.exit_code == -signal.SIGKILL, process.log.read_text()[-2000:]


async def apply(town: Town, client: UUID) -> None:
    await town.hears(
        "intake",
        intake.ApplicationRegistered(
            application_id=uuid5(APPLICATION, str(client)), benefit_types=("PERIODIC",),
            filed_on=date(2026, 2, 2), channel="DESK", urgent=False,
        ),
        client,
    )  # fmt: skip


@pytest.fixture
async def program(town: Town, database: str, tmp_path: Path) -> AsyncIterator[Program]:
    """On 10 March; nobody has done anything for eight clients since 2 February."""
    for client in CLIENTS:
        await apply(town, client)
    found = Program(database, tmp_path)
    yield found
    for process in found.started:
        await process.stop(signal.SIGKILL)


async def missed(town: Town) -> Counter[tuple[str, str]]:
    """How often each term of each case was said to be missed, by the log and by the facts."""
    reading = town.app.state.service.reading
    logged = await reading.fetch(
        "select state -> 'said' ->> 'holder' as holder, state -> 'said' ->> 'kind' as kind"
        " from events where topic = 'benefits.timekeeping.deadline-missed.1'"
    )
    told = await reading.fetch(
        "select data::jsonb ->> 'case_id' as holder, data::jsonb ->> 'deadline' as kind"
        " from facts where type = $1",
        facts.DeadlineMissed.type(),
    )
    by_log, by_fact = (
        Counter((row["holder"], row["kind"]) for row in rows) for rows in (logged, told)
    )
    assert all(by_fact[term] <= count for term, count in by_log.items())
    return by_fact


async def all_said_once(town: Town, clients: Sequence[UUID] = CLIENTS) -> None:
    expected = len(clients) * len(TERMS)

    async def everything() -> bool:
        return len(await missed(town)) == expected

    await eventually(everything)
    assert set((await missed(town)).values()) == {1}


CRASHES = [
    "event_log.before-commit:1",
    "event_log.before-commit:7",
    "event_log.after-commit:1",
    "event_log.after-commit:16",
    "follower.before-commit:1",
    "follower.after-commit:1",
]


@pytest.mark.parametrize("crashpoint", CRASHES)
async def test_killed_in_the_middle_it_goes_on_where_it_was(
    town: Town, program: Program, crashpoint: str
) -> None:
    await program.crashed(await program.start(crashpoint))
    again = await program.start()
    await all_said_once(town)
    assert again.running


async def test_two_at_once_say_nothing_twice(town: Town, program: Program) -> None:
    both = [await program.start(), await program.start()]
    await all_said_once(town)
    assert all(process.running for process in both)


async def test_one_of_two_is_killed_and_the_other_says_the_rest(
    town: Town, program: Program
) -> None:
    victim, other = await program.start("event_log.after-commit:2"), await program.start()
    await all_said_once(town)
    assert other.running
    victim.kill_now()


async def test_started_again_it_says_nothing_again(town: Town, program: Program) -> None:
    first = await program.start()
    await all_said_once(town)
    await first.stop()
    await apply(town, LATER)
    await program.start()
    await all_said_once(town, [*CLIENTS, LATER])
