"""K6: what the story of a permanent benefit in a family must show, and what everybody is told."""

import pytest
from osnowa.scenarios.k6.expected import EXPECTED
from osnowa.scenarios.player import TOLD

from tests.journeys.played import Played

NAMES = [TOLD, *(expectation.name for expectation in EXPECTED)]


@pytest.mark.parametrize("name", NAMES)
def test_k6_shows(played: Played, name: str) -> None:
    outcome = played.outcome("k6", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"


def test_the_social_worker_hears_that_money_is_owed_and_never_what_the_husband_earns(
    played: Played,
) -> None:
    kinds = [row.type for row in played.timelines("k6").rows if "socialwork" in row.cells]
    assert any(".undue-benefit-established." in kind for kind in kinds)
    assert not any(".income-established." in kind for kind in kinds)


def test_first_contact_hears_of_no_payment_and_no_income(played: Played) -> None:
    kinds = [row.type for row in played.timelines("k6").rows if "intake" in row.cells]
    assert kinds
    assert not any(".payment-" in kind or ".income-established." in kind for kind in kinds)


def test_the_late_update_is_the_only_term_that_was_missed(played: Played) -> None:
    missed = [row for row in played.timelines("k6").rows if ".deadline-missed." in row.type]
    assert [f"{row.at:%Y-%m-%d}" for row in missed] == ["2026-08-24"] * len(missed)


def test_what_was_repaid_stands_on_the_timeline_twice(played: Played) -> None:
    rows = played.timelines("k6").rows
    back = [row for row in rows if ".repayment-received." in row.type and "benefits" in row.cells]
    assert [f"{row.at:%Y-%m-%d}" for row in back] == ["2026-09-30", "2026-10-30"]
