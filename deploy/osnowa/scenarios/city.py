"""What a scenario needs of a running city: where each unit answers, and its clock."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from chassis.security import Directory


class City(Protocol):
    """`osnowa.platform.Platform` is one; so is anything else that runs the same parts."""

    @property
    def directory(self) -> Directory: ...
    def url(self, name: str) -> str:
        """Where a unit answers HTTP."""
        ...

    def set_clock(self, business: datetime) -> None:
        """From now on every part takes it to be this moment (aware)."""
        ...
