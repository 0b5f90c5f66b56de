"""What first contact says cannot wait is due that day: for the head, then for its worker."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI
from osnowa_contracts import intake
from osnowa_contracts.fact import Form, Publisher
from osnowa_contracts.visibility import form_for

from services.socialwork.file import file_id
from tests.socialwork.conftest import HEAD, PAWEL, signed_in
from tests.socialwork.test_reactions import PERSON, Neighbours, neighbours

__all__ = ["neighbours"]

AT = f"/api/files/{file_id(PERSON)}"
TALK = {"type": "SUPPORTING", "minutes": 60, "place": "HOME"}
TODAY = "2026-02-02"


def triaged(
    outcome: str, *, urgent: bool = False, contact: UUID | None = None
) -> intake.ContactTriaged:
    return intake.ContactTriaged(
        contact_id=contact or uuid4(), outcome=outcome, target_units=("socialwork",),
        urgent=urgent, protected=outcome == "CRISIS_VIOLENCE",
    )  # fmt: skip


def corrected(contact: UUID, outcome: str, *units: str) -> intake.TriageCorrected:
    left = () if "socialwork" in units else ("socialwork",)
    return intake.TriageCorrected(
        contact_id=contact, outcome=outcome, target_units=units, left_units=left,
        protected=True,
    )  # fmt: skip


async def pressing(app: FastAPI, worker: str) -> list[tuple[str, str | None, bool]]:
    """Title without the name, day and alarm of each task about the person, in order."""
    async with signed_in(app, worker) as client:
        tasks = (await client.get("/api/tasks")).json()
    return [(one["title"].split(":")[0], one["due"], one["alarm"]) for one in tasks]


async def send(app: FastAPI, worker: str, path: str, body: dict[str, Any]) -> None:
    async with signed_in(app, worker) as client:
        answer = await client.post(f"{AT}{path}", json=body)
        assert answer.is_success, answer.text


def test_urgency_and_outcome_reach_social_work_in_full() -> None:
    for fact in (triaged("CRISIS_VIOLENCE"), corrected(uuid4(), "CRISIS_VIOLENCE", "socialwork")):
        assert form_for(fact, Publisher.SOCIALWORK) is Form.FULL


async def test_a_crisis_is_an_alarm_of_the_day_for_the_head_and_then_for_the_worker(
    app: FastAPI, neighbours: Neighbours
) -> None:
    await neighbours.tell(triaged("CRISIS_VIOLENCE", urgent=True))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", TODAY, True)]
    async with signed_in(app, HEAD) as head:
        assert "Alarm" in (await head.get("/files")).text
    await send(app, HEAD, "/worker", {"worker_id": PAWEL})
    assert await pressing(app, HEAD) == []
    (task,) = await pressing(app, PAWEL)
    assert task == ("Nie może czekać, działaj jeszcze dziś", TODAY, True)
    await send(app, PAWEL, "/actions", TALK)
    assert await pressing(app, PAWEL) == []


async def test_an_urgent_contact_is_due_that_day_without_an_alarm(
    app: FastAPI, neighbours: Neighbours
) -> None:
    await neighbours.tell(triaged("SOCIAL_WORK", urgent=True))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", TODAY, False)]


async def test_what_can_wait_has_no_day(app: FastAPI, neighbours: Neighbours) -> None:
    await neighbours.tell(triaged("SOCIAL_WORK"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", None, False)]


async def test_a_crisis_of_whom_somebody_works_with_already_is_the_workers_alarm(
    app: FastAPI, neighbours: Neighbours
) -> None:
    await neighbours.tell(triaged("SOCIAL_WORK"))
    await send(app, HEAD, "/worker", {"worker_id": PAWEL})
    await send(app, PAWEL, "/actions", TALK)
    await neighbours.tell(triaged("CRISIS_VIOLENCE"), triaged("SOCIAL_WORK", urgent=True))
    (task,) = await pressing(app, PAWEL)
    assert task == ("Nie może czekać, działaj jeszcze dziś", TODAY, True)


async def test_a_correction_raises_the_alarm_and_calls_it_off(
    app: FastAPI, neighbours: Neighbours
) -> None:
    contact = uuid4()
    await neighbours.tell(triaged("SOCIAL_WORK", contact=contact))
    await neighbours.tell(corrected(contact, "CRISIS_VIOLENCE", "socialwork"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", TODAY, True)]
    await neighbours.tell(corrected(contact, "SOCIAL_WORK", "socialwork"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", None, False)]


async def test_a_crisis_that_was_acted_on_is_no_alarm_again_when_units_are_added(
    app: FastAPI, neighbours: Neighbours
) -> None:
    contact = uuid4()
    await neighbours.tell(triaged("CRISIS_VIOLENCE", contact=contact))
    await send(app, HEAD, "/worker", {"worker_id": PAWEL})
    await send(app, PAWEL, "/notes", {"kind": "OFFICIAL_NOTE", "text": "Rozmowa w mieszkaniu."})
    more = corrected(contact, "CRISIS_VIOLENCE", "socialwork", "service-orders")
    await neighbours.tell(more)
    assert await pressing(app, PAWEL) == []


async def test_the_alarm_goes_with_its_direction(app: FastAPI, neighbours: Neighbours) -> None:
    other, contact = uuid4(), uuid4()
    await neighbours.tell(triaged("SOCIAL_WORK", contact=other))
    await neighbours.tell(triaged("CRISIS_VIOLENCE", contact=contact))
    await neighbours.tell(corrected(contact, "INFO_ONLY"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", None, False)]


async def test_of_two_alarms_the_one_that_was_right_stays(
    app: FastAPI, neighbours: Neighbours
) -> None:
    wrong = uuid4()
    await neighbours.tell(triaged("CRISIS_VIOLENCE"), triaged("CRISIS_VIOLENCE", contact=wrong))
    await neighbours.tell(corrected(wrong, "INFO_ONLY"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", TODAY, True)]


async def test_what_was_urgent_stays_due_when_the_alarm_beside_it_is_called_off(
    app: FastAPI, neighbours: Neighbours
) -> None:
    alarm = uuid4()
    await neighbours.tell(
        triaged("CRISIS_VIOLENCE", contact=alarm), triaged("SOCIAL_WORK", urgent=True)
    )
    await neighbours.tell(corrected(alarm, "SOCIAL_WORK", "socialwork"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", TODAY, False)]


async def test_the_alarm_goes_with_its_direction_whatever_else_the_work_stands_on(
    app: FastAPI, neighbours: Neighbours
) -> None:
    contact = uuid4()
    async with signed_in(app, PAWEL) as pawel:
        wish = {"person_id": str(PERSON), "source": "OWN_REQUEST"}
        answer = await pawel.post("/api/files", json=wish)
        assert answer.is_success, answer.text
    await neighbours.tell(triaged("CRISIS_VIOLENCE", contact=contact))
    await neighbours.tell(corrected(contact, "INFO_ONLY"))
    assert await pressing(app, HEAD) == [("Wyznacz pracownika socjalnego", None, False)]
