"""Why a client is in a hard situation (ups art. 7), and the family that statistics count."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import benefits as facts
from osnowa_contracts import intake
from osnowa_contracts.fact import Form, reduced

from services.benefits.counting import unnamed
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN, Json
from tests.benefits.test_api import EWA, GRANT, HELENA, assessed, registered

HOUSEHOLD = uuid4()


async def lives_together(town: Town, *persons: UUID) -> None:
    household = intake.HouseholdDefined(
        household_id=HOUSEHOLD, size=len(persons), since=date(2020, 5, 1),
        members=tuple(intake.Member(person_id=one, relation="SELF") for one in persons),
    )  # fmt: skip
    await town.hears("intake", household, persons[0])


async def in_a_case(town: Town) -> str:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    return f"/api/cases/{case}"


async def decided_on(town: Town, person: UUID) -> None:
    """A decision in a case of its own, of somebody whom first contact knows."""
    registration = intake.PersonRegistered(
        given_names="Jan", family_name="Próbny", birth_date=date(2144, 11, 12), sex="M",
        id_type="PESEL", teryt="0264011",
    )  # fmt: skip
    await town.hears("intake", registration, person)
    case = await town.post(
        EWA, "/api/cases", person_id=str(person), benefit="TARGETED", reason="Brak opału"
    )
    draft = {"kind": "DISCONTINUE", "ground": "POINTLESS"}
    drafted = await town.post(EWA, f"/api/cases/{case['id']}/decisions", **draft)
    await town.post(HELENA, f"/api/decisions/{drafted['data']['decision_id']}/issue")


async def counted(town: Town) -> list[Json]:
    """What statistics are told of each decision."""
    rows = await town.app.state.service.part.pool.fetch(
        "select data from facts where type = $1 order by event_position",
        facts.DecisionIssued.type(),
    )
    return [reduced(json.loads(row["data"]), facts.DecisionIssued, Form.COUNT) for row in rows]


async def test_the_reasons_of_q1_are_counted_with_the_decision_in_the_order_of_the_law(
    town: Town,
) -> None:
    at = await in_a_case(town)
    await town.post(EWA, f"{at}/answers", question="Q1", value="YES", reasons=["5", "4", "5"])
    await town.post(EWA, f"{at}/entitlement", proposed="200.00")
    drafted = await town.post(EWA, f"{at}/decisions", **GRANT)
    await town.post(HELENA, f"/api/decisions/{drafted['data']['decision_id']}/issue")
    (told,) = await counted(town)
    assert (told["reasons"], told["persons"]) == (["4", "5"], 1)
    page = (await (await town.client(EWA)).get(at.removeprefix("/api"))).text
    assert "bezrobocie, niepełnosprawność" in " ".join(page.split())


async def test_reasons_belong_to_q1_where_there_is_one(town: Town) -> None:
    at = await in_a_case(town)
    for question, value in (("Q3", "YES"), ("Q1", "NO")):
        answer = {"question": question, "value": value, "reasons": ["4"]}
        assert await town.refused(EWA, f"{at}/answers", **answer) == "ReasonsNotAsked"


async def test_decisions_about_two_of_a_household_count_one_family_of_two(town: Town) -> None:
    await lives_together(town, MAN, WOMAN)
    await decided_on(town, MAN)
    await decided_on(town, WOMAN)
    his, hers = await counted(town)
    assert his["family"] == hers["family"]
    assert his["persons"] == hers["persons"] == 2


async def test_two_who_live_apart_are_two_families_of_one(town: Town) -> None:
    await decided_on(town, MAN)
    await decided_on(town, WOMAN)
    his, hers = await counted(town)
    assert his["family"] != hers["family"]
    assert his["persons"] == hers["persons"] == 1


async def test_the_family_that_is_counted_is_not_to_be_found_by_its_household(town: Town) -> None:
    await lives_together(town, MAN, WOMAN)
    await decided_on(town, MAN)
    (told,) = await counted(town)
    assert not {"person_id", "household_id"} & set(told)
    known = {str(HOUSEHOLD), HOUSEHOLD.hex, unnamed(b"", str(HOUSEHOLD))}
    assert told["family"] not in known
    assert unnamed(b"one secret", str(HOUSEHOLD)) != unnamed(b"another", str(HOUSEHOLD))
