"""First contact for programs: contacts and applications as JSON; persons and households beside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from chassis.event_log import Receipt
from chassis.web import Ctx, Running, SignedIn, record_reads
from services.intake import queries
from services.intake.api import households, importing, persons
from services.intake.commands import Commands
from services.intake.commands.inputs import (
    Information,
    NewApplication,
    NewAppointment,
    NewContact,
    Transfer,
    Triage,
)
from services.intake.contact import Action, Contact

router = APIRouter(prefix="/api", tags=["first contact"])
router.include_router(persons.router)
router.include_router(households.router)
router.include_router(importing.router)

Service = Running[Commands]
OfPerson = Annotated[UUID, Query(description="only what belongs to this person")]


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
