"""Social work for programs: files, certificates, actions, and texts for the one who leads."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from osnowa_contracts.roles import Role
from pydantic import BaseModel, Field

from chassis.context import Worker
from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import Ctx, Here, Running, SignedIn, record_reads
from services.socialwork import queries
from services.socialwork.commands import Commands, read_texts
from services.socialwork.commands.inputs import (
    ActionDone,
    Assignment,
    Closing,
    Cooperating,
    CooperationTerms,
    Diagnosis,
    FactsSeen,
    Keeping,
    NeedSeen,
    Note,
    Opening,
    UnusedResources,
)

router = APIRouter(prefix="/api", tags=["social work"])

Service = Running[Commands]
OfPerson = Annotated[UUID, Query(description="only what belongs to this person")]


class FileOut(BaseModel):
    """A social worker's file; its texts are asked for by themselves."""

    file_id: UUID
    person_id: UUID
    given_names: str | None
    family_name: str | None
    state: str
    source: str
    opened_on: date
    worker_id: str | None
    areas: list[str]
    actions: int
    minutes: int
    closed_on: date | None
    result: str | None
    decide_since: date | None = Field(
        default=None, description="first contact took back that it directed the client here"
    )


class ReferralOut(BaseModel):
    referral_id: UUID
    file_id: UUID
    person_id: UUID
    case_id: UUID
    number: str
    purposes: list[str]
    received_on: date
    contact_by: date
    certificate_due: date
    worker_id: str | None = Field(description="whom the client is sent to, where one was named")
    handed_over_on: date | None = Field(description="since when the client has it in hand")


class CertificateOut(BaseModel):
    certificate_id: UUID
    kind: int = Field(description="4, 5 or 6")
    person_id: UUID
    issued_on: date
    answer: bool | None = Field(description="4: has unused resources; 6: cooperates")
    month: str | None
    terms_id: UUID | None
    referral_id: UUID | None
    case_id: UUID | None
    covered: list[UUID]
    known: str
    issued_by: str


class TermsOut(BaseModel):
    terms_id: UUID
    person_id: UUID
    file_id: UUID
    set_on: date
    updated: date
    case_id: UUID | None


class ExpectedOut(BaseModel):
    """A month for which certificate 6 is still to be issued."""

    person_id: UUID
    file_id: UUID
    worker_id: str | None
    name: str
    terms_id: UUID
    month: str
    due: date
    overdue: bool


class ActionOut(BaseModel):
    action_id: UUID
    type: str
    minutes: int
    place: str
    direct: bool
    done_on: date
    done_by: str


class TextOut(BaseModel):
    reference: UUID
    kind: str
    body: str
    written_by: str
    written_at: datetime


# --- files ------------------------------------------------------------------


