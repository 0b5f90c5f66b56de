"""A case that another system led: its file as it was taken over, once, and never changed here."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.refusals.general import InTheFuture, PeriodReversed
from services.benefits.values import Benefit, DecisionKind

ROWS = UUID("05e0a000-0000-4000-8000-00000000c5fb")
"""The space of ids that follow from a system and its own row id."""


@dataclass(frozen=True)
class CaseFile:
    """What the other system's row says; what it did not keep is None. Amounts in PLN a month."""

    benefit: Benefit
    filed_on: date
    number: str | None = None
    decision: DecisionKind | None = None
    decided_on: date | None = None
    amount: Decimal | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    closed_on: date | None = None


def id_of_row(source: str, row: str) -> UUID:
    return uuid5(ROWS, f"{source}/case/{row}")


class ImportedCase(Aggregate):
    """`ImportedCase.take_over(...)`; the id follows from the system and its row."""

    TOPIC = "benefits.imported-case"

    class CaseImported(Created):
        TOPIC = "benefits.imported-case.imported.1"
        source: str
        row: str
        person_id: UUID
        file: CaseFile

    @classmethod
    def take_over(
        cls, source: str, row: str, person_id: UUID, file: CaseFile, *, today: date
    ) -> "ImportedCase":
        """Raises InTheFuture, PeriodReversed."""
        latest = max(day for day in (file.filed_on, file.decided_on, file.closed_on) if day)
        if latest > today:
            raise InTheFuture(latest)
        for earlier, later in (
            (file.filed_on, file.decided_on),
            (file.filed_on, file.closed_on),
            (file.valid_from, file.valid_until),
        ):
            if earlier and later and later < earlier:
                raise PeriodReversed
        return cls(
            id=id_of_row(source, row), source=source, row=row, person_id=person_id, file=file
        )

    @event(CaseImported)
    def __init__(
        self,
        id: UUID,  # noqa: ARG002  # read by the library
        source: str,
        row: str,
        person_id: UUID,
        file: CaseFile,
    ) -> None:
        self.source, self.row = source, row
        self.person_id = person_id
        self.file = file
