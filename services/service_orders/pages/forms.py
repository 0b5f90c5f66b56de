"""What is written down when a service is ordered: for whom, what is done, what the carer must know.

The limits are those of the public fact, so that what was accepted can be told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from osnowa_contracts.values import Code, Unit
from osnowa_contracts.wording.labels import LABELS, label
from pydantic import AfterValidator, Field

from chassis.inputs import Input
from chassis.web.language import Speech
from services.service_orders.lifecycle import State
from services.service_orders.order import Order
from services.service_orders.values import Address, ClientSheet, Contact, Days, Scope

NOTHING = "NONE"


def _asked(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Raises ValueError where something is named beside nothing."""
    if NOTHING in codes and len(codes) > 1:
        raise ValueError("W polu „{label}” zaznacz „brak” albo to, co jest; nie jedno i drugie.")
    return codes


Codes = Annotated[tuple[Code, ...], Field(min_length=1, max_length=40)]


class GoalNamed(Input):
    what: str = Field(min_length=2, max_length=200, title="Cel")


class AddressGiven(Input):
    street: str = Field(min_length=2, max_length=120, title="Ulica i numer")
    postal_code: str = Field(pattern=r"^[0-9]{2}-[0-9]{3}$", title="Kod pocztowy")
    city: str = Field(min_length=2, max_length=60, title="Miejscowość")


class ContactNamed(Input):
    name: str = Field(min_length=2, max_length=120, title="Imię i nazwisko")
    relation: Code = Field(title="Kim jest dla klienta")
    phone: str = Field(min_length=5, max_length=20, title="Telefon")


class OrderPrepared(Input):
    """Hours, days, period and fee are those of the decision."""

    contractor: Unit = Field(title="Wykonawca")
    activities: Codes = Field(title="Co opiekun ma robić")
    goals: tuple[GoalNamed, ...] = Field(
        default=(), max_length=40, title="Cele usługi, jeśli są ustalone"
    )
    given_names: str = Field(min_length=1, max_length=80, title="Imiona klienta")
    family_name: str = Field(min_length=1, max_length=80, title="Nazwisko klienta")
    birth_date: date = Field(title="Data urodzenia")
    phone: str | None = Field(default=None, min_length=5, max_length=20, title="Telefon klienta")
    address: AddressGiven = Field(title="Dokąd przychodzi opiekun")
    contacts: tuple[ContactNamed, ...] = Field(min_length=1, max_length=6, title="Do kogo dzwonić")
    health_needs: Annotated[Codes, AfterValidator(_asked)] = Field(title="Potrzeby zdrowotne")
    risks: Annotated[Codes, AfterValidator(_asked)] = Field(title="Na co uważać")
    access: str = Field(min_length=2, max_length=200, title="Jak wejść do mieszkania")

    def sheet(self) -> ClientSheet:
        return ClientSheet(
            given_names=self.given_names,
            family_name=self.family_name,
            birth_date=self.birth_date,
            address=Address(**dict(self.address)),
            contacts=tuple(Contact(**dict(one)) for one in self.contacts),
            health_needs=self.health_needs,
            risks=self.risks,
            access=self.access,
            phone=self.phone,
        )

    def scope(self, hours_per_day: Decimal, days: str | None) -> Scope:
        return Scope(
            hours_per_day,
            self.activities,
            Days(days or Days.WORKING),
            tuple(goal.what for goal in self.goals),
        )


def labels(vocabulary: str, speech: Speech) -> list[tuple[str, str]]:
    """The codes of a vocabulary of the contracts, as the contracts call them."""
    return [(code, label(vocabulary, code, speech.language)) for code in LABELS[vocabulary]]


def as_ordered_before(order: Order) -> Mapping[str, Any]:
    """What the form begins with, so that nobody writes a sheet twice.

    Whoever rejected the order is not asked again.
    """
    start: dict[str, Any] = vars(order.sheet) | {
        "activities": order.scope.activities,
        "goals": [{"what": goal} for goal in order.scope.goals],
    }
    return start if order.state is State.REJECTED else start | {"contractor": order.contractor}
