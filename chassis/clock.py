"""Business time: the time that decisions and deadlines go by.

On a server it is the system's time. On the embedded platform a file holds what to add to it, in
seconds, so that months of a client's story pass in a minute; only that platform writes the file.
"""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from chassis.context import WARSAW

NO_FILE = (0, 0, 0)


class Clock:
    """Tells business time; looks at the clock file each time it is asked."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._seen = NO_FILE
        self._offset = timedelta()

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC) + self.offset()

    def today(self) -> date:
        """The legal date, in Warsaw."""
        return self.now().astimezone(WARSAW).date()

    def offset(self) -> timedelta:
        """Business time minus real time; zero where there is no file."""
        if self._file is None:
            return self._offset
        try:
            stat = self._file.stat()
            seen = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            if seen != self._seen:
                self._offset = timedelta(seconds=float(self._file.read_text("ascii")))
                self._seen = seen
        except FileNotFoundError:
            self._offset, self._seen = timedelta(), NO_FILE
        return self._offset


def set_offset(file: Path, business: datetime) -> None:
    """Makes it `business` for every part that watches `file`; called by the embedded platform."""
    seconds = (business - datetime.now(UTC)).total_seconds()
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    with os.fdopen(handle, "w", encoding="ascii") as draft:
        draft.write(f"{seconds:.6f}\n")
        os.fchmod(draft.fileno(), 0o644)
    os.replace(name, file)
