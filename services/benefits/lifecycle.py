"""Where a case, a decision and a benefit can stand, and what may be done there (`domain.md` C1).

The states of C1 are spread over four: the case, its assessment up to the draft, the decision from
the draft until it is final, the benefit (entitlement) while it is paid or given.
"""

from __future__ import annotations

from enum import StrEnum

from services.benefits.refusals.general import NotNow


class CaseState(StrEnum):
    REGISTERED = "registered"
    DEFECTS_CALLED = "defects-called"
    IN_PROGRESS = "in-progress"
    DECISION = "decision"
    CLOSED = "closed"
    LEFT_UNEXAMINED = "left-unexamined"
    TRANSFERRED = "transferred"


OVER = frozenset({CaseState.CLOSED, CaseState.LEFT_UNEXAMINED, CaseState.TRANSFERRED})
"""Nothing is awaited here, and nobody takes part any more."""


class AssessmentState(StrEnum):
    ASSESSMENT = "assessment"
    AWAITING_SOCIAL_WORK = "awaiting-social-work"
    EVIDENCE_COMPLETE = "evidence-complete"


class DecisionState(StrEnum):
    DRAFTED = "drafted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    ISSUED = "issued"
    DELIVERED = "delivered"
    APPEALED = "appealed"
    AT_SKO = "at-sko"
    FINAL = "final"
    REOPENED = "reopened"
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
    CALL_DEFECTS = "call_defects"
    COMPLETE_APPLICATION = "complete_application"
    LEAVE_UNEXAMINED = "leave_unexamined"
    TRANSFER_CASE = "transfer_case"
    WITHDRAW_APPLICATION = "withdraw_application"
    START_ASSESSMENT = "start_assessment"
    SCHEDULE_INTERVIEW = "schedule_interview"
    ALLOW_INTERVIEW_ELSEWHERE = "allow_interview_elsewhere"
    RECORD_INTERVIEW = "record_interview"
    RECORD_INTERVIEW_REFUSAL = "record_interview_refusal"
    ESTABLISH_INCOME = "establish_income"
    ANSWER_QUESTION = "answer_question"
    REQUEST_EVIDENCE = "request_evidence"
    RECORD_EVIDENCE = "record_evidence"
    REFER_TO_SOCIAL_WORKER = "refer_to_social_worker"
    HAND_OVER_REFERRAL = "hand_over_referral"
    AGREE_COOPERATION = "agree_cooperation"
    ASSESS_COOPERATION = "assess_cooperation"
    COMPLETE_ASSESSMENT = "complete_assessment"
    HEAR_PARTY = "hear_party"
    CALCULATE_ENTITLEMENT = "calculate_entitlement"
    CALCULATE_RIGHT = "calculate_right"
    CALCULATE_FEE = "calculate_fee"
    RECORD_HOME_CONSENT = "record_home_consent"
    WRITE_RESIDENT_SHEET = "write_resident_sheet"
    DRAFT_DECISION = "draft_decision"
    DRAFT_FURTHER_DECISION = "draft_further_decision"
    CLOSE_CASE = "close_case"
    REOPEN_AFTER_MONITORING = "reopen_after_monitoring"

    REVISE_DRAFT = "revise_draft"
    RETURN_DRAFT = "return_draft"
    WITHDRAW_DRAFT = "withdraw_draft"
    ISSUE_DECISION = "issue_decision"
    DELIVER_DECISION = "deliver_decision"
    MAKE_ENFORCEABLE = "make_enforceable"
    WAIVE_APPEAL = "waive_appeal"
    FILE_APPEAL = "file_appeal"
    FORWARD_APPEAL = "forward_appeal"
    RESOLVE_APPEAL = "resolve_appeal"
    CONFIRM_FINALITY = "confirm_finality"
    FILE_LATE_APPEAL = "file_late_appeal"
    FORWARD_LATE_APPEAL = "forward_late_appeal"
    ANSWER_LATE_APPEAL = "answer_late_appeal"
    REOPEN_PROCEEDING = "reopen_proceeding"
    START_REALISATION = "start_realisation"

    EXECUTE_PAYMENT = "execute_payment"
    CANCEL_PAYMENT = "cancel_payment"
    RECORD_DELIVERY = "record_delivery"
    CALCULATE_CONTINUATION = "calculate_continuation"
    CALCULATE_INCOME_CHANGE = "calculate_income_change"
    OPEN_REVIEW = "open_review"
    TAKE_UP_REVIEW = "take_up_review"
    DRAFT_REVIEW_DECISION = "draft_review_decision"
    END_BENEFIT = "end_benefit"
    CHECK_UTILISATION = "check_utilisation"
    REPORT_CHANGE = "report_change"
    REPORT_CONTRIBUTIONS = "report_contributions"
    DRAFT_UNDUE_DECISION = "draft_undue_decision"


