"""Who may issue which command, once, and who may not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from inspect import signature
from typing import Any
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import intake, socialwork
from osnowa_contracts.access import PERSONS_MERGED
from osnowa_contracts.fact import Publisher
from osnowa_contracts.roles import Role

from chassis.context import Context, Worker, roles_of
from chassis.refusal import RoleMissing
from services.benefits.api.links import OF_CASE, OF_DECISION, OF_ENTITLEMENT
from services.benefits.commands import Commands
from services.benefits.lifecycle import Action
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.realised import applied, decided, earned, interviewed
from tests.benefits.test_api import (
    BARBARA,
    EWA,
    GRANT,
    JOANNA,
    MAREK,
    ZOFIA,
    assessed,
    care_granted,
    certify_six,
    granted,
    registered,
)

A, B, C, R, D, H, S = (
    Role.ADMINISTRATOR,
    Role.BENEFITS_WORKER, Role.CARE_WORKER, Role.REALISATION_WORKER, Role.DIRECTOR,
    Role.BENEFITS_HEAD, Role.SYSTEM,
)  # fmt: skip
WHO_MAY = {
    "import_case": {Role.MIGRATION},
    "assign_case": {H},
    "start_ex_officio": {B, C, H},
    "receive_direction": {S},
    "take_directions_back": {S},
    "leave_without_proceeding": {H},
    "call_defects": {B, C},
    "complete_application": {B, C},
    "leave_unexamined": {B, C},
    "transfer_case": {B, C},
    "withdraw_application": {B, C},
    "start_assessment": {B, C},
    "schedule_interview": {B, C},
    "allow_interview_elsewhere": {D, H},
    "record_interview": {B, C},
    "record_interview_refusal": {B, C},
    "hear_party": {B, C},
    "agree_cooperation": {B, C},
    "assess_cooperation": {B, C},
    "establish_income": {B, C},
    "answer_question": {B, C},
    "request_evidence": {B, C},
    "record_evidence": {B, C},
    "refer_to_social_worker": {B, C},
    "hand_over_referral": {B, C},
    "complete_assessment": {B, C},
    "calculate_entitlement": {B, C},
    "calculate_fee": {B, C},
    "calculate_home_fees": {B, C},
    "calculate_right": {B, C},
    "calculate_continuation": {B, C},
    "calculate_income_change": {B, C},
    "record_delivery": {R, C},
    "record_home_consent": {B, C},
    "write_resident_sheet": {B, C},
    "propose_parameters": {A, H},
    "publish_parameters": {A, D},
    "withdraw_proposal": {A, H, D},
    "draft_decision": {B, C, R},
    "draft_further_decision": {B, C, R},
    "draft_review_decision": {B, C, R},
    "revise_draft": {B, C, R},
    "return_draft": {D, H},
    "withdraw_draft": {B, C, R},
    "issue_decision": {D, H},
    "make_enforceable": {D, H},
    "reopen_proceeding": {D},
    "reopen_after_monitoring": {B, C},
    "set_cooperation_assessor": {D},
    "authorise_signer": {D},
    "deliver_decision": {B, C, R},
    "waive_appeal": {B, C},
    "file_appeal": {B, C},
    "forward_appeal": {B, C},
    "resolve_appeal": {B, C},
    "confirm_finality": {B, C, R, S},
    "file_late_appeal": {B, C},
    "forward_late_appeal": {B, C},
    "answer_late_appeal": {B, C},
    "start_realisation": {R, C},
    "execute_payment": {R},
    "cancel_payment": {R},
    "open_review": {B, C},
    "take_up_review": {B, C},
    "end_benefit": {R, C},
    "close_case": {B, C},
    "open_case": {S},
    "note_unused_resources": {S},
    "note_cooperation_terms": {S},
    "note_cooperation": {S},
    "note_social_work_end": {S},
    "follow_transfer": {S},
    "note_change": {S},
    "note_evidence": {S},
    "report_missed_term": {S},
    "report_approaching_term": {S},
    "halt_term": {B, C},
    "resume_term": {B, C},
    "extend_deadline": {B, C},
    "file_urging": {B, C},
    "forward_urging": {B, C},
    "answer_urging": {B, C},
    "assign_by_load": {H},
    "hand_over_cases": {H},
    "record_effort": {B, C},
    "execute_payment_list": {R},
    "return_payment": {R},
    "reissue_payment": {R},
    "report_contributions": {R},
    "extend_plan": {S},
    "check_utilisation": {B, C},
    "report_change": {B, C, R, H},
    "watch_certificates": {S},
    "end_period": {S},
    "draft_undue_decision": {B, C, R},
    "set_repayment_plan": {R, D},
    "set_decision_mark": {D},
    "receive_repayment": {R},
    "refund_repayment": {R},
    "waive_repayment": {D},
    "register_obliged_person": {B, C},
    "establish_situation": {B, C},
    "conclude_support_agreement": {B, C},
    "receive_support": {B, C, R},
    "prepare_maintenance_claim": {B, C},
    "set_fee_shares": {B, C},
    "await_place": {B, C},
    "start_stay": {B, C, R},
    "end_stay": {B, C, R},
    "charge_month": {R, S},
    "charge_order": {S},
    "receive_fee": {R},
    "receive_contract_request": {S},
    "answer_contract_request": {B, C},
}


def commands_of_benefits() -> dict[str, Any]:
    found = {name: getattr(Commands, name) for name in dir(Commands)}
    return {name: method for name, method in found.items() if hasattr(method, "roles")}


def test_the_list_names_every_command() -> None:
    assert set(commands_of_benefits()) == set(WHO_MAY)


@pytest.mark.parametrize("name", sorted(WHO_MAY))
async def test_a_command_takes_its_roles_and_refuses_all_others(name: str) -> None:
    method = commands_of_benefits()[name]
    assert set(roles_of(method)) == WHO_MAY[name]
    arguments = {
        argument: None
        for argument in signature(method).parameters
        if argument not in {"self", "ctx"}
    }
    for role in set(Role) - WHO_MAY[name]:
        with pytest.raises(RoleMissing):
            await method(object(), **arguments, ctx=as_role(role))


def as_role(role: Role) -> Context:
    now = datetime(2026, 2, 2, 9, tzinfo=UTC)
    return Context(worker=Worker("somebody", "Ktoś", role, "benefits"), now=now)


def test_a_social_worker_has_no_command_in_benefits() -> None:
    for method in commands_of_benefits().values():
        assert not {Role.SOCIAL_WORKER, Role.SOCIAL_WORK_HEAD} & set(roles_of(method))


def test_every_action_has_its_command_and_its_address() -> None:
    assert set(Action) == set(OF_CASE) | set(OF_DECISION) | set(OF_ENTITLEMENT)
    assert {action.value for action in Action} <= set(WHO_MAY)


# --- separation -------------------------------------------------------------


async def of_a_household(town: Town) -> str:
    """A case whose applicant lives together with another client."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    household = intake.HouseholdDefined(
        household_id=uuid4(),
        size=2,
        since=date(2020, 1, 1),
        members=(
            intake.Member(person_id=MAN, relation="SELF"),
            intake.Member(person_id=WOMAN, relation="SPOUSE"),
        ),
    )
    await town.hears("intake", household, MAN)
    return case


