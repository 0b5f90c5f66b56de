"""A change of income, and what was received unduly (`domain.md` C5, C7, K6, M13)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.benefits.calculation import (
    change_threshold,
    income_change,
    law_on,
    repayment_plan,
    undue_benefit,
)
from services.benefits.calculation.initial import PRACTICE
from services.benefits.calculation.sets import ChangeBase, ChangeEffect
from services.benefits.refusals.calculation import NothingToCalculate

D = Decimal
LAW = law_on(date(2026, 8, 27))

amounts = st.decimals(min_value=0, max_value=20_000, places=2, allow_nan=False)


@pytest.mark.parametrize(("size", "threshold"), [(1, "101.00"), (3, "246.90")])
def test_the_threshold_is_ten_per_cent_of_the_criterion_t25(size: int, threshold: str) -> None:
    assert change_threshold(size, LAW) == D(threshold)


def test_a_city_may_take_ten_per_cent_of_one_person_s_criterion() -> None:
    law = law_on(date(2026, 8, 27), (replace(PRACTICE[-1], change_base=ChangeBase.PERSON),))
    assert change_threshold(3, law) == D("82.30")


@pytest.mark.parametrize(
    ("now", "matters"),
    [
        pytest.param("1965.84", False, id="K6 in April: 150 more"),
        pytest.param("2062.74", False, id="exactly the threshold"),
        pytest.param("2062.75", True, id="one grosz above it"),
        pytest.param("2115.84", True, id="K6 in July: 300 more"),
        pytest.param("1568.94", False, id="a fall of the threshold"),
        pytest.param("1568.93", True, id="a fall of one grosz more"),
    ],
)
def test_a_change_matters_above_the_threshold_only_both_ways(now: str, matters: bool) -> None:
    found = income_change(D("1815.84"), D(now), 3, "2026-07", LAW)
    assert found.matters is matters
    assert found.effective_from == ("2026-08" if matters else None)


def test_a_change_in_december_works_from_january() -> None:
    assert income_change(D(0), D(500), 1, "2026-12", LAW).effective_from == "2027-01"


def test_a_city_may_let_a_change_work_in_its_own_month() -> None:
    practice = replace(PRACTICE[-1], change_effect=ChangeEffect.SAME_MONTH)
    law = law_on(date(2026, 8, 27), (practice,))
    assert income_change(D(0), D(500), 1, "2026-07", law).effective_from == "2026-07"


def test_k6_received_one_hundred_unduly_and_repays_it_in_two_fifties() -> None:
    paid = {"2026-07": D("464.62"), "2026-08": D("464.62")}
    due = {"2026-07": D("464.62"), "2026-08": D("364.62")}
    found = undue_benefit(paid, due)
    assert found.months == (("2026-08", D("100.00")),)
    assert found.whole == D("100.00")
    assert repayment_plan(found.whole, 2) == (D("50.00"), D("50.00"))


def test_a_month_that_was_not_due_at_all_is_repaid_whole() -> None:
    assert undue_benefit({"2026-08": D("464.62")}, {}).whole == D("464.62")


def test_a_month_paid_too_little_is_not_set_off() -> None:
    found = undue_benefit(
        {"2026-07": D(100), "2026-08": D(300)}, {"2026-07": D(200), "2026-08": D(200)}
    )
    assert found.whole == D(100)


def test_there_is_no_plan_for_nothing() -> None:
    for whole, count in ((D(0), 2), (D(100), 0)):
        with pytest.raises(NothingToCalculate):
            repayment_plan(whole, count)


@given(paid=st.lists(amounts, min_size=1, max_size=12), due=st.lists(amounts, max_size=12))
def test_nobody_repays_more_than_was_paid(paid: list[Decimal], due: list[Decimal]) -> None:
    months = [f"2026-{month:02}" for month in range(1, 13)]
    was_paid = dict(zip(months, paid, strict=False))
    found = undue_benefit(was_paid, dict(zip(months, due, strict=False)))
    assert 0 <= found.whole <= sum(paid)
    assert found.whole == sum((amount for _, amount in found.months), D(0))


@given(before=amounts, now=amounts, size=st.integers(1, 12))
def test_a_rise_and_the_same_fall_are_judged_alike(
    before: Decimal, now: Decimal, size: int
) -> None:
    there = income_change(before, now, size, "2026-07", LAW)
    back = income_change(now, before, size, "2026-07", LAW)
    assert there.matters == back.matters
    assert there.difference == -back.difference
