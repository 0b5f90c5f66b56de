"""Persons and households in Chromium: found while typing, corrected, merged, set apart, moved."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, Page, expect

from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with
from tests.intake.conftest import INFORMATION_HEAD, INFORMATION_WORKER, signed_in

EWA = {"given_names": "Ewa", "family_name": "Żółkiewska", "number": "90481500029", "phone": None}


@pytest.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


async def registered(desk: httpx.AsyncClient, person: dict[str, Any], **more: Any) -> str:
    answer = await desk.post("/api/persons", json=person | more)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def fill_date(page: Page, name: str, day: str) -> None:
    for part, value in zip(("day", "month", "year"), day.split("."), strict=True):
        await page.fill(f"#{name}-{part}", value)


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_person_is_found_while_the_name_is_typed(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await registered(desk, jan)
        await registered(desk, jan | EWA)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/persons")
        assert await wrong_with(page, "persons") == []
        await page.locator("#text").press_sequentially("zolkeiw")
        await expect(page.locator("#found li")).to_have_count(1)
        await expect(page.locator("#found-count")).to_have_text("Znaleziono: 1")
        await expect(page.locator("#found")).to_contain_text("Ewa Żółkiewska")
        await expect(page.locator("#found")).to_contain_text("podobne nazwisko")
        await page.fill("#text", "845112 00017")
        await expect(page.locator("#found")).to_contain_text("PESEL różni się jedną cyfrą")
        assert await wrong_with(page, "persons-found") == []
        await page.fill("#text", "zzzz")
        await expect(page.locator("#found")).to_contain_text("Nikogo takiego nie ma")


async def test_by_keyboard_alone_from_the_search_to_the_person(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await registered(desk, jan)
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, "/persons")
        await page.focus("#text")
        await page.keyboard.type("wzorc")
        await expect(page.locator("#found a")).to_have_count(1)
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.locator("h1")).to_have_text("Jan Wzorcowy")


async def test_without_scripts_the_button_finds_the_same(app: FastAPI, jan: dict[str, Any]) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await registered(desk, jan)
        answer = await desk.post("/persons", data={"text": "Jan Wzorcowy"})
    assert answer.status_code == 200
    assert "Wzorcowy" in answer.text
    assert "<h1" in answer.text


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_correction_shows_what_was_and_what_is_and_why_and_who(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        person_id = await registered(desk, jan)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, f"/persons/{person_id}")
        await page.click("text=Sprostuj dane")
        await page.fill("#family_name", "Łabędź")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Podstawa")
        assert await page.input_value("#family_name") == "Łabędź"
        assert await wrong_with(page, "person-correction") == []
        await page.fill("#reason", "akt małżeństwa")
        await page.click("main button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Jan Łabędź")
        history = page.locator("ol.app-tasks")
        for text in ("Nazwisko", "Wzorcowy", "Łabędź", "akt małżeństwa", "Anna Wrzos"):
            await expect(history).to_contain_text(text)
        await expect(history.locator("> li")).to_have_count(1)
        assert await wrong_with(page, "person") == []
        await page.click("text=Sprostuj numer dokumentu")
        assert await wrong_with(page, "person-identifier") == []
        await page.check("input[name=unknown]")
        await page.fill("#reason", "numer brata")
        await page.click("main button[type=submit]")
        await expect(page.locator("dl").first).to_contain_text("Brak dokumentu")


@pytest.mark.parametrize("width", WIDTHS)
async def test_two_entries_are_merged_and_set_apart_by_the_head_only(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        survivor = await registered(desk, jan)
        other = await registered(
            desk,
            {
                "given_names": "Jasiek", "family_name": "Wzorcowy", "id_type": "NONE",
                "without_document": "HOMELESS", "last_street": "ul. Dawna 1",
                "last_postal_code": "50-001", "last_city": "Miasto Wzorcowe",
                "birth_date": "1984-11-12", "sex": "M", "teryt": "0264011",
            },
        )  # fmt: skip
        assert (await desk.get(f"/persons/{survivor}/merge")).status_code == 403
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_HEAD, f"/persons/{survivor}")
        await page.click("text=Połącz z innym wpisem")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("znajdź i wybierz")
        await page.locator("#text").press_sequentially("jasiek")
        await page.check(f"input[name=person_id][value='{other}']")
        assert await wrong_with(page, "person-merge") == []
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Z czego to wynika")
        assert await page.is_checked(f"input[name=person_id][value='{other}']")
        await page.fill("#reason", "odnaleziony dowód osobisty")
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("Połączone wpisy")
        await page.goto(f"/persons/{other}")
        await expect(page.locator("h1")).to_have_text("Jan Wzorcowy")
        await page.click("text=Cofnij połączenie")
        assert await wrong_with(page, "person-merge-undoing") == []
        await page.fill("#reason", "to kuzyn")
        await page.click("main button[type=submit]")
        await page.goto(f"/persons/{other}")
        await expect(page.locator("h1")).to_have_text("Jasiek Wzorcowy")


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_household_from_the_first_member_to_the_end(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        person_id = await registered(desk, jan)
        ewa = await registered(desk, jan | EWA)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, f"/persons/{person_id}")
        await page.click("text=Zapisz gospodarstwo domowe")
        assert await wrong_with(page, "household-new") == []
        await fill_date(page, "since", "1.6.2024")
        await page.click("main button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Gospodarstwo domowe")
        await page.locator("#text").press_sequentially("żółkiewska")
        await page.check(f"input[name=person_id][value='{ewa}'] >> nth=0")
        await page.select_option("#relation", "SPOUSE")
        await fill_date(page, "since", "1.1.2026")
        await page.locator("form[action$=members] button[type=submit]").click()
        await expect(page.locator("main ul")).to_contain_text("Ewa Żółkiewska")
        assert await wrong_with(page, "household") == []
        await page.click("text=Sprostuj wpis >> nth=1")
        assert await wrong_with(page, "household-correction") == []
        await fill_date(page, "since", "5.1.2026")
        await page.fill("#reason", "oświadczenie")
        await page.click("main button[type=submit]")
        await expect(page.locator("table")).to_contain_text("5 stycznia 2026")
        await fill_date(page, "on", "31.12.2025")
        await page.click("text=Pokaż")
        await expect(page.locator("main ul.govuk-list--bullet")).not_to_contain_text("Ewa")
        await page.check(f"form[action$=departures] input[value='{person_id}']")
        await fill_date(page, "gone", "31.12.2025")
        await page.locator("form[action$=departures] button[type=submit]").click()
        await expect(page.locator(".govuk-error-summary")).to_contain_text("nie może być wcze")
        assert await wrong_with(page, "household-errors") == []
        await fill_date(page, "gone", "2.2.2026")
        await page.check(f"form[action$=departures] input[value='{person_id}']")
        await page.locator("form[action$=departures] button[type=submit]").click()
        await expect(page.locator("table")).to_contain_text("1 lutego 2026")
        await fill_date(page, "ended", "2.2.2026")
        await page.click("text=Zakończ gospodarstwo >> nth=1")
        await expect(page.locator("main")).to_contain_text("już nie istnieje")


@pytest.mark.parametrize("width", WIDTHS)
async def test_somebody_new_without_a_pesel_after_none_of_these(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any], width: int
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        await registered(desk, jan)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/persons/new")
        await page.fill("#given_names", "Iwan")
        await page.fill("#family_name", "Wzorcowyj")
        await page.check("input[name=id_type][value=PASSPORT]")
        await page.fill("#number", "FE123456")
        await page.fill("#citizenship", "UA")
        await fill_date(page, "birth_date", "1.5.1990")
        await page.check("input[name=sex][value=M]")
        await page.fill("#phone", "600100200")
        await page.fill("#teryt", "0264011")
        await page.click("main button[type=submit]")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("ups art. 5")
        assert await wrong_with(page, "person-new-errors") == []
        await page.select_option("#residence_title", "TEMPORARY_PROTECTION")
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("ten sam telefon")
        assert await wrong_with(page, "person-candidates") == []
        await page.check("input[name=person_id][value=none]")
        await page.click("main button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Iwan Wzorcowyj")
        await expect(page.locator("main")).to_contain_text("Ochrona czasowa")


async def test_a_newborn_is_registered_from_the_mothers_page(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        mother = await registered(desk, jan | EWA)
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, f"/persons/{mother}")
        await page.click("text=Zarejestruj noworodka")
        await expect(page.locator("main")).to_contain_text("matka: Ewa Żółkiewska")
        assert await wrong_with(page, "person-newborn") == []
        await page.fill("#given_names", "Antoni")
        await page.fill("#family_name", "Żółkiewski")
        await fill_date(page, "birth_date", "20.1.2026")
        await page.check("input[name=sex][value=M]")
        await page.click("main button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Antoni Żółkiewski")
        await page.click("dl >> text=Ewa Żółkiewska")
        await expect(page.locator("h1")).to_have_text("Ewa Żółkiewska")


async def test_the_pages_speak_english_by_the_switch(
    chromium: Browser, app: FastAPI, address: str, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        person_id = await registered(desk, jan)
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, f"/persons/{person_id}")
        await page.click("text=English")
        await expect(page.locator("main")).to_contain_text("The person's data")
        await expect(page.locator("main")).to_contain_text("Nothing has been corrected yet.")
        assert await wrong_with(page) == []
