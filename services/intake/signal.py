"""Who signalled a need of somebody else, and what is done so that nobody learns who it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from services.intake.values import Channel


class Source(StrEnum):
    """Who signals that help may be needed, so that the centre acts ex officio (art. 102 ust. 2)."""

    POLICE = "POLICE"
    SCHOOL = "SCHOOL"
    HEALTH = "HEALTH"
    NGO = "NGO"
    NEIGHBOUR = "NEIGHBOUR"
    FAMILY = "FAMILY"
    COURT = "COURT"
    OTHER_INSTITUTION = "OTHER_INSTITUTION"
    ANONYMOUS = "ANONYMOUS"


CHANNEL_OF = {Source.POLICE: Channel.POLICE, Source.SCHOOL: Channel.SCHOOL}
"""Sources with a channel of their own; of others the worker says how the signal came."""


@dataclass(frozen=True)
class Caller:
    """Who spoke to us: kept beside the events, so that it can be deleted and is shown to few."""

    name: str = ""
    phone: str = ""
    institution: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.phone or self.institution)


@dataclass(frozen=True)
class Signal:
    """`about`: whom it concerns, in words, where nobody knows who it is yet."""

    source: Source
    about: str = ""


@dataclass(frozen=True)
class CallerNote:
    """Where the caller is kept; `confidential`: their name is not shown to who takes over."""

    ref: UUID
    confidential: bool
