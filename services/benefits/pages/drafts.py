"""Drafts: which kinds a case or a benefit may get now, and which fields each of them has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import words
from services.benefits.act_words import GROUND_PL, PAYER_PL
from services.benefits.calculation.results import TO_BE_PAID_BACK
from services.benefits.commands.completing import ground_of
from services.benefits.commands.decision_inputs import Content, Draft
from services.benefits.drafting import HOMES
from services.benefits.grounds import Ground
from services.benefits.kinds import KINDS
from services.benefits.lifecycle import Action, DecisionState
from services.benefits.pages.act_forms import Act, Subject, called, labels
from services.benefits.pages.home_forms import family, obliged_in, referred_to
from services.benefits.values import (
    CARE,
    DELIVERED,
    GRANTING,
    ONCE,
    RETURNABLE,
    SERVICES,
    Benefit,
    DecisionKind,
    ReviewTrigger,
)

K = DecisionKind

WITH_CONTENT = GRANTING | {K.CHANGE, K.LIMIT}
"""Kinds that name an amount or the scope of a service."""

HINTS: dict[str, str] = {
    "amount": "W złotych na miesiąc; pomoc jednorazowa w całości",
    "reasons": "Uzasadnienie powstaje z akt sprawy. Tu dopisz, co trzeba dodać.",
    "immediate": "Decyzja działa od doręczenia, odwołanie jej nie wstrzymuje (art. 108 k.p.a.)",
    "in_full": "Decyzja jest ostateczna od doręczenia (art. 107 § 4 i art. 127 § 1a k.p.a.)",
}


FOLDED = frozenset({"immediate", "immediate_reason", "in_full", "obliged_id"})


def act(action: Action, command: Any, done: str) -> Act:
    """The form of a draft: its kind first, then the fields of that kind."""
    return Act(
        action,
        command,
        done,
        "Projekt podpisze osoba upoważniona; autor projektu nie może go podpisać.",
        Draft,
        start=start,
        load=obliged_in,
        choices=lambda subject, speech: {
            "kind": kinds(action, subject, speech),
            **choices(subject, speech),
        },
        hints=HINTS,
        radios={"days"},
        folded=FOLDED,
        left_out=lambda subject, kind: left_out(subject, kind),
        needed=lambda subject, kind: needed(subject, kind),
        first="kind",
        preview=lambda commands, of, new, ctx: commands.preview_draft(action, of, new, ctx=ctx),
        section="decision",
        template="act_draft.html",
    )


def kinds(action: Action, subject: Subject, speech: Speech) -> list[tuple[str, str]]:
    """The kinds that come about in this step, for this benefit."""
    benefit = subject.case.benefit
    possible = {
        kind: words.KIND_PL[kind]
        for kind, rule in KINDS.items()
        if action in rule.by and (not rule.only_for or benefit in rule.only_for)
    }
    if action is Action.DRAFT_DECISION and not _placement_reopened(subject):
        possible.pop(K.PLACEMENT, None)
    return called(possible, speech)


def _placement_reopened(subject: Subject) -> bool:
    decisions = subject.case.decisions
    return any(d.kind is K.PLACEMENT and d.state == DecisionState.REOPENED for d in decisions)


def choices(subject: Subject, speech: Speech) -> Options:
    return {
        "obliged_id": family(subject, speech),
        "ground": called(GROUND_PL, speech),
        "days": labels("Days", speech),
        "paid_by": called(PAYER_PL, speech),
    }


def left_out(subject: Subject, kind: str) -> Collection[str]:
    """What a draft of this kind has nothing to say about."""
    if kind not in KINDS:
        return set(Content.model_fields)
    wanted = {
        "kind",
        "immediate",
        "immediate_reason",
        "reasons",
        *_own(DecisionKind(kind), subject),
    }
    return set(Draft.model_fields) - wanted


def needed(subject: Subject, kind: str) -> Collection[str]:
    """What a draft of this kind may not leave empty."""
    benefit = subject.case.benefit
    if kind not in KINDS:
        return ()
    optional = FOLDED | {"valid_to"}
    if kind in GRANTING and benefit is not Benefit.PERMANENT:
        optional = FOLDED
    return (
        _own(DecisionKind(kind), subject)
        - optional
        - ({"amount"} if benefit in DELIVERED and not _to_be_paid_back(subject) else set())
        - ({"fees"} if benefit is Benefit.RESIDENTIAL_HOME else set())
        - ({"ground"} if _of_review(subject) else set())
    )


def _to_be_paid_back(subject: Subject) -> bool:
    """Whether the calculation gives it on that condition only."""
    case = subject.case
    if case.benefit in DELIVERED:
        return case.benefit in RETURNABLE and case.right is not None and not case.right.free
    return case.calculation is not None and case.calculation.formula_version in TO_BE_PAID_BACK


def _own(kind: DecisionKind, subject: Subject) -> set[str]:
    benefit = subject.case.benefit
    if kind is K.CONTINUE:  # the calculation says from when to when
        return set()
    rule = KINDS[kind]
    fields = {"valid_from", "valid_to"} if rule.period else set()
    if rule.ground:
        fields.add("ground")
    if kind in WITH_CONTENT:
        fields |= {"service"} if benefit in CARE else {"amount"}
        fields |= {"need"} if benefit in ONCE else set()
    if kind in GRANTING and _to_be_paid_back(subject):
        fields.add("repay")
    if kind in HOMES:
        fields.add("home")
    if kind is K.FEE:
        fields.add("fees")
    if kind is K.GRANT:
        fields.add("in_full")
    return fields


def start(subject: Subject, _kind: str) -> Mapping[str, Any]:
    """What the calculation found, and from the month of the application on."""
    case = subject.case
    found: dict[str, Any] = {"ground": _ground(subject), "home": referred_to(subject)}
    if case.benefit not in SERVICES:
        found["valid_from"] = case.filed_on.replace(day=1)
    if case.proposed is not None:
        found["amount"] = case.proposed
    if case.fee is not None:
        hours = case.hours_per_day
        found["service"] = {"hours_per_day": hours, "fee_per_hour": case.fee.fee_per_hour}
    if case.home_fees is not None:
        found["fees"] = shares(case.home_fees)
    return found


def _of_review(subject: Subject) -> Ground | None:
    """What the draft says where the worker names no ground: why its review was opened."""
    open_ones = {one.id: one.review for one in subject.case.entitlements}
    review = open_ones.get(subject.id)
    return ground_of(ReviewTrigger(review["trigger"])) if review else None


def _ground(subject: Subject) -> str:
    if (found := _of_review(subject)) is not None:
        return found
    if subject.case.withdrawn_on is not None:
        return Ground.WITHDRAWN
    return Ground.INTERVIEW_REFUSED if subject.case.interview_refused_on is not None else ""


def shares(fees: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Who bears the cost of the home, as it was calculated."""
    payers = [
        ("Mieszkaniec", fees["resident"], "RESIDENT", None),
        *(
            (one["reference"], one["pays"], "RELATIVE", one.get("obliged_id"))
            for one in fees["relatives"]
        ),
        ("Gmina", fees["gmina"], "GMINA", None),
    ]
    return [
        {"payer": who, "amount": Decimal(amount), "paid_by": role, "obliged_id": obliged}
        for who, amount, role, obliged in payers
        if Decimal(amount)
    ]


def so_far(subject: Subject, _first: str) -> Mapping[str, Any]:
    """What the draft says now, to be corrected."""
    return vars(subject.decision.terms)
