"""The formulas against the test vectors of `domain.md` C8 and C9, and what must hold always."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.benefits.calculation import (
    home_care_fee,
    partial_month,
    periodic_benefit,
    permanent_benefit,
)
from services.benefits.parameters import parameters_on
from services.benefits.refusals import NotEligible, ParametersUnknown

IN_2026 = date(2026, 2, 12)
IN_2024 = date(2024, 5, 6)

incomes = st.decimals(min_value=0, max_value=20_000, places=2, allow_nan=False)
sizes = st.integers(min_value=1, max_value=12)


@pytest.mark.parametrize(
    ("size", "income", "minimum", "maximum"),
    [
        pytest.param(1, "610", "200.00", "400.00", id="T13"),
        pytest.param(1, "985", "20.00", "25.00", id="T14"),
        pytest.param(4, "1800", "746.00", "1492.00", id="T17"),
        pytest.param(3, "900", "784.50", "1569.00", id="T19"),
    ],
)
def test_the_periodic_benefit_lies_between(
    size: int, income: str, minimum: str, maximum: str
) -> None:
    found = periodic_benefit(Decimal(income), size, IN_2026)
    assert (found.minimum, found.maximum) == (Decimal(minimum), Decimal(maximum))


def test_an_income_equal_to_the_criterion_gives_no_periodic_benefit_t16() -> None:
    with pytest.raises(NotEligible):
        periodic_benefit(Decimal("1010.00"), 1, IN_2026)


@pytest.mark.parametrize(
    ("on", "size", "income", "own", "amount"),
    [
        pytest.param(IN_2026, 1, "0", None, "1229.00", id="T1"),
        pytest.param(IN_2026, 1, "84.00", None, "1229.00", id="T2"),
        pytest.param(IN_2026, 1, "300", None, "1013.00", id="T4"),
        pytest.param(IN_2026, 1, "1009.99", None, "303.01", id="T5"),
        pytest.param(IN_2026, 2, "1400", "0", "369.90", id="T7"),
        pytest.param(IN_2026, 2, "0", "0", "1069.90", id="T8"),
        pytest.param(IN_2024, 1, "500", None, "508.80", id="T11"),
        pytest.param(IN_2024, 1, "0", None, "1000.00", id="T12"),
    ],
)
def test_the_permanent_benefit_is(
    on: date, size: int, income: str, own: str | None, amount: str
) -> None:
    found = permanent_benefit(
        Decimal(income), size, on, own_income=Decimal(own) if own is not None else None
    )
    assert found.minimum == found.maximum == Decimal(amount)


@pytest.mark.parametrize(
    ("size", "income", "own"),
    [pytest.param(1, "1010.00", None, id="T6"), pytest.param(2, "1000", "823", id="T10")],
)
def test_no_permanent_benefit_where_an_income_reaches_the_criterion(
    size: int, income: str, own: str | None
) -> None:
    with pytest.raises(NotEligible):
        permanent_benefit(
            Decimal(income), size, IN_2026, own_income=Decimal(own) if own is not None else None
        )


@pytest.mark.parametrize(
    ("size", "income", "percent", "share", "fee"),
    [
        pytest.param(1, "1400", "138.61", "10", "3.50", id="H1"),
        pytest.param(1, "1010.00", "100.00", "0", "0.00", id="H2"),
        pytest.param(2, "4000", "243.01", "30", "10.50", id="H3"),
    ],
)
def test_the_fee_for_an_hour_of_home_care_is(
    size: int, income: str, percent: str, share: str, fee: str
) -> None:
    found = home_care_fee(Decimal(income), size, IN_2026)
    assert found.criterion_percent == Decimal(percent)
    assert found.share == Decimal(share)
    assert found.fee_per_hour == Decimal(fee)


def test_fourteen_of_thirty_days_of_1229_are_573_53_t21() -> None:
    paid = partial_month(Decimal(1229), date(2026, 6, 17), date(2026, 6, 30))
    assert paid == Decimal("573.53")


def test_every_step_of_the_explanation_names_its_provision() -> None:
    steps = periodic_benefit(Decimal(610), 1, IN_2026).steps
    assert [step.amount for step in steps] == [
        Decimal(1010), Decimal(610), Decimal(400), Decimal(200), Decimal(400)
    ]  # fmt: skip
    assert all(step.basis.startswith("ups art.") for step in steps)


def test_a_calculation_uses_the_parameters_of_its_day() -> None:
    assert parameters_on(date(2024, 12, 31)).single_criterion == 776
    assert parameters_on(date(2025, 1, 1)).single_criterion == 1010


def test_a_day_before_the_first_parameters_is_refused() -> None:
    with pytest.raises(ParametersUnknown):
        parameters_on(date(2018, 9, 30))


@given(income=incomes, size=sizes)
def test_a_periodic_benefit_is_never_negative_nor_upside_down(income: Decimal, size: int) -> None:
    try:
        found = periodic_benefit(income, size, IN_2026)
    except NotEligible:
        return
    assert Decimal(20) <= found.minimum <= found.maximum


@given(lower=incomes, more=incomes, size=sizes)
def test_who_earns_more_never_gets_more(lower: Decimal, more: Decimal, size: int) -> None:
    def most(income: Decimal) -> Decimal:
        try:
            return periodic_benefit(income, size, IN_2026).maximum
        except NotEligible:
            return Decimal(0)

    assert most(lower + more) <= most(lower)


@given(lower=incomes, more=incomes, size=sizes)
def test_who_earns_more_never_pays_less_for_care(lower: Decimal, more: Decimal, size: int) -> None:
    poorer = home_care_fee(lower, size, IN_2026).fee_per_hour
    richer = home_care_fee(lower + more, size, IN_2026).fee_per_hour
    assert 0 <= poorer <= richer <= Decimal("35.00")


@given(income=incomes, size=sizes)
def test_a_permanent_benefit_is_never_below_its_minimum(income: Decimal, size: int) -> None:
    try:
        assert permanent_benefit(income, size, IN_2026).minimum >= 100
    except NotEligible:
        return
