"""A performance on the terminal: the steps as they happen, timelines side by side, measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from types import TracebackType
from typing import Self

from rich import box
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from chassis.security import Directory
from osnowa.scenarios.expectations import Outcome
from osnowa.scenarios.player import Performance
from osnowa.scenarios.story import Step, Story
from osnowa.scenarios.timelines import Row, SideBySide

WIDE = 220
"""Columns of a table that goes to a file; a terminal has its own width."""
ROOMY = 150
"""Columns from which every institution has a column of its own."""
SAME = 4
"""So many entries of one kind in a row are shown as one line."""


def console(*, error: bool = False) -> Console:
    found = Console(stderr=error, highlight=False)
    return found if found.is_terminal else Console(stderr=error, highlight=False, width=WIDE)


class Watching:
    """Prints each step with its day, and a bar that runs through the stories' months.

    A step that is like the one before (a visit every day) only moves the bar.
    """

    def __init__(self, shown: Console, stories: Sequence[Story]) -> None:
        self._begins = min(story.begins for story in stories)
        self._ends = max(story.ends for story in stories)
        self._last: dict[str, str] = {}
        self._console = shown
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=40),
            TimeElapsedColumn(),
            console=shown,
            transient=True,
        )
        self._task = self._bar.add_task(f"{self._begins}", total=(self._ends - self._begins).days)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.stop()

    def stop(self) -> None:
        """The bar is gone; what was printed stays."""
        self._bar.stop()

    def platform(self, what: str) -> None:
        self._console.print(Text(f"  {what}", style="dim"))

    def step(self, step: Step) -> None:
        done = (step.at.date() - self._begins).days
        self._bar.update(self._task, completed=done, description=f"{step.at.date()}")
        if self._last.get(step.story) != step.what:
            line = Text.assemble(
                (f"{step.at:%Y-%m-%d}  {step.story}  ", "dim"),
                (f"{step.worker:<17}", "bold"),
                (f" {step.unit:<15}", "cyan"),
                step.what,
            )
            self._console.print(line)
        self._last[step.story] = step.what


def print_performance(shown: Console, performance: Performance, directory: Directory) -> None:
    for timeline in performance.timelines:
        shown.print()
        shown.print(timeline_table(timeline, directory, shown.width))
    shown.print()
    shown.print(outcome_table(performance.outcomes))
    failed = sum(not outcome.ok for outcome in performance.outcomes)
    total = len(performance.outcomes)
    shown.print(
        Text(f"{failed} of {total} assertions failed", style="bold red")
        if failed
        else Text(f"All {total} assertions hold", style="bold green")
    )


def timeline_table(timeline: SideBySide, directory: Directory, width: int) -> Table:
    """Rows by date; a column for each institution, empty where it was told nothing.

    Where the terminal is narrow, units without a single entry stand below the table instead.
    """
    entries = {unit: sum(unit in row.cells for row in timeline.rows) for unit in timeline.units}
    shown = [unit for unit in timeline.units if entries[unit] or width >= ROOMY]
    table = Table(
        title=f"{timeline.story}: {timeline.title}",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        row_styles=["", "on grey11"],
        padding=(0, 1),
    )
    table.add_column("day", no_wrap=True)
    for unit in shown:
        title = f"{directory.unit_title(unit)} ({unit}): {entries[unit]}"
        table.add_column(title, overflow="fold", ratio=1)
    for days, cells in condensed(timeline.rows):
        table.add_row(days, *(cells.get(unit, "") for unit in shown))
    if hidden := [directory.unit_title(u) for u in timeline.units if u not in shown]:
        table.caption = f"Nothing was told to: {', '.join(hidden)}"
    return table


def condensed(rows: Sequence[Row]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row's day and cells; entries of one kind that follow one another become one line."""
    for _, group in groupby(rows, lambda row: (row.type, tuple(sorted(row.cells)))):
        same = list(group)
        if len(same) < SAME:
            for row in same:
                yield f"{row.at:%Y-%m-%d}", row.cells
        else:
            days = _span(same[0].at.date(), same[-1].at.date())
            yield days, dict.fromkeys(same[0].cells, f"{len(same)} × {same[0].title}")


def outcome_table(outcomes: Sequence[Outcome]) -> Table:
    table = Table(title="Assertions", title_style="bold")
    for title in ("", "story", "assertion", "expected", "measured"):
        table.add_column(title, overflow="fold")
    for outcome in outcomes:
        mark = Text("✓", style="green") if outcome.ok else Text("✗", style="bold red")
        table.add_row(mark, outcome.story, outcome.name, outcome.expected, outcome.measured)
    return table


def addresses_table(addresses: dict[str, str], directory: Directory) -> Table:
    """Where to look, and as whom one may sign in there."""
    table = Table(title="Open in a browser; sign in as anybody listed", title_style="bold")
    for title in ("unit", "address", "demo identities"):
        table.add_column(title, overflow="fold")
    for unit, address in addresses.items():
        people = ", ".join(f"{w.name} ({w.role})" for w in directory.workers_at(unit))
        table.add_row(f"{directory.unit_title(unit)} ({unit})", address, people)
    return table


def _span(first: date, last: date) -> str:
    return f"{first}\n– {last}" if first != last else f"{first}"
