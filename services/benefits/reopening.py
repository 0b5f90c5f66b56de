"""Reopening a proceeding that a final decision ended, for a defect (KPA 145 to 149).

Not to be mixed up with a change for what happened after the decision (ups art. 106 ust. 5): that is
a review of the benefit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from osnowa_contracts import codes

from services.benefits import deadlines
from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.reopening import (
    OnRequestOnly,
    ReopeningBarred,
    ReopeningRequestLate,
    ReopeningUnfounded,
)

ReopeningGround = codes.ReopeningGround


@dataclass(frozen=True)
class GroundRule:
    basis: str
    years: int
    """After so many years from delivery the decision is not revoked any more (KPA 146 § 1)."""
    on_request_only: bool = False


_TEN, _FIVE = 10, 5
G = ReopeningGround

GROUNDS: dict[ReopeningGround, GroundRule] = {
    G.FALSE_EVIDENCE: GroundRule("art. 145 § 1 pkt 1 k.p.a.", _TEN),
    G.CRIME: GroundRule("art. 145 § 1 pkt 2 k.p.a.", _TEN),
    G.BIASED_OFFICIAL: GroundRule("art. 145 § 1 pkt 3 k.p.a.", _FIVE),
    G.PARTY_LEFT_OUT: GroundRule("art. 145 § 1 pkt 4 k.p.a.", _FIVE, on_request_only=True),
    G.NEW_FACTS: GroundRule("art. 145 § 1 pkt 5 k.p.a.", _FIVE),
    G.POSITION_MISSING: GroundRule("art. 145 § 1 pkt 6 k.p.a.", _FIVE),
    G.PRELIMINARY_QUESTION: GroundRule("art. 145 § 1 pkt 7 k.p.a.", _FIVE),
    G.BASE_DECISION_GONE: GroundRule("art. 145 § 1 pkt 8 k.p.a.", _FIVE),
    G.CONSTITUTIONAL_COURT: GroundRule("art. 145a k.p.a.", _FIVE, on_request_only=True),
    G.COURT_OF_JUSTICE: GroundRule("art. 145aa k.p.a.", _FIVE, on_request_only=True),
    G.EQUAL_TREATMENT: GroundRule("art. 145b k.p.a.", _FIVE, on_request_only=True),
}

REQUEST_MONTHS = 1
"""From learning of the ground, or of the decision where a party was left out (KPA 148)."""


@dataclass(frozen=True)
class Reopening:
    """Why, at whose wish and when a proceeding was reopened; `what` names the defect in words."""

    ground: ReopeningGround
    what: str
    on_request: bool
    learned_on: date
    requested_on: date | None
    by: str
    on: date


def check_reopening(reopening: Reopening, *, delivered_on: date) -> None:
    """Raises what stands in the way of it."""
    rule = GROUNDS[reopening.ground]
    if not reopening.what.strip():
        raise ReopeningUnfounded(rule.basis)
    for day in (reopening.learned_on, reopening.requested_on):
        if day is not None and day > reopening.on:
            raise InTheFuture(day)
    if rule.on_request_only and not reopening.on_request:
        raise OnRequestOnly(rule.basis)
    if reopening.on_request:
        until = deadlines.after_months(reopening.learned_on, REQUEST_MONTHS)
        if (reopening.requested_on or reopening.on) > until:
            raise ReopeningRequestLate(until)
    last = _years_after(delivered_on, rule.years)
    if reopening.on > last:
        raise ReopeningBarred(last, rule.years)


def _years_after(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)
