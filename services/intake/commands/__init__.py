"""What the first-contact desk does: one method a command."""

from __future__ import annotations

import os
from dataclasses import asdict
from datetime import date
from uuid import UUID, uuid4

import asyncpg
from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from chassis.transaction import transaction
from services.intake import queries
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
from services.intake.contact import Contact
from services.intake.household import Household
from services.intake.identity import SUSPICIOUS, Candidate, Match, keyed_hash
from services.intake.person import Person, describe
from services.intake.pesel import Pesel
from services.intake.refusals import (
    DuplicateSuspected,
    IdentifierMissing,
    IdentifierTaken,
    NoDocumentReasonMissing,
)
from services.intake.values import Correction, IdType, Member, PersonData


class Commands:
    """`reading` is the pool of the same database that the log writes to."""

    def __init__(self, log: EventLog, reading: Pool) -> None:
        self.log = log
        self.reading = reading
        self._key = index_key()

    # --- persons ------------------------------------------------------------

    @command(Role.INFORMATION_WORKER)
    async def register_person(self, new: NewPerson, *, ctx: Context) -> Receipt:
        """Raises PeselInvalid, DuplicateSuspected with candidates, IdentifierTaken."""
        data, number, hashed = self._described(new, ctx.today)
        await self._refuse_duplicates(data, hashed, none_of_these=new.none_of_these)
        id_ref = uuid4() if hashed else None
        person = Person.register(
            uuid4(), data, id_type=new.id_type, id_ref=id_ref, no_id_reason=new.no_id_reason
        )
        return await self._append_with_identifier(person, new.id_type, number, hashed, ctx)

    @command(Role.INFORMATION_WORKER)
    async def correct_person(
        self, person_id: UUID, new: PersonCorrection, *, ctx: Context
    ) -> Receipt:
        person = await self.log.load(Person, person_id, ctx=ctx)
        correction = Correction(
            new.given_names, new.family_name, new.birth_date, new.sex, new.address, new.phone
        )
        person.correct(correction, reason=new.reason)
        return await self.log.append(person, ctx=ctx)

    @command(Role.INFORMATION_WORKER)
    async def correct_identifier(
        self, person_id: UUID, new: IdentifierCorrection, *, ctx: Context
    ) -> Receipt:
        """The earlier number is kept, but finds nobody any more. Raises IdentifierTaken."""
        person = await self.log.load(Person, person_id, ctx=ctx)
        pesel = Pesel.parse(new.number) if new.id_type is IdType.PESEL else None
        number = pesel.digits if pesel else new.number.strip()
        hashed = keyed_hash(self._key, new.id_type, number)
        person.correct_identifier(new.id_type, uuid4(), reason=new.reason)
        return await self._append_with_identifier(person, new.id_type, number, hashed, ctx)

    # --- households ---------------------------------------------------------

    @command(Role.INFORMATION_WORKER, Role.SOCIAL_WORKER, Role.BENEFITS_WORKER)
    async def define_household(self, state: HouseholdState, *, ctx: Context) -> Receipt:
        household = Household.define(await self._members(state, ctx), since=state.since)
        return await self.log.append(household, ctx=ctx)

    @command(Role.INFORMATION_WORKER, Role.SOCIAL_WORKER, Role.BENEFITS_WORKER)
    async def change_household(
        self, household_id: UUID, state: HouseholdState, *, ctx: Context
    ) -> Receipt:
        household = await self.log.load(Household, household_id, ctx=ctx)
        household.change(await self._members(state, ctx), since=state.since)
        return await self.log.append(household, ctx=ctx)

    # --- contacts -----------------------------------------------------------

    @command(Role.INFORMATION_WORKER, Role.SOCIAL_WORKER)
    async def register_contact(self, new: NewContact, *, ctx: Context) -> Receipt:
        await self.log.load(Person, new.person_id, ctx=ctx)
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

    # --- questions ----------------------------------------------------------

    async def search(self, wanted: Search) -> list[Candidate]:
        """Not a command: nothing changes. Here because the index is asked with its key."""
        hashed = keyed_hash(self._key, wanted.id_type, wanted.number) if wanted.number else None
        return await queries.search(
            self.reading,
            name=wanted.name,
            birth_date=wanted.birth_date,
            hashed=hashed,
            phone=wanted.phone,
        )

    async def suspected(self, new: NewPerson, *, today: date) -> list[Candidate]:
        """Who holds up the registration of this person. Raises what register_person raises."""
        data, _, hashed = self._described(new, today)
        return await self._suspected(data, hashed)

    # --- how it is done -----------------------------------------------------

    def _described(self, new: NewPerson, today: date) -> tuple[PersonData, str, str | None]:
        """The person's data, the number of the document and its keyed hash."""
        pesel = Pesel.parse(new.number or "") if new.id_type is IdType.PESEL else None
        data = describe(
            given_names=new.given_names,
            family_name=new.family_name,
            teryt=new.teryt,
            pesel=pesel,
            birth_date=new.birth_date,
            sex=new.sex,
            today=today,
            citizenship=new.citizenship,
            address=new.address,
            phone=new.phone,
            language=new.language,
            accessibility_need=new.accessibility_need,
        )
        if new.id_type is IdType.NONE:
            if not (new.no_id_reason or "").strip():
                raise NoDocumentReasonMissing
            return data, "", None
        number = pesel.digits if pesel else (new.number or "").strip()
        if not number:
            raise IdentifierMissing(new.id_type)
        return data, number, keyed_hash(self._key, new.id_type, number)

    async def _suspected(self, data: PersonData, hashed: str | None) -> list[Candidate]:
        return [
            candidate
            for candidate in await queries.candidates_like(self.reading, data, hashed)
            if SUSPICIOUS & set(candidate.reasons)
        ]

    async def _refuse_duplicates(
        self, data: PersonData, hashed: str | None, *, none_of_these: bool
    ) -> None:
        found = await self._suspected(data, hashed)
        for candidate in found:
            if Match.SAME_IDENTIFIER in candidate.reasons:
                raise IdentifierTaken(candidate.person_id)
        if found and not none_of_these:
            raise DuplicateSuspected([asdict(candidate) for candidate in found])

    async def _append_with_identifier(
        self, person: Person, id_type: IdType, number: str, hashed: str | None, ctx: Context
    ) -> Receipt:
        """The number and the event that refers to it commit together, or neither does."""
        if hashed is None or person.id_ref is None:
            return await self.log.append(person, ctx=ctx)
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(person, ctx=ctx)
            if receipt.repeated:
                return receipt
            try:
                await queries.keep_identifier(tx, person.id_ref, person.id, id_type, number, hashed)
            except asyncpg.UniqueViolationError:
                other = await self._owner_of(id_type, hashed)
                raise IdentifierTaken(other) from None
        return receipt

    async def _owner_of(self, id_type: IdType, hashed: str) -> UUID:
        owner = await queries.owner_of_identifier(self.reading, id_type, hashed)
        assert owner is not None, "an identifier that is taken belongs to somebody"
        return owner

    async def _members(self, state: HouseholdState, ctx: Context) -> tuple[Member, ...]:
        for member in state.members:
            await self.log.load(Person, member.person_id, ctx=ctx)
        return tuple(Member(member.person_id, member.relation) for member in state.members)


def index_key() -> bytes:
    """The key of the hashes in the search index: its own, or one made from the session secret."""
    secret = os.environ.get("OSNOWA_INDEX_KEY") or os.environ.get("OSNOWA_SESSION_SECRET", "")
    if len(secret) < MIN_SECRET:
        raise SystemExit(
            "Set OSNOWA_INDEX_KEY (or OSNOWA_SESSION_SECRET) to at least 32 random characters:"
            " it keys the hashes by which persons are found."
        )
    return f"osnowa/intake/index/{secret}".encode()


MIN_SECRET = 32
