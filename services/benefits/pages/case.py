"""One case: what it still needs, its clock, what was found, its decisions and benefits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.refusal import NotFound
from chassis.web import Ctx, Here, Running, Site, page, record_reads, speech_of
from chassis.web.language import Speech
from services.benefits import act_words, queries, words
from services.benefits.api import telling
from services.benefits.api.asked import NeedOut
from services.benefits.api.team import SEE_HISTORY
from services.benefits.api.views import CaseOut, StepOut, whole_case
from services.benefits.calculation_words import CODES_PL
from services.benefits.commands import Commands
from services.benefits.interviews import OF_THE_CLIENT, PART_PL
from services.benefits.lifecycle import STATE_PL, AssessmentState, CaseState
from services.benefits.pages import acts, drafts
from services.benefits.pages.act_forms import Offer, Subject, labels
from services.benefits.pages.explained import explained
from services.benefits.pages.findings import findings
from services.benefits.refusals.assessment import AssessmentNotCompleted
from services.benefits.resident import ConsentAnswer
from services.benefits.values import Benefit

router = APIRouter(include_in_schema=False)

Service = Running[Commands]

IN_PROGRESS = frozenset(state.value for state in AssessmentState)
"""What a case in progress says its state is: that of the assessment."""
SECTIONS = ("assessment", "evidence", "means", "decision", "term")


class Status(StrEnum):
    DONE = "done"
    NOW = "now"
    WAITS = "waits"
    LATER = "later"


STATUS_PL: dict[Status, str] = {
    Status.DONE: "zrobione",
    Status.NOW: "do zrobienia",
    Status.WAITS: "czekamy",
    Status.LATER: "później",
}
STATUS_TAG: dict[Status, str] = {
    Status.DONE: "govuk-tag--green",
    Status.NOW: "",
    Status.WAITS: "govuk-tag--yellow",
    Status.LATER: "govuk-tag--grey",
}


@dataclass(frozen=True)
class Stage:
    """One step on the way to a decision; `href` where it can be taken now."""

    title: str
    status: Status
    detail: str = ""
    href: str = ""


@router.get("/cases/{case_id}")
async def case_page(
    request: Request, case_id: UUID, ctx: Ctx, site: Here, service: Service, done: str = ""
) -> Response:
    """`done` names the act that led here."""
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, ctx.worker, "case", row["person_id"])
    case = await whole_case(service.reading, row, ctx.worker.role)
    subject = Subject(case_id, case, ctx.worker, ctx.today, site)
    offers = {one.id: place.offers(one) for place, one in acts.around(subject)}
    speech = speech_of(request)
    return page(
        request,
        "case.html",
        case=case,
        done=acts.DONE.get(done, ""),
        offers=offers,
        sections={name: _in(offers[case_id], name) for name in SECTIONS},
        others=[one for one in offers[case_id] if one.section not in SECTIONS],
        stages=list(_stages(case, offers[case_id], speech)),
        sees_history=ctx.worker.role in SEE_HISTORY,
        **_words(case, site, speech, ctx.today),
    )


def _words(case: CaseOut, site: Site, speech: Speech, today: date) -> dict[str, Any]:
    """What the template calls things."""
    return {
        "words": words,
        "act_words": act_words,
        "status_titles": STATUS_PL,
        "status_tags": STATUS_TAG,
        "state_titles": STATE_PL,
        "part_titles": PART_PL,
        "findings": lambda held: findings(held, speech),
        "names": site.directory.names(),
        "unit_name": lambda name: _source(name, site, speech),
        "reason_titles": dict(labels("Reason", speech)),
        "reporter_titles": dict(labels("Reporter", speech)),
        "evidence_titles": dict(labels("EvidenceKind", speech)),
        "trigger_titles": dict(labels("ReviewTrigger", speech)),
        "delivery_titles": dict(labels("Delivery", speech)),
        "late_titles": dict(labels("LateAppealResult", speech)),
        "appeal_titles": dict(labels("AppealResult", speech)),
        "receipt_titles": {code: speech.text(name) for code, name in CODES_PL["kind"].items()},
        "home_cost": Decimal(case.home_fees["cost"]) if case.home_fees else None,
        "home_payers": drafts.shares(case.home_fees) if case.home_fees else (),
        "income_lines": explained(case.income.steps, speech.language) if case.income else (),
        "counted_lines": explained(_counted(case), speech.language),
        "explain": lambda steps: explained(steps, speech.language),
        "term": lambda due: telling.term(due, today, speech),
        "month": speech.month,
        "needs": [_need(one, case, speech) for one in case.needs],
        "defects": ", ".join(speech.text(act_words.MISSING_PL.get(c, c)) for c in case.defects),
        "today": today,
        "at_once": _at_once(case, today),
    }


def _at_once(case: CaseOut, today: date) -> bool:
    """Whether nothing is waited for, so that the term is no reason to wait (KPA 35 § 2)."""
    complete = case.state == AssessmentState.EVIDENCE_COMPLETE
    withdrawn = case.withdrawn_on is not None and case.state in IN_PROGRESS
    may_comment = case.party_heard_until is not None and case.party_heard_until >= today
    stands_still = case.term.stands_still_since is not None
    return (complete or withdrawn) and not may_comment and not stands_still


def _in(offers: list[Offer], section: str) -> list[Offer]:
    return [one for one in offers if one.section == section]


def _source(name: str, site: Site, speech: Speech) -> str:
    if name in act_words.SOURCE_PL:
        return speech.text(act_words.SOURCE_PL[name])
    return site.directory.unit_title(name, speech.language)


def _need(need: NeedOut, case: CaseOut, speech: Speech) -> str:
    """What is missing, with the client by name."""
    said = need.pl if speech.language == "pl" else need.en
    return said.replace(str(case.person_id), case.name or speech.text("osoba bez danych"))


def _counted(case: CaseOut) -> list[StepOut]:
    """The steps of whatever was calculated last for this benefit."""
    if case.home_fees is not None:
        return [StepOut(**step) for step in case.home_fees["steps"]]
    if case.right is not None:
        return [StepOut(**asdict(step)) for step in case.right.steps]
    found = case.calculation or case.fee
    return found.steps if found else []


# --- the way to a decision -------------------------------------------------------


def _stages(case: CaseOut, offers: list[Offer], speech: Speech) -> Iterator[Stage]:
    """In the order of the proceeding; what is done stays in sight."""
    hrefs = {one.href.removeprefix(f"/cases/{case.case_id}/"): one.href for one in offers}

    def stage(
        title: str,
        path: str,
        *,
        done: bool,
        ready: bool = True,
        waits: bool = False,
        detail: str = "",
    ) -> Stage:
        href = hrefs.get(path, "") if ready or done else ""
        if done:
            return Stage(title, Status.DONE, detail, href)
        if waits:
            return Stage(title, Status.WAITS, detail, href)
        return Stage(title, Status.NOW if href else Status.LATER, detail, href)

    begun = case.state not in {CaseState.REGISTERED, CaseState.DEFECTS_CALLED}
    yield stage("Rozpoczęcie oceny", "assessment", done=begun)
    yield stage("Wywiad środowiskowy", "interviews", **_interviewed(case, speech))
    yield stage("Dochód", "income", done=case.income is not None, detail=_income(case, speech))
    yield stage("Pytania oceny", "answers", **_answered(case, speech))
    yield stage("Zaświadczenia pracownika socjalnego", "referrals", **_certified(case, speech))
    if case.benefit is Benefit.RESIDENTIAL_HOME:
        yield stage("Zgoda na pobyt w domu", "home-consent", **_consented(case, speech))
    counting = next((p for p in ("entitlement", "right", "fee", "home-fees") if p in hrefs), "")
    earned = case.income is not None or case.benefit is Benefit.LOSS
    yield stage("Wyliczenie", counting, done=bool(_counted(case)), ready=earned)
    complete = case.state == AssessmentState.EVIDENCE_COMPLETE or (
        bool(case.decisions) and not case.deferred
    )
    lacking = {one.code for one in case.needs} - {AssessmentNotCompleted.__name__}
    yield stage("Zakończenie oceny", "assessment/completion", done=complete, ready=not lacking)
    may_draft = complete or case.urgent or case.withdrawn_on is not None
    yield stage("Projekt decyzji", "decisions", done=bool(case.decisions), ready=may_draft)


def _interviewed(case: CaseOut, speech: Speech) -> dict[str, Any]:
    held = [one.on for one in case.interviews if one.part in OF_THE_CLIENT]
    if held:
        return {"done": True, "detail": speech.day(max(held))}
    if case.interview_refused_on:
        refused = speech.day(case.interview_refused_on)
        return {"done": False, "detail": speech.text("odmowa z dnia {day}", day=refused)}
    return {"done": False, "detail": speech.text("do {day}", day=speech.day(case.interview_due))}


def _consented(case: CaseOut, speech: Speech) -> dict[str, Any]:
    if case.consent is None:
        return {"done": False}
    told = speech.text(act_words.ANSWER_PL[case.consent.answer])
    agreed = case.consent.answer is ConsentAnswer.AGREED
    return {"done": agreed, "detail": f"{told}, {speech.day(case.consent.on)}"}


def _income(case: CaseOut, speech: Speech) -> str:
    return speech.money(case.income.total) if case.income else ""


def _answered(case: CaseOut, speech: Speech) -> dict[str, Any]:
    """Waste is asked while the benefit runs, so it is not counted here."""
    own = [q for q in case.questions if not q.by_certificate and q.question != "Q8"]
    given = sum(q.answer is not None for q in own)
    detail = speech.text("{given} z {all}", given=given, all=len(own))
    return {"done": given == len(own), "detail": detail}


def _certified(case: CaseOut, speech: Speech) -> dict[str, Any]:
    if case.has_unused is not None and (not case.has_unused or case.terms_on):
        return {"done": True}
    if case.referrals:
        last = case.referrals[-1]
        detail = speech.text("skierowanie {number}", number=last.number)
        return {"done": False, "waits": True, "detail": detail}
    return {"done": False}
