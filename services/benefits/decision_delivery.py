"""Who may sign a decision, how it reaches the client, and from when its term of appeal runs."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, timedelta

from chassis.aggregate import event
from services.benefits import deadlines
from services.benefits.counting import Counting
from services.benefits.deadlines import not_before
from services.benefits.decision_appeal import DecisionAppeal
from services.benefits.decision_events import DecisionEvents
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.refusals.decision import (
    AlreadyEnforceable,
    DraftChanged,
    NoticesIncomplete,
    SignedByItsAuthor,
    StillStored,
)
from services.benefits.values import Delivery, FinalityBasis, Terms

BOARD = "SKO"
"""Who rules in the second instance; the author of a ruling that this office only carries out."""

SECOND_NOTICE_AFTER = timedelta(days=7)
"""A letter that nobody took is noticed again after seven days (KPA 44 § 3)."""


class DecisionDelivery(DecisionAppeal):
    """The stage of a `Decision` between its draft and an appeal."""

    terms: Terms
    authors: tuple[str, ...]
    draft: int
    signed_by: str
    issued_on: date | None
    enforceable: bool

    def require_signer(self, by: str, draft: int | None = None) -> None:
        """Two see every decision: who wrote any version of it never signs it.

        `draft` is the version that was read; None: whichever there is. Raises DraftChanged.
        """
        require(Action.ISSUE_DECISION, self.state)
        if draft not in (None, self.draft):
            raise DraftChanged
        if by in self.authors:
            raise SignedByItsAuthor(by)

    def issue(self, *, number: str, by: str, on: date, counting: Counting | None = None) -> None:
        """An authorised person signs what somebody else drafted."""
        self.require_signer(by)
        self._issued(number=number, by=by, on=on, counting=counting)

    @event(DecisionEvents.DecisionIssued)
    def _issued(self, number: str, by: str, on: date, counting: Counting | None) -> None:
        self.number = number
        self.signed_by = by
        self.issued_on = on
        self.state = DecisionState.ISSUED

    def rule(self, *, number: str, on: date, counting: Counting | None = None) -> None:
        """The appeal board decided itself: final from the day of its ruling (KPA 138 § 1)."""
        require(Action.ISSUE_DECISION, self.state)
        self._issued(number=number, by=BOARD, on=on, counting=counting)
        self._became_final(basis=FinalityBasis.SKO, on=on)

    def deliver(
        self,
        how: Delivery,
        *,
        on: date,
        first_notice_on: date | None = None,
        second_notice_on: date | None = None,
    ) -> None:
        """The term of appeal runs from here; what was granted in full is final at once.

        Noticed twice and never fetched, a letter counts as delivered on the last day of its
        storage (KPA 44 § 4); `on` is then the day on which the office notes it.
        """
        require(Action.DELIVER_DECISION, self.state)
        if how is Delivery.DEEMED:
            on = _deemed(first_notice_on, second_notice_on, noted_on=on)
        earliest = first_notice_on if how is Delivery.DEEMED and first_notice_on else on
        not_before("wydanie decyzji", "the decision", self.issued_on, earliest)
        self._delivered(
            how=how,
            on=on,
            appeal_until=deadlines.appeal_until(on),
            first_notice_on=first_notice_on,
            second_notice_on=second_notice_on,
        )
        if self.terms.in_full:
            self._became_final(basis=FinalityBasis.GRANTED_IN_FULL, on=on)

    @event(DecisionEvents.DecisionDelivered)
    def _delivered(
        self,
        how: Delivery,
        on: date,
        appeal_until: date,
        first_notice_on: date | None,
        second_notice_on: date | None,
    ) -> None:
        self.delivered_on = on
        self.appeal_until = appeal_until
        self.state = DecisionState.DELIVERED

    def make_enforceable(self, reason: str, *, by: str, on: date) -> None:
        """By an order after the decision, while it is not final (KPA 108 § 2)."""
        require(Action.MAKE_ENFORCEABLE, self.state)
        if self.enforceable:
            raise AlreadyEnforceable(self.number)
        self._made_enforceable(reason=reason, by=by, on=on)

    @event(DecisionEvents.MadeEnforceable)
    def _made_enforceable(self, reason: str, by: str, on: date) -> None:
        self.enforceable = True


def _deemed(first: date | None, second: date | None, *, noted_on: date) -> date:
    if first is None or second is None:
        raise NoticesIncomplete
    until = deadlines.deemed_delivered_on(first)
    if not first + SECOND_NOTICE_AFTER <= second <= until:
        raise NoticesIncomplete
    if noted_on < until:
        raise StillStored(until)
    return until
