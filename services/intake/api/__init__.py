"""First contact for programs: persons, households, contacts, applications as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import Ctx, Running, SignedIn, record_reads, records_read
from services.intake import queries
from services.intake.commands import Commands
from services.intake.commands.inputs import (
    HouseholdState,
    IdentifierCorrection,
    Information,
    NewApplication,
    NewAppointment,
    NewContact,
    NewPerson,
    PersonCorrection,
    Search,
    Transfer,
    Triage,
)
from services.intake.contact import Action, Contact
from services.intake.identity import Match

router = APIRouter(prefix="/api", tags=["first contact"])

Service = Running[Commands]
OfPerson = Annotated[UUID, Query(description="only what belongs to this person")]


class Found(BaseModel):
    """Somebody who may be meant, and why."""

    person_id: UUID
    given_names: str
    family_name: str
    birth_date: date
    city: str | None
    reasons: list[Match]


class PersonOut(BaseModel):
    """A person, without the number of any document."""

    person_id: UUID
    given_names: str
    family_name: str
    birth_date: date
    sex: str
    id_type: str
    teryt: str
    street: str | None
    postal_code: str | None
    city: str | None
    phone: str | None


class ContactOut(BaseModel):
    contact_id: UUID
    person_id: UUID
    channel: str
    urgent: bool
    state: str
    outcome: str | None
    target_units: list[str]
    registered_at: datetime


class ContactDetails(BaseModel):
    """A contact with everything that was recorded of it, and what may be done next."""

    contact_id: UUID
    person_id: UUID
    state: str
    channel: str
    problem: str
    urgent: bool
    reasons: list[str]
    reported_by: str | None
    topics: list[str]
    outcome: str | None
    target_units: list[str]
    permitted: list[Action]


class ApplicationOut(BaseModel):
    application_id: UUID
    contact_id: UUID
    person_id: UUID
    benefit_types: list[str]
    filed_on: date
    channel: str
    receipt_number: str


class HouseholdOut(BaseModel):
    household_id: UUID
    since: date
    members: list[UUID] = Field(description="person ids")


# --- persons ----------------------------------------------------------------


@router.post("/persons/search")
async def search_persons(
    request: Request, wanted: Search, worker: SignedIn, service: Service
) -> list[Found]:
    """Who may be meant, best first. Sent as a body, so that no PESEL stands in an address."""
    found = await service.commands.search(wanted)
    await record_reads(request, worker, "search", *(one.person_id for one in found))
    return [Found(**vars(one)) for one in found]


@router.post("/persons", status_code=201)
async def register_person(new: NewPerson, ctx: Ctx, service: Service) -> Receipt:
    """409 `DuplicateSuspected`: search, then choose, or send again with `none_of_these`."""
    return await service.commands.register_person(new, ctx=ctx)


@router.get("/persons/{person_id}", dependencies=[Depends(records_read("client"))])
async def person(person_id: UUID, service: Service) -> PersonOut:
    return PersonOut(**_row(await queries.person(service.reading, person_id), "person"))


@router.post("/persons/{person_id}/corrections")
async def correct_person(
    person_id: UUID, correction: PersonCorrection, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.correct_person(person_id, correction, ctx=ctx)


@router.post("/persons/{person_id}/identifier")
async def correct_identifier(
    person_id: UUID, correction: IdentifierCorrection, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.correct_identifier(person_id, correction, ctx=ctx)


# --- households -------------------------------------------------------------


@router.get("/households")
async def households(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[HouseholdOut]:
    await record_reads(request, worker, "household", person_id)
    rows = await queries.households_of(service.reading, person_id)
    return [HouseholdOut(**dict(row)) for row in rows]


@router.post("/households", status_code=201)
async def define_household(state: HouseholdState, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.define_household(state, ctx=ctx)


@router.post("/households/{household_id}/changes")
async def change_household(
    household_id: UUID, state: HouseholdState, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.change_household(household_id, state, ctx=ctx)


# --- contacts ---------------------------------------------------------------


@router.get("/contacts")
async def contacts(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[ContactOut]:
    """Newest first."""
    await record_reads(request, worker, "contacts", person_id)
    rows = await queries.contacts_of(service.reading, person_id)
    return [ContactOut(**dict(row)) for row in rows]


@router.post("/contacts", status_code=201)
async def register_contact(new: NewContact, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.register_contact(new, ctx=ctx)


@router.get("/contacts/{contact_id}")
async def contact(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> ContactDetails:
    found = await service.commands.log.load(Contact, contact_id)
    await record_reads(request, worker, "contact", found.person_id)
    return ContactDetails(
        contact_id=found.id,
        person_id=found.person_id,
        state=found.state,
        channel=found.channel,
        problem=found.problem,
        urgent=found.urgent,
        reasons=list(found.reasons),
        reported_by=found.reported_by,
        topics=list(found.topics),
        outcome=found.outcome,
        target_units=list(found.targets),
        permitted=sorted(found.permitted),
    )


@router.post("/contacts/{contact_id}/information")
async def provide_information(
    contact_id: UUID, told: Information, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.provide_information(contact_id, told, ctx=ctx)


@router.post("/contacts/{contact_id}/triage")
async def triage_contact(contact_id: UUID, triage: Triage, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.triage_contact(contact_id, triage, ctx=ctx)


@router.post("/contacts/{contact_id}/applications", status_code=201)
async def register_application(
    contact_id: UUID, new: NewApplication, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.register_application(contact_id, new, ctx=ctx)


@router.post("/contacts/{contact_id}/appointments", status_code=201)
async def book_appointment(
    contact_id: UUID, new: NewAppointment, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.book_appointment(contact_id, new, ctx=ctx)


@router.post("/contacts/{contact_id}/transfer")
async def transfer_case(
    contact_id: UUID, transfer: Transfer, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.transfer_case(contact_id, transfer, ctx=ctx)


@router.get("/applications")
async def applications(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[ApplicationOut]:
    """Newest first."""
    await record_reads(request, worker, "applications", person_id)
    rows = await queries.applications_of(service.reading, person_id)
    return [ApplicationOut(**dict(row)) for row in rows]


def _row(row: Any, what: str) -> dict[str, Any]:
    if row is None:
        raise NotFound(what)
    return dict(row)
