"""What happens to a case, one past-tense event each; the rules stand in `case.py`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate
from services.benefits.deadlines import DeadlineKind
from services.benefits.values import DecisionKind, Interview, InterviewPart


class CaseEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class CaseAssigned(Aggregate.Event):
        TOPIC = "benefits.case.assigned.1"
        worker: str

    class AssessmentStarted(Aggregate.Event):
        TOPIC = "benefits.case.assessment-started.1"
        worker: str
        on: date

    class InterviewScheduled(Aggregate.Event):
        TOPIC = "benefits.case.interview-scheduled.1"
        interview_id: UUID
        part: InterviewPart
        on: date
        joint: bool

    class InterviewConducted(Aggregate.Event):
        TOPIC = "benefits.case.interview-conducted.1"
        interview: Interview

    class DecisionPrepared(Aggregate.Event):
        TOPIC = "benefits.case.decision-prepared.1"
        decision_id: UUID
        kind: DecisionKind
        deferred: tuple[str, ...]
        follow_up_by: date | None

    class AssessmentReopened(Aggregate.Event):
        TOPIC = "benefits.case.assessment-reopened.1"
        reason: str
        on: date

    class DeadlineMissed(Aggregate.Event):
        TOPIC = "benefits.case.deadline-missed.1"
        deadline: DeadlineKind
        due: date

    class CaseClosed(Aggregate.Event):
        TOPIC = "benefits.case.closed.1"
        reason: str
        on: date
