"""Two ways back to what was decided: KPA 145 for a defect, ups 106 (5) for what happened since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from osnowa_contracts import benefits as facts

from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.reopening import (
    OnRequestOnly,
    ReopeningBarred,
    ReopeningRequestLate,
    ReopeningUnfounded,
)
from services.benefits.reopening import GROUNDS, Reopening, ReopeningGround, check_reopening
from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.test_api import EWA, GRANT, HELENA, MAREK, assessed, granted, registered
from tests.benefits.test_deciding import decision_of, drafted, ready

DELIVERED = date(2020, 2, 28)
REQUESTED = Reopening(
    ground=ReopeningGround.NEW_FACTS, what="Umowa o pracę z 2019 r.", on_request=True,
    learned_on=date(2024, 12, 2), requested_on=date(2025, 1, 2), by=HELENA, on=date(2025, 1, 8),
)  # fmt: skip
DEFECT = {
    "ground": "NEW_FACTS", "what": "Umowa o pracę z grudnia 2025 r., nieznana organowi",
    "learned_on": "2026-03-02",
}  # fmt: skip


def check(reopening: Reopening) -> None:
    check_reopening(reopening, delivered_on=DELIVERED)


def test_a_request_comes_within_a_month_of_learning() -> None:
    check(REQUESTED)
    with pytest.raises(ReopeningRequestLate) as refused:
        check(replace(REQUESTED, requested_on=date(2025, 1, 3)))
    assert refused.value.until == date(2025, 1, 2)


def test_nobody_learned_of_it_or_asked_for_it_tomorrow() -> None:
    tomorrow = date(2025, 1, 9)
    with pytest.raises(InTheFuture):
        check(replace(REQUESTED, learned_on=tomorrow))
    with pytest.raises(InTheFuture):
        check(replace(REQUESTED, requested_on=tomorrow))


def test_ex_officio_no_month_runs() -> None:
    check(replace(REQUESTED, on_request=False, requested_on=None, learned_on=date(2023, 1, 2)))


@pytest.mark.parametrize("ground", ReopeningGround)
def test_after_five_or_ten_years_it_is_too_late(ground: ReopeningGround) -> None:
    years = 10 if ground in {ReopeningGround.FALSE_EVIDENCE, ReopeningGround.CRIME} else 5
    assert GROUNDS[ground].years == years
    last = date(2020 + years, 2, 28)
    learned = replace(REQUESTED, ground=ground, learned_on=last, requested_on=last)
    check(replace(learned, on=last))
    with pytest.raises(ReopeningBarred):
        check(replace(learned, on=date(2020 + years, 3, 1)))


def test_a_party_that_was_left_out_has_to_ask_for_it() -> None:
    left_out = replace(REQUESTED, ground=ReopeningGround.PARTY_LEFT_OUT)
    check(left_out)
    with pytest.raises(OnRequestOnly):
        check(replace(left_out, on_request=False))


def test_a_reopening_names_its_defect() -> None:
    with pytest.raises(ReopeningUnfounded):
        check(replace(REQUESTED, what=" "))


async def running(town: Town) -> tuple[str, str, str]:
    """K1 after its waiver: the case, the decision, the benefit."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    entitlement = await granted(town, case)
    return case, (await decision_of(town, case))["id"], entitlement


async def until_final(town: Town, decision: str) -> None:
    for worker, step in ((HELENA, "issue"), (EWA, "delivery"), (EWA, "waiver")):
        await town.post(worker, f"/api/decisions/{decision}/{step}")


