"""Payments: the list of a day, what is cancelled or came back, contributions, longer plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.calendar import last_working_day_until
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.owing import Owing
from services.benefits.commands.realisation_inputs import (
    ContributionsPaid,
    ListSeen,
    PaymentAgain,
    PaymentBack,
    PaymentCancellation,
)
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import Action, require
from services.benefits.payments import NOTHING, next_payment_day
from services.benefits.queries import realisation as queries
from services.benefits.realisation.monitoring import Contribution
from services.benefits.realisation.payment_list import (
    Entry,
    Outcome,
    PaymentList,
    Sheet,
    payment_list_id_for,
)
from services.benefits.realisation.refusals import ListTooEarly
from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.payments import AlreadyPaid, PaymentCancelled, PaymentStopped

NOT_MADE = (AlreadyPaid, PaymentStopped, PaymentCancelled)


class Paying(Owing):
    """Money leaves once, whatever is repeated, runs twice or breaks off in between."""

    @command(Role.REALISATION_WORKER)
    async def execute_payment_list(self, day: date, new: ListSeen, *, ctx: Context) -> Receipt:
        """Pays what waits for that day, if it is what the cashier saw.

        Each payment is appended by itself; a list that broke off is gone on with by whoever sends
        the command again. What was stopped or cancelled meanwhile is left out, and told. Raises
        ListChanged, ListTooEarly, NothingToPay.
        """
        earliest = last_working_day_until(day)
        if ctx.today < earliest:
            raise ListTooEarly(day, earliest)
        sheet = await self._drawn_up(day, new, ctx)
        paid = [entry for entry in sheet.entries if await self._paid(entry, sheet.list_id, ctx)]
        total = sum((entry.amount for entry in paid), NOTHING)
        outcome = Outcome(len(paid), total, len(sheet.entries) - len(paid))
        payment_list = await self.log.load(PaymentList, payment_list_id_for(day), ctx=ctx)
        payment_list.close(sheet.list_id, outcome, by=ctx.worker.id, on=ctx.today)
        told = {"list_id": sheet.list_id, **_told(outcome)}
        return await self.log.append(payment_list, ctx=ctx, result=told)

    async def _drawn_up(self, day: date, new: ListSeen, ctx: Context) -> Sheet:
        payment_list = await self.log.find(PaymentList, payment_list_id_for(day), ctx=ctx)
        if payment_list is None:
            payment_list = PaymentList(day)
        rows = await queries.payments_waiting(self.reading, day)
        entries = [Entry(r["entitlement_id"], r["payment_id"], r["amount"]) for r in rows]
        sheet = payment_list.draw_up(entries, new.count, new.total, by=ctx.worker.id, on=ctx.today)
        await self.log.append(payment_list, ctx=_unkeyed(ctx))
        return sheet

    async def _paid(self, entry: Entry, list_id: UUID, ctx: Context) -> bool:
        """Whether this list paid it, now or before it broke off."""
        step = _unkeyed(ctx)

        async def pay() -> Receipt:
            entitlement = await self.log.load(Entitlement, entry.entitlement_id, ctx=step)
            if entitlement.plan.find(entry.payment_id).amount != entry.amount:
                raise PaymentStopped(entitlement.plan.find(entry.payment_id).month)
            entitlement.execute_payment(entry.payment_id, on=ctx.today, list_id=list_id)
            return await self.log.append(entitlement, ctx=step)

        try:
            await self.log.once(pay, ctx=step)
        except NOT_MADE:
            entitlement = await self.log.load(Entitlement, entry.entitlement_id, ctx=step)
            return entitlement.plan.find(entry.payment_id).list_id == list_id
        return True

    @command(Role.REALISATION_WORKER)
    async def cancel_payment(
        self, entitlement_id: UUID, new: PaymentCancellation, *, ctx: Context
    ) -> Receipt:
        """It is never made, by a list or by hand; `data` says how many. Raises AlreadyPaid,
        PaymentStopped, PaymentCancelled."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        cancelled = entitlement.cancel_payment(
            new.payment_id, new.reason, new.text,
            and_later=new.and_later, by=ctx.worker.id, on=ctx.today,
        )  # fmt: skip
        total = sum((one.amount for one in cancelled), NOTHING)
        told = {"count": len(cancelled), "total": total}
        claims = await self._claims_adjusted(entitlement, ctx)
        return await self.log.append(entitlement, *claims, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER)
    async def return_payment(
        self, entitlement_id: UUID, payment_id: UUID, new: PaymentBack, *, ctx: Context
    ) -> Receipt:
        """The bank or the post sent the money back. Raises NotPaid."""
        on = new.on or ctx.today
        if on > ctx.today:
            raise InTheFuture(on)
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        back = entitlement.return_payment(payment_id, new.reason, on=on)
        claims = await self._claims_adjusted(entitlement, ctx)
        told = {"amount": back.amount}
        return await self.log.append(entitlement, *claims, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER)
    async def reissue_payment(
        self, entitlement_id: UUID, payment_id: UUID, new: PaymentAgain, *, ctx: Context
    ) -> Receipt:
        """What is due of it now is planned once more, as `data` tells. Raises NotReturned."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        due_on = new.due_on or next_payment_day(ctx.today, entitlement.plan.payment_day)
        again = entitlement.reissue_payment(payment_id, due_on, new.method)
        told = {"payment_id": again.payment_id, "amount": again.amount, "due_on": again.due_on}
        claims = await self._claims_adjusted(entitlement, ctx)
        return await self.log.append(entitlement, *claims, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER)
    async def report_contributions(
        self, entitlement_id: UUID, new: ContributionsPaid, *, ctx: Context
    ) -> Receipt:
        """Raises AlreadyReported, MonthNotCovered."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        require(Action.REPORT_CONTRIBUTIONS, entitlement.state)
        monitoring = await self._monitoring(entitlement, ctx)
        monitoring.report_contributions(
            Contribution(new.kind, new.month, new.base, new.amount, ctx.today)
        )
        return await self.log.append(monitoring, ctx=ctx)

    @command(Role.SYSTEM)
    async def extend_plan(self, entitlement_id: UUID, *, ctx: Context) -> Receipt:
        """The months to come of a benefit without an end. Raises PlanLongEnough."""
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        entitlement.extend_plan(on=ctx.today)
        return await self.log.append(entitlement, ctx=ctx)


def _unkeyed(ctx: Context) -> Context:
    """A step on the way: the state of list and payment keeps it from happening twice, no key."""
    return replace(ctx, idempotency_key=None)


def _told(outcome: Outcome) -> dict[str, Any]:
    return {"count": outcome.count, "total": outcome.total, "left_out": outcome.left_out}
