"""The rule of 10 per cent in a review (ups art. 106 ust. 3b): does a change of income matter."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from chassis.snapshots import decoded, encoded
from services.benefits.calculation import Receipt, law_on
from services.benefits.means import Means
from services.benefits.refusals.calculation import (
    IncomeMissing,
    NoFormula,
    PreviousIncomeMissing,
)
from services.benefits.values import Benefit, Income, ReviewTrigger
from tests.benefits.conftest import Town
from tests.benefits.given import EWA, earns, feb, periodic
from tests.benefits.realised import HELENA, MAREK
from tests.benefits.test_giving import granted
from tests.benefits.test_letter import lines_of
from tests.benefits.test_plan import day, started
from tests.benefits.test_undue import income, permanent

D = Decimal
LAW = law_on(feb(2))


def test_a_change_is_measured_from_what_the_amount_was_calculated_from() -> None:
    _, _, means = periodic()
    with pytest.raises(IncomeMissing):
        means.compared(None)
    earns(means, "600")
    earns(means, "610")
    with pytest.raises(PreviousIncomeMissing):
        means.compared(None)
    means.calculate_entitlement(D(200), law=LAW)
    earns(means, "650", "2026-04")
    earns(means, "700", "2026-07")
    before, now = means.compared(None)
    assert isinstance(before, Income)
    assert (before.total, now.total) == (D(610), D(700)), "what altered nothing is no new base"
    assert means.compared(D("605.00"))[0] == D("605.00"), "what the worker tells overrules it"
    means.calculate_entitlement(D(200), law=LAW)
    earns(means, "750", "2026-09")
    assert means.previous_income is not None
    assert means.previous_income.total == D(700)


def test_the_calculation_is_of_the_review_that_is_open() -> None:
    benefit = started()
    benefit.open_review(ReviewTrigger.INCOME_CHANGE, None, on=day(4))
    now = Income("2026-04", 1, (), D(800), D(800))
    found = benefit.calculate_income_change(D(610), now, "2026-04", law=LAW)
    assert benefit.income_change == found
    assert (found.matters, found.effective_from) == (True, "2026-05")
    state = {name: value for name, value in vars(benefit).items() if name != "_pending_events"}
    assert decoded(json.loads(json.dumps(encoded(state)))) == state
    benefit.confirm(uuid4(), on=day(5))
    assert benefit.income_change is None
    benefit.open_review(ReviewTrigger.INCOME_CHANGE, None, on=day(7))
    assert benefit.income_change is None, "another review has another reason"


def test_a_service_knows_no_such_rule() -> None:
    meal = granted(Benefit.MEAL)
    meal.open_review(ReviewTrigger.INCOME_CHANGE, None, on=day(4))
    with pytest.raises(NoFormula):
        meal.calculate_income_change(D(0), Income("2026-04", 1, (), D(9), D(9)), "2026-04", law=LAW)


def test_the_first_income_that_is_established_has_none_before_it() -> None:
    means = Means(case_id=uuid4(), person_id=uuid4(), benefit=Benefit.PERIODIC)
    means.establish_income("2026-01", 1, (Receipt("WAGE", D(610)),), law=LAW)
    assert means.previous_income is None


async def review(town: Town, on: date) -> tuple[str, str]:
    """K6, with a change of income heard of on that day; paths of the case and of the benefit."""
    case, benefit = await permanent(town)
    town.day(on)
    at = f"/api/entitlements/{benefit}"
    heard = {"kind": "INCOME", "source": "CLIENT", "since": f"{on:%Y-%m}-01"}
    await town.post(EWA, f"{at}/changes", **heard)
    return f"/api/cases/{case}", at


async def test_a_small_change_is_confirmed_with_its_numbers(town: Town) -> None:
    case, at = await review(town, date(2026, 4, 20))
    path, change = f"{at}/income-change", {"changed_in": "2026-04"}
    assert await town.refused(EWA, path, **change) == "PreviousIncomeMissing"
    await income(town, case.rsplit("/", 1)[1], "2026-04", "1965.84")
    assert await town.refused(MAREK, path, **change) == "RoleMissing"
    assert await town.refused(EWA, path, changed_in="2026-05") == "InTheFuture"
    found = (await town.post(EWA, path, **change))["data"]
    assert found == {
        "difference": "150.00", "threshold": "246.90", "matters": False, "effective_from": None,
    }  # fmt: skip
    lower = {"kind": "CHANGE", "valid_from": "2026-05-01", "amount": "414.62"}
    assert await town.refused(EWA, f"{at}/decisions", **lower) == "ChangeDoesNotMatter"
    confirm = await town.post(EWA, f"{at}/decisions", kind="CONFIRM")
    lines = await lines_of(town, case)
    assert "Dochód rodziny: 1 965,84 zł []" in lines
    assert lines[-4:] == [
        "Dochód, z którego wyliczono świadczenie (styczeń 2026): 1 815,84 zł []",
        "Kryterium dochodowe rodziny, osób: 3: 2 469,00 zł"
        " [kwoty i kryteria ustawowe od 1 stycznia 2025 r.]",
        "Próg zmiany: 10% kryterium: 246,90 zł"
        " [kwoty i kryteria ustawowe od 1 stycznia 2025 r.]",
        "Zmiana dochodu nie przekracza progu i nie wpływa na wysokość świadczenia: 150,00 zł []",
    ]  # fmt: skip
    on_it = f"/api/decisions/{confirm['data']['decision_id']}"
    await town.post(EWA, f"{on_it}/withdrawal", reason="Zmienił się też czynsz")
    proposal = {"proposed": "414.62", "own_income": "65.84"}
    await town.post(EWA, f"{case}/entitlement", **proposal)
    await town.post(EWA, f"{at}/decisions", **lower, reasons="Od maja wyższy czynsz.")


async def test_a_greater_change_goes_into_the_letter_of_the_change(town: Town) -> None:
    case, at = await review(town, date(2026, 8, 27))
    page = await town.client(EWA)
    form = f"{at.removeprefix('/api')}/income-change"
    assert form in (await page.get(case.removeprefix("/api"))).text
    await income(town, case.rsplit("/", 1)[1], "2026-07", "2115.84")
    assert 'value="2026-07"' in (await page.get(form)).text
    sent = await page.post(form, data={"changed_in": "2026-07"})
    assert sent.headers["location"].endswith("?done=calculate_income_change")
    shown = (await page.get(sent.headers["location"])).text
    assert "Policzono zmianę dochodu." in shown
    assert "Zmiana dochodu przekracza próg i działa od miesiąca: sierpień 2026" in shown
    proposal = {"proposed": "364.62", "own_income": "215.84"}
    await town.post(EWA, f"{case}/entitlement", **proposal)
    draft = {"kind": "CHANGE", "valid_from": "2026-08-01", "amount": "364.62"}
    change = (await town.post(EWA, f"{at}/decisions", **draft))["data"]["decision_id"]
    lines = await lines_of(town, case)
    assert any("działa od miesiąca: sierpień 2026: 300,00 zł" in line for line in lines)
    assert lines[-1].startswith("Różnica tej kwoty i dochodu: 364,62 zł")
    await town.post(HELENA, f"/api/decisions/{change}/issue")


async def test_a_change_needs_a_review_and_may_name_the_income_before_the_case(town: Town) -> None:
    case, benefit = await permanent(town)
    path = f"/api/entitlements/{benefit}/income-change"
    assert await town.refused(EWA, path, changed_in="2026-02") == "NotNow"
    await town.post(EWA, f"/api/entitlements/{benefit}/review", trigger="INCOME_CHANGE")
    told = {"changed_in": "2026-02", "income_before": "1500.00"}
    assert (await town.post(EWA, path, **told))["data"]["difference"] == "315.84"
    then = (await town.post(EWA, path, **told, on="2024-06-01"))["data"]
    assert then["threshold"] == "180.00", "10 % of three times 600"
    assert (await town.get(EWA, f"/api/cases/{case}"))["entitlements"][0]["income_change"]
