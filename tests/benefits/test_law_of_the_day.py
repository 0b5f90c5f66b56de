"""By which law a case is calculated: that of today, or for months of the past that of their day."""

from __future__ import annotations

from datetime import date

from tests.benefits.conftest import Town
from tests.benefits.given import EWA, MAN, Json
from tests.benefits.realised import applied, interviewed
from tests.benefits.test_letter import lines_of

THEN = {"on": "2024-06-01"}
PENSION: Json = {"kind": "PENSION", "amount": "1284.16", "own": False}
NURSING: Json = {"kind": "NURSING_ALLOWANCE", "amount": "215.84"}


async def family(town: Town, benefit: str, **told: str) -> str:
    """Three persons who live on 1500 in May 2024; the path of their case of June 2024."""
    case = await applied(town, MAN, benefit, date(2024, 6, 3))
    await interviewed(town, case, date(2026, 2, 2))
    at = f"/api/cases/{case}"
    await town.post(
        EWA, f"{at}/income", month="2024-05", household_size=3, components=[PENSION, NURSING],
        **told,
    )  # fmt: skip
    return at


async def test_months_of_the_past_are_counted_by_the_law_of_their_day(town: Town) -> None:
    at = await family(town, "PERMANENT", **THEN)
    found = await town.post(EWA, f"{at}/entitlement", proposed="280.00", **THEN)
    assert found["data"]["maximum"] == "280.00", "130 % of 600 less 500"
    view = await town.get(EWA, at)
    assert view["income"]["by_law_of"] == "2024-06-01"
    assert view["calculation"]["params_date"] == "2024-01-01"
    terms = {"valid_from": "2024-06-01", "amount": "280.00"}
    await town.post(EWA, f"{at}/decisions", kind="GRANT", **terms)
    amounts = [line for line in await lines_of(town, at) if "kwoty i kryteria" in line]
    assert amounts
    assert all("od 1 stycznia 2024 r." in line for line in amounts)


async def test_what_follows_from_an_income_of_the_past_is_counted_by_the_same_law(
    town: Town,
) -> None:
    at = await family(town, "PERMANENT", **THEN)
    form = (await (await town.client(EWA)).get(f"{at.removeprefix('/api')}/entitlement")).text
    assert "Stan prawny na dzień" in form
    found = await town.post(EWA, f"{at}/entitlement", proposed="280.00")
    assert found["data"]["maximum"] == "280.00"
    page = (await (await town.client(EWA)).get(at.removeprefix("/api"))).text
    assert "Stan prawny na dzień" in page


async def test_a_refusal_shows_the_criterion_of_its_day(town: Town) -> None:
    case = await applied(town, MAN, "PERIODIC", date(2024, 6, 3))
    await interviewed(town, case, date(2026, 2, 2))
    at = f"/api/cases/{case}"
    wage = [{"kind": "WAGE", "amount": "800.00"}]
    await town.post(EWA, f"{at}/income", month="2024-05", components=wage, **THEN)
    await town.post(EWA, f"{at}/decisions", kind="REFUSAL", ground="INCOME")
    (criterion,) = [line for line in await lines_of(town, at) if line.startswith("Kryterium")]
    assert "776,00 zł" in criterion


async def test_a_right_follows_the_law_of_the_day_too(town: Town) -> None:
    at = await family(town, "CLOTHING", **THEN)
    assert (await town.post(EWA, f"{at}/right"))["data"]["free"] is True
    step = (await town.get(EWA, at))["right"]["steps"][0]
    assert (step["amount"], step["valid_from"]) == ("1800", "2024-01-01")


async def test_the_law_of_a_day_to_come_or_before_all_is_not_told(town: Town) -> None:
    at = await family(town, "PERMANENT")
    for body, name in (
        ({"on": "2026-02-03"}, "InTheFuture"),
        ({"on": "2017-01-01"}, "ParametersUnknown"),
    ):
        assert await town.refused(EWA, f"{at}/entitlement", proposed="1", **body) == name
        income = {"month": "2024-05", "components": [PENSION]}
        assert await town.refused(EWA, f"{at}/income", **income, **body) == name
    assert (await town.get(EWA, at))["income"]["total"] == "1500.00", "nothing was lost"


async def test_the_law_of_today_is_what_nobody_has_to_tell(town: Town) -> None:
    at = await family(town, "PERMANENT")
    found = await town.post(EWA, f"{at}/entitlement", proposed="569.90")
    assert found["data"]["maximum"] == "569.90", "130 % of 823 less 500"
    assert (await town.get(EWA, at))["income"]["by_law_of"] is None
