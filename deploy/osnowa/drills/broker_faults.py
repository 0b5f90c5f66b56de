"""F6 and F14: the broker loses what it had acknowledged, or comes back with an old store."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from osnowa.drills.broker_hands import Store, messages_in_stream
from osnowa.drills.names import ANSWERING, TELLING
from osnowa.drills.stage import Stage

FACTS = 200
LOST_FOUND_WITHIN = 60.0
"""safety.md 3, F6; issue 2 aims at 10."""


async def lost_data(stage: Stage) -> None:
    """F6: found by the sequence, or by the announced head; fetched from the publisher."""
    await stage.load.send(FACTS)
    await stage.settle()
    await _spoiled(stage, "store deleted", lambda store: store.delete())
    await _spoiled(stage, "two bits flipped in each block", lambda s: s.flip_bits(0.4, 0.8))
    await _spoiled(stage, "the last third of the last block cut off", lambda s: s.cut_tail(1 / 3))
    await _tail_lost_with_its_publisher_dead(stage)


async def old_store(stage: Stage) -> None:
    """F14: what the old store lacks is published again, and nothing has an effect twice."""
    store = Store(stage.platform.nats.store)
    await stage.load.send(FACTS // 2)
    await stage.settle()
    with TemporaryDirectory(prefix="osnowa-drill-") as folder:
        await stage.platform.nats.stop()
        store.copy_to(kept := Path(folder) / "store")
        await stage.platform.nats.start()
        await stage.load.send(FACTS)
        await stage.settle()
        before = await messages_in_stream(stage.platform)
        async with stage.load.running(callers=4):
            await stage.platform.nats.kill()
            store.put_back(kept)
            await stage.platform.nats.start()
            found = await messages_in_stream(stage.platform)
            began = time.monotonic()
            await stage.load.send(FACTS // 3)
        await stage.settle()
    took = time.monotonic() - began
    after = await messages_in_stream(stage.platform)
    stage.done(f"NATS came back with a store of {found} messages instead of {before}, under load")
    stage.check(
        "what the old store lacked was published again",
        after >= before > found and took <= LOST_FOUND_WITHIN,
        before=before, old_store=found, afterwards=after, seconds=f"{took:.1f}",
    )  # fmt: skip


async def _spoiled(stage: Stage, what: str, spoil: Callable[[Store], object]) -> None:
    """Facts that are acknowledged by the broker and not yet taken in, when it loses them."""
    platform = stage.platform
    platform.kill_part(ANSWERING)
    await stage.load.send(FACTS)
    await stage.books.sent(TELLING)
    before, heard = await messages_in_stream(platform), await stage.books.heard(ANSWERING)
    await platform.nats.kill()
    store = Store(platform.nats.store)
    spoil(store)
    if store.folder.exists():
        store.forget_index()
    await platform.nats.start()
    began = time.monotonic()
    left = await messages_in_stream(platform)
    await platform.start_part(ANSWERING)
    await stage.settle(LOST_FOUND_WITHIN)
    _report(stage, what, before, left, await stage.books.heard(ANSWERING) - heard, began)


async def _tail_lost_with_its_publisher_dead(stage: Stage) -> None:
    """The relay cannot send again: only the announced head and the register are left."""
    platform = stage.platform
    platform.kill_part(ANSWERING)
    await stage.load.send(FACTS)
    await stage.books.sent(TELLING)
    before, heard = await messages_in_stream(platform), await stage.books.heard(ANSWERING)
    platform.kill_part(TELLING)
    await platform.nats.kill()
    Store(platform.nats.store).delete()
    await platform.nats.start()
    left = await messages_in_stream(platform)
    await platform.start_part(ANSWERING)
    began = time.monotonic()
    await platform.start_part(TELLING)
    await stage.settle(LOST_FOUND_WITHIN)
    taken = await stage.books.heard(ANSWERING) - heard
    _report(stage, "store deleted, publisher and recipient dead", before, left, taken, began)


def _report(stage: Stage, what: str, before: int, left: int, taken: int, began: float) -> None:
    took = time.monotonic() - began
    stage.done(f"{what}: {before} messages in the stream, {left} left when NATS was back")
    stage.check(
        f"lost with '{what}', and taken in all the same",
        left < before and taken >= FACTS and took <= LOST_FOUND_WITHIN,
        acknowledged=before, left=left, missed_and_taken_in=taken, seconds=f"{took:.1f}",
    )  # fmt: skip
