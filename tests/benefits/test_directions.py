"""Whom first contact sends here without an application waits for the head, who answers for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, intake
from osnowa_contracts.access import ACCESS_ENDED
from osnowa_contracts.fact import Form, Publisher
from osnowa_contracts.visibility import form_for

from services.benefits.queries import directions
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN, Json
from tests.benefits.test_acts_pages import look, send
from tests.benefits.test_api import BARBARA, EWA, HELENA, MAREK, registered
from tests.benefits.test_merged import MERGED, UNDONE
from tests.benefits.test_reactions import application

SIGNAL = "Sygnał do działania z urzędu: Jan Próbny"
WITHOUT = "Skierowanie bez wniosku: Jan Próbny"
LEFT = benefits.LeftWithoutProceeding.type()
REASON = {"reason": "Rodzina pomaga, pan Jan nie chce pomocy ośrodka."}


def directed(
    outcome: str = "EX_OFFICIO_SIGNAL",
    *units: str,
    urgent: bool = False,
    contact: UUID | None = None,
) -> intake.ContactTriaged:
    return intake.ContactTriaged(
        contact_id=contact or uuid4(), outcome=outcome, target_units=units or ("benefits",),
        urgent=urgent,
    )  # fmt: skip


def corrected(
    contact: UUID, outcome: str, *units: str, left: tuple[str, ...] = ()
) -> intake.TriageCorrected:
    return intake.TriageCorrected(
        contact_id=contact, outcome=outcome, target_units=units, left_units=left
    )


async def known(town: Town, person: UUID = MAN) -> None:
    data = intake.PersonRegistered(
        given_names="Jan", family_name="Próbny", birth_date=date(1984, 11, 12), sex="M",
        id_type="PESEL", teryt="0264011",
    )  # fmt: skip
    await town.hears("intake", data, person)


async def heard(town: Town, fact: intake.ContactTriaged, person: UUID = MAN) -> UUID:
    """The contact by which first contact sent the person here, on 2 February."""
    await known(town, person)
    await town.hears("intake", fact, person)
    assert await town.parked() == []
    return fact.contact_id


async def tasks(town: Town, worker: str = BARBARA) -> list[Json]:
    found = await town.listed(worker, "/api/tasks")
    return [one for one in found if one["link"].endswith("/ex-officio")]


async def titles(town: Town, worker: str = BARBARA) -> list[str]:
    return [one["title"] for one in await tasks(town, worker)]


# --- what waits -----------------------------------------------------------------


async def test_a_signal_waits_for_the_head_alone_while_the_interview_can_be_in_time(
    town: Town,
) -> None:
    contact = await heard(town, directed())
    (task,) = await tasks(town)
    assert (task["title"], task["link"]) == (SIGNAL, f"/persons/{MAN}/ex-officio")
    assert (task["due"], task["alarm"]) == ("2026-02-20", False), "14 working days"
    for worker in (EWA, MAREK, HELENA):
        assert await tasks(town, worker) == []
    (row,) = await town.listed(BARBARA, "/api/directions")
    assert (row["contact_id"], row["outcome"]) == (str(contact), "EX_OFFICIO_SIGNAL")
    assert SIGNAL in await look(town, BARBARA, "/work")


async def test_an_urgent_signal_is_due_the_same_day_and_stands_before_everything(
    town: Town,
) -> None:
    await registered(town, WOMAN, "PERIODIC", date(2026, 1, 2), urgent=False)
    await heard(town, directed())
    await heard(town, directed(urgent=True))
    town.day(date(2026, 3, 3))
    first, *_ = await town.listed(BARBARA, "/api/tasks")
    assert (first["title"], first["due"], first["alarm"]) == (SIGNAL, "2026-02-02", True)
    page = await look(town, BARBARA, "/work")
    assert page.index(SIGNAL) < page.index("Przydziel sprawę"), "though that is late as well"
    form = await look(town, BARBARA, first["link"])
    assert 'name="urgent" type="checkbox" value="true" checked' in form


async def test_who_was_sent_to_apply_and_did_not_is_seen_the_day_after(town: Town) -> None:
    contact = await heard(town, directed("BENEFITS"))
    assert await titles(town) == []
    town.day(date(2026, 2, 3))
    assert await titles(town) == [WITHOUT]
    filed = application("PERIODIC").model_copy(update={"contact_id": contact})
    await town.hears("intake", filed, MAN)
    assert await titles(town) == []
    both = corrected(contact, "BENEFITS_AND_SOCIAL_WORK", "benefits", "socialwork")
    await town.hears("intake", both, MAN)
    assert await titles(town) == [], "the case was opened already"


async def test_an_urgent_client_who_was_sent_to_apply_is_seen_at_once(town: Town) -> None:
    await heard(town, directed("CARE_OR_DPS", "benefits", "service-orders", urgent=True))
    assert await titles(town) == [WITHOUT]


async def test_whom_first_contact_sent_elsewhere_does_not_wait_here(town: Town) -> None:
    await heard(town, directed("SOCIAL_WORK", "socialwork", urgent=True))
    assert await titles(town) == []


async def test_of_violence_benefits_is_told_nothing() -> None:
    for told in (
        directed("CRISIS_VIOLENCE", "benefits", "socialwork"),
        directed().model_copy(update={"protected": True}),
        directed().model_copy(update={"reasons": ("7",)}),
    ):
        assert form_for(told, Publisher.BENEFITS) is Form.NOTHING


# --- what ends it ---------------------------------------------------------------


async def test_the_head_starts_the_proceeding_and_assigns_it(town: Town) -> None:
    await heard(town, directed())
    (task,) = await tasks(town)
    page = await look(town, BARBARA, task["link"])
    assert "Sygnał do działania z urzędu" in page
    assert "Sprawę przydzielisz potem" in page
    wanted = {"person_id": str(MAN), "benefit": "TARGETED", "reason": "Brak opału w mieszkaniu"}
    back = await send(town, BARBARA, task["link"], wanted)
    assert "Wszczęto postępowanie z urzędu." in await look(town, BARBARA, back)
    assert await titles(town) == []
    (case,) = await town.listed(BARBARA, "/api/cases", person_id=str(MAN))
    assert case["worker"] is None
    assert [one["what"] for one in await town.listed(BARBARA, "/api/work")] == ["ASSIGN"]
    at = f"/api/cases/{case['case_id']}"
    await town.post(BARBARA, f"{at}/worker", worker_id=EWA)
    await town.post(EWA, f"{at}/assessment")


async def test_a_worker_who_starts_it_leads_it(town: Town) -> None:
    await heard(town, directed())
    page = await look(town, EWA, f"/persons/{MAN}/ex-officio")
    assert "Poprowadzisz tę sprawę Ty." in page
    assert "/no-proceeding" not in page, "that is for the head to say"
    await town.post(EWA, "/api/cases", person_id=str(MAN), benefit="MEAL", reason="Sygnał szkoły")
    assert await titles(town) == []
    (case,) = await town.listed(EWA, "/api/cases", person_id=str(MAN))
    assert case["worker"] == EWA


async def test_a_case_of_before_does_not_answer_a_signal_of_today(town: Town) -> None:
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await heard(town, directed())
    assert await titles(town) == [SIGNAL]


async def test_it_goes_when_first_contact_directs_the_client_elsewhere(town: Town) -> None:
    contact = await heard(town, directed())
    elsewhere = corrected(contact, "SOCIAL_WORK", "socialwork", left=("benefits",))
    await town.hears("intake", elsewhere, MAN)
    assert await titles(town) == []
    town.day(date(2026, 2, 4))
    await town.hears("intake", corrected(contact, "BENEFITS", "benefits"), MAN)
    assert await titles(town) == [WITHOUT], "and is back when the client is sent here after all"


async def test_it_goes_when_benefits_hears_no_more_of_the_client(town: Town) -> None:
    """That the direction became one of violence is not told here, only that there is no more."""
    await heard(town, directed())
    await heard(town, directed(), WOMAN)
    ended = ACCESS_ENDED[Publisher.INTAKE](keep_until=date(2026, 3, 4))
    await town.hears("intake", ended, MAN)
    assert [one["link"] for one in await tasks(town)] == [f"/persons/{WOMAN}/ex-officio"]
    assert await town.parked() == []


async def test_it_goes_when_the_matter_is_passed_to_another_authority(town: Town) -> None:
    contact = await heard(town, directed())
    passed_on = intake.CaseTransferred(
        contact_id=contact, application_id=None, authority="OPS w Gminie Sąsiedniej",
        reason="LIVES_ELSEWHERE",
    )  # fmt: skip
    await town.hears("intake", passed_on, MAN)
    assert await titles(town) == []
    assert await town.parked() == []


async def test_the_head_says_why_no_proceeding_is_started(town: Town) -> None:
    contact = await heard(town, directed())
    address = f"/directions/{contact}/no-proceeding"
    assert address in await look(town, BARBARA, f"/persons/{MAN}/ex-officio")
    assert "Jan Próbny" in await look(town, BARBARA, address)
    page = await send(town, BARBARA, address, {"reason": ""}, 422)
    assert "Dlaczego postępowania się nie wszczyna" in page
    assert await titles(town) == [SIGNAL]
    back = await send(town, BARBARA, address, REASON)
    assert "Odnotowano, że postępowania się nie wszczyna." in await look(town, BARBARA, back)
    assert await titles(town) == []
    assert await town.refused(BARBARA, f"/api{address}", **REASON) == "DirectionOver"
    assert "już na nic nie czeka" in await look(town, BARBARA, address, 409)
    assert "już na nic nie czeka" in await send(town, BARBARA, address, REASON, 409)


async def test_first_contact_hears_that_nothing_is_begun_and_never_why(town: Town) -> None:
    """Though it has nothing to do with the client here; and statistics hear a number."""
    contact = await heard(town, directed())
    await town.post(BARBARA, f"/api/directions/{contact}/no-proceeding", **REASON)
    rows = await town.app.state.service.reading.fetch(
        "select recipient, form, envelope from disclosures order by recipient"
    )
    assert [(row["recipient"], row["form"]) for row in rows] == [
        ("intake", "summary"), ("reporting", "count"),
    ]  # fmt: skip
    assert all("left-without-proceeding" in row["envelope"] for row in rows)
    assert not any("Rodzina" in row["envelope"] or BARBARA in row["envelope"] for row in rows)
    (own,) = (await town.get(BARBARA, f"/api/clients/{MAN}/timeline", kind=LEFT))["entries"]
    assert own["sentence"].endswith("2.02.2026: nie wszczęto postępowania.")


async def test_of_a_direction_that_never_was_nothing_is_said(town: Town) -> None:
    """Neither that it is over, nor whether something else has that id."""
    address = f"/directions/{uuid4()}/no-proceeding"
    assert "Nie ma takiego wpisu" in await look(town, BARBARA, address, 404)
    for form in (REASON, {"reason": ""}):
        assert "Nie ma takiego wpisu" in await send(town, BARBARA, address, form, 404)
    answer = await (await town.client(BARBARA)).post(f"/api{address}", json=REASON)
    assert (answer.status_code, answer.json()["code"]) == (404, "NotFound")


async def test_what_was_answered_waits_again_only_if_it_is_something_else_now(town: Town) -> None:
    contact = await heard(town, directed())
    await town.post(BARBARA, f"/api/directions/{contact}/no-proceeding", **REASON)
    also = corrected(contact, "EX_OFFICIO_SIGNAL", "benefits", "socialwork")
    await town.hears("intake", also, MAN)
    assert await titles(town) == []
    urgent = also.model_copy(update={"urgent": True})
    await town.hears("intake", urgent, MAN)
    assert await titles(town) == [SIGNAL]


START: Json = {"person_id": str(MAN), "benefit": "TARGETED", "reason": "brak ogrzewania"}


def meanwhile(
    monkeypatch: pytest.MonkeyPatch, read: str, act: Callable[[], Awaitable[Json]]
) -> None:
    """Somebody else acts when that was read, once, and is through before the reader goes on."""
    real = getattr(directions, read)

    async def and_then(*asked: object) -> object:
        found = await real(*asked)
        monkeypatch.setattr(directions, read, real)
        await act()
        return found

    monkeypatch.setattr(directions, read, and_then)


async def test_who_starts_what_was_left_meanwhile_is_refused(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact = await heard(town, directed())
    left = f"/api/directions/{contact}/no-proceeding"
    meanwhile(monkeypatch, "waiting_of_person", partial(town.post, BARBARA, left, **REASON))
    assert await town.refused(EWA, "/api/cases", **START) == "DirectionOver"
    assert await town.listed(BARBARA, "/api/cases", person_id=str(MAN)) == []


async def test_of_two_who_start_it_at_once_one_is_refused(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await heard(town, directed())
    meanwhile(monkeypatch, "waiting_of_person", partial(town.post, BARBARA, "/api/cases", **START))
    assert await town.refused(EWA, "/api/cases", **START) == "DirectionOver"
    assert len(await town.listed(BARBARA, "/api/cases", person_id=str(MAN))) == 1


async def test_who_leaves_what_was_started_meanwhile_is_refused(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact = await heard(town, directed())
    meanwhile(monkeypatch, "has_case", partial(town.post, EWA, "/api/cases", **START))
    left = f"/api/directions/{contact}/no-proceeding"
    assert await town.refused(BARBARA, left, **REASON) == "CaseIsOpen"


async def test_a_signal_about_another_entry_waits_again_when_the_entries_part(town: Town) -> None:
    """A proceeding was begun for the one man; whether anybody acts for the other is open again."""
    await known(town)
    await heard(town, directed(), WOMAN)
    await town.hears("intake", MERGED, MAN)
    await town.post(BARBARA, "/api/cases", **START)
    assert await tasks(town) == []
    await town.hears("intake", UNDONE, MAN)
    (task,) = await tasks(town)
    assert task["link"] == f"/persons/{WOMAN}/ex-officio"


async def test_a_second_case_may_be_started_after_the_first(town: Town) -> None:
    await heard(town, directed())
    for benefit in ("TARGETED", "MEAL"):
        await town.post(
            BARBARA, "/api/cases", person_id=str(MAN), benefit=benefit, reason="brak ogrzewania"
        )
    assert len(await town.listed(BARBARA, "/api/cases", person_id=str(MAN))) == 2


async def test_where_a_case_was_opened_there_is_nothing_to_say(town: Town) -> None:
    contact = await heard(town, directed())
    await town.post(EWA, "/api/cases", person_id=str(MAN), benefit="MEAL", reason="Sygnał szkoły")
    address = f"/directions/{contact}/no-proceeding"
    assert await town.refused(BARBARA, f"/api{address}", **REASON) == "CaseIsOpen"
    assert "otwarto już sprawę" in await look(town, BARBARA, address, 409)


@pytest.mark.parametrize("worker", [EWA, MAREK, HELENA])
async def test_nobody_else_may_say_it(town: Town, worker: str) -> None:
    contact = await heard(town, directed())
    path = f"/api/directions/{contact}/no-proceeding"
    assert await town.refused(worker, path, **REASON) == "RoleMissing"
