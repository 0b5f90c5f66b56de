"""What happens to a client's entry, one past-tense event each; the rules stand in `person.py`."""

from __future__ import annotations

from uuid import UUID

from chassis.aggregate import Aggregate
from services.intake.values import Correction, IdType


class PersonEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class ImportedRowRecognised(Aggregate.Event):
        TOPIC = "intake.person.imported-row-recognised.1"
        source: str
        row: str

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

    class IdentifierWithdrawn(Aggregate.Event):
        TOPIC = "intake.person.identifier-withdrawn.1"
        withdrawn: UUID
        reason: str

    class PersonsMerged(Aggregate.Event):
        TOPIC = "intake.person.persons-merged.1"
        merge_id: UUID
        absorbed_id: UUID
        reason: str

    class PersonAbsorbed(Aggregate.Event):
        TOPIC = "intake.person.absorbed.1"
        merge_id: UUID
        survivor_id: UUID

    class PersonMergeUndone(Aggregate.Event):
        TOPIC = "intake.person.merge-undone.1"
        merge_id: UUID
        absorbed_id: UUID
        reason: str

    class PersonSetApart(Aggregate.Event):
        TOPIC = "intake.person.set-apart.1"
        merge_id: UUID
        survivor_id: UUID
