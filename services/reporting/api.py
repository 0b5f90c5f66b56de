"""Indicators and counts for programs. No row is about a person."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from osnowa_contracts.values import Month
from pydantic import BaseModel, BeforeValidator

from chassis.web import Running, SignedIn
from services.reporting import queries
from services.reporting.commands import Commands
from services.reporting.figures import Families, Figure

router = APIRouter(prefix="/api", tags=["reporting"])

Service = Running[Commands]
AnyMonth = Annotated[Month | None, BeforeValidator(lambda written: written or None)]
FirstMonth = Annotated[AnyMonth, Query(alias="from", description="first month, 2026-02")]
LastMonth = Annotated[AnyMonth, Query(alias="to", description="last month, 2026-04")]


class FamiliesHelped(BaseModel):
    """Families by kind of benefit, and by reason for help (ups art. 7)."""

    by_benefit: list[Families]
    by_reason: list[Families]


class Count(BaseModel):
    month: str
    kind: str
    fact: str
    number: int


@router.get("/indicators")
async def indicators(
    _worker: SignedIn, service: Service, first: FirstMonth = None, last: LastMonth = None
) -> list[Figure]:
    """Each with the facts that it was computed from, by publisher and sequence."""
    return await queries.indicators(service.reading, first or queries.FIRST, last or queries.LAST)


@router.get("/families")
async def families(
    _worker: SignedIn, service: Service, first: FirstMonth = None, last: LastMonth = None
) -> FamiliesHelped:
    """Whom decisions of these months helped; a family counts once in a row (MRiPS-03)."""
    return await families_helped(service, first, last)


async def families_helped(
    service: Service, first: Month | None, last: Month | None
) -> FamiliesHelped:
    span = (first or queries.FIRST, last or queries.LAST)
    return FamiliesHelped(
        by_benefit=await queries.families_by_benefit(service.reading, *span),
        by_reason=await queries.families_by_reason(service.reading, *span),
    )


@router.get("/counts")
async def counts(
    _worker: SignedIn, service: Service, first: FirstMonth = None, last: LastMonth = None
) -> list[Count]:
    """How many facts of each kind there were, by month."""
    rows = await queries.counts(service.reading, first or queries.FIRST, last or queries.LAST)
    return [Count(**dict(row)) for row in rows]
