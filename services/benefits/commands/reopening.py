"""Two ways back to a decision: for a defect (KPA 145), for what happened since (ups art. 106)."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.decision_inputs import ReopeningWanted, ReturnToCase
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import CaseState
from services.benefits.refusals.reopening import NothingToReopen
from services.benefits.reopening import Reopening

REASON = "REOPENED_KPA_145"


class Reopenings(Leading):
    """The model's *wznowienie* is the second way; the Code's is the first (`domain.md` M5)."""

    @command(Role.DIRECTOR)
    async def reopen_proceeding(
        self, decision_id: UUID, new: ReopeningWanted, *, ctx: Context
    ) -> Receipt:
        """A final decision has a defect: its proceeding begins anew, a new decision will follow."""
        decision = await self.log.load(Decision, decision_id, ctx=ctx)
        decision.reopen(
            Reopening(
                ground=new.ground,
                what=new.what,
                on_request=new.on_request,
                learned_on=new.learned_on,
                requested_on=new.requested_on,
                by=ctx.worker.id,
                on=ctx.today,
            )
        )
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        assessment = await self._assessment(case, ctx)
        case.reopen_assessment(REASON, on=ctx.today)
        assessment.reopen(REASON)
        timekeeping = await self._timekeeping(case, ctx)
        timekeeping.restart(on=ctx.today)
        return await self.log.append(decision, case, assessment, timekeeping, ctx=ctx)

    @command(*WORKERS)
    async def reopen_after_monitoring(
        self, case_id: UUID, new: ReturnToCase, *, ctx: Context
    ) -> Receipt:
        """Something became known of a benefit that ended, or whose case is closed (ups 106 (5))."""
        case = await self._lead(case_id, ctx)
        entitlement = await self.log.find(Entitlement, new.entitlement_id, ctx=ctx)
        if entitlement is None or entitlement.case_id != case.id:
            raise NothingToReopen
        if case.state is not CaseState.DECISION:
            case.reopen(new.reason, on=ctx.today)
        review_id = entitlement.open_review(new.trigger, None, on=ctx.today)
        entitlement.take_up_review(by=ctx.worker.id, on=ctx.today)
        told = {"review_id": review_id}
        return await self.log.append(case, entitlement, ctx=ctx, result=told)
