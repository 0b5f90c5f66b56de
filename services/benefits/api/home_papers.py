"""On the way into a residential home: consent, resident sheet, and the papers that they make."""

from __future__ import annotations

import json
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from chassis.web.pdf import PDF, document
from services.benefits import queries
from services.benefits.commands import Commands
from services.benefits.commands.home_inputs import ConsentGiven, SheetWritten
from services.benefits.polish import day
from services.benefits.queries import realisation
from services.benefits.queries.names import full_name
from services.benefits.realisation.fees import Waiting
from services.benefits.resident import ResidentSheet

router = APIRouter(
    prefix="/cases/{case_id}", tags=["residential home"], dependencies=[ABOUT_CLIENTS]
)

Service = Running[Commands]
_SHEET: TypeAdapter[ResidentSheet] = TypeAdapter(ResidentSheet)
_WAITING: TypeAdapter[Waiting] = TypeAdapter(Waiting)


@router.post("/home-consent", status_code=201)
async def record_home_consent(
    case_id: UUID, new: ConsentGiven, ctx: Ctx, service: Service
) -> Receipt:
    """Whether the person agrees to live in a home, or a court rules so (ups art. 54, 55)."""
    return await service.commands.record_home_consent(case_id, new, ctx=ctx)


@router.post("/resident-sheet", status_code=201)
async def write_resident_sheet(
    case_id: UUID, new: SheetWritten, ctx: Ctx, service: Service
) -> Receipt:
    """What the home must know on the first day; `data.version` counts the sheets of the case."""
    return await service.commands.write_resident_sheet(case_id, new, ctx=ctx)


@router.get("/resident-sheet")
async def resident_sheet(
    request: Request, case_id: UUID, worker: SignedIn, service: Service
) -> ResidentSheet:
    """The latest sheet, as it goes with the placement decision."""
    return await _sheet(request, case_id, worker, service)


@router.get("/resident-sheet/document", response_class=Response, responses={200: PDF})
async def resident_sheet_document(
    request: Request, case_id: UUID, worker: SignedIn, service: Service
) -> Response:
    """The latest sheet as an accessible PDF in Polish."""
    sheet = await _sheet(request, case_id, worker, service)
    return await document(
        request, "resident_sheet.html", file="karta-mieszkanca.pdf", sheet=sheet, day=day
    )


@router.get("/fees/waiting/document", response_class=Response, responses={200: PDF})
async def waiting_document(
    request: Request, case_id: UUID, worker: SignedIn, service: Service
) -> Response:
    """The notice that the home is full, and by when a place is expected (ups art. 59)."""
    row = await queries.case(service.reading, case_id)
    account = await realisation.fee_account(service.reading, case_id)
    told = json.loads(account["view"])["waiting"] if account else None
    if row is None or told is None:
        raise NotFound("waiting")
    await record_reads(request, worker, "fees", row["person_id"])
    decisions = await queries.views_of(service.reading, "decisions", case_id)
    homes = [one["terms"]["home"] for one in decisions if one["kind"] == "REFERRAL"]
    return await document(
        request,
        "waiting_notice.html",
        file="zawiadomienie-o-oczekiwaniu.pdf",
        waiting=_WAITING.validate_python(told),
        party=full_name(row),
        home=homes[-1] if homes else "",
        day=day,
    )


async def _sheet(
    request: Request, case_id: UUID, worker: SignedIn, service: Service
) -> ResidentSheet:
    row = await queries.case(service.reading, case_id)
    stored = json.loads(row["view"]).get("sheet") if row is not None else None
    if stored is None:
        raise NotFound("resident sheet")
    await record_reads(request, worker, "resident sheet", row["person_id"])
    return _SHEET.validate_python(stored)
