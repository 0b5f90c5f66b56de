"""A city that ran before decisions that stop a service were kept goes on as if they always were."""

from __future__ import annotations

from datetime import date

from services.service_orders.main import service
from tests.service_orders.given import DECISION
from tests.service_orders.running import Office
from tests.service_orders.test_home_care import in_service, parked, undoing
from tests.service_orders.test_overturned import (
    decided,
    hears,
    resolved,
    state,
    suspended,
    waiting,
)

DAY = date(2026, 3, 10)
AS_IT_WAS = """
drop view decisions_in_force;
drop function decision_stops;
delete from decisions where hours_per_day is null;
alter table decisions
    drop column number, drop column days, drop column stops, drop column overturned_on,
    alter column first_day set not null, alter column last_day set not null,
    alter column hours_per_day set not null, alter column fee_per_hour set not null;
alter table orders drop column end_reason;
"""


async def dump(office: Office) -> list[str]:
    tables = ("decisions", "decisions_in_force", "orders")
    found = [
        await office.part.pool.fetch(f"select to_jsonb(t)::text as row from {table} t order by 1")
        for table in tables
    ]
    return [row["row"] for rows in found for row in rows]


async def upgraded(office: Office) -> None:
    """From the tables of the version before; and started once more after that."""
    assert service.schema is not None
    live = await dump(office)
    async with office.part.pool.acquire() as tx, tx.transaction():
        await tx.execute(AS_IT_WAS)
        for _ in ("the upgrade", "every start after it"):
            await tx.execute(service.schema.read_text("utf-8"))
    assert await dump(office) == live


async def test_a_service_that_was_suspended_before_an_upgrade_rests_after_it(
    office: Office,
) -> None:
    await in_service(office)
    stop = await decided(office, "SUSPEND", DAY)
    await upgraded(office)
    await hears(office, suspended(stop, DAY))
    assert await state(office) == "suspended", "now it takes effect, which takes nothing back"
    await hears(office, undoing(stop, DAY))
    assert await state(office) == "in-service"
    assert await parked(office) == []


async def test_what_a_revocation_ended_before_an_upgrade_is_ordered_anew_once_it_is_undone(
    office: Office,
) -> None:
    await in_service(office)
    revocation = await decided(office, "REVOKE", date(2026, 3, 20))
    await upgraded(office)
    assert (await state(office), await waiting(office)) == ("ended", [])
    await resolved(office, revocation)
    assert await waiting(office) == [str(DECISION)]


async def test_whatever_was_decided_and_overturned_before_an_upgrade_says_the_same_after_it(
    office: Office,
) -> None:
    await in_service(office)
    more = await decided(office, "CHANGE", hours=3)
    await resolved(office, more)
    stop = await decided(office, "SUSPEND", DAY)
    answered = await decided(office, "DISCONTINUE", previous_decision_id=stop)
    await decided(office, "REFUSAL", previous_decision_id=answered)
    await hears(office, undoing(stop, DAY))
    again = await decided(office, "SUSPEND", DAY)
    await resolved(office, again)
    await hears(office, suspended(again, DAY))
    await upgraded(office)
    await resolved(office, DECISION)
    await upgraded(office)
    assert await parked(office) == []
