"""Facts of first contact (MOPS-INFO): contacts, persons, households, triage, applications.

No fact carries a PESEL: only intake keeps it, in a row that can be deleted, and finds it by a hash.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from osnowa_contracts.codes import Benefit, Channel, Reason, Reporter, TriageOutcome
from osnowa_contracts.fact import (
    Confidentiality,
    Counted,
    Fact,
    InSummary,
    Personal,
    Publisher,
    fact,
)
from osnowa_contracts.values import Code, Known, Terc, Unit


class Address(BaseModel):
    """Where somebody lives."""

    model_config = ConfigDict(frozen=True)

    street: str = Field(max_length=120, examples=["ul. Przykładowa 4/7"])
    postal_code: str = Field(pattern=r"^[0-9]{2}-[0-9]{3}$")
    city: str = Field(max_length=60)


class Member(BaseModel):
    """A person in a household."""

    model_config = ConfigDict(frozen=True)

    person_id: UUID
    relation: Code = Field(examples=["SELF", "SPOUSE", "CHILD", "PARENT"])
    given_names: str | None = Field(default=None, max_length=80)
    birth_date: date | None = None


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class ContactRegistered(Fact):
    """Somebody came, phoned or wrote, or an institution signalled a need."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    channel: Annotated[Code, Known(Channel), InSummary(), Counted()]
    urgent: Annotated[bool, InSummary(), Counted()]
    reasons: Annotated[tuple[Annotated[Code, Known(Reason)], ...], Personal()] = ()
    problem: Annotated[str | None, Personal()] = Field(default=None, max_length=2000)
    reported_by: Annotated[Code | None, Personal()] = Field(
        default=None, examples=["SELF", "DAUGHTER", "NEIGHBOUR"]
    )


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class PersonRegistered(Fact):
    """A client was identified for the first time.

    Who is told is told the name and what else the matrix lets them know; the number of the document
    stays with first contact, and others know the person by the id.
    """

    given_names: Annotated[str, Personal()] = Field(max_length=80)
    family_name: Annotated[str, Personal()] = Field(max_length=80)
    birth_date: Annotated[date, Personal()]
    sex: Annotated[Code, Personal()] = Field(examples=["F", "M"])
    citizenship: Annotated[Code, Personal()] = "PL"
    address: Annotated[Address | None, Personal()] = None
    phone: Annotated[str | None, Personal()] = Field(default=None, max_length=20)
    language: Annotated[Code, Personal()] = "pl"
    accessibility_need: Annotated[Code | None, Personal()] = None
    id_type: Annotated[Code, Counted()] = Field(examples=["PESEL", "PASSPORT", "NONE"])
    teryt: Annotated[Terc, Counted()]
    residence_title: Annotated[Code | None, Personal()] = None
    last_address: Annotated[Address | None, Personal()] = Field(
        default=None, description="of a homeless person: the last permanent one (ups art. 101)"
    )
    imported_from: Annotated[Code | None, Counted()] = Field(
        default=None, description="the system that kept these data before", examples=["POMOST"]
    )


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class PersonDataCorrected(Fact):
    """Data of a client were corrected; fields that are not named stay as they were.

    One that is named and empty is not known any more.
    """

    corrected: Annotated[tuple[Code, ...], Counted()]
    given_names: Annotated[str | None, Personal()] = Field(default=None, max_length=80)
    family_name: Annotated[str | None, Personal()] = Field(default=None, max_length=80)
    birth_date: Annotated[date | None, Personal()] = None
    sex: Annotated[Code | None, Personal()] = None
    address: Annotated[Address | None, Personal()] = None
    phone: Annotated[str | None, Personal()] = Field(default=None, max_length=20)
    citizenship: Annotated[Code | None, Personal()] = None
    residence_title: Annotated[Code | None, Personal()] = None
    last_address: Annotated[Address | None, Personal()] = None
    language: Annotated[Code | None, Personal()] = None
    accessibility_need: Annotated[Code | None, Personal()] = None
    teryt: Annotated[Terc | None, Counted()] = None


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 6 pkt 14, art. 100 ust. 2")
class HouseholdDefined(Fact):
    """Who lives and keeps house together with the client."""

    household_id: Annotated[UUID, Counted()]
    size: Annotated[int, Counted()] = Field(ge=1, le=40)
    since: Annotated[date, Counted()]
    members: Annotated[tuple[Member, ...], Personal()]
    imported_from: Annotated[Code | None, Counted()] = Field(
        default=None, description="the system that kept these data before", examples=["POMOST"]
    )


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 6 pkt 14, art. 109")
class HouseholdChanged(Fact):
    """The household of the client is another from this day on."""

    household_id: Annotated[UUID, Counted()]
    size: Annotated[int, Counted()] = Field(ge=1, le=40)
    since: Annotated[date, Counted()]
    members: Annotated[tuple[Member, ...], Personal()]


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 6 pkt 14, art. 109")
class HouseholdMemberCorrected(Fact):
    """What somebody is in the household, or since when, had been noted wrongly.

    The household itself did not change; `was_since` only where the day was wrong.
    """

    household_id: Annotated[UUID, Counted()]
    member: Annotated[Member, Personal()]
    since: Annotated[date, Counted()]
    was_since: Annotated[date | None, Counted()] = None


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 6 pkt 14, art. 109")
class HouseholdEnded(Fact):
    """From this day on nobody keeps house together there any more."""

    household_id: Annotated[UUID, Counted()]
    on: Annotated[date, Counted()]


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 46; KPA art. 9")
class InformationProvided(Fact):
    """The client was told about rights, documents and institutions."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    topics: Annotated[tuple[Code, ...], Counted()]
    leaflets: Annotated[tuple[Code, ...], Counted()] = ()
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class ContactTriaged(Fact):
    """First contact decided where the client goes next."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    outcome: Annotated[Code, Known(TriageOutcome), Counted()]
    target_units: Annotated[tuple[Unit, ...], Counted()]
    urgent: Annotated[bool, InSummary(), Counted()] = False
    reasons: Annotated[tuple[Annotated[Code, Known(Reason)], ...], Personal()] = ()
    problem: Annotated[str | None, Personal()] = Field(default=None, max_length=2000)
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class TriageCorrected(Fact):
    """First contact had directed the client wrongly: from now on it is these units."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    outcome: Annotated[Code, Known(TriageOutcome), Counted()]
    target_units: Annotated[tuple[Unit, ...], Counted()]
    left_units: Annotated[tuple[Unit, ...], Counted()] = ()
    urgent: Annotated[bool, InSummary(), Counted()] = False
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 102 ust. 2, art. 100 ust. 2")
class ExOfficioSignalReceived(Fact):
    """An institution or a neighbour signalled that somebody may need help; never says who did."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    source: Annotated[Code, Counted()] = Field(examples=["POLICE", "SCHOOL", "HEALTH"])
    urgent: Annotated[bool, InSummary(), Counted()] = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 107 ust. 5b; KPA art. 64 § 2")
