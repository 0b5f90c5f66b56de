"""Watching a benefit, and everything that is expected or overdue."""

from __future__ import annotations

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from services.benefits.api.realised import (
    CertificateOut,
    ExpectedOut,
    FeePartOut,
    InstalmentOwed,
    ListedPayment,
    MonitoringOut,
    RequestOut,
    named,
    obliged_out,
    repayment_out,
)
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import (
    ChangeHeard,
    RequestAnswer,
    UtilisationSeen,
)
from services.benefits.queries import realisation as queries
from services.benefits.realisation.values import Standing

router = APIRouter(tags=["realisation"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/entitlements/{entitlement_id}/monitoring")
async def monitoring_of(
    request: Request, entitlement_id: UUID, worker: SignedIn, service: Service
) -> MonitoringOut:
    """Certificates month by month, checks of its use, changes, contributions."""
    row = await queries.monitoring(service.reading, entitlement_id)
    if row is None:
        raise NotFound("monitoring")
    await record_reads(request, worker, "monitoring", row["person_id"])
    own = await queries.certificates(service.reading, None, row["case_id"])
    return MonitoringOut(
        entitlement_id=entitlement_id,
        terms_on=row["terms_on"],
        certificates=[
            CertificateOut(**named(one)) for one in own if one["entitlement_id"] == entitlement_id
        ],
        **json.loads(row["view"]),
    )


@router.post("/entitlements/{entitlement_id}/utilisation-checks", status_code=201)
async def check_utilisation(
    entitlement_id: UUID, new: UtilisationSeen, ctx: Ctx, service: Service
) -> Receipt:
    """Answers question 8; waste opens a review and cuts nothing by itself."""
    return await service.commands.check_utilisation(entitlement_id, new, ctx=ctx)


@router.post("/entitlements/{entitlement_id}/changes", status_code=201)
async def report_change(
    entitlement_id: UUID, new: ChangeHeard, ctx: Ctx, service: Service
) -> Receipt:
    """A change of the client's situation, from whomever the office has it; opens a review."""
    return await service.commands.report_change(entitlement_id, new, ctx=ctx)


@router.get("/expected")
async def expected(request: Request, ctx: Ctx, service: Service) -> ExpectedOut:
    """Certificates, instalments, support, fees and requests that are awaited or late."""
    reading, today = service.reading, ctx.today
    waiting = await queries.certificates(reading, Standing.EXPECTED, None)
    late = await queries.certificates(reading, Standing.OVERDUE, None)
    owed = await queries.instalments_owed(reading, None, today)
    too_much = await queries.repayments_to_give_back(reading)
    back = await queries.payments_returned(reading)
    obliged = await queries.obliged_persons(reading, person_id=None, case_id=None)
    fees = await queries.fee_parts(reading, case_id=None, month=None, open_only=True)
    asked = await queries.contract_requests(reading, person_id=None, open_only=True)
    support = [one for one in (obliged_out(row, today) for row in obliged) if one.arrears]
    shown = [*waiting, *late, *owed, *too_much, *back, *fees, *asked]
    seen = {row["person_id"] for row in shown} | {one.person_id for one in support}
    await record_reads(request, ctx.worker, "expected", *seen)
    return ExpectedOut(
        overdue=len(late) + len(owed) + len(back) + len(support),
        certificates=[CertificateOut(**named(row)) for row in (*late, *waiting)],
        instalments=[InstalmentOwed(**named(row)) for row in owed],
        to_give_back=[repayment_out(row) for row in too_much],
        returned_payments=[ListedPayment(**named(row)) for row in back],
        support=support,
        fees=[FeePartOut(**named(row)) for row in fees],
        contract_requests=[RequestOut(**named(row)) for row in asked],
    )


# --- requests out of a social contract ----------------------------------------


@router.get("/contract-requests")
async def contract_requests(
    request: Request,
    worker: SignedIn,
    service: Service,
    person_id: Annotated[UUID | None, Query(description="only of this person")] = None,
    open_only: bool = False,
) -> list[RequestOut]:
    """What social workers asked for (ups art. 39a), and the decisions that answer."""
    rows = await queries.contract_requests(
        service.reading, person_id=person_id, open_only=open_only
    )
    await record_reads(request, worker, "contract-requests", *{row["person_id"] for row in rows})
    return [RequestOut(**named(row)) for row in rows]


@router.post("/contract-requests/{request_id}/answer")
async def answer_contract_request(
    request_id: UUID, new: RequestAnswer, ctx: Ctx, service: Service
) -> Receipt:
    """An issued decision about the same person answers it."""
    return await service.commands.answer_contract_request(request_id, new, ctx=ctx)
