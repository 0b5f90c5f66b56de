"""What social workers, their head and the specialists do: one method a command."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID, uuid4

from osnowa_contracts.roles import Role

from chassis.calendar import Month
from chassis.context import Context, Worker, command
from chassis.database import Reading
from chassis.event_log import Receipt
from chassis.merges import entries_of
from chassis.refusal import RoleMissing
from chassis.transaction import transaction
from services.socialwork import queries
from services.socialwork.commands.contracts import Contracts
from services.socialwork.commands.inputs import (
    ActionDone,
    Assignment,
    Closing,
    Cooperating,
    CooperationTerms,
    Diagnosis,
    FactsSeen,
    Keeping,
    NeedSeen,
    Note,
    Opening,
    UnusedResources,
)
from services.socialwork.cooperation import Cooperation, Grounds, cooperation_id
from services.socialwork.file import File, State, file_id
from services.socialwork.refusals import (
    LedByAnother,
    NobodyLikeThat,
    SameWorkerAsBenefits,
    WorkerMissing,
)
from services.socialwork.values import (
    MOST_ENVIRONMENTS,
    Known,
    NeedChange,
    Referral,
    Source,
)


class Commands(Contracts):
    """What is done with files and certificates; contracts are beside it."""

    # --- beginning and end --------------------------------------------------

    @command(Role.SOCIAL_WORKER, Role.SOCIAL_WORK_HEAD)
    async def open_social_work(self, new: Opening, *, ctx: Context) -> Receipt:
        """Without income test or decision, for anyone who wants it (SEP-9)."""
        file = await self._opened(new.person_id, new.source, None, ctx)
        return await self.log.append(file, ctx=ctx)

    @command(Role.SYSTEM)
    async def open_after_triage(
        self, person_id: UUID, contact_id: UUID, *, urgent: bool, crisis: bool, ctx: Context
    ) -> Receipt:
        """Where social work is under way, only the contact is noted, and that it presses."""
        file = await self._file_of(person_id, ctx)
        if file is None or file.state is State.CLOSED:
            file = await self._opened(person_id, Source.TRIAGE, None, ctx)
        file.direct_here(contact_id, urgent=urgent, crisis=crisis, on=ctx.today)
        return await self.log.append(file, ctx=ctx)

    @command(Role.SYSTEM)
    async def follow_correction(
        self, person_id: UUID, contact_id: UUID, *, ctx: Context
    ) -> Receipt:
        """First contact takes back that it directed the client here."""
        file = await self._file_of(person_id, ctx)
        if file is None or file.state is State.CLOSED:
            return Receipt(id=contact_id, position=0)
        cooperation = await self.log.find(Cooperation, cooperation_id(file.person_id), ctx=ctx)
        begun = file.is_begun or cooperation is not None
        file.take_direction_back(contact_id, begun=begun, on=ctx.today)
        return await self.log.append(file, ctx=ctx)

    @command(Role.SOCIAL_WORKER, Role.SOCIAL_WORK_HEAD)
    async def keep_social_work(self, file_id: UUID, _new: Keeping, *, ctx: Context) -> Receipt:
        """It goes on, though the client was directed here wrongly. Raises NothingToDecide."""
        file = await self.log.load(File, file_id, ctx=ctx)
        if ctx.worker.role == Role.SOCIAL_WORKER:
            file.require_led_by(ctx.worker.id)
        file.keep(on=ctx.today)
        return await self.log.append(file, ctx=ctx)

    @command(Role.SYSTEM)
    async def receive_referral(
        self, person_id: UUID, referral: Referral, *, ctx: Context
    ) -> Receipt:
        """Opens social work, or adds the referral to the work that is under way."""
        file = await self._file_of(person_id, ctx)
        if file is None or file.state is State.CLOSED:
            file = await self._opened(person_id, Source.REFERRAL, referral, ctx)
        else:
            file.receive_referral(referral)
        return await self.log.append(file, ctx=ctx)

    @command(Role.SOCIAL_WORK_HEAD)
    async def assign_social_worker(
        self, file_id: UUID, new: Assignment, *, team: Collection[str], ctx: Context
    ) -> Receipt:
        """`data` tells the load and whether it is over the model's (a warning, not a block).

        `team` are the social workers who may be named. Raises NobodyLikeThat.
        """
        file = await self.log.load(File, file_id, ctx=ctx)
        if await queries.leads_benefits_case(self.reading, file.person_id, new.worker_id):
            raise SameWorkerAsBenefits(new.worker_id)
        if new.worker_id not in team:
            raise NobodyLikeThat(new.worker_id)
        load = await queries.load_of(self.reading, new.worker_id, without=file_id) + 1
        file.assign(new.worker_id, load=load)
        return await self.log.append(
            file, ctx=ctx, result={"load": load, "over_load": load > MOST_ENVIRONMENTS}
        )

    @command(Role.SOCIAL_WORKER, Role.SOCIAL_WORK_HEAD)
    async def close_social_work(self, file_id: UUID, new: Closing, *, ctx: Context) -> Receipt:
        """Ends the cooperation terms too: no further certificate is expected."""
        file = await self.log.load(File, file_id, ctx=ctx)
        if ctx.worker.role == Role.SOCIAL_WORKER:
            file.require_led_by(ctx.worker.id)
        file.close(new.result, on=ctx.today)
        cooperation = await self.log.find(Cooperation, cooperation_id(file.person_id), ctx=ctx)
        if cooperation is None:
            return await self.log.append(file, ctx=ctx)
        cooperation.end(on=ctx.today)
        return await self.log.append(file, cooperation, ctx=ctx)

    # --- work with the client -----------------------------------------------

    @command(Role.SOCIAL_WORKER)
    async def record_diagnosis(self, file_id: UUID, new: Diagnosis, *, ctx: Context) -> Receipt:
        """`data` has the reference under which the text is kept."""
        file, reference = await self.log.load(File, file_id, ctx=ctx), uuid4()
        file.record_diagnosis(tuple(new.areas), reference, by=ctx.worker.id)
        return await self._append_with_text(file, reference, "DIAGNOSIS", new.text, ctx)

    @command(Role.SOCIAL_WORKER)
    async def write_note(self, file_id: UUID, new: Note, *, ctx: Context) -> Receipt:
        """`data` has the reference under which the text is kept."""
        file, reference = await self.log.load(File, file_id, ctx=ctx), uuid4()
        file.write_note(new.kind, reference, by=ctx.worker.id)
        return await self._append_with_text(file, reference, new.kind, new.text, ctx)

    @command(Role.SOCIAL_WORKER)
    async def record_action(self, file_id: UUID, new: ActionDone, *, ctx: Context) -> Receipt:
        file = await self.log.load(File, file_id, ctx=ctx)
        done = file.record_action(
            new.type,
            minutes=new.minutes,
            place=new.place,
            direct=new.direct,
            on=new.on or ctx.today,
            by=ctx.worker.id,
        )
        return await self.log.append(file, ctx=ctx, result={"action_id": done.action_id})

    @command(Role.SOCIAL_WORKER)
    async def report_need_change(self, file_id: UUID, new: NeedSeen, *, ctx: Context) -> Receipt:
        """From the field: the client needs more, or less, of a service."""
        file = await self.log.load(File, file_id, ctx=ctx)
        change = NeedChange(
            new.service, new.hours_per_day, new.valid_from, new.case_id, new.order_id
        )
        report_id = file.report_need_change(change, on=ctx.today, by=ctx.worker.id)
        return await self.log.append(file, ctx=ctx, result={"report_id": report_id})

    @command(Role.SOCIAL_WORKER)
    async def report_relevant_facts(
        self, file_id: UUID, new: FactsSeen, *, ctx: Context
    ) -> Receipt:
        file = await self.log.load(File, file_id, ctx=ctx)
        report_id = file.report_relevant_facts(
            tuple(new.kinds),
            at_clients_wish=new.known is Known.AT_CLIENTS_WISH,
            case_id=new.case_id or _case_of(file, None),
            on=ctx.today,
            by=ctx.worker.id,
        )
        return await self.log.append(file, ctx=ctx, result={"report_id": report_id})

    # --- certificates -------------------------------------------------------

    @command(Role.SOCIAL_WORKER)
    async def certify_unused_resources(
        self, file_id: UUID, new: UnusedResources, *, ctx: Context
    ) -> Receipt:
        """Certificate 4."""
        file, cooperation = await self._cooperation(file_id, ctx)
        file.require_led_by(ctx.worker.id)
        certificate = cooperation.certify_unused_resources(
            new.has_unused, _grounds(file, new), on=new.on or ctx.today, today=ctx.today
        )
        result = {"certificate_id": certificate.certificate_id}
        return await self.log.append(cooperation, ctx=ctx, result=result)

    @command(Role.SOCIAL_WORKER)
    async def set_cooperation_terms(
        self, file_id: UUID, new: CooperationTerms, *, ctx: Context
    ) -> Receipt:
        """Certificate 5. Raises CertificateMissing(4) where nothing is certified yet."""
        file, cooperation = await self._cooperation(file_id, ctx)
        file.require_led_by(ctx.worker.id)
        terms = cooperation.set_terms(_grounds(file, new), on=new.on or ctx.today, today=ctx.today)
        result = {"terms_id": terms.terms_id, "certificate_id": terms.certificate_id}
        return await self.log.append(cooperation, ctx=ctx, result=result)

    @command(Role.SOCIAL_WORKER)
    async def update_cooperation_terms(
        self, file_id: UUID, new: CooperationTerms, *, ctx: Context
    ) -> Receipt:
        """Certificate 5 again, for the same terms."""
        file, cooperation = await self._cooperation(file_id, ctx)
        file.require_led_by(ctx.worker.id)
        terms = cooperation.update_terms(
            _grounds(file, new), on=new.on or ctx.today, today=ctx.today
        )
        result = {"terms_id": terms.terms_id, "certificate_id": terms.certificate_id}
        return await self.log.append(cooperation, ctx=ctx, result=result)

    @command(Role.SOCIAL_WORKER, Role.SPECIALIST)
    async def certify_cooperation(
        self, file_id: UUID, new: Cooperating, *, ctx: Context
    ) -> Receipt:
        """Certificate 6, also by the other specialist with whom the client works."""
        file, cooperation = await self._cooperation(file_id, ctx)
        if ctx.worker.role == Role.SOCIAL_WORKER:
            file.require_led_by(ctx.worker.id)
        certificate = cooperation.certify_cooperation(
            Month.parse(new.month), new.cooperates, known=new.known, on=ctx.today
        )
        result = {"certificate_id": certificate.certificate_id}
        return await self.log.append(cooperation, ctx=ctx, result=result)

    @command(Role.SYSTEM)
    async def report_overdue_certificate(
        self, file_id: UUID, month: str, *, ctx: Context
    ) -> Receipt:
        """The clock's command: the month's certificate was not issued in time."""
        _, cooperation = await self._cooperation(file_id, ctx)
        cooperation.report_overdue(Month.parse(month), today=ctx.today)
        return await self.log.append(cooperation, ctx=ctx)

    # --- how it is done -----------------------------------------------------

    async def _file_of(self, person_id: UUID, ctx: Context) -> File | None:
        """Of a person with several entries the file that is open, or the one closed last."""
        entries = await entries_of(ctx.connection or self.reading, person_id)
        found = [await self.log.find(File, file_id(entry), ctx=ctx) for entry in entries]
        files = [file for file in found if file is not None]
        return max(files, key=lambda file: (file.state is State.OPEN, file.opened_on), default=None)

    async def _opened(
        self, person_id: UUID, source: Source, referral: Referral | None, ctx: Context
    ) -> File:
        file = await self._file_of(person_id, ctx)
        if file is None:
            return File(person_id, source, ctx.today, referral)
        file.open_again(source, on=ctx.today, referral=referral)
        return file

    async def _cooperation(self, file_id: UUID, ctx: Context) -> tuple[File, Cooperation]:
        file = await self.log.load(File, file_id, ctx=ctx)
        found = await self.log.find(Cooperation, cooperation_id(file.person_id), ctx=ctx)
        return file, found or Cooperation(file.person_id, file.opened_on)

    async def _append_with_text(
        self, file: File, reference: UUID, kind: str, text: str, ctx: Context
    ) -> Receipt:
        """The text and the event that refers to it commit together, or neither does."""
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(file, ctx=ctx, result={"reference": reference})
            if not receipt.repeated:
                await queries.keep_text(tx, reference, file.id, kind, text, ctx.worker.id, ctx.now)
        return receipt


def _grounds(file: File, new: UnusedResources | CooperationTerms) -> Grounds:
    referral_id = new.referral_id or (file.referrals[-1].referral_id if file.referrals else None)
    covered = tuple(new.covered) or (file.person_id,)
    return Grounds(covered, new.known, referral_id, _case_of(file, referral_id))


def _case_of(file: File, referral_id: UUID | None) -> UUID | None:
    """The benefits case of that referral, or of the latest one."""
    named = [r for r in file.referrals if referral_id in (None, r.referral_id)]
    return named[-1].case_id if named else None


async def read_texts(reading: Reading, worker: Worker, file: Mapping[str, Any]) -> list[Any]:
    """Notes and diagnoses of a file. Raises RoleMissing, LedByAnother, WorkerMissing."""
    if worker.role != Role.SOCIAL_WORKER:
        raise RoleMissing("read_texts", worker.role, (Role.SOCIAL_WORKER,))
    if file["worker_id"] is None:
        raise WorkerMissing
    if file["worker_id"] != worker.id:
        raise LedByAnother(file["worker_id"])
    return await queries.texts_of(reading, file["file_id"])
