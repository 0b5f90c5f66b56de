"""The payments of one day as the cashier makes them: drawn up once, each paid once, then closed."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import NAMESPACE_URL, UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.payments import NOTHING
from services.benefits.realisation.refusals import ListChanged, NothingToPay


@dataclass(frozen=True)
class Entry:
    """A payment that stood on the list when it was drawn up."""

    entitlement_id: UUID
    payment_id: UUID
    amount: Decimal


@dataclass(frozen=True)
class Sheet:
    """One list of the day; a later one holds what was planned or sent again since."""

    list_id: UUID
    entries: tuple[Entry, ...]

    @property
    def total(self) -> Decimal:
        return sum((entry.amount for entry in self.entries), NOTHING)


@dataclass(frozen=True)
class Outcome:
    """What a list came to: payments made and their sum, and how many a decision stopped."""

    count: int
    total: Decimal
    left_out: int


def payment_list_id_for(day: date) -> UUID:
    return uuid5(NAMESPACE_URL, f"osnowa/benefits/payment-list/{day}")


class PaymentList(Aggregate):
    """All lists of a day, one after another: while one is open, no other is drawn up."""

    TOPIC = "benefits.payment-list"

    class DayOpened(Created):
        TOPIC = "benefits.payment-list.day-opened.1"
        day: date

    class DrawnUp(Aggregate.Event):
        TOPIC = "benefits.payment-list.drawn-up.1"
        sheet: Sheet
        by: str
        on: date

    class Executed(Aggregate.Event):
        TOPIC = "benefits.payment-list.executed.1"
        list_id: UUID
        outcome: Outcome
        by: str
        on: date

    @staticmethod
    def create_id(day: date) -> UUID:
        return payment_list_id_for(day)

    @event(DayOpened)
    def __init__(self, day: date) -> None:
        self.day = day
        self.open: Sheet | None = None
        self.count = 0

    def draw_up(
        self, entries: Sequence[Entry], count: int, total: Decimal, *, by: str, on: date
    ) -> Sheet:
        """What the cashier saw, and nothing else. Raises ListChanged, NothingToPay.

        A list that is still open, after a break, is gone on with.
        """
        if self.open is not None:
            return self.open
        if not entries:
            raise NothingToPay(self.day)
        sheet = Sheet(uuid5(self.id, f"list/{self.count + 1}"), tuple(entries))
        if (len(sheet.entries), sheet.total) != (count, total):
            raise ListChanged(len(sheet.entries), sheet.total)
        self._drawn_up(sheet=sheet, by=by, on=on)
        return sheet

    @event(DrawnUp)
    def _drawn_up(self, sheet: Sheet, by: str, on: date) -> None:
        self.open = sheet
        self.count += 1

    def close(self, list_id: UUID, outcome: Outcome, *, by: str, on: date) -> None:
        """Everything on it is paid or left out; nothing happens where another closed it."""
        if self.open is not None and self.open.list_id == list_id:
            self._executed(list_id=list_id, outcome=outcome, by=by, on=on)

    @event(Executed)
    def _executed(self, list_id: UUID, outcome: Outcome, by: str, on: date) -> None:
        self.open = None
