"""Appeals that came after their term: sent to the board, which restores the term or does not."""

from __future__ import annotations

from uuid import UUID

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.decision_inputs import LateAppealAnswer, LateAppealFound
from services.benefits.commands.decisions import Decisions, come
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.leading import WORKERS
from services.benefits.lifecycle import DecisionState


class LateAppeals(Decisions):
    """Nothing stops meanwhile (KPA 130): the decision is final until the board restores the term.

    What it has done by then stays done, until the appeal is ruled on.
    """

    @command(*WORKERS)
    async def file_late_appeal(
        self, decision_id: UUID, new: LateAppealFound, *, ctx: Context
    ) -> Receipt:
        """Raises AppealInTime, NotFinalByTerm, LateAppealPending."""
        decision = await self._led(decision_id, ctx)
        filed = decision.file_late_appeal(
            decision.id, asked=new.restoration_asked, on=come(new.on, ctx)
        )
        told = {"appeal_id": filed.appeal_id, "forward_by": filed.forward_by}
        effects = await self._effects(decision, ctx)
        return await self.log.append(decision, *effects, ctx=ctx, result=told)

    @command(*WORKERS)
    async def forward_late_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        """Raises NoLateAppeal."""
        decision = await self._led(decision_id, ctx)
        decision.forward_late_appeal(on=come(new.on, ctx))
        return await self.log.append(decision, ctx=ctx)

    @command(*WORKERS)
    async def answer_late_appeal(
        self, decision_id: UUID, new: LateAppealAnswer, *, ctx: Context
    ) -> Receipt:
        """`data.ruling_by` where the board examines it now. Raises NoLateAppeal,
        RestorationNotAsked."""
        decision = await self._led(decision_id, ctx)
        decision.answer_late_appeal(new.result, on=come(new.on, ctx))
        at_board = decision.state is DecisionState.AT_SKO
        told = {"ruling_by": decision.ruling_by} if at_board else {}
        return await self.log.append(decision, ctx=ctx, result=told)