A, C, Q, D, E = Action, CaseState, AssessmentState, DecisionState, EntitlementState

_INQUIRY = frozenset(
    {
        A.ASSIGN_CASE,
        A.SCHEDULE_INTERVIEW,
        A.ALLOW_INTERVIEW_ELSEWHERE,
        A.RECORD_INTERVIEW,
        A.RECORD_INTERVIEW_REFUSAL,
        A.ESTABLISH_INCOME,
        A.ANSWER_QUESTION,
        A.REQUEST_EVIDENCE,
        A.RECORD_EVIDENCE,
        A.REFER_TO_SOCIAL_WORKER,
        A.HAND_OVER_REFERRAL,
        A.AGREE_COOPERATION,
        A.ASSESS_COOPERATION,
        A.HEAR_PARTY,
        A.CALCULATE_ENTITLEMENT,
        A.CALCULATE_RIGHT,
        A.CALCULATE_FEE,
        A.RECORD_HOME_CONSENT,
        A.WRITE_RESIDENT_SHEET,
    }
)
OF_HOMES = frozenset({A.RECORD_HOME_CONSENT, A.WRITE_RESIDENT_SHEET})
"""Only in a case about a residential home."""
ASSESSED = frozenset(
    {
        A.ANSWER_QUESTION,
        A.REFER_TO_SOCIAL_WORKER,
        A.HAND_OVER_REFERRAL,
        A.AGREE_COOPERATION,
        A.ASSESS_COOPERATION,
        A.COMPLETE_ASSESSMENT,
    }
)
"""Needs both the case and its assessment to permit it."""
_BEGINNING = frozenset({A.ASSIGN_CASE, A.TRANSFER_CASE, A.WITHDRAW_APPLICATION})
_DRAFT = frozenset({A.REVISE_DRAFT, A.WITHDRAW_DRAFT})
LATE_APPEAL = frozenset({A.FILE_LATE_APPEAL, A.FORWARD_LATE_APPEAL, A.ANSWER_LATE_APPEAL})
"""One of them at a time: filed, sent on, answered."""
_ON_BENEFIT = frozenset({A.DRAFT_REVIEW_DECISION, A.DRAFT_UNDUE_DECISION})
_AFTERWARDS = frozenset(
    {A.EXECUTE_PAYMENT, A.CANCEL_PAYMENT, A.REPORT_CONTRIBUTIONS, A.DRAFT_UNDUE_DECISION}
)
_RUNNING = _AFTERWARDS | {A.END_BENEFIT, A.CHECK_UTILISATION, A.REPORT_CHANGE}

