"""Received facts and own announcements become the partner's clients, orders and requests."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from osnowa_contracts import benefits, contractor, intake, pup, service_orders
from osnowa_contracts.access import AccessEnded
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.partner.announcement import Announcement
from services.partner.disclosures import said

STATE_AFTER: dict[type[Fact], str] = {
    contractor.OrderAccepted: "accepted",
    contractor.OrderRejected: "rejected",
    contractor.OrderQueued: "queued",
    contractor.ScheduleSet: "scheduled",
    contractor.ServiceStarted: "started",
    service_orders.ServiceSuspended: "suspended",
    service_orders.ServiceResumed: "started",
    service_orders.OrderEnded: "ended",
}
"""Where an order stands after somebody said this; the owner of the order keeps the full rules."""

KEEPS_STARTED = ("started", "suspended", "ended")
"""A schedule that is set anew does not put a running service back."""


async def project_event(
    tx: Connection, event: DomainEvent, announcement: Any, recorded: Recorded
) -> None:
    if not isinstance(event, Announcement.Announced):
        return
    fact = said(event)
    await tx.execute(
        "insert into announcements values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        announcement.id,
        fact.name(),
        event.person_id,
        json.dumps(event.data),
        recorded.occurred_at,
        recorded.actor_id,
        recorded.position,
    )
    await _follow(tx, fact)


async def project_fact(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    person_id = UUID(envelope.subject) if envelope.subject else None
    if person_id is None:
        return
    match fact:
        case AccessEnded():
            await tx.execute(
                "update persons set keep_until = $2 where person_id = $1",
                person_id,
                fact.keep_until,
            )
            return
        case service_orders.OrderPlaced():
            await _placed(tx, fact, person_id, envelope)
        case service_orders.OrderAmended():
            await _amended(tx, fact)
        case service_orders.ClientSheetUpdated():
            await tx.execute(
                "update orders set sheet = $2 where order_id = $1",
                fact.order_id,
                fact.client_sheet.model_dump_json(),
            )
        case service_orders.OrderConfirmed():
            await tx.execute(
                "update orders set decision_pending = false where order_id = $1", fact.order_id
            )
        case benefits.EvidenceRequested():
            await tx.execute(
                "insert into requests values ($1, $2, $3, $4, $5) on conflict do nothing",
                fact.request_id,
                person_id,
                envelope.publisher,
                fact.kind,
                fact.answer_by,
            )
    await _know(tx, person_id, _name(fact), envelope)
    await _follow(tx, fact)


async def _know(tx: Connection, person_id: UUID, name: str, envelope: Envelope) -> None:
    await tx.execute(
        "insert into persons values ($1, $2, $3) on conflict (person_id) do update"
        " set name = case when excluded.name = '' then persons.name else excluded.name end,"
        " keep_until = null",
        person_id,
        name,
        envelope.disclosedtime,
    )


def _name(fact: Fact) -> str:
    """The client's name where the fact tells it; otherwise nothing."""
    match fact:
        case service_orders.OrderPlaced(client_sheet=sheet) if sheet is not None:
            return f"{sheet.given_names} {sheet.family_name}"
        case service_orders.ClientSheetUpdated(client_sheet=sheet) if sheet is not None:
            return f"{sheet.given_names} {sheet.family_name}"
        case benefits.EvidenceRequested() | intake.PersonRegistered():
            return f"{fact.given_names or ''} {fact.family_name or ''}".strip()
    return ""


async def _placed(
    tx: Connection, fact: service_orders.OrderPlaced, person_id: UUID, envelope: Envelope
) -> None:
    await tx.execute(
        "insert into orders values ($1, $2, $3, $4, 'placed', $5, $6, $7, $8, $9, $10, $11, $12,"
        " $12, $13) on conflict do nothing",
        fact.order_id,
        person_id,
        envelope.publisher,
        fact.service,
        envelope.time,
        fact.decision_pending,
        fact.hours_per_day,
        fact.days,
        fact.period_from,
        fact.period_to,
        fact.fee_per_hour,
        fact.version,
        fact.client_sheet.model_dump_json(),
    )


async def _amended(tx: Connection, fact: service_orders.OrderAmended) -> None:
    await tx.execute(
        "insert into amendments values ($1, $2, $3, $4, $5) on conflict do nothing",
        fact.order_id,
        fact.version,
        fact.valid_from,
        fact.hours_per_day,
        fact.fee_per_hour,
    )
    await tx.execute(
        "update orders set version = greatest(version, $2), last_day = coalesce($3, last_day)"
        " where order_id = $1",
        fact.order_id,
        fact.version,
        fact.period_to,
    )


async def _follow(tx: Connection, fact: Fact) -> None:
    """What a fact, own or received, changes in an order or a request."""
    match fact:
        case contractor.AmendmentAcknowledged():
            await tx.execute(
                "update orders set acknowledged = greatest(acknowledged, $2) where order_id = $1",
                fact.order_id,
                fact.version,
            )
        case pup.LabourStatusReported(request_id=request_id) if request_id is not None:
            await tx.execute(
                "update requests set answered = true where request_id = $1", request_id
            )
    state = next((after for cls, after in STATE_AFTER.items() if isinstance(fact, cls)), None)
    if state is not None:
        kept = list(KEEPS_STARTED) if isinstance(fact, contractor.ScheduleSet) else []
        await tx.execute(
            "update orders set state = $2 where order_id = $1 and not state = any($3::text[])",
            getattr(fact, "order_id", None),
            state,
            kept,
        )
