"""On the way into a residential home: consent, sheet, shares of the fee, admission (K3)."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Form, Publisher
from osnowa_contracts.visibility import form_for

from services.benefits.calculation import CareHomeFees
from services.benefits.calculation import Payer as Relative
from services.benefits.calculation.care_home import Relation
from services.benefits.home_fees import account_shares, with_shares
from services.benefits.realisation.fees import RelativeShare
from services.benefits.realisation.values import Payer
from services.benefits.refusals.home import (
    RelativeNotRegistered,
    ShareNotAgreed,
    SharesNotWholeCost,
)
from services.benefits.values import FeeShare, Terms
from tests.benefits.conftest import Town
from tests.benefits.moving_in import (
    AGREED,
    APRIL,
    HOME,
    RESIDENT,
    SHEET,
    agrees,
    asked_for_a_home,
    calculated,
    daughter_agrees,
    fee_decided,
)
from tests.benefits.realised import (
    EWA,
    HELENA,
    MAREK,
    ZOFIA,
    applied,
    decided,
    final,
    interviewed,
    realised,
    told,
)

D = Decimal
DAUGHTER = UUID(int=51)


# --- the shares of the decision on the fee ------------------------------------------


def k3(obliged_id: UUID | None = DAUGHTER) -> CareHomeFees:
    daughter = Relative("córka", Relation.DESCENDANT, D(1970), D(1970), obliged_id)
    return CareHomeFees(APRIL, D(7200), D(1680), (daughter,), D(3550), ())


def amounts(terms: Terms) -> list[tuple[str, str]]:
    return [(share.payer, str(share.amount)) for share in terms.fees]


FROM_JUNE = Terms(valid_from=date(2026, 6, 1))


def test_the_decision_takes_its_shares_from_the_calculation() -> None:
    terms = with_shares(FROM_JUNE, k3(), {})
    assert amounts(terms) == [("Mieszkaniec", "1680"), ("córka", "1970"), ("Gmina", "3550")]
    assert terms.cost == 7200
    shares = account_shares(UUID(int=9), terms)
    assert shares is not None
    assert (shares.cost, shares.resident) == (D(7200), D(1680))
    assert shares.relatives == (RelativeShare(DAUGHTER, D(1970)),)


def written(daughter: str, gmina: str, resident: str = "1680") -> Terms:
    return Terms(
        valid_from=date(2026, 6, 1),
        fees=(
            FeeShare("Mieszkaniec", D(resident), Payer.RESIDENT),
            FeeShare("córka", D(daughter), Payer.RELATIVE, DAUGHTER),
            FeeShare("Gmina", D(gmina), Payer.GMINA),
        ),
    )


def test_written_shares_hold_where_an_agreement_says_so_and_the_gmina_pays_the_rest() -> None:
    terms = with_shares(written("1500", "4020"), k3(), {DAUGHTER: D(1500)})
    assert amounts(terms)[1:] == [("córka", "1500"), ("Gmina", "4020")]


def test_written_shares_that_nobody_agreed_are_refused() -> None:
    with pytest.raises(ShareNotAgreed):
        with_shares(written("1500", "4020"), k3(), {})
    with pytest.raises(ShareNotAgreed):
        with_shares(written("1970", "3630", resident="1600"), k3(), {DAUGHTER: D(1970)})


def test_shares_that_do_not_make_the_cost_are_refused() -> None:
    with pytest.raises(SharesNotWholeCost):
        with_shares(written("1500", "4000"), k3(), {DAUGHTER: D(1500)})


def test_a_relative_who_pays_stands_in_the_register() -> None:
    with pytest.raises(RelativeNotRegistered):
        with_shares(FROM_JUNE, k3(None), {})


def test_an_older_decision_without_the_cost_sets_no_account() -> None:
    assert account_shares(UUID(int=9), FROM_JUNE) is None


async def test_the_account_takes_its_shares_from_the_final_decision_by_itself(town: Town) -> None:
    at = await asked_for_a_home(town)
    fee = {"kind": "FEE", "valid_from": "2026-06-01"}
    assert await town.refused(ZOFIA, f"{at}/decisions", **fee) == "CalculationMissing"
    assert (await calculated(town, at, None))["gmina"] == "3550.00"
    assert await town.refused(ZOFIA, f"{at}/decisions", **fee) == "RelativeNotRegistered"
    daughter = await daughter_agrees(town, at)
    assert (await calculated(town, at, daughter))["relatives"] == ["1970.00"]
    decision = await fee_decided(town, at)
    (shares,) = (await town.get(ZOFIA, f"{at}/fees"))["shares"]
    assert (shares["cost"], shares["resident"], shares["decision_id"]) == (
        "7200.00", "1680.00", decision,
    )  # fmt: skip
    assert shares["relatives"] == [{"obliged_id": daughter, "amount": "1970.00"}]
    (issued,) = [json.loads(one) for one in await told(town, facts.DecisionIssued.type())]
    assert issued["fees_monthly"] == "3650.00", "what resident and family pay, not the gmina"
    ruling = (await town.get(ZOFIA, at))["decisions"][0]["letter"]["ruling"]
    assert ruling[1:] == [
        "Mieszkaniec: 1\xa0680,00\xa0zł miesięcznie.",
        "córka: 1\xa0970,00\xa0zł miesięcznie.",
        "Gmina: 3\xa0550,00\xa0zł miesięcznie.",
    ]


async def test_an_agreement_made_since_changes_the_account_and_nothing_else_does(
    town: Town,
) -> None:
    at = await asked_for_a_home(town)
    daughter = await daughter_agrees(town, at)
    await calculated(town, at, daughter)
    path = f"{at}/fees/shares"
    since = {"valid_from": "2026-07-01", "relatives": [daughter]}
    missing = await town.refused(ZOFIA, path, **since, decision_id=str(uuid4()))
    assert missing == "EarlierDecisionMissing"
    decision = await fee_decided(town, at)
    for stranger in (MAREK, HELENA):
        refusal = await town.refused(stranger, path, **since, decision_id=decision)
        assert refusal == "RoleMissing"
    await agrees(town, daughter, "1500.00", "2026-07-01")
    await town.post(ZOFIA, path, **since, decision_id=decision)
    before, after = (await town.get(ZOFIA, f"{at}/fees"))["shares"]
    assert [one["amount"] for one in before["relatives"]] == ["1970.00"]
    assert [one["amount"] for one in after["relatives"]] == ["1500.00"]
    assert (after["cost"], after["resident"]) == ("7200.00", "1680.00")


# --- the consent ----------------------------------------------------------------------


async def test_nobody_is_referred_to_a_home_without_consent_or_a_ruling(town: Town) -> None:
    at = await asked_for_a_home(town)
    referral = {"kind": "REFERRAL", "home": HOME}
    assert await town.refused(ZOFIA, f"{at}/decisions", **referral) == "ConsentMissing"
    await town.post(ZOFIA, f"{at}/home-consent", answer="REFUSED", on="2026-04-14")
    answer = await (await town.client(ZOFIA)).post(f"{at}/decisions", json=referral)
    assert answer.json()["code"] == "ConsentRefused"
    for what_to_do in ("sąd", "prokuratora", "art. 54 ust. 4", "art. 55"):
        assert what_to_do in answer.json()["detail"]
    court = {"answer": "AGREED", "by": "COURT", "on": "2026-04-20"}
    assert await town.refused(ZOFIA, f"{at}/home-consent", **court) == "RulingUnnamed"
    await town.post(ZOFIA, f"{at}/home-consent", **court, reference="III RNs 12/26")
    await town.post(ZOFIA, f"{at}/decisions", **referral)
    found = await town.get(ZOFIA, at)
    assert (found["consent"]["by"], found["consent"]["reference"]) == ("COURT", "III RNs 12/26")
    assert any("III RNs 12/26" in text for text in found["decisions"][0]["letter"]["reasons"])


async def test_a_consent_that_was_withdrawn_stops_the_placement(town: Town) -> None:
    at = await referred(town)
    await town.post(ZOFIA, f"{at}/resident-sheet", **SHEET)
    await town.post(ZOFIA, f"{at}/home-consent", answer="REFUSED")
    placement = {"kind": "PLACEMENT", "valid_from": "2026-06-15", "home": HOME}
    assert await town.refused(ZOFIA, f"{at}/further-decisions", **placement) == "ConsentRefused"


async def test_consent_and_sheet_belong_to_a_case_about_a_home(town: Town) -> None:
    case = await applied(town, RESIDENT, "PERMANENT", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    at = f"/api/cases/{case}"
    assert await town.refused(EWA, f"{at}/home-consent", answer="AGREED") == "NotAboutAHome"
    assert await town.refused(EWA, f"{at}/resident-sheet", **SHEET) == "NotAboutAHome"
    offered = {one["action"] for one in (await town.get(EWA, at))["actions"]}
    assert not {"record_home_consent", "write_resident_sheet"} & offered


# --- the sheet ------------------------------------------------------------------------


async def referred(town: Town) -> str:
    """With consent and an issued referral."""
    at = await asked_for_a_home(town)
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    draft = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", home=HOME)
    await final(town, draft["data"]["decision_id"], ZOFIA)
    return at


async def test_a_sheet_goes_with_the_placement(town: Town) -> None:
    at = await referred(town)
    offered = {one["action"] for one in (await town.get(ZOFIA, at))["actions"]}
    assert {"record_home_consent", "write_resident_sheet"} <= offered
    placement = {"kind": "PLACEMENT", "valid_from": "2026-06-15", "home": HOME}
    missing = await town.refused(ZOFIA, f"{at}/further-decisions", **placement)
    assert missing == "ResidentSheetMissing"
    for stranger in (MAREK, HELENA):
        refusal = await town.refused(stranger, f"{at}/resident-sheet", **SHEET)
        assert refusal == "RoleMissing"
    client = await town.client(ZOFIA)
    assert (await client.get(f"{at}/resident-sheet")).status_code == 404
    await town.post(ZOFIA, f"{at}/resident-sheet", **SHEET)
    again = await town.post(ZOFIA, f"{at}/resident-sheet", **{**SHEET, "diet": "cukrzycowa"})
    assert again["data"]["version"] == 2
    sheet = await town.get(ZOFIA, f"{at}/resident-sheet")
    assert (sheet["version"], sheet["diet"]) == (2, "cukrzycowa")
    assert sheet["resident"]["family_name"] == "Mieszkaniec"
    await town.post(ZOFIA, f"{at}/further-decisions", **placement)
    letter = (await town.get(ZOFIA, at))["decisions"][-1]["letter"]
    assert any("kartę mieszkańca" in text for text in letter["reasons"])
    paper = await client.get(f"{at}/resident-sheet/document")
    assert (paper.status_code, paper.content[:5]) == (200, b"%PDF-")


async def test_a_reopened_placement_may_be_answered_by_another_one(town: Town) -> None:
    at = await referred(town)
    await town.post(ZOFIA, f"{at}/resident-sheet", **SHEET)
    placement = {"kind": "PLACEMENT", "valid_from": "2026-06-15", "home": HOME}
    drafted = await town.post(ZOFIA, f"{at}/further-decisions", **placement)
    await final(town, old := drafted["data"]["decision_id"], ZOFIA)
    benefit = await realised(town, old)
    client = await town.client(ZOFIA)
    form = f"{at.removeprefix('/api')}/decisions"
    await town.post(
        HELENA, f"/api/decisions/{old}/reopening",
        ground="NEW_FACTS", what="Zamknięty oddział", learned_on="2026-04-20",
    )  # fmt: skip
    assert 'value="PLACEMENT"' in (await client.get(form)).text
    other = {**placement, "valid_from": "2026-07-01", "home": "DPS przy ul. Nowej"}
    new = (await town.post(ZOFIA, f"{at}/decisions", **other))["data"]["decision_id"]
    ruling = (await town.get(ZOFIA, at))["decisions"][-1]["letter"]["ruling"][0]
    assert ruling.startswith("Uchylam decyzję nr")
    assert "umieszczam w domu pomocy społecznej: DPS przy ul. Nowej" in ruling
    await final(town, new, ZOFIA)
    found = await town.get(ZOFIA, at)
    states = {one["id"]: one["state"] for one in found["decisions"]}
    assert (states[old], states[new]) == ("overturned", "final")
    (running,) = found["entitlements"]
    assert (running["id"], running["state"]) == (benefit, "active")
    assert [one["valid_from"] for one in running["versions"]] == ["2026-06-15", "2026-07-01"]


async def test_a_placement_decides_no_application_that_was_not_reopened(town: Town) -> None:
    at = await asked_for_a_home(town)
    placement = {"kind": "PLACEMENT", "valid_from": "2026-06-15", "home": HOME}
    assert await town.refused(ZOFIA, f"{at}/decisions", **placement) == "KindNotHere"
    form = await (await town.client(ZOFIA)).get(f"{at.removeprefix('/api')}/decisions")
    assert 'value="PLACEMENT"' not in form.text


async def test_a_sheet_without_contact_or_needs_is_refused(town: Town) -> None:
    at = await referred(town)
    for lacking in ("contacts", "health_needs"):
        sheet = {key: value for key, value in SHEET.items() if key != lacking}
        assert await town.refused(ZOFIA, f"{at}/resident-sheet", **sheet) == "invalid"


# --- wait, admission, discharge -----------------------------------------------------------


async def test_the_wait_is_told_with_its_day_and_a_notice(town: Town) -> None:
    at = await referred(town)
    client = await town.client(ZOFIA)
    assert (await client.get(f"{at}/fees/waiting/document")).status_code == 404
    await town.post(ZOFIA, f"{at}/fees/waiting", expected_on="2026-06-15")
    (said,) = [json.loads(one) for one in await told(town, facts.PlaceAwaited.type())]
    assert (said["expected_on"], said["informed_on"]) == ("2026-06-15", "2026-04-24")
    notice = await client.get(f"{at}/fees/waiting/document")
    assert (notice.status_code, notice.content[:5]) == (200, b"%PDF-")


def test_the_wait_and_the_stay_are_told_within_the_city_and_to_no_contractor() -> None:
    for fact in (facts.PlaceAwaited, facts.ResidentAdmitted, facts.ResidentDischarged):
        forms = {kind: form_for(fact, kind) for kind in Publisher}
        assert forms[Publisher.SOCIALWORK] is Form.FULL
        assert forms[Publisher.SERVICE_ORDERS] is Form.SUMMARY
        for outside in (Publisher.CONTRACTOR, Publisher.PUP, Publisher.INTAKE):
            assert forms[outside] is Form.NOTHING


async def test_the_admission_ends_care_at_home_the_day_before(town: Town) -> None:
    town.day(date(2026, 3, 2))
    care = await applied(town, RESIDENT, "HOME_CARE", date(2026, 3, 2), "Mieszkaniec")
    await interviewed(town, care, date(2026, 3, 2), ZOFIA)
    pension = [{"kind": "PENSION", "amount": "2400"}]
    await town.post(ZOFIA, f"/api/cases/{care}/income", month="2026-02", components=pension)
    fee = (await town.post(ZOFIA, f"/api/cases/{care}/fee"))["data"]["fee_per_hour"]
    scope = {"hours_per_day": "2", "days": "working", "fee_per_hour": fee}
    grant = {"kind": "GRANT", "valid_from": "2026-03-06", "valid_to": "2026-08-31"}
    decision = await decided(town, f"/api/cases/{care}", ZOFIA, **grant, service=scope)
    await realised(town, decision)
    at = await asked_for_a_home(town)
    await calculated(town, at, await daughter_agrees(town, at))
    await fee_decided(town, at)
    town.day(date(2026, 6, 15))
    admitted = await town.post(ZOFIA, f"{at}/fees/stay", on="2026-06-15")
    assert admitted["data"]["ended"] == 1
    (benefit,) = (await town.get(ZOFIA, f"/api/cases/{care}"))["entitlements"]
    assert benefit["state"] == "ended"
    (ended,) = [json.loads(one) for one in await told(town, facts.BenefitPeriodEnded.type())]
    assert (ended["benefit"], ended["on"], ended["reason"]) == ("HOME_CARE", "2026-06-14", "DPS")
    (moved,) = [json.loads(one) for one in await told(town, facts.ResidentAdmitted.type())]
    assert moved["on"] == "2026-06-15"
    town.day(date(2026, 9, 1))
    await town.post(ZOFIA, f"{at}/fees/stay/end", on="2026-08-31")
    (left,) = [json.loads(one) for one in await told(town, facts.ResidentDischarged.type())]
    assert left["on"] == "2026-08-31"
