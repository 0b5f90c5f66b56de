"""Watching a benefit: certificates expected, its use, changes, the end of its period."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.realisation_inputs import ChangeHeard, UtilisationSeen
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.realisation.monitoring import running_months
from services.benefits.realisation.refusals import PeriodRuns
from services.benefits.realisation.values import ChangeKind, UtilisationResult
from services.benefits.refusals.proceeding import DecisionPending
from services.benefits.values import AnswerValue, Question, ReviewTrigger

WASTE = {
    UtilisationResult.AS_INTENDED: AnswerValue.NO,
    UtilisationResult.PARTLY: AnswerValue.PARTLY,
    UtilisationResult.WASTED: AnswerValue.YES,
}
"""What a check answers to question 8: were benefits wasted?"""

TRIGGERS = {
    ChangeKind.HEALTH: ReviewTrigger.NEED_CHANGE,
    ChangeKind.RESIDENCE: ReviewTrigger.NEED_CHANGE,
    ChangeKind.DEATH: ReviewTrigger.NEED_CHANGE,
}
"""What the review after a change is about; after any other it is the income."""


class Watching(Leading):
    """What is found opens a review and cuts nothing (ups art. 106(5), 109)."""

    @command(*WORKERS)
    async def check_utilisation(
        self, entitlement_id: UUID, new: UtilisationSeen, *, ctx: Context
    ) -> Receipt:
        """Answers question 8; where a benefit was wasted, its review is opened."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        case = await self._lead(entitlement.case_id, ctx)
        require(Action.CHECK_UTILISATION, entitlement.state)
        monitoring = await self._monitoring(entitlement, ctx)
        assessment = await self._assessment(case, ctx)
        check = monitoring.check_utilisation(
            new.method, new.result, new.text,
            on=new.on or ctx.today, by=ctx.worker.id, today=ctx.today,
        )  # fmt: skip
        assessment.answer(
            Question.WASTE, WASTE[new.result], new.text, (check.check_id,),
            by=ctx.worker.id, on=check.on, monitored=True,
        )  # fmt: skip
        if new.result is not UtilisationResult.AS_INTENDED:
            _review(entitlement, ReviewTrigger.WASTE, check.check_id, ctx)
        told = {"check_id": check.check_id, "state": entitlement.state}
        return await self.log.append(monitoring, assessment, entitlement, ctx=ctx, result=told)

    @command(*WORKERS, Role.REALISATION_WORKER, Role.BENEFITS_HEAD)
    async def report_change(
        self, entitlement_id: UUID, new: ChangeHeard, *, ctx: Context
    ) -> Receipt:
        """Somebody told, or the office found, that the client's situation changed."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        await self._lead(entitlement.case_id, ctx)
        require(Action.REPORT_CHANGE, entitlement.state)
        monitoring = await self._monitoring(entitlement, ctx)
        change = monitoring.report_change(
            new.kind, new.source, new.since, new.text, by=ctx.worker.id, on=ctx.today
        )
        trigger = TRIGGERS.get(new.kind, ReviewTrigger.INCOME_CHANGE)
        _review(entitlement, trigger, change.change_id, ctx)
        told = {"change_id": change.change_id, "state": entitlement.state}
        return await self.log.append(monitoring, entitlement, ctx=ctx, result=told)

    # --- what falls due by itself -------------------------------------------

    @command(Role.SYSTEM)
    async def watch_certificates(self, entitlement_id: UUID, *, ctx: Context) -> Receipt:
        """Expects certificate 6 of each running month, and says once what did not come in time."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        monitoring = await self._monitoring(entitlement, ctx)
        monitoring.watch(running_months(entitlement, ctx.today), on=ctx.today)
        return await self.log.append(monitoring, ctx=ctx)

    @command(Role.SYSTEM)
    async def end_period(self, entitlement_id: UUID, *, ctx: Context) -> Receipt:
        """The period is over. Raises PaymentsOpen, PeriodRuns, DecisionPending.

        A suspension that is not final may be overturned, and its months paid after all.
        """
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        until = entitlement.valid_to
        if until is None or ctx.today <= until or entitlement.review is not None:
            raise PeriodRuns(until)
        if entitlement.suspended_by is not None:
            suspending = await self.log.load(Decision, entitlement.suspended_by, ctx=ctx)
            if suspending.state is not DecisionState.FINAL:
                raise DecisionPending(suspending.number)
        entitlement.end(on=ctx.today)
        return await self.log.append(entitlement, ctx=ctx)


def _review(entitlement: Entitlement, trigger: ReviewTrigger, ground: UUID, ctx: Context) -> None:
    """One that is open already goes on."""
    if entitlement.may_be_reviewed:
        entitlement.open_review(trigger, ground, on=ctx.today)
