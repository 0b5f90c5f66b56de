"""What the service organisation does with orders: prepare, place, amend, settle, evaluate."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.calendar import Month
from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from chassis.merges import entries_of
from services.service_orders import queries
from services.service_orders.commands.contractor import ContractorCommands
from services.service_orders.contractors import Contractor
from services.service_orders.lifecycle import Action, State
from services.service_orders.order import Order
from services.service_orders.refusals import (
    ContractorRegisteredAlready,
    ContractorUnknown,
    DecisionMissing,
    OrderExists,
    PersonDiffers,
)
from services.service_orders.reports import Report
from services.service_orders.settlement import Diary, deviations, planned, settle
from services.service_orders.values import (
    Basis,
    ClientSheet,
    Draft,
    EndReason,
    Provisional,
    Result,
    Scope,
)
from services.service_orders.values import order_id as id_of_order

ORDERS = (Role.CARE_WORKER, Role.SERVICE_COORDINATOR)
OVER = (State.REJECTED, State.ENDED, State.SETTLED, State.EVALUATED)


class Commands(ContractorCommands):
    """Commands of people first, then those that a decision of benefits causes."""

    def __init__(self, log: EventLog, reading: Pool) -> None:
        self.log = log
        self.reading = reading

    @command(Role.SERVICE_COORDINATOR, Role.ADMINISTRATOR)
    async def register_contractor(
        self,
        *,
        unit: str,
        name: str,
        nip: str,
        regon: str,
        krs: str | None,
        services: tuple[str, ...],
        ctx: Context,
    ) -> Receipt:
        if await self.log.find(Contractor, Contractor.create_id(unit), ctx=ctx):
            raise ContractorRegisteredAlready(unit)
        contractor = Contractor.register(
            unit=unit, name=name, nip=nip, regon=regon, krs=krs, services=services, on=ctx.today
        )
        return await self.log.append(contractor, ctx=ctx)

    @command(*ORDERS)
    async def prepare_order(
        self,
        *,
        person_id: UUID,
        case_id: UUID,
        service: str,
        contractor: str,
        sheet: ClientSheet,
        scope: Scope,
        ctx: Context,
    ) -> Receipt:
        """A draft that waits for the decision; placed at once where the decision is there."""
        await self._require_contractor(contractor, service, ctx)
        attempt = 1
        async for order in self._attempts(case_id, service, ctx):
            if order.state not in OVER:
                raise OrderExists(str(order.id))
            attempt = order.attempt + 1
        draft = Draft(person_id, case_id, service, attempt, contractor, sheet, scope)
        order = Order.prepare(draft, on=ctx.today)
        basis = await self._decided(case_id, service, person_id, ctx)
        if basis is not None:
            order.place(basis, at=ctx.now)
        return await self.log.append(order, ctx=ctx, result={"state": order.state})

    @command(*ORDERS)
    async def update_sheet(self, order_id: UUID, sheet: ClientSheet, *, ctx: Context) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.update_sheet(sheet)
        return await self.log.append(order, ctx=ctx)

    @command(*ORDERS)
    async def place_order(self, order_id: UUID, *, ctx: Context) -> Receipt:
        """For a draft whose decision came before it. Raises DecisionMissing where there is none."""
        order = await self.log.load(Order, order_id, ctx=ctx)
        basis = await self._decided(order.case_id, order.service, order.person_id, ctx)
        if basis is None:
            raise DecisionMissing
        order.place(basis, at=ctx.now)
        return await self.log.append(order, ctx=ctx)

    @command(*ORDERS)
    async def place_order_urgently(
        self, order_id: UUID, basis: Provisional, *, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.place_urgently(basis, at=ctx.now, on=ctx.today)
        return await self.log.append(order, ctx=ctx, result={"confirm_by": str(order.confirm_by)})

    @command(*ORDERS)
    async def amend_order(
        self, order_id: UUID, scope: Scope, *, valid_from: date, ctx: Context
    ) -> Receipt:
        """Other activities or days; hours and fee change by a decision only."""
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.amend(scope, valid_from=valid_from)
        return await self.log.append(
            order, ctx=ctx, result={"version": order.placed_terms().newest.number}
        )

    @command(*ORDERS)
    async def resume_service(self, order_id: UUID, on: date, *, ctx: Context) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.resume(on)
        return await self.log.append(order, ctx=ctx)

    @command(*ORDERS)
    async def end_order(
        self, order_id: UUID, reason: EndReason, on: date, *, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.end(reason, on)
        return await self.log.append(order, ctx=ctx)

    @command(*ORDERS)
    async def settle_month(self, order_id: UUID, month: Month, *, ctx: Context) -> Receipt:
        """Planned and done units and the client's fee of one month, once it is over."""
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.settle_month(month)
        visits = await self._month(order, month, ctx)
        terms = order.placed_terms()
        plan = planned(month, terms)
        figures = visits.settle(plan, on=ctx.today, over_on=min(month.last, terms.last_day))
        return await self.log.append(
            order,
            visits,
            ctx=ctx,
            result={
                "month": str(month),
                "planned": str(figures.planned),
                "done": str(figures.done),
                "fee": str(figures.fee),
            },
        )

    @command(Role.SERVICE_COORDINATOR)
    async def accept_report(self, report_id: UUID, *, ctx: Context) -> Receipt:
        report = await self.log.load(Report, report_id, ctx=ctx)
        report.accept(on=ctx.today)
        return await self.log.append(report, ctx=ctx)

    @command(Role.SERVICE_COORDINATOR)
    async def return_report(self, report_id: UUID, reason: str, *, ctx: Context) -> Receipt:
        report = await self.log.load(Report, report_id, ctx=ctx)
        report.send_back(reason, on=ctx.today)
        return await self.log.append(report, ctx=ctx)

    @command(Role.SERVICE_COORDINATOR)
    async def evaluate_service(
        self, order_id: UUID, result: Result, effects: str, *, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.evaluate(result, effects, on=ctx.today)
        return await self.log.append(order, ctx=ctx)

    # --- caused by a decision of benefits -------------------------------------

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

    # --- what is read from the streams themselves ------------------------------

    async def diary(self, order_id: UUID, month: Month, *, ctx: Context) -> Diary:
        """The month's planned and done units so far, and the diary compared with the scope."""
        order = await self.log.load(Order, order_id)
        visits = await self._month(order, month, ctx)
        plan, absent = planned(month, order.placed_terms()), visits.absent_days()
        made = visits.visits.values()
        return Diary(
            figures=visits.settlement or settle(month, plan, made, absent),
            settled=visits.settlement is not None,
            deviations=tuple(deviations(plan, made, absent, until=ctx.today)),
        )

    # --- what commands look up -------------------------------------------------

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

    async def _decided(
        self, case_id: UUID, service: str, person_id: UUID, ctx: Context
    ) -> Basis | None:
        reading = ctx.connection or self.reading
        return await queries.decision(reading, case_id, service, person_id, on=ctx.today)

    async def _require_contractor(self, unit: str, service: str, ctx: Context) -> None:
        contractor = await self.log.find(Contractor, Contractor.create_id(unit), ctx=ctx)
        if contractor is None:
            raise ContractorUnknown(unit)
        contractor.require(service)