async def test_nobody_is_both_for_one_household(town: Town) -> None:
    case = await of_a_household(town)
    assigned = socialwork.SocialWorkerAssigned(social_work_id=uuid4(), worker_id=EWA)
    await town.hears("socialwork", assigned, WOMAN, actor="irena-sosna", role="social-work-head")
    at = f"/api/cases/{case}"
    assert await town.refused(EWA, f"{at}/assessment") == "SameWorkerForBoth"
    assert await town.refused(BARBARA, f"{at}/worker", worker_id=EWA) == "SameWorkerForBoth"
    await town.post("tomasz-modrzew", f"{at}/assessment")


async def test_two_entries_of_one_person_are_one_for_separation_and_certificates(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    entry = UUID(int=77)
    merged = PERSONS_MERGED[Publisher.INTAKE](merge_id=uuid4(), survivor_id=entry, absorbed_id=MAN)
    await town.hears("intake", merged, entry)
    assigned = socialwork.SocialWorkerAssigned(social_work_id=uuid4(), worker_id=EWA)
    await town.hears("socialwork", assigned, entry, actor="irena-sosna", role="social-work-head")
    assert await town.refused(EWA, f"/api/cases/{case}/assessment") == "SameWorkerForBoth"
    four = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=False, issued_on=date(2026, 2, 6)
    )
    await town.hears("socialwork", four, entry)
    assert (await town.get("tomasz-modrzew", f"/api/cases/{case}"))["has_unused"] is False


