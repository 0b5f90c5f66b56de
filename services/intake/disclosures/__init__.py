"""What first contact tells others: its events as public facts, and who is involved by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from osnowa_contracts import benefits, intake
from osnowa_contracts.access import PERSON_MERGE_UNDONE, PERSONS_MERGED
from osnowa_contracts.fact import Fact, Publisher
from osnowa_contracts.references import case_id_for

from chassis.aggregate import DomainEvent
from chassis.disclosure import Announcement, Begin, End
from services.intake.appointment import Appointment
from services.intake.checklist import Checklist
from services.intake.contact import Contact
from services.intake.disclosures.of_contact import (
    about_appointment,
    about_contact,
    about_documents,
)
from services.intake.household import Household
from services.intake.person import Person
from services.intake.values import Address, Target

KEEP_DAYS = 30


def disclose(event: DomainEvent, aggregate: Any) -> Iterator[Announcement]:
    """`aggregate` is as it was right after this event."""
    match aggregate:
        case Person():
            yield from _about_person(event, aggregate)
        case Household():
            yield from _about_household(event, aggregate)
        case Contact():
            yield from about_contact(event, aggregate)
        case Checklist():
            yield from about_documents(event, aggregate)
        case Appointment():
            yield from about_appointment(event, aggregate)


def involve(fact: Fact, _person: UUID | None, told_by: str) -> Iterator[Begin | End]:
    """Whoever takes the client over is told from now on, until what they took over is over.

    For benefits the cases of the application take the place of the triage. An appointment by itself
    entitles to know of it, and not of what comes after.
    """
    match fact:
        case intake.ContactTriaged() | intake.TriageCorrected():
            for unit in fact.target_units:
                yield Begin(unit, reason="triage", reference=triaged_to(unit, fact.contact_id))
            for unit in fact.left_units if isinstance(fact, intake.TriageCorrected) else ():
                yield End(triaged_to(unit, fact.contact_id), keep_days=KEEP_DAYS)
        case intake.ApplicationRegistered():
            for benefit in fact.benefit_types:
                case_id = case_id_for(fact.application_id, benefit)
                yield Begin(Target.BENEFITS, reason="case", reference=case_id)
            if fact.contact_id is not None:
                yield End(triaged_to(Target.BENEFITS, fact.contact_id), keep_days=KEEP_DAYS)
        case (
            intake.AppointmentBooked()
            | intake.AppointmentMoved()
            | intake.AppointmentCancelled()
            | intake.AppointmentMissed()
        ):
            for unit in (fact.unit, *fact.joint_with):
                yield Begin(unit, reason="appointment", reference=fact.appointment_id)
            yield End(fact.appointment_id, keep_days=KEEP_DAYS)
        case intake.CaseTransferred(contact_id=UUID() as contact_id):
            for unit in Target:
                yield End(triaged_to(unit, contact_id), keep_days=KEEP_DAYS)
        case benefits.CaseImported():
            yield Begin(told_by, reason="case", reference=fact.case_id)
        case benefits.CaseClosed():
            yield End(fact.case_id, keep_days=KEEP_DAYS)


def triaged_to(unit: str, contact_id: UUID) -> UUID:
    """What a triage means for one unit; it ends for each by itself."""
    return uuid5(contact_id, f"triage/{unit}")


def _about_person(event: DomainEvent, person: Person) -> Iterator[Announcement]:
    match event:
        case Person.PersonRegistered(data=data):
            fact: Fact = intake.PersonRegistered(
                given_names=data.given_names,
                family_name=data.family_name,
                birth_date=data.birth_date,
                sex=data.sex,
                citizenship=data.citizenship,
                address=_address(data.address),
                phone=data.phone,
                language=data.language,
                accessibility_need=data.accessibility_need,
                id_type=event.id_type,
                teryt=data.teryt,
                residence_title=data.residence_title,
                last_address=_address(data.last_address),
                imported_from=event.imported_from,
            )
        case Person.PersonDataCorrected(correction=given):
            fact = intake.PersonDataCorrected(
                corrected=given.named,
                given_names=given.given_names,
                family_name=given.family_name,
                birth_date=given.birth_date,
                sex=given.sex,
                address=_address(given.address),
                phone=given.phone,
                citizenship=given.citizenship,
                residence_title=given.residence_title,
                last_address=_address(given.last_address),
                language=given.language,
                accessibility_need=given.accessibility_need,
                teryt=given.teryt,
            )
        case Person.PersonsMerged():
            fact = PERSONS_MERGED[Publisher.INTAKE](
                merge_id=event.merge_id, survivor_id=person.id, absorbed_id=event.absorbed_id
            )
        case Person.PersonMergeUndone():
            fact = PERSON_MERGE_UNDONE[Publisher.INTAKE](
                merge_id=event.merge_id, survivor_id=person.id, absorbed_id=event.absorbed_id
            )
        case Person.IdentifierCorrected() | Person.IdentifierWithdrawn():
            fact = intake.PersonDataCorrected(corrected=("identifier",))
        case _:
            return
    yield Announcement(fact, person=person.id)


def _about_household(event: DomainEvent, household: Household) -> Iterator[Announcement]:
    """Each member is told of, and so is whoever has left."""
    match event:
        case Household.HouseholdEnded(on=on):
            fact: Fact = intake.HouseholdEnded(household_id=household.id, on=on)
        case Household.HouseholdDefined(imported_from=source):
            fact = intake.HouseholdDefined(**_composition(household), imported_from=source)
        case Household.MemberCorrected():
            fact = intake.HouseholdMemberCorrected(
                household_id=household.id,
                member=intake.Member(person_id=event.person_id, relation=event.relation),
                since=event.since,
                was_since=event.was_since if event.was_since != event.since else None,
            )
        case _:
            fact = intake.HouseholdChanged(**_composition(household))
    for member in household.members:
        yield Announcement(fact, person=member.person_id)
    for person_id in household.left:
        yield Announcement(fact, person=person_id)


def _composition(household: Household) -> dict[str, Any]:
    members = [intake.Member(person_id=m.person_id, relation=m.relation) for m in household.members]
    return {
        "household_id": household.id,
        "size": len(members),
        "since": household.since,
        "members": tuple(members),
    }


def _address(address: Address | None) -> intake.Address | None:
    if address is None:
        return None
    return intake.Address(street=address.street, postal_code=address.postal_code, city=address.city)
