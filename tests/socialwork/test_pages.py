"""A social worker's file in Chromium: certificates in their order, texts for the one who leads."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, Page, expect

from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with
from tests.socialwork.conftest import HEAD, JOANNA, PAWEL, signed_in


@pytest.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


@pytest.fixture
async def file_path(app: FastAPI) -> str:
    """A file that Joanna leads."""
    async with signed_in(app, HEAD) as head:
        made = await head.post("/api/files", json={"person_id": str(uuid4())})
        path = f"/files/{made.json()['id']}"
        await head.post(f"/api{path}/worker", json={"worker_id": JOANNA})
    return path


async def send(page: Page, title: str) -> None:
    """Sends the folded form of that title."""
    await page.locator("details", has_text=title).locator("button").click()


async def unfold(page: Page, title: str) -> None:
    await page.click(f"summary:has-text('{title}')")


@pytest.mark.parametrize("width", WIDTHS)
async def test_certificates_are_offered_and_issued_in_their_order(
    chromium: Browser, address: str, file_path: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, JOANNA, "/files")
        assert await wrong_with(page, "files") == []
        await page.click(f"main .app-tasks a[href='{file_path}']")
        assert await wrong_with(page, "file") == []
        await expect(page.locator("summary", has_text="nr 6")).to_have_count(0)
        await unfold(page, "Wydaj zaświadczenie nr 4")
        await send(page, "Wydaj zaświadczenie nr 4")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Wiedza klienta")
        assert await wrong_with(page, "file-errors") == []
        await page.check("input[name=has_unused][value=true]")
        await page.check("details[open] input[name=known][value=AT_CLIENTS_WISH]")
        await send(page, "Wydaj zaświadczenie nr 4")
        await unfold(page, "Ustal zasady")
        await page.check("details[open] input[name=known][value=AT_CLIENTS_WISH]")
        await send(page, "Ustal zasady")
        await unfold(page, "Wydaj zaświadczenie nr 6")
        await page.select_option("#month", "2026-02")
        await page.check("input[name=cooperates][value=false]")
        await page.check("details[open] input[name=known][value=WITH_CLIENTS_KNOWLEDGE]")
        await send(page, "Wydaj zaświadczenie nr 6")
        await expect(page.locator("main")).to_contain_text("luty 2026: nie współdziała")
        assert await wrong_with(page, "file-certificates") == []


async def test_a_text_is_seen_by_the_one_who_leads_and_by_nobody_else(
    chromium: Browser, address: str, file_path: str
) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, JOANNA, file_path)
        await unfold(page, "Dodaj zapis")
        await page.select_option("#kind", "OFFICIAL_NOTE")
        await page.fill("#text", "zielona papuga w przedpokoju")
        await send(page, "Dodaj zapis")
        await expect(page.locator("main")).to_contain_text("zielona papuga")
    for other in (PAWEL, HEAD):
        async with looking(chromium, address) as page:
            await sign_in(page, other, file_path)
            await expect(page.locator("main")).to_contain_text("Zapisy widzi tylko")
            assert "zielona papuga" not in await page.content()


async def test_the_head_assigns_from_the_start_page(
    chromium: Browser, app: FastAPI, address: str
) -> None:
    async with signed_in(app, HEAD) as head:
        await head.post("/api/files", json={"person_id": str(uuid4())})
    async with looking(chromium, address) as page:
        await sign_in(page, HEAD)
        await page.click("text=Wyznacz pracownika socjalnego")
        await unfold(page, "Wyznacz pracownika socjalnego")
        await page.select_option("#worker_id", PAWEL)
        await send(page, "Wyznacz pracownika socjalnego")
        await expect(page.locator(".govuk-summary-list")).to_contain_text("Paweł Świerk")


async def test_the_file_speaks_english_by_the_switch(
    chromium: Browser, address: str, file_path: str
) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, JOANNA, file_path)
        await page.click("text=English")
        await expect(page.locator("main")).to_contain_text("The client's timeline")
        assert await wrong_with(page, "file-english") == []
