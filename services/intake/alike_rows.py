"""Rows of one file that may be one person: said before either of them is registered.

A dry run compares a row with the register; the other rows of its file are not there yet. By the
same reasons as at the desk (`identity.reasons`), by look-ups only: a long file is no slower.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from services.intake.identity import (
    SUSPICIOUS,
    Description,
    Match,
    normalised,
    normalised_phone,
    once_misread,
    plain_address,
    reasons,
)
from services.intake.pesel import Pesel, one_slip_away
from services.intake.refusals import PeselInvalid
from services.intake.values import IdType

Row = Mapping[str, str]
Key = tuple[str, str | date]


class AlikeRows:
    """The rows that will be persons, by whatever they may be recognised by."""

    def __init__(self) -> None:
        self._known: dict[str, Description] = {}
        self._by: dict[Key, set[str]] = defaultdict(set)

    def like(self, row: Row) -> dict[str, tuple[Match, ...]]:
        """The earlier rows that hold this one up, and why."""
        wanted = _described(row)
        keys = {*_keys(wanted), *_near_keys(wanted)}
        found = sorted({one for key in keys for one in self._by.get(key, ())})
        why = {one: reasons(wanted, self._known[one]) for one in found}
        return {one: held for one, all_ in why.items() if (held := _suspicious(all_))}

    def add(self, name: str, row: Row) -> None:
        self._known[name] = _described(row)
        for key in _keys(self._known[name]):
            self._by[key].add(name)


def _suspicious(all_: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(match for match in all_ if match in SUSPICIOUS)


def _keys(one: Description) -> Iterator[Key]:
    known: dict[str, str | date | None] = {
        "number": one.identifier,
        "born": one.birth_date,
        "phone": one.phone,
        "address": one.address,
    }
    yield from ((name, value) for name, value in known.items() if value)


def _near_keys(one: Description) -> Iterator[Key]:
    yield from (("number", number) for number in one.near)
    yield from (("born", day) for day in once_misread(one.birth_date))


def _described(row: Row) -> Description:
    """As far as it can be read; what is wrong in it the unit says."""
    number = "".join(row.get("number", "").replace("-", "").split())
    id_type = row.get("id_type") or IdType.PESEL
    of_pesel = id_type == IdType.PESEL
    address = " ".join(row.get(name, "") for name in ("street", "postal_code", "city"))
    return Description(
        normalised(f"{row.get('given_names', '')} {row.get('family_name', '')}"),
        _born(number if of_pesel else "", row.get("birth_date", "")),
        f"{id_type}/{number}" if number else None,
        normalised_phone(row.get("phone", "")) or None,
        plain_address(address) or None,
        frozenset(f"{id_type}/{near}" for near in one_slip_away(number))
        if of_pesel
        else frozenset(),
    )


def _born(pesel: str, told: str) -> date | None:
    try:
        return Pesel.parse(pesel).birth_date if pesel else date.fromisoformat(told)
    except (PeselInvalid, ValueError):
        return None
