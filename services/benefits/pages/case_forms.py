"""What the forms of a case start with, what their choices are called, which fields they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from chassis.calendar import Month
from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import deadlines, words
from services.benefits.act_words import INITIATIVE_PL, PLACE_PL, RELATION_PL, RETURN_PL, SOURCE_PL
from services.benefits.api.team import team_of
from services.benefits.calculation import month_that_counts
from services.benefits.interviews import FIELDS, PART_PL
from services.benefits.pages.act_forms import Subject, called, labels
from services.benefits.values import DELIVERED, LOAN, RETURNABLE, SERVICES, Benefit, Question

FOLDED_INCOME = {
    "tax", "contributions", "hectares", "paid_in", "due_from", "due_to", "counted",
    "maintenance_paid", "on",
}  # fmt: skip


def these_days(*names: str) -> Any:
    """Fields that are usually today."""
    return lambda subject, _first: dict.fromkeys(names, subject.today)


def workers(subject: Subject, _speech: Speech) -> Options:
    names = subject.site.directory.names()
    return {"worker_id": [(id_, names[id_]) for id_ in team_of(subject.site)]}


def defects(subject: Subject, _first: str) -> Mapping[str, Any]:
    return {"complete_by": deadlines.defects_by(subject.today)}


def interview_start(subject: Subject, _first: str) -> Mapping[str, Any]:
    return {"on": subject.today, "joint": subject.case.joint_visit}


def parts(_subject: Subject, speech: Speech) -> Options:
    return {
        "part": called(PART_PL, speech),
        "place": called(PLACE_PL, speech),
        "relation": called(RELATION_PL, speech),
        "why": labels("InterviewUpdate", speech),
    }


def of_other_parts(subject: Subject, part: str) -> Collection[str]:
    """The fields of the parts that this interview is not, and a reason that nobody will ask."""
    others = {field for one, field in FIELDS.items() if one.value != part}
    return others | separate(subject)


def separate(subject: Subject, _first: str = "") -> set[str]:
    return set() if subject.case.joint_visit else {"separate_because"}


def questions(subject: Subject, speech: Speech) -> Options:
    own = [one for one in subject.case.questions if not one.by_certificate]
    texts = {q.question: f"{q.question.value}. {speech.text(q.title_pl)}" for q in own}
    return {
        "question": [(q.value, text) for q, text in texts.items()],
        "value": called(words.ANSWER_PL, speech),
        "reasons": labels("Reason", speech),
        "evidence": rests_on(subject, speech),
    }


def answer_so_far(subject: Subject, question: str) -> Mapping[str, Any]:
    given = next((q.answer for q in subject.case.questions if q.question == question), None)
    kept = ("value", "text", "reasons", "evidence")
    return {name: getattr(given, name) for name in kept} if given else {}


def of_other_questions(_subject: Subject, question: str) -> Collection[str]:
    """Only the first question names reasons of art. 7."""
    return () if question == Question.REASON else {"reasons"}


def rests_on(subject: Subject, speech: Speech) -> list[tuple[str, str]]:
    """What an answer may rest on: interviews and pieces of evidence that came."""
    held = [
        (str(one.interview_id), f"{speech.text(PART_PL[one.part])}, {speech.day(one.on)}")
        for one in subject.case.interviews
    ]
    kinds = dict(labels("EvidenceKind", speech))
    came = [
        (str(one.id), f"{kinds.get(one.kind, one.kind)}, {speech.day(one.received_on)}")
        for one in subject.case.evidence
        if one.received_on
    ]
    return [*held, *came]


def sources(subject: Subject, speech: Speech) -> list[tuple[str, str]]:
    """The other units of the city; social work is asked by a referral."""
    here, units = subject.site.unit, subject.site.directory.units.values()
    asked = [one for one in units if one.institution != here.institution]
    return [(one.name, one.title(speech.language)) for one in asked]


def asked(subject: Subject, speech: Speech) -> Options:
    return {
        "source": sources(subject, speech),
        "kind": labels("EvidenceKind", speech),
        "initiative": called(INITIATIVE_PL, speech),
    }


def given(subject: Subject, speech: Speech) -> Options:
    kinds = dict(labels("EvidenceKind", speech))
    waiting = [one for one in subject.case.evidence if one.asked_on and not one.received_on]
    return {
        "source": [*called(SOURCE_PL, speech), *sources(subject, speech)],
        "kind": labels("EvidenceKind", speech),
        "request_id": [
            (str(one.id), f"{kinds.get(one.kind, one.kind)}, {speech.day(one.asked_on)}")
            for one in waiting
            if one.asked_on
        ],
    }


def no_request(subject: Subject, _first: str) -> Collection[str]:
    asked = any(one.asked_on and not one.received_on for one in subject.case.evidence)
    return () if asked else {"request_id"}


def month_to_judge(subject: Subject, _first: str) -> Mapping[str, Any]:
    """The first month since the agreement that nobody judged."""
    this = Month.of(subject.today)
    month = Month.of(subject.case.terms_on or subject.today)
    while str(month) in subject.case.cooperation and month != this:
        month = month.next()
    return {"month": str(month)}


def month_of_income(subject: Subject, _first: str) -> Mapping[str, Any]:
    return {"month": month_that_counts(subject.case.filed_on)}


def proposal(subject: Subject, first: str) -> Mapping[str, Any]:
    proposed = subject.case.proposed
    return by_law_of(subject, first) | ({} if proposed is None else {"proposed": proposed})


def by_law_of(subject: Subject, _first: str) -> dict[str, Any]:
    """The day of the law that the income was established by, where it was told."""
    income = subject.case.income
    return {"on": income.by_law_of} if income and income.by_law_of else {}


def of_other_benefits(subject: Subject, _first: str) -> Collection[str]:
    """Own income counts for a permanent benefit in a family, the cost of a need for targeted; what
    may be given to be paid back stands in the act."""
    kept = {"to_be_paid_back"} if subject.case.benefit in RETURNABLE | {LOAN} else set()
    if for_a_need(subject):
        return {"own_income", "to_be_paid_back"} - kept
    income = subject.case.income
    in_a_family = income is not None and income.household_size > 1
    if subject.case.benefit is Benefit.PERMANENT and in_a_family:
        return {"need", "to_be_paid_back"} - kept
    return {"own_income", "need", "to_be_paid_back"} - kept


def for_a_need(subject: Subject) -> bool:
    return subject.case.benefit in {Benefit.TARGETED, Benefit.SPECIAL_TARGETED}


def in_money(subject: Subject) -> bool:
    return subject.case.benefit not in SERVICES | DELIVERED


def paid_by_the_hour(subject: Subject) -> bool:
    return subject.case.benefit in {Benefit.HOME_CARE, Benefit.SPECIALIST_CARE}


def only_benefit(subject: Subject, _first: str) -> Mapping[str, Any]:
    """Nobody chooses where there is nothing to choose."""
    found = subject.case.entitlements
    return {"entitlement_id": found[0].id} if len(found) == 1 else {}


def benefits(subject: Subject, speech: Speech) -> Options:
    return {
        "entitlement_id": [
            (str(one.id), speech.text(words.BENEFIT_PL[one.benefit]))
            for one in subject.case.entitlements
        ],
        "trigger": labels("ReviewTrigger", speech),
        "reason": called(RETURN_PL, speech),
    }


TODAY = {"on": "Puste pole oznacza dzisiaj"}
LAW_OF = {"on": "Puste pole oznacza dzisiaj. Dla minionych miesięcy wpisz dzień z tamtego czasu"}
