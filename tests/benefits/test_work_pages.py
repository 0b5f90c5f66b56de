"""My work, the team's load and a case's history in Chromium: by keyboard, in both widths."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
from playwright.async_api import Browser, Page, expect

from services.benefits import norms
from services.benefits.norms import Norms
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.test_api import BARBARA, EWA, HELENA, assessed, granted, registered
from tests.benefits.test_directions import directed, heard
from tests.benefits.test_team import TOMASZ, WANDA, applied, client, has_social_worker, led
from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with


@pytest.fixture
async def address(town: Town) -> AsyncIterator[str]:
    async with serving(town.app) as address:
        yield address


async def tab_to(page: Page, selector: str) -> None:
    """Reaches an element as somebody without a mouse does."""
    wanted = page.locator(selector).first
    for _ in range(80):
        await page.keyboard.press("Tab")
        if await wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"no way by keyboard to {selector}")


@pytest.mark.parametrize("width", WIDTHS)
async def test_my_work_shows_what_is_overdue_first_with_the_term_in_words(
    town: Town, chromium: Browser, address: str, width: int
) -> None:
    await registered(town, WOMAN, "HOME_CARE", date(2026, 2, 20), urgent=True)
    await led(town, EWA, client(1), client(2))
    town.day(date(2026, 2, 24))
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, EWA)
        await page.goto("/work")
        assert await wrong_with(page, "work") == []
        items = page.locator(".app-tasks__item")
        await expect(items.first).to_contain_text("4 dni po terminie")
        await expect(items.first).to_contain_text("Wywiad środowiskowy")
        await expect(items.nth(2)).to_contain_text("dziś")
        await expect(items.nth(2)).to_contain_text("pilna")
        await tab_to(page, ".app-tasks__item a")
        await page.keyboard.press("Enter")
        await expect(page.locator(".govuk-caption-l")).to_contain_text("Zasiłek okresowy")


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_head_answers_for_signals_by_keyboard_alone(
    town: Town, chromium: Browser, address: str, width: int
) -> None:
    await heard(town, directed(urgent=True))
    await heard(town, directed(), WOMAN)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, BARBARA, "/work")
        main = page.locator("main")
        await expect(page.locator(".app-tasks__item").first).to_contain_text("Alarm")
        assert await wrong_with(page, "work-signals") == []
        await tab_to(page, ".app-tasks__item a")
        await page.keyboard.press("Enter")
        await expect(main).to_contain_text("Pierwszy kontakt, 2 lutego 2026")
        assert await wrong_with(page, "ex-officio-signal") == []
        await tab_to(page, "main a[href$='/no-proceeding']")
        await page.keyboard.press("Enter")
        await expect(page.locator("h1")).to_have_text("Nie wszczynaj postępowania")
        await tab_to(page, "main form button")
        await page.keyboard.press("Enter")
        await expect(page.locator(".govuk-error-summary")).to_be_visible()
        assert await wrong_with(page, "no-proceeding-errors") == []
        await tab_to(page, "#reason")
        await page.keyboard.type("Rodzina pomaga.")
        await tab_to(page, "main form button")
        await page.keyboard.press("Enter")
        await expect(main).to_contain_text("Odnotowano, że postępowania się nie wszczyna.")
        await expect(page.locator(".app-tasks__item")).to_have_count(1)
        assert await wrong_with(page, "work-signal-answered") == []
        await page.click("text=English")
        await expect(main).to_contain_text("Signal to act ex officio: Jan Próbny")


async def test_whom_nothing_waits_for_is_told_so(chromium: Browser, address: str) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, HELENA, "/work")
        await expect(page.locator("main")).to_contain_text("Nic na Ciebie nie czeka.")
        await page.click("text=English")
        await expect(page.locator("main")).to_contain_text("Nothing waits for you.")
        assert await wrong_with(page, "work-empty") == []


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_head_sees_the_load_assigns_and_hands_over_by_keyboard_alone(
    town: Town, chromium: Browser, address: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(norms, "NORMS", (Norms(date(2018, 10, 1), environments=2),))
    await led(town, EWA, client(1), client(2), client(3))
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=True)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    await town.post(EWA, f"/api/cases/{case}/interviews", on="2026-02-02", minutes=200)
    await applied(town, WOMAN, "HOME_CARE")
    await has_social_worker(town, client(3), TOMASZ)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, BARBARA, "/team")
        main = page.locator("main")
        await expect(main).to_contain_text(
            "Uwaga: Ewa Jarzębina prowadzi 4 środowiska, norma to 2."
        )
        await expect(main).to_contain_text("Wywiad, część I")
        assert await wrong_with(page, "team") == []
        await tab_to(page, "select#worker-1")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(main).to_contain_text("Każda sprawa ma prowadzącego.")
        await expect(page.get_by_role("row", name="Zofia Kalina")).to_contain_text("1")
        await tab_to(page, "form[action='/team/hand-over'] button")
        await page.keyboard.press("Enter")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Kto przekazuje")
        assert await wrong_with(page, "team-errors") == []
        for field, key in (("former_id", "Ewa"), ("worker_id", "Tomasz"), ("reason", "urlop")):
            await tab_to(page, f"select#{field}")
            await page.keyboard.type(key)
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        banner = page.locator(".govuk-notification-banner")
        await expect(banner).to_contain_text("Przekazano: 3 sprawy")
        await expect(banner).to_contain_text("ta osoba jest pracownikiem socjalnym tej rodziny")
        assert await wrong_with(page, "team-handed-over") == []


async def test_the_director_sees_the_load_without_forms(
    town: Town, chromium: Browser, address: str
) -> None:
    await led(town, EWA, client(1))
    async with looking(chromium, address) as page:
        await sign_in(page, HELENA, "/team")
        await expect(page.locator("main")).to_contain_text("Ewa Jarzębina")
        await expect(page.locator("main form")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_auditor_reads_the_history_of_a_case(
    town: Town, chromium: Browser, address: str, width: int
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, WANDA, f"/cases/{case}")
        await tab_to(page, "main a[href$='/history']")
        await page.keyboard.press("Enter")
        main = page.locator("main")
        await expect(main).to_contain_text("Przydzielono sprawę")
        await expect(main).to_contain_text("Barbara Lipowa, kierownik zespołu ds. świadczeń")
        await expect(main).to_contain_text("Twój wgląd w tę historię został odnotowany.")
        assert await wrong_with(page, "history") == []
        await page.click("text=English")
        await expect(main).to_contain_text("Case assigned")


async def test_the_pages_stand_in_the_navigation_of_those_who_may_open_them(
    chromium: Browser, address: str
) -> None:
    shown = {}
    for worker in (BARBARA, EWA, WANDA):
        async with looking(chromium, address) as page:
            await sign_in(page, worker, "/cases")
            await expect(page.locator("h1")).to_have_text("Sprawy")
            links = page.locator(".govuk-service-navigation__link")
            shown[worker] = set(await links.all_inner_texts())
    assert {"Moja praca", "Zespół"} <= shown[BARBARA]
    assert "Moja praca" in shown[EWA]
    assert "Zespół" not in shown[EWA]
    assert not {"Moja praca", "Zespół"} & shown[WANDA]
