"""F7: everything comes one to five times and in any order, and the result is the same."""

from __future__ import annotations

import random

from chassis.broker import STREAM
from osnowa.drills.broker_hands import connected, managed
from osnowa.drills.names import ANSWERING, LISTENING, TELLING
from osnowa.drills.stage import Stage

FACTS = 240
MOST_COPIES = 5
SEED = 7


async def repeats(stage: Stage) -> None:
    """F7: while its publisher is dead, a recipient gets what it missed shuffled and repeated."""
    platform = stage.platform
    await stage.load.send(FACTS // 4)
    await stage.settle()
    platform.kill_part(ANSWERING)
    await stage.load.send(FACTS)
    await stage.books.sent(TELLING)
    platform.kill_part(TELLING)
    await managed(platform, f"STREAM.PURGE.{STREAM}", {"filter": f"osnowa.*.{ANSWERING}.>"})
    known, sent = await _say_again(stage)
    heard = await stage.books.heard(ANSWERING)
    missed = known - heard
    await platform.start_part(ANSWERING)
    async with stage.load.running(callers=2):
        await platform.start_part(TELLING)
        await stage.load.send(FACTS // 4)
    await stage.settle()
    taken = await stage.books.heard(ANSWERING) - heard
    stage.done(f"{known} facts sent {sent} times in random order to a recipient without {missed}")
    stage.check(
        "shuffled and repeated facts were taken in",
        0 < missed <= taken,
        missed=missed, taken_in_with_later_ones=taken,
    )  # fmt: skip
    await _same_as_the_witness(stage)


async def _say_again(stage: Stage) -> tuple[int, int]:
    """Under the publisher's name, as its own messages were sent: each one to five times."""
    rows = await stage.books.of(TELLING).fetch(
        "select subject, envelope from disclosures where recipient = $1 order by position",
        ANSWERING,
    )
    chance = random.Random(SEED)
    copies = [row for row in rows for _ in range(chance.randint(1, MOST_COPIES))]
    chance.shuffle(copies)
    async with connected(stage.platform, TELLING) as client:
        for row in copies:
            await client.publish(row["subject"], row["envelope"].encode())
        await client.flush()
    return len(rows), len(copies)


async def _same_as_the_witness(stage: Stage) -> None:
    """The other recipient got the same facts once and in order; the fold depends on the order."""
    state = "select person, facts, fold from drill_state where publisher = $1 order by person"
    shuffled = await stage.books.of(ANSWERING).fetch(state, TELLING)
    in_order = await stage.books.of(LISTENING).fetch(state, TELLING)
    stage.check(
        "the state is that of the recipient who got everything once and in order",
        [tuple(row) for row in shuffled] == [tuple(row) for row in in_order],
        persons=len(shuffled), of_the_other=len(in_order),
    )  # fmt: skip
