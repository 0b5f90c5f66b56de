"""A case as it is read, by programs and on the page: the stored views put together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.database import Reading
from services.benefits import queries
from services.benefits.api.asked import NeedOut, QuestionOut, needs, questions
from services.benefits.api.entitlement_views import EntitlementOut, entitlement_out
from services.benefits.api.links import ActionLink, case_links, decision_links
from services.benefits.api.term_views import TermOut, term_out
from services.benefits.calculation import Entitled
from services.benefits.interviews import HeadConsent, Interview
from services.benefits.late_appeal import LateAppeal
from services.benefits.letter import Letter
from services.benefits.lifecycle import (
    Action,
    AssessmentState,
    CaseState,
    DecisionState,
)
from services.benefits.queries import realisation
from services.benefits.queries.names import full_name
from services.benefits.queries.terms import timekeeping_of
from services.benefits.reopening import Reopening
from services.benefits.resident import HomeConsent, ResidentSheet
from services.benefits.values import (
    Answer,
    AppealResult,
    AppliedBy,
    Benefit,
    CooperationAssessor,
    CooperationOutcome,
    DecisionKind,
    DefectsCall,
    FinalityBasis,
    Income,
    Initiative,
    Question,
    Referral,
    Terms,
)


class DeadlineOut(BaseModel):
    kind: str = Field(examples=["INTERVIEW"])
    due_on: date
    decision: str | None = Field(default=None, description="the number of the decision it is of")


class StepOut(BaseModel):
    """A line of a calculation: the provision, what was done, what came out."""

    basis: str = Field(examples=["ups art. 38 ust. 2"])
    pl: str = Field(examples=["Różnica kryterium i dochodu"])
    en: str = Field(examples=["Criterion less income"])
    amount: Decimal = Field(examples=["400.00"])
    worked: str = Field(default="", examples=["1010.00 − 610.00"])
    unit: str = Field(default="PLN", examples=["PLN", "%", "ha", "month"])
    parameters: str = Field(default="", description="kind of the set that the numbers are from")
    valid_from: date | None = Field(default=None, description="first day of that set")


class RangeOut(BaseModel):
    """Between which amounts a month the office may decide."""

    formula_version: str = Field(examples=["periodic-1"])
    params_date: date
    minimum: Decimal = Field(examples=["200.00"])
    maximum: Decimal = Field(examples=["400.00"])
    steps: list[StepOut]


class FeeOut(BaseModel):
    """What an hour of home care costs the client."""

    scale_id: str
    criterion_percent: Decimal = Field(examples=["138.61"])
    share: Decimal = Field(examples=["10"])
    cost_per_hour: Decimal = Field(examples=["35.00"])
    fee_per_hour: Decimal = Field(examples=["3.50"])
    steps: list[StepOut]


class EvidenceOut(BaseModel):
    id: UUID
    source: str
    kind: str
    asked_on: date | None
    answer_by: date | None
    received_on: date | None
    content: str
    initiative: Initiative | None = Field(default=None, description="at whose wish (SEP-5)")


class DecisionOut(BaseModel):
    id: UUID
    kind: DecisionKind
    state: DecisionState
    number: str
    terms: Terms
    entitlement_id: UUID | None
    previous_decision_id: UUID | None
    drafted_by: str
    drafted_on: date
    issued_on: date | None
    delivered_on: date | None
    appeal_until: date | None
    appealed_on: date | None
    forward_by: date | None
    ruling_by: date | None = None
    appeal_result: AppealResult | None = None
    final_on: date | None
    final_basis: FinalityBasis | None = None
    late_appeal: LateAppeal | None = None
    carried_out: bool
    to_realise: bool
    enforceable: bool = Field(default=False, description="immediately, by KPA 108")
    letter: Letter | None = Field(default=None, description="ruling, reasons, instruction")
    remarks: str = Field(default="", description="of the signer who returned the draft")
    authors: list[str] = []
    draft: int = Field(default=1, description="which version of the draft this is")
    signed_by: str = ""
    reopening: Reopening | None = None
    actions: list[ActionLink] = []


class CaseSummary(BaseModel):
    """A line of the case list. `state` is the assessment's while the case is in progress."""

    case_id: UUID
    person_id: UUID
    name: str
    benefit: Benefit
    state: str = Field(examples=["assessment"])
    urgent: bool
    worker: str | None
    filed_on: date
    due_on: date | None


