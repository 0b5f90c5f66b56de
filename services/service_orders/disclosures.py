"""What leaves service orders: the order, its execution, its settlement; drafts stay at home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Any
from uuid import UUID, uuid5

from osnowa_contracts import benefits
from osnowa_contracts import service_orders as facts
from osnowa_contracts.fact import Fact, Publisher
from osnowa_contracts.intake import Address

from chassis.aggregate import DomainEvent
from chassis.disclosure import Announcement, Begin, End
from services.service_orders.contractors import Contractor
from services.service_orders.order import Order
from services.service_orders.reports import Report
from services.service_orders.supervision import Supervision
from services.service_orders.values import ClientSheet
from services.service_orders.visits import MonthOfVisits


def disclose(event: DomainEvent, aggregate: Any) -> Iterator[Announcement]:
    """The public facts of one event. `aggregate` is as it was right after it."""
    match aggregate:
        case Contractor():
            yield Announcement(_registered(aggregate), person=None)
        case Order():
            if fact := _of_order(event, aggregate) or _of_execution(event, aggregate):
                yield Announcement(fact, person=aggregate.person_id)
        case MonthOfVisits():
            if fact := _of_month(event, aggregate):
                yield Announcement(fact, person=aggregate.person_id)
        case Supervision():
            if fact := _of_supervision(event, aggregate):
                yield Announcement(fact, person=aggregate.person_id)
        case Report():
            if fact := _of_report(event, aggregate):
                yield Announcement(fact, person=aggregate.person_id)


def involve(fact: Fact, _person: UUID | None, _told_by: str) -> Iterator[Begin | End]:
    """The contractor hears of its client from order to end; the centre while the case runs."""
    match fact:
        case facts.OrderPlaced():
            yield Begin(unit=fact.contractor, reason="order", reference=fact.order_id)
            case = fact.case_id or fact.order_id
            yield Begin(Publisher.BENEFITS, reason="case", reference=case)
            yield Begin(Publisher.SOCIALWORK, reason="case", reference=case)
        case facts.OrderEnded() | facts.OrderRejected():
            yield End(reference=fact.order_id, keep_days=30)
        case benefits.CaseClosed():
            yield End(reference=fact.case_id)


def _of_order(event: DomainEvent, order: Order) -> Fact | None:
    match event:
        case Order.Placed() | Order.PlacedUrgently():
            return _placed(order)
        case Order.Confirmed():
            return facts.OrderConfirmed(
                order_id=order.id, decision_id=event.basis.decision_id, on=event.on
            )
        case Order.Amended():
            version = event.version
            return facts.OrderAmended(
                order_id=order.id,
                version=version.number,
                valid_from=version.valid_from,
                hours_per_day=version.scope.hours_per_day,
                days=version.scope.days.value,
                period_to=event.last_day,
                fee_per_hour=version.fee_per_hour,
                decision_id=version.decision_id,
            )
        case Order.ClientSheetUpdated() if order.placed_at is not None:
            return facts.ClientSheetUpdated(
                order_id=order.id,
                sheet_version=order.sheet_version,
                client_sheet=_sheet(event.sheet, order.scope.activities),
            )
        case Order.Ended() if order.placed_at is not None:
            return facts.OrderEnded(order_id=order.id, on=event.on, reason=event.reason.value)
        case Order.Evaluated():
            return facts.ServiceEvaluated(
                evaluation_id=uuid5(order.id, f"evaluation/{event.originator_version}"),
                order_id=order.id,
                on=event.on,
                result=event.result.value,
            )
    return None


def _of_execution(event: DomainEvent, order: Order) -> Fact | None:
    """What the contractor said, stated anew for all involved."""
    match event:
        case Order.Accepted():
            return facts.OrderAccepted(order_id=order.id, on=event.on, starts_on=event.starts_on)
        case Order.Rejected():
            return facts.OrderRejected(order_id=order.id, on=event.on, reason=event.reason)
        case Order.Queued():
            return facts.OrderQueued(order_id=order.id, on=event.on, expected_on=event.expected_on)
        case Order.Scheduled():
            return facts.ScheduleSet(
                order_id=order.id,
                order_version=event.schedule.order_version,
                valid_from=event.schedule.valid_from,
                slots=tuple(
                    facts.Slot(
                        weekday=slot.weekday,
                        start=time.fromisoformat(slot.start),
                        end=time.fromisoformat(slot.end),
                    )
                    for slot in event.schedule.slots
                ),
                carer_id=event.schedule.carer_id,
            )
        case Order.Started():
            return facts.ServiceStarted(order_id=order.id, on=event.on)
        case Order.Suspended():
            return facts.ServiceSuspended(
                order_id=order.id, on=event.first_day, reason=event.reason
            )
        case Order.Resumed():
            return facts.ServiceResumed(order_id=order.id, on=event.on)
        case Order.AmendmentAcknowledged():
            return facts.AmendmentAcknowledged(
                order_id=order.id, version=event.version, on=event.on
            )
    return None


def _of_supervision(event: DomainEvent, heard: Supervision) -> Fact | None:
    match event:
        case Supervision.SurveyAnswered():
            return facts.SurveyAnswered(
                survey_id=event.survey_id, order_id=heard.order_id, on=event.on, score=event.score
            )
        case Supervision.IncidentReported():
            return facts.IncidentReported(
                incident_id=event.incident_id,
                order_id=heard.order_id,
                on=event.on,
                severity=event.severity,
                kind=event.kind,
            )
    return None


def _of_month(event: DomainEvent, month: MonthOfVisits) -> Fact | None:
    match event:
        case MonthOfVisits.VisitCompleted():
            visit = event.visit
            return facts.VisitCompleted(
                visit_id=visit.visit_id,
                order_id=month.order_id,
                on=visit.on,
                minutes=visit.minutes,
                checked_in_at=visit.checked_in_at,
                checked_out_at=visit.checked_out_at,
                activities=visit.activities,
                carer_id=visit.carer_id,
            )
        case MonthOfVisits.VisitMissed():
            return facts.VisitMissed(
                visit_id=event.visit_id,
                order_id=month.order_id,
                on=event.on,
                reason=event.reason,
            )
        case MonthOfVisits.AbsenceReported() if _begins_in(month, event):
            absence = event.absence
            return facts.AbsenceReported(
                absence_id=absence.absence_id,
                order_id=month.order_id,
                absent_from=absence.first_day,
                absent_to=absence.last_day,
                reason=absence.reason,
            )
        case MonthOfVisits.Settled():
            figures = event.settlement
            return facts.OrderSettled(
                order_id=month.order_id,
                month=month.month,
                planned_units=figures.planned,
                done_units=figures.done,
                fee_per_hour=figures.fee_per_hour,
                fee_total=figures.fee,
            )
    return None


def _begins_in(month: MonthOfVisits, event: MonthOfVisits.AbsenceReported) -> bool:
    """An absence over two months is noted in both and told once."""
    return f"{event.absence.first_day:%Y-%m}" == month.month


def _of_report(event: DomainEvent, report: Report) -> Fact | None:
    match event:
        case Report.Submitted():
            figures = report.figures
            return facts.MonthlyReportSubmitted(
                report_id=report.report_id,
                contractor=report.contractor,
                month=report.month,
                order_id=report.order_id,
                planned_units=figures.planned_units,
                done_units=figures.done_units,
                orders_active=figures.orders_active,
                refusals=figures.refusals,
                incidents=figures.incidents,
                complaints=figures.complaints,
            )
        case Report.Accepted():
            return facts.MonthlyReportAccepted(
                report_id=report.report_id,
                contractor=report.contractor,
                month=report.month,
                on=event.on,
            )
    return None


def _placed(order: Order) -> facts.OrderPlaced:
    terms, basis = order.placed_terms(), order.basis
    version = terms.newest
    return facts.OrderPlaced(
        order_id=order.id,
        case_id=order.case_id,
        decision_id=basis.decision_id if basis else None,
        decision_pending=order.decision_pending,
        decision_issued_at=basis.issued_at if basis else None,
        confirm_by=order.confirm_by,
        contractor=order.contractor,
        service=order.service,
        hours_per_day=version.scope.hours_per_day,
        days=version.scope.days.value,
        period_from=terms.first_day,
        period_to=terms.last_day,
        fee_per_hour=version.fee_per_hour,
        version=version.number,
        client_sheet=_sheet(order.sheet, version.scope.activities),
    )


def _sheet(sheet: ClientSheet, activities: tuple[str, ...]) -> facts.ClientSheet:
    return facts.ClientSheet(
        given_names=sheet.given_names,
        family_name=sheet.family_name,
        birth_date=sheet.birth_date,
        address=Address(
            street=sheet.address.street,
            postal_code=sheet.address.postal_code,
            city=sheet.address.city,
        ),
        phone=sheet.phone,
        contacts=tuple(
            facts.ContactPerson(name=c.name, relation=c.relation, phone=c.phone)
            for c in sheet.contacts
        ),
        activities=activities,
        health_needs=sheet.health_needs,
        risks=sheet.risks,
        access=sheet.access,
    )


def _registered(contractor: Contractor) -> facts.ContractorRegistered:
    return facts.ContractorRegistered(
        contractor=contractor.unit,
        full_name=contractor.name,
        nip=contractor.nip,
        regon=contractor.regon,
        krs=contractor.krs,
        services=contractor.services,
    )
