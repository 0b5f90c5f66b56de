"""Who keeps house together from which day, and how a wrongly noted member changes that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from services.intake.values import Member


@dataclass(frozen=True)
class Composition:
    """Who keeps house together from this day on; nobody once the household has ended."""

    members: tuple[Member, ...]
    since: date


@dataclass(frozen=True)
class Stay:
    """A member from a day up to, not including, another; `until` is None while it lasts."""

    member: Member
    since: date
    until: date | None


def stays(compositions: tuple[Composition, ...]) -> Iterator[Stay]:
    """Each member's periods, in the order in which they began; a relation has its own."""
    going: dict[Member, date] = {}
    for composition in compositions:
        for member in [m for m in going if m not in composition.members]:
            if (since := going.pop(member)) < composition.since:
                yield Stay(member, since, composition.since)
        for member in composition.members:
            going.setdefault(member, composition.since)
    for member, since in going.items():
        yield Stay(member, since, None)


def corrected(
    compositions: tuple[Composition, ...], stay: Stay, member: Member, since: date
) -> tuple[Composition, ...]:
    """As if this stay, which still lasts, had been noted like this from the beginning."""
    days = sorted({*(one.since for one in compositions), since})
    made: list[Composition] = []
    for day in days:
        past = [one.members for one in compositions if one.since <= day]
        were = past[-1] if past else ()
        others = tuple(
            one for one in were if day < stay.since or one.person_id != stay.member.person_id
        )
        place = were.index(stay.member) if stay.member in were else len(others)
        now = (*others[:place], member, *others[place:]) if day >= since else others
        if now or made:
            made.append(Composition(now, day))
    return (made[0], *(one for before, one in pairwise(made) if one.members != before.members))
