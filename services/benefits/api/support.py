"""Obliged persons and fees of services: agreements, receivables, what came in, claims."""

from __future__ import annotations

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from osnowa_contracts.values import Month

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from services.benefits.api.realised import FeePartOut, FeesOut, ObligedOut, named, obliged_out
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import (
    AgreementMade,
    FeeMonth,
    FeePaid,
    FeeShares,
    ObligedPersonSeen,
    PlaceAwaited,
    SituationSeen,
    StayDay,
    SupportPaid,
)
from services.benefits.queries import realisation as queries

router = APIRouter(tags=["realisation"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/obliged-persons")
async def obliged_persons(
    request: Request,
    ctx: Ctx,
    service: Service,
    person_id: Annotated[UUID | None, Query(description="towards this client")] = None,
    case_id: Annotated[UUID | None, Query(description="only of this case")] = None,
) -> list[ObligedOut]:
    """Who is obliged to support a client, what was agreed, what is missing by today."""
    rows = await queries.obliged_persons(service.reading, person_id=person_id, case_id=case_id)
    await record_reads(request, ctx.worker, "obliged", *{row["person_id"] for row in rows})
    return [obliged_out(row, ctx.today) for row in rows]


@router.post("/cases/{case_id}/obliged-persons", status_code=201)
async def register_obliged_person(
    case_id: UUID, new: ObligedPersonSeen, ctx: Ctx, service: Service
) -> Receipt:
    """The answer's id is the obliged person's."""
    return await service.commands.register_obliged_person(case_id, new, ctx=ctx)


@router.post("/obliged-persons/{obliged_id}/situation")
async def establish_situation(
    obliged_id: UUID, new: SituationSeen, ctx: Ctx, service: Service
) -> Receipt:
    """Income and household of the obliged person as of today."""
    return await service.commands.establish_situation(obliged_id, new, ctx=ctx)


@router.post("/obliged-persons/{obliged_id}/agreements", status_code=201)
async def conclude_support_agreement(
    obliged_id: UUID, new: AgreementMade, ctx: Ctx, service: Service
) -> Receipt:
    """Replaces an earlier agreement from its first day on (ups art. 103)."""
    return await service.commands.conclude_support_agreement(obliged_id, new, ctx=ctx)


@router.post("/obliged-persons/{obliged_id}/payments", status_code=201)
async def receive_support(
    obliged_id: UUID, new: SupportPaid, ctx: Ctx, service: Service
) -> Receipt:
    """Support for a month was paid or given; a part of a home's fee is paid with the fee."""
    return await service.commands.receive_support(obliged_id, new, ctx=ctx)


@router.post("/obliged-persons/{obliged_id}/claims", status_code=201)
async def prepare_maintenance_claim(obliged_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """For the court, over the months without support that no earlier claim names."""
    return await service.commands.prepare_maintenance_claim(obliged_id, ctx=ctx)


# --- fees ---------------------------------------------------------------------


@router.get("/fees")
async def fees(
    request: Request,
    worker: SignedIn,
    service: Service,
    month: Annotated[Month | None, Query(description="only of this month")] = None,
    open_only: bool = False,
) -> list[FeePartOut]:
    """Receivables of all cases, the oldest month first; at most 100."""
    rows = await queries.fee_parts(service.reading, case_id=None, month=month, open_only=open_only)
    await record_reads(request, worker, "fees", *{row["person_id"] for row in rows})
    return [FeePartOut(**named(row)) for row in rows]


@router.get("/cases/{case_id}/fees")
async def fees_of_case(
    request: Request, case_id: UUID, worker: SignedIn, service: Service
) -> FeesOut:
    """Who pays how much since when, the stay in the home, and the receivables by month."""
    row = await queries.fee_account(service.reading, case_id)
    if row is None:
        raise NotFound("fees")
    await record_reads(request, worker, "fees", row["person_id"])
    parts = await queries.fee_parts(service.reading, case_id=case_id, month=None, open_only=False)
    told = json.loads(row["view"])
    return FeesOut(case_id=case_id, parts=[FeePartOut(**named(part)) for part in parts], **told)


@router.post("/cases/{case_id}/fees/shares")
async def set_fee_shares(case_id: UUID, new: FeeShares, ctx: Ctx, service: Service) -> Receipt:
    """Resident by decision, relatives by agreement, the gmina the rest (ups art. 61)."""
    return await service.commands.set_fee_shares(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/fees/waiting")
async def await_place(case_id: UUID, new: PlaceAwaited, ctx: Ctx, service: Service) -> Receipt:
    """The home is full; the client was told by when a place is expected."""
    return await service.commands.await_place(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/fees/stay")
async def start_stay(case_id: UUID, new: StayDay, ctx: Ctx, service: Service) -> Receipt:
    """The resident was admitted; fees run from that day."""
    return await service.commands.start_stay(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/fees/stay/end")
async def end_stay(case_id: UUID, new: StayDay, ctx: Ctx, service: Service) -> Receipt:
    """The last day in the home."""
    return await service.commands.end_stay(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/fees/charges", status_code=201)
async def charge_month(case_id: UUID, new: FeeMonth, ctx: Ctx, service: Service) -> Receipt:
    """The receivable of a month that is over; the clock charges it by itself, too."""
    return await service.commands.charge_month(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/fees/payments", status_code=201)
async def receive_fee(case_id: UUID, new: FeePaid, ctx: Ctx, service: Service) -> Receipt:
    """A payer paid of a month's fee; `data.rest` is what that payer still owes of it."""
    return await service.commands.receive_fee(case_id, new, ctx=ctx)
