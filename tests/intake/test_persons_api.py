"""Persons and households over HTTP: duplicates with reasons, corrections, merges, one household."""

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.forms import Screen
from tests.intake.conftest import INFORMATION_HEAD, MIGRATION, signed_in
from tests.intake.test_api import contacted, registered

Json = dict[str, Any]
EWA = {"given_names": "Ewa", "family_name": "Odmienna", "number": "90481500029", "phone": None}
NOWHERE = {"phone": None, "street": None, "postal_code": None, "city": None}
LAST_NOWHERE = {"last_street": None, "last_postal_code": None, "last_city": None}
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def homeless() -> Json:
    return {
        "given_names": "Jasiek", "family_name": "Wzorcowy", "id_type": "NONE",
        "without_document": "HOMELESS", "last_street": "ul. Dawna 1", "last_postal_code": "50-001",
        "last_city": "Miasto Wzorcowe", "birth_date": "1984-11-12", "sex": "M", "teryt": "0264011",
    }  # fmt: skip


async def found(desk: httpx.AsyncClient, **search: Any) -> list[Json]:
    answer = await desk.post("/api/persons/search", json=search)
    assert answer.status_code == 200, answer.text
    rows: list[Json] = answer.json()
    return rows


# --- finding ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Wzórcowy jan", "SIMILAR_NAME"),
        ("wzrocowy", "SIMILAR_NAME"),
        ("84511200016", "SAME_IDENTIFIER"),
        ("84511200061", "SIMILAR_PESEL"),
        ("12.11.2184", "SAME_BIRTH_DATE"),
        ("wzorcowy 11.12.2184", "SIMILAR_BIRTH_DATE_SIMILAR_NAME"),
        ("Łąkowa 4/7", "SIMILAR_ADDRESS"),
        ("ul. Łąkowa", "SIMILAR_ADDRESS"),
        ("lakwoa 4 7", "SIMILAR_ADDRESS"),
        ("lokowa 4 7 miasto wzorcowe", "SIMILAR_ADDRESS"),
        ("wzorcowy 2184", "SAME_BIRTH_YEAR_SIMILAR_NAME"),
        ("12.11.84", "SAME_BIRTH_DATE"),
        ("wzorcowy 12.11.2184 r.", "SAME_BIRTH_DATE_SIMILAR_NAME"),
        ("Krzystof", "SIMILAR_NAME"),
        ("600 100 200", "SAME_PHONE"),
    ],
)
async def test_one_line_finds_a_person_by_whatever_it_says(
    desk: httpx.AsyncClient, jan: Json, text: str, reason: str
) -> None:
    person_id = await registered(desk, jan | {"given_names": "Jan Krzysztof"})
    await registered(desk, jan | EWA | {"street": "ul. Inna 9"})
    (one,) = await found(desk, text=text)
    assert one["person_id"] == person_id
    assert reason in one["reasons"]


