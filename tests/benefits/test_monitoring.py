"""Watching a benefit: certificates expected, its use, changes, the end of its period."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import benefits as facts
from osnowa_contracts import socialwork

from services.benefits.payments import NOTHING
from services.benefits.realisation.monitoring import Monitoring, running_months
from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.realised import EWA, HELENA, MAREK, clock_at, decided, granted, plan, told
from tests.benefits.test_api import assessed, certify, certify_six, registered
from tests.benefits.test_api import granted as periodic_granted
from tests.benefits.test_plan import CHANGE, changed, day, started
from tests.benefits.test_undue import permanent


async def periodic(town: Town) -> tuple[str, str]:
    """K1 on 16 February: terms of 10.02, 200 a month until May."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    return case, await periodic_granted(town, case)


async def certificates(town: Town, benefit: str) -> list[tuple[str, str]]:
    found = await town.get(EWA, f"/api/entitlements/{benefit}/monitoring")
    return [(one["month"], one["standing"]) for one in found["certificates"]]


async def test_each_running_month_expects_one_certificate_and_its_lack_is_said_once(
    town: Town,
) -> None:
    _, benefit = await periodic(town)
    assert await certificates(town, benefit) == [("2026-02", "expected")]
    await certify_six(town, "2026-02", True, date(2026, 2, 27))
    await clock_at(town, date(2026, 3, 2))
    assert await certificates(town, benefit) == [("2026-02", "received"), ("2026-03", "expected")]
    await clock_at(town, date(2026, 3, 30))
    assert await clock_at(town, date(2026, 3, 31)) == 0, "the last working day is in time"
    await clock_at(town, date(2026, 4, 1))
    assert await certificates(town, benefit) == [
        ("2026-02", "received"), ("2026-03", "overdue"), ("2026-04", "expected"),
    ]  # fmt: skip
    assert await clock_at(town, date(2026, 4, 2)) == 0
    town.day(date(2026, 4, 2))
    (late,) = [t for t in await town.listed(EWA, "/api/tasks") if "zaświadczenia" in t["title"]]
    assert late["title"] == "Brak zaświadczenia nr 6 za marzec 2026: Jan Próbny"
    seen = await town.get(EWA, "/api/expected")
    assert [one["standing"] for one in seen["certificates"]] == ["overdue", "expected"]
    await certify_six(town, "2026-03", True, date(2026, 4, 3))
    assert ("2026-03", "received") in await certificates(town, benefit)


async def test_an_overdue_certificate_cuts_nothing_and_a_negative_one_opens_a_review(
    town: Town,
) -> None:
    _, benefit = await periodic(town)
    await clock_at(town, date(2026, 3, 2))
    assert ("2026-02", "overdue") in await certificates(town, benefit)
    assert {p["state"] for p in await plan(town, benefit)} == {"planned"}
    await certify_six(town, "2026-03", False, date(2026, 3, 31))
    assert {p["state"] for p in await plan(town, benefit)} == {"planned"}
    assert len(await told(town, facts.EntitlementReviewOpened.type())) == 1


async def test_terms_set_after_the_grant_are_watched_from_their_month_on(town: Town) -> None:
    _, benefit = await granted(town, MAN, "200.00")
    await clock_at(town, date(2026, 3, 3))
    terms = socialwork.CooperationTermsSet(
        terms_id=uuid4(), on=date(2026, 3, 2), certificate_id=uuid4()
    )
    await certify(town, terms)
    seen = await town.get(EWA, f"/api/entitlements/{benefit}/monitoring")
    assert (seen["terms_on"], seen["certificates"]) == ("2026-03-02", []), "given once, no months"


def test_a_suspended_benefit_expects_no_certificates() -> None:
    entitlement = started()
    assert running_months(entitlement, day(4, 2)) == ["2026-02", "2026-03", "2026-04"]
    entitlement.suspend(CHANGE, day(4), on=day(4, 2))
    assert running_months(entitlement, day(5, 2)) == ["2026-02", "2026-03"]


def test_a_month_without_money_expects_none() -> None:
    entitlement = changed(started(), NOTHING, day(3), on=day(2, 10))
    assert running_months(entitlement, day(4, 2)) == ["2026-02"]


def test_a_certificate_that_came_is_not_expected_again() -> None:
    monitoring = Monitoring.of(started(), on=day(2, 2))
    monitoring.note_terms(day(2, 2))
    certificate = UUID(int=77)
    for _ in range(2):
        monitoring.note_certificate("2026-02", certificate, cooperates=True)
        monitoring.watch(["2026-02"], on=day(4))
    names = [type(one).__name__ for one in monitoring.collect_events()]
    assert names == ["Begun", "TermsNoted", "CertificateReceived"]


# --- its use and changes ----------------------------------------------------------


async def state(town: Town, case: str) -> str:
    return str((await town.get(EWA, f"/api/cases/{case}"))["entitlements"][0]["state"])


async def test_a_check_answers_question_eight_and_waste_opens_a_review(town: Town) -> None:
    case, benefit = await granted(town, MAN, "200.00")
    path = f"/api/entitlements/{benefit}/utilisation-checks"
    good = {"method": "RECEIPTS", "result": "AS_INTENDED", "text": "Rachunki za opał."}
    for stranger in (MAREK, HELENA):
        assert await town.refused(stranger, path, **good) == "RoleMissing"
    await town.post(EWA, path, **good)
    view = await town.get(EWA, f"/api/cases/{case}")
    assert (view["answers"]["Q8"]["value"], view["entitlements"][0]["state"]) == ("NO", "active")
    town.day(date(2026, 2, 20))
    bad = {"method": "VISIT", "result": "WASTED"}
    assert await town.refused(EWA, path, **bad, on="2026-02-21") == "InTheFuture"
    await town.post(EWA, path, **bad)
    view = await town.get(EWA, f"/api/cases/{case}")
    assert (view["answers"]["Q8"]["value"], view["entitlements"][0]["state"]) == (
        "YES", "in-review",
    )  # fmt: skip
    assert view["entitlements"][0]["review"]["trigger"] == "WASTE"
    assert {p["state"] for p in view["entitlements"][0]["payments"]} == {"planned"}
    said = [json.loads(one) for one in await told(town, facts.UtilisationChecked.type())]
    assert [one["result"] for one in said] == ["AS_INTENDED", "WASTED"]
    assert all("Rachunki" not in json.dumps(one) for one in said)


