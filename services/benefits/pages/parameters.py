"""Legal parameters: what is in force on a day, proposals, and publication by a second person."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, Worker, roles_of
from chassis.inputs import PlausibleDay
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    Ctx,
    Drawing,
    FormErrors,
    Running,
    may,
    page,
    parse_form,
    speech_of,
)
from chassis.web.forms import entered, without_empty_rows
from services.benefits import calculation_words as words
from services.benefits.calculation import InForce, ParameterSet
from services.benefits.commands import Commands
from services.benefits.commands.parameter_inputs import ProposalWithdrawal
from services.benefits.pages.sets_shown import (
    FORMS,
    form_values,
    options,
    shown,
    shown_proposal,
)

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


class AsOf(BaseModel):
    on: PlausibleDay | None = Field(default=None, title="Pokaż parametry z dnia")


@router.get("/parameters")
async def parameters(request: Request, ctx: Ctx, service: Service) -> Response:
    """As of a day, today unless told."""
    asked = parse_form(AsOf, FormData(request.query_params), speech_of(request))
    if isinstance(asked, FormErrors):
        return await _book_page(request, ctx, service, ctx.today, asked)
    return await _book_page(request, ctx, service, asked.on or ctx.today, FormErrors())


@router.get("/parameters/{kind}/proposal", dependencies=[may(Commands.propose_parameters)])
async def proposal_form(request: Request, kind: str, ctx: Ctx, service: Service) -> Response:
    """The form begins with what is in force today; its day and source are the proposer's."""
    model = _form_of(kind)
    law = await service.commands.law_on(ctx.today)
    start = next((one for one in law.all_sets() if one.kind == kind), None)
    values = {
        name: value
        for name, value in (form_values(start) if start is not None else {}).items()
        if not name.startswith(("valid_from", "source"))
    }
    return _proposal_page(request, model, FormErrors(values={**values, "kind": [kind]}))


@router.post("/parameters/{kind}/proposal", dependencies=[may(Commands.propose_parameters)])
async def propose(request: Request, kind: str, ctx: Ctx, service: Service) -> Response:
    model, form, speech = _form_of(kind), await request.form(), speech_of(request)
    if one_more := form.get("one_more"):
        kept = FormErrors(values=entered(without_empty_rows(model, form)))
        return _proposal_page(request, model, kept, one_more=str(one_more))
    wanted: Any = parse_form(model, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await service.commands.propose_parameters(wanted, ctx=ctx)
            return RedirectResponse("/parameters#proposals", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return _proposal_page(request, model, wanted)


@router.post(
    "/parameters/proposals/{proposal_id}/publication",
    dependencies=[may(Commands.publish_parameters)],
)
async def publish(request: Request, proposal_id: UUID, ctx: Ctx, service: Service) -> Response:
    try:
        await service.commands.publish_parameters(proposal_id, ctx=ctx)
    except Refusal as refusal:
        wrong = FormErrors.of(refusal, await request.form(), speech_of(request))
        return await _book_page(request, ctx, service, ctx.today, wrong)
    return RedirectResponse("/parameters#proposals", status_code=303)


@router.post(
    "/parameters/proposals/{proposal_id}/withdrawal",
    dependencies=[may(Commands.withdraw_proposal)],
)
async def withdraw(request: Request, proposal_id: UUID, ctx: Ctx, service: Service) -> Response:
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(ProposalWithdrawal, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await service.commands.withdraw_proposal(proposal_id, wanted, ctx=ctx)
            return RedirectResponse("/parameters#proposals", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _book_page(request, ctx, service, ctx.today, wanted)


# --- pages ------------------------------------------------------------------


async def _book_page(
    request: Request, ctx: Context, service: Service, day: date, form: FormErrors
) -> Response:
    speech = speech_of(request)
    law = await service.commands.law_on(day)
    proposals = reversed(await service.commands.proposals())
    return page(
        request,
        "parameters.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        day_shown=day,
        titles=words.SET_PL,
        in_force=[shown(one, speech) for one in law.all_sets()],
        history=[(one.kind, one.valid_from, one.source) for one in _latest_first(law)],
        proposals=[shown_proposal(one, law, speech) for one in proposals],
        may=_may(ctx.worker),
        kinds=list(FORMS),
    )


def _proposal_page(
    request: Request, model: type[BaseModel], form: FormErrors, *, one_more: str = ""
) -> Response:
    speech = speech_of(request)
    form, fields = Drawing(speech, options(speech), one_more=one_more).of(model, form)
    return page(
        request,
        "proposal.html",
        status=422 if form else 200,
        form=form,
        errors=form,
        fields=fields,
        kind=form.value("kind"),
        titles=words.SET_PL,
    )


def _may(worker: Worker) -> dict[str, bool]:
    """Which buttons this reader has."""
    return {
        "propose": worker.role in roles_of(Commands.propose_parameters),
        "publish": worker.role in roles_of(Commands.publish_parameters),
        "withdraw": worker.role in roles_of(Commands.withdraw_proposal),
        "choose": worker.role in roles_of(Commands.set_decision_mark),
    }


def _form_of(kind: str) -> type[BaseModel]:
    if kind not in FORMS:
        raise NotFound("parameters")
    return FORMS[kind]


def _latest_first(law: InForce) -> list[ParameterSet]:
    kinds = list(FORMS)
    return sorted(law.sets, key=lambda one: (kinds.index(one.kind), -one.valid_from.toordinal()))
