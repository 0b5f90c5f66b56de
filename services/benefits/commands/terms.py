"""The time of a case: what the clock says of its terms, and what the office does about them."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.work_inputs import (
    Extension,
    HaltWanted,
    UrgingAnswer,
    UrgingReceived,
)
from services.benefits.decision import Decision, entitlement_id_for
from services.benefits.due import ENDS_BY_ITSELF, NOBODY_IS_WARNED, Parts
from services.benefits.entitlement import Entitlement
from services.benefits.refusals.terms import NoTermForDecision, NotUrged, TermNotMissed
from services.benefits.timekeeping import Timekeeping, timekeeping_id_for
from services.benefits.timekeeping_events import Said


class KeepingTime(Leading):
    """Finality by the term of appeal is a command of the decision."""

    # --- the clock ------------------------------------------------------------

    @command(Role.SYSTEM)
    async def report_approaching_term(self, case_id: UUID, said: Said, *, ctx: Context) -> Receipt:
        """Raises TermNotMissed where nothing is due any more."""
        case, timekeeping = await self._due(case_id, said, ctx)
        if said.due < ctx.today or said.kind in NOBODY_IS_WARNED:
            raise TermNotMissed(said.due)
        timekeeping.report_approaching(said)
        return await self._note(case, timekeeping, ctx)

    @command(Role.SYSTEM)
    async def report_missed_term(self, case_id: UUID, said: Said, *, ctx: Context) -> Receipt:
        """Raises TermNotMissed where the act was done, or its term still runs."""
        case, timekeeping = await self._due(case_id, said, ctx)
        if ctx.today <= said.due or said.kind in case.missed or said.kind in ENDS_BY_ITSELF:
            raise TermNotMissed(said.due)
        timekeeping.report_missed(said)
        return await self._note(case, timekeeping, ctx)

    async def _due(self, case_id: UUID, said: Said, ctx: Context) -> tuple[Case, Timekeeping]:
        """What the log says decides; the list that the clock read may be older."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        parts = await self._parts(case, ctx)
        if said not in parts.open():
            raise TermNotMissed(said.due)
        return case, parts.timekeeping or await self._timekeeping(case, ctx)

    # --- the office -----------------------------------------------------------

    @command(*WORKERS)
    async def halt_term(self, case_id: UUID, new: HaltWanted, *, ctx: Context) -> Receipt:
        """Suspension, mediation, a delay that is not the office's: these days do not count."""
        case, timekeeping = await self._awaiting(case_id, ctx)
        timekeeping.halt(new.ground, new.since or ctx.today, on=ctx.today)
        return await self._note(case, timekeeping, ctx)

    @command(*WORKERS)
    async def resume_term(self, case_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        case, timekeeping = await self._awaiting(case_id, ctx)
        due = timekeeping.resume(new.on or ctx.today, on=ctx.today)
        return await self._note(case, timekeeping, ctx, decision_due=due)

    @command(*WORKERS)
    async def extend_deadline(self, case_id: UUID, new: Extension, *, ctx: Context) -> Receipt:
        """The party is told why, the new day, and that it may urge (KPA 36)."""
        case, timekeeping = await self._awaiting(case_id, ctx)
        timekeeping.extend(new.reason, new.due, text=new.text, by=ctx.worker.id, on=ctx.today)
        return await self._note(case, timekeeping, ctx, decision_due=timekeeping.due)

    @command(*WORKERS)
    async def file_urging(self, case_id: UUID, new: UrgingReceived, *, ctx: Context) -> Receipt:
        """The party complains that the case is not dealt with in time (KPA 37)."""
        case, timekeeping = await self._awaiting(case_id, ctx)
        urging = timekeeping.file_urging(new.ground, new.on or ctx.today, on=ctx.today)
        told = {"urging_id": urging.urging_id, "forward_by": urging.forward_by}
        return await self._note(case, timekeeping, ctx, **told)

    @command(*WORKERS)
    async def forward_urging(self, case_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        case, timekeeping = await self._urged(case_id, ctx)
        urging = timekeeping.forward_urging(new.on or ctx.today, on=ctx.today)
        return await self._note(case, timekeeping, ctx, answer_by=urging.answer_by)

    @command(*WORKERS)
    async def answer_urging(self, case_id: UUID, new: UrgingAnswer, *, ctx: Context) -> Receipt:
        """What the board found; it may set the office a last day."""
        case, timekeeping = await self._urged(case_id, ctx)
        timekeeping.answer_urging(founded=new.founded, decide_by=new.decide_by, on=ctx.today)
        return await self._note(case, timekeeping, ctx, decision_due=timekeeping.due)

    # --- what they share ------------------------------------------------------

    async def _awaiting(self, case_id: UUID, ctx: Context) -> tuple[Case, Timekeeping]:
        """A case that waits for a decision. Raises NoTermForDecision."""
        case = await self._lead(case_id, ctx)
        parts = await self._parts(case, ctx)
        if not case.deadlines() or not parts.decision_awaited:
            raise NoTermForDecision
        return case, parts.timekeeping or await self._timekeeping(case, ctx)

    async def _urged(self, case_id: UUID, ctx: Context) -> tuple[Case, Timekeeping]:
        """Also after the decision: the complaint is answered all the same."""
        case = await self._lead(case_id, ctx)
        timekeeping = await self.log.find(Timekeeping, timekeeping_id_for(case_id), ctx=ctx)
        if timekeeping is None:
            raise NotUrged
        return case, timekeeping

    async def _parts(self, case: Case, ctx: Context) -> Parts:
        found = [await self.log.find(Decision, id_, ctx=ctx) for id_ in case.decisions]
        granted = [
            await self.log.find(Entitlement, entitlement_id_for(id_), ctx=ctx)
            for id_ in case.decisions
        ]
        return Parts(
            case,
            await self._assessment(case, ctx),
            [decision for decision in found if decision],
            [entitlement for entitlement in granted if entitlement],
            await self.log.find(Timekeeping, timekeeping_id_for(case.id), ctx=ctx),
        )

    async def _note(
        self, case: Case, timekeeping: Timekeeping, ctx: Context, **told: object
    ) -> Receipt:
        receipt = await self.log.append(timekeeping, ctx=ctx, result=told)
        return receipt.model_copy(update={"id": case.id})
