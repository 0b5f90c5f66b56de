"""Fees of a service as receivables of the month: who pays how much (ups art. 50 ust. 6, 60 to 64).

For a residential home the resident and relatives pay their shares and the gmina what is left of the
cost; a month in part costs its part by days. For home care the month's settlement tells the fee.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.benefits.payments import NOTHING
from services.benefits.realisation.refusals import (
    AlreadyCharged,
    MonthNotCovered,
    MoreThanRest,
    NotCharged,
    SharesExceedCost,
    SharesMissing,
    StayBegun,
    StayNotBegun,
)
from services.benefits.realisation.shares import (
    Charge,
    Part,
    RelativeShare,
    Shares,
    Stay,
    Stretch,
    Waiting,
    charge_of,
    nothing_of,
    touches,
)
from services.benefits.realisation.values import Payer
from services.benefits.refusals.general import NotBeforeEarlier
from services.benefits.values import Benefit

__all__ = ["Charge", "Fees", "Part", "RelativeShare", "Shares", "Stay", "Waiting", "fees_id_for"]


def fees_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "fees")


class Fees(Aggregate):
    """The fee account of a case about a service."""

    TOPIC = "benefits.fees"

    class AccountOpened(Created):
        TOPIC = "benefits.fees.account-opened.1"
        case_id: UUID
        person_id: UUID
        benefit: Benefit

    class SharesSet(Aggregate.Event):
        TOPIC = "benefits.fees.shares-set.1"
        shares: Shares

    class PlaceAwaited(Aggregate.Event):
        TOPIC = "benefits.fees.place-awaited.1"
        waiting: Waiting

    class StayStarted(Aggregate.Event):
        TOPIC = "benefits.fees.stay-started.1"
        on: date

    class StayEnded(Aggregate.Event):
        TOPIC = "benefits.fees.stay-ended.1"
        on: date

    class FeeCharged(Aggregate.Event):
        TOPIC = "benefits.fees.charged.1"
        charge: Charge

    class FeeReceived(Aggregate.Event):
        TOPIC = "benefits.fees.received.1"
        month: str
        part: Part
        on: date

    @staticmethod
    def create_id(case_id: UUID, **_: object) -> UUID:
        return fees_id_for(case_id)

    @event(AccountOpened)
    def __init__(self, case_id: UUID, person_id: UUID, benefit: Benefit) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.shares: tuple[Shares, ...] = ()
        self.waiting: Waiting | None = None
        self.stays: tuple[Stay, ...] = ()
        self.charges: tuple[Charge, ...] = ()
        self.received: dict[str, tuple[Part, ...]] = {}

    # --- the residential home -------------------------------------------------

    def set_shares(self, shares: Shares) -> None:
        """From a day on; what was charged since then is corrected. Raises SharesExceedCost."""
        told = shares.resident + sum((r.amount for r in shares.relatives), NOTHING)
        if told > shares.cost:
            raise SharesExceedCost(told, shares.cost)
        self._shares_set(shares=shares)
        self._correct(Month.of(shares.valid_from))

    @event(SharesSet)
    def _shares_set(self, shares: Shares) -> None:
        self.shares += (shares,)

    def await_place(self, expected_on: date, *, informed_on: date) -> None:
        """The home is full; a later notice takes the place of an earlier one. Raises StayBegun."""
        self._require_outside()
        if expected_on <= informed_on:
            raise NotBeforeEarlier("zawiadomienie", "the notice", informed_on)
        self._place_awaited(waiting=Waiting(expected_on, informed_on))

    @event(PlaceAwaited)
    def _place_awaited(self, waiting: Waiting) -> None:
        self.waiting = waiting

    def _require_outside(self) -> None:
        if self.stays and self.stays[-1].last is None:
            raise StayBegun(self.stays[-1].first)

    def start_stay(self, on: date) -> None:
        """The resident was admitted. Raises SharesMissing, StayBegun, NotBeforeEarlier."""
        self._shares_on(on)
        self._require_outside()
        if self.stays and self.stays[-1].last is not None and on <= self.stays[-1].last:
            raise NotBeforeEarlier("koniec pobytu", "the end of the stay", self.stays[-1].last)
        self._stay_started(on=on)
        self._correct(Month.of(on))

    @event(StayStarted)
    def _stay_started(self, on: date) -> None:
        self.waiting = None
        self.stays += (Stay(on),)

    def end_stay(self, on: date) -> None:
        """The last day; months that were charged beyond it are corrected. Raises StayNotBegun."""
        if not self.stays or self.stays[-1].last is not None:
            raise StayNotBegun
        if on < self.stays[-1].first:
            raise NotBeforeEarlier("przyjęcie", "the admission", self.stays[-1].first)
        self._stay_ended(on=on)
        self._correct(Month.of(on))

    @event(StayEnded)
    def _stay_ended(self, on: date) -> None:
        self.stays = (*self.stays[:-1], Stay(self.stays[-1].first, on))

    def charge_month(self, month: str, *, on: date) -> Charge:
        """A month that is over, once. Raises AlreadyCharged, MonthNotCovered, SharesMissing."""
        if any(charge.month == month for charge in self.charges):
            raise AlreadyCharged(month)
        stretches = self._stretches(Month.parse(month))
        if not stretches or Month.of(on) <= Month.parse(month):
            raise MonthNotCovered(month)
        charge = charge_of(month, stretches)
        self._charged(charge=charge)
        return charge

    def _stretches(self, month: Month) -> list[Stretch]:
        """The days in the home, each stretch at the shares that hold then."""
        found: list[Stretch] = []
        for stay in (s for s in self.stays if touches(s, month)):
            first = max(stay.first, month.first)
            last = month.last if stay.last is None else min(stay.last, month.last)
            changes = {s.valid_from for s in self.shares if first < s.valid_from <= last}
            begins = sorted({first, *changes})
            ends = [*(day - timedelta(days=1) for day in begins[1:]), last]
            found += [Stretch(self._shares_on(a), a, b) for a, b in zip(begins, ends, strict=True)]
        return found

    def _correct(self, since: Month) -> None:
        """What was charged from that month on and is not due like that any more."""
        for charge in self.charges:
            if charge.order_id is not None or Month.parse(charge.month) < since:
                continue
            stretches = self._stretches(Month.parse(charge.month))
            right = charge_of(charge.month, stretches) if stretches else nothing_of(charge)
            if right != charge:
                self._charged(charge=right)

    def to_charge(self, on: date) -> list[str]:
        """Months of stay that are over and not charged yet."""
        charged, found = {charge.month for charge in self.charges}, []
        for stay in self.stays:
            month = Month.of(stay.first)
            while month < Month.of(on) and (stay.last is None or month.first <= stay.last):
                if str(month) not in charged:
                    found.append(str(month))
                month = month.next()
        return found

    def _shares_on(self, day: date) -> Shares:
        for shares in reversed(self.shares):
            if shares.valid_from <= day:
                return shares
        raise SharesMissing

    # --- home care ------------------------------------------------------------

    def charge_order(self, order_id: UUID, month: str, fee: Decimal) -> None:
        """What the settlement of an order came to; a corrected one counts from then on."""
        whole = Month.parse(month)
        charge = Charge(month, whole.first, whole.last, (Part(Payer.RESIDENT, fee),), order_id)
        if charge not in self.charges:
            self._charged(charge=charge)

    @event(FeeCharged)
    def _charged(self, charge: Charge) -> None:
        others = [
            c for c in self.charges if (c.month, c.order_id) != (charge.month, charge.order_id)
        ]
        self.charges = (*others, charge)

    # --- what comes in --------------------------------------------------------

    def receive(self, month: str, part: Part, *, on: date) -> None:
        """Raises NotCharged, MoreThanRest."""
        owed = self.owed(month, part.payer, part.obliged_id)
        if owed is None:
            raise NotCharged(month)
        if part.amount > owed:
            raise MoreThanRest(part.amount, owed)
        self._received(month=month, part=part, on=on)

    @event(FeeReceived)
    def _received(self, month: str, part: Part, on: date) -> None:
        self.received[month] = (*self.received.get(month, ()), part)

    def owed(self, month: str, payer: Payer, obliged_id: UUID | None) -> Decimal | None:
        """What is left of a payer's part; None where nothing was charged."""
        key = (payer, obliged_id)
        charged = [
            part.amount
            for charge in self.charges
            for part in charge.parts
            if charge.month == month and (part.payer, part.obliged_id) == key
        ]
        came = [p.amount for p in self.received.get(month, ()) if (p.payer, p.obliged_id) == key]
        return sum(charged, NOTHING) - sum(came, NOTHING) if charged else None

    def arrears_of(self, obliged_id: UUID) -> dict[str, Decimal]:
        """Unpaid parts of a relative, by month."""
        months = {charge.month for charge in self.charges}
        owed = {m: self.owed(m, Payer.RELATIVE, obliged_id) for m in sorted(months)}
        return {month: rest for month, rest in owed.items() if rest and rest > 0}
