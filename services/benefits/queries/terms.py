"""Which terms the clock has to speak of, and the time of one case."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from chassis.database import Reading
from services.benefits.due import ENDS_BY_ITSELF, NOBODY_IS_WARNED
from services.benefits.timekeeping_events import Notice

_notice = TypeAdapter(Notice)


async def terms_approaching(reading: Reading, today: date, until: date) -> list[Any]:
    """Terms that end from today to that day, of which nobody said so yet."""
    return await reading.fetch(
        f"{_UNSAID} and not s.missed) and d.due_on between $2 and $3 {_IN_ORDER}",
        [*NOBODY_IS_WARNED],
        today,
        until,
    )


async def terms_passed(reading: Reading, today: date) -> list[Any]:
    """Terms that ended before today without their act, of which nobody said so yet."""
    return await reading.fetch(
        f"{_UNSAID} and s.missed) and {_NOT_IN_THE_CASE} and d.due_on < $2 {_IN_ORDER}",
        [*ENDS_BY_ITSELF],
        today,
    )


_RUNNING = """
    select case_id, holder, kind, due_on from open_deadlines where not halted and kind <> 'PAYMENT'
    union select case_id, entitlement_id, 'PAYMENT', coalesce(term_on, due_on)
    from payments where state = 'planned'
"""
"""Of payments every one that waits, and not the next of each benefit only."""
_UNSAID = (
    f"select d.case_id, d.holder, d.kind, d.due_on from ({_RUNNING}) d"
    " where d.kind <> all($1::text[]) and not exists (select from deadlines_said s"
    "  where s.holder = d.holder and s.kind = d.kind and s.due_on = d.due_on"
)
_NOT_IN_THE_CASE = (
    "not exists (select from cases c where c.case_id = d.holder"
    " and coalesce(c.view -> 'missed', '[]') ? d.kind)"
)
"""In older logs the case itself noted what was missed."""
_IN_ORDER = "order by d.due_on, d.holder, d.kind"


async def notice_of(reading: Reading, case_id: UUID, number: int) -> Notice | None:
    """The notice of a later term by its number; the first is 1."""
    view = await timekeeping_of(reading, case_id)
    notices = view.get("notices", []) if view else []
    if not 0 < number <= len(notices):
        return None
    return _notice.validate_python(notices[number - 1])


async def timekeeping_of(reading: Reading, case_id: UUID) -> dict[str, Any] | None:
    """Halts, notices of a later term and the urging complaint; None while there was none."""
    view = await reading.fetchval("select view from timekeeping where case_id = $1", case_id)
    return json.loads(view) if view else None
