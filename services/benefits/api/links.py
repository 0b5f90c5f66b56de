"""Which actions a case, a decision or a benefit offers to a role now, and where each is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from chassis.context import roles_of
from services.benefits.commands import Commands
from services.benefits.lifecycle import (
    ACTION_EN,
    ACTION_PL,
    LATE_APPEAL,
    OF_HOMES,
    PERMITTED,
    Action,
    AssessmentState,
    CaseState,
    DecisionState,
    EntitlementState,
    permitted_on_case,
)
from services.benefits.values import DELIVERED, MONTHLY_MONEY, UNDER_CONTRACT, Benefit

A = Action

OF_CASE = {
    A.ASSIGN_CASE: "worker",
    A.CALL_DEFECTS: "defects",
    A.COMPLETE_APPLICATION: "defects/completion",
    A.LEAVE_UNEXAMINED: "defects/expiry",
    A.TRANSFER_CASE: "transfer",
    A.WITHDRAW_APPLICATION: "application/withdrawal",
    A.START_ASSESSMENT: "assessment",
    A.SCHEDULE_INTERVIEW: "interviews/plan",
    A.ALLOW_INTERVIEW_ELSEWHERE: "interviews/consent",
    A.RECORD_INTERVIEW: "interviews",
    A.RECORD_INTERVIEW_REFUSAL: "interviews/refusal",
    A.ESTABLISH_INCOME: "income",
    A.ANSWER_QUESTION: "answers",
    A.REQUEST_EVIDENCE: "evidence-requests",
    A.RECORD_EVIDENCE: "evidence",
    A.REFER_TO_SOCIAL_WORKER: "referrals",
    A.HAND_OVER_REFERRAL: "referrals/hand-over",
    A.AGREE_COOPERATION: "cooperation/agreement",
    A.ASSESS_COOPERATION: "cooperation",
    A.COMPLETE_ASSESSMENT: "assessment/completion",
    A.HEAR_PARTY: "hearing",
    A.CALCULATE_ENTITLEMENT: "entitlement",
    A.CALCULATE_RIGHT: "right",
    A.CALCULATE_FEE: "fee",
    A.RECORD_HOME_CONSENT: "home-consent",
    A.WRITE_RESIDENT_SHEET: "resident-sheet",
    A.DRAFT_DECISION: "decisions",
    A.DRAFT_FURTHER_DECISION: "further-decisions",
    A.CLOSE_CASE: "closure",
    A.REOPEN_AFTER_MONITORING: "return",
}
OF_DECISION = {
    A.REVISE_DRAFT: "revision",
    A.RETURN_DRAFT: "return",
    A.WITHDRAW_DRAFT: "withdrawal",
    A.ISSUE_DECISION: "issue",
    A.DELIVER_DECISION: "delivery",
    A.MAKE_ENFORCEABLE: "enforceability",
    A.WAIVE_APPEAL: "waiver",
    A.FILE_APPEAL: "appeal",
    A.FORWARD_APPEAL: "appeal/forwarding",
    A.RESOLVE_APPEAL: "appeal/result",
    A.CONFIRM_FINALITY: "finality",
    A.FILE_LATE_APPEAL: "late-appeal",
    A.FORWARD_LATE_APPEAL: "late-appeal/forwarding",
    A.ANSWER_LATE_APPEAL: "late-appeal/answer",
    A.REOPEN_PROCEEDING: "reopening",
    A.START_REALISATION: "realisation",
}
OF_ENTITLEMENT = {
    A.EXECUTE_PAYMENT: "payments",
    A.CANCEL_PAYMENT: "payments/cancellation",
    A.RECORD_DELIVERY: "deliveries",
    A.CALCULATE_CONTINUATION: "continuation",
    A.CALCULATE_INCOME_CHANGE: "income-change",
    A.OPEN_REVIEW: "review",
    A.TAKE_UP_REVIEW: "review/start",
    A.DRAFT_REVIEW_DECISION: "decisions",
    A.END_BENEFIT: "end",
    A.CHECK_UTILISATION: "utilisation-checks",
    A.REPORT_CHANGE: "changes",
    A.REPORT_CONTRIBUTIONS: "contributions",
    A.DRAFT_UNDUE_DECISION: "undue-decisions",
}


@dataclass(frozen=True)
class ActionLink:
    """Something that the signed-in worker may do now, by POST to `href`."""

    action: str
    title_pl: str
    title_en: str
    href: str


def allowed(action: Action, role: str) -> bool:
    """Whether this role may issue the command of the action at all."""
    return role in roles_of(getattr(Commands, action.value))


BY_OWN_JUDGEMENT = frozenset({A.AGREE_COOPERATION, A.ASSESS_COOPERATION})


def case_links(
    case_id: UUID,
    case: CaseState,
    assessment: AssessmentState,
    role: str,
    *,
    own_judgement: bool = False,
    referral_waits: bool = False,
    benefit: Benefit | None = None,
) -> list[ActionLink]:
    """Cooperation is judged here only where the benefits worker judges it (`own_judgement`).

    That a referral was handed over, where one waits for it (`referral_waits`). Consent and sheet
    of a resident are offered where the `benefit` is a home.
    """
    actions = permitted_on_case(case, assessment)
    if not own_judgement:
        actions -= BY_OWN_JUDGEMENT
    if not referral_waits:
        actions -= {A.HAND_OVER_REFERRAL}
    if benefit is not Benefit.RESIDENTIAL_HOME:
        actions -= OF_HOMES
    if benefit not in DELIVERED:
        actions -= {A.CALCULATE_RIGHT}
    return _links(f"/api/cases/{case_id}", OF_CASE, actions, role)


def decision_links(
    decision_id: UUID, state: DecisionState, *, to_realise: bool, late: Action | None, role: str
) -> list[ActionLink]:
    """Realisation is offered only where a grant waits for it; `late` is the next step of an appeal
    after the term, None where the decision is final otherwise."""
    actions = PERMITTED[state] - (frozenset() if to_realise else {A.START_REALISATION})
    actions -= LATE_APPEAL - {late}
    return _links(f"/api/decisions/{decision_id}", OF_DECISION, actions, role)


def entitlement_links(
    entitlement_id: UUID,
    state: EntitlementState,
    *,
    payable: bool,
    role: str,
    benefit: Benefit | None = None,
) -> list[ActionLink]:
    """A payment is offered, or cancelled, only where one is planned; a delivery where no money is
    given."""
    actions = PERMITTED[state]
    if not payable:
        actions -= {A.EXECUTE_PAYMENT, A.CANCEL_PAYMENT}
    if benefit not in DELIVERED:
        actions -= {A.RECORD_DELIVERY}
    if benefit not in UNDER_CONTRACT:
        actions -= {A.CALCULATE_CONTINUATION}
    if benefit not in MONTHLY_MONEY:
        actions -= {A.CALCULATE_INCOME_CHANGE}
    return _links(f"/api/entitlements/{entitlement_id}", OF_ENTITLEMENT, actions, role)


def _links(
    base: str, paths: dict[Action, str], permitted: Iterable[Action], role: str
) -> list[ActionLink]:
    now = set(permitted)
    return [
        ActionLink(action.value, ACTION_PL[action], ACTION_EN[action], f"{base}/{path}")
        for action, path in paths.items()
        if action in now and allowed(action, role)
    ]
