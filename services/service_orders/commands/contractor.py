"""What a contractor's announcements do to its orders. Issued by reactions only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.calendar import Month
from chassis.context import Context, command
from chassis.event_log import EventLog, Receipt
from services.service_orders.lifecycle import Action
from services.service_orders.order import Order
from services.service_orders.reports import Report
from services.service_orders.supervision import Supervision, supervision_id
from services.service_orders.values import Figures, Schedule
from services.service_orders.visits import Absence, MonthOfVisits, Visit


class ContractorCommands:
    """`by` is the unit that announced; every rule refuses all but the order's own contractor."""

    log: EventLog

    @command(Role.SYSTEM)
    async def accept_order(
        self, order_id: UUID, on: date, starts_on: date | None, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.accept(by=by, on=on, starts_on=starts_on)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def reject_order(
        self, order_id: UUID, on: date, reason: str, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.reject(reason, by=by, on=on)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def queue_order(
        self, order_id: UUID, on: date, expected_on: date | None, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.queue(expected_on, by=by, on=on)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def set_schedule(
        self, order_id: UUID, schedule: Schedule, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.set_schedule(schedule, by=by)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def start_service(self, order_id: UUID, on: date, *, by: str, ctx: Context) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.start(on, by=by)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def complete_visit(
        self, order_id: UUID, visit: Visit, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.visit(visit.on, by=by)
        month = await self._month(order, Month.of(visit.on), ctx)
        month.complete(visit)
        return await self.log.append(order, month, ctx=ctx)

    @command(Role.SYSTEM)
    async def miss_visit(
        self, order_id: UUID, visit_id: UUID, on: date, reason: str, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.miss_visit(on, by=by)
        month = await self._month(order, Month.of(on), ctx)
        month.miss(visit_id, on, reason)
        return await self.log.append(month, ctx=ctx)

    @command(Role.SYSTEM)
    async def report_absence(
        self, order_id: UUID, absence: Absence, *, by: str, ctx: Context
    ) -> Receipt:
        """An absence over the end of a month is noted in each month that it touches."""
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.report_absence(absence.first_day, absence.last_day, absence.reason, by=by)
        touched = [Month.of(absence.first_day)]
        while absence.last_day and touched[-1].last < absence.last_day:
            touched.append(touched[-1].next())
        months = [await self._month(order, month, ctx) for month in touched]
        for month in months:
            month.report_absence(absence)
        return await self.log.append(order, *months, ctx=ctx)

    @command(Role.SYSTEM)
    async def acknowledge_amendment(
        self, order_id: UUID, version: int, on: date, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.acknowledge(version, by=by, on=on)
        return await self.log.append(order, ctx=ctx)

    @command(Role.SYSTEM)
    async def answer_survey(
        self, order_id: UUID, survey_id: UUID, score: Decimal, on: date, *, by: str, ctx: Context
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.supervise(Action.SURVEY, by=by)
        supervision = await self._supervision(order, ctx)
        supervision.answer_survey(survey_id, score, on=on)
        return await self.log.append(supervision, ctx=ctx)

    @command(Role.SYSTEM)
    async def report_incident(
        self,
        order_id: UUID,
        incident_id: UUID,
        severity: str,
        kind: str,
        on: date,
        *,
        by: str,
        ctx: Context,
    ) -> Receipt:
        order = await self.log.load(Order, order_id, ctx=ctx)
        order.supervise(Action.REPORT_INCIDENT, by=by)
        supervision = await self._supervision(order, ctx)
        supervision.report_incident(incident_id, severity, kind, on=on)
        return await self.log.append(supervision, ctx=ctx)

    @command(Role.SYSTEM)
    async def submit_report(
        self,
        report_id: UUID,
        month: str,
        order_id: UUID | None,
        figures: Figures,
        *,
        by: str,
        ctx: Context,
    ) -> Receipt:
        """A report of one order names the client, one of all orders nobody. Once told, it stays."""
        person_id = None
        if order_id is not None:
            order = await self.log.load(Order, order_id, ctx=ctx)
            order.require_contractor(by)
            person_id = order.person_id
        known = await self.log.find(Report, report_id, ctx=ctx)
        if known is not None:
            return Receipt(id=report_id, position=0)
        report = Report(report_id, by, month, order_id, person_id, figures)
        return await self.log.append(report, ctx=ctx)

    @command(Role.SYSTEM)
    async def note_refusal(
        self, order_id: UUID, fact: str, fact_id: UUID, reason: str, *, by: str, ctx: Context
    ) -> Receipt:
        """Keeps what was announced against the rules, for the coordinator to clear up."""
        order = await self.log.load(Order, order_id, ctx=ctx)
        supervision = await self._supervision(order, ctx)
        supervision.refuse(fact, fact_id, by, reason, on=ctx.today)
        return await self.log.append(supervision, ctx=ctx)

    async def _supervision(self, order: Order, ctx: Context) -> Supervision:
        found = await self.log.find(Supervision, supervision_id(order.id), ctx=ctx)
        return found or Supervision(order.id, order.person_id)

    async def _month(self, order: Order, month: Month, ctx: Context) -> MonthOfVisits:
        id_ = MonthOfVisits.create_id(order.id, order.person_id, str(month))
        found = await self.log.find(MonthOfVisits, id_, ctx=ctx)
        return found or MonthOfVisits(order.id, order.person_id, str(month))
