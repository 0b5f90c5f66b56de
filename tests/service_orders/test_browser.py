"""The pages of the service organisation in Chromium."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser import WIDTHS, all_clean, at_the_desk
from tests.service_orders.given import PERSON
from tests.service_orders.running import Office
from tests.service_orders.test_home_care import COORDINATOR, ORDER, in_service


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_orders_are_clean(chromium: Browser, office: Office, width: int) -> None:
    await in_service(office)
    async with at_the_desk(chromium, office, COORDINATOR, width) as page:
        await all_clean(
            page,
            {
                "orders-start": "/",
                "orders": "/orders",
                "orders-none": "/orders?state=queued",
                "order": f"/orders/{ORDER}",
                "orders-client": f"/clients/{PERSON}",
                "reports": "/reports",
            },
        )
        await page.goto("/orders")
        await page.click("text=Anna Przykładowa")
        await expect(page.locator("h1")).to_contain_text("Anna Przykładowa")
