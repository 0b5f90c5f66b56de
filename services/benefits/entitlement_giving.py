"""What is given of a benefit that is no money, and how one goes on after work was found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import event
from chassis.calendar import Month
from services.benefits.calculation import Continuation, InForce, contract_continuation
from services.benefits.entitlement_events import EntitlementEvents, Handed
from services.benefits.entitlement_payments import EntitlementPayments
from services.benefits.lifecycle import Action, require
from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.giving import (
    AlreadyDelivered,
    NothingToDeliver,
    NotUnderContract,
    OutsideThePeriod,
    WorkAfterTheEnd,
)
from services.benefits.values import DELIVERED, DELIVERED_ONCE, UNDER_CONTRACT, Benefit


class EntitlementGiving(EntitlementPayments):
    """Deliveries and the continuation of an `Entitlement`."""

    id: UUID
    benefit: Benefit
    valid_from: date
    valid_to: date | None
    deliveries: tuple[Handed, ...]
    continuation: Continuation | None
    work_since: date | None

    def record_delivery(
        self, quantity: int, value: Decimal | None, text: str, *, on: date, by: str, today: date
    ) -> Handed:
        """Help in kind once; meals, nights and a flat once a month, for the month of the day.

        Raises NothingToDeliver, OutsideThePeriod, AlreadyDelivered, InTheFuture.
        """
        require(Action.RECORD_DELIVERY, self.state)
        if self.benefit not in DELIVERED:
            raise NothingToDeliver(self.benefit.value)
        if on > today:
            raise InTheFuture(on)
        if on < self.valid_from or (self.valid_to is not None and on > self.valid_to):
            raise OutsideThePeriod(on)
        month = str(Month.of(on))
        for one in self.deliveries:
            if self.benefit in DELIVERED_ONCE or one.month == month:
                raise AlreadyDelivered(one.on)
        name = f"delivery/{len(self.deliveries) + 1}"
        handed = Handed(uuid5(self.id, name), month, on, quantity, value, text, by)
        self._help_delivered(handed=handed)
        return handed

    @event(EntitlementEvents.HelpDelivered)
    def _help_delivered(self, handed: Handed) -> None:
        self.deliveries += (handed,)

    @property
    def delivery_open(self) -> bool:
        """Given once, and not given yet."""
        return self.benefit in DELIVERED_ONCE and not self.deliveries

    def calculate_continuation(self, work_since: date, *, law: InForce) -> Continuation:
        """Until when it goes on after work was found, whatever the income (ups art. 39a ust. 2).

        Raises NotUnderContract, WorkAfterTheEnd.
        """
        require(Action.CALCULATE_CONTINUATION, self.state)
        if self.benefit not in UNDER_CONTRACT or self.valid_to is None:
            raise NotUnderContract(self.benefit.value)
        if work_since > self.valid_to:
            raise WorkAfterTheEnd(self.valid_to)
        found = contract_continuation(work_since, self.valid_to, law)
        self._continuation_calculated(work_since=work_since, continuation=found)
        return found

    @event(EntitlementEvents.ContinuationCalculated)
    def _continuation_calculated(self, work_since: date, continuation: Continuation) -> None:
        self.continuation = continuation
        self.work_since = work_since
