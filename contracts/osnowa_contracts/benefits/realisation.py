"""Facts after the decision: payments, review of the entitlement, suspension, closing."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.codes import (
    Benefit,
    Deadline,
    ExtensionReason,
    PaymentMethod,
    ReviewResult,
    ReviewTrigger,
)
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact
from osnowa_contracts.values import Code, Known, Money, Month


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106; [001] realizacja")
class RealisationStarted(Fact):
    """The decision is being carried out."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 3")
class PaymentPlanned(Fact):
    """A payment has its month, day and amount."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    payment_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    due_on: Annotated[date, Counted()]
    amount: Annotated[Money, Counted()]
    method: Annotated[Code, Known(PaymentMethod), Counted()] = PaymentMethod.TRANSFER.value


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 3")
class PaymentExecuted(Fact):
    """A payment was made."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    payment_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    on: Annotated[date, Counted()]
    amount: Annotated[Money, Counted()]
    benefit: Annotated[Code | None, Known(Benefit), Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 5, art. 107 ust. 4")
class EntitlementReviewOpened(Fact):
    """Something happened that may change the entitlement."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    review_id: Annotated[UUID, InSummary(), Counted()]
    trigger: Annotated[Code, Known(ReviewTrigger), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    certificate_id: Annotated[UUID | None, Counted()] = None
    ground_id: Annotated[UUID | None, Counted()] = Field(
        default=None, description="the certificate, report, check or appeal that called for it"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 5")
class EntitlementReviewClosed(Fact):
    """The review has a result; what changes, a decision changes."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    review_id: Annotated[UUID, InSummary(), Counted()]
    result: Annotated[Code, Known(ReviewResult), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    decision_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 11 ust. 2, art. 106 ust. 5")
class BenefitSuspended(Fact):
    """A benefit is not paid from this day on."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 5")
class BenefitChanged(Fact):
    """A benefit has another amount or scope from this day on."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]
    amount: Annotated[Money | None, Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 36; ups art. 110 ust. 9")
class DeadlineMissed(Fact):
    """A term passed without the act that it is set for."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    deadline: Annotated[Code, Known(Deadline), Counted()]
    due: Annotated[date, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 12, 35")
class DeadlineApproaching(Fact):
    """A term ends soon, and the act that it is set for is not done yet."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    deadline: Annotated[Code, Known(Deadline), Counted()]
    due: Annotated[date, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 36")
class DeadlineExtended(Fact):
    """The decision comes later; the party was told why, by when, and that it may urge."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    deadline: Annotated[Code, Known(Deadline), Counted()]
    was_due: Annotated[date, Counted()]
    due: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Known(ExtensionReason), Counted()]
    on: Annotated[date, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 104, 105")
class CaseClosed(Fact):
    """The case is closed."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Counted()]