@router.get("/files")
async def files(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[FileOut]:
    await record_reads(request, worker, "file", person_id)
    rows = await queries.files_of_person(service.reading, person_id)
    return [FileOut(**dict(row)) for row in rows]


@router.post("/files", status_code=201)
async def open_social_work(new: Opening, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.open_social_work(new, ctx=ctx)


@router.get("/files/{file_id}")
async def file(request: Request, file_id: UUID, worker: SignedIn, service: Service) -> FileOut:
    return FileOut(**await seen(request, file_id, worker, service.reading, "file"))


@router.post("/files/{file_id}/worker")
async def assign_social_worker(
    file_id: UUID, new: Assignment, ctx: Ctx, site: Here, service: Service
) -> Receipt:
    """`data.over_load` warns above 20 environments."""
    team = site.directory.ids_at(site.unit.name, Role.SOCIAL_WORKER)
    return await service.commands.assign_social_worker(file_id, new, team=team, ctx=ctx)


@router.post("/files/{file_id}/closing")
async def close_social_work(file_id: UUID, new: Closing, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.close_social_work(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/keeping")
async def keep_social_work(file_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """In spite of a corrected triage. Raises NothingToDecide."""
    return await service.commands.keep_social_work(file_id, Keeping(), ctx=ctx)


@router.get("/referrals")
async def referrals(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[ReferralOut]:
    await record_reads(request, worker, "referrals", person_id)
    rows = await queries.referrals_of(service.reading, person_id)
    return [ReferralOut(**dict(row)) for row in rows]


# --- work with the client ---------------------------------------------------


@router.get("/files/{file_id}/texts")
async def texts(
    request: Request, file_id: UUID, worker: SignedIn, service: Service
) -> list[TextOut]:
    """Notes and diagnoses, newest first; only for the social worker who leads the file."""
    row = await seen(request, file_id, worker, service.reading, "notes")
    found = await read_texts(service.reading, worker, row)
    return [TextOut(**dict(text)) for text in found]


@router.post("/files/{file_id}/diagnoses", status_code=201)
async def record_diagnosis(file_id: UUID, new: Diagnosis, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.record_diagnosis(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/notes", status_code=201)
async def write_note(file_id: UUID, new: Note, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.write_note(file_id, new, ctx=ctx)


@router.get("/files/{file_id}/actions")
async def actions(
    request: Request, file_id: UUID, worker: SignedIn, service: Service
) -> list[ActionOut]:
    await seen(request, file_id, worker, service.reading, "actions")
    rows = await queries.actions_of(service.reading, file_id)
    return [ActionOut(**dict(row)) for row in rows]


@router.post("/files/{file_id}/actions", status_code=201)
async def record_action(file_id: UUID, new: ActionDone, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.record_action(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/need-changes", status_code=201)
async def report_need_change(file_id: UUID, new: NeedSeen, ctx: Ctx, service: Service) -> Receipt:
    """From the field: the client needs more, or less, of a service."""
    return await service.commands.report_need_change(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/relevant-facts", status_code=201)
async def report_relevant_facts(
    file_id: UUID, new: FactsSeen, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.report_relevant_facts(file_id, new, ctx=ctx)


# --- certificates -----------------------------------------------------------


@router.get("/certificates")
async def certificates(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[CertificateOut]:
    """Newest first."""
    await record_reads(request, worker, "certificates", person_id)
    rows = await queries.certificates_of(service.reading, person_id)
    return [CertificateOut(**dict(row)) for row in rows]


@router.get("/terms")
async def terms(
    request: Request, person_id: OfPerson, worker: SignedIn, service: Service
) -> list[TermsOut]:
    """The cooperation terms in force: one, or none."""
    await record_reads(request, worker, "certificates", person_id)
    row = await queries.terms_of(service.reading, person_id)
    return [TermsOut(**dict(row))] if row else []


@router.get("/expected-certificates")
async def expected_certificates(
    request: Request, ctx: Ctx, service: Service, mine: bool = False
) -> list[ExpectedOut]:
    """Months of a benefit under cooperation terms that nothing is certified for yet."""
    worker_id = ctx.worker.id if mine else None
    found = await queries.expected_certificates(service.reading, ctx.today, worker_id)
    await record_reads(request, ctx.worker, "certificates", *{one.person_id for one in found})
    return [ExpectedOut(**vars(one)) for one in found]


@router.post("/files/{file_id}/certificates/4", status_code=201)
async def certify_unused_resources(
    file_id: UUID, new: UnusedResources, ctx: Ctx, service: Service
) -> Receipt:
    """Certificate 4: whether there are unused immaterial resources and capabilities."""
    return await service.commands.certify_unused_resources(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/certificates/5", status_code=201)
async def set_cooperation_terms(
    file_id: UUID, new: CooperationTerms, ctx: Ctx, service: Service
) -> Receipt:
    """Certificate 5: cooperation terms were concluded."""
    return await service.commands.set_cooperation_terms(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/certificates/5/update", status_code=201)
async def update_cooperation_terms(
    file_id: UUID, new: CooperationTerms, ctx: Ctx, service: Service
) -> Receipt:
    """Certificate 5 again: the same terms, brought up to date."""
    return await service.commands.update_cooperation_terms(file_id, new, ctx=ctx)


@router.post("/files/{file_id}/certificates/6", status_code=201)
async def certify_cooperation(
    file_id: UUID, new: Cooperating, ctx: Ctx, service: Service
) -> Receipt:
    """Certificate 6: whether the client cooperated in the month."""
    return await service.commands.certify_cooperation(file_id, new, ctx=ctx)


async def seen(
    request: Request, file_id: UUID, worker: Worker, reading: Any, what: str
) -> dict[str, Any]:
    """The file, after the look at it is written down. Raises NotFound."""
    row = await queries.file(reading, file_id)
    if row is None:
        raise NotFound("file")
    await record_reads(request, worker, what, row["person_id"])
    return dict(row)
