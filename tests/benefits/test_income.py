"""The income of the month that counts: what is added, left out, spread, deducted (C7)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.benefits.calculation import (
    MonthIncome,
    Purpose,
    Receipt,
    law_on,
    month_income,
    month_that_counts,
    one_off_limit,
    reasons,
)
from services.benefits.refusals.calculation import ReceiptIncomplete

D = Decimal
LAW = law_on(date(2026, 2, 2))

amounts = st.decimals(min_value=0, max_value=50_000, places=2, allow_nan=False)


def income(*receipts: Receipt, size: int = 1, month: str = "2026-01") -> MonthIncome:
    return month_income(receipts, size, month, LAW)


def test_the_month_before_the_application_counts_unless_income_was_lost() -> None:
    assert month_that_counts(date(2026, 1, 15)) == "2025-12"
    assert month_that_counts(date(2026, 2, 2), income_lost=True) == "2026-02"


def test_tax_costs_and_contributions_are_taken_off() -> None:
    found = income(Receipt("WAGE", D(2000), tax=D("120.50"), contributions=D("410.00")))
    assert found.total == D("1469.50")
    assert found.steps[0].worked == "2000.00 − 120.50 − 410.00"


def test_the_family_of_k6_has_605_28_a_person() -> None:
    found = income(
        Receipt("WAGE", D(1600), own=False),
        Receipt("NURSING_ALLOWANCE", D("215.84")),
        Receipt("CHILD_BENEFIT", D(800), own=False),
        size=3,
    )
    assert (found.total, found.per_capita) == (D("1815.84"), D("605.28"))
    assert found.own == D("215.84")
    assert [one.counted for one in found.receipts] == [True, True, False]
    assert "Nie wlicza się: świadczenie wychowawcze (800+)" in reasons(found.steps)


@pytest.mark.parametrize(
    "kind",
    ["ONE_OFF_SOCIAL_BENEFIT", "TARGETED_BENEFIT", "SCHOOL_AID", "IN_KIND", "USEFUL_WORKS"],
)
def test_what_the_act_lists_is_left_out(kind: str) -> None:
    assert income(Receipt(kind, D(300))).total == 0


def test_the_housing_allowance_counts_although_clients_dispute_it() -> None:
    assert income(Receipt("HOUSING_ALLOWANCE", D(261))).total == D(261)


def test_the_disability_supplement_counts_for_services_only() -> None:
    supplement = (Receipt("DISABILITY_SUPPLEMENT", D(500)),)
    totals = {
        purpose: month_income(supplement, 1, "2026-01", LAW, purpose=purpose).total
        for purpose in Purpose
    }
    assert totals == {Purpose.CASH: D(0), Purpose.RELATIVE_FEE: D(0), Purpose.SERVICES: D(500)}


def test_before_its_exclusion_the_supplement_counted() -> None:
    law = law_on(date(2019, 9, 30))
    supplement = (Receipt("DISABILITY_SUPPLEMENT", D(500)),)
    assert month_income(supplement, 1, "2019-08", law).total == D(500)


def test_a_worker_may_overrule_the_list_either_way() -> None:
    found = income(
        Receipt("CHILD_BENEFIT", D(800), counted=True), Receipt("WAGE", D(100), counted=False)
    )
    assert found.total == D(800)


def test_two_and_a_half_hectares_give_1147_50_t24() -> None:
    assert income(Receipt("FARM", hectares=D("2.5"))).total == D("1147.50")


def test_land_below_one_hectare_gives_no_income() -> None:
    assert income(Receipt("FARM", hectares=D("0.99"))).total == 0
    assert income(Receipt("FARM", hectares=D("1"))).total == D("459.00")


def test_a_great_one_off_income_is_spread_over_twelve_months_t22() -> None:
    assert one_off_limit(1, LAW) == D(5050)
    gift = Receipt("OTHER", D(12_000), paid_in="2025-04")
    assert [income(gift, month=m).total for m in ("2025-03", "2025-04", "2026-03", "2026-04")] == [
        D(0), D(1000), D(1000), D(0)
    ]  # fmt: skip


def test_a_small_one_off_income_counts_in_its_month_alone() -> None:
    gift = Receipt("OTHER", D(5050), paid_in="2026-01")
    assert income(gift).total == D(5050)
    assert income(gift, month="2026-02").total == 0
    assert income(replace(gift, amount=D("5050.01"))).total == D("420.83")


def test_in_a_family_the_limit_is_five_times_the_family_s_criterion() -> None:
    assert one_off_limit(3, LAW) == D("12345.00")


def test_arrears_belong_to_the_months_that_they_are_for() -> None:
    arrears = Receipt("PENSION", D(6000), due_from="2025-11", due_to="2026-01", paid_in="2026-02")
    found = [income(arrears, month=m).total for m in ("2025-10", "2025-11", "2026-01", "2026-02")]
    assert found == [D(0), D(2000), D(2000), D(0)]


def test_maintenance_paid_to_others_is_deducted() -> None:
    found = month_income(
        (Receipt("WAGE", D(2000)),), 1, "2026-01", LAW, maintenance_paid=D("600.00")
    )
    assert found.total == D(1400)
    assert "alimenty" in reasons(found.steps)


@pytest.mark.parametrize(
    "receipt",
    [
        Receipt("FARM", D(100)),
        Receipt("PENSION", D(100), due_from="2026-01"),
        Receipt("PENSION", D(100), due_from="2026-02", due_to="2026-01"),
    ],
)
def test_a_receipt_that_is_half_described_is_refused(receipt: Receipt) -> None:
    with pytest.raises(ReceiptIncomplete):
        income(receipt)


@given(received=st.lists(amounts, max_size=6), off=amounts, size=st.integers(1, 12))
def test_an_income_is_never_negative_and_its_parts_add_up(
    received: list[Decimal], off: Decimal, size: int
) -> None:
    receipts = tuple(Receipt("WAGE", amount, tax=off) for amount in received)
    found = month_income(receipts, size, "2026-01", LAW, maintenance_paid=off)
    assert found.total >= 0
    assert found.own <= found.total
    assert found.total == max(D(0), sum((r.amount for r in found.receipts), D(0)) - off)
    assert abs(found.per_capita * size - found.total) <= D("0.005") * size
