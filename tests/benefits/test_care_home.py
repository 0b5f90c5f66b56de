"""Who pays for a care home (`domain.md` C9, K3), and what must hold for every family."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.benefits.calculation import (
    CareHomeFees,
    Relation,
    Relative,
    Sharing,
    care_home_fees,
    fees_of_month,
    law_on,
    reasons,
    relative_means,
)
from services.benefits.calculation.initial import PRACTICE
from services.benefits.calculation.sets import FirstMonth
from services.benefits.refusals.calculation import AgreedAboveMeans, TwoMonths

D = Decimal
LAW = law_on(date(2026, 4, 24))
DAUGHTER = Relative("corka", Relation.DESCENDANT, D(5000))
SON = Relative("syn", Relation.DESCENDANT, D(12_000), household_size=4)

amounts = st.decimals(min_value=0, max_value=30_000, places=2, allow_nan=False)
relatives = st.builds(
    Relative,
    reference=st.sampled_from(["a", "b", "c"]),
    relation=st.sampled_from(Relation),
    income=amounts,
    household_size=st.integers(1, 6),
    degree=st.integers(1, 2),
    exempt_percent=st.sampled_from([D(0), D(50), D(100)]),
)


def fees(
    cost: str, income: str, *who: Relative, sharing: Sharing = Sharing.SEQUENTIAL
) -> list[Decimal]:
    """Resident, relatives in their order, gmina."""
    found = care_home_fees(D(cost), D(income), who, LAW, sharing=sharing)
    return [found.resident, *(payer.pays for payer in found.relatives), found.gmina]


@pytest.mark.parametrize(
    ("cost", "income", "who", "shares"),
    [
        pytest.param("7200", "2400", DAUGHTER, ("1680.00", "1970.00", "3550.00"), id="F1"),
        pytest.param("7200", "11000", DAUGHTER, ("7200.00", "0.00", "0.00"), id="F3"),
        pytest.param("7450", "1980.55", SON, ("1386.39", "2124.00", "3939.61"), id="F4"),
    ],
)
def test_the_cost_is_shared(cost: str, income: str, who: Relative, shares: tuple[str, ...]) -> None:
    assert fees(cost, income, who) == [D(share) for share in shares]


def test_at_300_per_cent_a_relative_pays_nothing_and_above_it_the_grosz() -> None:
    at = replace(DAUGHTER, income=D(3030))
    assert relative_means(at, LAW) == 0
    assert relative_means(replace(at, income=D("3030.01")), LAW) == D("0.01")


def test_spouse_descendants_and_ascendants_pay_in_this_order() -> None:
    mother = Relative("matka", Relation.ASCENDANT, D(9000))
    wife = Relative("zona", Relation.SPOUSE, D(4000))
    found = care_home_fees(D(5000), D(2000), (mother, DAUGHTER, wife), LAW)
    assert [(p.reference, p.pays) for p in found.relatives] == [
        ("zona", D("970.00")), ("corka", D("1970.00")), ("matka", D("660.00"))
    ]  # fmt: skip
    assert found.gmina == 0


def test_children_pay_before_grandchildren() -> None:
    grandson = Relative("wnuk", Relation.DESCENDANT, D(9000), degree=2)
    assert fees("4000", "2000", grandson, DAUGHTER) == [D(1400), D(1970), D(630), D(0)]


def test_descendants_of_one_degree_pay_in_turn_or_in_proportion() -> None:
    both = (DAUGHTER, replace(DAUGHTER, reference="syn", income=D(6970)))
    assert fees("4000", "2000", *both) == [D(1400), D(1970), D(630), D(0)]
    shared = fees("4000", "2000", *both, sharing=Sharing.PROPORTIONAL)
    assert shared == [D(1400), D("866.67"), D("1733.33"), D(0)]


def test_without_a_word_the_city_s_practice_decides_how_they_share() -> None:
    law = law_on(date(2026, 4, 24), (replace(PRACTICE[-1], sharing=Sharing.PROPORTIONAL),))
    both = (DAUGHTER, replace(DAUGHTER, reference="syn"))
    found = care_home_fees(D(3000), D(2000), both, law)
    assert [payer.pays for payer in found.relatives] == [D(800), D(800)]


def test_an_exemption_lets_a_relative_off_and_the_next_pays() -> None:
    assert fees("7200", "2400", replace(DAUGHTER, exempt_percent=D(100)))[1] == 0
    assert fees("7200", "2400", replace(DAUGHTER, exempt_percent=D(50)))[1] == D("985.00")


def test_an_agreement_says_what_a_relative_pays_but_not_more_than_the_means() -> None:
    assert fees("7200", "2400", replace(DAUGHTER, agreed=D(1500)))[1:] == [D(1500), D(4020)]
    with pytest.raises(AgreedAboveMeans):
        fees("7200", "2400", replace(DAUGHTER, agreed=D("1970.01")))


def june(law_practice: FirstMonth = FirstMonth.PRORATED) -> CareHomeFees:
    """K3 from 15 June 2026."""
    practice = replace(PRACTICE[-1], first_month=law_practice)
    whole = care_home_fees(D(7200), D(2400), (DAUGHTER,), LAW)
    law = law_on(date(2026, 6, 15), (practice,))
    return fees_of_month(whole, date(2026, 6, 15), date(2026, 6, 30), law)


def test_the_first_month_is_prorated_to_the_grosz_k3() -> None:
    found = june()
    assert (found.resident, found.relatives[0].pays, found.gmina) == (
        D("896.00"), D("1050.67"), D("1893.33")
    )  # fmt: skip
    assert found.cost == D("3840.00")
    assert "16 z 30" in reasons(found.steps)


def test_a_city_may_take_the_whole_first_month() -> None:
    assert june(FirstMonth.WHOLE).cost == D(7200)


def test_days_of_two_months_are_refused() -> None:
    whole = care_home_fees(D(7200), D(2400), (), LAW)
    for first, last in ((15, date(2026, 7, 1)), (15, date(2026, 6, 14))):
        with pytest.raises(TwoMonths):
            fees_of_month(whole, date(2026, 6, first), last, LAW)


def test_every_share_is_explained_with_its_provision() -> None:
    steps = care_home_fees(D(7200), D(2400), (DAUGHTER,), LAW).steps
    assert [step.amount for step in steps] == [
        D(7200), D(1680), D(1680), D(1970), D(1970), D(3550)
    ]  # fmt: skip
    assert all(step.basis.startswith("ups art. 6") for step in steps)


@given(
    cost=amounts, income=amounts, who=st.lists(relatives, max_size=6), how=st.sampled_from(Sharing)
)
def test_shares_add_up_to_the_cost_and_relatives_keep_their_300_per_cent(
    cost: Decimal, income: Decimal, who: list[Relative], how: Sharing
) -> None:
    found = care_home_fees(cost, income, tuple(who), LAW, sharing=how)
    shares = [found.resident, *(payer.pays for payer in found.relatives), found.gmina]
    assert sum(shares) == cost
    assert min(shares) >= 0
    assert found.resident <= income * D("0.70") + D("0.005")
    for payer, one in zip(
        found.relatives, sorted(who, key=lambda r: (list(Relation).index(r.relation), r.degree)),
        strict=True,
    ):  # fmt: skip
        kept = one.income - payer.pays
        protected = 3 * LAW.criterion(one.household_size).whole
        assert payer.pays == 0 or kept >= protected
        assert payer.pays <= payer.means


@given(cost=amounts, income=amounts, more=amounts, who=st.lists(relatives, max_size=4))
def test_the_richer_the_resident_the_less_the_others_pay(
    cost: Decimal, income: Decimal, more: Decimal, who: list[Relative]
) -> None:
    poorer = care_home_fees(cost, income, tuple(who), LAW)
    richer = care_home_fees(cost, income + more, tuple(who), LAW)
    assert richer.gmina <= poorer.gmina
    assert richer.resident >= poorer.resident


@given(
    cost=amounts, income=amounts, who=st.lists(relatives, max_size=4),
    first=st.integers(1, 30), last=st.integers(1, 30),
)  # fmt: skip
def test_the_shares_of_a_part_of_a_month_add_up_too(
    cost: Decimal, income: Decimal, who: list[Relative], first: int, last: int
) -> None:
    first, last = sorted((first, last))
    whole = care_home_fees(cost, income, tuple(who), LAW)
    part = fees_of_month(whole, date(2026, 6, first), date(2026, 6, last), LAW)
    shares = [part.resident, *(payer.pays for payer in part.relatives), part.gmina]
    assert sum(shares) == part.cost
    assert min(shares) >= 0
    assert part.resident <= whole.resident
