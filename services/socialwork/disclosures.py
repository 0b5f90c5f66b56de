"""What social work tells others: certificates to benefits, and of the rest only that it was done.

Texts never leave (`domain.md` A4, SEP-3): the events hold none, and the visibility matrix keeps
diagnoses, notes and actions from everybody but statistics.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from osnowa_contracts import benefits, intake, service_orders, socialwork
from osnowa_contracts.fact import Fact, Publisher
from osnowa_contracts.references import case_id_for

from chassis.aggregate import DomainEvent
from chassis.disclosure import Announcement, Begin, End
from services.socialwork.cooperation import Cooperation
from services.socialwork.file import File, file_id

BESIDE_US = (Publisher.BENEFITS, Publisher.SERVICE_ORDERS)
"""Whom first contact may direct a client to together with social work."""


def disclose(event: DomainEvent, aggregate: Any) -> Iterator[Announcement]:
    """`aggregate` is as it was right after this event."""
    match aggregate:
        case File():
            facts = _of_file(event, aggregate)
        case Cooperation():
            facts = _of_cooperation(event)
        case _:
            return
    for fact in facts:
        yield Announcement(fact, person=aggregate.person_id)


def involve(fact: Fact, person: UUID | None, told_by: str) -> Iterator[Begin | End]:
    """Who works with the client beside us: as long as their case or order runs, or our own work."""
    match fact:
        case intake.ContactTriaged() | intake.TriageCorrected() if person is not None:
            for unit in fact.target_units:
                if unit in BESIDE_US:
                    yield Begin(unit, reason="triage", reference=_beside_us(unit, person))
            for unit in getattr(fact, "left_units", ()):
                yield End(reference=_beside_us(unit, person))
        case socialwork.ContractBenefitRequested():
            case_id = case_id_for(fact.request_id, fact.benefit)
            yield Begin(Publisher.BENEFITS, reason="request", reference=case_id)
        case socialwork.SocialWorkClosed():
            yield End(reference=fact.social_work_id)
            if person is not None:
                yield from (End(reference=_beside_us(unit, person)) for unit in BESIDE_US)
        case benefits.ClientReferredToSocialWorker():
            yield Begin(told_by, reason="referral", reference=fact.case_id)
        case benefits.CaseAssigned() | benefits.AssessmentStarted() | benefits.DecisionIssued():
            yield Begin(told_by, reason="case", reference=fact.case_id)
        case benefits.CaseClosed():
            yield End(reference=fact.case_id)
        case service_orders.OrderPlaced():
            yield Begin(told_by, reason="order", reference=fact.order_id)
        case service_orders.OrderEnded():
            yield End(reference=fact.order_id)


def _beside_us(unit: str, person: UUID) -> UUID:
    """What a triage means for one unit; it ends for each by itself."""
    return uuid5(file_id(person), f"triage/{unit}")


def _of_file(event: DomainEvent, file: File) -> Iterator[Fact]:
    match event:
        case File.SocialWorkOpened() | File.SocialWorkOpenedAgain():
            yield socialwork.SocialWorkOpened(
                social_work_id=file.id,
                source=event.source,
                on=event.on,
                referral_id=event.referral.referral_id if event.referral else None,
            )
        case File.SocialWorkerAssigned():
            yield socialwork.SocialWorkerAssigned(
                social_work_id=file.id, worker_id=event.worker_id, load=event.load
            )
        case File.DiagnosisRecorded():
            yield socialwork.DiagnosisRecorded(
                social_work_id=file.id, areas=event.areas, reference=event.reference
            )
        case File.OfficialNoteWritten():
            yield socialwork.OfficialNoteWritten(
                note_id=event.reference,
                social_work_id=file.id,
                kind=event.kind,
                reference=event.reference,
            )
        case File.SocialWorkActionRecorded(action=action):
            yield socialwork.SocialWorkActionRecorded(
                action_id=action.action_id,
                social_work_id=file.id,
                action=action.type,
                minutes=action.minutes,
                place=action.place,
                direct=action.direct,
            )
        case File.NeedChangeReported(change=change):
            yield socialwork.NeedChangeReported(
                report_id=event.report_id,
                service=change.service,
                proposed_hours_per_day=change.hours_per_day,
                valid_from=change.valid_from,
                on=event.on,
                case_id=change.case_id,
                order_id=change.order_id,
            )
        case File.RelevantFactsReported():
            yield socialwork.RelevantFactsReported(
                report_id=event.report_id,
                kinds=event.kinds,
                on=event.on,
                at_clients_wish=event.at_clients_wish,
                case_id=event.case_id,
            )
        case File.ContractConcluded(contract=made):
            yield socialwork.ContractConcluded(
                contract_id=made.contract_id,
                social_work_id=file.id,
                variant=made.variant,
                provisions=made.provisions,
                on=made.on,
                until=made.until,
            )
        case File.ContractEnded(contract_id=contract_id, end=end, on=on):
            yield socialwork.ContractEnded(contract_id=contract_id, reason=end, on=on)
        case File.ContractBenefitRequested(request=asked):
            yield socialwork.ContractBenefitRequested(
                request_id=asked.request_id,
                contract_id=asked.contract_id,
                benefit=asked.benefit,
                amount=asked.amount,
                provisions=asked.provisions,
                on=asked.on,
            )
        case File.SocialWorkClosed():
            yield socialwork.SocialWorkClosed(
                social_work_id=file.id, result=event.result, on=event.on
            )


def _of_cooperation(event: DomainEvent) -> Iterator[Fact]:
    match event:
        case Cooperation.UnusedResourcesCertified(certificate=four):
            yield socialwork.UnusedResourcesCertified(
                certificate_id=four.certificate_id,
                has_unused=four.has_unused,
                covered=four.covered,
                issued_on=four.on,
                referral_id=four.referral_id,
                case_id=four.case_id,
            )
        case Cooperation.CooperationTermsSet(terms=terms):
            yield socialwork.CooperationTermsSet(
                terms_id=terms.terms_id,
                on=terms.on,
                certificate_id=terms.certificate_id,
                covered=terms.covered,
                referral_id=terms.referral_id,
                case_id=terms.case_id,
            )
        case Cooperation.CooperationTermsUpdated(terms=terms):
            yield socialwork.CooperationTermsUpdated(
                terms_id=terms.terms_id,
                on=terms.on,
                certificate_id=terms.certificate_id,
                covered=terms.covered,
                case_id=terms.case_id,
            )
        case Cooperation.CooperationCertified(certificate=six):
            yield socialwork.CooperationCertified(
                certificate_id=six.certificate_id,
                terms_id=six.terms_id,
                month=str(six.month),
                cooperates=six.cooperates,
                issued_on=six.on,
                case_id=six.case_id,
            )
        case Cooperation.CooperationCertificateOverdue():
            yield socialwork.CooperationCertificateOverdue(
                terms_id=event.terms_id, month=str(event.month), due=event.due
            )
