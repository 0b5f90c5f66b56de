"""What happens to a case, one past-tense event each; the rules stand in `case.py`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate
from services.benefits.deadlines import DeadlineKind
from services.benefits.interviews import HeadConsent, Interview, InterviewPart
from services.benefits.resident import HomeConsent, ResidentSheet
from services.benefits.values import DecisionKind, HandOverReason


class CaseEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class CaseAssigned(Aggregate.Event):
        TOPIC = "benefits.case.assigned.1"
        worker: str
        load: int | None = None

    class CaseHandedOver(Aggregate.Event):
        TOPIC = "benefits.case.handed-over.1"
        worker: str
        former: str
        reason: HandOverReason
        hand_over_id: UUID

    # --- what is wrong with the application (KPA 64, 65) ----------------------

    class DefectsCalled(Aggregate.Event):
        TOPIC = "benefits.case.defects-called.1"
        missing: tuple[str, ...]
        on: date
        complete_by: date
        by: str = ""

    class ApplicationCompleted(Aggregate.Event):
        TOPIC = "benefits.case.application-completed.1"
        on: date

    class LeftUnexamined(Aggregate.Event):
        TOPIC = "benefits.case.left-unexamined.1"
        on: date

    class CaseTransferred(Aggregate.Event):
        TOPIC = "benefits.case.transferred.1"
        authority: str
        reason: str
        on: date

    class TransferNoted(Aggregate.Event):
        """First contact passed the matter on, and a decision was there already."""

        TOPIC = "benefits.case.transfer-noted.1"
        authority: str
        reason: str
        on: date

    class ApplicationWithdrawn(Aggregate.Event):
        TOPIC = "benefits.case.application-withdrawn.1"
        on: date

    # --- the inquiry ----------------------------------------------------------

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
        separate_because: str = ""

    class InterviewConducted(Aggregate.Event):
        TOPIC = "benefits.case.interview-conducted.1"
        interview: Interview

    class InterviewRefused(Aggregate.Event):
        TOPIC = "benefits.case.interview-refused.1"
        on: date
        reason: str

    class InterviewElsewhereAllowed(Aggregate.Event):
        TOPIC = "benefits.case.interview-elsewhere-allowed.1"
        consent: HeadConsent

    class PartyHeard(Aggregate.Event):
        TOPIC = "benefits.case.party-heard.1"
        informed_on: date
        until: date
        comments: str

    # --- a residential home (ups art. 54) ----------------------------------------

    class HomeConsentRecorded(Aggregate.Event):
        TOPIC = "benefits.case.home-consent-recorded.1"
        consent: HomeConsent

    class ResidentSheetWritten(Aggregate.Event):
        TOPIC = "benefits.case.resident-sheet-written.1"
        sheet: ResidentSheet

    # --- decisions and the end ------------------------------------------------

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
        """In logs older than the timekeeping, which says it now."""

        TOPIC = "benefits.case.deadline-missed.1"
        deadline: DeadlineKind
        due: date

    class CaseClosed(Aggregate.Event):
        TOPIC = "benefits.case.closed.1"
        reason: str
        on: date

    class CaseReopened(Aggregate.Event):
        TOPIC = "benefits.case.reopened.1"
        reason: str
        on: date
