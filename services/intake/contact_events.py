"""What happens to a contact, one past-tense event each; the rules stand in `contact.py`."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.aggregate import Aggregate
from services.intake.application import Filed
from services.intake.jurisdiction import Jurisdiction
from services.intake.signal import Signal
from services.intake.values import (
    Leaflet,
    Outcome,
    Reason,
    Target,
    Topic,
    TransferReason,
)


class ContactEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class ExOfficioSignalReceived(Aggregate.Event):
        TOPIC = "intake.contact.ex-officio-signal-received.1"
        signal: Signal

    class TalkCompleted(Aggregate.Event):
        TOPIC = "intake.contact.talk-completed.1"
        problem: str
        urgent: bool
        reasons: tuple[Reason, ...]

    class PersonEstablished(Aggregate.Event):
        TOPIC = "intake.contact.person-established.1"
        person_id: UUID

    class InformationProvided(Aggregate.Event):
        TOPIC = "intake.contact.information-provided.1"
        topics: tuple[Topic, ...]
        leaflets: tuple[Leaflet, ...] = ()

    class ContactTriaged(Aggregate.Event):
        TOPIC = "intake.contact.triaged.1"
        outcome: Outcome
        targets: tuple[Target, ...]

    class TriageCorrected(Aggregate.Event):
        TOPIC = "intake.contact.triage-corrected.1"
        outcome: Outcome
        targets: tuple[Target, ...]
        left: tuple[Target, ...]
        reason: str

    class CrisisTaken(Aggregate.Event):
        TOPIC = "intake.contact.crisis-taken.1"
        by: str
        at: datetime

    class AlarmEscalated(Aggregate.Event):
        TOPIC = "intake.contact.alarm-escalated.1"
        at: datetime

    class JurisdictionChecked(Aggregate.Event):
        TOPIC = "intake.contact.jurisdiction-checked.1"
        found: Jurisdiction

    class ApplicationRegistered(Aggregate.Event):
        TOPIC = "intake.contact.application-registered.1"
        filed: Filed

    class CaseTransferred(Aggregate.Event):
        TOPIC = "intake.contact.case-transferred.1"
        authority: str
        reason: TransferReason
