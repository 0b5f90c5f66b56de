"""One man under two entries: every process follows the merge and its undoing, nothing is lost."""

from __future__ import annotations

import asyncio
import time
from functools import partial

import asyncpg

from chassis.timeline import SHOW_TOLD
from tests.chassis.toy import PATIENCE, eventually
from tests.journeys.one_city.city import WORKERS, City, Json, registered


async def in_a_labour_office_through_benefits(city: City, person: str, contact: str) -> None:
    """The application opens a case, and the case asks the labour office."""
    told = await city.post("anna-wrzos", f"{contact}/applications", benefit_types=["PERIODIC"])
    assert told["data"]["application_id"]
    (case,) = await until_listed(city, "barbara-lipowa", "/api/cases", person)
    at = f"/api/cases/{case['case_id']}"
    await city.post("barbara-lipowa", f"{at}/worker", worker_id="ewa-jarzebina")
    await city.post("ewa-jarzebina", f"{at}/assessment")
    await city.post("ewa-jarzebina", f"{at}/evidence-requests", source="pup", kind="LABOUR_STATUS")
    await city.until("krystyna-topola", person, lambda k: "evidence-requested" in k)


async def test_every_process_follows_a_merge_and_its_undoing(city: City) -> None:
    one, other = city.cousins()
    jan, contact = await registered(city, one, "BENEFITS")
    jasiek, _ = await registered(city, other, "SOCIAL_WORK")
    await in_a_labour_office_through_benefits(city, jan, contact)
    await city.until("joanna-brzoza", jasiek, lambda k: "social-work-opened" in k)
    assert await city.kinds("joanna-brzoza", jan) == set()
    apart = {
        worker: (await city.kinds(worker, jan), await city.kinds(worker, jasiek))
        for worker in WORKERS
    }

    merge = {"absorbed_id": jasiek, "reason": "odnaleziony dowód osobisty"}
    await city.post("maria-buk", f"/api/persons/{jan}/merge", **merge)
    for worker in ("anna-wrzos", "barbara-lipowa", "joanna-brzoza", "krystyna-topola"):
        await city.until(worker, jasiek, lambda k: "persons-merged" in k)
        await eventually(partial(one_timeline, city, worker, jan, jasiek))
        assert await city.leads_to(worker, jasiek) == jan
        before = apart[worker][0] | apart[worker][1]
        assert before <= await city.kinds(worker, jan), "nothing is lost"
    seen = await city.until("barbara-lipowa", jan, lambda k: "contact-triaged" in k)
    assert "social-work-opened" not in seen, "the matrix holds for a merged person too"
    await city.until("joanna-brzoza", jasiek, lambda k: "application-registered" in k)
    for stranger in ("magda-olcha", "piotr-wiaz"):
        assert await city.kinds(stranger, jan) == set()
        assert await city.kinds(stranger, jasiek) == set()

    undoing = {"absorbed_id": jasiek, "reason": "to dwaj kuzyni"}
    await city.post("maria-buk", f"/api/persons/{jan}/merge/undoing", **undoing)
    for worker in ("anna-wrzos", "barbara-lipowa", "krystyna-topola"):
        await city.until(worker, jan, lambda k: "person-merge-undone" in k)
        assert await city.leads_to(worker, jasiek) == jasiek
    await city.until("joanna-brzoza", jasiek, lambda k: "persons-merged" not in k)
    for worker, (of_jan, of_jasiek) in apart.items():
        assert of_jan <= await city.kinds(worker, jan), "nothing is lost"
        assert of_jasiek <= await city.kinds(worker, jasiek)
    assert await city.kinds("anna-wrzos", jasiek) == apart["anna-wrzos"][1]
    assert await city.kinds("krystyna-topola", jasiek) == set()

    for unit in ("intake", "benefits", "socialwork", "pup"):
        await eventually(partial(rebuilt_alike, city, unit))


