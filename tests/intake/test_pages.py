"""The first-contact form in Chromium: answers checked, nothing typed lost, nothing for axe."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, Page, expect

from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with
from tests.intake.conftest import INFORMATION_WORKER, signed_in


@pytest.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


async def fill_person(page: Page, number: str = "84511200016") -> None:
    await page.fill("#given_names", "Jan")
    await page.fill("#family_name", "Wzorcowy")
    await page.fill("#number", number)
    await page.fill("#teryt", "0264011")


async def fill_talk(page: Page) -> None:
    await page.select_option("#channel", "DESK")
    await page.fill("#problem", "Stracił pracę w listopadzie")
    await page.check("input[name=reasons][value='4']")
    await page.check("input[name=topics][value=RIGHTS]")
    await page.check("input[name=outcome][value=BENEFITS_AND_SOCIAL_WORK]")
    await page.check("input[name=benefit_types][value=PERIODIC]")


@pytest.mark.parametrize("width", WIDTHS)
async def test_from_an_empty_form_to_the_receipt(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact")
        assert await wrong_with(page, "first-contact") == []
        await page.click("main button[type=submit]")
        assert await wrong_with(page, "first-contact-errors") == []
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Nazwisko")
        await fill_person(page)
        await fill_talk(page)
        await page.click("main button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Sprawdź odpowiedzi")
        assert await wrong_with(page, "first-contact-check") == []
        await page.click("text=Wróć i popraw")
        assert await page.input_value("#problem") == "Stracił pracę w listopadzie"
        assert await page.is_checked("input[name=benefit_types][value=PERIODIC]")
        await page.click("main button[type=submit]")
        await page.click("text=Zapisz")
        await expect(page.locator("h1")).to_have_text("Wniosek zarejestrowany")
        await expect(page.locator(".govuk-panel")).to_contain_text("PK/2026/000001")
        assert await wrong_with(page, "contact") == []


async def test_a_wrong_pesel_keeps_everything_that_was_typed(
    chromium: Browser, address: str
) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact")
        await fill_person(page, number="84511200017")
        await fill_talk(page)
        await expect(page.locator("#number-said")).to_contain_text("nieprawidłowy")
        await page.click("main button[type=submit]")
        await page.click(".govuk-error-summary a")
        assert await page.evaluate("document.activeElement.id") == "number"
        assert await page.input_value("#number") == "84511200017"
        assert await page.is_checked("input[name=outcome][value=BENEFITS_AND_SOCIAL_WORK]")
        await page.fill("#number", "84511200016")
        await page.press("#number", "Tab")
        await expect(page.locator("#number-said")).to_contain_text("12 listopada 2184")


@pytest.mark.parametrize("width", WIDTHS)
async def test_whoever_may_be_meant_is_offered_with_the_reasons(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        known = (await desk.post("/api/persons", json=jan)).json()["id"]
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact")
        await fill_person(page, number="90481500029")
        await page.fill("#phone", "600100200")
        await fill_talk(page)
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("ten sam telefon")
        await page.click("text=Zapisz")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Żadna z nich")
        assert await wrong_with(page, "first-contact-candidates") == []
        await page.check(f"input[name=person_id][value='{known}']")
        await page.click("text=Zapisz")
        await expect(page.locator("main")).to_contain_text("Wniosek zarejestrowany")
    async with signed_in(app, INFORMATION_WORKER) as desk:
        found = (await desk.get("/api/contacts", params={"person_id": known})).json()
    assert len(found) == 1


async def test_none_of_these_creates_a_person_of_their_own(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await desk.post("/api/persons", json=jan)
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact")
        await fill_person(page, number="90481500029")
        await page.fill("#phone", "600100200")
        await fill_talk(page)
        await page.click("main button[type=submit]")
        await page.check("input[name=person_id][value=none]")
        await page.click("text=Zapisz")
        await expect(page.locator("h1")).to_have_text("Wniosek zarejestrowany")
    assert await app.state.service.reading.fetchval("select count(*) from persons") == 2


async def test_a_form_that_is_sent_twice_counts_once(app: FastAPI, jan: dict[str, Any]) -> None:
    form = jan | {
        "id_type": "PESEL",
        "channel": "DESK",
        "problem": "stracił pracę",
        "outcome": "BENEFITS",
        "benefit_types": "PERIODIC",
        "idempotency_key": "one form",
    }
    async with signed_in(app, INFORMATION_WORKER) as desk:
        first = await desk.post("/first-contact", data=form)
        second = await desk.post("/first-contact", data=form)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"]
    assert await app.state.service.reading.fetchval("select count(*) from applications") == 1


async def test_a_contact_without_a_direction_waits_and_is_directed_on_its_page(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        person_id = (await desk.post("/api/persons", json=jan)).json()["id"]
        told = {"person_id": person_id, "channel": "PHONE", "problem": "szpital", "urgent": True}
        await desk.post("/api/contacts", json=told)
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER)
        await page.click("text=Pilny kontakt do skierowania: Jan Wzorcowy")
        await page.check("input[name=outcome][value=CARE_OR_DPS]")
        await page.click("text=Skieruj")
        await expect(page.locator("main")).to_contain_text("Organizacja usług")
        await page.click("text=Zarejestruj wniosek")
        await page.click("text=Zapisz wniosek")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("świadczenie")
        assert await wrong_with(page, "application-errors") == []
        await page.check("input[name=benefit_types][value=HOME_CARE]")
        await page.click("text=Zapisz wniosek")
        await expect(page.locator("h1")).to_have_text("Wniosek zarejestrowany")


async def test_pages_speak_english_by_the_switch(chromium: Browser, address: str) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact")
        await page.click("text=English")
        await expect(page.locator("h1")).to_have_text("First contact")
        await expect(page.locator("main")).to_contain_text("What the client comes with")
        assert await wrong_with(page, "first-contact-english") == []
