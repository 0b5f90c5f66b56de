"""One contact with a client, from the first word to the hand-over (`domain.md` B).

Contact logged, information given, direction decided, application registered with its receipt,
a unit to meet, or the matter passed to the authority that has jurisdiction. Who it is about
may become known only later; until then it can be informed about, and an alarm can be raised.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.intake import contact_refusals, contact_steps
from services.intake.applicant import AppliedBy, applied_by
from services.intake.application import Filed
from services.intake.contact_alarm import ContactAlarm
from services.intake.contact_events import ContactEvents
from services.intake.contact_steps import Action, State, directed
from services.intake.jurisdiction import Jurisdiction, require_elsewhere
from services.intake.refusals import (
    AuthorityMissing,
    ProblemMissing,
    TopicsMissing,
)
from services.intake.signal import CHANNEL_OF, CallerNote, Signal
from services.intake.values import (
    VIOLENCE,
    BenefitType,
    Channel,
    Leaflet,
    Outcome,
    Reason,
    Reporter,
    Target,
    Topic,
    TransferReason,
)


class Contact(ContactAlarm, Aggregate):
    """`Contact.register(...)` or `Contact.receive_signal(...)`."""

    TOPIC = "intake.contact"

    class ContactRegistered(Created):
        TOPIC = "intake.contact.registered.1"
        person_id: UUID | None
        channel: Channel
        problem: str
        urgent: bool
        reasons: tuple[Reason, ...]
        reported_by: Reporter | None
        caller: CallerNote | None = None

    @classmethod
    def register(
        cls,
        person_id: UUID | None,
        channel: Channel,
        problem: str,
        *,
        urgent: bool,
        reasons: tuple[Reason, ...] = (),
        reported_by: Reporter | None = None,
        caller: CallerNote | None = None,
    ) -> Contact:
        """Raises ProblemMissing."""
        if not problem.strip():
            raise ProblemMissing
        return cls(person_id, channel, problem.strip(), urgent, reasons, reported_by, caller)

    @classmethod
    def receive_signal(
        cls,
        person_id: UUID | None,
        channel: Channel,
        problem: str,
        signal: Signal,
        *,
        urgent: bool,
        reasons: tuple[Reason, ...] = (),
        caller: CallerNote | None = None,
    ) -> Contact:
        """Somebody else's word, by which the centre acts ex officio. Raises SignalUnexplained."""
        if person_id is None and not signal.about.strip():
            raise contact_refusals.SignalUnexplained
        channel = CHANNEL_OF.get(signal.source, channel)
        contact = cls.register(
            person_id, channel, problem, urgent=urgent, reasons=reasons, caller=caller
        )
        contact._signal_received(signal=signal)
        return contact

    @event(ContactRegistered)
    def __init__(
        self,
        person_id: UUID | None,
        channel: Channel,
        problem: str,
        urgent: bool,
        reasons: tuple[Reason, ...],
        reported_by: Reporter | None,
        caller: CallerNote | None,
    ) -> None:
        self.person_id = person_id
        self.channel = channel
        self.problem = problem
        self.urgent = urgent
        self.reasons = reasons
        self.reported_by = reported_by
        self.state = State.REGISTERED
        self.caller = caller
        self.signal: Signal | None = None
        self.topics: tuple[Topic, ...] = ()
        self.leaflets: tuple[Leaflet, ...] = ()
        self.outcome: Outcome | None = None
        self.targets: tuple[Target, ...] = ()
        self.correction = ""
        self.was_crisis = False
        self.was_protected = False
        self.crisis_taken_by = ""
        self.alarm_escalated_at: datetime | None = None
        self.jurisdiction: Jurisdiction | None = None
        self.applications: tuple[Filed, ...] = ()
        self.authority = ""
        self.passed_on_because: TransferReason | None = None

    @property
    def protected(self) -> bool:
        """Of violence few may know; what was protected once stays so (`safety.md` 4)."""
        told = Leaflet.VIOLENCE_HELP in self.leaflets or bool(VIOLENCE & set(self.reasons))
        return self.was_protected or self.was_crisis or told

    @property
    def permitted(self) -> frozenset[Action]:
        """What may be done next: for the guard, the buttons and the links alike."""
        return contact_steps.permitted(
            self.state,
            self.targets,
            known=self.person_id is not None,
            alarm=self.alarm,
            crisis=self.was_crisis,
        )

    @event(ContactEvents.ExOfficioSignalReceived)
    def _signal_received(self, signal: Signal) -> None:
        self.signal = signal

    def complete_talk(self, problem: str, *, urgent: bool, reasons: tuple[Reason, ...]) -> None:
        """What a short call left out. Raises ProblemMissing; after triage, AlreadyTriaged."""
        self._require(Action.COMPLETE_TALK)
        if not problem.strip():
            raise ProblemMissing
        self._talk_completed(problem=problem.strip(), urgent=urgent, reasons=reasons)

    @event(ContactEvents.TalkCompleted)
    def _talk_completed(self, problem: str, urgent: bool, reasons: tuple[Reason, ...]) -> None:
        self.was_protected = self.protected
        self.problem, self.urgent, self.reasons = problem, urgent, reasons

    def establish_person(self, person_id: UUID) -> None:
        """Raises PersonKnown; AlreadyTriaged where the contact of a stranger is over."""
        if self.person_id is not None:
            raise contact_refusals.PersonKnown
        self._require(Action.ESTABLISH_PERSON)
        self._person_established(person_id=person_id)

    @event(ContactEvents.PersonEstablished)
    def _person_established(self, person_id: UUID) -> None:
        self.person_id = person_id

    def provide_information(
        self, topics: tuple[Topic, ...], leaflets: tuple[Leaflet, ...] = ()
    ) -> None:
        """Raises TopicsMissing."""
        if not topics:
            raise TopicsMissing
        self._information_provided(
            topics=tuple(dict.fromkeys(topics)), leaflets=tuple(dict.fromkeys(leaflets))
        )

    @event(ContactEvents.InformationProvided)
    def _information_provided(
        self, topics: tuple[Topic, ...], leaflets: tuple[Leaflet, ...]
    ) -> None:
        self.topics = tuple(dict.fromkeys(self.topics + topics))
        self.leaflets = tuple(dict.fromkeys(self.leaflets + leaflets))

    # --- direction ----------------------------------------------------------

    def triage(self, outcome: Outcome, *, also: tuple[Target, ...] = ()) -> None:
        """Directs the client to the units of the outcome, and to those that the worker adds.

        Raises AlreadyTriaged, PersonUnknown.
        """
        self._require(Action.TRIAGE)
        contact_steps.require_somebody(self.person_id, outcome, also)
        self._triaged(outcome=outcome, targets=directed(outcome, also, self.reasons))

    @event(ContactEvents.ContactTriaged)
    def _triaged(self, outcome: Outcome, targets: tuple[Target, ...]) -> None:
        self.state = State.TRIAGED
        self._direct(outcome, targets)

    def correct_triage(
        self, outcome: Outcome, *, also: tuple[Target, ...] = (), reason: str
    ) -> None:
        """Raises TriageCorrectionReasonMissing, TriageUnchanged, ApplicationStays."""
        self._require(Action.CORRECT_TRIAGE)
        if not reason.strip():
            raise contact_refusals.TriageCorrectionReasonMissing
        contact_steps.require_somebody(self.person_id, outcome, also)
        targets = directed(outcome, also, self.reasons)
        left = contact_steps.left_by_correction(
            (self.outcome, self.targets), (outcome, targets), filed=bool(self.applications)
        )
        self._triage_corrected(outcome=outcome, targets=targets, left=left, reason=reason.strip())

    @event(ContactEvents.TriageCorrected)
    def _triage_corrected(
        self, outcome: Outcome, targets: tuple[Target, ...], left: tuple[Target, ...], reason: str
    ) -> None:
        self.correction = reason
        self._direct(outcome, targets)

    def _direct(self, outcome: Outcome, targets: tuple[Target, ...]) -> None:
        if outcome is Outcome.CRISIS_VIOLENCE and self.outcome is not outcome:
            self.was_crisis, self.crisis_taken_by, self.alarm_escalated_at = True, "", None
        self.outcome, self.targets = outcome, targets

    def check_jurisdiction(self, found: Jurisdiction) -> None:
        self._require(Action.CHECK_JURISDICTION)
        self._jurisdiction_checked(found=found)

    @event(ContactEvents.JurisdictionChecked)
    def _jurisdiction_checked(self, found: Jurisdiction) -> None:
        self.jurisdiction = found

    # --- the application ----------------------------------------------------

    def register_application(
        self,
        benefit_types: tuple[BenefitType, ...],
        *,
        filed_on: date,
        channel: Channel,
        receipt_number: str,
        today: date,
        by: AppliedBy | None = None,
        born: date | None = None,
    ) -> Filed:
        """Raises NotTriaged, NoProceedingAfterTriage, ApplicantUnsaid; of the application itself
        BenefitTypesMissing, FiledInFuture, FiledLongAgo; of who applies MinorNeedsRepresentative,
        RepresentationMissing, ConsentMissing, ConsentInFuture.
        """
        self._require(Action.REGISTER_APPLICATION)
        filed = Filed(
            uuid5(self.id, f"application/{len(self.applications) + 1}"),
            tuple(dict.fromkeys(benefit_types)),
            filed_on,
            channel,
            receipt_number,
            joint_visit=self.outcome is Outcome.BENEFITS_AND_SOCIAL_WORK,
            by=applied_by(by, self.reported_by),
        )
        filed.require_acceptable(born=born, today=today)
        self._application_registered(filed=filed)
        return filed

    @event(ContactEvents.ApplicationRegistered)
    def _application_registered(self, filed: Filed) -> None:
        self.applications = (*self.applications, filed)

    def transfer(self, authority: str, reason: TransferReason, *, client_informed: bool) -> None:
        """Passes the matter to the authority that has jurisdiction (KPA art. 65).

        Raises AuthorityMissing, ClientNotInformed, JurisdictionUnchecked, JurisdictionIsOurs.
        """
        self._require(Action.TRANSFER)
        if not authority.strip():
            raise AuthorityMissing
        if reason is not TransferReason.OTHER_SUBJECT:
            require_elsewhere(self.jurisdiction)
        if not client_informed:
            raise contact_refusals.ClientNotInformed
        self._transferred(authority=authority.strip(), reason=reason)

    @event(ContactEvents.CaseTransferred)
    def _transferred(self, authority: str, reason: TransferReason) -> None:
        self.state = State.PASSED_ON
        self.authority = authority
        self.passed_on_because = reason

    def require_meeting(self, units: tuple[Target, ...]) -> None:
        """An appointment is with units that take the client over. Raises AppointmentElsewhere."""
        if self.state is State.TRIAGED:
            contact_steps.require_among(units, self.targets)
        self._require(Action.BOOK_APPOINTMENT)

    def _require(self, action: Action) -> None:
        if action not in self.permitted:
            raise contact_steps.refusal(
                action,
                self.state,
                known=self.person_id is not None,
                outcome=self.outcome,
                authority=self.authority,
            )
