"""The indicators and the counts as tables."""

from __future__ import annotations

from fastapi import APIRouter, Request
from osnowa_contracts.codes import Benefit, Reason
from osnowa_contracts.wording.labels import LABELS
from starlette.responses import Response

from chassis.web import Running, SignedIn, page
from services.reporting import queries
from services.reporting.api import FirstMonth, LastMonth, families_helped
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


@router.get("/families")
async def families_page(
    request: Request,
    _worker: SignedIn,
    service: Service,
    first: FirstMonth = None,
    last: LastMonth = None,
) -> Response:
    helped = await families_helped(service, first, last)
    return page(
        request,
        "families.html",
        tables=(
            ("Rodziny według rodzaju świadczenia", "Świadczenie", Benefit, helped.by_benefit),
            ("Rodziny według powodu pomocy (ups art. 7)", "Powód", Reason, helped.by_reason),
        ),
        names=LABELS,
        first=first or "",
        last=last or "",
    )
