"""An order and its months load the same from a snapshot as from their events."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from chassis.aggregate import Aggregate
from chassis.snapshots import decoded, encoded
from services.service_orders.supervision import Supervision
from services.service_orders.visits import Absence, MonthOfVisits, Visit
from tests.service_orders.given import CHANGED, NGO, PERSON, in_service


def _order() -> Aggregate:
    order = in_service()
    order.amend(order.placed_terms().newest.scope, valid_from=date(2026, 4, 1), basis=CHANGED)
    order.acknowledge(2, by=NGO, on=date(2026, 3, 25))
    return order


def _month() -> Aggregate:
    month = MonthOfVisits(uuid4(), PERSON, "2026-03")
    month.complete(Visit(uuid4(), date(2026, 3, 6), 120, ("HYGIENE",)))
    month.report_absence(Absence(uuid4(), date(2026, 3, 17), None, "HOSPITAL"))
    month.settle({}, on=date(2026, 4, 1), over_on=date(2026, 3, 31))
    return month


def _supervision() -> Aggregate:
    heard = Supervision(uuid4(), PERSON)
    heard.answer_survey(uuid4(), Decimal("4.6"), on=date(2026, 4, 30))
    heard.report_incident(uuid4(), "LOW", "FALL", on=date(2026, 4, 30))
    return heard


@pytest.mark.parametrize("made", [_order, _month, _supervision])
def test_a_snapshot_holds_all_there_is(made: Any) -> None:
    state = {name: value for name, value in vars(made()).items() if name != "_pending_events"}
    assert decoded(json.loads(json.dumps(encoded(state)))) == state
