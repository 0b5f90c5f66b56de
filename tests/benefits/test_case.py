"""The way of a case: who may lead it, what a grant needs, what urgency defers."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from osnowa_contracts import codes

import services.benefits
from chassis.refusal import Refusal
from services.benefits import deadlines, values
from services.benefits.assessment import Assessment
from services.benefits.calculation import Receipt, law_on
from services.benefits.case import Case, case_id_for
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.grounds import Ground
from services.benefits.interviews import InterviewPart
from services.benefits.lifecycle import (
    PERMITTED,
    STATE_PL,
    Action,
    AssessmentState,
    CaseState,
    DecisionState,
    EntitlementState,
)
from services.benefits.means import Means
from services.benefits.refusals.assessment import (
    AssessmentNotCompleted,
    CertificateMissing,
    InterviewMissing,
    OnlyByCertificate,
    QuestionsUnanswered,
)
from services.benefits.refusals.calculation import IncomeMissing, NoFormula, NotEligible
from services.benefits.refusals.drafting import AmountOutsideRange
from services.benefits.refusals.general import NotBeforeEarlier, NotNow
from services.benefits.refusals.team import CareTeamOnly, SameWorkerForBoth
from services.benefits.values import (
    AnswerValue,
    Benefit,
    DecisionKind,
    Question,
)
from tests.benefits.given import (
    APPLICATION,
    EWA,
    answered,
    certified,
    earns,
    feb,
    home_care,
    interviewed,
    periodic,
    referred,
)
from tests.refusals import refusals_of, unsaid


def prepare(
    case: Case,
    assessment: Assessment,
    on: date,
    kind: DecisionKind,
    ground: Ground | None = None,
) -> None:
    case.prepare_decision(
        Action.DRAFT_DECISION,
        kind,
        ground,
        missing=assessment.missing(),
        completed=assessment.is_complete,
        on=on,
    )


def grant(case: Case, assessment: Assessment, on: date) -> None:
    prepare(case, assessment, on, DecisionKind.GRANT)


def test_an_application_opens_the_same_case_whenever_it_is_heard() -> None:
    case, _, _ = periodic()
    assert case.id == case_id_for(APPLICATION, "PERIODIC")
    assert case.state is CaseState.REGISTERED


def test_the_terms_of_k1_run_from_its_application() -> None:
    case, _, _ = periodic()
    assert (case.interview_due, case.decision_due) == (feb(20), date(2026, 3, 2))


def test_the_urgent_interview_of_k2_is_due_in_two_working_days() -> None:
    case, _, _ = home_care()
    assert case.interview_due == date(2026, 3, 4)


def test_the_social_worker_of_the_household_may_not_lead_its_case() -> None:
    case, _, _ = periodic()
    with pytest.raises(SameWorkerForBoth):
        case.require_separation(EWA, frozenset({EWA}))
    case.require_separation(EWA, frozenset({"joanna-brzoza"}))


def test_the_care_team_leads_cases_about_services_only() -> None:
    home_care()[0].require_care()
    with pytest.raises(CareTeamOnly):
        periodic()[0].require_care()


def test_who_starts_the_assessment_leads_the_case_unless_another_was_named() -> None:
    case, _, _ = periodic()
    case.assign("tomasz-modrzew")
    case.start_assessment(by=EWA, on=feb(3))
    assert case.worker == "tomasz-modrzew"


def test_nothing_is_found_out_before_the_assessment_starts() -> None:
    case, _, _ = periodic()
    with pytest.raises(NotNow):
        case.schedule_interview(InterviewPart.I, feb(4), joint=True)


def test_no_interview_before_the_application() -> None:
    case, _, _ = periodic()
    case.start_assessment(by=EWA, on=feb(2))
    with pytest.raises(NotBeforeEarlier):
        interviewed(case, date(2026, 1, 30))


@pytest.mark.parametrize("question", [Question.UNUSED_RESOURCES, Question.COOPERATION])
def test_only_certificates_answer_what_the_social_worker_knows(question: Question) -> None:
    _, assessment, _ = periodic()
    with pytest.raises(OnlyByCertificate):
        assessment.answer(question, AnswerValue.YES, "", (), by=EWA, on=feb(4))


def test_certificates_answer_the_questions_of_the_social_worker() -> None:
    _, assessment, _ = periodic()
    certified(assessment)
    assert assessment.answers[Question.UNUSED_RESOURCES].value is AnswerValue.YES
    assert assessment.answers[Question.COOPERATION].value is AnswerValue.YES


def test_a_referral_waits_for_certificate_four_and_where_needed_five() -> None:
    _, assessment, _ = periodic()
    referred(assessment, feb(4))
    stood = [assessment.state]
    assert assessment.deadlines() == (
        Deadline(DeadlineKind.REFERRAL_CONTACT, feb(11)),
        Deadline(DeadlineKind.CERTIFICATE, feb(18)),
    )
    assessment.note_unused_resources(uuid4(), True, feb(6))
    stood.append(assessment.state)
    assessment.note_cooperation_terms(uuid4(), feb(10))
    stood.append(assessment.state)
    awaiting = AssessmentState.AWAITING_SOCIAL_WORK
    assert stood == [awaiting, awaiting, AssessmentState.ASSESSMENT]


def test_no_certificate_five_is_awaited_where_nothing_is_unused() -> None:
    _, assessment, _ = periodic()
    referred(assessment, feb(4))
    assessment.note_unused_resources(uuid4(), False, feb(6))
    assert assessment.state is AssessmentState.ASSESSMENT


def test_a_certificate_is_noted_once() -> None:
    _, assessment, _ = periodic()
    four = uuid4()
    assessment.note_unused_resources(four, True, feb(6))
    noted = assessment.version
    assessment.note_unused_resources(four, True, feb(6))
    assert assessment.version == noted


def test_a_grant_needs_an_interview_before_all_else() -> None:
    case, assessment, _ = periodic()
    case.start_assessment(by=EWA, on=feb(3))
    with pytest.raises(InterviewMissing):
        grant(case, assessment, feb(4))


def test_a_grant_needs_certificate_four_first() -> None:
    case, assessment, _ = periodic()
    interviewed(case, feb(4))
    with pytest.raises(CertificateMissing) as refused:
        grant(case, assessment, feb(4))
    assert refused.value.kind == 4


def test_a_grant_before_the_terms_of_k1_is_refused_for_certificate_five() -> None:
    case, assessment, _ = periodic()
    interviewed(case, feb(4))
    answered(assessment, feb(4))
    assessment.note_unused_resources(uuid4(), True, feb(6))
    with pytest.raises(CertificateMissing) as refused:
        grant(case, assessment, feb(9))
    assert refused.value.kind == 5


def test_a_grant_needs_every_answer_of_the_benefits_worker() -> None:
    case, assessment, _ = periodic()
    interviewed(case, feb(4))
    certified(assessment)
    with pytest.raises(QuestionsUnanswered) as refused:
        grant(case, assessment, feb(10))
    assert refused.value.questions == ("Q1", "Q2a", "Q3", "Q4", "Q5", "Q6")


def test_a_grant_needs_the_assessment_to_be_completed() -> None:
    case, assessment, _ = periodic()
    interviewed(case, feb(4))
    certified(assessment)
    answered(assessment, feb(4))
    with pytest.raises(AssessmentNotCompleted):
        grant(case, assessment, feb(10))
    assessment.complete(on=feb(10))
    grant(case, assessment, feb(12))
    assert case.state is CaseState.DECISION


def test_an_assessment_is_not_completed_with_something_missing() -> None:
    _, assessment, _ = periodic()
    answered(assessment, feb(4))
    with pytest.raises(CertificateMissing):
        assessment.complete(on=feb(4))


def test_urgency_defers_certificates_and_answers_with_a_deadline() -> None:
    case, assessment, _ = home_care()
    interviewed(case, date(2026, 3, 3))
    grant(case, assessment, date(2026, 3, 5))
    assert case.deferred == ("CERTIFICATE_4", "Q1+Q2a+Q3+Q4+Q5+Q6")
    assert case.follow_up_by == date(2026, 4, 7)  # 4 April is a Saturday, then Easter


def test_urgency_never_defers_the_interview() -> None:
    case, assessment, _ = home_care()
    case.start_assessment(by=EWA, on=date(2026, 3, 2))
    with pytest.raises(InterviewMissing):
        grant(case, assessment, date(2026, 3, 3))


def test_a_refusal_needs_the_interview_only() -> None:
    case, assessment, _ = periodic()
    interviewed(case, feb(4))
    prepare(case, assessment, feb(5), DecisionKind.REFUSAL)
    assert case.state is CaseState.DECISION


def test_a_withdrawn_draft_opens_the_assessment_again() -> None:
    case, assessment, _ = periodic()
    interviewed(case, feb(4))
    prepare(case, assessment, feb(5), DecisionKind.REFUSAL)
    case.reopen_assessment("DRAFT_WITHDRAWN", on=feb(6))
    assert case.state is CaseState.IN_PROGRESS
    prepare(case, assessment, feb(6), DecisionKind.REFUSAL)
    assert len(set(case.decisions)) == 2


# --- means ------------------------------------------------------------------


def test_the_calculation_of_k1_gives_two_to_four_hundred() -> None:
    _, _, means = periodic()
    earns(means, "610")
    found = means.calculate_entitlement(Decimal(200), law=law_on(feb(10)))
    assert (found.minimum, found.maximum) == (Decimal(200), Decimal(400))


def test_a_proposal_outside_the_range_is_refused() -> None:
    _, _, means = periodic()
    earns(means, "610")
    for proposed in ("199.99", "400.01"):
        with pytest.raises(AmountOutsideRange):
            means.calculate_entitlement(Decimal(proposed), law=law_on(feb(10)))


def test_nothing_is_calculated_without_an_income() -> None:
    _, _, means = periodic()
    with pytest.raises(IncomeMissing):
        means.calculate_entitlement(Decimal(200), law=law_on(feb(10)))


def test_too_high_an_income_is_refused_with_what_to_do() -> None:
    _, _, means = periodic()
    earns(means, "1010")
    with pytest.raises(NotEligible) as refused:
        means.calculate_entitlement(Decimal(200), law=law_on(feb(10)))
    assert "decyzję odmowną" in refused.value.sentence("pl")


def test_the_hour_of_k2_costs_three_fifty() -> None:
    _, _, means = home_care()
    earns(means, "1400", "2026-02")
    assert means.calculate_fee(law=law_on(date(2026, 3, 3))).fee_per_hour == Decimal("3.50")


def test_a_periodic_benefit_has_no_fee_and_home_care_no_amount() -> None:
    poor, cared_for = periodic()[2], home_care()[2]
    earns(poor, "500")
    earns(cared_for, "500")
    with pytest.raises(NoFormula):
        poor.calculate_fee(law=law_on(feb(3)))
    with pytest.raises(NoFormula):
        cared_for.calculate_entitlement(Decimal(1), law=law_on(feb(3)))


def test_what_the_act_leaves_out_is_kept_but_not_added() -> None:
    _, _, means = periodic()
    income = means.establish_income(
        "2026-01",
        2,
        (
            Receipt("WORK", Decimal("500.55")),
            Receipt("CHILD_BENEFIT", Decimal(800)),
        ),
        law=law_on(feb(2)),
    )
    assert (income.total, income.per_capita) == (Decimal("500.55"), Decimal("250.28"))
    assert isinstance(means, Means)


# --- tables -----------------------------------------------------------------


def test_every_state_has_its_actions_and_its_name() -> None:
    states = [*CaseState, *AssessmentState, *DecisionState, *EntitlementState]
    assert len(set(states)) == len(states)
    assert set(PERMITTED) == set(STATE_PL) == set(states)


def test_every_action_is_permitted_somewhere() -> None:
    assert set(Action) == {action for actions in PERMITTED.values() for action in actions}


def test_facts_tell_every_deadline_there_is() -> None:
    told = {kind.value for kind in deadlines.DeadlineKind}
    assert told == {code.value for code in codes.Deadline}


@pytest.mark.parametrize("refusal", refusals_of(services.benefits), ids=lambda one: one.__name__)
def test_every_refusal_says_what_to_do(refusal: type[Refusal]) -> None:
    assert unsaid(refusal) == []


def test_benefits_of_the_care_team_are_services() -> None:
    assert Benefit.HOME_CARE in values.CARE
    assert Benefit.PERIODIC not in values.CARE
