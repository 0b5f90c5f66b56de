"""What realisation keeps loads the same from a snapshot as from its events."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from chassis.aggregate import Aggregate
from chassis.snapshots import decoded, encoded
from services.benefits.payments import ReturnReason
from services.benefits.realisation.monitoring import Contribution, Monitoring
from services.benefits.realisation.payment_list import Entry, PaymentList
from services.benefits.realisation.values import (
    ChangeKind,
    ChangeSource,
    ContributionKind,
    UtilisationMethod,
    UtilisationResult,
)
from services.benefits.values import PaymentMethod
from tests.benefits.test_plan import LESS, changed, day, paid_until, started
from tests.benefits.test_support import account, supporting
from tests.benefits.test_undue import planned, repayment


def _entitlement() -> Aggregate:
    entitlement = changed(paid_until(8), LESS, day(8), on=day(9, 3))
    entitlement.establish_undue(UUID(int=33), on=day(9, 21))
    august = entitlement.payments["2026-08"].payment_id
    entitlement.return_payment(august, ReturnReason.OTHER, on=day(9, 22))
    return entitlement


def _monitoring() -> Aggregate:
    monitoring = Monitoring.of(started(), on=day(2, 2))
    monitoring.note_terms(day(2, 10))
    monitoring.watch(["2026-02", "2026-03"], on=day(3, 2))
    monitoring.check_utilisation(
        UtilisationMethod.VISIT, UtilisationResult.PARTLY, "", on=day(3), by="x", today=day(3)
    )
    monitoring.report_change(ChangeKind.INCOME, ChangeSource.CLIENT, day(2), "", by="x", on=day(3))
    monitoring.report_contributions(
        Contribution(ContributionKind.HEALTH, "2026-02", Decimal(100), Decimal(9), day(3))
    )
    return monitoring


def _repayment() -> Aggregate:
    owed = repayment()
    planned(owed, 2)
    owed.receive(Decimal(50), PaymentMethod.CASH, on=date(2026, 9, 30))
    return owed


def _fees() -> Aggregate:
    fees = account()
    fees.start_stay(date(2026, 6, 15))
    fees.charge_month("2026-06", on=date(2026, 7, 1))
    return fees


def _obliged() -> Aggregate:
    obliged = supporting()
    obliged.receive("2026-03", Decimal(100), on=day(4))
    obliged.prepare_claim(on=day(4))
    return obliged


def _payment_list() -> Aggregate:
    entry = Entry(UUID(int=1), UUID(int=2), Decimal(100))
    of_day = PaymentList(day(2, 25))
    of_day.draw_up([entry], 1, Decimal(100), by="x", on=day(2, 25))
    return of_day


@pytest.mark.parametrize(
    "made", [_entitlement, _monitoring, _repayment, _fees, _obliged, _payment_list]
)
def test_a_snapshot_holds_all_there_is(made: Any) -> None:
    state = {name: value for name, value in vars(made()).items() if name != "_pending_events"}
    assert decoded(json.loads(json.dumps(encoded(state)))) == state
