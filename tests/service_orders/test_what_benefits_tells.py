"""Benefits decides and loses its appeals; the order follows what it really tells of that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from osnowa_contracts import contractor, socialwork

from chassis.testing import NewDatabase
from services.service_orders.main import service
from services.service_orders.values import order_id as id_of
from tests.benefits.conftest import Town, running_town
from tests.benefits.given import WOMAN
from tests.benefits.realised import delivered, sent_to_the_board
from tests.benefits.test_api import ZOFIA, care_granted, certify, registered
from tests.service_orders.given import NGO
from tests.service_orders.running import Office, running
from tests.service_orders.test_home_care import (
    CARE,
    CONTRACTOR,
    COORDINATOR,
    DRAFT,
    Json,
    parked,
    post,
)

TOLD = "select subject, envelope from disclosures where recipient = 'service-orders'"


async def told(town: Town, office: Office) -> None:
    """Everything that benefits has told orders until now; what came before changes nothing."""
    rows = await town.app.state.service.reading.fetch(f"{TOLD} order by sequence")
    await office.part.inbox.take([(row["subject"], row["envelope"].encode()) for row in rows])
    await office.catch_up()


async def lost(town: Town, decision: str, result: str) -> None:
    await sent_to_the_board(town, on_it := f"/api/decisions/{decision}", ZOFIA)
    await town.post(ZOFIA, f"{on_it}/appeal/result", result=result)


async def test_hours_and_a_suspension_that_the_board_took_back_hold_no_more(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    async with (
        running_town(await new_database(), tmp_path) as town,
        running(service, "service-orders", await new_database(), tmp_path) as office,
    ):
        town.day(date(2026, 3, 2))
        case = await registered(town, WOMAN, "HOME_CARE", date(2026, 3, 2), urgent=True)
        benefit = (await care_granted(town, case))["id"]
        await told(town, office)
        order_id = await in_service(office, case)

        async def order() -> Json:
            await told(town, office)
            async with office.worker(COORDINATOR) as http:
                found: Json = (await http.get(f"/api/orders/{order_id}")).json()
            return found

        async def decided(**draft: object) -> str:
            drafted = await town.post(ZOFIA, f"/api/entitlements/{benefit}/decisions", **draft)
            decision = str(drafted["data"]["decision_id"])
            await delivered(town, f"/api/decisions/{decision}", ZOFIA)
            return decision

        town.day(date(2026, 3, 24))
        office.at(2026, 3, 24, 12)
        report = socialwork.NeedChangeReported(
            report_id=uuid4(), service="HOME_CARE", proposed_hours_per_day="3",
            valid_from=date(2026, 4, 1), on=date(2026, 3, 24),
        )  # fmt: skip
        await certify(town, report, WOMAN)
        hours = {"hours_per_day": "3", "fee_per_hour": "3.50"}
        more = await decided(kind="CHANGE", valid_from="2026-04-01", service=hours)
        assert [one["hours_per_day"] for one in (await order())["versions"]] == ["2", "3"]
        await lost(town, more, "REMITTED")
        told_back = (await order())["versions"]
        assert [one["hours_per_day"] for one in told_back] == ["2", "3", "2"]

        at_once = {"immediate": True, "immediate_reason": "Klientka jest w szpitalu."}
        stop = await decided(kind="SUSPEND", valid_from="2026-03-25", **at_once)
        assert (await order())["state"] == "suspended"
        await lost(town, stop, "REVERSED")
        assert (await order())["state"] == "in-service"
        assert await parked(office) == []


async def in_service(office: Office, case: str) -> UUID:
    """The order of that case, and its service begun."""
    office.at(2026, 3, 5, 12)
    async with office.worker(COORDINATOR) as http:
        await post(http, "/contractors", CONTRACTOR, 201)
    async with office.worker(CARE) as http:
        assert "usługi opiekuńcze" in (await http.get("/decisions")).text
        draft = {**DRAFT, "person_id": str(WOMAN), "case_id": case}
        placed = await post(http, "/orders", draft, 201)
    order_id = id_of(UUID(case), "HOME_CARE", 1)
    assert (placed["id"], placed["data"]["state"]) == (str(order_id), "placed")
    slots = [{"weekday": 1, "start": "08:00", "end": "10:00"}]
    for fact in (
        contractor.OrderAccepted(order_id=order_id, on=date(2026, 3, 5)),
        contractor.ScheduleSet(
            order_id=order_id, valid_from=date(2026, 3, 6), carer_id="c-1", slots=slots
        ),
        contractor.ServiceStarted(order_id=order_id, on=date(2026, 3, 6)),
    ):
        await office.hears(fact, WOMAN, by=NGO)
    return order_id
