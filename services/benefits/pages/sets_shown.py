"""A set of parameters in words: its fields, and what a proposal would change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args

from pydantic import BaseModel

from chassis.web import Drawing, Drawn, FormErrors
from chassis.web.forms import filled
from chassis.web.language import Speech
from services.benefits import calculation_words as words
from services.benefits.calculation import InForce, ParameterSet
from services.benefits.calculation.sets import (
    Exclusion,
    FeeBand,
    FeeScale,
    IncomeExclusions,
    SpecialistScale,
)
from services.benefits.commands.parameter_inputs import ProposedSet
from services.benefits.legal_parameters import Proposal, ProposalState

FORMS: dict[str, type[BaseModel]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model
    for model in get_args(get_args(ProposedSet)[0])
}
"""The form of each kind of set."""

OF_THE_SET = ("kind", "valid_from", "source")


@dataclass(frozen=True)
class Shown:
    """A set as the page shows it: its fields in words."""

    kind: str
    valid_from: date
    source: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ShownProposal:
    """A proposal with what it would change."""

    proposal: Proposal
    state: str
    changes: tuple[tuple[str, str, str], ...]


def shown(one: ParameterSet, speech: Speech) -> Shown:
    return Shown(one.kind, one.valid_from, one.source, tuple(_fields(one, speech).values()))


def shown_proposal(proposal: Proposal, law: InForce, speech: Speech) -> ShownProposal:
    """Beside what is in force on the first day of the proposed set."""
    new = proposal.proposed
    then = replace(law, day=new.valid_from).all_sets()
    old = next((one for one in then if one.kind == new.kind), None)
    open_ = proposal.state is ProposalState.PROPOSED
    changes = _changes(old, new, speech) if open_ else ()
    return ShownProposal(proposal, words.STATE_PL[proposal.state], changes)


def _changes(
    old: ParameterSet | None, new: ParameterSet, speech: Speech
) -> tuple[tuple[str, str, str], ...]:
    """Title, what was and what will be; also of what is left out of the new set."""
    before = _fields(old, speech) if old is not None else {}
    after = _fields(new, speech)
    nothing = ("", speech.text("nie ustawiono"))
    return tuple(
        ((after.get(name) or before[name])[0], was, will)
        for name in {**after, **before}
        if (was := before.get(name, nothing)[1]) != (will := after.get(name, nothing)[1])
    )


def _fields(one: ParameterSet, speech: Speech) -> dict[str, tuple[str, str]]:
    """Title and value of every field but those that each set has."""
    values = form_values(one)
    _, drawn = Drawing(speech, options(speech)).of(FORMS[one.kind], FormErrors(values=values))
    found: dict[str, tuple[str, str]] = {}
    for field in drawn:
        if field.kind != "rows" and field.name not in OF_THE_SET:
            found[field.name] = (field.title, _told(field, values, speech))
    match one:
        case IncomeExclusions(exclusions=exclusions):
            found |= _exclusions(exclusions, speech)
        case FeeScale(bands=bands) | SpecialistScale(bands=bands):
            found |= _bands(bands, speech)
    return found


def _exclusions(exclusions: tuple[Exclusion, ...], speech: Speech) -> dict[str, tuple[str, str]]:
    titles = words.CODES_PL["purpose"]
    return {
        one.receipt: (
            one.pl if speech.language == "pl" else one.en,
            ", ".join(speech.text(titles[purpose]) for purpose in one.purposes),
        )
        for one in exclusions
    }


def _bands(bands: tuple[FeeBand, ...], speech: Speech) -> dict[str, tuple[str, str]]:
    """The share of a single person and of one in a family, by the end of the band."""
    t = speech.text
    return {
        f"band.{band.up_to}": (
            t("powyżej")
            if band.up_to is None
            else t("do {limit}% kryterium", limit=f"{band.up_to:f}"),
            t(
                "osoba samotna {single}%, w rodzinie {family}%",
                single=f"{band.single:f}",
                family=f"{band.family:f}",
            ),
        )
        for band in bands
    }


def _told(field: Drawn, values: dict[str, list[str]], speech: Speech) -> str:
    typed = [value for value in values.get(field.name, []) if value]
    if not typed:
        return speech.text("nie" if field.kind == "flag" else "nie ustawiono")
    match field.kind:
        case "money":
            return speech.money(Decimal(typed[0].replace(",", ".")))
        case "flag":
            return speech.text("tak")
        case "choice" | "many":
            titles = dict(field.options)
            return ", ".join(titles.get(value, value) for value in typed)
        case "date":
            return speech.day(date.fromisoformat(typed[0]))
    return typed[0]


def form_values(one: ParameterSet) -> dict[str, list[str]]:
    """The set as its form holds it."""
    return filled(vars(one))


def options(speech: Speech) -> dict[str, list[tuple[str, str]]]:
    """Codes and what they are called, for the fields that are chosen."""
    return {
        name: [(str(code), speech.text(text)) for code, text in titles.items()]
        for name, titles in words.CODES_PL.items()
    }
