"""What waits where benefits are given: certificates, requests, money that came back or is owed."""

from __future__ import annotations

from datetime import date
from typing import Any

from osnowa_contracts.roles import Role

from chassis.calendar import Month
from chassis.context import Worker
from chassis.database import Reading
from chassis.web import Say, Task
from services.benefits.queries.names import called, full_name
from services.benefits.queries.realisation import (
    CERTIFICATES,
    NAMED,
    PAGE,
    instalments_owed,
    payments_returned,
    repayments_to_give_back,
)
from services.benefits.values import CooperationAssessor

LEADERS = (Role.BENEFITS_WORKER, Role.CARE_WORKER, Role.BENEFITS_HEAD)
"""Who leads cases, and who sees to it that somebody does."""


async def certificates_late(reading: Reading, led_by: str | None) -> list[Any]:
    """In the cases that somebody leads, or in those that nobody leads yet."""
    return await reading.fetch(
        f"{CERTIFICATES} join cases c on c.case_id = t.case_id"
        " where t.standing = 'overdue' and c.worker is not distinct from $1"
        " order by t.due_on, t.entitlement_id limit $2",
        led_by,
        PAGE,
    )


async def requests_open(reading: Reading, led_by: str | None) -> list[Any]:
    """Requests out of contracts that are not answered, by who leads their cases."""
    return await reading.fetch(
        "select t.*, p.given_names, p.family_name from contract_requests t"
        f" join cases c using (case_id) {NAMED}"
        " where t.answered_on is null and c.worker is not distinct from $1"
        " order by t.position limit $2",
        led_by,
        PAGE,
    )


async def waiting(reading: Reading, worker: Worker, today: date, t: Say) -> list[Task]:
    """Late certificates and requests for who leads the case; money for who pays and collects.

    Where nobody leads it, the head is told.
    """
    tasks: list[Task] = []
    if worker.role in LEADERS:
        led_by = None if worker.role == Role.BENEFITS_HEAD else worker.id
        late = await certificates_late(reading, led_by)
        tasks += [_cooperation(row, t) for row in late]
        asked = await requests_open(reading, led_by)
        title = "Wniosek z kontraktu (art. 39a): {name}"
        tasks += [_task(title, row, None, t) for row in asked]
    if worker.role == Role.REALISATION_WORKER:
        back = await payments_returned(reading)
        tasks += [_task("Zwrócona wypłata: {name}", row, row["returned_on"], t) for row in back]
        owed = await instalments_owed(reading, None, today)
        tasks += [_task("Rata do zwrotu: {name}", row, row["due_on"], t) for row in owed]
        too_much = await repayments_to_give_back(reading)
        tasks += [_task("Wpłata do oddania: {name}", row, None, t) for row in too_much]
    return tasks


def _cooperation(row: Any, t: Say) -> Task:
    """The social worker's certificate is awaited, or our own judgement was forgotten."""
    due, month = row["due_on"], Month.parse(row["month"])
    if row["assessor"] == CooperationAssessor.BENEFITS_WORKER:
        title = "Oceń współdziałanie za {month}: {name}"
        return _task(title, row, due, t, path="/cooperation", month=month)
    return _task("Brak zaświadczenia nr 6 za {month}: {name}", row, due, t, month=month)


def _task(
    title: str, row: Any, due: date | None, t: Say, *, path: str = "/realisation", **values: Month
) -> Task:
    title = t(title, name=called(full_name(row), t), **values)
    return Task(title, f"/cases/{row['case_id']}{path}", due=due)
