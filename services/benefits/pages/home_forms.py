"""What the forms of a residential home start with: the family in the register, home and sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from chassis.database import Reading
from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import queries
from services.benefits.api.realised import ObligedOut, obliged_of_row
from services.benefits.calculation import Relation
from services.benefits.calculation_words import CODES_PL
from services.benefits.pages.act_forms import Subject, called
from services.benefits.pages.case_forms import FOLDED_INCOME
from services.benefits.queries import realisation
from services.benefits.values import Benefit, DecisionKind

FOLDED_RELATIVE = {"degree", "exempt_percent", "agreed"} | FOLDED_INCOME

WORDS = ("representative", "diet", "medicines", "doctor", "habits")
LISTS = ("health_needs", "aids", "risks")


def care_home(subject: Subject) -> bool:
    return subject.case.benefit is Benefit.RESIDENTIAL_HOME


async def obliged_in(reading: Reading, case_id: UUID) -> list[ObligedOut]:
    """The register of the case."""
    rows = await realisation.obliged_persons(reading, person_id=None, case_id=case_id)
    return [obliged_of_row(row) for row in rows]


def named(obliged: Iterable[ObligedOut] | None) -> list[tuple[str, str]]:
    """As choices."""
    return [(str(one.obliged_id), one.name) for one in obliged or ()]


async def obliged_beside(reading: Reading, decision_id: UUID) -> list[ObligedOut]:
    """The register of the case that a decision is of."""
    case_id = await queries.case_of_decision(reading, decision_id)
    return await obliged_in(reading, case_id) if case_id else []


def family(subject: Subject, speech: Speech) -> list[tuple[str, str]]:
    """Who is in the register, as the choices of a row."""
    return named(subject.beside) or [("", speech.text("nikogo jeszcze nie wpisano"))]


def relatives(subject: Subject, speech: Speech) -> Options:
    """How they are related, and who of them is in the register."""
    return {
        "relation": called(CODES_PL["relation"], speech),
        "kind": called(CODES_PL["kind"], speech),
        "obliged_id": family(subject, speech),
    }


def who_may_pay(subject: Subject, _first: str) -> Mapping[str, Any]:
    """The family from the register, so that nobody types it again; what was calculated before."""
    before = subject.case.home_fees or {}
    called_before = {one.get("obliged_id"): one["reference"] for one in before.get("relatives", ())}
    registered = [
        {
            "reference": called_before.get(str(one.obliged_id), one.name),
            "relation": one.relation,
            "income": one.situation.income,
            "household_size": one.situation.household_size,
            "obliged_id": one.obliged_id,
        }
        for one in subject.beside or ()
        if one.relation in set(Relation)
    ]
    cost = {"cost": Decimal(before["cost"])} if before else {}
    return {**cost, "relatives": registered}


def referred_to(subject: Subject) -> str:
    """The home that the client was referred to."""
    homes = [
        one.terms.home
        for one in subject.case.decisions
        if one.kind is DecisionKind.REFERRAL and one.number
    ]
    return homes[-1] if homes else ""


def sheet_so_far(subject: Subject, _first: str) -> Mapping[str, Any]:
    """A sheet is written anew as a whole, so the form brings what the last one says."""
    sheet = subject.case.sheet
    if sheet is None:
        return {}
    found: dict[str, Any] = {name: getattr(sheet, name) for name in WORDS}
    found |= {name: [{"what": one} for one in getattr(sheet, name)] for name in LISTS}
    return {**found, "contacts": sheet.contacts}
