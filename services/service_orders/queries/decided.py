"""On which decision of benefits an order can stand: what holds, and what waits for an order."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from chassis.database import Reading
from services.service_orders.queries import PAGE
from services.service_orders.values import Basis, Standing

_NEWEST = (
    "select * from decisions_in_force where case_id = $1 and service = $2"
    " and person_id = any(ids_of($3)) order by issued_at desc limit 1"
)
_CURRENT = (
    "select d.*, o.order_id as last_order, o.client_name, exists (select from orders r"
    "   where r.case_id = d.case_id and r.service = d.service and r.state = 'rejected') as rejected"
    " from decisions_in_force d"
    " left join lateral (select order_id, client_name from orders"
    "   where person_id = any(ids_of(d.person_id)) order by prepared_on desc, order_id limit 1"
    " ) o on true"
    " where d.stopped is null and d.last_day >= $1 and not exists ("
    "   select from decisions_in_force later where later.case_id = d.case_id"
    "   and later.service = d.service and later.issued_at > d.issued_at)"
)
_WAITING = (
    f"{_CURRENT} and not exists ("
    "   select from orders had where had.case_id = d.case_id and had.service = d.service"
    "   and had.state <> 'rejected' and had.end_reason is distinct from 'REVOKED'"
    "   and not (had.end_reason is not null and had.last_day < d.first_day"
    "     and d.kind in ('GRANT', 'PARTIAL')))"
)


async def standing(reading: Reading, case_id: UUID, service: str, person_id: UUID) -> Standing:
    """What all decisions on a service of the case say by now, also of what has run out."""
    row = await reading.fetchrow(_NEWEST, case_id, service, person_id)
    return Standing() if row is None else Standing(_basis(row), row["stopped"])


async def only_undoes(reading: Reading, decision_id: UUID) -> bool:
    """Whether it only says that what was reopened, a suspension for example, is no more."""
    stops = await reading.fetchval(
        "select stops from decisions where decision_id = $1", decision_id
    )
    return stops is False


async def service_of(reading: Reading, decision_id: UUID) -> str | None:
    """What a decision was about; None where it was about no service."""
    found: str | None = await reading.fetchval(
        "select service from decisions where decision_id = $1", decision_id
    )
    return found


async def waiting_for_order(reading: Reading, today: date) -> list[Any]:
    """Decisions that hold and that no order serves: none was prepared, or what was is no more.

    An order that ended by a decision is no more once that decision was taken back; one that ended
    for the client's sake is not asked for again, until the service is granted anew.
    `client_name` and `last_order` are those of the client's last order, if any.
    """
    return await reading.fetch(
        f"{_WAITING} order by d.first_day, d.decision_id limit $2", today, PAGE
    )


async def one_waiting(reading: Reading, decision_id: UUID, today: date) -> Any:
    """One of them, or None."""
    return await reading.fetchrow(f"{_WAITING} and d.decision_id = $2", today, decision_id)


async def one_current(reading: Reading, decision_id: UUID, today: date) -> Any:
    """A decision, or what has changed it since, whatever was ordered by it; None: none holds."""
    return await reading.fetchrow(
        f"{_CURRENT} and (d.case_id, d.service) = ("
        "   select case_id, service from decisions where decision_id = $2) limit 1",
        today,
        decision_id,
    )


def _basis(row: Any) -> Basis:
    return Basis(
        decision_id=row["decision_id"],
        issued_at=row["issued_at"],
        first_day=row["first_day"],
        last_day=row["last_day"],
        hours_per_day=row["hours_per_day"],
        fee_per_hour=row["fee_per_hour"],
    )
