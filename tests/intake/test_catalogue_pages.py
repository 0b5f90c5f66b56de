"""The catalogue of help in Chromium: proposed, published by another, and asked at the desk."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, expect

from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with
from tests.intake.conftest import EDITOR, INFORMATION_WORKER


@pytest.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


@pytest.mark.parametrize("width", WIDTHS)
async def test_an_entry_is_proposed_published_and_found(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/catalogue/entries")
        await page.click("text=Zaproponuj wpis")
        assert await wrong_with(page, "catalogue-new") == []
        await page.fill("#title", "Schronisko z terapią")
        await page.fill("#together", "3+x")
        await page.click("text=Zapisz propozycję")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("na przykład 3+13")
        await page.fill("#together", "3+13")
        await page.click("text=Zapisz propozycję")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("miejsce")
        assert await wrong_with(page, "catalogue-errors") == []
        assert await page.input_value("#title") == "Schronisko z terapią"
        await page.check("input[name=groups][value=HOMELESS]")
        await page.check("input[name=needs][value=lives_here]")
        await page.fill("#places", "Schronisko „Przystań”; ul. Przykładowa 1; Miasto Wzorcowe")
        await page.click("text=Zapisz propozycję")
        await expect(page.locator("h1")).to_have_text("Schronisko z terapią")
        entry = page.url.rsplit("/", 1)[-1]
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, EDITOR)
        await page.click("text=Propozycja do katalogu pomocy")
        assert await wrong_with(page, "catalogue-entry") == []
        await page.click("text=Opublikuj >> nth=-1")
        await expect(page.locator("main")).to_contain_text("Wersja 1")
        await page.goto(f"/catalogue/entries/{entry}/revision")
        assert await page.input_value("#together") == "3+13"
        assert await page.is_checked("input[name=needs][value=lives_here]")
        await page.goto("/catalogue/entries")
        assert await wrong_with(page, "catalogue-entries") == []
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, INFORMATION_WORKER, "/catalogue")
        await page.click("text=Znajdź pomoc")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("co najmniej jedną")
        await page.check("input[name=groups][value=HOMELESS]")
        await page.check("input[name=problems][value='3']")
        await page.check("input[name=problems][value='13']")
        await page.click("text=Znajdź pomoc")
        await expect(page.locator("main")).to_contain_text("1. Schronisko z terapią")
        await expect(page.locator("main")).to_contain_text("Trzeba zapytać")
        await expect(page.locator("main")).to_contain_text("Przystań")
        assert await page.is_checked("input[name=groups][value=HOMELESS]")
        assert await wrong_with(page, "catalogue-answers") == []
        await page.click("text=Zacznij kontakt")
        await expect(page.locator("h1")).to_have_text("Pierwszy kontakt")
        await expect(page.locator("input[name=outcome]:checked")).to_have_count(1)


async def test_the_catalogue_speaks_english_by_the_switch(chromium: Browser, address: str) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, INFORMATION_WORKER, "/catalogue")
        await page.click("text=English")
        await expect(page.locator("h1")).to_have_text("Catalogue of help")
        await expect(page.locator("main")).to_contain_text("Homeless people")
