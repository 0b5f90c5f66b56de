"""F1 to F5: a process is killed at a named place, under load, and started again."""

from __future__ import annotations

from osnowa.drills.names import ANSWERING, TELLING
from osnowa.drills.stage import Crash, Stage


async def before_commit(stage: Stage) -> None:
    """F1: nothing has happened, and the command can safely be sent again."""
    await stage.crashes(
        TELLING,
        [
            Crash("event_log.before-commit", 3, callers=1, in_log=False),
            Crash("event_log.before-commit", 1, callers=1, in_log=False),
            Crash("event_log.before-commit", 7),
            Crash("event_log.before-commit", 20),
        ],
    )
    await stage.load.send(50)


async def before_reply(stage: Stage) -> None:
    """F2: the same idempotency key gets the same result, and there is one event."""
    await stage.crashes(
        TELLING,
        [
            Crash("event_log.after-commit", 3, callers=1, in_log=True),
            Crash("web.before-reply", 2, callers=1, in_log=True),
            Crash("event_log.after-commit", 9),
            Crash("web.before-reply", 30),
        ],
    )
    again = [call for call in stage.journal.accepted() if call.repeated]
    in_log = [call for call in stage.journal.accepted() if call.was_in_log]
    stage.check(
        "what was in the log of the dead got its first answer when it was sent again",
        bool(in_log) and all(call.repeated for call in in_log),
        in_the_log_unanswered=len(in_log), answered_as_repeated=len(again),
    )  # fmt: skip


async def before_publish(stage: Stage) -> None:
    """F3: what is committed is published after the restart."""
    await stage.crashes(
        TELLING,
        [
            Crash("follower.before-commit", 4),
            Crash("follower.after-commit", 4),
            Crash("relay.noted", 3),
            Crash("relay.half-sent", 2),
        ],
    )


async def before_mark(stage: Stage) -> None:
    """F4: what was published and not marked is at most sent again, and has one effect."""
    await stage.crashes(
        TELLING,
        [
            Crash("relay.sent", 1),
            Crash("relay.sent", 6),
            Crash("relay.marked", 3),
        ],
    )


async def consumer(stage: Stage) -> None:
    """F5: inbox, read models, reaction and checkpoint commit together or not at all."""
    await stage.crashes(
        ANSWERING,
        [
            Crash("inbox.before-transaction", 3),
            Crash("inbox.inside-transaction", 1),
            Crash("inbox.inside-transaction", 5),
            Crash("inbox.before-ack", 3),
            Crash("inbox.after-ack", 3),
        ],
    )
