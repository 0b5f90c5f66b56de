"""What comes after the decision: a page of the case, and one of all that is to be watched."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from osnowa_contracts.roles import Role
from osnowa_contracts.wording.labels import LABELS
from starlette.responses import Response

from chassis.context import roles_of
from chassis.database import Reading
from chassis.refusal import NotFound
from chassis.web import Ctx, Here, Running, only, page, record_reads, speech_of
from chassis.web.language import Speech
from services.benefits import queries, words
from services.benefits.act_words import HALT_PL
from services.benefits.api import monitoring as expectations
from services.benefits.api.entitlement_views import EntitlementOut
from services.benefits.api.realised import (
    CertificateOut,
    FeePartOut,
    FeesOut,
    MonitoringOut,
    RepaymentOut,
    RequestOut,
    named,
    obliged_out,
    repayment_out,
)
from services.benefits.api.team import HAVE_WORK
from services.benefits.api.views import whole_case
from services.benefits.commands import Commands
from services.benefits.commands.leading import WORKERS
from services.benefits.lifecycle import STATE_PL
from services.benefits.pages.act_forms import Subject
from services.benefits.pages.acts import (
    BENEFITS,
    CASES,
    DONE,
    OBLIGED,
    REPAYMENTS,
    REQUESTS,
)
from services.benefits.pages.acts_of_money import OF_FEES
from services.benefits.pages.acts_of_support import OF_CASE as OF_SUPPORT
from services.benefits.pages.acts_of_term import OF_TERM
from services.benefits.queries import owed
from services.benefits.queries import realisation as realised
from services.benefits.realisation.values import Standing
from services.benefits.realised_words import JUDGED_PL, PAYER_PL, STANDING_PL, URGING_PL
from services.benefits.values import CooperationAssessor

WATCH = (*WORKERS, Role.REALISATION_WORKER)
"""Whose daily work the list of what is late is; others find it from their work."""

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


@dataclass(frozen=True)
class Watched:
    """A benefit with what was seen of it, and what may be done now."""

    entitlement: EntitlementOut
    monitoring: MonitoringOut | None
    links: list[tuple[str, str]]


@dataclass(frozen=True)
class Linked:
    """A repayment, an obliged person or a request, with what may be done about it."""

    found: Any
    links: list[tuple[str, str]]


@dataclass(frozen=True)
class After:
    """Everything that stands on the page of a case after its decision."""

    benefits: list[Watched]
    repayments: list[Linked]
    obliged: list[Linked]
    requests: list[Linked]
    fees: FeesOut | None


@router.get("/cases/{case_id}/realisation")
async def case_page(
    request: Request, case_id: UUID, ctx: Ctx, site: Here, service: Service, done: str = ""
) -> Response:
    """Benefits, money that comes back, obliged persons, fees, and the term of the decision.

    `done` names the act that led here.
    """
    reading = service.reading
    row = await queries.case(reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, ctx.worker, "case", row["person_id"])
    case = await whole_case(reading, row, ctx.worker.role)
    subject = Subject(case_id, case, ctx.worker, ctx.today, site)
    after = await _after(reading, subject)
    own = CASES.links(subject)
    return page(
        request,
        "realised.html",
        case=case,
        done=DONE.get(done, ""),
        after=after,
        names={one.found.obliged_id: one.found.name for one in after.obliged},
        term_links=_of(OF_TERM, own),
        fee_links=_of(OF_FEES, own),
        support_links=_of(OF_SUPPORT, own),
        may_pay=ctx.worker.role in roles_of(Commands.return_payment),
        may_cancel=ctx.worker.role in roles_of(Commands.cancel_payment),
        today=ctx.today,
        **_words(speech_of(request)),
    )


def _of(acts: Any, links: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The links that lead to these acts."""
    titles = {act.titled for act in acts.values()}
    return [link for link in links if link[0] in titles]


