"""What-if calculations over HTTP: every kind with its explanation; bad numbers are refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.benefits.commands.what_if import KINDS
from tests.benefits.conftest import Town
from tests.benefits.given import WOMAN, Json
from tests.benefits.test_api import EWA, registered

DAUGHTER = {"reference": "córka", "relation": "DESCENDANT", "income": "5000"}
GOOD: dict[str, tuple[Json, dict[str, Any]]] = {
    "periodic": ({"income": "610"}, {"minimum": "200.00", "maximum": "400.00"}),
    "permanent": ({"income": "500", "on": "2024-05-06"}, {"maximum": "508.80"}),
    "targeted": ({"income": "610", "need": "450"}, {"minimum": "0.01", "maximum": "450.00"}),
    "special-targeted": ({"income": "1400"}, {"maximum": "1010.00"}),
    "loss": ({"loss": "3200"}, {"maximum": "3200.00"}),
    "returnable": (
        {"amount": "100", "instalments": 3}, {"instalments": ["33.34", "33.33", "33.33"]},
    ),
    "contract": (
        {"work_since": "2026-03-16", "decision_ends": "2026-07-31"}, {"until": "2026-05-16"},
    ),
    "meal": ({"income": "2020"}, {"free": True}),
    "non-cash": ({"benefit": "SHELTER", "income": "1100"}, {"free": False}),
    "home-care-fee": ({"income": "1400"}, {"fee_per_hour": "3.50", "share": "10"}),
    "care-home-fees": (
        {
            "cost": "7200", "resident_income": "2400", "relatives": [DAUGHTER],
            "first_day": "2026-06-15", "last_day": "2026-06-30",
        },
        {"resident": "896.00", "gmina": "1893.33", "cost": "3840.00"},
    ),
    "income": (
        {"month": "2026-01", "components": [{"kind": "FARM", "hectares": "2.5"}]},
        {"total": "1147.50"},
    ),
    "income-change": (
        {
            "income_before": "1815.84", "income_now": "2115.84", "household_size": 3,
            "changed_in": "2026-07",
        },
        {"threshold": "246.90", "effective_from": "2026-08"},
    ),
    "undue": (
        {"months": [{"month": "2026-08", "paid": "464.62", "due": "364.62"}]}, {"whole": "100.00"},
    ),
}  # fmt: skip


def test_every_kind_is_tried_here() -> None:
    assert set(GOOD) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(GOOD))
async def test_a_calculation_answers_with_its_steps_and_reasons(town: Town, kind: str) -> None:
    sent, wanted = GOOD[kind]
    found = await town.post(EWA, f"/api/calculations/{kind}", **sent)
    assert {name: found[name] for name in wanted} == wanted
    assert found["steps"]
    assert found["reasons"].startswith("1. ")
    for step in found["steps"]:
        assert step["basis"]
        assert step["pl"]
        assert step["en"]


async def test_every_example_of_the_document_can_be_sent(town: Town) -> None:
    document = await town.get(EWA, "/api/openapi.json")
    for kind in KINDS:
        operation = document["paths"][f"/api/calculations/{kind}"]["post"]
        content = operation["requestBody"]["content"]["application/json"]
        assert (await town.post(EWA, f"/api/calculations/{kind}", **content["example"]))["steps"]


async def test_a_refusal_explains_itself_as_a_result_does(town: Town) -> None:
    client = await town.client(EWA)
    answer = await client.post("/api/calculations/periodic", json={"income": "1010"})
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["code"] == "NotEligible"
    assert "decyzję odmowną" in told["detail"]
    assert [step["amount"] for step in told["told"]["steps"]] == ["1010", "1010.00"]


BAD: list[tuple[str, Json]] = [
    ("periodic", {"income": "-1"}),
    ("periodic", {"income": "NaN"}),
    ("periodic", {"income": "Infinity"}),
    ("periodic", {"income": "1e400"}),
    ("periodic", {"income": "610.001"}),
    ("periodic", {"income": "99999999999999"}),
    ("periodic", {"income": "610", "household_size": 0}),
    ("periodic", {"income": "610", "household_size": 10**30}),
    ("periodic", {"income": "610", "on": "0001-01-01"}),
    ("periodic", {"income": "610", "on": "1999-01-01"}),
    ("periodic", {"income": "dużo"}),
    ("permanent", {"income": "0", "household_size": 2}),
    ("targeted", {"income": "0", "need": "0"}),
    ("returnable", {"amount": "1", "instalments": 0}),
    ("returnable", {"amount": "1", "percent": "100.01"}),
    ("contract", {"work_since": "2199-12-31", "decision_ends": "10000-01-01"}),
    ("meal", {"income": "0", "on": "2029-01-01"}),
    ("non-cash", {"income": "0", "benefit": "NONE"}),
    ("care-home-fees", {"cost": "0", "resident_income": "1"}),
    ("care-home-fees", {"cost": "1", "resident_income": "1", "first_day": "2026-06-01"}),
    ("care-home-fees", {
        "cost": "1", "resident_income": "1", "first_day": "2026-06-02", "last_day": "2026-06-01",
    }),
    ("care-home-fees", {
        "cost": "9000", "resident_income": "1", "relatives": [{**DAUGHTER, "agreed": "1970.01"}],
    }),
    ("income", {"month": "2026-13", "components": []}),
    ("income", {"month": "0000-01", "components": []}),
    ("income", {"month": "2026-01", "components": [{"kind": "FARM"}]}),
    ("income", {"month": "2026-01", "components": [{"kind": "WAGE", "due_from": "2026-01"}]}),
    ("income", {"month": "2026-01", "components": [{"kind": "zł", "amount": "1"}]}),
    ("income-change", {"income_before": "1", "income_now": "2", "changed_in": "lipiec"}),
    ("undue", {"months": []}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sent"), BAD)
async def test_a_bad_number_is_refused_in_polish(town: Town, kind: str, sent: Json) -> None:
    client = await town.client(EWA)
    answer = await client.post(f"/api/calculations/{kind}", json=sent)
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    said = [told["detail"], *(field["message"] for field in told["fields"])]
    assert all(sentence.strip() and "value" not in sentence.lower() for sentence in said)


numbers = st.one_of(
    st.text(alphabet="0123456789.-eE", max_size=20),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.none(),
    st.booleans(),
    st.lists(st.integers(), max_size=2),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kind=st.sampled_from(sorted(KINDS)), values=st.lists(numbers, min_size=8, max_size=8))
async def test_whatever_is_sent_never_breaks_a_calculation(
    town: Town, kind: str, values: list[Any]
) -> None:
    sent = dict(zip(KINDS[kind].model_fields, values, strict=False))
    answer = await (await town.client(EWA)).post(f"/api/calculations/{kind}", json=sent)
    assert answer.status_code in {200, 409, 422}, answer.text


# --- in a case --------------------------------------------------------------


async def test_a_case_knows_what_is_not_income_and_what_a_targeted_benefit_may_be(
    town: Town,
) -> None:
    case = await registered(town, WOMAN, "TARGETED", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    components = [{"kind": "WAGE", "amount": "900"}, {"kind": "CHILD_BENEFIT", "amount": "800"}]
    told = await town.post(EWA, f"{at}/income", month="2026-01", components=components)
    assert told["data"]["total"] == "900.00"
    assert await town.refused(EWA, f"{at}/entitlement", proposed="451", need="450") == (
        "AmountOutsideRange"
    )
    found = await town.post(EWA, f"{at}/entitlement", proposed="300", need="450")
    assert found["data"]["maximum"] == "450.00"


async def test_the_case_of_a_care_home_knows_who_pays(town: Town) -> None:
    case = await registered(town, WOMAN, "RESIDENTIAL_HOME", date(2026, 4, 1), urgent=False)
    at = f"/api/cases/{case}"
    town.day(date(2026, 4, 14))
    await town.post(EWA, f"{at}/assessment")
    pension = [{"kind": "PENSION", "amount": "2400"}]
    await town.post(EWA, f"{at}/income", month="2026-03", components=pension)
    found = await town.post(EWA, f"{at}/home-fees", cost="7200", relatives=[DAUGHTER])
    assert found["data"] == {"resident": "1680.00", "relatives": ["1970.00"], "gmina": "3550.00"}
    assert await town.refused(EWA, f"{at}/entitlement", proposed="1") == "NoFormula"
    shown = (await (await town.client(EWA)).get(f"/cases/{case}")).text
    assert "Gmina dopłaca" in shown
    assert (await town.get(EWA, at))["home_fees"]["gmina"] == "3550.00"
