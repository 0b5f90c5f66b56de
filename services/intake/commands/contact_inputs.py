"""What the commands about contacts, documents, applications and appointments take."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from osnowa_contracts.values import Terc
from pydantic import AwareDatetime, Field, model_validator

from chassis.inputs import Input
from services.intake.applicant import Applicant, AppliedBy, ConsentForm, Representation
from services.intake.appointment import USUAL_MINUTES, CancelledBy, Meeting
from services.intake.commands.inputs import Phone, field_wrong
from services.intake.documents import Document
from services.intake.jurisdiction import Whereabouts
from services.intake.signal import Caller, Signal, Source
from services.intake.values import (
    BenefitType,
    Channel,
    Leaflet,
    Outcome,
    Reason,
    Reporter,
    Target,
    Topic,
    TransferReason,
)

Problem = Annotated[
    str,
    Field(
        max_length=2000,
        title="Z czym zgłasza się klient",
        examples=["Stracił pracę, brakuje na życie."],
    ),
]
Why = Annotated[str, Field(max_length=300)]
APPLICANT_MISSING = "Zaznacz, kto składa wniosek: klient, przedstawiciel czy inna osoba."
Minutes = Annotated[int, Field(ge=5, le=480)]
WorkerId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]


class _Calling(Input):
    """Whoever speaks to us; kept apart from the contact, so that it can be deleted."""

    caller_name: str = Field(default="", max_length=160, title="Imię i nazwisko dzwoniącego")
    caller_phone: Phone | None = Field(default=None, title="Telefon dzwoniącego")
    caller_institution: str = Field(default="", max_length=160, title="Instytucja")
    confidential: bool = Field(default=False, title="Nie ujawniać, kto zgłosił")

    @property
    def caller(self) -> Caller:
        return Caller(self.caller_name, self.caller_phone or "", self.caller_institution)


class NewContact(_Calling):
    """`person_id` may follow later, when it is known whom the contact is about."""

    person_id: UUID | None = Field(default=None, title="Osoba")
    channel: Channel = Field(title="Droga kontaktu")
    problem: Problem
    urgent: bool = Field(default=False, title="Pilne")
    reasons: list[Reason] = Field(default=[], title="Wstępne powody")
    reported_by: Reporter | None = Field(default=None, title="Kto zgłasza")


class NewSignal(_Calling):
    """Police, school, health care, an NGO or a neighbour say that somebody may need help."""

    source: Source = Field(title="Kto sygnalizuje")
    channel: Channel = Field(default=Channel.EX_OFFICIO, title="Droga kontaktu")
    person_id: UUID | None = Field(default=None, title="Osoba")
    about: str = Field(
        default="",
        max_length=400,
        title="Kogo dotyczy sygnał",
        examples=["Starsza kobieta, ul. Przykładowa 4, parter"],
    )
    problem: Problem
    urgent: bool = Field(default=True, title="Pilne")
    reasons: list[Reason] = Field(default=[], title="Wstępne powody")
    outcome: Outcome | None = Field(default=None, title="Dokąd kierowany jest klient")

    @property
    def signal(self) -> Signal:
        return Signal(self.source, self.about.strip())


class Talk(Input):
    """What a short call left out."""

    problem: Problem
    urgent: bool = Field(default=False, title="Pilne")
    reasons: list[Reason] = Field(default=[], title="Wstępne powody")


class PersonOfContact(Input):
    person_id: UUID = Field(title="Osoba")


class Information(Input):
    topics: list[Topic] = Field(title="O czym poinformowano", examples=[["RIGHTS"]])
    leaflets: list[Leaflet] = Field(default=[], title="Jakie ulotki wydano")


class Triage(Input):
    outcome: Outcome = Field(title="Dokąd kierowany jest klient")
    also: list[Target] = Field(default=[], title="Także do")


class TriageCorrection(Triage):
    reason: Why = Field(title="Przyczyna sprostowania", examples=["Klient dodał, że jest bezdomny"])


class Residence(Input):
    """TERYT codes of communes, seven digits; what is not known is left out."""

    residence: Terc | None = Field(default=None, title="Gmina zamieszkania", examples=["0264011"])
    last_registered: Terc | None = Field(default=None, title="Gmina ostatniego zameldowania")
    stay: Terc | None = Field(default=None, title="Gmina pobytu")
    homeless: bool = Field(default=False, title="Osoba bezdomna")

    @property
    def whereabouts(self) -> Whereabouts:
        return Whereabouts(
            self.residence or "", self.last_registered or "", self.stay or "", self.homeless
        )


class DocumentsShown(Input):
    benefit_types: list[BenefitType] = Field(title="O jakie świadczenie")
    shown: list[Document] = Field(default=[], title="Dokumenty, które klient okazał")


class NewApplication(Input):
    """In whose voice: the client's own, unless something else is said (ups art. 102).

    Where somebody else made the contact, it has to be said.
    """

    benefit_types: list[BenefitType] = Field(title="O jakie świadczenie")
    filed_on: date | None = Field(
        default=None, title="Data wpływu", description="today if left out"
    )
    channel: Channel | None = Field(default=None, description="the contact's, if left out")
    applicant: Applicant | None = Field(
        default=None, title="Kto składa wniosek", examples=["OTHER_PERSON"]
    )
    applicant_name: str = Field(
        default="", max_length=160, title="Imię i nazwisko składającego wniosek",
        examples=["Zofia Wzorcowa"],
    )  # fmt: skip
    applicant_is: Reporter | None = Field(
        default=None, title="Kim jest dla klienta", examples=["DAUGHTER"]
    )
    representation: Representation | None = Field(default=None, title="Podstawa reprezentacji")
    document_seen: bool = Field(default=False, title="Okazano dokument")
    consent: ConsentForm | None = Field(default=None, title="Zgoda klienta", examples=["WRITTEN"])
    consent_on: date | None = Field(default=None, title="Data zgody", examples=["2026-02-02"])

    @model_validator(mode="after")
    def _says_who_applies(self) -> Self:
        """A name or a consent without saying whose voice it is would be lost."""
        told = (self.applicant_name, self.applicant_is, self.representation, self.consent)
        if self.applicant is None and (any(told) or self.document_seen or self.consent_on):
            raise field_wrong("applicant", "applicant_missing", APPLICANT_MISSING)
        return self

    @property
    def says_anything(self) -> bool:
        """Beside how it came; that the client applies says nothing while no benefit is asked."""
        typed = self.model_dump(exclude={"applicant", "channel"}, exclude_defaults=True)
        return any(typed.values()) or self.applicant not in (None, Applicant.SELF)

    @property
    def by(self) -> AppliedBy | None:
        """None where nothing is said about it."""
        if self.applicant is None:
            return None
        return AppliedBy(
            self.applicant,
            self.applicant_name.strip(),
            self.representation,
            self.document_seen,
            self.consent,
            self.consent_on,
            self.applicant_is,
        )


class NewAppointment(Input):
    unit: Target = Field(title="Z kim")
    at: AwareDatetime = Field(title="Termin")
    worker: WorkerId | None = Field(default=None, title="Pracownik", examples=["ewa-jarzebina"])
    joint_with: list[Target] = Field(default=[], title="Wspólnie z")
    place: str = Field(default="", max_length=200, title="Miejsce")
    minutes: Minutes = Field(default=USUAL_MINUTES, title="Ile minut potrwa")

    @property
    def meeting(self) -> Meeting:
        return Meeting(
            self.unit,
            self.at,
            self.worker,
            tuple(dict.fromkeys(self.joint_with)),
            self.place,
            self.minutes,
        )


class AppointmentMove(Input):
    at: AwareDatetime = Field(title="Nowy termin")
    worker: WorkerId | None = Field(default=None, title="Pracownik")
    minutes: Minutes | None = Field(
        default=None, title="Ile minut potrwa", description="as before, if left out"
    )
    reason: Why = Field(default="", title="Powód zmiany")


class AppointmentCancellation(Input):
    by: CancelledBy = Field(title="Kto odwołuje")
    reason: Why = Field(default="", title="Powód odwołania")


class AppointmentResult(Input):
    kept: bool = Field(title="Czy klient przyszedł")


class Transfer(Input):
    authority: str = Field(
        max_length=120, title="Organ właściwy", examples=["Ośrodek w Przykładowie"]
    )
    reason: TransferReason = Field(title="Przyczyna")
    client_informed: bool = Field(default=False, title="Klienta zawiadomiono o przekazaniu")
