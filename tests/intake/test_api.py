"""The first-contact desk over HTTP, from a stranger to a registered application."""

from typing import Any

import httpx
from fastapi import FastAPI

from tests.intake.conftest import ADMINISTRATOR, signed_in

Json = dict[str, Any]


async def registered(desk: httpx.AsyncClient, person: Json, **more: Any) -> str:
    answer = await desk.post("/api/persons", json=person | more)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def contacted(desk: httpx.AsyncClient, person_id: str) -> str:
    told = {"person_id": person_id, "channel": "DESK", "problem": "stracił pracę"}
    answer = await desk.post("/api/contacts", json=told | {"reasons": ["4"]})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_from_a_stranger_to_a_registered_application(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    contact_id = await contacted(desk, person_id)
    await desk.post(f"/api/contacts/{contact_id}/information", json={"topics": ["RIGHTS"]})
    triaged = await desk.post(
        f"/api/contacts/{contact_id}/triage", json={"outcome": "BENEFITS_AND_SOCIAL_WORK"}
    )
    assert triaged.json()["data"]["target_units"] == ["benefits", "socialwork"]
    filed = await desk.post(
        f"/api/contacts/{contact_id}/applications", json={"benefit_types": ["PERIODIC"]}
    )
    assert filed.status_code == 201, filed.text
    told = filed.json()["data"]
    assert told["filed_on"] == "2026-02-02"
    assert told["receipt_number"] == "PK/2026/000001"
    found = (await desk.get("/api/applications", params={"person_id": person_id})).json()
    assert [one["application_id"] for one in found] == [told["application_id"]]
    (contact,) = (await desk.get("/api/contacts", params={"person_id": person_id})).json()
    assert (contact["contact_id"], contact["outcome"]) == (contact_id, "BENEFITS_AND_SOCIAL_WORK")
    details = (await desk.get(f"/api/contacts/{contact_id}")).json()
    assert "register-application" in details["permitted"]
    timeline = (await desk.get(f"/api/clients/{person_id}/timeline")).json()["entries"]
    assert len(timeline) == 5


async def test_a_wrong_pesel_is_refused_with_what_to_do(desk: httpx.AsyncClient, jan: Json) -> None:
    answer = await desk.post("/api/persons", json=jan | {"number": "84511200017"})
    assert (answer.status_code, answer.json()["code"]) == (422, "PeselInvalid")
    assert "Sprawdź 11 cyfr" in answer.json()["detail"]


async def test_who_has_the_same_pesel_is_the_same_person(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    await registered(desk, jan)
    again = jan | {"given_names": "Ktoś", "family_name": "Inny", "none_of_these": True}
    answer = await desk.post("/api/persons", json=again)
    assert (answer.status_code, answer.json()["code"]) == (409, "IdentifierTaken")


async def test_a_similar_person_holds_up_a_registration_until_it_is_none_of_these(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    first = await registered(desk, jan)
    twin = {
        "given_names": "Jan",
        "family_name": "Wzórcowy",
        "id_type": "NONE",
        "no_id_reason": "bezdomny, dokumenty skradzione",
        "birth_date": "1984-11-12",
        "sex": "M",
        "teryt": "0264011",
        "phone": "+48 600100200",
    }
    answer = await desk.post("/api/persons", json=twin)
    assert (answer.status_code, answer.json()["code"]) == (409, "DuplicateSuspected")
    assert answer.json()["told"] == {
        "candidates": [{"person_id": first, "reasons": ["SAME_PHONE", "SIMILAR_NAME"]}]
    }
    assert "Wzorcowy" not in answer.text
    found = (
        await desk.post("/api/persons/search", json={"name": "jan wzorcowy", "phone": "600100200"})
    ).json()
    assert [one["person_id"] for one in found] == [first]
    assert found[0]["reasons"] == ["SAME_PHONE", "SIMILAR_NAME"]
    await registered(desk, twin, none_of_these=True)


async def test_a_person_is_found_by_pesel_without_a_name(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    found = (await desk.post("/api/persons/search", json={"number": "84511200016"})).json()
    assert [(one["person_id"], one["reasons"]) for one in found] == [
        (person_id, ["SAME_IDENTIFIER"])
    ]
    assert (await desk.post("/api/persons/search", json={"number": "90481500029"})).json() == []


async def test_a_corrected_pesel_is_found_and_the_wrong_one_is_free_again(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    corrected = await desk.post(
        f"/api/persons/{person_id}/identifier",
        json={"number": "90481500029", "reason": "odczytano cudzy dokument"},
    )
    assert corrected.status_code == 200, corrected.text
    assert corrected.json()["data"] == {"corrected": ["birth_date", "sex"]}
    person = (await desk.get(f"/api/persons/{person_id}")).json()
    assert (person["birth_date"], person["sex"]) == ("2190-08-15", "F")
    search = {"number": "90481500029"}
    (found,) = (await desk.post("/api/persons/search", json=search)).json()
    assert found["person_id"] == person_id
    other = jan | {"given_names": "Zenon", "family_name": "Odmienny", "phone": None}
    assert await registered(desk, other) != person_id


async def test_a_correction_changes_what_is_found(desk: httpx.AsyncClient, jan: Json) -> None:
    person_id = await registered(desk, jan)
    change = {"family_name": "Łabędź", "reason": "akt małżeństwa"}
    await desk.post(f"/api/persons/{person_id}/corrections", json=change)
    person = (await desk.get(f"/api/persons/{person_id}")).json()
    assert (person["family_name"], person["given_names"]) == ("Łabędź", "Jan")
    found = (await desk.post("/api/persons/search", json={"name": "Jan labedz"})).json()
    assert [one["person_id"] for one in found] == [person_id]


async def test_a_command_that_is_sent_again_has_its_first_answer(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    headers = {"Idempotency-Key": "one desk, one person"}
    first = (await desk.post("/api/persons", json=jan, headers=headers)).json()
    second = (await desk.post("/api/persons", json=jan, headers=headers)).json()
    assert (second["id"], second["repeated"]) == (first["id"], True)


async def test_a_contact_of_nobody_is_refused(desk: httpx.AsyncClient) -> None:
    nobody = "00000000-0000-4000-8000-000000000000"
    answer = await desk.post(
        "/api/contacts", json={"person_id": nobody, "channel": "DESK", "problem": "x"}
    )
    assert answer.status_code == 404


async def test_households_are_found_by_any_of_their_members(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    one = await registered(desk, jan)
    other = await registered(
        desk, jan | {"given_names": "Ewa", "number": "90481500029"}, none_of_these=True
    )
    members = [
        {"person_id": one, "relation": "SELF"},
        {"person_id": other, "relation": "SPOUSE"},
    ]
    made = await desk.post("/api/households", json={"members": members, "since": "2026-02-01"})
    assert made.status_code == 201, made.text
    (found,) = (await desk.get("/api/households", params={"person_id": other})).json()
    assert (found["household_id"], set(found["members"])) == (made.json()["id"], {one, other})
    await desk.post(
        f"/api/households/{found['household_id']}/changes",
        json={"members": members[:1], "since": "2026-02-02"},
    )
    assert (await desk.get("/api/households", params={"person_id": other})).json() == []


async def test_the_number_of_a_document_stands_in_one_table_and_nowhere_else(
    desk: httpx.AsyncClient, app: FastAPI, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    await contacted(desk, person_id)
    pool = app.state.service.reading
    tables = await pool.fetch(
        "select table_name from information_schema.tables"
        " where table_schema = 'public' and table_type = 'BASE TABLE'"
    )
    holding = [
        table["table_name"]
        for table in tables
        if await pool.fetchval(
            f"select count(*) from {table['table_name']} t where t::text like '%84511200016%'"
        )
    ]
    assert holding == ["identifiers"]


async def test_whoever_looks_at_a_person_is_written_down(
    desk: httpx.AsyncClient, app: FastAPI, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    await desk.post("/api/persons/search", json={"number": "84511200016"})
    await desk.get("/api/contacts", params={"person_id": person_id})
    rows = await app.state.service.reading.fetch("select worker, what from reads order by id")
    assert [(row["worker"], row["what"]) for row in rows] == [
        ("anna-wrzos", "search"),
        ("anna-wrzos", "contacts"),
    ]


async def test_a_worker_without_the_role_is_refused_before_anything_is_read(
    app: FastAPI, jan: Json
) -> None:
    async with signed_in(app, ADMINISTRATOR) as client:
        answer = await client.post("/api/persons", json=jan)
    assert (answer.status_code, answer.json()["code"]) == (403, "RoleMissing")


async def test_nobody_is_served_without_signing_in(app: FastAPI) -> None:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://intake") as client:
        assert (await client.get("/api/contacts")).status_code in (401, 422)
        assert (await client.post("/api/persons/search", json={})).status_code == 401


async def test_whoever_the_form_shows_by_name_was_looked_at(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    """Also where the form comes back with what to correct, or to change the answers (T8)."""
    person_id = await registered(desk, jan)
    reading = app.state.service.reading

    async def looks() -> int:
        return int(await reading.fetchval("select count(*) from reads where what = 'client'"))

    for path in ("/first-contact/edit", "/first-contact/check", "/first-contact"):
        before = await looks()
        answer = await desk.post(path, data={"person_id": person_id, "problem": ""})
        assert "Wzorcowy" in answer.text, path
        assert await looks() == before + 1, path
