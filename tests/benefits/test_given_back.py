"""What came back and is not owed: counted towards another claim, or given back, once."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from osnowa_contracts.wording import formats

from chassis.context import Context, Worker
from services.benefits.payments import Overpaid
from services.benefits.realisation.refusals import NothingToGiveBack
from services.benefits.realisation.repayment import Repayment
from services.benefits.refusals.general import NotBeforeEarlier
from services.benefits.values import Benefit, PaymentMethod
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, Json
from tests.benefits.realised import (
    EWA,
    HELENA,
    MAREK,
    decided,
    delivered,
    final,
    realised,
    sent_to_the_board,
)
from tests.benefits.test_acts_pages import look
from tests.benefits.test_paid_back import ABOVE, GRANT, IN_SIX, earning
from tests.benefits.test_undue import WIFE, changed, paid_until_august, permanent

HELP: Json = {**GRANT, "amount": "600.00", "need": "Zakup opału"}
DEFECT = {"ground": "NEW_FACTS", "what": "Umowa o pracę", "learned_on": "2026-03-02"}


# --- the rules ------------------------------------------------------------------

ON = date(2026, 10, 1)


def claim(number: int, amount: str, came: str = "0") -> Repayment:
    month = Overpaid("2026-08", Decimal("500.00"), Decimal("500.00") - Decimal(amount))
    owed = Repayment(
        decision_id=UUID(int=number), entitlement_id=UUID(int=42), case_id=UUID(int=43),
        person_id=WIFE, benefit=Benefit.PERMANENT, months=(month,), amount=Decimal(amount), on=ON,
    )  # fmt: skip
    owed.set_plan(2, ON, by=MAREK, on=ON)
    if Decimal(came):
        owed.receive(Decimal(came), PaymentMethod.CASH, on=ON)
    return owed


def test_of_a_claim_that_holds_nothing_is_given_back() -> None:
    owed = claim(1, "100.00", "60.00")
    assert owed.to_give_back == 0
    with pytest.raises(NothingToGiveBack):
        owed.refund(PaymentMethod.CASH, by=MAREK, on=ON)


def test_of_a_claim_that_fell_away_all_is_given_back_once_and_owed_again_if_it_returns() -> None:
    owed = claim(1, "100.00", "60.00")
    owed.fall_away(on=ON)
    assert owed.refund(PaymentMethod.CASH, by=MAREK, on=ON).amount == Decimal("60.00")
    with pytest.raises(NothingToGiveBack):
        owed.refund(PaymentMethod.CASH, by=MAREK, on=ON)
    owed.stand_again(on=ON)
    assert owed.rest == Decimal("100.00")
    assert sum(one.rest for one in owed.owed()) == Decimal("100.00")


def test_what_came_back_elsewhere_counts_up_to_what_is_left_and_no_grosz_twice() -> None:
    gone, new = claim(1, "100.00", "60.00"), claim(2, "40.00")
    assert new.count_in(gone, on=ON) == 0, "the first claim still holds"
    gone.fall_away(on=ON)
    assert new.count_in(gone, on=ON) == Decimal("40.00")
    assert new.rest == 0
    assert not new.owed()
    assert gone.to_give_back == Decimal("20.00")
    assert new.count_in(gone, on=ON) == 0
    assert gone.count_in(gone, on=ON) == 0
    new.fall_away(on=ON)
    gone.stand_again(on=ON)
    assert gone.rest == Decimal("80.00"), "40 of the 60 count for the other"
    assert gone.count_in(new, on=ON) == Decimal("40.00")
    assert [gone.rest, new.to_give_back] == [Decimal("40.00"), Decimal(0)]


def test_no_more_counts_than_the_decision_says() -> None:
    gone, new = claim(1, "100.00", "60.00"), claim(2, "100.00")
    gone.fall_away(on=ON)
    assert new.count_in(gone, on=ON, most=Decimal("10.00")) == Decimal("10.00")


# --- help that was to be paid back ------------------------------------------------


async def help_examined_anew(town: Town) -> tuple[str, str, str]:
    """600 were paid out and 100 came back; then the grant is reopened: case, benefit, grant."""
    case = await earning(town, "TARGETED", ABOVE)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    grant = await decided(town, at, **HELP, repay=IN_SIX)
    benefit = await realised(town, grant)
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    (owed,) = await claims(town)
    await town.post(MAREK, f"/api/repayments/{owed['repayment_id']}/receipts", amount="100.00")
    town.day(date(2026, 3, 9))
    await town.post(HELENA, f"/api/decisions/{grant}/reopening", **DEFECT)
    return case, benefit, grant


async def claims(town: Town) -> list[Json]:
    return await town.listed(MAREK, "/api/repayments", person_id=str(MAN))


def sums(one: Json, *names: str) -> list[Decimal]:
    return [Decimal(one[name]) for name in names]


def spaced(paragraphs: list[str]) -> str:
    return " ".join(paragraphs).replace(formats.NBSP, " ")


async def test_what_came_back_of_refused_help_is_deducted_from_the_undue_benefit(
    town: Town,
) -> None:
    case, benefit, _ = await help_examined_anew(town)
    at = f"/api/cases/{case}"
    await decided(town, at, kind="REFUSAL", ground="INCOME")
    (gone,) = await claims(town)
    assert sums(gone, "rest", "to_give_back") == [0, 100]
    refund = f"/api/repayments/{gone['repayment_id']}/refund"
    assert await town.refused(MAREK, refund) == "UndueComesFirst"
    undue = (await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions"))["data"]
    assert Decimal(undue["amount"]) == 600
    assert await town.refused(MAREK, refund) == "UndueBeingDecided"
    on_it = f"/api/decisions/{undue['decision_id']}"
    ruling = "Na poczet zwrotu zaliczam 100,00 zł, które już wpłynęły; do zwrotu pozostaje 500,00"
    for _ in range(2):
        letter = (await town.get(EWA, at))["decisions"][-1]["letter"]
        assert ruling in spaced(letter["ruling"])
        assert "wpłynęło już 100,00 zł" in spaced(letter["reasons"])
        period = {"valid_from": "2026-02-01", "valid_to": "2026-02-28", "months": ["2026-02"]}
        await town.post(EWA, f"{on_it}/revision", amount="600.00", **period, reasons="Bez zmian.")
    await final(town, undue["decision_id"])
    gone, owed = await claims(town)
    assert owed["cause"] == "UNDUE"
    assert sums(owed, "amount", "rest", "counted_here") == [600, 500, 100]
    assert sums(gone, "counted_elsewhere", "to_give_back") == [100, 0]
    assert await town.refused(MAREK, refund) == "NothingToGiveBack"
    shown = (await look(town, MAREK, f"/cases/{case}/realisation")).replace(formats.NBSP, " ")
    assert "Zaliczono z innego zwrotu" in shown
    assert "Zaliczono na inny zwrot" in shown


async def test_what_came_back_is_not_lost_over_several_decisions_on_the_same_help(
    town: Town,
) -> None:
    """100 came on the first claim and 50 on the second; the board brings the first back."""
    case, _, _ = await help_examined_anew(town)
    less = {"amount": "300.00", "instalments": 2, "first_due": "2026-03-31"}
    pressing = {"immediate": True, "immediate_reason": "Pilne"}
    drafted = await town.post(EWA, f"/api/cases/{case}/decisions", **HELP, repay=less, **pressing)
    on_it = f"/api/decisions/{drafted['data']['decision_id']}"
    await delivered(town, on_it)
    _, second = await claims(town)
    assert sums(second, "amount", "rest") == [300, 200]
    await town.post(MAREK, f"/api/repayments/{second['repayment_id']}/receipts", amount="50.00")
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    first, second = await claims(town)
    assert [*sums(first, "rest"), *sums(second, "rest", "to_give_back")] == [450, 0, 0]


async def test_more_than_the_new_decision_wants_is_given_back(town: Town) -> None:
    case, _, _ = await help_examined_anew(town)
    little = {"amount": "60.00", "instalments": 2, "first_due": "2026-03-31"}
    await decided(town, f"/api/cases/{case}", **HELP, repay=little)
    first, second = await claims(town)
    assert (*sums(second, "rest"), second["instalments"]) == (0, [])
    assert sums(first, "to_give_back") == [40]
    told = await town.post(MAREK, f"/api/repayments/{first['repayment_id']}/refund")
    assert Decimal(told["data"]["amount"]) == 40


async def overturned_help(town: Town, result: str) -> tuple[str, str]:
    """600 were paid at once and 100 came back before the board took the grant away."""
    case = await earning(town, "TARGETED", ABOVE)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    pressing = {"immediate": True, "immediate_reason": "Brak opału w czasie mrozów"}
    drafted = await town.post(EWA, f"{at}/decisions", **HELP, repay=IN_SIX, **pressing)
    on_it = f"/api/decisions/{drafted['data']['decision_id']}"
    await delivered(town, on_it)
    benefit = await realised(town, drafted["data"]["decision_id"])
    await sent_to_the_board(town, on_it)
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    (owed,) = await claims(town)
    await town.post(MAREK, f"/api/repayments/{owed['repayment_id']}/receipts", amount="100.00")
    await town.post(EWA, f"{on_it}/appeal/result", result=result)
    return at, f"/api/entitlements/{benefit}/undue-decisions"


async def test_help_that_the_board_took_away_is_undue_less_what_came_back(town: Town) -> None:
    at, undue = await overturned_help(town, "REVERSED")
    drafted = (await town.post(EWA, undue))["data"]
    assert Decimal(drafted["amount"]) == 600
    ruling = (await town.get(EWA, at))["decisions"][-1]["letter"]["ruling"]
    assert "po uchyleniu decyzji nr SW/2026/0001" in spaced(ruling)
    await final(town, drafted["decision_id"])
    assert [sums(one, "rest") for one in await claims(town)] == [[0], [500]]


async def test_while_the_office_decides_anew_nothing_is_undue_for_good(town: Town) -> None:
    at, undue = await overturned_help(town, "REMITTED")
    assert await town.refused(EWA, undue) == "ChangeNotFinal"
    await decided(town, at, kind="REFUSAL", ground="INCOME")
    await final(town, (await town.post(EWA, undue))["data"]["decision_id"])
    assert [sums(one, "rest") for one in await claims(town)] == [[0], [500]]


async def test_help_refused_before_it_began_to_be_given_leaves_no_claim(town: Town) -> None:
    """Its realisation began while the refusal was on its way."""
    case = await earning(town, "TARGETED", ABOVE)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    grant = await decided(town, at, **HELP, repay=IN_SIX)
    await town.post(
        HELENA, f"/api/decisions/{grant}/reopening", **DEFECT | {"learned_on": "2026-02-02"}
    )
    refusal = await town.post(EWA, f"{at}/decisions", kind="REFUSAL", ground="INCOME")
    await realised(town, grant)
    assert [sums(one, "rest") for one in await claims(town)] == [[600]]
    await final(town, refusal["data"]["decision_id"])
    assert [sums(one, "rest") for one in await claims(town)] == [[0]]


# --- an undue benefit ---------------------------------------------------------------


async def overturned(town: Town) -> tuple[str, Json]:
    """100 were claimed at once and 60 came, before the board took the decision away: the benefit,
    its claim."""
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    change = await changed(town, case, benefit)
    town.day(date(2026, 9, 7))
    await town.post(EWA, f"/api/decisions/{change}/waiver")
    undue = await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions")
    on_it = f"/api/decisions/{undue['data']['decision_id']}"
    await delivered(town, on_it)
    await town.post(HELENA, f"{on_it}/enforceability", reason="Zagrożenie ściągalności")
    (owed,) = await town.listed(MAREK, "/api/repayments")
    await town.post(MAREK, f"/api/repayments/{owed['repayment_id']}/receipts", amount="60.00")
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REVERSED")
    return benefit, await town.get(MAREK, f"/api/repayments/{owed['repayment_id']}")


async def test_money_paid_on_a_claim_that_fell_away_is_listed_and_given_back_once(
    town: Town,
) -> None:
    benefit, gone = await overturned(town)
    assert sums(gone, "to_give_back", "rest") == [60, 0]
    listed = (await town.get(MAREK, "/api/expected"))["to_give_back"]
    assert [one["repayment_id"] for one in listed] == [gone["repayment_id"]]
    assert "Wpłaty do oddania klientom" in await look(town, MAREK, "/expected")
    tasks = [one["title"] for one in await town.listed(MAREK, "/api/tasks")]
    assert "Wpłata do oddania: Jan Rodzinna" in tasks
    refund = f"/api/repayments/{gone['repayment_id']}/refund"
    assert await town.refused(EWA, refund) == "RoleMissing"
    assert await town.refused(MAREK, refund, on="2026-09-08") == "InTheFuture"
    client = await town.client(MAREK)
    both = await asyncio.gather(*(client.post(refund, json={"method": "CASH"}) for _ in range(2)))
    assert sorted(answer.status_code for answer in both) == [200, 409], "two send it at once"
    (given,) = (await town.get(MAREK, refund.removesuffix("/refund")))["refunds"]
    assert (given["amount"], given["by"], given["method"]) == ("60.00", MAREK, "CASH")
    assert await town.refused(MAREK, refund) == "NothingToGiveBack"
    assert (await town.get(MAREK, "/api/expected"))["to_give_back"] == []
    undue = await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions")
    await final(town, undue["data"]["decision_id"])
    _, anew = await town.listed(MAREK, "/api/repayments")
    assert sums(anew, "amount", "rest") == [100, 100]


async def test_a_claim_established_anew_counts_what_came_on_the_one_before(town: Town) -> None:
    benefit, gone = await overturned(town)
    undue = await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions")
    await final(town, undue["data"]["decision_id"])
    before, anew = await town.listed(MAREK, "/api/repayments")
    assert before["repayment_id"] == gone["repayment_id"]
    assert [*sums(anew, "amount", "rest"), *sums(before, "to_give_back")] == [100, 40, 0]


async def test_nothing_is_signed_that_counts_what_was_given_back_meanwhile(town: Town) -> None:
    """The refund was on its way when the draft was written."""
    benefit, gone = await overturned(town)
    undue = await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions")
    on_it = f"/api/decisions/{undue['data']['decision_id']}"
    await refunded_meanwhile(town, UUID(gone["repayment_id"]))
    assert await town.refused(HELENA, f"{on_it}/issue") == "CameBackChanged"
    await town.post(HELENA, f"{on_it}/return", remarks="Wpłatę już oddano")
    period = {"valid_from": "2026-08-01", "valid_to": "2026-08-31", "months": ["2026-08"]}
    await town.post(EWA, f"{on_it}/revision", amount="100.00", **period, reasons="Bez wpłaty.")
    await final(town, undue["data"]["decision_id"])
    _, anew = await town.listed(MAREK, "/api/repayments")
    assert sums(anew, "amount", "rest") == [100, 100]


async def refunded_meanwhile(town: Town, repayment_id: UUID) -> None:
    log = town.app.state.service.commands.log
    repayment = await log.load(Repayment, repayment_id)
    repayment.refund(PaymentMethod.CASH, by=MAREK, on=date(2026, 9, 7))
    worker = Worker(MAREK, "Marek", "realisation-worker", "benefits")
    await log.append(repayment, ctx=Context(worker, datetime(2026, 9, 7, 9, tzinfo=UTC)))


async def test_a_draft_and_a_refund_at_once_spend_the_money_once(town: Town) -> None:
    benefit, gone = await overturned(town)
    worker, payer = await town.client(EWA), await town.client(MAREK)
    refund = f"/api/repayments/{gone['repayment_id']}/refund"
    await asyncio.gather(
        payer.post(refund, json={}),
        worker.post(f"/api/entitlements/{benefit}/undue-decisions", json={}),
    )
    (drafted,) = [
        one
        for case in await town.listed(EWA, "/api/cases", person_id=str(WIFE))
        for one in (await town.get(EWA, f"/api/cases/{case['case_id']}"))["decisions"]
        if one["state"] == "drafted"
    ]
    given = Decimal((await town.get(MAREK, refund.removesuffix("/refund")))["to_give_back"]) == 0
    signed = await (await town.client(HELENA)).post(f"/api/decisions/{drafted['id']}/issue")
    counted = Decimal(drafted["terms"]["came_back"])
    assert signed.is_success == (counted == (0 if given else 60)), signed.text


def test_money_is_not_given_back_before_it_came() -> None:
    owed = claim(1, "100.00", "60.00")
    owed.fall_away(on=ON)
    with pytest.raises(NotBeforeEarlier):
        owed.refund(PaymentMethod.CASH, by=MAREK, on=date(2026, 9, 30))
