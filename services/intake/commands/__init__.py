"""What the first-contact desk does: one method a command."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.intake import queries
from services.intake.commands.importing import Importing
from services.intake.commands.inputs import (
    Information,
    NewApplication,
    NewAppointment,
    NewContact,
    Transfer,
    Triage,
)
from services.intake.contact import Contact
from services.intake.person import Person


class Commands(Importing):
    """Persons, households, and the contacts with them."""

    # --- contacts -----------------------------------------------------------

    @command(Role.INFORMATION_WORKER, Role.SOCIAL_WORKER)
    async def register_contact(self, new: NewContact, *, ctx: Context) -> Receipt:
        (await self.log.load(Person, new.person_id, ctx=ctx)).require_own()
        contact = Contact.register(
            new.person_id,
            new.channel,
            new.problem,
            urgent=new.urgent,
            reasons=tuple(new.reasons),
            reported_by=new.reported_by,
        )
        return await self.log.append(contact, ctx=ctx)

    @command(Role.INFORMATION_WORKER)
    async def provide_information(
        self, contact_id: UUID, told: Information, *, ctx: Context
    ) -> Receipt:
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        contact.provide_information(tuple(told.topics))
        return await self.log.append(contact, ctx=ctx)

    @command(Role.INFORMATION_WORKER)
    async def triage_contact(self, contact_id: UUID, triage: Triage, *, ctx: Context) -> Receipt:
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        contact.triage(triage.outcome, also=tuple(triage.also))
        return await self.log.append(contact, ctx=ctx, result={"target_units": contact.targets})

    @command(Role.INFORMATION_WORKER, Role.BENEFITS_WORKER)
    async def register_application(
        self, contact_id: UUID, new: NewApplication, *, ctx: Context
    ) -> Receipt:
        """`data` has application_id and receipt_number, which the client gets on paper."""
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        filed = contact.register_application(
            tuple(new.benefit_types),
            filed_on=new.filed_on or ctx.today,
            channel=new.channel or contact.channel,
            receipt_number=await queries.next_receipt_number(self.reading, ctx.today.year),
            today=ctx.today,
        )
        return await self.log.append(
            contact,
            ctx=ctx,
            result={
                "application_id": filed.application_id,
                "receipt_number": filed.receipt_number,
                "filed_on": filed.filed_on,
            },
        )

    @command(Role.INFORMATION_WORKER)
    async def book_appointment(
        self, contact_id: UUID, new: NewAppointment, *, ctx: Context
    ) -> Receipt:
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        booked = contact.book_appointment(new.unit, new.at, now=ctx.now)
        result = {"appointment_id": booked.appointment_id}
        return await self.log.append(contact, ctx=ctx, result=result)

    @command(Role.INFORMATION_WORKER, Role.BENEFITS_WORKER)
    async def transfer_case(self, contact_id: UUID, transfer: Transfer, *, ctx: Context) -> Receipt:
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        contact.transfer(transfer.authority, transfer.reason)
        return await self.log.append(contact, ctx=ctx)
