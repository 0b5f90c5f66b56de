"""An appeal that came after its term: the board restores the term or states that it is late.

The decision is final meanwhile, and a late appeal does not stop its execution (KPA 58 to 60, 130,
134).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from chassis.aggregate import event
from services.benefits import deadlines
from services.benefits.deadlines import Deadline, DeadlineKind, not_before
from services.benefits.decision_appeal import DecisionAppeal
from services.benefits.decision_events import DecisionEvents
from services.benefits.late_appeal import LateAppeal
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.refusals.appeal import (
    AppealInTime,
    LateAppealPending,
    NoLateAppeal,
    NotFinalByTerm,
    RestorationNotAsked,
)
from services.benefits.reopening import Reopening
from services.benefits.values import FinalityBasis, LateAppealResult

EXAMINED = frozenset({LateAppealResult.TERM_RESTORED, LateAppealResult.IN_TIME})
"""After which the decision is appealed like any other."""


class DecisionLateAppeal(DecisionAppeal):
    """Beside the second stage of a `Decision`."""

    late_appeal: LateAppeal | None
    late_appeals: int

    def file_late_appeal(self, decision_id: UUID, *, asked: bool, on: date) -> LateAppeal:
        """It came after the term, which makes the decision final if nobody said so yet.

        Raises AppealInTime, NotFinalByTerm, LateAppealPending.
        """
        require(Action.FILE_LATE_APPEAL, self.state)
        delivered = self.state is DecisionState.DELIVERED
        by_term = self.final_basis is FinalityBasis.TERM and self.appeal_id is None
        if self.appeal_until is None or not (delivered or by_term):
            raise NotFinalByTerm(self.number)
        if on <= self.appeal_until:
            raise AppealInTime(self.appeal_until)
        if self.late_appeal_pending:
            raise LateAppealPending(self.number)
        if delivered:
            since = self.appeal_until + timedelta(days=1)
            self._became_final(basis=FinalityBasis.TERM, on=since)
        appeal_id = uuid5(decision_id, f"late-appeal/{self.late_appeals + 1}")
        found = LateAppeal(appeal_id, on, asked, deadlines.forward_by(on))
        self._late_appeal_filed(late_appeal=found)
        return found

    @event(DecisionEvents.LateAppealFiled)
    def _late_appeal_filed(self, late_appeal: LateAppeal) -> None:
        self.late_appeal = late_appeal
        self.late_appeals += 1

    @property
    def late_appeal_pending(self) -> bool:
        """The board has not answered it yet; where one in time came, it is not asked any more."""
        unanswered = self.late_appeal is not None and self.late_appeal.result is None
        return unanswered and self.state is DecisionState.FINAL and self.appeal_id is None

    def forward_late_appeal(self, *, on: date) -> None:
        """To the board with the file within seven days (KPA 133). Raises NoLateAppeal."""
        found = self._late_appeal_at(Action.FORWARD_LATE_APPEAL)
        not_before("odwołanie", "the appeal", found.filed_on, on)
        self._late_appeal_forwarded(on=on, ruling_by=deadlines.ruling_by(on))

    @event(DecisionEvents.LateAppealForwarded)
    def _late_appeal_forwarded(self, on: date, ruling_by: date) -> None:
        assert self.late_appeal is not None
        self.late_appeal = replace(self.late_appeal, forwarded_on=on, ruling_by=ruling_by)

    def answer_late_appeal(self, result: LateAppealResult, *, on: date) -> None:
        """The board restores the term, and examines the appeal; or the decision stays final.

        Raises NoLateAppeal, RestorationNotAsked.
        """
        found = self._late_appeal_at(Action.ANSWER_LATE_APPEAL)
        not_before("przekazanie odwołania", "its forwarding", found.forwarded_on, on)
        if result is LateAppealResult.TERM_RESTORED and not found.restoration_asked:
            raise RestorationNotAsked
        examined = result in EXAMINED
        ruling_by = deadlines.ruling_by(on) if examined else None
        self._late_appeal_answered(
            appeal_id=found.appeal_id, filed_on=found.filed_on, result=result, on=on,
            ruling_by=ruling_by,
        )  # fmt: skip

    @event(DecisionEvents.LateAppealAnswered)
    def _late_appeal_answered(
        self,
        appeal_id: UUID,
        filed_on: date,
        result: LateAppealResult,
        on: date,
        ruling_by: date | None,
    ) -> None:
        assert self.late_appeal is not None
        self.late_appeal = replace(self.late_appeal, result=result, answered_on=on)
        if ruling_by is not None:
            self.appeal_id, self.appealed_on = appeal_id, filed_on
            self.final_on = self.final_basis = None
            self.ruling_by = ruling_by
            self.state = DecisionState.AT_SKO

    def _late_appeal_at(self, step: Action) -> LateAppeal:
        require(step, self.state)
        found = self.late_appeal
        if found is None or not self.late_appeal_pending or found.next_step is not step:
            raise NoLateAppeal(self.number)
        return found

    def reopen(self, reopening: Reopening) -> None:
        """Not while the board may still examine it as an appeal. Raises LateAppealPending."""
        if self.late_appeal_pending:
            raise LateAppealPending(self.number)
        super().reopen(reopening)

    def late_deadlines(self) -> tuple[Deadline, ...]:
        """Until when a late appeal is to be sent on, or answered."""
        found = self.late_appeal
        if found is None or not self.late_appeal_pending:
            return ()
        if found.ruling_by is not None:
            return (Deadline(DeadlineKind.SKO_RULING, found.ruling_by),)
        return (Deadline(DeadlineKind.FORWARD_APPEAL, found.forward_by),)
