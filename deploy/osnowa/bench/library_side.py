"""The library's own way to store events, as a process: `python -m osnowa.bench.library_side S`.

Prints saves a second by eight threads, one event of about 300 bytes each.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Any

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

THREADS = 8
TEXT = "x" * 210


class Thing(Aggregate):
    """The plainest aggregate."""

    @event("Made")
    def __init__(self, text: str) -> None:
        self.text = text


def saves_a_second(seconds: float) -> float:
    application: Application[Any] = Application(
        env={"PERSISTENCE_MODULE": "eventsourcing.postgres"}
    )
    until = perf_counter() + seconds

    def save() -> int:
        done = 0
        while perf_counter() < until:
            application.save(Thing(text=TEXT))
            done += 1
        return done

    with ThreadPoolExecutor(THREADS) as pool:
        done = sum(pool.map(lambda _: save(), range(THREADS)))
    application.close()
    return done / seconds


if __name__ == "__main__":
    print(saves_a_second(float(sys.argv[1])))
