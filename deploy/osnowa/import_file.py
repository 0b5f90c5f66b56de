"""A file of another system, its rows, and beside it the report of what became of each."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console

Json = dict[str, Any]

REPORT = ("row", "outcome", "code", "detail", "id")
IMPORTED, ALREADY, WOULD, REFUSED = "imported", "already imported", "would be imported", "refused"
DONE = frozenset({IMPORTED, ALREADY})


@dataclass(frozen=True)
class Result:
    """What became of a row; `detail` is the refusal's sentence, without data of the row."""

    row: str
    outcome: str
    code: str = ""
    detail: str = ""
    id: str = ""


def rows_of(file: Path) -> list[Json]:
    """The rows with their columns. Raises ValueError for a file that cannot be used at all."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{file} is not UTF-8. Save it as UTF-8 and run this again.") from None
    first = text.partition("\n")[0]
    reader = csv.DictReader(StringIO(text), delimiter=";" if ";" in first else ",")
    try:
        if "row" not in (reader.fieldnames or ()):
            raise ValueError(f"{file}: the first line must name the columns, one of them `row`.")
        rows = [{k: (v or "").strip() for k, v in row.items() if k} for row in reader]
    except csv.Error as error:
        raise ValueError(
            f"{file}, after line {reader.line_num}: {error}. Correct the line."
        ) from None
    seen: set[str] = set()
    for row in rows:
        if not row["row"] or row["row"] in seen:
            raise ValueError(f"{file}: each line needs a `row` of its own, not {row['row']!r}.")
        seen.add(row["row"])
    return rows


def report_of(file: Path, *, dry_run: bool) -> Path:
    return file.with_suffix(".check.csv" if dry_run else ".report.csv")


def done_in(report: Path) -> dict[str, Result]:
    """The rows that an earlier run took over, by what they are called."""
    if not report.exists():
        return {}
    with report.open(encoding="utf-8", newline="") as file:
        results = [Result(**row) for row in csv.DictReader(file, delimiter=";")]
    return {result.row: result for result in results if result.outcome in DONE}


def cells(result: Result) -> Iterator[str]:
    return (getattr(result, name) for name in REPORT)


def say(results: dict[str, Result], report: Path) -> None:
    """How many rows came to what, and where the rest stands."""
    console = Console(highlight=False)
    for outcome in (IMPORTED, ALREADY, WOULD, REFUSED):
        count = sum(result.outcome == outcome for result in results.values())
        if count:
            console.print(f"{outcome}: {count}")
    console.print(f"Report: {report}", soft_wrap=True)
