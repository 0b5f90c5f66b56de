"""The one-page form: whoever applies and whoever has no PESEL are asked what the rules need."""

import re
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, expect

from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with
from tests.intake.conftest import INFORMATION_WORKER
from tests.intake.test_api import registered

Form = dict[str, str]
TALK: Form = {
    "channel": "DESK",
    "problem": "potrzebuje pomocy w domu",
    "outcome": "CARE_OR_DPS",
    "benefit_types": "HOME_CARE",
}
CONSENT: Form = {
    "applicant": "OTHER_PERSON",
    "applicant_name": "Zofia Wzorcowa",
    "applicant_is": "DAUGHTER",
    "consent": "ORAL",
    "consent_on-day": "2",
    "consent_on-month": "2",
    "consent_on-year": "2026",
}


def born(year: str) -> Form:
    return {"birth_date-day": "1", "birth_date-month": "5", "birth_date-year": year, "sex": "M"}


@pytest.fixture
def somebody() -> Form:
    """Of whom no number is known."""
    return {"given_names": "Iwan", "family_name": "Próbny", "teryt": "0264011", **born("1990")}


async def refused(app: FastAPI, desk: httpx.AsyncClient, form: Form, field: str) -> str:
    """The form again: the error leads to a field that is there, in a fold that is open."""
    for path in ("/first-contact/check", "/first-contact"):
        answer = await desk.post(path, data=form)
        assert answer.status_code == 422, answer.text
        assert f'href="#{field}"' in answer.text
        assert f'id="{field}"' in answer.text
        assert '<details class="govuk-details" open>' in answer.text
    reading = app.state.service.reading
    assert await reading.fetchval("select count(*) from contacts") == 0
    return answer.text


async def checked(desk: httpx.AsyncClient, form: Form) -> str:
    answer = await desk.post("/first-contact/check", data=form)
    assert answer.status_code == 200, answer.text
    return answer.text


async def saved(desk: httpx.AsyncClient, form: Form) -> str:
    answer = await desk.post("/first-contact", data=form)
    assert answer.status_code == 303, answer.text
    return (await desk.get(answer.headers["location"])).text


async def test_a_daughter_applies_with_consent_or_says_that_the_client_does(
    app: FastAPI, desk: httpx.AsyncClient, jan: dict[str, Any]
) -> None:
    client = {"person_id": await registered(desk, jan)}
    form = client | TALK | {"reported_by": "DAUGHTER"}
    assert "za zgodą klienta" in await refused(app, desk, form, "applicant")
    without = {name: told for name, told in CONSENT.items() if not name.startswith("consent")}
    assert "Zofia Wzorcowa" in await refused(app, desk, form | without, "consent")
    page = await checked(desk, form | CONSENT)
    for row in ("Inna osoba za zgodą klienta", "Zofia Wzorcowa", "Ustnie", "2 lutego 2026"):
        assert row in page
    assert "za zgodą klienta: Zofia Wzorcowa (córka)" in await saved(desk, form | CONSENT)
    assert "klient sam" in await saved(desk, form | {"applicant": "SELF"})


async def test_a_name_without_saying_in_whose_voice_is_not_lost(
    app: FastAPI, desk: httpx.AsyncClient, jan: dict[str, Any]
) -> None:
    form = {"person_id": await registered(desk, jan)} | TALK | {"applicant_name": "Zofia"}
    assert "Zaznacz, kto składa wniosek" in await refused(app, desk, form, "applicant")
    nothing = {**form, **CONSENT, "benefit_types": ""}
    answer = await desk.post("/first-contact/check", data=nothing)
    assert (answer.status_code, 'href="#benefit_types"' in answer.text) == (422, True)


@pytest.mark.parametrize(
    "typed",
    [
        {"applicant": "SELF", "applicant_name": "Zofia Wzorcowa"},
        {"applicant": "SELF", "applicant_is": "DAUGHTER"},
        {"applicant": "SELF", "consent": "ORAL"},
        {"filed_on-day": "30", "filed_on-month": "1", "filed_on-year": "2026"},
    ],
    ids=lambda typed: list(typed)[-1],
)
async def test_what_was_typed_of_an_application_without_a_benefit_is_not_lost(
    app: FastAPI, desk: httpx.AsyncClient, jan: dict[str, Any], typed: Form
) -> None:
    form = {"person_id": await registered(desk, jan)} | TALK | typed | {"benefit_types": ""}
    for path in ("/first-contact/check", "/first-contact"):
        answer = await desk.post(path, data=form)
        assert (answer.status_code, 'href="#benefit_types"' in answer.text) == (422, True)
        assert "Jeśli nikt nie składa wniosku, opróżnij pola" in answer.text
        for value in typed.values():
            assert f'value="{value}"' in answer.text
    assert await app.state.service.reading.fetchval("select count(*) from contacts") == 0


async def test_that_the_client_applies_says_nothing_while_no_benefit_is_asked_for(
    app: FastAPI, desk: httpx.AsyncClient, jan: dict[str, Any]
) -> None:
    known = {"person_id": await registered(desk, jan), "applicant": "SELF", "benefit_types": ""}
    assert "Kontakt: Jan Wzorcowy" in await saved(desk, TALK | known)
    assert await app.state.service.reading.fetchval("select count(*) from applications") == 0


async def test_a_talk_about_violence_is_saved_whole_by_whoever_took_it_in(
    app: FastAPI, desk: httpx.AsyncClient, jan: dict[str, Any]
) -> None:
    """The contact is protected from its first event on, and several steps follow at once."""
    known = {"person_id": await registered(desk, jan), "reasons": "7", "topics": "RIGHTS"}
    for _ in range(4):
        assert "potrzebuje pomocy" in await saved(desk, TALK | known)
    reading = app.state.service.reading
    assert await reading.fetchval("select count(*) from contacts where outcome is null") == 0
    assert await reading.fetchval("select count(*) from applications") == 4


