"""What social work asks its own database, and the texts that it keeps there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from osnowa_contracts.wording import formats

from chassis.calendar import Month
from chassis.database import Connection, Reading
from chassis.web import Client, Link, Say

PAGE = 100


# --- texts ------------------------------------------------------------------


async def keep_text(
    tx: Connection, reference: UUID, file_id: UUID, kind: str, body: str, by: str, at: datetime
) -> None:
    await tx.execute(
        "insert into texts (reference, file_id, kind, body, written_by, written_at)"
        " values ($1, $2, $3, $4, $5, $6)",
        reference,
        file_id,
        str(kind),
        body,
        by,
        at,
    )


async def texts_of(reading: Reading, file_id: UUID) -> list[Any]:
    """Newest first. Only for the social worker who leads the file."""
    return await reading.fetch(
        "select * from texts where file_id = $1 order by written_at desc, reference limit $2",
        file_id,
        PAGE,
    )


# --- who leads what ---------------------------------------------------------


async def leads_benefits_case(reading: Reading, person_id: UUID, worker_id: str) -> bool:
    """Whether the worker leads a benefits case of the person or of who lives with them (SEP-1)."""
    found: bool = await reading.fetchval(
        "select exists (select 1 from case_workers where worker_id = $2 and person_id in"
        " (select unnest(ids_of($1) || (select array_agg(other.person_id)"
        "   from household_members own join household_members other using (household_id)"
        "   where own.person_id = any(ids_of($1))))))",
        person_id,
        worker_id,
    )
    return found


async def load_of(reading: Reading, worker_id: str, *, without: UUID) -> int:
    """Environments that the worker leads: households, or persons of whom no household is known."""
    load: int = await reading.fetchval(
        "select count(distinct coalesce(h.household_id, survivor_of(f.person_id))) from files f"
        " left join household_members h on h.person_id = any(ids_of(f.person_id))"
        " where f.worker_id = $1 and f.state = 'open' and f.file_id <> $2",
        worker_id,
        without,
    )
    return load


# --- files and certificates -------------------------------------------------

_FILES = (
    "select f.*, p.given_names, p.family_name from files f left join persons p using (person_id)"
)


async def file(reading: Reading, file_id: UUID) -> Any:
    return await reading.fetchrow(f"{_FILES} where f.file_id = $1", file_id)


async def files_of_person(reading: Reading, person_id: UUID) -> list[Any]:
    return await reading.fetch(
        f"{_FILES} where f.person_id = any(ids_of($1)) order by f.position", person_id
    )


async def files_of_worker(reading: Reading, worker_id: str) -> list[Any]:
    return await reading.fetch(
        f"{_FILES} where f.worker_id = $1 and f.state = 'open' order by p.family_name limit $2",
        worker_id,
        PAGE,
    )


async def files_without_worker(reading: Reading) -> list[Any]:
    """Alarms first, then what somebody is to act on that day."""
    return await reading.fetch(
        f"{_FILES} where f.worker_id is null and f.state = 'open'"
        " order by f.alarm desc, f.act_on nulls last, f.position limit $1",
        PAGE,
    )


async def files_to_decide(reading: Reading, worker_id: str, *, head: bool) -> list[Any]:
    """Files whose client first contact directed here wrongly, after work had begun."""
    return await reading.fetch(
        f"{_FILES} where f.decide_since is not null"
        " and (f.worker_id = $1 or $2 and f.worker_id is null)"
        " order by f.decide_since, f.position limit $3",
        worker_id,
        head,
        PAGE,
    )


async def certificates_of(reading: Reading, person_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from certificates where person_id = any(ids_of($1)) order by position desc",
        person_id,
    )


async def terms_of(reading: Reading, person_id: UUID) -> Any:
    """The cooperation terms in force, or None."""
    return await reading.fetchrow(
        "select * from terms where person_id = any(ids_of($1)) and in_force"
        " order by set_on desc limit 1",
        person_id,
    )


async def actions_of(reading: Reading, file_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from actions where file_id = $1 order by position desc limit $2", file_id, PAGE
    )


async def referrals_of(reading: Reading, person_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from referrals left join referrals_handed_over using (referral_id)"
        " where person_id = any(ids_of($1)) order by received_on desc",
        person_id,
    )


async def referrals_without_certificate(reading: Reading, worker_id: str) -> list[Any]:
    """Referrals of the worker's clients that no certificate 4 answers yet (7 days: KPA 217)."""
    return await reading.fetch(
        "select r.*, p.given_names, p.family_name from referrals r"
        " join files f using (file_id) left join persons p on p.person_id = r.person_id"
        " where f.worker_id = $1 and f.state = 'open' and not exists"
        " (select 1 from certificates c where c.kind = 4 and c.person_id = any(ids_of(r.person_id))"
        " and (c.referral_id = r.referral_id or c.issued_on >= r.received_on))"
        " order by r.certificate_due limit $2",
        worker_id,
        PAGE,
    )


