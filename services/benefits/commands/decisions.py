"""Decisions that are signed: delivered, appealed, final, and what follows from each."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.aggregate import Aggregate
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.decision_inputs import (
    DeliveryNote,
    Enforceability,
    Resolution,
    Ruling,
)
from services.benefits.commands.drafts import DRAFTERS, SIGNERS, Drafts
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.leading import WORKERS
from services.benefits.decision import BOARD, Decision
from services.benefits.drafting import check_ruling
from services.benefits.entitlement import Entitlement
from services.benefits.home_fees import account_shares
from services.benefits.lifecycle import DecisionState
from services.benefits.payments import NOTHING
from services.benefits.realisation.repayment import Repayment, repayment_id_for
from services.benefits.refusals.decision import RulingNotHere
from services.benefits.refusals.general import InTheFuture
from services.benefits.values import (
    GRANTING,
    ON_REVIEW,
    REALISED,
    AppealResult,
    DecisionKind,
    ReviewTrigger,
)

SENT_BACK = frozenset({AppealResult.REMITTED, AppealResult.SELF_CORRECTED})


class Decisions(Drafts):
    """A change takes effect in the same step in which its decision becomes executable."""

    @command(*DRAFTERS)
    async def deliver_decision(
        self, decision_id: UUID, new: DeliveryNote, *, ctx: Context
    ) -> Receipt:
        decision = await self._led(decision_id, ctx)
        decision.deliver(
            new.how,
            on=come(new.on, ctx),
            first_notice_on=new.first_notice_on,
            second_notice_on=new.second_notice_on,
        )
        effects = await self._effects(decision, ctx)
        told = {"on": decision.delivered_on, "appeal_until": decision.appeal_until}
        return await self.log.append(decision, *effects, ctx=ctx, result=told)

    @command(*SIGNERS)
    async def make_enforceable(
        self, decision_id: UUID, new: Enforceability, *, ctx: Context
    ) -> Receipt:
        """By an order after the decision (KPA 108 § 2)."""
        decision = await self.log.load(Decision, decision_id, ctx=ctx)
        await self._require_authority(ctx)
        decision.make_enforceable(new.reason, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(decision, *await self._effects(decision, ctx), ctx=ctx)

    # --- appeal and finality ------------------------------------------------

    @command(*WORKERS)
    async def waive_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        """The waiver reached the office: final that day."""
        decision = await self._led(decision_id, ctx)
        decision.waive_appeal(on=come(new.on, ctx))
        return await self.log.append(decision, *await self._effects(decision, ctx), ctx=ctx)

    @command(*WORKERS)
    async def file_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        decision = await self._led(decision_id, ctx)
        appeal_id = decision.file_appeal(decision.id, on=come(new.on, ctx))
        told = {"appeal_id": appeal_id, "forward_by": decision.forward_by}
        return await self.log.append(decision, ctx=ctx, result=told)

    @command(*WORKERS)
    async def forward_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        decision = await self._led(decision_id, ctx)
        decision.forward_appeal(on=come(new.on, ctx))
        return await self.log.append(decision, ctx=ctx, result={"ruling_by": decision.ruling_by})

    @command(*WORKERS)
    async def resolve_appeal(self, decision_id: UUID, new: Resolution, *, ctx: Context) -> Receipt:
        """What the office (KPA 132) or the board (KPA 138) made of the appeal."""
        decision = await self._led(decision_id, ctx)
        if new.ruling is not None and new.result is not AppealResult.REVERSED:
            raise RulingNotHere
        if new.ruling is not None:
            changes = decision.entitlement_id is not None
            check_ruling(new.ruling.kind, decision.benefit, new.ruling.terms(), changes=changes)
        on = come(new.on, ctx)
        decision.resolve_appeal(new.result, on=on)
        others = await self._effects(decision, ctx)
        if decision.state is DecisionState.OVERTURNED:
            others += await self._undone(decision, new.result, ctx)
        told = {}
        if new.ruling is not None:
            ruled = await self._ruled(decision, new.ruling, on, ctx)
            told = {"decision_id": ruled[0].id}
            others += ruled
        return await self.log.append(decision, *_once(others), ctx=ctx, result=told)

    @command(*WORKERS, Role.REALISATION_WORKER, Role.SYSTEM)
    async def confirm_finality(self, decision_id: UUID, *, ctx: Context) -> Receipt:
        """The term of appeal passed. Raises TermStillRuns."""
        decision = await self._led(decision_id, ctx)
        decision.confirm_finality(on=ctx.today)
        return await self.log.append(decision, *await self._effects(decision, ctx), ctx=ctx)

    # --- what follows -------------------------------------------------------

    async def _effects(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """Carries out a change as soon as it can be; grants wait for the realisation team."""
        settled = await self._settled(decision, ctx)
        settled += await self._account_of(decision, ctx)
        if decision.entitlement_id is None or decision.carried_out or not decision.is_executable:
            return settled
        entitlement = await self.log.load(Entitlement, decision.entitlement_id, ctx=ctx)
        self._take_effect(decision, entitlement, ctx)
        decision.carry_out(on=ctx.today)
        if decision.kind is DecisionKind.UNDUE:
            settled += self._established(decision, entitlement, ctx)
        return [*settled, entitlement]

    async def _account_of(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """The fee account of a home takes its shares from the decision on the fee, once."""
        shares = account_shares(decision.id, decision.terms)
        about_fee = decision.kind is DecisionKind.FEE and shares is not None
        if not about_fee or decision.carried_out or not decision.is_executable:
            return []
        assert shares is not None
        fees = await self._fees(await self.log.load(Case, decision.case_id, ctx=ctx), ctx)
        fees.set_shares(shares)
        decision.carry_out(on=ctx.today)
        return [fees]

    @staticmethod
    def _established(decision: Decision, entitlement: Entitlement, ctx: Context) -> list[Aggregate]:
        """What is undue on that day is to be paid back; nothing, if nothing is undue any more."""
        months = entitlement.establish_undue(decision.id, decision.terms, on=ctx.today)
        if not months:
            return []
        repayment = Repayment(
            decision_id=decision.id,
            entitlement_id=entitlement.id,
            case_id=decision.case_id,
            person_id=decision.person_id,
            benefit=decision.benefit,
            months=months,
            amount=sum((month.amount for month in months), NOTHING),
            on=ctx.today,
        )
        return [repayment]

    @staticmethod
    def _take_effect(decision: Decision, entitlement: Entitlement, ctx: Context) -> None:
        valid_from = decision.terms.valid_from or entitlement.valid_from
        match decision.kind:
            case DecisionKind.SUSPEND:
                entitlement.suspend(decision.id, valid_from, on=ctx.today)
            case (
                DecisionKind.CHANGE
                | DecisionKind.CONTINUE
                | DecisionKind.GRANT
                | DecisionKind.PARTIAL
            ):
                entitlement.change(decision.id, decision.terms, on=ctx.today)
            case DecisionKind.LIMIT:
                entitlement.change(decision.id, decision.terms, on=ctx.today, limited=True)
            case DecisionKind.REVOKE | DecisionKind.REFUSAL | DecisionKind.DISCONTINUE:
                entitlement.revoke(decision.id, valid_from, on=ctx.today)
            case DecisionKind.CONFIRM:
                entitlement.confirm(decision.id, on=ctx.today)

    async def _settled(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """The decision whose proceeding was reopened stands or goes with the new one's finality."""
        final = decision.state is DecisionState.FINAL
        if not final or decision.previous_decision_id is None:
            return []
        previous = await self.log.load(Decision, decision.previous_decision_id, ctx=ctx)
        kept = decision.kind is DecisionKind.CONFIRM
        previous.settle(decision.id, kept=kept, on=ctx.today)
        return [previous]

    async def _undone(
        self, decision: Decision, result: AppealResult, ctx: Context
    ) -> list[Aggregate]:
        """Takes back what an overturned decision had done; where it was remitted, begins anew."""
        undone: list[Aggregate] = []
        entitlement_id = decision.entitlement_id
        if entitlement_id is None and decision.kind in REALISED:
            entitlement_id = decision.granted
        if decision.carried_out and entitlement_id is not None:
            entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
            undone.append(entitlement)
            if decision.kind is DecisionKind.UNDUE:
                undone += await self._claim_gone(decision, entitlement, ctx)
            else:
                entitlement.undo(decision.id, on=ctx.today)
                undone += await self._nothing_to_pay_back(decision, ctx)
            again = result in SENT_BACK and decision.kind in ON_REVIEW
            if again and entitlement.may_be_reviewed:
                entitlement.open_review(ReviewTrigger.APPEAL, decision.appeal_id, on=ctx.today)
        if result in SENT_BACK:
            undone += await self._sent_back(decision, result.value, ctx)
        return undone

    async def _nothing_to_pay_back(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """What was given by a decision that is no more is undue, and not to be paid back twice."""
        repayment = await self.log.find(Repayment, repayment_id_for(decision.id), ctx=ctx)
        if repayment is None:
            return []
        repayment.fall_away(on=ctx.today)
        return [repayment]

    async def _claim_gone(
        self, decision: Decision, entitlement: Entitlement, ctx: Context
    ) -> list[Aggregate]:
        """Nothing is to be paid back by a decision that is no more; another may establish it."""
        repayment = await self.log.find(Repayment, repayment_id_for(decision.id), ctx=ctx)
        if repayment is None:
            return []
        repayment.fall_away(on=ctx.today)
        entitlement.set_undue_aside(decision.id, repayment.months, on=ctx.today)
        return [repayment]

    async def _sent_back(self, decision: Decision, reason: str, ctx: Context) -> list[Aggregate]:
        """Where the case is open again, the office has the whole term for it."""
        reopened = await self._back_to_assessment(decision, reason, ctx)
        if not reopened:
            return []
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        timekeeping = await self._timekeeping(case, ctx)
        timekeeping.restart(on=ctx.today)
        return [*reopened, timekeeping]

    async def _ruled(
        self, decision: Decision, ruling: Ruling, on: date, ctx: Context
    ) -> list[Aggregate]:
        """The board's own decision: final, and carried out by this office like its own."""
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        grants = ruling.kind in GRANTING and decision.kind not in ON_REVIEW
        ruled = Decision(
            id=case.take_ruling(ruling.kind),
            case_id=case.id,
            person_id=case.person_id,
            benefit=case.benefit,
            kind=ruling.kind,
            terms=ruling.terms(),
            entitlement_id=None if grants else decision.entitlement_id,
            previous_decision_id=decision.id,
            by=BOARD,
            on=on,
        )
        counting = await self._counting(case.id, case.person_id, ctx)
        ruled.rule(number=ruling.number, on=on, counting=counting)
        return [ruled, case, *await self._effects(ruled, ctx)]


def come(on: date | None, ctx: Context) -> date:
    """Today unless another day was given; never one that is still to come."""
    if on is not None and on > ctx.today:
        raise InTheFuture(on)
    return on or ctx.today


def _once(aggregates: list[Aggregate]) -> list[Aggregate]:
    """Each aggregate once, in order."""
    return list({id(one): one for one in aggregates}.values())