async def test_a_parent_applies_for_a_minor(
    app: FastAPI, desk: httpx.AsyncClient, somebody: Form
) -> None:
    child = somebody | {"id_type": "NONE", "no_id_reason": "w domu", **born("2015")} | TALK
    assert "nie ma 18 lat" in await refused(app, desk, child, "applicant")
    parent = {
        "applicant": "REPRESENTATIVE", "applicant_name": "Ewa Próbna", "applicant_is": "PARENT",
        "representation": "PARENT", "document_seen": "true",
    }  # fmt: skip
    page = await checked(desk, child | parent)
    assert "Podstawa reprezentacji" in page
    assert "Ewa Próbna (rodzic)" in await saved(desk, child | parent)


async def test_a_foreigner_with_a_passport_has_a_citizenship_and_a_title(
    app: FastAPI, desk: httpx.AsyncClient, somebody: Form
) -> None:
    form = somebody | {"id_type": "PASSPORT", "number": "FE123456"} | TALK
    assert "obywatelstwo z paszportu" in await refused(app, desk, form, "citizenship")
    form |= {"citizenship": "UA"}
    assert "ups art. 5" in await refused(app, desk, form, "residence_title")
    form |= {"residence_title": "TEMPORARY_PROTECTION"}
    assert "Ochrona czasowa" in await checked(desk, form)
    await saved(desk, form)
    person = await of(desk, "FE123456", id_type="PASSPORT")
    assert "Ochrona czasowa" in person
    assert "UA" in person


async def test_the_last_address_of_a_homeless_person_is_kept(
    app: FastAPI, desk: httpx.AsyncClient, somebody: Form
) -> None:
    form = somebody | {"id_type": "NONE", "without_document": "HOMELESS"} | TALK
    assert "ups art. 101" in await refused(app, desk, form, "last_city")
    form |= {"last_street": "ul. Dawna 1", "last_postal_code": "50-001"}
    assert "miejscowość" in await refused(app, desk, form, "last_city")
    form |= {"last_city": "Dawnowo"}
    assert "ul. Dawna 1, 50-001, Dawnowo" in await checked(desk, form)
    await saved(desk, form)
    person = await of(desk, None, name="Iwan Próbny")
    assert "Ostatni adres stały" in person
    assert "ul. Dawna 1, 50-001, Dawnowo" in person


async def test_what_the_catalogue_answered_stands_in_the_form(desk: httpx.AsyncClient) -> None:
    answer = await desk.get("/first-contact?outcome=CARE_OR_DPS&benefit=HOME_CARE")
    chosen = re.findall(r'name="(\w+)"[^>]*value="(\w+)" checked', answer.text)
    assert {("outcome", "CARE_OR_DPS"), ("benefit_types", "HOME_CARE")} <= {*chosen}
    assert (await desk.get("/first-contact?benefit=NIC")).status_code == 422


async def test_from_the_page_of_a_person_a_short_call_about_them(
    desk: httpx.AsyncClient, jan: dict[str, Any]
) -> None:
    person_id = await registered(desk, jan)
    path = f"/first-contact/call?person_id={person_id}"
    assert f'href="{path}"' in (await desk.get(f"/persons/{person_id}")).text
    assert "Jan Wzorcowy" in (await desk.get(path)).text


async def of(desk: httpx.AsyncClient, number: str | None, **search: str) -> str:
    """The page of the person who is found."""
    answer = await desk.post("/api/persons/search", json={"number": number, **search})
    (one,) = answer.json()
    return (await desk.get(f"/persons/{one['person_id']}")).text


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_folds_of_the_form_are_opened_by_hand_and_by_an_error(
    chromium: Browser, app: FastAPI, width: int
) -> None:
    async with serving(app) as address, looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact")
        await page.fill("#given_names", "Iwan")
        await page.fill("#family_name", "Próbny")
        await page.check("input[name=id_type][value=PASSPORT]")
        await page.fill("#number", "FE123456")
        for part, value in (("day", "1"), ("month", "5"), ("year", "1990")):
            await page.fill(f"#birth_date-{part}", value)
        await page.check("input[name=sex][value=M]")
        await page.fill("#teryt", "0264011")
        await page.select_option("#channel", "DESK")
        await page.select_option("#reported_by", "DAUGHTER")
        await page.fill("#problem", "Prosi o pomoc dla ojca")
        await page.check("input[name=outcome][value=BENEFITS]")
        await page.check("input[name=benefit_types][value=PERIODIC]")
        await page.click("text=Kto składa wniosek: sam klient czy ktoś za niego")
        await page.check("input[name=applicant][value=OTHER_PERSON]")
        await page.fill("#applicant_name", "Zofia Próbna")
        await page.select_option("#consent", "WRITTEN")
        for part, value in (("day", "2"), ("month", "2"), ("year", "2026")):
            await page.fill(f"#consent_on-{part}", value)
        await page.click("main button[type=submit]")
        await page.click(".govuk-error-summary a")
        assert await page.evaluate("document.activeElement.id") == "citizenship"
        assert await page.input_value("#applicant_name") == "Zofia Próbna"
        assert await wrong_with(page, "first-contact-folds") == []
        await page.fill("#citizenship", "UA")
        await page.select_option("#residence_title", "REFUGEE")
        await page.click("main button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Sprawdź odpowiedzi")
        assert await wrong_with(page, "first-contact-check-applicant") == []
        await page.click("text=Zapisz")
        await expect(page.locator("h1")).to_have_text("Wniosek zarejestrowany")
