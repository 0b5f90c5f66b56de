"""Contacts: from a call of one sentence or a signal of the police to the hand-over."""

from __future__ import annotations

from uuid import UUID, uuid4

from osnowa_contracts.roles import Role

from chassis.context import Context, Worker, command
from chassis.event_log import Receipt
from chassis.transaction import transaction
from services.intake import queries
from services.intake.checklist import Checklist, checklist_id
from services.intake.commands.contact_inputs import (
    DocumentsShown,
    Information,
    NewApplication,
    NewContact,
    NewSignal,
    PersonOfContact,
    Residence,
    Talk,
    Transfer,
    Triage,
    TriageCorrection,
)
from services.intake.commands.persons import Persons
from services.intake.contact import Contact
from services.intake.contact_refusals import (
    AlarmWaits,
    ContactProtected,
    OurCommuneUnknown,
    PersonUnknown,
)
from services.intake.documents import required
from services.intake.jurisdiction import jurisdiction
from services.intake.person import Person
from services.intake.queries import catalogue, contacts
from services.intake.signal import Caller, CallerNote
from services.intake.values import Outcome

DESK = (Role.INFORMATION_WORKER, Role.INFORMATION_HEAD)
WITH_CRISIS = (*DESK, Role.CRISIS_WORKER)


class Contacts(Persons):
    """Of a protected contact each command is refused to whoever may not see it."""

    @command(*WITH_CRISIS, Role.SOCIAL_WORKER)
    async def register_contact(self, new: NewContact, *, ctx: Context) -> Receipt:
        """A phone call needs its problem only; whom it is about may follow."""
        await self._require_own(new.person_id, ctx)
        contact = Contact.register(
            new.person_id,
            new.channel,
            new.problem,
            urgent=new.urgent,
            reasons=tuple(new.reasons),
            reported_by=new.reported_by,
            caller=_noted(new.caller, confidential=new.confidential),
        )
        return await self._append_with_caller(contact, new.caller, ctx)

    @command(*WITH_CRISIS, Role.SOCIAL_WORKER)
    async def receive_signal(self, new: NewSignal, *, ctx: Context) -> Receipt:
        """Raises SignalUnexplained, and PersonUnknown where it is handed on for nobody."""
        await self._require_own(new.person_id, ctx)
        contact = Contact.receive_signal(
            new.person_id,
            new.channel,
            new.problem,
            new.signal,
            urgent=new.urgent,
            reasons=tuple(new.reasons),
            caller=_noted(new.caller, confidential=new.confidential),
        )
        if new.outcome is not None:
            contact.triage(new.outcome)
        return await self._append_with_caller(contact, new.caller, ctx)

    @command(*WITH_CRISIS)
    async def complete_talk(self, contact_id: UUID, talk: Talk, *, ctx: Context) -> Receipt:
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        contact.complete_talk(talk.problem, urgent=talk.urgent, reasons=tuple(talk.reasons))
        return await self.log.append(contact, ctx=ctx)

    @command(*WITH_CRISIS)
    async def establish_person(
        self, contact_id: UUID, found: PersonOfContact, *, ctx: Context
    ) -> Receipt:
        """From now on the contact is on this person's timeline."""
        await self._require_own(found.person_id, ctx)
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        contact.establish_person(found.person_id)
        return await self.log.append(contact, ctx=ctx)

    @command(*WITH_CRISIS)
    async def provide_information(
        self, contact_id: UUID, told: Information, *, ctx: Context
    ) -> Receipt:
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        contact.provide_information(tuple(told.topics), tuple(told.leaflets))
        return await self.log.append(contact, ctx=ctx)

    @command(*WITH_CRISIS)
    async def triage_contact(self, contact_id: UUID, triage: Triage, *, ctx: Context) -> Receipt:
        """Once; afterwards it is `correct_triage`, with a reason."""
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        contact.triage(triage.outcome, also=tuple(triage.also))
        return await self.log.append(contact, ctx=ctx, result={"target_units": contact.targets})

    @command(*WITH_CRISIS)
    async def correct_triage(
        self, contact_id: UUID, correction: TriageCorrection, *, ctx: Context
    ) -> Receipt:
        """An alarm that nobody has taken is called off by who acts on it only."""
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        away = correction.outcome is not Outcome.CRISIS_VIOLENCE
        if contact.alarm and away and ctx.worker.role != Role.CRISIS_WORKER:
            raise AlarmWaits
        contact.correct_triage(
            correction.outcome, also=tuple(correction.also), reason=correction.reason
        )
        return await self.log.append(contact, ctx=ctx, result={"target_units": contact.targets})

    @command(Role.CRISIS_WORKER)
    async def take_crisis(self, contact_id: UUID, *, ctx: Context) -> Receipt:
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        contact.take_crisis(by=ctx.worker.id, at=ctx.now)
        return await self.log.append(contact, ctx=ctx)

    @command(Role.SYSTEM)
    async def escalate_alarm(self, contact_id: UUID, *, ctx: Context) -> Receipt:
        """The clock's command: nobody took the alarm in time."""
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        contact.escalate_alarm(at=ctx.now)
        return await self.log.append(contact, ctx=ctx)

    @command(*WITH_CRISIS, Role.BENEFITS_WORKER)
    async def check_jurisdiction(
        self, contact_id: UUID, where: Residence, *, our_commune: str, ctx: Context
    ) -> Receipt:
        """`our_commune`: TERYT code of the commune that this centre serves."""
        if not our_commune:
            raise OurCommuneUnknown
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        found = jurisdiction(where.whereabouts, urgent=contact.urgent, our_commune=our_commune)
        contact.check_jurisdiction(found)
        result = {"ground": found.ground, "commune": found.commune, "ours": found.ours}
        return await self.log.append(contact, ctx=ctx, result=result)

    @command(*DESK, Role.BENEFITS_WORKER)
    async def check_documents(
        self, contact_id: UUID, papers: DocumentsShown, *, ctx: Context
    ) -> Receipt:
        """What the catalogue of help asks for today. `data` names what is missing."""
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        if contact.person_id is None:
            raise PersonUnknown
        needed = await catalogue.documents_for(self.reading, papers.benefit_types, ctx.today)
        checklist = await self.log.find(Checklist, checklist_id(contact_id), ctx=ctx)
        if checklist is None:
            checklist = Checklist(contact_id, contact.person_id, contact.protected)
        checked = checklist.check(
            tuple(papers.benefit_types), required(needed, contact.reasons), tuple(papers.shown)
        )
        result = {"required": checked.required, "missing": checked.missing}
        return await self.log.append(checklist, ctx=ctx, result=result)

    @command(*DESK, Role.BENEFITS_WORKER)
    async def register_application(
        self, contact_id: UUID, new: NewApplication, *, ctx: Context
    ) -> Receipt:
        """`data` has application_id and receipt_number, which the client gets on paper."""
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        born = None
        if contact.person_id is not None:
            born = (await self.log.load(Person, contact.person_id, ctx=ctx)).data.birth_date
        filed = contact.register_application(
            tuple(new.benefit_types),
            filed_on=new.filed_on or ctx.today,
            channel=new.channel or contact.channel,
            receipt_number=await queries.next_receipt_number(self.reading, ctx.today.year),
            today=ctx.today,
            by=new.by,
            born=born,
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

    @command(*DESK, Role.BENEFITS_WORKER)
    async def transfer_case(self, contact_id: UUID, transfer: Transfer, *, ctx: Context) -> Receipt:
        contact = await self.contact_for(contact_id, ctx.worker, ctx)
        contact.transfer(
            transfer.authority, transfer.reason, client_informed=transfer.client_informed
        )
        return await self.log.append(contact, ctx=ctx)

    # --- who may see it -----------------------------------------------------

    async def contact_for(
        self, contact_id: UUID, worker: Worker, ctx: Context | None = None
    ) -> Contact:
        """The contact, for a worker who may see it. Raises ContactProtected."""
        contact = await self.log.load(Contact, contact_id, ctx=ctx)
        if contact.protected and worker.role != Role.CRISIS_WORKER:
            registered_by = await contacts.who_registered(self.reading, contact_id)
            if registered_by != worker.id:
                raise ContactProtected
        return contact

    async def caller_of(self, contact: Contact, worker: Worker) -> Caller | None:
        """Who called or signalled; of one who asked not to be named only who acts is told."""
        note = contact.caller
        if note is None or (note.confidential and worker.role != Role.CRISIS_WORKER):
            return None
        return await contacts.caller(self.reading, note.ref)

    async def documents_of(self, contact_id: UUID, worker: Worker) -> Checklist | None:
        """Raises ContactProtected."""
        await self.contact_for(contact_id, worker)
        return await self.log.find(Checklist, checklist_id(contact_id))

    async def _require_own(self, person_id: UUID | None, ctx: Context) -> None:
        """An entry that was merged into another is nobody to talk about."""
        if person_id is not None:
            (await self.log.load(Person, person_id, ctx=ctx)).require_own()

    async def _append_with_caller(self, contact: Contact, caller: Caller, ctx: Context) -> Receipt:
        """Who called, and the contact that refers to it, commit together, or neither does."""
        if contact.caller is None:
            return await self.log.append(contact, ctx=ctx)
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(contact, ctx=ctx)
            if not receipt.repeated:
                await contacts.keep_caller(tx, contact.caller.ref, contact.id, caller)
        return receipt


def _noted(caller: Caller, *, confidential: bool) -> CallerNote | None:
    return CallerNote(uuid4(), confidential) if caller else None
