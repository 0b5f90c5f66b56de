"""The terms that the centre sets itself: proposed by one, published by another, then in force."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from services.benefits.calculation import law_on
from services.benefits.deadlines import payment_due
from services.benefits.payments import next_payment_day
from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.realised import (
    EWA,
    MAREK,
    applied,
    clock_at,
    earned,
    granted,
    interviewed,
    plan,
)
from tests.benefits.test_api import HELENA, registered
from tests.benefits.test_parameters_api import AT, STEFAN
from tests.benefits.test_terms import said

PERSON = UUID(int=4200)


async def in_force(town: Town, **terms: int) -> None:
    """Set from 1 January on, by two persons."""
    new = {"kind": "TERMS", "valid_from": "2026-01-01", "source": "zarządzenie nr 1", **terms}
    proposal = (await town.post(STEFAN, f"{AT}/proposals", **new))["data"]["proposal_id"]
    assert await town.refused(STEFAN, f"{AT}/proposals/{proposal}/publication") == (
        "PublishedByProposer"
    )
    await town.post(HELENA, f"{AT}/proposals/{proposal}/publication")


def test_at_first_the_centre_has_the_terms_of_the_model() -> None:
    terms = law_on(date(2026, 2, 2)).terms
    assert (terms.contact_days, terms.follow_up_days) == (7, 30)
    assert (terms.approaching_working_days, terms.payment_day) == (3, 25)


def test_a_payment_day_holds_for_every_month() -> None:
    assert payment_due("2026-02", 10) == date(2026, 2, 10)
    assert next_payment_day(date(2026, 2, 10), 10) == date(2026, 2, 10)
    assert next_payment_day(date(2026, 2, 11), 10) == date(2026, 3, 10)


async def test_benefits_that_begin_then_are_paid_on_the_centre_s_day(town: Town) -> None:
    _, before = await granted(town, PERSON, "100.00")
    await in_force(town, payment_day=10)
    town.day(date(2026, 2, 3))
    _, after = await granted(town, UUID(int=4201), "100.00", name="Nowa")
    assert [one["due_on"] for one in await plan(town, before)] == ["2026-02-25", "2026-03-25"]
    assert [one["due_on"] for one in await plan(town, after)] == ["2026-02-10", "2026-03-10"]
    town.day(date(2026, 2, 10))
    at = f"/api/entitlements/{after}/payments"
    paid = (await town.post(MAREK, at, month="2026-02"))["data"]["payment_id"]
    await town.post(MAREK, f"{at}/{paid}/return", reason="WRONG_ACCOUNT")
    again = await town.post(MAREK, f"{at}/{paid}/reissue")
    assert again["data"]["due_on"] == "2026-02-10"


async def test_the_clock_warns_as_early_as_the_centre_wants(town: Town) -> None:
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await in_force(town, approaching_working_days=1)
    await clock_at(town, date(2026, 2, 18))
    assert await said(town) == [], "two working days are left"
    await clock_at(town, date(2026, 2, 19))
    assert await said(town) == [("near", "INTERVIEW", "2026-02-20")]


async def test_a_referral_and_an_urgent_grant_get_the_centre_s_days(town: Town) -> None:
    await in_force(town, contact_days=10, follow_up_days=14)
    case = await applied(town, PERSON, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    referred = await town.post(EWA, f"/api/cases/{case}/referrals")
    assert referred["data"]["contact_by"] == "2026-02-12"
    draft = {
        "kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-02-28", "amount": "50.00",
        "need": "Zakup opału",
    }  # fmt: skip
    await town.post(EWA, f"/api/cases/{case}/decisions", **draft)
    assert (await town.get(EWA, f"/api/cases/{case}"))["follow_up_by"] == "2026-02-16"


@pytest.mark.parametrize(
    "wrong", [{"payment_day": 29}, {"payment_day": 0}, {"contact_days": 0}, {"follow_up_days": 91}]
)
async def test_terms_that_nobody_could_keep_are_refused(town: Town, wrong: dict[str, int]) -> None:
    new = {"kind": "TERMS", "valid_from": "2026-01-01", "source": "zarządzenie nr 1", **wrong}
    assert await town.refused(STEFAN, f"{AT}/proposals", **new) == "invalid"
