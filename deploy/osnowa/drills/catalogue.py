"""Which drills there are, in the order in which `all` runs them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from osnowa.drills import broker_faults, crashes, poison, repeats
from osnowa.drills.stage import Stage


@dataclass(frozen=True)
class Drill:
    """`play` does it on a small city; the checker judges afterwards."""

    title: str
    play: Callable[[Stage], Awaitable[None]]


DRILLS: Mapping[str, Drill] = {
    "f1": Drill("crash before the commit", crashes.before_commit),
    "f2": Drill("crash after the commit, before the reply", crashes.before_reply),
    "f3": Drill("crash after the commit, before the publishing", crashes.before_publish),
    "f4": Drill("crash after the publishing, before it is marked", crashes.before_mark),
    "f5": Drill("crash of a recipient at each of its places", crashes.consumer),
    "f6": Drill("the broker loses what it had acknowledged", broker_faults.lost_data),
    "f7": Drill("repeated and out of order", repeats.repeats),
    "f8": Drill("a fact that cannot be handled", poison.poison),
    "f14": Drill("the broker comes back with an old store", broker_faults.old_store),
}
