"""The case list and a case, as pages; beside them its acts, work, team, history, payment lists."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, page, record_reads
from services.benefits import queries, words
from services.benefits.api.views import summary
from services.benefits.commands import Commands
from services.benefits.lifecycle import STATE_PL
from services.benefits.pages import (
    acts,
    case,
    ex_officio,
    history,
    known,
    payments,
    practice,
    realised,
    team,
    work,
)

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])
for part in (work, team, history, payments, case, ex_officio, realised, known, practice, acts):
    router.include_router(part.router)

Service = Running[Commands]


@router.get("/cases")
async def cases_page(
    request: Request, ctx: Ctx, site: Here, service: Service, mine: bool = False
) -> Response:
    rows = await queries.cases(
        service.reading,
        person_id=None,
        worker=ctx.worker.id if mine else None,
        open_only=True,
    )
    await record_reads(request, ctx.worker, "cases", *{row["person_id"] for row in rows})
    return page(
        request,
        "cases.html",
        cases=[summary(row) for row in rows],
        mine=mine,
        today=ctx.today,
        benefit_titles=words.BENEFIT_PL,
        state_titles=STATE_PL,
        names=site.directory.names(),
    )
