"""Facts of methodical social work (MOPS-SW): certificates and, of the rest, only that it was done.

Notes, plans and diagnoses stay with the social workers (`domain.md` A4 SEP-3): a fact carries codes
and a reference, never a text.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.codes import (
    Benefit,
    ContractEnd,
    ContractProvision,
    ContractVariant,
    Place,
    Reason,
    RelevantFact,
    SocialWorkAction,
    SocialWorkResult,
    SocialWorkSource,
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
from osnowa_contracts.values import Code, Hours, Known, Minutes, Money, Month


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 45, art. 106 ust. 1")
class SocialWorkOpened(Fact):
    """Social work with the client began; it needs neither income test nor decision."""

    social_work_id: Annotated[UUID, InSummary(), Counted()]
    source: Annotated[Code, Known(SocialWorkSource), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    referral_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 110 ust. 11; [002] tab. 34")
class SocialWorkerAssigned(Fact):
    """A social worker works with the client from now on."""

    social_work_id: Annotated[UUID, InSummary(), Counted()]
    worker_id: Code
    load: Annotated[int | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.SENSITIVE, basis="ups art. 100 ust. 2")
class DiagnosisRecorded(Fact):
    """A diagnosis is in the social worker's file; here are only its areas and where it is kept."""

    social_work_id: Annotated[UUID, InSummary(), Counted()]
    areas: Annotated[tuple[Annotated[Code, Known(Reason)], ...], Personal()]
    reference: UUID


@fact(
    Publisher.SOCIALWORK,
    Confidentiality.CASE,
    basis="ups art. 2 ust. 1; KPA art. 217; [002] att. 4",
)
class UnusedResourcesCertified(Fact):
    """Certificate 4: whether the client or the household has unused immaterial resources."""

    certificate_id: Annotated[UUID, InSummary(), Counted()]
    has_unused: Annotated[bool, Counted()]
    covered: tuple[UUID, ...] = Field(default=(), description="person ids of the household")
    issued_on: Annotated[date, InSummary(), Counted()]
    referral_id: Annotated[UUID | None, Counted()] = None
    case_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 4; KPA art. 217; [002] att. 5")
class CooperationTermsSet(Fact):
    """Certificate 5: cooperation terms were concluded on that day."""

    terms_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    certificate_id: Annotated[UUID, InSummary(), Counted()]
    covered: tuple[UUID, ...] = Field(default=(), description="person ids of the household")
    referral_id: Annotated[UUID | None, Counted()] = None
    case_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 4; KPA art. 217; [002] att. 5")
class CooperationTermsUpdated(Fact):
    """Certificate 5 again: the cooperation terms were brought up to date on that day."""

    terms_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    certificate_id: Annotated[UUID, InSummary(), Counted()]
    covered: tuple[UUID, ...] = Field(default=(), description="person ids of the household")
    case_id: Annotated[UUID | None, Counted()] = None


@fact(
    Publisher.SOCIALWORK,
    Confidentiality.CASE,
    basis="ups art. 4, art. 11 ust. 2; KPA art. 217; [002] att. 6",
)
class CooperationCertified(Fact):
    """Certificate 6: whether the client cooperated in that month. Reasons are not disclosed."""

    certificate_id: Annotated[UUID, InSummary(), Counted()]
    terms_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    cooperates: Annotated[bool, Counted()]
    issued_on: Annotated[date, InSummary(), Counted()]
    case_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 11 ust. 2; [002] tab. 24")
class CooperationCertificateOverdue(Fact):
    """The certificate of that month was not issued by its last working day."""

    terms_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    due: Annotated[date, Counted()]


@fact(Publisher.SOCIALWORK, Confidentiality.SENSITIVE, basis="ups art. 45; [002] tab. 25")
class SocialWorkActionRecorded(Fact):
    """One of the 17 actions of social work was done (`domain.md` D3)."""

    action_id: Annotated[UUID, InSummary(), Counted()]
    social_work_id: Annotated[UUID, InSummary(), Counted()]
    action: Annotated[Code, Known(SocialWorkAction), Counted()]
    minutes: Annotated[Minutes, Counted()]
    place: Annotated[Code, Known(Place), Counted()]
    direct: Annotated[bool, Counted()] = True


@fact(Publisher.SOCIALWORK, Confidentiality.SENSITIVE, basis="ups art. 100 ust. 2; [002] tab. 25")
class OfficialNoteWritten(Fact):
    """A note is in the social worker's file; here is only where it is kept."""

    note_id: Annotated[UUID, InSummary(), Counted()]
    social_work_id: Annotated[UUID, InSummary(), Counted()]
    kind: Annotated[Code, Counted()]
    reference: UUID


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 50, art. 106 ust. 5, art. 107")
class NeedChangeReported(Fact):
    """The social worker in the field reports that the client needs more, or less, of a service."""

    report_id: Annotated[UUID, InSummary(), Counted()]
    service: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    proposed_hours_per_day: Annotated[Hours, InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    case_id: Annotated[UUID | None, Counted()] = None
    order_id: Annotated[UUID | None, InSummary(), Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 100 ust. 2; [002] tab. 24")
class RelevantFactsReported(Fact):
    """Other information for benefits, typed; benefits asked for it or the client wished it."""

    report_id: Annotated[UUID, InSummary(), Counted()]
    kinds: Annotated[tuple[Annotated[Code, Known(RelevantFact)], ...], Counted()]
    on: Annotated[date, InSummary(), Counted()]
    at_clients_wish: Annotated[bool, Counted()] = Field(
        description="true: the client asked; false: benefits asked, with the client's knowledge"
    )
    case_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 108")
class ContractConcluded(Fact):
    """A social contract was signed; its text stays in the social worker's file."""

    contract_id: Annotated[UUID, InSummary(), Counted()]
    social_work_id: Annotated[UUID, Counted()]
    variant: Annotated[Code, Known(ContractVariant), Counted()]
    provisions: Annotated[tuple[Annotated[Code, Known(ContractProvision)], ...], Counted()]
    on: Annotated[date, InSummary(), Counted()]
    until: Annotated[date | None, InSummary(), Counted()] = Field(
        default=None, description="last day, where the contract names one"
    )


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 108")
class ContractEnded(Fact):
    """A social contract is over."""

    contract_id: Annotated[UUID, InSummary(), Counted()]
    reason: Annotated[Code, Known(ContractEnd), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 39a, art. 108")
class ContractBenefitRequested(Fact):
    """Out of a social contract: a benefit is proposed, with what the client undertook for it."""

    request_id: Annotated[UUID, InSummary(), Counted()]
    contract_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    amount: Annotated[Money, Counted()]
    provisions: Annotated[tuple[Annotated[Code, Known(ContractProvision)], ...], Counted()] = Field(
        min_length=1, description="codes of the contract's provisions; never a narrative"
    )
    on: Annotated[date, InSummary(), Counted()]
    case_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.SOCIALWORK, Confidentiality.CASE, basis="ups art. 45")
class SocialWorkClosed(Fact):
    """Social work with the client ended; the summary tells the day, not how it ended."""

    social_work_id: Annotated[UUID, InSummary(), Counted()]
    result: Annotated[Code, Known(SocialWorkResult), Counted()]
    on: Annotated[date, InSummary(), Counted()]
