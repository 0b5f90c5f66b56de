"""How a proceeding begins, or ends before it was examined (KPA 61, 64, 65, 105)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4, uuid5

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits import queries
from services.benefits.assessment import Assessment
from services.benefits.case import Case, case_id_for
from services.benefits.commands.inputs import DefectsCall, ExOfficioStart, OnDay, TransferTo
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.direction import Direction, direction_id_for
from services.benefits.means import Means
from services.benefits.queries import directions
from services.benefits.refusals.general import InTheFuture, PersonUnknown
from services.benefits.timekeeping import Timekeeping, timekeeping_id_for
from services.benefits.values import AppliedBy, Benefit, CooperationAssessor


class Beginning(Leading):
    """A case has its assessment and its means from its first moment on."""

    @command(Role.SYSTEM)
    async def open_case(
        self,
        application_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        filed_on: date,
        *,
        urgent: bool,
        joint_visit: bool,
        applied_by: AppliedBy | None = None,
        ctx: Context,
    ) -> Receipt:
        """One case a benefit, of an application that intake registered."""
        case_id = case_id_for(application_id, benefit)
        if (known := await self.log.find(Case, case_id, ctx=ctx)) is not None:
            return await self.log.append(known, ctx=ctx)
        case = Case.accept(
            application_id=application_id,
            person_id=person_id,
            benefit=benefit,
            filed_on=filed_on,
            urgent=urgent,
            joint_visit=joint_visit,
            applied_by=applied_by,
        )
        return await self.log.append(case, *await self._beside(case, ctx), ctx=ctx)

    @command(*queries.STARTERS)
    async def start_ex_officio(self, new: ExOfficioStart, *, ctx: Context) -> Receipt:
        """Nobody applied, but help is needed (ups art. 102 ust. 2). The party is told (KPA 61).

        A worker leads what they start; what the head starts waits to be assigned.
        """
        reading = ctx.connection or self.reading
        if await queries.person(reading, new.person_id) is None:
            raise PersonUnknown(str(new.person_id))
        cause = uuid5(new.person_id, ctx.idempotency_key or str(uuid4()))
        case = Case.accept(
            application_id=cause,
            person_id=new.person_id,
            benefit=new.benefit,
            filed_on=ctx.today,
            urgent=new.urgent,
            ex_officio=new.reason,
            started_by=ctx.worker.id,
        )
        if ctx.worker.role != Role.BENEFITS_HEAD:
            self._require_leader(case, await self._social_workers(case, ctx), ctx)
            case.start_assessment(by=ctx.worker.id, on=ctx.today)
        told = {"interview_due": case.interview_due, "decision_due": case.decision_due}
        beside, begun = await self._beside(case, ctx), await self._answered_by(case, ctx)
        return await self.log.append(case, *beside, *begun, ctx=ctx, result=told)

    async def _answered_by(self, case: Case, ctx: Context) -> list[Direction]:
        """What waited for the client: of two who answer it at once, one is refused.

        Under this entry alone: what waits under a merged one waits again if the merge is undone.
        """
        waiting = await directions.waiting_of_person(ctx.connection or self.reading, case.person_id)
        found = [
            await self.log.load(Direction, direction_id_for(row["contact_id"]), ctx=ctx)
            for row in waiting
            if row["person_id"] == case.person_id
        ]
        for direction in found:
            direction.begin_proceeding(case.id)
        return found

    async def _beside(self, case: Case, ctx: Context) -> tuple[Assessment, Means]:
        practice = await self._practice(ctx)
        assessor = practice.assessor if practice else CooperationAssessor.SOCIAL_WORKER
        return (
            Assessment(
                case_id=case.id,
                person_id=case.person_id,
                benefit=case.benefit,
                assessor=assessor,
            ),
            Means(case_id=case.id, person_id=case.person_id, benefit=case.benefit),
        )

    # --- what is wrong with the application -----------------------------------

    @command(*WORKERS)
    async def call_defects(self, case_id: UUID, new: DefectsCall, *, ctx: Context) -> Receipt:
        """Seven days or more to complete it (KPA 64 § 2); the decision's term stands still."""
        case = await self._lead(case_id, ctx)
        case.call_defects(new.missing, on=ctx.today, complete_by=new.complete_by, by=ctx.worker.id)
        timekeeping = await self._timekeeping(case, ctx)
        timekeeping.await_completion(on=ctx.today)
        return await self.log.append(case, timekeeping, ctx=ctx)

    @command(*WORKERS)
    async def complete_application(self, case_id: UUID, *, ctx: Context) -> Receipt:
        """What was missing came; the assessment begins, and the term of the decision runs on."""
        case = await self._lead(case_id, ctx)
        case.complete_application(by=ctx.worker.id, on=ctx.today)
        timekeeping = await self._run_on(case, ctx)
        due = timekeeping[0].due if timekeeping else case.decision_due
        return await self.log.append(case, *timekeeping, ctx=ctx, result={"decision_due": due})

    @command(*WORKERS)
    async def leave_unexamined(self, case_id: UUID, *, ctx: Context) -> Receipt:
        """It did not come in time. Raises DefectsTermRuns."""
        case = await self._lead(case_id, ctx)
        case.leave_unexamined(on=ctx.today)
        return await self.log.append(case, ctx=ctx)

    @command(*WORKERS)
    async def transfer_case(self, case_id: UUID, new: TransferTo, *, ctx: Context) -> Receipt:
        """To the authority that has jurisdiction (KPA 65)."""
        case = await self._lead(case_id, ctx)
        case.transfer(new.authority, new.reason, on=ctx.today)
        return await self.log.append(case, ctx=ctx)

    @command(*WORKERS)
    async def withdraw_application(self, case_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        """The party does not want it any more; draft a decision to discontinue next."""
        on = new.on or ctx.today
        if on > ctx.today:
            raise InTheFuture(on)
        case = await self._lead(case_id, ctx)
        case.withdraw_application(by=ctx.worker.id, on=on)
        return await self.log.append(case, *await self._run_on(case, ctx), ctx=ctx)

    async def _run_on(self, case: Case, ctx: Context) -> tuple[Timekeeping, ...]:
        """The term of the decision, where it stood still for the call."""
        found = await self.log.find(Timekeeping, timekeeping_id_for(case.id), ctx=ctx)
        if found is None:
            return ()
        found.note_completion(on=ctx.today)
        return (found,)
