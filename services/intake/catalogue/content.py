"""What an entry of the catalogue says: "in situation S one may get service U under W in places M".

The form is the seed's ([000] section 2); the packages of services by target group are `domain.md`
E5.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from services.intake.documents import Document, Needed
from services.intake.values import BenefitType, Outcome, Reason


class Group(StrEnum):
    """Target groups of services (`domain.md` E5); social work is for anyone, outside packages."""

    FAMILIES = "FAMILIES"
    UNEMPLOYED = "UNEMPLOYED"
    OLDER = "OLDER"
    DISABILITY = "DISABILITY"
    VIOLENCE = "VIOLENCE"
    CRISIS = "CRISIS"
    HOMELESS = "HOMELESS"
    CARE_LEAVERS = "CARE_LEAVERS"
    FOREIGNERS = "FOREIGNERS"
    ANYONE = "ANYONE"


class Condition(StrEnum):
    """What a service may ask of a client, and what the desk can tell from the situation."""

    MIN_AGE = "MIN_AGE"
    MAX_AGE = "MAX_AGE"
    INCOME = "INCOME"
    LIVES_HERE = "LIVES_HERE"
    DISABILITY = "DISABILITY"
    UNEMPLOYED = "UNEMPLOYED"
    ALONE = "ALONE"
    CHILDREN = "CHILDREN"
    OTHER = "OTHER"


@dataclass(frozen=True)
class Conditions:
    """W: the conditions of a service. `max_income`: PLN net a person and month.

    `other` are conditions that only a person can judge; the desk asks about each.
    """

    min_age: int | None = None
    max_age: int | None = None
    max_income: Decimal | None = None
    lives_here: bool = False
    disability: bool = False
    unemployed: bool = False
    alone: bool = False
    children: bool = False
    other: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """M: where the service is given, and how to reach it."""

    name: str
    street: str = ""
    city: str = ""
    phone: str = ""
    e_mail: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Content:
    """U and all that belongs to it. Each of `problems` is one problem, or several that go together.

    `benefit`: what is applied for, where the service takes a decision; `outcome`: where the desk
    directs the client.
    """

    title: str
    description: str
    groups: tuple[Group, ...]
    problems: tuple[tuple[Reason, ...], ...]
    conditions: Conditions
    places: tuple[Place, ...]
    provider: str
    fee: str
    outcome: Outcome
    benefit: BenefitType | None = None
    documents: tuple[Needed, ...] = ()


@dataclass(frozen=True)
class Situation:
    """S: what the desk knows of somebody; None where nobody has asked yet."""

    groups: tuple[Group, ...] = ()
    problems: tuple[Reason, ...] = ()
    age: int | None = None
    income: Decimal | None = None
    lives_here: bool | None = None
    disability: bool | None = None
    unemployed: bool | None = None
    alone: bool | None = None
    children: bool | None = None
    shown: tuple[Document, ...] = field(default=())


@dataclass(frozen=True)
class Version:
    """A published content with the days on which it holds; `valid_to` None: without an end."""

    number: int
    content: Content
    valid_from: date
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
