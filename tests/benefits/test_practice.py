"""What the unit chose: how its decisions are numbered; and what a second person has to publish."""

from __future__ import annotations

import pytest

from tests.benefits.conftest import Town
from tests.benefits.given import Json
from tests.benefits.test_api import BARBARA, EWA, GRANT, HELENA
from tests.benefits.test_deciding import drafted, ready
from tests.benefits.test_parameters_api import AT, RISE, STEFAN


async def test_the_director_chooses_what_the_numbers_of_decisions_begin_with(town: Town) -> None:
    case = await ready(town)
    assert (await town.get(EWA, "/api/practice"))["decision_mark"] == "SW"
    mark = "/api/practice/decision-mark"
    assert await town.refused(BARBARA, mark, mark="DPS.8121") == "RoleMissing"
    await town.post(HELENA, mark, mark="DPS.8121")
    assert (await town.get(EWA, "/api/practice"))["decision_mark"] == "DPS.8121"
    decision = await drafted(town, case, **GRANT)
    told = await town.post(HELENA, f"/api/decisions/{decision}/issue")
    assert told["data"] == {"number": "DPS.8121/2026/0001"}


@pytest.mark.parametrize("mark", ["", "sw", "DPŚ", "SW/1", ".SW", "A" * 21])
async def test_a_mark_that_no_number_could_have_is_refused(town: Town, mark: str) -> None:
    assert await town.refused(HELENA, "/api/practice/decision-mark", mark=mark) == "invalid"


async def tasks(town: Town, worker: str) -> list[Json]:
    found = await town.listed(worker, "/api/tasks")
    return [one for one in found if one["link"] == "/parameters#proposals"]


async def test_a_proposal_waits_for_the_second_person_until_it_is_decided(town: Town) -> None:
    proposal = (await town.post(STEFAN, f"{AT}/proposals", **RISE))["data"]["proposal_id"]
    (told,) = await tasks(town, HELENA)
    assert "Kwoty i kryteria ustawowe" in told["title"]
    assert told["due"] == "2026-02-01"
    assert await tasks(town, STEFAN) == [], "he proposed it"
    assert await tasks(town, EWA) == [], "she may not publish"
    await town.post(HELENA, f"{AT}/proposals/{proposal}/publication")
    assert await tasks(town, HELENA) == []
