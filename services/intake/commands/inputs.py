"""What the commands of first contact take: checked once, for pages and programs alike.

The limits are those of the public facts, so that nothing that was accepted cannot be told.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Annotated, ClassVar, Self
from uuid import UUID

from osnowa_contracts.values import Terc
from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from chassis.inputs import Input
from services.intake.values import (
    Address,
    Clearable,
    Correction,
    IdType,
    Relation,
    ResidenceTitle,
    Sex,
    WithoutDocument,
)

Name = Annotated[str, Field(max_length=80)]
Street = Annotated[str, Field(max_length=120)]
Postal = Annotated[str, Field(pattern=r"^[0-9]{2}-[0-9]{3}$")]
City = Annotated[str, Field(max_length=60)]
Number = Annotated[str, Field(max_length=40)]
PhoneSought = Annotated[str, Field(max_length=20, pattern=r"^[0-9+ ()-]*$")]
PHONE_EMPTY = "W polu „{label}” wpisz numer telefonu albo pomiń to pole."
PHONE_TO_CLEAR = (
    "W polu „{label}” wpisz numer telefonu. Jeśli numer nie jest już znany, pomiń to pole"
    " i wymień „phone” wśród danych do usunięcia (cleared)."
)
ADDRESS_INCOMPLETE = "Podaj ulicę, kod pocztowy i miejscowość albo zostaw adres pusty."


def field_wrong(name: str, code: str, sentence: str) -> ValidationError:
    """A rule about several fields, said beside the one that has to be filled in."""
    error = InitErrorDetails(type=PydanticCustomError(code, sentence), loc=(name,), input=None)
    return ValidationError.from_exception_data("Input", [error])


def _a_number(sentence: str) -> AfterValidator:
    """An empty phone, or brackets without a figure, would be kept as if it were one."""

    def check(phone: str) -> str:
        if not any(sign.isdigit() for sign in phone):
            raise ValueError(sentence)
        return phone

    return AfterValidator(check)


Phone = Annotated[PhoneSought, _a_number(PHONE_EMPTY)]


class _Located(Input):
    """An address in three fields; all of them, or none: the first empty one is wrong."""

    street: Street | None = Field(
        default=None, title="Ulica i numer", examples=["ul. Przykładowa 4/7"]
    )
    postal_code: Postal | None = Field(default=None, title="Kod pocztowy", examples=["50-001"])
    city: City | None = Field(default=None, title="Miejscowość", examples=["Wzorowo"])
    _ADDRESSES: ClassVar[tuple[tuple[str, ...], ...]] = (("street", "postal_code", "city"),)

    @property
    def address(self) -> Address | None:
        if self.street and self.postal_code and self.city:
            return Address(self.street, self.postal_code, self.city)
        return None

    @model_validator(mode="after")
    def _has_whole_addresses(self) -> Self:
        for names in self._ADDRESSES:
            empty = [name for name in names if not getattr(self, name)]
            if empty and len(empty) < len(names):
                raise field_wrong(empty[0], "address_incomplete", ADDRESS_INCOMPLETE)
        return self


class _LastLocated(_Located):
    """And the last permanent address of somebody who has none now."""

    last_street: Street | None = Field(default=None, title="Ostatni adres: ulica i numer")
    last_postal_code: Postal | None = Field(default=None, title="Ostatni adres: kod pocztowy")
    last_city: City | None = Field(default=None, title="Ostatni adres: miejscowość")
    _ADDRESSES: ClassVar[tuple[tuple[str, ...], ...]] = (
        *_Located._ADDRESSES,
        ("last_street", "last_postal_code", "last_city"),
    )

    @property
    def last_address(self) -> Address | None:
        if self.last_street and self.last_postal_code and self.last_city:
            return Address(self.last_street, self.last_postal_code, self.last_city)
        return None


class NewPerson(_LastLocated):
    """Birth date and sex come from the PESEL where there is one.

    Without one: a foreigner's `residence_title`; without any document `without_document` and what
    belongs to it: the mother of a newborn, the last address of a homeless person, else the reason.
    """

    given_names: Name = Field(title="Imiona", examples=["Jan"])
    family_name: Name = Field(title="Nazwisko", examples=["Wzorcowy"])
    id_type: IdType = Field(default=IdType.PESEL, title="Rodzaj dokumentu")
    number: Number | None = Field(default=None, title="Numer", examples=["84511200016"])
    no_id_reason: str | None = Field(default=None, max_length=200, title="Przyczyna braku")
    birth_date: date | None = Field(default=None, title="Data urodzenia")
    sex: Sex | None = Field(default=None, title="Płeć")
    teryt: Terc = Field(title="Kod TERYT gminy", examples=["0264011"])
    citizenship: str | None = Field(
        default=None, pattern=r"^[A-Z]{2}$", title="Obywatelstwo",
        description="PL if left out; with a passport or residence card it has to be said",
    )  # fmt: skip
    phone: Phone | None = Field(default=None, title="Telefon")
    language: str = Field(default="pl", pattern=r"^[a-z]{2}$", title="Język")
    accessibility_need: str | None = Field(
        default=None, pattern=r"^[A-Za-z0-9_-]{1,40}$", title="Potrzeba dostępności"
    )
    residence_title: ResidenceTitle | None = Field(default=None, title="Podstawa pobytu")
    without_document: WithoutDocument | None = Field(default=None, title="Dlaczego bez dokumentu")
    mother_id: UUID | None = Field(default=None, title="Matka noworodka")
    none_of_these: bool = Field(
        default=False, description="the caller saw the candidates: it is none of them"
    )


class _Imported(Input):
    """A row of a file that another system wrote."""

    source: str = Field(
        pattern=r"^[A-Za-z0-9_-]{1,40}$", title="System, z którego pochodzi", examples=["POMOST"]
    )
    row: str = Field(
        pattern=r"^[A-Za-z0-9._/-]{1,60}$", title="Identyfikator wiersza", examples=["P1"]
    )


class ImportedPerson(NewPerson, _Imported):
    """A person as another system knew them, or that the row is a person registered here."""

    mother_row: str | None = Field(default=None, max_length=60, title="Wiersz matki noworodka")
    same_person: UUID | None = Field(
        default=None, title="Ta sama osoba", description="registered here already"
    )


class ImportedMember(Input):
    row: str = Field(max_length=60, title="Wiersz osoby", examples=["P1"])
    relation: Relation


class ImportedHousehold(_Imported):
    """A household whose members are rows of the file of persons."""

    members: list[ImportedMember] = Field(min_length=1, max_length=40)
    since: date = Field(title="Od dnia")
    until: date | None = Field(
        default=None, title="Do dnia", description="the first day without the household"
    )


class Search(Input):
    """Whatever is known; a PESEL is sent in the body, so that no address line holds it."""

    text: str = Field(
        default="", max_length=200, title="Kogo szukasz",
        description="names, PESEL, birth date, address, phone in one line, as one types",
        examples=["wzorcowy jan 12.11.2184"],
    )  # fmt: skip
    address: str = Field(default="", max_length=200, title="Adres")
    name: str = Field(default="", max_length=160, title="Imię i nazwisko")
    birth_date: date | None = Field(default=None, title="Data urodzenia")
    id_type: IdType = IdType.PESEL
    number: Number | None = Field(default=None, title="PESEL albo numer dokumentu")
    phone: PhoneSought | None = Field(default=None, title="Telefon")


class PersonCorrection(_LastLocated):
    """What is left out stays as it is; what is `cleared` is not known any more."""

    given_names: Name | None = Field(default=None, title="Imiona")
    family_name: Name | None = Field(default=None, title="Nazwisko")
    birth_date: date | None = Field(default=None, title="Data urodzenia")
    sex: Sex | None = Field(default=None, title="Płeć")
    phone: Annotated[PhoneSought, _a_number(PHONE_TO_CLEAR)] | None = Field(
        default=None, title="Telefon", description="`cleared` takes it out"
    )
    teryt: Terc | None = Field(default=None, title="Kod TERYT gminy")
    citizenship: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", title="Obywatelstwo")
    residence_title: ResidenceTitle | None = Field(default=None, title="Podstawa pobytu")
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$", title="Język")
    accessibility_need: str | None = Field(
        default=None, pattern=r"^[A-Za-z0-9_-]{1,40}$", title="Potrzeba dostępności"
    )
    cleared: list[Clearable] = Field(
        default=[], max_length=len(Clearable), title="Dane do usunięcia", examples=[["phone"]]
    )
    reason: str = Field(max_length=200, title="Podstawa sprostowania")

    @property
    def correction(self) -> Correction:
        """A new value is stronger than that the old one is taken out."""
        given = {f.name: getattr(self, f.name) for f in fields(Correction) if f.name != "cleared"}
        return Correction(**given, cleared=tuple(dict.fromkeys(self.cleared)))


class IdentifierCorrection(Input):
    id_type: IdType = IdType.PESEL
    number: Number = Field(examples=["84511200016"])
    reason: str = Field(
        max_length=200, title="Podstawa sprostowania", examples=["Odczytano błędnie"]
    )


class IdentifierWithdrawal(Input):
    reason: str = Field(
        max_length=200, title="Podstawa sprostowania", examples=["Numer cudzego dokumentu"]
    )


class Merge(Input):
    absorbed_id: UUID = Field(title="Wpis, który łączysz", description="leads to the other one")
    reason: str = Field(
        max_length=200, title="Z czego to wynika", examples=["Dowód osobisty i akt urodzenia"]
    )


class MergeUndoing(Input):
    absorbed_id: UUID = Field(title="Wpis, który oddzielasz")
    reason: str = Field(max_length=200, title="Z czego to wynika", examples=["Bliźnięta"])


class HouseholdMember(Input):
    person_id: UUID = Field(title="Osoba")
    relation: Relation = Field(title="Kim jest dla klienta")


class HouseholdState(Input):
    members: list[HouseholdMember] = Field(max_length=40)
    since: date = Field(title="Od dnia")


class NewMember(HouseholdMember):
    since: date = Field(title="Od dnia")


class MemberCorrection(Input):
    """What was noted wrongly of somebody who belongs to the household."""

    relation: Relation = Field(title="Kim jest dla klienta")
    since: date = Field(title="Od dnia")
    reason: str = Field(
        max_length=200, title="Podstawa sprostowania", examples=["Akt urodzenia dziecka"]
    )


class MemberGone(Input):
    person_id: UUID = Field(title="Osoba")
    since: date = Field(title="Od dnia", description="the first day without them")


class HouseholdEnd(Input):
    on: date = Field(title="Od dnia", description="the first day without the household")
