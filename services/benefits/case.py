"""A case: one application for one benefit, from its receipt until it is closed.

An application that asks for several benefits leads to several cases: each ends with a decision of
its own (KPA 104). What is found out stands in the assessment, the means and the evidence.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.refusal import Refusal
from services.benefits import deadlines
from services.benefits.case_events import CaseEvents
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.lifecycle import Action, CaseState, require
from services.benefits.refusals import (
    AssessmentNotCompleted,
    CareTeamOnly,
    CertificateMissing,
    InterviewMissing,
    InTheFuture,
    NotBeforeEarlier,
    QuestionsUnanswered,
    SameWorkerForBoth,
    TermNotMissed,
)
from services.benefits.values import (
    CARE,
    GRANTING,
    ON_REVIEW,
    Benefit,
    DecisionKind,
    Interview,
    InterviewPart,
    Place,
)


def case_id_for(application_id: UUID, benefit: str) -> UUID:
    """Which case an application for a benefit leads to; the same whenever it is asked."""
    return uuid5(application_id, f"case/{benefit}")


class Case(CaseEvents, Aggregate):
    """`Case.accept(...)`; the id follows from application and benefit."""

    TOPIC = "benefits.case"

    class ApplicationAccepted(Created):
        TOPIC = "benefits.case.application-accepted.1"
        application_id: UUID
        person_id: UUID
        benefit: Benefit
        filed_on: date
        urgent: bool
        joint_visit: bool
        interview_due: date
        decision_due: date

    @staticmethod
    def create_id(application_id: UUID, benefit: str, **_: Any) -> UUID:
        return case_id_for(application_id, benefit)

    @classmethod
    def accept(
        cls,
        *,
        application_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        filed_on: date,
        urgent: bool = False,
        joint_visit: bool = False,
    ) -> Case:
        """The day on which the application reached the office starts the terms (KPA 61 § 3)."""
        return cls(
            application_id=application_id,
            person_id=person_id,
            benefit=benefit,
            filed_on=filed_on,
            urgent=urgent,
            joint_visit=joint_visit,
            interview_due=deadlines.interview_due(filed_on, urgent=urgent),
            decision_due=deadlines.decision_due(filed_on),
        )

    @event(ApplicationAccepted)
    def __init__(
        self,
        application_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        filed_on: date,
        urgent: bool,
        joint_visit: bool,
        interview_due: date,
        decision_due: date,
    ) -> None:
        self.application_id = application_id
        self.person_id = person_id
        self.benefit = benefit
        self.filed_on = filed_on
        self.urgent = urgent
        self.joint_visit = joint_visit
        self.interview_due = interview_due
        self.decision_due = decision_due
        self.state = CaseState.REGISTERED
        self.worker: str | None = None
        self.assigned: str | None = None
        self.missed: tuple[DeadlineKind, ...] = ()
        self.scheduled: date | None = None
        self.interviews: tuple[Interview, ...] = ()
        self.decisions: tuple[UUID, ...] = ()
        self.deferred: tuple[str, ...] = ()
        self.follow_up_by: date | None = None
        self.closed_on: date | None = None

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

    def assign(self, worker: str) -> None:
        self.require(Action.ASSIGN_CASE)
        if worker != self.worker:
            self._assigned(worker=worker)

    @event(CaseEvents.CaseAssigned)
    def _assigned(self, worker: str) -> None:
        self.worker = self.assigned = worker

    def start_assessment(self, *, by: str, on: date) -> None:
        self.require(Action.START_ASSESSMENT)
        self._not_before_filing(on)
        self._assessment_started(worker=self.worker or by, on=on)

    @event(CaseEvents.AssessmentStarted)
    def _assessment_started(self, worker: str, on: date) -> None:
        self.worker = worker
        self.state = CaseState.IN_PROGRESS

    # --- the environmental interview ------------------------------------------

    def schedule_interview(self, part: InterviewPart, on: date, *, joint: bool) -> UUID:
        self.require(Action.SCHEDULE_INTERVIEW)
        self._not_before_filing(on)
        interview_id = self._next_interview()
        self._interview_scheduled(interview_id=interview_id, part=part, on=on, joint=joint)
        return interview_id

    @event(CaseEvents.InterviewScheduled)
    def _interview_scheduled(
        self, interview_id: UUID, part: InterviewPart, on: date, joint: bool
    ) -> None:
        self.scheduled = on

    def record_interview(
        self, part: InterviewPart, on: date, *, joint: bool, minutes: int, place: Place, today: date
    ) -> UUID:
        """It was held, by the benefits worker alone or together with the social worker."""
        self.require(Action.RECORD_INTERVIEW)
        self._not_before_filing(on)
        if on > today:
            raise InTheFuture(on)
        interview_id = self._next_interview()
        self._interviewed(
            interview=Interview(
                interview_id, part, on, self.interview_due, joint, self.urgent, minutes, place
            )
        )
        return interview_id

    @event(CaseEvents.InterviewConducted)
    def _interviewed(self, interview: Interview) -> None:
        self.interviews += (interview,)
        self.scheduled = None

    def _next_interview(self) -> UUID:
        return uuid5(self.id, f"interview/{len(self.interviews) + 1}")

    def _not_before_filing(self, on: date) -> None:
        if on < self.filed_on:
            raise NotBeforeEarlier("wniosek", "the application", self.filed_on)

    # --- the way to a decision ------------------------------------------------

    def require_interview(self) -> None:
        """An interview precedes every grant and refusal (ups art. 107)."""
        if not self.interviews:
            raise InterviewMissing

    def prepare_decision(
        self, kind: DecisionKind, *, missing: Sequence[Refusal], completed: bool, on: date
    ) -> UUID:
        """Guards a draft and gives its id; `missing` is what the assessment still lacks.

        An urgent grant may go out before certificates and answers are there, never before the
        interview; what it left open gets a deadline (`domain.md` C3).
        """
        self.require(Action.DRAFT_REVIEW_DECISION if kind in ON_REVIEW else Action.DRAFT_DECISION)
        self.require_interview()
        deferred: tuple[str, ...] = ()
        if kind in GRANTING and not self.urgent:
            for refusal in missing:
                raise refusal
            if not completed:
                raise AssessmentNotCompleted
        elif kind in GRANTING:
            deferred = tuple(_code(refusal) for refusal in missing)
        decision_id = uuid5(self.id, f"decision/{len(self.decisions) + 1}")
        self._decision_prepared(
            decision_id=decision_id,
            kind=kind,
            deferred=deferred,
            follow_up_by=deadlines.follow_up_by(on) if deferred else None,
        )
        return decision_id

    @event(CaseEvents.DecisionPrepared)
    def _decision_prepared(
        self,
        decision_id: UUID,
        kind: DecisionKind,
        deferred: tuple[str, ...],
        follow_up_by: date | None,
    ) -> None:
        self.decisions += (decision_id,)
        self.state = CaseState.DECISION
        if deferred:
            self.deferred, self.follow_up_by = deferred, follow_up_by

    def reopen_assessment(self, reason: str, *, on: date) -> None:
        """The first draft was withdrawn, or the board sent the case back."""
        self._assessment_reopened(reason=reason, on=on)

    @event(CaseEvents.AssessmentReopened)
    def _assessment_reopened(self, reason: str, on: date) -> None:
        self.state = CaseState.IN_PROGRESS

    def close(self, reason: str, *, on: date) -> None:
        self.require(Action.CLOSE_CASE)
        self._closed(reason=reason, on=on)

    @event(CaseEvents.CaseClosed)
    def _closed(self, reason: str, on: date) -> None:
        self.state = CaseState.CLOSED
        self.closed_on = on

    def report_missed(self, kind: DeadlineKind, *, decided: bool, on: date) -> None:
        """A term passed without an interview or decision; said once (KPA 36, ups 107)."""
        terms = {
            DeadlineKind.INTERVIEW: (self.interview_due, bool(self.interviews)),
            DeadlineKind.DECISION: (self.decision_due, decided),
        }
        due, kept = terms[kind]
        if self.state is CaseState.CLOSED or kept or on <= due:
            raise TermNotMissed(due)
        if kind not in self.missed:
            self._deadline_missed(deadline=kind, due=due)

    @event(CaseEvents.DeadlineMissed)
    def _deadline_missed(self, deadline: DeadlineKind, due: date) -> None:
        self.missed += (deadline,)

    def deadlines(self) -> tuple[Deadline, ...]:
        """What the case itself still waits for, with its day."""
        due = []
        if self.state is CaseState.CLOSED:
            return ()
        if not self.interviews:
            due.append(Deadline(DeadlineKind.INTERVIEW, self.interview_due))
        if self.state is not CaseState.DECISION:
            due.append(Deadline(DeadlineKind.DECISION, self.decision_due))
        return tuple(due)


def _code(refusal: Refusal) -> str:
    match refusal:
        case CertificateMissing(kind=kind):
            return f"CERTIFICATE_{kind}"
        case QuestionsUnanswered(questions=questions):
            return "+".join(questions)
    return refusal.code