async def test_a_case_is_led_by_somebody_of_the_team_only(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    for stranger in (JOANNA, BARBARA, "nobody"):
        refusal = await town.refused(BARBARA, f"/api/cases/{case}/worker", worker_id=stranger)
        assert refusal == "NobodyLikeThat"
    await town.post(BARBARA, f"/api/cases/{case}/worker", worker_id=EWA)


async def test_whoever_certified_is_known_as_the_social_worker(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    assert (
        await town.refused(BARBARA, f"/api/cases/{case}/worker", worker_id=JOANNA)
        == "SameWorkerForBoth"
    )


async def test_the_care_worker_leads_no_case_about_money(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    assert await town.refused(ZOFIA, f"/api/cases/{case}/assessment") == "CareTeamOnly"


# --- once, and in order -----------------------------------------------------


async def test_a_command_sent_again_has_its_first_answer(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    client = await town.client(EWA)
    key = {"Idempotency-Key": str(uuid4())}
    body = {"source": "pup", "kind": "LABOUR_STATUS"}
    first, again = [
        (await client.post(f"/api/cases/{case}/evidence-requests", json=body, headers=key)).json()
        for _ in range(2)
    ]
    assert first["data"] == again["data"]
    assert again["repeated"]
    assert len((await town.get(EWA, f"/api/cases/{case}"))["evidence"]) == 1


async def test_evidence_is_asked_for_only_about_somebody_known(town: Town) -> None:
    filed = intake.ApplicationRegistered(
        application_id=uuid4(), benefit_types=("PERIODIC",), filed_on=date(2026, 2, 2),
        channel="DESK",
    )  # fmt: skip
    stranger = UUID(int=99)
    await town.hears("intake", filed, stranger)
    (case,) = await town.listed(EWA, "/api/cases", person_id=str(stranger))
    at = f"/api/cases/{case['case_id']}"
    await town.post(EWA, f"{at}/assessment")
    wanted = {"source": "pup", "kind": "LABOUR_STATUS"}
    assert await town.refused(EWA, f"{at}/evidence-requests", **wanted) == "PersonUnknown"


async def test_evidence_of_another_case_is_not_answered_here(town: Town) -> None:
    first = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    second = await registered(town, WOMAN, "MEAL", date(2026, 2, 2), urgent=False)
    for case in (first, second):
        await town.post(EWA, f"/api/cases/{case}/assessment")
    wanted = {"source": "pup", "kind": "LABOUR_STATUS"}
    asked = await town.post(EWA, f"/api/cases/{first}/evidence-requests", **wanted)
    given = {"source": "pup", "kind": "LABOUR_STATUS", "content": "?", "on": "2026-02-02"}
    answer = {**given, "request_id": asked["data"]["request_id"]}
    assert await town.refused(EWA, f"/api/cases/{second}/evidence", **answer) == "NotFound"
    await town.post(EWA, f"/api/cases/{first}/evidence", **answer)
    await town.post(EWA, f"/api/cases/{second}/evidence", **given)


async def test_a_withdrawn_draft_lets_the_case_be_decided_anew(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="200.00")
    draft = (await town.post(EWA, f"{at}/decisions", **GRANT))["data"]["decision_id"]
    await town.post(EWA, f"/api/decisions/{draft}/withdrawal", reason="Błędny okres")
    assert (await town.get(EWA, at))["state"] == "assessment"
    await town.post(EWA, f"{at}/assessment/completion")
    await town.post(EWA, f"{at}/decisions", **GRANT)


async def test_a_change_needs_a_review_and_a_grant_a_case(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    suspend = {"kind": "SUSPEND", "valid_from": "2026-04-01"}
    assert await town.refused(EWA, f"/api/cases/{case}/decisions", **suspend) == "KindNotHere"
    assert await town.refused(EWA, f"{benefit}/decisions", **GRANT) == "KindNotHere"
    assert await town.refused(EWA, f"{benefit}/decisions", **suspend) == "NotNow"
    await town.post(EWA, f"{benefit}/review", trigger="WASTE")
    await town.post(EWA, f"{benefit}/decisions", kind="CONFIRM")


async def test_an_ordinary_suspension_takes_effect_when_it_is_final(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    await certify_six(town, "2026-02", False, date(2026, 2, 27))
    drafted = await town.post(EWA, f"{benefit}/decisions", kind="SUSPEND", valid_from="2026-03-01")
    on_it = f"/api/decisions/{drafted['data']['decision_id']}"
    await town.post("helena-dabrowa", f"{on_it}/issue")
    await town.post(EWA, f"{on_it}/delivery")
    assert await stands(town, case) == "in-review"
    await town.post(EWA, f"{on_it}/appeal")
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    assert await stands(town, case) == "in-review"
    await town.post(EWA, f"{on_it}/appeal/result", result="UPHELD")
    assert await stands(town, case) == "suspended"


async def stands(town: Town, case: str) -> str:
    return str((await town.get(EWA, f"/api/cases/{case}"))["entitlements"][0]["state"])


async def test_an_overturned_grant_goes_back_to_the_assessment(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="200.00")
    draft = (await town.post(EWA, f"{at}/decisions", **GRANT))["data"]["decision_id"]
    on_it = f"/api/decisions/{draft}"
    await town.post("helena-dabrowa", f"{on_it}/issue")
    await town.post(EWA, f"{on_it}/delivery")
    await town.post(EWA, f"{on_it}/appeal")
    await town.post(EWA, f"{on_it}/appeal/result", result="SELF_CORRECTED")
    assert (await town.get(EWA, at))["state"] == "assessment"


async def test_a_case_is_closed_when_nothing_of_it_is_alive(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    entitlement = await granted(town, case)
    at = f"/api/cases/{case}"
    assert await town.refused(EWA, f"{at}/closure") == "BenefitRunning"
    for month in ("2026-02", "2026-03", "2026-04", "2026-05"):
        town.day(date.fromisoformat(f"{month}-25"))
        await town.post(MAREK, f"/api/entitlements/{entitlement}/payments", month=month)
    await town.post(MAREK, f"/api/entitlements/{entitlement}/end")
    await town.post(EWA, f"{at}/closure")
    view = await town.get(EWA, at)
    assert (view["state"], view["deadlines"]) == ("closed", [])
    assert [link["action"] for link in view["actions"]] == ["reopen_after_monitoring"]


async def test_a_service_that_is_still_granted_is_not_ended_without_a_decision(town: Town) -> None:
    town.day(date(2026, 3, 2))
    case = await registered(town, WOMAN, "HOME_CARE", date(2026, 3, 2), urgent=True)
    at = f"/api/entitlements/{(await care_granted(town, case))['id']}"
    assert await town.refused(ZOFIA, f"{at}/end") == "PeriodRuns"
    death = {"kind": "DEATH", "source": "OWN_FINDING", "since": "2026-03-05"}
    await town.post(ZOFIA, f"{at}/changes", **death)
    await town.post(ZOFIA, f"{at}/end")


async def test_a_case_is_not_closed_while_a_grant_waits_to_be_carried_out(town: Town) -> None:
    case = await applied(town, MAN, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    help_for = {"valid_from": "2026-02-01", "valid_to": "2026-02-28", "amount": "100.00"}
    decision = await decided(town, f"/api/cases/{case}", kind="GRANT", need="opał", **help_for)
    assert await town.refused(EWA, f"/api/cases/{case}/closure") == "NotRealised"
    await town.post(MAREK, f"/api/decisions/{decision}/realisation")
    assert await town.refused(EWA, f"/api/cases/{case}/closure") == "BenefitRunning"
