"""Realisation: payments month by month, reviews, the end of a benefit and of its case."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.inputs import (
    Closing,
    Handing,
    Payout,
    Realisation,
    ReviewWanted,
    WorkFound,
)
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.owing import to_be_paid_back
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import Action, DecisionState, EntitlementState, require
from services.benefits.realisation.monitoring import running_months
from services.benefits.realisation.refusals import PeriodRuns
from services.benefits.realisation.values import ChangeKind
from services.benefits.refusals.appeal import LateAppealPending
from services.benefits.refusals.drafting import KindNotHere
from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.proceeding import (
    BenefitRunning,
    DecisionPending,
    DraftPending,
    NotRealised,
)
from services.benefits.values import REALISED

OVER = frozenset({DecisionState.FINAL, DecisionState.WITHDRAWN, DecisionState.OVERTURNED})


class Realising(Leading):
    """What a decision granted is paid, watched and in the end closed."""

    @command(Role.REALISATION_WORKER, Role.CARE_WORKER)
    async def start_realisation(
        self, decision_id: UUID, new: Realisation, *, ctx: Context
    ) -> Receipt:
        """Raises NotExecutable before the decision is final or immediately enforceable."""
        decision = await self._led(decision_id, ctx)
        if decision.kind not in REALISED:
            raise KindNotHere(decision.kind.value)
        decision.carry_out(on=ctx.today)
        entitlement = Entitlement.start(
            decision_id=decision.id,
            case_id=decision.case_id,
            person_id=decision.person_id,
            benefit=decision.benefit,
            terms=decision.terms,
            method=new.method,
            on=ctx.today,
            payment_day=(await self.law_on(ctx.today, ctx)).terms.payment_day,
        )
        told = {"entitlement_id": entitlement.id, "payments": len(entitlement.payments)}
        monitoring = await self._monitoring(entitlement, ctx)
        monitoring.watch(running_months(entitlement, ctx.today), on=ctx.today)
        parts = [entitlement, decision, monitoring, *to_be_paid_back(decision, entitlement, ctx)]
        return await self.log.append(*parts, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER)
    async def execute_payment(self, entitlement_id: UUID, new: Payout, *, ctx: Context) -> Receipt:
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        payment = entitlement.execute_payment(new.month, on=ctx.today)
        told = {"payment_id": payment.payment_id, "amount": payment.amount}
        return await self.log.append(entitlement, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER, Role.CARE_WORKER)
    async def record_delivery(self, entitlement_id: UUID, new: Handing, *, ctx: Context) -> Receipt:
        """Help in kind or a service was given; instead of a payment. Raises AlreadyDelivered."""
        entitlement = await self._watched(entitlement_id, ctx)
        handed = entitlement.record_delivery(
            new.quantity, new.value, new.text,
            on=new.on or ctx.today, by=ctx.worker.id, today=ctx.today,
        )  # fmt: skip
        told = {"delivery_id": handed.delivery_id, "month": handed.month}
        return await self.log.append(entitlement, ctx=ctx, result=told)

    # --- review -------------------------------------------------------------

    @command(*WORKERS)
    async def calculate_continuation(
        self, entitlement_id: UUID, new: WorkFound, *, ctx: Context
    ) -> Receipt:
        """Until when it goes on whatever the income; a decision CONTINUE says so next.

        Raises SocialContractMissing, NotUnderContract, WorkAfterTheEnd.
        """
        entitlement = await self._watched(entitlement_id, ctx)
        require(Action.CALCULATE_CONTINUATION, entitlement.state)
        if new.work_since > ctx.today:
            raise InTheFuture(new.work_since)
        await self._require_contract(entitlement.person_id, new.work_since, ctx)
        law = await self.law_on(ctx.today, ctx)
        found = entitlement.calculate_continuation(new.work_since, law=law)
        return await self.log.append(entitlement, ctx=ctx, result={"until": found.until})

    @command(*WORKERS)
    async def open_review(
        self, entitlement_id: UUID, new: ReviewWanted, *, ctx: Context
    ) -> Receipt:
        entitlement = await self._watched(entitlement_id, ctx)
        review_id = entitlement.open_review(new.trigger, None, on=ctx.today)
        entitlement.take_up_review(by=ctx.worker.id, on=ctx.today)
        return await self.log.append(entitlement, ctx=ctx, result={"review_id": review_id})

    @command(*WORKERS)
    async def take_up_review(self, entitlement_id: UUID, *, ctx: Context) -> Receipt:
        """A review that a certificate or a report opened gets its worker."""
        entitlement = await self._watched(entitlement_id, ctx)
        entitlement.take_up_review(by=ctx.worker.id, on=ctx.today)
        return await self.log.append(entitlement, ctx=ctx)

    # --- the end ------------------------------------------------------------

    @command(Role.REALISATION_WORKER, Role.CARE_WORKER)
    async def end_benefit(self, entitlement_id: UUID, *, ctx: Context) -> Receipt:
        """The period is over. Raises PaymentsOpen while something is due, PeriodRuns.

        What is still granted ends by a decision, or with the death of the client; that payments
        were cancelled ends nothing.
        """
        entitlement = await self._watched(entitlement_id, ctx)
        until = entitlement.valid_to
        open_ended = not entitlement.payments or entitlement.plan.cut_short
        if open_ended and (until is None or ctx.today <= until):
            monitoring = await self._monitoring(entitlement, ctx)
            if all(change.kind is not ChangeKind.DEATH for change in monitoring.changes):
                raise PeriodRuns(until)
        entitlement.end(on=ctx.today)
        return await self.log.append(entitlement, ctx=ctx)

    @command(*WORKERS)
    async def close_case(self, case_id: UUID, new: Closing, *, ctx: Context) -> Receipt:
        """Raises DraftPending, DecisionPending, NotRealised; BenefitRunning while one is given.

        Closing and starting the realisation never both succeed: before the start its grant waits
        for it, with the start the benefit is there, and both come with the decision in one append.
        """
        case = await self._lead(case_id, ctx)
        for decision in await self._decisions(case, ctx):
            if decision.state not in OVER:
                raise DecisionPending(decision.number) if decision.number else DraftPending
            if decision.late_appeal_pending:
                raise LateAppealPending(decision.number)
            entitlement = await self.log.find(Entitlement, decision.granted, ctx=ctx)
            if decision.to_realise:
                raise NotRealised(decision.number)
            if entitlement is not None and entitlement.state is not EntitlementState.ENDED:
                raise BenefitRunning(entitlement.benefit.value)
        case.close(new.reason, on=ctx.today)
        return await self.log.append(case, ctx=ctx)

    async def _watched(self, entitlement_id: UUID, ctx: Context) -> Entitlement:
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        await self._lead(entitlement.case_id, ctx)
        return entitlement
