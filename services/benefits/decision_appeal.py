"""Appeal and finality: what may still become of a decision that was delivered (KPA 127 to 152)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid5

from chassis.aggregate import event
from services.benefits import deadlines
from services.benefits.deadlines import not_before
from services.benefits.decision_events import DecisionEvents
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.refusals.appeal import AppealLate
from services.benefits.refusals.decision import (
    AppealTermOver,
    FinalAlready,
    OtherInstance,
    SelfCorrectionLate,
    TermStillRuns,
)
from services.benefits.reopening import Reopening, check_reopening
from services.benefits.values import AppealResult, FinalityBasis

LEAVES_STANDING = {
    AppealResult.UPHELD: FinalityBasis.SKO,
    AppealResult.INADMISSIBLE: FinalityBasis.TERM,
    AppealResult.DISCONTINUED: FinalityBasis.SKO,
}
"""Rulings after which the decision stands, and by what it is final then (KPA 134, 137, 138)."""


class DecisionAppeal(DecisionEvents):
    """The second stage of a `Decision`."""

    state: DecisionState
    delivered_on: date | None
    appeal_until: date | None
    appeal_id: UUID | None
    appealed_on: date | None
    forward_by: date | None
    ruling_by: date | None
    final_on: date | None
    final_basis: FinalityBasis | None
    number: str
    reopening: Reopening | None
    settled_by: UUID | None
    appeal_result: AppealResult | None

    def waive_appeal(self, *, on: date) -> None:
        """The last party gave up its right, so the decision is final that day (KPA 127a)."""
        require(Action.WAIVE_APPEAL, self.state)
        not_before("doręczenie", "the delivery", self.delivered_on, on)
        if self.appeal_until is not None and on > self.appeal_until:
            raise AppealTermOver(self.appeal_until)
        self._appeal_waived(on=on)
        self._became_final(basis=FinalityBasis.WAIVER, on=on)

    @event(DecisionEvents.AppealWaived)
    def _appeal_waived(self, on: date) -> None:
        pass

    def file_appeal(self, decision_id: UUID, *, on: date) -> UUID:
        """Through this office, in time; a late one is another matter (`decision_late_appeal`).

        One that was posted in time, on that day, takes finality by term back. Raises FinalAlready,
        AppealLate.
        """
        require(Action.FILE_APPEAL, self.state)
        if self.state is DecisionState.FINAL and not self._posted_in_time(on):
            raise FinalAlready(self.number)
        if self.appeal_until is not None and on > self.appeal_until:
            raise AppealLate(self.appeal_until)
        not_before("doręczenie", "the delivery", self.delivered_on, on)
        appeal_id = uuid5(decision_id, "appeal")
        self._appeal_filed(appeal_id=appeal_id, on=on, forward_by=deadlines.forward_by(on))
        return appeal_id

    def _posted_in_time(self, on: date) -> bool:
        by_term = self.final_basis is FinalityBasis.TERM and self.appeal_id is None
        return by_term and self.appeal_until is not None and on <= self.appeal_until

    @event(DecisionEvents.AppealFiled)
    def _appeal_filed(self, appeal_id: UUID, on: date, forward_by: date) -> None:
        self.appeal_id = appeal_id
        self.appealed_on = on
        self.final_on = self.final_basis = None
        self.forward_by = forward_by
        self.state = DecisionState.APPEALED

    def forward_appeal(self, *, on: date) -> None:
        """To the board with the whole file; it has a month (KPA 133, 35 § 3)."""
        require(Action.FORWARD_APPEAL, self.state)
        not_before("odwołanie", "the appeal", self.appealed_on, on)
        self._appeal_forwarded(on=on, ruling_by=deadlines.ruling_by(on))

    @event(DecisionEvents.AppealForwarded)
    def _appeal_forwarded(self, on: date, ruling_by: date | None) -> None:
        self.ruling_by = ruling_by
        self.state = DecisionState.AT_SKO

    def resolve_appeal(self, result: AppealResult, *, on: date) -> None:
        """The office itself may only give way, within seven days (KPA 132); the board does else."""
        require(Action.RESOLVE_APPEAL, self.state)
        by_office = self.state is DecisionState.APPEALED
        if by_office != (result is AppealResult.SELF_CORRECTED):
            raise OtherInstance(result.value)
        not_before("odwołanie", "the appeal", self.appealed_on, on)
        if by_office and self.forward_by is not None and on > self.forward_by:
            raise SelfCorrectionLate(self.forward_by)
        self._appeal_resolved(result=result, on=on)
        if result in LEAVES_STANDING:
            self._became_final(basis=LEAVES_STANDING[result], on=on)

    @event(DecisionEvents.AppealResolved)
    def _appeal_resolved(self, result: AppealResult, on: date) -> None:
        self.appeal_result = result
        if result not in LEAVES_STANDING:
            self.state = DecisionState.OVERTURNED

    def confirm_finality(self, *, on: date) -> None:
        """The term of appeal passed and nobody appealed: final since the day after it."""
        require(Action.CONFIRM_FINALITY, self.state)
        assert self.appeal_until is not None
        if on <= self.appeal_until:
            raise TermStillRuns(self.appeal_until)
        since = self.appeal_until + timedelta(days=1)
        self._became_final(basis=FinalityBasis.TERM, on=since)

    @event(DecisionEvents.BecameFinal)
    def _became_final(self, basis: FinalityBasis, on: date) -> None:
        self.final_on, self.final_basis = on, basis
        self.state = DecisionState.FINAL

    # --- examined anew for a defect -------------------------------------------

    def reopen(self, reopening: Reopening) -> None:
        """The proceeding that this decision ended begins anew (KPA 145); it holds meanwhile."""
        require(Action.REOPEN_PROCEEDING, self.state)
        delivered = self.delivered_on or self.final_on
        assert delivered is not None
        check_reopening(reopening, delivered_on=delivered)
        self._proceeding_reopened(reopening=reopening)

    @event(DecisionEvents.ProceedingReopened)
    def _proceeding_reopened(self, reopening: Reopening) -> None:
        self.reopening = reopening
        self.state = DecisionState.REOPENED

    def settle(self, by_decision_id: UUID, *, kept: bool, on: date) -> None:
        """The decision of the reopened proceeding is final: this one stands, or it is gone."""
        if self.state is not DecisionState.REOPENED:
            return
        if kept:
            self._kept(by_decision_id=by_decision_id, on=on)
        else:
            self._replaced(by_decision_id=by_decision_id, on=on)

    @event(DecisionEvents.KeptInForce)
    def _kept(self, by_decision_id: UUID, on: date) -> None:
        self.settled_by = by_decision_id
        self.state = DecisionState.FINAL

    @event(DecisionEvents.Replaced)
    def _replaced(self, by_decision_id: UUID, on: date) -> None:
        self.settled_by = by_decision_id
        self.state = DecisionState.OVERTURNED

    def unsettle(self, by_decision_id: UUID, *, on: date) -> None:
        """The decision of the reopened proceeding was overturned; this one is examined anew."""
        if self.settled_by == by_decision_id:
            self._unsettled(by_decision_id=by_decision_id, on=on)

    @event(DecisionEvents.AnswerFellAway)
    def _unsettled(self, by_decision_id: UUID, on: date) -> None:
        self.settled_by = None
        self.state = DecisionState.REOPENED
