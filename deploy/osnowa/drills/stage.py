"""What a drill has in its hands: its small city, its load, its journal, and a killing hand."""

from __future__ import annotations

import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import groupby

from chassis.crashpoints import VARIABLE
from chassis.embedded import StartFailed
from osnowa.drills import checker
from osnowa.drills.books import Books
from osnowa.drills.checker import Check
from osnowa.drills.journal import Call, Journal
from osnowa.drills.load import Load
from osnowa.drills.names import ANSWERING, TELLING, UNITS_FILE
from osnowa.platform import Platform

DIES_WITHIN = 30.0
AFTERWARDS = 50
"""Commands that must go well when the process is back."""


class DidNotDie(RuntimeError):
    """The crash point was never passed: the drill shows nothing."""


@dataclass
class Report:
    """What a drill did and what was counted, as it goes on."""

    say: Callable[[str], None]
    did: list[str] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    def done(self, what: str) -> None:
        """A part of the drill, as the report says it."""
        self.did.append(what)
        self.say(what)

    def check(self, name: str, ok: bool, **numbers: object) -> None:
        """A statement that holds for this drill only."""
        self.checks.append(Check(name, checker.figures(**numbers), ok))


@dataclass(frozen=True)
class Crash:
    """Where a process is killed, and at which passing."""

    point: str
    nth: int = 1
    callers: int = 8
    in_log: bool | None = None
    """With one caller: whether its command must stand in the log of the dead process."""

    def __str__(self) -> str:
        return f"{self.point}:{self.nth}"


@dataclass
class Stage:
    """The small city of `units.toml`, with somebody who gives notices there."""

    platform: Platform
    books: Books
    journal: Journal
    load: Load
    report: Report
    until: float
    """Monotonic time until which further rounds are welcome."""

    @classmethod
    @asynccontextmanager
    async def set_up(cls, report: Report, seconds: float) -> AsyncIterator[Stage]:
        """A platform of its own, gone afterwards."""
        async with (
            Platform.running(units_file=UNITS_FILE, progress=report.say) as platform,
            Books.opened(platform) as books,
        ):
            journal = Journal()
            worker = platform.directory.workers_at(TELLING)[0].id
            load = Load(platform.url(TELLING), worker, journal)
            yield cls(platform, books, journal, load, report, time.monotonic() + seconds)

    # --- what a drill does ------------------------------------------------------

    def done(self, what: str) -> None:
        self.report.done(what)

    def check(self, name: str, ok: bool, **numbers: object) -> None:
        self.report.check(name, ok, **numbers)

    async def crashes(self, unit: str, rounds: Sequence[Crash]) -> None:
        """Under load, the unit is killed at each of these; at least once through all."""
        times = 0
        while times == 0 or time.monotonic() < self.until:
            for callers, group in groupby(rounds, lambda crash: crash.callers):
                async with self.load.running(callers=callers):
                    await self.platform.stop_part(unit)
                    for crash in group:
                        await self._crash(unit, crash)
                        times += 1
                    await self.platform.start_part(unit)
                    await self.load.send(AFTERWARDS)
        self.done(f"{unit} killed {times} times under load, at {', '.join(map(str, rounds))}")

    async def settle(self, within: float = 60.0) -> float:
        """Seconds until everything said is taken in."""
        return await self.books.settled(within)

    async def judge(self) -> None:
        """What must hold after every drill in this city."""
        books, checks = self.books, self.report.checks
        checks.append(await checker.accepted_is_in_the_log(books, TELLING, self.journal))
        checks += await checker.everywhere(books)
        checks.append(await checker.followed_once(books))
        checks.append(await checker.state_equals_fold(books))
        checks.append(await checker.answered_once(books, TELLING, ANSWERING))

    # --- inside -------------------------------------------------------------

    async def _crash(self, unit: str, crash: Crash) -> None:
        """Starts the unit with the crash point armed, and returns when it has died."""
        part = self.platform.parts[unit]
        try:
            await self.platform.start_part(unit, {VARIABLE: f"{crash.point}:{crash.nth}"})
            await part.ended(within=DIES_WITHIN)
        except StartFailed as failure:
            if part.process.exit_code != -signal.SIGKILL or "ended with" not in str(failure):
                raise
        except TimeoutError:
            raise DidNotDie(f"{unit} was to die at {crash} and still lives") from None
        if part.process.exit_code != -signal.SIGKILL:
            raise DidNotDie(f"{unit} was to die at {crash} and ended with another reason")
        if unit == TELLING:
            await self._look_into_the_log(crash)

    async def _look_into_the_log(self, crash: Crash) -> None:
        """Which of the unanswered commands the dead process had committed."""
        await self.books.left_alone(TELLING)
        keys = [call.key for call in self.journal.unanswered()]
        waiting = self.journal.note_death(await self.books.keys(TELLING, keys))
        if crash.in_log is not None:
            self._as_expected(crash, waiting)

    def _as_expected(self, crash: Crash, waiting: list[Call]) -> None:
        wrong = [call.key for call in waiting if call.was_in_log is not crash.in_log]
        expected = "is" if crash.in_log else "is not"
        self.check(
            f"killed at {crash}, the unanswered command {expected} in the log",
            bool(waiting) and not wrong,
            unanswered=len(waiting), otherwise=len(wrong),
        )  # fmt: skip
