"""The value objects of an order: what is ordered, for whom, at which fee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Days(StrEnum):
    """On which days a service is given."""

    WORKING = "working"
    ALL = "all"


class EndReason(StrEnum):
    """Why an order ends."""

    PERIOD = "PERIOD"
    DEATH = "DEATH"
    DPS = "DPS"
    RESIGNATION = "RESIGNATION"
    REVOKED = "REVOKED"


class Result(StrEnum):
    """What an evaluation concludes (annex 6: keep, change, end)."""

    CONTINUE = "CONTINUE"
    CHANGE = "CHANGE"
    END = "END"


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


@dataclass(frozen=True)
class Basis:
    """The decision behind an order: how much, how long, for which fee in PLN an hour.

    `issued_at` is the moment of the decision; from it the lag of the order is measured.
    """

    decision_id: UUID
    issued_at: datetime
    """ISO 8601 with its offset: the moment of the decision, from which the lag is measured."""
    first_day: date
    last_day: date
    hours_per_day: Decimal
    fee_per_hour: Decimal


@dataclass(frozen=True)
class Version:
    """One version of the terms. Number 1 comes with the order, each amendment adds one.

    An urgent order has no decision, and a provisional fee, until it is confirmed.
    """

    number: int
    valid_from: date
    scope: Scope
    fee_per_hour: Decimal
    decision_id: UUID | None


@dataclass(frozen=True)
class Slot:
    """A visit that comes again every week (annex 3); weekday 1 is Monday, times as `08:00`."""

    weekday: int
    start: str
    end: str


def in_force(versions: tuple[Version, ...], day: date) -> Version | None:
    """The terms that hold on that day, or None before the first."""
    held = [version for version in versions if version.valid_from <= day]
    return max(held, key=lambda version: (version.valid_from, version.number), default=None)


@dataclass(frozen=True)
class Figures:
    """What a contractor reports of a month (`domain.md` E9); units are hours."""

    planned_units: Decimal
    done_units: Decimal
    orders_active: int = 1
    refusals: int = 0
    incidents: int = 0
    complaints: int = 0
