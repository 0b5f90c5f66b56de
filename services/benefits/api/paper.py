"""A decision, a notice and other letters on paper: who wrote to whom, about what, who signed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from chassis.security import Directory
from services.benefits import notice, words
from services.benefits.decision_delivery import BOARD
from services.benefits.letter import Letter
from services.benefits.polish import day
from services.benefits.queries.names import full_name
from services.benefits.timekeeping_events import Notice
from services.benefits.values import Benefit, DecisionKind
from services.benefits.writings import Writing

_letter = TypeAdapter(Letter)


@dataclass(frozen=True)
class Paper:
    """What the template `decision.html` draws."""

    name: str
    """Of the file."""
    number: str
    on: str
    party: str
    address: tuple[str, ...]
    subject: str
    letter: Letter | None
    signed_by: str
    position: str
    draft: bool


def paper(row: Any, directory: Directory) -> Paper:
    """`row` is the decision with its party, as `queries.decision` gives it."""
    view = json.loads(row["view"])
    number = view["number"]
    on = view["issued_on"] or view["drafted_on"]
    name, position = _signature(view.get("signed_by") or "", directory)
    kind = words.KIND_PL[DecisionKind(row["kind"])]
    benefit = words.BENEFIT_PL[Benefit(row["benefit"])]
    letter = view.get("letter")
    return Paper(
        name=f"decyzja-{number.replace('/', '-')}" if number else "projekt-decyzji",
        number=number,
        on=day(date.fromisoformat(on)),
        party=full_name(row),
        address=address_of(row["address"]),
        subject=f"{benefit}: {kind}",
        letter=_letter.validate_python(letter) if letter else None,
        signed_by=name,
        position=position,
        draft=not number,
    )


@dataclass(frozen=True)
class NoticePaper:
    """What the template `notice.html` draws."""

    name: str
    """Of the file."""
    on: str
    party: str
    address: tuple[str, ...]
    letter: notice.NoticeLetter
    signed_by: str
    position: str


def notice_paper(row: Any, told: Notice, directory: Directory) -> NoticePaper:
    """`row` is the case with its party, as `queries.case` gives it."""
    name, position = _signature(told.by, directory)
    ex_officio = bool(json.loads(row["view"])["ex_officio"])
    return NoticePaper(
        name=f"zawiadomienie-{told.on}",
        on=day(told.on),
        party=full_name(row),
        address=address_of(row["address"]),
        letter=notice.write(told, Benefit(row["benefit"]), row["filed_on"], ex_officio=ex_officio),
        signed_by=name,
        position=position,
    )


@dataclass(frozen=True)
class WritingPaper:
    """What the template `writing.html` draws."""

    on: str
    party: str
    address: tuple[str, ...]
    text: Writing
    signed_by: str
    position: str


def written(row: Any, text: Writing, on: date, by: str, directory: Directory) -> WritingPaper:
    """`row` is the case with its party; `by` wrote it, or leads the case where nobody noted it."""
    signed_by, position = _signature(by or row["worker"] or "", directory)
    return WritingPaper(
        on=day(on),
        party=full_name(row),
        address=address_of(row["address"]),
        text=text,
        signed_by=signed_by,
        position=position,
    )


def _signature(worker_id: str, directory: Directory) -> tuple[str, str]:
    if worker_id == BOARD:
        return "Samorządowe Kolegium Odwoławcze", ""
    member = directory.members.get(worker_id)
    if member is None:
        return worker_id, ""
    return member.worker.name, directory.role_title(member.worker.role)


def address_of(stored: str | None) -> tuple[str, ...]:
    if not stored:
        return ()
    found = json.loads(stored)
    return (found["street"], f"{found['postal_code']} {found['city']}")
