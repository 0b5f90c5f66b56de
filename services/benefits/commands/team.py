"""The work of the team: who leads what, by load; a worker's cases to another; minutes of acts."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4, uuid5

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from chassis.refusal import Refusal
from services.benefits.case import Case
from services.benefits.commands.inputs import Assignment
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.work_inputs import EffortGiven, HandOverWanted
from services.benefits.effort import Effort, effort_id_for
from services.benefits.hand_over import HandOver, Kept
from services.benefits.norms import norms_on
from services.benefits.queries import team as team_queries
from services.benefits.refusals.team import MinutesRecorded, NobodyLikeThat, NobodyMayLead
from services.benefits.values import CARE

HAND_OVERS = UUID("6f0d3a4e-52b1-4f7e-9a2b-6d3a3c0c8f11")
"""Where the ids of hand-overs come from, each from the key of its command."""

Team = Mapping[str, str]
"""Who may lead a case here: the id of each worker and their role."""


class TeamWork(Leading):
    """Norms warn: the receipt says `over_norm`, and the case is assigned all the same."""

    @command(Role.BENEFITS_HEAD)
    async def assign_case(
        self, case_id: UUID, new: Assignment, *, team: Team, ctx: Context
    ) -> Receipt:
        """The head names who leads. Raises NobodyLikeThat, SameWorkerForBoth, CareTeamOnly."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        await self._may_lead(case, new.worker_id, team, ctx)
        return await self._assigned(case, new.worker_id, ctx)

    @command(Role.BENEFITS_HEAD)
    async def assign_by_load(self, case_id: UUID, *, team: Team, ctx: Context) -> Receipt:
        """To whoever leads the fewest households among those who may. Raises NobodyMayLead."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        loads = await team_queries.environments_by_worker(self.reading)
        for worker_id in sorted(_fitting(case, team), key=lambda id_: (loads.get(id_, 0), id_)):
            if worker_id not in await self._social_workers(case, ctx):
                return await self._assigned(case, worker_id, ctx)
        raise NobodyMayLead

    @command(Role.BENEFITS_HEAD)
    async def hand_over_cases(self, new: HandOverWanted, *, team: Team, ctx: Context) -> Receipt:
        """Every open case of the one to the other; what may not go stays, and `data.kept` says why.

        Sent again with its key it goes on where it was interrupted, and answers the same.
        """
        if new.worker_id not in team:
            raise NobodyLikeThat(new.worker_id)
        hand_over = await self._begun(new, ctx)
        passed, kept = [], []
        for case_id in hand_over.cases:
            refusal = await self._pass_on(case_id, hand_over, team, ctx)
            if refusal is None:
                passed.append(case_id)
            else:
                kept.append(Kept(case_id, refusal))
        hand_over.finish(tuple(passed), tuple(kept))
        environments = await team_queries.environments_with(
            self.reading, new.worker_id, hand_over.passed
        )
        told = {
            "passed": hand_over.passed,
            "kept": [{"case_id": one.case_id, "refusal": one.refusal} for one in hand_over.kept],
        }
        return await self.log.append(
            hand_over, ctx=ctx, result={**told, **_load(environments, ctx)}
        )

    @command(*WORKERS)
    async def record_effort(self, decision_id: UUID, new: EffortGiven, *, ctx: Context) -> Receipt:
        """Minutes that a refusal took, beside the norm. Raises NoNormForThis, MinutesRecorded."""
        decision = await self._led(decision_id, ctx)
        known = await self.log.find(Effort, effort_id_for(decision_id), ctx=ctx)
        if known is not None:
            raise MinutesRecorded(known.minutes)
        effort = Effort.of_refusal(decision, new.minutes, by=ctx.worker.id, on=ctx.today)
        told = {"minutes": effort.minutes, "norm": effort.norm}
        return await self.log.append(effort, ctx=ctx, result=told)

    # --- one case ---------------------------------------------------------------

    async def _may_lead(self, case: Case, worker_id: str, team: Team, ctx: Context) -> None:
        case.require_separation(worker_id, await self._social_workers(case, ctx))
        if worker_id not in team:
            raise NobodyLikeThat(worker_id)
        if team[worker_id] == Role.CARE_WORKER:
            case.require_care()

    async def _assigned(self, case: Case, worker_id: str, ctx: Context) -> Receipt:
        environments = await team_queries.environments_with(self.reading, worker_id, [case.id])
        case.assign(worker_id, load=environments)
        told = {"worker_id": worker_id, **_load(environments, ctx)}
        return await self.log.append(case, ctx=ctx, result=told)

    # --- hand-over ----------------------------------------------------------------

    async def _begun(self, new: HandOverWanted, ctx: Context) -> HandOver:
        key = ctx.idempotency_key
        hand_over_id = uuid5(HAND_OVERS, key) if key else uuid4()
        known = await self.log.find(HandOver, hand_over_id, ctx=ctx)
        if known is not None:
            return known
        cases = await team_queries.open_cases_of(self.reading, new.former_id)
        begun = HandOver.begin(
            hand_over_id,
            former=new.former_id,
            worker=new.worker_id,
            reason=new.reason,
            cases=tuple(cases),
            on=ctx.today,
        )
        await self.log.append(begun, ctx=ctx.step("begin"))
        return await self.log.load(HandOver, hand_over_id)

    async def _pass_on(
        self, case_id: UUID, hand_over: HandOver, team: Team, ctx: Context
    ) -> str | None:
        """The code of the refusal, or None where the case is with its new worker."""
        step = ctx.step(str(case_id))
        try:
            await self.log.once(lambda: self._passed(case_id, hand_over, team, step), ctx=step)
        except Refusal as refusal:
            return refusal.code
        return None

    async def _passed(
        self, case_id: UUID, hand_over: HandOver, team: Team, ctx: Context
    ) -> Receipt:
        case = await self.log.load(Case, case_id, ctx=ctx)
        await self._may_lead(case, hand_over.worker, team, ctx)
        case.hand_over(hand_over)
        return await self.log.append(case, ctx=ctx)


def _fitting(case: Case, team: Team) -> list[str]:
    """Cases about services go to the care-services team, where there is one (`domain.md` A1)."""
    care = [id_ for id_, role in team.items() if role == Role.CARE_WORKER]
    others = [id_ for id_, role in team.items() if role != Role.CARE_WORKER]
    return care or others if case.benefit in CARE else others


def _load(environments: int, ctx: Context) -> dict[str, object]:
    """What the load of a worker is, and whether it is over the norm: a warning, no block."""
    norm = norms_on(ctx.today).environments
    return {"environments": environments, "norm": norm, "over_norm": environments > norm}