async def test_a_year_that_nobody_was_born_in_finds_the_name_all_the_same(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    await registered(desk, jan)
    (one,) = await found(desk, text="wzorcowy jan 12.11.0984")
    assert one["reasons"] == ["SIMILAR_NAME"]


async def test_a_pesel_with_one_digit_exchanged_holds_up_a_registration_of_the_same_name(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    first = await registered(desk, jan)
    misread = jan | NOWHERE | {"number": "84511200023"}
    answer = await desk.post("/api/persons", json=misread)
    assert (answer.status_code, answer.json()["code"]) == (409, "DuplicateSuspected")
    (candidate,) = answer.json()["told"]["candidates"]
    assert candidate["person_id"] == first
    assert "SIMILAR_PESEL" in candidate["reasons"]


async def test_the_same_birth_date_and_a_similar_name_hold_up_a_registration(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    await registered(desk, jan)
    twin = jan | NOWHERE | {
        "id_type": "NONE", "number": None, "no_id_reason": "skradzione", "family_name": "Wzorcowi",
        "birth_date": "2184-11-12", "sex": "M",
    }  # fmt: skip
    (desk_today,) = [await desk.post("/api/persons", json=twin | {"birth_date": "2025-11-12"})]
    assert desk_today.status_code == 201, desk_today.text
    again = await desk.post("/api/persons", json=twin | {"birth_date": "2025-11-12"})
    reasons = again.json()["told"]["candidates"][0]["reasons"]
    assert "SAME_BIRTH_DATE_SIMILAR_NAME" in reasons


# --- without a PESEL --------------------------------------------------------


async def test_a_foreigner_is_registered_with_document_and_title(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    iwan = jan | {
        "id_type": "PASSPORT", "number": "FE123456", "citizenship": "UA",
        "birth_date": "1990-05-01", "sex": "M",
    }  # fmt: skip
    answer = await desk.post("/api/persons", json=iwan)
    assert (answer.status_code, answer.json()["code"]) == (422, "ResidenceTitleMissing")
    person_id = await registered(desk, iwan, residence_title="TEMPORARY_PROTECTION")
    (one,) = await found(desk, number="FE123456", id_type="PASSPORT")
    assert one["person_id"] == person_id


async def test_a_newborn_belongs_to_a_registered_mother(desk: httpx.AsyncClient, jan: Json) -> None:
    mother = await registered(desk, jan | EWA)
    child = {
        "given_names": "Antoni", "family_name": "Odmienny", "id_type": "NONE",
        "without_document": "NEWBORN", "birth_date": "2026-01-20", "sex": "M", "teryt": "0264011",
    }  # fmt: skip
    answer = await desk.post("/api/persons", json=child)
    assert (answer.status_code, answer.json()["code"]) == (422, "MotherMissing")
    answer = await desk.post("/api/persons", json=child | {"mother_id": NOBODY})
    assert answer.status_code == 404
    assert await registered(desk, child, mother_id=mother)


async def test_a_homeless_person_is_registered_with_the_last_permanent_address(
    desk: httpx.AsyncClient, homeless: Json
) -> None:
    answer = await desk.post("/api/persons", json=homeless | LAST_NOWHERE)
    assert (answer.status_code, answer.json()["code"]) == (422, "LastAddressMissing")
    assert "ups art. 101" in answer.json()["detail"]
    assert await registered(desk, homeless)


# --- corrections ------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"birth_date": "2027-01-01"}, "BirthDateInFuture"),
        ({"given_names": "  "}, "NameMissing"),
        ({"citizenship": "PL"}, "CitizenshipMissing"),
    ],
)
async def test_a_correction_says_nothing_that_a_registration_could_not(
    desk: httpx.AsyncClient, jan: Json, change: Json, code: str
) -> None:
    iwan = {
        "id_type": "RESIDENCE_CARD", "number": "RR1234567", "citizenship": "UA",
        "residence_title": "TEMPORARY_PROTECTION", "birth_date": "1990-05-01", "sex": "M",
    }  # fmt: skip
    person_id = await registered(desk, jan | iwan)
    path = f"/api/persons/{person_id}/corrections"
    answer = await desk.post(path, json=change | {"reason": "oświadczenie"})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await desk.get(f"/api/persons/{person_id}/history")).json() == []


async def test_the_number_that_somebody_has_already_corrects_nothing(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    same = {"number": "845112-00016", "reason": "okazano dowód"}
    answer = await desk.post(f"/api/persons/{person_id}/identifier", json=same)
    assert (answer.status_code, answer.json()["code"]) == (422, "NothingToCorrect")
    assert (await desk.get(f"/api/persons/{person_id}/history")).json() == []


async def test_a_corrected_document_is_one_that_the_person_can_have(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    path = f"/api/persons/{person_id}"
    card = {"id_type": "RESIDENCE_CARD", "number": "RR1234567", "reason": "okazano kartę"}
    answer = await desk.post(f"{path}/identifier", json=card)
    assert (answer.status_code, answer.json()["code"]) == (422, "ForeignersDataFirst")
    answer = await desk.post(f"{path}/identifier", json=card | {"number": " "})
    assert (answer.status_code, answer.json()["code"]) == (422, "IdentifierMissing")
    foreign = {"citizenship": "UA", "residence_title": "TEMPORARY_PROTECTION", "reason": "karta"}
    assert (await desk.post(f"{path}/corrections", json=foreign)).status_code == 200
    assert (await desk.post(f"{path}/identifier", json=card)).status_code == 200


async def test_the_history_keeps_what_was_what_is_why_and_who(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    for change in (
        {"family_name": "Łabędź", "reason": "akt małżeństwa"},
        {"street": "ul. Nowa 2", "postal_code": "50-002", "city": "Miasto", "reason": "meldunek"},
    ):
        answer = await desk.post(f"/api/persons/{person_id}/corrections", json=change)
        assert answer.status_code == 200, answer.text
    latest, first = (await desk.get(f"/api/persons/{person_id}/history")).json()
    assert (first["field"], first["was"], first["now"]) == ("family_name", "Wzorcowy", "Łabędź")
    assert (first["reason"], first["actor_id"]) == ("akt małżeństwa", "anna-wrzos")
    assert (latest["field"], latest["was"]) == (
        "address",
        "ul. Łąkowa 4/7, 50-001 Miasto Wzorcowe",
    )


async def test_a_corrected_pesel_and_what_follows_from_it_are_one_correction_with_one_ground(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    path = f"/api/persons/{person_id}"
    told = {"number": "90481500029", "reason": "okazany dowód"}
    assert (await desk.post(f"{path}/identifier", json=told)).status_code == 200
    history = (await desk.get(f"{path}/history")).json()
    assert {(one["field"], one["now"], one["reason"]) for one in history} == {
        ("identifier", "PESEL", "okazany dowód"),
        ("birth_date", "2190-08-15", "okazany dowód"),
        ("sex", "F", "okazany dowód"),
    }
    for wrong in ({"birth_date": "2184-11-12"}, {"sex": "M"}):
        answer = await desk.post(f"{path}/corrections", json=wrong | {"reason": "oświadczenie"})
        assert answer.status_code == 422
        assert "sprostuj numer dokumentu" in answer.json()["detail"]
        assert [one["field"] for one in answer.json()["fields"]] == list(wrong)
    withdrawn = await desk.post(f"{path}/identifier/withdrawal", json={"reason": "cudzy"})
    assert withdrawn.status_code == 200
    free = {"birth_date": "1984-11-12", "reason": "oświadczenie"}
    assert (await desk.post(f"{path}/corrections", json=free)).status_code == 200


async def test_the_page_says_before_what_a_corrected_pesel_changes(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    path = f"/persons/{person_id}/identifier"
    assert "sprostujemy je razem z numerem" in (await desk.get(path)).text
    said = {}
    for number in ("90481500029", jan["number"], "90481500028"):
        told = {"id_type": "PESEL", "number": number}
        said[number] = (await desk.post(f"{path}/number", data=told)).text
    other, same, wrong = said.values()
    assert "ur. 15 sierpnia 2190" in other
    assert "Razem z numerem zmieni się: data urodzenia, płeć." in other
    assert "zmieni się" not in same
    assert "Sprawdź 11 cyfr" in wrong


@pytest.mark.parametrize("left", ["street", "postal_code", "city"])
@pytest.mark.parametrize("prefix", ["", "last_"])
async def test_half_an_address_is_refused_beside_the_field_that_is_empty(
    desk: httpx.AsyncClient, jan: Json, homeless: Json, prefix: str, left: str
) -> None:
    person_id, wrong = await registered(desk, jan | homeless), f"{prefix}{left}"
    whole = {
        f"{prefix}{name}": value
        for name, value in {
            "street": "ul. Nowa 2", "postal_code": "50-002", "city": "Miasto",
        }.items()
    }  # fmt: skip
    half = {name: value for name, value in whole.items() if name != wrong}
    for path, told in (
        ("/api/persons", jan | homeless | half | {wrong: None}),
        (f"/api/persons/{person_id}/corrections", half | {"reason": "meldunek"}),
    ):
        answer = await desk.post(path, json=told)
        (field,) = answer.json()["fields"]
        assert (answer.status_code, field["field"]) == (422, wrong)
        assert field["message"].startswith("Podaj ulicę, kod pocztowy i miejscowość"), path
    typed = {**half, wrong: "", "reason": "meldunek"}
    page = await desk.post(f"/persons/{person_id}/correction", data=typed)
    assert page.status_code == 422
    assert f'href="#{wrong}"' in page.text


@pytest.mark.parametrize("phone", ["", "  ", "+()-"])
async def test_a_phone_without_a_number_is_refused_and_never_kept(
    desk: httpx.AsyncClient, jan: Json, phone: str
) -> None:
    person_id = await registered(desk, jan)
    told = {"phone": phone, "reason": "numer odłączono"}
    answer = await desk.post(f"/api/persons/{person_id}/corrections", json=told)
    (field,) = answer.json()["fields"]
    assert (answer.status_code, field["field"]) == (422, "phone")
    assert "wymień „phone” wśród danych do usunięcia" in field["message"]
    for path, body in (
        ("/api/persons", {**jan, "number": None, "id_type": "NONE", "phone": phone}),
        ("/api/contacts", {"channel": "PHONE", "problem": "x", "caller_phone": phone}),
    ):
        answer = await desk.post(path, json=body)
        (field,) = answer.json()["fields"]
        assert (answer.status_code, "albo pomiń to pole" in field["message"]) == (422, True)
    assert (await desk.get(f"/api/persons/{person_id}")).json()["phone"] == jan["phone"]
    assert len(await found(desk, name="Jan Wzorcowy", phone=phone)) == 1, "one may look for it"


async def test_a_phone_and_an_address_that_are_not_right_any_more_are_taken_out(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    path = f"/api/persons/{person_id}"
    told = {"cleared": ["phone", "phone", "accessibility_need"], "reason": "numer odłączono"}
    assert (await desk.post(f"{path}/corrections", json=told)).status_code == 200
    again = await desk.post(f"{path}/corrections", json=told)
    assert again.json()["code"] == "NothingToCorrect"
    assert await found(desk, phone=jan["phone"]) == []
    typed = {"street": "", "postal_code": "", "city": "", "phone": "", "reason": "wymeldowano"}
    answer = await desk.post(f"/persons/{person_id}/correction", data=typed)
    assert answer.status_code == 303, answer.text
    history = (await desk.get(f"{path}/history")).json()
    assert [(one["field"], one["was"], one["now"]) for one in history] == [
        ("address", "ul. Łąkowa 4/7, 50-001 Miasto Wzorcowe", None),
        ("phone", "600 100 200", None),
    ]
    assert (await desk.get(path)).json()["city"] is None


async def test_a_form_that_was_open_meanwhile_takes_nothing_back(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan | {"phone": None})
    page = f"/persons/{person_id}/correction"
    form = Screen((await desk.get(page)).text).form(page)
    meanwhile = {"phone": "600 300 400", "family_name": "Wzorowy", "reason": "oświadczenie"}
    await desk.post(f"/api/persons/{person_id}/corrections", json=meanwhile)
    answer = await desk.post(page, data=form.filled({"city": "", "reason": "pomyłka"}))
    assert answer.status_code == 422
    assert "Wzorcowy" in answer.text, "what the form said is still in it"
    typed = {"city": "Wzorowo", "reason": "pomyłka"}
    answer = await desk.post(page, data=form.filled(typed))
    assert answer.status_code == 303
    known = (await desk.get(f"/api/persons/{person_id}")).json()
    assert (known["phone"], known["family_name"], known["city"]) == (
        "600 300 400",
        "Wzorowy",
        "Wzorowo",
    )


async def test_a_number_that_is_marked_wrong_finds_nobody_and_is_free_again(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    path = f"/api/persons/{person_id}/identifier/withdrawal"
    assert (await desk.post(path, json={"reason": "numer brata"})).status_code == 200
    assert await found(desk, number="84511200016") == []
    again = await desk.post(path, json={"reason": "numer brata"})
    assert (again.status_code, again.json()["code"]) == (409, "NoIdentifierToWithdraw")
    brother = jan | NOWHERE | {"given_names": "Adam", "none_of_these": True}
    assert await registered(desk, brother) != person_id


# --- merges -----------------------------------------------------------------


async def merged(head: httpx.AsyncClient, survivor: str, absorbed: str) -> httpx.Response:
    told = {"absorbed_id": absorbed, "reason": "odnaleziony dowód"}
    return await head.post(f"/api/persons/{survivor}/merge", json=told)


async def test_an_absorbed_entry_leads_on_takes_nothing_new_and_comes_back(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json, homeless: Json
) -> None:
    survivor, absorbed = await registered(desk, jan), await registered(desk, homeless)
    async with signed_in(app, INFORMATION_HEAD) as head:
        assert (await merged(head, survivor, absorbed)).status_code == 200
        assert (await desk.get(f"/api/persons/{absorbed}")).json()["merged_into"] == survivor
        assert [one["person_id"] for one in await found(desk, text="jasiek wzorcowy")] == [survivor]
        told = {"person_id": absorbed, "channel": "DESK", "problem": "x"}
        refused = await desk.post("/api/contacts", json=told)
        assert (refused.status_code, refused.json()["code"]) == (409, "PersonAbsorbed")
        assert refused.json()["told"] == {"survivor_id": survivor}
        undo = {"absorbed_id": absorbed, "reason": "to kuzyn"}
        answer = await head.post(f"/api/persons/{survivor}/merge/undoing", json=undo)
        assert answer.status_code == 200, answer.text
    assert (await desk.get(f"/api/persons/{absorbed}")).json()["merged_into"] is None
    assert await contacted(desk, absorbed)
    fields = [c["field"] for c in (await desk.get(f"/api/persons/{survivor}/history")).json()]
    assert fields == ["merge", "merge"]


async def test_two_persons_with_valid_pesels_are_not_merged_until_one_is_marked_wrong(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, jan | EWA)
    async with signed_in(app, INFORMATION_HEAD) as head:
        answer = await merged(head, one, other)
        assert (answer.status_code, answer.json()["code"]) == (409, "DifferentPesels")
        assert "oznacz go jako błędny" in answer.json()["detail"]
        path = f"/api/persons/{other}/identifier/withdrawal"
        await head.post(path, json={"reason": "numer matki"})
        assert (await merged(head, one, other)).status_code == 200


async def test_whatever_is_known_of_a_merged_entry_leads_to_the_one_that_goes_on(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    absorbed = await registered(desk, jan)
    told = {**jan, "family_name": "Odmieniony", "phone": "600 999 999", "birth_date": "1984-11-12"}
    del told["number"]
    nobody = {"id_type": "NONE", "sex": "M", "no_id_reason": "bez dokumentu"}
    survivor = await registered(desk, told | nobody, none_of_these=True)
    async with signed_in(app, INFORMATION_HEAD) as head:
        assert (await merged(head, survivor, absorbed)).status_code == 200
    for known in ({"number": jan["number"]}, {"name": "Jan Wzorcowy"}, {"phone": jan["phone"]}):
        (one,) = await found(desk, **known)
        assert (one["person_id"], one["family_name"]) == (survivor, "Odmieniony"), known
    again = await desk.post("/api/persons", json=jan)
    assert again.json()["code"] == "IdentifierTaken"


async def test_an_entry_without_a_number_does_not_join_two_persons_with_one_each(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, jan | EWA)
    nobody = {"id_type": "NONE", "sex": "M", "no_id_reason": "bez dokumentu"}
    told = {**jan, "birth_date": "1984-11-12"}
    del told["number"]
    between = await registered(desk, told | nobody, none_of_these=True)
    async with signed_in(app, INFORMATION_HEAD) as head:
        assert (await merged(head, between, one)).status_code == 200
        answer = await merged(head, between, other)
        assert (answer.status_code, answer.json()["code"]) == (409, "DifferentPesels")
        assert (await desk.get(f"/api/persons/{other}")).json()["merged_into"] is None


async def test_a_choice_that_is_no_id_is_an_error_of_the_form(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    async with signed_in(app, INFORMATION_HEAD) as head:
        sent = {"person_id": "nikt", "reason": "ta sama osoba"}
        assert (await head.post(f"/persons/{person_id}/merge", data=sent)).status_code == 422


async def test_a_worker_of_the_desk_does_not_merge(
    desk: httpx.AsyncClient, jan: Json, homeless: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, homeless)
    answer = await merged(desk, one, other)
    assert (answer.status_code, answer.json()["code"]) == (403, "RoleMissing")


async def test_who_takes_over_data_sees_nobody(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    person_id = await registered(desk, jan)
    async with signed_in(app, MIGRATION) as migration:
        for path in (f"/api/persons/{person_id}", f"/persons/{person_id}"):
            assert (await migration.get(path)).status_code == 403
        assert (await migration.post("/api/persons/search", json={})).status_code == 403


# --- households -------------------------------------------------------------


def member(person_id: str, relation: str = "SELF") -> Json:
    return {"person_id": person_id, "relation": relation}


async def defined(desk: httpx.AsyncClient, since: str, *members: Json) -> httpx.Response:
    return await desk.post("/api/households", json={"members": [*members], "since": since})


async def household_on(desk: httpx.AsyncClient, person_id: str, day: str) -> list[str]:
    params = {"person_id": person_id, "on": day}
    rows = (await desk.get("/api/households", params=params)).json()
    return [row["household_id"] for row in rows]


async def test_who_belongs_where_on_a_day_has_one_answer(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, jan | EWA)
    first = (await defined(desk, "2026-01-01", member(one), member(other, "SPOUSE"))).json()["id"]
    gone = {"person_id": other, "since": "2026-03-01"}
    left = await desk.post(f"/api/households/{first}/departures", json=gone)
    assert left.status_code == 200, left.text
    second = (await defined(desk, "2026-03-01", member(other))).json()["id"]
    assert await household_on(desk, other, "2025-12-31") == []
    assert await household_on(desk, other, "2026-02-28") == [first]
    assert await household_on(desk, other, "2026-03-01") == [second]
    assert await household_on(desk, one, "2026-03-01") == [first]
    stays = (await desk.get(f"/api/households/{first}")).json()
    assert {(s["person_id"], s["since"], s["until"]) for s in stays} == {
        (one, "2026-01-01", None),
        (other, "2026-01-01", "2026-03-01"),
    }


async def test_a_member_noted_wrongly_is_corrected_with_the_original_in_the_history(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, jan | EWA)
    elsewhere = (await defined(desk, "2025-01-01", member(other))).json()["id"]
    gone = {"person_id": other, "since": "2025-12-01"}
    await desk.post(f"/api/households/{elsewhere}/departures", json=gone)
    household = (await defined(desk, "2026-01-01", member(one))).json()["id"]
    came = member(other, "CHILD") | {"since": "2026-01-10"}
    await desk.post(f"/api/households/{household}/members", json=came)
    at = f"/households/{household}/members/{other}/correction"
    right = {"relation": "SPOUSE", "since": "2026-01-05", "reason": "akt małżeństwa"}
    early = await desk.post(f"/api{at}", json=right | {"since": "2025-11-01"})
    assert (early.status_code, early.json()["code"]) == (409, "AlreadyInHousehold")
    assert (await desk.get(at)).text.count('value="10"') == 1
    typed = right | {"since-day": "5", "since-month": "1", "since-year": "2026"}
    del typed["since"]
    wrong = await desk.post(at, data=typed | {"reason": ""})
    assert (wrong.status_code, 'href="#reason"' in wrong.text) == (422, True)
    assert (await desk.post(at, data=typed)).status_code == 303
    stays = (await desk.get(f"/api/households/{household}")).json()
    assert (other, "SPOUSE", "2026-01-05") in {
        (stay["person_id"], stay["relation"], stay["since"]) for stay in stays
    }
    page = (await desk.get(f"/persons/{other}")).text
    for said in ("Kim jest w gospodarstwie", "Dziecko", "Małżonek", "10 stycznia 2026"):
        assert said in page
    assert at in (await desk.get(f"/households/{household}")).text


async def test_nobody_is_in_two_households_on_one_day(desk: httpx.AsyncClient, jan: Json) -> None:
    one = await registered(desk, jan)
    await defined(desk, "2026-02-01", member(one))
    answer = await defined(desk, "2026-01-15", member(one))
    assert (answer.status_code, answer.json()["code"]) == (409, "AlreadyInHousehold")
    assert answer.json()["told"] == {"person_id": one, "day": "2026-02-01"}


async def test_of_many_at_once_one_household_wins(desk: httpx.AsyncClient, jan: Json) -> None:
    one = await registered(desk, jan)
    answers = await asyncio.gather(*(defined(desk, "2026-02-01", member(one)) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 7]


async def test_members_come_and_go_and_the_household_ends(
    desk: httpx.AsyncClient, jan: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, jan | EWA)
    household = (await defined(desk, "2026-01-01", member(one))).json()["id"]
    path = f"/api/households/{household}"
    came = member(other, "CHILD") | {"since": "2026-01-10"}
    assert (await desk.post(f"{path}/members", json=came)).status_code == 201
    twice = await desk.post(f"{path}/members", json=came | {"since": "2026-01-11"})
    assert twice.json()["code"] == "MemberTwice"
    assert (await desk.post(f"{path}/end", json={"on": "2026-02-01"})).status_code == 200
    assert await household_on(desk, other, "2026-01-31") == [household]
    assert await household_on(desk, other, "2026-02-01") == []
    over = await desk.post(f"{path}/members", json=came | {"since": "2026-02-02"})
    assert (over.status_code, over.json()["code"]) == (409, "HouseholdOver")
    stranger = await desk.post(f"{path}/departures", json={"person_id": one, "since": "2026-02-02"})
    assert stranger.json()["code"] == "HouseholdOver"


async def test_entries_that_both_belong_somewhere_on_a_day_are_not_merged(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json, homeless: Json
) -> None:
    one, other = await registered(desk, jan), await registered(desk, homeless)
    first = (await defined(desk, "2026-01-01", member(one))).json()["id"]
    second = (await defined(desk, "2025-06-01", member(other))).json()["id"]
    async with signed_in(app, INFORMATION_HEAD) as head:
        answer = await merged(head, one, other)
        assert (answer.status_code, answer.json()["code"]) == (409, "TwoHouseholdsAtOnce")
        assert (await desk.get(f"/api/persons/{other}")).json()["merged_into"] is None
        await desk.post(f"/api/households/{second}/end", json={"on": "2026-01-01"})
        assert (await merged(head, one, other)).status_code == 200
    for entry in (one, other):
        assert await household_on(desk, entry, "2025-12-31") == [second]
        assert await household_on(desk, entry, "2026-01-01") == [first]
