"""Who pays for a home, the days somebody was in it, and what a month comes to for each payer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from chassis.calendar import Month
from services.benefits.calculation import partial_month
from services.benefits.payments import NOTHING
from services.benefits.realisation.values import Payer


@dataclass(frozen=True)
class RelativeShare:
    """What a relative pays a month, by agreement."""

    obliged_id: UUID
    amount: Decimal


@dataclass(frozen=True)
class Shares:
    """Who pays for a place in a home from a day on; PLN a month, the gmina the rest of the cost."""

    valid_from: date
    cost: Decimal
    resident: Decimal
    relatives: tuple[RelativeShare, ...] = ()
    decision_id: UUID | None = None

    @property
    def gmina(self) -> Decimal:
        """What is left of the cost (ups art. 61 ust. 2 pkt 3)."""
        return self.cost - self.resident - sum((one.amount for one in self.relatives), NOTHING)


@dataclass(frozen=True)
class Part:
    """What one payer owes of a month; `obliged_id` names the relative."""

    payer: Payer
    amount: Decimal
    obliged_id: UUID | None = None


@dataclass(frozen=True)
class Charge:
    """The receivable of a month, for the days `first` to `last`; an order has its own."""

    month: str
    first: date
    last: date
    parts: tuple[Part, ...]
    order_id: UUID | None = None

    @property
    def total(self) -> Decimal:
        return sum((part.amount for part in self.parts), NOTHING)


@dataclass(frozen=True)
class Waiting:
    """The home is full; the client was told by when a place is expected."""

    expected_on: date
    informed_on: date


@dataclass(frozen=True)
class Stay:
    """In the home, from the day of admission to the last day, if it is over."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class Stretch:
    """Days of one month in the home at the same shares."""

    shares: Shares
    first: date
    last: date


def touches(stay: Stay, month: Month) -> bool:
    return stay.first <= month.last and (stay.last is None or stay.last >= month.first)


def charge_of(month: str, stretches: list[Stretch]) -> Charge:
    """Every payer's part of all stretches."""
    parts: dict[tuple[Payer, UUID | None], Part] = {}
    for stretch in stretches:
        for part in _parts(stretch.shares, stretch.first, stretch.last):
            key = (part.payer, part.obliged_id)
            before = parts[key].amount if key in parts else NOTHING
            parts[key] = replace(part, amount=before + part.amount)
    return Charge(month, stretches[0].first, stretches[-1].last, tuple(parts.values()))


def nothing_of(charge: Charge) -> Charge:
    return replace(charge, parts=tuple(replace(part, amount=NOTHING) for part in charge.parts))


def _parts(shares: Shares, first: date, last: date) -> tuple[Part, ...]:
    """Each share by days; the gmina pays what is left of the cost (ups art. 61 ust. 2 pkt 3).

    Where rounding would take them a grosz beyond the cost, the last of them pays it less.
    """
    left, found = partial_month(shares.cost, first, last), []
    for payer, obliged_id, whole in (
        (Payer.RESIDENT, None, shares.resident),
        *((Payer.RELATIVE, r.obliged_id, r.amount) for r in shares.relatives),
    ):
        amount = min(partial_month(whole, first, last), left)
        found.append(Part(payer, amount, obliged_id))
        left -= amount
    return (*found, Part(Payer.GMINA, left))
