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
from services.benefits.case_home import CaseHome
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.grounds import Ground
from services.benefits.interviews import HeadConsent, Interview
from services.benefits.kinds import Progress, guard
from services.benefits.lifecycle import OVER, Action, CaseState
from services.benefits.refusals.assessment import InterviewMissing
from services.benefits.refusals.general import NotBeforeEarlier
from services.benefits.resident import HomeConsent, ResidentSheet
from services.benefits.values import PERMANENT_FORMS, AppliedBy, Benefit, DecisionKind, DefectsCall


def case_id_for(application_id: UUID, benefit: str) -> UUID:
    """Which case an application for a benefit leads to; the same whenever it is asked."""
    return uuid5(application_id, f"case/{benefit}")


class Case(CaseHome, Aggregate):
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
        ex_officio: str = ""
        """Why it was started ex officio; empty where somebody applied."""
        applied_by: AppliedBy | None = None
        """Who applied where it was not the client."""
        started_by: str = ""
        """The worker who started it ex officio."""

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
        ex_officio: str = "",
        applied_by: AppliedBy | None = None,
        started_by: str = "",
    ) -> Case:
        """The day on which the application reached the office starts the terms (KPA 61 § 3).

        Ex officio it is the day of the first step, and the parties are told (KPA 61 § 4).
        """
        return cls(
            application_id=application_id,
            person_id=person_id,
            benefit=benefit,
            filed_on=filed_on,
            urgent=urgent,
            joint_visit=joint_visit,
            interview_due=deadlines.interview_due(filed_on, urgent=urgent),
            decision_due=deadlines.decision_due(filed_on),
            ex_officio=ex_officio,
            applied_by=applied_by,
            started_by=started_by,
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
        ex_officio: str = "",
        applied_by: AppliedBy | None = None,
        started_by: str = "",
    ) -> None:
        self.application_id = application_id
        self.person_id = person_id
        self.benefit = benefit
        self.filed_on = filed_on
        self.urgent = urgent
        self.joint_visit = joint_visit
        self.interview_due = interview_due
        self.decision_due = decision_due
        self.ex_officio = ex_officio
        self.applied_by = applied_by
        self.started_by = started_by
        self.state = CaseState.REGISTERED
        self.defects: tuple[str, ...] = ()
        self.complete_by: date | None = None
        self.call: DefectsCall | None = None
        self.withdrawn_on: date | None = None
        self.transferred_to = ""
        self.worker: str | None = None
        self.assigned: str | None = None
        self.handed_over: UUID | None = None
        self.missed: tuple[DeadlineKind, ...] = ()
        self.scheduled: date | None = None
        self.interviews: tuple[Interview, ...] = ()
        self.interview_refused_on: date | None = None
        self.elsewhere: HeadConsent | None = None
        self.party_heard_until: date | None = None
        self.party_comments = ""
        self.consent: HomeConsent | None = None
        self.sheet: ResidentSheet | None = None
        self.decisions: tuple[UUID, ...] = ()
        self.deferred: tuple[str, ...] = ()
        self.follow_up_by: date | None = None
        self.closed_on: date | None = None

    def _next_interview(self) -> UUID:
        return uuid5(self.id, f"interview/{len(self.interviews) + 1}")

    # --- the way to a decision ------------------------------------------------

    def require_interview(self) -> None:
        """An interview precedes every grant and refusal (ups art. 107)."""
        if not self.is_interviewed:
            raise InterviewMissing

    def hear_party(self, comments: str, *, informed_on: date, until: date) -> None:
        """The party may see the file and say what it thinks before the decision (KPA 10)."""
        self.require(Action.HEAR_PARTY)
        if until < informed_on:
            raise NotBeforeEarlier("zawiadomienie", "the notice", informed_on)
        self._party_heard(informed_on=informed_on, until=until, comments=comments)

    @event(CaseEvents.PartyHeard)
    def _party_heard(self, informed_on: date, until: date, comments: str) -> None:
        self.party_heard_until, self.party_comments = until, comments

    def prepare_decision(
        self,
        action: Action,
        kind: DecisionKind,
        ground: Ground | None = None,
        *,
        missing: Sequence[Refusal],
        completed: bool,
        on: date,
        follow_up_by: date | None = None,
    ) -> UUID:
        """Guards a draft and gives its id; `missing` is what the assessment still lacks.

        An urgent grant may go out before certificates and answers are there, never before the
        interview; what it left open gets a deadline (`domain.md` C3).
        """
        self.require(action)
        deferred = guard(action, kind, ground, self._progress(missing, completed))
        decision_id = uuid5(self.id, f"decision/{len(self.decisions) + 1}")
        self._decision_prepared(
            decision_id=decision_id,
            kind=kind,
            deferred=deferred,
            follow_up_by=follow_up_by or deadlines.follow_up_by(on) if deferred else None,
        )
        return decision_id

    def take_ruling(self, kind: DecisionKind) -> UUID:
        """The appeal board decided the case itself; gives the id of its decision here."""
        decision_id = uuid5(self.id, f"decision/{len(self.decisions) + 1}")
        self._decision_prepared(decision_id=decision_id, kind=kind, deferred=(), follow_up_by=None)
        return decision_id

    def _progress(self, missing: Sequence[Refusal], completed: bool) -> Progress:
        return Progress(
            benefit=self.benefit,
            urgent=self.urgent,
            interviewed=self.is_interviewed,
            interview_refused=self.interview_refused_on is not None,
            withdrawn=self.withdrawn_on is not None,
            consent=self.consent,
            sheet_written=self.sheet is not None,
            missing=missing,
            completed=completed,
        )

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
        """A draft was withdrawn, the board sent the case back, or it is reopened (KPA 145)."""
        self._assessment_reopened(reason=reason, on=on)

    @event(CaseEvents.AssessmentReopened)
    def _assessment_reopened(self, reason: str, on: date) -> None:
        self.state = CaseState.IN_PROGRESS
        self.closed_on = None

    def close(self, reason: str, *, on: date) -> None:
        self.require(Action.CLOSE_CASE)
        self._closed(reason=reason, on=on)

    @event(CaseEvents.CaseClosed)
    def _closed(self, reason: str, on: date) -> None:
        self.state = CaseState.CLOSED
        self.closed_on = on

    def reopen(self, reason: str, *, on: date) -> None:
        """Back to a closed case for what became known since (ups art. 106 ust. 5)."""
        self.require(Action.REOPEN_AFTER_MONITORING)
        self._reopened(reason=reason, on=on)

    @event(CaseEvents.CaseReopened)
    def _reopened(self, reason: str, on: date) -> None:
        self.state = CaseState.DECISION
        self.closed_on = None

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @event(CaseEvents.DeadlineMissed)
    def _deadline_missed(self, deadline: DeadlineKind, due: date) -> None:
        self.missed += (deadline,)

    def deadlines(self) -> tuple[Deadline, ...]:
        """What the case waits for; `due` says whether the term runs now."""
        if self.is_over:
            return ()
        due = [Deadline(DeadlineKind.DECISION, self.decision_due)]
        if self.state is CaseState.DEFECTS_CALLED and self.complete_by is not None:
            due.append(Deadline(DeadlineKind.DEFECTS, self.complete_by))
        if not self.is_interviewed:
            due.append(Deadline(DeadlineKind.INTERVIEW, self.interview_due))
        elif self.benefit in PERMANENT_FORMS:
            due.append(Deadline(DeadlineKind.INTERVIEW_UPDATE, self.next_interview_due()))
        if self.follow_up_by is not None:
            due.append(Deadline(DeadlineKind.FOLLOW_UP, self.follow_up_by))
        return tuple(due)
