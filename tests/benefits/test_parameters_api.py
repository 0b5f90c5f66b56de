"""Legal parameters over HTTP: in force on a day, proposed by one, published by another."""

from __future__ import annotations

from tests.benefits.conftest import Town
from tests.benefits.given import Json
from tests.benefits.test_api import BARBARA, EWA, HELENA

STEFAN = "stefan-rokita"
RISE = {
    "kind": "NATIONAL", "valid_from": "2026-02-01", "source": "Dz.U. 2026 poz. 1",
    "single_criterion": "1200", "family_criterion": "900", "permanent_maximum": "1500",
    "permanent_minimum": "100", "permanent_base": "1.30", "hectare": "500",
    "periodic_share": "0.5", "periodic_minimum": "20",
}  # fmt: skip
AT = "/api/parameters"


async def single_criterion(town: Town, on: str) -> str:
    found = await town.get(EWA, AT, on=on)
    (national,) = [one for one in found["sets"] if one["kind"] == "NATIONAL"]
    return str(national["single_criterion"])


async def test_a_published_set_changes_the_next_calculation_and_no_earlier_day(town: Town) -> None:
    proposal = (await town.post(STEFAN, f"{AT}/proposals", **RISE))["data"]["proposal_id"]
    on_it = f"{AT}/proposals/{proposal}"
    assert await town.refused(EWA, "/api/calculations/periodic", income="1100") == "NotEligible"
    assert await town.refused(STEFAN, f"{on_it}/publication") == "PublishedByProposer"
    assert await town.refused(EWA, f"{on_it}/publication") == "RoleMissing"
    told = await town.post(HELENA, f"{on_it}/publication")
    assert told["data"] == {"kind": "NATIONAL", "valid_from": "2026-02-01"}
    found = await town.post(EWA, "/api/calculations/periodic", income="1100")
    assert (found["maximum"], found["params_date"]) == ("100.00", "2026-02-01")
    assert await single_criterion(town, "2026-01-31") == "1010"
    assert await single_criterion(town, "2026-02-01") == "1200.00"
    (listed,) = await town.listed(EWA, f"{AT}/proposals")
    assert (listed["state"], listed["decided_by"]) == ("PUBLISHED", HELENA)


async def test_every_kind_of_set_can_be_proposed_and_published(town: Town) -> None:
    sets: list[Json] = [
        {"kind": "CITY", "single_criterion": "1515", "periodic_share": "0.6"},
        {"kind": "PRACTICE", "periodic_boundary": "NOT_ABOVE", "sharing": "PROPORTIONAL"},
        {"kind": "EXCLUSIONS", "exclusions": [{
            "receipt": "GIFT", "basis": "ups art. 8", "pl": "upominek", "en": "gift",
            "purposes": ["CASH"],
        }]},
        {"kind": "HOME_CARE", "scale_id": "t-2026", "cost_per_hour": "40", "bands": [
            {"up_to": "200", "single": "0", "family": "0"}, {"single": "50", "family": "60"},
        ]},
        {"kind": "SPECIALIST_CARE", "scale_id": "s-2026", "cost_per_hour": "60", "bands": [
            {"up_to": "200", "single": "0", "family": "0"}, {"single": "50", "family": "60"},
        ]},
        {"kind": "MEAL", "criterion_percent": "250", "valid_to": "2030-12-31"},
        {"kind": "TERMS", "contact_days": 10},
    ]  # fmt: skip
    for one in sets:
        sent = {"valid_from": "2026-02-01", "source": "uchwała rady", **one}
        proposal = (await town.post(BARBARA, f"{AT}/proposals", **sent))["data"]["proposal_id"]
        await town.post(HELENA, f"{AT}/proposals/{proposal}/publication")
    found = await town.get(EWA, AT, on="2026-02-02")
    assert [one["kind"] for one in found["sets"]] == [
        "NATIONAL", "CITY", "PRACTICE", "EXCLUSIONS", "HOME_CARE", "SPECIALIST_CARE", "MEAL",
        "TERMS",
    ]  # fmt: skip
    fee = await town.post(EWA, "/api/calculations/home-care-fee", income="3000")
    assert fee["fee_per_hour"] == "20.00"
    gift = [{"kind": "GIFT", "amount": "9"}, {"kind": "CHILD_BENEFIT", "amount": "800"}]
    income = await town.post(EWA, "/api/calculations/income", month="2026-01", components=gift)
    assert income["total"] == "800.00"


async def test_the_example_of_the_document_can_be_proposed(town: Town) -> None:
    document = await town.get(EWA, "/api/openapi.json")
    operation = document["paths"][f"{AT}/proposals"]["post"]
    example = operation["requestBody"]["content"]["application/json"]["example"]
    assert example["kind"] == "NATIONAL"
    await town.post(STEFAN, f"{AT}/proposals", **{**example, "hectare": "500"})


async def test_bad_sets_are_refused_before_anybody_sees_them(town: Town) -> None:
    for change, code in (
        ({"kind": "OTHER"}, "invalid"),
        ({"family_criterion": "0"}, "invalid"),
        ({"periodic_share": "1.01"}, "invalid"),
        ({"single_criterion": "NaN"}, "invalid"),
        ({"valid_from": "1066-10-14"}, "invalid"),
    ):
        assert await town.refused(STEFAN, f"{AT}/proposals", **{**RISE, **change}) == code
    city = {"kind": "CITY", "valid_from": "2026-02-01", "source": "uchwała"}
    lower = await town.refused(STEFAN, f"{AT}/proposals", **city, single_criterion="1009.99")
    assert lower == "BelowTheAct"
    assert await town.refused(EWA, f"{AT}/proposals", **RISE) == "RoleMissing"
    assert await town.listed(EWA, f"{AT}/proposals") == []


async def test_a_withdrawn_set_is_never_published(town: Town) -> None:
    proposal = (await town.post(STEFAN, f"{AT}/proposals", **RISE))["data"]["proposal_id"]
    on_it = f"{AT}/proposals/{proposal}"
    await town.post(BARBARA, f"{on_it}/withdrawal", reason="błędna kwota")
    assert await town.refused(HELENA, f"{on_it}/publication") == "ProposalDecided"
    unknown = f"{AT}/proposals/{proposal[:-4]}0000/publication"
    assert await town.refused(HELENA, unknown) == "NotProposed"


async def test_the_book_is_told_to_statistics_alone(town: Town) -> None:
    proposal = (await town.post(STEFAN, f"{AT}/proposals", **RISE))["data"]["proposal_id"]
    await town.post(HELENA, f"{AT}/proposals/{proposal}/publication")
    rows = await town.app.state.service.reading.fetch(
        "select recipient from disclosures join facts using (fact_id) where type like $1",
        "%legal-parameters-published%",
    )
    assert [row["recipient"] for row in rows] == ["reporting"]
