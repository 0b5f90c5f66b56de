"""A client as first contact knows them: identified once, corrected on evidence, never overwritten.

The number of the document stays in a deletable row of this unit (`queries.keep_identifier`); the
events carry a reference to it only.
"""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
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
)
from services.intake.values import Address, Correction, IdType, PersonData, Sex


def describe(
    *,
    given_names: str,
    family_name: str,
    teryt: str,
    pesel: Pesel | None,
    birth_date: date | None,
    sex: Sex | None,
    today: date,
    citizenship: str = "PL",
    address: Address | None = None,
    phone: str | None = None,
    language: str = "pl",
    accessibility_need: str | None = None,
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
    )


class Person(Aggregate):
    TOPIC = "intake.person"

    class PersonRegistered(Created):
        TOPIC = "intake.person.registered.1"
        data: PersonData
        id_type: IdType
        id_ref: UUID | None
        no_id_reason: str | None

    class PersonDataCorrected(Aggregate.Event):
        TOPIC = "intake.person.data-corrected.1"
        correction: Correction
        reason: str

    class IdentifierCorrected(Aggregate.Event):
        TOPIC = "intake.person.identifier-corrected.1"
        id_type: IdType
        id_ref: UUID
        replaced: UUID | None
        reason: str

    @classmethod
    def register(
        cls,
        id: UUID,
        data: PersonData,
        *,
        id_type: IdType,
        id_ref: UUID | None,
        no_id_reason: str | None = None,
    ) -> "Person":
        """Raises IdentifierMissing, NoDocumentReasonMissing."""
        if id_type is IdType.NONE:
            if not (no_id_reason or "").strip():
                raise NoDocumentReasonMissing
        elif id_ref is None:
            raise IdentifierMissing(id_type)
        return cls(id=id, data=data, id_type=id_type, id_ref=id_ref, no_id_reason=no_id_reason)

    @event(PersonRegistered)
    def __init__(
        self,
        id: UUID,  # noqa: ARG002  # read by the library
        data: PersonData,
        id_type: IdType,
        id_ref: UUID | None,
        no_id_reason: str | None,
    ) -> None:
        self.data = data
        self.id_type = id_type
        self.id_ref = id_ref
        self.no_id_reason = no_id_reason
        self.corrected_because: tuple[str, ...] = ()
        self.earlier_refs: tuple[UUID, ...] = ()

    def correct(self, correction: Correction, *, reason: str) -> None:
        """What was there before stays in the history.

        Raises CorrectionReasonMissing, NothingToCorrect.
        """
        if not reason.strip():
            raise CorrectionReasonMissing
        changed = {
            name: value
            for name, value in _given(correction).items()
            if value != getattr(self.data, name)
        }
        if not changed:
            raise NothingToCorrect
        self._corrected(correction=Correction(**changed), reason=reason)

    @event(PersonDataCorrected)
    def _corrected(self, correction: Correction, reason: str) -> None:
        self.data = replace(self.data, **_given(correction))
        self.corrected_because = (*self.corrected_because, reason)

    def correct_identifier(self, id_type: IdType, id_ref: UUID, *, reason: str) -> None:
        """A document that was read wrongly or got later.

        Raises CorrectionReasonMissing, IdentifierMissing, NothingToCorrect.
        """
        if not reason.strip():
            raise CorrectionReasonMissing
        if id_type is IdType.NONE:
            raise IdentifierMissing(id_type)
        if id_ref == self.id_ref:
            raise NothingToCorrect
        self._identifier_corrected(
            id_type=id_type, id_ref=id_ref, replaced=self.id_ref, reason=reason
        )

    @event(IdentifierCorrected)
    def _identifier_corrected(
        self, id_type: IdType, id_ref: UUID, replaced: UUID | None, reason: str
    ) -> None:
        self.id_type, self.id_ref = id_type, id_ref
        self.no_id_reason = None
        self.earlier_refs = (*self.earlier_refs, replaced) if replaced else self.earlier_refs
        self.corrected_because = (*self.corrected_because, reason)


def _given(correction: Correction) -> dict[str, Any]:
    values = {field.name: getattr(correction, field.name) for field in fields(correction)}
    return {name: value for name, value in values.items() if value is not None}
