"""The indicators that K1 and K2 assert, from facts without persons."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from osnowa_contracts import benefits, intake, service_orders, socialwork
from osnowa_contracts.benefits.decision import ServiceGrant
from osnowa_contracts.examples import EXAMPLES
from osnowa_contracts.fact import Fact, Form

from tests.service_orders.running import WARSAW, Office

ANALYST = "robert-grab"
PLACED = EXAMPLES[service_orders.OrderPlaced]
assert isinstance(PLACED, service_orders.OrderPlaced)
ORDER = PLACED.order_id


def day(month: int, number: int, *time: int) -> datetime:
    return datetime(2026, month, number, *(time or (12,)), tzinfo=WARSAW)  # type: ignore[arg-type,misc]


async def counted(office: Office, fact: Fact, at: datetime) -> None:
    await office.hears(fact, form=Form.COUNT, at=at)


async def figures(office: Office, **span: str) -> dict[str, dict[str, Any]]:
    async with office.worker(ANALYST) as http:
        answer = await http.get("/api/indicators", params=span)
    assert answer.status_code == 200, answer.text
    return {figure["name"]: figure for figure in answer.json()}


async def test_nothing_counted_is_no_zero(office: Office) -> None:
    found = await figures(office)
    assert {figure["value"] for name, figure in found.items() if name != "start_before_order"} == {
        None
    }


async def test_decision_time_is_the_median_from_filing_to_the_first_decision(
    office: Office,
) -> None:
    for days in (10, 3):
        application, case = uuid4(), uuid4()
        await counted(
            office,
            intake.ApplicationRegistered(
                application_id=application, benefit_types=["PERIODIC"],
                filed_on=date(2026, 2, 2), channel="DESK",
            ),
            day(2, 2),
        )  # fmt: skip
        started = EXAMPLES[benefits.AssessmentStarted].model_copy(
            update={"case_id": case, "application_id": application}
        )
        await counted(office, started, day(2, 3))
        for at in (day(2, 2 + days, 23), day(5, 18)):  # the second one does not count
            await counted(
                office,
                benefits.DecisionIssued(
                    case_id=case, decision_id=uuid4(), number="1", kind="GRANT", benefit="PERIODIC",
                ),
                at,
            )  # fmt: skip
    found = (await figures(office))["decision_time"]
    assert (found["value"], found["counted"]) == ("6.50", 2)
    assert [(s["publisher"], s["facts"]) for s in found["computed_from"]] == [
        ("benefits", 4), ("intake", 2),
    ]  # fmt: skip


async def test_interviews_are_on_time_by_their_deadline(office: Office) -> None:
    example = EXAMPLES[benefits.InterviewConducted]
    for on in (date(2026, 2, 20), date(2026, 2, 23)):
        held = example.model_copy(update={"on": on, "due": date(2026, 2, 20)})
        await counted(office, held, day(2, 23))
    found = (await figures(office))["interview_ontime"]
    assert (found["value"], found["counted"], found["of"]) == ("0.5000", 1, 2)


async def certified(office: Office, terms: Any, month: str, at: datetime) -> None:
    certificate = EXAMPLES[socialwork.CooperationCertified].model_copy(
        update={"certificate_id": uuid4(), "terms_id": terms, "month": month}
    )
    await counted(office, certificate, at)


async def test_three_certificates_of_three_cover_february_to_april(office: Office) -> None:
    terms = uuid4()
    agreed = EXAMPLES[socialwork.CooperationTermsSet].model_copy(
        update={"terms_id": terms, "on": date(2026, 2, 10)}
    )
    await counted(office, agreed, day(2, 10))
    await certified(office, terms, "2026-02", day(2, 27))
    await certified(office, terms, "2026-03", day(3, 31))
    await certified(office, terms, "2026-04", day(4, 30))
    found = (await figures(office, **{"from": "2026-02", "to": "2026-04"}))["cert6_coverage"]
    assert (found["value"], found["counted"], found["of"]) == ("1.0000", 3, 3)


async def test_a_month_without_certificate_lowers_the_coverage(office: Office) -> None:
    terms = uuid4()
    agreed = EXAMPLES[socialwork.CooperationTermsSet].model_copy(
        update={"terms_id": terms, "on": date(2026, 2, 10)}
    )
    await counted(office, agreed, day(2, 10))
    await certified(office, terms, "2026-02", day(2, 27))
    overdue = EXAMPLES[socialwork.CooperationCertificateOverdue].model_copy(
        update={"terms_id": terms, "month": "2026-03"}
    )
    await counted(office, overdue, day(4, 1))
    found = (await figures(office))["cert6_coverage"]
    assert (found["value"], found["counted"], found["of"]) == ("0.5000", 1, 2)


async def test_the_order_follows_the_decision_in_seconds_and_before_the_start(
    office: Office,
) -> None:
    placed = PLACED.model_copy(update={"decision_issued_at": day(3, 5, 12, 0, 0)})
    await counted(office, placed, day(3, 5, 12, 0, 2))
    started = service_orders.ServiceStarted(order_id=ORDER, on=date(2026, 3, 6))
    await counted(office, started, day(3, 6))
    found = await figures(office)
    assert found["order_lag"]["value"] == "2.00"
    assert (found["start_before_order"]["value"], found["start_before_order"]["of"]) == ("0", 1)


async def test_a_start_without_an_order_shows(office: Office) -> None:
    started = service_orders.ServiceStarted(order_id=uuid4(), on=date(2026, 3, 6))
    await counted(office, started, day(3, 6))
    found = (await figures(office))["start_before_order"]
    assert (found["value"], found["of"]) == ("1", 1)


async def test_fulfilment_and_satisfaction_of_k2(office: Office) -> None:
    settled = EXAMPLES[service_orders.OrderSettled]
    for month, planned, done in (("2026-03", "36", "32"), ("2026-04", "63", "63")):
        row = {"month": month, "planned_units": Decimal(planned), "done_units": Decimal(done)}
        await counted(office, settled.model_copy(update=row), day(5, 4))
    answered = EXAMPLES[service_orders.SurveyAnswered]
    for score in ("4.5", "4.7"):
        score_of = {"survey_id": uuid4(), "score": Decimal(score)}
        await counted(office, answered.model_copy(update=score_of), day(4, 30))
    found = await figures(office)
    assert found["fulfilment"]["value"] == "0.9596"
    assert found["satisfaction"]["value"] == "4.60"
    only_march = await figures(office, **{"from": "2026-03", "to": "2026-03"})
    assert only_march["fulfilment"]["value"] == "0.8889"


async def test_no_person_is_kept_even_if_one_is_named(office: Office) -> None:
    named = benefits.DecisionIssued(
        case_id=uuid4(), decision_id=uuid4(), number="1/2026", kind="GRANT", benefit="HOME_CARE",
        service=ServiceGrant(
            service="HOME_CARE", hours_per_day=Decimal(2), fee_per_hour=Decimal("3.50")
        ),
    )  # fmt: skip
    await office.hears(named, uuid4(), form=Form.FULL)
    assert await office.part.pool.fetchval("select count(*) from counted") == 0


async def test_counts_by_month_and_the_page(office: Office) -> None:
    for at in (day(3, 31, 23, 30), day(4, 1, 0, 30)):
        await counted(office, EXAMPLES[service_orders.VisitCompleted], at)
    async with office.worker(ANALYST) as http:
        counts = (await http.get("/api/counts")).json()
        page = await http.get("/indicators")
    assert [(row["month"], row["fact"], row["number"]) for row in counts] == [
        ("2026-03", "VisitCompleted", 1), ("2026-04", "VisitCompleted", 1),
    ]  # fmt: skip
    assert page.status_code == 200
    assert "Czas do decyzji" in page.text
