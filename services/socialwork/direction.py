"""Who directed a client here, and what follows when first contact takes that back."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate, event
from services.socialwork.refusals import NothingToDecide
from services.socialwork.values import Referral, Result, Source


@dataclass(frozen=True)
class Said:
    """How a contact directed the client here."""

    urgent: bool
    crisis: bool


@dataclass(frozen=True)
class Pressing:
    """Somebody is to act; old contacts do not say since which day."""

    since: date | None
    alarm: bool


class Direction:
    """A stage of a `File`: a contact that directs the client here, until it is corrected."""

    source: Source
    referrals: tuple[Referral, ...]
    contacts: tuple[UUID, ...]
    said: dict[UUID, Said]
    """By contact: what it said last."""
    pressing: dict[UUID, Pressing]
    """By contact, until somebody acted."""
    decide_since: date | None
    close: Callable[..., None]

    class DirectedHere(Aggregate.Event):
        TOPIC = "socialwork.file.directed-here.1"
        contact_id: UUID
        urgent: bool = False
        crisis: bool = False
        on: date | None = None

    class DirectionTakenBack(Aggregate.Event):
        TOPIC = "socialwork.file.direction-taken-back.1"
        contact_id: UUID
        to_decide: bool
        on: date

    class KeptAfterCorrection(Aggregate.Event):
        TOPIC = "socialwork.file.kept-after-correction.1"
        on: date

    @property
    def act_on(self) -> date | None:
        """The day on which somebody is to act, until somebody did."""
        return min((one.since for one in self.pressing.values() if one.since), default=None)

    @property
    def alarm(self) -> bool:
        return any(one.alarm for one in self.pressing.values())

    def direct_here(self, contact_id: UUID, *, urgent: bool, crisis: bool, on: date) -> None:
        """Noted once for what a contact says; it also answers what was to be decided.

        A crisis or violence is an alarm of that day (`domain.md` B: same day); an urgent contact
        is due that day too.
        """
        if self.said.get(contact_id) != Said(urgent, crisis) or self.decide_since is not None:
            self._directed_here(contact_id=contact_id, urgent=urgent, crisis=crisis, on=on)

    @event(DirectedHere)
    def _directed_here(self, contact_id: UUID, urgent: bool, crisis: bool, on: date | None) -> None:
        self.contacts = tuple(dict.fromkeys((*self.contacts, contact_id)))
        self.said[contact_id] = Said(urgent, crisis)
        self.decide_since = None
        self.pressing.pop(contact_id, None)
        if crisis or urgent:
            self.pressing[contact_id] = Pressing(since=on, alarm=crisis)

    def _rest(self) -> None:
        """Nothing presses any more: somebody acted."""
        self.pressing = {}

    def take_direction_back(self, contact_id: UUID, *, begun: bool, on: date) -> None:
        """Work that stands on the triage alone ends as wrongly directed, if nothing was done yet.

        Where something was (`begun`) its worker decides. A referral, a wish of the client or
        another contact keeps it.
        """
        by_triage = self.source is Source.TRIAGE
        if contact_id not in self.contacts and (self.contacts or not by_triage):
            return
        others = bool(self.referrals) or bool(set(self.contacts) - {contact_id})
        stands = others or not by_triage
        self._direction_taken_back(contact_id=contact_id, to_decide=begun and not stands, on=on)
        if not stands and not begun:
            self.close(Result.WRONGLY_DIRECTED, on=on)

    @event(DirectionTakenBack)
    def _direction_taken_back(self, contact_id: UUID, to_decide: bool, on: date) -> None:
        self.contacts = tuple(one for one in self.contacts if one != contact_id)
        self.said.pop(contact_id, None)
        self.decide_since = on if to_decide else None
        self.pressing.pop(contact_id, None)

    def keep(self, *, on: date) -> None:
        """It goes on, though first contact would direct the client elsewhere."""
        if self.decide_since is None:
            raise NothingToDecide
        self._kept(on=on)

    @event(KeptAfterCorrection)
    def _kept(self, on: date) -> None:
        self.decide_since = None
