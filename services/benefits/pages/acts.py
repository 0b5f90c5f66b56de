"""Everything that is done in a case, each act on a page of its own: what happens, and its form.

What may be done stands in the tables `acts_of_case`, `acts_of_decision` and `acts_of_benefit`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, Worker
from chassis.database import Reading
from chassis.refusal import NotFound, Refusal, RoleMissing
from chassis.web import (
    Ctx,
    Drawn,
    FormErrors,
    Here,
    Running,
    Site,
    defaults,
    page,
    parse_form,
    record_reads,
    speech_of,
)
from chassis.web.forms import ON_TOP, entered, filled, without_empty_rows
from chassis.web.language import Speech
from chassis.web.messages import FieldError
from services.benefits import act_words, queries, words
from services.benefits.api.views import whole_case
from services.benefits.calculation.explanation import provision
from services.benefits.commands import Commands
from services.benefits.letter import Letter
from services.benefits.lifecycle import STATE_PL
from services.benefits.pages.act_errors import placed, refused
from services.benefits.pages.act_forms import Act, Offer, Subject
from services.benefits.pages.acts_of_benefit import OF_BENEFIT
from services.benefits.pages.acts_of_case import OF_CASE
from services.benefits.pages.acts_of_decision import OF_DECISION
from services.benefits.pages.acts_of_money import OF_FEES, OF_REPAYMENT
from services.benefits.pages.acts_of_support import OF_CASE as OF_SUPPORT
from services.benefits.pages.acts_of_support import OF_OBLIGED, OF_REQUEST
from services.benefits.pages.acts_of_term import OF_TERM
from services.benefits.queries import owed
from services.benefits.refusals.general import NotNow

router = APIRouter(include_in_schema=False)

Service = Running[Commands]
CASES_AREA = "/cases"
"""Where the navigation says that we are, whatever the act is done to."""
STATES: dict[str, str] = {state.value: title for state, title in STATE_PL.items()}


@dataclass(frozen=True)
class Place:
    """Acts that are done to one kind of thing, by path; `case_of` finds whose case it is."""

    prefix: str
    acts: Mapping[str, Act]
    case_of: Callable[[Reading, UUID], Awaitable[UUID | None]]

    def offers(self, subject: Subject) -> list[Offer]:
        """What this worker may do with it now."""
        return [
            Offer(act.titled, f"/{self.prefix}/{subject.id}/{path}", act.section)
            for path, act in self.acts.items()
            if act.is_offered(subject)
        ]

    def links(self, subject: Subject) -> list[tuple[str, str]]:
        """Their titles and addresses."""
        return [(one.title, one.href) for one in self.offers(subject)]


async def _itself(_reading: Reading, case_id: UUID) -> UUID:
    return case_id


CASES = Place("cases", {**OF_CASE, **OF_TERM, **OF_SUPPORT, **OF_FEES}, _itself)
DECISIONS = Place("decisions", OF_DECISION, queries.case_of_decision)
BENEFITS = Place("entitlements", OF_BENEFIT, queries.case_of_entitlement)
REPAYMENTS = Place("repayments", OF_REPAYMENT, owed.case_of_repayment)
OBLIGED = Place("obliged-persons", OF_OBLIGED, owed.case_of_obliged)
REQUESTS = Place("contract-requests", OF_REQUEST, owed.case_of_request)
PLACES = (CASES, DECISIONS, BENEFITS, REPAYMENTS, OBLIGED, REQUESTS)


def around(subject: Subject) -> Iterator[tuple[Place, Subject]]:
    """The case, each of its decisions and each of its benefits, with the place of their acts."""
    yield CASES, subject
    for decision in subject.case.decisions:
        yield DECISIONS, replace(subject, id=decision.id)
    for entitlement in subject.case.entitlements:
        yield BENEFITS, replace(subject, id=entitlement.id)


DONE: dict[str, str] = {act.name: act.done for one in PLACES for act in one.acts.values()} | {
    "start_ex_officio": "Wszczęto postępowanie z urzędu."
}
"""What the case page says after an act, by the name of its command."""

_AFTER_DECISION = (OF_SUPPORT, OF_FEES, OF_REPAYMENT, OF_OBLIGED, OF_REQUEST)
SHOWN_AFTER_DECISION = {act.name for acts in _AFTER_DECISION for act in acts.values()}
"""What these did stands on the page „Po decyzji i terminy”, and so does what comes next."""


def _routes(place: Place) -> APIRouter:
    """A page to look at and a form to send, for every act of the place."""
    routes = APIRouter(prefix=f"/{place.prefix}")

    @routes.get("/{of}/{path:path}")
    async def act_page(
        request: Request, of: UUID, path: str, ctx: Ctx, site: Here, service: Service
    ) -> Response:
        act = _known(place, path)
        _require_role(act, ctx.worker)
        subject = await _subject(request, place, act, of, ctx, site, service.reading)
        if not act.is_offered(subject):
            return _barred(request, act, subject)
        first = request.query_params.get(act.first, "")
        model = act.model_for(first)
        usual = defaults(model) if model else {}
        start = usual | filled(act.start(subject, first)) | ({act.first: [first]} if first else {})
        return _shown(request, act, subject, FormErrors(values=start), first)

    @routes.post("/{of}/{path:path}")
    async def do_act(
        request: Request, of: UUID, path: str, ctx: Ctx, site: Here, service: Service
    ) -> Response:
        """On to what came of it when it is done; else what was typed, with what to correct."""
        act = _known(place, path)
        _require_role(act, ctx.worker)
        form, speech = await request.form(), speech_of(request)
        subject = await _subject(request, place, act, of, ctx, site, service.reading)
        first = str(form.get(act.first) or "")
        if one_more := str(form.get("one_more") or ""):
            return _shown(request, act, subject, _kept(act, first, form), first, one_more)
        wanted = _wanted(act, first, form, speech)
        if not isinstance(wanted, FormErrors):
            try:
                if act.preview is not None and form.get("preview"):
                    letter = await act.preview(service.commands, of, wanted, ctx)
                    kept = _kept(act, first, form)
                    return _shown(request, act, subject, kept, first, letter=letter)
                await act.do(service.commands, subject, wanted, ctx)
                return RedirectResponse(_done(act, subject), status_code=303)
            except Refusal as refusal:
                if refusal.STATUS == 403:
                    raise
                wanted = refused(refusal, form, speech)
        return _shown(request, act, subject, wanted, first)

    return routes


for one in PLACES:
    router.include_router(_routes(one))


def _done(act: Act, subject: Subject) -> str:
    """Where it is said that it was done: beside what it was done to."""
    after = "/realisation" if act.name in SHOWN_AFTER_DECISION else ""
    return f"/cases/{subject.case.case_id}{after}?done={act.name}"


def _known(place: Place, path: str) -> Act:
    if path not in place.acts:
        raise NotFound("act")
    return place.acts[path]


def _require_role(act: Act, worker: Worker) -> None:
    """Before anything is looked for. Raises RoleMissing."""
    if worker.role not in act.roles:
        raise RoleMissing(act.name, worker.role, act.roles)


async def _subject(
    request: Request, place: Place, act: Act, of: UUID, ctx: Context, site: Site, reading: Any
) -> Subject:
    """Raises NotFound."""
    case_id = await place.case_of(reading, of)
    row = await queries.case(reading, case_id) if case_id else None
    if row is None:
        raise NotFound(place.prefix)
    await record_reads(request, ctx.worker, "case", row["person_id"])
    case = await whole_case(reading, row, ctx.worker.role)
    beside = await act.load(reading, of) if act.load else None
    return Subject(of, case, ctx.worker, ctx.today, site, beside)


def _kept(act: Act, first: str, form: FormData) -> FormErrors:
    model = act.model_for(first)
    return FormErrors(values=entered(without_empty_rows(model, form) if model else form))


def _wanted(act: Act, first: str, form: FormData, speech: Speech) -> BaseModel | FormErrors | None:
    model = act.model_for(first)
    return parse_form(model, form, speech) if model else None


def _barred(request: Request, act: Act, subject: Subject) -> Response:
    """Whoever followed an old link is told why there is no form, and led back to the case."""
    not_now = NotNow(act.titled, STATES.get(subject.state, subject.state))
    error = FieldError(ON_TOP, not_now.sentence(speech_of(request).language), not_now.code)
    return page(
        request,
        "act_barred.html",
        status=not_now.STATUS,
        area=CASES_AREA,
        act=act,
        case=subject.case,
        errors=FormErrors((error,)),
        words=words,
    )


def _shown(
    request: Request,
    act: Act,
    subject: Subject,
    form: FormErrors,
    first: str,
    one_more: str = "",
    letter: Letter | None = None,
) -> Response:
    speech = speech_of(request)
    drawing = act.drawing(subject, speech, first, one_more)
    firsts = tuple(drawing.options.get(act.first, ()))
    asked = act.first and first not in dict(firsts)
    model = act.model_for(first)
    fields: tuple[Drawn, ...] = ()
    if model is not None and not asked:
        form, fields = drawing.of(model, form)
    form = replace(form, errors=tuple(placed(form, fields, speech)))
    return page(
        request,
        act.template,
        status=422 if form else 200,
        area=CASES_AREA,
        act=act,
        subject=subject,
        case=subject.case,
        first=first,
        firsts=firsts if asked else (),
        first_title=dict(firsts).get(first, ""),
        fields=fields,
        letter=letter,
        form=form,
        errors=form,
        words=words,
        why=act_words.WHY_PL,
        provision=lambda basis: provision(basis, speech.language),
    )
