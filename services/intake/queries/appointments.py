"""When a worker has an appointment already: one at a time, from the minute it begins to its end.

The rows are written in the transaction of the appointment's events, while the log is locked: so no
two are booked at once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Connection

_BEGINS, _ENDS = (f"date_trunc('minute', ${number}::timestamptz)" for number in (2, 3))


async def free_time(tx: Connection, appointment_id: UUID) -> None:
    await tx.execute("delete from workers_times where appointment_id = $1", appointment_id)


async def taken(tx: Connection, worker: str, at: datetime, until: datetime) -> Any:
    """The first appointment of the worker in this time, `at` and `until`; None where free."""
    return await tx.fetchrow(
        "select at, until from workers_times"
        f" where worker = $1 and at < {_ENDS} and until > {_BEGINS} order by at limit 1",
        worker,
        at,
        until,
    )


async def take_time(
    tx: Connection, appointment_id: UUID, worker: str, at: datetime, until: datetime
) -> None:
    await tx.execute(
        "insert into workers_times (worker, at, until, appointment_id)"
        f" values ($1, {_BEGINS}, {_ENDS}, $4)",
        worker,
        at,
        until,
        appointment_id,
    )
