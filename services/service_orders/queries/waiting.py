"""What waits for whoever looks after orders: decisions, answers, reports, what was refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from osnowa_contracts.roles import Role

from chassis.context import WARSAW, Worker
from chassis.database import Pool
from chassis.web import Say, Task
from services.service_orders.queries import PAGE, reports, service_title
from services.service_orders.queries.decided import waiting_for_order

ORDER_SERVICES: Collection[str] = (Role.CARE_WORKER, Role.SERVICE_COORDINATOR)
"""Who orders services, and is told what waits."""

_REJECTED = "Wykonawca odrzucił zlecenie: wybierz innego"
_ORDERS = (
    "select * from (select *, state = 'suspended' and not decision_pending and not exists ("
    "   select from decisions_in_force d where d.case_id = o.case_id and d.service = o.service"
    "   ) as stands_on_nothing, state = 'draft' and exists (select from decisions_in_force d"
    "   where d.case_id = o.case_id and d.service = o.service and d.stopped is null"
    "   and d.last_day >= $2 and d.person_id = any(ids_of(o.person_id))) as may_be_placed"
    " from orders o) known where decision_pending or state = 'placed' or acknowledged < version"
    " or stands_on_nothing or may_be_placed order by first_day limit $1"
)


async def waiting(reading: Pool, worker: Worker, today: date, t: Say) -> Sequence[Task]:
    """Decisions without an order, unconfirmed, unanswered or unread orders, reports, refusals.

    For nobody else: what waits names clients.
    """
    if worker.role not in ORDER_SERVICES:
        return []
    decisions = await waiting_for_order(reading, today)
    tasks = [
        Task(
            t(_REJECTED if row["rejected"] else "Przygotuj zlecenie: decyzja jest wydana"),
            f"/decisions/{row['decision_id']}/order",
            due=row["first_day"],
            detail=", ".join(
                filter(None, [row["client_name"], service_title(row, t), row["number"]])
            ),
        )
        for row in decisions
    ]
    tasks += [
        Task(
            t(_what_waits(row)),
            f"/orders/{row['order_id']}",
            due=_until(row),
            detail=row["client_name"],
        )
        for row in await reading.fetch(_ORDERS, PAGE, today)
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
            detail=service_title(row, t),
        )
        for row in await reading.fetch("select * from need_changes order by valid_from")
    ]
    return tasks


def _what_waits(row: Any) -> str:
    if row["may_be_placed"]:
        return "Złóż zlecenie na podstawie decyzji"
    if row["stands_on_nothing"]:
        return "Decyzję uchylono, usługa jest wstrzymana: czeka na nową decyzję"
    if row["state"] == "rejected":
        return "Wykonawca odrzucił zlecenie pilne, decyzji jeszcze nie ma"
    if row["decision_pending"]:
        return "Zlecenie pilne czeka na decyzję"
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
