"""The pages of a partner's node in Chromium: a visit is recorded with the form of its contract."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser import WIDTHS, all_clean, at_the_desk
from tests.partner.test_announcing import (
    CARER,
    DISPATCHER,
    OFFICER,
    ORDER,
    PERSON,
    REQUESTED,
    started,
)
from tests.partner.test_announcing import ordered as order_comes
from tests.service_orders.running import Office


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_a_contractor_are_clean(
    chromium: Browser, ngo: Office, width: int
) -> None:
    await order_comes(ngo)
    about = f"person_id={PERSON}&order_id={ORDER}"
    async with at_the_desk(chromium, ngo, DISPATCHER, width) as page:
        await all_clean(
            page,
            {
                "ngo-start": "/",
                "ngo-persons": "/persons",
                "ngo-orders": "/orders",
                "ngo-order": f"/orders/{ORDER}",
                "ngo-requests": "/requests",
                "ngo-accept": f"/announce/OrderAccepted?{about}",
                "ngo-schedule": f"/announce/ScheduleSet?{about}",
                "ngo-absence": f"/announce/AbsenceReported?{about}",
                "ngo-report": f"/announce/MonthlyReportSubmitted?{about}",
            },
        )


async def test_a_carer_records_a_visit(chromium: Browser, ngo: Office) -> None:
    await started(ngo)
    async with at_the_desk(chromium, ngo, CARER, WIDTHS[1]) as page:
        await page.goto(f"/orders/{ORDER}")
        await page.click("text=Zapisz wizytę")
        await page.click("text=Wyślij")
        await expect(page.locator(".govuk-error-summary")).to_be_visible()
        for part, value in (("day", "6"), ("month", "3"), ("year", "2026")):
            await page.fill(f"#on-{part}", value)
        await page.fill("#minutes", "120")
        await page.check("text=higiena")
        await page.click("text=Wyślij")
        await expect(page.locator("h1")).to_have_text("Oś czasu")
    assert (await ngo.told_to("service-orders"))[-1] == "VisitCompleted full"


@pytest.mark.parametrize("width", WIDTHS)
async def test_the_pages_of_the_labour_office_are_clean(
    chromium: Browser, pup: Office, width: int
) -> None:
    await pup.hears(REQUESTED, PERSON)
    async with at_the_desk(chromium, pup, OFFICER, width) as page:
        await all_clean(
            page,
            {
                "pup-start": "/",
                "pup-requests": "/requests",
                "pup-status": f"/announce/LabourStatusReported?person_id={PERSON}",
            },
        )
