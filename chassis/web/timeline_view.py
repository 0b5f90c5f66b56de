"""The timeline as people read it: one dated sentence an entry, what may not be seen left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from osnowa_contracts import wording
from osnowa_contracts.fact import Form
from pydantic import BaseModel, Field

from chassis.context import WARSAW
from chassis.security import Directory
from chassis.timeline import Entry
from chassis.web.language import Speech
from chassis.web.site import Link

RESTRICTED = "Wpis istnieje, brak dostępu"
RESTRICTED_WHY = (
    "Ta jednostka może wiedzieć tylko, że tego dnia coś odnotowano. "
    "O treść można zapytać jednostkę, która ją zapisała."
)
FORM_TITLES = {
    Form.FULL: "Pełna treść",
    Form.SUMMARY: "Skrót: rodzaj, dzień i jednostka",
    Form.EXISTENCE: "Tylko to, że wpis istnieje",
}


class EntryOut(BaseModel):
    """One entry of a client's timeline, with the four times of its fact."""

    position: int = Field(description="grows with each entry; the id of its live event")
    fact_id: UUID
    type: str = Field(examples=["osnowa.publisher.something-happened.v1"])
    publisher: str
    unit: str = Field(description="the unit that acted")
    unit_title: str
    form: Form = Field(description="how much of the fact this unit may see")
    title: str = Field(description="the kind of fact, for people")
    sentence: str = Field(description="what happened, for people")
    occurred_at: datetime
    recorded_at: datetime
    disclosed_at: datetime
    received_at: datetime
    legal_basis: str
    actor_role: str | None
    data: dict[str, Any]

    @property
    def restricted(self) -> bool:
        return self.form is Form.EXISTENCE

    @property
    def occurred_on(self) -> date:
        return self.occurred_at.astimezone(WARSAW).date()


def shown(entry: Entry, speech: Speech, directory: Directory) -> EntryOut:
    """The entry in words; an entry that only exists says just that."""
    restricted = entry.form is Form.EXISTENCE
    return EntryOut(
        position=entry.position,
        fact_id=entry.fact_id,
        type=entry.type,
        publisher=entry.unit,
        unit=entry.unit,
        unit_title=directory.unit_title(entry.unit, speech.language),
        form=entry.form,
        title=kind_title(entry.type, speech),
        sentence=speech.text(RESTRICTED) if restricted else _sentence(entry, speech),
        occurred_at=entry.occurred_at,
        recorded_at=entry.recorded_at,
        disclosed_at=entry.disclosed_at,
        received_at=entry.received_at,
        legal_basis=entry.legal_basis,
        actor_role=entry.actor_role,
        data={} if restricted else entry.data,
    )


def _sentence(entry: Entry, speech: Speech) -> str:
    return wording.sentence(entry.type, entry.form, entry.data, speech.language)


def kind_title(type_: str, speech: Speech) -> str:
    if ".entry-exists." in type_:
        return speech.text(RESTRICTED)
    return wording.title(type_, speech.language)


@dataclass(frozen=True)
class Filter:
    """What the reader asked for; it stands in the address, so it can be kept and sent."""

    unit: str | None = None
    kind: str | None = None
    known_on: date | None = None
    view: str = "full"

    def address(self, person_id: UUID, **other: Any) -> str:
        """The page with this filter, `other` parts added or changed."""
        changed = replace(self, **{k: v for k, v in other.items() if k != "before"})
        parts = {
            "unit": changed.unit,
            "kind": changed.kind,
            "known_on": changed.known_on and changed.known_on.isoformat(),
            "view": changed.view if changed.view != "full" else None,
            "before": other.get("before"),
        }
        query = urlencode({name: value for name, value in parts.items() if value})
        return f"/clients/{person_id}" + (f"?{query}" if query else "")

    def events_address(self, person_id: UUID, head: int) -> str:
        parts = {"after": head, "unit": self.unit, "kind": self.kind}
        query = urlencode({name: value for name, value in parts.items() if value is not None})
        return f"/clients/{person_id}/events?{query}"

    def chosen(
        self, person_id: UUID, speech: Speech, directory: Directory
    ) -> list[tuple[str, Link]]:
        """What is filtered by, each with the address that removes it."""
        found = []
        if self.unit:
            title = directory.unit_title(self.unit, speech.language)
            found.append(("Jednostka", Link(title, self.address(person_id, unit=None))))
        if self.kind:
            title = kind_title(self.kind, speech)
            found.append(("Rodzaj wpisu", Link(title, self.address(person_id, kind=None))))
        if self.known_on:
            day = speech.day(self.known_on)
            found.append(("Stan wiedzy", Link(day, self.address(person_id, known_on=None))))
        return found

    def takes(self, entry: Entry) -> bool:
        return self.unit in (None, entry.unit) and self.kind in (None, entry.type)


def by_day(entries: Iterable[EntryOut]) -> Sequence[tuple[date, Sequence[EntryOut]]]:
    """For the compact view: the page's entries under the days on which they occurred."""
    return [(day, list(group)) for day, group in groupby(entries, lambda e: e.occurred_on)]
