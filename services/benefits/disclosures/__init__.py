"""What benefits tells others: its events as public facts, and who is involved by them.

Reasons, answers in words, evidence and drafts' texts stay at home; a fact carries codes, dates and
amounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from osnowa_contracts import benefits as facts
from osnowa_contracts import intake, service_orders, socialwork
from osnowa_contracts.fact import Fact, Publisher

from chassis.aggregate import DomainEvent
from chassis.disclosure import Announcement, Begin, End
from services.benefits.assessment import Assessment
from services.benefits.case import Case, case_id_for
from services.benefits.deadlines import DeadlineKind
from services.benefits.decision import Decision
from services.benefits.direction import Direction
from services.benefits.disclosures import entitlements, realisation
from services.benefits.disclosures.application import of_application
from services.benefits.disclosures.decisions import of_decision
from services.benefits.disclosures.evidence import of_evidence
from services.benefits.disclosures.parameters import of_parameters
from services.benefits.entitlement import Entitlement
from services.benefits.evidence import Evidence
from services.benefits.imported_case import ImportedCase
from services.benefits.legal_parameters import LegalParameters
from services.benefits.means import Means
from services.benefits.timekeeping import Timekeeping
from services.benefits.values import BY_CERTIFICATE, CARE, Initiative, Question

KEEP_DAYS = 30
WHO_DIRECTED = (Publisher.INTAKE.value, Publisher.REPORTING.value)
"""Who hears what came of a direction. First contact has nothing to do here with the client, whom
nobody applied for: to involve it would tell it whatever else happened; statistics hear a number."""


def disclose(event: DomainEvent, aggregate: Any) -> Iterator[Announcement]:
    """`aggregate` is as it was right after this event."""
    match aggregate:
        case LegalParameters():
            yield from of_parameters(event)
            return
        case Direction():
            yield from _of_direction(event, aggregate)
            return
        case Case():
            said = _of_case(event, aggregate)
        case Assessment():
            said = _of_assessment(event, aggregate)
        case Means():
            said = _of_means(event, aggregate)
        case Evidence():
            said = of_evidence(event, aggregate)
        case Decision():
            said = of_decision(event, aggregate)
        case Entitlement():
            said = entitlements.facts_of(event, aggregate)
        case ImportedCase():
            told = vars(aggregate.file) | {"case_id": aggregate.id, "source": aggregate.source}
            said = iter([facts.CaseImported(**told)])
        case Timekeeping():
            said = _of_time(event, aggregate)
        case _:
            said = realisation.facts_of(event, aggregate)
    for fact in said:
        yield Announcement(fact, person=aggregate.person_id)


def involve(fact: Fact, _person: UUID | None, told_by: str) -> Iterator[Begin | End]:
    """Each involvement stands for a case, or for an order, and ends with it."""
    match fact:
        case intake.ApplicationRegistered():
            for benefit in fact.benefit_types:
                case_id = case_id_for(fact.application_id, benefit)
                yield Begin(told_by, reason="case", reference=case_id)
        case facts.CaseImported():
            yield Begin(Publisher.INTAKE, reason="case", reference=fact.case_id)
        case socialwork.ContractBenefitRequested():
            case_id = case_id_for(fact.request_id, fact.benefit)
            yield Begin(told_by, reason="case", reference=case_id)
        case facts.AssessmentStarted() if CARE & set(fact.benefit_types):
            yield Begin(Publisher.SERVICE_ORDERS, reason="case", reference=fact.case_id)
        case facts.ClientReferredToSocialWorker():
            yield Begin(Publisher.SOCIALWORK, reason="referral", reference=fact.case_id)
        case facts.EvidenceRequested():
            yield Begin(fact.source, reason="evidence", reference=fact.case_id)
        case service_orders.OrderPlaced():
            yield Begin(fact.contractor, reason="order", reference=fact.order_id)
        case service_orders.OrderEnded() | service_orders.OrderRejected():
            yield End(reference=fact.order_id, keep_days=KEEP_DAYS)
        case facts.CaseReopened(benefit=benefit):
            yield Begin(Publisher.INTAKE, reason="case", reference=fact.case_id)
            if benefit in CARE:
                yield Begin(Publisher.SERVICE_ORDERS, reason="case", reference=fact.case_id)
        case facts.CaseClosed():
            yield End(reference=fact.case_id, keep_days=KEEP_DAYS)


def _of_direction(event: DomainEvent, direction: Direction) -> Iterator[Announcement]:
    """The reasons stay with the head of the team."""
    match event:
        case Direction.LeftWithoutProceeding(on=on):
            fact = facts.LeftWithoutProceeding(contact_id=direction.contact_id, on=on)
            yield Announcement(fact, direction.person_id, to=WHO_DIRECTED)


# --- the proceeding ---------------------------------------------------------


def _of_case(event: DomainEvent, case: Case) -> Iterator[Fact]:
    match event:
        case Case.CaseAssigned(worker=worker, load=load):
            yield facts.CaseAssigned(case_id=case.id, worker_id=worker, load=load)
        case Case.CaseHandedOver(worker=worker):
            yield facts.CaseAssigned(case_id=case.id, worker_id=worker)
        case Case.AssessmentStarted(worker=worker, on=on):
            if case.assigned != worker:  # else the head's assignment told it
                yield facts.CaseAssigned(case_id=case.id, worker_id=worker)
            yield facts.AssessmentStarted(
                case_id=case.id,
                application_id=None if case.ex_officio else case.application_id,
                benefit_types=(case.benefit,),
                urgent=case.urgent,
                started_on=on,
                interview_due=case.interview_due,
                decision_due=case.decision_due,
                ex_officio=bool(case.ex_officio),
            )
        case Case.InterviewScheduled():
            yield facts.InterviewScheduled(
                interview_id=event.interview_id, case_id=case.id, part=event.part, on=event.on,
                due=case.interview_due, urgent=case.urgent, joint=event.joint,
            )  # fmt: skip
        case Case.InterviewConducted(interview=held):
            yield facts.InterviewConducted(
                interview_id=held.interview_id, case_id=case.id, part=held.part, on=held.on,
                due=held.due, urgent=held.urgent, joint=held.joint, minutes=held.minutes,
                place=held.place, update_reason=held.update and held.update.why,
            )  # fmt: skip
        case Case.InterviewRefused(on=on):
            yield facts.InterviewRefused(case_id=case.id, on=on)
        case Case.DeadlineMissed(deadline=deadline, due=due):
            yield facts.DeadlineMissed(case_id=case.id, deadline=deadline, due=due)
        case Case.CaseClosed(reason=reason, on=on):
            yield facts.CaseClosed(case_id=case.id, on=on, reason=reason)
        case Case.CaseReopened(reason=reason, on=on):
            yield facts.CaseReopened(case_id=case.id, benefit=case.benefit, on=on, reason=reason)
        case _:
            yield from of_application(event, case)


def _of_assessment(event: DomainEvent, assessment: Assessment) -> Iterator[Fact]:
    case_id = assessment.case_id
    match event:
        case Assessment.QuestionAnswered(question=question, answer=answer):
            yield facts.AssessmentQuestionAnswered(
                case_id=case_id,
                question=question,
                value=answer.value,
                evidence_ids=answer.evidence,
                reasons=answer.reasons,
            )
        case Assessment.CooperationAgreed() | Assessment.CooperationAssessed():
            answer = assessment.answers[Question.COOPERATION]
            yield facts.AssessmentQuestionAnswered(
                case_id=case_id, question=Question.COOPERATION, value=answer.value
            )
        case (
            Assessment.UnusedResourcesNoted(certificate_id=certificate_id)
            | Assessment.CooperationTermsNoted(certificate_id=certificate_id)
            | Assessment.CooperationNoted(certificate_id=certificate_id)
        ):
            for question, answer in assessment.answers.items():
                if question in BY_CERTIFICATE and answer.evidence == (certificate_id,):
                    yield facts.AssessmentQuestionAnswered(
                        case_id=case_id,
                        question=question,
                        value=answer.value,
                        certificate_id=certificate_id,
                    )
        case Assessment.ClientReferred(referral=referral):
            yield facts.ClientReferredToSocialWorker(
                referral_id=referral.referral_id,
                case_id=case_id,
                number=referral.number,
                purposes=referral.purposes,
                contact_by=referral.contact_by,
                on=referral.on,
                benefit_types=(assessment.benefit,),
                at_clients_wish=referral.initiative is Initiative.CLIENTS_WISH,
            )
        case Assessment.AssessmentCompleted(on=on):
            yield facts.AssessmentCompleted(case_id=case_id, on=on)


def _of_means(event: DomainEvent, means: Means) -> Iterator[Fact]:
    match event:
        case Means.IncomeEstablished(income=income):
            yield facts.IncomeEstablished(
                case_id=means.case_id,
                month=income.month,
                total=income.total,
                per_capita=income.per_capita,
                household_size=income.household_size,
                components=tuple(
                    facts.IncomeComponent(kind=c.kind, amount=c.amount)
                    for c in income.components
                    if c.counted
                ),
            )
        case Means.EntitlementCalculated(result=result, proposed=proposed):
            yield facts.EntitlementCalculated(
                case_id=means.case_id, benefit=means.benefit,
                formula_version=result.formula_version, params_date=result.params_date,
                minimum=result.minimum, maximum=result.maximum, proposed=proposed,
            )  # fmt: skip
        case Means.FeeCalculated(fee=fee, hours_per_day=hours):
            yield facts.FeeCalculated(
                case_id=means.case_id, scale_id=fee.scale_id,
                criterion_percent=fee.criterion_percent, share=fee.share,
                cost_per_hour=fee.cost_per_hour, fee_per_hour=fee.fee_per_hour,
                hours_per_day=hours,
            )  # fmt: skip


def _of_time(event: DomainEvent, time: Timekeeping) -> Iterator[Fact]:
    match event:
        case Timekeeping.DeadlineExtended():
            yield facts.DeadlineExtended(
                case_id=time.case_id, deadline=DeadlineKind.DECISION, was_due=event.was_due,
                due=event.due, reason=event.reason, on=event.on,
            )  # fmt: skip
        case Timekeeping.DeadlineApproaching(said=said):
            yield facts.DeadlineApproaching(case_id=time.case_id, deadline=said.kind, due=said.due)
        case Timekeeping.DeadlineMissed(said=said):
            yield facts.DeadlineMissed(case_id=time.case_id, deadline=said.kind, due=said.due)
