"""The case page and its forms in Chromium: on a desk, on a phone, by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.test_acts_pages import drafted, opened
from tests.benefits.test_api import BARBARA, EWA, HELENA, assessed
from tests.browser import WIDTHS, all_clean, at_the_desk, settled, wrong_with


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_new_case_and_the_forms_of_its_proceeding_are_clean(
    chromium: Browser, town: Town, width: int
) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    at = f"/cases/{case}"
    pages = {
        "acts-new-case": at,
        "acts-questions": f"{at}/answers",
        "acts-question": f"{at}/answers?question=Q1",
        "acts-interview-part": f"{at}/interviews",
        "acts-interview": f"{at}/interviews?part=I",
        "acts-income": f"{at}/income",
        "acts-evidence": f"{at}/evidence-requests",
        "acts-referral": f"{at}/referrals",
        "acts-closing": f"{at}/assessment/completion",
        "acts-ex-officio": f"/persons/{MAN}/ex-officio",
    }
    async with at_the_desk(chromium, town, EWA, width) as page:
        await all_clean(page, pages)


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_draft_and_the_acts_on_it_are_clean(
    chromium: Browser, town: Town, width: int
) -> None:
    case = await drafted(town)
    (decision,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    on_it = f"/decisions/{decision['id']}"
    async with at_the_desk(chromium, town, EWA, width) as page:
        await all_clean(
            page, {"acts-decided-case": f"/cases/{case}", "acts-revision": f"{on_it}/revision"}
        )
        await page.click("button[name=preview]")
        assert await wrong_with(page, "acts-preview") == []
        assert await page.inner_text("#preview") == "Podgląd pisma"
    async with at_the_desk(chromium, town, HELENA, width) as page:
        await all_clean(page, {"acts-return": f"{on_it}/return", "acts-issue": f"{on_it}/issue"})


@pytest.mark.parametrize("width", WIDTHS)
async def test_a_refused_form_is_clean_and_leads_to_its_field(
    chromium: Browser, town: Town, width: int
) -> None:
    case = await opened(town)
    await assessed(town, case)
    async with at_the_desk(chromium, town, EWA, width) as page:
        await page.goto(f"/cases/{case}/decisions?kind=REFUSAL")
        await page.fill("#reasons", "Dochód powyżej kryterium.")
        await page.click("main .govuk-button-group button")
        assert await wrong_with(page, "acts-refused") == []
        assert await page.input_value("#reasons") == "Dochód powyżej kryterium."
        await page.click(".govuk-error-summary a")
        assert await page.evaluate("document.activeElement.id") == "ground"


async def test_an_act_is_found_and_done_with_the_keyboard_alone(
    chromium: Browser, town: Town
) -> None:
    case = await opened(town)
    async with at_the_desk(chromium, town, BARBARA, WIDTHS[0]) as page:
        await page.goto(f"/cases/{case}")
        await settled(page)
        await page.focus(f"a[href='/cases/{case}/worker']")
        await page.keyboard.press("Enter")
        await page.wait_for_url(f"**/cases/{case}/worker")
        await settled(page)
        await page.focus("#worker_id")
        await page.keyboard.type("Ewa")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**done=assign_case")
        assert "Przydzielono sprawę." in await page.inner_text(".govuk-notification-banner")
    assert (await town.get(EWA, f"/api/cases/{case}"))["worker"] == EWA
