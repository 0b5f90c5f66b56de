"""What the unit chose where law and model leave it a choice, and the director's forms for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request
from osnowa_contracts.roles import Role
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from chassis.context import Context
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    Ctx,
    Drawing,
    FormErrors,
    Here,
    Running,
    Site,
    only,
    page,
    parse_form,
    speech_of,
)
from chassis.web.drawn import Options
from chassis.web.forms import filled
from chassis.web.language import Speech
from services.benefits.api.practice import PracticeOut
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import AssessorChoice, MarkChoice, SignerChoice
from services.benefits.pages.act_forms import called
from services.benefits.queries import practice as chosen
from services.benefits.realised_words import ASSESSOR_PL

CHOOSE = (Role.DIRECTOR,)
router = APIRouter(
    prefix="/practice", include_in_schema=False, dependencies=[Depends(only(*CHOOSE))]
)

Service = Running[Commands]


@dataclass(frozen=True)
class Choice:
    """A form of the practice; `about` says for whom it holds."""

    model: type[BaseModel]
    title: str
    about: str


CHOICES = {
    "cooperation-assessor": Choice(
        AssessorChoice, "Kto ocenia współdziałanie", "Dotyczy spraw, które zaczną się od teraz."
    ),
    "signers": Choice(
        SignerChoice,
        "Upoważnij do podpisywania",
        "Osobę upoważnia prezydent miasta na wniosek dyrektora (art. 110 ust. 8 ustawy o pomocy "
        "społecznej). Zapisz tu, kogo upoważnił.",
    ),
    "decision-mark": Choice(
        MarkChoice,
        "Znak w numerach decyzji",
        "Dotyczy decyzji, które zostaną wydane od teraz.",
    ),
}


@router.get("")
async def practice_page(request: Request, site: Here, service: Service) -> Response:
    return page(
        request,
        "practice.html",
        area="/parameters",
        practice=await _practice(site, service),
        assessors=ASSESSOR_PL,
        names=site.directory.names(),
    )


@router.get("/{name}")
async def choice_page(request: Request, name: str, site: Here, service: Service) -> Response:
    practice = await _practice(site, service)
    start = filled({"assessor": practice.assessor, "mark": practice.decision_mark})
    return _form_page(request, name, site, FormErrors(values=start))


@router.post("/{name}")
async def choose(request: Request, name: str, ctx: Ctx, site: Here, service: Service) -> Response:
    choice, form, speech = _known(name), await request.form(), speech_of(request)
    wanted = parse_form(choice.model, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await _send(service.commands, wanted, ctx, site)
            return RedirectResponse("/practice", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return _form_page(request, name, site, wanted)


async def _send(commands: Commands, wanted: Any, ctx: Context, site: Site) -> None:
    match wanted:
        case AssessorChoice():
            await commands.set_cooperation_assessor(wanted, ctx=ctx)
        case SignerChoice():
            team = site.directory.ids_at(site.unit.name, Role.BENEFITS_HEAD)
            await commands.authorise_signer(wanted, team=team, ctx=ctx)
        case MarkChoice():
            await commands.set_decision_mark(wanted, ctx=ctx)


def _form_page(request: Request, name: str, site: Site, form: FormErrors) -> Response:
    choice, speech = _known(name), speech_of(request)
    drawing = Drawing(speech, _options(site, speech), radios={"assessor"})
    form, fields = drawing.of(choice.model, form)
    return page(
        request,
        "practice_form.html",
        area="/parameters",
        status=422 if form else 200,
        choice=choice,
        fields=fields,
        form=form,
        errors=form,
    )


def _options(site: Site, speech: Speech) -> Options:
    names = site.directory.names()
    heads = site.directory.ids_at(site.unit.name, Role.BENEFITS_HEAD)
    return {
        "assessor": called(ASSESSOR_PL, speech),
        "worker_id": [(id_, names[id_]) for id_ in sorted(heads)],
    }


async def _practice(site: Site, service: Service) -> PracticeOut:
    view = await chosen(service.reading, site.unit.name)
    return PracticeOut(**view) if view else PracticeOut()


def _known(name: str) -> Choice:
    if name not in CHOICES:
        raise NotFound("choice")
    return CHOICES[name]
