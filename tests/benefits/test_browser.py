"""The case list and a case in Chromium."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.async_api import Browser

from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.test_api import EWA, assessed, granted, registered
from tests.browser import WIDTHS, all_clean, at_the_desk


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_a_case_are_clean(chromium: Browser, town: Town, width: int) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    pages = {
        "benefits-start": "/",
        "benefits-cases": "/cases",
        "benefits-case": f"/cases/{case}",
        "benefits-client": f"/clients/{MAN}",
    }
    async with at_the_desk(chromium, town, EWA, width) as page:
        await all_clean(page, pages)
