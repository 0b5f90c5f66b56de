"""Where a case, a decision and a benefit can stand, and what may be done there (`domain.md` C1).

The states of C1 are spread over four: the case, its assessment up to the draft, the decision from
the draft until it is final, the benefit (entitlement) while it is paid or given.
"""

from __future__ import annotations

from enum import StrEnum

from services.benefits.refusals import NotNow


class CaseState(StrEnum):
    REGISTERED = "registered"
    IN_PROGRESS = "in-progress"
    DECISION = "decision"
    CLOSED = "closed"


class AssessmentState(StrEnum):
    ASSESSMENT = "assessment"
    AWAITING_SOCIAL_WORK = "awaiting-social-work"
    EVIDENCE_COMPLETE = "evidence-complete"


class DecisionState(StrEnum):
    DRAFTED = "drafted"
    WITHDRAWN = "withdrawn"
    ISSUED = "issued"
    DELIVERED = "delivered"
    APPEALED = "appealed"
    AT_SKO = "at-sko"
    FINAL = "final"
    OVERTURNED = "overturned"


class EntitlementState(StrEnum):
    ACTIVE = "active"
    IN_REVIEW = "in-review"
    SUSPENDED = "suspended"
    ENDED = "ended"


State = CaseState | AssessmentState | DecisionState | EntitlementState


class Action(StrEnum):
    """What somebody may do with a case, a decision or a benefit; also the name of the command."""

    ASSIGN_CASE = "assign_case"
    START_ASSESSMENT = "start_assessment"
    SCHEDULE_INTERVIEW = "schedule_interview"
    RECORD_INTERVIEW = "record_interview"
    ESTABLISH_INCOME = "establish_income"
    ANSWER_QUESTION = "answer_question"
    REQUEST_EVIDENCE = "request_evidence"
    RECORD_EVIDENCE = "record_evidence"
    REFER_TO_SOCIAL_WORKER = "refer_to_social_worker"
    COMPLETE_ASSESSMENT = "complete_assessment"
    CALCULATE_ENTITLEMENT = "calculate_entitlement"
    CALCULATE_FEE = "calculate_fee"
    DRAFT_DECISION = "draft_decision"
    CLOSE_CASE = "close_case"

    WITHDRAW_DRAFT = "withdraw_draft"
    ISSUE_DECISION = "issue_decision"
    DELIVER_DECISION = "deliver_decision"
    WAIVE_APPEAL = "waive_appeal"
    FILE_APPEAL = "file_appeal"
    FORWARD_APPEAL = "forward_appeal"
    RESOLVE_APPEAL = "resolve_appeal"
    CONFIRM_FINALITY = "confirm_finality"
    START_REALISATION = "start_realisation"

    EXECUTE_PAYMENT = "execute_payment"
    OPEN_REVIEW = "open_review"
    TAKE_UP_REVIEW = "take_up_review"
    CONFIRM_ENTITLEMENT = "confirm_entitlement"
    DRAFT_REVIEW_DECISION = "draft_review_decision"
    END_BENEFIT = "end_benefit"


A, C, Q, D, E = Action, CaseState, AssessmentState, DecisionState, EntitlementState

_INQUIRY = frozenset(
    {
        A.ASSIGN_CASE,
        A.SCHEDULE_INTERVIEW,
        A.RECORD_INTERVIEW,
        A.ESTABLISH_INCOME,
        A.ANSWER_QUESTION,
        A.REQUEST_EVIDENCE,
        A.RECORD_EVIDENCE,
        A.REFER_TO_SOCIAL_WORKER,
        A.CALCULATE_ENTITLEMENT,
        A.CALCULATE_FEE,
    }
)
ASSESSED = frozenset({A.ANSWER_QUESTION, A.REFER_TO_SOCIAL_WORKER, A.COMPLETE_ASSESSMENT})
"""Needs both the case and its assessment to permit it."""
_RUNNING = frozenset({A.EXECUTE_PAYMENT, A.END_BENEFIT})

