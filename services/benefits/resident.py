"""Who moves into a residential home: the consent, and the sheet that goes with the placement.

The home asks for nothing a second time: what it needs to know on the first day is on the sheet
([000] tab. 2). Without consent nobody is placed, unless a court says so (ups art. 54, 55).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class ConsentAnswer(StrEnum):
    AGREED = "AGREED"
    REFUSED = "REFUSED"


class ConsentGiver(StrEnum):
    """Who agreed: the person, the statutory representative, or a court in their stead."""

    PERSON = "PERSON"
    REPRESENTATIVE = "REPRESENTATIVE"
    COURT = "COURT"


@dataclass(frozen=True)
class HomeConsent:
    """The latest word on living in a home; `reference` is the number of a court's ruling."""

    answer: ConsentAnswer
    by: ConsentGiver
    on: date
    reference: str = ""
    recorded_by: str = ""


@dataclass(frozen=True)
class Resident:
    """Personal: who moves in, as the office knows the person."""

    given_names: str
    family_name: str
    birth_date: date
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contact:
    """Personal: somebody to call."""

    name: str
    relation: str
    phone: str


@dataclass(frozen=True)
class ResidentSheet:
    """Personal: what the home must know on the first day; `version` counts from 1."""

    sheet_id: UUID
    version: int
    on: date
    by: str
    resident: Resident
    contacts: tuple[Contact, ...]
    health_needs: tuple[str, ...]
    representative: str = ""
    aids: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    diet: str = ""
    medicines: str = ""
    doctor: str = ""
    habits: str = ""
