"""Cash and services against the vectors of `domain.md` C8 and C9, and what must hold always."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.benefits.calculation import (
    InForce,
    NonCash,
    Step,
    contract_continuation,
    home_care_fee,
    law_on,
    loss_benefit,
    meal_benefit,
    month_fee,
    non_cash_benefit,
    partial_month,
    periodic_benefit,
    permanent_benefit,
    reasons,
    returnable_benefit,
    special_targeted_benefit,
    specialist_care_fee,
    targeted_benefit,
)
from services.benefits.calculation.initial import NATIONAL, PRACTICE, SPECIALIST_CARE
from services.benefits.calculation.sets import Boundary, CityCriteria, CityPractice
from services.benefits.refusals.calculation import (
    AboveCriterion,
    ExcludedByBenefit,
    NotAboveCriterion,
    NotEligible,
    NothingToCalculate,
    OwnIncomeMissing,
    SpecialistPriceMissing,
)
from services.benefits.refusals.parameters import ParametersUnknown

IN_2026 = law_on(date(2026, 2, 12))
IN_2024 = law_on(date(2024, 5, 6))
D = Decimal

incomes = st.decimals(min_value=0, max_value=20_000, places=2, allow_nan=False)
sizes = st.integers(min_value=1, max_value=12)


def with_practice(**other: object) -> InForce:
    """2026 in a city that reads the act otherwise."""
    practice: CityPractice = replace(PRACTICE[-1], **other)  # type: ignore[arg-type]
    return law_on(date(2026, 2, 12), (practice,))


# --- periodic ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "income", "minimum", "maximum"),
    [
        pytest.param(1, "610", "200.00", "400.00", id="T13"),
        pytest.param(1, "985", "20.00", "25.00", id="T14"),
        pytest.param(1, "1009.99", "20.00", "20.00", id="one grosz below the criterion"),
        pytest.param(4, "1800", "746.00", "1492.00", id="T17"),
        pytest.param(3, "900", "784.50", "1569.00", id="T19"),
    ],
)
def test_the_periodic_benefit_lies_between_its_minimum_and_its_maximum(
    size: int, income: str, minimum: str, maximum: str
) -> None:
    found = periodic_benefit(D(income), size, IN_2026)
    assert (found.minimum, found.maximum) == (D(minimum), D(maximum))


def test_an_income_equal_to_the_criterion_gives_no_periodic_benefit_t16() -> None:
    with pytest.raises(NotEligible) as refused:
        periodic_benefit(D("1010.00"), 1, IN_2026)
    assert [step.amount for step in refused.value.steps] == [D(1010), D(1010)]


def test_a_city_may_read_the_boundary_the_other_way() -> None:
    law = with_practice(periodic_boundary=Boundary.NOT_ABOVE)
    found = periodic_benefit(D("1010.00"), 1, law)
    assert found.minimum == found.maximum == D(20)
    with pytest.raises(NotEligible):
        periodic_benefit(D("1010.01"), 1, law)


def test_what_the_council_raised_counts_for_periodic_and_targeted_benefits_only() -> None:
    raised = CityCriteria(date(2026, 1, 1), "uchwała", D(1515), None, D("0.60"))
    law = law_on(date(2026, 2, 12), (raised,))
    found = periodic_benefit(D(1400), 1, law)
    assert (found.minimum, found.maximum) == (D("69.00"), D("115.00"))
    assert found.steps[0].parameters == "CITY"
    assert targeted_benefit(D(1515), 1, D(100), law).maximum == D(100)
    with pytest.raises(NotEligible):
        permanent_benefit(D(1010), 1, law)


def test_what_the_council_raised_yields_to_a_higher_criterion_of_the_act() -> None:
    overtaken = CityCriteria(date(2024, 6, 1), "uchwała", D(900))
    assert law_on(date(2024, 7, 1), (overtaken,)).criterion(1, raised=True).whole == D(900)
    assert law_on(date(2025, 7, 1), (overtaken,)).criterion(1, raised=True).whole == D(1010)


# --- permanent --------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "size", "income", "own", "amount"),
    [
        pytest.param(IN_2026, 1, "0", None, "1229.00", id="T1"),
        pytest.param(IN_2026, 1, "84.00", None, "1229.00", id="T2"),
        pytest.param(IN_2026, 1, "84.01", None, "1228.99", id="one grosz above the cap"),
        pytest.param(IN_2026, 1, "300", None, "1013.00", id="T4"),
        pytest.param(IN_2026, 1, "1009.99", None, "303.01", id="T5"),
        pytest.param(IN_2026, 2, "1400", "0", "369.90", id="T7"),
        pytest.param(IN_2026, 2, "0", "0", "1069.90", id="T8"),
        pytest.param(IN_2024, 1, "500", None, "508.80", id="T11"),
        pytest.param(IN_2024, 1, "0", None, "1000.00", id="T12"),
        pytest.param(IN_2026, 3, "1815.84", "0", "464.62", id="K6 in February"),
        pytest.param(IN_2026, 3, "2115.84", "0", "364.62", id="K6 in August"),
    ],
)
def test_the_permanent_benefit_supplements_income_to_130_percent_of_the_criterion(
    law: InForce, size: int, income: str, own: str | None, amount: str
) -> None:
    own_income = D(own) if own is not None else None
    found = permanent_benefit(D(income), size, law, own_income=own_income)
    assert found.minimum == found.maximum == D(amount)


@pytest.mark.parametrize(
    ("size", "income", "own"),
    [
        pytest.param(1, "1010.00", None, id="T6"),
        pytest.param(2, "1000", "823", id="T10"),
        pytest.param(2, "1646.00", "0", id="per capita equal to the criterion"),
    ],
)
def test_no_permanent_benefit_where_an_income_reaches_the_criterion(
    size: int, income: str, own: str | None
) -> None:
    with pytest.raises(NotEligible):
        permanent_benefit(D(income), size, IN_2026, own_income=D(own) if own else None)


def test_in_a_family_the_own_income_must_be_known() -> None:
    with pytest.raises(OwnIncomeMissing):
        permanent_benefit(D(0), 2, IN_2026)


def test_a_social_pension_excludes_a_permanent_benefit() -> None:
    with pytest.raises(ExcludedByBenefit):
        permanent_benefit(D(0), 1, IN_2026, receives={"NURSING_ALLOWANCE", "SOCIAL_PENSION"})


def test_a_city_may_cap_the_permanent_benefit_in_a_family_too() -> None:
    rich = replace(NATIONAL[-1], permanent_maximum=D(1000))
    law = law_on(date(2026, 2, 12), (rich, replace(PRACTICE[-1], permanent_cap_in_family=True)))
    assert permanent_benefit(D(0), 2, law, own_income=D(0)).maximum == D("1000.00")


# --- what the centre decides by itself --------------------------------------


def test_a_targeted_benefit_is_at_most_the_cost_of_the_need() -> None:
    found = targeted_benefit(D("1010.00"), 1, D("450.55"), IN_2026)
    assert (found.minimum, found.maximum) == (D("0.01"), D("450.55"))
    with pytest.raises(AboveCriterion):
        targeted_benefit(D("1010.01"), 1, D(450), IN_2026)


def test_a_loss_is_helped_whatever_the_income() -> None:
    assert loss_benefit(D(3200), IN_2026).maximum == D(3200)


@pytest.mark.parametrize(("size", "most"), [(1, "1010.00"), (4, "3292.00")])
def test_a_special_targeted_benefit_is_at_most_the_criterion(size: int, most: str) -> None:
    assert special_targeted_benefit(D(most) + 1, size, IN_2026).maximum == D(most)
    with pytest.raises(NotAboveCriterion):
        special_targeted_benefit(D(most), size, IN_2026)


def test_what_is_paid_back_is_paid_in_instalments_that_add_up() -> None:
    found = returnable_benefit(D(1000), D(100), 3)
    assert found.instalments == (D("333.34"), D("333.33"), D("333.33"))
    assert returnable_benefit(D(1000), D(50), 1).whole == D(500)


def test_there_is_no_benefit_for_a_need_that_costs_nothing() -> None:
    for calculate in (
        lambda: targeted_benefit(D(0), 1, D(0), IN_2026),
        lambda: loss_benefit(D(0), IN_2026),
        lambda: returnable_benefit(D(0), D(100), 1),
    ):
        with pytest.raises(NothingToCalculate):
            calculate()


@pytest.mark.parametrize(
    ("work_since", "ends", "until"),
    [
        (date(2026, 3, 16), date(2026, 7, 31), date(2026, 5, 16)),
        (date(2026, 3, 16), date(2026, 4, 30), date(2026, 4, 30)),
        (date(2025, 12, 31), date(2026, 7, 31), date(2026, 2, 28)),
    ],
)
def test_under_a_contract_a_benefit_goes_on_two_months_at_most(
    work_since: date, ends: date, until: date
) -> None:
    assert contract_continuation(work_since, ends, IN_2026).until == until


# --- services ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "income", "percent", "share", "fee"),
    [
        pytest.param(1, "1400", "138.61", "10", "3.50", id="H1"),
        pytest.param(1, "1010.00", "100.00", "0", "0.00", id="H2"),
        pytest.param(1, "1010.01", "100.00", "5", "1.75", id="one grosz above the first band"),
        pytest.param(2, "4000", "243.01", "30", "10.50", id="H3"),
    ],
)
def test_the_fee_for_an_hour_of_home_care_is(
    size: int, income: str, percent: str, share: str, fee: str
) -> None:
    found = home_care_fee(D(income), size, IN_2026)
    assert found.criterion_percent == D(percent)
    assert found.share == D(share)
    assert found.fee_per_hour == D(fee)


@pytest.mark.parametrize(
    ("size", "income", "percent", "share", "fee"),
    [
        (1, "1010.00", "100.00", "0", "0.00"),
        (1, "1010.01", "100.00", "1.5", "0.90"),
        (1, "2222.00", "220.00", "1.5", "0.90"),
        (1, "2222.01", "220.00", "10", "6.00"),
        (1, "3030.00", "300.00", "15", "9.00"),
        (1, "3600.00", "356.44", "30", "18.00"),
        (1, "5050.00", "500.00", "50", "30.00"),
        (1, "6060.00", "600.00", "75", "45.00"),
        (1, "6060.01", "600.00", "100", "60.00"),
        (3, "3030.00", "100.00", "0", "0.00"),
        (3, "3030.03", "100.00", "3.5", "2.10"),
        (2, "5050.00", "250.00", "15", "9.00"),
        (2, "6000.00", "297.03", "25", "15.00"),
        (2, "8000.00", "396.04", "45", "27.00"),
        (2, "10100.00", "500.00", "65", "39.00"),
        (2, "12120.00", "600.00", "85", "51.00"),
        (2, "12120.04", "600.00", "100", "60.00"),
    ],
)
def test_the_fee_for_an_hour_of_specialist_care_is(
    size: int, income: str, percent: str, share: str, fee: str
) -> None:
    """By the ordinance, of the criterion of a single person, with an hour at 60.00."""
    price = replace(SPECIALIST_CARE[-1], cost_per_hour=D(60))
    found = specialist_care_fee(D(income), size, law_on(date(2026, 2, 12), (price,)))
    assert found.criterion_percent == D(percent)
    assert found.share == D(share)
    assert found.fee_per_hour == D(fee)
    assert "§ 4 ust. 3 i 4 rozporządzenia" in reasons(found.steps)


def test_specialist_care_has_no_fee_before_the_centre_published_its_price() -> None:
    with pytest.raises(SpecialistPriceMissing):
        specialist_care_fee(D(1400), 1, IN_2026)


def test_thirty_two_hours_of_h1_cost_112() -> None:
    assert month_fee(home_care_fee(D(1400), 1, IN_2026).fee_per_hour, D(32)) == D("112.00")


@pytest.mark.parametrize(("size", "limit"), [(1, "2020.00"), (2, "3292.00")])
def test_a_meal_is_given_up_to_twice_the_criterion(size: int, limit: str) -> None:
    assert meal_benefit(D(limit), size, IN_2026).free
    with pytest.raises(AboveCriterion):
        meal_benefit(D(limit) + D("0.01"), size, IN_2026)


def test_the_meal_programme_ends_with_its_last_day() -> None:
    assert meal_benefit(D(0), 1, law_on(date(2028, 12, 31))).free
    with pytest.raises(ParametersUnknown):
        meal_benefit(D(0), 1, law_on(date(2029, 1, 1)))


def test_social_work_and_crisis_intervention_know_no_test_of_income() -> None:
    for benefit in (NonCash.SOCIAL_WORK, NonCash.CRISIS_INTERVENTION, NonCash.COUNSELLING):
        assert non_cash_benefit(benefit, D(20_000), 1, IN_2026).free
    assert non_cash_benefit(NonCash.SHELTER, D(1010), 1, IN_2026).free
    assert not non_cash_benefit(NonCash.SHELTER, D("1010.01"), 1, IN_2026).free


def test_fourteen_of_thirty_days_of_1229_are_573_53_t21() -> None:
    assert partial_month(D(1229), date(2026, 6, 17), date(2026, 6, 30)) == D("573.53")


# --- the explanation --------------------------------------------------------


def test_every_step_names_its_provision_and_the_set_it_took_its_numbers_from() -> None:
    steps = periodic_benefit(D(610), 1, IN_2026).steps
    assert [step.amount for step in steps] == [D(1010), D(610), D(400), D(200), D(400)]
    assert all(step.basis.startswith("ups art.") for step in steps)
    assert (steps[0].parameters, steps[0].valid_from) == ("NATIONAL", date(2025, 1, 1))


def test_the_steps_are_the_reasons_of_a_decision() -> None:
    text = reasons(periodic_benefit(D(610), 1, IN_2026).steps).replace("\xa0", " ")
    assert text.splitlines()[:4] == [
        "1. Kryterium dochodowe osoby samotnie gospodarującej: 1 010,00 zł (art. 8 ust. 1 pkt 1 "
        "ustawy o pomocy społecznej; parametry obowiązujące od 1.01.2025 r.).",
        "2. Dochód: 610,00 zł (art. 8 ust. 3 ustawy o pomocy społecznej).",
        "3. Różnica kryterium i dochodu: 1 010,00 − 610,00 = 400,00 zł (art. 38 ust. 2 ustawy o "
        "pomocy społecznej).",
        "4. Najmniej: 50% różnicy, nie mniej niż 20,00 zł: 400,00 × 50% = 200,00 zł (art. 38 "
        "ust. 3 i 4 ustawy o pomocy społecznej; parametry obowiązujące od 1.01.2025 r.).",
    ]
    english = reasons(periodic_benefit(D(610), 1, IN_2026).steps, "en").replace("\xa0", " ")
    assert "3. Criterion less income: 1,010.00 − 610.00 = PLN 400.00" in english


def test_a_step_of_an_earlier_version_is_still_read() -> None:
    old = Step("ups art. 8 ust. 3", "Dochód", "Income", D("610.00"))
    assert reasons([old]) == "1. Dochód: 610,00\xa0zł (art. 8 ust. 3 ustawy o pomocy społecznej)."


def test_a_day_before_the_first_parameters_is_refused() -> None:
    with pytest.raises(ParametersUnknown):
        periodic_benefit(D(0), 1, law_on(date(2018, 9, 30)))


# --- what holds always ------------------------------------------------------


@given(income=incomes, size=sizes)
def test_a_periodic_benefit_is_never_negative_nor_upside_down(income: Decimal, size: int) -> None:
    try:
        found = periodic_benefit(income, size, IN_2026)
    except NotEligible:
        assert income >= IN_2026.criterion(size).whole
        return
    assert D(20) <= found.minimum <= found.maximum


@given(lower=incomes, more=incomes, size=sizes)
def test_who_earns_more_never_gets_more(lower: Decimal, more: Decimal, size: int) -> None:
    def most(income: Decimal) -> Decimal:
        try:
            return periodic_benefit(income, size, IN_2026).maximum
        except NotEligible:
            return D(0)

    assert most(lower + more) <= most(lower)


@given(lower=incomes, more=incomes, size=sizes)
def test_who_earns_more_never_gets_a_greater_permanent_benefit(
    lower: Decimal, more: Decimal, size: int
) -> None:
    def amount(income: Decimal) -> Decimal:
        try:
            return permanent_benefit(income, size, IN_2026, own_income=D(0)).maximum
        except NotEligible:
            return D(0)

    assert amount(lower + more) <= amount(lower)


@given(income=incomes, size=sizes)
def test_a_permanent_benefit_is_never_below_its_minimum(income: Decimal, size: int) -> None:
    try:
        assert permanent_benefit(income, size, IN_2026, own_income=D(0)).minimum >= 100
    except NotEligible:
        return


@given(lower=incomes, more=incomes, size=sizes)
def test_who_earns_more_never_pays_less_for_care(lower: Decimal, more: Decimal, size: int) -> None:
    poorer = home_care_fee(lower, size, IN_2026).fee_per_hour
    richer = home_care_fee(lower + more, size, IN_2026).fee_per_hour
    assert 0 <= poorer <= richer <= D("35.00")


@given(amount=incomes, percent=st.integers(0, 100), count=st.integers(1, 120))
def test_instalments_add_up_and_differ_by_a_grosz_at_most(
    amount: Decimal, percent: int, count: int
) -> None:
    found = returnable_benefit(amount + 1, D(percent), count)
    assert sum(found.instalments) == found.whole
    assert max(found.instalments) - min(found.instalments) <= D("0.01")


@given(amount=incomes, first=st.integers(1, 30), last=st.integers(1, 30))
def test_a_part_of_a_month_is_never_more_than_the_month(
    amount: Decimal, first: int, last: int
) -> None:
    first, last = sorted((first, last))
    part = partial_month(amount, date(2026, 6, first), date(2026, 6, last))
    assert 0 <= part <= amount
