"""My work: what waits for the signed-in worker, overdue first, with the term in words."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from chassis.web import ABOUT_CLIENTS, Ctx, Running, only, page, record_reads, speech_of
from services.benefits import words
from services.benefits.api import telling
from services.benefits.api.team import HAVE_WORK
from services.benefits.commands import Commands
from services.benefits.queries import work

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
DONE = {"leave_without_proceeding": "Odnotowano, że postępowania się nie wszczyna."}


@router.get("/work", dependencies=[Depends(only(*HAVE_WORK))])
async def work_page(request: Request, ctx: Ctx, service: Service, done: str = "") -> Response:
    """`done` names the act that led here."""
    waiting = await work.work_of(service.reading, ctx.worker, ctx.today)
    await record_reads(request, ctx.worker, "work", *{one.person_id for one in waiting})
    speech = speech_of(request)
    others = await work.others(service.reading, ctx.worker, ctx.today, speech.text)
    return page(
        request,
        "work.html",
        done=DONE.get(done, ""),
        alarms=[one for one in others if one.alarm],
        waiting=waiting,
        others=[one for one in others if not one.alarm],
        most=work.MOST,
        today=ctx.today,
        term=lambda due: telling.term(due, ctx.today, speech),
        title_of=lambda one: one.title(speech.text),
        words=words,
    )
