"""Decisions, from the signature to finality and realisation."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request, Response

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, SignedIn, record_reads
from chassis.web.pdf import PDF, document
from services.benefits import queries
from services.benefits.api.paper import paper
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import (
    Content,
    DeliveryNote,
    Enforceability,
    LateAppealAnswer,
    LateAppealFound,
    Remarks,
    ReopeningWanted,
    Resolution,
    Signature,
    Withdrawal,
)
from services.benefits.commands.drafts import ANY_DRAFT
from services.benefits.commands.inputs import OnDay, Realisation

router = APIRouter(
    prefix="/decisions/{decision_id}", tags=["decisions"], dependencies=[ABOUT_CLIENTS]
)

Service = Running[Commands]


@router.get("/document", response_class=Response, responses={200: PDF})
async def decision_document(
    request: Request, decision_id: UUID, worker: SignedIn, site: Here, service: Service
) -> Response:
    """The decision as an accessible PDF in Polish; a draft says that it is one."""
    row = await queries.decision(service.reading, decision_id)
    if row is None:
        raise NotFound("decision")
    await record_reads(request, worker, "decision", row["person_id"])
    shown = paper(row, site.directory)
    return await document(request, "decision.html", file=f"{shown.name}.pdf", paper=shown)


@router.post("/revision")
async def revise_draft(decision_id: UUID, new: Content, ctx: Ctx, service: Service) -> Receipt:
    """The draft is written anew, after remarks or by itself."""
    return await service.commands.revise_draft(decision_id, new, ctx=ctx)


@router.post("/return")
async def return_draft(decision_id: UUID, new: Remarks, ctx: Ctx, service: Service) -> Receipt:
    """The signer sends the draft back with remarks."""
    return await service.commands.return_draft(decision_id, new, ctx=ctx)


@router.post("/withdrawal")
async def withdraw_draft(decision_id: UUID, new: Withdrawal, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.withdraw_draft(decision_id, new, ctx=ctx)


@router.post("/issue")
async def issue_decision(
    decision_id: UUID, ctx: Ctx, service: Service, new: Signature | None = None
) -> Receipt:
    """The director signs, or whoever is authorised; `data.number` is the decision's number."""
    return await service.commands.issue_decision(decision_id, new or ANY_DRAFT, ctx=ctx)


@router.post("/delivery")
async def deliver_decision(
    decision_id: UUID, new: DeliveryNote, ctx: Ctx, service: Service
) -> Receipt:
    """From here 14 days run; an immediately enforceable change takes effect."""
    return await service.commands.deliver_decision(decision_id, new, ctx=ctx)


@router.post("/enforceability")
async def make_enforceable(
    decision_id: UUID, new: Enforceability, ctx: Ctx, service: Service
) -> Receipt:
    """It cannot wait for finality (KPA 108 § 2); a change takes effect at once."""
    return await service.commands.make_enforceable(decision_id, new, ctx=ctx)


@router.post("/waiver")
async def waive_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The party gave up its right of appeal: final that day (KPA 127a)."""
    return await service.commands.waive_appeal(decision_id, new, ctx=ctx)


@router.post("/appeal")
async def file_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """`data.forward_by` is the day by which the board must have it."""
    return await service.commands.file_appeal(decision_id, new, ctx=ctx)


@router.post("/appeal/forwarding")
async def forward_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.forward_appeal(decision_id, new, ctx=ctx)


@router.post("/appeal/result")
async def resolve_appeal(decision_id: UUID, new: Resolution, ctx: Ctx, service: Service) -> Receipt:
    """What the office or the board made of the appeal."""
    return await service.commands.resolve_appeal(decision_id, new, ctx=ctx)


@router.post("/late-appeal")
async def file_late_appeal(
    decision_id: UUID, new: LateAppealFound, ctx: Ctx, service: Service
) -> Receipt:
    """It came after the term: the decision stays final, the board answers (KPA 58, 134)."""
    return await service.commands.file_late_appeal(decision_id, new, ctx=ctx)


@router.post("/late-appeal/forwarding")
async def forward_late_appeal(decision_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.forward_late_appeal(decision_id, new, ctx=ctx)


@router.post("/late-appeal/answer")
async def answer_late_appeal(
    decision_id: UUID, new: LateAppealAnswer, ctx: Ctx, service: Service
) -> Receipt:
    """Where the term is restored the decision is appealed like any other, else it stays final."""
    return await service.commands.answer_late_appeal(decision_id, new, ctx=ctx)


@router.post("/finality")
async def confirm_finality(decision_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """The term passed without an appeal."""
    return await service.commands.confirm_finality(decision_id, ctx=ctx)


@router.post("/reopening")
async def reopen_proceeding(
    decision_id: UUID, new: ReopeningWanted, ctx: Ctx, service: Service
) -> Receipt:
    """The final decision has a defect of KPA 145; the case goes back to its assessment."""
    return await service.commands.reopen_proceeding(decision_id, new, ctx=ctx)


@router.post("/realisation", status_code=201)
async def start_realisation(
    decision_id: UUID, new: Realisation, ctx: Ctx, service: Service
) -> Receipt:
    """A grant begins to be carried out; the answer's id is the entitlement's."""
    return await service.commands.start_realisation(decision_id, new, ctx=ctx)
