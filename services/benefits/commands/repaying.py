"""What was paid and was not due: established by a decision, then paid back (ups art. 98, 104)."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.drafts import DRAFTERS
from services.benefits.commands.foregoing import Foregoing
from services.benefits.commands.realisation_inputs import (
    MoneyBack,
    MoneyGivenBack,
    RepaymentPlan,
    UndueDraft,
    Waiver,
)
from services.benefits.commands.reasoning import Follows
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.payments import NOTHING
from services.benefits.realisation.refusals import (
    ChangeNotFinal,
    UndueBeingDecided,
    UndueComesFirst,
)
from services.benefits.realisation.repayment import Repayment
from services.benefits.realisation.values import RepaymentCause
from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.payments import NothingUndue
from services.benefits.values import DecisionKind, Terms


class Repaying(Foregoing):
    """The decision on it goes the way of every other; it takes effect when it is final."""

    @command(*DRAFTERS)
    async def draft_undue_decision(
        self, entitlement_id: UUID, new: UndueDraft, *, ctx: Context
    ) -> Receipt:
        """Paid less due, by months; what came back of it already counts towards it.

        Raises NothingUndue, ChangeNotFinal, UndueBeingDecided.
        """
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        case = await self._lead(entitlement.case_id, ctx)
        require(Action.DRAFT_UNDUE_DECISION, entitlement.state)
        months = entitlement.plan.undue()
        if not months:
            raise NothingUndue
        changing = await self.log.load(Decision, entitlement.plan.due.last_decision_id, ctx=ctx)
        await self._require_decided(changing, case, ctx)
        await self._require_no_other(entitlement, ctx)
        corrected = await self._corrected(case, DecisionKind.UNDUE, entitlement, ctx)
        follows = Follows(changing, corrected=corrected)
        decision_id = case.prepare_decision(
            Action.DRAFT_UNDUE_DECISION, DecisionKind.UNDUE, None,
            missing=(), completed=True, on=ctx.today,
        )  # fmt: skip
        amount = sum((month.amount for month in months), NOTHING)
        terms = Terms(
            valid_from=months[0].first_day,
            valid_to=months[-1].last_day,
            amount=amount,
            months=tuple(month.month for month in months),
            came_back=await self._came_back(entitlement, amount, ctx),
        )
        decision = Decision(
            id=decision_id,
            case_id=case.id,
            person_id=case.person_id,
            benefit=case.benefit,
            kind=DecisionKind.UNDUE,
            terms=terms,
            entitlement_id=entitlement.id,
            previous_decision_id=changing.id,
            by=ctx.worker.id,
            on=ctx.today,
            letter=await self._letter(case, DecisionKind.UNDUE, terms, follows, new.reasons, ctx),
        )
        told = {"decision_id": decision.id, "amount": amount}
        return await self.log.append(case, decision, ctx=ctx, result=told)

    async def _require_decided(self, changing: Decision, case: Case, ctx: Context) -> None:
        """It holds for good; or it was taken away, and nothing is decided in its place any more.

        Raises ChangeNotFinal.
        """
        gone = changing.state is DecisionState.OVERTURNED
        if gone and changing.sent_back:
            later = (await self._decisions(case, ctx))[case.decisions.index(changing.id) + 1 :]
            same = (one for one in later if one.matter == changing.matter)
            gone = any(one.state is DecisionState.FINAL for one in same)
        if not gone and changing.state is not DecisionState.FINAL:
            raise ChangeNotFinal(changing.number)

    async def _require_no_other(self, entitlement: Entitlement, ctx: Context) -> None:
        case = await self._lead(entitlement.case_id, ctx)
        for other in await self._decisions(case, ctx):
            mine = other.entitlement_id == entitlement.id and other.kind is DecisionKind.UNDUE
            if mine and other.pending:
                raise UndueBeingDecided

    @command(Role.REALISATION_WORKER, Role.DIRECTOR)
    async def set_repayment_plan(
        self, repayment_id: UUID, new: RepaymentPlan, *, ctx: Context
    ) -> Receipt:
        """Instalments of the rest. Raises NothingToRepay, FirstInstalmentPassed."""
        repayment = await self.log.load(Repayment, repayment_id, ctx=ctx)
        repayment.set_plan(new.instalments, new.first_due, by=ctx.worker.id, on=ctx.today)
        told = {"instalments": [str(one.amount) for one in repayment.instalments]}
        return await self.log.append(repayment, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER)
    async def receive_repayment(
        self, repayment_id: UUID, new: MoneyBack, *, ctx: Context
    ) -> Receipt:
        """Money came back; `data.rest` is what is left. Raises MoreThanRest, NothingToRepay."""
        on = new.on or ctx.today
        if on > ctx.today:
            raise InTheFuture(on)
        repayment = await self.log.load(Repayment, repayment_id, ctx=ctx)
        repayment.receive(new.amount, new.method, on=on)
        return await self.log.append(repayment, ctx=ctx, result={"rest": repayment.rest})

    @command(Role.REALISATION_WORKER)
    async def refund_repayment(
        self, repayment_id: UUID, new: MoneyGivenBack, *, ctx: Context
    ) -> Receipt:
        """What came back and is not owed, the client has again; `data` says how much.

        Raises NothingToGiveBack, UndueBeingDecided, UndueComesFirst.
        """
        on = new.on or ctx.today
        if on > ctx.today:
            raise InTheFuture(on)
        repayment = await self.log.load(Repayment, repayment_id, ctx=ctx)
        entitlement = await self.log.load(Entitlement, repayment.entitlement_id, ctx=ctx)
        await self._require_no_other(entitlement, ctx)
        undue = sum((month.amount for month in entitlement.undue), NOTHING)
        if undue > 0 and repayment.cause is not RepaymentCause.UNDUE:
            raise UndueComesFirst(undue)
        given = repayment.refund(new.method, by=ctx.worker.id, on=on)
        return await self.log.append(repayment, ctx=ctx, result={"amount": given.amount})

    @command(Role.DIRECTOR)
    async def waive_repayment(self, repayment_id: UUID, new: Waiver, *, ctx: Context) -> Receipt:
        """The director does without the rest, or a part of it. Raises MoreThanRest."""
        repayment = await self.log.load(Repayment, repayment_id, ctx=ctx)
        amount = repayment.rest if new.amount is None else new.amount
        repayment.waive(amount, new.reason, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(repayment, ctx=ctx, result={"rest": repayment.rest})
