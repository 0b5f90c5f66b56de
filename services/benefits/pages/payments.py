"""The payment list of a day: sums, the file, execution, and money that came back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from osnowa_contracts.wording.labels import label
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker, roles_of
from chassis.inputs import PlausibleDay
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    ABOUT_CLIENTS,
    Ctx,
    FormErrors,
    Running,
    SignedIn,
    may,
    page,
    parse_form,
    speech_of,
)
from services.benefits import words
from services.benefits.api.payments import list_of_day
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import ListSeen, PaymentAgain, PaymentBack
from services.benefits.payments import PaymentState, ReturnReason
from services.benefits.queries import realisation as queries

router = APIRouter(include_in_schema=False, dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]

LISTS = "/payment-lists"
RETURN = "/payment-lists/{day}/returns/{entitlement_id}/{payment_id}"


@router.get(LISTS)
async def payment_days_page(request: Request, ctx: Ctx, service: Service) -> Response:
    rows = await queries.payment_days(service.reading, ctx.today)
    return page(request, "payment_days.html", days=rows, today=ctx.today)


@router.get("/payment-lists/{day}")
async def payment_list_page(
    request: Request, day: PlausibleDay, ctx: Ctx, service: Service
) -> Response:
    return await _list_page(request, day, ctx.worker, ctx.today, service, FormErrors())


@router.post("/payment-lists/{day}/execution", dependencies=[may(Commands.execute_payment_list)])
async def execute_payment_list(
    request: Request, day: PlausibleDay, ctx: Ctx, service: Service
) -> Response:
    form, speech = await request.form(), speech_of(request)
    seen = parse_form(ListSeen, form, speech)
    if not isinstance(seen, FormErrors):
        try:
            await service.commands.execute_payment_list(day, seen, ctx=ctx)
            return RedirectResponse(f"{LISTS}/{day}", status_code=303)
        except Refusal as refusal:
            seen = FormErrors.of(refusal, form, speech)
    return await _list_page(request, day, ctx.worker, ctx.today, service, seen)


async def _list_page(
    request: Request, day: date, worker: Worker, today: date, service: Service, errors: FormErrors
) -> Response:
    found = await list_of_day(request, worker, service.reading, day)
    waiting = found.totals.get(PaymentState.PLANNED)
    may_pay = worker.role in roles_of(Commands.execute_payment_list)
    return page(
        request,
        "payment_list.html",
        status=422 if errors else 200,
        list=found,
        waiting=waiting,
        states=[state for state in PaymentState if state in found.totals],
        may_pay=may_pay,
        may_execute=may_pay and waiting is not None and today >= found.executable_from,
        words=words,
        why_cancelled=lambda code: label("CancelReason", code, speech_of(request).language),
        month=speech_of(request).month,
        errors=errors,
    )


# --- money that came back ------------------------------------------------------


@router.get(RETURN, dependencies=[may(Commands.return_payment)])
async def return_page(
    request: Request,
    day: PlausibleDay,
    payment_id: UUID,
    worker: SignedIn,
    service: Service,
) -> Response:
    return await _return_page(request, day, payment_id, worker, service, FormErrors())


@router.post(RETURN, dependencies=[may(Commands.return_payment)])
async def return_payment(
    request: Request,
    day: PlausibleDay,
    entitlement_id: UUID,
    payment_id: UUID,
    ctx: Ctx,
    service: Service,
) -> Response:
    form, speech = await request.form(), speech_of(request)
    back = parse_form(PaymentBack, form, speech)
    if not isinstance(back, FormErrors):
        try:
            await service.commands.return_payment(entitlement_id, payment_id, back, ctx=ctx)
            return RedirectResponse(f"{LISTS}/{day}", status_code=303)
        except Refusal as refusal:
            back = FormErrors.of(refusal, form, speech)
    return await _return_page(request, day, payment_id, ctx.worker, service, back)


@router.post("/payment-lists/{day}/reissues/{entitlement_id}/{payment_id}")
async def reissue_payment(
    request: Request,
    day: PlausibleDay,
    entitlement_id: UUID,
    payment_id: UUID,
    ctx: Ctx,
    service: Service,
) -> Response:
    """To the list of the day on which it is paid again."""
    try:
        again = await service.commands.reissue_payment(
            entitlement_id, payment_id, PaymentAgain(), ctx=ctx
        )
    except Refusal as refusal:
        if refusal.STATUS in {403, 404}:
            raise
        wrong = FormErrors.of(refusal, await request.form(), speech_of(request))
        return await _list_page(request, day, ctx.worker, ctx.today, service, wrong)
    return RedirectResponse(f"{LISTS}/{again.data['due_on']}", status_code=303)


async def _return_page(
    request: Request,
    day: date,
    payment_id: UUID,
    worker: Worker,
    service: Service,
    form: FormErrors,
) -> Response:
    found = await list_of_day(request, worker, service.reading, day)
    payment = next((p for p in found.payments if p.payment_id == payment_id), None)
    if payment is None:
        raise NotFound("payment")
    speech = speech_of(request)
    return page(
        request,
        "payment_return.html",
        status=422 if form else 200,
        list_day=day,
        payment=payment,
        reasons=[(one.value, speech.text(words.RETURN_PL[one])) for one in ReturnReason],
        words=words,
        month=speech_of(request).month,
        form=form,
        errors=form,
    )
