"""The calculator: choose a benefit, enter the means, see the result and how it came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.context import Context
from chassis.refusal import NotFound, Refusal
from chassis.web import (
    Ctx,
    Drawing,
    FormErrors,
    Running,
    SignedIn,
    defaults,
    page,
    parse_form,
    speech_of,
)
from chassis.web.forms import entered, without_empty_rows
from chassis.web.language import Speech
from services.benefits import calculation_words as words
from services.benefits.calculation import (
    CareHomeFees,
    Continuation,
    Entitled,
    Fee,
    IncomeChange,
    MonthIncome,
    Range,
    Repayment,
    Undue,
    reasons,
)
from services.benefits.calculation.explanation import Unit, amount_text
from services.benefits.commands import Commands
from services.benefits.commands.what_if import KINDS, Result, WhatIf
from services.benefits.pages.explained import Line, explained
from services.benefits.pages.sets_shown import options

router = APIRouter(include_in_schema=False)

Service = Running[Commands]

FOLDED = {
    "tax", "contributions", "hectares", "paid_in", "due_from", "due_to", "counted", "degree",
    "exempt_percent", "agreed",
}  # fmt: skip
"""Fields of a row that most receipts and relatives leave empty."""


@dataclass(frozen=True)
class Outcome:
    """What came out: the figures, or why nothing is due; the steps either way."""

    figures: tuple[tuple[str, str], ...]
    refusal: str
    lines: tuple[Line, ...]
    reasons: str


@router.get("/calculator")
async def calculator(request: Request, _worker: SignedIn) -> Response:
    return page(request, "calculator.html", groups=words.GROUPS_PL, titles=words.CALCULATION_PL)


@router.get("/calculator/{kind}")
async def form_page(request: Request, kind: str, _worker: SignedIn) -> Response:
    model = _model(kind)
    return _shown(request, kind, FormErrors(values=defaults(model)))


@router.post("/calculator/{kind}")
async def calculate(request: Request, kind: str, ctx: Ctx, service: Service) -> Response:
    """The result above the form; what was typed is kept."""
    model, form, speech = _model(kind), await request.form(), speech_of(request)
    kept = FormErrors(values=entered(without_empty_rows(model, form)))
    if one_more := form.get("one_more"):
        return _shown(request, kind, kept, one_more=str(one_more))
    wanted = parse_form(model, form, speech)
    if isinstance(wanted, FormErrors):
        return _shown(request, kind, wanted)
    try:
        return _shown(request, kind, kept, outcome=await _calculated(wanted, service, ctx, speech))
    except Refusal as refusal:
        if getattr(refusal, "steps", ()):
            return _shown(request, kind, kept, outcome=_refused(refusal, speech))
        return _shown(request, kind, FormErrors.of(refusal, form, speech))


def _model(kind: str) -> type[WhatIf]:
    if kind not in KINDS:
        raise NotFound("calculation")
    return KINDS[kind]


async def _calculated(wanted: WhatIf, service: Service, ctx: Context, speech: Speech) -> Outcome:
    result = wanted.calculate(await service.commands.law_on(wanted.on or ctx.today))
    lines = explained(result.steps, speech.language)
    return Outcome(tuple(_figures(result, speech)), "", lines, reasons(result.steps))


def _refused(refusal: Any, speech: Speech) -> Outcome:
    lines = explained(refusal.steps, speech.language)
    return Outcome((), refusal.sentence(speech.language), lines, reasons(refusal.steps))


def _figures(result: Result, speech: Speech) -> Iterator[tuple[str, str]]:
    """The figures that a reader looks for first."""
    t, money = speech.text, speech.money
    match result:
        case Range(minimum=least, maximum=most) if least == most:
            yield t("Kwota"), money(least)
        case Range(minimum=least, maximum=most):
            yield t("Kwota"), t("od {least} do {most}", least=money(least), most=money(most))
        case Fee():
            yield t("Odpłatność za godzinę"), money(result.fee_per_hour)
            yield t("Udział w koszcie"), amount_text(result.share, Unit.PERCENT, speech.language)
        case Entitled(free=free):
            yield t("Wynik"), t("bez odpłatności") if free else t("pod warunkiem zwrotu")
        case MonthIncome():
            yield t("Dochód razem"), money(result.total)
            yield t("Dochód na osobę"), money(result.per_capita)
        case CareHomeFees():
            yield t("Koszt"), money(result.cost)
            yield t("Mieszkaniec"), money(result.resident)
            for payer in result.relatives:
                yield payer.reference, money(payer.pays)
            yield t("Gmina"), money(result.gmina)
        case _:
            yield from _later_figures(result, speech)


def _later_figures(result: Result, speech: Speech) -> Iterator[tuple[str, str]]:
    """Of what comes after a grant: changes, repayments, the end."""
    t, money = speech.text, speech.money
    match result:
        case IncomeChange(effective_from=None):
            yield t("Wynik"), t("zmiana nie wpływa na świadczenie")
            yield t("Różnica"), money(result.difference)
            yield t("Próg"), money(result.threshold)
        case IncomeChange(effective_from=month):
            yield t("Zmiana działa od miesiąca"), speech.month(str(month))
            yield t("Różnica"), money(result.difference)
            yield t("Próg"), money(result.threshold)
        case Undue(whole=whole):
            yield t("Do zwrotu"), money(whole)
        case Repayment():
            yield t("Do zwrotu"), money(result.whole)
            yield t("Raty"), ", ".join(money(one) for one in result.instalments)
        case Continuation(until=until):
            yield t("Wypłata do dnia"), speech.day(until)


def _drawing(speech: Speech, one_more: str) -> Drawing:
    """Nobody is in a register here: there is no case."""
    return Drawing(speech, options(speech), FOLDED, one_more, hidden={"obliged_id"})


def _shown(
    request: Request,
    kind: str,
    form: FormErrors,
    *,
    outcome: Outcome | None = None,
    one_more: str = "",
) -> Response:
    speech = speech_of(request)
    form, fields = _drawing(speech, one_more).of(_model(kind), form)
    return page(
        request,
        "calculation.html",
        status=422 if form else 200,
        kind=kind,
        title=words.CALCULATION_PL[kind],
        fields=sorted(fields, key=lambda field: field.name == "on"),
        form=form,
        errors=form,
        outcome=outcome,
    )
