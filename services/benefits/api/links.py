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
    PERMITTED,
    Action,
    AssessmentState,
    CaseState,
    DecisionState,
    EntitlementState,
    permitted_on_case,
)

A = Action

OF_CASE = {
    A.ASSIGN_CASE: "worker",
    A.START_ASSESSMENT: "assessment",
    A.SCHEDULE_INTERVIEW: "interviews/plan",
    A.RECORD_INTERVIEW: "interviews",
    A.ESTABLISH_INCOME: "income",
    A.ANSWER_QUESTION: "answers",
    A.REQUEST_EVIDENCE: "evidence-requests",
    A.RECORD_EVIDENCE: "evidence",
    A.REFER_TO_SOCIAL_WORKER: "referrals",
    A.COMPLETE_ASSESSMENT: "assessment/completion",
    A.CALCULATE_ENTITLEMENT: "entitlement",
    A.CALCULATE_FEE: "fee",
    A.DRAFT_DECISION: "decisions",
    A.CLOSE_CASE: "closure",
}
OF_DECISION = {
    A.WITHDRAW_DRAFT: "withdrawal",
    A.ISSUE_DECISION: "issue",
    A.DELIVER_DECISION: "delivery",
    A.WAIVE_APPEAL: "waiver",
    A.FILE_APPEAL: "appeal",
    A.FORWARD_APPEAL: "appeal/forwarding",
    A.RESOLVE_APPEAL: "appeal/result",
    A.CONFIRM_FINALITY: "finality",
    A.START_REALISATION: "realisation",
}
OF_ENTITLEMENT = {
    A.EXECUTE_PAYMENT: "payments",
    A.OPEN_REVIEW: "review",
    A.TAKE_UP_REVIEW: "review/start",
    A.CONFIRM_ENTITLEMENT: "review/confirmation",
    A.DRAFT_REVIEW_DECISION: "decisions",
    A.END_BENEFIT: "end",
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


def case_links(
    case_id: UUID, case: CaseState, assessment: AssessmentState, role: str
) -> list[ActionLink]:
    return _links(f"/api/cases/{case_id}", OF_CASE, permitted_on_case(case, assessment), role)


def decision_links(
    decision_id: UUID, state: DecisionState, *, to_realise: bool, role: str
) -> list[ActionLink]:
    """Realisation is offered only where a grant waits for it."""
    actions = PERMITTED[state] - (frozenset() if to_realise else {A.START_REALISATION})
    return _links(f"/api/decisions/{decision_id}", OF_DECISION, actions, role)


def entitlement_links(
    entitlement_id: UUID, state: EntitlementState, *, payable: bool, role: str
) -> list[ActionLink]:
    """A payment is offered only where one is planned."""
    actions = PERMITTED[state] - (frozenset() if payable else {A.EXECUTE_PAYMENT})
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
