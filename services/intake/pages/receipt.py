"""The receipt that whoever applies takes home: what was filed, when, how, and what is missing."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Running, SignedIn, record_reads
from chassis.web.pdf import document
from services.intake import desk_words, queries, words
from services.intake.commands import Commands
from services.intake.queries import contacts as asked

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/applications/{application_id}/receipt")
async def receipt(
    request: Request, application_id: UUID, worker: SignedIn, service: Service
) -> Response:
    """PDF/UA-1, in Polish. Raises ContactProtected, NoPdfHere."""
    row = await asked.application(service.reading, application_id)
    if row is None:
        raise NotFound("application")
    contact = await service.commands.contact_for(row["contact_id"], worker)
    filed = next(one for one in contact.applications if one.application_id == application_id)
    checklist = await service.commands.documents_of(contact.id, worker)
    await record_reads(request, worker, "receipt", row["person_id"])
    return await document(
        request,
        "receipt.html",
        file=f"potwierdzenie-{filed.receipt_number.replace('/', '-')}.pdf",
        filed=filed,
        person=await queries.person(service.reading, row["person_id"]),
        missing=checklist.checked.missing if checklist and checklist.checked else (),
        worker=worker,
        words=words,
        desk_words=desk_words,
    )
