"""The payment list in Chromium: sums, execution, money that came back; nothing for axe."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Browser, Page, expect

from chassis.web.language import COOKIE
from tests.benefits.conftest import Town
from tests.benefits.realised import EWA, MAREK, granted
from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with

DAY = "/payment-lists/2026-02-25"


@asynccontextmanager
async def at_the_cash_desk(
    chromium: Browser, town: Town, width: int = WIDTHS[0], worker: str = MAREK
) -> AsyncIterator[Page]:
    """A page on which the payment worker is signed in. Only HTTP is passed on to the office."""

    async def only_http(scope: Any, receive: Any, send: Any) -> None:
        assert scope["type"] == "http", "the office was started by the test"
        await town.app(scope, receive, send)

    app: Any = only_http
    async with serving(app) as address, looking(chromium, address, width=width) as page:
        await sign_in(page, worker)
        yield page


async def two_clients(town: Town) -> None:
    await granted(town, UUID(int=101), "464.62", name="Przykładowa")
    await granted(town, UUID(int=102), "200.00", name="Wzorcowy")


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_list_is_executed_and_a_return_is_recorded(
    chromium: Browser, town: Town, width: int
) -> None:
    await two_clients(town)
    async with at_the_cash_desk(chromium, town, width) as page:
        await page.goto("/payment-lists")
        assert await wrong_with(page, "payment-days") == []
        await page.click("text=25 lutego 2026")
        assert await wrong_with(page, "payment-list-early") == []
        await expect(page.locator("main")).to_contain_text("Listę można wykonać od 25 lutego 2026.")
        town.day(date(2026, 2, 25))
        await page.reload()
        assert await wrong_with(page, "payment-list") == []
        await page.click("text=Wykonaj listę: 664,62")
        await expect(page.locator("dl")).to_contain_text("2 wypłaty, razem 664,62")
        await expect(page.locator("dl")).to_contain_text("Wykonane")
        await page.click("text=Zapisz zwrot >> nth=0")
        assert await wrong_with(page, "payment-return") == []
        await page.click("main button[type=submit]")
        assert await wrong_with(page, "payment-return-errors") == []
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Powód zwrotu")
        await page.check("input[value=WRONG_ACCOUNT]")
        await page.click("main button[type=submit]")
        await expect(page.locator("main")).to_contain_text("Błędny numer konta")
        assert await wrong_with(page, "payment-list-returned") == []
        await page.click("text=Wyślij ponownie")
        await expect(page.locator("h1")).to_have_text("Lista wypłat na 25 lutego 2026")
        await expect(page.locator("dl")).to_contain_text("1 wypłata")


async def test_a_payment_is_cancelled_from_the_list_and_planned_again(
    chromium: Browser, town: Town
) -> None:
    await two_clients(town)
    async with at_the_cash_desk(chromium, town, WIDTHS[-1]) as page:
        await page.goto(DAY)
        await page.click("text=Wycofaj >> nth=0")
        await expect(page.locator("h1")).to_have_text("Wycofaj wypłatę")
        assert await wrong_with(page, "payment-cancellation") == []
        send = page.get_by_role("button", name="Wycofaj wypłatę")
        await send.click()
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Powód wycofania")
        await page.check("input[value=DECEASED]")
        await page.fill("[name=text]", "Akt zgonu z 1 lutego 2026")
        await send.click()
        await expect(page.locator("main")).to_contain_text("Wycofano wypłatę.")
        await page.goto(DAY)
        await expect(page.locator("dl")).to_contain_text("1 wypłata, razem 200,00")
        await expect(page.locator("main")).to_contain_text("Wycofano 2 lutego 2026: zgon")
        assert await wrong_with(page, "payment-list-cancelled") == []
        await page.click("text=Zaplanuj ponownie")
        await expect(page.locator("dl")).to_contain_text("2 wypłaty, razem 664,62")


async def test_the_list_is_executed_by_keyboard_alone(chromium: Browser, town: Town) -> None:
    await two_clients(town)
    town.day(date(2026, 2, 25))
    async with at_the_cash_desk(chromium, town) as page:
        await page.goto(DAY)
        for _ in range(40):
            await page.keyboard.press("Tab")
            focused = await page.evaluate("document.activeElement.innerText || ''")
            if "Wykonaj listę" in focused:
                break
        await page.keyboard.press("Enter")
        await expect(page.locator("dl")).to_contain_text("2 wypłaty, razem 664,62")
        await expect(page.locator("main")).not_to_contain_text("Wykonaj listę")


async def test_a_list_that_changed_meanwhile_is_shown_again(chromium: Browser, town: Town) -> None:
    await two_clients(town)
    town.day(date(2026, 2, 25))
    async with at_the_cash_desk(chromium, town) as page:
        await page.goto(DAY)
        await granted(town, UUID(int=103), "50.00", name="Późniejsza")
        await page.click("text=Wykonaj listę")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("3 wypłat na 714,62")
        await expect(page.locator("main")).to_contain_text("Wykonaj listę: 714,62")
        assert await wrong_with(page, "payment-list-changed") == []


async def test_who_does_not_pay_sees_the_list_without_its_buttons(
    chromium: Browser, town: Town
) -> None:
    await two_clients(town)
    town.day(date(2026, 2, 25))
    async with at_the_cash_desk(chromium, town, worker=EWA) as page:
        await page.goto(DAY)
        await expect(page.locator("main")).to_contain_text("Jan Wzorcowy")
        await expect(page.locator("main button")).to_have_count(0)


async def test_a_day_without_payments_and_english_words(town: Town) -> None:
    client = await town.client(MAREK)
    assert "Żadna wypłata nie czeka." in (await client.get("/payment-lists")).text
    client.cookies.set(COOKIE, "en")
    english = await client.get("/payment-lists/2026-03-25")
    assert "There are no payments on this day." in english.text
