"""Which drills there are, in the order in which `all` runs them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from osnowa.drills import broker_faults, crashes, k2, poison, repeats
from osnowa.drills.stage import Report, Stage

Conduct = Callable[[Report, float], Awaitable[None]]
"""Does it, for so many seconds where it goes in rounds, and says in the report what was counted."""


@dataclass(frozen=True)
class Drill:
    title: str
    conduct: Conduct


def _in_the_small_city(play: Callable[[Stage], Awaitable[None]]) -> Conduct:
    async def conduct(report: Report, seconds: float) -> None:
        async with Stage.set_up(report, seconds) as stage:
            await play(stage)
            took = await stage.settle()
            report.say(f"settled after {took:.1f} s, now counting")
            await stage.judge()

    return conduct


DRILLS: Mapping[str, Drill] = {
    "f1": Drill("crash before the commit", _in_the_small_city(crashes.before_commit)),
    "f2": Drill(
        "crash after the commit, before the reply", _in_the_small_city(crashes.before_reply)
    ),
    "f3": Drill(
        "crash after the commit, before the publishing", _in_the_small_city(crashes.before_publish)
    ),
    "f4": Drill(
        "crash after the publishing, before it is marked", _in_the_small_city(crashes.before_mark)
    ),
    "f5": Drill("crash of a recipient at each of its places", _in_the_small_city(crashes.consumer)),
    "f6": Drill(
        "the broker loses what it had acknowledged", _in_the_small_city(broker_faults.lost_data)
    ),
    "f7": Drill("repeated and out of order", _in_the_small_city(repeats.repeats)),
    "f8": Drill("a fact that cannot be handled", _in_the_small_city(poison.poison)),
    "f14": Drill(
        "the broker comes back with an old store", _in_the_small_city(broker_faults.old_store)
    ),
    "k2": Drill("every service and node killed during K2", k2.everybody_killed),
}
