"""Help above the criterion on condition of repayment, and loans (ups art. 41 pkt 2, 43 ust. 1)."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from osnowa_contracts import benefits as facts

from services.benefits.calculation import help_to_be_paid_back, law_on, loan
from services.benefits.drafting import check_ruling, check_terms
from services.benefits.letter import Letter, write
from services.benefits.letter_reasons import Findings
from services.benefits.payments import granted_in_all
from services.benefits.realisation.refusals import TooManyInstalments
from services.benefits.refusals.calculation import AboveCriterion, NotAboveCriterion
from services.benefits.refusals.drafting import TermsIncomplete
from services.benefits.refusals.giving import (
    LoanRepaidWhole,
    MoreThanGranted,
    NothingToBePaidBack,
    RepaidBeforeGiven,
)
from services.benefits.values import Benefit, DecisionKind, Repay, Terms
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, Json
from tests.benefits.realised import (
    EWA,
    HELENA,
    MAREK,
    applied,
    decided,
    delivered,
    final,
    interviewed,
    plan,
    realised,
    sent_to_the_board,
    told,
)
from tests.benefits.test_acts_pages import look, send
from tests.forms import on

FEBRUARY = date(2026, 2, 2)
LAW = law_on(FEBRUARY)
ABOVE, WITHIN = Decimal(1500), Decimal(500)
MARCH = date(2026, 3, 31)


# --- the calculation and the draft --------------------------------------------


def test_above_the_criterion_help_is_measured_by_the_need_and_said_to_be_paid_back() -> None:
    found = help_to_be_paid_back(ABOVE, 1, Decimal(600), LAW)
    assert (found.maximum, found.to_be_paid_back) == (Decimal(600), True)
    assert found.steps[-1].basis == "ups art. 41 pkt 2"
    with pytest.raises(NotAboveCriterion):
        help_to_be_paid_back(Decimal(1010), 1, Decimal(600), LAW)


def test_a_loan_is_for_who_is_within_the_criterion() -> None:
    found = loan(WITHIN, 1, Decimal(5000), LAW)
    assert (found.maximum, found.to_be_paid_back) == (Decimal(5000), True)
    assert found.steps[-1].basis == "ups art. 43 ust. 1 pkt 2"
    with pytest.raises(AboveCriterion):
        loan(ABOVE, 1, Decimal(5000), LAW)


def terms(amount: str = "600.00", repay: Repay | None = None, until: int = 28) -> Terms:
    return Terms(
        valid_from=date(2026, 2, 1), valid_to=date(2026, 2, until), amount=Decimal(amount),
        need="Zakup opału", repay=repay,
    )  # fmt: skip


def repay(amount: str = "600.00", instalments: int = 6, first_due: date = MARCH) -> Repay:
    return Repay(Decimal(amount), instalments, first_due)


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (terms(), TermsIncomplete),
        (terms(repay=repay("600.01")), MoreThanGranted),
        (terms(repay=repay("0.05")), TooManyInstalments),
        (terms(repay=repay(first_due=date(2026, 1, 31))), RepaidBeforeGiven),
    ],
)
def test_a_grant_to_be_paid_back_says_how(wanted: Terms, refusal: type[Exception]) -> None:
    found = help_to_be_paid_back(ABOVE, 1, Decimal(600), LAW)
    with pytest.raises(refusal):
        check_terms(DecisionKind.GRANT, Benefit.TARGETED, wanted, found, None)
    part = terms(repay=repay("300.00"))
    check_terms(DecisionKind.GRANT, Benefit.TARGETED, part, found, None)


def test_a_loan_is_paid_back_whole() -> None:
    found = loan(WITHIN, 1, Decimal(600), LAW)
    part = terms(repay=repay("300.00"))
    with pytest.raises(LoanRepaidWhole):
        check_terms(DecisionKind.GRANT, Benefit.ECONOMIC_INDEPENDENCE, part, found, None)
    whole = terms(repay=repay())
    check_terms(DecisionKind.GRANT, Benefit.ECONOMIC_INDEPENDENCE, whole, found, None)


def test_what_the_calculation_gives_free_is_not_paid_back() -> None:
    with pytest.raises(NothingToBePaidBack):
        check_terms(DecisionKind.GRANT, Benefit.TARGETED, terms(repay=repay()), None, None)


def test_of_a_monthly_benefit_all_months_together_may_be_paid_back() -> None:
    monthly = Terms(date(2026, 2, 1), date(2026, 4, 30), Decimal("200.00"))
    assert granted_in_all(Benefit.PERIODIC, monthly) == Decimal("600.00")
    assert granted_in_all(Benefit.LOSS, monthly) == Decimal("200.00")


def letter(benefit: Benefit, wanted: Terms) -> Letter:
    return write(
        DecisionKind.GRANT, benefit, wanted, Findings(filed_on=FEBRUARY),
        earlier=None, lines=(), supplement="",
    )  # fmt: skip


def test_the_letter_says_what_is_paid_back_and_by_which_provision() -> None:
    given = letter(Benefit.TARGETED, terms(repay=repay()))
    assert "art. 39, art. 41 pkt 2" in given.basis
    said = " ".join(given.ruling).replace("\N{NO-BREAK SPACE}", " ")
    assert "pod warunkiem zwrotu: 600,00 zł w równych ratach miesięcznych, liczba rat: 6" in said
    assert any("art. 104 ust. 4" in one for one in given.instruction)
    assert any("podlega zwrotowi" in one for one in given.reasons)
    lent = letter(Benefit.ECONOMIC_INDEPENDENCE, terms(repay=repay(instalments=1)))
    assert "art. 43 ust. 1 pkt 2" in lent.basis
    said = " ".join(lent.ruling).replace("\N{NO-BREAK SPACE}", " ")
    assert "nieoprocentowaną pożyczkę na ekonomiczne usamodzielnienie w kwocie 600,00 zł" in said
    assert "Pożyczkę zwraca się 600,00 zł do dnia" in said


# --- from the calculation to the last instalment -------------------------------


async def earning(town: Town, benefit: str, amount: Decimal) -> str:
    """The case of a single person with that income in January."""
    case = await applied(town, MAN, benefit, FEBRUARY)
    await interviewed(town, case, FEBRUARY)
    components = [{"kind": "WAGES", "amount": f"{amount:.2f}"}]
    await town.post(EWA, f"/api/cases/{case}/income", month="2026-01", components=components)
    return case


GRANT = {"kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-02-28"}
IN_SIX = {"amount": "600.00", "instalments": 6, "first_due": "2026-03-31"}


async def owed(town: Town) -> Json:
    (found,) = await town.listed(MAREK, "/api/repayments", person_id=str(MAN))
    return found


async def drafted_on_its_page(town: Town, case: str) -> None:
    """The form asks how it is paid back, and says so where that is missing."""
    page = f"/cases/{case}/decisions"
    assert 'name="repay.instalments"' in await look(town, EWA, f"{page}?kind=GRANT")
    fields = {
        "kind": "GRANT", "amount": "600,00", "need": "Zakup opału",
        **on("valid_from", date(2026, 2, 1)), **on("valid_to", date(2026, 2, 28)),
    }  # fmt: skip
    assert "Co i jak podlega zwrotowi" in await send(town, EWA, page, fields, 422)
    paid_back = {
        "repay.amount": "600,00", "repay.instalments": "6", **on("repay.first_due", MARCH),
    }  # fmt: skip
    await send(town, EWA, page, {**fields, **paid_back})


async def test_a_targeted_benefit_above_the_criterion_is_given_and_paid_back(town: Town) -> None:
    case = await earning(town, "TARGETED", ABOVE)
    at = f"/api/cases/{case}"
    assert await town.refused(EWA, f"{at}/entitlement", proposed="600.00") == "AboveCriterion"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    draft = {**GRANT, "amount": "600.00", "need": "Zakup opału"}
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "TermsIncomplete"
    await drafted_on_its_page(town, case)
    (shown,) = (await town.get(EWA, at))["decisions"]
    await final(town, decision := shown["id"])
    assert [line["basis"] for line in shown["letter"]["lines"]][-3:] == ["ups art. 41 pkt 2"] * 3
    benefit = await realised(town, decision)
    assert [one["amount"] for one in await plan(town, benefit)] == ["600.00"]
    found = await owed(town)
    assert (found["cause"], found["amount"], found["months"]) == ("RETURNABLE", "600.00", [])
    assert [one["amount"] for one in found["instalments"]] == ["100.00"] * 6
    assert found["instalments"][0]["due_on"] == "2026-03-31"
    path = f"/api/repayments/{found['repayment_id']}/receipts"
    assert (await town.post(MAREK, path, amount="100.00"))["data"]["rest"] == "500.00"
    (fact,) = [json.loads(one) for one in await told(town, facts.HelpToBePaidBackGiven.type())]
    assert (fact["cause"], fact["amount"]) == ("RETURNABLE", "600.00")
    assert await told(town, facts.UndueBenefitEstablished.type()) == []
    page = await look(town, MAREK, f"/cases/{case}/realisation")
    assert "Pomoc pod warunkiem zwrotu" in page
    assert "Świadczenia nienależnie pobrane" not in page


async def test_a_loan_is_paid_out_once_and_followed_until_it_is_back(town: Town) -> None:
    case = await earning(town, "ECONOMIC_INDEPENDENCE", WITHIN)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    draft = {**GRANT, "valid_to": "2026-12-31", "amount": "600.00", "need": "Warsztat"}
    part = {**IN_SIX, "amount": "300.00"}
    assert await town.refused(EWA, f"{at}/decisions", **draft, repay=part) == "LoanRepaidWhole"
    benefit = await realised(town, await decided(town, at, **draft, repay=IN_SIX))
    assert [one["amount"] for one in await plan(town, benefit)] == ["600.00"]
    assert (await owed(town))["cause"] == "LOAN"


async def test_help_in_kind_above_the_criterion_is_given_against_repayment(town: Town) -> None:
    case = await earning(town, "IN_KIND", ABOVE)
    at = f"/api/cases/{case}"
    right = await town.post(EWA, f"{at}/right")
    assert right["data"]["free"] is False
    draft = {**GRANT, "amount": "600.00", "need": "Łóżko rehabilitacyjne"}
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "OnlyToBePaidBack"
    half = {"amount": "300.00", "instalments": 3, "first_due": "2026-03-31"}
    without = {name: value for name, value in draft.items() if name != "amount"}
    refused = await town.refused(EWA, f"{at}/decisions", **without, repay=half)
    assert refused == "TermsIncomplete"
    benefit = await realised(town, await decided(town, at, **draft, repay=half))
    await town.post(MAREK, f"/api/entitlements/{benefit}/deliveries", on="2026-02-02", quantity=1)
    assert (await owed(town))["rest"] == "300.00"


async def test_what_the_board_overturns_is_not_paid_back_twice(town: Town) -> None:
    """It is undue then, by a decision of its own."""
    case = await earning(town, "TARGETED", ABOVE)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    draft = {
        **GRANT, "amount": "600.00", "need": "Zakup opału", "repay": IN_SIX,
        "immediate": True, "immediate_reason": "Brak opału w czasie mrozów",
    }  # fmt: skip
    drafted = await town.post(EWA, f"{at}/decisions", **draft)
    on_it = f"/api/decisions/{drafted['data']['decision_id']}"
    await delivered(town, on_it)
    await town.post(MAREK, f"{on_it}/realisation")
    assert (await owed(town))["rest"] == "600.00"
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert Decimal((await owed(town))["rest"]) == 0


async def reopened(town: Town) -> tuple[str, str]:
    """Of 600 to be paid back 100 came; then the grant is examined anew: its case, itself."""
    case = await earning(town, "TARGETED", ABOVE)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    draft: Json = {**GRANT, "amount": "600.00", "need": "Zakup opału", "repay": IN_SIX}
    old = await decided(town, at, **draft)
    await realised(town, old)
    claim = f"/api/repayments/{(await owed(town))['repayment_id']}"
    await town.post(MAREK, f"{claim}/receipts", amount="100.00")
    town.day(date(2026, 3, 9))
    defect = {"ground": "NEW_FACTS", "what": "Umowa o pracę", "learned_on": "2026-03-02"}
    await town.post(HELENA, f"/api/decisions/{old}/reopening", **defect)
    return case, old


async def claims(town: Town) -> list[tuple[str, int]]:
    """What is still claimed, and in how many instalments."""
    found = await town.listed(MAREK, "/api/repayments", person_id=str(MAN), open_only="true")
    return [(one["rest"], len(one["instalments"])) for one in found]


async def test_what_takes_the_place_of_the_grant_says_what_is_still_to_be_paid_back(
    town: Town,
) -> None:
    case, _ = await reopened(town)
    less = {"amount": "300.00", "instalments": 2, "first_due": "2026-03-31"}
    draft: Json = {**GRANT, "amount": "600.00", "need": "Zakup opału", "repay": less}
    await decided(town, f"/api/cases/{case}", **draft)
    assert await claims(town) == [("200.00", 2)], "100 came back already"


async def test_help_that_is_refused_after_all_is_not_claimed_as_help_any_more(town: Town) -> None:
    """What was paid is undue then, by a decision of its own; the board may bring the claim back."""
    case, _ = await reopened(town)
    draft = {"kind": "REFUSAL", "ground": "INCOME", "immediate": True, "immediate_reason": "Pilne"}
    drafted = await town.post(EWA, f"/api/cases/{case}/decisions", **draft)
    on_it = f"/api/decisions/{drafted['data']['decision_id']}"
    await delivered(town, on_it)
    assert await claims(town) == []
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert await claims(town) == [("500.00", 6)]


async def test_a_loan_that_is_not_paid_out_is_not_paid_back(town: Town) -> None:
    """Cancelled, planned again after all, and come back from the bank."""
    case = await earning(town, "ECONOMIC_INDEPENDENCE", WITHIN)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00", to_be_paid_back=True)
    draft: Json = {**GRANT, "amount": "600.00", "need": "Warsztat", "repay": IN_SIX}
    benefit = await realised(town, await decided(town, at, **draft))
    on_it = f"/api/entitlements/{benefit}/payments"
    (loan_,) = await plan(town, benefit)
    why = {"reason": "RENOUNCED", "text": "Klient zrezygnował z pożyczki"}
    await town.post(MAREK, f"{on_it}/cancellation", payment_id=loan_["payment_id"], **why)
    assert await claims(town) == []
    again = await town.post(MAREK, f"{on_it}/{loan_['payment_id']}/reissue", due_on="2026-02-02")
    assert await claims(town) == [("600.00", 6)]
    await town.post(MAREK, on_it, month="2026-02")
    assert await claims(town) == [("600.00", 6)]
    back = f"{on_it}/{again['data']['payment_id']}/return"
    await town.post(MAREK, back, reason="WRONG_ACCOUNT")
    assert await claims(town) == []


async def test_what_is_taken_away_of_monthly_help_is_not_paid_back(town: Town) -> None:
    """Three months of 200 are to be paid back; two are given, and one of them is undue."""
    case = await earning(town, "PERIODIC", ABOVE)
    at = f"/api/cases/{case}"
    wanted = {"proposed": "200.00", "need": "200.00", "to_be_paid_back": True}
    await town.post(EWA, f"{at}/entitlement", **wanted)
    draft: Json = {
        "kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-04-30", "amount": "200.00",
        "repay": IN_SIX,
    }  # fmt: skip
    benefit = f"/api/entitlements/{await realised(town, await decided(town, at, **draft))}"
    for month in ("2026-02", "2026-03"):
        town.day(date.fromisoformat(f"{month}-25"))
        await town.post(MAREK, f"{benefit}/payments", month=month)
    await town.post(EWA, f"{benefit}/review", trigger="INCOME_CHANGE")
    revoked = {"kind": "REVOKE", "valid_from": "2026-03-01", "immediate": True}
    revoked |= {"immediate_reason": "Pilne"}
    ended = await town.post(EWA, f"{benefit}/decisions", **revoked)
    on_it = f"/api/decisions/{ended['data']['decision_id']}"
    await delivered(town, on_it)
    assert [rest for rest, _ in await claims(town)] == ["200.00"]
    assert (await owed(town))["amount"] == "200.00"
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert [rest for rest, _ in await claims(town)] == ["600.00"]


def test_only_a_grant_says_that_it_is_paid_back() -> None:
    found = help_to_be_paid_back(ABOVE, 1, Decimal(600), LAW)
    with pytest.raises(NothingToBePaidBack):
        check_terms(DecisionKind.CHANGE, Benefit.TARGETED, terms(repay=repay()), found, None)
    check_ruling(DecisionKind.GRANT, Benefit.TARGETED, terms(repay=repay()), changes=False)
    with pytest.raises(NothingToBePaidBack):
        check_ruling(DecisionKind.CHANGE, Benefit.TARGETED, terms(repay=repay()), changes=True)
    with pytest.raises(TooManyInstalments):
        check_ruling(
            DecisionKind.GRANT, Benefit.TARGETED, terms(repay=repay("0.05")), changes=False
        )


async def test_who_is_within_the_criterion_pays_nothing_back(town: Town) -> None:
    case = await earning(town, "TARGETED", WITHIN)
    at = f"/api/cases/{case}"
    wanted = {"proposed": "600.00", "to_be_paid_back": True}
    assert await town.refused(EWA, f"{at}/entitlement", **wanted) == "NotAboveCriterion"
    await town.post(EWA, f"{at}/entitlement", proposed="600.00")
    draft = {**GRANT, "amount": "600.00", "need": "Zakup opału", "repay": IN_SIX}
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "NothingToBePaidBack"


async def test_a_loan_cannot_be_made_of_a_permanent_benefit(town: Town) -> None:
    case = await earning(town, "PERMANENT", WITHIN)
    wanted = {"proposed": "100.00", "to_be_paid_back": True}
    assert await town.refused(EWA, f"/api/cases/{case}/entitlement", **wanted) == "NotReturnable"
