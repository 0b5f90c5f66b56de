"""The team's load: households, cases and overdue terms of each worker; minutes of acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from chassis.database import Reading
from services.benefits.queries import ENDED

_OF_CASE = (
    "coalesce((select min(m.household_id::text) from household_members m"
    " where m.person_id = c.person_id), c.person_id::text)"
)
"""A household is one environment; a person in none is one, too (`domain.md` M11)."""


async def loads(reading: Reading, today: date) -> list[Any]:
    """For each worker with open cases; terms that stand still are not overdue."""
    return await reading.fetch(
        f"select c.worker, count(distinct {_OF_CASE}) as environments, count(*) as cases,"
        " count(*) filter (where c.urgent) as urgent, sum((select count(*) from open_deadlines d"
        "  where d.case_id = c.case_id and d.kind <> 'PAYMENT' and not d.halted"
        "  and d.due_on < $1))::int as overdue"
        f" from cases c where c.worker is not null and c.state not in ({ENDED})"
        " group by c.worker",
        today,
    )


async def environments_by_worker(reading: Reading) -> dict[str, int]:
    rows = await reading.fetch(
        f"select c.worker, count(distinct {_OF_CASE}) as environments from cases c"
        f" where c.worker is not null and c.state not in ({ENDED}) group by c.worker"
    )
    return {row["worker"]: row["environments"] for row in rows}


async def environments_with(reading: Reading, worker: str, cases: Sequence[UUID]) -> int:
    """How many households the worker leads cases of, once these cases are theirs."""
    found = await reading.fetchval(
        f"select count(distinct {_OF_CASE}) from cases c"
        f" where c.state not in ({ENDED}) and (c.worker = $1 or c.case_id = any($2))",
        worker,
        list(cases),
    )
    return int(found)


async def open_cases_of(reading: Reading, worker: str) -> list[UUID]:
    rows = await reading.fetch(
        f"select case_id from cases where worker = $1 and state not in ({ENDED})"
        " order by filed_on, case_id",
        worker,
    )
    return [row["case_id"] for row in rows]


async def effort(reading: Reading, since: date, until: date) -> list[Any]:
    """Minutes by worker and kind of act, with what the norms of those days come to."""
    return await reading.fetch(
        "select worker, kind, count(*)::int as acts, sum(minutes)::int as minutes,"
        " sum(norm)::int as norm from acts where on_day between $1 and $2"
        " group by worker, kind order by worker, kind",
        since,
        until,
    )