async def test_look_ups_of_every_service_follow_a_merge_and_its_undoing(city: City) -> None:
    """One man has his case under one entry, and his file of social work under the other."""
    one, other = city.cousins()
    jan, contact = await registered(city, one, "BENEFITS")
    jasiek, _ = await registered(city, other, "BENEFITS_AND_SOCIAL_WORK")
    await in_a_labour_office_through_benefits(city, jan, contact)
    (file,) = await until_listed(city, "irena-sosna", "/api/files", jasiek)
    (case,) = await city.get("barbara-lipowa", "/api/cases", person_id=jan)
    assert await city.get("barbara-lipowa", "/api/cases", person_id=jasiek) == []
    assert await city.get("irena-sosna", "/api/files", person_id=jan) == []

    merge = {"absorbed_id": jasiek, "reason": "odnaleziony dowód osobisty"}
    await city.post("maria-buk", f"/api/persons/{jan}/merge", **merge)
    for worker in ("barbara-lipowa", "irena-sosna", "krystyna-topola"):
        await city.until(worker, jasiek, lambda k: "persons-merged" in k)
    for entry in (jan, jasiek):
        cases = await city.get("barbara-lipowa", "/api/cases", person_id=entry)
        assert [one["case_id"] for one in cases] == [case["case_id"]]
        files = await city.get("irena-sosna", "/api/files", person_id=entry)
        assert [one["file_id"] for one in files] == [file["file_id"]]
        asked = await city.get("krystyna-topola", "/api/requests", person_id=entry)
        assert len(asked) == 1
    assert await city.found("barbara-lipowa", one["family_name"]) == 1
    assert await city.found("irena-sosna", one["family_name"]) == 1
    await certified_under_the_other_entry(city, file["file_id"], case["case_id"])

    undoing = {"absorbed_id": jasiek, "reason": "to dwaj kuzyni"}
    await city.post("maria-buk", f"/api/persons/{jan}/merge/undoing", **undoing)
    await city.until("barbara-lipowa", jan, lambda k: "person-merge-undone" in k)
    await city.until("irena-sosna", jasiek, lambda k: "persons-merged" not in k)
    assert await city.get("barbara-lipowa", "/api/cases", person_id=jasiek) == []
    assert await city.get("irena-sosna", "/api/files", person_id=jan) == []


async def certified_under_the_other_entry(city: City, file: str, case: str) -> None:
    """A certificate from the file of the one entry answers the question in the other's case."""
    at = f"/api/files/{file}"
    await city.post("irena-sosna", f"{at}/worker", worker_id="joanna-brzoza")
    paper = {"has_unused": False, "known": "WITH_CLIENTS_KNOWLEDGE"}
    await city.post("joanna-brzoza", f"{at}/certificates/4", **paper)
    deadline = time.monotonic() + PATIENCE
    path = f"/api/cases/{case}"
    while (answer := await city.desks["ewa-jarzebina"].get(path)).json()["has_unused"] is None:
        assert time.monotonic() < deadline, answer.text
        await asyncio.sleep(0.1)
    assert answer.json()["has_unused"] is False


async def until_listed(city: City, worker: str, path: str, person: str) -> list[Json]:
    deadline = time.monotonic() + PATIENCE
    while not (found := await city.get(worker, path, person_id=person)):
        assert time.monotonic() < deadline, path
        await asyncio.sleep(0.1)
    return found


async def test_a_killed_process_learns_of_the_merge_when_it_is_back(city: City) -> None:
    one, other = city.cousins()
    jan, _ = await registered(city, one, "BENEFITS")
    jasiek, _ = await registered(city, other, "SOCIAL_WORK")
    await city.until("joanna-brzoza", jasiek, lambda k: "social-work-opened" in k)
    await city.platform.stop_part("socialwork")
    merge = {"absorbed_id": jasiek, "reason": "odnaleziony dowód osobisty"}
    await city.post("maria-buk", f"/api/persons/{jan}/merge", **merge)
    await city.platform.start_part("socialwork")
    await city.until("joanna-brzoza", jan, lambda k: "persons-merged" in k)
    await eventually(partial(one_timeline, city, "joanna-brzoza", jan, jasiek))


async def one_timeline(city: City, worker: str, one: str, other: str) -> bool:
    return await city.entries(worker, one) == await city.entries(worker, other)


async def rebuilt_alike(city: City, unit: str) -> bool:
    return await rebuilt(city, unit) == await live(city, unit)


async def live(city: City, unit: str) -> list[str]:
    return await texts(city, unit, "select t::text from timeline t order by position")


async def rebuilt(city: City, unit: str) -> list[str]:
    """As a rebuild would write it, and nothing written."""
    source = SHOW_TOLD.format("inbox told").removeprefix("insert into timeline ")
    together = (
        f"select t::text from ({source} union all select * from own_entries) t order by position"
    )
    return await texts(city, unit, together)


async def texts(city: City, unit: str, query: str) -> list[str]:
    connection = await asyncpg.connect(city.platform.database(unit))
    rows = await connection.fetch(query)
    await connection.close()
    return [row[0] for row in rows]