PERMITTED: dict[State, frozenset[Action]] = {
    C.REGISTERED: _BEGINNING | {A.CALL_DEFECTS, A.START_ASSESSMENT},
    C.DEFECTS_CALLED: _BEGINNING | {A.COMPLETE_APPLICATION, A.LEAVE_UNEXAMINED},
    # A draft needs more than the state: the guard names what is missing, urgency defers it.
    C.IN_PROGRESS: _INQUIRY | _BEGINNING | {A.COMPLETE_ASSESSMENT, A.DRAFT_DECISION},
    C.DECISION: _INQUIRY | _ON_BENEFIT | {A.DRAFT_FURTHER_DECISION, A.CLOSE_CASE},
    C.CLOSED: frozenset({A.REOPEN_AFTER_MONITORING}),
    C.LEFT_UNEXAMINED: frozenset(),
    C.TRANSFERRED: frozenset(),
    Q.ASSESSMENT: ASSESSED,
    Q.AWAITING_SOCIAL_WORK: ASSESSED,
    Q.EVIDENCE_COMPLETE: ASSESSED - {A.COMPLETE_ASSESSMENT},
    D.DRAFTED: _DRAFT | {A.RETURN_DRAFT, A.ISSUE_DECISION},
    D.RETURNED: _DRAFT,
    D.WITHDRAWN: frozenset(),
    D.ISSUED: frozenset({A.DELIVER_DECISION}),
    D.DELIVERED: frozenset(
        {
            A.WAIVE_APPEAL,
            A.FILE_APPEAL,
            A.FILE_LATE_APPEAL,
            A.CONFIRM_FINALITY,
            A.MAKE_ENFORCEABLE,
            A.START_REALISATION,
        }
    ),
    D.APPEALED: frozenset(
        {A.FORWARD_APPEAL, A.RESOLVE_APPEAL, A.MAKE_ENFORCEABLE, A.START_REALISATION}
    ),
    D.AT_SKO: frozenset({A.RESOLVE_APPEAL, A.START_REALISATION}),
    # An appeal posted in time may arrive after the office found the decision final (KPA 57 § 5);
    # a late one leaves it final while the board looks at it (KPA 58, 134).
    D.FINAL: LATE_APPEAL | {A.REOPEN_PROCEEDING, A.START_REALISATION, A.FILE_APPEAL},
    # While it is examined anew it still holds (KPA 152).
    D.REOPENED: frozenset({A.START_REALISATION}),
    D.OVERTURNED: frozenset(),
    E.ACTIVE: _RUNNING | {A.OPEN_REVIEW, A.RECORD_DELIVERY},
    # A review cuts nothing: payments go on until a decision stops them.
    E.IN_REVIEW: _RUNNING
    | {A.TAKE_UP_REVIEW, A.DRAFT_REVIEW_DECISION, A.RECORD_DELIVERY, A.CALCULATE_CONTINUATION}
    | {A.CALCULATE_INCOME_CHANGE},
    E.SUSPENDED: _RUNNING | {A.OPEN_REVIEW},
    # What was due before the end is still paid, and what becomes known later is looked at.
    E.ENDED: _AFTERWARDS | {A.OPEN_REVIEW},
}
"""Used by the guards, by the links of the API and by the buttons of the pages."""

STATE_PL: dict[State, str] = {
    C.REGISTERED: "zarejestrowana",
    C.DEFECTS_CALLED: "wezwano do uzupełnienia",
    C.IN_PROGRESS: "w toku",
    C.DECISION: "etap decyzji",
    C.CLOSED: "zamknięta",
    C.LEFT_UNEXAMINED: "pozostawiona bez rozpoznania",
    C.TRANSFERRED: "przekazana właściwemu organowi",
    Q.ASSESSMENT: "ocena",
    Q.AWAITING_SOCIAL_WORK: "czeka na pracownika socjalnego",
    Q.EVIDENCE_COMPLETE: "materiał zebrany",
    D.DRAFTED: "projekt",
    D.RETURNED: "projekt zwrócony do poprawy",
    D.WITHDRAWN: "projekt wycofany",
    D.ISSUED: "wydana",
    D.DELIVERED: "doręczona",
    D.APPEALED: "odwołanie złożone",
    D.AT_SKO: "w SKO",
    D.FINAL: "ostateczna",
    D.REOPENED: "postępowanie wznowione",
    D.OVERTURNED: "uchylona",
    E.ACTIVE: "w realizacji",
    E.IN_REVIEW: "w przeglądzie",
    E.SUSPENDED: "wstrzymane",
    E.ENDED: "zakończone",
}

