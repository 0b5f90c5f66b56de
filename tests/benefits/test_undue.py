"""K6 of `domain.md`: a change found late, the undue benefit, its repayment; and the rules of it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from osnowa_contracts import benefits as facts

from services.benefits.payments import Overpaid
from services.benefits.realisation.refusals import (
    FirstInstalmentPassed,
    MoreThanRest,
    NothingToRepay,
    TooManyInstalments,
)
from services.benefits.realisation.repayment import Repayment
from services.benefits.realisation.values import WaiverReason
from services.benefits.values import Benefit, PaymentMethod
from tests.benefits.conftest import Town
from tests.benefits.realised import (
    EWA,
    HELENA,
    MAREK,
    applied,
    decided,
    delivered,
    final,
    granted,
    interviewed,
    plan,
    realised,
    sent_to_the_board,
    told,
)

WIFE = UUID(int=6)
FAMILY = {"household_size": 3}


async def income(town: Town, case: str, month: str, amount: str) -> None:
    """Of the family; what the wife has of her own stays below the criterion."""
    components = [{"kind": "WAGES", "amount": amount}]
    await town.post(EWA, f"/api/cases/{case}/income", month=month, components=components, **FAMILY)


async def permanent(town: Town) -> tuple[str, str]:
    """K6 in February: 464.62 a month without an end; ids of the case and of the benefit."""
    case = await applied(town, WIFE, "PERMANENT", date(2026, 2, 2), "Rodzinna")
    await interviewed(town, case, date(2026, 2, 2))
    await income(town, case, "2026-01", "1815.84")
    proposal = {"proposed": "464.62", "own_income": "215.84"}
    found = (await town.post(EWA, f"/api/cases/{case}/entitlement", **proposal))["data"]
    assert Decimal(found["maximum"]) == Decimal("464.62")
    draft = {"kind": "GRANT", "valid_from": "2026-02-01", "amount": "464.62"}
    return case, await realised(town, await decided(town, f"/api/cases/{case}", **draft))


async def paid_until_august(town: Town, benefit: str) -> None:
    for month in range(2, 9):
        town.day(date(2026, month, 25))
        await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month=f"2026-{month:02}")


async def changed(town: Town, case: str, benefit: str) -> str:
    """Found at the update of 27.08; the decision of 3.09, delivered but not final; its id."""
    at = f"/api/entitlements/{benefit}"
    town.day(date(2026, 8, 27))
    heard = {"kind": "INCOME", "source": "OWN_FINDING", "since": "2026-07-01"}
    await town.post(EWA, f"{at}/changes", **heard)
    await income(town, case, "2026-07", "2115.84")
    town.day(date(2026, 9, 3))
    proposal = {"proposed": "364.62", "own_income": "215.84"}
    await town.post(EWA, f"/api/cases/{case}/entitlement", **proposal)
    draft = {"kind": "CHANGE", "valid_from": "2026-08-01", "amount": "364.62"}
    change = (await town.post(EWA, f"{at}/decisions", **draft))["data"]["decision_id"]
    await delivered(town, f"/api/decisions/{change}")
    return str(change)


async def test_k6_from_the_payment_of_august_to_the_second_instalment(town: Town) -> None:
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    change = await changed(town, case, benefit)
    at = f"/api/entitlements/{benefit}/undue-decisions"
    assert await town.refused(EWA, at) == "NothingUndue", "the change has no effect yet"

    town.day(date(2026, 9, 7))
    await town.post(EWA, f"/api/decisions/{change}/waiver")
    payments = {p["month"]: p for p in await plan(town, benefit)}
    assert (payments["2026-08"]["state"], payments["2026-08"]["amount"]) == ("paid", "464.62")
    assert (payments["2026-09"]["state"], payments["2026-09"]["amount"]) == ("planned", "364.62")
    assert await town.refused(HELENA, at) == "RoleMissing"
    drafted = (await town.post(EWA, at))["data"]
    assert Decimal(drafted["amount"]) == 100
    assert await town.refused(EWA, at) == "UndueBeingDecided"
    undue = drafted["decision_id"]
    await delivered(town, f"/api/decisions/{undue}")
    assert await town.listed(MAREK, "/api/repayments") == [], "it is not final"
    await town.post(EWA, f"/api/decisions/{undue}/waiver")

    (owed,) = await town.listed(MAREK, "/api/repayments", person_id=str(WIFE))
    assert (owed["amount"], owed["rest"], owed["months"][0]["month"]) == (
        "100.00", "100.00", "2026-08",
    )  # fmt: skip
    on_it = f"/api/repayments/{owed['repayment_id']}"
    two = {"instalments": 2, "first_due": "2026-09-30"}
    assert await town.refused(EWA, f"{on_it}/plan", **two) == "RoleMissing"
    set_ = await town.post(MAREK, f"{on_it}/plan", **two)
    assert set_["data"]["instalments"] == ["50.00", "50.00"]
    town.day(date(2026, 9, 30))
    (task,) = [t for t in await town.listed(MAREK, "/api/tasks") if "Rata" in t["title"]]
    assert (task["title"], task["due"]) == ("Rata do zwrotu: Jan Rodzinna", "2026-09-30")
    assert (await town.post(MAREK, f"{on_it}/receipts", amount="50.00"))["data"]["rest"] == "50.00"
    town.day(date(2026, 10, 30))
    await town.post(MAREK, f"{on_it}/receipts", amount="50.00")
    assert await town.refused(MAREK, f"{on_it}/receipts", amount="1.00") == "NothingToRepay"
    assert await town.listed(MAREK, "/api/repayments", open_only="true") == []
    found = await town.get(MAREK, on_it)
    assert (found["received"], found["rest"]) == ("100.00", "0.00")
    assert await town.refused(EWA, at) == "NothingUndue"
    said = json.loads((await told(town, facts.UndueBenefitEstablished.type()))[0])
    assert (said["amount"], said["months"]) == ("100.00", ["2026-08"])
    assert len(await told(town, facts.RepaymentReceived.type())) == 2


async def test_a_claim_falls_away_with_its_decision_and_may_be_established_anew(
    town: Town,
) -> None:
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    change = await changed(town, case, benefit)
    town.day(date(2026, 9, 7))
    await town.post(EWA, f"/api/decisions/{change}/waiver")
    at = f"/api/entitlements/{benefit}/undue-decisions"
    on_it = f"/api/decisions/{(await town.post(EWA, at))['data']['decision_id']}"
    await delivered(town, on_it)
    await town.post(HELENA, f"{on_it}/enforceability", reason="Zagrożenie ściągalności")
    (claim,) = await town.listed(MAREK, "/api/repayments", open_only="true")
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REVERSED")
    assert await town.listed(MAREK, "/api/repayments", open_only="true") == []
    paid_back = f"/api/repayments/{claim['repayment_id']}/receipts"
    assert await town.refused(MAREK, paid_back, amount="50.00") == "NothingToRepay"
    anew = (await town.post(EWA, at))["data"]
    assert Decimal(anew["amount"]) == 100


async def test_what_a_revocation_takes_back_is_undue_only_when_it_is_final(town: Town) -> None:
    _, benefit = await granted(town, WIFE, "200.00")
    at = f"/api/entitlements/{benefit}"
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"{at}/payments", month="2026-02")
    await town.post(EWA, f"{at}/review", trigger="WASTE")
    draft = {
        "kind": "REVOKE", "valid_from": "2026-02-01", "immediate": True,
        "immediate_reason": "Ważny interes społeczny (KPA art. 108).",
    }  # fmt: skip
    revoked = (await town.post(EWA, f"{at}/decisions", **draft))["data"]["decision_id"]
    await delivered(town, f"/api/decisions/{revoked}")
    assert await town.refused(EWA, f"{at}/undue-decisions") == "ChangeNotFinal"
    await town.post(EWA, f"/api/decisions/{revoked}/waiver")
    drafted = (await town.post(EWA, f"{at}/undue-decisions"))["data"]
    assert Decimal(drafted["amount"]) == 200
    await final(town, drafted["decision_id"])
    (owed,) = await town.listed(MAREK, "/api/repayments")
    assert owed["amount"] == "200.00"
    assert len(await told(town, facts.BenefitRevoked.type())) == 1


async def test_only_the_director_waives_a_repayment(town: Town) -> None:
    _, benefit = await granted(town, WIFE, "200.00")
    at = f"/api/entitlements/{benefit}"
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"{at}/payments", month="2026-02")
    await town.post(EWA, f"{at}/review", trigger="INCOME_CHANGE")
    await decided(town, at, kind="CHANGE", valid_from="2026-02-01", amount="120.00")
    await final(town, (await town.post(EWA, f"{at}/undue-decisions"))["data"]["decision_id"])
    (owed,) = await town.listed(MAREK, "/api/repayments")
    waiver = f"/api/repayments/{owed['repayment_id']}/waiver"
    why = {"reason": "TOO_GREAT_BURDEN"}
    for stranger in (MAREK, EWA):
        assert await town.refused(stranger, waiver, **why) == "RoleMissing"
    assert await town.refused(HELENA, waiver, **why, amount="80.01") == "MoreThanRest"
    assert (await town.post(HELENA, waiver, **why, amount="30.00"))["data"]["rest"] == "50.00"
    await town.post(HELENA, waiver, **why)
    assert await town.refused(HELENA, waiver, **why) == "NothingToRepay"
    assert len(await told(town, facts.RepaymentWaived.type())) == 2


async def test_k6_as_it_was_known_on_either_day(town: Town) -> None:
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    change = await changed(town, case, benefit)
    await town.post(EWA, f"/api/decisions/{change}/waiver")
    at = f"/api/entitlements/{benefit}"
    before = await town.get(EWA, at, known_on="2026-08-26")
    assert (before["amount"], before["undue"]) == ("464.62", [])
    after = await town.get(EWA, at, known_on="2026-09-04")
    assert (after["amount"], after["undue"][0]["amount"]) == ("364.62", "100.00")
    assert (await town.get(EWA, at))["amount"] == "364.62"
    client = await town.client(EWA)
    unknown = await client.get(at, params={"known_on": "2026-01-31"})
    assert unknown.status_code == 404


# --- the rules ------------------------------------------------------------------


def repayment(amount: str = "100.00") -> Repayment:
    month = Overpaid("2026-08", Decimal("464.62"), Decimal("464.62") - Decimal(amount))
    return Repayment(
        decision_id=UUID(int=41),
        entitlement_id=UUID(int=42),
        case_id=UUID(int=43),
        person_id=WIFE,
        benefit=Benefit.PERMANENT,
        months=(month,),
        amount=Decimal(amount),
        on=date(2026, 9, 7),
    )


def planned(of: Repayment, count: int, first_due: date = date(2026, 9, 30)) -> list[str]:
    of.set_plan(count, first_due, by=MAREK, on=date(2026, 9, 7))
    return [str(one.amount) for one in of.instalments]


def test_what_does_not_divide_is_in_the_last_instalment() -> None:
    assert planned(repayment(), 3) == ["33.33", "33.33", "33.34"]


def test_instalments_fall_on_the_same_day_or_the_last_of_a_month() -> None:
    owed = repayment()
    planned(owed, 3, date(2026, 12, 31))
    assert [one.due_on for one in owed.instalments] == [
        date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28),
    ]  # fmt: skip


def test_a_receipt_fills_instalments_in_order_and_a_waiver_takes_the_last() -> None:
    owed = repayment()
    planned(owed, 4)
    owed.receive(Decimal("30.00"), PaymentMethod.CASH, on=date(2026, 9, 20))
    assert [(o.number, str(o.rest)) for o in owed.owed()] == [
        (2, "20.00"), (3, "25.00"), (4, "25.00"),
    ]  # fmt: skip
    owed.waive(Decimal("40.00"), WaiverReason.TOO_GREAT_BURDEN, by=HELENA, on=date(2026, 10, 1))
    assert [(o.number, str(o.rest)) for o in owed.owed()] == [(2, "20.00"), (3, "10.00")]


def test_a_new_plan_begins_from_what_is_left() -> None:
    owed = repayment()
    planned(owed, 2)
    owed.receive(Decimal("40.00"), PaymentMethod.CASH, on=date(2026, 9, 20))
    assert planned(owed, 3) == ["20.00", "20.00", "20.00"]
    assert sum(o.rest for o in owed.owed()) == 60


def test_what_no_plan_can_hold_is_refused() -> None:
    owed = repayment("0.05")
    with pytest.raises(TooManyInstalments):
        planned(owed, 6)
    with pytest.raises(FirstInstalmentPassed):
        planned(owed, 1, date(2026, 9, 6))
    with pytest.raises(MoreThanRest):
        owed.receive(Decimal("0.06"), PaymentMethod.CASH, on=date(2026, 9, 8))
    owed.receive(Decimal("0.05"), PaymentMethod.CASH, on=date(2026, 9, 8))
    with pytest.raises(NothingToRepay):
        planned(owed, 1)
