"""The history of a case, for the auditor: every event with who, when and what."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, only, page, record_reads, speech_of
from services.benefits import queries, words
from services.benefits.api import telling
from services.benefits.api.team import SEE_HISTORY, After
from services.benefits.api.views import summary
from services.benefits.commands import Commands
from services.benefits.queries import history

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/cases/{case_id}/history", dependencies=[Depends(only(*SEE_HISTORY))])
async def history_page(
    request: Request, case_id: UUID, ctx: Ctx, site: Here, service: Service, after: After = 0
) -> Response:
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, ctx.worker, "history", row["person_id"])
    speech = speech_of(request)
    names = site.directory.names()
    happened = await history.history(service.reading, case_id, after)
    return page(
        request,
        "history.html",
        case=summary(row),
        happened=happened,
        more=happened[-1].position if len(happened) == history.PAGE else None,
        names=names,
        what=lambda topic: telling.what(topic, speech),
        details=lambda values: telling.details(values, speech, names),
        words=words,
    )
