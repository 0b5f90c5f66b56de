"""Which family statistics count: whoever keeps house together, or the person alone."""

from __future__ import annotations

from uuid import UUID

from chassis.database import Reading
from services.benefits.counting import unnamed


async def family_of(reading: Reading, person_id: UUID) -> tuple[str, int]:
    """The unnamed family of the person as of now, and how many persons live in it."""
    row = await reading.fetchrow(
        "select k.secret, coalesce(h.household_id, survivor_of($1)) as family,"
        " greatest(1, (select count(distinct survivor_of(m.person_id)) from household_members m"
        "   where m.household_id = h.household_id)) as persons"
        " from counting_key k left join lateral (select household_id from household_members"
        "   where person_id = any(ids_of($1)) order by household_id limit 1) h on true",
        person_id,
    )
    assert row is not None
    return unnamed(row["secret"], str(row["family"])), row["persons"]
