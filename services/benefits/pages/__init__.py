"""The case list and a case, as pages; beside them its acts, work, team, history, payment lists."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from osnowa_contracts.wording.labels import LABELS
from starlette.responses import Response

from chassis.refusal import NotFound
from chassis.web import Ctx, Here, Running, page, record_reads
from services.benefits import queries, words
from services.benefits.api.team import SEE_HISTORY
from services.benefits.api.views import summary, whole_case
from services.benefits.commands import Commands
from services.benefits.counting import Reason
from services.benefits.lifecycle import STATE_PL
from services.benefits.pages import acts, history, payments, team, work
from services.benefits.pages.act_forms import Subject
from services.benefits.values import Question

router = APIRouter(include_in_schema=False)
for part in (work, team, history, payments, acts):
    router.include_router(part.router)

Service = Running[Commands]


@router.get("/cases")
async def cases_page(request: Request, ctx: Ctx, service: Service, mine: bool = False) -> Response:
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
    )


@router.get("/cases/{case_id}")
async def case_page(
    request: Request, case_id: UUID, ctx: Ctx, site: Here, service: Service, done: str = ""
) -> Response:
    """`done` names the act that led here."""
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    worker = ctx.worker
    await record_reads(request, worker, "case", row["person_id"])
    case = await whole_case(service.reading, row, worker.role)
    subject = Subject(case_id, case, worker, ctx.today, site)
    return page(
        request,
        "case.html",
        case=case,
        done=acts.DONE.get(done, ""),
        possible={one.id: place.links(one) for place, one in acts.around(subject)},
        sees_history=worker.role in SEE_HISTORY,
        questions=list(Question),
        words=words,
        reason_names=LABELS[Reason.__name__],
        state_titles=STATE_PL,
    )
