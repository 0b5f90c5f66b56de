"""Benefits in realisation: payments, reviews, changes, end."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from chassis.event_log import Receipt
from chassis.web import ABOUT_CLIENTS, Ctx, Running
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import Draft
from services.benefits.commands.inputs import Handing, Payout, ReviewWanted, WorkFound
from services.benefits.commands.means_inputs import IncomeChanged

router = APIRouter(
    prefix="/entitlements/{entitlement_id}", tags=["realisation"], dependencies=[ABOUT_CLIENTS]
)

Service = Running[Commands]


@router.post("/payments", status_code=201)
async def execute_payment(entitlement_id: UUID, new: Payout, ctx: Ctx, service: Service) -> Receipt:
    """The payment planned for that month was made today."""
    return await service.commands.execute_payment(entitlement_id, new, ctx=ctx)


@router.post("/deliveries", status_code=201)
async def record_delivery(
    entitlement_id: UUID, new: Handing, ctx: Ctx, service: Service
) -> Receipt:
    """Help in kind or a service was given; once, or once a month for meals, nights and a flat."""
    return await service.commands.record_delivery(entitlement_id, new, ctx=ctx)


@router.post("/continuation", status_code=201)
async def calculate_continuation(
    entitlement_id: UUID, new: WorkFound, ctx: Ctx, service: Service
) -> Receipt:
    """Under a social contract the benefit goes on after work was found (ups art. 39a ust. 2)."""
    return await service.commands.calculate_continuation(entitlement_id, new, ctx=ctx)


@router.post("/income-change", status_code=201)
async def calculate_income_change(
    entitlement_id: UUID, new: IncomeChanged, ctx: Ctx, service: Service
) -> Receipt:
    """Whether a change of income alters the benefit in review, and from when (art. 106(3b))."""
    return await service.commands.calculate_income_change(entitlement_id, new, ctx=ctx)


@router.post("/review", status_code=201)
async def open_review(
    entitlement_id: UUID, new: ReviewWanted, ctx: Ctx, service: Service
) -> Receipt:
    """Opens a review and takes it up. Certificates and reports open theirs by themselves."""
    return await service.commands.open_review(entitlement_id, new, ctx=ctx)


@router.post("/review/start")
async def take_up_review(entitlement_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """You begin the review that a certificate or a report opened; the party is told."""
    return await service.commands.take_up_review(entitlement_id, ctx=ctx)


@router.post("/decisions", status_code=201)
async def draft_review_decision(
    entitlement_id: UUID, new: Draft, ctx: Ctx, service: Service
) -> Receipt:
    """A change, limitation, suspension, revocation or confirmation; only in a review."""
    return await service.commands.draft_review_decision(entitlement_id, new, ctx=ctx)


@router.post("/end")
async def end_benefit(entitlement_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.end_benefit(entitlement_id, ctx=ctx)
