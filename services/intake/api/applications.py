"""Applications and their documents, for programs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from services.intake.api.contacts import OfPerson
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import DocumentsShown, NewApplication
from services.intake.documents import Document
from services.intake.queries import contacts as asked

router = APIRouter(dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


class ApplicationOut(BaseModel):
    application_id: UUID
    contact_id: UUID
    person_id: UUID
    benefit_types: list[str]
    filed_on: date
    channel: str
    receipt_number: str


class DocumentsOut(BaseModel):
    """What the catalogue of help asks for, what the client showed, and what is missing."""

    benefit_types: list[str]
    required: list[Document]
    shown: list[Document]
    missing: list[Document] = Field(description="required, and not shown yet")


@router.post("/contacts/{contact_id}/documents")
async def check_documents(
    contact_id: UUID, papers: DocumentsShown, ctx: Ctx, service: Service
) -> Receipt:
    """`data` names what the matter needs and what is missing."""
    return await service.commands.check_documents(contact_id, papers, ctx=ctx)


@router.get("/contacts/{contact_id}/documents")
async def documents(
    request: Request, contact_id: UUID, worker: SignedIn, service: Service
) -> DocumentsOut:
    """404 where nobody has checked any."""
    checklist = await service.commands.documents_of(contact_id, worker)
    if checklist is None or checklist.checked is None:
        raise NotFound("documents")
    await record_reads(request, worker, "documents", checklist.person_id)
    checked = checklist.checked
    return DocumentsOut(
        benefit_types=list(checked.benefit_types),
        required=list(checked.required),
        shown=list(checked.shown),
        missing=list(checked.missing),
    )


@router.post("/contacts/{contact_id}/applications", status_code=201)
async def register_application(
    contact_id: UUID, new: NewApplication, ctx: Ctx, service: Service
) -> Receipt:
    """`data` has the number of the receipt. Another person applies with consent only."""
    return await service.commands.register_application(contact_id, new, ctx=ctx)


@router.get("/applications")
async def applications(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[ApplicationOut]:
    """Newest first."""
    await record_reads(request, worker, "applications", person_id)
    rows = await asked.applications_of(service.reading, person_id)
    return [ApplicationOut(**dict(row)) for row in rows]
