"""What was stored by an earlier version is still read, and its explanation still written."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

from chassis.event_mapper import JsonMapper
from services.benefits.calculation import reasons
from services.benefits.means import Means

STEP = {
    "basis": "ups art. 38 ust. 2", "pl": "Różnica kryterium i dochodu",
    "en": "Criterion less income", "amount": "400",
}  # fmt: skip
INCOME = {
    "month": "2026-01", "household_size": 1, "total": "610.00", "per_capita": "610.00",
    "components": [{"kind": "CASUAL_WORK", "amount": "610.00", "counted": True}],
}  # fmt: skip
RANGE = {
    "formula_version": "periodic-1", "params_date": "2025-01-01", "minimum": "200.00",
    "maximum": "400.00", "steps": [STEP],
}  # fmt: skip
FEE = {
    "scale_id": "home-care-2025", "criterion_percent": "138.61", "share": "10",
    "cost_per_hour": "35.00", "fee_per_hour": "3.50", "steps": [STEP],
}  # fmt: skip


def restored(topic: str, **state: object) -> object:
    return JsonMapper().restore(
        topic, uuid4(), 2, datetime(2026, 2, 10, tzinfo=UTC), json.dumps(state)
    )


def test_an_income_without_steps_is_read() -> None:
    event = restored("benefits.means.income-established.1", income=INCOME)
    assert isinstance(event, Means.IncomeEstablished)
    assert event.income.total == Decimal("610.00")
    assert (event.income.own, event.income.steps) == (None, ())


def test_a_calculation_whose_steps_name_no_set_is_read_and_explained() -> None:
    event = restored("benefits.means.entitlement-calculated.1", result=RANGE, proposed="200.00")
    assert isinstance(event, Means.EntitlementCalculated)
    assert event.result.params_date == date(2025, 1, 1)
    assert reasons(event.result.steps).startswith("1. Różnica kryterium i dochodu: 400,00")


def test_a_fee_of_before_is_read() -> None:
    event = restored("benefits.means.fee-calculated.1", fee=FEE, hours_per_day="2")
    assert isinstance(event, Means.FeeCalculated)
    assert event.fee.fee_per_hour == Decimal("3.50")
