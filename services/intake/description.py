"""What must be known of a person before they are registered, whatever document they have.

With a PESEL birth date and sex follow from it. Without one a foreigner needs a residence title
(ups art. 5), a homeless person the last permanent address (ups art. 101 ust. 2), a newborn the
mother, and whoever else has no document the reason why.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

from services.intake.person_refusals import (
    CitizenshipMissing,
    ForeignersDataFirst,
    LastAddressMissing,
    MotherMissing,
    NoNewborn,
    PassportCitizenshipMissing,
    ResidenceTitleMissing,
)
from services.intake.pesel import Pesel
from services.intake.refusals import (
    BirthDateInFuture,
    BirthDateMissing,
    NameMissing,
    NoDocumentReasonMissing,
    PeselContradicted,
)
from services.intake.values import (
    Address,
    Correction,
    IdType,
    PersonData,
    ResidenceTitle,
    Sex,
    WithoutDocument,
)

POLAND = "PL"
NEWBORN_DAYS = 366
"""A child gets its PESEL within weeks of the birth; a year is the most that a rule here allows."""


def describe(
    *,
    given_names: str,
    family_name: str,
    teryt: str,
    pesel: Pesel | None,
    birth_date: date | None,
    sex: Sex | None,
    today: date,
    citizenship: str = POLAND,
    address: Address | None = None,
    phone: str | None = None,
    language: str = "pl",
    accessibility_need: str | None = None,
    residence_title: ResidenceTitle | None = None,
    last_address: Address | None = None,
    mother_id: UUID | None = None,
) -> PersonData:
    """A person's data, birth date and sex taken from the PESEL where there is one.

    Raises NameMissing, PeselContradicted, BirthDateMissing, BirthDateInFuture.
    """
    given_names, family_name = " ".join(given_names.split()), " ".join(family_name.split())
    if not given_names or not family_name:
        raise NameMissing
    if pesel is not None:
        if birth_date not in (None, pesel.birth_date):
            raise PeselContradicted("data urodzenia", "birth date")
        if sex not in (None, pesel.sex):
            raise PeselContradicted("płeć", "sex")
        birth_date, sex = pesel.birth_date, pesel.sex
    elif birth_date is None or sex is None:
        raise BirthDateMissing
    elif birth_date > today:
        raise BirthDateInFuture
    return PersonData(
        given_names,
        family_name,
        birth_date,
        sex,
        teryt,
        citizenship,
        address,
        phone,
        language,
        accessibility_need,
        residence_title,
        last_address=last_address,
        mother_id=mother_id,
    )


def citizenship_of(told: str | None, id_type: IdType) -> str:
    """Polish if nothing is said, save with a document that foreigners have as well.

    Raises PassportCitizenshipMissing.
    """
    if told is None and id_type is IdType.PASSPORT:
        raise PassportCitizenshipMissing
    return told or POLAND


def without_pesel(data: PersonData, id_type: IdType) -> PersonData:
    """The same data, if a foreigner's are complete. Raises CitizenshipMissing or
    ResidenceTitleMissing.
    """
    if id_type is IdType.RESIDENCE_CARD and data.citizenship == POLAND:
        raise CitizenshipMissing
    if data.citizenship != POLAND and data.residence_title is None:
        raise ResidenceTitleMissing
    return data


def require_possible(
    data: PersonData, correction: Correction, id_type: IdType, *, pesel: Pesel | None, today: date
) -> None:
    """What is asked of whoever is registered is asked of what a correction changes.

    Raises NameMissing, BirthDateInFuture, CitizenshipMissing, ResidenceTitleMissing.
    """
    new = {name: told for name, told in correction.given.items() if told != getattr(data, name)}
    if any(name in new and not new[name].strip() for name in ("given_names", "family_name")):
        raise NameMissing
    if pesel is None and new.get("birth_date", today) > today:
        raise BirthDateInFuture
    if id_type is not IdType.PESEL and {"citizenship", "residence_title"} & new.keys():
        without_pesel(replace(data, **new), id_type)


def require_fitting_document(data: PersonData, id_type: IdType) -> None:
    """Raises ForeignersDataFirst where the document says more of a foreigner than is known."""
    if id_type is IdType.PESEL:
        return
    try:
        without_pesel(data, id_type)
    except (CitizenshipMissing, ResidenceTitleMissing):
        raise ForeignersDataFirst from None


def without_document(
    data: PersonData, why: WithoutDocument | None, reason: str | None, *, today: date
) -> PersonData:
    """The same data, if they are complete for somebody who has no document at all.

    Raises LastAddressMissing, MotherMissing, NoNewborn, NoDocumentReasonMissing.
    """
    if why is WithoutDocument.HOMELESS and data.last_address is None:
        raise LastAddressMissing
    if why is WithoutDocument.NEWBORN:
        if data.mother_id is None:
            raise MotherMissing
        if (today - data.birth_date).days > NEWBORN_DAYS:
            raise NoNewborn
    if why in (None, WithoutDocument.OTHER) and not (reason or "").strip():
        raise NoDocumentReasonMissing
    return replace(data, without_document=why)
