"""The environmental interview, part by part, each with fields of its own (ups art. 107).

Part I is the first interview, II is held with who is obliged to support the client, III with
victims of a disaster, IV is the update. Forms number the parts differently from time to time
(`domain.md` M19), so an interview also keeps what its part is called on the form that was used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from osnowa_contracts import codes

from chassis.calendar import is_working_day
from services.benefits.refusals.assessment import (
    InterviewFieldsWrong,
    JointVisitWanted,
    NothingToUpdate,
)
from services.benefits.values import Place

InterviewPart = codes.InterviewPart
Update = codes.InterviewUpdate


PART_PL: dict[InterviewPart, str] = {
    InterviewPart.I: "Część I: pierwszy wywiad",
    InterviewPart.II: "Część II: osoba zobowiązana do alimentacji",
    InterviewPart.III: "Część III: poszkodowani w zdarzeniu losowym lub klęsce",
    InterviewPart.IV: "Część IV: aktualizacja",
}

OF_THE_CLIENT = frozenset({InterviewPart.I, InterviewPart.IV})
"""The parts that tell the client's own situation, so that a decision may follow."""


@dataclass(frozen=True)
class FirstInterview:
    """Part I, points I to VII, each in words; empty where there was nothing to note."""

    household: str = ""
    housing: str = ""
    employment: str = ""
    health: str = ""
    income: str = ""
    needs: str = ""
    conclusions: str = ""


@dataclass(frozen=True)
class ObligedPersonInterview:
    """Part II: who is obliged, and what help is possible (ups art. 103)."""

    name: str
    relation: str
    household_size: int
    income: Decimal
    possible_help: str = ""


@dataclass(frozen=True)
class DisasterInterview:
    """Part III: what happened, what was lost, what others cover (ups art. 40)."""

    event: str
    happened_on: date
    losses: str
    insured: bool = False
    other_help: str = ""


@dataclass(frozen=True)
class UpdateInterview:
    """Part IV: why it is held, what is different, and point III, the assessment."""

    why: Update
    changes: str = ""
    conclusions: str = ""


@dataclass(frozen=True)
class HeadConsent:
    """The head lets an interview take place elsewhere or at another time, as was agreed."""

    reason: str
    by: str
    on: date


@dataclass(frozen=True)
class Interview:
    """One that was held; exactly the fields of its own part may be filled in."""

    interview_id: UUID
    part: InterviewPart
    on: date
    due: date
    joint: bool
    urgent: bool
    minutes: int
    place: Place
    called: str = ""
    """What the form in use calls the part, where it is not our code."""
    separate_because: str = ""
    """Why the social worker did not come along to a visit that was to be a joint one."""
    first: FirstInterview | None = None
    obliged: ObligedPersonInterview | None = None
    disaster: DisasterInterview | None = None
    update: UpdateInterview | None = None
    consent: HeadConsent | None = None
    """Where it needed one."""


FIELDS: dict[InterviewPart, str] = {
    InterviewPart.I: "first",
    InterviewPart.II: "obliged",
    InterviewPart.III: "disaster",
    InterviewPart.IV: "update",
}
"""Where an interview keeps what its part is about."""


def check_interview(interview: Interview, *, joint_wanted: bool, earlier: bool) -> None:
    """Raises what does not fit the part, or the visit that the client wants.

    `earlier` tells whether there was an interview of this person before, in whatever case.
    """
    for part, field in FIELDS.items():
        if part is not interview.part and getattr(interview, field) is not None:
            raise InterviewFieldsWrong(interview.part.value, FIELDS[interview.part])
    own = getattr(interview, FIELDS[interview.part])
    if own is None and interview.part is not InterviewPart.I:
        raise InterviewFieldsWrong(interview.part.value, FIELDS[interview.part])
    if interview.part is InterviewPart.IV and not earlier:
        raise NothingToUpdate
    check_joint(interview.joint, interview.separate_because, joint_wanted=joint_wanted)


def needs_consent(place: Place, on: date) -> bool:
    """Where the person lives (HOME) or stays (FIELD), on a working day, it needs none (C10)."""
    return place is Place.OFFICE or not is_working_day(on)


def check_joint(joint: bool, separate_because: str, *, joint_wanted: bool) -> None:
    """Who wants money and social work is visited by both at once ([002] 4.1; SEP-6)."""
    if joint_wanted and not joint and not separate_because.strip():
        raise JointVisitWanted