# --- certificates that are expected -----------------------------------------


@dataclass(frozen=True)
class Expected:
    """A month of cooperation terms, with a benefit paid, that nothing is certified for yet."""

    person_id: UUID
    file_id: UUID
    worker_id: str | None
    name: str
    terms_id: UUID
    month: str
    due: date
    overdue: bool


_EXPECTING = """
select t.person_id, t.file_id, f.worker_id, t.terms_id, t.set_on,
       coalesce(p.given_names || ' ' || p.family_name, '') as name,
       b.period_from, b.period_to, b.stopped_on,
       array(select c.month from certificates c
             where c.kind = 6 and c.terms_id = t.terms_id) as done
from terms t
join files f using (file_id)
join benefits_in_force b on b.person_id = any(ids_of(t.person_id))
left join persons p on p.person_id = t.person_id
where t.in_force and ($1::text is null or f.worker_id = $1)
order by t.set_on, t.terms_id
"""


async def expected_certificates(
    reading: Reading, today: date, worker_id: str | None = None
) -> list[Expected]:
    """One certificate 6 for each month of terms in force and benefit received ([002] att. 6)."""
    found: dict[tuple[UUID, Month], Expected] = {}
    for row in await reading.fetch(_EXPECTING, worker_id):
        for month in _months_with_benefit(row, today):
            if str(month) not in row["done"]:
                due = month.last_working_day
                found[row["terms_id"], month] = Expected(
                    row["person_id"],
                    row["file_id"],
                    row["worker_id"],
                    row["name"],
                    row["terms_id"],
                    str(month),
                    due,
                    overdue=today > due,
                )
    return sorted(found.values(), key=lambda e: (e.due, e.name))


def _months_with_benefit(row: Any, today: date) -> list[Month]:
    first = Month.of(max(row["set_on"], row["period_from"] or row["set_on"]))
    last = Month.of(min(today, row["period_to"] or today))
    if row["stopped_on"] is not None:
        last = min(last, Month.of(row["stopped_on"]).previous())
    months = []
    while first <= last:
        months.append(first)
        first = first.next()
    return months


# --- what the search and the timeline ask -------------------------------------


async def client(reading: Reading, person_id: UUID, t: Say) -> Client | None:
    """What we call a client, and where their file is."""
    row = await reading.fetchrow("select * from persons where person_id = $1", person_id)
    if row is None:
        return None
    files = await files_of_person(reading, person_id)
    links = [Link(t("Teczka pracy socjalnej"), f"/files/{file['file_id']}") for file in files]
    return Client(person_id, *_named(row), links=tuple(links))


async def find(reading: Reading, text: str) -> list[Client]:
    """Clients whose family name begins like this."""
    rows = await reading.fetch(
        "select * from persons p"
        " where starts_with(lower(p.family_name || ' ' || p.given_names), lower($1))"
        " order by p.family_name, p.given_names limit 20",
        text.strip(),
    )
    return [Client(row["person_id"], *_named(row)) for row in rows]


def _named(row: Any) -> tuple[str, str]:
    return f"{row['given_names']} {row['family_name']}", formats.day(row["birth_date"], "pl")
