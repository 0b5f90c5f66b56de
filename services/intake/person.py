"""A client as first contact knows them: identified once, corrected on evidence, never overwritten.

The number of the document stays in a deletable row of this unit (`queries.keep_identifier`); the
events carry a reference to it only. Two entries that turn out to be one person are merged, and the
merge can be undone; both stay as they were.
"""

from dataclasses import replace
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.intake.person_events import PersonEvents
from services.intake.person_refusals import (
    BirthDateNotOfPesel,
    DifferentPesels,
    MergeReasonMissing,
    MotherAndChild,
    NoIdentifierToWithdraw,
    NotMerged,
    PersonAbsorbed,
    SamePerson,
    SexNotOfPesel,
)
from services.intake.pesel import Pesel
from services.intake.refusals import (
    CorrectionReasonMissing,
    IdentifierMissing,
    NoDocumentReasonMissing,
    NothingToCorrect,
)
from services.intake.values import (
    Change,
    Correction,
    IdType,
    PersonData,
    WithoutDocument,
    as_text,
)

IDENTIFIER = "identifier"
"""The field of a change of the document; its values are the kinds of document."""


class Person(PersonEvents, Aggregate):
    TOPIC = "intake.person"

    class PersonRegistered(Created):
        TOPIC = "intake.person.registered.1"
        data: PersonData
        id_type: IdType
        id_ref: UUID | None
        no_id_reason: str | None
        imported_from: str | None = None
        imported_row: str | None = None

    @classmethod
    def register(
        cls,
        id: UUID,
        data: PersonData,
        *,
        id_type: IdType,
        id_ref: UUID | None,
        no_id_reason: str | None = None,
        imported_from: str | None = None,
        imported_row: str | None = None,
    ) -> "Person":
        """Raises IdentifierMissing, NoDocumentReasonMissing."""
        if id_type is IdType.NONE:
            told_why = data.without_document not in (None, WithoutDocument.OTHER)
            if not told_why and not (no_id_reason or "").strip():
                raise NoDocumentReasonMissing
        elif id_ref is None:
            raise IdentifierMissing(id_type)
        return cls(
            id=id,
            data=data,
            id_type=id_type,
            id_ref=id_ref,
            no_id_reason=no_id_reason,
            imported_from=imported_from,
            imported_row=imported_row,
        )

    @event(PersonRegistered)
    def __init__(
        self,
        id: UUID,  # noqa: ARG002  # read by the library
        data: PersonData,
        id_type: IdType,
        id_ref: UUID | None,
        no_id_reason: str | None,
        imported_from: str | None = None,
        imported_row: str | None = None,
    ) -> None:
        self.data = data
        self.id_type = id_type
        self.id_ref = id_ref
        self.no_id_reason = no_id_reason
        self.imported_from = imported_from
        self.rows: tuple[tuple[str | None, str | None], ...] = ((imported_from, imported_row),)
        self.corrected_because: tuple[str, ...] = ()
        self.earlier_refs: tuple[UUID, ...] = ()
        self.changes: tuple[Change, ...] = ()  # of the last correction
        self.survivor_id: UUID | None = None
        self.merge_id: UUID | None = None
        self.absorbed: tuple[UUID, ...] = ()
        self.merges = 0

    def recognise(self, source: str, row: str) -> None:
        """Another system's row tells of this person too; said once. Raises PersonAbsorbed."""
        self.require_own()
        if (source, row) not in self.rows:
            self._recognised(source=source, row=row)

    @event(PersonEvents.ImportedRowRecognised)
    def _recognised(self, source: str, row: str) -> None:
        self.rows = (*self.rows, (source, row))

    # --- corrections --------------------------------------------------------

    def correct(self, correction: Correction, *, reason: str, pesel: Pesel | None = None) -> None:
        """What was there before stays in the history. `pesel`: the number that the person has.

        Raises PersonAbsorbed, CorrectionReasonMissing, NothingToCorrect, BirthDateNotOfPesel,
        SexNotOfPesel.
        """
        self._require_correctable(reason)
        changed = {
            name: value
            for name, value in correction.given.items()
            if value != getattr(self.data, name)
        }
        if not changed:
            raise NothingToCorrect
        if pesel and changed.get("birth_date", pesel.birth_date) != pesel.birth_date:
            raise BirthDateNotOfPesel
        if pesel and changed.get("sex", pesel.sex) != pesel.sex:
            raise SexNotOfPesel
        cleared = tuple(one for one in correction.cleared if changed.get(one.value, ...) is None)
        self._corrected(correction=Correction(**changed, cleared=cleared), reason=reason)

    @event(PersonEvents.PersonDataCorrected)
    def _corrected(self, correction: Correction, reason: str) -> None:
        given = correction.given
        self.changes = tuple(
            Change(name, as_text(getattr(self.data, name)), as_text(value))
            for name, value in given.items()
        )
        self.data = replace(self.data, **given)
        self.corrected_because = (*self.corrected_because, reason)

    def correct_identifier(
        self, id_type: IdType, id_ref: UUID, *, reason: str, pesel: Pesel | None = None
    ) -> Correction:
        """A document that was read wrongly or got later, and what else is corrected by it.

        Birth date and sex that were taken from a misread PESEL follow the right one.

        Raises PersonAbsorbed, CorrectionReasonMissing, IdentifierMissing, NothingToCorrect.
        """
        self._require_correctable(reason)
        if id_type is IdType.NONE:
            raise IdentifierMissing(id_type)
        if id_ref == self.id_ref:
            raise NothingToCorrect
        self._identifier_corrected(
            id_type=id_type, id_ref=id_ref, replaced=self.id_ref, reason=reason
        )
        follows = self.told_otherwise_by(pesel) if pesel else Correction()
        if follows != Correction():
            self._corrected(correction=follows, reason=reason)
        return follows

    def told_otherwise_by(self, pesel: Pesel) -> Correction:
        """Birth date and sex, where the number says something else than is registered."""
        born, sex = pesel.birth_date, pesel.sex
        return Correction(
            birth_date=born if born != self.data.birth_date else None,
            sex=sex if sex is not self.data.sex else None,
        )

    @event(PersonEvents.IdentifierCorrected)
    def _identifier_corrected(
        self, id_type: IdType, id_ref: UUID, replaced: UUID | None, reason: str
    ) -> None:
        self.changes = (Change(IDENTIFIER, self.id_type, id_type),)
        self.id_type, self.id_ref = id_type, id_ref
        self.no_id_reason = None
        self.data = replace(self.data, without_document=None)
        self.earlier_refs = (*self.earlier_refs, replaced) if replaced else self.earlier_refs
        self.corrected_because = (*self.corrected_because, reason)

    def withdraw_identifier(self, *, reason: str) -> None:
        """Marks the number as wrong where the right one is not known yet.

        Raises PersonAbsorbed, CorrectionReasonMissing, NoIdentifierToWithdraw.
        """
        self._require_correctable(reason)
        if self.id_ref is None:
            raise NoIdentifierToWithdraw
        self._identifier_withdrawn(withdrawn=self.id_ref, reason=reason)

    @event(PersonEvents.IdentifierWithdrawn)
    def _identifier_withdrawn(self, withdrawn: UUID, reason: str) -> None:
        self.changes = (Change(IDENTIFIER, self.id_type, IdType.NONE),)
        self.id_type, self.id_ref, self.no_id_reason = IdType.NONE, None, reason
        self.earlier_refs = (*self.earlier_refs, withdrawn)
        self.corrected_because = (*self.corrected_because, reason)

    def _require_correctable(self, reason: str) -> None:
        self.require_own()
        if not reason.strip():
            raise CorrectionReasonMissing

    # --- merges -------------------------------------------------------------

    def require_own(self) -> None:
        """Raises PersonAbsorbed where this entry was merged into another."""
        if self.survivor_id is not None:
            raise PersonAbsorbed(self.survivor_id)

    def absorb(self, other: "Person", *, reason: str) -> None:
        """This entry and the other are one person; both events are appended together.

        Raises MergeReasonMissing, SamePerson, PersonAbsorbed, DifferentPesels, MotherAndChild.
        """
        if not reason.strip():
            raise MergeReasonMissing
        if other.id == self.id:
            raise SamePerson
        for person in (self, other):
            person.require_own()
        if self.id_type is other.id_type is IdType.PESEL and self.id_ref != other.id_ref:
            raise DifferentPesels
        if other.id == self.data.mother_id or self.id == other.data.mother_id:
            raise MotherAndChild
        merge_id = uuid5(other.id, f"merge/{other.merges + 1}")
        self._merged(merge_id=merge_id, absorbed_id=other.id, reason=reason)
        other._absorbed(merge_id=merge_id, survivor_id=self.id)

    @event(PersonEvents.PersonsMerged)
    def _merged(self, merge_id: UUID, absorbed_id: UUID, reason: str) -> None:  # noqa: ARG002
        self.absorbed = (*self.absorbed, absorbed_id)

    @event(PersonEvents.PersonAbsorbed)
    def _absorbed(self, merge_id: UUID, survivor_id: UUID) -> None:
        self.survivor_id = survivor_id
        self.merge_id = merge_id
        self.merges += 1

    def set_apart(self, other: "Person", *, reason: str) -> None:
        """They are two persons after all; both are again what they were.

        Raises MergeReasonMissing, NotMerged.
        """
        if not reason.strip():
            raise MergeReasonMissing
        merge_id = other.merge_id
        if other.survivor_id != self.id or merge_id is None:
            raise NotMerged
        self._merge_undone(merge_id=merge_id, absorbed_id=other.id, reason=reason)
        other._set_apart(merge_id=merge_id, survivor_id=self.id)

    @event(PersonEvents.PersonMergeUndone)
    def _merge_undone(self, merge_id: UUID, absorbed_id: UUID, reason: str) -> None:  # noqa: ARG002
        self.absorbed = tuple(one for one in self.absorbed if one != absorbed_id)

    @event(PersonEvents.PersonSetApart)
    def _set_apart(self, merge_id: UUID, survivor_id: UUID) -> None:  # noqa: ARG002
        self.survivor_id = self.merge_id = None
