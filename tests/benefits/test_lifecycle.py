"""One table says what may be done where: every state and every action is tried against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from uuid import UUID, uuid4, uuid5

import pytest

from chassis.refusal import Refusal
from services.benefits.assessment import Assessment
from services.benefits.calculation import law_on
from services.benefits.case import Case
from services.benefits.commands.decisions import Decisions
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.interviews import InterviewPart
from services.benefits.lifecycle import (
    ACTION_PL,
    OVER,
    PERMITTED,
    STATE_PL,
    Action,
    AssessmentState,
    CaseState,
    DecisionState,
    EntitlementState,
)
from services.benefits.payments import CancelReason
from services.benefits.refusals.decision import OtherInstance
from services.benefits.refusals.general import NotNow
from services.benefits.reopening import Reopening, ReopeningGround
from services.benefits.resident import (
    ConsentAnswer,
    ConsentGiver,
    HomeConsent,
    Resident,
    ResidentSheet,
)
from services.benefits.values import (
    AnswerValue,
    AppealResult,
    Benefit,
    CooperationAssessor,
    CooperationOutcome,
    DecisionKind,
    Delivery,
    Income,
    Initiative,
    LateAppealResult,
    PaymentMethod,
    Question,
    ReferralPurpose,
    ReviewTrigger,
)
from tests.benefits.given import (
    EWA,
    MAN,
    PERIODIC_TERMS,
    answered,
    certified,
    feb,
    held,
    interviewed,
    periodic,
    referred,
)

A, C, Q, D, E = Action, CaseState, AssessmentState, DecisionState, EntitlementState
HELENA = "helena-dabrowa"
JUNE = date(2026, 6, 30)


def may(act: Callable[[], object]) -> bool:
    """False only where the state forbids it; another refusal means that the state does not."""
    try:
        act()
    except NotNow:
        return False
    except Refusal:
        return True
    return True


# --- the case ---------------------------------------------------------------


def a_case(state: CaseState) -> Case:
    """A case that came to this state by its own commands."""
    case, assessment, _ = periodic()
    if state is C.REGISTERED:
        return case
    if state in {C.DEFECTS_CALLED, C.LEFT_UNEXAMINED}:
        case.call_defects(("SIGNATURE",), on=feb(3), complete_by=feb(10))
        if state is C.LEFT_UNEXAMINED:
            case.leave_unexamined(on=feb(11))
        return case
    if state is C.TRANSFERRED:
        case.transfer("Inny ośrodek", "JURISDICTION", on=feb(3))
        return case
    interviewed(case, feb(4))
    if state is C.IN_PROGRESS:
        return case
    answered(assessment, feb(4))
    certified(assessment)
    assessment.complete(on=feb(10))
    case.prepare_decision(
        A.DRAFT_DECISION, DecisionKind.GRANT, missing=(), completed=True, on=feb(12)
    )
    if state is C.CLOSED:
        case.close("COMPLETED", on=JUNE)
    return case


def prepare(case: Case, action: Action, kind: DecisionKind) -> object:
    return case.prepare_decision(action, kind, missing=(), completed=True, on=feb(20))


ON_CASE: dict[Action, Callable[[Case], object]] = {
    A.ASSIGN_CASE: lambda c: c.assign("tomasz-modrzew"),
    A.CALL_DEFECTS: lambda c: c.call_defects(("SIGNATURE",), on=feb(12), complete_by=feb(25)),
    A.COMPLETE_APPLICATION: lambda c: c.complete_application(by=EWA, on=feb(12)),
    A.LEAVE_UNEXAMINED: lambda c: c.leave_unexamined(on=feb(27)),
    A.TRANSFER_CASE: lambda c: c.transfer("Inny ośrodek", "JURISDICTION", on=feb(12)),
    A.WITHDRAW_APPLICATION: lambda c: c.withdraw_application(by=EWA, on=feb(12)),
    A.START_ASSESSMENT: lambda c: c.start_assessment(by=EWA, on=feb(12)),
    A.SCHEDULE_INTERVIEW: lambda c: c.schedule_interview(InterviewPart.I, feb(12), joint=False),
    A.ALLOW_INTERVIEW_ELSEWHERE: lambda c: c.allow_interview_elsewhere(
        "W ośrodku", by=HELENA, on=feb(12)
    ),
    A.RECORD_INTERVIEW: lambda c: c.record_interview(
        held(InterviewPart.I, feb(12)), earlier=False, today=feb(12)
    ),
    A.RECORD_INTERVIEW_REFUSAL: lambda c: c.record_interview_refusal(
        "Nie otwiera", on=feb(12), today=feb(12)
    ),
    A.HEAR_PARTY: lambda c: c.hear_party("", informed_on=feb(12), until=feb(19)),
    A.DRAFT_DECISION: lambda c: prepare(c, A.DRAFT_DECISION, DecisionKind.GRANT),
    A.DRAFT_FURTHER_DECISION: lambda c: prepare(c, A.DRAFT_FURTHER_DECISION, DecisionKind.FEE),
    A.DRAFT_REVIEW_DECISION: lambda c: prepare(c, A.DRAFT_REVIEW_DECISION, DecisionKind.CONFIRM),
    A.RECORD_HOME_CONSENT: lambda c: c.record_home_consent(
        HomeConsent(ConsentAnswer.AGREED, ConsentGiver.PERSON, feb(12)), today=feb(12)
    ),
    A.WRITE_RESIDENT_SHEET: lambda c: c.write_resident_sheet(
        ResidentSheet(
            uuid4(), 1, feb(12), EWA, Resident("Jan", "Próbny", date(2142, 3, 1)), (), ("Leki",)
        )
    ),
    A.CLOSE_CASE: lambda c: c.close("COMPLETED", on=JUNE),
    A.REOPEN_AFTER_MONITORING: lambda c: c.reopen("MONITORING", on=JUNE),
}
BY_REQUIRE = {
    A.ESTABLISH_INCOME,
    A.ANSWER_QUESTION,
    A.REQUEST_EVIDENCE,
    A.RECORD_EVIDENCE,
    A.REFER_TO_SOCIAL_WORKER,
    A.HAND_OVER_REFERRAL,
    A.AGREE_COOPERATION,
    A.ASSESS_COOPERATION,
    A.COMPLETE_ASSESSMENT,
    A.CALCULATE_ENTITLEMENT,
    A.CALCULATE_FEE,
    A.CALCULATE_RIGHT,
}
"""What changes another aggregate; its command asks the case first."""


@pytest.mark.parametrize(("state", "action"), list(product(CaseState, ON_CASE)))
def test_a_case_lets_happen_what_the_table_permits(state: CaseState, action: Action) -> None:
    case = a_case(state)
    assert case.state is state
    assert may(lambda: ON_CASE[action](case)) == (action in PERMITTED[state])


@pytest.mark.parametrize(("state", "action"), list(product(CaseState, sorted(BY_REQUIRE))))
def test_a_case_is_asked_before_anything_of_it_changes(state: CaseState, action: Action) -> None:
    assert may(lambda: a_case(state).require(action)) == (action in PERMITTED[state])


LEADS_TO = {
    (C.REGISTERED, A.CALL_DEFECTS): C.DEFECTS_CALLED,
    (C.REGISTERED, A.START_ASSESSMENT): C.IN_PROGRESS,
    (C.REGISTERED, A.TRANSFER_CASE): C.TRANSFERRED,
    (C.REGISTERED, A.WITHDRAW_APPLICATION): C.IN_PROGRESS,
    (C.DEFECTS_CALLED, A.COMPLETE_APPLICATION): C.IN_PROGRESS,
    (C.DEFECTS_CALLED, A.LEAVE_UNEXAMINED): C.LEFT_UNEXAMINED,
    (C.DEFECTS_CALLED, A.TRANSFER_CASE): C.TRANSFERRED,
    (C.DEFECTS_CALLED, A.WITHDRAW_APPLICATION): C.IN_PROGRESS,
    (C.IN_PROGRESS, A.TRANSFER_CASE): C.TRANSFERRED,
    (C.IN_PROGRESS, A.DRAFT_DECISION): C.DECISION,
    (C.DECISION, A.CLOSE_CASE): C.CLOSED,
    (C.CLOSED, A.REOPEN_AFTER_MONITORING): C.DECISION,
}


@pytest.mark.parametrize(("state", "action"), list(product(CaseState, ON_CASE)))
def test_a_case_goes_where_c1_says(state: CaseState, action: Action) -> None:
    case = a_case(state)
    may(lambda: ON_CASE[action](case))
    assert case.state is LEADS_TO.get((state, action), state)


def test_nothing_is_awaited_of_a_case_that_is_over() -> None:
    for state in OVER:
        case = a_case(state)
        assert case.is_over
        assert case.closed_on is not None
        assert case.deadlines() == ()


# --- the assessment ---------------------------------------------------------


def an_assessment(state: AssessmentState) -> Assessment:
    assessment = Assessment(
        case_id=uuid4(),
        person_id=MAN,
        benefit=Benefit.PERIODIC,
        assessor=CooperationAssessor.BENEFITS_WORKER,
    )
    if state is Q.AWAITING_SOCIAL_WORK:
        referred(assessment, feb(4))
    elif state is Q.EVIDENCE_COMPLETE:
        answered(assessment, feb(4))
        certified(assessment)
        assessment.complete(on=feb(10))
    return assessment


ON_ASSESSMENT: dict[Action, Callable[[Assessment], object]] = {
    A.ANSWER_QUESTION: lambda a: a.answer(
        Question.REASON, AnswerValue.YES, "", (), by=EWA, on=feb(5)
    ),
    A.REFER_TO_SOCIAL_WORKER: lambda a: a.refer_to_social_worker(
        tuple(ReferralPurpose), Initiative.CLIENTS_WISH, on=feb(5)
    ),
    A.HAND_OVER_REFERRAL: lambda a: a.hand_over_referral(
        None, Delivery.IN_PERSON, by=EWA, on=feb(5), today=feb(5)
    ),
    A.AGREE_COOPERATION: lambda a: a.agree_cooperation(
        CooperationOutcome.ALONE, "", by=EWA, on=feb(5)
    ),
    A.ASSESS_COOPERATION: lambda a: a.assess_cooperation("2026-02", True, "", by=EWA, on=feb(5)),
    A.COMPLETE_ASSESSMENT: lambda a: a.complete(on=feb(10)),
}


@pytest.mark.parametrize(("state", "action"), list(product(AssessmentState, ON_ASSESSMENT)))
def test_an_assessment_lets_happen_what_the_table_permits(
    state: AssessmentState, action: Action
) -> None:
    assessment = an_assessment(state)
    assert assessment.state is state
    assert may(lambda: ON_ASSESSMENT[action](assessment)) == (action in PERMITTED[state])


def whole(state: AssessmentState) -> Assessment:
    """Nothing is missing of it any more."""
    assessment = an_assessment(Q.ASSESSMENT)
    answered(assessment, feb(4))
    certified(assessment)
    if state is Q.EVIDENCE_COMPLETE:
        assessment.complete(on=feb(10))
    return assessment


Make = Callable[[AssessmentState], Assessment]
ASSESSMENT_LEADS_TO: dict[tuple[Make, AssessmentState, Action], AssessmentState] = {
    (an_assessment, Q.ASSESSMENT, A.REFER_TO_SOCIAL_WORKER): Q.AWAITING_SOCIAL_WORK,
    (whole, Q.ASSESSMENT, A.COMPLETE_ASSESSMENT): Q.EVIDENCE_COMPLETE,
}
MADE = [
    *product((an_assessment,), AssessmentState, ON_ASSESSMENT),
    *product((whole,), (Q.ASSESSMENT, Q.EVIDENCE_COMPLETE), ON_ASSESSMENT),
]


@pytest.mark.parametrize(("make", "state", "action"), MADE)
def test_an_assessment_goes_where_c1_says(
    make: Make, state: AssessmentState, action: Action
) -> None:
    assessment = make(state)
    assert assessment.state is state
    may(lambda: ON_ASSESSMENT[action](assessment))
    assert assessment.state is ASSESSMENT_LEADS_TO.get((make, state, action), state)


def test_an_assessment_waits_for_social_work_until_what_is_certified_is_enough() -> None:
    for has_unused, terms in ((False, False), (True, True)):
        assessment = an_assessment(Q.AWAITING_SOCIAL_WORK)
        assessment.note_unused_resources(uuid4(), has_unused, feb(6))
        if terms:
            assert assessment.state is Q.AWAITING_SOCIAL_WORK, "certificate 5 is to come"
            assessment.note_cooperation_terms(uuid4(), feb(10))
        assert assessment.state is Q.ASSESSMENT
    judged = an_assessment(Q.AWAITING_SOCIAL_WORK)
    judged.note_unused_resources(uuid4(), True, feb(6))
    ON_ASSESSMENT[A.AGREE_COOPERATION](judged)
    assert judged.state is Q.ASSESSMENT


def test_an_assessment_comes_back_when_its_decision_does() -> None:
    complete = an_assessment(Q.EVIDENCE_COMPLETE)
    complete.reopen("REMITTED")
    back = complete.state
    complete.complete(on=feb(20))
    assert (back, complete.state) == (Q.ASSESSMENT, Q.EVIDENCE_COMPLETE)
    for state in (Q.ASSESSMENT, Q.AWAITING_SOCIAL_WORK):
        assessment = an_assessment(state)
        assessment.reopen("REMITTED")
        assert assessment.state is state, "it was never over"


# --- the decision -----------------------------------------------------------


def a_draft(kind: DecisionKind = DecisionKind.GRANT) -> Decision:
    case_id = UUID(int=21)
    return Decision(
        id=uuid5(case_id, "decision/1"),
        case_id=case_id,
        person_id=MAN,
        benefit=Benefit.PERIODIC,
        kind=kind,
        terms=PERIODIC_TERMS,
        entitlement_id=None,
        previous_decision_id=None,
        by=EWA,
        on=feb(12),
    )


def a_decision(state: DecisionState) -> Decision:
    decision = a_draft()
    if state is D.RETURNED:
        decision.send_back("Popraw okres", by=HELENA, on=feb(12))
    if state is D.WITHDRAWN:
        decision.withdraw("Pomyłka")
    if state in {D.DRAFTED, D.RETURNED, D.WITHDRAWN}:
        return decision
    decision.issue(number="SW/2026/0001", by=HELENA, on=feb(12))
    if state is D.ISSUED:
        return decision
    decision.deliver(Delivery.IN_PERSON, on=feb(12))
    if state in {D.FINAL, D.REOPENED}:
        decision.confirm_finality(on=feb(27))
    if state is D.REOPENED:
        decision.reopen(DEFECT)
    if state in {D.APPEALED, D.AT_SKO, D.OVERTURNED}:
        decision.file_appeal(decision.id, on=feb(20))
    if state in {D.AT_SKO, D.OVERTURNED}:
        decision.forward_appeal(on=feb(23))
    if state is D.OVERTURNED:
        decision.resolve_appeal(AppealResult.REVERSED, on=date(2026, 3, 20))
    return decision


DEFECT = Reopening(
    ground=ReopeningGround.NEW_FACTS, what="Umowa o pracę", on_request=False,
    learned_on=date(2026, 3, 2), requested_on=None, by=HELENA, on=date(2026, 3, 9),
)  # fmt: skip

ON_DECISION: dict[Action, Callable[[Decision], object]] = {
    A.REVISE_DRAFT: lambda d: d.revise(PERIODIC_TERMS, None, by=EWA, on=feb(13)),
    A.RETURN_DRAFT: lambda d: d.send_back("Popraw", by=HELENA, on=feb(13)),
    A.WITHDRAW_DRAFT: lambda d: d.withdraw("Pomyłka"),
    A.ISSUE_DECISION: lambda d: d.issue(number="SW/2026/0002", by=HELENA, on=feb(13)),
    A.DELIVER_DECISION: lambda d: d.deliver(Delivery.POST, on=feb(20)),
    A.MAKE_ENFORCEABLE: lambda d: d.make_enforceable("Zdrowie", by=HELENA, on=feb(20)),
    A.WAIVE_APPEAL: lambda d: d.waive_appeal(on=feb(20)),
    A.FILE_APPEAL: lambda d: d.file_appeal(d.id, on=feb(20)),
    A.FORWARD_APPEAL: lambda d: d.forward_appeal(on=feb(23)),
    A.RESOLVE_APPEAL: lambda d: d.resolve_appeal(
        AppealResult.SELF_CORRECTED if d.state is D.APPEALED else AppealResult.REMITTED, on=feb(24)
    ),
    A.CONFIRM_FINALITY: lambda d: d.confirm_finality(on=JUNE),
    A.FILE_LATE_APPEAL: lambda d: d.file_late_appeal(d.id, asked=True, on=JUNE),
    A.FORWARD_LATE_APPEAL: lambda d: d.forward_late_appeal(on=JUNE),
    A.ANSWER_LATE_APPEAL: lambda d: d.answer_late_appeal(LateAppealResult.LATE, on=JUNE),
    A.REOPEN_PROCEEDING: lambda d: d.reopen(DEFECT),
    A.START_REALISATION: lambda d: d.carry_out(on=JUNE),
}
DECISION_LEADS_TO = {
    (D.DRAFTED, A.RETURN_DRAFT): D.RETURNED,
    (D.DRAFTED, A.WITHDRAW_DRAFT): D.WITHDRAWN,
    (D.DRAFTED, A.ISSUE_DECISION): D.ISSUED,
    (D.RETURNED, A.REVISE_DRAFT): D.DRAFTED,
    (D.RETURNED, A.WITHDRAW_DRAFT): D.WITHDRAWN,
    (D.ISSUED, A.DELIVER_DECISION): D.DELIVERED,
    (D.DELIVERED, A.WAIVE_APPEAL): D.FINAL,
    (D.DELIVERED, A.FILE_APPEAL): D.APPEALED,
    (D.DELIVERED, A.CONFIRM_FINALITY): D.FINAL,
    (D.DELIVERED, A.FILE_LATE_APPEAL): D.FINAL,
    (D.APPEALED, A.FORWARD_APPEAL): D.AT_SKO,
    (D.APPEALED, A.RESOLVE_APPEAL): D.OVERTURNED,
    (D.AT_SKO, A.RESOLVE_APPEAL): D.OVERTURNED,
    (D.FINAL, A.REOPEN_PROCEEDING): D.REOPENED,
    (D.FINAL, A.FILE_APPEAL): D.APPEALED,
}


RULED = {
    AppealResult.UPHELD: D.FINAL,
    AppealResult.INADMISSIBLE: D.FINAL,
    AppealResult.DISCONTINUED: D.FINAL,
    AppealResult.REVERSED: D.OVERTURNED,
    AppealResult.REMITTED: D.OVERTURNED,
}
"""An appeal that is withdrawn ends by an order of the board, and the decision stands (KPA 137)."""


@pytest.mark.parametrize("result", AppealResult)
def test_every_ruling_of_the_board_leads_where_c1_says(result: AppealResult) -> None:
    decision = a_decision(D.AT_SKO)
    if result in RULED:
        decision.resolve_appeal(result, on=feb(27))
        assert (decision.state, decision.appeal_result) == (RULED[result], result)
    else:
        with pytest.raises(OtherInstance):
            decision.resolve_appeal(result, on=feb(27))


@pytest.mark.parametrize(("state", "action"), list(product(DecisionState, ON_DECISION)))
def test_a_decision_lets_happen_what_the_table_permits(
    state: DecisionState, action: Action
) -> None:
    decision = a_decision(state)
    assert decision.state is state
    assert may(lambda: ON_DECISION[action](decision)) == (action in PERMITTED[state])


@pytest.mark.parametrize(("state", "action"), list(product(DecisionState, ON_DECISION)))
def test_a_decision_goes_where_c1_says(state: DecisionState, action: Action) -> None:
    decision = a_decision(state)
    may(lambda: ON_DECISION[action](decision))
    assert decision.state is DECISION_LEADS_TO.get((state, action), state)


# --- the benefit ------------------------------------------------------------


def a_benefit(state: EntitlementState) -> Entitlement:
    """Everything of it is paid, so that nothing but its state stands in the way."""
    entitlement = Entitlement.start(
        decision_id=uuid4(), case_id=uuid4(), person_id=MAN, benefit=Benefit.PERIODIC,
        terms=replace(PERIODIC_TERMS, amount=Decimal(200)), method=PaymentMethod.TRANSFER,
        on=feb(16),
    )  # fmt: skip
    for month in ("2026-02", "2026-03", "2026-04", "2026-05"):
        entitlement.execute_payment(month, on=JUNE)
    if state in {E.IN_REVIEW, E.SUSPENDED}:
        entitlement.open_review(ReviewTrigger.WASTE, None, on=date(2026, 3, 2))
    if state is E.SUSPENDED:
        entitlement.suspend(uuid4(), date(2026, 3, 1), on=date(2026, 3, 2))
    elif state is E.ENDED:
        entitlement.revoke(uuid4(), feb(1), on=feb(20))
    return entitlement


ON_BENEFIT: dict[Action, Callable[[Entitlement], object]] = {
    A.EXECUTE_PAYMENT: lambda e: e.execute_payment("2026-05", on=JUNE),
    A.CANCEL_PAYMENT: lambda e: e.cancel_payment(
        e.plan.payments[-1].payment_id, CancelReason.WRONG_PLAN, "", by=EWA, on=JUNE
    ),
    A.RECORD_DELIVERY: lambda e: e.record_delivery(1, None, "", on=JUNE, by=EWA, today=JUNE),
    A.CALCULATE_CONTINUATION: lambda e: e.calculate_continuation(JUNE, law=law_on(JUNE)),
    A.CALCULATE_INCOME_CHANGE: lambda e: e.calculate_income_change(
        Decimal(610),
        Income("2026-05", 1, (), Decimal(700), Decimal(700)),
        "2026-05",
        law=law_on(JUNE),
    ),
    A.OPEN_REVIEW: lambda e: e.open_review(ReviewTrigger.WASTE, None, on=JUNE),
    A.TAKE_UP_REVIEW: lambda e: e.take_up_review(by=EWA, on=JUNE),
    A.DRAFT_REVIEW_DECISION: lambda e: e.require_review(),
    A.END_BENEFIT: lambda e: e.end(on=JUNE),
}
OF_BENEFIT_BY_COMMAND = {
    A.CHECK_UTILISATION,
    A.REPORT_CHANGE,
    A.REPORT_CONTRIBUTIONS,
    A.DRAFT_UNDUE_DECISION,
}
"""What changes another aggregate; `test_benefit_walk` sends their commands in every state."""
BENEFIT_LEADS_TO = {
    (E.ACTIVE, A.OPEN_REVIEW): E.IN_REVIEW,
    (E.ACTIVE, A.END_BENEFIT): E.ENDED,
    (E.IN_REVIEW, A.END_BENEFIT): E.ENDED,
    (E.SUSPENDED, A.OPEN_REVIEW): E.IN_REVIEW,
    (E.SUSPENDED, A.END_BENEFIT): E.ENDED,
    (E.ENDED, A.OPEN_REVIEW): E.IN_REVIEW,
}


@pytest.mark.parametrize(("state", "action"), list(product(EntitlementState, ON_BENEFIT)))
def test_a_benefit_lets_happen_what_the_table_permits(
    state: EntitlementState, action: Action
) -> None:
    benefit = a_benefit(state)
    assert benefit.state is state
    assert may(lambda: ON_BENEFIT[action](benefit)) == (action in PERMITTED[state])


@pytest.mark.parametrize(("state", "action"), list(product(EntitlementState, ON_BENEFIT)))
def test_a_benefit_goes_where_c1_says(state: EntitlementState, action: Action) -> None:
    benefit = a_benefit(state)
    may(lambda: ON_BENEFIT[action](benefit))
    assert benefit.state is BENEFIT_LEADS_TO.get((state, action), state)
    assert (benefit.review is not None) == (benefit.state is E.IN_REVIEW)


DECIDED = {
    DecisionKind.CHANGE: E.ACTIVE,
    DecisionKind.LIMIT: E.ACTIVE,
    DecisionKind.CONTINUE: E.ACTIVE,
    DecisionKind.SUSPEND: E.SUSPENDED,
    DecisionKind.REVOKE: E.ENDED,
}
"""Where a review leads, wherever the benefit stood before; one that confirms changes nothing."""


@pytest.mark.parametrize(
    ("before", "kind"),
    list(product((E.ACTIVE, E.SUSPENDED), sorted({*DECIDED, DecisionKind.CONFIRM}))),
)
def test_a_review_leads_where_its_decision_says(
    before: EntitlementState, kind: DecisionKind
) -> None:
    benefit = a_benefit(before)
    benefit.open_review(ReviewTrigger.WASTE, None, on=JUNE)
    assert benefit.state is E.IN_REVIEW
    Decisions._take_effect(a_draft(kind), benefit, JUNE)
    assert benefit.state is DECIDED.get(kind, before)
    assert benefit.review is None


def test_every_action_is_walked() -> None:
    walked = [
        set(ON_CASE),
        BY_REQUIRE,
        set(ON_ASSESSMENT),
        set(ON_DECISION),
        set(ON_BENEFIT),
        OF_BENEFIT_BY_COMMAND,
    ]
    assert set(Action) == set().union(*walked)
    assert set(ACTION_PL) == set(Action)
    assert set(STATE_PL) == set(PERMITTED)
