"""Answers a situation from the catalogue: a ranked list that says why, and what is missing.

"If you are in situation S, you may get services U1...Un under conditions W1...Wn in places
M1...Mn" ([000] section 2). A pure function: the same situation, entries and day, the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.intake.catalogue.content import (
    Condition,
    Conditions,
    Content,
    Group,
    Situation,
    Version,
)
from services.intake.catalogue.refusals import SituationEmpty
from services.intake.documents import Document, required
from services.intake.values import Reason


@dataclass(frozen=True)
class Judged:
    """One condition of an entry, held against the situation. `holds` None: must be asked."""

    condition: Condition
    asked: str
    holds: bool | None


@dataclass(frozen=True)
class Match:
    """An entry that fits, and the explanation: what it fits by, what holds, what is missing."""

    entry_id: UUID
    content: Content
    groups: tuple[Group, ...]
    problems: tuple[Reason, ...]
    judged: tuple[Judged, ...]
    documents_missing: tuple[Document, ...]

    @property
    def met(self) -> tuple[Judged, ...]:
        return tuple(one for one in self.judged if one.holds)

    @property
    def unmet(self) -> tuple[Judged, ...]:
        return tuple(one for one in self.judged if one.holds is False)

    @property
    def unknown(self) -> tuple[Judged, ...]:
        return tuple(one for one in self.judged if one.holds is None)


def answer(
    situation: Situation, entries: Iterable[tuple[UUID, Version]], *, on: date
) -> list[Match]:
    """What the person may get on that day, best first. Raises SituationEmpty.

    First comes what no condition forbids; then what fits the most problems that go together, the
    most groups; then what has the fewest questions open.
    """
    if not situation.groups and not situation.problems:
        raise SituationEmpty
    found = (
        _match(entry_id, version.content, situation)
        for entry_id, version in entries
        if version.holds_on(on) and _fits(version.content, situation)
    )
    return sorted(found, key=_rank)


def judged(conditions: Conditions, situation: Situation) -> Iterator[Judged]:
    """Every condition of a service, against what is known."""
    age, income = situation.age, situation.income
    if conditions.min_age is not None:
        holds = None if age is None else age >= conditions.min_age
        yield Judged(Condition.MIN_AGE, str(conditions.min_age), holds)
    if conditions.max_age is not None:
        holds = None if age is None else age <= conditions.max_age
        yield Judged(Condition.MAX_AGE, str(conditions.max_age), holds)
    if conditions.max_income is not None:
        holds = None if income is None else income <= conditions.max_income
        yield Judged(Condition.INCOME, str(conditions.max_income), holds)
    for condition, wanted, known in (
        (Condition.LIVES_HERE, conditions.lives_here, situation.lives_here),
        (Condition.DISABILITY, conditions.disability, situation.disability),
        (Condition.UNEMPLOYED, conditions.unemployed, situation.unemployed),
        (Condition.ALONE, conditions.alone, situation.alone),
        (Condition.CHILDREN, conditions.children, situation.children),
    ):
        if wanted:
            yield Judged(condition, "", known)
    for text in conditions.other:
        yield Judged(Condition.OTHER, text, None)


def _fits(content: Content, situation: Situation) -> bool:
    """A service of another group, or of other problems, is none for this person."""
    asked = [problems for problems in content.problems if problems]
    of_group = (
        not situation.groups
        or not content.groups
        or Group.ANYONE in content.groups
        or bool(set(content.groups) & set(situation.groups))
    )
    of_problem = not situation.problems or not asked or bool(_combination(content, situation))
    named = bool(content.groups and situation.groups) or bool(asked and situation.problems)
    return of_group and of_problem and (named or Group.ANYONE in content.groups)


def _combination(content: Content, situation: Situation) -> tuple[Reason, ...]:
    """The most problems that go together of those that the person has."""
    had = set(situation.problems)
    whole = [problems for problems in content.problems if problems and set(problems) <= had]
    return max(whole, key=len, default=())


def _match(entry_id: UUID, content: Content, situation: Situation) -> Match:
    needed = required(content.documents, situation.problems)
    return Match(
        entry_id,
        content,
        tuple(group for group in content.groups if group in situation.groups),
        _combination(content, situation),
        tuple(judged(content.conditions, situation)),
        tuple(document for document in needed if document not in situation.shown),
    )


def _rank(match: Match) -> tuple[int, int, int, int, int, str, str]:
    return (
        len(match.unmet),
        -len(match.problems),
        -len(match.groups),
        len(match.unknown),
        -len(match.met),
        match.content.title,
        str(match.entry_id),
    )
