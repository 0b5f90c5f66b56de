"""K3 as the tests of benefits play it: an application for a home, the daughter, who pays."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from tests.benefits.conftest import Town
from tests.benefits.given import Json
from tests.benefits.realised import ZOFIA, applied, final, interviewed

RESIDENT = UUID(int=3)
HOME = "DPS „Pod Lipami”"
APRIL = date(2026, 4, 24)
AGREED: Json = {"answer": "AGREED", "by": "PERSON", "on": "2026-04-14"}
SHEET: Json = {
    "contacts": [{"name": "Anna Przykładowa", "relation": "córka", "phone": "600 000 005"}],
    "health_needs": [{"what": "Pomoc w nocy"}],
    "risks": [{"what": "Upadki"}],
    "diet": "lekkostrawna",
}


async def asked_for_a_home(town: Town) -> str:
    """The application of 1 April and the interview of 14 April; the address of the case."""
    town.day(date(2026, 4, 1))
    case = await applied(town, RESIDENT, "RESIDENTIAL_HOME", date(2026, 4, 1), "Mieszkaniec")
    town.day(date(2026, 4, 14))
    await interviewed(town, case, date(2026, 4, 14), ZOFIA)
    pension = [{"kind": "PENSION", "amount": "2400"}]
    await town.post(ZOFIA, f"/api/cases/{case}/income", month="2026-03", components=pension)
    town.day(APRIL)
    return f"/api/cases/{case}"


async def daughter_agrees(town: Town, at: str, amount: str = "1970.00") -> str:
    """Her id in the register."""
    who = {"name": "Anna Przykładowa", "relation": "DESCENDANT", "income": "5000.00"}
    daughter = str((await town.post(ZOFIA, f"{at}/obliged-persons", **who))["id"])
    await agrees(town, daughter, amount, "2026-06-01")
    return daughter


async def agrees(town: Town, obliged_id: str, amount: str, since: str) -> None:
    agreed = {"amount": amount, "form": "RESIDENTIAL_FEE", "valid_from": since}
    await town.post(ZOFIA, f"/api/obliged-persons/{obliged_id}/agreements", **agreed)


async def calculated(town: Town, at: str, daughter: str | None) -> Json:
    """Who bears the cost of 7200 a month; the agreement is read from the register."""
    relative: Json = {"reference": "córka", "relation": "DESCENDANT", "income": "5000.00"}
    if daughter is not None:
        relative["obliged_id"] = daughter
    found: Json = (await town.post(ZOFIA, f"{at}/home-fees", cost="7200", relatives=[relative]))[
        "data"
    ]
    return found


async def fee_decided(town: Town, at: str, **draft: object) -> str:
    """The decision on the fee from 1 June, final at once; its id."""
    drafted = await town.post(
        ZOFIA, f"{at}/decisions", kind="FEE", valid_from="2026-06-01", **draft
    )
    decision = str(drafted["data"]["decision_id"])
    await final(town, decision, ZOFIA)
    return decision
