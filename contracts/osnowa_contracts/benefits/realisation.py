"""Facts after the decision: payments, review of the entitlement, suspension, closing."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.benefits.decision import GivenOnce
from osnowa_contracts.codes import (
    Benefit,
    BenefitEnd,
    CancelReason,
    ChangeKind,
    ChangeSource,
    ContributionKind,
    Deadline,
    ExtensionReason,
    PaymentMethod,
    RequestResult,
    ReturnReason,
    ReviewResult,
    ReviewTrigger,
    UtilisationMethod,
    UtilisationResult,
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


class OfPayment(Fact):
    """What is told of a payment that was made, came back or is not made."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    payment_id: Annotated[UUID, InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    on: Annotated[date, Counted()]
    amount: Annotated[Money, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 3")
class PaymentExecuted(OfPayment):
    """A payment was made."""

    benefit: Annotated[Code | None, Known(Benefit), Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 36 pkt 2, art. 106 ust. 1")
class HelpDelivered(Fact):
    """Help in kind or a service was given instead of money."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    delivery_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    on: Annotated[date, Counted()]
    quantity: Annotated[int, Counted()] = Field(ge=1, description="meals, nights or things")
    value: Annotated[Money | None, Counted()] = Field(default=None, description="PLN, if known")


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 3")
class PaymentReturned(OfPayment):
    """A payment came back; it is owed until it is sent again."""

    reason: Annotated[Code, Known(ReturnReason), Counted()]
    benefit: Annotated[Code | None, Known(Benefit), Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 3")
class PaymentCancelled(OfPayment):
    """A planned payment is not made; why in words stays in the file."""

    reason: Annotated[Code, Known(CancelReason), Counted()]
    benefit: Annotated[Code | None, Known(Benefit), Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 36 pkt 2 lit. c, d; [001]")
class InsuranceContributionsReported(Fact):
    """Contributions for a month of a benefit were reported to the insurance."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    kind: Annotated[Code, Known(ContributionKind), InSummary(), Counted()]
    month: Annotated[Month, InSummary(), Counted()]
    on: Annotated[date, Counted()]
    amount: Annotated[Money, Counted()]
    benefit: Annotated[Code | None, Known(Benefit), Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 11 ust. 1; [002] tab. 23")
class UtilisationChecked(Fact):
    """What became of a benefit was checked; words stay in the file."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    check_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    method: Annotated[Code, Known(UtilisationMethod), Counted()]
    result: Annotated[Code, Known(UtilisationResult), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 109, art. 106 ust. 5")
class ChangeOfCircumstancesReported(Fact):
    """The client's situation changed, and the office knows of it; words stay in the file."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    change_id: Annotated[UUID, InSummary(), Counted()]
    kind: Annotated[Code, Known(ChangeKind), Counted()]
    source: Annotated[Code, Known(ChangeSource), Counted()]
    since: Annotated[date, Counted()]
    on: Annotated[date, InSummary(), Counted()]


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
    """A benefit has another amount or scope from this day on, or again the one it had before."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]
    amount: Annotated[Money | None, Counted()] = None
    once: GivenOnce = None
    undoes: Annotated[UUID | None, InSummary(), Counted()] = Field(
        default=None,
        description="the decision that had suspended, changed, limited or revoked it and was taken"
        " back; `decision_id` is then the earlier one that holds again",
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 11, art. 106 ust. 5")
class BenefitLimited(Fact):
    """A benefit has a lower amount from this day on, because of waste or non-cooperation."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]
    amount: Annotated[Money | None, Counted()] = None
    once: GivenOnce = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 5, art. 107 ust. 4a")
class BenefitRevoked(Fact):
    """A benefit was taken away from this day on."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 1")
class BenefitPeriodEnded(Fact):
    """The period of a benefit is over, and all that was due is paid."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code | None, Known(BenefitEnd), Counted()] = Field(
        default=None, description="why it ended before its period did; None: it did not"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 39a")
class ContractBenefitRequestReceived(Fact):
    """What a social worker asked for out of a social contract is with benefits, as a case."""

    request_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 39a, art. 106 ust. 1")
class ContractBenefitRequestAnswered(Fact):
    """A decision answers the request out of a social contract."""

    request_id: Annotated[UUID, InSummary(), Counted()]
    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    result: Annotated[Code, Known(RequestResult), Counted()]
    on: Annotated[date, InSummary(), Counted()]


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
