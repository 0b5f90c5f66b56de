"""Papers of a case beside its decisions, as accessible PDF in Polish."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from fastapi import APIRouter, Request, Response

from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Here, Running, SignedIn, Site, record_reads
from chassis.web.pdf import PDF, document
from services.benefits import queries
from services.benefits.api.paper import address_of, written
from services.benefits.api.realised import obliged_of_row
from services.benefits.commands import Commands
from services.benefits.polish import bound
from services.benefits.queries import owed
from services.benefits.queries.names import full_name
from services.benefits.queries.writings import call_of, referral_of
from services.benefits.realisation.values import Obligation
from services.benefits.values import Benefit
from services.benefits.writings import Writing, call, claim, referral, start

router = APIRouter(tags=["papers"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


class Done(Protocol):
    """Something that was done on a day, by somebody; empty where nobody noted by whom."""

    @property
    def on(self) -> date: ...

    @property
    def by(self) -> str: ...


@dataclass(frozen=True)
class Began:
    """A start ex officio."""

    on: date
    by: str


@router.get(
    "/cases/{case_id}/referrals/{number}/document", response_class=Response, responses={200: PDF}
)
async def referral_document(
    request: Request, case_id: UUID, number: int, worker: SignedIn, site: Here, service: Service
) -> Response:
    """The referral that the client takes to social work; `number` counts those of the case."""
    row = await queries.case(service.reading, case_id)
    found = await referral_of(service.reading, case_id, number)
    if row is None or found is None:
        raise NotFound("referral")
    await record_reads(request, worker, "referral", row["person_id"])
    names, titles = site.directory.names(), site.directory.unit_title
    text = referral.write(
        found,
        Benefit(row["benefit"]),
        team=titles(found.team) if found.team else "",
        name=lambda id_: names.get(id_, id_),
    )
    return await _paper(request, site, row, text, "skierowanie", found)


@router.get("/cases/{case_id}/defects/document", response_class=Response, responses={200: PDF})
async def call_document(
    request: Request, case_id: UUID, worker: SignedIn, site: Here, service: Service
) -> Response:
    """The call to complete the application, with what happens else (KPA 64 § 2)."""
    row = await queries.case(service.reading, case_id)
    found = call_of(row) if row is not None else None
    if row is None or found is None:
        raise NotFound("call")
    await record_reads(request, worker, "call", row["person_id"])
    text = call.write(found, Benefit(row["benefit"]), row["filed_on"])
    return await _paper(request, site, row, text, "wezwanie", found)


@router.get("/cases/{case_id}/start/document", response_class=Response, responses={200: PDF})
async def start_document(
    request: Request, case_id: UUID, worker: SignedIn, site: Here, service: Service
) -> Response:
    """The notice that a proceeding began ex officio (KPA 61 § 4); none where somebody applied."""
    row = await queries.case(service.reading, case_id)
    view = json.loads(row["view"]) if row is not None else {}
    if row is None or not view["ex_officio"]:
        raise NotFound("start")
    await record_reads(request, worker, "notice", row["person_id"])
    days = (date.fromisoformat(view[name]) for name in ("interview_due", "decision_due"))
    began = Began(row["filed_on"], view.get("started_by") or "")
    text = start.write(Benefit(row["benefit"]), began.on, *days)
    return await _paper(request, site, row, text, "zawiadomienie-o-wszczeciu", began)


@router.get(
    "/obliged-persons/{obliged_id}/claims/{number}/document",
    response_class=Response,
    responses={200: PDF},
)
async def claim_document(
    request: Request, obliged_id: UUID, number: int, worker: SignedIn, site: Here, service: Service
) -> Response:
    """The maintenance claim for the court, to be signed by the head; `number` counts from 1."""
    stored = await owed.obliged_person(service.reading, obliged_id)
    who = obliged_of_row(stored) if stored is not None else None
    if who is None or not 0 < number <= len(who.claims):
        raise NotFound("claim")
    row = await queries.case(service.reading, who.case_id)
    found = who.claims[number - 1]
    await record_reads(request, worker, "claim", row["person_id"])
    text = claim.write(
        found,
        client=full_name(row),
        address=address_of(row["address"]),
        obliged=who.name,
        relation=Obligation(who.relation),
        situation=found.situation or who.situation,
        agreements=found.agreements or tuple(a for a in who.agreements if a.on <= found.on),
        institution=site.unit.institution,
    )
    return await _paper(request, site, row, text, "pozew", found)


async def _paper(
    request: Request, site: Site, row: Any, text: Writing, name: str, act: Done
) -> Response:
    """`row` is the case, `act` what the paper is about."""
    paper, file = written(row, text, act.on, act.by, site.directory), f"{name}-{act.on}.pdf"
    return await document(request, "writing.html", file=file, paper=paper, bound=bound)
