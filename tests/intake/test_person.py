"""A client is identified once; what is corrected keeps what was there before."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from chassis.refusal import Refusal
from services.intake.description import describe
from services.intake.person import Person
from services.intake.person_refusals import BirthDateNotOfPesel, SexNotOfPesel
from services.intake.pesel import Pesel
from services.intake.refusals import (
    BirthDateInFuture,
    BirthDateMissing,
    CorrectionReasonMissing,
    IdentifierMissing,
    NameMissing,
    NoDocumentReasonMissing,
    NothingToCorrect,
    PeselContradicted,
    PeselInvalid,
)
from services.intake.values import (
    Address,
    Clearable,
    Correction,
    IdType,
    PersonData,
    Sex,
    WithoutDocument,
)

TODAY = date(2026, 2, 2)
VALID = ("84511200016", "90481500029", "42431500030")
"""Numbers with birth months 41 to 52 (the years 2100 to 2199): nobody has them yet."""


def described(**given: object) -> PersonData:
    known: dict[str, object] = {
        "given_names": "Jan",
        "family_name": "Wzorcowy",
        "teryt": "0264011",
        "pesel": Pesel.parse(VALID[0]),
        "birth_date": None,
        "sex": None,
        "today": TODAY,
    }
    return describe(**(known | given))  # type: ignore[arg-type]  # a table of keywords


def registered(id_ref: UUID | None = None) -> Person:
    return Person.register(
        uuid4(), described(), id_type=IdType.PESEL, id_ref=id_ref or uuid4(), no_id_reason=None
    )


@pytest.mark.parametrize(
    ("digits", "born", "sex"),
    [
        ("84511200016", date(2184, 11, 12), Sex.MALE),
        ("90481500029", date(2190, 8, 15), Sex.FEMALE),
        ("42431500030", date(2142, 3, 15), Sex.MALE),
    ],
)
def test_a_pesel_tells_birth_date_and_sex(digits: str, born: date, sex: Sex) -> None:
    pesel = Pesel.parse(digits)
    assert (pesel.birth_date, pesel.sex) == (born, sex)


@pytest.mark.parametrize("digits", VALID)
@pytest.mark.parametrize("place", range(11))
def test_one_wrong_digit_makes_a_pesel_invalid(digits: str, place: int) -> None:
    wrong = str((int(digits[place]) + 1) % 10)
    with pytest.raises(PeselInvalid):
        Pesel.parse(digits[:place] + wrong + digits[place + 1 :])


@pytest.mark.parametrize(
    "text", ["", "8451120001", "845112000166", "8451120001X", "84993200010", "00000000000"]
)
def test_what_is_no_pesel_is_refused(text: str) -> None:
    with pytest.raises(PeselInvalid):
        Pesel.parse(text)


def test_spaces_and_hyphens_in_a_pesel_do_not_matter() -> None:
    assert Pesel.parse("845112-00016 ") == Pesel.parse("84511200016")


def test_a_pesel_never_shows_in_what_is_printed() -> None:
    assert VALID[0] not in repr(Pesel.parse(VALID[0]))


def test_birth_date_and_sex_are_taken_from_the_pesel() -> None:
    data = described()
    assert (data.birth_date, data.sex) == (date(2184, 11, 12), Sex.MALE)


def test_a_birth_date_that_the_pesel_contradicts_is_refused() -> None:
    with pytest.raises(PeselContradicted):
        described(birth_date=date(1984, 11, 12))


def test_a_sex_that_the_pesel_contradicts_is_refused() -> None:
    with pytest.raises(PeselContradicted):
        described(sex=Sex.FEMALE)


def test_without_a_pesel_birth_date_and_sex_must_be_given() -> None:
    with pytest.raises(BirthDateMissing):
        described(pesel=None)
    with pytest.raises(BirthDateMissing):
        described(pesel=None, birth_date=date(1984, 11, 12))


def test_without_a_pesel_nobody_is_born_tomorrow() -> None:
    with pytest.raises(BirthDateInFuture):
        described(pesel=None, birth_date=date(2026, 2, 3), sex=Sex.MALE)


def test_names_lose_stray_spaces_and_must_not_be_empty() -> None:
    assert described(given_names="  Jan   Maria ").given_names == "Jan Maria"
    with pytest.raises(NameMissing):
        described(family_name="  ")


def test_a_document_needs_its_number() -> None:
    with pytest.raises(IdentifierMissing):
        Person.register(uuid4(), described(), id_type=IdType.PASSPORT, id_ref=None)


def test_whoever_has_no_document_is_registered_with_the_reason() -> None:
    with pytest.raises(NoDocumentReasonMissing):
        Person.register(uuid4(), described(), id_type=IdType.NONE, id_ref=None, no_id_reason=" ")
    person = Person.register(
        uuid4(), described(), id_type=IdType.NONE, id_ref=None, no_id_reason="skradziony"
    )
    assert person.id_type is IdType.NONE


def test_events_hold_a_reference_and_never_the_number() -> None:
    person = registered()
    (event,) = person.pending_events
    assert isinstance(event, Person.PersonRegistered)
    assert event.id_ref == person.id_ref
    assert VALID[0] not in repr(event)


def test_a_correction_changes_what_is_known_and_keeps_the_original_event() -> None:
    person = registered()
    person.correct(Correction(family_name="Wzorowy"), reason="dowód osobisty")
    first, second = person.pending_events
    assert isinstance(first, Person.PersonRegistered)
    assert first.data.family_name == "Wzorcowy"
    assert isinstance(second, Person.PersonDataCorrected)
    assert second.correction == Correction(family_name="Wzorowy")
    assert person.data.family_name == "Wzorowy"


def last_correction(person: Person) -> Correction:
    event = person.pending_events[-1]
    assert isinstance(event, Person.PersonDataCorrected)
    return event.correction


def test_a_correction_holds_only_what_differs() -> None:
    person = registered()
    address = Address("ul. Lipowa 1", "50-001", "Wrocław")
    person.correct(Correction(given_names="Jan", address=address), reason="oświadczenie")
    assert last_correction(person) == Correction(address=address)


def test_a_correction_that_changes_nothing_is_refused() -> None:
    with pytest.raises(NothingToCorrect):
        registered().correct(Correction(family_name="Wzorcowy"), reason="dowód")


def test_a_correction_needs_its_ground() -> None:
    with pytest.raises(CorrectionReasonMissing):
        registered().correct(Correction(family_name="Inny"), reason="  ")


def test_a_corrected_identifier_remembers_the_one_it_replaced() -> None:
    before, after = uuid4(), uuid4()
    person = registered(before)
    person.correct_identifier(IdType.PESEL, after, reason="odczytano błędnie")
    assert person.id_ref == after
    assert person.earlier_refs == (before,)


def test_birth_date_and_sex_of_a_misread_pesel_follow_the_right_one() -> None:
    person = registered()
    person.correct_identifier(IdType.PESEL, uuid4(), reason="z dowodu", pesel=Pesel.parse(VALID[1]))
    _, number, data = person.pending_events
    assert isinstance(number, Person.IdentifierCorrected)
    assert isinstance(data, Person.PersonDataCorrected)
    assert data.correction == Correction(birth_date=date(2190, 8, 15), sex=Sex.FEMALE)
    assert data.reason == number.reason == "z dowodu"
    assert (person.data.birth_date, person.data.sex) == (date(2190, 8, 15), Sex.FEMALE)


def test_a_right_pesel_that_says_the_same_corrects_nothing_else() -> None:
    person = registered()
    person.correct_identifier(IdType.PESEL, uuid4(), reason="x", pesel=Pesel.parse(VALID[0]))
    assert isinstance(person.pending_events[-1], Person.IdentifierCorrected)


@pytest.mark.parametrize(
    ("correction", "refusal"),
    [
        (Correction(birth_date=date(1984, 11, 12)), BirthDateNotOfPesel),
        (Correction(sex=Sex.FEMALE), SexNotOfPesel),
    ],
)
def test_a_correction_does_not_contradict_the_pesel(
    correction: Correction, refusal: type[Refusal]
) -> None:
    person, pesel = registered(), Pesel.parse(VALID[0])
    with pytest.raises(refusal):
        person.correct(correction, reason="oświadczenie", pesel=pesel)
    person.correct(correction, reason="akt urodzenia; nie ma numeru")
    back = Correction(birth_date=pesel.birth_date, sex=pesel.sex)
    person.correct(back, reason="zgodnie z numerem", pesel=pesel)
    assert (person.data.birth_date, person.data.sex) == (pesel.birth_date, pesel.sex)


def test_what_is_taken_out_is_told_as_an_empty_value_and_a_new_value_is_stronger() -> None:
    person = registered()
    person.correct(Correction(phone="600 100 200"), reason="oświadczenie")
    cleared = (Clearable.PHONE, Clearable.ADDRESS)
    person.correct(Correction(phone="600 100 201", cleared=cleared), reason="zmiana numeru")
    assert person.data.phone == "600 100 201"
    person.correct(Correction(cleared=cleared), reason="numer odłączono")
    assert last_correction(person) == Correction(cleared=(Clearable.PHONE,))
    assert person.data.phone is None


def test_a_newborn_is_one_until_there_is_a_number() -> None:
    born = replace(described(), without_document=WithoutDocument.NEWBORN, mother_id=uuid4())
    person = Person.register(uuid4(), born, id_type=IdType.NONE, id_ref=None)
    person.correct_identifier(IdType.PESEL, uuid4(), reason="nadano numer")
    assert person.data.without_document is None
    assert person.data.mother_id == born.mother_id


def test_an_identifier_is_not_corrected_to_none() -> None:
    with pytest.raises(IdentifierMissing):
        registered().correct_identifier(IdType.NONE, uuid4(), reason="x")
