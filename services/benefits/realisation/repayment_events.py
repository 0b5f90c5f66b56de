"""What happens to money that is to come back, one past-tense event each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from chassis.aggregate import Aggregate
from services.benefits.realisation.values import WaiverReason
from services.benefits.values import PaymentMethod


@dataclass(frozen=True)
class Instalment:
    """A part of what is to come back, PLN, and until when."""

    number: int
    due_on: date
    amount: Decimal


@dataclass(frozen=True)
class Receipt:
    """Money that came back."""

    receipt_id: UUID
    amount: Decimal
    on: date
    method: PaymentMethod


@dataclass(frozen=True)
class GivenBack:
    """Money that had come back and was not owed, and that the client has again."""

    refund_id: UUID
    amount: Decimal
    on: date
    method: PaymentMethod
    by: str


@dataclass(frozen=True)
class Owed:
    """What is still missing of an instalment."""

    number: int
    due_on: date
    rest: Decimal


class RepaymentEvents:
    """Every event but the first two, which the library wants inside their aggregate."""

    class ClaimAdjusted(Aggregate.Event):
        TOPIC = "benefits.repayment.adjusted.1"
        amount: Decimal
        on: date

    class PlanSet(Aggregate.Event):
        TOPIC = "benefits.repayment.plan-set.1"
        instalments: tuple[Instalment, ...]
        by: str
        on: date

    class RepaymentReceived(Aggregate.Event):
        TOPIC = "benefits.repayment.received.1"
        receipt: Receipt

    class RepaymentWaived(Aggregate.Event):
        TOPIC = "benefits.repayment.waived.1"
        amount: Decimal
        reason: WaiverReason
        by: str
        on: date

    class CountedElsewhere(Aggregate.Event):
        """What came back and is not owed here counts towards another claim of the benefit."""

        TOPIC = "benefits.repayment.counted-elsewhere.1"
        repayment_id: UUID
        amount: Decimal
        on: date

    class CountedHere(Aggregate.Event):
        """It came back on another claim of the benefit."""

        TOPIC = "benefits.repayment.counted-here.1"
        repayment_id: UUID
        amount: Decimal
        on: date

    class RepaymentRefunded(Aggregate.Event):
        TOPIC = "benefits.repayment.refunded.1"
        refund: GivenBack

    class ClaimFellAway(Aggregate.Event):
        TOPIC = "benefits.repayment.fell-away.1"
        on: date

    class ClaimStandsAgain(Aggregate.Event):
        TOPIC = "benefits.repayment.stands-again.1"
        on: date
