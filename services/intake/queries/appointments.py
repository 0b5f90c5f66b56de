"""When a worker has an appointment already: one at a time, to the minute.

The rows are written in the transaction of the appointment's events, so no two are booked at once.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.database import Connection


async def free_time(tx: Connection, appointment_id: UUID) -> None:
    await tx.execute("delete from workers_times where appointment_id = $1", appointment_id)


async def take_time(tx: Connection, appointment_id: UUID, worker: str, at: datetime) -> bool:
    """Whether the worker was free at this minute."""
    taken: bool | None = await tx.fetchval(
        "insert into workers_times (worker, at, appointment_id)"
        " values ($1, date_trunc('minute', $2::timestamptz), $3)"
        " on conflict (worker, at) do nothing returning true",
        worker,
        at,
        appointment_id,
    )
    return bool(taken)
