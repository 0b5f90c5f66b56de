"""Social contracts: concluded, ended, and benefits asked for out of them (ups art. 39a, 108)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from osnowa_contracts import codes
from playwright.async_api import Browser, expect

from services.socialwork.contracts import SocialContract
from services.socialwork.file import File
from services.socialwork.refusals import (
    AmountMissing,
    ContractIsOver,
    ContractUnknown,
    DayOutOfOrder,
    PeriodReversed,
    ProvisionNotInContract,
    ProvisionsMissing,
)
from services.socialwork.values import (
    ContractBenefit,
    ContractEnd,
    ContractProvision,
    ContractVariant,
    Source,
)
from tests.browser import looking, serving, sign_in, wrong_with
from tests.socialwork.conftest import JOANNA, PAWEL, signed_in
from tests.socialwork.test_commands import opened, refused, said

DAY = date(2026, 3, 2)
TRAINING, WORK = ContractProvision.TRAINING, ContractProvision.TAKE_UP_WORK


def led() -> File:
    file = File(UUID(int=7), Source.TRIAGE, date(2026, 2, 4))
    file.assign(JOANNA, load=1)
    return file


def concluded(file: File, until: date | None = None) -> SocialContract:
    return file.conclude_contract(
        ContractVariant.B, (TRAINING, WORK, TRAINING), on=DAY, until=until, today=DAY
    )


def asks(file: File, contract_id: UUID, *provisions: ContractProvision, on: date = DAY) -> Decimal:
    request = file.request_contract_benefit(
        contract_id, ContractBenefit.CONTRACT_TARGETED, Decimal("350.00"), provisions, on=on
    )
    return request.amount


def test_a_contract_names_each_provision_once_and_holds_from_its_day() -> None:
    contract = concluded(led())
    assert contract.provisions == (TRAINING, WORK)
    assert contract.holds_on(DAY)


def test_a_contract_without_provisions_or_with_days_reversed_is_refused() -> None:
    file = led()
    with pytest.raises(ProvisionsMissing):
        file.conclude_contract(ContractVariant.A, (), on=DAY, until=None, today=DAY)
    with pytest.raises(PeriodReversed):
        concluded(file, until=DAY - timedelta(days=1))
    with pytest.raises(DayOutOfOrder):
        file.conclude_contract(
            ContractVariant.A, (WORK,), on=DAY + timedelta(days=1), until=None, today=DAY
        )


def test_a_benefit_is_asked_for_out_of_a_contract_that_holds_and_its_provisions_only() -> None:
    file = led()
    contract = concluded(file, until=date(2026, 8, 31))
    assert asks(file, contract.contract_id, TRAINING) == 350
    with pytest.raises(ContractUnknown):
        asks(file, uuid4(), TRAINING)
    with pytest.raises(ProvisionNotInContract):
        asks(file, contract.contract_id, ContractProvision.DEBT_PLAN)
    with pytest.raises(ProvisionsMissing):
        asks(file, contract.contract_id)
    with pytest.raises(AmountMissing):
        file.request_contract_benefit(
            contract.contract_id, ContractBenefit.TARGETED, Decimal(0), (WORK,), on=DAY
        )
    with pytest.raises(ContractIsOver):
        asks(file, contract.contract_id, TRAINING, on=date(2026, 9, 1))


def test_a_contract_ends_once_and_nothing_is_asked_out_of_it_afterwards() -> None:
    file = led()
    contract = concluded(file)
    file.end_contract(contract.contract_id, ContractEnd.BROKEN, on=DAY, today=DAY)
    with pytest.raises(ContractIsOver):
        file.end_contract(contract.contract_id, ContractEnd.FULFILLED, on=DAY, today=DAY)
    with pytest.raises(ContractIsOver):
        asks(file, contract.contract_id, TRAINING)


def test_two_requests_are_two() -> None:
    file = led()
    contract = concluded(file)
    asks(file, contract.contract_id, TRAINING)
    asks(file, contract.contract_id, WORK)
    assert len({request.request_id for request in file.requests}) == 2


def test_what_may_be_asked_for_is_a_benefit_of_the_public_facts() -> None:
    known = {benefit.value for benefit in codes.Benefit}
    assert {benefit.value for benefit in ContractBenefit} <= known


async def test_the_leading_social_worker_asks_and_nobody_else(app: FastAPI) -> None:
    id_ = await opened(app)
    at = f"/api/files/{id_}/contracts"
    contract = {"variant": "B", "provisions": ["TRAINING"], "until": "2026-08-31"}
    async with signed_in(app, PAWEL) as pawel:
        assert await refused(pawel, at, contract) == "LedByAnother"
    async with signed_in(app, JOANNA) as joanna:
        contract_id = (await said(joanna, at, contract))["contract_id"]
        wanted = {"contract_id": contract_id, "amount": "350.00", "provisions": ["TRAINING"]}
        joanna.headers["Idempotency-Key"] = "one request"
        first = await said(joanna, f"{at}/benefit-requests", wanted)
        assert await said(joanna, f"{at}/benefit-requests", wanted) == first
        found = (await joanna.get(at)).json()
    assert [one["request_id"] for one in found["requests"]] == [first["request_id"]]
    assert found["requests"][0]["benefit"] == "CONTRACT_TARGETED"
    assert [one["provisions"] for one in found["contracts"]] == [["TRAINING"]]


async def test_contract_and_request_are_forms_of_the_file_page(
    app: FastAPI, chromium: Browser
) -> None:
    id_ = await opened(app)
    async with serving(app) as address, looking(chromium, address) as page:
        await sign_in(page, JOANNA, f"/files/{id_}")
        request = page.locator("summary", has_text="art. 39a")
        await expect(request).to_have_count(0)
        await page.click("summary:has-text('Zapisz kontrakt socjalny')")
        form = page.locator("details[open]")
        await form.locator("button").click()
        await expect(page.locator(".govuk-error-summary")).to_contain_text("Część kontraktu")
        assert await wrong_with(page, "file-contract-errors") == []
        await form.locator("input[name=variant][value=B]").check()
        await form.locator("input[name=provisions][value=TRAINING]").check()
        await form.locator("button").click()
        await expect(page.locator("main")).to_contain_text("B: osoba bezrobotna")
        await request.click()
        await form.locator("select[name=contract_id]").select_option(index=1)
        await form.locator("select[name=benefit]").select_option("CONTRACT_TARGETED")
        await form.locator("input[name=amount]").fill("350,00")
        await form.locator("input[name=provisions][value=TRAINING]").check()
        await form.locator("button").click()
        await expect(page.locator("main")).to_contain_text("350,00")
        assert await wrong_with(page, "file-contract") == []
