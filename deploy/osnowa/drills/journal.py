"""What the drills asked for and what they were answered: the history that the checker judges."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Call:
    """One command, under one idempotency key, however often it was sent."""

    key: str
    sent: int = 0
    accepted: dict[str, Any] | None = None
    """The receipt; None while nobody knows."""
    refused: str | None = None
    was_in_log: bool | None = None
    """Whether it stood in the log when its process was dead; None if it was never unanswered."""

    @property
    def unanswered(self) -> bool:
        return self.sent > 0 and self.accepted is None and self.refused is None

    @property
    def repeated(self) -> bool:
        """Whether the answer was the one to an earlier sending."""
        return bool(self.accepted and self.accepted["repeated"])


@dataclass
class Journal:
    """All calls of a drill, by key."""

    calls: dict[str, Call] = field(default_factory=dict)

    def begin(self, key: str) -> Call:
        return self.calls.setdefault(key, Call(key))

    def unanswered(self) -> list[Call]:
        return [call for call in self.calls.values() if call.unanswered]

    def accepted(self) -> list[Call]:
        return [call for call in self.calls.values() if call.accepted is not None]

    def note_death(self, in_log: Collection[str]) -> list[Call]:
        """The process is dead and its log was read: which unanswered calls stand in it."""
        waiting = self.unanswered()
        for call in waiting:
            call.was_in_log = call.key in in_log
        return waiting

    def misled(self) -> Iterator[Call]:
        """Calls that stood in the log of a dead process and were answered as if they were new."""
        for call in self.accepted():
            if call.was_in_log and not call.repeated:
                yield call