PERMITTED: dict[State, frozenset[Action]] = {
    C.REGISTERED: frozenset({A.ASSIGN_CASE, A.START_ASSESSMENT}),
    # A draft needs more than the state: the guard names what is missing, urgency defers it.
    C.IN_PROGRESS: _INQUIRY | {A.COMPLETE_ASSESSMENT, A.DRAFT_DECISION},
    C.DECISION: _INQUIRY | {A.DRAFT_REVIEW_DECISION, A.CLOSE_CASE},
    C.CLOSED: frozenset(),
    Q.ASSESSMENT: ASSESSED,
    Q.AWAITING_SOCIAL_WORK: ASSESSED,
    Q.EVIDENCE_COMPLETE: frozenset({A.ANSWER_QUESTION, A.REFER_TO_SOCIAL_WORKER}),
    D.DRAFTED: frozenset({A.ISSUE_DECISION, A.WITHDRAW_DRAFT}),
    D.WITHDRAWN: frozenset(),
    D.ISSUED: frozenset({A.DELIVER_DECISION}),
    D.DELIVERED: frozenset(
        {A.WAIVE_APPEAL, A.FILE_APPEAL, A.CONFIRM_FINALITY, A.START_REALISATION}
    ),
    D.APPEALED: frozenset({A.FORWARD_APPEAL, A.RESOLVE_APPEAL, A.START_REALISATION}),
    D.AT_SKO: frozenset({A.RESOLVE_APPEAL, A.START_REALISATION}),
    D.FINAL: frozenset({A.START_REALISATION}),
    D.OVERTURNED: frozenset(),
    E.ACTIVE: _RUNNING | {A.OPEN_REVIEW},
    # A review cuts nothing: payments go on until a decision stops them.
    E.IN_REVIEW: _RUNNING | {A.TAKE_UP_REVIEW, A.CONFIRM_ENTITLEMENT, A.DRAFT_REVIEW_DECISION},
    E.SUSPENDED: _RUNNING | {A.OPEN_REVIEW},
    # What was due before the end is still paid.
    E.ENDED: frozenset({A.EXECUTE_PAYMENT}),
}
"""Used by the guards, by the links of the API and by the buttons of the pages."""

STATE_PL: dict[State, str] = {
    C.REGISTERED: "zarejestrowana",
    C.IN_PROGRESS: "w toku",
    C.DECISION: "etap decyzji",
    C.CLOSED: "zamknięta",
    Q.ASSESSMENT: "ocena",
    Q.AWAITING_SOCIAL_WORK: "czeka na pracownika socjalnego",
    Q.EVIDENCE_COMPLETE: "materiał zebrany",
    D.DRAFTED: "projekt",
    D.WITHDRAWN: "projekt wycofany",
    D.ISSUED: "wydana",
    D.DELIVERED: "doręczona",
    D.APPEALED: "odwołanie złożone",
    D.AT_SKO: "w SKO",
    D.FINAL: "ostateczna",
    D.OVERTURNED: "uchylona w odwołaniu",
    E.ACTIVE: "w realizacji",
    E.IN_REVIEW: "w przeglądzie",
    E.SUSPENDED: "wstrzymane",
    E.ENDED: "zakończone",
}

ACTION_PL: dict[Action, str] = {
    A.ASSIGN_CASE: "Przydziel sprawę",
    A.START_ASSESSMENT: "Rozpocznij ocenę",
    A.SCHEDULE_INTERVIEW: "Umów wywiad",
    A.RECORD_INTERVIEW: "Zapisz wywiad",
    A.ESTABLISH_INCOME: "Ustal dochód",
    A.ANSWER_QUESTION: "Odpowiedz na pytanie oceny",
    A.REQUEST_EVIDENCE: "Poproś o dowód",
    A.RECORD_EVIDENCE: "Zapisz dowód",
    A.REFER_TO_SOCIAL_WORKER: "Skieruj do pracownika socjalnego",
    A.COMPLETE_ASSESSMENT: "Zakończ ocenę",
    A.CALCULATE_ENTITLEMENT: "Wylicz świadczenie",
    A.CALCULATE_FEE: "Wylicz odpłatność",
    A.DRAFT_DECISION: "Przygotuj projekt decyzji",
    A.CLOSE_CASE: "Zamknij sprawę",
    A.WITHDRAW_DRAFT: "Wycofaj projekt",
    A.ISSUE_DECISION: "Wydaj decyzję",
    A.DELIVER_DECISION: "Zapisz doręczenie",
    A.WAIVE_APPEAL: "Zapisz zrzeczenie się odwołania",
    A.FILE_APPEAL: "Zapisz odwołanie",
    A.FORWARD_APPEAL: "Przekaż odwołanie do SKO",
    A.RESOLVE_APPEAL: "Zapisz wynik odwołania",
    A.CONFIRM_FINALITY: "Stwierdź ostateczność",
    A.START_REALISATION: "Rozpocznij realizację",
    A.EXECUTE_PAYMENT: "Wypłać",
    A.OPEN_REVIEW: "Otwórz przegląd",
    A.TAKE_UP_REVIEW: "Podejmij przegląd",
    A.CONFIRM_ENTITLEMENT: "Zakończ przegląd bez zmian",
    A.DRAFT_REVIEW_DECISION: "Przygotuj decyzję zmieniającą",
    A.END_BENEFIT: "Zakończ świadczenie",
}

ACTION_EN: dict[Action, str] = {
    action: action.value.replace("_", " ").capitalize() for action in Action
}
STATE_EN: dict[State, str] = {state: state.value.replace("-", " ") for state in PERMITTED}


def permitted_on_case(case: CaseState, assessment: AssessmentState) -> frozenset[Action]:
    """What may be done with a case whose assessment stands there."""
    return PERMITTED[case] - (ASSESSED - PERMITTED[assessment])


def require(action: Action, state: State) -> None:
    """Raises NotNow unless the table permits it."""
    if action not in PERMITTED[state]:
        raise NotNow(ACTION_PL[action], STATE_PL[state])