async def _after(reading: Reading, subject: Subject) -> After:
    case_id, today = subject.case.case_id, subject.today
    debts = await realised.repayments(reading, person_id=None, case_id=case_id, open_only=False)
    obliged = await realised.obliged_persons(reading, person_id=None, case_id=case_id)
    asked = await owed.requests_of_case(reading, case_id)
    watched = await _monitoring(reading, case_id)

    def linked(place: Any, id_: UUID, found: Any) -> Linked:
        return Linked(found, place.links(replace(subject, id=id_, beside=found)))

    return After(
        benefits=[
            Watched(one, watched.get(one.id), BENEFITS.links(replace(subject, id=one.id)))
            for one in subject.case.entitlements
        ],
        repayments=[linked(REPAYMENTS, one.repayment_id, one) for one in map(repayment_out, debts)],
        obliged=[
            linked(OBLIGED, one.obliged_id, one) for one in (obliged_out(r, today) for r in obliged)
        ],
        requests=[
            linked(REQUESTS, one.request_id, one) for one in (RequestOut(**named(r)) for r in asked)
        ],
        fees=await _fees(reading, case_id),
    )


async def _monitoring(reading: Reading, case_id: UUID) -> dict[UUID, MonitoringOut]:
    certificates = [
        CertificateOut(**named(row)) for row in await realised.certificates(reading, None, case_id)
    ]
    return {
        row["entitlement_id"]: MonitoringOut(
            entitlement_id=row["entitlement_id"],
            terms_on=row["terms_on"],
            certificates=[c for c in certificates if c.entitlement_id == row["entitlement_id"]],
            **json.loads(row["view"]),
        )
        for row in await owed.monitoring_of_case(reading, case_id)
    }


async def _fees(reading: Reading, case_id: UUID) -> FeesOut | None:
    row = await realised.fee_account(reading, case_id)
    if row is None:
        return None
    parts = await realised.fee_parts(reading, case_id=case_id, month=None, open_only=False)
    told = json.loads(row["view"])
    return FeesOut(case_id=case_id, parts=[FeePartOut(**named(part)) for part in parts], **told)


# --- everything that is to be watched ------------------------------------------


@router.get("/expected", dependencies=[Depends(only(*HAVE_WORK))])
async def expected_page(request: Request, ctx: Ctx, service: Service) -> Response:
    """Certificates, repayments, fees, support and requests that are awaited or late."""
    reading = service.reading
    expected = await expectations.expected(request, ctx, service)
    debts = await realised.repayments(reading, person_id=None, case_id=None, open_only=True)
    repayments: list[RepaymentOut] = [repayment_out(row) for row in debts]
    await record_reads(request, ctx.worker, "repayments", *{one.person_id for one in repayments})
    clients = await owed.clients(reading, [one.person_id for one in expected.support])
    return page(
        request,
        "expected.html",
        expected=expected,
        late=_of_standing(expected.certificates, Standing.OVERDUE),
        awaited=_of_standing(expected.certificates, Standing.EXPECTED),
        late_own=_of_standing(expected.certificates, Standing.OVERDUE, own=True),
        awaited_own=_of_standing(expected.certificates, Standing.EXPECTED, own=True),
        repayments=repayments,
        clients=clients,
        today=ctx.today,
        **_words(speech_of(request)),
    )


def _of_standing(
    certificates: Iterable[CertificateOut], standing: Standing, *, own: bool = False
) -> list[CertificateOut]:
    """Certificates of social workers, or what benefits workers have to judge themselves."""
    assessor = CooperationAssessor.BENEFITS_WORKER if own else CooperationAssessor.SOCIAL_WORKER
    return [one for one in certificates if (one.standing, one.assessor) == (standing, assessor)]


def _words(speech: Speech) -> dict[str, Any]:
    """How the pages call codes and months."""
    place = 0 if speech.language == "pl" else 1

    def label(vocabulary: str, code: str) -> str:
        return LABELS[vocabulary][code][place]

    def labels(vocabulary: str, codes: Iterable[str]) -> str:
        known = LABELS[vocabulary]
        return ", ".join(known[code][place] if code in known else code for code in codes)

    return {
        "label": label,
        "labels": labels,
        "month": speech.month,
        "months": lambda values: ", ".join(map(speech.month, values)),
        "words": words,
        "state_titles": STATE_PL,
        "standing": STANDING_PL,
        "judged": JUDGED_PL,
        "payer": PAYER_PL,
        "halt": HALT_PL,
        "urging": URGING_PL,
    }
