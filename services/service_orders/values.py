"""The value objects of an order: what is ordered, for whom, at which fee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid5

from osnowa_contracts import codes

from services.service_orders.refusals import (
    ActivitiesMissing,
    ClientSheetIncomplete,
    HoursImplausible,
)

Days = codes.Days
EndReason = codes.OrderEnd
Result = codes.Evaluation
DecisionKind = codes.DecisionKind

GRANTING = frozenset({DecisionKind.GRANT, DecisionKind.PARTIAL})
"""Kinds of decisions by which a service begins."""

AppealResult = codes.AppealResult
OVERTURNING = frozenset({AppealResult.SELF_CORRECTED, AppealResult.REVERSED, AppealResult.REMITTED})
"""What may become of an appeal so that the decision is no more (KPA 132, 138)."""


@dataclass(frozen=True)
class Scope:
    """Individual scope (annex 2): hours on each service day, and what is done in them."""

    hours_per_day: Decimal
    activities: tuple[str, ...]
    days: Days = Days.WORKING
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Address:
    """Where the carer goes."""

    street: str
    postal_code: str
    city: str


@dataclass(frozen=True)
class Contact:
    """Somebody to call."""

    name: str
    relation: str
    phone: str


@dataclass(frozen=True)
class ClientSheet:
    """What the carer must know before the first visit (`domain.md` E6, E7 annexes 1 and 2).

    All of it is personal. It never goes to benefits, PUP or statistics. Whoever has no special
    needs or risks has the code `NONE`: an empty list means that nobody asked.
    """

    given_names: str
    family_name: str
    birth_date: date
    address: Address
    contacts: tuple[Contact, ...]
    health_needs: tuple[str, ...]
    risks: tuple[str, ...]
    access: str
    phone: str | None = None

    def missing(self) -> tuple[str, ...]:
        """The names of the mandatory fields that are empty."""
        needed = {
            "given_names": self.given_names,
            "family_name": self.family_name,
            "address.street": self.address.street,
            "address.postal_code": self.address.postal_code,
            "address.city": self.address.city,
            "contacts": self.contacts,
            "health_needs": self.health_needs,
            "risks": self.risks,
            "access": self.access,
        }
        return tuple(name for name, value in needed.items() if not value)

    def require_full(self) -> None:
        """Raises ClientSheetIncomplete, which names what is missing."""
        if missing := self.missing():
            raise ClientSheetIncomplete(missing)


@dataclass(frozen=True)
class Basis:
    """The decision behind an order: how much, how long, for which fee in PLN an hour.

    `issued_at` is the moment of the decision; from it the lag of the order is measured.
    """

    decision_id: UUID
    issued_at: datetime
    first_day: date
    last_day: date
    hours_per_day: Decimal
    fee_per_hour: Decimal


@dataclass(frozen=True)
class Decided:
    """A decision of benefits on a service, as the order of its case follows it.

    `basis` where it grants or changes the service; `renews` where it comes in an earlier one's
    place: after an appeal, or after a reopening.
    """

    decision_id: UUID
    case_id: UUID
    person_id: UUID
    service: str
    kind: str
    first_day: date
    basis: Basis | None = None
    renews: bool = False


@dataclass(frozen=True)
class Undone:
    """A decision that holds no more, or holds again; `service` where the fact names it."""

    decision_id: UUID
    case_id: UUID
    person_id: UUID
    service: str | None
    first_day: date


@dataclass(frozen=True)
class Standing:
    """What the decisions on a service say by now: its terms, if any, and the kind that stops it."""

    basis: Basis | None = None
    stopped: str | None = None

    def to_be_ordered(self, on: date) -> Basis | None:
        """What a new order would stand on that day, if on anything."""
        holds = self.stopped is None and self.basis is not None and self.basis.last_day >= on
        return self.basis if holds else None


@dataclass(frozen=True)
class Provisional:
    """The terms of an urgent order, until a decision confirms it; its scope is the draft's."""

    first_day: date
    last_day: date
    fee_per_hour: Decimal


@dataclass(frozen=True)
class Draft:
    """What is prepared before the decision. `attempt` counts the orders of a case and service."""

    person_id: UUID
    case_id: UUID
    service: str
    attempt: int
    contractor: str
    sheet: ClientSheet
    scope: Scope

    def require_complete(self) -> None:
        """Raises ClientSheetIncomplete, ActivitiesMissing or HoursImplausible."""
        self.sheet.require_full()
        if not self.scope.activities:
            raise ActivitiesMissing
        if not 0 < self.scope.hours_per_day <= 24:
            raise HoursImplausible


@dataclass(frozen=True)
class Slot:
    """A visit that comes again every week (annex 3); weekday 1 is Monday, times as `08:00`."""

    weekday: int
    start: str
    end: str


@dataclass(frozen=True)
class Schedule:
    """Who comes when, under which version of the order."""

    valid_from: date
    order_version: int
    slots: tuple[Slot, ...]
    carer_id: str | None


@dataclass(frozen=True)
class Figures:
    """What a contractor reports of a month (`domain.md` E9); units are hours."""

    planned_units: Decimal
    done_units: Decimal
    orders_active: int = 1
    refusals: int = 0
    incidents: int = 0
    complaints: int = 0


def order_id(case_id: UUID, service: str, attempt: int) -> UUID:
    """The id of the first, second ... order of a case for a service."""
    return uuid5(case_id, f"order/{service}/{attempt}")
