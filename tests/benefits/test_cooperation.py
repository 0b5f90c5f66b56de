"""Who judges cooperation: certificates, or the benefits worker in units that work so (A4, M1)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts import socialwork

from services.benefits.assessment import Assessment
from services.benefits.lifecycle import AssessmentState
from services.benefits.refusals.assessment import (
    CertificateMissing,
    CooperationNotAgreed,
    OnlyByCertificate,
    OnlyInMonitoring,
    OtherAssessor,
)
from services.benefits.values import (
    AnswerValue,
    Benefit,
    CooperationAssessor,
    CooperationOutcome,
    Question,
)
from tests.benefits.conftest import Town
from tests.benefits.given import EWA, MAN, feb, referred
from tests.benefits.realised import applied, clock_at, decided, interviewed, realised
from tests.benefits.test_api import (
    ANSWERS,
    BARBARA,
    HELENA,
    MAREK,
    assessed,
    certify,
    granted,
    registered,
)


def assessment(assessor: CooperationAssessor) -> Assessment:
    found = Assessment(case_id=uuid4(), person_id=MAN, benefit=Benefit.PERIODIC, assessor=assessor)
    referred(found, feb(4))
    found.note_unused_resources(uuid4(), True, feb(6))
    return found


def agree(found: Assessment) -> None:
    found.agree_cooperation(CooperationOutcome.SOCIAL_WORK, "Zajęcia KIS", by=EWA, on=feb(10))


def test_the_social_workers_certificate_five_is_awaited_by_default() -> None:
    found = assessment(CooperationAssessor.SOCIAL_WORKER)
    assert isinstance(found.missing()[0], CertificateMissing)
    with pytest.raises(OtherAssessor):
        agree(found)
    with pytest.raises(OtherAssessor):
        found.assess_cooperation("2026-02", True, "", by=EWA, on=feb(27))
    found.note_cooperation_terms(uuid4(), feb(10))
    assert found.state is AssessmentState.ASSESSMENT


def test_the_benefits_worker_agrees_cooperation_where_the_unit_works_so() -> None:
    found = assessment(CooperationAssessor.BENEFITS_WORKER)
    assert isinstance(found.missing()[0], CooperationNotAgreed)
    agree(found)
    assert found.state is AssessmentState.ASSESSMENT
    answer = found.answers[Question.COOPERATION]
    assert (answer.value, answer.text, answer.by, answer.on) == (
        AnswerValue.YES, "Zajęcia KIS", EWA, feb(10),
    )  # fmt: skip


@pytest.mark.parametrize("assessor", CooperationAssessor)
@pytest.mark.parametrize("question", [Question.UNUSED_RESOURCES, Question.COOPERATION])
def test_neither_question_is_simply_answered(
    assessor: CooperationAssessor, question: Question
) -> None:
    with pytest.raises(OnlyByCertificate):
        assessment(assessor).answer(question, AnswerValue.YES, "", (), by=EWA, on=feb(9))


def test_cooperation_is_judged_after_it_was_agreed() -> None:
    found = assessment(CooperationAssessor.BENEFITS_WORKER)
    with pytest.raises(CooperationNotAgreed):
        found.assess_cooperation("2026-02", True, "", by=EWA, on=feb(27))
    agree(found)
    found.assess_cooperation("2026-02", False, "Nie przyszedł", by=EWA, on=feb(27))
    assert found.cooperation == {"2026-02": False}
    assert found.answers[Question.COOPERATION].value is AnswerValue.NO


def test_waste_is_asked_about_when_a_benefit_is_monitored() -> None:
    found = assessment(CooperationAssessor.SOCIAL_WORKER)
    with pytest.raises(OnlyInMonitoring):
        found.answer(Question.WASTE, AnswerValue.NO, "", (), by=EWA, on=feb(9))
    found.answer(Question.WASTE, AnswerValue.NO, "", (), by=EWA, on=feb(9), monitored=True)


async def test_the_unit_chooses_for_the_cases_that_open_from_now_on(town: Town) -> None:
    choice = {"assessor": "BENEFITS_WORKER"}
    before = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(HELENA, "/api/practice/cooperation-assessor", **choice)
    assert await town.get(EWA, "/api/practice") == {
        "assessor": "BENEFITS_WORKER", "authorised": [], "decision_mark": "SW",
    }  # fmt: skip
    started = await town.post(
        EWA, "/api/cases", person_id=str(MAN), benefit="TARGETED", reason="Brak opału"
    )
    after = f"/api/cases/{started['id']}"
    assert (await town.get(EWA, f"/api/cases/{before}"))["assessor"] == "SOCIAL_WORKER"
    view = await town.get(EWA, after)
    assert view["assessor"] == "BENEFITS_WORKER"
    assert "agree_cooperation" in [link["action"] for link in view["actions"]]
    (asked,) = [one for one in view["questions"] if one["question"] == "Q7"]
    assert not asked["by_certificate"]


async def agreed_and_granted(town: Town) -> tuple[str, str]:
    """Cooperation agreed on 4 February, 200 a month until May; path of the case, the benefit."""
    await town.post(HELENA, "/api/practice/cooperation-assessor", assessor="BENEFITS_WORKER")
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    town.day(date(2026, 2, 4))
    await town.post(EWA, f"{at}/interviews", on="2026-02-04", minutes=180)
    income = [{"kind": "CASUAL_WORK", "amount": "610.00"}]
    await town.post(EWA, f"{at}/income", month="2026-01", components=income)
    for question, value in ANSWERS.items():
        await town.post(EWA, f"{at}/answers", question=question, value=value)
    four = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=True, issued_on=date(2026, 2, 4)
    )
    await certify(town, four)
    refused = await town.refused(EWA, f"{at}/assessment/completion")
    assert refused == "CooperationNotAgreed"
    agreed = {"outcome": "OTHER_SERVICES", "scope": "Kurs zawodowy"}
    await town.post(EWA, f"{at}/cooperation/agreement", **agreed)
    await town.post(EWA, f"{at}/assessment/completion")
    return at, await granted(town, case)


async def months_watched(town: Town, benefit: str) -> list[tuple[str, str]]:
    found = await town.get(EWA, f"/api/entitlements/{benefit}/monitoring")
    return [(one["month"], one["standing"]) for one in found["certificates"]]


async def test_a_grant_in_such_a_unit_and_the_review_after_a_bad_month(town: Town) -> None:
    at, entitlement = await agreed_and_granted(town)
    town.day(date(2026, 3, 31))
    future = {"month": "2026-04", "cooperates": False}
    assert await town.refused(EWA, f"{at}/cooperation", **future) == "InTheFuture"
    await town.post(EWA, f"{at}/cooperation", month="2026-03", cooperates=False)
    (benefit,) = (await town.get(EWA, at))["entitlements"]
    assert (benefit["id"], benefit["state"]) == (entitlement, "in-review")
    assert benefit["review"]["trigger"] == "NON_COOPERATION"
    assert await town.parked() == []
    answers = await town.app.state.service.reading.fetchval(
        "select count(*) from facts where type = $1 and data ->> 'question' = 'Q7'",
        facts.AssessmentQuestionAnswered.type(),
    )
    assert answers == 2
    assert await town.refused(MAREK, f"{at}/cooperation", **future) == "RoleMissing"


async def test_a_month_that_the_benefits_worker_judged_is_not_late(town: Town) -> None:
    at, benefit = await agreed_and_granted(town)
    assert await months_watched(town, benefit) == [("2026-02", "expected")]
    await town.post(EWA, f"{at}/cooperation", month="2026-02", cooperates=True)
    await clock_at(town, date(2026, 3, 2))
    town.day(date(2026, 3, 2))
    page = (await (await town.client(EWA)).get("/expected")).text
    assert "Współdziałanie do oceny" in page
    assert "Oczekiwane zaświadczenia nr 6" not in page
    form = (await (await town.client(EWA)).get(at.removeprefix("/api") + "/cooperation")).text
    assert 'value="2026-03"' in form, "the first month that nobody judged"
    await town.post(EWA, f"{at}/cooperation", month="2026-03", cooperates=False)
    await town.post(EWA, f"{at}/cooperation", month="2026-03", cooperates=True)
    await clock_at(town, date(2026, 4, 1))
    assert await months_watched(town, benefit) == [
        ("2026-02", "received"), ("2026-03", "received"), ("2026-04", "expected"),
    ]  # fmt: skip
    seen = (await town.get(EWA, f"/api/entitlements/{benefit}/monitoring"))["certificates"]
    assert [one["cooperates"] for one in seen] == [True, True, None], "the last word counts"
    assert not [t for t in await town.listed(EWA, "/api/tasks") if "współdziałanie" in t["title"]]


async def test_a_month_that_nobody_judged_is_late_and_waits_for_the_benefits_worker(
    town: Town,
) -> None:
    at, benefit = await agreed_and_granted(town)
    await town.post(EWA, f"{at}/cooperation", month="2026-02", cooperates=True)
    await clock_at(town, date(2026, 3, 2))
    await clock_at(town, date(2026, 4, 1))
    assert ("2026-03", "overdue") in await months_watched(town, benefit)
    tasks = await town.listed(EWA, "/api/tasks")
    assert not [one for one in tasks if "zaświadczenia" in one["title"]]
    (late,) = [one for one in tasks if "współdziałanie" in one["title"]]
    assert late["title"] == "Oceń współdziałanie za marzec 2026: Jan Próbny"
    assert late["link"] == at.removeprefix("/api") + "/cooperation"
    page = (await (await town.client(EWA)).get(f"{at.removeprefix('/api')}/realisation")).text
    assert "Oceny współdziałania" in page
    assert "Zaświadczenia nr 6" not in page


async def test_what_is_agreed_after_the_grant_is_watched_from_its_month_on(town: Town) -> None:
    await town.post(HELENA, "/api/practice/cooperation-assessor", assessor="BENEFITS_WORKER")
    case = await applied(town, MAN, "PERIODIC", feb(2))
    at = f"/api/cases/{case}"
    await interviewed(town, case, feb(2))
    await town.post(
        EWA, f"{at}/income", month="2026-01",
        components=[{"kind": "CASUAL_WORK", "amount": "610.00"}],
    )  # fmt: skip
    await town.post(EWA, f"{at}/entitlement", proposed="200.00")
    terms = {"valid_from": "2026-02-01", "valid_to": "2026-05-31", "amount": "200.00"}
    benefit = await realised(town, await decided(town, at, kind="GRANT", **terms))
    await clock_at(town, date(2026, 3, 2))
    assert await months_watched(town, benefit) == []
    town.day(date(2026, 3, 3))
    await town.post(EWA, f"{at}/cooperation/agreement", outcome="OTHER_SERVICES", scope="Kurs")
    await clock_at(town, date(2026, 3, 4))
    assert await months_watched(town, benefit) == [("2026-03", "expected")]


def test_the_end_of_social_work_ends_no_agreement_of_the_benefits_worker() -> None:
    found = assessment(CooperationAssessor.BENEFITS_WORKER)
    agree(found)
    found.note_social_work_end(feb(20))
    assert found.terms_in_force == feb(10)
    certified = assessment(CooperationAssessor.SOCIAL_WORKER)
    certified.note_cooperation_terms(uuid4(), feb(10))
    certified.note_social_work_end(feb(20))
    assert certified.terms_in_force is None


async def test_answers_name_evidence_of_their_own_case(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    given = {"source": "pup", "kind": "INCOME", "content": "Zaświadczenie", "on": "2026-02-02"}
    evidence = (await town.post(EWA, f"{at}/evidence", **given))["data"]["evidence_id"]
    held = await town.post(EWA, f"{at}/interviews", on="2026-02-02", minutes=60)
    answer = {"question": "Q4", "value": "YES", "text": "Dochód niższy od kryterium."}
    wrong = {**answer, "evidence": [str(uuid4())]}
    assert await town.refused(EWA, f"{at}/answers", **wrong) == "EvidenceUnknown"
    named = [evidence, held["data"]["interview_id"]]
    await town.post(EWA, f"{at}/answers", **answer, evidence=named)
    view = await town.get(EWA, at)
    (four,) = [one for one in view["questions"] if one["question"] == "Q4"]
    assert four["answer"]["evidence"] == named
    assert (four["answer"]["by"], four["answer"]["on"]) == (EWA, "2026-02-02")
    assert four["law"] == "ups art. 8"


async def test_what_is_missing_is_listed_with_what_to_do(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    needs = (await town.get(EWA, at))["needs"]
    assert [need["code"] for need in needs] == [
        "InterviewMissing", "CertificateMissing", "QuestionsUnanswered",
    ]  # fmt: skip
    assert needs[0]["pl"].endswith("Zapisz wywiad w sprawie.")
    await assessed(town, case)
    assert (await town.get(EWA, at))["needs"] == []


async def test_at_whose_wish_social_work_and_others_are_asked_is_recorded(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    wish = {"initiative": "CLIENTS_WISH"}
    await town.post(EWA, f"{at}/referrals", **wish)
    await town.post(EWA, f"{at}/evidence-requests", source="pup", kind="LABOUR_STATUS", **wish)
    await town.post(EWA, f"{at}/evidence-requests", source="pup", kind="INCOME")
    view = await town.get(EWA, at)
    assert view["referrals"][0]["initiative"] == "CLIENTS_WISH"
    assert [one["initiative"] for one in view["evidence"]] == [
        "CLIENTS_WISH", "OWN_WITH_CLIENTS_KNOWLEDGE",
    ]  # fmt: skip
    rows = await town.app.state.service.reading.fetch(
        "select data ->> 'at_clients_wish' as wish from facts where type = any($1)"
        " order by event_position",
        [facts.ClientReferredToSocialWorker.type(), facts.EvidenceRequested.type()],
    )
    assert [row["wish"] for row in rows] == ["true", "true", "false"]


async def test_only_the_director_sets_how_the_unit_works(town: Town) -> None:
    choice = {"assessor": "BENEFITS_WORKER"}
    for worker in (EWA, BARBARA, MAREK):
        refusal = await town.refused(worker, "/api/practice/cooperation-assessor", **choice)
        assert refusal == "RoleMissing"
