"""One contact with a client, from the first word to the hand-over (`domain.md` B).

Contact logged, information given, direction decided, application registered with its receipt,
appointment booked, or the matter passed to the authority that has jurisdiction.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.intake.refusals import (
    AppointmentElsewhere,
    AppointmentInPast,
    AuthorityMissing,
    BenefitTypesMissing,
    ContactPassedOn,
    FiledInFuture,
    NoProceedingAfterTriage,
    NotTriaged,
    ProblemMissing,
    TopicsMissing,
)
from services.intake.values import (
    TARGETS,
    BenefitType,
    Channel,
    Outcome,
    Reason,
    Reporter,
    Target,
    Topic,
    TransferReason,
)


class State(StrEnum):
    REGISTERED = "registered"
    TRIAGED = "triaged"
    PASSED_ON = "passed-on"


class Action(StrEnum):
    PROVIDE_INFORMATION = "provide-information"
    TRIAGE = "triage"
    REGISTER_APPLICATION = "register-application"
    BOOK_APPOINTMENT = "book-appointment"
    TRANSFER = "transfer"


PERMITTED: dict[State, frozenset[Action]] = {
    State.REGISTERED: frozenset({Action.PROVIDE_INFORMATION, Action.TRIAGE}),
    State.TRIAGED: frozenset(Action),
    State.PASSED_ON: frozenset({Action.PROVIDE_INFORMATION}),
}


@dataclass(frozen=True)
class Filed:
    """An application as it reached the office."""

    application_id: UUID
    benefit_types: tuple[BenefitType, ...]
    filed_on: date
    channel: Channel
    receipt_number: str
    joint_visit: bool


@dataclass(frozen=True)
class Appointment:
    appointment_id: UUID
    unit: Target
    at: datetime


class Contact(Aggregate):
    TOPIC = "intake.contact"

    class ContactRegistered(Created):
        TOPIC = "intake.contact.registered.1"
        person_id: UUID
        channel: Channel
        problem: str
        urgent: bool
        reasons: tuple[Reason, ...]
        reported_by: Reporter | None

    class InformationProvided(Aggregate.Event):
        TOPIC = "intake.contact.information-provided.1"
        topics: tuple[Topic, ...]

    class ContactTriaged(Aggregate.Event):
        TOPIC = "intake.contact.triaged.1"
        outcome: Outcome
        targets: tuple[Target, ...]

    class ApplicationRegistered(Aggregate.Event):
        TOPIC = "intake.contact.application-registered.1"
        filed: Filed

    class AppointmentBooked(Aggregate.Event):
        TOPIC = "intake.contact.appointment-booked.1"
        appointment: Appointment

    class CaseTransferred(Aggregate.Event):
        TOPIC = "intake.contact.case-transferred.1"
        authority: str
        reason: TransferReason

    @classmethod
    def register(
        cls,
        person_id: UUID,
        channel: Channel,
        problem: str,
        *,
        urgent: bool,
        reasons: tuple[Reason, ...] = (),
        reported_by: Reporter | None = None,
    ) -> "Contact":
        """Raises ProblemMissing."""
        if not problem.strip():
            raise ProblemMissing
        return cls(person_id, channel, problem.strip(), urgent, reasons, reported_by)

    @event(ContactRegistered)
    def __init__(
        self,
        person_id: UUID,
        channel: Channel,
        problem: str,
        urgent: bool,
        reasons: tuple[Reason, ...],
        reported_by: Reporter | None,
    ) -> None:
        self.person_id = person_id
        self.channel = channel
        self.problem = problem
        self.urgent = urgent
        self.reasons = reasons
        self.reported_by = reported_by
        self.state = State.REGISTERED
        self.topics: tuple[Topic, ...] = ()
        self.outcome: Outcome | None = None
        self.targets: tuple[Target, ...] = ()
        self.applications: tuple[Filed, ...] = ()
        self.appointments: tuple[Appointment, ...] = ()
        self.authority = ""
        self.passed_on_because: TransferReason | None = None

    @property
    def permitted(self) -> frozenset[Action]:
        """What may be done next: for the guard, the buttons and the links alike."""
        allowed = PERMITTED[self.state]
        if Target.BENEFITS not in self.targets:
            allowed -= {Action.REGISTER_APPLICATION}
        return allowed if self.targets else allowed - {Action.BOOK_APPOINTMENT}

    def provide_information(self, topics: tuple[Topic, ...]) -> None:
        """Raises TopicsMissing."""
        if not topics:
            raise TopicsMissing
        self._information_provided(topics=tuple(dict.fromkeys(topics)))

    @event(InformationProvided)
    def _information_provided(self, topics: tuple[Topic, ...]) -> None:
        self.topics = tuple(dict.fromkeys(self.topics + topics))

    def triage(self, outcome: Outcome, *, also: tuple[Target, ...] = ()) -> None:
        """Directs the client to the units of the outcome, and to those that the worker adds."""
        self._require(Action.TRIAGE)
        self._triaged(outcome=outcome, targets=tuple(dict.fromkeys(TARGETS[outcome] + also)))

    @event(ContactTriaged)
    def _triaged(self, outcome: Outcome, targets: tuple[Target, ...]) -> None:
        self.state = State.TRIAGED
        self.outcome, self.targets = outcome, targets

    def register_application(
        self,
        benefit_types: tuple[BenefitType, ...],
        *,
        filed_on: date,
        channel: Channel,
        receipt_number: str,
        today: date,
    ) -> Filed:
        """Raises NotTriaged, NoProceedingAfterTriage, BenefitTypesMissing, FiledInFuture."""
        self._require(Action.REGISTER_APPLICATION)
        if not benefit_types:
            raise BenefitTypesMissing
        if filed_on > today:
            raise FiledInFuture
        filed = Filed(
            uuid5(self.id, f"application/{len(self.applications) + 1}"),
            tuple(dict.fromkeys(benefit_types)),
            filed_on,
            channel,
            receipt_number,
            joint_visit=self.outcome is Outcome.BENEFITS_AND_SOCIAL_WORK,
        )
        self._application_registered(filed=filed)
        return filed

    @event(ApplicationRegistered)
    def _application_registered(self, filed: Filed) -> None:
        self.applications = (*self.applications, filed)

    def book_appointment(self, unit: Target, at: datetime, *, now: datetime) -> Appointment:
        """With a unit that the client was directed to. Raises AppointmentElsewhere."""
        if self.state is State.TRIAGED and unit not in self.targets:
            raise AppointmentElsewhere(unit)
        self._require(Action.BOOK_APPOINTMENT)
        if at <= now:
            raise AppointmentInPast
        number = len(self.appointments) + 1
        appointment = Appointment(uuid5(self.id, f"appointment/{number}"), unit, at)
        self._appointment_booked(appointment=appointment)
        return appointment

    @event(AppointmentBooked)
    def _appointment_booked(self, appointment: Appointment) -> None:
        self.appointments = (*self.appointments, appointment)

    def transfer(self, authority: str, reason: TransferReason) -> None:
        """Passes the matter to the authority that has jurisdiction (KPA art. 65)."""
        self._require(Action.TRANSFER)
        if not authority.strip():
            raise AuthorityMissing
        self._transferred(authority=authority.strip(), reason=reason)

    @event(CaseTransferred)
    def _transferred(self, authority: str, reason: TransferReason) -> None:
        self.state = State.PASSED_ON
        self.authority = authority
        self.passed_on_because = reason

    def _require(self, action: Action) -> None:
        if action in self.permitted:
            return
        if self.state is State.PASSED_ON:
            raise ContactPassedOn(self.authority)
        if self.state is State.REGISTERED:
            raise NotTriaged
        raise NoProceedingAfterTriage(self.outcome or "-")
