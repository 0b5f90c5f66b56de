"""The generic pages in Chromium: clean for axe, no wider than the window, usable by keyboard."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser import WIDTHS, looking, serving, settled, sign_in, wrong_with
from tests.chassis.web.small_city import MARIA, City, entry, marias_entries, small_city

CLIENT = f"/clients/{MARIA}"

PAGES = {
    "start": "/",
    "client": CLIENT,
    "client-filtered": f"{CLIENT}?unit=north&kind=osnowa.benefits.decision-issued.v1",
    "client-nothing": f"{CLIENT}?unit=nobody",
    "client-compact": f"{CLIENT}?view=compact",
    "client-print": f"{CLIENT}?view=print",
    "client-known-on": f"{CLIENT}?known_on=2026-09-03",
    "client-wrong-day": f"{CLIENT}?known_on-day=31&known_on-month=2&known_on-year=2026",
    "not-found": "/no/such/page",
    "invalid": f"{CLIENT}?view=upside-down",
    "accessibility": "/accessibility",
}


@pytest_asyncio.fixture(loop_scope="session")
async def city() -> City:
    return small_city(entries=marias_entries(60))


@pytest_asyncio.fixture(loop_scope="session")
async def address(city: City) -> AsyncIterator[str]:
    async with serving(city.app) as address:
        yield address


@pytest.mark.parametrize("width", WIDTHS)
async def test_every_generic_page_is_clean(chromium: Browser, address: str, width: int) -> None:
    async with looking(chromium, address, width=width) as page:
        await page.goto("/sign-in")
        assert await wrong_with(page, "sign-in") == []
        await page.click("main button[type=submit]")
        assert await wrong_with(page, "sign-in-nobody") == []
        await sign_in(page, "ada")
        for name, path in PAGES.items():
            await page.goto(path)
            assert await wrong_with(page, name) == [], name


@pytest.mark.parametrize("width", WIDTHS)
async def test_pages_are_clean_in_english_and_when_searching(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, "ada", CLIENT)
        await page.click("text=English")
        await expect(page.locator("h1")).to_have_text("Timeline")
        assert await wrong_with(page, "client-english") == []
        await page.goto("/")
        await page.fill("#name", "wrz")
        await page.click("main form button")
        await expect(page.locator("main")).to_contain_text("Found: 1")
        assert await wrong_with(page, "search") == []
        await page.fill("#name", "")
        await page.click("main form button")
        assert await wrong_with(page, "search-empty") == []


async def test_pages_about_what_went_wrong_are_clean(
    chromium: Browser, city: City, address: str
) -> None:
    @city.app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("Maria Wrzos")

    @city.app.get("/away")
    async def away() -> None:
        raise ConnectionRefusedError

    for width in WIDTHS:
        async with looking(chromium, address, width=width) as page:
            await sign_in(page, "ada")
            for name in ("broken", "away"):
                answer = await page.goto(f"/{name}")
                assert answer is not None
                assert answer.status in (500, 503)
                assert await wrong_with(page, name) == []


async def test_somebody_who_works_elsewhere_may_sign_out(chromium: Browser, address: str) -> None:
    south = small_city("south")
    async with serving(south.app) as elsewhere, looking(chromium, elsewhere) as page:
        await sign_in(page, "iza")
        cookies = await page.context.cookies()
        north = await chromium.new_context(base_url=address)
        await north.add_cookies(
            [{**c, "url": address, "domain": None, "path": None} for c in cookies]
        )
        other = await north.new_page()
        await other.goto("/")
        await expect(other.locator("main")).to_contain_text("Iza Klon nie pracuje w jednostce")
        assert await wrong_with(other, "works-elsewhere") == []
        await other.click("main button")
        await expect(other.locator("h1")).to_have_text("Kim jesteś?")
        await north.close()


async def test_the_keyboard_alone_signs_in_and_filters(chromium: Browser, address: str) -> None:
    async with looking(chromium, address) as page:
        await page.goto(CLIENT)
        await settled(page)
        await page.keyboard.press("Tab")
        await expect(page.locator(":focus")).to_have_text("Przejdź do treści")
        await page.keyboard.press("Enter")
        await _tab_to(page, "input[name=worker]")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page).to_have_url(f"{address}{CLIENT}")
        await expect(page.locator("header")).to_contain_text("Jan Sosna")
        await _tab_to(page, "#unit")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("ArrowDown")
        await _tab_to(page, "form[method=get] button[type=submit]")
        await page.keyboard.press("Enter")
        await expect(page).to_have_url(f"{address}{CLIENT}?unit=south")
        await _tab_to(page, "a.moj-filter__tag")
        await page.keyboard.press("Enter")
        await expect(page).to_have_url(f"{address}{CLIENT}")


async def _tab_to(page: Page, selector: str) -> None:
    await settled(page)
    for _ in range(80):
        await page.keyboard.press("Tab")
        if await page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"the keyboard never reached {selector}")


async def test_new_events_are_announced_and_shown_only_on_demand(
    chromium: Browser, city: City, address: str
) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, "ada", CLIENT)
        await settled(page)
        titles = page.locator(".moj-timeline__item")
        before = await titles.count()
        first = await titles.first.inner_text()
        for position in (61, 62, 63):
            city.timeline.add(entry(position))
        status = page.get_by_role("status")
        await expect(status).to_contain_text("Nowe zdarzenia: 3 – pokaż")
        assert await titles.count() == before
        assert await titles.first.inner_text() == first
        assert await wrong_with(page, "announced") == []
        await status.get_by_role("link").click()
        await expect(titles.first).to_contain_text("3 listopada 2026")
        await expect(status).to_be_empty()


async def test_only_what_the_filter_takes_is_announced(
    chromium: Browser, city: City, address: str
) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, "ada")
        await page.goto(f"{CLIENT}?unit=south")
        await settled(page)
        city.timeline.add(entry(61))
        city.timeline.add(entry(62, unit="south"))
        await expect(page.get_by_role("status")).to_contain_text("Nowe zdarzenia: 1")
