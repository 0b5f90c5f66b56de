"""From the register straight to the relay: what was just told is not looked up again.

While the relay has sent everything, whoever writes the next disclosures notes them for it in the
same transaction, and hands it the rows when that is committed. Whatever goes wrong between leaves
the note, which the relay settles as any other; so a handover can be forgotten at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import asyncpg

from chassis.relay_book import MOST_BYTES_A_BATCH, Place

MOST_ROWS = 50
NOTE = (
    "update relay set noted_through = {}"
    " where sent_through = {} and noted_through = sent_through and last_sequence = {}"
)

Message = Mapping[str, Any] | asyncpg.Record
"""`subject`, `envelope` and `traceparent` of a disclosure."""


@dataclass
class Handover:
    """Shared by the follower, which writes disclosures, and the relay of the same process."""

    _settled: Place | None = None
    _noted: tuple[Place, Sequence[Message]] | None = None
    _given: tuple[Place, Sequence[Message]] | None = field(default=None, init=False)

    def settled(self, place: Place | None) -> None:
        """The relay says that everything up to `place` is sent; None: it cannot say."""
        self._settled, self._given = place, None

    def note(self, before: int, rows: Sequence[Message]) -> tuple[int | None, int | None, int]:
        """The parameters of NOTE for the disclosures behind `before`; nulls where none is due."""
        place = self._settled
        if place is None or place.sent_through != before or not _fits_a_batch(rows):
            return None, None, 0
        noted = replace(place, noted_through=before + len(rows))
        self._noted = noted, rows
        return noted.noted_through, place.sent_through, place.last_sequence

    def refused(self) -> None:
        """The note did not fit: another relay of this unit was quicker."""
        self._noted = None

    def committed(self) -> None:
        """What was noted is for the relay now."""
        if self._noted is not None:
            self._settled, self._given, self._noted = None, self._noted, None

    def forget(self) -> None:
        """A transaction failed; whether it left a note is not known."""
        self._settled = self._noted = self._given = None

    def take(self) -> tuple[Place, Sequence[Message]] | None:
        """What the relay is to send next, if it was handed anything."""
        given, self._given = self._given, None
        return given


def _fits_a_batch(rows: Sequence[Message]) -> bool:
    return 0 < len(rows) <= MOST_ROWS and (
        sum(len(row["envelope"].encode()) for row in rows) <= MOST_BYTES_A_BATCH
    )
