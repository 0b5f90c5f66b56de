"""The desk over HTTP: calls, signals, alarms, jurisdiction, documents, appointments."""

import asyncio
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from osnowa_contracts.benefits import LeftWithoutProceeding
from osnowa_contracts.examples import envelope_for
from osnowa_contracts.fact import Form

from chassis.clock import set_offset
from tests.intake.conftest import (
    ADMINISTRATOR,
    CRISIS_WORKER,
    INFORMATION_HEAD,
    OTHER_WORKER,
    signed_in,
)
from tests.intake.test_api import contacted, registered

Json = dict[str, Any]


async def sent(client: httpx.AsyncClient, path: str, **body: Any) -> Json:
    answer = await client.post(path, json=body)
    assert answer.is_success, answer.text
    found: Json = answer.json()
    return found


async def refused(client: httpx.AsyncClient, path: str, **body: Any) -> tuple[int, str]:
    answer = await client.post(path, json=body)
    assert not answer.is_success, answer.text
    return answer.status_code, answer.json()["code"]


@pytest.fixture
async def person(desk: httpx.AsyncClient, jan: Json) -> str:
    return await registered(desk, jan)


# --- a call, the rest later -------------------------------------------------


async def test_a_call_is_two_fields_and_the_person_follows(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    call = await sent(
        desk,
        "/api/contacts",
        channel="PHONE",
        problem="pyta o zasiłek",
        caller_name="Zofia Wzorcowa",
        caller_phone="600 100 300",
    )
    at = f"/api/contacts/{call['id']}"
    seen = (await desk.get(at)).json()
    assert (seen["person_id"], seen["caller"]["name"]) == (None, "Zofia Wzorcowa")
    assert await refused(desk, f"{at}/triage", outcome="BENEFITS") == (409, "PersonUnknown")
    person_id = await registered(desk, jan)
    await sent(desk, f"{at}/person", person_id=person_id)
    await sent(desk, f"{at}/talk", problem="stracił pracę", urgent=True, reasons=["4"])
    await sent(desk, f"{at}/triage", outcome="BENEFITS")
    (listed,) = (await desk.get("/api/contacts", params={"person_id": person_id})).json()
    assert (listed["urgent"], listed["target_units"]) == (True, ["benefits"])
    timeline = (await desk.get(f"/api/clients/{person_id}/timeline")).json()["entries"]
    kinds = [entry["type"].split(".")[2] for entry in reversed(timeline)]
    assert kinds == ["person-registered", "contact-registered", "contact-triaged"]


async def test_the_name_of_a_caller_stands_in_one_table_and_nowhere_else(
    desk: httpx.AsyncClient, app: FastAPI
) -> None:
    await sent(
        desk, "/api/contacts", channel="PHONE", problem="pyta", caller_name="Zofia Kanarkowa"
    )
    pool = app.state.service.reading
    tables = await pool.fetch(
        "select table_name from information_schema.tables"
        " where table_schema = 'public' and table_type = 'BASE TABLE'"
    )
    holding = [
        table["table_name"]
        for table in tables
        if await pool.fetchval(
            f"select count(*) from {table['table_name']} t where t::text like '%Kanarkowa%'"
        )
    ]
    assert holding == ["callers"]


# --- directed once ----------------------------------------------------------


async def test_a_second_triage_is_a_correction_and_names_its_reason(
    desk: httpx.AsyncClient, person: str
) -> None:
    at = f"/api/contacts/{await contacted(desk, person)}"
    await sent(desk, f"{at}/triage", outcome="INFO_ONLY")
    assert await refused(desk, f"{at}/triage", outcome="BENEFITS") == (409, "AlreadyTriaged")
    assert await refused(desk, f"{at}/triage/corrections", outcome="BENEFITS", reason=" ") == (
        422,
        "TriageCorrectionReasonMissing",
    )
    corrected = await sent(
        desk, f"{at}/triage/corrections", outcome="BENEFITS", reason="prosi o zasiłek"
    )
    assert corrected["data"]["target_units"] == ["benefits"]
    assert (await desk.get(at)).json()["correction"] == "prosi o zasiłek"


# --- crisis -----------------------------------------------------------------


async def crisis(desk: httpx.AsyncClient, person_id: str) -> str:
    contact_id = await contacted(desk, person_id)
    await sent(desk, f"/api/contacts/{contact_id}/triage", outcome="CRISIS_VIOLENCE")
    return contact_id


async def test_an_alarm_stands_first_is_due_the_same_day_and_is_taken_by_the_crisis_worker(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    urgent = {"person_id": person, "channel": "DESK", "problem": "wcześniej", "urgent": True}
    await desk.post("/api/contacts", json=urgent)
    contact_id = await crisis(desk, person)
    first, second = (await desk.get("/api/tasks")).json()
    assert (first["alarm"], first["due"], second["alarm"]) == (True, "2026-02-02", False)
    async with signed_in(app, CRISIS_WORKER) as olga:
        (task,) = (await olga.get("/api/tasks")).json()
        assert (task["alarm"], task["due"], task["link"]) == (
            True,
            "2026-02-02",
            f"/contacts/{contact_id}",
        )
        await sent(olga, f"/api/contacts/{contact_id}/crisis")
        assert (await olga.get("/api/tasks")).json() == []
        seen = (await olga.get(f"/api/contacts/{contact_id}")).json()
        assert seen["crisis_taken_by"] == CRISIS_WORKER
        assert await refused(olga, f"/api/contacts/{contact_id}/crisis") == (409, "NoCrisis")
    assert await refused(desk, f"/api/contacts/{contact_id}/crisis") == (403, "RoleMissing")


async def test_an_alarm_that_nobody_took_stays_first_the_next_day(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    await crisis(desk, person)
    clock = app.state.service.settings.clock_file
    set_offset(clock, datetime(2026, 2, 3, 9, tzinfo=UTC))
    async with signed_in(app, CRISIS_WORKER) as olga:
        (task,) = (await olga.get("/api/tasks")).json()
    assert (task["alarm"], task["due"]) == (True, "2026-02-02")


async def test_a_protected_contact_is_not_there_for_whoever_did_not_take_it_in(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    at = f"/api/contacts/{contact_id}"
    for worker in (OTHER_WORKER, INFORMATION_HEAD):
        async with signed_in(app, worker) as other:
            answer = await other.get(at)
            assert (answer.status_code, answer.json()["code"]) == (403, "ContactProtected")
            assert "stracił" not in answer.text
            listed = await other.get("/api/contacts", params={"person_id": person})
            assert listed.json() == []
            assert (await other.get("/api/tasks")).json() == []
            refusal = (403, "ContactProtected")
            assert await refused(other, f"{at}/information", topics=["RIGHTS"]) == refusal
            assert (
                await refused(
                    other, f"{at}/triage/corrections", outcome="BENEFITS", reason="pomyłka"
                )
                == refusal
            )
            page = await other.get(f"/contacts/{contact_id}")
            assert page.status_code == 403
            assert "stracił" not in page.text
    assert (await desk.get(at)).status_code == 200


async def test_a_timeline_shows_a_crisis_to_who_acts_on_it_and_to_nobody_else(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    await crisis(desk, person)
    for worker, kinds in (
        (OTHER_WORKER, {"person-registered", "contact-registered"}),
        (CRISIS_WORKER, {"person-registered", "contact-registered", "contact-triaged"}),
    ):
        async with signed_in(app, worker) as client:
            entries = (await client.get(f"/api/clients/{person}/timeline")).json()["entries"]
            assert {entry["type"].split(".")[2] for entry in entries} == kinds
            page = (await client.get(f"/clients/{person}")).text
            assert ("interwencja kryzysowa" in page) == (worker == CRISIS_WORKER)
            assert ("contact-triaged" in page) == (worker == CRISIS_WORKER)


async def test_an_alarm_is_called_off_by_who_acts_on_it_and_by_nobody_else(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    at = f"/api/contacts/{contact_id}/triage/corrections"
    away = {"outcome": "INFO_ONLY", "reason": "pomyłka"}
    assert await refused(desk, at, **away) == (409, "AlarmWaits")
    assert (await desk.get("/api/tasks")).json()[0]["alarm"] is True
    async with signed_in(app, CRISIS_WORKER) as olga:
        await sent(olga, f"/api/contacts/{contact_id}/crisis")
    await sent(desk, at, **away)


async def test_what_is_hidden_leaves_no_gap_on_a_timeline(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    await crisis(desk, person)
    await contacted(desk, person)
    at = f"/api/clients/{person}/timeline"
    async with signed_in(app, OTHER_WORKER) as other:
        kinds, query = [], {"limit": "1"}
        while query:
            page = (await other.get(at, params=query)).json()
            kinds += [entry["type"].split(".")[2] for entry in page["entries"]]
            assert len(page["entries"]) == 1, "an empty page would say that something is hidden"
            query = {"limit": "1", "before": page["next"]} if page["next"] else {}
        assert sorted(kinds) == ["contact-registered", "contact-registered", "person-registered"]
        hidden = {"kind": "osnowa.intake.contact-triaged.v1", "limit": "1"}
        assert (await other.get(at, params=hidden)).json() == {"entries": [], "next": None}


async def test_neither_a_leaflet_nor_a_transfer_tells_other_workers_of_violence(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    contact_id = await contacted(desk, person)
    at = f"/api/contacts/{contact_id}"
    await sent(desk, f"{at}/information", topics=["RIGHTS"], leaflets=["VIOLENCE_HELP"])
    await sent(desk, f"{at}/triage", outcome="OTHER_INSTITUTION")
    told = {"authority": "Ośrodek dla ofiar przemocy", "reason": "OTHER_SUBJECT"}
    await sent(desk, f"{at}/transfer", **told, client_informed=True)
    async with signed_in(app, OTHER_WORKER) as other:
        entries = (await other.get(f"/api/clients/{person}/timeline")).json()["entries"]
        kinds = {entry["type"].split(".")[2] for entry in entries}
        assert kinds == {"person-registered", "contact-registered"}
        assert (await other.get(at)).status_code == 403


async def test_the_form_refuses_before_anything_is_saved(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    child = {
        "given_names": "Jan", "family_name": "Wzorcowy", "teryt": "0264011", "id_type": "NONE",
        "no_id_reason": "bez dokumentu", "sex": "M", "birth_date-day": "1",
        "birth_date-month": "5", "birth_date-year": "2015",
    }  # fmt: skip
    talk = {
        "channel": "DESK", "problem": "prosi o zasiłek", "outcome": "BENEFITS",
        "benefit_types": "PERIODIC", "person_id": "none",
    }  # fmt: skip
    long_ago = {"filed_on-day": "2", "filed_on-month": "2", "filed_on-year": "1500"}
    for wrong in ({}, long_ago):
        answer = await desk.post("/first-contact/check", data=child | talk | wrong)
        assert answer.status_code == 422, answer.text
    assert await app.state.service.reading.fetchval("select count(*) from events") == 0


async def test_a_meeting_of_no_calendar_is_an_error_of_the_form(
    desk: httpx.AsyncClient, person: str
) -> None:
    contact_id = await contacted(desk, person)
    await sent(desk, f"/api/contacts/{contact_id}/triage", outcome="BENEFITS")
    meeting = {"unit": "benefits", "on-day": "1", "on-month": "1", "on-year": "1500", "at": "10:00"}
    answer = await desk.post(f"/contacts/{contact_id}/appointment", data=meeting)
    assert answer.status_code == 422, answer.text


async def test_a_week_of_no_calendar_is_refused(desk: httpx.AsyncClient) -> None:
    for since in ("0001-01-01", "9999-12-31"):
        for path in ("/appointments", "/api/appointments"):
            answer = await desk.get(path, params={"since": since})
            assert answer.status_code == 422, answer.text


async def test_who_works_on_a_protected_contact_is_written_down(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    contact_id = await crisis(desk, person)
    async with signed_in(app, CRISIS_WORKER) as olga:
        await olga.get(f"/api/contacts/{contact_id}")
    rows = await app.state.service.reading.fetch(
        "select worker, what from reads where worker = $1", CRISIS_WORKER
    )
    assert [(row["worker"], row["what"]) for row in rows] == [(CRISIS_WORKER, "contact")]


# --- signals ----------------------------------------------------------------


async def test_a_signal_of_the_police_is_a_contact_ex_officio(
    desk: httpx.AsyncClient, person: str
) -> None:
    signal = await sent(
        desk,
        "/api/signals",
        source="POLICE",
        person_id=person,
        problem="interwencja domowa",
        outcome="EX_OFFICIO_SIGNAL",
        caller_name="asp. Ewa Niezapominajka",
        caller_institution="Komisariat I",
    )
    seen = (await desk.get(f"/api/contacts/{signal['id']}")).json()
    assert (seen["channel"], seen["source"], seen["target_units"]) == (
        "POLICE",
        "POLICE",
        ["benefits"],
    )
    timeline = (await desk.get(f"/api/clients/{person}/timeline")).text
    assert "Niezapominajka" not in timeline


async def test_who_passed_a_signal_reads_that_benefits_started_nothing(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    told = {"source": "SCHOOL", "person_id": person, "problem": "brak opału"}
    signal = await sent(desk, "/api/signals", **told, outcome="EX_OFFICIO_SIGNAL")
    contact, answer = f"/contacts/{signal['id']}", "sprawdzono, nie wszczęto postępowania"
    assert answer not in (await desk.get(contact)).text
    assert (await desk.get(f"/api{contact}")).json()["without_proceeding_on"] is None
    fact = LeftWithoutProceeding(contact_id=UUID(signal["id"]), on=date(2026, 2, 5))
    envelope = envelope_for(fact, recipient="intake", form=Form.SUMMARY, person=UUID(person))
    await app.state.service.part.inbox.take([(envelope.subject_name(), envelope.to_bytes())])
    assert f"5 lutego 2026: {answer}" in (await desk.get(contact)).text
    assert (await desk.get(f"/api{contact}")).json()["without_proceeding_on"] == "2026-02-05"
    timeline = (await desk.get(f"/api/clients/{person}/timeline")).json()["entries"]
    assert timeline[0]["sentence"] == (
        "Zespół ds. świadczeń sprawdził skierowanie 5.02.2026: nie wszczęto postępowania."
    )


async def test_a_neighbour_who_must_not_be_named_is_shown_to_the_crisis_worker_only(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    signal = await sent(
        desk,
        "/api/signals",
        source="NEIGHBOUR",
        channel="PHONE",
        about="kobieta z dzieckiem, II piętro",
        problem="krzyki w nocy",
        outcome="CRISIS_VIOLENCE",
        caller_name="Zenon Sąsiedzki",
        confidential=True,
    )
    at = f"/api/contacts/{signal['id']}"
    assert (await desk.get(at)).json()["caller"] is None
    async with signed_in(app, CRISIS_WORKER) as olga:
        seen = (await olga.get(at)).json()
        assert (seen["caller"]["name"], seen["about"]) == (
            "Zenon Sąsiedzki",
            "kobieta z dzieckiem, II piętro",
        )
        (task,) = (await olga.get("/api/tasks")).json()
        assert "osoba nieustalona" in task["title"]


async def test_a_signal_about_nobody_is_refused(desk: httpx.AsyncClient) -> None:
    assert await refused(desk, "/api/signals", source="SCHOOL", problem="dziecko bez obiadu") == (
        422,
        "SignalUnexplained",
    )
    assert await refused(
        desk,
        "/api/signals",
        source="SCHOOL",
        about="uczeń klasy II b",
        problem="dziecko bez obiadu",
        outcome="EX_OFFICIO_SIGNAL",
    ) == (409, "PersonUnknown")


# --- jurisdiction -----------------------------------------------------------


async def test_a_homeless_man_registered_elsewhere_is_sent_there_and_told_so(
    desk: httpx.AsyncClient, person: str
) -> None:
    at = f"/api/contacts/{await contacted(desk, person)}"
    await sent(desk, f"{at}/triage", outcome="TRANSFER_JURISDICTION")
    there = {"authority": "MOPS w Przykładowie", "reason": "HOMELESS_REGISTERED_ELSEWHERE"}
    assert await refused(desk, f"{at}/transfer", **there) == (409, "JurisdictionUnchecked")
    found = await sent(desk, f"{at}/jurisdiction", homeless=True, last_registered="2610011")
    assert found["data"] == {"ground": "LAST_REGISTERED", "commune": "2610011", "ours": False}
    assert await refused(desk, f"{at}/transfer", **there) == (422, "ClientNotInformed")
    await sent(desk, f"{at}/transfer", **there, client_informed=True)
    assert (await desk.get(at)).json()["state"] == "passed-on"


async def test_what_cannot_wait_is_done_where_the_person_is(
    desk: httpx.AsyncClient, person: str
) -> None:
    told = {"person_id": person, "channel": "DESK", "problem": "pożar", "urgent": True}
    at = f"/api/contacts/{(await sent(desk, '/api/contacts', **told))['id']}"
    found = await sent(desk, f"{at}/jurisdiction", residence="2610011", stay="0264011")
    assert (found["data"]["ground"], found["data"]["ours"]) == ("PLACE_OF_STAY", True)


# --- who applies ------------------------------------------------------------


async def test_a_daughter_applies_with_her_mothers_consent(
    desk: httpx.AsyncClient, person: str
) -> None:
    at = f"/api/contacts/{await contacted(desk, person)}"
    await sent(desk, f"{at}/triage", outcome="CARE_OR_DPS")
    wanted = {"benefit_types": ["HOME_CARE"], "applicant": "OTHER_PERSON"}
    assert await refused(desk, f"{at}/applications", **wanted) == (422, "ConsentMissing")
    filed = await sent(
        desk,
        f"{at}/applications",
        **wanted,
        applicant_name="Zofia Wzorcowa",
        applicant_is="DAUGHTER",
        consent="ORAL",
        consent_on="2026-02-02",
    )
    assert filed["data"]["receipt_number"].startswith("PK/2026/")
    timeline = (await desk.get(f"/api/clients/{person}/timeline")).json()["entries"]
    application = next(e for e in timeline if "application-registered" in e["type"])
    assert application["data"]["applicant"] == "OTHER_PERSON"
    assert (
        "składa: Zofia Wzorcowa (córka), za zgodą klienta z dnia 2.02.2026"
        in application["sentence"]
    )
    page = (await desk.get(at.removeprefix("/api"))).text
    assert "Zofia Wzorcowa (córka)" in page


async def test_who_applies_in_a_protected_matter_is_not_told(
    desk: httpx.AsyncClient, person: str
) -> None:
    told = {"person_id": person, "channel": "PHONE", "problem": "boi się", "reasons": ["7"]}
    contact = await sent(desk, "/api/contacts", **told)
    at = f"/api/contacts/{contact['id']}"
    await sent(desk, f"{at}/triage", outcome="BENEFITS")
    by = {"applicant": "OTHER_PERSON", "applicant_name": "Zofia Wzorcowa", "consent": "ORAL"}
    by |= {"applicant_is": "DAUGHTER", "consent_on": "2026-02-02"}
    await sent(desk, f"{at}/applications", benefit_types=["PERIODIC"], **by)
    timeline = (await desk.get(f"/api/clients/{person}/timeline")).json()["entries"]
    assert any("application-registered" in entry["type"] for entry in timeline)
    assert "Zofia" not in str(timeline)


# --- appointments -----------------------------------------------------------


async def test_an_appointment_is_moved_and_its_outcome_recorded(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    at = f"/api/contacts/{await contacted(desk, person)}"
    await sent(desk, f"{at}/triage", outcome="BENEFITS_AND_SOCIAL_WORK")
    booked = await sent(
        desk,
        f"{at}/appointments",
        unit="benefits",
        at="2026-02-04T10:00:00+01:00",
        worker="ewa-jarzebina",
        joint_with=["socialwork"],
    )
    own = f"/api/appointments/{booked['data']['appointment_id']}"
    await sent(desk, f"{own}/time", at="2026-02-05T12:00:00+01:00", reason="lekarz")
    (found,) = (await desk.get("/api/appointments")).json()
    assert (found["at"], found["worker"], found["joint_with"]) == (
        "2026-02-05T11:00:00Z",
        "ewa-jarzebina",
        ["socialwork"],
    )
    assert await refused(desk, f"{own}/result", kept=True) == (409, "AppointmentNotYet")
    set_offset(app.state.service.settings.clock_file, datetime(2026, 2, 6, 9, tzinfo=UTC))
    (task,) = (await desk.get("/api/tasks")).json()
    assert task["title"] == "Odnotuj, czy klient przyszedł: Jan Wzorcowy"
    await sent(desk, f"{own}/result", kept=False)
    assert (await desk.get("/api/tasks")).json() == []
    assert await refused(desk, f"{own}/cancellation", by="CLIENT") == (409, "AppointmentOver")


async def to_meet(desk: httpx.AsyncClient, person: str) -> str:
    """A contact whose client may be booked with benefits."""
    at = f"/api/contacts/{await contacted(desk, person)}"
    await sent(desk, f"{at}/triage", outcome="BENEFITS_AND_SOCIAL_WORK")
    return f"{at}/appointments"


async def test_a_worker_meets_one_client_at_a_time(desk: httpx.AsyncClient, person: str) -> None:
    one, other = await to_meet(desk, person), await to_meet(desk, person)
    ewa: Json = {"unit": "benefits", "worker": "ewa-jarzebina"}
    first = await sent(desk, one, **ewa, at="2026-02-04T10:00:00+01:00")
    answer = await desk.post(other, json=ewa | {"at": "2026-02-04T09:00:30Z"})
    assert (answer.status_code, answer.json()["code"]) == (409, "WorkerBusy")
    assert "4 lutego 2026 od 10:00 do 10:30" in answer.json()["detail"]
    anybody = await sent(desk, other, unit="benefits", at="2026-02-04T10:00:00+01:00")
    own = f"/api/appointments/{anybody['data']['appointment_id']}/time"
    to_ewa = {"at": "2026-02-04T10:00:00+01:00", "worker": "ewa-jarzebina"}
    assert await refused(desk, own, **to_ewa) == (409, "WorkerBusy")
    at_first = f"/api/appointments/{first['data']['appointment_id']}"
    await sent(desk, f"{at_first}/time", at="2026-02-04T10:00:00+01:00", reason="ta sama godzina")
    await sent(desk, f"{at_first}/time", at="2026-02-04T11:00:00+01:00", reason="później")
    await sent(desk, own, **to_ewa)
    await sent(desk, f"{at_first}/cancellation", by="CLIENT")
    await sent(desk, own, at="2026-02-04T11:00:00+01:00")


async def test_appointments_of_a_worker_do_not_overlap_and_may_follow_each_other(
    desk: httpx.AsyncClient, person: str
) -> None:
    one, other = await to_meet(desk, person), await to_meet(desk, person)
    ewa: Json = {"unit": "benefits", "worker": "ewa-jarzebina"}
    first = await sent(desk, one, **ewa, at="2026-02-04T10:00:00+01:00", minutes=60)
    for at, minutes in (("09:45", 30), ("10:00", 5), ("10:59", 30), ("09:00", 480)):
        told = ewa | {"at": f"2026-02-04T{at}:00+01:00", "minutes": minutes}
        answer = await desk.post(other, json=told)
        assert (answer.status_code, answer.json()["code"]) == (409, "WorkerBusy"), at
        assert "od 10:00 do 11:00. Wybierz inną godzinę" in answer.json()["detail"]
    await sent(desk, other, **ewa, at="2026-02-04T09:30:00+01:00")
    after = await sent(desk, other, **ewa, at="2026-02-04T11:00:00+01:00", minutes=45)
    own, at_first = (
        f"/api/appointments/{one['data']['appointment_id']}/time" for one in (after, first)
    )
    longer = {"at": "2026-02-04T10:00:00+01:00", "minutes": 75}
    assert await refused(desk, at_first, **longer) == (409, "WorkerBusy")
    await sent(desk, own, at="2026-02-04T11:15:00+01:00")
    await sent(desk, at_first, **longer)
    rows = (await desk.get("/api/appointments?since=2026-02-04")).json()
    assert [(row["at"][11:16], row["minutes"]) for row in rows] == [
        ("08:30", 30), ("09:00", 75), ("10:15", 45),
    ]  # fmt: skip
    page = (await desk.get(at_first.removeprefix("/api").removesuffix("/time"))).text
    assert "4 lutego 2026, 10:00–11:15" in page
    assert "do 11:15, " in (await desk.get("/appointments?since=2026-02-04")).text
    for minutes in (0, 481):
        answer = await desk.post(other, json=ewa | longer | {"minutes": minutes})
        assert answer.status_code == 422


async def test_what_was_booked_before_times_were_kept_takes_its_time_too(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    one, other = await to_meet(desk, person), await to_meet(desk, person)
    ewa = {"unit": "benefits", "worker": "ewa-jarzebina", "at": "2026-02-04T10:00:30+01:00"}
    await sent(desk, one, **ewa)
    service = app.state.service
    async with service.reading.acquire() as tx:
        await tx.execute("drop table workers_times")
        assert service.service.schema is not None
        for _ in range(2):
            await tx.execute(service.service.schema.read_text("utf-8"))
    later = ewa | {"at": "2026-02-04T10:15:00+01:00"}
    assert await refused(desk, other, **later) == (409, "WorkerBusy")
    async with service.reading.acquire() as tx:
        await tx.execute("alter table workers_times drop column until")
        await tx.execute(service.service.schema.read_text("utf-8"))
    assert await refused(desk, other, **later) == (409, "WorkerBusy"), "half an hour each"
    await sent(desk, other, **ewa | {"at": "2026-02-04T10:30:00+01:00"})


async def test_what_was_booked_before_its_length_was_asked_takes_half_an_hour(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    contact = await to_meet(desk, person)
    booked = await sent(
        desk, contact, unit="benefits", worker="ewa-jarzebina", at="2026-02-04T10:00:00+01:00"
    )
    async with app.state.service.reading.acquire() as tx:
        changed = await tx.execute(
            "update events set state = (state::jsonb #- '{meeting,minutes}')::json"
            " where topic = 'intake.appointment.booked.1'"
            " and state::jsonb -> 'meeting' ? 'minutes'"
        )
    assert changed == "UPDATE 1"
    own = f"/api/appointments/{booked['data']['appointment_id']}"
    await sent(desk, f"{own}/time", at="2026-02-04T12:00:00+01:00", reason="później")
    (row,) = (await desk.get("/api/appointments?since=2026-02-04")).json()
    assert (row["at"][11:16], row["minutes"]) == ("11:00", 30)


async def test_of_many_appointments_at_once_one_has_the_workers_time(
    desk: httpx.AsyncClient, person: str
) -> None:
    contacts = [await to_meet(desk, person) for _ in range(4)]
    ewa = {"unit": "benefits", "worker": "ewa-jarzebina"}
    times = [f"2026-02-04T{at}:00+01:00" for at in ("10:00", "10:00", "10:10", "10:25")]
    answers = await asyncio.gather(
        *(
            desk.post(contact, json=ewa | {"at": at})
            for contact, at in zip(contacts, times, strict=True)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert len((await desk.get("/api/appointments")).json()) == 1
    page = await desk.post(
        contacts[0].removeprefix("/api").removesuffix("s"),
        data={"unit": "benefits", "worker": "ewa-jarzebina", "at": "10:05", "on-day": "4",
              "on-month": "2", "on-year": "2026"},
    )  # fmt: skip
    assert page.status_code == 422
    assert 'href="#at"' in page.text
    assert "Wybierz inną godzinę" in page.text


async def test_a_worker_without_the_role_does_nothing_at_the_desk(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    at = f"/api/contacts/{await contacted(desk, person)}"
    bodies: dict[str, Json] = {
        "/api/contacts": {"channel": "PHONE", "problem": "x"},
        "/api/signals": {"source": "POLICE", "about": "x", "problem": "x"},
        f"{at}/talk": {"problem": "x"},
        f"{at}/person": {"person_id": person},
        f"{at}/triage/corrections": {"outcome": "BENEFITS", "reason": "x"},
        f"{at}/jurisdiction": {"residence": "0264011"},
        f"{at}/documents": {"benefit_types": ["PERIODIC"]},
        f"{at}/crisis": {},
    }
    async with signed_in(app, ADMINISTRATOR) as client:
        for path, body in bodies.items():
            assert await refused(client, path, **body) == (403, "RoleMissing"), path
