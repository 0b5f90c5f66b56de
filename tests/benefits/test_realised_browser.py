"""What comes after the decision in Chromium: clean at a desk and on a phone, done by hand."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.async_api import Browser, expect

from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.realised import EWA, HELENA, MAREK, ZOFIA, clock_at
from tests.benefits.test_acts_pages import send
from tests.benefits.test_api import assessed, registered
from tests.benefits.test_realised_pages import changed, signed
from tests.benefits.test_support import in_the_home
from tests.browser import WIDTHS, all_clean, at_the_desk, wrong_with
from tests.forms import on


async def owed(town: Town) -> tuple[str, str, str]:
    """K6 with its repayment: case, benefit, repayment."""
    case, benefit = await changed(town)
    await town.post(EWA, f"/api/entitlements/{benefit}/undue-decisions")
    await signed(town, case)
    (found,) = await town.listed(MAREK, "/api/repayments", case_id=case)
    return case, benefit, str(found["repayment_id"])


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_money_that_comes_back_are_clean(
    chromium: Browser, town: Town, width: int
) -> None:
    case, benefit, repayment = await owed(town)
    two = {"instalments": "2", **on("first_due", date(2026, 9, 30))}
    await send(town, MAREK, f"/repayments/{repayment}/plan", two)
    pages = {
        "realised-case": f"/cases/{case}/realisation",
        "realised-known": f"/entitlements/{benefit}/known",
        "realised-expected": "/expected",
        "realised-plan": f"/repayments/{repayment}/plan",
        "realised-receipts": f"/repayments/{repayment}/receipts",
        "realised-contributions": f"/entitlements/{benefit}/contributions",
        "realised-payment": f"/entitlements/{benefit}/payments",
    }
    async with at_the_desk(chromium, town, MAREK, width) as page:
        await all_clean(page, pages)
        await page.goto(f"/repayments/{repayment}/receipts")
        await page.check("input[value='TRANSFER']")
        await page.click("main form button.govuk-button")
        await expect(page.locator("main")).to_contain_text("Zapisano wpłatę.")


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_a_home_and_of_the_family_are_clean(
    chromium: Browser, town: Town, width: int
) -> None:
    case, daughter = await in_the_home(town)
    await clock_at(town, date(2026, 7, 1))
    town.day(date(2026, 7, 6))
    pages = {
        "realised-home": f"/cases/{case}/realisation",
        "realised-shares": f"/cases/{case}/fees/shares",
        "realised-stay-end": f"/cases/{case}/fees/stay/end",
        "realised-obliged": f"/cases/{case}/obliged-persons",
        "realised-agreement": f"/obliged-persons/{daughter}/agreements",
        "realised-claim": f"/obliged-persons/{daughter}/claims",
        "realised-home-expected": "/expected",
    }
    async with at_the_desk(chromium, town, ZOFIA, width) as page:
        await all_clean(page, pages)
        await page.goto(f"/cases/{case}/fees/shares")
        await page.click("main form button.govuk-button")
        assert await wrong_with(page, "realised-shares-wrong") == []
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Popraw dane")


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_a_term_and_of_the_practice_are_clean(
    chromium: Browser, town: Town, width: int
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    why = {"reason": "EVIDENCE_AWAITED", "due": "2026-03-16"}
    await town.post(EWA, f"/api/cases/{case}/term/extension", **why)
    pages = {
        "realised-term": f"/cases/{case}/realisation",
        "realised-halt": f"/cases/{case}/term/halt",
        "realised-extension": f"/cases/{case}/term/extension",
        "realised-urging": f"/cases/{case}/urging",
    }
    async with at_the_desk(chromium, town, EWA, width) as page:
        await all_clean(page, pages)
    chosen = {
        "practice": "/practice",
        "practice-mark": "/practice/decision-mark",
        "practice-signers": "/practice/signers",
        "practice-assessor": "/practice/cooperation-assessor",
    }
    async with at_the_desk(chromium, town, HELENA, width) as page:
        await all_clean(page, chosen)


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_forms_of_a_review_and_of_monitoring_are_clean(
    chromium: Browser, town: Town, width: int
) -> None:
    case, benefit = await changed(town)
    at = f"/entitlements/{benefit}"
    pages = {
        "realised-review": f"{at}/review",
        "realised-check": f"{at}/utilisation-checks",
        "realised-change": f"{at}/changes",
        "realised-undue": f"{at}/undue-decisions",
        "realised-of-case": f"/cases/{case}",
    }
    async with at_the_desk(chromium, town, EWA, width) as page:
        await all_clean(page, pages)
