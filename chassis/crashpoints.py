"""The places where a process may be killed on purpose, to show that nothing is lost or doubled.

`crashpoint("relay.sent")` does nothing unless `OSNOWA_CRASHPOINT=relay.sent:3` is set: then the
third pass kills the process as a power cut would.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

VARIABLE = "OSNOWA_CRASHPOINT"

KNOWN = frozenset(
    {
        "event_log.before-commit",
        "event_log.after-commit",
        "follower.before-commit",
        "follower.after-commit",
        "relay.noted",
        "relay.half-sent",
        "relay.sent",
        "relay.marked",
        "inbox.before-transaction",
        "inbox.inside-transaction",
        "inbox.before-ack",
        "inbox.after-ack",
        "web.before-reply",
    }
)


class UnknownCrashpoint(LookupError):
    """No crash point has this name; KNOWN lists them all."""


def kill_self(_name: str) -> None:
    """As a power cut would: no handler, no flush, no goodbye."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class _Armed:
    name: str
    passes_left: int
    on_crash: Callable[[str], None]


_armed: _Armed | None = None


def crashpoint(name: str) -> None:
    """Marks a place. Raises UnknownCrashpoint for a name that is not in KNOWN."""
    if name not in KNOWN:
        raise UnknownCrashpoint(name)
    if _armed is not None and _armed.name == name:
        _pass(_armed)


def arm(name: str, nth: int = 1, on_crash: Callable[[str], None] = kill_self) -> None:
    """The nth pass of `name` from now on calls `on_crash`, once."""
    global _armed
    if name not in KNOWN:
        raise UnknownCrashpoint(name)
    if nth < 1:
        raise ValueError(f"{name}:{nth}: passes are counted from 1")
    _armed = _Armed(name, nth, on_crash)


def disarm() -> None:
    """No crash point does anything any more."""
    global _armed
    _armed = None


def arm_from_environment() -> None:
    """Reads `OSNOWA_CRASHPOINT=name:n`; `n` is 1 where it is left out."""
    wanted = os.environ.get(VARIABLE)
    if wanted:
        name, _, nth = wanted.partition(":")
        arm(name, int(nth or 1))


def _pass(armed: _Armed) -> None:
    armed.passes_left -= 1
    if armed.passes_left == 0:
        disarm()
        armed.on_crash(armed.name)


arm_from_environment()
