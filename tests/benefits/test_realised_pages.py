"""K6 and K3 after the decision, done in the browser's forms; who may not, and what must be said."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import pytest
from osnowa_contracts import socialwork
from osnowa_contracts.examples import example
from pydantic import BaseModel

from chassis.context import roles_of
from chassis.web.texts import ENGLISH as KIT
from services.benefits import words
from services.benefits.act_english import ENGLISH as OF_ACTS
from services.benefits.calculation_words import ENGLISH as OF_CALCULATIONS
from services.benefits.commands import Commands
from services.benefits.lifecycle import ACTION_PL, Action
from services.benefits.main import service
from services.benefits.pages import acts, practice
from services.benefits.pages.act_forms import Act
from services.benefits.pages.acts import PLACES
from services.benefits.payments import PaymentState
from services.benefits.realised_words import ENGLISH
from services.benefits.words import ENGLISH as OF_ALL
from services.benefits.work_words import ENGLISH as OF_WORK
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, Json
from tests.benefits.moving_in import RESIDENT
from tests.benefits.realised import EWA, HELENA, MAREK, ZOFIA, applied, clock_at, interviewed, plan
from tests.benefits.test_acts_pages import look, send
from tests.benefits.test_api import BARBARA, assessed, registered
from tests.benefits.test_support import in_the_home, june
from tests.benefits.test_undue import income, paid_until_august, permanent
from tests.forms import on

AUDITOR = "wanda-buk"


async def benefit_of(town: Town, case: str) -> Json:
    found: Json = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"][0]
    return found


# --- K6: a change found late, and what is paid back ---------------------------------


async def changed(town: Town) -> tuple[str, str]:
    """The change of July is reported on 27 August, and decided by the forms; case and benefit."""
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    town.day(date(2026, 8, 27))
    heard = {"kind": "INCOME", "source": "OWN_FINDING", **on("since", date(2026, 7, 1))}
    await send(town, EWA, f"/entitlements/{benefit}/changes", heard)
    assert (await benefit_of(town, case))["state"] == "in-review"
    await send(town, EWA, f"/entitlements/{benefit}/review/start")
    await income(town, case, "2026-07", "2115.84")
    town.day(date(2026, 9, 3))
    proposal = {"proposed": "364.62", "own_income": "215.84"}
    await town.post(EWA, f"/api/cases/{case}/entitlement", **proposal)
    choice = await look(town, EWA, f"/entitlements/{benefit}/decisions")
    for kind in ("CHANGE", "SUSPEND", "LIMIT", "REVOKE", "CONFIRM"):
        assert f'value="{kind}"' in choice
    assert 'value="GRANT"' not in choice
    draft = {"kind": "CHANGE", "amount": "364,62", **on("valid_from", date(2026, 8, 1))}
    await send(town, EWA, f"/entitlements/{benefit}/decisions", draft)
    await signed(town, case)
    return case, benefit


async def signed(town: Town, case: str) -> None:
    """The last decision of the case is signed, delivered, and final by waiver."""
    decision = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][-1]["id"]
    await send(town, HELENA, f"/decisions/{decision}/issue")
    await send(town, EWA, f"/decisions/{decision}/delivery", {"how": "IN_PERSON"})
    await send(town, EWA, f"/decisions/{decision}/waiver")


async def test_k6_after_the_decision_is_done_in_the_browser(town: Town) -> None:
    case, benefit = await changed(town)
    undue = f'"/entitlements/{benefit}/undue-decisions"'
    assert undue in await look(town, EWA, f"/cases/{case}/realisation")
    payments = {one["month"]: one["amount"] for one in await plan(town, benefit)}
    assert payments["2026-09"] == "364.62"
    await send(town, EWA, f"/entitlements/{benefit}/undue-decisions", {"reasons": "Nie zgłoszono."})
    await signed(town, case)
    assert undue not in await look(town, EWA, f"/cases/{case}/realisation"), "nothing is left"
    (owed,) = await town.listed(MAREK, "/api/repayments", case_id=case)
    at = f"/repayments/{owed['repayment_id']}"
    shown = await look(town, MAREK, f"/cases/{case}/realisation")
    assert "Świadczenia nienależnie pobrane" in shown
    assert f'href="{at}/plan"' in shown
    assert f'href="{at}/waiver"' not in shown, "the director waives"
    two = {"instalments": "2", **on("first_due", date(2026, 9, 30))}
    await send(town, MAREK, f"{at}/plan", two)
    page = await look(town, MAREK, f"{at}/receipts")
    assert 'value="50,00"' in page
    back = {"amount": "50,00", "method": "TRANSFER"}
    led_to = await send(town, MAREK, f"{at}/receipts", back)
    assert led_to == f"/cases/{case}/realisation?done=receive_repayment", "where they came from"
    assert "Zapisano wpłatę." in await look(town, MAREK, led_to)
    assert f'href="{at}/waiver"' in await look(town, HELENA, f"/cases/{case}/realisation")
    await send(town, HELENA, f"{at}/waiver", {"reason": "TOO_GREAT_BURDEN"})
    (owed,) = await town.listed(MAREK, "/api/repayments", case_id=case)
    assert (owed["received"], owed["waived"], owed["rest"]) == ("50.00", "50.00", "0.00")
    await look(town, MAREK, f"{at}/receipts", 409)


async def test_what_was_granted_and_paid_too_much_stands_on_the_pages_of_the_benefit(
    town: Town,
) -> None:
    case, benefit = await changed(town)
    for path in (f"/cases/{case}", f"/cases/{case}/realisation"):
        shown = spaced(await look(town, EWA, path))
        assert "464,62 zł od 1 lutego 2026; 364,62 zł od 1 sierpnia 2026" in shown, path
        assert "100,00 zł za sierpień 2026: wypłacono 464,62 zł, należy się 364,62 zł" in shown
        assert "Dalsze zaplanowane wypłaty: 14" in shown, "a plan without an end is not shown whole"
    await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions")
    await signed(town, case)
    (owed,) = await town.listed(MAREK, "/api/repayments", case_id=case)
    back = {"amount": "30,00", "method": "CASH"}
    await send(town, MAREK, f"/repayments/{owed['repayment_id']}/receipts", back)
    shown = spaced(await look(town, MAREK, f"/cases/{case}/realisation"))
    assert "Nadpłata" not in shown, "a decision claims it back"
    assert "Wpłata z 3 września 2026" in shown
    assert "30,00 zł, gotówka" in shown


async def test_a_benefit_is_shown_as_it_was_known_on_a_day(town: Town) -> None:
    case, benefit = await changed(town)
    at = f"/entitlements/{benefit}/known"
    assert f'href="{at}"' in await look(town, EWA, f"/cases/{case}/realisation")
    now = spaced(await look(town, EWA, at))
    assert "Stan na koniec dnia 3 września 2026" in now
    assert "100,00 zł za sierpień 2026" in now
    then = spaced(await look(town, EWA, f"{at}?{urlencode(on('on', date(2026, 8, 26)))}"))
    assert "364,62" not in then
    assert "lipiec 2026" in then
    before = await look(town, EWA, f"{at}?{urlencode(on('on', date(2026, 1, 5)))}")
    assert "Tego dnia świadczenie nie było jeszcze realizowane." in before
    wrong = await look(town, EWA, f"{at}?on-day=31&on-month=2&on-year=2026", 422)
    assert "Popraw dane" in wrong
    assert 'value="31"' in wrong
    await look(town, EWA, f"/entitlements/{UUID(int=99)}/known", 404)


def spaced(page: str) -> str:
    """With ordinary spaces, as a reader sees it."""
    return page.replace("\xa0", " ")


async def test_a_review_may_suspend_and_the_suspension_is_shown(town: Town) -> None:
    case, benefit = await permanent(town)
    town.day(date(2026, 3, 2))
    await send(town, EWA, f"/entitlements/{benefit}/review", {"trigger": "NEED_CHANGE"})
    suspend = {"kind": "SUSPEND", "ground": "NON_COOPERATION", **on("valid_from", date(2026, 4, 1))}
    form = await look(town, EWA, f"/entitlements/{benefit}/decisions?kind=SUSPEND")
    assert re.search(r'<option value="CHANGED_CIRCUMSTANCES" selected', form), "why it is reviewed"
    assert re.search(r"Podstawa rozstrzygnięcia\s*\(nieobowiązkowe\)", form)
    refused = await send(town, EWA, f"/entitlements/{benefit}/decisions", {"kind": "SUSPEND"}, 422)
    assert "Popraw dane" in refused
    await send(town, EWA, f"/entitlements/{benefit}/decisions", suspend)
    await signed(town, case)
    assert (await benefit_of(town, case))["suspended_from"] == "2026-04-01"
    assert "Wstrzymane od" in await look(town, EWA, f"/cases/{case}/realisation")


async def test_monitoring_is_written_down_in_forms_and_stands_on_the_page(town: Town) -> None:
    case, benefit = await permanent(town)
    at = f"/entitlements/{benefit}"
    check = {"method": "VISIT", "result": "PARTLY", "text": "Część wydano na inne rzeczy."}
    await send(town, EWA, f"{at}/utilisation-checks", check)
    paid = {"kind": "HEALTH", "month": "2026-02", "base": "464,62", "amount": "41,82"}
    await send(town, MAREK, f"{at}/contributions", paid)
    town.day(date(2026, 2, 25))
    assert 'value="2026-02"' in await look(town, MAREK, f"{at}/payments")
    await send(town, MAREK, f"{at}/payments", {"month": "2026-02"})
    shown = await look(town, MAREK, f"/cases/{case}/realisation")
    for part in ("Część wydano na inne rzeczy.", "41,82", "luty 2026", "Zapisz zwrot"):
        assert part in shown, part
    assert (await benefit_of(town, case))["state"] == "in-review", "a waste opens a review"


# --- K3: the home, who pays for it, who did not -------------------------------------


async def test_k3_after_the_decision_is_done_in_the_browser(town: Town) -> None:
    case, daughter = await in_the_home(town)
    at = f"/cases/{case}/fees"
    page = await look(town, ZOFIA, f"{at}/shares")
    assert f'value="{daughter}"' in page
    (fee,) = (await town.get(ZOFIA, f"/api/cases/{case}"))["decisions"]
    shares = {
        "decision_id": fee["id"], "relatives": daughter, **on("valid_from", date(2026, 7, 1)),
    }  # fmt: skip
    await send(town, ZOFIA, f"{at}/shares", shares)
    await clock_at(town, date(2026, 7, 1))
    town.day(date(2026, 7, 6))
    paid = {"month": "2026-06", "payer": "RESIDENT", "amount": "896,00"}
    more = await send(town, MAREK, f"{at}/payments", {**paid, "amount": "900,00"}, 422)
    assert 'value="900,00"' in more
    await send(town, MAREK, f"{at}/payments", paid)
    shown = await look(town, ZOFIA, f"/cases/{case}/realisation")
    for part in ("Anna Przykładowa", "1050,67", "1893,33", "896,00", "gmina"):
        assert part in shown.replace("\xa0", "").replace("&nbsp;", ""), part
    expected = await look(town, ZOFIA, "/expected")
    assert "Nieopłacona odpłatność" in expected
    assert f"/cases/{case}/realisation#fees" in expected
    await send(town, ZOFIA, f"/obliged-persons/{daughter}/claims")
    assert "Pozew z" in await look(town, ZOFIA, f"/cases/{case}/realisation")
    await send(town, ZOFIA, f"{at}/stay/end", on("on", date(2026, 7, 5)))
    told = await town.get(ZOFIA, f"/api/cases/{case}/fees")
    assert told["stays"] == [{"first": "2026-06-15", "last": "2026-07-05"}]


async def test_an_obliged_person_is_registered_and_agreed_with_in_forms(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    who = {"name": "Ewa Wzorcowa", "relation": "DESCENDANT", "income": "4 000,00"}
    await send(town, EWA, f"/cases/{case}/obliged-persons", {**who, "household_size": "2"})
    (found,) = await town.listed(EWA, "/api/obliged-persons", case_id=case)
    at = f"/obliged-persons/{found['obliged_id']}"
    assert 'value="4000,00"' in await look(town, EWA, f"{at}/situation")
    await send(town, EWA, f"{at}/situation", {"income": "3500,00", "household_size": "3"})
    agreed = {"amount": "200,00", "form": "MONEY_TO_CENTRE", **on("valid_from", date(2026, 2, 1))}
    await send(town, EWA, f"{at}/agreements", agreed)
    await send(town, MAREK, f"{at}/payments", {"month": "2026-02", "amount": "200,00"})
    (found,) = await town.listed(EWA, "/api/obliged-persons", case_id=case)
    assert (found["situation"]["household_size"], found["received"]) == (3, {"2026-02": "200.00"})
    town.day(date(2026, 4, 1))
    expected = await look(town, MAREK, "/expected")
    assert "Osoby zobowiązane, które nie pomogły" in expected
    assert "marzec 2026" in expected
    assert "luty 2026" not in expected


async def test_a_home_without_a_place_is_awaited_with_notice(town: Town) -> None:
    town.day(date(2026, 4, 14))
    case = await applied(town, RESIDENT, "RESIDENTIAL_HOME", date(2026, 4, 1))
    await interviewed(town, case, date(2026, 4, 14), ZOFIA)
    town.day(date(2026, 4, 24))
    await send(town, ZOFIA, f"/cases/{case}/home-consent", {"answer": "AGREED", "by": "PERSON"})
    draft = {"kind": "REFERRAL", "home": "DPS Pod Lipami"}
    told = await town.post(ZOFIA, f"/api/cases/{case}/decisions", **draft)
    waiting = {**on("expected_on", june(15)), **on("informed_on", date(2026, 4, 24))}
    at = f"/cases/{case}/fees/waiting"
    early = await send(town, ZOFIA, at, waiting, 422)
    assert 'value="15"' in early, "what was typed is kept"
    await send(town, HELENA, f"/decisions/{told['data']['decision_id']}/issue")
    await send(town, ZOFIA, at, waiting)
    assert "Oczekiwanie na miejsce" in await look(town, ZOFIA, f"/cases/{case}/realisation")


async def test_a_month_that_is_over_can_be_charged_by_hand(town: Town) -> None:
    case, _ = await in_the_home(town)
    town.day(date(2026, 7, 1))
    assert 'value="2026-06"' in await look(town, MAREK, f"/cases/{case}/fees/charges")
    await send(town, MAREK, f"/cases/{case}/fees/charges", {"month": "2026-06"})
    assert (await town.get(MAREK, f"/api/cases/{case}/fees"))["parts"]
    again = await send(town, MAREK, f"/cases/{case}/fees/charges", {"month": "2026-06"}, 422)
    assert "Popraw dane" in again


# --- a request out of a social contract ----------------------------------------------


async def test_a_request_of_a_social_worker_is_answered_by_a_decision(town: Town) -> None:
    asked = example(socialwork.ContractBenefitRequested).model_copy(
        update={"benefit": "CONTRACT_TARGETED"}
    )
    await town.hears("socialwork", asked, MAN)
    (found,) = await town.listed(EWA, "/api/contract-requests", open_only="true")
    case = found["case_id"]
    expected = await look(town, EWA, "/expected")
    assert "Wnioski z kontraktów bez odpowiedzi" in expected
    at = f"/contract-requests/{found['request_id']}/answer"
    assert f'href="{at}"' in await look(town, EWA, f"/cases/{case}/realisation")
    nothing = await send(town, EWA, at, {}, 422)
    assert 'href="#decision_id"' in nothing
    await look(town, MAREK, at, 403)


# --- the term of the decision ---------------------------------------------------------


async def test_the_term_is_halted_resumed_and_extended_in_forms(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    at = f"/cases/{case}"
    page = await look(town, EWA, f"{at}/realisation")
    assert f'href="{at}/term/halt"' in page
    assert f'href="{at}/term/resumption"' not in page
    assert 'value="DEFECTS"' not in await look(town, EWA, f"{at}/term/halt")
    await send(
        town, EWA, f"{at}/term/halt", {"ground": "MEDIATION", **on("since", date(2026, 2, 10))}
    )
    page = await look(town, EWA, f"{at}/realisation")
    assert "nie biegnie od" in page
    assert f'href="{at}/term/resumption"' in page
    town.day(date(2026, 2, 12))
    await send(town, EWA, f"{at}/term/resumption", on("on", date(2026, 2, 12)))
    unexplained = {"reason": "OTHER", **on("due", date(2026, 3, 16))}
    refused = await send(town, EWA, f"{at}/term/extension", unexplained, 422)
    assert 'href="#text"' in refused
    await send(town, EWA, f"{at}/term/extension", {**unexplained, "text": "Awaria archiwum."})
    page = await look(town, EWA, f"{at}/realisation")
    assert f'href="/api{at}/term/notices/1/document"' in page
    assert "16 marca 2026" in page.replace("\xa0", " ")


async def test_an_urging_complaint_goes_its_way_in_forms(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    at = f"/cases/{case}/urging"
    await look(town, EWA, f"{at}/forwarding", 409)
    await send(town, EWA, at, {"ground": "INACTIVITY"})
    await send(town, EWA, f"{at}/forwarding")
    answer = {"founded": "true", **on("decide_by", date(2026, 2, 20))}
    refused = await send(town, EWA, f"{at}/answer", {}, 422)
    assert 'href="#founded"' in refused
    await send(town, EWA, f"{at}/answer", answer)
    assert (await town.get(EWA, f"/api/cases/{case}/term"))["due"] == "2026-02-20"


# --- every form -----------------------------------------------------------------------

MINE = {
    "entitlements": None,
    "repayments": None,
    "obliged-persons": None,
    "contract-requests": None,
    "cases": {"term", "urging", "fees", "obliged-persons"},
}
"""Which acts are those of realisation, by the first part of their path."""


DRAFTS = {"decisions"}
"""The form of every draft is tested with the drafts."""


def acts_of_realisation() -> list[tuple[str, str]]:
    return [
        (place.prefix, path)
        for place in PLACES
        for path in place.acts
        if place.prefix in MINE
        and path not in DRAFTS
        and (MINE[place.prefix] is None or path.split("/")[0] in (MINE[place.prefix] or ()))
    ]


def act(prefix: str, path: str) -> Act:
    (place,) = [one for one in PLACES if one.prefix == prefix]
    return place.acts[path]


DICTIONARIES = (ENGLISH, OF_ACTS, OF_CALCULATIONS, OF_WORK, OF_ALL)


def test_no_polish_text_has_two_english_ones() -> None:
    for one, other in combinations(DICTIONARIES, 2):
        assert {text for text in one.keys() & other.keys() if one[text] != other[text]} == set()


def test_a_payment_is_cancelled_and_not_withdrawn() -> None:
    titles = (words.PAYMENT_PL[PaymentState.CANCELLED], ACTION_PL[Action.CANCEL_PAYMENT])
    assert [service.english[title] for title in titles] == ["cancelled", "Cancel payment"]
    folder = Path(acts.__file__).parents[1] / "templates"
    for name in ("realised.html", "payment_list.html"):
        assert 't("Wycofaj wypłatę")' in (folder / name).read_text(encoding="utf-8")


async def test_who_may_not_is_told_so_by_every_form(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    for prefix, path in acts_of_realisation():
        assert "auditor" not in roles_of(act(prefix, path).command)
        of = case if prefix == "cases" else str(UUID(int=99))
        await send(town, AUDITOR, f"/{prefix}/{of}/{path}", {}, 403)


@pytest.mark.parametrize(("prefix", "path"), acts_of_realisation())
def test_every_field_of_a_form_has_a_label_in_both_languages(prefix: str, path: str) -> None:
    found = act(prefix, path)
    texts = {found.titled, found.done, found.about, *found.hints.values()} - {""}
    model: type[BaseModel] | None = found.model if not found.first else None
    for name, field in (model.model_fields if model else {}).items():
        assert field.title, f"{name} has no label"
        texts.add(field.title)
    known = service.english
    assert texts - known.keys() == set()


def test_every_text_of_the_pages_is_there_in_english() -> None:
    folder = Path(acts.__file__).parents[1] / "templates"
    for name in ("realised.html", "realised_parts.html", "known.html", "expected.html",
                 "practice.html", "practice_form.html", "act_repayment.html", "act_obliged.html",
                 "act_request.html"):  # fmt: skip
        text = (folder / name).read_text(encoding="utf-8")
        told = set(re.findall(r'\bt\("([^"]+)"', text)) | set(
            re.findall(r'count\([^,]+, "([^"]+)"', text)
        )
        assert told - service.english.keys() - KIT.keys() == set(), name


async def test_the_pages_speak_english_as_well(town: Town) -> None:
    case, _ = await permanent(town)
    client = await town.client(EWA)
    client.cookies.set("osnowa_language", "en")
    page = await look(town, EWA, f"/cases/{case}/realisation")
    assert ENGLISH["Po decyzji i terminy"] in page


# --- the unit's practice ----------------------------------------------------------------


async def test_the_director_chooses_the_unit_s_practice_in_forms(town: Town) -> None:
    assert 'href="/practice"' in await look(town, HELENA, "/parameters")
    assert 'href="/practice"' not in await look(town, BARBARA, "/parameters")
    await look(town, EWA, "/practice", 403)
    assert "SW" in await look(town, HELENA, "/practice")
    await send(town, HELENA, "/practice/decision-mark", {"mark": "DPS.8121"})
    await send(town, HELENA, "/practice/cooperation-assessor", {"assessor": "BENEFITS_WORKER"})
    signer = {"worker_id": BARBARA, **on("valid_from", date(2026, 2, 1))}
    await send(town, HELENA, "/practice/signers", signer)
    page = await look(town, HELENA, "/practice")
    for part in ("DPS.8121", "pracownik ds. świadczeń", "Barbara Lipowa", "bezterminowo"):
        assert part in page, part
    refused = await send(town, HELENA, "/practice/decision-mark", {"mark": "zły znak"}, 422)
    assert 'value="zły znak"' in refused
    await look(town, HELENA, "/practice/nothing", 404)


def test_only_the_director_chooses() -> None:
    for choice in ("set_cooperation_assessor", "set_decision_mark", "authorise_signer"):
        assert roles_of(getattr(Commands, choice)) == practice.CHOOSE


async def test_nothing_to_be_watched_is_said_so(town: Town) -> None:
    assert 'href="/expected"' in await look(town, HELENA, "/work")
    page = await look(town, MAREK, "/expected")
    for part in ("Nikt nie ma nic do zwrotu.", "Cała odpłatność wpłynęła."):
        assert part in page
    await look(town, AUDITOR, "/expected", 403)
