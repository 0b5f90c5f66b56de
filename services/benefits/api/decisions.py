"""Decisions, from the signature to finality and realisation."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from chassis.event_log import Receipt
from chassis.web import Ctx, Running
from services.benefits.commands import Commands
from services.benefits.commands.inputs import (
    DeliveryNote,
    Issue,
    OnDay,
    Realisation,
    Resolution,
    Withdrawal,
)

router = APIRouter(prefix="/decisions/{decision_id}", tags=["decisions"])

Service = Running[Commands]


@router.post("/withdrawal")
async def withdraw_draft(decision_id: UUID, new: Withdrawal, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.withdraw_draft(decision_id, new, ctx=ctx)


@router.post("/issue")
async def issue_decision(decision_id: UUID, new: Issue, ctx: Ctx, service: Service) -> Receipt:
    """The director signs; `data.number` is the decision's number."""
    return await service.commands.issue_decision(decision_id, new, ctx=ctx)


@router.post("/delivery")
async def deliver_decision(
    decision_id: UUID, new: DeliveryNote, ctx: Ctx, service: Service
) -> Receipt:
    """From here 14 days run; an immediately enforceable change takes effect."""
    return await service.commands.deliver_decision(decision_id, new, ctx=ctx)


@router.post("/waiver")
async def waive_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The party gave up its right of appeal: final that day (KPA 127a)."""
    return await service.commands.waive_appeal(decision_id, new, ctx=ctx)


@router.post("/appeal")
async def file_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """`data.forward_by` is the day by which the board must have it."""
    return await service.commands.file_appeal(decision_id, new, ctx=ctx)


@router.post("/appeal/forwarding")
async def forward_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.forward_appeal(decision_id, new, ctx=ctx)


@router.post("/appeal/result")
async def resolve_appeal(decision_id: UUID, new: Resolution, ctx: Ctx, service: Service) -> Receipt:
    """What the office or the board made of the appeal."""
    return await service.commands.resolve_appeal(decision_id, new, ctx=ctx)


@router.post("/finality")
async def confirm_finality(decision_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """The term passed without an appeal."""
    return await service.commands.confirm_finality(decision_id, ctx=ctx)


@router.post("/realisation", status_code=201)
async def start_realisation(
    decision_id: UUID, new: Realisation, ctx: Ctx, service: Service
) -> Receipt:
    """A grant begins to be carried out; the answer's id is the entitlement's."""
    return await service.commands.start_realisation(decision_id, new, ctx=ctx)
