"""First contact sends a client to the wrong door and corrects it: what every unit makes of it."""

from __future__ import annotations

from functools import partial

from tests.chassis.toy import eventually
from tests.journeys.one_city.city import City, registered


async def corrected(city: City, contact: str, outcome: str) -> None:
    why = "klient dodał, o co mu chodzi"
    await city.post("anna-wrzos", f"{contact}/triage/corrections", outcome=outcome, reason=why)


async def file_of(city: City, person: str) -> dict[str, object]:
    (file,) = await city.get("irena-sosna", "/api/files", person_id=person)
    return dict(file)


async def test_a_corrected_triage_ends_what_it_began_and_begins_the_rest(city: City) -> None:
    one, _ = city.cousins()
    jan, contact = await registered(city, one, "SOCIAL_WORK")
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
    _, other = city.cousins()
    jasiek, contact = await registered(city, other, "SOCIAL_WORK")
    await city.until("joanna-brzoza", jasiek, lambda k: "social-work-opened" in k)
    at = f"/api/files/{(await file_of(city, jasiek))['file_id']}"
    await city.post("irena-sosna", f"{at}/worker", worker_id="joanna-brzoza")
    talk = {"type": "SUPPORTING", "minutes": 30, "place": "OFFICE"}
    await city.post("joanna-brzoza", f"{at}/actions", **talk)
    await corrected(city, contact, "BENEFITS")
    await city.until("joanna-brzoza", jasiek, lambda k: "triage-corrected" in k)
    await eventually(partial(told_to_decide, city, other["family_name"]))
    await city.post("joanna-brzoza", f"{at}/keeping")
    assert (await file_of(city, jasiek))["state"] == "open"


async def told_to_decide(city: City, family_name: str) -> bool:
    tasks = await city.get("joanna-brzoza", "/api/tasks")
    return any("zdecyduj o pracy" in t["title"] and family_name in t["title"] for t in tasks)


async def test_a_signal_waits_at_benefits_until_somebody_acts_on_it(city: City) -> None:
    """Or until first contact sees violence: benefits hears no more of it, and never why."""
    one, other = city.cousins()
    jan, _ = await registered(city, one, "INFO_ONLY")
    signal = await city.post("anna-wrzos", "/api/signals", **SIGNAL, person_id=jan)
    await eventually(partial(told_of_signal, city, jan))
    (task,) = await signals(city)
    assert task["title"] == f"Sygnał do działania z urzędu: Jan {one['family_name']}"
    assert task["alarm"]
    left = f"/api/directions/{signal['id']}/no-proceeding"
    await city.post("barbara-lipowa", left, reason="sąsiad naprawił piec")
    await city.until("anna-wrzos", jan, lambda k: "left-without-proceeding" in k)
    assert await signals(city) == []
    await city.post("anna-wrzos", "/api/signals", **SIGNAL, person_id=jan)
    await eventually(partial(told_of_signal, city, jan))
    jasiek, contact = await registered(city, other, "EX_OFFICIO_SIGNAL")
    await eventually(partial(told_of_signal, city, jasiek))
    await city.post("barbara-lipowa", "/api/cases", person_id=jan, **STARTED)
    assert [one["link"] for one in await signals(city)] == [f"/persons/{jasiek}/ex-officio"]
    await corrected(city, contact, "CRISIS_VIOLENCE")
    heard = await city.until("barbara-lipowa", jasiek, lambda k: "access-ended" in k)
    assert "triage-corrected" not in heard
    assert await signals(city) == []


SIGNAL = {
    "problem": "w mieszkaniu nie ma ogrzewania", "urgent": True, "channel": "PHONE",
    "source": "POLICE", "outcome": "EX_OFFICIO_SIGNAL",
}  # fmt: skip
STARTED = {"benefit": "TARGETED", "reason": "zgłoszenie dzielnicowego: brak ogrzewania"}


async def signals(city: City) -> list[dict[str, object]]:
    tasks = await city.get("barbara-lipowa", "/api/tasks")
    return [dict(task) for task in tasks if task["link"].endswith("/ex-officio")]


async def told_of_signal(city: City, person: str) -> bool:
    return any(person in str(task["link"]) for task in await signals(city))
