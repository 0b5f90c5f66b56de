"""Contractors: who may be given an order, and how another one is registered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from osnowa_contracts.fact import Publisher
from starlette.responses import RedirectResponse, Response

from chassis.context import roles_of
from chassis.refusal import Refusal
from chassis.web import (
    Ctx,
    Drawing,
    FormErrors,
    Here,
    Running,
    SignedIn,
    Site,
    may,
    page,
    parse_form,
    speech_of,
)
from services.service_orders import queries
from services.service_orders.api.shapes import NewContractor
from services.service_orders.commands import Commands
from services.service_orders.refusals import NumberInvalid
from services.service_orders.texts import SERVICES

router = APIRouter(include_in_schema=False)

Service = Running[Commands]
MAY = [may(Commands.register_contractor)]
DONE = {"register_contractor": "Wykonawca jest zarejestrowany i może dostawać zlecenia."}
HINTS = {
    "unit": "Organizacja, która ma w mieście własny węzeł; pozostałe są już zarejestrowane",
    "nip": "10 cyfr, na przykład 122-078-13-42",
    "regon": "9 albo 14 cyfr",
    "krs": "10 cyfr, jeśli jest w rejestrze",
}


@router.get("/contractors")
async def contractors_page(
    request: Request, worker: SignedIn, service: Service, done: str = ""
) -> Response:
    """`done` names the act that led here."""
    return page(
        request,
        "contractors.html",
        contractors=await queries.contractors(service.reading),
        may_register=worker.role in roles_of(Commands.register_contractor),
        services=SERVICES,
        done=DONE.get(done, ""),
    )


@router.get("/contractors/new", dependencies=MAY)
async def contractor_form_page(request: Request, site: Here, service: Service) -> Response:
    return await _shown(request, site, service, FormErrors())


@router.post("/contractors/new", dependencies=MAY)
async def register_contractor(request: Request, ctx: Ctx, site: Here, service: Service) -> Response:
    """Back to the list, with the new one on it."""
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(NewContractor, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await service.commands.register_contractor(
                unit=wanted.unit,
                name=wanted.full_name,
                nip=wanted.nip,
                regon=wanted.regon,
                krs=wanted.krs,
                services=wanted.services,
                ctx=ctx,
            )
            return RedirectResponse("/contractors?done=register_contractor", status_code=303)
        except NumberInvalid as refusal:
            kept = FormErrors.of(refusal, form, speech)
            at_number = (replace(one, field=refusal.kind.lower()) for one in kept.errors)
            wanted = replace(kept, errors=tuple(at_number))
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _shown(request, site, service, wanted)


async def _shown(request: Request, site: Site, service: Any, form: FormErrors) -> Response:
    speech = speech_of(request)
    known = {row["unit"] for row in await queries.contractors(service.reading)}
    units = [
        (unit.name, unit.title(speech.language))
        for unit in site.directory.units.values()
        if unit.kind == Publisher.CONTRACTOR and (unit.name not in known or form)
    ]
    services = [(code, speech.text(title)) for code, title in SERVICES.items()]
    drawing = Drawing(speech, {"unit": units, "services": services}, hints=HINTS)
    form, fields = drawing.of(NewContractor, form)
    return page(
        request,
        "contractor_new.html",
        status=422 if form else 200,
        units=units,
        fields=fields,
        form=form,
        errors=form,
    )
