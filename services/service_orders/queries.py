"""What service orders asks its own database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from chassis.context import WARSAW, Worker
from chassis.database import Pool, Reading
from chassis.web import Client, Link, Say, Task
from services.service_orders.texts import SERVICES
from services.service_orders.values import Basis

PAGE = 200


async def decision(
    reading: Reading, case_id: UUID, service: str, person_id: UUID, *, on: date
) -> Basis | None:
    """The newest decision on a service of the case that has not run out."""
    row = await reading.fetchrow(
        "select d.* from decisions d where d.case_id = $1 and d.service = $2 and d.last_day >= $3"
        " and d.person_id = any(ids_of($4)) and d.kind in ('GRANT', 'PARTIAL', 'CHANGE')"
        " order by d.issued_at desc limit 1",
        case_id,
        service,
        on,
        person_id,
    )
    return None if row is None else _basis(row)


async def basis(reading: Reading, decision_id: UUID) -> Basis | None:
    """What that decision says of a service, whatever came after it."""
    row = await reading.fetchrow("select * from decisions where decision_id = $1", decision_id)
    return None if row is None else _basis(row)


def _basis(row: Any) -> Basis:
    return Basis(
        decision_id=row["decision_id"],
        issued_at=row["issued_at"],
        first_day=row["first_day"],
        last_day=row["last_day"],
        hours_per_day=row["hours_per_day"],
        fee_per_hour=row["fee_per_hour"],
    )


async def orders(
    reading: Reading, *, person_id: UUID | None = None, state: str | None = None
) -> list[Any]:
    """The board: newest first; of one client, or in one state."""
    return await reading.fetch(
        "select * from orders where ($1::uuid is null or person_id = any(ids_of($1)))"
        " and ($2::text is null or state = $2)"
        " order by coalesce(placed_at, prepared_on::timestamptz) desc, order_id limit $3",
        person_id,
        state,
        PAGE,
    )


async def orders_at_home(reading: Reading, person_id: UUID) -> list[UUID]:
    """Orders of the client that are not over, of services that a residential home gives itself."""
    rows = await reading.fetch(
        "select order_id from orders where person_id = $1"
        " and service in ('HOME_CARE', 'SPECIALIST_CARE', 'DAY_HOME')"
        " and state not in ('rejected', 'ended', 'settled', 'evaluated') order by order_id",
        person_id,
    )
    return [row["order_id"] for row in rows]


async def order(reading: Reading, order_id: UUID) -> Any:
    return await reading.fetchrow("select * from orders where order_id = $1", order_id)


async def versions(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from order_versions where order_id = $1 order by version", order_id
    )


async def settlements(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from settlements where order_id = $1 order by month", order_id
    )


async def done_hours(reading: Reading, order_id: UUID) -> list[Any]:
    """`month`, `visits` and `hours` of the visits made, settled or not."""
    return await reading.fetch(
        "select to_char(day, 'YYYY-MM') as month, count(*) as visits,"
        " round(sum(minutes) / 60.0, 2) as hours"
        " from visits where order_id = $1 group by 1 order by 1",
        order_id,
    )


async def refused(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from refused where order_id = $1 order by refused_on, fact_id", order_id
    )


async def survey_mean(reading: Reading, order_id: UUID) -> Any:
    """`mean` and `answers`; the mean is null before the first answer."""
    return await reading.fetchrow(
        "select round(avg(score), 2) as mean, count(*) as answers from surveys where order_id = $1",
        order_id,
    )


async def reports(
    reading: Reading, *, person_id: UUID | None = None, state: str | None = None
) -> list[Any]:
    return await reading.fetch(
        "select * from reports where ($1::uuid is null or person_id = any(ids_of($1)))"
        " and ($2::text is null or state = $2) order by month desc, contractor limit $3",
        person_id,
        state,
        PAGE,
    )


async def contractors(reading: Reading) -> list[Any]:
    return await reading.fetch("select * from contractors order by full_name")


async def decisions_without_order(reading: Reading) -> list[Any]:
    """Grants of a service for which nobody has prepared an order."""
    return await reading.fetch(
        "select d.* from decisions d where d.kind in ('GRANT', 'PARTIAL') and not exists"
        " (select from orders o where o.case_id = d.case_id and o.service = d.service)"
        " order by d.issued_at limit $1",
        PAGE,
    )


async def client(reading: Pool, person_id: UUID, t: Say) -> Client | None:
    """By the name in the newest client sheet."""
    rows = await orders(reading, person_id=person_id)
    if not rows:
        return None
    links = tuple(
        Link(
            t("Zlecenie: {service}", service=_service(row, t)),
            f"/orders/{row['order_id']}",
        )
        for row in rows
    )
    return Client(person_id, rows[0]["client_name"], links=links)


async def find(reading: Pool, text: str) -> Sequence[Client]:
    """Clients with an order, by the beginning of a name."""
    rows = await reading.fetch(
        "select distinct on (person_id) person_id, client_name from orders"
        " where client_name ilike $1 || '%' or client_name ilike '% ' || $1 || '%' limit 20",
        text.replace("%", "").replace("_", ""),
    )
    return [Client(row["person_id"], row["client_name"]) for row in rows]


async def waiting(reading: Pool, _worker: Worker, _today: date, t: Say) -> Sequence[Task]:
    """Decisions without an order, unconfirmed, unanswered or unread orders, reports, refusals."""
    tasks = [
        Task(
            t("Przygotuj zlecenie: decyzja jest wydana"),
            f"/clients/{row['person_id']}",
            due=row["first_day"],
            detail=_service(row, t),
        )
        for row in await decisions_without_order(reading)
    ]
    tasks += [
        Task(
            t(_what_waits(row)),
            f"/orders/{row['order_id']}",
            due=_until(row),
            detail=row["client_name"],
        )
        for row in await reading.fetch(
            "select * from orders where decision_pending or state in ('placed', 'rejected')"
            " or acknowledged < version order by first_day limit $1",
            PAGE,
        )
    ]
    tasks += [
        Task(t("Sprawdź sprawozdanie miesięczne"), "/reports", detail=row["month"])
        for row in await reports(reading, state="submitted")
    ]
    tasks += [
        Task(t("Wyjaśnij odrzucone zgłoszenie"), f"/orders/{row['order_id']}", detail=row["reason"])
        for row in await reading.fetch("select * from refused order by refused_on limit $1", PAGE)
    ]
    tasks += [
        Task(
            t("Zmiana potrzeb klienta: czeka na decyzję"),
            f"/clients/{row['person_id']}",
            due=row["valid_from"],
            detail=_service(row, t),
        )
        for row in await reading.fetch("select * from need_changes order by valid_from")
    ]
    return tasks


def _service(row: Any, t: Say) -> str:
    return t(SERVICES.get(row["service"], row["service"]))


def _what_waits(row: Any) -> str:
    if row["decision_pending"]:
        return "Zlecenie pilne czeka na decyzję"
    if row["state"] == "rejected":
        return "Wykonawca odrzucił zlecenie: wybierz innego"
    if row["state"] == "placed":
        return "Zlecenie czeka na odpowiedź wykonawcy"
    return "Zmiana czeka na potwierdzenie wykonawcy"


def _until(row: Any) -> date | None:
    if row["decision_pending"]:
        until: date | None = row["confirm_by"]
        return until
    if row["state"] == "placed" and row["placed_at"] is not None:
        placed: date = row["placed_at"].astimezone(WARSAW).date()
        return placed
    return None
