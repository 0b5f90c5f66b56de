"""K2: what the story of home care without paper must show, and who never learns what."""

import pytest
from osnowa.scenarios.k2.expected import EXPECTED
from osnowa.scenarios.player import TOLD

from tests.journeys.played import Played

NAMES = [TOLD, *(expectation.name for expectation in EXPECTED)]


@pytest.mark.parametrize("name", NAMES)
def test_k2_shows(played: Played, name: str) -> None:
    outcome = played.outcome("k2", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"


def test_the_ngo_sees_the_order_and_no_income(played: Played) -> None:
    kinds = [row.type for row in played.timelines("k2").rows if "ngo-opiekun" in row.cells]
    assert any(".order-placed." in kind for kind in kinds)
    assert not any(".income-established." in kind for kind in kinds)


def test_benefits_sees_no_visit(played: Played) -> None:
    visits = [row for row in played.timelines("k2").rows if ".visit-completed." in row.type]
    assert visits
    assert all("benefits" not in row.cells for row in visits)


def test_the_labour_office_never_hears_of_her(played: Played) -> None:
    assert not any("pup" in row.cells for row in played.timelines("k2").rows)


def test_a_visit_is_one_row_for_who_made_it_and_whom_it_was_told_on(played: Played) -> None:
    visits = [row for row in played.timelines("k2").rows if ".visit-completed." in row.type]
    assert len(visits) == 16 + 21
    assert all(set(row.cells) == {"ngo-opiekun", "service-orders", "socialwork"} for row in visits)
