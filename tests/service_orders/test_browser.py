"""The pages of the service organisation in Chromium."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser import WIDTHS, all_clean, at_the_desk, wrong_with
from tests.service_orders.given import DECISION, PERSON
from tests.service_orders.running import Office
from tests.service_orders.test_every_form import ANEW, FORM, REGISTRATION
from tests.service_orders.test_home_care import COORDINATOR, ORDER, grant, in_service


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
                "order-end": f"/orders/{ORDER}/end",
                "orders-client": f"/clients/{PERSON}",
                "reports": "/reports",
            },
        )
        await page.goto("/orders")
        await page.click("text=Anna Przykładowa")
        await expect(page.locator("h1")).to_contain_text("Anna Przykładowa")


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_forms_of_contractors_and_orders_are_clean(
    chromium: Browser, office: Office, width: int
) -> None:
    office.at(2026, 3, 5, 12)
    form = FORM.format(decision_id=DECISION)
    async with at_the_desk(chromium, office, COORDINATOR, width) as page:
        await all_clean(
            page,
            {
                "contractors-none": "/contractors",
                "decisions-none": "/decisions",
                "contractor-new": ANEW,
            },
        )
        await page.get_by_role("button", name="Zarejestruj wykonawcę").click()
        assert await wrong_with(page, "contractor-refused") == []
        async with office.worker(COORDINATOR) as http:
            await REGISTRATION.send(http, {})
        await grant(office)
        listed = {"contractors": "/contractors", "decisions": "/decisions", "order-new": form}
        await all_clean(page, listed)
        await page.get_by_role("button", name="Złóż zlecenie").click()
        assert await wrong_with(page, "order-refused") == []
        await expect(page.locator(".govuk-error-summary")).to_be_focused()


async def test_an_order_is_prepared_by_keyboard_alone(chromium: Browser, office: Office) -> None:
    """Enter in a field sends the form; it adds no row."""
    async with office.worker(COORDINATOR) as http:
        await REGISTRATION.send(http, {})
    office.at(2026, 3, 5, 12)
    await grant(office)
    async with at_the_desk(chromium, office, COORDINATOR, WIDTHS[0]) as page:
        await page.goto("/decisions")
        await page.get_by_role("link", name="Przygotuj zlecenie").focus()
        await page.keyboard.press("Enter")
        contractor = page.get_by_label("Wykonawca")
        await contractor.focus()
        await page.keyboard.type("Stowarzyszenie")
        for key in ("Tab", "Space", "Tab", "Space"):
            await page.keyboard.press(key)
        await expect(page.get_by_label("prace domowe")).to_be_checked()
        await page.get_by_label("Imiona klienta").focus()
        await page.keyboard.type("Anna")
        await page.keyboard.press("Enter")
        await expect(page.locator(".govuk-error-summary")).to_be_focused()
        await expect(page.get_by_label("Imiona klienta")).to_have_value("Anna")
        await expect(page.get_by_label("prace domowe")).to_be_checked()
        assert await page.get_by_role("group", name="Do kogo dzwonić: 2").count() == 0
