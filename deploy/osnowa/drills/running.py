"""Runs one drill on a platform of its own and returns what was done, counted and found."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from osnowa.drills.catalogue import Drill
from osnowa.drills.checker import Check, all_hold
from osnowa.drills.stage import Report

Say = Callable[[str], None]


@dataclass(frozen=True)
class Result:
    """One row of the report."""

    name: str
    title: str
    did: list[str]
    checks: list[Check]
    seconds: float

    @property
    def ok(self) -> bool:
        return bool(self.checks) and all_hold(self.checks)

    def as_json(self) -> dict[str, Any]:
        return {
            "drill": self.name,
            "title": self.title,
            "ok": self.ok,
            "seconds": round(self.seconds, 1),
            "did": self.did,
            "checks": [check.as_json() for check in self.checks],
        }


async def run(name: str, drill: Drill, seconds: float, say: Say) -> Result:
    """A drill that cannot go on to its end fails with the reason as a check."""
    began = time.monotonic()
    report = Report(say)
    try:
        await drill.conduct(report, seconds)
    except Exception as failure:  # noqa: BLE001  # reported; the other drills go on
        report.checks.append(Check("the drill came to its end", _said(failure), False))
    return Result(name, drill.title, report.did, report.checks, time.monotonic() - began)


def _said(failure: BaseException) -> str:
    while isinstance(failure, BaseExceptionGroup):
        failure = failure.exceptions[0]
    return f"{type(failure).__name__}: {failure}"
