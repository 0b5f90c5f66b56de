"""Facts from the start of a proceeding to the completed assessment (`domain.md` C1 to C4, C7)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from osnowa_contracts.codes import (
    Answer,
    Benefit,
    EvidenceKind,
    InterviewPart,
    InterviewUpdate,
    Place,
    Question,
    Reason,
    ReferralPurpose,
)
from osnowa_contracts.fact import (
    Confidentiality,
    Counted,
    Fact,
    InSummary,
    Personal,
    Publisher,
    fact,
)
from osnowa_contracts.values import (
    Code,
    Hours,
    Known,
    Minutes,
    Money,
    Month,
    Number,
    Percent,
    Unit,
)


class IncomeComponent(BaseModel):
    """One source of income in the month that counts."""

    model_config = ConfigDict(frozen=True)

    kind: Code = Field(examples=["CASUAL_WORK", "PENSION"])
    amount: Money


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 100 ust. 2; [002] tab. 27")
class CaseAssigned(Fact):
    """A benefits worker leads the case from now on."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    worker_id: Code
    load: Annotated[int | None, Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 61; ups art. 106 ust. 4")
class AssessmentStarted(Fact):
    """The proceeding began; from here the deadlines run."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    application_id: Annotated[UUID | None, InSummary(), Counted()] = None
    benefit_types: Annotated[tuple[Annotated[Code, Known(Benefit)], ...], Counted()]
    urgent: Annotated[bool, InSummary(), Counted()] = False
    started_on: Annotated[date, InSummary(), Counted()]
    interview_due: Annotated[date, Counted()]
    decision_due: Annotated[date | None, Counted()] = None
    ex_officio: Annotated[bool, InSummary(), Counted()] = Field(
        default=False, description="nobody applied; the party was told (KPA art. 61 § 4)"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 105; KPA art. 75, 77")
class EvidenceRequested(Fact):
    """Another institution is asked for evidence; it is told just enough to find the person."""

    request_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, Counted()]
    source: Annotated[Unit, Counted()]
    kind: Annotated[Code, Known(EvidenceKind), Counted()]
    given_names: Annotated[str, Personal()] = Field(max_length=80)
    family_name: Annotated[str, Personal()] = Field(max_length=80)
    birth_date: Annotated[date, Personal()]
    answer_by: Annotated[date | None, Counted()] = None
    also_for: tuple[Unit, ...] = Field(
        default=(), description="units that are told what the source knows of the client, too"
    )
    at_clients_wish: Annotated[bool, Counted()] = Field(
        default=False, description="else by the office itself, and the client knows"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 107; KPA art. 77")
class EvidenceReceived(Fact):
    """Evidence is in the file."""

    evidence_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, Counted()]
    request_id: Annotated[UUID | None, Counted()] = None
    source: Annotated[Unit, Counted()]
    kind: Annotated[Code, Known(EvidenceKind), Counted()]
    on: Annotated[date, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 107")
class InterviewScheduled(Fact):
    """The environmental interview has a day."""

    interview_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, InSummary(), Counted()]
    part: Annotated[Code, Known(InterviewPart), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    due: Annotated[date, Counted()]
    urgent: Annotated[bool, Counted()] = False
    joint: Annotated[bool, Counted()] = False


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 107")
class InterviewConducted(Fact):
    """The environmental interview took place; what was said stays in the file."""

    interview_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, InSummary(), Counted()]
    part: Annotated[Code, Known(InterviewPart), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    due: Annotated[date, Counted()]
    urgent: Annotated[bool, Counted()] = False
    joint: Annotated[bool, Counted()] = False
    minutes: Annotated[Minutes, Counted()]
    place: Annotated[Code, Known(Place), Counted()] = Place.HOME.value
    update_reason: Annotated[Code | None, Known(InterviewUpdate), Counted()] = Field(
        default=None, description="why it was held again; of part IV"
    )


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 8")
class IncomeEstablished(Fact):
    """The income of the month that counts for the benefit."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, Counted()]
    total: Annotated[Money, Personal()]
    per_capita: Annotated[Money, Personal()]
    household_size: Annotated[int, Counted()] = Field(default=1, ge=1)
    components: Annotated[tuple[IncomeComponent, ...], Personal()] = ()


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 106 ust. 4; [002] att. 3")
class AssessmentQuestionAnswered(Fact):
    """One of the 7+1 questions has an answer; its reasons stay in the file."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    question: Annotated[Code, Known(Question), Counted()]
    value: Annotated[Code, Known(Answer), Counted()]
    certificate_id: Annotated[UUID | None, Counted()] = None
    evidence_ids: tuple[UUID, ...] = ()
    reasons: Annotated[tuple[Annotated[Code, Known(Reason)], ...], Counted()] = Field(
        default=(), description="of Q1 (ups art. 7)"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 4, art. 11 ust. 2; [002] 4.1")
class ClientReferredToSocialWorker(Fact):
    """The client was given the referral to a social worker."""

    referral_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, Counted()]
    number: Annotated[Number, InSummary()]
    purposes: Annotated[tuple[Annotated[Code, Known(ReferralPurpose)], ...], Counted()]
    contact_by: Annotated[date, Counted()]
    on: Annotated[date, InSummary(), Counted()]
    benefit_types: Annotated[tuple[Annotated[Code, Known(Benefit)], ...], Counted()] = ()
    at_clients_wish: Annotated[bool, Counted()] = Field(
        default=False, description="else by the office itself, and the client knows"
    )
    target_unit: Unit | None = Field(default=None, description="the team that is to be contacted")
    target_worker: Code | None = Field(default=None, description="where one was named")


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 4, art. 11 ust. 2; [002] 4.1")
class ReferralHandedOver(Fact):
    """The client has the referral in hand; how it was handed over stays in the file."""

    referral_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, Counted()]
    number: Annotated[Number, InSummary()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 4; KPA art. 10")
class AssessmentCompleted(Fact):
    """All questions are answered; the decision may be drafted."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 37, 38")
class EntitlementCalculated(Fact):
    """What the formula gives, with the parameters of that day."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    formula_version: Annotated[Code, Counted()] = Field(examples=["periodic-1"])
    params_date: Annotated[date, Counted()]
    minimum: Annotated[Money, Personal()]
    maximum: Annotated[Money, Personal()]
    proposed: Annotated[Money, Personal()]


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 50 ust. 6")
class FeeCalculated(Fact):
    """What the client pays for an hour of the service."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    scale_id: Annotated[Code, Counted()]
    criterion_percent: Annotated[Percent, Personal()]
    share: Annotated[Percent, Counted()]
    cost_per_hour: Annotated[Money, Counted()]
    fee_per_hour: Annotated[Money, Counted()]
    hours_per_day: Annotated[Hours | None, Counted()] = None
