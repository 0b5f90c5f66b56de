"""What happens to a benefit in realisation, one past-tense event each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from chassis.aggregate import Aggregate
from services.benefits.calculation import Continuation, IncomeChange
from services.benefits.payments import Overpaid, Payment
from services.benefits.values import ReviewResult, ReviewTrigger, ServiceScope


class End(StrEnum):
    """Why a benefit ended."""

    PERIOD = "PERIOD"
    REVOKED = "REVOKED"
    OVERTURNED = "OVERTURNED"
    DPS = "DPS"
    """The client moved into a residential home."""


@dataclass(frozen=True)
class Version:
    """What is granted from a day on, and by which decision."""

    valid_from: date
    amount: Decimal | None
    service: ServiceScope | None
    decision_id: UUID
    valid_to: date | None = None


@dataclass(frozen=True)
class Ending:
    """How a benefit had ended; `lifted_by`: the decision that gives it again."""

    on: date
    by: UUID | None
    reason: End
    lifted_by: UUID


@dataclass(frozen=True)
class Handed:
    """What was given instead of money: `quantity` of meals, nights or things; value in PLN."""

    delivery_id: UUID
    month: str
    on: date
    quantity: int
    value: Decimal | None
    text: str
    by: str


@dataclass(frozen=True)
class Review:
    review_id: UUID
    trigger: ReviewTrigger
    ground: UUID | None
    """The certificate or report that called for it."""
    opened_on: date
    take_up_by: date
    taken_up_by: str | None = None
    decide_by: date | None = None
    """Where its decision was overturned; else it is a month from the start of the review."""


class EntitlementEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class PaymentExecuted(Aggregate.Event):
        TOPIC = "benefits.entitlement.payment-executed.1"
        payment: Payment

    class PaymentCancelled(Aggregate.Event):
        TOPIC = "benefits.entitlement.payment-cancelled.1"
        payment: Payment

    class HelpDelivered(Aggregate.Event):
        TOPIC = "benefits.entitlement.help-delivered.1"
        handed: Handed

    class ContinuationCalculated(Aggregate.Event):
        TOPIC = "benefits.entitlement.continuation-calculated.1"
        work_since: date
        continuation: Continuation

    class IncomeChangeCalculated(Aggregate.Event):
        TOPIC = "benefits.entitlement.income-change-calculated.1"
        review_id: UUID
        change: IncomeChange

    class PaymentReturned(Aggregate.Event):
        TOPIC = "benefits.entitlement.payment-returned.1"
        payment: Payment

    class PaymentReissued(Aggregate.Event):
        TOPIC = "benefits.entitlement.payment-reissued.1"
        payment: Payment

    class PlanExtended(Aggregate.Event):
        TOPIC = "benefits.entitlement.plan-extended.1"
        before: str
        until: str
        on: date

    class UndueBenefitEstablished(Aggregate.Event):
        TOPIC = "benefits.entitlement.undue-established.1"
        decision_id: UUID
        months: tuple[Overpaid, ...]
        on: date

    class UndueSetAside(Aggregate.Event):
        TOPIC = "benefits.entitlement.undue-set-aside.1"
        decision_id: UUID
        months: tuple[Overpaid, ...]
        on: date

    class ReviewOpened(Aggregate.Event):
        TOPIC = "benefits.entitlement.review-opened.1"
        review: Review

    class ReviewTakenUp(Aggregate.Event):
        TOPIC = "benefits.entitlement.review-taken-up.1"
        by: str
        on: date

    class ReviewSentBack(Aggregate.Event):
        TOPIC = "benefits.entitlement.review-sent-back.1"
        on: date
        decide_by: date

    class ReviewClosed(Aggregate.Event):
        TOPIC = "benefits.entitlement.review-closed.1"
        review_id: UUID
        result: ReviewResult
        decision_id: UUID | None
        on: date

    class BenefitSuspended(Aggregate.Event):
        TOPIC = "benefits.entitlement.suspended.1"
        decision_id: UUID
        valid_from: date
        on: date

    class BenefitChanged(Aggregate.Event):
        TOPIC = "benefits.entitlement.changed.1"
        version: Version
        valid_to: date | None
        on: date
        limited: bool = False
        resumes: bool = False
        """It had ended, and is given again."""

    class ChangeUndone(Aggregate.Event):
        """`valid_from`: from which day on it had held; None: it had changed nothing."""

        TOPIC = "benefits.entitlement.change-undone.1"
        decision_id: UUID
        on: date
        valid_from: date | None = None

    class BenefitEnded(Aggregate.Event):
        TOPIC = "benefits.entitlement.ended.1"
        reason: End
        valid_from: date
        on: date
        decision_id: UUID | None = None