async def test_a_defect_leads_to_a_new_decision_that_takes_the_place_of_the_old(
    town: Town,
) -> None:
    case, old, entitlement = await running(town)
    town.day(date(2026, 3, 9))
    reopening = f"/api/decisions/{old}/reopening"
    assert await town.refused(EWA, reopening, **DEFECT) == "RoleMissing"
    await town.post(HELENA, reopening, **DEFECT)
    at = f"/api/cases/{case}"
    assert (await town.get(EWA, at))["state"] == "assessment"
    assert (await decision_of(town, case))["state"] == "reopened"
    await town.post(MAREK, f"/api/entitlements/{entitlement}/payments", month="2026-02")
    income = [{"kind": "WORK", "amount": "810.00"}]
    await town.post(EWA, f"{at}/income", month="2026-01", components=income)
    await town.post(EWA, f"{at}/entitlement", proposed="100.00")
    await town.post(EWA, f"{at}/assessment/completion")
    less = {**GRANT, "amount": "100.00", "valid_from": "2026-04-01"}
    new = await drafted(town, case, **less)
    view = await decision_of(town, case, 1)
    assert view["previous_decision_id"] == old
    assert view["letter"]["ruling"][0].startswith("Uchylam decyzję nr SW/2026/0001 z dnia")
    await until_final(town, new)
    first, second = (await town.get(EWA, at))["decisions"]
    assert (first["state"], second["state"]) == ("overturned", "final")
    (benefit,) = (await town.get(EWA, at))["entitlements"]
    amounts = {payment["month"]: payment["amount"] for payment in benefit["payments"]}
    assert amounts["2026-04"] == "100.00"
    assert amounts["2026-02"] == "200.00"
    assert not second["to_realise"]


async def test_a_decision_without_a_defect_stands_after_all(town: Town) -> None:
    case, old, _ = await running(town)
    town.day(date(2026, 3, 9))
    await town.post(HELENA, f"/api/decisions/{old}/reopening", **DEFECT)
    kept = await drafted(town, case, kind="CONFIRM", reasons="Umowa była organowi znana.")
    assert (await decision_of(town, case, 1))["letter"]["ruling"][0].startswith(
        "Odmawiam uchylenia decyzji nr SW/2026/0001"
    )
    await until_final(town, kept)
    assert (await decision_of(town, case))["state"] == "final"
    told = await town.app.state.service.reading.fetchval(
        "select data ->> 'ground' from facts where type = $1", facts.ProceedingReopened.type()
    )
    assert told == "NEW_FACTS"


async def test_nothing_is_confirmed_on_an_application(town: Town) -> None:
    case = await ready(town)
    refusal = await town.refused(EWA, f"/api/cases/{case}/decisions", kind="CONFIRM")
    assert refusal == "EarlierDecisionMissing"


async def test_a_closed_case_is_come_back_to_for_what_became_known(town: Town) -> None:
    case, _, entitlement = await running(town)
    at = f"/api/cases/{case}"
    for month in ("2026-02", "2026-03", "2026-04", "2026-05"):
        town.day(date.fromisoformat(f"{month}-25"))
        await town.post(MAREK, f"/api/entitlements/{entitlement}/payments", month=month)
    await town.post(MAREK, f"/api/entitlements/{entitlement}/end")
    await town.post(EWA, f"{at}/closure")
    town.day(date(2026, 9, 1))
    back = {"entitlement_id": entitlement, "trigger": "INCOME_CHANGE"}
    stranger = {**back, "entitlement_id": case}
    assert await town.refused(EWA, f"{at}/return", **stranger) == "NothingToReopen"
    await town.post(EWA, f"{at}/return", **back)
    view = await town.get(EWA, at)
    assert (view["state"], view["entitlements"][0]["state"]) == ("decision", "in-review")
    answer = await town.post(EWA, f"/api/entitlements/{entitlement}/decisions", kind="CONFIRM")
    await until_final(town, answer["data"]["decision_id"])
    assert (await town.get(EWA, at))["entitlements"][0]["state"] == "ended"
    await town.post(EWA, f"{at}/closure")
    told = await town.app.state.service.reading.fetchval(
        "select count(*) from facts where type = any($1)",
        [facts.CaseReopened.type(), facts.CaseClosed.type()],
    )
    assert told == 3
