"""How a case begins: who leads it, whether the application is whole, who has jurisdiction."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.aggregate import event
from services.benefits import deadlines
from services.benefits.case_events import CaseEvents
from services.benefits.hand_over import HandOver
from services.benefits.lifecycle import OVER, PERMITTED, Action, CaseState, require
from services.benefits.refusals.general import InTheFuture, NotBeforeEarlier
from services.benefits.refusals.proceeding import (
    DefectsTermRuns,
    DefectsTermTooShort,
    StartedExOfficio,
)
from services.benefits.refusals.team import CareTeamOnly, LedByAnother, SameWorkerForBoth
from services.benefits.values import CARE, Benefit, DefectsCall


class CaseBeginning(CaseEvents):
    """The first stage of a `Case`."""

    benefit: Benefit
    filed_on: date
    ex_officio: str
    state: CaseState
    worker: str | None
    assigned: str | None
    handed_over: UUID | None
    defects: tuple[str, ...]
    complete_by: date | None
    call: DefectsCall | None
    withdrawn_on: date | None
    transferred_to: str
    closed_on: date | None

    def require(self, action: Action) -> None:
        """Raises NotNow unless the case stands where this may be done."""
        require(action, self.state)

    # --- who leads it ---------------------------------------------------------

    def require_separation(self, worker: str, social_workers: frozenset[str]) -> None:
        """Nobody leads the proceeding of a household whose social worker he is (A4 SEP-1)."""
        if worker in social_workers:
            raise SameWorkerForBoth(worker)

    def require_care(self) -> None:
        """The care-services team leads cases about services only (`domain.md` A1)."""
        if self.benefit not in CARE:
            raise CareTeamOnly(self.benefit)

    def assign(self, worker: str, *, load: int | None = None) -> None:
        """`load`: households of the worker, with this one."""
        self.require(Action.ASSIGN_CASE)
        if worker != self.worker:
            self._assigned(worker=worker, load=load)

    @event(CaseEvents.CaseAssigned)
    def _assigned(self, worker: str, load: int | None = None) -> None:
        self.worker = self.assigned = worker

    def hand_over(self, to: HandOver) -> None:
        """Somebody else leads it from now on; who did before stays in the history. Once."""
        if self.handed_over == to.id:
            return
        self.require(Action.ASSIGN_CASE)
        if self.worker != to.former:
            raise LedByAnother(to.former)
        self._handed_over(worker=to.worker, former=to.former, reason=to.reason, hand_over_id=to.id)

    @event(CaseEvents.CaseHandedOver)
    def _handed_over(self, worker: str, former: str, reason: str, hand_over_id: UUID) -> None:
        self.worker, self.assigned, self.handed_over = worker, worker, hand_over_id

    # --- what is wrong with the application -----------------------------------

    def call_defects(
        self, missing: tuple[str, ...], *, on: date, complete_by: date, by: str = ""
    ) -> None:
        """What is missing, to be brought within seven days or more (KPA 64 § 2)."""
        self.require(Action.CALL_DEFECTS)
        self._applied_for()
        earliest = deadlines.defects_by(on)
        if complete_by < earliest:
            raise DefectsTermTooShort(earliest)
        self._defects_called(missing=missing, on=on, complete_by=complete_by, by=by)

    @event(CaseEvents.DefectsCalled)
    def _defects_called(
        self, missing: tuple[str, ...], on: date, complete_by: date, by: str
    ) -> None:
        self.defects, self.complete_by = missing, complete_by
        self.call = DefectsCall(missing, on, complete_by, by)
        self.state = CaseState.DEFECTS_CALLED

    def complete_application(self, *, by: str, on: date) -> None:
        """What was missing came, so the assessment begins."""
        self.require(Action.COMPLETE_APPLICATION)
        self._application_completed(on=on)
        self._assessment_started(worker=self.worker or by, on=on)

    @event(CaseEvents.ApplicationCompleted)
    def _application_completed(self, on: date) -> None:
        self.defects, self.complete_by = (), None

    def leave_unexamined(self, *, on: date) -> None:
        """Nothing came in time; no decision is needed, the party may apply again (KPA 64 § 2)."""
        self.require(Action.LEAVE_UNEXAMINED)
        assert self.complete_by is not None
        if on <= self.complete_by:
            raise DefectsTermRuns(self.complete_by)
        self._left_unexamined(on=on)

    @event(CaseEvents.LeftUnexamined)
    def _left_unexamined(self, on: date) -> None:
        self.state, self.closed_on = CaseState.LEFT_UNEXAMINED, on

    def transfer(self, authority: str, reason: str, *, on: date) -> None:
        """To the authority that has jurisdiction, without delay; the party is told (KPA 65)."""
        self.require(Action.TRANSFER_CASE)
        self._transferred(authority=authority, reason=reason, on=on)

    def follow_transfer(self, authority: str, reason: str, *, on: date) -> None:
        """First contact passed the matter on; a case that is decided is only marked. Once."""
        if self.transferred_to or self.state in OVER:
            return
        if Action.TRANSFER_CASE in PERMITTED[self.state]:
            self._transferred(authority=authority, reason=reason, on=on)
        else:
            self._transfer_noted(authority=authority, reason=reason, on=on)

    @event(CaseEvents.TransferNoted)
    def _transfer_noted(self, authority: str, reason: str, on: date) -> None:
        self.transferred_to = authority

    @event(CaseEvents.CaseTransferred)
    def _transferred(self, authority: str, reason: str, on: date) -> None:
        self.transferred_to = authority
        self.state, self.closed_on = CaseState.TRANSFERRED, on

    def withdraw_application(self, *, by: str, on: date) -> None:
        """The party does not want it any more; a decision discontinues (KPA 105 § 2)."""
        self.require(Action.WITHDRAW_APPLICATION)
        self._applied_for()
        self._not_before_filing(on)
        if self.state is not CaseState.IN_PROGRESS:
            self._assessment_started(worker=self.worker or by, on=on)
        self._application_withdrawn(on=on)

    @event(CaseEvents.ApplicationWithdrawn)
    def _application_withdrawn(self, on: date) -> None:
        self.withdrawn_on = on
        self.defects, self.complete_by = (), None

    def _applied_for(self) -> None:
        if self.ex_officio:
            raise StartedExOfficio

    def start_assessment(self, *, by: str, on: date) -> None:
        self.require(Action.START_ASSESSMENT)
        self._not_before_filing(on)
        self._assessment_started(worker=self.worker or by, on=on)

    @event(CaseEvents.AssessmentStarted)
    def _assessment_started(self, worker: str, on: date) -> None:
        self.worker = worker
        self.state = CaseState.IN_PROGRESS

    # --- days ---------------------------------------------------------------------

    def _on_a_day_of_the_case(self, on: date, today: date) -> None:
        self._not_before_filing(on)
        if on > today:
            raise InTheFuture(on)

    def _not_before_filing(self, on: date) -> None:
        if on < self.filed_on:
            raise NotBeforeEarlier("wniosek", "the application", self.filed_on)
