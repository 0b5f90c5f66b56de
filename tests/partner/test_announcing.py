"""What an outside institution may announce, about whom, and who is told."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, contractor, service_orders
from osnowa_contracts.examples import EXAMPLES
from osnowa_contracts.fact import Fact
from starlette.datastructures import FormData

from chassis.disclosure import Begin
from chassis.web.language import Speech
from services.partner.commands import ROLES
from services.partner.disclosures import involve
from services.partner.pages.forms import can_be_asked, data_of, fields_of
from tests.service_orders.running import Office

DISPATCHER, CARER, OFFICER = "piotr-wiaz", "danuta-malwa", "krystyna-topola"
PERSON = UUID("00000000-0000-4000-8000-000000000001")
PLACED = EXAMPLES[service_orders.OrderPlaced]
REQUESTED = EXAMPLES[benefits.EvidenceRequested]
ADMINISTRATOR = "wiktor-jesion"
assert isinstance(PLACED, service_orders.OrderPlaced)
assert isinstance(REQUESTED, benefits.EvidenceRequested)
ORDER, KIND = str(PLACED.order_id), REQUESTED.kind
VISIT = {"visit_id": str(uuid4()), "order_id": ORDER, "on": "2026-03-06", "minutes": 120}


async def announce(
    office: Office, worker: str, fact: str, data: dict[str, Any], person: UUID | None = PERSON
) -> Any:
    body = {"person_id": str(person) if person else None, "data": data}
    async with office.worker(worker) as http:
        return await http.post(f"/api/announcements/{fact}", json=body)


async def get(office: Office, worker: str, path: str) -> Any:
    async with office.worker(worker) as http:
        answer = await http.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def ordered(ngo: Office) -> None:
    await ngo.hears(PLACED, PERSON)


async def started(ngo: Office) -> None:
    await ordered(ngo)
    slots = [{"weekday": 1, "start": "08:00", "end": "10:00"}]
    steps: dict[str, dict[str, Any]] = {
        "OrderAccepted": {"on": "2026-03-05"},
        "ScheduleSet": {"valid_from": "2026-03-06", "slots": slots},
        "ServiceStarted": {"on": "2026-03-06"},
    }
    for fact, data in steps.items():
        answer = await announce(ngo, DISPATCHER, fact, {"order_id": ORDER, **data})
        assert answer.status_code == 201, answer.text


async def test_an_order_makes_the_client_known_and_waits_for_an_answer(ngo: Office) -> None:
    await ordered(ngo)
    [person] = await get(ngo, DISPATCHER, "/api/persons")
    assert (person["person_id"], person["name"]) == (str(PERSON), "Helena Wzorcowa")
    [order] = await get(ngo, DISPATCHER, f"/api/orders?person_id={PERSON}")
    assert (order["state"], order["hours_per_day"], order["name"]) == (
        "placed", "2", "Helena Wzorcowa",
    )  # fmt: skip
    assert order["sheet"]["risks"] == ["FALL"]
    [task] = await get(ngo, DISPATCHER, "/api/tasks")
    assert task["title"] == "Odpowiedz na zlecenie"
    assert await get(ngo, ADMINISTRATOR, "/api/tasks") == [], "it names the client"


async def test_what_is_announced_goes_to_who_ordered_and_to_nobody_else(ngo: Office) -> None:
    await ordered(ngo)
    answer = await announce(
        ngo, DISPATCHER, "OrderAccepted", {"order_id": ORDER, "on": "2026-03-05"}
    )
    assert answer.status_code == 201, answer.text
    assert await ngo.told_to("service-orders") == ["OrderAccepted full"]
    for unit in ("benefits", "socialwork", "intake", "pup", "reporting"):
        assert await ngo.told_to(unit) == []
    [order] = await get(ngo, DISPATCHER, "/api/orders")
    assert order["state"] == "accepted"
    [said] = await get(ngo, DISPATCHER, f"/api/announcements?person_id={PERSON}")
    assert (said["fact"], said["announced_by"]) == ("OrderAccepted", DISPATCHER)


async def test_nothing_can_be_announced_about_a_stranger(ngo: Office) -> None:
    answer = await announce(ngo, CARER, "VisitCompleted", VISIT)
    assert (answer.status_code, answer.json()["code"]) == (404, "PersonUnknown")


async def test_nothing_can_be_announced_on_an_order_of_others(ngo: Office) -> None:
    await ordered(ngo)
    answer = await announce(ngo, CARER, "VisitCompleted", VISIT | {"order_id": str(uuid4())})
    assert (answer.status_code, answer.json()["code"]) == (404, "OrderUnknown")


async def test_a_fact_of_another_institution_is_refused(ngo: Office) -> None:
    for fact in ("DecisionIssued", "LabourStatusReported", "OrderPlaced", "NoSuchFact"):
        answer = await announce(ngo, DISPATCHER, fact, {})
        assert (answer.status_code, answer.json()["code"]) == (403, "NotAnnouncedHere")


async def test_wrong_input_is_answered_with_every_wrong_field(ngo: Office) -> None:
    await ordered(ngo)
    wrong = {"visit_id": "1", "order_id": ORDER, "on": "wczoraj", "minutes": 5000}
    answer = await announce(ngo, CARER, "VisitCompleted", wrong)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    fields = {field["field"].rsplit(".", 1)[-1] for field in answer.json()["fields"]}
    assert fields == {"visit_id", "on", "minutes"}


async def test_a_field_that_the_contract_does_not_know_is_refused(ngo: Office) -> None:
    await ordered(ngo)
    answer = await announce(ngo, CARER, "VisitCompleted", VISIT | {"diagnosis": "x"})
    assert answer.status_code == 422
    assert await ngo.told_to("service-orders") == []


async def test_the_carer_tells_of_visits_and_the_dispatcher_answers_orders(ngo: Office) -> None:
    await ordered(ngo)
    accepted = {"order_id": ORDER, "on": "2026-03-05"}
    assert (await announce(ngo, CARER, "OrderAccepted", accepted)).status_code == 403
    assert (await announce(ngo, CARER, "VisitCompleted", VISIT)).status_code == 201


async def test_the_same_key_announces_once(ngo: Office) -> None:
    await ordered(ngo)
    body = {"person_id": str(PERSON), "data": VISIT}
    async with ngo.worker(CARER) as http:
        for _ in range(2):
            answer = await http.post(
                "/api/announcements/VisitCompleted", json=body, headers={"Idempotency-Key": "k1"}
            )
            assert answer.status_code == 201, answer.text
    assert await ngo.told_to("service-orders") == ["VisitCompleted full"]


async def test_an_amendment_waits_until_it_is_acknowledged(ngo: Office) -> None:
    await ordered(ngo)
    await announce(ngo, DISPATCHER, "OrderAccepted", {"order_id": ORDER, "on": "2026-03-05"})
    slots = [{"weekday": 1, "start": "08:00", "end": "10:00"}]
    plan = {"order_id": ORDER, "valid_from": "2026-03-06", "slots": slots}
    assert (await announce(ngo, DISPATCHER, "ScheduleSet", plan)).status_code == 201
    assert await get(ngo, DISPATCHER, "/api/tasks") == []
    await ngo.hears(EXAMPLES[service_orders.OrderAmended], PERSON)
    [task] = await get(ngo, DISPATCHER, "/api/tasks")
    assert task["title"] == "Potwierdź zmianę zlecenia"
    done = {"order_id": ORDER, "version": 2, "on": "2026-03-25"}
    assert (await announce(ngo, DISPATCHER, "AmendmentAcknowledged", done)).status_code == 201
    assert await get(ngo, DISPATCHER, "/api/tasks") == []


async def test_a_report_on_all_orders_names_nobody_and_goes_to_who_orders(ngo: Office) -> None:
    report = {
        "report_id": str(uuid4()), "contractor": "ngo-opiekun", "month": "2026-03",
        "planned_units": "36", "done_units": "32",
    }  # fmt: skip
    answer = await announce(ngo, DISPATCHER, "MonthlyReportSubmitted", report, None)
    assert answer.status_code == 201, answer.text
    assert await ngo.told_to("service-orders") == ["MonthlyReportSubmitted full"]


async def test_nobody_reports_in_the_name_of_another_contractor(ngo: Office) -> None:
    report = {
        "report_id": str(uuid4()), "contractor": "ngo-other", "month": "2026-03",
        "planned_units": "36", "done_units": "32",
    }  # fmt: skip
    answer = await announce(ngo, DISPATCHER, "MonthlyReportSubmitted", report, None)
    assert (answer.status_code, answer.json()["code"]) == (422, "AnotherContractor")
    assert await ngo.told_to("service-orders") == []


async def test_a_visit_needs_its_client(ngo: Office) -> None:
    answer = await announce(ngo, CARER, "VisitCompleted", VISIT, None)
    assert (answer.status_code, answer.json()["code"]) == (422, "PersonMissing")


async def test_the_labour_office_answers_what_benefits_asked(pup: Office) -> None:
    await pup.hears(REQUESTED, PERSON)
    [asked] = await get(pup, OFFICER, f"/api/requests?person_id={PERSON}")
    assert (asked["kind"], asked["asked_by"], asked["answered"]) == (
        KIND, "benefits", False,
    )  # fmt: skip
    status = {
        "status": "UNEMPLOYED", "as_of": "2026-02-03", "registered_on": "2025-09-01",
        "request_id": asked["request_id"],
    }  # fmt: skip
    answer = await announce(pup, OFFICER, "LabourStatusReported", status)
    assert answer.status_code == 201, answer.text
    plan = {"plan_id": str(uuid4()), "agreed_on": "2025-12-01", "registered_days": 154}
    assert (await announce(pup, OFFICER, "ActionPlanReported", plan)).status_code == 201
    assert await pup.told_to("benefits") == [
        "LabourStatusReported full",
        "ActionPlanReported summary",
    ]
    assert await pup.told_to("ngo-opiekun") == []
    [asked] = await get(pup, OFFICER, "/api/requests")
    assert asked["answered"] is True


async def test_every_fact_of_the_institution_is_offered_with_its_schema(ngo: Office) -> None:
    offered = await get(ngo, DISPATCHER, "/api/facts")
    assert {fact["name"] for fact in offered} == {
        cls.name() for cls in ROLES if cls.PUBLISHER == "contractor"
    }
    assert all("properties" in fact["json_schema"] for fact in offered)


@pytest.mark.parametrize("cls", list(ROLES), ids=lambda cls: cls.name())
def test_every_fact_has_a_form(cls: type[Fact]) -> None:
    assert can_be_asked(cls)


def test_a_schedule_is_read_from_days_and_hours() -> None:
    form = FormData(
        [("order_id", ORDER), ("slots", "1"), ("slots", "3"), ("slots-start", "08:00"),
         ("slots-end", "10:00"), ("valid_from-day", "6"), ("valid_from-month", "3"),
         ("valid_from-year", "2026")]
    )  # fmt: skip
    fact = contractor.ScheduleSet.model_validate(data_of(contractor.ScheduleSet, form))
    assert [slot.weekday for slot in fact.slots] == [1, 3]


async def test_a_carer_records_a_visit_on_a_form(ngo: Office) -> None:
    await started(ngo)
    address = f"/announce/VisitCompleted?person_id={PERSON}&order_id={ORDER}"
    filled = {
        "visit_id": str(uuid4()), "order_id": ORDER, "on-day": "6", "on-month": "3",
        "on-year": "2026", "minutes": "120", "activities": ["HYGIENE"],
    }  # fmt: skip
    async with ngo.worker(CARER) as http:
        form = await http.get(address)
        wrong = await http.post(address, data=filled | {"minutes": "wiele"})
        sent = await http.post(address, data=filled)
        page = await http.get(f"/orders/{ORDER}")
    assert (form.status_code, wrong.status_code, sent.status_code) == (200, 422, 303)
    assert "Zapisz wizytę" in form.text
    assert 'href="#minutes"' in wrong.text
    assert "Zapisz wizytę" in page.text
    assert "Przyjmij zlecenie" not in page.text
    assert (await ngo.told_to("service-orders"))[-1] == "VisitCompleted full"


async def test_the_pages_list_clients_orders_and_questions(ngo: Office) -> None:
    await ordered(ngo)
    async with ngo.worker(DISPATCHER) as http:
        for path in ("/", "/persons", "/orders", "/requests", f"/clients/{PERSON}"):
            answer = await http.get(path)
            assert answer.status_code == 200, path


def test_whoever_the_question_names_is_told_what_the_labour_office_knows() -> None:
    begun = [
        change for change in involve(REQUESTED, PERSON, "benefits") if isinstance(change, Begin)
    ]
    assert [change.unit for change in begun] == ["benefits", "socialwork"]


async def links_of(office: Office, worker: str) -> str:
    async with office.worker(worker) as http:
        return str((await http.get("/")).text)


async def test_a_contractor_sees_orders_and_no_questions(ngo: Office) -> None:
    page = await links_of(ngo, DISPATCHER)
    assert 'href="/orders"' in page
    assert 'href="/requests"' not in page


async def test_the_labour_office_sees_questions_and_no_orders(pup: Office) -> None:
    page = await links_of(pup, OFFICER)
    assert 'href="/requests"' in page
    assert 'href="/orders"' not in page


def test_every_field_of_a_form_is_named_in_polish() -> None:
    polish = Speech("pl", {})
    given = {"contractor": "ngo-opiekun"}
    forms = [fields_of(cls, given, polish) for cls in ROLES if can_be_asked(cls)]
    asked = [one for fields in forms for one in fields if one.kind != "hidden"]
    assert [one.name for one in asked if one.label == one.name] == []
