"""What the service organisation does with orders: prepare, place, amend, settle, evaluate."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.calendar import Month
from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from services.service_orders.commands.contractor import ContractorCommands
from services.service_orders.commands.following import FollowingCommands
from services.service_orders.contractors import Contractor
from services.service_orders.lifecycle import State
from services.service_orders.order import Order
from services.service_orders.queries import decided
from services.service_orders.refusals import (
    ContractorRegisteredAlready,
    ContractorUnknown,
    DecisionMissing,
    NoOrganisation,
    OrderExists,
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

ORDERS = (Role.CARE_WORKER, Role.SERVICE_COORDINATOR)
OVER = (State.REJECTED, State.ENDED, State.SETTLED, State.EVALUATED)


class Commands(FollowingCommands, ContractorCommands):
    """Commands of people; those that others cause stand with their cause."""

    def __init__(self, log: EventLog, reading: Pool, organisations: Collection[str] = ()) -> None:
        self.log = log
        self.reading = reading
        self.organisations = organisations

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
        if unit not in self.organisations:
            raise NoOrganisation(unit)
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

    async def _decided(
        self, case_id: UUID, service: str, person_id: UUID, ctx: Context
    ) -> Basis | None:
        reading = ctx.connection or self.reading
        standing = await decided.standing(reading, case_id, service, person_id)
        return standing.to_be_ordered(ctx.today)

    async def _require_contractor(self, unit: str, service: str, ctx: Context) -> None:
        contractor = await self.log.find(Contractor, Contractor.create_id(unit), ctx=ctx)
        if contractor is None:
            raise ContractorUnknown(unit)
        contractor.require(service)
