"""Every form of service orders: refused with what was typed, then sent and its effect seen."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal
from uuid import uuid4

import httpx
from fastapi.routing import iter_route_contexts
from osnowa_contracts import contractor

from services.service_orders import pages
from services.service_orders.values import order_id as id_of
from tests.forms import Form, Screen, Sends, Typed, no_day, on, refused
from tests.service_orders.given import CASE, DECISION, NGO
from tests.service_orders.running import Office
from tests.service_orders.test_home_care import (
    ADMINISTRATOR,
    CARE,
    COORDINATOR,
    DIRECTOR,
    ORDER,
    grant,
    in_service,
    ordered,
    parked,
    prepared,
    says,
)

REGISTERED: Typed = {
    "unit": NGO,
    "full_name": "Stowarzyszenie Opiekun",
    "nip": "122-078-13-42",
    "regon": "730295378",
    "services": "HOME_CARE",
}
PREPARED: Typed = {
    "contractor": NGO,
    "activities": ("HYGIENE", "MEALS"),
    "given_names": "Anna",
    "family_name": "Przykładowa",
    **on("birth_date", date(1942, 1, 12)),
    "address.street": "ul. Przykładowa 4/7",
    "address.postal_code": "50-001",
    "address.city": "Miasto",
    "contacts.0.name": "Ewa Przykładowa",
    "contacts.0.relation": "DAUGHTER",
    "contacts.0.phone": "600 000 005",
    "health_needs": "LIMITED_MOBILITY",
    "risks": "FALL",
    "access": "Klucz ma córka.",
}
ANEW, FORM = "/contractors/new", "/decisions/{decision_id}/order"
REGISTRATION = Sends(
    COORDINATOR, ANEW, ANEW, REGISTERED, "Stowarzyszenie Opiekun", {"nip": "1220781343"},
    "Numer NIP jest błędny",
)  # fmt: skip
PREPARATION = Sends(
    CARE, FORM, FORM, PREPARED, "Anna Przykładowa", {"address.postal_code": "50001"},
    "Wpisz „Kod pocztowy” w takiej postaci, jak w podpowiedzi.",
)  # fmt: skip
ENDED = Sends(
    CARE, "/orders/{order_id}/end", "/orders/{order_id}/end",
    {"reason": "RESIGNATION", **on("on", date(2026, 3, 20))}, "Zlecenie jest zakończone.",
    no_day("on"), "wpisz prawdziwą datę",
)  # fmt: skip
FORMS = (REGISTRATION, PREPARATION, ENDED)
BUTTONS = {"/orders/{order_id}/place", "/reports/{report_id}/acceptance"}
"""They ask for nothing; what they are refused is a page of its own."""


def test_a_form_that_no_test_sends_is_not_there() -> None:
    routes = {
        route.path
        for route in iter_route_contexts(pages.router.routes)
        if "POST" in (route.methods or ())
    }
    assert routes == {one.route for one in FORMS} | BUTTONS


async def decided(office: Office) -> str:
    """A contractor is there and a decision waits; the address of its form."""
    async with office.worker(COORDINATOR) as http:
        await REGISTRATION.send(http, {})
    office.at(2026, 3, 5, 12)
    await grant(office)
    return FORM.format(decision_id=DECISION)


async def opened(http: httpx.AsyncClient, address: str) -> Form:
    return Screen((await http.get(address)).text).form(address)


async def test_each_form_is_refused_with_what_was_typed_then_sent_and_its_effect_is_seen(
    office: Office,
) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    for one in FORMS:
        async with office.worker(one.by) as http:
            await one.send(http, {"decision_id": str(DECISION), "order_id": str(ORDER)})
    async with office.worker(COORDINATOR) as http:
        told = (await http.get(f"/api/orders/{ORDER}")).json()
        assert "Każda decyzja" in (await http.get("/decisions")).text
        gone = await http.get(f"/orders/{ORDER}/end")
    assert (told["state"], told["hours_per_day"], told["days"]) == ("ended", "2", "working")
    assert (await office.told_to(NGO))[:2] == ["OrderPlaced full", "OrderEnded full"]
    assert (gone.status_code, "zakończone" in gone.text) == (409, True)


async def test_a_contractor_is_registered_once(office: Office) -> None:
    async with office.worker(COORDINATOR) as http:
        sent = (await opened(http, ANEW)).filled(REGISTERED)
        await REGISTRATION.send(http, {})
        answer = await http.post(ANEW, data=sent)
        told = refused(answer, "jest już zarejestrowany. Wybierz innego", ANEW)
        assert told.form(ANEW).values["full_name"] == ["Stowarzyszenie Opiekun"]
        empty = Screen((await http.get(ANEW)).text)
    assert "Każda organizacja z własnym węzłem jest już zarejestrowana." in empty.text


async def test_only_who_can_be_told_an_order_is_registered(office: Office) -> None:
    async with office.worker(COORDINATOR) as http:
        sent = (await opened(http, ANEW)).filled(REGISTERED)
        for unit in ("reporting", "ngo-literówka", "ngo-nobody"):
            answer = await http.post(ANEW, data={**sent, "unit": [unit]})
            assert dict(Screen(answer.text).errors).keys() == {"unit"}, unit
            assert answer.status_code == 422
        assert (await http.get("/api/contractors")).json() == []


async def test_what_is_wrong_is_said_beside_its_field(office: Office) -> None:
    address = await decided(office)
    both = {**PREPARED, "risks": ("NONE", "FALL"), "health_needs": ()}
    async with office.worker(CARE) as http:
        answer = await http.post(address, data=(await opened(http, address)).filled(both))
        assert answer.status_code == 422
        told = dict(Screen(answer.text).errors)
        assert "nie jedno i drugie" in told["risks"]
        assert "Potrzeby zdrowotne" in told["health_needs"]
        empty = dict(Screen((await http.post(address, data={})).text).errors)
    assert {"contractor", "activities", "birth_date-day", "address.street", "contacts"} <= set(
        empty
    )


async def test_whatever_is_typed_is_refused_or_kept(office: Office) -> None:
    address = await decided(office)
    async with office.worker(CARE) as http:
        sent = (await opened(http, address)).filled(PREPARED)
        for typed in ("\x00", "ż" * 3000, "٣", " ", "two words", "a\x00b"):
            for name in ("contacts.0.relation", "risks", "birth_date-year", "contractor", "access"):
                key = {"idempotency_key": [f"{name} {typed[:9]}"]}
                answer = await http.post(address, data={**sent, **key, name: [typed]})
                assert answer.status_code in {303, 422}, (name, typed[:9], answer.text)
        board = (await http.get("/api/orders")).json()
    assert len(board) <= 1


async def test_one_more_contact_is_asked_for_and_nothing_is_lost(office: Office) -> None:
    address = await decided(office)
    async with office.worker(CARE) as http:
        sent = (await opened(http, address)).filled(PREPARED)
        more = await http.post(address, data={**sent, "one_more": ["contacts"]})
        form = Screen(more.text).form(address)
    assert (more.status_code, form.values["contacts.1.name"]) == (200, [""])
    assert form.values["contacts.0.name"] == ["Ewa Przykładowa"]


async def test_an_order_that_was_sent_twice_is_prepared_once(office: Office) -> None:
    address = await decided(office)
    async with office.worker(CARE) as http:
        sent = (await opened(http, address)).filled(PREPARED)
        first, again = [await http.post(address, data=sent) for _ in range(2)]
        assert first.headers["location"] == again.headers["location"]
        anew = await http.post(address, data={**sent, "idempotency_key": ["another"]})
        assert anew.status_code == 422
        assert "jest już otwarte zlecenie" in anew.text
        gone = await http.get(address)
    assert (gone.status_code, "nie czeka na zlecenie" in gone.text) == (409, True)


async def test_what_was_typed_is_ordered_by_the_decision_that_has_come_meanwhile(
    office: Office,
) -> None:
    address = await decided(office)
    async with office.worker(CARE) as http:
        sent = (await opened(http, address)).filled(PREPARED)
        await grant(office, kind="CHANGE", hours=3, decision_id=uuid4())
        answer = await http.post(address, data=sent)
        assert answer.status_code == 303, answer.text
        told = (await http.get(f"/api/orders/{ORDER}")).json()
    assert (told["state"], told["hours_per_day"]) == ("placed", "3")


async def test_of_two_who_order_the_same_service_at_once_one_does(office: Office) -> None:
    address = await decided(office)
    async with office.worker(CARE) as zofia, office.worker(COORDINATOR) as magda:
        answers = await asyncio.gather(
            *[
                http.post(address, data=(await opened(http, address)).filled(PREPARED))
                for http in (zofia, magda)
            ]
        )
        told = {answer.status_code: answer for answer in answers}
        assert set(told) == {303, 422}
        kept = refused(told[422], "jest już otwarte zlecenie", address).form(address)
        board = (await zofia.get("/api/orders")).json()
    assert kept.values["family_name"] == ["Przykładowa"]
    assert [one["state"] for one in board] == ["placed"]
    assert (await office.told_to(NGO)).count("OrderPlaced full") == 1


async def test_of_two_who_register_the_same_contractor_at_once_one_does(office: Office) -> None:
    async with office.worker(COORDINATOR) as http:
        forms = [(await opened(http, ANEW)).filled(REGISTERED) for _ in range(2)]
        answers = await asyncio.gather(*(http.post(ANEW, data=form) for form in forms))
        assert {answer.status_code for answer in answers} == {303, 422}
        assert len((await http.get("/api/contractors")).json()) == 1


async def test_the_last_day_of_an_order_lies_in_its_period(office: Office) -> None:
    await in_service(office)
    address = f"/orders/{ORDER}/end"
    async with office.worker(CARE) as http:
        typed = {"reason": "RESIGNATION", **on("on", date(2025, 3, 20))}
        answer = await http.post(address, data=(await opened(http, address)).filled(typed))
        told = dict(refused(answer, "obowiązuje od", address).errors)
        board = (await http.get(f"/api/orders/{ORDER}")).json()
    assert "Wpisz ostatni dzień usługi z tego okresu" in told["on"]
    assert (board["state"], board["last_day"]) == ("started", "2026-08-31")


async def test_the_next_order_begins_with_the_sheet_of_the_last(office: Office) -> None:
    await ordered(office)
    no = contractor.OrderRejected(order_id=ORDER, on=date(2026, 3, 5), reason="NO_CAPACITY")
    await says(office, no)
    address = FORM.format(decision_id=DECISION)
    async with office.worker(CARE) as http:
        assert "wykonawca odrzucił" in (await http.get("/decisions")).text
        form = await opened(http, address)
        assert form.typed["family_name"] == ["Przykładowa"]
        assert form.typed["contacts.0.relation"] == ["DAUGHTER"]
        assert sorted(form.typed["activities"]) == ["HYGIENE", "MEALS"]
        assert "contractor" not in form.typed, "whoever rejected it is not asked again"
        sent = form.filled({"contractor": NGO})
        answer = await http.post(address, data=sent)
    assert answer.headers["location"].startswith(f"/orders/{id_of(CASE, 'HOME_CARE', 2)}")


async def test_where_nobody_gives_the_service_a_contractor_is_registered_first(
    office: Office,
) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    address = FORM.format(decision_id=DECISION)
    for worker, told in ((COORDINATOR, "/contractors/new"), (CARE, "koordynator usług")):
        async with office.worker(worker) as http:
            page = Screen((await http.get(address)).text)
        assert told in page.links or told in page.text
        assert "Żaden zarejestrowany wykonawca nie świadczy tej usługi." in page.text


async def test_pages_are_for_those_who_may_send_them(office: Office) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    address = FORM.format(decision_id=DECISION)
    for worker in (DIRECTOR, ADMINISTRATOR):
        async with office.worker(worker) as http:
            for path in ("/decisions", address):
                assert (await http.get(path)).status_code == 403
            assert (await http.post(address, data={})).status_code == 403
    async with office.worker(CARE) as http:
        assert (await http.get(ANEW)).status_code == 403
        assert (await http.post(ANEW, data=REGISTERED)).status_code == 403
        assert (await http.get("/contractors")).status_code == 200
        assert (await http.get(FORM.format(decision_id=uuid4()))).status_code == 404


async def test_administrators_learn_nothing_of_clients(office: Office) -> None:
    """Neither by what waits, nor by the difference between what is there and what is not."""
    await in_service(office)
    other = uuid4()
    async with office.worker(ADMINISTRATOR) as http:
        for path in (
            "/orders", "/reports", "/api/orders", "/api/reports",
            *(f"{start}/orders/{id_}" for start in ("", "/api") for id_ in (ORDER, other)),
            *(f"/orders/{id_}/end" for id_ in (ORDER, other)),
            *(f"/api/orders/{id_}/months/2026-03" for id_ in (ORDER, other)),
        ):  # fmt: skip
            assert (await http.get(path)).status_code == 403, path
        assert (await http.get("/api/tasks")).json() == []
        assert "Przykładowa" not in (await http.get("/")).text
        assert (await http.get("/contractors")).status_code == 200
        assert (await http.get(ANEW)).status_code == 200


async def test_a_draft_without_a_decision_is_not_placed_by_its_button(office: Office) -> None:
    await prepared(office)
    async with office.worker(CARE) as http:
        answer = await http.post(f"/orders/{ORDER}/place", data={})
    assert answer.status_code == 409
    assert "Nie ma decyzji o przyznaniu tej usługi." in Screen(answer.text).text


async def test_a_report_is_accepted_by_its_button_once(office: Office) -> None:
    await in_service(office)
    report = contractor.MonthlyReportSubmitted(
        report_id=uuid4(), contractor=NGO, month="2026-03", order_id=ORDER,
        planned_units=Decimal(36), done_units=Decimal(32),
    )  # fmt: skip
    await says(office, report)
    address = f"/reports/{report.report_id}/acceptance"
    async with office.worker(COORDINATOR) as http:
        assert address in [one.action for one in Screen((await http.get("/reports")).text).forms]
        assert (await http.post(address, data={})).status_code == 303
        again = await http.post(address, data={})
        assert "przyjęte" in (await http.get("/reports")).text
    assert (again.status_code, "jest już przyjęte" in again.text) == (409, True)
    assert await parked(office) == []
