"""Legal parameters: what is in force on a day, proposals, publication by a second person."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, TypeAdapter

from chassis.event_log import Receipt
from chassis.inputs import PlausibleDay
from chassis.web import Ctx, Running, SignedIn
from services.benefits.calculation import ParameterSet
from services.benefits.commands import Commands
from services.benefits.commands.parameter_inputs import ProposalWithdrawal, ProposedSet

router = APIRouter(prefix="/parameters", tags=["parameters"])

Service = Running[Commands]
_set: TypeAdapter[ParameterSet] = TypeAdapter(ParameterSet)


class InForceOut(BaseModel):
    """The sets in force on a day, one of each kind."""

    on: date
    sets: list[dict[str, Any]] = Field(
        examples=[[{"kind": "NATIONAL", "valid_from": "2025-01-01"}]]
    )


class ProposalOut(BaseModel):
    """A proposed set and what became of it."""

    proposal_id: UUID
    proposed: dict[str, Any]
    proposed_by: str
    proposed_on: date
    state: str = Field(examples=["PROPOSED"])
    decided_by: str | None
    decided_on: date | None
    reason: str


@router.get("")
async def in_force(
    ctx: Ctx,
    service: Service,
    on: Annotated[PlausibleDay | None, Query(description="today unless told otherwise")] = None,
) -> InForceOut:
    """What holds on a day: one answer for each kind of set."""
    day = on or ctx.today
    law = await service.commands.law_on(day)
    return InForceOut(on=day, sets=[_set.dump_python(one) for one in law.all_sets()])


@router.get("/proposals")
async def proposals(_worker: SignedIn, service: Service) -> list[ProposalOut]:
    """Every proposal, the latest first."""
    found = await service.commands.proposals()
    return [ProposalOut.model_validate(_plain(one)) for one in reversed(found)]


@router.post("/proposals", status_code=201)
async def propose_parameters(new: ProposedSet, ctx: Ctx, service: Service) -> Receipt:
    """A set that changes nothing until another person publishes it."""
    return await service.commands.propose_parameters(new, ctx=ctx)


@router.post("/proposals/{proposal_id}/publication")
async def publish_parameters(proposal_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """By another person than who proposed it."""
    return await service.commands.publish_parameters(proposal_id, ctx=ctx)


@router.post("/proposals/{proposal_id}/withdrawal")
async def withdraw_proposal(
    proposal_id: UUID, new: ProposalWithdrawal, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.withdraw_proposal(proposal_id, new, ctx=ctx)


def _plain(one: Any) -> dict[str, Any]:
    found: dict[str, Any] = TypeAdapter(Any).dump_python(one)
    return found
