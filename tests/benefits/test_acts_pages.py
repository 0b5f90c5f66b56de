"""Every act of a case has a page: its form, its refusal with what was typed, who may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from pydantic import BaseModel

from chassis.context import roles_of
from chassis.web import FormErrors, texts
from chassis.web.forms import group_of, rows_of
from chassis.web.language import Speech
from services.benefits import queries
from services.benefits.api import links
from services.benefits.api.views import whole_case
from services.benefits.lifecycle import Action
from services.benefits.main import service
from services.benefits.pages.act_forms import Subject
from services.benefits.pages.acts import CASES, DECISIONS, PLACES, Place
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.test_api import BARBARA, EWA, HELENA, assessed, registered
from tests.benefits.test_deciding import final_by_term
from tests.forms import on

AUDITOR = "wanda-buk"


async def opened(town: Town) -> str:
    """The case of K1 on the day of its application."""
    return await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)


async def look(town: Town, worker: str, path: str, status: int = 200) -> str:
    answer = await (await town.client(worker)).get(path)
    assert answer.status_code == status, answer.text
    return answer.text


async def send(
    town: Town, worker: str, path: str, fields: dict[str, str] | None = None, status: int = 303
) -> str:
    """The page that answers, or the address of the next one."""
    answer = await (await town.client(worker)).post(path, data=fields or {})
    assert answer.status_code == status, answer.text
    return str(answer.headers.get("location", "") or answer.text)


@pytest.mark.parametrize("place", [CASES, DECISIONS], ids=lambda place: place.prefix)
def test_every_action_of_the_table_has_its_page_where_the_api_has_its_address(place: Place) -> None:
    paths = {"cases": links.OF_CASE, "decisions": links.OF_DECISION}[place.prefix]
    assert {(path, action) for action, path in paths.items()} <= {
        (path, act.action) for path, act in place.acts.items()
    }


def test_an_act_is_done_by_the_command_of_its_action() -> None:
    for place in PLACES:
        for act in place.acts.values():
            if act.action is Action.ASSIGN_CASE or act.title:
                continue
            assert act.action is not None
            assert act.name == act.action.value
            assert act.roles == roles_of(act.command)


def decision_of(page: str, path: str) -> str:
    """The address of that act on the only decision that offers it."""
    (found,) = set(re.findall(rf"/decisions/[0-9a-f-]+/{path}(?=[\"?])", page))
    return str(found)


async def test_the_case_page_leads_to_what_may_be_done_now_and_says_what_was_done(
    town: Town,
) -> None:
    case = await opened(town)
    page = await look(town, EWA, f"/cases/{case}")
    assert f'href="/cases/{case}/assessment"' in page
    assert f'href="/cases/{case}/worker"' not in page
    back = await send(town, EWA, f"/cases/{case}/assessment")
    assert back == f"/cases/{case}?done=start_assessment"
    assert "Rozpoczęto ocenę." in await look(town, EWA, back)
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"


async def test_what_was_typed_is_kept_on_a_refusal(town: Town) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    income = {
        "month": "2026-09", "household_size": "1", "components.0.kind": "CASUAL_WORK",
        "components.0.amount": "610,00",
    }  # fmt: skip
    page = await send(town, EWA, f"/cases/{case}/income", income, 422)
    assert "Popraw dane" in page
    assert 'value="610,00"' in page
    assert 'href="#main-content"' in page
    await send(town, EWA, f"/cases/{case}/income", {**income, "month": "2026-01"})
    found = (await town.get(EWA, f"/api/cases/{case}"))["income"]
    assert (found["month"], found["total"]) == ("2026-01", "610.00")


async def test_a_row_is_added_without_a_script(town: Town) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    income = {"components.0.kind": "CASUAL_WORK", "components.0.amount": "610,00"}
    one_more = {**income, "one_more": "components"}
    page = await send(town, EWA, f"/cases/{case}/income", one_more, 200)
    assert 'name="components.1.amount"' in page
    assert 'value="610,00"' in page


async def test_a_paper_may_come_from_an_institution_outside_the_platform(town: Town) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    board = "zespół do spraw orzekania o niepełnosprawności"
    assert board in await look(town, EWA, f"/cases/{case}/evidence")
    paper = {"source": "zespol-orzekania", "kind": "HEALTH", "content": "Stopień umiarkowany."}
    await send(town, EWA, f"/cases/{case}/evidence", paper | on("on", date(2026, 2, 2)))
    assert board in await look(town, EWA, f"/cases/{case}")


async def test_who_may_not_is_told_so_before_and_after(town: Town) -> None:
    case = await opened(town)
    await look(town, AUDITOR, f"/cases/{case}/assessment", 403)
    await send(town, AUDITOR, f"/cases/{case}/assessment", None, 403)
    await look(town, EWA, f"/cases/{case}/worker", 403)
    await look(town, BARBARA, f"/cases/{case}/worker")


async def test_what_cannot_be_done_now_says_so(town: Town) -> None:
    case = await opened(town)
    page = await look(town, EWA, f"/cases/{case}/decisions?kind=GRANT", 409)
    assert "Przygotuj projekt decyzji" in page


async def test_an_act_that_nobody_knows_is_not_found(town: Town) -> None:
    case = await opened(town)
    await look(town, EWA, f"/cases/{case}/nothing", 404)
    await look(town, HELENA, f"/decisions/{case}/issue", 404)


DRAFT = {"kind": "GRANT", "amount": "200,00", **on("valid_from", date(2026, 2, 1))}
UNTIL = on("valid_to", date(2026, 5, 31))


async def drafted(town: Town) -> str:
    """The case of K1 with a draft that waits for its signature."""
    case = await opened(town)
    await assessed(town, case)
    await send(town, EWA, f"/cases/{case}/entitlement", {"proposed": "200,00"})
    town.day(date(2026, 2, 12))
    await send(town, EWA, f"/cases/{case}/decisions", {**DRAFT, **UNTIL})
    return case


async def test_a_draft_asks_its_kind_first_and_then_only_the_fields_of_that_kind(
    town: Town,
) -> None:
    case = await opened(town)
    await assessed(town, case)
    await send(town, EWA, f"/cases/{case}/entitlement", {"proposed": "200,00"})
    choice = await look(town, EWA, f"/cases/{case}/decisions")
    assert 'value="GRANT"' in choice
    assert 'value="SUSPEND"' not in choice
    assert 'name="amount"' not in choice
    grant = await look(town, EWA, f"/cases/{case}/decisions?kind=GRANT")
    assert 'name="amount"' in grant
    assert 'value="200,00"' in grant
    assert 'name="ground"' not in grant
    refusal = await look(town, EWA, f"/cases/{case}/decisions?kind=REFUSAL")
    assert 'name="ground"' in refusal
    assert 'name="amount"' not in refusal


async def test_what_a_draft_lacks_is_said_beside_its_field(town: Town) -> None:
    case = await opened(town)
    await assessed(town, case)
    await send(town, EWA, f"/cases/{case}/entitlement", {"proposed": "200,00"})
    page = await send(town, EWA, f"/cases/{case}/decisions", DRAFT, 422)
    assert 'href="#valid_to"' in page
    assert "Uzupełnij pole „Do dnia”." in page


async def test_the_letter_is_shown_before_anything_is_kept(town: Town) -> None:
    case = await opened(town)
    await assessed(town, case)
    await send(town, EWA, f"/cases/{case}/entitlement", {"proposed": "200,00"})
    preview = {**DRAFT, **UNTIL, "preview": "1"}
    page = await send(town, EWA, f"/cases/{case}/decisions", preview, 200)
    assert "Przyznaję zasiłek okresowy w kwocie 200,00" in page
    assert 'value="200,00"' in page
    assert (await town.get(EWA, f"/api/cases/{case}"))["decisions"] == []


async def test_a_draft_is_returned_corrected_and_signed_by_somebody_else(town: Town) -> None:
    case = await drafted(town)
    page = await look(town, HELENA, f"/cases/{case}")
    await send(town, HELENA, decision_of(page, "return"), {"remarks": "Popraw kwotę"})
    page = await look(town, EWA, f"/cases/{case}")
    assert "Popraw kwotę" in page
    revision = decision_of(page, "revision")
    assert 'value="200,00"' in await look(town, EWA, revision)
    content = {name: value for name, value in (DRAFT | UNTIL).items() if name != "kind"}
    refused = await send(town, EWA, revision, {**content, "amount": "500,00"}, 422)
    assert 'href="#amount"' in refused
    await send(town, EWA, revision, {**content, "amount": "250,00"})
    await look(town, EWA, revision.replace("revision", "issue"), 403)
    page = await look(town, HELENA, f"/cases/{case}")
    back = await send(town, HELENA, decision_of(page, "issue"))
    assert "Wydano decyzję." in await look(town, HELENA, back)
    (decision,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    assert decision["state"] == "issued"


async def test_whoever_signs_a_page_that_is_out_of_date_reads_it_again_first(town: Town) -> None:
    case = await drafted(town)
    issue = decision_of(await look(town, HELENA, f"/cases/{case}"), "issue")
    assert '<input type="hidden" name="draft" value="1">' in await look(town, HELENA, issue)
    content = {name: value for name, value in (DRAFT | UNTIL).items() if name != "kind"}
    await send(town, EWA, issue.replace("issue", "revision"), {**content, "amount": "250,00"})
    refused = await send(town, HELENA, issue, {"draft": "1"}, 422)
    assert "Projekt zmieniono" in refused
    await send(town, HELENA, issue, {"draft": "2"})


async def test_a_decision_is_delivered_appealed_and_ruled_upon(town: Town) -> None:
    case = await drafted(town)
    page = await look(town, HELENA, f"/cases/{case}")
    await send(town, HELENA, decision_of(page, "issue"))
    delivery = decision_of(await look(town, EWA, f"/cases/{case}"), "delivery")
    unnoticed = await send(town, EWA, delivery, {"how": "DEEMED"}, 422)
    assert "first_notice_on" in unnoticed
    await send(town, EWA, delivery, {"how": "POST", **on("on", date(2026, 2, 12))})
    town.day(date(2026, 2, 20))
    page = await look(town, EWA, f"/cases/{case}")
    await send(town, EWA, decision_of(page, "appeal"))
    page = await look(town, EWA, f"/cases/{case}")
    office = await look(town, EWA, decision_of(page, "appeal/result"))
    assert 'value="SELF_CORRECTED"' in office
    assert 'value="UPHELD"' not in office
    await send(town, EWA, decision_of(page, "appeal/forwarding"))
    result = decision_of(await look(town, EWA, f"/cases/{case}"), "appeal/result")
    assert 'name="ruling.number"' in await look(town, EWA, f"{result}?result=REVERSED")
    upheld = await look(town, EWA, f"{result}?result=UPHELD")
    assert 'name="ruling.number"' not in upheld
    await send(town, EWA, result, {"result": "UPHELD"})
    (decision,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    assert decision["state"] == "final"


async def test_an_interview_asks_only_what_belongs_to_its_part(town: Town) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    first = await look(town, EWA, f"/cases/{case}/interviews?part=I")
    assert 'name="first.housing"' in first
    assert 'name="disaster.losses"' not in first
    held = {"part": "III", "minutes": "60", "place": "HOME", **on("on", date(2026, 2, 2))}
    page = await send(town, EWA, f"/cases/{case}/interviews", held, 422)
    assert "disaster" in page
    fire = {
        "disaster.event": "Pożar mieszkania", "disaster.losses": "Meble i ubrania",
        "disaster.insured": "true", **on("disaster.happened_on", date(2026, 2, 1)),
    }  # fmt: skip
    await send(town, EWA, f"/cases/{case}/interviews", {**held, **fire})
    (interview,) = (await town.get(EWA, f"/api/cases/{case}"))["interviews"]
    assert interview["disaster"]["losses"] == "Meble i ubrania"
    assert interview["disaster"]["insured"] is True


async def test_a_question_says_why_it_is_asked_and_what_only_a_certificate_answers(
    town: Town,
) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    page = await look(town, EWA, f"/cases/{case}/answers")
    assert "Odpowiedź pochodzi tylko z zaświadczenia pracownika socjalnego." in page
    assert "?question=Q1" in page
    assert "?question=Q2b" not in page
    first = await look(town, EWA, f"/cases/{case}/answers?question=Q1")
    assert "Bez powodu nie ma podstawy do pomocy." in first
    assert 'name="reasons"' in first
    assert 'name="reasons"' not in await look(town, EWA, f"/cases/{case}/answers?question=Q3")
    answer = {"question": "Q1", "value": "YES", "text": "Utrata pracy", "reasons": "4"}
    await send(town, EWA, f"/cases/{case}/answers", answer)
    assert "Utrata pracy" in await look(town, EWA, f"/cases/{case}/answers?question=Q1")
    assert "Utrata pracy" in await look(town, EWA, f"/cases/{case}")


async def test_the_proceeding_of_k1_goes_by_its_forms(town: Town) -> None:
    case = await opened(town)
    at = f"/cases/{case}"
    await send(town, BARBARA, f"{at}/worker", {"worker_id": EWA})
    await send(town, EWA, f"{at}/assessment")
    plan = {"part": "I", "joint": "true", **on("on", date(2026, 2, 4))}
    await send(town, EWA, f"{at}/interviews/plan", plan)
    await send(town, EWA, f"{at}/interviews/refusal", on("on", date(2026, 2, 2)))
    town.day(date(2026, 2, 4))
    held = {"part": "I", "minutes": "180", "place": "HOME", **on("on", date(2026, 2, 4))}
    await send(town, EWA, f"{at}/interviews", {**held, "first.housing": "Pokój w suterenie"})
    asked = {"source": "pup", "kind": "LABOUR_STATUS", "initiative": "CLIENTS_WISH"}
    await send(town, EWA, f"{at}/evidence-requests", asked)
    given = {"source": "client", "kind": "INCOME", "content": "Zaświadczenie o zarobkach"}
    await send(town, EWA, f"{at}/evidence", {**given, **on("on", date(2026, 2, 4))})
    shown = await look(town, EWA, at)
    for text in ("Zaświadczenie o zarobkach", "Powiatowy Urząd Pracy", "czekamy"):
        assert text in shown, text
    await send(town, EWA, f"{at}/referrals", {"purposes": "UNUSED_RESOURCES"})
    hearing = {**on("informed_on", date(2026, 2, 4)), **on("until", date(2026, 2, 11))}
    await send(town, EWA, f"{at}/hearing", hearing)
    lacking = await send(town, EWA, f"{at}/assessment/completion", None, 422)
    assert "zaświadczeni" in lacking
    case_now = await town.get(EWA, f"/api/cases/{case}")
    assert case_now["state"] == "awaiting-social-work"
    assert case_now["party_heard_until"] == "2026-02-11"


async def test_an_application_with_defects_is_completed_or_left_unexamined(town: Town) -> None:
    case = await opened(town)
    short = {"missing": "SIGNATURE", **on("complete_by", date(2026, 2, 3))}
    page = await send(town, EWA, f"/cases/{case}/defects", short, 422)
    assert 'href="#complete_by"' in page
    week = {"missing": "SIGNATURE", **on("complete_by", date(2026, 2, 9))}
    await send(town, EWA, f"/cases/{case}/defects", week)
    assert "podpis osoby albo przedstawiciela" in await look(town, EWA, f"/cases/{case}")
    await send(town, EWA, f"/cases/{case}/defects/expiry", None, 422)
    town.day(date(2026, 2, 10))
    await send(town, EWA, f"/cases/{case}/defects/expiry")
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "left-unexamined"


async def test_a_case_is_transferred_to_the_authority_that_has_jurisdiction(town: Town) -> None:
    case = await opened(town)
    await send(town, EWA, f"/cases/{case}/transfer", {"authority": "OPS w Gminie Sąsiedniej"})
    assert "OPS w Gminie Sąsiedniej" in await look(town, EWA, f"/cases/{case}")


async def test_a_withdrawn_application_leads_to_a_decision_to_discontinue(town: Town) -> None:
    case = await opened(town)
    await send(town, EWA, f"/cases/{case}/application/withdrawal")
    page = await look(town, EWA, f"/cases/{case}/decisions?kind=DISCONTINUE")
    assert '<option value="WITHDRAWN" selected' in page
    await send(
        town, EWA, f"/cases/{case}/decisions", {"kind": "DISCONTINUE", "ground": "WITHDRAWN"}
    )
    (decision,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    assert decision["kind"] == "DISCONTINUE"


async def test_a_proceeding_is_started_ex_officio_on_the_page_of_a_person(town: Town) -> None:
    await opened(town)
    address = f"/persons/{MAN}/ex-officio"
    assert address in await look(town, EWA, f"/clients/{MAN}")
    assert address not in await look(town, AUDITOR, f"/clients/{MAN}")
    await look(town, AUDITOR, address, 403)
    wanted = {"person_id": str(MAN), "benefit": "TARGETED", "reason": "Brak opału w mieszkaniu"}
    page = await send(town, EWA, address, {**wanted, "benefit": ""}, 422)
    assert "Brak opału w mieszkaniu" in page
    back = await send(town, EWA, address, {**wanted, "person_id": str(WOMAN)})
    assert "Wszczęto postępowanie z urzędu." in await look(town, EWA, back)
    case = await town.get(EWA, f"/api{back.split('?')[0]}")
    assert case["person_id"] == str(MAN), "whose it is stands in the address"


@pytest.mark.parametrize("benefit", ["PERIODIC", "HOME_CARE", "RESIDENTIAL_HOME"])
async def test_every_field_that_a_command_needs_stands_in_its_form(
    town: Town, benefit: str
) -> None:
    case = await registered(town, MAN, benefit, date(2026, 2, 2), urgent=False)
    row = await queries.case(town.app.state.service.reading, UUID(case))
    seen = await whole_case(town.app.state.service.reading, row, "benefits-worker")
    site, speech = town.app.state.site, Speech("pl", {})
    worker = site.directory.at(EWA, "benefits")
    subject = Subject(UUID(case), seen, worker, date(2026, 2, 2), site)
    for act in CASES.acts.values():
        options = act.choices(subject, speech)
        for first in dict(options.get(act.first, [("", "")])):
            model = act.model_for(first)
            if model is None:
                continue
            drawing = act.drawing(subject, speech, first, "")
            _, fields = drawing.of(model, FormErrors())
            needed = {name for name, info in model.model_fields.items() if info.is_required()}
            nothing = {name for name, given in options.items() if not list(given)}
            missing = needed - {field.name for field in fields} - nothing
            assert not missing, (act.name, first, missing)


def test_every_word_of_the_acts_has_its_english() -> None:
    said = {
        text
        for place in PLACES
        for act in place.acts.values()
        for text in (act.titled, act.about, act.done, *act.hints.values(), *_titles(act.model))
    }
    known = {*service.english, *texts.ENGLISH}
    assert said - known - {""} == set()


def _titles(model: type[BaseModel] | None) -> Iterator[str]:
    for name, info in model.model_fields.items() if model else ():
        assert info.title, f"{model}.{name}"
        yield info.title
        yield from _titles(rows_of(info.annotation) or group_of(info.annotation))


async def test_a_late_appeal_is_led_on_its_pages_until_the_term_is_restored(town: Town) -> None:
    case, _ = await final_by_term(town, kind="REFUSAL", ground="INCOME")
    address = f"/cases/{case}"
    filed = decision_of(await look(town, EWA, address), "late-appeal")
    assert "art. 130 k.p.a." in await look(town, EWA, filed)
    early = await send(town, EWA, filed, on("on", date(2026, 2, 26)), 422)
    assert "to nie jest spóźnione" in early
    await send(town, EWA, filed, {"restoration_asked": "true"})
    page = await look(town, EWA, address)
    assert "z prośbą o przywrócenie terminu; przekaż do 9 marca 2026" in page
    await send(town, EWA, decision_of(page, "late-appeal/forwarding"))
    answer = decision_of(await look(town, EWA, address), "late-appeal/answer")
    await send(town, EWA, answer, {"result": "TERM_RESTORED"})
    page = await look(town, EWA, address)
    assert "termin przywrócono" in page
    assert decision_of(page, "appeal/result")
