"""Taking over cases of another system: a row a request, checked first, then imported once."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from osnowa_contracts.roles import Role
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.web import Ctx, Running, only
from services.benefits.commands import Commands
from services.benefits.commands.importing import ImportedCaseFile

router = APIRouter(
    prefix="/imports", tags=["imports"], dependencies=[Depends(only(Role.MIGRATION))]
)

Service = Running[Commands]


class Checked(BaseModel):
    """What an import of the row would do; what it refuses is answered as the refusal itself."""

    new: bool = Field(description="false where the row has been taken over already")


@router.post("/cases", status_code=201)
async def import_case(new: ImportedCaseFile, ctx: Ctx, service: Service) -> Receipt:
    """The same row again changes nothing."""
    return await service.commands.import_case(new, ctx=ctx)


@router.post("/cases/check")
async def check_case(new: ImportedCaseFile, ctx: Ctx, service: Service) -> Checked:
    return Checked(new=await service.commands.rehearse_case(new, ctx=ctx))
