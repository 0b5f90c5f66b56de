"""What is found about the means of a household, one past-tense event each; rules: `means.py`."""

from __future__ import annotations

from decimal import Decimal

from chassis.aggregate import Aggregate
from services.benefits.calculation import CareHomeFees, Entitled, Fee, Range
from services.benefits.values import Income


class MeansEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class IncomeEstablished(Aggregate.Event):
        TOPIC = "benefits.means.income-established.1"
        income: Income

    class EntitlementCalculated(Aggregate.Event):
        TOPIC = "benefits.means.entitlement-calculated.1"
        result: Range
        proposed: Decimal

    class RightCalculated(Aggregate.Event):
        TOPIC = "benefits.means.right-calculated.1"
        right: Entitled

    class FeeCalculated(Aggregate.Event):
        TOPIC = "benefits.means.fee-calculated.1"
        fee: Fee
        hours_per_day: Decimal | None

    class HomeFeesCalculated(Aggregate.Event):
        TOPIC = "benefits.means.home-fees-calculated.1"
        fees: CareHomeFees
