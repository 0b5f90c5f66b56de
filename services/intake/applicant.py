"""Who may apply for help: the person, their representative, or another with consent (art. 102).

The centre may also act by itself: then there is a signal and no application (art. 102 ust. 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.intake.contact_refusals import (
    ApplicantUnsaid,
    ConsentInFuture,
    ConsentMissing,
    MinorNeedsRepresentative,
    RepresentationMissing,
)
from services.intake.values import Reporter

OF_AGE = 18


class Applicant(StrEnum):
    """In whose voice the application speaks."""

    SELF = "SELF"
    REPRESENTATIVE = "REPRESENTATIVE"  # parent, guardian, or another statutory representative
    OTHER_PERSON = "OTHER_PERSON"  # with the consent of the person or of their representative


class Representation(StrEnum):
    """What makes somebody a statutory representative."""

    PARENT = "PARENT"
    GUARDIAN = "GUARDIAN"  # opiekun prawny
    CURATOR = "CURATOR"  # kurator
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY"  # KPA art. 33


class ConsentForm(StrEnum):
    WRITTEN = "WRITTEN"
    ORAL = "ORAL"  # noted by the worker who heard it


@dataclass(frozen=True)
class AppliedBy:
    """Who applied, what they are to the client, and what lets them: a document, or a consent."""

    applicant: Applicant = Applicant.SELF
    name: str = ""
    representation: Representation | None = None
    document_seen: bool = False
    consent: ConsentForm | None = None
    consent_on: date | None = None
    relation: Reporter | None = None


def came_themselves(reported_by: Reporter | None) -> bool:
    """Also where nobody noted who came."""
    return reported_by in (None, Reporter.SELF)


def applied_by(told: AppliedBy | None, reported_by: Reporter | None) -> AppliedBy:
    """The client, unless something else is said. Raises ApplicantUnsaid where another came."""
    if told is None and not came_themselves(reported_by):
        raise ApplicantUnsaid
    return told or AppliedBy()


def require_right_to_apply(by: AppliedBy, *, born: date | None, today: date) -> None:
    """Raises MinorNeedsRepresentative, RepresentationMissing, ConsentMissing, ConsentInFuture.

    `born`: the client's birth date, where it is known.
    """
    match by.applicant:
        case Applicant.SELF:
            if born is not None and born <= today and age_on(born, today) < OF_AGE:
                raise MinorNeedsRepresentative
        case Applicant.REPRESENTATIVE:
            if not by.name.strip() or by.representation is None or not by.document_seen:
                raise RepresentationMissing
        case Applicant.OTHER_PERSON:
            if not by.name.strip() or by.consent is None or by.consent_on is None:
                raise ConsentMissing
            if by.consent_on > today:
                raise ConsentInFuture


def age_on(born: date, day: date) -> int:
    """In full years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
