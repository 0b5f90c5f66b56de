"""Facts of what is owed: undue benefits paid back, support of the family, fees of services."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.codes import Benefit, Obligation, RepaymentCause, SupportForm, WaiverReason
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact
from osnowa_contracts.values import Code, Known, Money, Month


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 98, art. 6 pkt 16")
class UndueBenefitEstablished(Fact):
    """A final decision says what was paid and was not due."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    repayment_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    months: Annotated[tuple[Month, ...], Counted()]
    amount: Annotated[Money, Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 41 pkt 2, art. 43 ust. 1")
class HelpToBePaidBackGiven(Fact):
    """Help was given on condition that it is paid back, or as a loan; nothing of it is undue."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    repayment_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    cause: Annotated[Code, Known(RepaymentCause), Counted()]
    amount: Annotated[Money, Counted()] = Field(description="what is to be paid back")
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 104 ust. 4")
class RepaymentPlanSet(Fact):
    """What is left to pay back has its instalments."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    repayment_id: Annotated[UUID, InSummary(), Counted()]
    instalments: Annotated[int, Counted()] = Field(ge=1)
    amount: Annotated[Money, Counted()]
    first_due: Annotated[date, Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 98, art. 104")
class RepaymentReceived(Fact):
    """Money came back from the client."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    repayment_id: Annotated[UUID, InSummary(), Counted()]
    amount: Annotated[Money, Counted()]
    rest: Annotated[Money, Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 104 ust. 4")
class RepaymentWaived(Fact):
    """The director does without a repayment, or a part of it."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    repayment_id: Annotated[UUID, InSummary(), Counted()]
    amount: Annotated[Money, Counted()]
    reason: Annotated[Code, Known(WaiverReason), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 61 ust. 2, art. 103, art. 107")
class ObligedPersonRegistered(Fact):
    """Somebody is obliged to support the client; who it is stays in the file."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    obliged_id: Annotated[UUID, InSummary(), Counted()]
    relation: Annotated[Code, Known(Obligation), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 103")
class SupportAgreementConcluded(Fact):
    """An obliged person agreed with the head of the centre how to support the client."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    obliged_id: Annotated[UUID, InSummary(), Counted()]
    agreement_id: Annotated[UUID, InSummary(), Counted()]
    form: Annotated[Code, Known(SupportForm), Counted()]
    amount: Annotated[Money, Counted()]
    valid_from: Annotated[date, Counted()]
    valid_to: Annotated[date | None, Counted()] = None
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 110 ust. 5; KRO art. 128")
class MaintenanceClaimPrepared(Fact):
    """An agreement is not kept; the claim for the court is ready."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    obliged_id: Annotated[UUID, InSummary(), Counted()]
    claim_id: Annotated[UUID, InSummary(), Counted()]
    months: Annotated[tuple[Month, ...], Counted()]
    amount: Annotated[Money, Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 50 ust. 6, art. 60 do 64")
class FeeCharged(Fact):
    """The fee of a month of a service, and who pays which part of it."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    first_day: Annotated[date, Counted()]
    last_day: Annotated[date, Counted()]
    client: Annotated[Money, Counted()]
    relatives: Annotated[Money, Counted()]
    gmina: Annotated[Money, Counted()]
    order_id: Annotated[UUID | None, Counted()] = None
