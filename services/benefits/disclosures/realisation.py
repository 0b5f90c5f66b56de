"""What benefits tells of monitoring, repayments, support, fees and requests: codes, days, amounts.

Names of obliged persons, words of checks and changes, and payment lists stay at home.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from services.benefits.payments import NOTHING
from services.benefits.realisation.contract_request import ContractRequest
from services.benefits.realisation.fees import Charge, Fees
from services.benefits.realisation.monitoring import Monitoring
from services.benefits.realisation.obliged import ObligedPerson
from services.benefits.realisation.repayment import Repayment
from services.benefits.realisation.values import Payer


def facts_of(event: DomainEvent, aggregate: Any) -> Iterator[Fact]:
    match aggregate:
        case Monitoring():
            yield from _of_monitoring(event, aggregate)
        case Repayment():
            yield from _of_repayment(event, aggregate)
        case ObligedPerson():
            yield from _of_obliged(event, aggregate)
        case Fees():
            yield from _of_fees(event, aggregate)
        case ContractRequest():
            yield from _of_request(event, aggregate)


def _of_monitoring(event: DomainEvent, monitoring: Monitoring) -> Iterator[Fact]:
    case_id = monitoring.case_id
    match event:
        case Monitoring.UtilisationChecked(check=check):
            yield facts.UtilisationChecked(
                case_id=case_id, check_id=check.check_id, benefit=monitoring.benefit, on=check.on,
                method=check.method, result=check.result,
            )  # fmt: skip
        case Monitoring.ChangeReported(change=change):
            yield facts.ChangeOfCircumstancesReported(
                case_id=case_id, change_id=change.change_id, kind=change.kind,
                source=change.source, since=change.since, on=change.on,
            )  # fmt: skip
        case Monitoring.ContributionsReported(contribution=paid):
            yield facts.InsuranceContributionsReported(
                case_id=case_id, kind=paid.kind, month=paid.month, on=paid.on, amount=paid.amount,
                benefit=monitoring.benefit,
            )  # fmt: skip


def _of_repayment(event: DomainEvent, repayment: Repayment) -> Iterator[Fact]:
    case_id, repayment_id = repayment.case_id, repayment.id
    match event:
        case Repayment.UndueBenefitEstablished(on=on):
            yield facts.UndueBenefitEstablished(
                case_id=case_id, decision_id=repayment.decision_id, repayment_id=repayment_id,
                benefit=repayment.benefit, months=tuple(m.month for m in repayment.months),
                amount=repayment.amount, on=on,
            )  # fmt: skip
        case Repayment.HelpToBePaidBackGiven(cause=cause, amount=amount, on=on):
            yield facts.HelpToBePaidBackGiven(
                case_id=case_id, decision_id=repayment.decision_id, repayment_id=repayment_id,
                benefit=repayment.benefit, cause=cause, amount=amount, on=on,
            )  # fmt: skip
        case Repayment.PlanSet(instalments=instalments, on=on):
            yield facts.RepaymentPlanSet(
                case_id=case_id, repayment_id=repayment_id, instalments=len(instalments),
                amount=sum((one.amount for one in instalments), NOTHING),
                first_due=instalments[0].due_on, on=on,
            )  # fmt: skip
        case Repayment.RepaymentReceived(receipt=receipt):
            yield facts.RepaymentReceived(
                case_id=case_id,
                repayment_id=repayment_id,
                amount=receipt.amount,
                rest=repayment.rest,
                on=receipt.on,
            )
        case Repayment.RepaymentWaived(amount=amount, reason=reason, on=on):
            yield facts.RepaymentWaived(
                case_id=case_id, repayment_id=repayment_id, amount=amount, reason=reason, on=on
            )


def _of_obliged(event: DomainEvent, obliged: ObligedPerson) -> Iterator[Fact]:
    case_id, obliged_id = obliged.case_id, obliged.id
    match event:
        case ObligedPerson.ObligedPersonRegistered(relation=relation, on=on):
            yield facts.ObligedPersonRegistered(
                case_id=case_id, obliged_id=obliged_id, relation=relation, on=on
            )
        case ObligedPerson.SupportAgreementConcluded(agreement=agreed):
            yield facts.SupportAgreementConcluded(
                case_id=case_id, obliged_id=obliged_id, agreement_id=agreed.agreement_id,
                form=agreed.form, amount=agreed.amount, valid_from=agreed.valid_from,
                valid_to=agreed.valid_to, on=agreed.on,
            )  # fmt: skip
        case ObligedPerson.MaintenanceClaimPrepared(claim=claim):
            yield facts.MaintenanceClaimPrepared(
                case_id=case_id, obliged_id=obliged_id, claim_id=claim.claim_id,
                months=claim.months, amount=claim.amount, on=claim.on,
            )  # fmt: skip


def _of_fees(event: DomainEvent, fees: Fees) -> Iterator[Fact]:
    match event:
        case Fees.FeeCharged(charge=charge):
            yield _charged(fees.case_id, fees.benefit, charge)
        case Fees.PlaceAwaited(waiting=waiting):
            yield facts.PlaceAwaited(
                case_id=fees.case_id,
                expected_on=waiting.expected_on,
                informed_on=waiting.informed_on,
            )
        case Fees.StayStarted(on=on):
            yield facts.ResidentAdmitted(case_id=fees.case_id, on=on)
        case Fees.StayEnded(on=on):
            yield facts.ResidentDischarged(case_id=fees.case_id, on=on)


def _charged(case_id: UUID, benefit: str, charge: Charge) -> facts.FeeCharged:
    paid_by = {
        payer: sum((part.amount for part in charge.parts if part.payer is payer), NOTHING)
        for payer in Payer
    }
    return facts.FeeCharged(
        case_id=case_id, benefit=benefit, month=charge.month, first_day=charge.first,
        last_day=charge.last, client=paid_by[Payer.RESIDENT], relatives=paid_by[Payer.RELATIVE],
        gmina=paid_by[Payer.GMINA], order_id=charge.order_id,
    )  # fmt: skip


def _of_request(event: DomainEvent, request: ContractRequest) -> Iterator[Fact]:
    match event:
        case ContractRequest.ContractBenefitRequestReceived(on=on):
            yield facts.ContractBenefitRequestReceived(
                request_id=request.id, case_id=request.case_id, benefit=request.benefit, on=on
            )
        case ContractRequest.ContractBenefitRequestAnswered(decision_id=decision_id, on=on):
            yield facts.ContractBenefitRequestAnswered(
                request_id=request.id, case_id=request.case_id, decision_id=decision_id,
                result=event.result, on=on,
            )  # fmt: skip
