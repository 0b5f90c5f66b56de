"""Where a contact can stand, and what may be done there: for the guard, buttons and links alike."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from uuid import UUID

from chassis.refusal import Refusal
from services.intake.contact_refusals import (
    AlreadyTriaged,
    ApplicationStays,
    PersonUnknown,
    TriageUnchanged,
)
from services.intake.refusals import (
    AppointmentElsewhere,
    ContactPassedOn,
    NoProceedingAfterTriage,
    NotTriaged,
)
from services.intake.values import VIOLENCE, Outcome, Reason, Target, targets_of


class State(StrEnum):
    REGISTERED = "registered"
    TRIAGED = "triaged"
    PASSED_ON = "passed-on"


class Action(StrEnum):
    COMPLETE_TALK = "complete-talk"
    ESTABLISH_PERSON = "establish-person"
    PROVIDE_INFORMATION = "provide-information"
    TRIAGE = "triage"
    CORRECT_TRIAGE = "correct-triage"
    TAKE_CRISIS = "take-crisis"
    CHECK_JURISDICTION = "check-jurisdiction"
    CHECK_DOCUMENTS = "check-documents"
    REGISTER_APPLICATION = "register-application"
    BOOK_APPOINTMENT = "book-appointment"
    TRANSFER = "transfer"


_BEFORE = frozenset({Action.COMPLETE_TALK, Action.TRIAGE})
_ANY_TIME = frozenset(
    {
        Action.ESTABLISH_PERSON,
        Action.PROVIDE_INFORMATION,
        Action.CHECK_JURISDICTION,
        Action.CHECK_DOCUMENTS,
    }
)
PERMITTED: dict[State, frozenset[Action]] = {
    State.REGISTERED: _BEFORE | _ANY_TIME,
    State.TRIAGED: frozenset(Action) - _BEFORE,
    State.PASSED_ON: frozenset({Action.PROVIDE_INFORMATION}),
}
WITHOUT_A_PERSON = _BEFORE | {
    Action.ESTABLISH_PERSON,
    Action.PROVIDE_INFORMATION,
    Action.CORRECT_TRIAGE,
    Action.TAKE_CRISIS,
}
"""What can be done while nobody knows whom the contact is about."""


def permitted(
    state: State, targets: tuple[Target, ...], *, known: bool, alarm: bool, crisis: bool
) -> frozenset[Action]:
    """`known`: whom it is about; `alarm`: a crisis that nobody took; `crisis`: it is or was one."""
    allowed = PERMITTED[state]
    if not known:
        allowed &= WITHOUT_A_PERSON
    if known or (state is State.TRIAGED and not crisis):
        allowed -= {Action.ESTABLISH_PERSON}
    if not alarm:
        allowed -= {Action.TAKE_CRISIS}
    if Target.BENEFITS not in targets:
        allowed -= {Action.REGISTER_APPLICATION}
    return allowed if targets else allowed - {Action.BOOK_APPOINTMENT}


def refusal(
    action: Action, state: State, *, known: bool, outcome: str | None, authority: str
) -> Refusal:
    """Why an action that is not permitted is not, and so what to do first."""
    if state is State.PASSED_ON:
        return ContactPassedOn(authority)
    if not known and action not in WITHOUT_A_PERSON:
        return PersonUnknown()
    if state is State.REGISTERED:
        return NotTriaged()
    if action in _BEFORE or action is Action.ESTABLISH_PERSON:
        return AlreadyTriaged()
    return NoProceedingAfterTriage(outcome or "-")


Direction = tuple[Outcome | None, tuple[Target, ...]]


def left_by_correction(before: Direction, after: Direction, *, filed: bool) -> tuple[Target, ...]:
    """The units that hear no more. Raises TriageUnchanged, ApplicationStays."""
    if (before[0], set(before[1])) == (after[0], set(after[1])):
        raise TriageUnchanged
    if filed and Target.BENEFITS not in after[1]:
        raise ApplicationStays
    return tuple(unit for unit in before[1] if unit not in after[1])


def directed(
    outcome: Outcome, also: tuple[Target, ...], reasons: Collection[Reason]
) -> tuple[Target, ...]:
    """Whom the client goes to; of violence only social work is told, so it always takes part."""
    targets = targets_of(outcome, also)
    told = (Target.SOCIAL_WORK,) if targets and VIOLENCE & set(reasons) else ()
    return tuple(dict.fromkeys(targets + told))


def require_somebody(person_id: UUID | None, outcome: Outcome, also: tuple[Target, ...]) -> None:
    """Nobody is handed to a unit; an alarm does not wait for a name. Raises PersonUnknown."""
    alarm = outcome is Outcome.CRISIS_VIOLENCE and not also
    if person_id is None and not alarm and targets_of(outcome, also):
        raise PersonUnknown


def require_among(units: tuple[Target, ...], targets: tuple[Target, ...]) -> None:
    """Raises AppointmentElsewhere."""
    for unit in units:
        if unit not in targets:
            raise AppointmentElsewhere(unit)
