"""K3: what the story of the residential home must show, and who never learns what."""

import pytest
from osnowa.scenarios.k3.expected import EXPECTED
from osnowa.scenarios.player import TOLD

from tests.journeys.played import Played

NAMES = [TOLD, *(expectation.name for expectation in EXPECTED)]


@pytest.mark.parametrize("name", NAMES)
def test_k3_shows(played: Played, name: str) -> None:
    outcome = played.outcome("k3", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"


def test_the_ngo_sees_the_end_of_the_order_and_nothing_of_who_pays(played: Played) -> None:
    kinds = [row.type for row in played.timelines("k3").rows if "ngo-opiekun" in row.cells]
    assert any(".order-ended." in kind for kind in kinds)
    for hidden in ("fee-charged", "support-agreement-concluded", "income-established"):
        assert not any(f".{hidden}." in kind for kind in kinds)


def test_the_fee_of_the_home_is_told_to_nobody_outside_the_file(played: Played) -> None:
    charged = [row for row in played.timelines("k3").rows if ".fee-charged." in row.type]
    assert charged, "each month of the stay, as long as the city's clock runs"
    assert all(set(row.cells) == {"benefits", "socialwork"} for row in charged)


def test_the_wait_and_the_admission_stay_within_the_city(played: Played) -> None:
    for fact in ("place-awaited", "resident-admitted"):
        (told,) = [row for row in played.timelines("k3").rows if f".{fact}." in row.type]
        assert set(told.cells) == {"benefits", "socialwork", "service-orders"}


def test_the_labour_office_never_hears_of_him(played: Played) -> None:
    assert not any("pup" in row.cells for row in played.timelines("k3").rows)
