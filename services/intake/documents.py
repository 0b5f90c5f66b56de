"""Documents that a matter needs, by what is asked for and the situation (ups art. 107)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from services.intake.values import BenefitType, Reason


class Document(StrEnum):
    """Kinds of document that the catalogue of help asks for."""

    IDENTITY = "IDENTITY"
    RESIDENCE_TITLE = "RESIDENCE_TITLE"
    INCOME = "INCOME"
    PENSION = "PENSION"
    LABOUR_STATUS = "LABOUR_STATUS"
    DISABILITY = "DISABILITY"
    MEDICAL = "MEDICAL"
    SCHOOL = "SCHOOL"
    MAINTENANCE = "MAINTENANCE"
    RENT = "RENT"
    FARM = "FARM"
    GUARDIANSHIP = "GUARDIANSHIP"
    RELEASE_FROM_PRISON = "RELEASE_FROM_PRISON"
    COST_ESTIMATE = "COST_ESTIMATE"


@dataclass(frozen=True)
class Needed:
    """A document; `when` names the reasons for help that call for it, empty: always."""

    document: Document
    when: tuple[Reason, ...] = ()

    def applies(self, reasons: Iterable[Reason]) -> bool:
        return not self.when or bool(set(self.when) & set(reasons))


@dataclass(frozen=True)
class Checked:
    """What was asked for, which documents it needs, and which of them the client showed."""

    benefit_types: tuple[BenefitType, ...]
    required: tuple[Document, ...]
    shown: tuple[Document, ...]

    @property
    def missing(self) -> tuple[Document, ...]:
        return tuple(one for one in self.required if one not in self.shown)


def required(needed: Iterable[Needed], reasons: Iterable[Reason]) -> tuple[Document, ...]:
    """Each once, in the order of the code list."""
    wanted = {one.document for one in needed if one.applies(tuple(reasons))}
    return tuple(document for document in Document if document in wanted)
