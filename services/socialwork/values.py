"""The words of social work: sources, actions, results, referrals, months of cooperation.

The codes are those of the public facts (`osnowa_contracts.codes`); a test holds the two together.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

MOST_ENVIRONMENTS = 20
"""Model load of one social worker ([002] table 34): a warning, never a block."""

CERTIFICATE_DAYS = 7
"""Within these days from the referral a certificate is issued (KPA art. 217 par. 3)."""


class Source(StrEnum):
    """What social work began with."""

    TRIAGE = "TRIAGE"
    REFERRAL = "REFERRAL"
    OWN_REQUEST = "OWN_REQUEST"
    IDENTIFIED = "IDENTIFIED"


class Area(StrEnum):
    """Areas of a diagnosis: the reasons of ups art. 7."""

    POVERTY = "1"
    ORPHANHOOD = "2"
    HOMELESSNESS = "3"
    UNEMPLOYMENT = "4"
    DISABILITY = "5"
    ILLNESS = "6"
    VIOLENCE = "7"
    TRAFFICKING = "7a"
    MATERNITY = "8"
    HELPLESSNESS = "9"
    FOREIGNER = "11"
    AFTER_PRISON = "12"
    ADDICTION = "13"
    CRISIS = "14"
    DISASTER = "15"
    OTHER = "99"


class ActionType(StrEnum):
    """The 17 actions of methodical social work (`domain.md` D3); a visit is a place, not one."""

    EXPLAINING = "EXPLAINING"
    SUPPORTING = "SUPPORTING"
    ADVICE = "ADVICE"
    EDUCATIONAL = "EDUCATIONAL"
    CONFRONTATION = "CONFRONTATION"
    PERSUASION = "PERSUASION"
    REQUIREMENTS = "REQUIREMENTS"
    WIDENING_CONTACTS = "WIDENING_CONTACTS"
    ACCOMPANYING = "ACCOMPANYING"
    ADVOCACY = "ADVOCACY"
    PSYCHOEDUCATION = "PSYCHOEDUCATION"
    MEDIATION = "MEDIATION"
    INTERVENTION = "INTERVENTION"
    ORGANISING_COUNSELLING = "ORGANISING_COUNSELLING"
    REACHING_SPECIALISTS = "REACHING_SPECIALISTS"
    CONSULTATION = "CONSULTATION"
    WIDENING_OFFER = "WIDENING_OFFER"


class Place(StrEnum):
    HOME = "HOME"
    OFFICE = "OFFICE"
    FIELD = "FIELD"


class NoteKind(StrEnum):
    """What the paper in the social worker's file is ([001] to [003])."""

    OFFICIAL_NOTE = "OFFICIAL_NOTE"
    RECOGNITION = "RECOGNITION"
    OPINION = "OPINION"
    LETTER = "LETTER"


class Result(StrEnum):
    """How social work ended (`domain.md` D1)."""

    SELF_RELIANT = "SELF_RELIANT"
    GOALS_PARTLY = "GOALS_PARTLY"
    NO_COOPERATION = "NO_COOPERATION"
    MOVED = "MOVED"
    DIED = "DIED"
    TRANSFERRED = "TRANSFERRED"


class Service(StrEnum):
    """Services whose need a social worker may report as changed."""

    HOME_CARE = "HOME_CARE"
    SPECIALIST_CARE = "SPECIALIST_CARE"
    DAY_HOME = "DAY_HOME"
    RESIDENTIAL_HOME = "RESIDENTIAL_HOME"
    MEAL = "MEAL"
    SHELTER = "SHELTER"


class Known(StrEnum):
    """How the client stands to benefits being told (`domain.md` A4, SEP-5)."""

    WITH_CLIENTS_KNOWLEDGE = "WITH_CLIENTS_KNOWLEDGE"
    AT_CLIENTS_WISH = "AT_CLIENTS_WISH"


class RelevantFact(StrEnum):
    """Typed other information for benefits ([002] table 24); never a narrative."""

    RESOURCE_WASTE = "RESOURCE_WASTE"
    CHANGE_OF_HOUSEHOLD = "CHANGE_OF_HOUSEHOLD"
    CHANGE_OF_INCOME = "CHANGE_OF_INCOME"
    CHANGE_OF_NEED = "CHANGE_OF_NEED"


@dataclass(frozen=True)
class Referral:
    """The paper by which benefits sends a client to a social worker (`domain.md` C4)."""

    referral_id: UUID
    case_id: UUID
    number: str
    purposes: tuple[str, ...]
    on: date
    contact_by: date

    @property
    def certificate_due(self) -> date:
        return self.on + timedelta(days=CERTIFICATE_DAYS)


@dataclass(frozen=True)
class NeedChange:
    """More, or less, of a service, as the social worker sees it in the field."""

    service: Service
    hours_per_day: Decimal
    valid_from: date
    case_id: UUID | None = None
    order_id: UUID | None = None
