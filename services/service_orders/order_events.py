"""What happens to an order, one past-tense event each; the rules stand in `order.py`."""

from __future__ import annotations

from datetime import date, datetime

from chassis.aggregate import Aggregate
from services.service_orders.terms import Version
from services.service_orders.values import (
    Basis,
    ClientSheet,
    EndReason,
    Provisional,
    Result,
    Schedule,
)


class OrderEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class ClientSheetUpdated(Aggregate.Event):
        TOPIC = "service-orders.order.client-sheet-updated.1"
        sheet: ClientSheet

    class Placed(Aggregate.Event):
        TOPIC = "service-orders.order.placed.1"
        basis: Basis
        at: datetime

    class PlacedUrgently(Aggregate.Event):
        TOPIC = "service-orders.order.placed-urgently.1"
        basis: Provisional
        confirm_by: date
        at: datetime

    class Confirmed(Aggregate.Event):
        TOPIC = "service-orders.order.confirmed.1"
        basis: Basis
        on: date

    class Accepted(Aggregate.Event):
        TOPIC = "service-orders.order.accepted.1"
        on: date
        starts_on: date | None

    class Rejected(Aggregate.Event):
        TOPIC = "service-orders.order.rejected.1"
        reason: str
        on: date

    class Queued(Aggregate.Event):
        TOPIC = "service-orders.order.queued.1"
        expected_on: date | None
        on: date

    class Scheduled(Aggregate.Event):
        TOPIC = "service-orders.order.scheduled.1"
        schedule: Schedule

    class Started(Aggregate.Event):
        TOPIC = "service-orders.order.started.1"
        on: date

    class FirstVisitMade(Aggregate.Event):
        TOPIC = "service-orders.order.first-visit-made.1"
        on: date

    class Suspended(Aggregate.Event):
        TOPIC = "service-orders.order.suspended.1"
        first_day: date
        last_day: date | None
        reason: str
        by_decision: bool

    class Resumed(Aggregate.Event):
        TOPIC = "service-orders.order.resumed.1"
        on: date

    class Amended(Aggregate.Event):
        TOPIC = "service-orders.order.amended.1"
        version: Version
        last_day: date

    class AmendmentAcknowledged(Aggregate.Event):
        TOPIC = "service-orders.order.amendment-acknowledged.1"
        version: int
        on: date

    class MonthSettled(Aggregate.Event):
        TOPIC = "service-orders.order.month-settled.1"
        month: str
        all_settled: bool

    class Ended(Aggregate.Event):
        TOPIC = "service-orders.order.ended.1"
        reason: EndReason
        on: date

    class Evaluated(Aggregate.Event):
        TOPIC = "service-orders.order.evaluated.1"
        result: Result
        effects: str
        on: date
