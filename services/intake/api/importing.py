"""Taking over what another system kept: a row a request, checked first, then imported once."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Depends
from osnowa_contracts.roles import Role
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import Ctx, Running, only
from services.intake.commands import Commands
from services.intake.commands.inputs import ImportedHousehold, ImportedPerson

router = APIRouter(prefix="/imports", dependencies=[Depends(only(Role.MIGRATION))])

Service = Running[Commands]


class Checked(BaseModel):
    """What an import of the row would do; what it refuses is answered as the refusal itself."""

    new: bool = Field(description="false where the row has been taken over already")


class RowOut(BaseModel):
    person_id: UUID


@router.post("/persons", status_code=201)
async def import_person(new: ImportedPerson, ctx: Ctx, service: Service) -> Receipt:
    """The same row again changes nothing. 409 `DuplicateSuspected` names whom it may be."""
    return await service.commands.import_person(new, ctx=ctx)


@router.post("/persons/check")
async def check_person(new: ImportedPerson, ctx: Ctx, service: Service) -> Checked:
    return Checked(new=await service.commands.rehearse_person(new, ctx=ctx))


@router.get("/persons/{source}/{row:path}")
async def person_of_row(source: str, row: str, service: Service) -> RowOut:
    """Whom a row stands for; no more is told than the id."""
    person_id = await service.commands.person_of_row(source, row)
    if person_id is None:
        raise NotFound("row")
    return RowOut(person_id=person_id)


@router.post("/households", status_code=201)
async def import_household(new: ImportedHousehold, ctx: Ctx, service: Service) -> Receipt:
    """Its members are rows of persons that were taken over before."""
    return await service.commands.import_household(new, ctx=ctx)


@router.post("/households/check")
async def check_household(new: ImportedHousehold, ctx: Ctx, service: Service) -> Checked:
    return Checked(new=await service.commands.rehearse_household(new, ctx=ctx))
