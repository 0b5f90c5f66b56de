"""What benefits reads: cases, decisions, payments, clients; beside it terms, work and history."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role
from osnowa_contracts.wording import formats

from chassis.database import Reading
from chassis.web import Client, Link, Say
from services.benefits import words
from services.benefits.lifecycle import OVER
from services.benefits.queries.realisation import SENT_AGAIN
from services.benefits.values import Benefit

PAGE = 100
STARTERS = (Role.BENEFITS_WORKER, Role.CARE_WORKER, Role.BENEFITS_HEAD)
"""Who may start a proceeding that nobody applied for."""


# --- what the rules ask -----------------------------------------------------


async def case_ids_of(reading: Reading, persons: list[UUID]) -> list[UUID]:
    """Of every application of these persons that ever came, then of what began ex officio.

    A person who has several entries has the cases of all.
    """
    rows = await reading.fetch(
        "with one as (select array(select unnest(ids_of(p)) from unnest($1::uuid[]) p) as ids)"
        " select case_id, position as place, 0 as later from applications, one"
        " where person_id = any(ids)"
        " union all select case_id, position, 1 from cases c, one where person_id = any(ids)"
        " and not exists (select from applications a where a.case_id = c.case_id)"
        " order by later, place, case_id",
        persons,
    )
    return [row["case_id"] for row in rows]


async def cases_of_applications(reading: Reading, applications: list[UUID]) -> list[Any]:
    """Each application with the cases that it led to."""
    return await reading.fetch(
        "select case_id, application_id from applications where application_id = any($1)"
        " order by position",
        applications,
    )


async def under_contract(reading: Reading, person_id: UUID, on: date) -> bool:
    """Whether a social contract with the person holds on that day, as social work told."""
    found = await reading.fetchval(
        "select exists (select from social_contracts where person_id = $1 and concluded_on <= $2"
        " and coalesce(until, 'infinity') >= $2 and coalesce(ended_on, 'infinity') > $2)",
        person_id,
        on,
    )
    return bool(found)


async def social_workers_of(reading: Reading, person_id: UUID) -> frozenset[str]:
    """Who works as social worker with the person or with who lives with them (SEP-1)."""
    rows = await reading.fetch(
        "select distinct worker_id from social_workers where person_id = any(ids_of($1))"
        " or person_id in (select unnest(ids_of(other.person_id)) from household_members own"
        "  join household_members other using (household_id)"
        "  where own.person_id = any(ids_of($1)))",
        person_id,
    )
    return frozenset(row["worker_id"] for row in rows)


async def is_same_person(reading: Reading, one: UUID, other: UUID) -> bool:
    """Whether two entries are one person, as this unit knows now."""
    return bool(await reading.fetchval("select $2 = any(ids_of($1))", one, other))


async def was_interviewed(reading: Reading, person_id: UUID, *, before: date) -> bool:
    """Whether there was an environmental interview of the person until that day, in any case."""
    found = await reading.fetchval(
        "select exists (select from cases, jsonb_array_elements(view -> 'interviews') held"
        " where person_id = any(ids_of($1)) and held ->> 'part' in ('I', 'IV')"
        " and (held ->> 'on')::date <= $2)",
        person_id,
        before,
    )
    return bool(found)


async def person(reading: Reading, person_id: UUID) -> Any:
    return await reading.fetchrow("select * from persons where person_id = $1", person_id)


# --- cases ------------------------------------------------------------------

ENDED = ", ".join(f"'{state}'" for state in sorted(OVER))

_CASES = (
    "select c.*, a.state as assessment_state, p.given_names, p.family_name, p.address,"
    " (select min(d.due_on) from open_deadlines d where d.case_id = c.case_id and not d.halted)"
    " as due_on"
    " from cases c join assessments a using (case_id) left join persons p using (person_id)"
)


async def cases(
    reading: Reading, *, person_id: UUID | None, worker: str | None, open_only: bool
) -> list[Any]:
    """The nearest deadline first."""
    return await reading.fetch(
        f"{_CASES} where ($1::uuid is null or c.person_id = any(ids_of($1)))"
        f" and ($2::text is null or c.worker = $2) and (not $3 or c.state not in ({ENDED}))"
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


async def case_of_decision(reading: Reading, decision_id: UUID) -> UUID | None:
    found: UUID | None = await reading.fetchval(
        "select case_id from decisions where decision_id = $1", decision_id
    )
    return found


async def case_of_entitlement(reading: Reading, entitlement_id: UUID) -> UUID | None:
    found: UUID | None = await reading.fetchval(
        "select case_id from entitlements where entitlement_id = $1", entitlement_id
    )
    return found


async def practice(reading: Reading, unit: str) -> dict[str, Any] | None:
    view = await reading.fetchval("select view from practices where unit = $1", unit)
    return json.loads(view) if view else None


async def deadlines_of(reading: Reading, case_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select d.kind, d.due_on, n.view ->> 'number' as decision from open_deadlines d"
        " left join decisions n on n.decision_id = d.holder"
        " where d.case_id = $1 and not d.halted order by d.due_on, d.kind, n.position",
        case_id,
    )


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
        f"select pay.*, {SENT_AGAIN} from payments pay"
        " where ($1::uuid is null or pay.person_id = any(ids_of($1)))"
        " and ($2::uuid is null or pay.case_id = $2) order by pay.due_on, pay.payment_id limit $3",
        person_id,
        case_id,
        PAGE,
    )


def _benefit(row: Any, t: Say) -> str:
    return t(words.BENEFIT_PL[Benefit(row["benefit"])])


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
        " and exists (select from applications a"
        " where a.person_id = any(ids_of(p.person_id)))"
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
    start = Link(
        t("Wszcznij postępowanie z urzędu"), f"/persons/{person_id}/ex-officio", roles=STARTERS
    )
    return _client(row, (*links, start))


async def find(reading: Reading, text: str) -> list[Client]:
    return [_client(row, ()) for row in await find_by_beginning(reading, text)]


def _client(row: Any, links: tuple[Link, ...]) -> Client:
    name = f"{row['given_names']} {row['family_name']}"
    return Client(row["person_id"], name, formats.day(row["birth_date"], "pl"), links)
