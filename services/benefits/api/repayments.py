"""What is to be paid back: the decision on it, instalments, what came back, what is waived."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from services.benefits.api.realised import RepaymentOut, repayment_out
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import (
    MoneyBack,
    MoneyGivenBack,
    RepaymentPlan,
    UndueDraft,
    Waiver,
)
from services.benefits.queries import realisation as queries

router = APIRouter(tags=["realisation"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.post("/entitlements/{entitlement_id}/undue-decisions", status_code=201)
async def draft_undue_decision(
    entitlement_id: UUID, new: UndueDraft, ctx: Ctx, service: Service
) -> Receipt:
    """What was paid and is not due, for the director to sign (ups art. 98)."""
    return await service.commands.draft_undue_decision(entitlement_id, new, ctx=ctx)


@router.get("/repayments")
async def repayments(
    request: Request,
    worker: SignedIn,
    service: Service,
    person_id: Annotated[UUID | None, Query(description="only of this person")] = None,
    case_id: Annotated[UUID | None, Query(description="only of this case")] = None,
    open_only: bool = False,
) -> list[RepaymentOut]:
    """What is to be paid back, what came back of it and what is left; at most 100."""
    rows = await queries.repayments(
        service.reading, person_id=person_id, case_id=case_id, open_only=open_only
    )
    await record_reads(request, worker, "repayments", *{row["person_id"] for row in rows})
    return [repayment_out(row) for row in rows]


@router.get("/repayments/{repayment_id}")
async def repayment(
    request: Request, repayment_id: UUID, worker: SignedIn, service: Service
) -> RepaymentOut:
    row = await queries.repayment(service.reading, repayment_id)
    if row is None:
        raise NotFound("repayment")
    await record_reads(request, worker, "repayments", row["person_id"])
    return repayment_out(row)


@router.post("/repayments/{repayment_id}/plan")
async def set_repayment_plan(
    repayment_id: UUID, new: RepaymentPlan, ctx: Ctx, service: Service
) -> Receipt:
    """Splits the rest into equal monthly instalments; a new plan replaces the one before."""
    return await service.commands.set_repayment_plan(repayment_id, new, ctx=ctx)


@router.post("/repayments/{repayment_id}/receipts", status_code=201)
async def receive_repayment(
    repayment_id: UUID, new: MoneyBack, ctx: Ctx, service: Service
) -> Receipt:
    """Money came back; `data.rest` is what is left."""
    return await service.commands.receive_repayment(repayment_id, new, ctx=ctx)


@router.post("/repayments/{repayment_id}/refund")
async def refund_repayment(
    repayment_id: UUID, new: MoneyGivenBack, ctx: Ctx, service: Service
) -> Receipt:
    """What came back and is not owed goes back to the client, once; `data.amount` is how much."""
    return await service.commands.refund_repayment(repayment_id, new, ctx=ctx)


@router.post("/repayments/{repayment_id}/waiver")
async def waive_repayment(repayment_id: UUID, new: Waiver, ctx: Ctx, service: Service) -> Receipt:
    """The director does without the rest, or a part of it (ups art. 104 ust. 4)."""
    return await service.commands.waive_repayment(repayment_id, new, ctx=ctx)
