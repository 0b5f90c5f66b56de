"""Events and received facts become the board of orders, their months and what waits."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from osnowa_contracts import socialwork
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from chassis.context import WARSAW
from chassis.database import Connection
from chassis.event_log import Recorded
from services.service_orders.contractors import Contractor
from services.service_orders.order import Order
from services.service_orders.projections.decided import project_decision
from services.service_orders.reports import Report
from services.service_orders.supervision import Supervision
from services.service_orders.terms import Version
from services.service_orders.visits import MonthOfVisits


async def project_event(
    tx: Connection, event: DomainEvent, aggregate: Any, recorded: Recorded
) -> None:
    match aggregate:
        case Order():
            await _order(tx, aggregate, event, recorded)
        case MonthOfVisits():
            await _month(tx, aggregate, event)
        case Report():
            await _report(tx, aggregate)
        case Supervision():
            await _supervision(tx, aggregate, event)
        case Contractor():
            await _contractor(tx, aggregate)


async def project_fact(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    if isinstance(fact, socialwork.NeedChangeReported) and envelope.subject is not None:
        await tx.execute(
            "insert into need_changes values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            fact.report_id,
            UUID(envelope.subject),
            fact.service,
            fact.proposed_hours_per_day,
            fact.valid_from,
            fact.on,
        )
        return
    await project_decision(tx, fact, envelope)


async def _order(tx: Connection, order: Order, event: DomainEvent, recorded: Recorded) -> None:
    if isinstance(event, Order.DraftPrepared):
        await tx.execute(
            "insert into orders (order_id, person_id, case_id, service, contractor, client_name,"
            " state, prepared_on, hours_per_day, days) values ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
            " $10) on conflict do nothing",
            order.id,
            order.person_id,
            order.case_id,
            order.service,
            order.contractor,
            _name(order),
            order.state.value,
            event.on,
            order.scope.hours_per_day,
            order.scope.days.value,
        )
        return
    await _order_as_it_is(tx, order)
    if isinstance(event, Order.Placed | Order.PlacedUrgently | Order.Confirmed | Order.Amended):
        await _versions(tx, order)
    if isinstance(event, Order.Ended):
        await tx.execute(
            "update orders set end_reason = $2 where order_id = $1", order.id, event.reason.value
        )
    if isinstance(event, Order.Evaluated):
        await tx.execute(
            "update orders set result = $2 where order_id = $1", order.id, event.result.value
        )
    if isinstance(event, Order.Amended):
        await tx.execute(
            "delete from need_changes where person_id = $1 and service = $2 and reported_on <= $3",
            order.person_id,
            order.service,
            recorded.occurred_at.astimezone(WARSAW).date(),
        )


async def _order_as_it_is(tx: Connection, order: Order) -> None:
    terms, basis = order.terms, order.basis
    newest = terms.newest if terms else None
    scope = newest.scope if newest else order.scope
    await tx.execute(
        "update orders set state = $2, client_name = $3, placed_at = $4, decision_id = $5,"
        " decision_issued_at = $6, confirm_by = $7, decision_pending = $8, first_day = $9,"
        " last_day = $10, version = $11, acknowledged = $12, hours_per_day = $13, days = $14,"
        " fee_per_hour = $15, started_on = $16 where order_id = $1",
        order.id,
        order.state.value,
        _name(order),
        order.placed_at,
        basis.decision_id if basis else None,
        basis.issued_at if basis else None,
        order.confirm_by,
        order.decision_pending,
        terms.first_day if terms else None,
        terms.last_day if terms else None,
        newest.number if newest else 0,
        terms.acknowledged if terms else 0,
        scope.hours_per_day,
        scope.days.value,
        newest.fee_per_hour if newest else None,
        order.started_on,
    )


async def _versions(tx: Connection, order: Order) -> None:
    versions: tuple[Version, ...] = order.terms.versions if order.terms else ()
    await tx.execute("delete from order_versions where order_id = $1", order.id)
    await tx.executemany(
        "insert into order_versions values ($1, $2, $3, $4, $5, $6)",
        [
            (order.id, v.number, v.valid_from, v.scope.hours_per_day, v.fee_per_hour, v.decision_id)
            for v in versions
        ],
    )


async def _month(tx: Connection, month: MonthOfVisits, event: DomainEvent) -> None:
    match event:
        case MonthOfVisits.VisitCompleted(visit=visit):
            await tx.execute(
                "insert into visits values ($1, $2, $3, $4, $5) on conflict do nothing",
                visit.visit_id,
                month.order_id,
                visit.on,
                visit.minutes,
                list(visit.activities),
            )
        case MonthOfVisits.Settled(settlement=figures):
            await tx.execute(
                "insert into settlements values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                " on conflict do nothing",
                month.order_id,
                month.month,
                figures.planned_days,
                figures.planned,
                figures.excused,
                figures.done,
                figures.fee_per_hour,
                figures.fee,
                event.on,
            )


async def _report(tx: Connection, report: Report) -> None:
    await tx.execute(
        "insert into reports values ($1, $2, $3, $4, $5, $6, $7, $8)"
        " on conflict (report_id) do update set state = excluded.state",
        report.report_id,
        report.contractor,
        report.month,
        report.order_id,
        report.person_id,
        report.figures.planned_units,
        report.figures.done_units,
        report.state.value,
    )


async def _supervision(tx: Connection, heard: Supervision, event: DomainEvent) -> None:
    match event:
        case Supervision.SurveyAnswered():
            await tx.execute(
                "insert into surveys values ($1, $2, $3, $4) on conflict do nothing",
                event.survey_id,
                heard.order_id,
                event.score,
                event.on,
            )
        case Supervision.AnnouncementRefused():
            await tx.execute(
                "insert into refused values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
                event.fact_id,
                heard.order_id,
                heard.person_id,
                event.fact,
                event.told_by,
                event.reason,
                event.on,
            )


async def _contractor(tx: Connection, contractor: Contractor) -> None:
    await tx.execute(
        "insert into contractors values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        contractor.unit,
        contractor.name,
        contractor.nip,
        contractor.regon,
        contractor.krs,
        list(contractor.services),
    )


def _name(order: Order) -> str:
    return f"{order.sheet.given_names} {order.sheet.family_name}"
