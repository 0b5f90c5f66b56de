"""The indicators in Chromium."""

import pytest
from playwright.async_api import Browser

from tests.browser import WIDTHS, all_clean, at_the_desk
from tests.reporting.test_families import WRZOSOWI, decided
from tests.reporting.test_indicators import ANALYST, PLACED, counted, day
from tests.service_orders.running import Office


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_indicators_are_clean(chromium: Browser, office: Office, width: int) -> None:
    await counted(office, PLACED, day(3, 5))
    await decided(office, WRZOSOWI, "PERMANENT", "5", "8")
    async with at_the_desk(chromium, office, ANALYST, width) as page:
        pages = {"indicators-start": "/", "indicators": "/indicators", "families": "/families"}
        await all_clean(page, pages)
