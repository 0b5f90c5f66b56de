"""The social worker's own file of a client: opened, led, worked on, closed (`domain.md` D1 to D3).

What is written about the client stays in this unit's deletable rows (`queries.keep_text`); the
events carry a reference to it only, never a text.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.socialwork.contracts import BenefitRequest, FileContracts, SocialContract
from services.socialwork.direction import Direction, Said
from services.socialwork.refusals import (
    AlreadyAssigned,
    AreasMissing,
    LedByAnother,
    MinutesOutOfRange,
    SocialWorkIsClosed,
    SocialWorkIsOpen,
    WorkerMissing,
)
from services.socialwork.reports import FileReports
from services.socialwork.values import (
    ActionType,
    Area,
    NoteKind,
    Place,
    Referral,
    Result,
    Source,
)

DAY_MINUTES = 24 * 60


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Action(StrEnum):
    OPEN_AGAIN = "open-again"
    ASSIGN = "assign"
    WORK = "work"
    """Notes, diagnoses, actions, reports, certificates: what only the leading worker does."""
    CLOSE = "close"
    KEEP = "keep"
    """Where first contact took its direction back: the work goes on all the same."""


PERMITTED: dict[State, frozenset[Action]] = {
    State.OPEN: frozenset({Action.ASSIGN, Action.WORK, Action.CLOSE, Action.KEEP}),
    State.CLOSED: frozenset({Action.OPEN_AGAIN}),
}


@dataclass(frozen=True)
class RecordedAction:
    """One of the 17 actions, as it was done. `direct`: with the client, not for the client."""

    action_id: UUID
    type: ActionType
    minutes: int
    place: Place
    direct: bool
    on: date


def file_id(person_id: UUID) -> UUID:
    """One file a person, so that two causes at once still open one."""
    return uuid5(person_id, "socialwork/file")


class File(Direction, FileContracts, FileReports, Aggregate):
    TOPIC = "socialwork.file"

    class SocialWorkOpened(Created):
        TOPIC = "socialwork.file.opened.1"
        person_id: UUID
        source: Source
        on: date
        referral: Referral | None

    class SocialWorkOpenedAgain(Aggregate.Event):
        TOPIC = "socialwork.file.opened-again.1"
        source: Source
        on: date
        referral: Referral | None

    class ReferralReceived(Aggregate.Event):
        TOPIC = "socialwork.file.referral-received.1"
        referral: Referral

    class SocialWorkerAssigned(Aggregate.Event):
        TOPIC = "socialwork.file.social-worker-assigned.1"
        worker_id: str
        load: int

    class DiagnosisRecorded(Aggregate.Event):
        TOPIC = "socialwork.file.diagnosis-recorded.1"
        areas: tuple[Area, ...]
        reference: UUID

    class OfficialNoteWritten(Aggregate.Event):
        TOPIC = "socialwork.file.official-note-written.1"
        kind: NoteKind
        reference: UUID

    class SocialWorkActionRecorded(Aggregate.Event):
        TOPIC = "socialwork.file.action-recorded.1"
        action: RecordedAction

    class SocialWorkClosed(Aggregate.Event):
        TOPIC = "socialwork.file.closed.1"
        result: Result
        on: date

    @staticmethod
    def create_id(person_id: UUID) -> UUID:
        return file_id(person_id)

    @event(SocialWorkOpened)
    def __init__(
        self, person_id: UUID, source: Source, on: date, referral: Referral | None = None
    ) -> None:
        self.person_id = person_id
        self.worker_id: str | None = None
        self.areas: tuple[Area, ...] = ()
        self.texts: tuple[UUID, ...] = ()
        self.actions = 0
        self.minutes = 0
        self.reports = 0
        self.referrals: tuple[Referral, ...] = ()
        self.contacts: tuple[UUID, ...] = ()
        self.contracts: tuple[SocialContract, ...] = ()
        self.requests: tuple[BenefitRequest, ...] = ()
        self._open(source, on, referral)

    def _open(self, source: Source, on: date, referral: Referral | None) -> None:
        self.state = State.OPEN
        self.closed_on: date | None = None
        self.source, self.opened_on = source, on
        self.result: Result | None = None
        self.decide_since: date | None = None
        self.said: dict[UUID, Said] = {}
        self._rest()
        self.referrals += (referral,) if referral else ()

    @property
    def is_begun(self) -> bool:
        """Whether anything was done with the client yet."""
        return bool(self.actions or self.texts or self.areas or self.reports)

    @property
    def permitted(self) -> frozenset[Action]:
        return PERMITTED[self.state]

    def open_again(self, source: Source, *, on: date, referral: Referral | None = None) -> None:
        if Action.OPEN_AGAIN not in self.permitted:
            raise SocialWorkIsOpen
        self._opened_again(source=source, on=on, referral=referral)

    @event(SocialWorkOpenedAgain)
    def _opened_again(self, source: Source, on: date, referral: Referral | None) -> None:
        self.worker_id = None
        self._open(source, on, referral)

    def receive_referral(self, referral: Referral) -> None:
        """Another referral of a client with whom work is under way; the same one counts once."""
        self._require(Action.WORK)
        if referral.referral_id not in {known.referral_id for known in self.referrals}:
            self._referral_received(referral=referral)

    @event(ReferralReceived)
    def _referral_received(self, referral: Referral) -> None:
        self.referrals = (*self.referrals, referral)

    def assign(self, worker_id: str, *, load: int) -> None:
        """`load`: the environments that the worker then leads, this one included."""
        self._require(Action.ASSIGN)
        if worker_id == self.worker_id:
            raise AlreadyAssigned(worker_id)
        self._assigned(worker_id=worker_id, load=load)

    @event(SocialWorkerAssigned)
    def _assigned(self, worker_id: str, load: int) -> None:
        self.worker_id = worker_id

    def require_led_by(self, worker_id: str) -> None:
        """Raises SocialWorkIsClosed, WorkerMissing, LedByAnother."""
        self._require(Action.WORK)
        if self.worker_id is None:
            raise WorkerMissing
        if self.worker_id != worker_id:
            raise LedByAnother(self.worker_id)

    def record_diagnosis(self, areas: tuple[Area, ...], reference: UUID, *, by: str) -> None:
        self.require_led_by(by)
        if not areas:
            raise AreasMissing
        self._diagnosis_recorded(areas=tuple(dict.fromkeys(areas)), reference=reference)

    @event(DiagnosisRecorded)
    def _diagnosis_recorded(self, areas: tuple[Area, ...], reference: UUID) -> None:
        self.areas = areas
        self.texts = (*self.texts, reference)
        self._rest()

    def write_note(self, kind: NoteKind, reference: UUID, *, by: str) -> None:
        self.require_led_by(by)
        self._note_written(kind=kind, reference=reference)

    @event(OfficialNoteWritten)
    def _note_written(self, kind: NoteKind, reference: UUID) -> None:
        self.texts = (*self.texts, reference)
        self._rest()

    def record_action(
        self, type: ActionType, *, minutes: int, place: Place, direct: bool, on: date, by: str
    ) -> RecordedAction:
        self.require_led_by(by)
        if not 0 < minutes <= DAY_MINUTES:
            raise MinutesOutOfRange(minutes)
        action_id = uuid5(self.id, f"action/{self.actions + 1}")
        action = RecordedAction(action_id, type, minutes, place, direct, on)
        self._action_recorded(action=action)
        return action

    @event(SocialWorkActionRecorded)
    def _action_recorded(self, action: RecordedAction) -> None:
        self.actions += 1
        self.minutes += action.minutes
        self._rest()

    def close(self, result: Result, *, on: date) -> None:
        self._require(Action.CLOSE)
        self._closed(result=result, on=on)

    @event(SocialWorkClosed)
    def _closed(self, result: Result, on: date) -> None:
        self.state = State.CLOSED
        self.result, self.closed_on, self.decide_since = result, on, None
        self._rest()

    def _require(self, action: Action) -> None:
        if action not in self.permitted:
            raise SocialWorkIsClosed
