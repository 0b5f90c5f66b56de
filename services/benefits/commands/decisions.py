"""Decisions that are signed: delivered, appealed, final, and what follows from each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.aggregate import Aggregate
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits import deadlines
from services.benefits.case import Case
from services.benefits.commands.decision_inputs import (
    DeliveryNote,
    Enforceability,
    Resolution,
    Ruling,
)
from services.benefits.commands.drafts import DRAFTERS, SIGNERS
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.leading import WORKERS
from services.benefits.commands.replacing import Replacing
from services.benefits.decision import Decision
from services.benefits.decision_delivery import BOARD
from services.benefits.drafting import check_ruling
from services.benefits.entitlement import Entitlement
from services.benefits.home_fees import account_shares
from services.benefits.lifecycle import DecisionState
from services.benefits.realisation.repayment import Repayment, repayment_id_for
from services.benefits.refusals.decision import RulingNotHere
from services.benefits.refusals.general import InTheFuture
from services.benefits.values import (
    REALISED,
    SENT_BACK,
    AppealResult,
    DecisionKind,
    ReviewTrigger,
)


class Decisions(Replacing):
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
            others += await self._undone(decision, new, ctx)
        told = {}
        if new.ruling is not None:
            ruled = await self._ruled(decision, new.ruling, on, others, ctx)
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

    async def _effects(
        self, decision: Decision, ctx: Context, at_hand: Sequence[Aggregate] = ()
    ) -> list[Aggregate]:
        """Carries out a change as soon as it can be; grants wait for the realisation team."""
        examined = await self._answered(decision, at_hand, ctx)
        settled = self._settle(decision, examined, ctx) if examined else []
        settled += await self._account_of(decision, ctx)
        if decision.carried_out or not decision.is_executable:
            return settled
        if examined is not None:
            return [*settled, *await self._replace(decision, examined, at_hand, ctx)]
        if decision.entitlement_id is None:
            return settled
        near = await self._at_hand(Entitlement, decision.entitlement_id, at_hand, ctx)
        entitlement = near or await self.log.load(Entitlement, decision.entitlement_id, ctx=ctx)
        self._take_effect(decision, entitlement, ctx.today)
        decision.carry_out(on=ctx.today)
        if decision.kind is DecisionKind.UNDUE:
            settled += await self._established(decision, entitlement, at_hand, ctx)
        settled += await self._claims_adjusted(entitlement, ctx, (*at_hand, *settled))
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

    async def _undone(self, decision: Decision, new: Resolution, ctx: Context) -> list[Aggregate]:
        """Takes back what an overturned decision had done; where it was remitted, begins anew."""
        sent_back, decide_by = new.result in SENT_BACK, _decide_by(decision, ctx.today)
        undone: list[Aggregate] = []
        entitlement: Entitlement | None = None
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
            if sent_back and decision.decides_review and entitlement.may_be_reviewed:
                entitlement.open_review(
                    ReviewTrigger.APPEAL, decision.appeal_id, on=ctx.today, decide_by=decide_by
                )
        over = not sent_back and new.ruling is None
        undone += await self._stands_again(decision, entitlement, undone, ctx, over=over)
        if entitlement is not None:
            undone += await self._claims_adjusted(entitlement, ctx, undone)
        if new.ruling is None:
            undone += await self._review_again(decision, decide_by, ctx)
        if sent_back:
            undone += await self._sent_back(decision, new.result.value, ctx)
        return undone

    async def _nothing_to_pay_back(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """What was given by a decision that is no more is undue, and not to be paid back twice."""
        repayment = await self.log.find(Repayment, repayment_id_for(decision.id), ctx=ctx)
        if repayment is None:
            return []
        repayment.fall_away(on=ctx.today)
        return [repayment]

    async def _sent_back(self, decision: Decision, reason: str, ctx: Context) -> list[Aggregate]:
        """What the application asked for is decided once again, within a new term."""
        reopened = await self._back_to_assessment(decision, reason, ctx)
        if not reopened and decision.matter is None:
            return []
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        timekeeping = await self._timekeeping(case, ctx)
        timekeeping.restart(on=ctx.today, due=_decide_by(decision, ctx.today))
        return [*reopened, timekeeping]

    async def _ruled(
        self,
        decision: Decision,
        ruling: Ruling,
        on: date,
        undone: Sequence[Aggregate],
        ctx: Context,
    ) -> list[Aggregate]:
        """The board's own decision: final, and carried out by this office like its own."""
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        ruled = Decision(
            id=case.take_ruling(ruling.kind),
            case_id=case.id,
            person_id=case.person_id,
            benefit=case.benefit,
            kind=ruling.kind,
            terms=ruling.terms(),
            entitlement_id=decision.entitlement_id,
            previous_decision_id=decision.id,
            by=BOARD,
            on=on,
            examines=decision.examines,
        )
        counting = await self._counting(case.id, case.person_id, ctx)
        ruled.rule(number=ruling.number, on=on, counting=counting)
        return [ruled, case, *await self._effects(ruled, ctx, undone)]


def _decide_by(decision: Decision, on: date) -> date:
    """The whole term after the board's ruling; where the office gave way itself, what is left of
    the seven days in which it may decide on the appeal (KPA 132 § 1, 133)."""
    if decision.appeal_result is AppealResult.SELF_CORRECTED and decision.forward_by is not None:
        return decision.forward_by
    return deadlines.decision_due(on)


def come(on: date | None, ctx: Context) -> date:
    """Today unless another day was given; never one that is still to come."""
    if on is not None and on > ctx.today:
        raise InTheFuture(on)
    return on or ctx.today


def _once(aggregates: list[Aggregate]) -> list[Aggregate]:
    """Each aggregate once, in order."""
    return list({id(one): one for one in aggregates}.values())
