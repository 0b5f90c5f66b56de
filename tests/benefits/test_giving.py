"""Benefits that are no monthly money: after a loss, under a contract, in kind, as a service."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts import socialwork

from services.benefits.entitlement import Entitlement
from services.benefits.payments import Due, Span
from services.benefits.refusals.giving import (
    AlreadyDelivered,
    DeliveryOpen,
    NothingToDeliver,
    OutsideThePeriod,
)
from services.benefits.values import Benefit, PaymentMethod, Terms
from tests.benefits.conftest import Town
from tests.benefits.given import EWA, MAN, feb
from tests.benefits.realised import (
    MAREK,
    applied,
    clock_at,
    final,
    interviewed,
    plan,
    realised,
    told,
)
from tests.benefits.test_api import certify

D = Decimal
PERIOD = {"valid_from": "2026-02-10", "valid_to": "2026-04-30"}


def granted(benefit: Benefit, amount: str | None = None) -> Entitlement:
    """From 10 February to the end of April."""
    return Entitlement.start(
        decision_id=uuid4(),
        case_id=uuid4(),
        person_id=MAN,
        benefit=benefit,
        terms=Terms(
            valid_from=feb(10), valid_to=date(2026, 4, 30),
            amount=None if amount is None else D(amount), need="kurtka",
        ),
        method=PaymentMethod.TRANSFER,
        on=feb(10),
    )  # fmt: skip


# --- paid once ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "benefit", [Benefit.LOSS, Benefit.CONTRACT_TARGETED, Benefit.ECONOMIC_INDEPENDENCE]
)
def test_the_whole_amount_is_planned_once_however_long_the_period(benefit: Benefit) -> None:
    payments = granted(benefit, "3200.00").plan.payments
    assert [(p.month, p.amount) for p in payments] == [("2026-02", D("3200.00"))]


def test_an_amount_that_is_due_once_follows_the_last_decision() -> None:
    spans = (Span(feb(10), D(3200), UUID(int=1)), Span(date(2026, 3, 1), D(4000), UUID(int=2)))
    due = Due(spans, feb(10), date(2026, 4, 30), once=True)
    assert [due.of(month) for month in ("2026-02", "2026-03")] == [D(4000), D(0)]
    assert list(due.months("2026-04")) == ["2026-02"]


def test_a_revoked_one_that_was_paid_is_undue_as_a_whole_and_paid_no_second_time() -> None:
    loss = granted(Benefit.LOSS, "3200.00")
    loss.execute_payment("2026-02", on=feb(25))
    loss.revoke(uuid4(), date(2026, 3, 1), on=date(2026, 3, 1))
    (month,) = loss.plan.undue()
    assert (month.month, month.amount) == ("2026-02", D("3200.00"))
    assert loss.plan.waiting == ()


async def test_a_loss_is_helped_whatever_the_income_and_paid_once(town: Town) -> None:
    case = await applied(town, MAN, "LOSS", feb(2))
    await interviewed(town, case, feb(2))
    at = f"/api/cases/{case}"
    draft = {"kind": "GRANT", **PERIOD, "amount": "3000.00", "need": "odbudowa dachu po wichurze"}
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "CalculationMissing"
    refusal = await town.refused(EWA, f"{at}/entitlement", proposed="3200.01", need="3200")
    assert refusal == "AmountOutsideRange"
    found = await town.post(EWA, f"{at}/entitlement", proposed="3000", need="3200")
    assert found["data"]["maximum"] == "3200.00"
    more = await town.refused(EWA, f"{at}/decisions", **{**draft, "amount": "3200.01"})
    assert more == "AmountOutsideRange"
    drafted = await town.post(EWA, f"{at}/decisions", **draft)
    decision = drafted["data"]["decision_id"]
    await final(town, decision)
    letter = (await town.get(EWA, at))["decisions"][0]["letter"]
    assert "art. 40" in letter["basis"]
    assert "miesięcznie" not in letter["ruling"][0]
    benefit = await realised(town, decision)
    (payment,) = await plan(town, benefit)
    assert (payment["month"], payment["amount"]) == ("2026-02", "3000.00")
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    again = await town.refused(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    assert again == "AlreadyPaid"
    march = await town.refused(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-03")
    assert march == "NoSuchPayment"
    await clock_at(town, date(2026, 5, 4))
    assert (await town.get(EWA, at))["entitlements"][0]["state"] == "ended"


async def test_a_benefit_out_of_a_contract_needs_the_contract(town: Town) -> None:
    case = await applied(town, MAN, "CONTRACT_TARGETED", feb(2))
    await interviewed(town, case, feb(2))
    await earns(town, case, "610")
    at = f"/api/cases/{case}"
    found = await town.post(EWA, f"{at}/entitlement", proposed="350", need="400")
    assert found["data"]["maximum"] == "400.00"
    grant = {"kind": "GRANT", **PERIOD, "amount": "350.00", "need": "kurs zawodowy"}
    assert await town.refused(EWA, f"{at}/decisions", **grant) == "SocialContractMissing"
    contract_id = uuid4()
    await contracted(town, contract_id)
    drafted = await town.post(EWA, f"{at}/decisions", **grant)
    await final(town, drafted["data"]["decision_id"])
    benefit = await realised(town, drafted["data"]["decision_id"])
    assert [one["amount"] for one in await plan(town, benefit)] == ["350.00"]


async def test_a_contract_that_ended_carries_no_new_benefit(town: Town) -> None:
    case = await applied(town, MAN, "CONTRACT_TARGETED", feb(2))
    await interviewed(town, case, feb(2))
    await earns(town, case, "610")
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="350", need="350")
    contract_id = uuid4()
    await contracted(town, contract_id)
    await certify(
        town, socialwork.ContractEnded(contract_id=contract_id, reason="BROKEN", on=feb(2))
    )
    grant = {"kind": "GRANT", **PERIOD, "amount": "350.00", "need": "kurs zawodowy"}
    assert await town.refused(EWA, f"{at}/decisions", **grant) == "SocialContractMissing"


async def test_help_for_independence_is_within_what_the_need_costs(town: Town) -> None:
    case = await applied(town, MAN, "ECONOMIC_INDEPENDENCE", feb(2))
    await interviewed(town, case, feb(2))
    await earns(town, case, "610")
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="2000", need="2000")
    grant = {"kind": "GRANT", **PERIOD, "need": "narzędzia"}
    more = await town.refused(EWA, f"{at}/decisions", **grant, amount="2000.01")
    assert more == "AmountOutsideRange"
    await town.post(EWA, f"{at}/decisions", **grant, amount="2000.00")
    assert "art. 43" in (await town.get(EWA, at))["decisions"][0]["letter"]["basis"]


async def earns(town: Town, case: str, amount: str) -> None:
    wage = [{"kind": "CASUAL_WORK", "amount": amount}]
    await town.post(EWA, f"/api/cases/{case}/income", month="2026-01", components=wage)


async def contracted(town: Town, contract_id: UUID | None = None) -> None:
    """Variant B from 2 February to the end of August."""
    await certify(
        town,
        socialwork.ContractConcluded(
            contract_id=contract_id or uuid4(), social_work_id=uuid4(), variant="B",
            provisions=("TRAINING",), on=feb(2), until=date(2026, 8, 31),
        ),
    )  # fmt: skip
    assert await town.parked() == []


# --- in kind and as a service -----------------------------------------------------------


def hand(benefit: Entitlement, on: date) -> str:
    return benefit.record_delivery(
        1, D("240.00"), "Kurtka zimowa", on=on, by=MAREK, today=date(2026, 4, 30)
    ).month


def test_help_in_kind_is_delivered_once_and_a_meal_once_a_month() -> None:
    coat, meal = granted(Benefit.CLOTHING), granted(Benefit.MEAL)
    hand(coat, feb(18))
    with pytest.raises(AlreadyDelivered):
        hand(coat, date(2026, 3, 18))
    assert [hand(meal, day) for day in (feb(28), date(2026, 3, 31))] == ["2026-02", "2026-03"]
    with pytest.raises(AlreadyDelivered):
        hand(meal, date(2026, 3, 30))


def test_a_delivery_is_of_the_period_and_of_what_is_no_money() -> None:
    with pytest.raises(OutsideThePeriod):
        hand(granted(Benefit.IN_KIND), feb(9))
    with pytest.raises(NothingToDeliver):
        hand(granted(Benefit.LOSS, "100.00"), feb(18))


def test_what_help_in_kind_is_worth_is_never_paid() -> None:
    assert granted(Benefit.IN_KIND, "240.00").payments == {}
    assert len(granted(Benefit.MEAL, "120.00").payments) == 3, "money for food is paid"


def test_help_that_is_not_delivered_does_not_end() -> None:
    coat = granted(Benefit.CLOTHING)
    with pytest.raises(DeliveryOpen):
        coat.end(on=date(2026, 5, 4))
    hand(coat, feb(18))
    coat.end(on=date(2026, 5, 4))


async def test_a_coat_is_asked_for_decided_and_handed_over(town: Town) -> None:
    case = await applied(town, MAN, "CLOTHING", feb(2))
    await interviewed(town, case, feb(2))
    at = f"/api/cases/{case}"
    grant = {"kind": "GRANT", **PERIOD, "need": "kurtka i buty zimowe"}
    assert await town.refused(EWA, f"{at}/decisions", **grant) == "CalculationMissing"
    assert await town.refused(EWA, f"{at}/right") == "IncomeMissing"
    await earns(town, case, "1200")
    assert (await town.post(EWA, f"{at}/right"))["data"]["free"] is False
    assert await town.refused(EWA, f"{at}/decisions", **grant) == "OnlyToBePaidBack"
    await earns(town, case, "610")
    assert (await town.post(EWA, f"{at}/right"))["data"]["free"] is True
    drafted = await town.post(EWA, f"{at}/decisions", **grant)
    await final(town, drafted["data"]["decision_id"])
    benefit = await realised(town, drafted["data"]["decision_id"])
    town.day(feb(18))
    path = f"/api/entitlements/{benefit}/deliveries"
    found = (await town.get(MAREK, at))["entitlements"][0]
    assert "record_delivery" in {one["action"] for one in found["actions"]}
    handed = {"text": "Kurtka zimowa, buty", "value": "240.00", "on": "2026-02-18"}
    assert await town.refused(EWA, path, **handed) == "RoleMissing"
    await clock_at(town, date(2026, 5, 4))
    assert (await town.get(EWA, at))["entitlements"][0]["state"] == "active", "nothing was given"
    await town.post(MAREK, path, **handed)
    assert await town.refused(MAREK, path, **handed) == "AlreadyDelivered"
    (said,) = [json.loads(one) for one in await told(town, facts.HelpDelivered.type())]
    assert (said["benefit"], said["on"], said["value"]) == ("CLOTHING", "2026-02-18", "240.00")
    await clock_at(town, date(2026, 5, 5))
    assert (await town.get(EWA, at))["entitlements"][0]["state"] == "ended"


async def test_a_right_does_not_outlive_the_income_it_was_found_for(town: Town) -> None:
    case = await applied(town, MAN, "CLOTHING", feb(2))
    await interviewed(town, case, feb(2))
    at = f"/api/cases/{case}"
    grant = {"kind": "GRANT", **PERIOD, "need": "kurtka i buty zimowe"}
    await earns(town, case, "610")
    assert (await town.post(EWA, f"{at}/right"))["data"]["free"] is True
    await earns(town, case, "5000")
    assert (await town.get(EWA, at))["right"] is None
    assert await town.refused(EWA, f"{at}/decisions", **grant) == "CalculationMissing"
    await town.post(EWA, f"{at}/right")
    assert await town.refused(EWA, f"{at}/decisions", **grant) == "OnlyToBePaidBack"


async def test_a_right_is_looked_for_only_where_no_money_is_given(town: Town) -> None:
    case = await applied(town, MAN, "PERIODIC", feb(2))
    await interviewed(town, case, feb(2))
    await earns(town, case, "610")
    assert await town.refused(EWA, f"/api/cases/{case}/right") == "NoFormula"
    offered = {one["action"] for one in (await town.get(EWA, f"/api/cases/{case}"))["actions"]}
    assert "calculate_right" not in offered


# --- after work was found (ups art. 39a ust. 2) --------------------------------------------


async def periodic(town: Town) -> tuple[str, str]:
    """200 a month from February to the end of July; the case and the benefit."""
    case = await applied(town, MAN, "PERIODIC", feb(2))
    await interviewed(town, case, feb(2))
    await earns(town, case, "610")
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="200")
    drafted = await town.post(
        EWA, f"/api/cases/{case}/decisions",
        kind="GRANT", valid_from="2026-02-01", valid_to="2026-07-31", amount="200.00",
    )  # fmt: skip
    await final(town, drafted["data"]["decision_id"])
    return f"/api/cases/{case}", await realised(town, drafted["data"]["decision_id"])


async def test_under_a_contract_a_benefit_goes_on_two_months_after_work_was_found(
    town: Town,
) -> None:
    at, benefit = await periodic(town)
    town.day(date(2026, 3, 18))
    path, work = f"/api/entitlements/{benefit}/continuation", {"work_since": "2026-03-16"}
    assert await town.refused(EWA, path, **work) == "NotNow"
    await town.post(
        EWA, f"/api/entitlements/{benefit}/changes", kind="WORK", source="CLIENT",
        since="2026-03-16",
    )  # fmt: skip
    assert await town.refused(EWA, path, **work) == "SocialContractMissing"
    decisions = f"/api/entitlements/{benefit}/decisions"
    assert await town.refused(EWA, decisions, kind="CONTINUE") in {
        "CalculationMissing", "TermsIncomplete",
    }  # fmt: skip
    await contracted(town)
    assert await town.refused(MAREK, path, **work) == "RoleMissing"
    later = await town.refused(EWA, path, work_since="2026-03-19")
    assert later == "InTheFuture"
    assert (await town.post(EWA, path, **work))["data"]["until"] == "2026-05-16"
    drafted = await town.post(EWA, decisions, kind="CONTINUE")
    await final(town, drafted["data"]["decision_id"])
    (found,) = (await town.get(EWA, at))["entitlements"]
    assert (found["state"], found["valid_to"], found["review"]) == ("active", "2026-05-16", None)
    months = {one["month"]: (one["state"], one["amount"]) for one in await plan(town, benefit)}
    assert months["2026-03"] == ("planned", "200.00")
    assert months["2026-05"] == ("planned", "103.23"), "16 of 31 days"
    assert months["2026-06"][0] == "stopped"
    decision = (await town.get(EWA, at))["decisions"][-1]
    assert "mimo podjęcia pracy" in decision["letter"]["ruling"][0]


async def test_what_is_no_benefit_of_a_contract_ends_as_every_change_does(town: Town) -> None:
    await contracted(town)
    case = await applied(town, MAN, "SPECIAL_TARGETED", feb(2))
    await interviewed(town, case, feb(2))
    wage = [{"kind": "WAGES", "amount": "1200.00"}]
    await town.post(EWA, f"/api/cases/{case}/income", month="2026-01", components=wage)
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="100", need="100")
    whole_months = {"valid_from": "2026-02-01", "valid_to": "2026-04-30"}
    drafted = await town.post(
        EWA, f"/api/cases/{case}/decisions",
        kind="GRANT", **whole_months, amount="100.00", need="leki",
    )  # fmt: skip
    await final(town, drafted["data"]["decision_id"])
    benefit = await realised(town, drafted["data"]["decision_id"])
    await town.post(EWA, f"/api/entitlements/{benefit}/review", trigger="INCOME_CHANGE")
    refusal = await town.refused(
        EWA, f"/api/entitlements/{benefit}/continuation", work_since="2026-02-02"
    )
    assert refusal == "NotUnderContract"
