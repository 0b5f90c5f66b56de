"""What benefits reads can be dropped and filled again from the log: rebuilt equals live."""

from __future__ import annotations

from datetime import date
from typing import Any

from chassis.aggregate import Aggregate
from services.benefits.main import service
from services.benefits.projections import project_event
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.realised import (
    EWA,
    HELENA,
    MAREK,
    applied,
    clock_at,
    decided,
    delivered,
    earned,
    final,
    interviewed,
    sent_to_the_board,
)
from tests.benefits.test_contract_requests import asked
from tests.benefits.test_deciding import reviewed
from tests.benefits.test_directions import corrected, directed, heard
from tests.benefits.test_monitoring import periodic
from tests.benefits.test_support import in_the_home

TABLES = (
    "entitlements", "payments", "payment_lists", "monitoring", "certificates", "repayments",
    "instalments", "obliged_persons", "fee_accounts", "fee_stays", "fee_parts",
    "contract_requests", "deadlines", "cases", "decisions", "directions",
)  # fmt: skip


async def lived(town: Town) -> None:
    """Something in every table."""
    contact = await heard(town, directed())
    await town.hears("intake", corrected(contact, "BENEFITS", "benefits"), MAN)
    await heard(town, directed(urgent=True))
    case, benefit = await periodic(town)
    at = f"/api/entitlements/{benefit}"
    town.day(date(2026, 2, 25))
    day = "/api/payment-lists/2026-02-25"
    waiting = (await town.get(MAREK, day))["totals"]["planned"]
    await town.post(MAREK, f"{day}/execution", **waiting)
    await town.post(EWA, f"{at}/utilisation-checks", method="VISIT", result="WASTED")
    draft = {"kind": "SUSPEND", "valid_from": "2026-02-01"}
    await decided(town, at, **draft)
    await final(town, (await town.post(EWA, f"{at}/undue-decisions"))["data"]["decision_id"])
    (owed,) = await town.listed(MAREK, "/api/repayments", case_id=case)
    on_it = f"/api/repayments/{owed['repayment_id']}"
    await town.post(MAREK, f"{on_it}/plan", instalments=4, first_due="2026-03-30")
    await town.post(MAREK, f"{on_it}/receipts", amount="70.00")
    await asked(town)
    case, daughter = await in_the_home(town)
    await clock_at(town, date(2026, 8, 3))
    town.day(date(2026, 8, 3))
    paid = {"month": "2026-07", "payer": "RELATIVE", "obliged_id": daughter, "amount": "900.00"}
    await town.post(MAREK, f"/api/cases/{case}/fees/payments", **paid)


async def dump(town: Town) -> dict[str, list[str]]:
    reading = town.app.state.service.reading
    found = {}
    for table in TABLES:
        rows = await reading.fetch(f"select to_jsonb(t)::text as row from {table} t order by 1")
        found[table] = [row["row"] for row in rows]
    return found


async def test_rebuilt_tables_equal_the_live_ones(town: Town) -> None:
    await lived(town)
    part = town.app.state.service.part
    assert await part.follower.reached(await part.log.head())
    live = await dump(town)
    assert all(live.values()), [table for table, rows in live.items() if not rows]
    async with part.pool.acquire() as tx, tx.transaction():
        await tx.execute(f"truncate {', '.join(TABLES)}")
        for recorded in await part.log.read(0, 10_000):
            event = recorded.event
            aggregate: Any = await part.log.find(
                Aggregate, event.originator_id, to_version=event.originator_version
            )
            await project_event(tx, event, aggregate, recorded)
    assert await dump(town) == live


async def test_rows_that_an_older_version_wrote_say_the_same_after_an_upgrade(town: Town) -> None:
    """One decision waits in a review, another was sent back by the board."""
    _, benefit = await reviewed(town)
    confirmed = await town.post(EWA, f"{benefit}/decisions", kind="CONFIRM")
    await town.post(HELENA, f"/api/decisions/{confirmed['data']['decision_id']}/issue")
    case = await applied(town, WOMAN, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    need = {"need": "Zakup opału", "amount": "100.00"}
    grant = {"kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-03-31", **need}
    granted = await town.post(EWA, f"/api/cases/{case}/decisions", **grant)
    on_it = f"/api/decisions/{granted['data']['decision_id']}"
    await delivered(town, on_it)
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    live = await dump(town)
    assert service.schema is not None
    async with town.app.state.service.part.pool.acquire() as tx:
        await tx.execute(
            "update decisions set entitlement_id = null, matter = null, sent_back = false,"
            " review_decided = false;"
            "alter table timekeeping add restarted boolean not null default true"
        )
        for _ in ("the upgrade", "every start after it"):
            await tx.execute(service.schema.read_text("utf-8"))
    assert await dump(town) == live
