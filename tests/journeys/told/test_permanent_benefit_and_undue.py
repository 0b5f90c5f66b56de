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


def test_the_social_worker_hears_what_is_to_be_repaid(played: Played) -> None:
    rows = played.timelines("k6").rows
    (established,) = [row for row in rows if ".undue-benefit-established." in row.type]
    assert set(established.cells) == {"benefits", "socialwork"}


def test_first_contact_hears_of_no_payment_and_no_income(played: Played) -> None:
    kinds = [row.type for row in played.timelines("k6").rows if "intake" in row.cells]
    assert kinds
    assert not any(".payment-" in kind or ".income-established." in kind for kind in kinds)


def test_the_late_update_is_the_only_term_missed_and_stays_inside_the_team(played: Played) -> None:
    missed = [row for row in played.timelines("k6").rows if ".deadline-missed." in row.type]
    assert [set(row.cells) for row in missed] == [{"benefits"}]


def test_what_was_repaid_stands_on_the_timeline_twice(played: Played) -> None:
    rows = played.timelines("k6").rows
    back = [row for row in rows if ".repayment-received." in row.type and "benefits" in row.cells]
    assert [f"{row.at:%Y-%m-%d}" for row in back] == ["2026-09-30", "2026-10-30"]
