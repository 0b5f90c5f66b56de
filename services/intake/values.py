"""The words of first contact: channels, reasons, outcomes of triage, and what is known of a person.

What a fact tells is a code of the contracts; what stays at home has its list here.
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from osnowa_contracts import codes

Channel = codes.Channel
Reason = codes.Reason
Outcome = codes.TriageOutcome
Reporter = codes.Reporter

VIOLENCE = frozenset({Reason.VIOLENCE, Reason.TRAFFICKING})
"""Reasons of which few may know."""


class Target(StrEnum):
    """The units that first contact may hand a client to."""

    BENEFITS = "benefits"
    SOCIAL_WORK = "socialwork"
    SERVICE_ORDERS = "service-orders"


TARGETS: dict[Outcome, tuple[Target, ...]] = {
    Outcome.INFO_ONLY: (),
    Outcome.BENEFITS: (Target.BENEFITS,),
    Outcome.SOCIAL_WORK: (Target.SOCIAL_WORK,),
    Outcome.BENEFITS_AND_SOCIAL_WORK: (Target.BENEFITS, Target.SOCIAL_WORK),
    Outcome.CARE_OR_DPS: (Target.BENEFITS, Target.SERVICE_ORDERS),
    Outcome.KIS_HOMELESS: (Target.SOCIAL_WORK,),
    Outcome.CRISIS_VIOLENCE: (Target.SOCIAL_WORK,),
    Outcome.SPECIALIST: (Target.SOCIAL_WORK,),
    Outcome.OTHER_INSTITUTION: (),
    Outcome.TRANSFER_JURISDICTION: (),
    Outcome.EX_OFFICIO_SIGNAL: (Target.BENEFITS,),
}
"""Who takes a client over; a worker may add units, never leave one of these out."""


def targets_of(outcome: Outcome, also: tuple[Target, ...]) -> tuple[Target, ...]:
    """Each unit once: those of the outcome, then those that the worker adds."""
    return tuple(dict.fromkeys(TARGETS[outcome] + also))


class BenefitType(StrEnum):
    """What one may apply for (ups art. 36)."""

    PERMANENT = "PERMANENT"
    PERIODIC = "PERIODIC"
    TARGETED = "TARGETED"
    SPECIAL_TARGETED = "SPECIAL_TARGETED"
    LOSS = "LOSS"
    ECONOMIC_INDEPENDENCE = "ECONOMIC_INDEPENDENCE"
    IN_KIND = "IN_KIND"
    CLOTHING = "CLOTHING"
    BURIAL = "BURIAL"
    CREDITED_TICKET = "CREDITED_TICKET"
    TRAINING_FLAT = "TRAINING_FLAT"
    HOME_CARE = "HOME_CARE"
    SPECIALIST_CARE = "SPECIALIST_CARE"
    DAY_HOME = "DAY_HOME"
    RESIDENTIAL_HOME = "RESIDENTIAL_HOME"
    MEAL = "MEAL"
    SHELTER = "SHELTER"


class Topic(StrEnum):
    """What the client was told about (ups art. 46; KPA art. 9)."""

    RIGHTS = "RIGHTS"
    DUTIES = "DUTIES"
    DOCUMENTS = "DOCUMENTS"
    PROCEDURE = "PROCEDURE"
    INSTITUTIONS = "INSTITUTIONS"
    DATA_PROTECTION = "DATA_PROTECTION"


class Leaflet(StrEnum):
    """Printed information that the client took along."""

    RIGHTS_AND_DUTIES = "RIGHTS_AND_DUTIES"
    BENEFITS = "BENEFITS"
    HOME_CARE = "HOME_CARE"
    CARE_HOMES = "CARE_HOMES"
    VIOLENCE_HELP = "VIOLENCE_HELP"
    HOMELESSNESS_HELP = "HOMELESSNESS_HELP"
    DEBT_ADVICE = "DEBT_ADVICE"
    DATA_PROTECTION = "DATA_PROTECTION"


class TransferReason(StrEnum):
    """Why another authority has jurisdiction (KPA art. 65; ups art. 101)."""

    LIVES_ELSEWHERE = "LIVES_ELSEWHERE"
    HOMELESS_REGISTERED_ELSEWHERE = "HOMELESS_REGISTERED_ELSEWHERE"
    OTHER_SUBJECT = "OTHER_SUBJECT"


class IdType(StrEnum):
    """By what a person was identified."""

    PESEL = "PESEL"
    ID_CARD = "ID_CARD"
    PASSPORT = "PASSPORT"
    RESIDENCE_CARD = "RESIDENCE_CARD"
    NONE = "NONE"


class ResidenceTitle(StrEnum):
    """By which title a foreigner stays in Poland (ups art. 5, 5a)."""

    EU_CITIZEN = "EU_CITIZEN"
    PERMANENT = "PERMANENT"
    LONG_TERM_EU = "LONG_TERM_EU"
    TEMPORARY = "TEMPORARY"
    REFUGEE = "REFUGEE"
    SUBSIDIARY = "SUBSIDIARY"
    HUMANITARIAN = "HUMANITARIAN"
    TOLERATED = "TOLERATED"
    TEMPORARY_PROTECTION = "TEMPORARY_PROTECTION"


class WithoutDocument(StrEnum):
    """Why somebody is registered without any document."""

    NEWBORN = "NEWBORN"
    HOMELESS = "HOMELESS"
    OTHER = "OTHER"


class Sex(StrEnum):
    FEMALE = "F"
    MALE = "M"


class Relation(StrEnum):
    """What a member of a household is to the one who is asked."""

    SELF = "SELF"
    SPOUSE = "SPOUSE"
    PARTNER = "PARTNER"
    CHILD = "CHILD"
    PARENT = "PARENT"
    SIBLING = "SIBLING"
    GRANDPARENT = "GRANDPARENT"
    GRANDCHILD = "GRANDCHILD"
    OTHER = "OTHER"


@dataclass(frozen=True)
class Address:
    """Where somebody lives; `postal_code` as 00-000."""

    street: str
    postal_code: str
    city: str


@dataclass(frozen=True)
class PersonData:
    """What is known of a person, without the number of any document."""

    given_names: str
    family_name: str
    birth_date: date
    sex: Sex
    teryt: str
    citizenship: str = "PL"
    address: Address | None = None
    phone: str | None = None
    language: str = "pl"
    accessibility_need: str | None = None
    residence_title: ResidenceTitle | None = None
    without_document: WithoutDocument | None = None
    last_address: Address | None = None
    mother_id: UUID | None = None


class Clearable(StrEnum):
    """What may also be taken out again, as nobody is obliged to tell it."""

    PHONE = "phone"
    ADDRESS = "address"
    ACCESSIBILITY_NEED = "accessibility_need"


@dataclass(frozen=True)
class Correction:
    """The corrected fields; what is None and not `cleared` stays as it was."""

    given_names: str | None = None
    family_name: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    address: Address | None = None
    phone: str | None = None
    teryt: str | None = None
    citizenship: str | None = None
    residence_title: ResidenceTitle | None = None
    last_address: Address | None = None
    language: str | None = None
    accessibility_need: str | None = None
    cleared: tuple[Clearable, ...] = ()

    @property
    def given(self) -> dict[str, Any]:
        """The fields that this corrects and their values, None where one is cleared."""
        cleared = {one.value: None for one in self.cleared}
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "cleared"}
        return cleared | {name: value for name, value in values.items() if value is not None}

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(self.given)


@dataclass(frozen=True)
class Change:
    """One corrected field: what was, what is, as text; None where nothing was known."""

    field: str
    was: str | None
    now: str | None


def as_text(value: object) -> str | None:
    """A known value as the history keeps it."""
    if value is None:
        return None
    if isinstance(value, Address):
        return f"{value.street}, {value.postal_code} {value.city}"
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True)
class Member:
    """A person in a household."""

    person_id: UUID
    relation: Relation
