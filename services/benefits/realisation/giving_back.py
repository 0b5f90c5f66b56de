"""What came back and is not owed: counted towards another claim, or given back to the client.

A claim falls away with its decision, or becomes less; what was paid on it by then is not lost.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import event
from services.benefits import deadlines
from services.benefits.payments import NOTHING
from services.benefits.realisation.refusals import NothingToGiveBack
from services.benefits.realisation.repayment_events import GivenBack, Receipt, RepaymentEvents
from services.benefits.values import PaymentMethod


class GivingBack(RepaymentEvents):
    """What a `Repayment` holds of money that came back, and what is left of it."""

    id: UUID
    amount: Decimal
    waived: Decimal
    receipts: tuple[Receipt, ...]
    counted_here: Decimal
    counted_elsewhere: Decimal
    refunds: tuple[GivenBack, ...]
    fell_away_on: date | None

    @property
    def received(self) -> Decimal:
        return sum((receipt.amount for receipt in self.receipts), NOTHING)

    @property
    def refunded(self) -> Decimal:
        return sum((refund.amount for refund in self.refunds), NOTHING)

    @property
    def held(self) -> Decimal:
        """What the office has of it: received, or counted over from another claim, and kept."""
        return self.received + self.counted_here - self.counted_elsewhere - self.refunded

    @property
    def rest(self) -> Decimal:
        """What is neither repaid nor waived; nothing of a claim that fell away."""
        if self.fell_away_on is not None:
            return NOTHING
        return max(self.amount - self.held - self.waived, NOTHING)

    @property
    def to_give_back(self) -> Decimal:
        """What came back and is not owed: of a claim that fell away, or became less."""
        owed = NOTHING if self.fell_away_on is not None else self.amount
        return max(self.held - owed, NOTHING)

    @property
    def _last_receipt(self) -> date | None:
        return max((receipt.on for receipt in self.receipts), default=None)

    def count_in(self, other: GivingBack, *, on: date, most: Decimal | None = None) -> Decimal:
        """What came back on another claim and is not owed there is paid here already.

        As much as is left here, and no more than `most`; tells how much.
        """
        if other.id == self.id:
            return NOTHING
        amount = min(other.to_give_back, self.rest, self.rest if most is None else most)
        if amount > 0:
            other._counted_elsewhere(repayment_id=self.id, amount=amount, on=on)
            self._counted_here(repayment_id=other.id, amount=amount, on=on)
        return amount

    @event(RepaymentEvents.CountedElsewhere)
    def _counted_elsewhere(self, repayment_id: UUID, amount: Decimal, on: date) -> None:
        self.counted_elsewhere += amount

    @event(RepaymentEvents.CountedHere)
    def _counted_here(self, repayment_id: UUID, amount: Decimal, on: date) -> None:
        self.counted_here += amount

    def refund(self, method: PaymentMethod, *, by: str, on: date) -> GivenBack:
        """All of it goes back to the client, once. Raises NothingToGiveBack, NotBeforeEarlier."""
        if self.to_give_back <= 0:
            raise NothingToGiveBack
        deadlines.not_before("ostatnia wpłata", "the last payment", self._last_receipt, on)
        refund_id = uuid5(self.id, f"refund/{len(self.refunds) + 1}")
        refund = GivenBack(refund_id, self.to_give_back, on, method, by)
        self._refunded(refund=refund)
        return refund

    @event(RepaymentEvents.RepaymentRefunded)
    def _refunded(self, refund: GivenBack) -> None:
        self.refunds += (refund,)
