"""To the grosz: the edges of bands and limits, and what must hold for every amount and day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.benefits.calculation import (
    Receipt,
    home_care_fee,
    law_on,
    money,
    month_income,
    partial_month,
    special_targeted_benefit,
    targeted_benefit,
)
from services.benefits.payments import Due, Span
from services.benefits.refusals.calculation import AboveCriterion, NotAboveCriterion

D = Decimal
LAW = law_on(date(2026, 2, 12))
GROSZ = D("0.01")
CRITERION = {1: D(1010), 2: D(823)}

amounts = st.decimals(min_value=0, max_value=20_000, places=2, allow_nan=False)
needs = st.decimals(min_value=GROSZ, max_value=20_000, places=2, allow_nan=False)
sizes = st.integers(min_value=1, max_value=12)


# --- home care: every edge of the table of `domain.md` C9 --------------------


@pytest.mark.parametrize(
    ("up_to", "single", "family"),
    [
        ("100", ("0", "5"), ("0", "5")),
        ("120", ("5", "10"), ("5", "10")),
        ("150", ("10", "15"), ("10", "15")),
        ("180", ("15", "20"), ("15", "20")),
        ("220", ("20", "25"), ("20", "30")),
        ("260", ("25", "40"), ("30", "50")),
        ("300", ("40", "100"), ("50", "100")),
    ],
)
@pytest.mark.parametrize("size", CRITERION)
def test_a_band_ends_with_its_percentage_and_the_next_begins_a_grosz_later(
    size: int, up_to: str, single: tuple[str, str], family: tuple[str, str]
) -> None:
    edge = money(CRITERION[size] * size * D(up_to) / 100)
    within, above = single if size == 1 else family
    for income, share in ((edge, within), (edge + GROSZ, above)):
        found = home_care_fee(income, size, LAW)
        assert found.share == D(share)
        assert found.fee_per_hour == money(D(35) * D(share) / 100)


# --- income received once -----------------------------------------------------


@pytest.mark.parametrize(("size", "limit"), [(1, "5050.00"), (3, "12345.00")])
def test_a_grosz_above_five_times_the_criterion_spreads_an_income_over_a_year(
    size: int, limit: str
) -> None:
    def counted(amount: Decimal, month: str) -> Decimal:
        once = Receipt("OTHER", amount, paid_in="2025-03")
        return month_income((once,), size, month, LAW).total

    months = ("2025-02", "2025-03", "2025-04", "2026-02", "2026-03")
    assert [counted(D(limit), m) for m in months] == [0, D(limit), 0, 0, 0]
    above = D(limit) + GROSZ
    part = money(above / 12)
    assert [counted(above, m) for m in months] == [0, part, part, part, 0]


# --- what is due in a month -----------------------------------------------------


@given(
    amount=amounts,
    days=st.sets(st.integers(1, 30), max_size=6),
    first=st.integers(1, 30),
    last=st.integers(1, 30),
)
def test_stretches_of_one_amount_come_to_the_month(
    amount: Decimal, days: set[int], first: int, last: int
) -> None:
    """However many decisions repeat the amount, no grosz is lost or won by rounding each."""
    first, last = sorted((first, last))
    begin, end = date(2026, 6, first), date(2026, 6, last)
    spans = [Span(date(2026, 1, 1), amount, UUID(int=1))]
    spans += [Span(date(2026, 6, day), amount, UUID(int=day + 1)) for day in sorted(days)]
    due = Due(tuple(spans), begin, end)
    assert due.of("2026-06") == partial_month(amount, begin, end)
    assert Due(tuple(spans), date(2026, 1, 1), None).of("2026-06") == amount


@given(amount=amounts, other=amounts, day=st.integers(2, 30))
def test_a_month_of_two_amounts_lies_between_them(
    amount: Decimal, other: Decimal, day: int
) -> None:
    assume(amount != other)
    change = date(2026, 6, day)
    spans = (Span(date(2026, 1, 1), amount, UUID(int=1)), Span(change, other, UUID(int=2)))
    found = Due(spans, date(2026, 1, 1), None).of("2026-06")
    assert min(amount, other) <= found <= max(amount, other)
    before = partial_month(amount, date(2026, 6, 1), change - timedelta(days=1))
    assert found == before + partial_month(other, change, date(2026, 6, 30))


# --- help for a need --------------------------------------------------------------


@given(income=amounts, size=sizes, need=needs)
def test_help_for_a_need_is_above_zero_and_never_above_the_need(
    income: Decimal, size: int, need: Decimal
) -> None:
    try:
        found = targeted_benefit(income, size, need, LAW)
    except AboveCriterion:
        assert income > LAW.criterion(size).whole
        return
    assert income <= LAW.criterion(size).whole
    assert 0 < found.minimum <= found.maximum == need


@given(lower=amounts, more=amounts, size=sizes, need=needs, dearer=amounts)
def test_who_earns_more_gets_no_more_for_a_need_and_who_needs_more_no_less(
    lower: Decimal, more: Decimal, size: int, need: Decimal, dearer: Decimal
) -> None:
    def most(income: Decimal, cost: Decimal) -> Decimal:
        try:
            return targeted_benefit(income, size, cost, LAW).maximum
        except AboveCriterion:
            return D(0)

    assert most(lower + more, need) <= most(lower, need) <= most(lower, need + dearer)


@given(income=amounts, size=sizes)
def test_help_in_a_special_case_begins_where_the_ordinary_ends(income: Decimal, size: int) -> None:
    limit = LAW.criterion(size).whole
    try:
        found = special_targeted_benefit(income, size, LAW)
    except NotAboveCriterion:
        assert targeted_benefit(income, size, GROSZ, LAW).maximum == GROSZ
        return
    assert income > limit
    assert 0 < found.minimum <= found.maximum == limit
    with pytest.raises(AboveCriterion):
        targeted_benefit(income, size, GROSZ, LAW)


@given(more=amounts, size=sizes)
def test_the_most_in_a_special_case_grows_with_the_family_only(more: Decimal, size: int) -> None:
    rich = LAW.criterion(size + 1).whole + GROSZ + more
    of_two = special_targeted_benefit(rich, size + 1, LAW).maximum
    assert special_targeted_benefit(rich, size, LAW).maximum < of_two
    assert special_targeted_benefit(rich + more, size + 1, LAW).maximum == of_two
