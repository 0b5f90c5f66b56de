"""The words of a proceeding: benefits, questions, answers, kinds of decision, periods, amounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from services.benefits.calculation import Purpose, Step
from services.benefits.grounds import Ground


class Benefit(StrEnum):
    """Benefits in money and in services (ups art. 36)."""

    PERMANENT = "PERMANENT"
    PERIODIC = "PERIODIC"
    TARGETED = "TARGETED"
    SPECIAL_TARGETED = "SPECIAL_TARGETED"
    CONTRACT_TARGETED = "CONTRACT_TARGETED"
    IN_KIND = "IN_KIND"
    HOME_CARE = "HOME_CARE"
    SPECIALIST_CARE = "SPECIALIST_CARE"
    DAY_HOME = "DAY_HOME"
    RESIDENTIAL_HOME = "RESIDENTIAL_HOME"
    MEAL = "MEAL"
    SHELTER = "SHELTER"


CARE = frozenset(
    {Benefit.HOME_CARE, Benefit.SPECIALIST_CARE, Benefit.DAY_HOME, Benefit.RESIDENTIAL_HOME}
)
"""What the care-services team (MOPS-CARE) leads proceedings on (`domain.md` A1)."""

PERMANENT_FORMS = CARE | {Benefit.PERMANENT}
"""Whose interview is repeated every six months, even if nothing changed (ups art. 107 (4))."""


SERVICES = CARE | {Benefit.MEAL, Benefit.SHELTER}
"""Benefits that are no money."""


def purpose_of(benefit: Benefit) -> Purpose:
    """What the income is established for; it decides what is left out (`domain.md` C7)."""
    return Purpose.SERVICES if benefit in SERVICES else Purpose.CASH


class Question(StrEnum):
    """The 7+1 questions of the assessment (`domain.md` C3)."""

    REASON = "Q1"
    UNUSED_ENTITLEMENTS = "Q2a"
    UNUSED_RESOURCES = "Q2b"
    NEEDS = "Q3"
    CRITERION = "Q4"
    DISPROPORTION = "Q5"
    CONDITIONS = "Q6"
    COOPERATION = "Q7"
    WASTE = "Q8"


BY_CERTIFICATE = frozenset({Question.UNUSED_RESOURCES, Question.COOPERATION})
"""Answered by a social worker's certificate only (`domain.md` C3)."""

BY_WORKER = tuple(q for q in Question if q not in BY_CERTIFICATE and q is not Question.WASTE)
"""Answered by the benefits worker before a grant; Q8 belongs to monitoring."""


class AnswerValue(StrEnum):
    YES = "YES"
    NO = "NO"
    PARTLY = "PARTLY"


@dataclass(frozen=True)
class Answer:
    """Value, reasons in words, evidence, author and day of an answer."""

    value: AnswerValue
    text: str
    evidence: tuple[UUID, ...]
    by: str
    on: date


class Place(StrEnum):
    HOME = "HOME"
    OFFICE = "OFFICE"
    FIELD = "FIELD"


@dataclass(frozen=True)
class IncomeComponent:
    """What a receipt adds in the month; `counted` is false for what ups art. 8(4) leaves out."""

    kind: str
    amount: Decimal
    counted: bool = True
    own: bool = True


@dataclass(frozen=True)
class Income:
    """Income of the month that counts, for the household (ups art. 8); `own` is the client's."""

    month: str
    household_size: int
    components: tuple[IncomeComponent, ...]
    total: Decimal
    per_capita: Decimal
    own: Decimal | None = None
    steps: tuple[Step, ...] = ()


class EvidenceKind(StrEnum):
    LABOUR_STATUS = "LABOUR_STATUS"
    INCOME = "INCOME"
    HEALTH = "HEALTH"
    CIVIL_STATUS = "CIVIL_STATUS"
    HOUSING = "HOUSING"


@dataclass(frozen=True)
class Subject:
    """Personal: who another institution is asked about."""

    given_names: str
    family_name: str
    birth_date: date


class ReferralPurpose(StrEnum):
    UNUSED_RESOURCES = "UNUSED_RESOURCES"
    COOPERATION_TERMS = "COOPERATION_TERMS"


class Initiative(StrEnum):
    """At whose wish benefits asks social work for information (`domain.md` A4 SEP-5)."""

    OWN_WITH_CLIENTS_KNOWLEDGE = "OWN_WITH_CLIENTS_KNOWLEDGE"
    CLIENTS_WISH = "CLIENTS_WISH"


@dataclass(frozen=True)
class Referral:
    """The written disposition that the client takes to a social worker (`domain.md` C4)."""

    referral_id: UUID
    number: str
    purposes: tuple[ReferralPurpose, ...]
    initiative: Initiative
    on: date
    contact_by: date