ACTION_PL: dict[Action, str] = {
    A.ASSIGN_CASE: "Przydziel sprawę",
    A.CALL_DEFECTS: "Wezwij do uzupełnienia wniosku",
    A.COMPLETE_APPLICATION: "Zapisz uzupełnienie wniosku",
    A.LEAVE_UNEXAMINED: "Pozostaw wniosek bez rozpoznania",
    A.TRANSFER_CASE: "Przekaż właściwemu organowi",
    A.WITHDRAW_APPLICATION: "Zapisz wycofanie wniosku",
    A.START_ASSESSMENT: "Rozpocznij ocenę",
    A.SCHEDULE_INTERVIEW: "Umów wywiad",
    A.ALLOW_INTERVIEW_ELSEWHERE: "Wyraź zgodę na wywiad w innym miejscu lub czasie",
    A.RECORD_INTERVIEW: "Zapisz wywiad",
    A.RECORD_INTERVIEW_REFUSAL: "Zapisz odmowę wywiadu",
    A.ESTABLISH_INCOME: "Ustal dochód",
    A.ANSWER_QUESTION: "Odpowiedz na pytanie oceny",
    A.REQUEST_EVIDENCE: "Poproś o dowód",
    A.RECORD_EVIDENCE: "Zapisz dowód",
    A.REFER_TO_SOCIAL_WORKER: "Skieruj do pracownika socjalnego",
    A.HAND_OVER_REFERRAL: "Potwierdź wręczenie skierowania",
    A.AGREE_COOPERATION: "Uzgodnij zakres współpracy",
    A.ASSESS_COOPERATION: "Oceń współdziałanie",
    A.COMPLETE_ASSESSMENT: "Zakończ ocenę",
    A.HEAR_PARTY: "Zawiadom o możliwości wypowiedzenia się",
    A.CALCULATE_ENTITLEMENT: "Wylicz świadczenie",
    A.CALCULATE_RIGHT: "Sprawdź prawo do pomocy w naturze",
    A.CALCULATE_FEE: "Wylicz odpłatność",
    A.RECORD_HOME_CONSENT: "Zapisz zgodę na pobyt w domu",
    A.WRITE_RESIDENT_SHEET: "Wypełnij kartę mieszkańca",
    A.DRAFT_DECISION: "Przygotuj projekt decyzji",
    A.DRAFT_FURTHER_DECISION: "Przygotuj kolejną decyzję w sprawie",
    A.CLOSE_CASE: "Zamknij sprawę",
    A.REOPEN_AFTER_MONITORING: "Wróć do sprawy po monitorowaniu",
    A.REVISE_DRAFT: "Popraw projekt",
    A.RETURN_DRAFT: "Zwróć projekt do poprawy",
    A.WITHDRAW_DRAFT: "Wycofaj projekt",
    A.ISSUE_DECISION: "Wydaj decyzję",
    A.DELIVER_DECISION: "Zapisz doręczenie",
    A.MAKE_ENFORCEABLE: "Nadaj rygor natychmiastowej wykonalności",
    A.WAIVE_APPEAL: "Zapisz zrzeczenie się odwołania",
    A.FILE_APPEAL: "Zapisz odwołanie",
    A.FORWARD_APPEAL: "Przekaż odwołanie do SKO",
    A.RESOLVE_APPEAL: "Zapisz wynik odwołania",
    A.CONFIRM_FINALITY: "Stwierdź ostateczność",
    A.FILE_LATE_APPEAL: "Zapisz spóźnione odwołanie",
    A.FORWARD_LATE_APPEAL: "Przekaż spóźnione odwołanie do SKO",
    A.ANSWER_LATE_APPEAL: "Zapisz odpowiedź SKO na spóźnione odwołanie",
    A.REOPEN_PROCEEDING: "Wznów postępowanie (KPA 145)",
    A.START_REALISATION: "Rozpocznij realizację",
    A.EXECUTE_PAYMENT: "Wypłać",
    A.CANCEL_PAYMENT: "Wycofaj wypłatę",
    A.RECORD_DELIVERY: "Zapisz wydanie",
    A.CALCULATE_CONTINUATION: "Ustal dalszą wypłatę po podjęciu pracy (art. 39a)",
    A.CALCULATE_INCOME_CHANGE: "Policz zmianę dochodu (próg 10%)",
    A.OPEN_REVIEW: "Otwórz przegląd",
    A.TAKE_UP_REVIEW: "Podejmij przegląd",
    A.DRAFT_REVIEW_DECISION: "Przygotuj decyzję zmieniającą",
    A.END_BENEFIT: "Zakończ świadczenie",
    A.CHECK_UTILISATION: "Zapisz kontrolę wykorzystania",
    A.REPORT_CHANGE: "Zapisz zmianę sytuacji",
    A.REPORT_CONTRIBUTIONS: "Zapisz zgłoszenie składek",
    A.DRAFT_UNDUE_DECISION: "Przygotuj decyzję o świadczeniu nienależnie pobranym",
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
