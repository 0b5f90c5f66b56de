"""What must be known of somebody who has no PESEL, by the reason why they have none."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from services.intake.description import describe, without_document, without_pesel
from services.intake.person_refusals import (
    CitizenshipMissing,
    LastAddressMissing,
    MotherMissing,
    NoNewborn,
    ResidenceTitleMissing,
)
from services.intake.refusals import NoDocumentReasonMissing
from services.intake.values import (
    Address,
    IdType,
    PersonData,
    ResidenceTitle,
    Sex,
    WithoutDocument,
)

TODAY = date(2026, 2, 2)
HOME = Address("ul. Dawna 1", "50-001", "Miasto Wzorcowe")


def somebody(**more: object) -> PersonData:
    known: dict[str, object] = {
        "given_names": "Iwan",
        "family_name": "Wzorcowyj",
        "teryt": "0264011",
        "pesel": None,
        "birth_date": date(1990, 5, 1),
        "sex": Sex.MALE,
        "today": TODAY,
    }
    return describe(**(known | more))  # type: ignore[arg-type]  # a table of keywords


def test_a_foreigner_with_a_document_needs_a_residence_title() -> None:
    with pytest.raises(ResidenceTitleMissing):
        without_pesel(somebody(citizenship="UA"), IdType.PASSPORT)
    titled = somebody(citizenship="UA", residence_title=ResidenceTitle.TEMPORARY_PROTECTION)
    assert without_pesel(titled, IdType.PASSPORT) == titled


def test_a_residence_card_belongs_to_no_pole() -> None:
    with pytest.raises(CitizenshipMissing):
        without_pesel(somebody(), IdType.RESIDENCE_CARD)


def test_a_pole_with_a_passport_needs_no_title() -> None:
    assert without_pesel(somebody(), IdType.PASSPORT).residence_title is None


def test_a_homeless_person_needs_the_last_permanent_address() -> None:
    why = WithoutDocument.HOMELESS
    with pytest.raises(LastAddressMissing):
        without_document(somebody(), why, "skradzione", today=TODAY)
    known = without_document(somebody(last_address=HOME), why, None, today=TODAY)
    assert (known.last_address, known.without_document) == (HOME, why)


def test_a_newborn_needs_its_mother_and_is_not_older_than_a_year() -> None:
    born = replace(somebody(), birth_date=date(2026, 1, 20))
    why = WithoutDocument.NEWBORN
    with pytest.raises(MotherMissing):
        without_document(born, why, None, today=TODAY)
    mother = uuid4()
    assert without_document(replace(born, mother_id=mother), why, None, today=TODAY)
    with pytest.raises(NoNewborn):
        without_document(somebody(mother_id=mother), why, None, today=TODAY)


@pytest.mark.parametrize("why", [None, WithoutDocument.OTHER])
def test_whoever_else_has_no_document_needs_the_reason(why: WithoutDocument | None) -> None:
    with pytest.raises(NoDocumentReasonMissing):
        without_document(somebody(), why, "  ", today=TODAY)
    assert without_document(somebody(), why, "skradzione", today=TODAY)
