"""Specialist care: the table of the ordinance, and the price that the centre sets an hour at."""

from __future__ import annotations

from datetime import date

from tests.benefits.conftest import Town
from tests.benefits.given import MAN, Json
from tests.benefits.realised import HELENA, ZOFIA, interviewed
from tests.benefits.test_acts_pages import look
from tests.benefits.test_api import BARBARA, registered

MARCH = date(2026, 3, 2)
GRANT: Json = {"kind": "GRANT", "valid_from": "2026-03-02", "valid_to": "2026-08-31"}


async def wanted(town: Town) -> str:
    """For a single person with 2,500.00 in February."""
    town.day(MARCH)
    case = await registered(town, MAN, "SPECIALIST_CARE", MARCH, urgent=True)
    await interviewed(town, case, MARCH, ZOFIA)
    parts = [{"kind": "PENSION", "amount": "2500.00"}]
    await town.post(ZOFIA, f"/api/cases/{case}/income", month="2026-02", components=parts)
    return case


async def price_published(town: Town) -> None:
    """Proposed by one with the table as it is in force, published by another."""
    sets = (await town.get(ZOFIA, "/api/parameters", on="2026-03-02"))["sets"]
    (scale,) = [one for one in sets if one["kind"] == "SPECIALIST_CARE"]
    priced = {**scale, "cost_per_hour": "60.00", "valid_from": "2026-03-01"}
    at = "/api/parameters/proposals"
    proposal = (await town.post(BARBARA, at, **priced))["data"]["proposal_id"]
    await town.post(HELENA, f"{at}/{proposal}/publication")


async def test_the_fee_waits_for_the_price_and_is_then_that_of_the_ordinance(town: Town) -> None:
    case = await wanted(town)
    at = f"/api/cases/{case}"
    assert await town.refused(ZOFIA, f"{at}/fee", hours_per_day="2") == "SpecialistPriceMissing"
    await price_published(town)
    told = (await town.post(ZOFIA, f"{at}/fee", hours_per_day="2"))["data"]
    assert told == {"fee_per_hour": "6.00", "share": "10", "scale_id": "specialist-care-2023"}
    cheaper = {"hours_per_day": "2", "fee_per_hour": "3.00"}
    assert await town.refused(ZOFIA, f"{at}/decisions", **GRANT, service=cheaper) == "FeeDiffers"
    scope = {"hours_per_day": "2", "fee_per_hour": "6.00"}
    await town.post(ZOFIA, f"{at}/decisions", **GRANT, service=scope)
    (decision,) = (await town.get(ZOFIA, at))["decisions"]
    lines = [(one["basis"], one["worked"]) for one in decision["letter"]["lines"]]
    assert lines[-1] == (
        "§ 4 ust. 3 i 4 rozporządzenia w sprawie specjalistycznych usług opiekuńczych",
        "60.00 × 10%",
    )


async def test_its_form_is_offered_like_that_of_home_care(town: Town) -> None:
    case = await wanted(town)
    assert "według tabeli rozporządzenia" in await look(town, ZOFIA, f"/cases/{case}/fee")
