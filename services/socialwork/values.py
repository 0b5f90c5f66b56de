"""The words of social work: sources, actions, results, referrals, months of cooperation.

What a fact tells is a code of the contracts; what stays at home has its list here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from osnowa_contracts import codes

Source = codes.SocialWorkSource
Area = codes.Reason
ActionType = codes.SocialWorkAction
Place = codes.Place
Result = codes.SocialWorkResult
RelevantFact = codes.RelevantFact
ContractVariant = codes.ContractVariant
ContractProvision = codes.ContractProvision
ContractEnd = codes.ContractEnd

MOST_ENVIRONMENTS = 20
"""Model load of one social worker ([002] table 34): a warning, never a block."""

CERTIFICATE_DAYS = 7
"""Within these days from the referral a certificate is issued (KPA art. 217 par. 3)."""


class NoteKind(StrEnum):
    """What the paper in the social worker's file is ([001] to [003])."""

    OFFICIAL_NOTE = "OFFICIAL_NOTE"
    RECOGNITION = "RECOGNITION"
    OPINION = "OPINION"
    LETTER = "LETTER"


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


class ContractBenefit(StrEnum):
    """What may be asked for out of a social contract (ups art. 39a)."""

    CONTRACT_TARGETED = "CONTRACT_TARGETED"
    TARGETED = "TARGETED"
    PERIODIC = "PERIODIC"


@dataclass(frozen=True)
class Referral:
    """The paper by which benefits sends a client to a social worker (`domain.md` C4)."""

    referral_id: UUID
    case_id: UUID
    number: str
    purposes: tuple[str, ...]
    on: date
    contact_by: date
    worker_id: str = ""
    """Whom of the team the client is sent to, where benefits named one."""

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
