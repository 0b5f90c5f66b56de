"""The history of a case: every event of all its parts, as the log holds it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Reading

PAGE = 200


@dataclass(frozen=True)
class Happened:
    """One event: when in the office's time and when it was written down, by whom, what."""

    position: int
    topic: str
    occurred_at: datetime
    recorded_at: datetime
    actor_id: str
    actor_role: str
    values: dict[str, Any]


async def history(reading: Reading, case_id: UUID, after: int = 0) -> list[Happened]:
    """From the first on, at most 200 behind that position."""
    rows = await reading.fetch(
        "select e.position, e.topic, e.occurred_at, e.recorded_at, e.actor_id, e.actor_role,"
        " e.state from case_events c join events e using (position)"
        " where c.case_id = $1 and c.position > $2 order by c.position limit $3",
        case_id,
        after,
        PAGE,
    )
    return [
        Happened(
            row["position"],
            row["topic"],
            row["occurred_at"],
            row["recorded_at"],
            row["actor_id"],
            row["actor_role"],
            json.loads(row["state"]),
        )
        for row in rows
    ]
