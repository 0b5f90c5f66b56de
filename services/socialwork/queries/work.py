"""What waits for a social worker, and for the head whom nobody leads yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from osnowa_contracts.roles import Role

from chassis.calendar import Month
from chassis.context import Worker
from chassis.database import Reading
from chassis.web import Say, Task
from services.socialwork import queries

ASSIGN = "Wyznacz pracownika socjalnego: {name}"
ACT = "Nie może czekać, działaj jeszcze dziś: {name}"  # others may see the screen, so never why
DECIDE = "Sprostowano skierowanie, zdecyduj o pracy: {name}"
CERTIFY = "Zaświadczenie nr 6 za {month}: {name}"
ANSWER = "Zaświadczenie nr 4 na skierowanie {number}: {name}"


async def waiting(reading: Reading, worker: Worker, today: date, t: Say) -> list[Task]:
    """For a social worker what presses, certificates, referrals; for the head whom nobody leads."""
    if worker.role not in (Role.SOCIAL_WORK_HEAD, Role.SOCIAL_WORKER):
        return []
    head = worker.role == Role.SOCIAL_WORK_HEAD
    wrong = await queries.files_to_decide(reading, worker.id, head=head)
    decide = [Task(_said(DECIDE, row, t), _file(row), due=row["decide_since"]) for row in wrong]
    if head:
        unled = await queries.files_without_worker(reading)
        return decide + [_pressing(ASSIGN, row, t) for row in unled]
    own = await queries.files_of_worker(reading, worker.id)
    expected = await queries.expected_certificates(reading, today, worker.id)
    referrals = await queries.referrals_without_certificate(reading, worker.id)
    return [
        *(_pressing(ACT, row, t) for row in own if row["act_on"] is not None),
        *decide,
        *(_certificate(one, t) for one in expected),
        *(_answer(row, t) for row in referrals),
    ]


def _pressing(title: str, row: Any, t: Say) -> Task:
    return Task(_said(title, row, t), _file(row), due=row["act_on"], alarm=row["alarm"])


def _certificate(one: queries.Expected, t: Say) -> Task:
    title = t(CERTIFY, month=Month.parse(one.month), name=one.name)
    return Task(title, f"/files/{one.file_id}", due=one.due, overdue=one.overdue)


def _answer(row: Any, t: Say) -> Task:
    return Task(_said(ANSWER, row, t, number=row["number"]), _file(row), due=row["certificate_due"])


def _file(row: Any) -> str:
    return f"/files/{row['file_id']}"


def _said(title: str, row: Any, t: Say, **values: str) -> str:
    """With the client's name, or the start of the id while first contact has not told it."""
    if row["family_name"] is None:
        return t(title, name=t("klient {id}", id=str(row["person_id"])[:8]), **values)
    return t(title, name=f"{row['given_names']} {row['family_name']}", **values)
