"""Home care from the draft to the evaluation, over HTTP and by the facts of others (K2)."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from osnowa_contracts import benefits, contractor
from osnowa_contracts.benefits.decision import ServiceGrant
from osnowa_contracts.fact import Fact, Form

from chassis.calendar import is_working_day
from services.service_orders.values import order_id as id_of
from tests.service_orders.given import CASE, CHANGE, DECISION, NGO, PERSON
from tests.service_orders.running import Office

COORDINATOR, CARE, DIRECTOR, ADMINISTRATOR = (
    "magda-olcha", "zofia-kalina", "helena-dabrowa", "stefan-rokita",
)  # fmt: skip
ORDER = id_of(CASE, "HOME_CARE", 1)
Json = dict[str, Any]

CONTRACTOR: Json = {
    "unit": NGO,
    "full_name": "Stowarzyszenie Opiekun",
    "nip": "1220781342",
    "regon": "730295378",
    "services": ["HOME_CARE"],
}
DRAFT: Json = {
    "person_id": str(PERSON),
    "case_id": str(CASE),
    "service": "HOME_CARE",
    "contractor": NGO,
    "scope": {"hours_per_day": "2", "activities": ["HYGIENE", "MEALS"], "days": "working"},
    "sheet": {
        "given_names": "Anna",
        "family_name": "Przykładowa",
        "birth_date": "1942-01-12",
        "address": {"street": "ul. Przykładowa 4/7", "postal_code": "00-001", "city": "Miasto"},
        "contacts": [{"name": "Ewa", "relation": "DAUGHTER", "phone": "+48500000000"}],
        "health_needs": ["LIMITED_MOBILITY"],
        "risks": ["FALL"],
        "access": "klucz u córki",
    },
}


def decision(kind: str = "GRANT", hours: int = 2, **more: Any) -> benefits.DecisionIssued:
    given: Json = {
        "case_id": CASE,
        "decision_id": DECISION,
        "number": "1/2026",
        "kind": kind,
        "benefit": "HOME_CARE",
        "period_from": date(2026, 3, 6),
        "period_to": date(2026, 8, 31),
        "immediate": True,
        "service": ServiceGrant(
            service="HOME_CARE", hours_per_day=Decimal(hours), fee_per_hour=Decimal("3.50")
        ),
    }
    return benefits.DecisionIssued(**(given | more))


async def grant(office: Office, **more: Any) -> None:
    await office.hears(decision(**more), PERSON, form=Form.SUMMARY)


async def post(http: httpx.AsyncClient, path: str, body: Any = None, status: int = 200) -> Json:
    answer = await http.post(f"/api{path}", json=body or {})
    assert answer.status_code == status, answer.text
    told: Json = answer.json()
    return told


async def prepared(office: Office) -> None:
    async with office.worker(COORDINATOR) as http:
        await post(http, "/contractors", CONTRACTOR, 201)
    async with office.worker(CARE) as http:
        told = await post(http, "/orders", DRAFT, 201)
        assert told["id"] == str(ORDER)


async def ordered(office: Office) -> None:
    await prepared(office)
    office.at(2026, 3, 5, 12)
    await grant(office)


async def says(office: Office, fact: Fact, by: str = NGO) -> None:
    await office.hears(fact, PERSON, by=by)


async def in_service(office: Office) -> None:
    await ordered(office)
    await begun(office)


async def begun(office: Office) -> None:
    """The contractor takes the order and starts."""
    example = contractor.ScheduleSet(
        order_id=ORDER, valid_from=date(2026, 3, 6), carer_id="c-1",
        slots=[{"weekday": 1, "start": "08:00", "end": "10:00"}],
    )  # fmt: skip
    await says(office, contractor.OrderAccepted(order_id=ORDER, on=date(2026, 3, 5)))
    await says(office, example)
    await says(office, contractor.ServiceStarted(order_id=ORDER, on=date(2026, 3, 6)))


async def served(office: Office, first: date, last: date, minutes: int, away: set[date]) -> None:
    day = first
    while day <= last:
        if is_working_day(day) and day not in away:
            visit = contractor.VisitCompleted(
                visit_id=uuid4(), order_id=ORDER, on=day, minutes=minutes, activities=["HYGIENE"]
            )
            await says(office, visit)
        day += timedelta(days=1)


async def order(office: Office) -> Json:
    async with office.worker(COORDINATOR) as http:
        answer = await http.get(f"/api/orders/{ORDER}")
    told: Json = answer.json()
    return told


async def parked(office: Office) -> list[str]:
    return [str(fact.reason) for fact in await office.part.inbox.parked()]


async def test_a_draft_is_told_to_nobody(office: Office) -> None:
    await prepared(office)
    assert (await order(office))["state"] == "draft"
    assert await office.told_to(NGO) == []


async def test_the_decision_places_the_draft_in_the_same_minute(office: Office) -> None:
    await ordered(office)
    told = await order(office)
    placed, issued = (
        datetime.fromisoformat(told[name]) for name in ("placed_at", "decision_issued_at")
    )
    assert told["state"] == "placed"
    assert timedelta(0) <= placed - issued < timedelta(minutes=1)
    assert await office.told_to(NGO) == ["OrderPlaced full"]
    assert "OrderPlaced summary" in await office.told_to("benefits")
    assert "OrderPlaced count" in await office.told_to("reporting")


async def test_the_client_sheet_reaches_neither_benefits_nor_statistics(office: Office) -> None:
    await ordered(office)
    for unit in ("benefits", "reporting"):
        told = await office.part.pool.fetch(
            "select envelope from disclosures where recipient = $1", unit
        )
        assert told
        assert not [row for row in told if "Przykładowa" in row["envelope"]]


async def test_a_decision_that_comes_twice_places_one_order(office: Office) -> None:
    await ordered(office)
    await grant(office, decision_id=uuid4())
    assert (await order(office))["decision_id"] == str(DECISION)
    assert (await office.told_to(NGO)).count("OrderPlaced full") == 1


async def test_a_draft_that_comes_after_its_decision_is_placed_at_once(office: Office) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    async with office.worker(CARE) as http:
        tasks = (await http.get("/api/tasks")).json()
    assert [task["title"] for task in tasks] == ["Przygotuj zlecenie: decyzja jest wydana"]
    await prepared(office)
    assert (await order(office))["state"] == "placed"


async def test_an_order_without_decision_waits(office: Office) -> None:
    await prepared(office)
    async with office.worker(CARE) as http:
        refused = await post(http, f"/orders/{ORDER}/place", status=409)
    assert refused["code"] == "DecisionMissing"


async def test_a_draft_with_an_empty_sheet_is_refused(office: Office) -> None:
    async with office.worker(COORDINATOR) as http:
        await post(http, "/contractors", CONTRACTOR, 201)
        empty = DRAFT | {"sheet": DRAFT["sheet"] | {"risks": [], "contacts": []}}
        refused = await post(http, "/orders", empty, status=422)
    assert refused["code"] == "ClientSheetIncomplete"
    assert "contacts, risks" in refused["detail"]


async def test_a_contractor_must_be_registered(office: Office) -> None:
    async with office.worker(CARE) as http:
        refused = await post(http, "/orders", DRAFT, status=422)
    assert refused["code"] == "ContractorUnknown"


async def test_an_urgent_order_goes_out_before_the_decision_that_confirms_it(
    office: Office,
) -> None:
    await prepared(office)
    async with office.worker(CARE) as http:
        body = {"first_day": "2026-03-06", "last_day": "2026-08-31", "fee_per_hour": "5.00"}
        told = await post(http, f"/orders/{ORDER}/urgent", body)
    assert told["data"]["confirm_by"] == "2026-04-03"
    assert (await order(office))["decision_pending"] is True
    await grant(office)
    confirmed = await order(office)
    assert (confirmed["decision_pending"], confirmed["fee_per_hour"]) == (False, "3.50")
    assert await office.told_to(NGO) == ["OrderPlaced full", "OrderConfirmed full"]


async def test_march_and_april_of_k2(office: Office) -> None:
    await in_service(office)
    away = {date(2026, 3, 17), date(2026, 3, 18)}
    hospital = contractor.AbsenceReported(
        absence_id=uuid4(), order_id=ORDER, absent_from=date(2026, 3, 17),
        absent_to=date(2026, 3, 18), reason="HOSPITAL",
    )  # fmt: skip
    await served(office, date(2026, 3, 6), date(2026, 3, 16), 120, away)
    await says(office, hospital)
    assert (await order(office))["state"] == "suspended"
    await served(office, date(2026, 3, 19), date(2026, 3, 31), 120, away)
    office.at(2026, 3, 24, 15)
    await grant(
        office, kind="CHANGE", hours=3, decision_id=CHANGE, period_from=date(2026, 4, 1),
        previous_decision_id=DECISION,
    )  # fmt: skip
    assert (await order(office))["version"] == 2
    await says(
        office, contractor.AmendmentAcknowledged(order_id=ORDER, version=2, on=date(2026, 3, 25))
    )
    await served(office, date(2026, 4, 1), date(2026, 4, 30), 180, set())
    office.at(2026, 5, 4, 10)
    async with office.worker(COORDINATOR) as http:
        diary = (await http.get(f"/api/orders/{ORDER}/months/2026-03")).json()
        march = await post(http, f"/orders/{ORDER}/months/2026-03/settlement")
        april = await post(http, f"/orders/{ORDER}/months/2026-04/settlement")
    assert diary["deviations"] == []
    assert (march["data"]["planned"], march["data"]["done"], march["data"]["fee"]) == (
        "36", "32", "112.00",
    )  # fmt: skip
    assert (april["data"]["planned"], april["data"]["done"], april["data"]["fee"]) == (
        "63", "63", "220.50",
    )  # fmt: skip
    assert await parked(office) == []
    assert (await order(office))["refused"] == []


async def test_report_survey_and_evaluation(office: Office) -> None:
    await in_service(office)
    report_id = uuid4()
    await says(
        office,
        contractor.MonthlyReportSubmitted(
            report_id=report_id, contractor=NGO, month="2026-03", order_id=ORDER,
            planned_units=Decimal(36), done_units=Decimal(32),
        ),
    )  # fmt: skip
    for score in ("4.5", "4.7"):
        await says(
            office,
            contractor.SurveyAnswered(
                survey_id=uuid4(), order_id=ORDER, on=date(2026, 4, 30), score=Decimal(score)
            ),
        )
    async with office.worker(CARE) as http:
        await post(http, f"/reports/{report_id}/acceptance", status=403)
    async with office.worker(COORDINATOR) as http:
        await post(http, f"/reports/{report_id}/acceptance")
        again = await post(http, f"/reports/{report_id}/acceptance", status=409)
        await post(http, f"/orders/{ORDER}/evaluation", {"result": "CONTINUE"})
        reports = (await http.get("/api/reports", params={"person_id": str(PERSON)})).json()
    assert again["code"] == "ReportDecided"
    assert [report["state"] for report in reports] == ["accepted"]
    told = await order(office)
    assert (told["survey_mean"], told["surveys"], told["result"]) == ("4.60", 2, "CONTINUE")
    assert (await office.facts())[-2:] == ["monthly-report-accepted", "service-evaluated"]


async def test_another_contractor_is_refused_and_its_words_are_kept(office: Office) -> None:
    await ordered(office)
    await says(office, contractor.OrderAccepted(order_id=ORDER, on=date(2026, 3, 5)), by="ngo-inny")
    told = await order(office)
    assert told["state"] == "placed"
    [refused] = told["refused"]
    assert (refused["told_by"], refused["fact"]) == ("ngo-inny", "OrderAccepted")
    assert await parked(office) == []


async def test_a_decision_for_somebody_else_places_nothing(office: Office) -> None:
    await prepared(office)
    await office.hears(decision(), uuid4(), form=Form.SUMMARY)
    assert (await order(office))["state"] == "draft"
    assert await parked(office) == ["refused: PersonDiffers"]


async def test_a_decision_on_money_changes_no_order(office: Office) -> None:
    await prepared(office)
    await grant(office, benefit="PERIODIC", service=None)
    assert (await order(office))["state"] == "draft"
    assert await parked(office) == []


async def test_service_does_not_start_before_it_is_accepted_and_scheduled(office: Office) -> None:
    await ordered(office)
    await says(office, contractor.ServiceStarted(order_id=ORDER, on=date(2026, 3, 6)))
    told = await order(office)
    assert (told["state"], told["started_on"]) == ("placed", None)
    assert len(told["refused"]) == 1


async def test_a_fact_about_an_order_that_is_not_there_is_parked(office: Office) -> None:
    await says(office, contractor.OrderAccepted(order_id=uuid4(), on=date(2026, 3, 5)))
    assert await parked(office) == ["refused: NotFound"]


async def test_a_suspension_stops_visits_and_a_revocation_ends_the_order(office: Office) -> None:
    await in_service(office)
    await grant(
        office, kind="SUSPEND", service=None, decision_id=uuid4(), period_from=date(2026, 3, 10)
    )
    await served(office, date(2026, 3, 11), date(2026, 3, 11), 120, set())
    told = await order(office)
    assert (told["state"], len(told["refused"])) == ("suspended", 1)
    await grant(
        office, kind="REVOKE", service=None, decision_id=uuid4(), period_from=date(2026, 3, 20)
    )
    assert (await order(office))["state"] == "ended"


def undoing(decision_id: UUID, first_day: date) -> benefits.BenefitChanged:
    return benefits.BenefitChanged(
        case_id=CASE, decision_id=DECISION, benefit="HOME_CARE", valid_from=first_day,
        undoes=decision_id,
    )  # fmt: skip


async def test_a_suspension_that_was_taken_back_lets_the_service_go_on(office: Office) -> None:
    await in_service(office)
    suspension, day = uuid4(), date(2026, 3, 10)
    await grant(office, kind="SUSPEND", service=None, decision_id=suspension, period_from=day)
    assert (await order(office))["state"] == "suspended"
    for _ in range(2):
        await office.hears(undoing(suspension, day), PERSON, form=Form.SUMMARY)
    assert (await order(office))["state"] == "in-service"
    assert await parked(office) == []


async def test_hours_of_a_decision_that_was_taken_back_are_those_of_the_one_before(
    office: Office,
) -> None:
    await in_service(office)
    more, day = uuid4(), date(2026, 4, 1)
    service = ServiceGrant(
        service="HOME_CARE", hours_per_day=Decimal(3), fee_per_hour=Decimal("4.50")
    )
    await grant(office, kind="CHANGE", decision_id=more, period_from=day, service=service)
    for _ in range(2):
        await office.hears(undoing(more, day), PERSON, form=Form.SUMMARY)
    versions = (await order(office))["versions"]
    assert [one["hours_per_day"] for one in versions] == ["2", "3", "2"]
    assert await parked(office) == []


async def test_the_admission_to_a_residential_home_ends_the_order_the_day_before(
    office: Office,
) -> None:
    await in_service(office)
    moved = benefits.ResidentAdmitted(case_id=uuid4(), on=date(2026, 3, 20))
    for _ in range(2):
        await office.hears(moved, PERSON, form=Form.SUMMARY)
    found = await order(office)
    assert (found["state"], found["last_day"]) == ("ended", "2026-03-19")
    assert await parked(office) == []


async def test_the_admission_of_somebody_else_ends_nothing(office: Office) -> None:
    await in_service(office)
    moved = benefits.ResidentAdmitted(case_id=uuid4(), on=date(2026, 3, 20))
    await office.hears(moved, uuid4(), form=Form.SUMMARY)
    assert (await order(office))["state"] == "started"


async def test_a_rejected_order_is_followed_by_another_attempt(office: Office) -> None:
    await ordered(office)
    no = contractor.OrderRejected(order_id=ORDER, on=date(2026, 3, 5), reason="NO_CAPACITY")
    await says(office, no)
    async with office.worker(CARE) as http:
        told = await post(http, "/orders", DRAFT, 201)
        board = (await http.get("/api/orders", params={"person_id": str(PERSON)})).json()
    assert told["id"] == str(id_of(CASE, "HOME_CARE", 2))
    assert sorted(row["state"] for row in board) == ["placed", "rejected"]


async def test_one_case_has_one_open_order_for_a_service(office: Office) -> None:
    await prepared(office)
    async with office.worker(CARE) as http:
        refused = await post(http, "/orders", DRAFT, 409)
    assert refused["code"] == "OrderExists"


async def test_the_pages_show_the_board_and_the_order(office: Office) -> None:
    await in_service(office)
    async with office.worker(COORDINATOR) as http:
        board = await http.get("/orders")
        one = await http.get(f"/orders/{ORDER}")
        reports = await http.get("/reports")
    assert (board.status_code, one.status_code, reports.status_code) == (200, 200, 200)
    assert "Anna Przykładowa" in board.text
    assert "3,50" in one.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_names", "A" * 81),
        ("given_names", "\\ud83d"),
        ("health_needs", ["free text"]),
        ("address", {"street": "ul. Długa 1", "postal_code": "00001", "city": "Miasto"}),
        ("birth_date", "9999-12-31"),
    ],
)
async def test_a_sheet_that_could_not_be_told_is_refused_before_it_is_kept(
    office: Office, field: str, value: Any
) -> None:
    """An event that no fact can be made of would stop every copy of this unit."""
    draft = {**DRAFT, "sheet": {**DRAFT["sheet"], field: value}}
    text = json.dumps(draft).replace("\\\\ud83d", "\\ud83d")
    async with office.worker(COORDINATOR) as http:
        await post(http, "/contractors", CONTRACTOR, 201)
        sent = {"content-type": "application/json"}
        answer = await http.post("/api/orders", content=text, headers=sent)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
        assert field in answer.text or answer.json()["fields"][0]["field"] == "sheet"
        await post(http, "/contractors", {**CONTRACTOR, "unit": "No Unit"}, 422)
        await post(http, "/contractors", {**CONTRACTOR, "services": ["two words"]}, 422)
        assert (await http.get("/api/orders")).json() == []


async def test_orders_are_prepared_by_their_roles_only(office: Office) -> None:
    async with office.worker(COORDINATOR) as http:
        await post(http, "/contractors", CONTRACTOR, 201)
    for worker in (DIRECTOR, ADMINISTRATOR):
        async with office.worker(worker) as http:
            refused = await post(http, "/orders", DRAFT, 403)
        assert refused["code"] == "RoleMissing"


def test_the_order_of_a_case_has_an_id_that_anybody_can_derive() -> None:
    assert isinstance(ORDER, UUID)
