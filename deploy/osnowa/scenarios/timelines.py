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
    """One entry; `cells` holds the sentence of each unit that has it."""

    at: datetime
    type: str
    cells: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        return {"at": self.at.isoformat(), "type": self.type, "cells": self.cells}


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
    rows: dict[str, Row] = {}
    for unit, entries in zip(desks, seen, strict=True):
        for entry in entries:
            at = datetime.fromisoformat(entry["occurred_at"]).astimezone(WARSAW)
            row = rows.setdefault(entry["fact_id"], Row(at, entry["type"], {}))
            row.cells[unit] = entry["sentence"]
    in_order = sorted(rows.values(), key=lambda row: row.at)
    return SideBySide(story, title, person_id, tuple(desks), tuple(in_order))
