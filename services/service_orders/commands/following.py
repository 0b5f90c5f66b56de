"""What a decision of benefits does to orders. Issued by reactions only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from chassis.merges import entries_of
from services.service_orders import queries
from services.service_orders.lifecycle import Action, State
from services.service_orders.order import Order
from services.service_orders.refusals import PersonDiffers
from services.service_orders.values import Basis, EndReason
from services.service_orders.values import order_id as id_of_order


class FollowingCommands:
    """An order follows the decision that it rests on; where there is none, nothing is done."""

    log: EventLog
    reading: Pool

    @command(Role.SYSTEM)
    async def follow_grant(
        self, case_id: UUID, service: str, basis: Basis, *, person_id: UUID, ctx: Context
    ) -> Receipt:
        """Places the draft that waits for it, or confirms the urgent order."""
        order = await self._latest(case_id, service, person_id, ctx)
        if order is None:
            return Receipt(id=case_id, position=0)
        if order.state is State.DRAFT:
            order.place(basis, at=ctx.now)
        elif order.decision_pending and order.may(Action.CONFIRM):
            order.confirm(basis, on=ctx.today)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def follow_change(
        self, case_id: UUID, service: str, basis: Basis, *, person_id: UUID, ctx: Context
    ) -> Receipt:
        """New hours, fee and period from the decision's first day."""
        order = await self._latest(case_id, service, person_id, ctx)
        if order is None or not order.may(Action.AMEND):
            return await self.follow_grant(case_id, service, basis, person_id=person_id, ctx=ctx)
        terms = order.placed_terms()
        valid_from = max(basis.first_day, terms.first_day)
        order.amend(terms.newest.scope, valid_from=valid_from, basis=basis)
        return await self.log.append(
            order, ctx=ctx, result={"version": order.placed_terms().newest.number}
        )

    @command(Role.SYSTEM)
    async def follow_suspension(
        self, case_id: UUID, service: str, first_day: date, *, person_id: UUID, ctx: Context
    ) -> Receipt:
        """A running service rests; one that has not begun ends."""
        order = await self._latest(case_id, service, person_id, ctx)
        if order is None:
            return Receipt(id=case_id, position=0)
        if order.may(Action.SUSPEND):
            order.suspend(first_day)
        elif order.may(Action.END):
            order.end(EndReason.REVOKED, first_day)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def follow_revocation(
        self, case_id: UUID, service: str, on: date, *, person_id: UUID, ctx: Context
    ) -> Receipt:
        order = await self._latest(case_id, service, person_id, ctx)
        if order is None:
            return Receipt(id=case_id, position=0)
        if order.may(Action.END):
            order.end(EndReason.REVOKED, on)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def follow_undoing(
        self,
        case_id: UUID,
        service: str,
        undone: UUID,
        holds: UUID,
        first_day: date,
        *,
        person_id: UUID,
        ctx: Context,
    ) -> Receipt:
        """A decision that was followed here was taken back: the one before it holds again.

        An order that had ended by it stays ended; what the client gets again is ordered anew.
        """
        order = await self._latest(case_id, service, person_id, ctx)
        if order is None:
            return Receipt(id=case_id, position=0)
        terms, basis = order.terms, await queries.basis(ctx.connection or self.reading, holds)
        if terms is not None and basis is not None and terms.newest.decision_id == undone:
            if order.may(Action.AMEND):
                valid_from = max(first_day, terms.first_day)
                order.amend(terms.newest.scope, valid_from=valid_from, basis=basis)
        elif order.suspended_by_decision and order.may(Action.RESUME):
            order.resume(max(first_day, ctx.today))
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def follow_admission(
        self, person_id: UUID, admitted_on: date, *, ctx: Context
    ) -> Receipt:
        """Who moves into a residential home needs no service at home from that day on."""
        ended: list[Order] = []
        reading = ctx.connection or self.reading
        for order_id in await queries.orders_at_home(reading, person_id):
            order = await self.log.load(Order, order_id, ctx=ctx)
            if order.may(Action.END):
                order.end(EndReason.DPS, admitted_on - timedelta(days=1))
                ended.append(order)
        if not ended:
            return Receipt(id=person_id, position=0)
        return await self.log.append(*ended, ctx=ctx)

    # --- which order -----------------------------------------------------------

    async def _attempts(self, case_id: UUID, service: str, ctx: Context) -> AsyncIterator[Order]:
        """The orders of a case for a service, oldest first; their ids follow from their number."""
        attempt = 1
        while order := await self.log.find(Order, id_of_order(case_id, service, attempt), ctx=ctx):
            yield order
            attempt += 1

    async def _latest(
        self, case_id: UUID, service: str, person_id: UUID, ctx: Context
    ) -> Order | None:
        """Raises PersonDiffers where the order was prepared for somebody else than the decision."""
        latest = None
        async for order in self._attempts(case_id, service, ctx):
            latest = order
        if latest is None or latest.person_id == person_id:
            return latest
        if latest.person_id not in await entries_of(ctx.connection or self.reading, person_id):
            raise PersonDiffers(str(case_id))
        return latest
