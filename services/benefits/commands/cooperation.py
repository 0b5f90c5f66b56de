"""Cooperation judged by the benefits worker, in units that work that way ([003])."""

from __future__ import annotations

from uuid import UUID, uuid5

from chassis.aggregate import Aggregate
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.following import Reviewing
from services.benefits.commands.inputs import CooperationAgreement, CooperationJudgement
from services.benefits.commands.leading import WORKERS
from services.benefits.lifecycle import Action
from services.benefits.refusals.general import InTheFuture
from services.benefits.values import ReviewTrigger


class Cooperation(Reviewing):
    """Raises OtherAssessor where the social worker judges it.

    A judgement stands for certificate 6 of its month: it is expected, and may be late, alike.
    """

    @command(*WORKERS)
    async def agree_cooperation(
        self, case_id: UUID, new: CooperationAgreement, *, ctx: Context
    ) -> Receipt:
        case = await self._lead(case_id, ctx)
        case.require(Action.AGREE_COOPERATION)
        assessment = await self._assessment(case, ctx)
        assessment.agree_cooperation(new.outcome, new.scope, by=ctx.worker.id, on=ctx.today)
        watched = await self._monitored(case, ctx)
        for monitoring in watched:
            monitoring.note_terms(ctx.today)
        return await self.log.append(assessment, *watched, ctx=ctx)

    @command(*WORKERS)
    async def assess_cooperation(
        self, case_id: UUID, new: CooperationJudgement, *, ctx: Context
    ) -> Receipt:
        """A negative judgement opens a review of each benefit, as certificate 6 does."""
        if new.month > f"{ctx.today:%Y-%m}":
            raise InTheFuture(ctx.today)
        case = await self._lead(case_id, ctx)
        case.require(Action.ASSESS_COOPERATION)
        assessment = await self._assessment(case, ctx)
        assessment.assess_cooperation(
            new.month, new.cooperates, new.text, by=ctx.worker.id, on=ctx.today
        )
        judgement = uuid5(assessment.id, f"cooperation/{new.month}")
        followed: list[Aggregate] = []
        for monitoring in await self._monitored(case, ctx):
            monitoring.note_certificate(new.month, judgement, new.cooperates)
            followed.append(monitoring)
        if not new.cooperates:
            followed += await self._reviewed(
                case, ReviewTrigger.NON_COOPERATION, assessment.id, ctx
            )
        return await self.log.append(assessment, *followed, ctx=ctx)
