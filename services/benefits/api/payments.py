"""Payments: the list of a day and its execution, the plan of a benefit, returned money."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from chassis.calendar import last_working_day_until
from chassis.context import WARSAW, Worker
from chassis.database import Reading
from chassis.event_log import Receipt
from chassis.inputs import PlausibleDay
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads, speech_of
from services.benefits.api.entitlement_views import PaymentOut
from services.benefits.api.payment_file import csv_of
from services.benefits.api.realised import (
    BenefitOut,
    DayOut,
    ListedPayment,
    ListOut,
    ListRun,
    benefit_out,
    named,
    totals,
)
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import (
    ContributionsPaid,
    ListSeen,
    PaymentAgain,
    PaymentBack,
    PaymentCancellation,
)
from services.benefits.entitlement import Entitlement
from services.benefits.queries import realisation as queries

router = APIRouter(tags=["realisation"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


@router.get("/payment-lists")
async def payment_days(ctx: Ctx, service: Service) -> list[DayOut]:
    """Days on which payments wait, and every day with payments from today on; at most 100."""
    rows = await queries.payment_days(service.reading, ctx.today)
    return [DayOut(**dict(row)) for row in rows]


@router.get("/payment-lists/{day}")
async def payment_list(
    request: Request, day: PlausibleDay, worker: SignedIn, service: Service
) -> ListOut:
    """Every payment due on that day, by name, with totals by state."""
    return await list_of_day(request, worker, service.reading, day)


@router.get("/payment-lists/{day}/csv", response_class=Response)
async def payment_list_csv(
    request: Request, day: PlausibleDay, worker: SignedIn, service: Service
) -> Response:
    """The same as a file for a spreadsheet: UTF-8 with BOM, semicolons, decimal commas."""
    found = await list_of_day(request, worker, service.reading, day)
    headers = {"Content-Disposition": f'attachment; filename="lista-wyplat-{day}.csv"'}
    content = csv_of(found, speech_of(request)).encode("utf-8-sig")
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/payment-lists/{day}/execution")
async def execute_payment_list(
    day: PlausibleDay, new: ListSeen, ctx: Ctx, service: Service
) -> Receipt:
    """Pays what waits, each once; sent again after a break, it goes on where it stopped."""
    return await service.commands.execute_payment_list(day, new, ctx=ctx)


async def list_of_day(request: Request, worker: Worker, reading: Reading, day: date) -> ListOut:
    """For programs, the page and the file alike; every look is written down."""
    rows = await queries.payments_of_day(reading, day)
    await record_reads(request, worker, "payments", *{row["person_id"] for row in rows})
    payments = [ListedPayment(**named(row)) for row in rows]
    runs = await queries.payment_lists_of(reading, day)
    return ListOut(
        day=day,
        executable_from=last_working_day_until(day),
        payments=payments,
        totals=totals(payments),
        runs=[ListRun(**dict(row)) for row in runs],
    )


# --- one benefit --------------------------------------------------------------


@router.get("/entitlements/{entitlement_id}")
async def benefit(
    request: Request,
    entitlement_id: UUID,
    worker: SignedIn,
    service: Service,
    known_on: Annotated[
        PlausibleDay | None, Query(description="as it was known on that day")
    ] = None,
) -> BenefitOut:
    """A benefit with its plan, from the log itself: now, or as of the end of a day."""
    found = await benefit_known(service.commands, entitlement_id, known_on)
    await record_reads(request, worker, "entitlement", found.person_id)
    return benefit_out(found)


async def benefit_known(
    commands: Commands, entitlement_id: UUID, known_on: date | None
) -> Entitlement:
    """For programs and the page alike. Raises NotFound, also where it had not begun by then."""
    found: Any = None
    for recorded in await commands.log.history(entitlement_id):
        if known_on is None or recorded.occurred_at.astimezone(WARSAW).date() <= known_on:
            found = recorded.event.mutate(found)
    if not isinstance(found, Entitlement):
        raise NotFound("entitlement")
    return found


@router.get("/entitlements/{entitlement_id}/payments")
async def plan_of_benefit(
    request: Request, entitlement_id: UUID, worker: SignedIn, service: Service
) -> list[PaymentOut]:
    """Every payment of the benefit, month by month; a month may have several."""
    rows = await queries.plan_of(service.reading, entitlement_id)
    await record_reads(request, worker, "payments", *{row["person_id"] for row in rows})
    return [PaymentOut(**dict(row)) for row in rows]


@router.post("/entitlements/{entitlement_id}/payments/cancellation")
async def cancel_payment(
    entitlement_id: UUID, new: PaymentCancellation, ctx: Ctx, service: Service
) -> Receipt:
    """It is not made, nor those after it if so wished; `data.count` says how many."""
    return await service.commands.cancel_payment(entitlement_id, new, ctx=ctx)


@router.post("/entitlements/{entitlement_id}/payments/{payment_id}/return")
async def return_payment(
    entitlement_id: UUID, payment_id: UUID, new: PaymentBack, ctx: Ctx, service: Service
) -> Receipt:
    """The money came back; it is owed until it is sent again."""
    return await service.commands.return_payment(entitlement_id, payment_id, new, ctx=ctx)


@router.post("/entitlements/{entitlement_id}/payments/{payment_id}/reissue", status_code=201)
async def reissue_payment(
    entitlement_id: UUID, payment_id: UUID, new: PaymentAgain, ctx: Ctx, service: Service
) -> Receipt:
    """Plans what is due of a returned or cancelled payment once more."""
    return await service.commands.reissue_payment(entitlement_id, payment_id, new, ctx=ctx)


@router.post("/entitlements/{entitlement_id}/contributions", status_code=201)
async def report_contributions(
    entitlement_id: UUID, new: ContributionsPaid, ctx: Ctx, service: Service
) -> Receipt:
    """Insurance contributions of a month were reported, each kind once."""
    return await service.commands.report_contributions(entitlement_id, new, ctx=ctx)
