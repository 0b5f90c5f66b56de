"""Decisions on services as benefits tells them: which were issued, and which hold no more."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from osnowa_contracts import benefits
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.database import Connection
from services.service_orders.texts import SERVICES
from services.service_orders.values import GRANTING, OVERTURNING


async def project_decision(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    match fact:
        case benefits.DecisionIssued() if fact.service is not None or fact.benefit in SERVICES:
            await _issued(tx, fact, envelope)
        case benefits.AppealResolved(result=result) if result in OVERTURNING:
            await _overturned(tx, fact.decision_id, fact.on)
        case benefits.BenefitChanged(undoes=undone):
            if undone is not None:
                await _overturned(tx, undone, fact.valid_from)
            await _holds(tx, fact.decision_id)
        case benefits.BenefitLimited() | benefits.BenefitSuspended():
            await _holds(tx, fact.decision_id)
        case benefits.BenefitRevoked():
            # Told with the grant's own id where the grant was taken back.
            kind = await tx.fetchval(
                "select kind from decisions where decision_id = $1", fact.decision_id
            )
            if kind in GRANTING:
                await _overturned(tx, fact.decision_id, fact.valid_from)
            else:
                await _holds(tx, fact.decision_id)


async def _issued(tx: Connection, fact: benefits.DecisionIssued, envelope: Envelope) -> None:
    granted = fact.service
    if granted is not None and (fact.period_from is None or fact.period_to is None):
        return  # such a decision is parked by the reaction
    assert envelope.subject is not None
    await tx.execute(
        "insert into decisions (decision_id, case_id, person_id, kind, service, issued_at,"
        " first_day, last_day, hours_per_day, fee_per_hour, days, number, stops)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, decision_stops($4, $13))"
        " on conflict do nothing",
        fact.decision_id,
        fact.case_id,
        UUID(envelope.subject),
        str(fact.kind),
        granted.service if granted else fact.benefit,
        envelope.time,
        fact.period_from,
        fact.period_to,
        granted and granted.hours_per_day,
        granted and granted.fee_per_hour,
        granted and granted.days,
        fact.number,
        fact.previous_decision_id,
    )


async def _overturned(tx: Connection, decision_id: UUID, on: date) -> None:
    await tx.execute(
        "update decisions set overturned_on = coalesce(overturned_on, $2) where decision_id = $1",
        decision_id,
        on,
    )


async def _holds(tx: Connection, decision_id: UUID) -> None:
    """Perhaps again: what had taken its place was overturned."""
    await tx.execute(
        "update decisions set overturned_on = null where decision_id = $1", decision_id
    )
