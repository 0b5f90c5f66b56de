"""The documents of one contact: what the matter needs, what the client showed, what is missing."""

from __future__ import annotations

from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.intake.contact_refusals import BenefitTypesUnasked
from services.intake.documents import Checked, Document
from services.intake.values import BenefitType


def checklist_id(contact_id: UUID) -> UUID:
    """A contact has one; the same whenever it is asked."""
    return uuid5(contact_id, "documents")


class Checklist(Aggregate):
    """`Checklist.open(contact...)`, then `check(...)` each time the client shows something."""

    TOPIC = "intake.checklist"

    class ChecklistOpened(Created):
        TOPIC = "intake.checklist.opened.1"
        contact_id: UUID
        person_id: UUID
        protected: bool

    class DocumentsChecked(Aggregate.Event):
        TOPIC = "intake.checklist.documents-checked.1"
        checked: Checked

    @staticmethod
    def create_id(contact_id: UUID, *_: object, **__: object) -> UUID:
        return checklist_id(contact_id)

    @event(ChecklistOpened)
    def __init__(self, contact_id: UUID, person_id: UUID, protected: bool) -> None:
        self.contact_id = contact_id
        self.person_id = person_id
        self.protected = protected
        self.checked: Checked | None = None

    def check(
        self,
        benefit_types: tuple[BenefitType, ...],
        required: tuple[Document, ...],
        shown: tuple[Document, ...],
    ) -> Checked:
        """`required` by the catalogue of help on that day. Raises BenefitTypesUnasked."""
        if not benefit_types:
            raise BenefitTypesUnasked
        types = tuple(dict.fromkeys(benefit_types))
        checked = Checked(types, required, tuple(dict.fromkeys(shown)))
        if checked != self.checked:
            self._checked(checked=checked)
        return checked

    @event(DocumentsChecked)
    def _checked(self, checked: Checked) -> None:
        self.checked = checked
