"""The words of a proceeding: benefits, questions, answers, kinds of decision, periods, amounts.

What a fact tells is a code of the contracts; what stays at home has its list here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from osnowa_contracts import codes

from services.benefits.calculation import Purpose, Step
from services.benefits.counting import Reason
from services.benefits.grounds import Ground
from services.benefits.realisation.values import Payer

Benefit = codes.Benefit
Question = codes.Question
AnswerValue = codes.Answer
Place = codes.Place
EvidenceKind = codes.EvidenceKind
ReferralPurpose = codes.ReferralPurpose
DecisionKind = codes.DecisionKind
Days = codes.Days
Delivery = codes.Delivery
AppealResult = codes.AppealResult
LateAppealResult = codes.LateAppealResult
FinalityBasis = codes.FinalityBasis
PaymentMethod = codes.PaymentMethod
ReviewTrigger = codes.ReviewTrigger
ReviewResult = codes.ReviewResult

CARE = frozenset(
    {Benefit.HOME_CARE, Benefit.SPECIALIST_CARE, Benefit.DAY_HOME, Benefit.RESIDENTIAL_HOME}
)
"""What the care-services team (MOPS-CARE) leads proceedings on (`domain.md` A1)."""

PERMANENT_FORMS = CARE | {Benefit.PERMANENT}
"""Whose interview is repeated every six months, even if nothing changed (ups art. 107 (4))."""

SERVICES = CARE | {Benefit.MEAL, Benefit.SHELTER, Benefit.TRAINING_FLAT}
"""Benefits that are no money."""

DELIVERED_ONCE = frozenset(
    {Benefit.IN_KIND, Benefit.CLOTHING, Benefit.BURIAL, Benefit.CREDITED_TICKET}
)
"""Given once, and in no money."""

DELIVERED = DELIVERED_ONCE | {Benefit.MEAL, Benefit.SHELTER, Benefit.TRAINING_FLAT}
"""No money and no order: what was given is recorded, month by month unless it is given once."""

VALUED = DELIVERED - {Benefit.MEAL}
"""An amount in the decision is what the help is worth; only a meal may also be money for food."""

PAID_ONCE = frozenset({Benefit.LOSS, Benefit.CONTRACT_TARGETED, Benefit.ECONOMIC_INDEPENDENCE})
"""The whole amount is paid once, however long the decision holds."""

WHOLE_MONTHS = frozenset({Benefit.TARGETED, Benefit.SPECIAL_TARGETED})
"""Granted for a need, not for days: a month of it is never paid in part (ups art. 39)."""

ONCE = PAID_ONCE | DELIVERED_ONCE | WHOLE_MONTHS
"""Granted for a need, not for months."""

MONTHLY_MONEY = frozenset(Benefit) - SERVICES - DELIVERED - PAID_ONCE
"""Money month by month, which a small change of income leaves as it is (ups art. 106 ust. 3b)."""
RETURNABLE = frozenset({Benefit.PERIODIC, Benefit.TARGETED, Benefit.IN_KIND})
"""Also for an income above the criterion, if all or a part of it is paid back (ups art. 41)."""

LOAN = Benefit.ECONOMIC_INDEPENDENCE
"""A benefit once, or a loan without interest that is paid back whole (ups art. 43 ust. 1)."""

UNDER_CONTRACT = frozenset({Benefit.PERIODIC, Benefit.TARGETED, Benefit.CONTRACT_TARGETED})
"""May go on after work was found, while a social contract holds (ups art. 39a ust. 2)."""


def purpose_of(benefit: Benefit) -> Purpose:
    """What the income is established for; it decides what is left out (`domain.md` C7)."""
    return Purpose.SERVICES if benefit in SERVICES else Purpose.CASH


BY_CERTIFICATE = frozenset({Question.UNUSED_RESOURCES, Question.COOPERATION})
"""Answered by a social worker's certificate only (`domain.md` C3)."""

BY_WORKER = tuple(q for q in Question if q not in BY_CERTIFICATE and q is not Question.WASTE)
"""Answered by the benefits worker before a grant; Q8 belongs to monitoring."""


