"""What the earlier rows of a file would make of a row: a dry run says it, though none is there yet.

The unit compares a row with what it keeps. Only the file knows that two of its rows are alike, that
a mother's row comes before her child's, and that one person is not in two households on one day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from services.intake.alike_rows import AlikeRows

Json = dict[str, Any]
Wrong = tuple[str, str]
"""The code that the run would be refused with, and what to do."""
IsThere = Callable[[str], Awaitable[bool]]
"""Whether a row of persons was taken over before, from whichever file."""
FOR_EVER = "9999-12-31"


class Rehearsal:
    """Of rows that have nothing to do with each other."""

    async def wrong(self, row: str, body: Json, is_there: IsThere) -> Wrong | None:  # noqa: ARG002  # nothing can be
        return None

    def keep(self, row: str, body: Json) -> None:
        """Called for a row that would be taken over."""


@dataclass
class RehearsedPersons(Rehearsal):
    """Rows that may be one person, and children who come after their mothers."""

    alike: AlikeRows = field(default_factory=AlikeRows)
    taken: set[str] = field(default_factory=set)

    async def wrong(self, row: str, body: Json, is_there: IsThere) -> Wrong | None:
        found = None if body.get("same_person") else await self._wrong(body, is_there)
        return None if found is None or await is_there(row) else found

    async def _wrong(self, body: Json, is_there: IsThere) -> Wrong | None:
        mother = body.get("mother_row")
        if mother and mother not in self.taken and not await is_there(mother):
            return "RowUnknown", (
                f"Wiersza matki {mother} nie przeniesiono. Wpisz ją wcześniej w tym pliku i popraw"
                " jej wiersz, jeśli jest odrzucony."
            )
        like = {} if body.get("none_of_these") else self.alike.like(body)
        whom = "; ".join(f"{one} ({', '.join(why)})" for one, why in like.items())
        said = (
            f"Podobne są wcześniejsze wiersze tego pliku: {whom}. Jeśli to ktoś inny, wpisz"
            " none_of_these; jeśli ta sama osoba, zostaw jeden wiersz."
        )
        return ("DuplicateSuspected", said) if like else None

    def keep(self, row: str, body: Json) -> None:
        self.taken.add(row)
        self.alike.add(row, body)


@dataclass
class RehearsedHouseholds(Rehearsal):
    """Days are compared as they are written: 2026-01-20."""

    stays: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    async def wrong(self, row: str, body: Json, is_there: IsThere) -> Wrong | None:  # noqa: ARG002  # the unit asks
        since, until = body.get("since", ""), body.get("until") or FOR_EVER
        if until <= since:
            return None  # the unit refuses it whatever else stands in the file
        for member in body["members"]:
            for other, began, ended in self.stays.get(member["row"], ()):
                if began < until and since < ended:
                    return "AlreadyInHousehold", (
                        f"Osoba z wiersza {member['row']} należy w tym czasie do gospodarstwa z"
                        f" wiersza {other}. Popraw dni albo skład."
                    )
        return None

    def keep(self, row: str, body: Json) -> None:
        stay = row, body["since"], body.get("until") or FOR_EVER
        for member in body["members"]:
            self.stays.setdefault(member["row"], []).append(stay)