class DocumentsChecked(Fact):
    """Which of the documents that the matter needs the client has shown, and which are missing."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    benefit_types: Annotated[tuple[Annotated[Code, Known(Benefit)], ...], Counted()]
    shown: Annotated[tuple[Code, ...], Personal()] = Field(default=(), examples=[["IDENTITY"]])
    missing: Annotated[tuple[Code, ...], Personal()] = Field(default=(), examples=[["INCOME"]])
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 102; KPA art. 61")
class ApplicationRegistered(Fact):
    """An application reached the office: the day that starts the proceeding."""

    application_id: Annotated[UUID, InSummary(), Counted()]
    benefit_types: Annotated[tuple[Annotated[Code, Known(Benefit)], ...], InSummary(), Counted()]
    filed_on: Annotated[date, InSummary(), Counted()]
    channel: Annotated[Code, Known(Channel), Counted()]
    urgent: Annotated[bool, InSummary(), Counted()] = False
    contact_id: Annotated[UUID | None, Counted()] = None
    joint_visit: Annotated[bool, Counted()] = False
    applicant: Annotated[Code, Counted()] = Field(
        default="SELF", examples=["SELF", "REPRESENTATIVE", "OTHER_PERSON"]
    )
    consent_on: date | None = None
    applicant_name: Annotated[str | None, Personal()] = Field(
        default=None, max_length=160, description="where it is not the client"
    )
    applicant_is: Annotated[Code | None, Known(Reporter), Personal()] = Field(
        default=None, description="what the applicant is to the client"
    )


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class AppointmentBooked(Fact):
    """The client has an appointment with a unit."""

    appointment_id: Annotated[UUID, InSummary(), Counted()]
    unit: Annotated[Unit, InSummary(), Counted()]
    at: Annotated[AwareDatetime, InSummary()]
    worker_id: Code | None = None
    joint_with: Annotated[tuple[Unit, ...], Counted()] = ()
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class AppointmentMoved(Fact):
    """The appointment is at another time, or with another worker."""

    appointment_id: Annotated[UUID, InSummary(), Counted()]
    unit: Annotated[Unit, InSummary(), Counted()]
    at: Annotated[AwareDatetime, InSummary()]
    worker_id: Code | None = None
    joint_with: Annotated[tuple[Unit, ...], Counted()] = ()
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class AppointmentCancelled(Fact):
    """The appointment will not take place."""

    appointment_id: Annotated[UUID, InSummary(), Counted()]
    unit: Annotated[Unit, InSummary(), Counted()]
    at: Annotated[AwareDatetime, InSummary()]
    cancelled_by: Annotated[Code, Counted()] = Field(examples=["CLIENT", "UNIT"])
    joint_with: Annotated[tuple[Unit, ...], Counted()] = ()
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="ups art. 100 ust. 2")
class AppointmentMissed(Fact):
    """The client did not come."""

    appointment_id: Annotated[UUID, InSummary(), Counted()]
    unit: Annotated[Unit, InSummary(), Counted()]
    at: Annotated[AwareDatetime, InSummary()]
    joint_with: Annotated[tuple[Unit, ...], Counted()] = ()
    protected: bool = False


@fact(Publisher.INTAKE, Confidentiality.CASE, basis="KPA art. 65; ups art. 101")
class CaseTransferred(Fact):
    """The matter was passed to the authority that has jurisdiction."""

    contact_id: Annotated[UUID | None, InSummary(), Counted()]
    application_id: Annotated[UUID | None, InSummary(), Counted()]
    authority: Annotated[str, Counted()] = Field(max_length=120)
    reason: Annotated[Code, Counted()]
    protected: bool = False
    application_ids: Annotated[tuple[UUID, ...], InSummary(), Counted()] = Field(
        default=(), description="every application of the contact; the last is also by itself"
    )
