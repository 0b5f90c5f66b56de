"""Where on the page of an act a refusal stands: beside the field that it is about, else on top."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from starlette.datastructures import FormData

from chassis.refusal import Refusal
from chassis.web import Drawn, FormErrors
from chassis.web.forms import ON_TOP
from chassis.web.language import Speech
from chassis.web.messages import MESSAGES, FieldError
from services.benefits.refusals.assessment import InterviewFieldsWrong
from services.benefits.refusals.calculation import ReceiptIncomplete
from services.benefits.refusals.drafting import TermsIncomplete
from services.benefits.refusals.general import InTheFuture, NotBeforeEarlier

NAMES_ITS_FIELD = (TermsIncomplete, ReceiptIncomplete, InterviewFieldsWrong)


def refused(refusal: Refusal, form: FormData, speech: Speech) -> FormErrors:
    """Beside the field that the refusal names, or that holds the day which it is about."""
    found = FormErrors.of(refusal, form, speech)
    if isinstance(refusal, NAMES_ITS_FIELD):
        place = refusal.field
    elif isinstance(refusal, InTheFuture | NotBeforeEarlier):
        place = _day_of(refusal, found) or refusal.FIELD or ON_TOP
    else:
        return found
    errors = tuple(replace(one, field=place) for one in found.errors)
    days = frozenset(name.removesuffix("-day") for name in form if name.endswith("-day"))
    return replace(found, errors=errors, dates=found.dates | days)


def _day_of(refusal: InTheFuture | NotBeforeEarlier, form: FormErrors) -> str:
    """The field with the day to come, or the only one with a day before the one that counts."""
    written = {
        name.removesuffix("-day"): date(*parts)
        for name in form.values
        if name.endswith("-day") and (parts := _parts(form, name.removesuffix("-day")))
    }
    future = isinstance(refusal, InTheFuture)
    if future and form.value("month") == f"{refusal.on:%Y-%m}":
        return "month"
    found = [
        name for name, day in written.items() if (day == refusal.on if future else day < refusal.on)
    ]
    return found[0] if len(found) == 1 else ""


def _parts(form: FormErrors, name: str) -> tuple[int, int, int] | None:
    """Of a day that the input has already found to be one."""
    parts = [form.value(f"{name}-{part}").strip() for part in ("year", "month", "day")]
    return (int(parts[0]), int(parts[1]), int(parts[2])) if all(parts) else None


def placed(form: FormErrors, fields: tuple[Drawn, ...], speech: Speech) -> Iterator[FieldError]:
    """Each error beside the field it is about, also in a group or a row; else on top."""
    rows = (inner for one in fields for row in one.rows for inner in row)
    titles = {inner.name: inner.title for one in fields for inner in (one, *one.fields)}
    titles |= {inner.name: inner.title for inner in rows}
    for error in form.errors:
        place = _place(error.field, titles)
        message = error.message
        if error.code == TermsIncomplete.__name__ and place in titles:
            message = speech.text(MESSAGES["missing"], label=titles[place])
        if error.code == ReceiptIncomplete.__name__ and place in titles:
            message = ReceiptIncomplete(titles[place]).sentence(speech.language)
        yield replace(error, field=place, message=message)


def _place(name: str, known: Collection[str]) -> str:
    if name in known:
        return name
    return next((one for one in sorted(known) if one.endswith(f".{name}")), ON_TOP)
