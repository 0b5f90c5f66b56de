"""What others' facts make benefits do, on a real database: once, for whom they concern, no more."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import benefits as facts
from osnowa_contracts import intake, pup, socialwork

from services.benefits.case import case_id_for
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN, Teller
from tests.benefits.realised import clock_at, told
from tests.benefits.test_api import (
    EWA,
    assessed,
    certify,
    certify_six,
    granted,
    registered,
)


def application(*benefits: str, urgent: bool = False) -> intake.ApplicationRegistered:
    return intake.ApplicationRegistered(
        application_id=uuid4(), benefit_types=benefits, filed_on=date(2026, 2, 2), channel="DESK",
        urgent=urgent,
    )  # fmt: skip


async def cases_of(town: Town, person: UUID) -> set[str]:
    listed = await town.listed(EWA, "/api/cases", person_id=str(person))
    return {str(one["case_id"]) for one in listed}


async def test_each_benefit_of_an_application_is_a_case_with_a_known_id(town: Town) -> None:
    filed = application("PERIODIC", "MEAL")
    await town.hears("intake", filed, MAN)
    expected = {str(case_id_for(filed.application_id, b)) for b in ("PERIODIC", "MEAL")}
    assert await cases_of(town, MAN) == expected


async def test_an_application_that_is_told_again_opens_nothing_new(town: Town) -> None:
    filed = application("PERIODIC")
    await town.hears("intake", filed, MAN)
    await town.hears("intake", filed, MAN)
    assert len(await cases_of(town, MAN)) == 1
    assert await town.parked() == []


async def test_a_certificate_is_noted_in_every_open_case_of_whom_it_covers(town: Town) -> None:
    await town.hears("intake", application("PERIODIC"), MAN)
    await town.hears("intake", application("MEAL"), WOMAN)
    four = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=False, covered=(MAN, WOMAN), issued_on=date(2026, 2, 6)
    )
    await certify(town, four)
    for person in (MAN, WOMAN):
        (case,) = await cases_of(town, person)
        assert (await town.get(EWA, f"/api/cases/{case}"))["has_unused"] is False


async def test_a_certificate_about_somebody_without_a_case_changes_nothing(town: Town) -> None:
    await certify_six(town, "2026-02", False, date(2026, 2, 27))
    assert await town.parked() == []
    assert await town.app.state.service.part.log.head() == 0


async def test_updated_terms_are_certificate_five_as_well(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    updated = socialwork.CooperationTermsUpdated(
        terms_id=uuid4(), on=date(2026, 2, 10), certificate_id=uuid4()
    )
    await certify(town, updated)
    assert (await town.get(EWA, f"/api/cases/{case}"))["terms_on"] == "2026-02-10"


async def test_a_second_negative_certificate_leaves_the_open_review(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    first = await certify_six(town, "2026-02", False, date(2026, 2, 27))
    await certify_six(town, "2026-03", False, date(2026, 3, 31))
    (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    assert entitlement["review"]["ground"] == str(first)
    assert await town.parked() == []


async def test_typed_facts_of_social_work_open_a_review(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    reported = socialwork.RelevantFactsReported(
        report_id=uuid4(), kinds=("RESOURCE_WASTE", "SOMETHING_NEW"), on=date(2026, 3, 2),
        at_clients_wish=False,
    )  # fmt: skip
    await certify(town, reported)
    (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    assert entitlement["review"]["trigger"] == "WASTE"


async def test_news_of_pup_that_nobody_asked_for_is_evidence_of_open_cases(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    status = pup.LabourStatusReported(status="NOT_REGISTERED", as_of=date(2026, 2, 5))
    await town.hears("pup", status, MAN)
    (evidence,) = (await town.get(EWA, f"/api/cases/{case}"))["evidence"]
    assert (evidence["source"], evidence["asked_on"]) == ("pup", None)


async def test_an_answer_about_somebody_else_does_not_get_into_the_file(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    other = await registered(town, WOMAN, "MEAL", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    wanted = {"source": "pup", "kind": "LABOUR_STATUS"}
    asked = await town.post(EWA, f"/api/cases/{case}/evidence-requests", **wanted)
    status = pup.LabourStatusReported(
        status="NOT_REGISTERED", as_of=date(2026, 2, 5), request_id=asked["data"]["request_id"]
    )
    await town.hears("pup", status, WOMAN)
    (mine,) = (await town.get(EWA, f"/api/cases/{case}"))["evidence"]
    assert mine["received_on"] is None
    (hers,) = (await town.get(EWA, f"/api/cases/{other}"))["evidence"]
    assert (hers["asked_on"], hers["source"]) == (None, "pup")


async def test_many_facts_at_once_are_each_seen_by_the_next(town: Town) -> None:
    """An application and the certificates that answer it, in one transaction after a long pause."""
    intake_tells, social_work_tells = Teller("intake"), Teller("socialwork")
    messages = [
        intake_tells.says(application("PERIODIC"), MAN),
        social_work_tells.says(
            socialwork.UnusedResourcesCertified(
                certificate_id=uuid4(), has_unused=False, issued_on=date(2026, 2, 6)
            ),
            MAN,
        ),
    ]
    part = town.app.state.service.part
    await part.inbox.take(messages)
    assert await part.follower.reached(await part.log.head())
    (case,) = await cases_of(town, MAN)
    assert (await town.get(EWA, f"/api/cases/{case}"))["has_unused"] is False


# --- social work ends ---------------------------------------------------------------


async def expected(town: Town) -> list[str]:
    """Months for which certificate 6 is awaited."""
    certificates = (await town.get(EWA, "/api/expected"))["certificates"]
    return [one["month"] for one in certificates]


async def closed(town: Town, on: date) -> None:
    town.day(on)
    await certify(town, socialwork.SocialWorkClosed(social_work_id=uuid4(), result="MOVED", on=on))
    assert await town.parked() == []


async def test_after_social_work_ended_no_certificate_is_expected_and_nothing_is_cut(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    assert await expected(town) == ["2026-02"]
    await closed(town, date(2026, 2, 20))
    assert await expected(town) == []
    await clock_at(town, date(2026, 3, 2))
    assert await expected(town) == []
    found = await town.get(EWA, f"/api/cases/{case}")
    assert found["social_work_ended_on"] == "2026-02-20"
    (entitlement,) = found["entitlements"]
    assert (entitlement["state"], entitlement["review"]) == ("active", None)


async def test_new_terms_after_the_end_are_watched_again(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    await closed(town, date(2026, 2, 20))
    town.day(date(2026, 3, 4))
    five = socialwork.CooperationTermsSet(
        terms_id=uuid4(), on=date(2026, 3, 4), certificate_id=uuid4()
    )
    await certify(town, five)
    await clock_at(town, date(2026, 3, 5))
    assert await expected(town) == ["2026-03"]
    assert (await town.get(EWA, f"/api/cases/{case}"))["social_work_ended_on"] is None


async def test_an_end_that_is_heard_of_late_takes_back_no_newer_terms(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    await certify(
        town,
        socialwork.SocialWorkClosed(social_work_id=uuid4(), result="MOVED", on=date(2026, 1, 5)),
    )
    assert await expected(town) == ["2026-02"]
    assert (await town.get(EWA, f"/api/cases/{case}"))["social_work_ended_on"] is None


# --- first contact passes the matter on -----------------------------------------------


def passed_on(*applications: UUID) -> intake.CaseTransferred:
    return intake.CaseTransferred(
        contact_id=uuid4(), application_id=applications[-1], authority="Ośrodek w Przykładowie",
        reason="LIVES_ELSEWHERE", application_ids=applications,
    )  # fmt: skip


async def test_what_first_contact_passes_on_is_transferred_here_too(town: Town) -> None:
    filed = application("PERIODIC", "MEAL")
    await town.hears("intake", filed, MAN)
    for _ in range(2):
        await town.hears("intake", passed_on(filed.application_id), MAN)
    assert await town.parked() == []
    for case in await cases_of(town, MAN):
        found = await town.get(EWA, f"/api/cases/{case}")
        assert (found["state"], found["transferred_to"]) == (
            "transferred", "Ośrodek w Przykładowie",
        )  # fmt: skip
    assert len(await told(town, facts.ApplicationTransferred.type())) == 2


async def test_a_decided_case_is_marked_and_its_benefit_reviewed(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    application_id = UUID((await town.get(EWA, f"/api/cases/{case}"))["application_id"])
    for _ in range(2):
        await town.hears("intake", passed_on(application_id), MAN)
    found = await town.get(EWA, f"/api/cases/{case}")
    assert (found["state"], found["transferred_to"]) == ("decision", "Ośrodek w Przykładowie")
    (entitlement,) = found["entitlements"]
    assert entitlement["review"]["ground"] == str(application_id)
    assert await town.parked() == []


async def test_a_contact_without_an_application_passes_nothing_of_ours_on(town: Town) -> None:
    await town.hears("intake", application("PERIODIC"), MAN)
    before = await town.app.state.service.part.log.head()
    fact = passed_on(uuid4()).model_copy(update={"application_id": None, "application_ids": ()})
    await town.hears("intake", fact, MAN)
    await town.hears("intake", passed_on(uuid4()), MAN)
    assert await town.app.state.service.part.log.head() == before


async def test_what_social_work_may_not_tell_would_be_left_alone(town: Town) -> None:
    """SEP-3: even if a note's existence were told, nothing in benefits would change by it."""
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    before = await town.app.state.service.part.log.head()
    note = socialwork.OfficialNoteWritten(
        note_id=uuid4(), social_work_id=uuid4(), kind="NOTE", reference=uuid4()
    )
    await certify(town, note)
    assert await town.app.state.service.part.log.head() == before
