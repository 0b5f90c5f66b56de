"""What benefits reads: cases and what waits in them, decisions, payments, clients."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Worker
from chassis.database import Reading
from chassis.web import Client, Link, Say, Task
from services.benefits import words
from services.benefits.deadlines import DeadlineKind
from services.benefits.lifecycle import OVER, DecisionState
from services.benefits.values import Benefit, DecisionKind

PAGE = 100
WORKERS = {Role.BENEFITS_WORKER, Role.CARE_WORKER}


# --- what the rules ask -----------------------------------------------------


async def case_ids_of(reading: Reading, persons: list[UUID]) -> list[UUID]:
    """Of every application of these persons that ever came, then of what began ex officio."""
    rows = await reading.fetch(
        "select case_id, position as place, 0 as later from applications where person_id = any($1)"
        " union all select case_id, position, 1 from cases c where person_id = any($1)"
        " and not exists (select from applications a where a.case_id = c.case_id)"
        " order by later, place, case_id",
        persons,
    )
    return [row["case_id"] for row in rows]


async def social_workers_of(reading: Reading, person_id: UUID) -> frozenset[str]:
    """Who works as social worker with the person or with who lives with them (SEP-1)."""
    rows = await reading.fetch(
        "select distinct worker_id from social_workers where person_id = $1 or person_id in"
        " (select other.person_id from household_members own"
        "  join household_members other using (household_id) where own.person_id = $1)",
        person_id,
    )
    return frozenset(row["worker_id"] for row in rows)


async def was_interviewed(reading: Reading, person_id: UUID, *, before: date) -> bool:
    """Whether there was an environmental interview of the person until that day, in any case."""
    found = await reading.fetchval(
        "select exists (select from cases, jsonb_array_elements(view -> 'interviews') held"
        " where person_id = $1 and held ->> 'part' in ('I', 'IV')"
        " and (held ->> 'on')::date <= $2)",
        person_id,
        before,
    )
    return bool(found)


async def person(reading: Reading, person_id: UUID) -> Any:
    return await reading.fetchrow("select * from persons where person_id = $1", person_id)


# --- cases ------------------------------------------------------------------

_OVER = ", ".join(f"'{state}'" for state in sorted(OVER))

_CASES = (
    "select c.*, a.state as assessment_state, p.given_names, p.family_name,"
    " (select min(d.due_on) from open_deadlines d where d.case_id = c.case_id) as due_on"
    " from cases c join assessments a using (case_id) left join persons p using (person_id)"
)


async def cases(
    reading: Reading, *, person_id: UUID | None, worker: str | None, open_only: bool
) -> list[Any]:
    """The nearest deadline first."""
    return await reading.fetch(
        f"{_CASES} where ($1::uuid is null or c.person_id = $1)"
        f" and ($2::text is null or c.worker = $2) and (not $3 or c.state not in ({_OVER}))"
        " order by due_on nulls last, c.filed_on desc, c.case_id limit $4",
        person_id,
        worker,
        open_only,
        PAGE,
    )


async def case(reading: Reading, case_id: UUID) -> Any:
    return await reading.fetchrow(f"{_CASES} where c.case_id = $1", case_id)


async def views_of(reading: Reading, table: str, case_id: UUID) -> list[dict[str, Any]]:
    """The stored views of one kind in a case, in the order in which they began."""
    rows = await reading.fetch(VIEWS[table], case_id)
    return [json.loads(row["view"]) for row in rows]


VIEWS = {
    table: f"select view from {table} where case_id = $1 order by position"
    for table in ("cases", "assessments", "means", "evidence", "decisions", "entitlements")
}


async def decision(reading: Reading, decision_id: UUID) -> Any:
    """With the case and the party that its paper names."""
    return await reading.fetchrow(
        "select d.*, c.filed_on, p.given_names, p.family_name, p.address from decisions d"
        " join cases c using (case_id) left join persons p on p.person_id = d.person_id"
        " where d.decision_id = $1",
        decision_id,
    )


async def practice(reading: Reading, unit: str) -> dict[str, Any] | None:
    view = await reading.fetchval("select view from practices where unit = $1", unit)
    return json.loads(view) if view else None


async def deadlines_of(reading: Reading, case_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select kind, due_on from open_deadlines where case_id = $1 order by due_on, kind", case_id
    )


async def terms_passed(reading: Reading, today: date) -> list[Any]:
    """Open cases whose term for the interview or the decision passed, and nobody said so yet."""
    return await reading.fetch(_TERMS_PASSED, today)


_TERMS_PASSED = f"""
select * from (
    select case_id, 'INTERVIEW' as kind, (view ->> 'interview_due')::date as due, view
    from cases where state not in ({_OVER})
        and not coalesce((view -> 'is_interviewed')::boolean, view -> 'interviews' <> '[]')
    union all
    select case_id, 'DECISION', (view ->> 'decision_due')::date, view
    from cases c where state not in ({_OVER})
        and not exists
        (select from decisions d where d.case_id = c.case_id
         and d.state not in ('drafted', 'returned', 'withdrawn'))
) terms
where due < $1 and not coalesce(view -> 'missed', '[]') ? kind
order by due, case_id, kind
"""


async def appeal_terms_passed(reading: Reading, before: date) -> list[Any]:
    """Delivered decisions against which nobody appealed, and the term ended before that day."""
    return await reading.fetch(
        "select decision_id, (view ->> 'appeal_until')::date as appeal_until from decisions"
        " where state = 'delivered' and (view ->> 'appeal_until')::date < $1"
        " order by appeal_until, decision_id",
        before,
    )


# --- payments ---------------------------------------------------------------


async def payments(reading: Reading, *, person_id: UUID | None, case_id: UUID | None) -> list[Any]:
    return await reading.fetch(
        "select * from payments where ($1::uuid is null or person_id = $1)"
        " and ($2::uuid is null or case_id = $2) order by due_on, payment_id limit $3",
        person_id,
        case_id,
        PAGE,
    )


# --- what waits -------------------------------------------------------------

_WAITING = (
    "select d.kind, d.due_on, c.case_id, c.benefit, c.worker, p.given_names, p.family_name"
    " from open_deadlines d join cases c using (case_id) left join persons p using (person_id)"
)


async def deadlines_for(reading: Reading, worker: str) -> list[Any]:
    """Of the worker's own cases and of those that nobody leads yet; payments are not theirs."""
    return await reading.fetch(
        f"{_WAITING} where (c.worker = $1 or c.worker is null) and d.kind <> 'PAYMENT'"
        " order by d.due_on, c.case_id limit $2",
        worker,
        PAGE,
    )


