"""What happens to the time of a case, one past-tense event each; the rules: `timekeeping.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from osnowa_contracts import codes

from chassis.aggregate import Aggregate
from services.benefits.deadlines import DeadlineKind, Halt, HaltGround

ExtensionReason = codes.ExtensionReason


class UrgingGround(StrEnum):
    """What the party complains of (KPA 37 § 1)."""

    INACTIVITY = "INACTIVITY"
    PROTRACTION = "PROTRACTION"


@dataclass(frozen=True)
class Said:
    """A term of which the clock spoke. `holder` is the case, decision, ... that it belongs to."""

    holder: UUID
    kind: DeadlineKind
    due: date


@dataclass(frozen=True)
class Notice:
    """What the party was told when the decision could not come in time (KPA 36)."""

    reason: ExtensionReason
    was_due: date
    due: date
    on: date
    by: str
    text: str


@dataclass(frozen=True)
class Urging:
    """An urging complaint; `answer_by` is the board's term from the day it was sent on."""

    urging_id: UUID
    ground: UrgingGround
    filed_on: date
    forward_by: date
    forwarded_on: date | None = None
    answer_by: date | None = None


class TimekeepingEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class TermHalted(Aggregate.Event):
        TOPIC = "benefits.timekeeping.term-halted.1"
        ground: HaltGround
        since: date

    class TermResumed(Aggregate.Event):
        TOPIC = "benefits.timekeeping.term-resumed.1"
        halt: Halt
        due: date

    class TermRestarted(Aggregate.Event):
        TOPIC = "benefits.timekeeping.term-restarted.1"
        on: date
        due: date

    class DeadlineExtended(Aggregate.Event):
        TOPIC = "benefits.timekeeping.deadline-extended.1"
        reason: ExtensionReason
        was_due: date
        due: date
        on: date
        by: str = ""
        text: str = ""

    class UrgingFiled(Aggregate.Event):
        TOPIC = "benefits.timekeeping.urging-filed.1"
        urging: Urging

    class UrgingForwarded(Aggregate.Event):
        TOPIC = "benefits.timekeeping.urging-forwarded.1"
        urging: Urging

    class UrgingAnswered(Aggregate.Event):
        TOPIC = "benefits.timekeeping.urging-answered.1"
        founded: bool
        due: date
        on: date

    class DeadlineApproaching(Aggregate.Event):
        TOPIC = "benefits.timekeeping.deadline-approaching.1"
        said: Said

    class DeadlineMissed(Aggregate.Event):
        TOPIC = "benefits.timekeeping.deadline-missed.1"
        said: Said
