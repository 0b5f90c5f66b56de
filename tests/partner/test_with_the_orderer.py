"""Service organisation, contractor and reporting together, over the real broker."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

from osnowa_contracts.fact import Form

from chassis.service import Service
from chassis.testing import Broker, NewDatabase
from services.partner.main import service as partner
from services.reporting.main import service as reporting
from services.service_orders.main import service as service_orders
from tests.chassis.toy import eventually
from tests.service_orders.given import PERSON
from tests.service_orders.running import Office, running
from tests.service_orders.test_home_care import (
    COORDINATOR,
    ORDER,
    decision,
    post,
    prepared,
)

DISPATCHER, CARER, ANALYST = "piotr-wiaz", "danuta-malwa", "robert-grab"
PROGRAMS: dict[str, Service[Any]] = {
    "service-orders": service_orders,
    "ngo-opiekun": partner,
    "reporting": reporting,
}


async def until(office: Office, worker: str, path: str, wanted: Any) -> Any:
    """What a page of JSON tells once it tells what is wanted."""
    async with office.worker(worker) as http:

        async def asked() -> Any:
            told = (await http.get(path)).json()
            return (told,) if wanted(told) else None

        [told] = await eventually(asked)
    return told


async def announce(office: Office, worker: str, fact: str, **data: Any) -> None:
    body = {"person_id": str(PERSON), "data": {"order_id": str(ORDER), **data}}
    async with office.worker(worker) as http:
        answer = await http.post(f"/api/announcements/{fact}", json=body)
    assert answer.status_code == 201, answer.text


async def test_an_order_travels_to_the_contractor_and_its_work_comes_back(
    new_database: NewDatabase, broker: Broker, tmp_path: Path
) -> None:
    await broker.admit(*PROGRAMS)
    async with AsyncExitStack() as stack:
        city, ngo, figures = [
            await stack.enter_async_context(
                running(
                    service, unit, await new_database(), tmp_path, broker.url,
                    broker.passwords[unit],
                )
            )
            for unit, service in PROGRAMS.items()
        ]  # fmt: skip
        await prepared(city)
        await city.hears(decision(), PERSON, form=Form.SUMMARY)
        [order] = await until(ngo, DISPATCHER, "/api/orders", len)
        assert (order["order_id"], order["name"]) == (str(ORDER), "Anna Przykładowa")

        slots = [{"weekday": 1, "start": "08:00", "end": "10:00"}]
        await announce(ngo, DISPATCHER, "OrderAccepted", on="2026-03-05")
        await announce(ngo, DISPATCHER, "ScheduleSet", valid_from="2026-03-06", slots=slots)
        await announce(ngo, CARER, "ServiceStarted", on="2026-03-06")
        await announce(
            ngo, CARER, "VisitCompleted", visit_id=str(uuid4()), on="2026-03-06", minutes=120
        )
        address = f"/api/orders/{ORDER}"
        await until(city, COORDINATOR, address, lambda told: told["state"] == "in-service")

        timeline = f"/api/clients/{PERSON}/timeline"
        told = await until(ngo, DISPATCHER, timeline, lambda told: len(told["entries"]) >= 5)
        assert {entry["unit"] for entry in told["entries"]} == {"service-orders", "ngo-opiekun"}
        assert len(told["entries"]) == 5, "nothing comes back to who said it"

        async with city.worker(COORDINATOR) as http:
            await post(http, f"/orders/{ORDER}/end", {"reason": "DPS", "on": "2026-03-20"})
        [order] = await until(
            ngo, DISPATCHER, "/api/orders", lambda told: told[0]["state"] == "ended"
        )
        await until(ngo, DISPATCHER, "/api/persons", lambda told: told[0]["keep_until"] is not None)
        found = await until(figures, ANALYST, "/api/indicators", lambda told: told[4]["of"] == 1)
        assert {figure["name"]: figure["value"] for figure in found}["start_before_order"] == "0"
        async with figures.worker(ANALYST) as http:
            counts = (await http.get("/api/counts")).json()
        assert "Przykładowa" not in str(counts)
        assert (
            await figures.part.pool.fetchval(
                "select count(*) from inbox where person_id is not null"
            )
            == 0
        )
