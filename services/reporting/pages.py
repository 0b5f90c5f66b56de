"""The indicators and the counts as tables."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.web import Running, SignedIn, page
from services.reporting import queries
from services.reporting.api import FirstMonth, LastMonth
from services.reporting.commands import Commands

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


@router.get("/indicators")
async def indicators_page(
    request: Request,
    _worker: SignedIn,
    service: Service,
    first: FirstMonth = None,
    last: LastMonth = None,
) -> Response:
    span = (first or queries.FIRST, last or queries.LAST)
    return page(
        request,
        "indicators.html",
        figures=await queries.indicators(service.reading, *span),
        counts=await queries.counts(service.reading, *span),
    )
