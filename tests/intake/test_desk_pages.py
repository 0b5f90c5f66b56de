"""The desk's pages in Chromium: a call, a signal, an alarm, an application, appointments."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, Page, expect

from tests.browser import WIDTHS, looking, serving, settled, sign_in, wrong_with
from tests.intake.conftest import (
    CRISIS_WORKER,
    INFORMATION_HEAD,
    INFORMATION_WORKER,
    OTHER_WORKER,
    signed_in,
)
from tests.intake.test_alarm import clock_at
from tests.intake.test_api import contacted, registered
from tests.intake.test_desk import crisis, sent


@pytest.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


async def heading(page: Page, text: str) -> None:
    await expect(page.locator("h1")).to_contain_text(text)


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_call_is_saved_with_one_sentence_and_completed_later(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await registered(desk, jan)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact/call")
        assert await wrong_with(page, "call") == []
        await page.fill("#caller_name", "Zofia Wzorcowa")
        await page.click("text=Zapisz kontakt")
        assert await wrong_with(page, "call-errors") == []
        assert await page.input_value("#caller_name") == "Zofia Wzorcowa"
        await page.fill("#problem", "Pyta o pomoc dla brata")
        await page.click("text=Zapisz kontakt")
        await heading(page, "osoba nieustalona")
        assert await wrong_with(page, "contact-unknown") == []
        await page.click("text=Ustal, o kogo chodzi")
        await settled(page)
        assert await wrong_with(page, "contact-person") == []
        await page.locator("#text").press_sequentially("wzorcowy")
        await page.check("input[name=person_id]")
        await page.click("text=Zapisz osobę")
        await heading(page, "Kontakt: Jan Wzorcowy")
        await page.click("text=Uzupełnij rozmowę")
        assert await page.input_value("#problem") == "Pyta o pomoc dla brata"
        assert await wrong_with(page, "contact-talk") == []


async def test_a_call_is_saved_with_the_keyboard_alone(chromium: Browser, address: str) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact/call")
        await settled(page)
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")  # skip to the content
        await page.keyboard.press("Tab")
        await page.keyboard.type("Pyta o godziny pracy")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Space")  # urgent
        for _ in range(5):
            await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await heading(page, "osoba nieustalona")
        await expect(page.locator("main")).to_contain_text("Pyta o godziny pracy")


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_signal_about_somebody_unknown_raises_the_alarm(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/first-contact/signal")
        assert await wrong_with(page, "signal") == []
        await page.check("input[name=source][value=NEIGHBOUR]")
        await page.fill("#problem", "Krzyki i płacz dziecka w nocy")
        await page.check("input[name=outcome][value=CRISIS_VIOLENCE]")
        await page.check("input[name=confidential]")
        await page.fill("#caller_name", "Zenon Sąsiedzki")
        await page.click("text=Zapisz sygnał")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("kogo dotyczy")
        assert await page.input_value("#problem") == "Krzyki i płacz dziecka w nocy"
        assert await wrong_with(page, "signal-errors") == []
        await page.fill("#about", "II piętro, klatka B")
        await page.click("text=Zapisz sygnał")
        await expect(page.locator("main")).to_contain_text("ktoś musi działać dzisiaj")
        await expect(page.locator("main")).to_contain_text("zastrzeżone")
        assert "Sąsiedzki" not in await page.content()
        assert await wrong_with(page, "contact-alarm") == []


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_crisis_worker_finds_the_alarm_first_and_takes_it(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await crisis(desk, await registered(desk, jan))
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, CRISIS_WORKER)
        first = page.locator(".app-tasks__item").first
        await expect(first).to_contain_text("Alarm")
        await expect(first).to_contain_text("Dziś")
        assert await wrong_with(page, "start-alarm") == []
        await page.click("text=Alarm: kryzys lub przemoc, Jan Wzorcowy")
        await page.click("text=Przyjmuję alarm")
        await expect(page.locator("main")).to_contain_text("Olga Wierzba")
        await expect(page.locator("main")).not_to_contain_text("działać dzisiaj")
        assert await wrong_with(page, "contact-crisis") == []


async def test_a_protected_contact_shows_nothing_to_another_worker(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        contact_id = await crisis(desk, await registered(desk, jan))
    async with looking(chromium, address) as page:
        await sign_in(page, OTHER_WORKER)
        await expect(page.locator("main")).to_contain_text("Nic na Ciebie nie czeka")
        await page.goto(f"/contacts/{contact_id}")
        await expect(page.locator("main")).to_contain_text("Ten kontakt jest chroniony")
        assert "stracił" not in await page.content()
        assert await wrong_with(page, "contact-protected") == []


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_daughter_applies_with_consent_and_nothing_typed_is_lost(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        contact_id = await contacted(desk, await registered(desk, jan))
        await sent(desk, f"/api/contacts/{contact_id}/triage", outcome="CARE_OR_DPS")
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, f"/contacts/{contact_id}/application")
        assert await wrong_with(page, "application") == []
        await page.check("input[name=benefit_types][value=HOME_CARE]")
        await page.check("input[name=applicant][value=OTHER_PERSON]")
        await page.fill("#applicant_name", "Zofia Wzorcowa")
        await page.click("text=Zapisz wniosek")
        await page.click(".govuk-error-summary a")
        assert await page.evaluate("document.activeElement.id") == "consent"
        assert await page.input_value("#applicant_name") == "Zofia Wzorcowa"
        await page.select_option("#consent", "ORAL")
        for part, value in (("day", "2"), ("month", "2"), ("year", "2026")):
            await page.fill(f"#consent_on-{part}", value)
        await page.click("text=Zapisz wniosek")
        await heading(page, "Wniosek zarejestrowany")
        await expect(page.locator("main")).to_contain_text("za zgodą klienta: Zofia Wzorcowa")
        assert await wrong_with(page, "contact-application") == []


@pytest.mark.parametrize("width", WIDTHS)
async def test_every_step_of_a_contact_has_a_page_that_works(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        contact_id = await contacted(desk, await registered(desk, jan))
        await sent(desk, f"/api/contacts/{contact_id}/triage", outcome="INFO_ONLY")
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, f"/contacts/{contact_id}")
        await page.click("text=Zapisz udzielone informacje")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_be_visible()
        await page.check("input[name=topics][value=RIGHTS]")
        await page.check("input[name=leaflets][value=BENEFITS]")
        assert await wrong_with(page, "contact-information") == []
        await page.click("main button[type=submit]")
        await page.click("text=Sprostuj, dokąd trafi klient")
        await page.check("input[name=outcome][value=BENEFITS]")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Przyczyna")
        await page.fill("#reason", "prosi o zasiłek")
        assert await wrong_with(page, "contact-correction") == []
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("prosi o zasiłek")
        await page.click("text=Ustal właściwość miejscową")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("TERYT")
        await page.fill("#residence", "2610011")
        assert await wrong_with(page, "contact-jurisdiction") == []
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("2610011: inna gmina")
        await page.click("text=Sprawdź dokumenty")
        await page.check("input[name=benefit_types][value=PERIODIC]")
        await page.check("input[name=shown][value=IDENTITY]")
        assert await wrong_with(page, "contact-documents") == []
        await page.click("text=Zapisz dokumenty")
        await expect(page.locator("main")).to_contain_text("Dokument tożsamości")
        await page.click("text=Przekaż właściwemu organowi")
        await page.fill("#authority", "MOPS w Przykładowie")
        await page.check("input[name=reason][value=LIVES_ELSEWHERE]")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("KPA art. 65")
        assert await wrong_with(page, "contact-transfer") == []
        await page.check("input[name=client_informed]")
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("MOPS w Przykładowie")


@pytest.mark.parametrize("width", WIDTHS)
async def test_an_appointment_is_booked_moved_and_cancelled(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        contact_id = await contacted(desk, await registered(desk, jan))
        await sent(desk, f"/api/contacts/{contact_id}/triage", outcome="BENEFITS_AND_SOCIAL_WORK")
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, f"/contacts/{contact_id}/appointment")
        await page.check("input[name=unit][value=benefits]")
        await page.fill("#at", "26:00")
        for part, value in (("day", "4"), ("month", "2"), ("year", "2026")):
            await page.fill(f"#on-{part}", value)
        await page.click("text=Zapisz spotkanie")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Godzina")
        assert await page.input_value("#on-day") == "4"
        assert await wrong_with(page, "appointment-new") == []
        await page.fill("#at", "10:00")
        await page.check("input[name=joint_with][value=socialwork]")
        await page.click("text=Zapisz spotkanie")
        await page.goto("/appointments")
        await expect(page.locator("main")).to_contain_text("10:00 Jan Wzorcowy")
        assert await wrong_with(page, "appointments") == []
        await page.click("text=10:00 Jan Wzorcowy")
        assert await wrong_with(page, "appointment") == []
        await page.fill("#at", "12:30")
        for part, value in (("day", "5"), ("month", "2"), ("year", "2026")):
            await page.fill(f"#on-{part}", value)
        await page.click("text=Przełóż spotkanie")
        await expect(page.locator("main")).to_contain_text("5 lutego 2026")
        await page.check("input[name=by][value=CLIENT]")
        await page.click("text=Odwołaj spotkanie")
        await expect(page.locator("main")).to_contain_text("odwołane")


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_head_of_the_desk_sees_that_an_alarm_waits(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await crisis(desk, await registered(desk, jan))
    await clock_at(app, 65)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_HEAD, "/")
        await page.click("text=Alarm czeka na pracownika interwencji kryzysowej")
        await heading(page, "Alarmy, których nikt nie przyjął")
        await expect(page.locator("main")).to_contain_text("Olga Wierzba")
        assert await wrong_with(page, "alarms") == []
        await page.click("text=English")
        await heading(page, "Alarms that nobody has taken")
