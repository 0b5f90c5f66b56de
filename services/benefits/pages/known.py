"""A benefit as the office knew it on a day: what was granted, paid and paid too much by then."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.datastructures import FormData
from starlette.responses import Response

from chassis.inputs import PlausibleDay
from chassis.refusal import NotFound
from chassis.web import Ctx, FormErrors, Running, page, parse_form, record_reads, speech_of
from chassis.web.forms import filled
from services.benefits import queries, words
from services.benefits.api.payments import benefit_known
from services.benefits.api.realised import BenefitOut, benefit_out
from services.benefits.api.views import summary
from services.benefits.commands import Commands
from services.benefits.lifecycle import STATE_PL

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


class AsOf(BaseModel):
    """Until the end of which day; empty means today."""

    on: PlausibleDay | None = Field(default=None, title="Stan na koniec dnia")


@router.get("/entitlements/{entitlement_id}/known")
async def known_page(
    request: Request, entitlement_id: UUID, ctx: Ctx, service: Service
) -> Response:
    """The day stands in the address, as the three fields of the form send it."""
    case_id = await queries.case_of_entitlement(service.reading, entitlement_id)
    row = await queries.case(service.reading, case_id) if case_id else None
    if row is None:
        raise NotFound("entitlement")
    await record_reads(request, ctx.worker, "entitlement", row["person_id"])
    speech = speech_of(request)
    asked = parse_form(AsOf, FormData(list(request.query_params.multi_items())), speech)
    wrong = asked if isinstance(asked, FormErrors) else None
    day = ctx.today if isinstance(asked, FormErrors) else asked.on or ctx.today
    return page(
        request,
        "known.html",
        status=422 if wrong else 200,
        case=summary(row),
        benefit=await _benefit(service.commands, entitlement_id, day),
        shown_day=day,
        form=wrong or FormErrors(values=filled({"on": day})),
        errors=wrong,
        month=speech.month,
        state_titles=STATE_PL,
        words=words,
    )


async def _benefit(commands: Commands, entitlement_id: UUID, day: date) -> BenefitOut | None:
    """None where it had not begun by then."""
    try:
        return benefit_out(await benefit_known(commands, entitlement_id, day))
    except NotFound:
        return None
