"""K2 is played twice: undisturbed, and with every service and node killed in the middle of it."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from osnowa.drills import checker
from osnowa.drills.books import Books
from osnowa.drills.stage import Report
from osnowa.platform import Platform
from osnowa.scenarios import STORIES
from osnowa.scenarios.player import Performance, perform
from osnowa.scenarios.story import Step

Watch = Callable[[Step], None]
Named = tuple[str, ...]


@dataclass(frozen=True)
class Left:
    """What a playing left in the databases, comparable with another playing."""

    commands: Counter[Named]
    """(unit, idempotency key) of people's commands."""
    events: Counter[Named]
    """(unit, stored name)."""
    told: Counter[Named]
    """(publisher, recipient, type with form)."""


async def everybody_killed(report: Report, _seconds: float) -> None:
    """Each unit dies twice: as it is asked for something, and while others are at work."""
    steps: list[str] = []
    report.say("K2, undisturbed")
    undisturbed, reference, _ = await _played(report, lambda _platform: _noting(steps), judge=False)
    report.check("K2 undisturbed", undisturbed.ok, assertions=len(undisturbed.outcomes))
    report.say("K2, and everybody is killed")
    killings: list[Killing] = []

    def killing(platform: Platform) -> Watch:
        killings.append(Killing(platform, plan(steps, list(platform.parts)), report))
        return killings[0].watch

    disturbed, left, took = await _played(report, killing, judge=True)
    killed = killings[0].killed
    report.done(
        f"{sum(killed.values())} kills of {len(killed)} services and nodes in {len(steps)} steps"
        f" of K2, which took {took:.0f} s"
    )
    for outcome in disturbed.outcomes:
        if not outcome.ok:
            report.check(f"K2: {outcome.name}", False, expected=outcome.expected,
                         measured=outcome.measured)  # fmt: skip
    held = sum(outcome.ok for outcome in disturbed.outcomes)
    report.check("all assertions of K2 hold", disturbed.ok, held=held, of=len(disturbed.outcomes))
    report.check(
        "every unit was killed", all(killed.values()), kills=", ".join(map(str, killed.values()))
    )
    _same(report, reference, left)


def plan(steps: Sequence[str], units: Sequence[str]) -> dict[int, str]:
    """At which step (from 0) which unit is killed: in the middle of its own, and at another's."""
    at: dict[int, str] = {}
    for number, unit in enumerate(units, start=1):
        own = [step for step, at_work in enumerate(steps) if at_work == unit]
        others = len(steps) * number // (len(units) + 1)
        for wanted in (own[len(own) // 2] if own else others // 2, others):
            while wanted in at:
                wanted += 1
            at[wanted] = unit
    return at


@dataclass
class Killing:
    """Kills as steps begin, and starts again what it killed while the story goes on."""

    platform: Platform
    at: dict[int, str]
    report: Report
    killed: Counter[str] = field(default_factory=Counter)
    _step: int = -1
    _restarts: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.killed.update(dict.fromkeys(self.platform.parts, 0))

    def watch(self, step: Step) -> None:
        self._step += 1
        unit = self.at.get(self._step)
        if unit is None:
            return
        if unit in self._restarts and not self._restarts[unit].done():
            self.at[self._step + 1] = self.at.get(self._step + 1, unit)  # still on its way back
            return
        self.platform.kill_part(unit)
        self.killed[unit] += 1
        self.report.say(f"{step.at.date()} {unit} killed, as {step.worker} {step.what}")
        self._restarts[unit] = asyncio.create_task(self.platform.start_part(unit))

    async def all_back(self) -> None:
        await asyncio.gather(*self._restarts.values())


def _noting(steps: list[str]) -> Watch:
    def watch(step: Step) -> None:
        steps.append(step.unit)

    return watch


async def _played(
    report: Report, watching: Callable[[Platform], Watch], *, judge: bool
) -> tuple[Performance, Left, float]:
    """On a platform of its own: how it went, what it left, and how long the story took."""
    async with (
        Platform.running(progress=report.say) as platform,
        Books.opened(platform) as books,
    ):
        began = time.monotonic()
        watch = watching(platform)
        try:
            performance = await perform(platform, [STORIES["k2"]], watch=watch)
        finally:
            took = time.monotonic() - began
            killing = getattr(watch, "__self__", None)
            if isinstance(killing, Killing):
                await killing.all_back()
        report.say(f"settled after {await books.settled():.1f} s")
        if judge:
            report.checks += await checker.everywhere(books)
        return performance, await _left(books), took


async def _left(books: Books) -> Left:
    left = Left(Counter(), Counter(), Counter())
    for unit, pool in books.pools.items():
        for row in await pool.fetch(
            "select topic, actor_role = 'system' as by_itself, idempotency_key as key from events"
        ):
            left.events[unit, row["topic"]] += 1
            if row["key"] and not row["by_itself"]:
                left.commands[unit, row["key"]] += 1
        for row in await pool.fetch(
            "select d.recipient, f.type, d.form from disclosures d join facts f using (fact_id)"
        ):
            left.told[unit, row["recipient"], f"{row['type']} {row['form']}"] += 1
    return left


def _same(report: Report, reference: Left, left: Left) -> None:
    """Nothing missing, nothing twice: the same as when nobody is killed."""
    for what, ours, theirs in (
        ("people's commands", left.commands, reference.commands),
        ("events", left.events, reference.events),
        ("disclosures", left.told, reference.told),
    ):
        report.check(
            f"the same {what} as undisturbed", ours == theirs and bool(ours),
            undisturbed=sum(theirs.values()), killed=sum(ours.values()),
            missing=sum((theirs - ours).values()), more=sum((ours - theirs).values()),
            **_named(theirs - ours, ours - theirs),
        )  # fmt: skip


def _named(missing: Counter[Named], more: Counter[Named]) -> dict[str, str]:
    """The first few that differ."""
    found = {"lacking": missing, "extra": more}
    return {
        name: " ".join("/".join(key) for key in list(counted)[:3])
        for name, counted in found.items()
        if counted
    }
