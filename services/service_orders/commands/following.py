"""What a decision of benefits does to orders. Issued by reactions only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from chassis.merges import entries_of
from services.service_orders.order import Order
from services.service_orders.queries import decided as decisions
from services.service_orders.queries import orders_at_home
from services.service_orders.refusals import PersonDiffers
from services.service_orders.values import Decided, Undone
from services.service_orders.values import order_id as id_of_order


class FollowingCommands:
    """An order follows the decision that it rests on; where there is none, nothing is done."""

    log: EventLog
    reading: Pool

    @command(Role.SYSTEM)
    async def follow_decision(self, decided: Decided, *, ctx: Context) -> Receipt:
        """One that only ends a reopened proceeding changes nothing by itself: `follow_undoing`."""
        reading = ctx.connection or self.reading
        if decided.basis is None and await decisions.only_undoes(reading, decided.decision_id):
            return Receipt(id=decided.case_id, position=0)
        now, today = ctx.now, ctx.today
        return await self._by_latest(
            decided, decided.service, lambda order: order.follow(decided, at=now, on=today), ctx
        )

    @command(Role.SYSTEM)
    async def follow_undoing(self, undone: Undone, *, ctx: Context) -> Receipt:
        """Before or after it took effect. What has ended stays ended, and is ordered anew."""
        reading = ctx.connection or self.reading
        service = undone.service or await decisions.service_of(reading, undone.decision_id)
        if service is None:
            return Receipt(id=undone.case_id, position=0)
        standing = await decisions.standing(reading, undone.case_id, service, undone.person_id)
        now, today = ctx.now, ctx.today
        return await self._by_latest(
            undone, service, lambda order: order.put_right(undone, standing, at=now, on=today), ctx
        )

    @command(Role.SYSTEM)
    async def follow_admission(
        self, person_id: UUID, admitted_on: date, *, ctx: Context
    ) -> Receipt:
        """Who moves into a residential home needs no service at home from that day on."""
        reading = ctx.connection or self.reading
        orders = [
            await self.log.load(Order, order_id, ctx=ctx)
            for order_id in await orders_at_home(reading, person_id)
        ]
        if not orders:
            return Receipt(id=person_id, position=0)
        for order in orders:
            order.follow_admission(admitted_on)
        return await self.log.append(*orders, ctx=ctx)

    # --- which order -----------------------------------------------------------

    async def _by_latest(
        self, told: Decided | Undone, service: str, do: Callable[[Order], None], ctx: Context
    ) -> Receipt:
        """Does it to the last order of the case for the service, if there is one."""
        order = await self._latest(told.case_id, service, told.person_id, ctx)
        if order is None:
            return Receipt(id=told.case_id, position=0)
        do(order)
        return await self.log.append(order, ctx=ctx)

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
