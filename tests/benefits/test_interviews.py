"""The environmental interview: its four parts, the joint visit, the refusal (ups art. 107)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from osnowa_contracts import intake

from services.benefits.case import Case
from services.benefits.interviews import (
    FIELDS,
    PART_PL,
    DisasterInterview,
    FirstInterview,
    Interview,
    InterviewPart,
    ObligedPersonInterview,
    Update,
    UpdateInterview,
)
from services.benefits.refusals.assessment import (
    HeadConsentMissing,
    InterviewFieldsWrong,
    InterviewMissing,
    JointVisitWanted,
    NothingToUpdate,
)
from services.benefits.refusals.general import InTheFuture
from services.benefits.values import Benefit, Place
from tests.benefits.conftest import Town
from tests.benefits.given import APPLICATION, EWA, MAN, feb, held, interviewed, periodic
from tests.benefits.test_api import HELENA, assessed, granted, registered

OBLIGED = ObligedPersonInterview("Anna Próbna", "CHILD", 1, Decimal(5000), "1970 zł miesięcznie")
FIRE = DisasterInterview("Pożar mieszkania", feb(1), "Meble i ubrania")
UPDATE = UpdateInterview(Update.HALF_YEAR, "Bez zmian")
OWN: dict[InterviewPart, dict[str, Any]] = {
    InterviewPart.I: {"first": FirstInterview(needs="Żywność", conclusions="Pomoc zasadna")},
    InterviewPart.II: {"obliged": OBLIGED},
    InterviewPart.III: {"disaster": FIRE},
    InterviewPart.IV: {"update": UPDATE},
}


def started() -> Case:
    case, _, _ = periodic()
    case.start_assessment(by=EWA, on=feb(3))
    return case


@pytest.mark.parametrize("part", InterviewPart)
def test_each_part_has_fields_of_its_own(part: InterviewPart) -> None:
    case = started()
    case.record_interview(held(part, feb(4), **OWN[part]), earlier=True, today=feb(4))
    assert getattr(case.interviews[0], FIELDS[part]) is OWN[part][FIELDS[part]]
    other = next(one for one in InterviewPart if one is not part)
    with pytest.raises(InterviewFieldsWrong):
        case.record_interview(held(part, feb(5), **OWN[other]), earlier=True, today=feb(5))


@pytest.mark.parametrize("part", [InterviewPart.II, InterviewPart.III, InterviewPart.IV])
def test_what_a_part_is_about_is_not_left_out(part: InterviewPart) -> None:
    with pytest.raises(InterviewFieldsWrong):
        started().record_interview(held(part, feb(4)), earlier=True, today=feb(4))


def test_an_update_needs_an_interview_before_it() -> None:
    case = started()
    update = held(InterviewPart.IV, feb(4), update=UPDATE)
    with pytest.raises(NothingToUpdate):
        case.record_interview(update, earlier=False, today=feb(4))
    interviewed(case, feb(4))
    case.record_interview(replace(update, on=feb(5)), earlier=False, today=feb(5))
    assert [one.part for one in case.interviews] == [InterviewPart.I, InterviewPart.IV]


def test_only_the_clients_own_situation_lets_a_decision_follow() -> None:
    case = started()
    case.record_interview(
        held(InterviewPart.II, feb(4), obliged=OBLIGED), earlier=False, today=feb(4)
    )
    with pytest.raises(InterviewMissing):
        case.require_interview()
    case.record_interview(held(InterviewPart.IV, feb(5), update=UPDATE), earlier=True, today=feb(5))
    case.require_interview()


def test_an_interview_keeps_what_the_form_in_use_calls_its_part() -> None:
    case = started()
    case.record_interview(
        held(InterviewPart.I, feb(4), called="Część A"), earlier=False, today=feb(4)
    )
    assert case.interviews[0].called == "Część A"
    assert set(PART_PL) == set(InterviewPart)


def test_no_interview_was_held_tomorrow() -> None:
    with pytest.raises(InTheFuture):
        started().record_interview(held(InterviewPart.I, feb(5)), earlier=False, today=feb(4))


def test_who_wants_money_and_social_work_is_visited_by_both_at_once() -> None:
    case = Case.accept(
        application_id=APPLICATION, person_id=MAN, benefit=Benefit.PERIODIC, filed_on=feb(2),
        joint_visit=True,
    )  # fmt: skip
    case.start_assessment(by=EWA, on=feb(3))
    with pytest.raises(JointVisitWanted):
        case.schedule_interview(InterviewPart.I, feb(4), joint=False)
    case.schedule_interview(InterviewPart.I, feb(4), joint=True)
    alone = held(InterviewPart.I, feb(4), joint=False)
    with pytest.raises(JointVisitWanted):
        case.record_interview(alone, earlier=False, today=feb(4))
    why = replace(alone, separate_because="Pracownik socjalny chory, klient nie chce czekać")
    case.record_interview(why, earlier=False, today=feb(4))


async def test_the_joint_visit_of_intake_is_asked_for_here(town: Town) -> None:
    case = await registered(town, MAN, "MEAL", date(2026, 2, 2), urgent=False)
    joint = intake.ApplicationRegistered(
        application_id=MAN, benefit_types=("PERIODIC",), filed_on=feb(2), channel="DESK",
        joint_visit=True,
    )  # fmt: skip
    await town.hears("intake", joint, MAN)
    cases = await town.listed(EWA, "/api/cases", person_id=str(MAN))
    (wanted,) = [c["case_id"] for c in cases if c["case_id"] != case]
    at = f"/api/cases/{wanted}"
    await town.post(EWA, f"{at}/assessment")
    plan = {"on": "2026-02-04"}
    assert await town.refused(EWA, f"{at}/interviews/plan", **plan) == "JointVisitWanted"
    await town.post(EWA, f"{at}/interviews/plan", **plan, joint=True)


async def test_a_repeated_application_is_met_with_an_update(town: Town) -> None:
    first = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{first}/assessment")
    again = intake.ApplicationRegistered(
        application_id=MAN, benefit_types=("MEAL",), filed_on=feb(2), channel="DESK"
    )
    await town.hears("intake", again, MAN)
    cases = await town.listed(EWA, "/api/cases", person_id=str(MAN))
    (meal,) = [c["case_id"] for c in cases if c["case_id"] != first]
    await town.post(EWA, f"/api/cases/{meal}/assessment")
    update = {
        "part": "IV", "on": "2026-02-02", "minutes": 90, "update": {"why": "REPEATED_APPLICATION"},
    }  # fmt: skip
    assert await town.refused(EWA, f"/api/cases/{meal}/interviews", **update) == "NothingToUpdate"
    await town.post(EWA, f"/api/cases/{first}/interviews", on="2026-02-02", minutes=180)
    await town.post(EWA, f"/api/cases/{meal}/interviews", **update)
    needs = (await town.get(EWA, f"/api/cases/{meal}"))["needs"]
    assert "InterviewMissing" not in {need["code"] for need in needs}


async def test_a_refused_interview_is_a_ground_to_refuse(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    refusal = {"kind": "REFUSAL", "ground": "INTERVIEW_REFUSED"}
    assert await town.refused(EWA, f"{at}/decisions", **refusal) == "InterviewNotRefused"
    await town.post(EWA, f"{at}/interviews/refusal", on="2026-02-02", reason="Nie wpuścił")
    other = {"kind": "REFUSAL", "ground": "INCOME"}
    assert await town.refused(EWA, f"{at}/decisions", **other) == "InterviewMissing"
    await town.post(EWA, f"{at}/decisions", **refusal)
    (decision,) = (await town.get(EWA, at))["decisions"]
    assert "art. 107 ust. 4a" in decision["letter"]["basis"]
    assert any("odmówiła przeprowadzenia" in text for text in decision["letter"]["reasons"])


async def test_a_refused_update_is_a_ground_to_suspend(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    await town.post(EWA, f"/api/cases/{case}/interviews/refusal", on="2026-02-16")
    await town.post(EWA, f"{benefit}/review", trigger="INCOME_CHANGE")
    suspend = {"kind": "SUSPEND", "ground": "INTERVIEW_REFUSED", "valid_from": "2026-03-01"}
    drafted = await town.post(EWA, f"{benefit}/decisions", **suspend)
    decision = drafted["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    view = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][1]
    assert view["terms"]["ground"] == "INTERVIEW_REFUSED"
    assert view["letter"]["ruling"][0].startswith("Wstrzymuję od dnia 1\xa0marca 2026")


# --- where and when it is held (`domain.md` C10) ------------------------------------


def at(place: Place, on: date) -> Interview:
    return replace(held(InterviewPart.I, on), place=place)


@pytest.mark.parametrize("place", [Place.HOME, Place.FIELD])
def test_where_somebody_lives_or_stays_no_consent_is_needed(place: Place) -> None:
    case = started()
    case.record_interview(at(place, feb(4)), earlier=False, today=feb(9))
    assert case.interviews[0].consent is None


@pytest.mark.parametrize(
    ("place", "on"), [(Place.OFFICE, feb(4)), (Place.HOME, feb(7)), (Place.FIELD, feb(8))]
)
def test_another_place_or_a_free_day_needs_the_consent_of_the_head_once(
    place: Place, on: date
) -> None:
    case = started()
    with pytest.raises(HeadConsentMissing):
        case.record_interview(at(place, on), earlier=False, today=feb(9))
    case.allow_interview_elsewhere("W ośrodku, tak ustalono", by=HELENA, on=feb(3))
    case.record_interview(at(place, on), earlier=False, today=feb(9))
    consent = case.interviews[0].consent
    assert consent is not None
    assert (consent.by, consent.reason) == (HELENA, "W ośrodku, tak ustalono")
    with pytest.raises(HeadConsentMissing):
        case.record_interview(at(place, on), earlier=False, today=feb(9))


def test_a_consent_waits_for_the_interview_that_needs_it() -> None:
    case = started()
    case.allow_interview_elsewhere("W ośrodku", by=HELENA, on=feb(3))
    case.record_interview(at(Place.HOME, feb(4)), earlier=False, today=feb(9))
    case.record_interview(at(Place.OFFICE, feb(5)), earlier=False, today=feb(9))
    assert [one.consent is not None for one in case.interviews] == [False, True]


def test_a_free_day_is_planned_with_consent_only() -> None:
    case = started()
    with pytest.raises(HeadConsentMissing):
        case.schedule_interview(InterviewPart.I, feb(7), joint=True)
    case.allow_interview_elsewhere("W sobotę, córka wtedy nie pracuje", by=HELENA, on=feb(3))
    case.schedule_interview(InterviewPart.I, feb(7), joint=True)
    assert case.scheduled == feb(7)


async def test_the_worker_asks_and_the_head_consents(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    path = f"/api/cases/{case}/interviews"
    await town.post(EWA, f"/api/cases/{case}/assessment")
    office = {"on": "2026-02-02", "minutes": 60, "place": "OFFICE"}
    assert await town.refused(EWA, path, **office) == "HeadConsentMissing"
    why = {"reason": "W ośrodku, w mieszkaniu trwa remont"}
    assert await town.refused(EWA, f"{path}/consent", **why) == "RoleMissing"
    await town.post(HELENA, f"{path}/consent", **why)
    assert (await town.get(EWA, f"/api/cases/{case}"))["elsewhere"]["by"] == HELENA
    await town.post(EWA, path, **office)
    view = await town.get(EWA, f"/api/cases/{case}")
    assert view["elsewhere"] is None
    assert view["interviews"][0]["consent"]["by"] == HELENA


async def test_one_consent_lets_one_of_two_interviews_be_recorded(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    path = f"/api/cases/{case}/interviews"
    await town.post(EWA, f"/api/cases/{case}/assessment")
    await town.post(HELENA, f"{path}/consent", reason="W ośrodku, trwa remont")
    client = await town.client(EWA)
    office = [{"on": "2026-02-02", "minutes": minutes, "place": "OFFICE"} for minutes in (60, 61)]
    both = await asyncio.gather(*(client.post(path, json=one) for one in office))
    assert sorted(answer.status_code for answer in both) == [201, 409]
    assert len((await town.get(EWA, f"/api/cases/{case}"))["interviews"]) == 1
