"""Two ways back to what was decided: KPA 145 for a defect, ups 106 (5) for what happened since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

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
from tests.benefits.given import MAN, Json
from tests.benefits.realised import delivered, sent_to_the_board
from tests.benefits.test_api import EWA, GRANT, HELENA, MAREK, assessed, granted, registered
from tests.benefits.test_deciding import decision_of, drafted, in_force, ready, reviewed
from tests.benefits.test_giving import contracted

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


# --- what a review, or a claim, had decided is examined anew ------------------------

POINTLESS = {"kind": "DISCONTINUE", "ground": "POINTLESS"}
REFUSED = {"kind": "REFUSAL", "ground": "INCOME"}
AT_ONCE = {"immediate": True, "immediate_reason": "Brak środków na leki."}
WHOLE = dict.fromkeys(("2026-02", "2026-03", "2026-04", "2026-05"), ("planned", "200.00"))


async def reopened(town: Town, decision: str) -> None:
    town.day(date(2026, 3, 9))
    await town.post(HELENA, f"/api/decisions/{decision}/reopening", **DEFECT)


async def decided(town: Town, **draft: Any) -> tuple[str, str]:
    """A decision of a review, final and then reopened; the case and the decision."""
    case, benefit = await reviewed(town)
    old = (await in_force(town, benefit, **draft))["id"]
    await reopened(town, old)
    return case, old


async def benefit_of(town: Town, case: str) -> Json:
    (found,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    return dict(found)


def plan(benefit: Json) -> dict[str, tuple[str, str]]:
    return {one["month"]: (one["state"], one["amount"]) for one in benefit["payments"]}


@pytest.mark.parametrize(
    ("old", "anew", "ruled"),
    [
        (
            {"kind": "CHANGE", "valid_from": "2026-03-01", "amount": "300.00"}, REFUSED,
            "odmawiam zmiany zasiłku okresowego.",
        ),
        (
            {"kind": "LIMIT", "valid_from": "2026-03-01", "amount": "150.00"}, POINTLESS,
            "umarzam postępowanie w sprawie ograniczenia zasiłku okresowego.",
        ),
        (
            {"kind": "SUSPEND", "valid_from": "2026-03-01"}, POINTLESS,
            "umarzam postępowanie w sprawie wstrzymania zasiłku okresowego.",
        ),
        (
            {"kind": "REVOKE", "valid_from": "2026-03-01"}, REFUSED,
            "odmawiam uchylenia zasiłku okresowego.",
        ),
        (
            {"kind": "CONFIRM"}, POINTLESS,
            "umarzam postępowanie w sprawie zmiany zasiłku okresowego.",
        ),
    ],
)  # fmt: skip
async def test_what_a_review_had_decided_is_undone_and_nothing_else(
    town: Town, old: Json, anew: Json, ruled: str
) -> None:
    case, examined = await decided(town, **old)
    new = await drafted(town, case, **anew)
    ruling = (await decision_of(town, case, 2))["letter"]["ruling"][0]
    assert ruling.startswith("Uchylam decyzję nr SW/2026/0002")
    assert ruling.endswith(f"i orzekam: {ruled}")
    await until_final(town, new)
    benefit = await benefit_of(town, case)
    assert (benefit["state"], benefit["suspended_from"]) == ("active", None)
    assert len(benefit["versions"]) == 1
    assert plan(benefit) == WHOLE
    grant, examined_now, _ = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    assert (examined_now["id"], examined_now["state"]) == (examined, "overturned")
    assert grant["state"] == "final"


async def test_a_continuation_under_a_contract_is_undone_like_any_change(town: Town) -> None:
    case, benefit = await reviewed(town, "INCOME_CHANGE")
    await contracted(town)
    await town.post(EWA, f"{benefit}/continuation", work_since="2026-02-16")
    old = await in_force(town, benefit, kind="CONTINUE")
    assert (await benefit_of(town, case))["valid_to"] == "2026-04-16"
    await reopened(town, old["id"])
    await until_final(town, await drafted(town, case, **POINTLESS))
    found = await benefit_of(town, case)
    assert (found["state"], found["valid_to"], plan(found)) == ("active", "2026-05-31", WHOLE)


async def test_a_benefit_that_was_revoked_runs_again_by_the_grant_that_takes_its_place(
    town: Town,
) -> None:
    case, _ = await decided(town, kind="REVOKE", valid_from="2026-03-01")
    assert (await benefit_of(town, case))["state"] == "ended"
    await town.post(EWA, f"/api/cases/{case}/assessment/completion")
    more = {**GRANT, "amount": "300.00", "valid_from": "2026-04-01"}
    await until_final(town, await drafted(town, case, **more))
    benefit = await benefit_of(town, case)
    assert benefit["state"] == "active"
    assert plan(benefit) == WHOLE | dict.fromkeys(("2026-04", "2026-05"), ("planned", "300.00"))
    assert not (await decision_of(town, case, 2))["to_realise"]


async def test_a_grant_in_the_place_of_one_that_was_revoked_since_runs_again(town: Town) -> None:
    case, benefit = await reviewed(town)
    await in_force(town, benefit, kind="REVOKE", valid_from="2026-03-01")
    await reopened(town, (await decision_of(town, case))["id"])
    await town.post(EWA, f"/api/cases/{case}/assessment/completion")
    more = {**GRANT, "amount": "300.00", "valid_from": "2026-04-01"}
    await until_final(town, await drafted(town, case, **more))
    found = await benefit_of(town, case)
    assert (found["state"], plan(found)["2026-04"]) == ("active", ("planned", "300.00"))
    assert plan(found)["2026-03"][0] == "stopped", "the revocation holds until then"


async def test_what_the_board_takes_of_a_reopened_proceeding_brings_the_old_decision_back(
    town: Town,
) -> None:
    case, revocation = await decided(town, kind="REVOKE", valid_from="2026-03-01")
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment/completion")
    grant = {**GRANT, **AT_ONCE, "amount": "300.00", "valid_from": "2026-04-01"}
    on_it = f"/api/decisions/{await drafted(town, case, **grant)}"
    await delivered(town, on_it)
    assert (await benefit_of(town, case))["state"] == "active", "it does not wait for finality"
    assert (await decision_of(town, case, 1))["state"] == "reopened"
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    benefit = await benefit_of(town, case)
    assert benefit["state"] == "ended"
    assert plan(benefit)["2026-04"][0] == "stopped"
    assert (await decision_of(town, case, 1))["state"] == "reopened"

    await town.post(EWA, f"{at}/assessment/completion")
    again = await drafted(town, case, **{**grant, "amount": "250.00"})
    ruling = (await decision_of(town, case, 3))["letter"]["ruling"][0]
    assert ruling.startswith("Uchylam decyzję nr SW/2026/0002"), "the one that was reopened"
    await until_final(town, again)
    benefit = await benefit_of(town, case)
    assert (benefit["state"], plan(benefit)["2026-04"]) == ("active", ("planned", "250.00"))
    _, old, sent_back, _ = (await town.get(EWA, at))["decisions"]
    assert (old["id"], old["state"], sent_back["state"]) == (revocation, "overturned", "overturned")


async def test_the_board_ends_a_reopened_proceeding_and_the_old_decision_stands(
    town: Town,
) -> None:
    case, old, entitlement = await running(town)
    await reopened(town, old)
    on_it = f"/api/decisions/{await drafted(town, case, **REFUSED, **AT_ONCE)}"
    await delivered(town, on_it)
    assert (await benefit_of(town, case))["state"] == "ended"
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REVERSED")
    benefit = await benefit_of(town, case)
    assert (benefit["id"], benefit["state"], plan(benefit)) == (entitlement, "active", WHOLE)
    assert (await decision_of(town, case))["state"] == "final"


async def test_what_the_board_grants_in_a_reopened_proceeding_changes_the_same_benefit(
    town: Town,
) -> None:
    case, old, entitlement = await running(town)
    await reopened(town, old)
    on_it = f"/api/decisions/{await drafted(town, case, **REFUSED, **AT_ONCE)}"
    await delivered(town, on_it)
    await sent_to_the_board(town, on_it)
    ruling = {**GRANT, "amount": "250.00", "number": "SKO.4115.77.2026"}
    await town.post(EWA, f"{on_it}/appeal/result", result="REVERSED", ruling=ruling)
    benefit = await benefit_of(town, case)
    assert (benefit["id"], benefit["state"]) == (entitlement, "active")
    assert {amount for _, amount in plan(benefit).values()} == {"250.00"}
    states = [one["state"] for one in (await town.get(EWA, f"/api/cases/{case}"))["decisions"]]
    assert states == ["overturned", "overturned", "final"]


async def test_what_was_settled_is_open_again_by_an_appeal_that_had_been_posted_in_time(
    town: Town,
) -> None:
    case, old, _ = await running(town)
    await reopened(town, old)
    on_it = f"/api/decisions/{await drafted(town, case, **REFUSED)}"
    await delivered(town, on_it)
    town.day(date(2026, 3, 25))
    await town.post(EWA, f"{on_it}/finality")
    assert (await decision_of(town, case))["state"] == "overturned"
    assert (await benefit_of(town, case))["state"] == "ended"
    await town.post(EWA, f"{on_it}/appeal", on="2026-03-23")
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert (await decision_of(town, case))["state"] == "reopened"
    benefit = await benefit_of(town, case)
    assert (benefit["state"], plan(benefit)) == ("active", WHOLE)
    await until_final(town, await drafted(town, case, kind="CONFIRM"))
    assert (await decision_of(town, case))["state"] == "final"
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/review", trigger="WASTE")


async def test_a_grant_that_was_carried_out_while_it_was_examined_ends_with_it(town: Town) -> None:
    case = await ready(town)
    old = await drafted(town, case, **GRANT)
    await until_final(town, old)
    await reopened(town, old)
    new = await drafted(town, case, **REFUSED)
    await town.post(MAREK, f"/api/decisions/{old}/realisation")
    await town.post(
        MAREK, f"/api/entitlements/{(await benefit_of(town, case))['id']}/payments", month="2026-02"
    )
    await until_final(town, new)
    benefit = await benefit_of(town, case)
    assert (benefit["state"], (await decision_of(town, case))["state"]) == ("ended", "overturned")
    assert [state for state, _ in plan(benefit).values()] == ["paid", *["stopped"] * 3]


async def test_what_was_overturned_long_ago_is_not_what_is_examined_anew(town: Town) -> None:
    case, benefit = await reviewed(town)
    draft = {"kind": "SUSPEND", "valid_from": "2026-03-01", **AT_ONCE}
    suspended = (await town.post(EWA, f"{benefit}/decisions", **draft))["data"]["decision_id"]
    await delivered(town, f"/api/decisions/{suspended}")
    await sent_to_the_board(town, f"/api/decisions/{suspended}")
    ruling = {
        "kind": "CHANGE", "valid_from": "2026-03-01", "amount": "180.00",
        "number": "SKO.4115.77.2026",
    }  # fmt: skip
    reversed_ = {"result": "REVERSED", "ruling": ruling}
    await town.post(EWA, f"/api/decisions/{suspended}/appeal/result", **reversed_)
    assert plan(await benefit_of(town, case))["2026-03"] == ("planned", "180.00")
    old = await decision_of(town, case)
    await reopened(town, old["id"])
    await until_final(town, await drafted(town, case, **REFUSED))
    anew = await decision_of(town, case, 3)
    assert anew["previous_decision_id"] == old["id"]
    assert (await benefit_of(town, case))["state"] == "ended"
    assert (await decision_of(town, case))["state"] == "overturned"


async def test_a_draft_that_keeps_the_old_decision_may_be_withdrawn_and_written_otherwise(
    town: Town,
) -> None:
    case, old, _ = await running(town)
    await reopened(town, old)
    kept = await drafted(town, case, kind="CONFIRM")
    await town.post(EWA, f"/api/decisions/{kept}/withdrawal", reason="Błędny rodzaj")
    await until_final(town, await drafted(town, case, **REFUSED))
    assert (await benefit_of(town, case))["state"] == "ended"
    assert (await decision_of(town, case))["state"] == "overturned"


async def test_a_reopening_closes_no_review_that_is_open_beside_it(town: Town) -> None:
    case, old, entitlement = await running(town)
    heard = {"kind": "INCOME", "source": "CLIENT", "since": "2026-03-02"}
    for answer in ({"kind": "CONFIRM"}, {**GRANT, "amount": "250.00", "valid_from": "2026-04-01"}):
        await reopened(town, old)
        if (await benefit_of(town, case))["review"] is None:
            await town.post(EWA, f"/api/entitlements/{entitlement}/changes", **heard)
        await town.post(EWA, f"/api/cases/{case}/assessment/completion")
        await until_final(town, await drafted(town, case, **answer))
        benefit = await benefit_of(town, case)
        assert (benefit["state"], benefit["review"]["trigger"]) == ("in-review", "INCOME_CHANGE")
    assert plan(benefit)["2026-04"] == ("planned", "250.00")
    review = f"/api/entitlements/{entitlement}/decisions"
    confirmed = (await town.post(EWA, review, kind="CONFIRM"))["data"]["decision_id"]
    assert (await decision_of(town, case, 3))["letter"]["ruling"][0].startswith("Pozostawiam")
    await until_final(town, confirmed)
    assert (await benefit_of(town, case))["state"] == "active"


async def claimed(town: Town) -> tuple[str, str, str]:
    """February was paid, then lowered to 150; 50 are claimed back: case, benefit, decision."""
    case, benefit = await reviewed(town)
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"{benefit}/payments", month="2026-02")
    await in_force(town, benefit, kind="LIMIT", valid_from="2026-02-01", amount="150.00")
    undue = (await town.post(EWA, f"{benefit}/undue-decisions"))["data"]["decision_id"]
    await until_final(town, undue)
    await reopened(town, undue)
    return case, benefit, undue


async def owed(town: Town) -> list[str]:
    found = await town.listed(MAREK, "/api/repayments", open_only="true")
    return [one["rest"] for one in found]


async def test_a_claim_falls_away_with_the_decision_that_is_examined_anew(town: Town) -> None:
    case, benefit, _ = await claimed(town)
    before = await benefit_of(town, case)
    assert await owed(town) == ["50.00"], "while it is examined it still holds (KPA 152)"
    new = await drafted(town, case, **POINTLESS)
    assert (
        "świadczenie (zasiłek okresowy)"
        in ((await decision_of(town, case, 3))["letter"]["ruling"][0])
    )
    await until_final(town, new)
    assert await owed(town) == []
    after = await benefit_of(town, case)
    assert (after["state"], plan(after)) == ("active", plan(before)), "the benefit is not touched"
    anew = await town.post(EWA, f"{benefit}/undue-decisions")
    assert anew["data"]["amount"] == "50.00", "the right sum may be established anew"


async def test_a_claim_stands_again_where_the_board_remits_what_took_it_back(town: Town) -> None:
    case, _, undue = await claimed(town)
    on_it = f"/api/decisions/{await drafted(town, case, **REFUSED, **AT_ONCE)}"
    await delivered(town, on_it)
    assert await owed(town) == []
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert await owed(town) == ["50.00"]
    kept = await drafted(town, case, kind="CONFIRM")
    await until_final(town, kept)
    assert await owed(town) == ["50.00"]
    view = await decision_of(town, case, 2)
    assert (view["id"], view["state"]) == (undue, "final")


async def test_a_claim_that_another_decision_made_meanwhile_does_not_stand_twice(
    town: Town,
) -> None:
    case, benefit, _ = await claimed(town)
    on_it = f"/api/decisions/{await drafted(town, case, **REFUSED, **AT_ONCE)}"
    await delivered(town, on_it)
    anew = await town.post(EWA, f"{benefit}/undue-decisions")
    await until_final(town, anew["data"]["decision_id"])
    assert await owed(town) == ["50.00"]
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert await owed(town) == ["50.00"]


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
