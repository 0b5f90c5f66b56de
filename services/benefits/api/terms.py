"""The time of a case: halts and extensions of its term, urging complaints."""

from __future__ import annotations

import json
from uuid import UUID

from fastapi import APIRouter, Request, Response

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, SignedIn, record_reads
from chassis.web.pdf import PDF, document
from services.benefits import queries
from services.benefits.api.paper import notice_paper
from services.benefits.api.term_views import TermOut, term_out
from services.benefits.commands import Commands
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.work_inputs import (
    Extension,
    HaltWanted,
    UrgingAnswer,
    UrgingReceived,
)
from services.benefits.queries.terms import notice_of, timekeeping_of

router = APIRouter(prefix="/cases/{case_id}", tags=["terms"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/term")
async def term(request: Request, case_id: UUID, worker: SignedIn, service: Service) -> TermOut:
    """By when the decision is due, with everything that moved its term."""
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, worker, "case", row["person_id"])
    view = await timekeeping_of(service.reading, case_id)
    return term_out(view, json.loads(row["view"])["decision_due"])


@router.get("/term/notices/{number}/document", response_class=Response, responses={200: PDF})
async def notice_document(
    request: Request, case_id: UUID, number: int, worker: SignedIn, site: Here, service: Service
) -> Response:
    """The notice that the decision comes later (KPA 36), as an accessible PDF in Polish."""
    row = await queries.case(service.reading, case_id)
    told = await notice_of(service.reading, case_id, number)
    if row is None or told is None:
        raise NotFound("notice")
    await record_reads(request, worker, "notice", row["person_id"])
    shown = notice_paper(row, told, site.directory)
    return await document(request, "notice.html", file=f"{shown.name}.pdf", paper=shown)


@router.post("/term/halt")
async def halt_term(case_id: UUID, new: HaltWanted, ctx: Ctx, service: Service) -> Receipt:
    """Days of suspension, of mediation, or of a delay that is not the office's do not count."""
    return await service.commands.halt_term(case_id, new, ctx=ctx)


@router.post("/term/resumption")
async def resume_term(case_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The term runs on; `data.decision_due` is its new end."""
    return await service.commands.resume_term(case_id, new, ctx=ctx)


@router.post("/term/extension")
async def extend_deadline(case_id: UUID, new: Extension, ctx: Ctx, service: Service) -> Receipt:
    """With notice to the party: why, by when now, and that it may urge (KPA 36)."""
    return await service.commands.extend_deadline(case_id, new, ctx=ctx)


@router.post("/urging", status_code=201)
async def file_urging(case_id: UUID, new: UrgingReceived, ctx: Ctx, service: Service) -> Receipt:
    """An urging complaint came; `data.forward_by` is the day by which the board must have it."""
    return await service.commands.file_urging(case_id, new, ctx=ctx)


@router.post("/urging/forwarding")
async def forward_urging(case_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The complaint was sent to the board, with the file and the office's position."""
    return await service.commands.forward_urging(case_id, new, ctx=ctx)


@router.post("/urging/answer")
async def answer_urging(case_id: UUID, new: UrgingAnswer, ctx: Ctx, service: Service) -> Receipt:
    """What the board found; `data.decision_due` is the office's last day."""
    return await service.commands.answer_urging(case_id, new, ctx=ctx)