class CaseOut(CaseSummary):
    """Everything about a case that the benefits team may see; reasons in words stay here."""

    application_id: UUID
    joint_visit: bool
    interview_due: date
    decision_due: date
    scheduled: date | None = Field(default=None, description="the day of the next interview")
    interviews: list[Interview]
    deferred: list[str]
    follow_up_by: date | None
    closed_on: date | None
    answers: dict[Question, Answer]
    referrals: list[Referral]
    has_unused: bool | None
    terms_on: date | None
    social_work_ended_on: date | None = Field(
        default=None, description="no further certificate comes from then on"
    )
    cooperation: dict[str, bool]
    income: Income | None
    calculation: RangeOut | None
    proposed: Decimal | None
    right: Entitled | None = Field(
        default=None, description="to help in kind or a service, and whether it is free"
    )
    fee: FeeOut | None
    hours_per_day: Decimal | None = Field(
        default=None, description="of home care, as the fee was calculated for"
    )
    home_fees: dict[str, Any] | None = Field(
        default=None, description="who bears the cost of a care home, with the steps"
    )
    ex_officio: str = ""
    applied_by: AppliedBy | None = Field(default=None, description="where it was not the client")
    defects: list[str] = []
    complete_by: date | None = None
    call: DefectsCall | None = Field(
        default=None, description="to complete the application; its paper is `defects/document`"
    )
    withdrawn_on: date | None = None
    transferred_to: str = ""
    interview_refused_on: date | None = None
    elsewhere: HeadConsent | None = Field(
        default=None, description="to the next interview at another place or time"
    )
    party_heard_until: date | None = None
    party_comments: str = ""
    consent: HomeConsent | None = Field(
        default=None, description="the latest word on living in a home (ups art. 54)"
    )
    in_home_since: date | None = Field(
        default=None, description="the first day of a stay in a home that goes on"
    )
    sheet: ResidentSheet | None = Field(
        default=None, description="what the home must know; goes with the placement"
    )
    assessor: CooperationAssessor = CooperationAssessor.SOCIAL_WORKER
    outcome: CooperationOutcome | None = None
    questions: list[QuestionOut] = []
    needs: list[NeedOut] = []
    evidence: list[EvidenceOut]
    decisions: list[DecisionOut]
    entitlements: list[EntitlementOut]
    deadlines: list[DeadlineOut]
    actions: list[ActionLink]
    term: TermOut


def summary(row: Any) -> CaseSummary:
    return CaseSummary(**_summary(row))


def _summary(row: Any) -> dict[str, Any]:
    in_progress = row["state"] == CaseState.IN_PROGRESS
    return {
        "case_id": row["case_id"],
        "person_id": row["person_id"],
        "name": full_name(row),
        "benefit": row["benefit"],
        "state": row["assessment_state"] if in_progress else row["state"],
        "urgent": row["urgent"],
        "worker": row["worker"],
        "filed_on": row["filed_on"],
        "due_on": row["due_on"],
    }


async def whole_case(reading: Reading, row: Any, role: str) -> CaseOut:
    """`row` is the case's own; `actions` are those that this role may do now."""
    case_id = row["case_id"]
    assert isinstance(case_id, UUID)
    views = {table: await queries.views_of(reading, table, case_id) for table in queries.VIEWS}
    own, assessment, means = (views[t][0] for t in ("cases", "assessments", "means"))
    payments = await queries.payments(reading, person_id=None, case_id=case_id)
    deadlines = await queries.deadlines_of(reading, case_id)
    own_judgement = assessment.get("assessor") == CooperationAssessor.BENEFITS_WORKER
    links = case_links(
        case_id,
        CaseState(row["state"]),
        AssessmentState(assessment["state"]),
        role,
        own_judgement=own_judgement,
        referral_waits=any(not one.get("handed_over") for one in assessment["referrals"]),
        benefit=Benefit(row["benefit"]),
    )
    told = {
        **{key: value for key, value in own.items() if key != "decisions"},
        **{key: value for key, value in assessment.items() if key != "state"},
        "income": means["income"],
        "calculation": means["result"],
        "proposed": means["proposed"],
        "right": means.get("right"),
        "fee": means["fee"],
        "hours_per_day": means.get("hours_per_day"),
        "home_fees": means.get("home_fees"),
        "in_home_since": await realisation.in_home_since(reading, case_id),
        **_summary(row),
    }
    return CaseOut(
        **told,
        questions=questions(assessment["answers"], own_judgement=own_judgement),
        needs=needs(CaseState(row["state"]), own, assessment),
        evidence=[EvidenceOut(**view) for view in views["evidence"]],
        decisions=[_decision(view, role) for view in views["decisions"]],
        entitlements=[entitlement_out(view, payments, role) for view in views["entitlements"]],
        deadlines=[DeadlineOut(**dict(row)) for row in deadlines],
        term=term_out(await timekeeping_of(reading, case_id), own["decision_due"]),
        actions=links,
    )


def _decision(view: dict[str, Any], role: str) -> DecisionOut:
    found = DecisionOut(**view)
    by_term = found.final_basis in (None, FinalityBasis.TERM) and found.appealed_on is None
    step = found.late_appeal.next_step if found.late_appeal else Action.FILE_LATE_APPEAL
    links = decision_links(
        found.id,
        found.state,
        to_realise=found.to_realise,
        late=step if by_term else None,
        role=role,
    )
    return found.model_copy(update={"actions": links})
