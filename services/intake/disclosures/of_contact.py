"""A contact, its documents and its appointments as public facts.

What a client came with is told when it is known where they go, and of a protected contact not at
all: who acts on it reads it here (`safety.md` 4). Who signalled a need is never told.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from osnowa_contracts import intake
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from chassis.disclosure import Announcement
from services.intake.appointment import Appointment
from services.intake.checklist import Checklist
from services.intake.contact import Contact


def about_contact(event: DomainEvent, contact: Contact) -> Iterator[Announcement]:
    """While nobody knows whom it is about there is nothing to tell but, in the end, a number."""
    if contact.person_id is None:
        if isinstance(event, Contact.ContactTriaged) and not contact.was_crisis:
            yield Announcement(_registered(contact), person=None)
            yield Announcement(_triaged(contact), person=None)
        return
    for fact in _of_contact(event, contact, contact.person_id):
        yield Announcement(fact, person=contact.person_id)


def about_documents(event: DomainEvent, checklist: Checklist) -> Iterator[Announcement]:
    match event:
        case Checklist.DocumentsChecked(checked=checked):
            fact = intake.DocumentsChecked(
                contact_id=checklist.contact_id,
                benefit_types=checked.benefit_types,
                shown=checked.shown,
                missing=checked.missing,
                protected=checklist.protected,
            )
            yield Announcement(fact, person=checklist.person_id)


def about_appointment(event: DomainEvent, appointment: Appointment) -> Iterator[Announcement]:
    meeting = appointment.meeting
    when = {
        "appointment_id": appointment.id,
        "unit": meeting.unit,
        "at": meeting.at,
        "joint_with": meeting.joint_with,
        "protected": appointment.protected,
    }
    match event:
        case Appointment.AppointmentBooked():
            fact: Fact = intake.AppointmentBooked(**when, worker_id=meeting.worker)
        case Appointment.AppointmentMoved():
            fact = intake.AppointmentMoved(**when, worker_id=meeting.worker)
        case Appointment.AppointmentCancelled(by=by):
            fact = intake.AppointmentCancelled(**when, cancelled_by=by)
        case Appointment.AppointmentMissed():
            fact = intake.AppointmentMissed(**when)
        case _:
            return
    yield Announcement(fact, person=appointment.person_id)


def _of_contact(event: DomainEvent, contact: Contact, _person_id: UUID) -> Iterator[Fact]:
    match event:
        case Contact.ContactRegistered():
            yield _registered(contact)
        case Contact.ExOfficioSignalReceived():
            yield _signal(contact)
        case Contact.PersonEstablished():
            yield from _so_far(contact)
        case Contact.InformationProvided():
            yield intake.InformationProvided(
                contact_id=contact.id,
                topics=event.topics,
                leaflets=event.leaflets,
                protected=contact.protected,
            )
        case Contact.ContactTriaged():
            yield _triaged(contact)
        case Contact.TriageCorrected():
            yield intake.TriageCorrected(
                contact_id=contact.id,
                outcome=event.outcome,
                target_units=event.targets,
                left_units=event.left,
                urgent=contact.urgent,
                protected=contact.protected,
            )
        case Contact.ApplicationRegistered(filed=filed):
            yield intake.ApplicationRegistered(
                application_id=filed.application_id,
                benefit_types=filed.benefit_types,
                filed_on=filed.filed_on,
                channel=filed.channel,
                urgent=contact.urgent,
                contact_id=contact.id,
                joint_visit=filed.joint_visit,
                applicant=filed.by.applicant,
                consent_on=filed.by.consent_on,
                applicant_name=None if contact.protected else filed.by.name or None,
                applicant_is=None if contact.protected else filed.by.relation,
            )
        case Contact.CaseTransferred():
            last = contact.applications[-1] if contact.applications else None
            yield intake.CaseTransferred(
                contact_id=contact.id,
                application_id=last.application_id if last else None,
                authority=event.authority,
                reason=event.reason,
                protected=contact.protected,
                application_ids=tuple(one.application_id for one in contact.applications),
            )


def _so_far(contact: Contact) -> Iterator[Fact]:
    """What happened before it was known whom it is about."""
    yield _registered(contact)
    if contact.signal is not None:
        yield _signal(contact)
    if contact.topics:
        yield intake.InformationProvided(
            contact_id=contact.id,
            topics=contact.topics,
            leaflets=contact.leaflets,
            protected=contact.protected,
        )
    if contact.outcome is not None:
        yield _triaged(contact)


def _registered(contact: Contact) -> intake.ContactRegistered:
    return intake.ContactRegistered(
        contact_id=contact.id,
        channel=contact.channel,
        urgent=contact.urgent,
        reasons=contact.reasons,
        reported_by=None if contact.protected else contact.reported_by,
    )


def _signal(contact: Contact) -> intake.ExOfficioSignalReceived:
    assert contact.signal is not None
    return intake.ExOfficioSignalReceived(
        contact_id=contact.id, source=contact.signal.source, urgent=contact.urgent
    )


def _triaged(contact: Contact) -> intake.ContactTriaged:
    assert contact.outcome is not None
    return intake.ContactTriaged(
        contact_id=contact.id,
        outcome=contact.outcome,
        target_units=contact.targets,
        urgent=contact.urgent,
        reasons=contact.reasons,
        problem=None if contact.protected else contact.problem,
        protected=contact.protected,
    )
