"""The calculator and the book of parameters in Chromium: nothing typed lost, nothing for axe."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from services.benefits.calculation_words import CALCULATION_PL, ENGLISH
from services.benefits.commands.what_if import KINDS
from services.benefits.pages.sets_shown import FORMS
from tests.benefits.conftest import Town
from tests.benefits.test_api import EWA, HELENA
from tests.benefits.test_parameters_api import STEFAN
from tests.browser import WIDTHS, looking, serving, sign_in, wrong_with


@pytest.fixture
async def address(town: Town) -> AsyncIterator[str]:
    async with serving(town.app) as address:
        yield address


async def send(page: Page) -> None:
    """The button of the form itself, not one that adds a row."""
    await page.click("main form button.govuk-button:not([name])")


async def dated(page: Page) -> None:
    """From the first of February, and where it stands."""
    for part, number in (("day", "1"), ("month", "2"), ("year", "2026")):
        await page.fill(f"#valid_from-{part}", number)
    await page.fill("#source", "Dz.U. 2026 poz. 1")


@pytest.mark.parametrize("width", WIDTHS)
async def test_from_the_choice_to_the_explained_result(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, EWA, "/calculator")
        assert await wrong_with(page, "calculator") == []
        await page.click("text=Zasiłek okresowy")
        assert await wrong_with(page, "calculator-periodic") == []
        await send(page)
        assert await wrong_with(page, "calculator-periodic-errors") == []
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Dochód rodziny")
        await page.click(".govuk-error-summary a")
        assert await page.evaluate("document.activeElement.id") == "income"
        await page.fill("#income", "1 800,00")
        await page.fill("#household_size", "4")
        await page.press("#household_size", "Enter")
        await expect(page.locator("main")).to_contain_text("od 746,00")
        await expect(page.locator(".app-steps")).to_contain_text("4 × 823,00 = 3 292,00")
        assert await page.input_value("#income") == "1 800,00"
        await page.click("text=Tekst do uzasadnienia decyzji")
        await expect(page.locator(".app-pre")).to_contain_text("ustawy o pomocy społecznej")
        assert await wrong_with(page, "calculator-periodic-result") == []


@pytest.mark.parametrize("width", WIDTHS)
async def test_who_pays_for_a_home_with_as_many_relatives_as_there_are(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, EWA, "/calculator/care-home-fees")
        await page.fill("#cost", "7200")
        await page.fill("#resident_income", "2400")
        await page.fill("[name='relatives.0.reference']", "córka")
        await page.select_option("[name='relatives.0.relation']", "DESCENDANT")
        await page.fill("[name='relatives.0.income']", "5000")
        await page.click("button[name=one_more]")
        assert await page.input_value("[name='relatives.0.reference']") == "córka"
        await page.fill("[name='relatives.1.reference']", "syn")
        await send(page)
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Pokrewieństwo, 2")
        assert await wrong_with(page, "calculator-home-errors") == []
        await page.select_option("[name='relatives.1.relation']", "DESCENDANT")
        await page.fill("[name='relatives.1.income']", "12 000")
        await page.fill("[name='relatives.1.household_size']", "4")
        await send(page)
        shown = page.locator("main .govuk-summary-list")
        for text in ("1 680,00", "1 970,00", "2 124,00", "1 426,00"):
            await expect(shown).to_contain_text(text)
        assert await wrong_with(page, "calculator-home-result") == []


async def test_a_change_of_income_names_its_month_in_words(town: Town) -> None:
    change = {
        "income_before": "1815,84", "income_now": "2115,84", "household_size": "3",
        "changed_in": "2026-07",
    }  # fmt: skip
    answer = await (await town.client(EWA)).post("/calculator/income-change", data=change)
    assert '<dd class="govuk-summary-list__value">sierpień 2026</dd>' in answer.text


@pytest.mark.parametrize("width", WIDTHS)
async def test_what_is_not_due_says_why_step_by_step(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, EWA, "/calculator/periodic")
        await page.fill("#income", "1010")
        await send(page)
        await expect(page.locator("h2").first).to_have_text("Świadczenie nie przysługuje")
        await expect(page.locator(".app-steps li")).to_have_count(2)
        assert await page.input_value("#income") == "1010"
        assert await wrong_with(page, "calculator-not-due") == []


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_every_form_can_be_read_filled_wrongly_and_read_in_english(
    chromium: Browser, address: str, kind: str
) -> None:
    async with looking(chromium, address, width=390) as page:
        await sign_in(page, EWA, f"/calculator/{kind}")
        await expect(page.locator("h1")).to_have_text(CALCULATION_PL[kind])
        assert await wrong_with(page, f"calculator-form-{kind}") == []
        await send(page)
        assert await wrong_with(page) == []
        await page.goto(f"/calculator/{kind}")
        await page.click("text=English")
        title = ENGLISH.get(CALCULATION_PL[kind])
        if title is not None:
            await expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("width", WIDTHS)
async def test_one_person_proposes_and_another_publishes(
    chromium: Browser, address: str, width: int
) -> None:
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, STEFAN, "/parameters")
        await expect(page.locator("main")).to_contain_text("1 010,00")
        assert await wrong_with(page, "parameters") == []
        await page.click("main a:has-text('Kwoty i kryteria ustawowe')")
        assert await page.input_value("#single_criterion") == "1010"
        await page.fill("#single_criterion", "tysiąc")
        await send(page)
        assert await page.input_value("#single_criterion") == "tysiąc"
        assert await wrong_with(page, "parameters-proposal-errors") == []
        await page.fill("#single_criterion", "1 200")
        await dated(page)
        await send(page)
        await expect(page.locator("main")).to_contain_text("czeka na publikację")
        await expect(page.locator("main")).to_contain_text("było 1 010,00 zł, będzie 1 200,00 zł")
        assert await wrong_with(page, "parameters-proposed") == []
        await expect(page.locator("main")).to_contain_text("Opublikuje inna osoba niż Ty.")
        assert await page.locator("form[action$=publication]").count() == 0
        await page.click("text=Wycofaj")
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Powód")
        assert await wrong_with(page, "parameters-refused") == []
    async with looking(chromium, address, width=width) as page:
        await sign_in(page, HELENA, "/parameters")
        await page.click("button:has-text('Opublikuj')")
        await expect(page.locator("main")).to_contain_text("opublikowana")
        await expect(page.locator("main")).to_contain_text("1 200,00")
        await page.fill("#on-day", "31")
        await page.fill("#on-month", "1")
        await page.fill("#on-year", "2026")
        await page.click("main form[method=get] button")
        await expect(page.locator("main")).to_contain_text("Stan na dzień 31 stycznia 2026")
        assert await wrong_with(page, "parameters-published") == []


MISSING = {"SPECIALIST_CARE": "Uzupełnij pole „Koszt godziny”."}
"""What no city has before it sets it: the centre's own price."""