class CooperationAssessor(StrEnum):
    """Who judges whether the client cooperates (`domain.md` A4, M1)."""

    SOCIAL_WORKER = "SOCIAL_WORKER"
    BENEFITS_WORKER = "BENEFITS_WORKER"


class CooperationOutcome(StrEnum):
    """How the client can solve the situation, where the benefits worker judges it ([003])."""

    ALONE = "ALONE"
    SOCIAL_WORK = "SOCIAL_WORK"
    OTHER_SERVICES = "OTHER_SERVICES"


class DecisionKind(StrEnum):
    """What a decision does (`domain.md` C1); what each needs stands in `kinds`."""

    GRANT = "GRANT"
    PARTIAL = "PARTIAL"
    REFUSAL = "REFUSAL"
    REFERRAL = "REFERRAL"
    PLACEMENT = "PLACEMENT"
    FEE = "FEE"
    CHANGE = "CHANGE"
    LIMIT = "LIMIT"
    SUSPEND = "SUSPEND"
    REVOKE = "REVOKE"
    CONFIRM = "CONFIRM"
    UNDUE = "UNDUE"
    DISCONTINUE = "DISCONTINUE"


GRANTING = frozenset({DecisionKind.GRANT, DecisionKind.PARTIAL})
REALISED = GRANTING | {DecisionKind.PLACEMENT}
"""What the realisation team carries out; everything else works by itself."""
ON_REVIEW = frozenset(
    {
        DecisionKind.CHANGE,
        DecisionKind.LIMIT,
        DecisionKind.SUSPEND,
        DecisionKind.REVOKE,
        DecisionKind.CONFIRM,
    }
)


class Days(StrEnum):
    """On which days a service is given."""

    WORKING = "working"
    ALL = "all"


@dataclass(frozen=True)
class ServiceScope:
    """What a decision on a service grants, and what the client pays for an hour."""

    hours_per_day: Decimal
    days: Days
    fee_per_hour: Decimal


@dataclass(frozen=True)
class FeeShare:
    """What one person pays for a month in a home; the office knows others by their name only."""

    payer: str
    amount: Decimal


@dataclass(frozen=True)
class Terms:
    """What a decision says: from when to when, PLN a month or a service, and the side clauses."""

    valid_from: date | None = None
    valid_to: date | None = None
    amount: Decimal | None = None
    service: ServiceScope | None = None
    immediate: bool = False
    immediate_reason: str = ""
    in_full: bool = False
    """Granted as the party demanded and without reasons: final at once (KPA 107 § 4, 127 § 1a)."""
    ground: Ground | None = None
    need: str = ""
    """What a targeted benefit or help in kind is for."""
    home: str = ""
    """The residential home that somebody is referred to or placed in."""
    fees: tuple[FeeShare, ...] = ()
    months: tuple[str, ...] = ()
    """Of an undue benefit, written `2026-08`."""


class Delivery(StrEnum):
    IN_PERSON = "IN_PERSON"
    POST = "POST"
    E_DELIVERY = "E_DELIVERY"
    DEEMED = "DEEMED"


class AppealResult(StrEnum):
    SELF_CORRECTED = "SELF_CORRECTED"
    UPHELD = "UPHELD"
    REVERSED = "REVERSED"
    REMITTED = "REMITTED"
    INADMISSIBLE = "INADMISSIBLE"
    DISCONTINUED = "DISCONTINUED"


class HandOverReason(StrEnum):
    """Why somebody else leads a worker's cases from now on."""

    LEAVE = "LEAVE"
    DEPARTURE = "DEPARTURE"
    WORKLOAD = "WORKLOAD"
    SEPARATION = "SEPARATION"
    OTHER = "OTHER"


class FinalityBasis(StrEnum):
    TERM = "TERM"
    WAIVER = "WAIVER"
    GRANTED_IN_FULL = "GRANTED_IN_FULL"
    SKO = "SKO"


class PaymentMethod(StrEnum):
    TRANSFER = "TRANSFER"
    CASH = "CASH"
    POST = "POST"


class ReviewTrigger(StrEnum):
    NON_COOPERATION = "NON_COOPERATION"
    CERTIFICATE_OVERDUE = "CERTIFICATE_OVERDUE"
    INCOME_CHANGE = "INCOME_CHANGE"
    NEED_CHANGE = "NEED_CHANGE"
    WASTE = "WASTE"
    APPEAL = "APPEAL"


class ReviewResult(StrEnum):
    CONFIRMED = "CONFIRMED"
    CHANGED = "CHANGED"
    LIMITED = "LIMITED"
    SUSPENDED = "SUSPENDED"
    REVOKED = "REVOKED"
