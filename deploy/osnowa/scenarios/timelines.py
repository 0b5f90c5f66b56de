"""What each institution's own timeline shows of one client, side by side."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chassis.context import WARSAW
from osnowa.scenarios.city import City
from osnowa.scenarios.desk import Answer, Desk

PAGE = 500
NOT_COUNTED = {"reporting"}
"""Statistics know no persons, so they have no timeline of one."""


@dataclass(frozen=True)
class Row:
    """One entry; `cells` holds the sentence of each unit that has it, `title` its kind."""

    at: datetime
    type: str
    title: str
    cells: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "type": self.type,
            "title": self.title,
            "cells": self.cells,
        }


@dataclass(frozen=True)
class SideBySide:
    """A column for every unit, also for one whose timeline is empty."""

    story: str
    title: str
    person_id: str
    units: tuple[str, ...]
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "story": self.story,
            "title": self.title,
            "person_id": self.person_id,
            "units": list(self.units),
            "rows": [row.as_json() for row in self.rows],
        }


def units_with_timelines(city: City) -> tuple[str, ...]:
    return tuple(name for name in city.directory.units if name not in NOT_COUNTED)


async def timeline_of(desk: Desk, person_id: str) -> list[Answer]:
    """All entries that this unit has about the client, oldest first."""
    entries: list[Answer] = []
    query: dict[str, Any] = {"limit": PAGE}
    while True:
        page = await desk.get(f"/api/clients/{person_id}/timeline", **query)
        entries += page["entries"]
        if page["next"] is None:
            return entries[::-1]
        query["before"] = page["next"]


async def side_by_side(
    story: str, title: str, person_id: str, desks: dict[str, Desk]
) -> SideBySide:
    """`desks` has somebody signed in at each unit."""
    seen = await asyncio.gather(*(timeline_of(desk, person_id) for desk in desks.values()))
    entries = [(unit, entry) for unit, told in zip(desks, seen, strict=True) for entry in told]
    entries.sort(key=lambda of_unit: str(of_unit[1]["occurred_at"]))
    rows: list[_Facts] = []
    for unit, entry in entries:
        row = next((row for row in reversed(rows) if row.takes(unit, entry)), None)
        if row is None:
            rows.append(row := _Facts(entry))
        row.take(unit, entry)
    return SideBySide(story, title, person_id, tuple(desks), tuple(row.shown() for row in rows))


class _Facts:
    """One fact as several units have it, or the same said again by whom it was told to.

    An order's owner states anew what the contractor said: another fact of the same name, which
    stands beside the first if they agree in all that both tell.
    """

    def __init__(self, entry: Answer) -> None:
        self._first = entry
        self._entries: dict[str, Answer] = {}

    def takes(self, unit: str, entry: Answer) -> bool:
        if any(entry["fact_id"] == own["fact_id"] for own in self._entries.values()):
            return True
        first = self._first
        return (
            unit not in self._entries
            and entry["publisher"] != first["publisher"]
            and _name(entry) == _name(first)
            and all(first["data"].get(key, told) == told for key, told in entry["data"].items())
        )

    def take(self, unit: str, entry: Answer) -> None:
        self._entries[unit] = entry

    def shown(self) -> Row:
        first = self._first
        at = datetime.fromisoformat(first["occurred_at"]).astimezone(WARSAW)
        cells = {unit: entry["sentence"] for unit, entry in self._entries.items()}
        return Row(at, first["type"], first["title"], cells)


def _name(entry: Answer) -> str:
    """`visit-completed` of `osnowa.contractor.visit-completed.v1`."""
    return str(entry["type"]).split(".")[-2]
