"""Social contracts for programs: concluded, ended, and benefits asked for out of them."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel

from chassis.event_log import Receipt
from chassis.web import Ctx, Running, SignedIn
from services.socialwork.api import seen
from services.socialwork.commands import Commands
from services.socialwork.commands.inputs import (
    ContractBenefitWanted,
    Contracting,
    ContractOver,
)
from services.socialwork.contracts import BenefitRequest, SocialContract
from services.socialwork.file import File

router = APIRouter(prefix="/api", tags=["social contracts"])

Service = Running[Commands]


class ContractsOut(BaseModel):
    """Variant, days and provisions; the text is on paper."""

    contracts: list[SocialContract]
    requests: list[BenefitRequest]


@router.get("/files/{file_id}/contracts")
async def contracts(
    request: Request, file_id: UUID, worker: SignedIn, service: Service
) -> ContractsOut:
    """The contracts with the client, and what was asked of benefits out of them."""
    await seen(request, file_id, worker, service.reading, "contracts")
    file = await service.commands.log.load(File, file_id)
    return ContractsOut(contracts=list(file.contracts), requests=list(file.requests))


@router.post("/files/{file_id}/contracts", status_code=201)
async def conclude_contract(file_id: UUID, new: Contracting, ctx: Ctx, service: Service) -> Receipt:
    """A social contract was signed (ups art. 108); `data.contract_id` is its id."""
    return await service.commands.conclude_contract(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/contracts/end")
async def end_contract(file_id: UUID, new: ContractOver, ctx: Ctx, service: Service) -> Receipt:
    """The contract is fulfilled, broken, terminated or has expired."""
    return await service.commands.end_contract(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/contracts/benefit-requests", status_code=201)
async def request_contract_benefit(
    file_id: UUID, new: ContractBenefitWanted, ctx: Ctx, service: Service
) -> Receipt:
    """Benefits is asked for a benefit out of the contract (ups art. 39a); it opens a case."""
    return await service.commands.request_contract_benefit(file_id, new, ctx=ctx)