@dataclass(frozen=True)
class Answer:
    """Value, explanation, evidence, author and day of an answer; Q1 also names the reasons."""

    value: AnswerValue
    text: str
    evidence: tuple[UUID, ...]
    by: str
    on: date
    reasons: tuple[Reason, ...] = ()


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
    by_law_of: date | None = None
    """The day of the law, where it was told: for months of the past."""


@dataclass(frozen=True)
class AppliedBy:
    """Personal: who applied for the client, and when the client agreed to it (ups art. 102)."""

    name: str
    relation: str = ""
    consent_on: date | None = None


@dataclass(frozen=True)
class DefectsCall:
    """What the party was called to bring, and by when (KPA 64 § 2); its paper is made of it."""

    missing: tuple[str, ...]
    on: date
    complete_by: date
    by: str = ""


@dataclass(frozen=True)
class Subject:
    """Personal: who another institution is asked about."""

    given_names: str
    family_name: str
    birth_date: date


class Initiative(StrEnum):
    """At whose wish benefits asks social work for information (`domain.md` A4 SEP-5)."""

    OWN_WITH_CLIENTS_KNOWLEDGE = "OWN_WITH_CLIENTS_KNOWLEDGE"
    CLIENTS_WISH = "CLIENTS_WISH"


@dataclass(frozen=True)
class HandedOver:
    """When and how the client was given a referral, and who says so."""

    on: date
    how: Delivery
    by: str


@dataclass(frozen=True)
class Referral:
    """The written disposition that the client takes to a social worker (`domain.md` C4).

    `team` is the unit that is to be contacted, `social_worker` its worker where one was named;
    `instruction` is what the client was told of the consequences. Older referrals know none.
    """

    referral_id: UUID
    number: str
    purposes: tuple[ReferralPurpose, ...]
    initiative: Initiative
    on: date
    contact_by: date
    team: str = ""
    social_worker: str = ""
    instruction: str = ""
    by: str = ""
    handed_over: HandedOver | None = None


class CooperationAssessor(StrEnum):
    """Who judges whether the client cooperates (`domain.md` A4, M1)."""

    SOCIAL_WORKER = "SOCIAL_WORKER"
    BENEFITS_WORKER = "BENEFITS_WORKER"


class CooperationOutcome(StrEnum):
    """How the client can solve the situation, where the benefits worker judges it ([003])."""

    ALONE = "ALONE"
    SOCIAL_WORK = "SOCIAL_WORK"
    OTHER_SERVICES = "OTHER_SERVICES"


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
        DecisionKind.CONTINUE,
    }
)


SENT_BACK = frozenset({AppealResult.REMITTED, AppealResult.SELF_CORRECTED})
"""Results after which this office decides once again."""


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
    kind: Payer | None = None
    """None in decisions older than the calculated shares."""
    obliged_id: UUID | None = None


@dataclass(frozen=True)
class Repay:
    """What is paid back of help that is given on that condition, and in which instalments."""

    amount: Decimal
    instalments: int
    first_due: date


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
    cost: Decimal | None = None
    """Of the home a month, PLN: what the shares of a decision on the fee add up to."""
    months: tuple[str, ...] = ()
    """Of an undue benefit, written `2026-08`."""
    repay: Repay | None = None
    """What is paid back of it (ups art. 41 pkt 2, art. 43 ust. 1); None of what is kept."""
    came_back: Decimal | None = None
    """Of an undue benefit: what was paid back of it before, and counts towards it."""

    @property
    def in_one_month(self) -> bool:
        """Whether the period begins and ends in the same month."""
        first, last = self.valid_from, self.valid_to
        return bool(first and last and (first.year, first.month) == (last.year, last.month))


def given_once(benefit: Benefit, terms: Terms) -> bool:
    """Whether the amount is all that is given; else it is given every month of the period."""
    whole = benefit in PAID_ONCE | DELIVERED_ONCE
    return whole or (benefit in WHOLE_MONTHS and terms.in_one_month)


class HandOverReason(StrEnum):
    """Why somebody else leads a worker's cases from now on."""

    LEAVE = "LEAVE"
    DEPARTURE = "DEPARTURE"
    WORKLOAD = "WORKLOAD"
    SEPARATION = "SEPARATION"
    OTHER = "OTHER"
