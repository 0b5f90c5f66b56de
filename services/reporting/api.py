"""Indicators and counts for programs. No row is about a person."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from osnowa_contracts.values import Month
from pydantic import BaseModel

from chassis.web import Running, SignedIn
from services.reporting import queries
from services.reporting.commands import Commands
from services.reporting.figures import Figure

router = APIRouter(prefix="/api", tags=["reporting"])

Service = Running[Commands]
FirstMonth = Annotated[Month | None, Query(alias="from", description="first month, 2026-02")]
LastMonth = Annotated[Month | None, Query(alias="to", description="last month, 2026-04")]


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


@router.get("/counts")
async def counts(
    _worker: SignedIn, service: Service, first: FirstMonth = None, last: LastMonth = None
) -> list[Count]:
    """How many facts of each kind there were, by month."""
    rows = await queries.counts(service.reading, first or queries.FIRST, last or queries.LAST)
    return [Count(**dict(row)) for row in rows]