async def test_a_change_is_reported_from_any_source_and_opens_one_review(town: Town) -> None:
    case, benefit = await granted(town, MAN, "200.00")
    path = f"/api/entitlements/{benefit}/changes"
    heard = {"kind": "WORK", "source": "OTHER_INSTITUTION", "since": "2026-02-02"}
    assert await town.refused(HELENA, path, **heard) == "RoleMissing"
    late = {**heard, "since": "2026-03-02"}
    assert await town.refused(EWA, path, **late) == "InTheFuture"
    await town.post(MAREK, path, **heard)
    await town.post(EWA, path, **{**heard, "kind": "HEALTH", "source": "CLIENT"})
    assert await state(town, case) == "in-review"
    seen = await town.get(EWA, f"/api/entitlements/{benefit}/monitoring")
    assert [(c["kind"], c["source"]) for c in seen["changes"]] == [
        ("WORK", "OTHER_INSTITUTION"), ("HEALTH", "CLIENT"),
    ]  # fmt: skip
    assert len(await told(town, facts.EntitlementReviewOpened.type())) == 1
    assert len(await told(town, facts.ChangeOfCircumstancesReported.type())) == 2


async def test_less_after_waste_is_told_as_a_limitation(town: Town) -> None:
    _, benefit = await granted(town, MAN, "200.00")
    at = f"/api/entitlements/{benefit}"
    await town.post(EWA, f"{at}/utilisation-checks", method="VISIT", result="WASTED")
    await decided(town, at, kind="LIMIT", valid_from="2026-03-01", amount="150.00")
    assert [p["amount"] for p in await plan(town, benefit)] == ["200.00", "150.00"]
    assert len(await told(town, facts.BenefitLimited.type())) == 1
    assert await told(town, facts.BenefitChanged.type()) == []
    closed = json.loads((await told(town, facts.EntitlementReviewClosed.type()))[0])
    assert closed["result"] == "LIMITED"


# --- the end of the period ----------------------------------------------------------


async def test_a_period_ends_by_the_clock_when_all_is_paid(town: Town) -> None:
    case, benefit = await granted(town, MAN, "200.00", until="2026-02-28")
    await clock_at(town, date(2026, 3, 2))
    assert await state(town, case) == "active", "February is not paid yet"
    town.day(date(2026, 3, 2))
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    await clock_at(town, date(2026, 3, 3))
    assert await state(town, case) == "ended"
    await clock_at(town, date(2026, 3, 4))
    (said,) = await told(town, facts.BenefitPeriodEnded.type())
    assert json.loads(said)["on"] == "2026-02-28"


async def test_an_open_review_keeps_the_benefit_from_ending(town: Town) -> None:
    case, benefit = await granted(town, MAN, "200.00", until="2026-02-28")
    town.day(date(2026, 2, 25))
    at = f"/api/entitlements/{benefit}"
    await town.post(MAREK, f"{at}/payments", month="2026-02")
    await town.post(EWA, f"{at}/review", trigger="INCOME_CHANGE")
    await clock_at(town, date(2026, 3, 3))
    assert await state(town, case) == "in-review"
    await decided(town, at, kind="CONFIRM")
    await clock_at(town, date(2026, 3, 4))
    assert await state(town, case) == "ended"


async def test_a_suspension_under_appeal_keeps_the_benefit_from_ending(town: Town) -> None:
    case, benefit = await granted(town, MAN, "200.00", until="2026-02-28")
    at = f"/api/entitlements/{benefit}"
    await town.post(EWA, f"{at}/review", trigger="NON_COOPERATION")
    draft = {
        "kind": "SUSPEND", "valid_from": "2026-02-01", "immediate": True,
        "immediate_reason": "Ważny interes społeczny (KPA art. 108).",
    }  # fmt: skip
    suspension = (await town.post(EWA, f"{at}/decisions", **draft))["data"]["decision_id"]
    on_it = f"/api/decisions/{suspension}"
    await town.post(HELENA, f"{on_it}/issue")
    await town.post(EWA, f"{on_it}/delivery")
    await town.post(EWA, f"{on_it}/appeal")
    await clock_at(town, date(2026, 3, 3))
    assert await state(town, case) == "suspended"
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    await town.post(EWA, f"{on_it}/appeal/result", result="UPHELD")
    await clock_at(town, date(2026, 3, 4))
    assert await state(town, case) == "ended"


async def test_the_plan_of_a_benefit_without_an_end_is_extended_by_the_clock(town: Town) -> None:
    _, benefit = await permanent(town)
    assert (await plan(town, benefit))[-1]["month"] == "2028-01"
    await clock_at(town, date(2027, 8, 2))
    assert (await plan(town, benefit))[-1]["month"] == "2028-08"
    before = len(await told(town, facts.PaymentPlanned.type()))
    await clock_at(town, date(2027, 8, 3))
    assert len(await told(town, facts.PaymentPlanned.type())) == before == 31
