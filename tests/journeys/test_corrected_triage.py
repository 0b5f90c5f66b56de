"""First contact sends a client to the wrong door and corrects it: what every unit makes of it."""

from __future__ import annotations

from functools import partial

from tests.chassis.toy import eventually
from tests.journeys.test_merged_persons import JAN, JASIEK, City, city, registered

__all__ = ["city"]


async def corrected(city: City, contact: str, outcome: str) -> None:
    why = "klient dodał, o co mu chodzi"
    await city.post("anna-wrzos", f"{contact}/triage/corrections", outcome=outcome, reason=why)


async def file_of(city: City, person: str) -> dict[str, object]:
    (file,) = await city.get("irena-sosna", "/api/files", person_id=person)
    return dict(file)


async def test_a_corrected_triage_ends_what_it_began_and_begins_the_rest(city: City) -> None:
    jan, contact = await registered(city, JAN, "SOCIAL_WORK")
    await city.until("joanna-brzoza", jan, lambda k: "social-work-opened" in k)
    assert await city.kinds("barbara-lipowa", jan) == set()
    await corrected(city, contact, "CARE_OR_DPS")
    await city.until("barbara-lipowa", jan, lambda k: "triage-corrected" in k)
    await city.until("joanna-brzoza", jan, lambda k: "social-work-closed" in k)
    ended = await city.until("joanna-brzoza", jan, lambda k: "access-ended" in k)
    assert "triage-corrected" in ended
    assert (await file_of(city, jan))["result"] == "WRONGLY_DIRECTED"
    await city.until("magda-olcha", jan, lambda k: "person-registered" in k)

    await corrected(city, contact, "BENEFITS")
    await city.until("magda-olcha", jan, lambda k: "access-ended" in k)
    assert await city.get("barbara-lipowa", "/api/cases", person_id=jan) == []
    await city.post("anna-wrzos", f"{contact}/applications", benefit_types=["PERIODIC"])
    await city.until("barbara-lipowa", jan, lambda k: "application-registered" in k)
    refused = await city.refused(
        "anna-wrzos", f"{contact}/triage/corrections", outcome="SOCIAL_WORK", reason="pomyłka"
    )
    assert refused == "ApplicationStays"


async def test_social_work_that_has_begun_waits_for_its_worker(city: City) -> None:
    jasiek, contact = await registered(city, JASIEK, "SOCIAL_WORK")
    await city.until("joanna-brzoza", jasiek, lambda k: "social-work-opened" in k)
    at = f"/api/files/{(await file_of(city, jasiek))['file_id']}"
    await city.post("irena-sosna", f"{at}/worker", worker_id="joanna-brzoza")
    talk = {"type": "SUPPORTING", "minutes": 30, "place": "OFFICE"}
    await city.post("joanna-brzoza", f"{at}/actions", **talk)
    await corrected(city, contact, "BENEFITS")
    await city.until("joanna-brzoza", jasiek, lambda k: "triage-corrected" in k)
    await eventually(partial(told_to_decide, city))
    await city.post("joanna-brzoza", f"{at}/keeping")
    assert (await file_of(city, jasiek))["state"] == "open"


async def told_to_decide(city: City) -> bool:
    tasks = await city.get("joanna-brzoza", "/api/tasks")
    return any("zdecyduj o pracy" in task["title"] for task in tasks)
