"""Scenarios K1 and K2 of `domain.md` over HTTP, with the facts that others tell in between."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import benefits as facts
from osnowa_contracts import intake, pup, service_orders, socialwork
from osnowa_contracts.fact import Fact

from tests.benefits.conftest import Town
from tests.benefits.given import APPLICATION, MAN, WOMAN, Json

EWA, BARBARA, MAREK = "ewa-jarzebina", "barbara-lipowa", "marek-cis"
HELENA, ZOFIA, JOANNA = "helena-dabrowa", "zofia-kalina", "joanna-brzoza"
GRANT = {
    "kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-05-31", "amount": "200.00",
}  # fmt: skip
SUSPENSION = {
    "kind": "SUSPEND", "valid_from": "2026-05-01", "immediate": True,
    "immediate_reason": "Ważny interes społeczny (KPA art. 108).",
}  # fmt: skip
ANSWERS = {"Q1": "YES", "Q2a": "NO", "Q3": "PARTLY", "Q4": "YES", "Q5": "NO", "Q6": "YES"}


async def registered(town: Town, person: UUID, benefit: str, filed_on: date, urgent: bool) -> str:
    """What intake tells; the id of the case that it opened."""
    await town.hears(
        "intake",
        intake.PersonRegistered(
            given_names="Jan", family_name="Próbny", birth_date=date(1984, 11, 12), sex="M",
            id_type="PESEL", teryt="0264011",
        ),
        person,
    )  # fmt: skip
    await town.hears(
        "intake",
        intake.ApplicationRegistered(
            application_id=APPLICATION, benefit_types=(benefit,), filed_on=filed_on,
            channel="DESK", urgent=urgent,
        ),
        person,
    )  # fmt: skip
    (case,) = await town.listed(EWA, "/api/cases", person_id=str(person))
    return str(case["case_id"])


async def certify(town: Town, fact: Fact, person: UUID = MAN) -> None:
    await town.hears("socialwork", fact, person, actor=JOANNA, role="social-worker")


async def certify_six(town: Town, month: str, cooperates: bool, on: date) -> UUID:
    town.day(on)
    certificate_id = uuid4()
    await certify(
        town,
        socialwork.CooperationCertified(
            certificate_id=certificate_id, terms_id=uuid4(), month=month, cooperates=cooperates,
            issued_on=on,
        ),
    )  # fmt: skip
    return certificate_id


async def assessed(town: Town, case: str) -> None:
    """K1 from 2 to 10 February."""
    at = f"/api/cases/{case}"
    await town.post(BARBARA, f"{at}/worker", worker_id=EWA)
    started = await town.post(EWA, f"{at}/assessment")
    assert started["data"] == {"interview_due": "2026-02-20", "decision_due": "2026-03-02"}
    town.day(date(2026, 2, 4))
    await town.post(EWA, f"{at}/interviews", on="2026-02-04", joint=True, minutes=180)
    income = [{"kind": "CASUAL_WORK", "amount": "610.00"}]
    early = await town.refused(EWA, f"{at}/income", month="2026-03", components=income)
    assert early == "InTheFuture"
    await town.post(EWA, f"{at}/income", month="2026-01", components=income)
    for question, value in ANSWERS.items():
        await town.post(EWA, f"{at}/answers", question=question, value=value, text="powód 4")
    referred = await town.post(EWA, f"{at}/referrals")
    assert referred["data"]["contact_by"] == "2026-02-11"
    assert (await town.get(EWA, at))["state"] == "awaiting-social-work"
    town.day(date(2026, 2, 6))
    await certify(
        town,
        socialwork.UnusedResourcesCertified(
            certificate_id=uuid4(), has_unused=True, issued_on=date(2026, 2, 6)
        ),
    )
    assert await town.refused(EWA, f"{at}/decisions", **GRANT) == "CertificateMissing"
    town.day(date(2026, 2, 10))
    await certify(
        town,
        socialwork.CooperationTermsSet(
            terms_id=uuid4(), on=date(2026, 2, 10), certificate_id=uuid4()
        ),
    )
    await town.post(EWA, f"{at}/assessment/completion")


async def granted(town: Town, case: str) -> str:
    """K1 from 10 to 16 February; the id of the entitlement."""
    at = f"/api/cases/{case}"
    assert await town.refused(EWA, f"{at}/decisions", **GRANT) == "CalculationMissing"
    found = (await town.post(EWA, f"{at}/entitlement", proposed="200.00"))["data"]
    assert found == {"minimum": "200.00", "maximum": "400.00", "proposed": "200.00"}
    town.day(date(2026, 2, 12))
    decision = (await town.post(EWA, f"{at}/decisions", **GRANT))["data"]["decision_id"]
    on_it = f"/api/decisions/{decision}"
    assert await town.refused(EWA, f"{on_it}/issue") == "RoleMissing"
    await town.post(HELENA, f"{on_it}/issue")
    await town.post(EWA, f"{on_it}/delivery")
    assert await town.refused(MAREK, f"{on_it}/realisation") == "NotExecutable"
    town.day(date(2026, 2, 16))
    await town.post(EWA, f"{on_it}/waiver")
    started = await town.post(MAREK, f"{on_it}/realisation")
    assert started["data"]["payments"] == 4
    return str(started["id"])


async def test_k1_from_the_application_to_the_ruling_of_the_board(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    for day in (date(2026, 2, 25), date(2026, 3, 25), date(2026, 4, 24)):
        town.day(day)
        await town.post(MAREK, f"{benefit}/payments", month=f"{day:%Y-%m}")
    await certify_six(town, "2026-02", True, date(2026, 2, 27))
    await certify_six(town, "2026-03", True, date(2026, 3, 31))
    negative = await certify_six(town, "2026-04", False, date(2026, 4, 30))
    (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    assert entitlement["state"] == "in-review"
    assert entitlement["review"]["ground"] == str(negative)
    assert entitlement["review"]["take_up_by"] == "2026-05-04"
    assert entitlement["payments"][-1]["state"] == "planned"

    town.day(date(2026, 5, 4))
    await town.post(EWA, f"{benefit}/review/start")
    town.day(date(2026, 5, 18))
    suspension = (await town.post(EWA, f"{benefit}/decisions", **SUSPENSION))["data"]["decision_id"]
    on_it = f"/api/decisions/{suspension}"
    await town.post(HELENA, f"{on_it}/issue")
    town.day(date(2026, 5, 20))
    told = await town.post(EWA, f"{on_it}/delivery", how="POST")
    assert told["data"]["appeal_until"] == "2026-06-03"
    town.day(date(2026, 5, 25))
    assert await town.refused(MAREK, f"{benefit}/payments", month="2026-05") == "PaymentStopped"
    town.day(date(2026, 6, 1))
    assert (await town.post(EWA, f"{on_it}/appeal"))["data"]["forward_by"] == "2026-06-08"
    town.day(date(2026, 6, 5))
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    town.day(date(2026, 6, 30))
    await town.post(EWA, f"{on_it}/appeal/result", result="UPHELD")
    view = await town.get(EWA, f"/api/cases/{case}")
    assert [d["state"] for d in view["decisions"]] == ["final", "final"]
    assert view["cooperation"] == {"2026-02": True, "2026-03": True, "2026-04": False}
    assert view["entitlements"][0]["paid"] == "600.00"
    assert view["entitlements"][0]["suspended_from"] == "2026-05-01"
    assert await town.parked() == []


async def care_granted(town: Town, case: str) -> Json:
    """K2 from 2 to 5 March; the answer to the start of realisation."""
    at = f"/api/cases/{case}"
    await town.post(ZOFIA, f"{at}/assessment")
    town.day(date(2026, 3, 3))
    await town.post(ZOFIA, f"{at}/interviews", on="2026-03-03", minutes=180)
    income = [{"kind": "PENSION", "amount": "1400.00"}]
    await town.post(ZOFIA, f"{at}/income", month="2026-02", components=income)
    fee = (await town.post(ZOFIA, f"{at}/fee", hours_per_day="2"))["data"]
    assert fee["fee_per_hour"] == "3.50"
    town.day(date(2026, 3, 5))
    draft = {
        "kind": "GRANT", "valid_from": "2026-03-06", "valid_to": "2026-08-31",
        "service": {"hours_per_day": "2", "fee_per_hour": "3.50"},
        "immediate": True, "immediate_reason": "Opieka od dnia wypisu (KPA art. 108).",
    }  # fmt: skip
    decision = (await town.post(ZOFIA, f"{at}/decisions", **draft))["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    await town.post(ZOFIA, f"/api/decisions/{decision}/delivery")
    return await town.post(ZOFIA, f"/api/decisions/{decision}/realisation")


async def test_k2_urgent_home_care_and_its_change(town: Town) -> None:
    town.day(date(2026, 3, 2))
    case = await registered(town, WOMAN, "HOME_CARE", date(2026, 3, 2), urgent=True)
    assert (await town.get(ZOFIA, f"/api/cases/{case}"))["interview_due"] == "2026-03-04"
    entitlement = (await care_granted(town, case))["id"]
    view = await town.get(ZOFIA, f"/api/cases/{case}")
    assert view["deferred"][0] == "CERTIFICATE_4"
    assert {"kind": "FOLLOW_UP", "due_on": "2026-04-07", "decision": None} in view["deadlines"]

    town.day(date(2026, 3, 24))
    report = socialwork.NeedChangeReported(
        report_id=uuid4(), service="HOME_CARE", proposed_hours_per_day="3",
        valid_from=date(2026, 4, 1), on=date(2026, 3, 24),
    )  # fmt: skip
    await certify(town, report, WOMAN)
    more = {
        "kind": "CHANGE", "valid_from": "2026-04-01", "immediate": True,
        "immediate_reason": "Potrzeba wzrosła.",
        "service": {"hours_per_day": "3", "fee_per_hour": "3.50"},
    }  # fmt: skip
    drafted = await town.post(ZOFIA, f"/api/entitlements/{entitlement}/decisions", **more)
    change = drafted["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{change}/issue")
    await town.post(ZOFIA, f"/api/decisions/{change}/delivery")
    view = await town.get(ZOFIA, f"/api/cases/{case}")
    (running,) = view["entitlements"]
    assert running["state"] == "active"
    assert [v["service"]["hours_per_day"] for v in running["versions"]] == ["2", "3"]
    assert view["decisions"][1]["terms"]["valid_to"] == "2026-08-31"
    assert await town.parked() == []


async def test_the_follow_up_of_an_urgent_grant_is_done_when_nothing_is_missing(
    town: Town,
) -> None:
    town.day(date(2026, 3, 2))
    case = await registered(town, WOMAN, "HOME_CARE", date(2026, 3, 2), urgent=True)
    await care_granted(town, case)
    for question, value in ANSWERS.items():
        await town.post(ZOFIA, f"/api/cases/{case}/answers", question=question, value=value)
    four = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=False, issued_on=date(2026, 3, 9)
    )
    await certify(town, four, WOMAN)
    view = await town.get(ZOFIA, f"/api/cases/{case}")
    assert "FOLLOW_UP" not in {one["kind"] for one in view["deadlines"]}


async def test_pup_is_asked_and_its_answer_is_in_the_file(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    asked = await town.post(EWA, f"{at}/evidence-requests", source="pup", kind="LABOUR_STATUS")
    answer = pup.LabourStatusReported(
        status="UNEMPLOYED", as_of=date(2026, 2, 5), registered_on=date(2025, 9, 15),
        request_id=UUID(asked["data"]["request_id"]),
    )  # fmt: skip
    await town.hears("pup", answer, MAN)
    (evidence,) = (await town.get(EWA, at))["evidence"]
    assert evidence["id"] == asked["data"]["request_id"]
    assert evidence["content"] == (
        "osoba bezrobotna na dzień 5\xa0lutego 2026\xa0r., od 15\xa0września 2025\xa0r."
    )


async def test_the_social_worker_to_whom_the_client_was_referred_is_told_by_the_source_too(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at, question = f"/api/cases/{case}", {"source": "pup", "kind": "LABOUR_STATUS"}
    await town.post(EWA, f"{at}/assessment")
    await town.post(EWA, f"{at}/evidence-requests", **question)
    await town.post(EWA, f"{at}/referrals")
    await town.post(EWA, f"{at}/evidence-requests", **question)
    rows = await town.app.state.service.reading.fetch(
        "select data ->> 'also_for' as also_for from facts where type = $1 order by event_position",
        facts.EvidenceRequested.type(),
    )
    assert [json.loads(row["also_for"]) for row in rows] == [[], ["socialwork"]]


async def test_the_links_are_what_the_role_may_do_now(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)

    async def offered(worker: str) -> list[str]:
        view = await town.get(worker, f"/api/cases/{case}")
        return [link["action"] for link in view["actions"]]

    first = ["call_defects", "transfer_case", "withdraw_application", "start_assessment"]
    assert await offered(EWA) == first
    assert await offered(BARBARA) == ["assign_case"]
    assert await offered(HELENA) == []
    await town.post(EWA, f"/api/cases/{case}/assessment")
    assert "record_interview" in await offered(EWA)


async def test_a_link_leads_to_its_command(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    view = await town.get(EWA, f"/api/cases/{case}")
    for link in view["actions"]:
        answer = await (await town.client(EWA)).post(link["href"], json={"unknown": 1})
        assert answer.status_code in {409, 422}, (link, answer.text)


async def test_what_if_calculations_keep_nothing(town: Town) -> None:
    found = await town.post(EWA, "/api/calculations/periodic", income="610")
    assert (found["minimum"], found["maximum"]) == ("200.00", "400.00")
    assert found["steps"][0]["basis"] == "ups art. 8 ust. 1 pkt 1"
    fee = await town.post(EWA, "/api/calculations/home-care-fee", income="1400")
    assert (fee["criterion_percent"], fee["fee_per_hour"]) == ("138.61", "3.50")
    permanent = await town.post(EWA, "/api/calculations/permanent", income="0")
    assert permanent["minimum"] == "1229.00"


async def test_work_waits_for_each_by_role(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    (unassigned,) = await town.listed(BARBARA, "/api/tasks")
    assert unassigned["title"] == "Przydziel sprawę: Jan Próbny"
    await assessed(town, case)
    town.day(date(2026, 3, 3))
    (late,) = await town.listed(EWA, "/api/tasks")
    assert late["title"] == "Decyzja: Jan Próbny"
    assert late["due"] == "2026-03-02"
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="200")
    await town.post(EWA, f"/api/cases/{case}/decisions", **GRANT)
    (to_sign,) = await town.listed(HELENA, "/api/tasks")
    assert to_sign["detail"] == "Zasiłek okresowy, przyznanie"


async def test_an_order_that_service_orders_placed_is_only_noted(town: Town) -> None:
    placed = service_orders.OrderEnded(order_id=uuid4(), on=date(2026, 3, 5), reason="PERIOD")
    await town.hears("service-orders", placed, WOMAN)
    assert await town.parked() == []
    assert await town.listed(EWA, "/api/cases", person_id=str(WOMAN)) == []