async def payments_due(reading: Reading) -> list[Any]:
    return await reading.fetch(
        f"{_WAITING} where d.kind = 'PAYMENT' order by d.due_on, c.case_id limit $1", PAGE
    )


async def cases_without_worker(reading: Reading) -> list[Any]:
    return await reading.fetch(
        f"{_CASES} where c.worker is null and c.state not in ({_OVER})"
        " order by due_on nulls last, c.case_id limit $1",
        PAGE,
    )


async def decisions_in(reading: Reading, state: str) -> list[Any]:
    """Drafts that wait for a signature, issued decisions that wait for delivery."""
    return await reading.fetch(
        "select d.*, p.given_names, p.family_name from decisions d"
        " left join persons p using (person_id) where d.state = $1 order by d.position limit $2",
        state,
        PAGE,
    )


async def decisions_to_realise(reading: Reading) -> list[Any]:
    return await reading.fetch(
        "select d.*, p.given_names, p.family_name from decisions d"
        " left join persons p using (person_id) where d.to_realise order by d.position limit $1",
        PAGE,
    )


async def waiting(reading: Reading, worker: Worker, _today: date, t: Say) -> list[Task]:
    """Deadlines of my cases; drafts to sign; decisions and payments to carry out."""
    tasks: list[Task] = []
    if worker.role in WORKERS:
        tasks += [_deadline(row, t) for row in await deadlines_for(reading, worker.id)]
        issued = await decisions_in(reading, DecisionState.ISSUED)
        tasks += [_decision("Doręcz decyzję: {name}", row, t) for row in issued]
        returned = await decisions_in(reading, DecisionState.RETURNED)
        tasks += [_decision("Popraw projekt: {name}", row, t) for row in returned]
    if worker.role == Role.DIRECTOR:
        drafted = await decisions_in(reading, DecisionState.DRAFTED)
        tasks += [_decision("Projekt do podpisu: {name}", row, t) for row in drafted]
    if worker.role == Role.REALISATION_WORKER:
        ready = await decisions_to_realise(reading)
        tasks += [_decision("Rozpocznij realizację: {name}", row, t) for row in ready]
        tasks += [_deadline(row, t) for row in await payments_due(reading)]
    if worker.role == Role.BENEFITS_HEAD:
        tasks += [_unassigned(row, t) for row in await cases_without_worker(reading)]
    return tasks


def _deadline(row: Any, t: Say) -> Task:
    what = t(words.DEADLINE_PL[DeadlineKind(row["kind"])])
    title = f"{what}: {_name(row, t)}"
    return Task(title, _case(row), due=row["due_on"], detail=_benefit(row, t))


def _decision(what: str, row: Any, t: Say) -> Task:
    kind = t(words.KIND_PL[DecisionKind(row["kind"])])
    return Task(t(what, name=_name(row, t)), _case(row), detail=f"{_benefit(row, t)}, {kind}")


def _unassigned(row: Any, t: Say) -> Task:
    title = t("Przydziel sprawę: {name}", name=_name(row, t))
    return Task(title, _case(row), due=row["due_on"], detail=_benefit(row, t))


def _benefit(row: Any, t: Say) -> str:
    return t(words.BENEFIT_PL[Benefit(row["benefit"])])


def _name(row: Any, t: Say) -> str:
    named = (row["given_names"], row["family_name"])
    return " ".join(part for part in named if part) or t("osoba bez danych")


def _case(row: Any) -> str:
    return f"/cases/{row['case_id']}"


# --- clients ----------------------------------------------------------------


async def find_by_beginning(reading: Reading, text: str) -> list[Any]:
    """Clients with a case here whose family name, or name, begins like this."""
    wanted = " ".join(text.lower().split())
    if not wanted:
        return []
    return await reading.fetch(
        "select * from persons p where (lower(family_name) like $1 || '%'"
        " or lower(family_name || ' ' || given_names) like $1 || '%'"
        " or lower(given_names || ' ' || family_name) like $1 || '%')"
        " and exists (select from applications a where a.person_id = p.person_id)"
        " order by family_name, given_names limit 20",
        wanted.replace("%", "").replace("_", ""),
    )


async def client(reading: Reading, person_id: UUID, t: Say) -> Client | None:
    """Name, date of birth and the open cases."""
    row = await person(reading, person_id)
    if row is None:
        return None
    opened = await cases(reading, person_id=person_id, worker=None, open_only=True)
    links = [Link(_benefit(case, t), _case(case)) for case in opened]
    return _client(row, tuple(links))


async def find(reading: Reading, text: str) -> list[Client]:
    return [_client(row, ()) for row in await find_by_beginning(reading, text)]


def _client(row: Any, links: tuple[Link, ...]) -> Client:
    name = f"{row['given_names']} {row['family_name']}"
    return Client(row["person_id"], name, f"{row['birth_date']:%d.%m.%Y}", links)
