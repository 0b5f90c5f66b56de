"""Contacts for programs: registered, informed, directed, corrected, passed on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, SignedIn, record_reads
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import (
    Information,
    NewContact,
    NewSignal,
    PersonOfContact,
    Residence,
    Talk,
    Transfer,
    Triage,
    TriageCorrection,
)
from services.intake.contact import Contact
from services.intake.contact_steps import Action
from services.intake.queries import contacts as asked

router = APIRouter(dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
OfPerson = Annotated[UUID, Query(description="only what belongs to this person")]


class ContactOut(BaseModel):
    contact_id: UUID
    person_id: UUID | None
    channel: str
    source: str | None = Field(description="who signalled, where the centre acts ex officio")
    urgent: bool
    state: str
    outcome: str | None
    target_units: list[str]
    registered_at: datetime


class CallerOut(BaseModel):
    """Who called or signalled; never shown where it is confidential, but to the crisis worker."""

    name: str
    phone: str
    institution: str


class ContactDetails(BaseModel):
    """A contact with everything that was recorded of it, and what may be done next."""

    contact_id: UUID
    person_id: UUID | None
    state: str
    channel: str
    source: str | None
    about: str
    problem: str
    urgent: bool
    protected: bool
    reasons: list[str]
    reported_by: str | None
    caller: CallerOut | None
    topics: list[str]
    leaflets: list[str]
    outcome: str | None
    target_units: list[str]
    correction: str = Field(description="why the outcome was corrected last")
    without_proceeding_on: date | None = Field(
        description="benefits looked into it that day and started nothing"
    )
    alarm: bool = Field(description="a crisis that nobody has taken yet")
    crisis_taken_by: str
    jurisdiction: str | None
    commune: str | None
    ours: bool | None
    authority: str
    permitted: list[Action]


@router.get("/contacts")
async def contacts(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[ContactOut]:
    """Newest first; protected ones only for whoever may see them."""
    await record_reads(request, worker, "contacts", person_id)
    rows = await asked.contacts_of(service.reading, person_id, worker)
    return [ContactOut(**dict(row)) for row in rows]


@router.post("/contacts", status_code=201)
async def register_contact(new: NewContact, ctx: Ctx, service: Service) -> Receipt:
    """A call needs its channel and problem only; the rest may follow."""
    return await service.commands.register_contact(new, ctx=ctx)


@router.post("/signals", status_code=201)
async def receive_signal(new: NewSignal, ctx: Ctx, service: Service) -> Receipt:
    """A contact ex officio. Who signalled is kept apart and told to nobody."""
    return await service.commands.receive_signal(new, ctx=ctx)


@router.get("/contacts/{contact_id}")
async def contact(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> ContactDetails:
    """403 `ContactProtected` for whoever may not see it."""
    found = await service.commands.contact_for(contact_id, worker)
    if found.person_id is not None:
        await record_reads(request, worker, "contact", found.person_id)
    caller = await service.commands.caller_of(found, worker)
    return _details(
        found,
        CallerOut(**vars(caller)) if caller else None,
        await asked.without_proceeding(service.reading, contact_id),
    )


@router.post("/contacts/{contact_id}/talk")
async def complete_talk(contact_id: UUID, talk: Talk, ctx: Ctx, service: Service) -> Receipt:
    """What a short call left out."""
    return await service.commands.complete_talk(contact_id, talk, ctx=ctx)


@router.post("/contacts/{contact_id}/person")
async def establish_person(
    contact_id: UUID, found: PersonOfContact, ctx: Ctx, service: Service
) -> Receipt:
    """Now it is known whom the contact is about."""
    return await service.commands.establish_person(contact_id, found, ctx=ctx)


@router.post("/contacts/{contact_id}/information")
async def provide_information(
    contact_id: UUID, told: Information, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.provide_information(contact_id, told, ctx=ctx)


@router.post("/contacts/{contact_id}/triage")
async def triage_contact(contact_id: UUID, triage: Triage, ctx: Ctx, service: Service) -> Receipt:
    """Once; a second time it is a correction, with its reason."""
    return await service.commands.triage_contact(contact_id, triage, ctx=ctx)


@router.post("/contacts/{contact_id}/triage/corrections")
async def correct_triage(
    contact_id: UUID, correction: TriageCorrection, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.correct_triage(contact_id, correction, ctx=ctx)


@router.post("/contacts/{contact_id}/crisis")
async def take_crisis(contact_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """Whoever acts on the alarm takes it; it waits no longer."""
    return await service.commands.take_crisis(contact_id, ctx=ctx)


@router.post("/contacts/{contact_id}/jurisdiction")
async def check_jurisdiction(
    contact_id: UUID, where: Residence, ctx: Ctx, site: Here, service: Service
) -> Receipt:
    """Which commune the matter belongs to (ups art. 101); `data` says whether it is ours."""
    return await service.commands.check_jurisdiction(
        contact_id, where, our_commune=site.directory.terc, ctx=ctx
    )


@router.post("/contacts/{contact_id}/transfer")
async def transfer_case(
    contact_id: UUID, transfer: Transfer, ctx: Ctx, service: Service
) -> Receipt:
    """To the authority that has jurisdiction; the client is told (KPA art. 65)."""
    return await service.commands.transfer_case(contact_id, transfer, ctx=ctx)


def _details(
    found: Contact, caller: CallerOut | None, without_proceeding_on: date | None
) -> ContactDetails:
    where = found.jurisdiction
    return ContactDetails(
        contact_id=found.id,
        person_id=found.person_id,
        state=found.state,
        channel=found.channel,
        source=found.signal.source if found.signal else None,
        about=found.signal.about if found.signal else "",
        problem=found.problem,
        urgent=found.urgent,
        protected=found.protected,
        reasons=list(found.reasons),
        reported_by=found.reported_by,
        caller=caller,
        topics=list(found.topics),
        leaflets=list(found.leaflets),
        outcome=found.outcome,
        target_units=list(found.targets),
        correction=found.correction,
        without_proceeding_on=without_proceeding_on,
        alarm=found.alarm,
        crisis_taken_by=found.crisis_taken_by,
        jurisdiction=where.ground if where else None,
        commune=where.commune if where else None,
        ours=where.ours if where else None,
        authority=found.authority,
        permitted=sorted(found.permitted),
    )
