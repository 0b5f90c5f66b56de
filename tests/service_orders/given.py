"""What the tests of service orders start from: the mother of scenario K2 and her terms."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from services.service_orders.order import Order
from services.service_orders.values import (
    Address,
    Basis,
    ClientSheet,
    Contact,
    Draft,
    Schedule,
    Scope,
    Slot,
)

WARSAW = ZoneInfo("Europe/Warsaw")
PERSON = UUID("00000000-0000-4000-8000-000000000001")
CASE = UUID("00000000-0000-4000-8000-000000000002")
DECISION = UUID("00000000-0000-4000-8000-000000000003")
CHANGE = UUID("00000000-0000-4000-8000-000000000004")
NGO = "ngo-opiekun"
ISSUED_AT = datetime(2026, 3, 5, 12, 0, tzinfo=WARSAW)

SHEET = ClientSheet(
    given_names="Anna",
    family_name="Przykładowa",
    birth_date=date(1942, 1, 12),
    address=Address("ul. Przykładowa 4/7", "00-001", "Miasto"),
    contacts=(Contact("Ewa Przykładowa", "DAUGHTER", "+48500000000"),),
    health_needs=("LIMITED_MOBILITY",),
    risks=("FALL",),
    access="klucz u córki",
)
SCOPE = Scope(Decimal(2), ("HYGIENE", "MEALS"))
BASIS = Basis(
    decision_id=DECISION,
    issued_at=ISSUED_AT,
    first_day=date(2026, 3, 6),
    last_day=date(2026, 8, 31),
    hours_per_day=Decimal(2),
    fee_per_hour=Decimal("3.50"),
)
CHANGED = Basis(
    decision_id=CHANGE,
    issued_at=datetime(2026, 3, 24, 15, 0, tzinfo=WARSAW),
    first_day=date(2026, 4, 1),
    last_day=date(2026, 8, 31),
    hours_per_day=Decimal(3),
    fee_per_hour=Decimal("3.50"),
)


def draft() -> Order:
    return Order.prepare(
        Draft(PERSON, CASE, "HOME_CARE", 1, NGO, SHEET, SCOPE), on=date(2026, 3, 4)
    )


def schedule(version: int = 1) -> Schedule:
    slots = tuple(Slot(weekday, "08:00", "10:00") for weekday in range(1, 6))
    return Schedule(date(2026, 3, 6), version, slots, "carer-1")


def placed() -> Order:
    order = draft()
    order.place(BASIS, at=ISSUED_AT)
    return order


def in_service() -> Order:
    order = placed()
    order.accept(by=NGO, on=date(2026, 3, 5))
    order.set_schedule(schedule(), by=NGO)
    order.start(date(2026, 3, 6), by=NGO)
    order.visit(date(2026, 3, 6), by=NGO)
    return order
