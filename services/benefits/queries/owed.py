"""One repayment, obliged person or request, and the case that it belongs to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.database import Reading


async def obliged_person(reading: Reading, obliged_id: UUID) -> Any:
    return await reading.fetchrow("select * from obliged_persons where obliged_id = $1", obliged_id)


async def contract_request(reading: Reading, request_id: UUID) -> Any:
    return await reading.fetchrow(
        "select t.*, p.given_names, p.family_name from contract_requests t"
        " left join persons p using (person_id) where request_id = $1",
        request_id,
    )


async def requests_of_case(reading: Reading, case_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select t.*, p.given_names, p.family_name from contract_requests t"
        " left join persons p using (person_id) where case_id = $1 order by t.position",
        case_id,
    )


async def monitoring_of_case(reading: Reading, case_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from monitoring where case_id = $1 order by position", case_id
    )


async def clients(reading: Reading, persons: list[UUID]) -> dict[UUID, str]:
    """The names of these persons."""
    rows = await reading.fetch(
        "select person_id, given_names || ' ' || family_name as name from persons"
        " where person_id = any($1)",
        persons,
    )
    return {row["person_id"]: row["name"] for row in rows}


async def case_of_repayment(reading: Reading, repayment_id: UUID) -> UUID | None:
    return await _case(
        reading, "select case_id from repayments where repayment_id = $1", repayment_id
    )


async def case_of_obliged(reading: Reading, obliged_id: UUID) -> UUID | None:
    return await _case(
        reading, "select case_id from obliged_persons where obliged_id = $1", obliged_id
    )


async def case_of_request(reading: Reading, request_id: UUID) -> UUID | None:
    return await _case(
        reading, "select case_id from contract_requests where request_id = $1", request_id
    )


async def _case(reading: Reading, wanted: str, id_: UUID) -> UUID | None:
    found: UUID | None = await reading.fetchval(wanted, id_)
    return found