@pytest.mark.parametrize("kind", sorted(FORMS))
async def test_every_set_has_a_form_that_begins_with_what_is_in_force(
    chromium: Browser, address: str, kind: str
) -> None:
    async with looking(chromium, address, width=390) as page:
        await sign_in(page, STEFAN, f"/parameters/{kind}/proposal")
        assert await wrong_with(page, f"parameters-form-{kind}") == []
        await send(page)
        if kind != "CITY":
            await dated(page)
            await send(page)
            said = MISSING.get(kind, "już obowiązuje")
            await expect(page.locator(".govuk-error-summary")).to_contain_text(said)
        assert await wrong_with(page, f"parameters-form-{kind}-sent") == []


async def test_the_page_refuses_what_the_proposer_sends_past_its_buttons(town: Town) -> None:
    client = await town.client(STEFAN)
    sent = {
        "kind": "MEAL", "valid_from-day": "1", "valid_from-month": "2", "valid_from-year": "2026",
        "source": "uchwała", "criterion_percent": "250", "valid_to": "2030-12-31",
    }  # fmt: skip
    made = await client.post("/parameters/MEAL/proposal", data=sent)
    assert made.status_code == 303, made.text
    (proposal,) = await town.listed(STEFAN, "/api/parameters/proposals")
    answer = await client.post(f"/parameters/proposals/{proposal['proposal_id']}/publication")
    assert answer.status_code == 422
    assert "musi inna, upoważniona osoba" in answer.text


async def test_who_publishes_sees_what_a_proposal_leaves_out(town: Town) -> None:
    sent = {
        "kind": "EXCLUSIONS", "valid_from": "2026-03-01", "source": "Dz.U. 2026 poz. 1",
        "exclusions": [{
            "receipt": "SCHOOL_AID", "basis": "ups art. 8 ust. 4", "pl": "pomoc materialna",
            "en": "school aid", "purposes": ["CASH"],
        }],
    }  # fmt: skip
    await town.post(STEFAN, "/api/parameters/proposals", **sent)
    shown = await (await town.client(HELENA)).get("/parameters?on-day=1&on-month=1&on-year=2020")
    text = " ".join(shown.text.split())
    assert "opłata krewnego za DPS, będzie nie ustawiono" in text
    assert "będzie świadczenie pieniężne" in text


async def test_who_may_not_propose_is_offered_nothing(chromium: Browser, address: str) -> None:
    async with looking(chromium, address) as page:
        await sign_in(page, EWA, "/parameters")
        assert await page.locator("text=Zaproponuj zmianę").count() == 0
        await page.click("text=English")
        await expect(page.locator("h1")).to_have_text("Legal parameters")
        assert await wrong_with(page, "parameters-english") == []
